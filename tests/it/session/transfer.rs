//! What is taken of a paste or drop, in the shapes in which programs leave it.

use bluepencil::session::{Event, Taken, Transfer, TransferKind, TransferredFile};

use crate::support::desk::{Desk, refusal};

fn file(name: &str, media_type: &str) -> TransferredFile {
    TransferredFile { name: name.to_owned(), media_type: media_type.to_owned(), folder: false }
}

fn folder(name: &str) -> TransferredFile {
    TransferredFile { name: name.to_owned(), folder: true, ..TransferredFile::default() }
}

fn picture() -> TransferredFile {
    file("image.png", "image/png")
}

fn text(words: &str) -> Transfer {
    Transfer { text: words.to_owned(), ..Transfer::default() }
}

/// The reason why nothing is taken.
#[track_caller]
fn refused(transfer: &Transfer, kind: TransferKind) -> String {
    match transfer.taken(kind) {
        Taken::Nothing(sentence) => sentence,
        taken => panic!("{taken:?} of {transfer:?}"),
    }
}

#[test]
fn words_are_taken_in_every_shape_in_which_programs_leave_them() {
    let words = "Ferry strike enters second week\n\nCrews stayed away.";
    let shapes = [
        ("a text editor", text(words)),
        ("a browser", Transfer { formatted: true, ..text(words) }),
        (
            "a word processor, with a picture of the words",
            Transfer { formatted: true, files: vec![picture()], ..text(words) },
        ),
        ("a spreadsheet, with two pictures", Transfer { files: vec![picture(), file("", "image/bmp")], ..text(words) }),
        (
            "a browser on a link with words",
            Transfer { formatted: true, link: true, ..text("Ferry strike enters second week") },
        ),
        ("a single word", text("Ferry")),
        ("words with a colon", text("Update: ferries sail again")),
    ];
    for (from, transfer) in shapes {
        assert_eq!(transfer.taken(TransferKind::Paste), Taken::Text, "{from}");
        assert_eq!(transfer.taken(TransferKind::Drop), Taken::Text, "{from}");
    }
}

#[test]
fn words_are_taken_whatever_picture_of_them_stands_beside_them() {
    let pictures = [
        ("image.png", "image/png"),
        ("image.bmp", "image/bmp"),
        ("image.jpeg", "image/jpeg"),
        ("image.gif", "image/gif"),
        ("image.tiff", "image/tiff"),
        ("image.webp", "image/webp"),
        ("image.svg", "image/svg+xml"),
        ("image.emf", "image/x-emf"),
        ("image.wmf", "image/x-wmf"),
        ("image.heic", "image/heic"),
        ("", "image/png"),
    ];
    for (name, media_type) in pictures {
        let transfer = Transfer { formatted: true, files: vec![file(name, media_type)], ..text("Ferry strike\n") };
        for kind in [TransferKind::Paste, TransferKind::Drop] {
            assert_eq!(transfer.taken(kind), Taken::Text, "{name} of {media_type}");
        }
    }
}

#[test]
fn files_are_taken_with_the_names_that_a_file_manager_puts_beside_them() {
    let shapes = [
        Transfer { files: vec![file("ferry.txt", "text/plain")], ..Transfer::default() },
        Transfer { files: vec![file("ferry.txt", "text/plain")], ..text("ferry.txt") },
        Transfer { files: vec![file("ferry.txt", "text/plain")], ..text("/media/rosa/ferry.txt") },
        Transfer { files: vec![file("a.txt", ""), file("b.json", "")], ..text("a.txt\nb.json") },
        Transfer { files: vec![file("notes", "")], link: true, ..text("file:///media/rosa/notes") },
        Transfer { files: vec![file("ferry.rtf", "text/rtf")], formatted: true, ..Transfer::default() },
    ];
    for transfer in shapes {
        assert_eq!(transfer.taken(TransferKind::Drop), Taken::Files(None), "{transfer:?}");
    }
}

#[test]
fn a_picture_alone_is_no_text() {
    let alone = Transfer { files: vec![picture()], ..Transfer::default() };
    for transfer in [
        alone.clone(),
        Transfer { formatted: true, ..alone.clone() },
        Transfer { link: true, ..alone.clone() },
        Transfer { text: "image.png".to_owned(), ..alone.clone() },
        Transfer { text: " \n".to_owned(), ..alone },
    ] {
        assert!(refused(&transfer, TransferKind::Paste).contains("picture"), "{transfer:?}");
    }
}

