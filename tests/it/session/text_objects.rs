//! Text objects: each key selects what it should, goes on and comes back, and a label without a selection takes what is at
//! the caret.

use bluepencil::article::Article;
use bluepencil::document::Document;
use bluepencil::session::{Command, Event, Place};
use bluepencil::text::Utf8;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::build::article_id;
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::generate;
use crate::support::marked::{Marked, check, check_refused, desk, press, written};

/// Presses keys one after the other, each where the one before has led. Gives back what the last one said.
fn walk(desk: &mut Desk, place: &mut Place, keys: &str) -> Vec<Said> {
    let mut said = Vec::new();
    for key in keys.split(' ') {
        said = press(desk, *place, key);
        follow(place, &said);
    }
    said
}

/// Stands where the page would stand now.
fn follow(place: &mut Place, said: &[Said]) {
    for said in said {
        if let Said::Select(anchor, focus) = said {
            *place =
                Place { selection: Some((*anchor, *focus)).filter(|(one, other)| one != other), caret: Some(*focus) };
        }
    }
}

/// The text with the selection in brackets, or the caret.
fn shown(text: &str, place: Place) -> String {
    let (one, other) = place.selection.or(place.caret.map(|caret| (caret, caret))).expect("the user stands somewhere");
    let (start, end) = (one.min(other).index(), one.max(other).index());
    match place.selection {
        Some(_) => format!("{}[{}]{}", &text[..start], &text[start..end], &text[end..]),
        None => format!("{}|{}", &text[..start], &text[start..]),
    }
}

/// Presses keys on a text with a selection or a caret, and looks at what is selected then.
#[track_caller]
fn selects(before: &str, keys: &str, after: &str) {
    let (mut desk, mut place) = desk(before);
    walk(&mut desk, &mut place, keys);
    assert_eq!(shown(&Marked::read(before).plain, place), after);
}

/// Presses keys, and looks at the sentence that the last one says.
#[track_caller]
fn tells(before: &str, keys: &str, sentence: &str) {
    let (mut desk, mut place) = desk(before);
    let said = walk(&mut desk, &mut place, keys);
    assert_eq!(told(&said), sentence);
}

#[test]
fn the_whole_text_is_selected_and_the_selection_before_comes_back() {
    selects("One t|wo.\n\nThree.", "Ctrl+A", "[One two.\n\nThree.]");
    selects("One [two].\n\nThree.", "Ctrl+A -", "One [two].\n\nThree.");
}

#[test]
fn w_selects_the_word_at_the_caret_and_then_the_next() {
    selects("The fer|ry is late.", "W", "The [ferry] is late.");
    selects("The fer|ry is late.", "W W", "The ferry [is] late.");
    selects("The ferry |  is late.", "W", "The ferry   [is] late.");
    selects("One two|.\n\nThree.", "W", "One [two].\n\nThree.");
    selects("One two.|\n\nThree.", "W", "One two.\n\n[Three].");
}

#[test]
fn a_word_has_its_hyphens_and_a_number_its_signs() {
    selects("A 28-|point plan", "W", "A [28-point] plan");
    selects("It costs $4|.50 now", "W", "It costs [$4.50] now");
    selects("About 2|0% of it", "W", "About [20%] of it");
    selects("They do|n’t know", "W", "They [don’t] know");
}

#[test]
fn the_full_stop_selects_the_sentence_and_then_the_next() {
    selects("One. Tw|o here. Three.", ".", "One. [Two here.] Three.");
    selects("One. Tw|o here. Three.", ". .", "One. Two here. [Three.]");
    selects("One. [Two] here. Three.", ".", "One. [Two here.] Three.");
    selects("One.|\n\nTwo.", ". .", "One.\n\n[Two.]");
}

#[test]
fn the_apostrophe_selects_the_quotation_and_then_the_next() {
    selects("|He said “no” and “yes”.", "'", "He said [“no”] and “yes”.");
    selects("|He said “no” and “yes”.", "' '", "He said “no” and [“yes”].");
    selects("He said “no” and “y|es”.", "'", "He said “no” and [“yes”].");
    selects("He said “[no] way” and “yes”.", "'", "He said [“no way”] and “yes”.");
    selects("“He said ‘n|o’ twice.”", "'", "“He said [‘no’] twice.”");
}

