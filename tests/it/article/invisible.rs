//! Text from anywhere: characters that nobody sees, and line breaks other than the line feed.

use bluepencil::article::{Article, BlockKind, SAMPLE};
use bluepencil::text::{Span, Utf8, decode, is_invisible};

use super::{article, blocks_of, fixture};

/// Characters of which nothing is to be seen, as they come from web editors, office programs and messengers.
const INVISIBLE: [&str; 14] = [
    "\u{ad}", "\u{61c}", "\u{180e}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{2060}",
    "\u{2063}", "\u{2064}", "\u{3164}", "\u{feff}", "\u{fe0f}",
];

fn kinds(article: &Article) -> Vec<&'static str> {
    article.blocks.iter().map(|block| block.kind.name()).collect()
}

fn details(article: &Article) -> [&str; 2] {
    [article.details.title.as_str(), article.details.byline.as_str()]
}

#[test]
fn invisible_characters_at_the_ends_of_lines_are_no_words() {
    let raw = "\u{200b}\nFerry strike enters second week\n\u{200b}By Rosa Winterholm\u{200b}\n\u{200b}\n\
        \u{200b}Crews on the Farwater line stayed away again on Monday.\n\u{2060}\n\
        \u{feff}The council meets on Friday.\u{200b}\n";
    let article = article(raw);
    assert_eq!(details(&article), ["Ferry strike enters second week", "Rosa Winterholm"]);
    assert_eq!(kinds(&article), ["title", "byline", "paragraph", "paragraph"]);
    assert_eq!(article.text.as_str(), raw, "the text is kept to the character");
    assert_eq!(article.slug(), "ferry-strike-enters-second-week");
    let last = article.blocks.last().expect("the last paragraph");
    let mark = Span::covering(&article.text, last.start, last.end).map(|span| article.text.words(span));
    assert_eq!(mark, Some("The council meets on Friday."));
}

#[test]
fn a_second_byte_order_mark_is_not_part_of_the_title() {
    let raw = "\u{feff}\u{feff}Ferry strike enters second week\nBy Rosa Winterholm\n\nCrews stayed away.\n";
    let article = article(&decode(raw.as_bytes()).text);
    assert_eq!(details(&article), ["Ferry strike enters second week", "Rosa Winterholm"]);
    assert!(article.text.as_str().starts_with('\u{feff}'));
}

#[test]
fn every_invisible_character_may_stand_anywhere_around_the_words() {
    for sign in INVISIBLE {
        let raw = format!(
            "{sign}\n{sign}{sign}Ferry strike{sign}\n{sign}By Rosa Winterholm{sign}\n{sign}3 December 2025{sign}\n{sign}\n\
             {sign}Crews stayed away.{sign}\n{sign}Boats wait outside the wall.\n{sign}Ole Brandeck/AP{sign}\nNobody was hurt.\n{sign}"
        );
        let article = article(&raw);
        let expected = ["title", "byline", "date", "paragraph", "caption", "credit", "paragraph"];
        assert_eq!(kinds(&article), expected, "{sign:?}");
        let [title, byline] = details(&article).map(|words| words.trim_end_matches('\u{fe0f}'));
        assert_eq!([title, byline], ["Ferry strike", "Rosa Winterholm"], "{sign:?}");
        assert_eq!(article.details.published, "2025-12-03", "{sign:?}");
        assert_eq!(article.slug(), "ferry-strike", "{sign:?}");
        let dropped = usize::from(sign == "\u{feff}") * sign.len();
        assert_eq!(article.text.as_str(), &raw[dropped..], "{sign:?}");
    }
}

#[test]
fn every_line_break_that_a_reader_sees_divides_blocks() {
    for line_break in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        let lines = ["Ferry strike", "By Rosa Winterholm", "Crews stayed away.", "Nobody called."];
        let article = article(&lines.join(line_break));
        assert_eq!(kinds(&article), ["title", "byline", "paragraph", "paragraph"], "{line_break:?}");
        assert_eq!(details(&article), ["Ferry strike", "Rosa Winterholm"]);
        let found: Vec<&str> = article.blocks.iter().map(|block| article.block_text(block)).collect();
        assert_eq!(found, lines);
    }
}

