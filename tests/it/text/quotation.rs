//! Quotations: tables of examples, a real article with its gold, and what holds for any text.

mod east;
mod far_east;
mod north;
mod not_marks;
mod south;
mod table;
mod typed;
mod west;

use bluepencil::article::Article;
use bluepencil::text::{Quotation, Span, Text, quotations};
use proptest::prelude::*;

use super::raw_text;
use crate::support::build::article_id;
use crate::support::gold::{self, Gold};

/// The quotations of a text, a line of which is a block.
fn of(words: &str) -> (Text, Vec<Quotation>) {
    let text = Text::new(words);
    let mut end = 0;
    let lines = text.as_str().split('\n').map(|line| {
        let start = end;
        end += line.len() + 1;
        (bluepencil::text::Utf8::at(start), bluepencil::text::Utf8::at(start + line.len()))
    });
    let blocks: Vec<_> = lines.collect();
    let found = quotations(&text, blocks);
    (text, found)
}

/// The words of the quotations.
fn words(written: &str) -> Vec<String> {
    let (text, found) = of(written);
    found.iter().map(|quotation| text.words(quotation.span).to_owned()).collect()
}

/// Examples of a language or a kind of writing.
#[derive(Clone, Copy)]
struct Table {
    title: &'static str,
    /// The form, and a text in which ⟦ and ⟧ stand around each quotation.
    examples: &'static [(&'static str, &'static str)],
}