#[test]
fn a_quotation_inside_a_selected_sentence_is_the_next_one() {
    selects("Oh. [He said “no” to us.] Ah.", "'", "Oh. He said [“no”] to us. Ah.");
}

#[test]
fn g_selects_the_paragraph_and_then_the_next() {
    selects("On|e. Two.\n\nThree.", "G", "[One. Two.]\n\nThree.");
    selects("On|e. Two.\n\nThree.", "G G", "One. Two.\n\n[Three.]");
    selects("One. [Two].\n\nThree.", "G", "[One. Two.]\n\nThree.");
}

#[test]
fn the_keys_back_select_the_one_before() {
    selects("One two th|ree", "Shift+W", "One [two] three");
    selects("One two [three]", "Shift+W Shift+W", "[One] two three");
    selects("One. Two. [Three.]", ",", "One. [Two.] Three.");
    selects("One. Two.\n\n[Three.]", ",", "One. [Two.]\n\nThree.");
    selects("“One” and “two”|.", "; ;", "[“One”] and “two”.");
    selects("One.\n\nTwo.\n\nThr|ee.", "Shift+G", "One.\n\n[Two.]\n\nThree.");
}

#[test]
fn at_either_end_the_selection_stays_and_it_is_said() {
    selects("One [two]", "W", "One [two]");
    tells("One [two]", "W", "No word comes after this.");
    tells("[One] two", "Shift+W", "No word comes before this.");
    tells("One. [Two.]", ".", "No sentence comes after this.");
    tells("One| two.", "'", "No quotation comes after this.");
    tells("|One.", "Shift+G", "No paragraph comes before this.");
}

#[test]
fn the_hyphen_goes_back_to_the_selection_before() {
    selects("One. T[w]o “three” four.", ". ' -", "One. [Two “three” four.]");
    selects("One. T[w]o “three” four.", ". ' - -", "One. T[w]o “three” four.");
    selects("One. Tw|o “three” four.", ". -", "One. Tw|o “three” four.");
    tells("One. Tw|o.", ". -", "Back at the caret.");
    tells("One. T[w]o.", ". -", "Selected again: w");
    tells("One. Tw|o.", "-", "There is no selection to go back to.");
}

#[test]
fn another_article_has_no_selections_to_go_back_to() {
    let documents = ["One. Two.", "Three."];
    let article = |(number, text): (u64, &str)| Article::from_plain(article_id(number), text, "");
    let documents = (1..).zip(documents).map(article).map(|article| Document::restored(article, 1, Vec::new(), []));
    let documents: Vec<Document> = documents.collect();
    let mut desk = Desk::with(&[&documents[0], &documents[1]]);
    walk(&mut desk, &mut Place { selection: None, caret: Some(Utf8(0)) }, ". .");
    desk.command(Command::NextArticle);
    assert_eq!(told(&desk.command(Command::SelectionBack)), "There is no selection to go back to.");
}

#[test]
fn what_was_selected_is_told_with_its_place() {
    tells("|Two words", "W", "Word: Two");
    tells("One. Tw|o. Three.", ".", "Sentence 2 of 3 in the paragraph: Two.");
    tells("|He said “no” and “yes”.", "'", "Quotation 1 of 2: “no”");
    tells("One.\n\nTw|o.", "G", "Paragraph 2 of 2: Two.");
}

#[test]
fn a_part_of_an_interrupted_quotation_is_told_with_the_key_that_adds_it() {
    let text = "|“I think,” he said, “that we lost.”";
    tells(text, "'", "Quotation 1 of 2: “I think,” It goes on in the next quotation.");
    let added =
        "Quotation 2 of 2: “that we lost.” It goes on from the quotation before; + adds it to the quote in focus.";
    tells(text, "' '", added);
}