#[test]
fn a_page_that_ends_within_a_paragraph_of_hard_wrapped_text_does_not_end_it() {
    let wrapped = fixture("hard-wrapped.txt");
    let paged = wrapped.replace("\nthere eleven", "\n\u{c}there eleven");
    assert_ne!(wrapped, paged);
    assert_eq!(article(&paged).blocks.len(), article(&wrapped).blocks.len());
}

#[test]
fn words_are_recognised_through_soft_hyphens_accents_and_ligatures() {
    for (line, kind) in [
        ("By Ro\u{ad}sa Win\u{ad}ter\u{ad}holm", BlockKind::Byline),
        ("By\u{a0}Rosa\u{2009}Winterholm", BlockKind::Byline),
        ("By\u{3000}Rosa Winterholm", BlockKind::Byline),
        ("By Ros\u{200b}a Winter\u{200b}holm", BlockKind::Byline),
        ("Von E\u{301}mile Brandeck", BlockKind::Byline),
        ("3 de\u{301}cembre 2025", BlockKind::Date),
        ("Pub\u{ad}lished 3 De\u{ad}cem\u{ad}ber 2025", BlockKind::Date),
        ("3\u{202f}December\u{a0}2025", BlockKind::Date),
        ("１２ December ２０２５", BlockKind::Date),
        ("Image\u{a0}source, Getty Images", BlockKind::Credit),
        ("Photo:\u{200b} Rosa Winterholm", BlockKind::Credit),
        ("\u{2060}©\u{feff} Rosa Winterholm", BlockKind::Credit),
        ("Veröﬀentlicht am 3. Dezember 2025", BlockKind::Date),
    ] {
        let article = article(&format!("Harbour reopens\n{line}\n\nThe harbour opened.\n"));
        assert_eq!(article.blocks.get(1).map(|block| block.kind), Some(kind), "{line}");
    }
}

#[test]
fn a_title_is_without_soft_hyphens_and_keeps_what_shapes_its_letters() {
    for (line, title) in [
        ("Die Ver\u{ad}hand\u{ad}lungen dauern an", "Die Verhandlungen dauern an"),
        ("Ferry\u{200b} strike\u{feff} goes on", "Ferry strike goes on"),
        ("Ferry\u{a0}strike \u{2009} goes on", "Ferry strike goes on"),
        ("می\u{200c}خواهم بروم", "می\u{200c}خواهم بروم"),
        ("We ❤\u{fe0f} the ferry", "We ❤\u{fe0f} the ferry"),
        ("Family 👨\u{200d}👩 at sea", "Family 👨\u{200d}👩 at sea"),
    ] {
        assert_eq!(article(&format!("{line}\n\nThe harbour opened.\n")).details.title, title);
    }
}

#[test]
fn a_text_of_invisible_characters_has_no_block() {
    let article = article("\u{200b}\n\u{feff}\u{ad}\u{2028}\u{2800}\n\u{2060}");
    assert_eq!((article.blocks.len(), article.details.title.as_str()), (0, ""));
}

#[test]
fn a_typed_title_of_invisible_characters_is_none() {
    let typed = Article::from_plain(article("").id, "Harbour reopens\nThe harbour opened again.", "\u{200b} \u{feff}");
    assert_eq!(typed.details.title, "Harbour reopens");
}

#[test]
fn the_sample_is_read_the_same_with_invisible_characters_before_each_line() {
    let raw = SAMPLE.lines().map(|line| format!("\u{200b}{line}\u{2060}")).collect::<Vec<_>>().join("\n");
    let (plain, strewn) = (article(SAMPLE), article(&raw));
    assert_eq!(kinds(&plain), kinds(&strewn));
    assert_eq!(plain.details, strewn.details);
    for block in strewn.blocks.iter() {
        let span = Span::covering(&strewn.text, block.start, block.end).expect("a block has words");
        assert!(!strewn.text.words(span).starts_with(is_invisible) && !strewn.text.words(span).ends_with(is_invisible));
    }
    assert_eq!(strewn.block_at(Utf8(0)), Some(0));
    assert_eq!(blocks_of(&strewn, BlockKind::Heading).len(), 1);
}