/// A text, and the quotations in it.
type Example = (&'static str, &'static [&'static str]);

#[track_caller]
fn check(examples: &[Example]) {
    for (written, expected) in examples {
        assert_eq!(words(written), *expected, "in: {written}");
    }
}

#[test]
fn marks_of_every_language_are_known() {
    check(&[
        ("She said “no” twice.", &["“no”"]),
        ("She said \"no\" twice.", &["\"no\""]),
        ("She said ‘no’ twice.", &["‘no’"]),
        ("She said 'no' twice.", &["'no'"]),
        ("Sie sagte „nein“ und ging.", &["„nein“"]),
        ("Powiedziała „nie” i wyszła.", &["„nie”"]),
        ("Sie sagte ‚nein‘ und ging.", &["‚nein‘"]),
        ("Elle dit « non » et part.", &["« non »"]),
        ("Sie sagte »nein« und ging.", &["»nein«"]),
        ("Elle dit ‹ non › et part.", &["‹ non ›"]),
        ("Sie sagte ›nein‹ und ging.", &["›nein‹"]),
        ("Hon sade ”nej” och gick.", &["”nej”"]),
        ("彼女は「いいえ」と言った。", &["「いいえ」"]),
        ("彼女は『いいえ』と言った。", &["『いいえ』"]),
        ("她说：“不。”然后走了。", &["“不。”"]),
        ("قالت «لا» وذهبت.", &["«لا»"]),
        ("היא אמרה \"לא\" והלכה.", &["\"לא\""]),
        ("Она сказала «нет» и ушла.", &["«нет»"]),
    ]);
}

#[test]
fn a_mark_that_makes_one_character_with_what_stands_before_it_is_none() {
    check(&[("He said “a \u{600}“b” and left.", &["“a \u{600}“b”"])]);
}

#[test]
fn an_apostrophe_is_no_mark() {
    check(&[
        ("I don’t think it’s the players’ fault.", &[]),
        ("I don't think it's the players' fault.", &[]),
        ("He said ‘I don’t know’ and left.", &["‘I don’t know’"]),
        ("He said 'I don't know' and left.", &["'I don't know'"]),
        ("‘The players’ strike is over,’ he said.", &["‘The players’ strike is over,’"]),
        ("“The players’ strike,” he said.", &["“The players’ strike,”"]),
        ("In the ’90s, in the ‘90s and in the '90s it wasn’t so.", &[]),
        ("‘Tis the season, rock ’n’ roll, rock 'n' roll.", &[]),
        ("Hawai‘i and O‘ahu", &[]),
        ("ד\"ר לוי בצה\"ל", &[]),
        ("He is 6' 2\" tall.", &[]),
    ]);
}

#[test]
fn a_word_that_may_lack_its_first_letters_is_quoted_if_a_mark_closes_right_behind_it() {
    check(&[
        ("The word ‘90s’ is new.", &["‘90s’"]),
        ("They call it '68', the year of the wall.", &["'68'"]),
        ("A ‘t’ is missing on the sign.", &["‘t’"]),
        ("The so-called ‘hood’ is a street.", &["‘hood’"]),
        ("A 'round' table stood there.", &["'round'"]),
        ("She wrote ’cause’ on it.", &["’cause’"]),
        ("She sang 'Tis', he 'Twas'.", &["'Tis'", "'Twas'"]),
        ("Rock ‘n’ roll, fish 'n' chips, Guns ‘N’ Roses.", &[]),
        ("In the ’hood’s streets it was the ’90s.", &[]),
        ("‘Get ’em’ was the call.", &["‘Get ’em’"]),
        ("It cost '7' and was built in '1902'.", &["'7'", "'1902'"]),
        ("In '68 and in the '90s, 'til '99.", &[]),
    ]);
}

#[test]
fn marks_nest() {
    check(&[
        ("“He told me ‘go’ and I went,” she said.", &["“He told me ‘go’ and I went,”", "‘go’"]),
        ("‘He told me “go” and I went,’ she said.", &["‘He told me “go” and I went,’", "“go”"]),
        (
            "“She said: ‘He told me “go” twice,’” he said.",
            &["“She said: ‘He told me “go” twice,’”", "‘He told me “go” twice,’", "“go”"],
        ),
        ("« Il a dit “non” hier », dit-elle.", &["« Il a dit “non” hier »", "“non”"]),
        ("„Er sagte ‚nein‘ zu mir“, sagte sie.", &["„Er sagte ‚nein‘ zu mir“", "‚nein‘"]),
        ("“A “nested” mark,” she said.", &["“A “nested” mark,”", "“nested”"]),
        ("\"I said 'no' to it,\" he said.", &["\"I said 'no' to it,\"", "'no'"]),
        ("「彼は『いいえ』と言った」", &["「彼は『いいえ』と言った」", "『いいえ』"]),
    ]);
}

#[test]
fn between_letters_of_a_script_without_spaces_the_sign_that_opened_closes_unless_another_follows() {
    check(&[
        ("彼は“いいえ“と言った。", &["“いいえ“"]),
        ("她说“不行“然后走了。她说“好“然后来了。", &["“不行“", "“好“"]),
        ("彼は«いいえ«と言った。", &["«いいえ«"]),
        ("그는 “아니오“라고 말했다.", &["“아니오“"]),
        ("彼は“これは“夢”だ”と言った。", &["“これは“夢”だ”", "“夢”"]),
        ("她说“他说“不”就走了”然后哭了。", &["“他说“不”就走了”", "“不”"]),
    ]);
}

#[test]
fn a_mark_that_never_closes_ends_where_it_must() {
    check(&[
        ("He said: “We lost.\nNext day.", &["“We lost."]),
        ("“We lost. “We lost badly.”", &["“We lost.", "“We lost badly.”"]),
        ("“One. “Two. “Three.”", &["“One.", "“Two.", "“Three.”"]),
        ("\"We lost. \"We lost badly.\"", &["\"We lost.", "\"We lost badly.\""]),
        ("He said “we ‘lost” and left.", &["“we ‘lost”"]),
        ("She said «we “lost» and left.", &["«we “lost»", "“lost"]),
        ("She said \"we “lost\" and left.", &["\"we “lost\"", "“lost"]),
        ("It ends here.” And goes on.", &[]),
        ("“” and “ ” and \"\"", &[]),
        ("5\" wide and 6\" high", &[]),
    ]);
}

#[test]
fn a_mark_of_another_family_closes_only_what_has_no_closing_mark_of_its_own() {
    check(&[
        ("«Порт закрыт\", — сказала она. «Завтра\", — сказал он.", &["«Порт закрыт\"", "«Завтра\""]),
        ("«Порт закрыт\" сегодня», — сказала она.", &["«Порт закрыт\" сегодня»"]),
        ("\"Порт закрыт» сегодня\", — сказала она.", &["\"Порт закрыт» сегодня\""]),
    ]);
}

#[test]
fn a_mark_that_opens_each_paragraph_makes_one_quotation() {
    check(&[
        ("“One.\n“Two.\n“Three,” he said.", &["“One.\n“Two.\n“Three,”"]),
        ("He said: “One.\n“Two,” and left.", &["“One.\n“Two,”"]),
        ("“One.\n“Two,” he said. “Three.\n“Four.”", &["“One.\n“Two,”", "“Three.\n“Four.”"]),
        ("“One.\nTwo.\n“Three,” he said.", &["“One.", "“Three,”"]),
        ("“One.\n“Two.\nThree.", &["“One.", "“Two."]),
        ("“One ‘x’.\n“Two ‘y’,” he said.", &["“One ‘x’.\n“Two ‘y’,”", "‘x’", "‘y’"]),
        ("‘One.\n‘Two,’ he said.", &["‘One.\n‘Two,’"]),
        ("«Un.\n«Deux», dit-il.", &["«Un.\n«Deux»"]),
        ("\"One.\n\"Two,\" he said.", &["\"One.\n\"Two,\""]),
        ("“One.\n\"Two,\" he said.", &["“One.", "\"Two,\""]),
    ]);
}

/// What is said of the parts of interrupted quotations: `(resumes, goes on)` each.
fn parts(written: &str) -> Vec<(bool, bool)> {
    of(written).1.iter().map(|quotation| (quotation.resumes, quotation.goes_on)).collect()
}

#[test]
fn the_parts_of_an_interrupted_quotation_know_that_they_are() {
    let (first, middle, last, alone) = ((false, true), (true, true), (true, false), (false, false));
    let examples: [(&str, &[(bool, bool)]); 11] = [
        ("“I think,” he said, “that we lost.”", &[first, last]),
        ("“We lost,” he said. “We lost badly.”", &[first, last]),
        ("“I,” he said, “think,” he said, “so.”", &[first, middle, last]),
        ("‘I think’, he said, ‘that we lost.’", &[first, last]),
        ("„Ich glaube“, sagte er, „wir verlieren.“", &[first, last]),
        ("“I think ‘no’,” he said, “and ‘yes’.”", &[first, alone, last, alone]),
        ("“We lost,” he said.\n“We lost badly,” he said.", &[alone, alone]),
        ("He had a “good meeting” and spoke of “progress.”", &[alone, alone]),
        ("“We lost,” he said. It was late. “We lost badly.”", &[alone, alone]),
        ("“We lost.” “We won.”", &[alone, alone]),
        ("“We lost,” “we won” and “we drew”.", &[alone, alone, alone]),
    ];
    for (written, expected) in examples {
        assert_eq!(parts(written), expected, "in: {written}");
    }
}

/// The quotations of a whole article, as the page finds them.
fn of_article(written: &str) -> Vec<String> {
    let article = Article::from_plain(article_id(1), written, "");
    let found = quotations(&article.text, article.blocks.iter().map(|block| (block.start, block.end)));
    found.iter().map(|each| article.text.words(each.span).to_owned()).collect()
}

#[test]
fn an_article_whose_marks_are_of_several_kinds_has_its_quotations_and_nothing_more() {
    let written = "Fähre liegt fest\n\n\
        „Heute fährt niemand\", sagte Lotsin Ida Harmsen am Dienstag. Die Stadt widersprach. „Vielleicht am Abend\", \
        hieß es.\n\n\
        “We stay here\", Harmsen said. \"Nobody wrote”, she added.\n\n\
        ,,Nie czekamy”, powiedziała Ola. ,,Wir bleiben'', sagte sie.\n\nDie Fähre liegt fest.\n";
    let expected = [
        "„Heute fährt niemand\"",
        "„Vielleicht am Abend\"",
        "“We stay here\"",
        "\"Nobody wrote”",
        ",,Nie czekamy”",
        ",,Wir bleiben''",
    ];
    assert_eq!(of_article(written), expected);
}

#[test]
fn an_article_whose_quotations_open_and_close_with_one_sign_has_them_and_nothing_more() {
    let written = "Lautta seisoo\n\n\
        »Emme aja tänään», sanoi luotsi Iida Harju. »Ehkä illalla», hän jatkoi.\n\n\
        \" Nous restons ici \", a dit Ida Aubin. \" Personne n'a écrit \", dit-elle.\n\nDie »Seeschwalbe« wartet.\n";
    let expected =
        ["»Emme aja tänään»", "»Ehkä illalla»", "\" Nous restons ici \"", "\" Personne n'a écrit \"", "»Seeschwalbe«"];
    assert_eq!(of_article(written), expected);
}

#[test]
fn a_reporting_clause_inside_the_marks_interrupts_the_quotation() {
    let (first, last) = ((false, true), (true, false));
    for written in [
        "«Мы ждём, — сказал Оле. — Никто не звонил».",
        "—No salimos —dijo Rosa—. Nadie llamó.",
        "– Vi venter, sier Ada. – Ingen ringte.",
        "« On attend, a dit Rose. Personne n’appelle. »",
        "«Non partiamo – dice Rosa – e basta».",
    ] {
        assert_eq!(parts(written), [first, last], "in: {written}");
    }
}

#[test]
fn a_line_of_dialogue_makes_the_lines_with_a_dash_beside_it_dialogue() {
    check(&[
        ("– Havnen er stengt.\n– Vi venter, sier Ada.", &["– Havnen er stengt.", "– Vi venter"]),
        ("– Vi venter, sier Ada.\n– Havnen er stengt.", &["– Vi venter", "– Havnen er stengt."]),
        (
            "– En.\n– To.\n– Vi venter, sier Ada.\n– Tre.\n– Fire.",
            &["– En.", "– To.", "– Vi venter", "– Tre.", "– Fire."],
        ),
        ("– Ost.\nDet koster mer.\n– Vi venter, sier Ada.", &["– Vi venter"]),
        ("– Vi venter, sier Ada.\nDet koster mer.\n– Ost.", &["– Vi venter"]),
        ("— Ost.\n– Vi venter, sier Ada.\n— Ost.", &["– Vi venter"]),
        ("- Ost.\n- Vi venter, sier Ada.\n- Ost.", &["- Vi venter"]),
        ("– Ost.\n– Brød.", &[]),
    ]);
}

#[test]
fn an_unclosed_quotation_ends_before_its_reporting_clause() {
    check(&[
        ("“We lost, he said. “We lost badly.”", &["“We lost", "“We lost badly.”"]),
        ("„Wir warten, sagte Ida. „Bis morgen\", schrieb sie.", &["„Wir warten", "„Bis morgen\""]),
        ("\"We lost, said Ole.", &["\"We lost"]),
        ("«Nous attendons, dit Rose.", &["«Nous attendons"]),
        ("«Мы ждём, — сказал Оле.", &["«Мы ждём"]),
    ]);
}

#[test]
fn a_pause_with_a_verb_of_saying_does_not_divide_a_quotation() {
    check(&[
        ("“The plan – said to be ready – failed,” she said.", &["“The plan – said to be ready – failed,”"]),
        ("„Mein Chef – er sagte nichts – ging“, sagte sie.", &["„Mein Chef – er sagte nichts – ging“"]),
        ("“My boss, said to be ill, left,” she said.", &["“My boss, said to be ill, left,”"]),
        ("« Il vient, a dit non, et part », dit-elle.", &["« Il vient, a dit non, et part »"]),
    ]);
}

#[test]
fn every_quote_in_marks_of_the_real_article_is_a_quotation() {
    let Some(Gold { text, marks, .. }) = gold::read() else { return };
    let article = Article::from_plain(article_id(1), &text, "");
    let found = quotations(&article.text, article.blocks.iter().map(|block| (block.start, block.end)));
    let found: Vec<(usize, usize)> = found.iter().map(|each| gold::code_points(&article.text, each.span)).collect();
    let letters: Vec<char> = text.chars().collect();
    let in_marks = |start: usize| letters.get(start) == Some(&'“');
    let wanted = marks.into_iter().filter(|(label, start, _)| label == "quote" && in_marks(*start));
    let wanted: Vec<(usize, usize)> = wanted.map(|(_, start, end)| (start, end)).collect();
    println!("{} quotations were found for {} that were marked", found.len(), wanted.len());
    assert_eq!((wanted.len(), found), (25, wanted));
}

/// Text that is full of marks.
fn marked_text() -> impl Strategy<Value = String> {
    const PIECES: [&str; 42] = [
        "“",
        "”",
        "‘",
        "’",
        "„",
        "‚",
        "«",
        "»",
        "‹",
        "›",
        "\"",
        "'",
        "「",
        "」",
        " ",
        " ",
        "\n",
        "no",
        "I don’t",
        ", he said, ",
        ".",
        "s’ ",
        "‘90s",
        "e\u{301}",
        ",,",
        "''",
        "``",
        "\"\"",
        "\"\"\"",
        "<<",
        ">>",
        "„",
        "”",
        "—",
        "– ",
        "\n– ",
        ", säger Ada. ",
        " —dijo Rosa—. ",
        ", a dit Rose, ",
        "« ",
        "港",
        "\t",
    ];
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn quotations_are_spans_in_order_and_stand_beside_or_inside_one_another(
        written in prop_oneof![marked_text(), raw_text(80), "\\PC{0,60}"]
    ) {
        let (text, found) = of(&written);
        for quotation in &found {
            let span = quotation.span;
            prop_assert_eq!(Span::exact(&text, span.start(), span.end()), Ok(span));
        }
        prop_assert!(found.is_sorted_by_key(|each| (each.span.start(), u32::MAX - each.span.end().0)));
        for (place, one) in found.iter().enumerate() {
            for other in found.iter().skip(place + 1) {
                prop_assert!(other.span.start() >= one.span.end() || one.span.strictly_contains(other.span), "{:?}", text);
            }
        }
    }

    #[test]
    fn what_resumes_follows_what_goes_on(written in marked_text()) {
        let (_, found) = of(&written);
        let count = |is: fn(&&Quotation) -> bool| found.iter().filter(is).count();
        prop_assert_eq!(count(|each| each.resumes), count(|each| each.goes_on));
    }
}