#[test]
fn quotation_after_quotation_is_marked() {
    let (mut desk, mut place) = desk("|He said “no” and “yes”. “Why?” she asked.");
    walk(&mut desk, &mut place, "' Q ' Q ' Q");
    let after = "He said «quote:“no”» and «quote:“yes”». «quote*:“Why?”» she asked.";
    assert_eq!(written(desk.document(), desk.session.focus()), after);
}

#[test]
fn a_label_at_the_caret_marks_what_is_there() {
    check("He said “n|o” twice. Why?", "Q", "He said «quote*:“no”» twice. Why?");
    check("He said “n|o” twice. Why?", "C", "«claim*:He said “no” twice.» Why?");
    check("He said “n|o” twice. Why?", "P", "«caption*:He said “no” twice. Why?»");
    check("One.\n\nAda Brook/R|euters", "R", "One.\n\n«credit*:Ada Brook/Reuters»");
    check("He said “no”| twice.", "Q", "He said «quote*:“no”» twice.");
}

#[test]
fn a_caption_or_credit_at_the_caret_is_its_line_with_the_label_that_the_page_printed() {
    for (key, label, line) in [
        ("R", "credit", "Image source, Getty Images"),
        ("R", "credit", "Image source, Rosa Winterholm"),
        ("R", "credit", "Image copyright Getty Images"),
        ("R", "credit", "Media source, Reuters"),
        ("R", "credit", "Photo: Rosa Winterholm/Sundline"),
        ("P", "caption", "Image caption, Boats wait outside the wall on Tuesday"),
        ("P", "caption", "Media caption, Watch: Waves break over the quay"),
        ("P", "caption", "Video caption, The light in the storm"),
        ("P", "caption", "Image caption: It lost its roof. Nobody was there."),
        ("P", "caption", "IMAGE CAPTION, Boats wait"),
        ("P", "caption", "Pictured: Boats wait outside the wall"),
    ] {
        for at in [0, 9, line.len()] {
            let (front, back) = line.split_at(at);
            let article = |line: &str| format!("Harbour reopens\n\nIt opened.\n\n{line}\n\nNobody was hurt.");
            check(&article(&format!("{front}|{back}")), key, &article(&format!("«{label}*:{line}»")));
        }
    }
}

/// A line between characters that nobody sees, with a caret before, among and behind them.
const LINES_WITH_CARET: [&str; 6] = [
    "|\u{feff}\u{200b}“Nobody called.” \u{200b}",
    "\u{feff}|\u{200b}“Nobody called.” \u{200b}",
    "\u{feff}\u{200b}|“Nobody called.” \u{200b}",
    "\u{feff}\u{200b}“Nobody called.”| \u{200b}",
    "\u{feff}\u{200b}“Nobody called.” |\u{200b}",
    "\u{feff}\u{200b}“Nobody called.” \u{200b}|",
];

#[test]
fn the_words_of_a_line_are_marked_wherever_among_its_invisible_characters_the_caret_stands() {
    for line in LINES_WITH_CARET {
        for (keys, label) in
            [("G Q", "quote"), (". C", "claim"), ("' Q", "quote"), ("Q", "quote"), ("C", "claim"), ("R", "credit")]
        {
            let text = |line: &str| format!("\u{200b}\nFerry strike goes on\n\u{2060}\n{line}\n");
            let (mut desk, mut place) = desk(&text(line));
            walk(&mut desk, &mut place, keys);
            let marked = text(&format!("\u{feff}\u{200b}«{label}*:“Nobody called.”» \u{200b}"));
            assert_eq!(written(desk.document(), desk.session.focus()), marked, "{keys} in {line:?}");
        }
    }
}

#[test]
fn a_label_at_a_caret_where_nothing_is_says_so() {
    let next = "Press ' for the next one, or select some words, then press Q.";
    check_refused("He |said “no” twice.", "Q", &format!("There is no quotation at the caret. {next}"));
}