#[test]
fn formatted_text_alone_says_what_to_do() {
    let formatted = Transfer { formatted: true, ..Transfer::default() };
    assert!(refused(&formatted, TransferKind::Paste).contains("Paste it into a text editor"));
    assert!(refused(&formatted, TransferKind::Drop).contains("Copy the words"));
}

#[test]
fn a_plain_form_in_which_nothing_is_to_be_seen_is_none() {
    for nothing in
        ["", " ", "\n", "\r\n\r\n", "\t", "\u{a0}", "\u{3000}", "\u{2028}", "\u{200b}", "\u{feff}\n", "\u{2060} \u{ad}"]
    {
        let formatted = Transfer { formatted: true, ..text(nothing) };
        assert!(refused(&formatted, TransferKind::Paste).contains("Paste it into a text editor"), "{nothing:?}");
        assert!(refused(&formatted, TransferKind::Drop).contains("Copy the words"), "{nothing:?}");
        let pictured = Transfer { files: vec![picture()], ..formatted };
        assert!(refused(&pictured, TransferKind::Paste).contains("picture"), "{nothing:?}");
    }
}

#[test]
fn nothing_and_what_nobody_knows_are_told_too() {
    assert!(refused(&Transfer::default(), TransferKind::Paste).contains("holds no text"));
    assert!(refused(&text("  \n\u{a0}"), TransferKind::Paste).contains("holds no text"));
    assert!(refused(&Transfer::default(), TransferKind::Drop).contains("no text or file"));
}

#[test]
fn a_link_is_not_the_article_behind_it() {
    for words in ["https://example.org/ferry?page=2", "http://example.org", "mailto:rosa@example.org", ""] {
        let link = Transfer { link: true, ..text(words) };
        assert!(refused(&link, TransferKind::Drop).contains("link"), "{words}");
    }
}

#[test]
fn a_folder_is_named_and_files_beside_it_are_taken() {
    let alone = Transfer { files: vec![folder("Ferry stories")], ..Transfer::default() };
    assert!(refused(&alone, TransferKind::Drop).starts_with("“Ferry stories” is a folder"));
    let both = Transfer { files: vec![folder("Ferry stories"), file("a.txt", "text/plain")], ..Transfer::default() };
    let Taken::Files(Some(sentence)) = both.taken(TransferKind::Drop) else { panic!("{both:?}") };
    assert!(sentence.starts_with("“Ferry stories” is a folder"));
}

#[test]
fn what_is_not_taken_changes_nothing_and_is_told() {
    let mut desk = Desk::empty();
    let before = desk.state();
    let said = desk.event(Event::NothingTaken("Nothing was changed.".to_owned()));
    assert_eq!(refusal(&said), "Nothing was changed.");
    assert_eq!(desk.state(), before);
}

#[test]
fn files_that_are_no_text_are_refused_in_words_of_a_newsroom() {
    let mut desk = Desk::empty();
    let before = desk.state();
    let files: [(&str, &[u8], &str); 9] = [
        ("ferry.rtf", br"{\rtf1\ansi Ferry strike}", "a document with formatting"),
        ("ferry.pdf", b"%PDF-1.7\n1 0 obj", "a document with formatting"),
        ("ferry.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "document"),
        ("ferry.zip", b"PK\x03\x04\x14\0\0\0\x08\0", "packed"),
        ("ferry.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        ("ferry.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a picture"),
        ("ferry.gif", b"GIF89a\x01\0\x01\0\0\0", "a picture"),
        ("ferry.mp3", b"ID3\x03\0\0\0\0", "a recording"),
        ("ferry.bin", b"\x01\0\x02\0\x03", "not a text file"),
    ];
    for (name, bytes, kind) in files {
        let said = desk.file(name, bytes);
        let sentence = refusal(&said);
        assert!(sentence.contains(kind) && sentence.contains("Nothing was changed"), "{name}: {sentence}");
        assert!(!sentence.contains("JSON"), "{name}: {sentence}");
    }
    assert_eq!(desk.state(), before);
}

#[test]
fn a_text_that_begins_as_a_picture_or_program_does_is_a_text() {
    for words in
        ["BMW opens a yard\n\nIt opens.", "MZ is no program\n\nIt is not.", "II*more\n\nText.", "ID3 tags\n\nText."]
    {
        let mut desk = Desk::empty();
        desk.file("ferry.txt", words.as_bytes());
        assert_eq!(desk.titles(), [words.lines().next().unwrap()]);
    }
}