#[test]
fn a_label_at_the_caret_is_not_given_twice() {
    check_refused("«quote:“N|o”»", "Q", "These words are already marked as a quote. Nothing was changed.");
}

#[test]
fn objects_need_an_article() {
    let mut desk = Desk::empty();
    for command in [Command::SelectWord, Command::SelectQuotationBefore, Command::SelectionBack] {
        assert_eq!(
            refusal(&desk.command(command)),
            "No article is open. Open one from the library, or make a new one."
        );
    }
}

#[test]
fn two_double_clicks_on_a_word_take_the_quotation_or_the_sentence() {
    let around = |before: &str, after: &str| {
        let (mut desk, mut place) = desk(before);
        let (one, other) = place.selection.expect("a word");
        let said = desk.event(Event::SelectEnclosing(one, other));
        assert!(
            !said.iter().any(|said| matches!(said, Said::ShowWords(..))),
            "the text does not move under the pointer"
        );
        follow(&mut place, &said);
        assert_eq!(shown(&Marked::read(before).plain, place), after);
    };
    around("Oh. He said “no [way] now” to us.", "Oh. He said [“no way now”] to us.");
    around("Oh. He [said] “no” to us. Ah.", "Oh. [He said “no” to us.] Ah.");
    around("Oh. He ]said[ so. “No”.", "Oh. [He said so.] “No”.");
    around("Oh. „No [way]\", he said. “Now\", he said.", "Oh. [„No way\"], he said. “Now\", he said.");
    around("Oh. ”No [way]”, he said. ”Now”, he said.", "Oh. [”No way”], he said. ”Now”, he said.");
}

#[test]
fn selecting_changes_nothing_but_the_selection() {
    let (mut desk, mut place) = desk("|He said “no” «claim*:and “yes”».");
    let before = (written(desk.document(), desk.session.focus()), desk.storage.clone());
    walk(&mut desk, &mut place, "W . ' G Shift+W , ; Shift+G -");
    assert_eq!((written(desk.document(), desk.session.focus()), desk.storage), before);
}

/// The commands that go on and those that come back.
const PAIRS: [(Command, Command); 4] = [
    (Command::SelectWord, Command::SelectWordBefore),
    (Command::SelectSentence, Command::SelectSentenceBefore),
    (Command::SelectQuotation, Command::SelectQuotationBefore),
    (Command::SelectParagraph, Command::SelectParagraphBefore),
];

proptest! {
    #[test]
    fn the_next_one_and_the_one_before_are_inverse(
        document in generate::document(), at in any::<Index>(), (next, before) in select(&PAIRS[..])
    ) {
        let mut desk = Desk::with(&[&document]);
        let caret = Utf8::at(at.index(document.article().text.as_str().len() + 1));
        let mut place = Place { selection: None, caret: Some(caret) };
        let mut give = |command, place: &mut Place| {
            let said = desk.event(Event::Command(command, *place));
            follow(place, &said);
        };
        give(next, &mut place);
        let first = place;
        prop_assume!(first.selection.is_some());
        give(next, &mut place);
        if place != first {
            give(before, &mut place);
            prop_assert_eq!(place, first);
        }
        give(before, &mut place);
        if place != first {
            give(next, &mut place);
            prop_assert_eq!(place, first);
        }
    }

    #[test]
    fn from_the_start_each_key_reaches_every_object_to_the_last(
        document in generate::document(), (next, before) in select(&PAIRS[..])
    ) {
        let mut desk = Desk::with(&[&document]);
        let mut place = Place { selection: None, caret: Some(Utf8(0)) };
        let mut all = |command, place: &mut Place| {
            let mut found = Vec::new();
            loop {
                let said = desk.event(Event::Command(command, *place));
                let Some(Said::Select(start, end)) = said.first() else { return found };
                found.push((*start, *end));
                assert!(found.len() < 2_000, "it never ends");
                follow(place, &said);
            }
        };
        let there = all(next, &mut place);
        let mut back = all(before, &mut place);
        back.reverse();
        prop_assert_eq!(&there[..there.len().saturating_sub(1)], &back[..]);
    }
}
