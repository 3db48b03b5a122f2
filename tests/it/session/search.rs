//! Search: where it begins, how one goes on, and what is done with a match.

use bluepencil::annotation::Label;
use bluepencil::session::{Command, Event, Field, SearchEvent};
use bluepencil::text::{Matching, Utf8};

use crate::support::build::id;
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::marked::{desk, press, written};

const TEXT: &str = "One ferry, two ferries. «quote(the ferry again):Three» «claim:ferry boats».";

/// The search opened on a text, with these words in it.
fn searching(before: &str, words: &str) -> Desk {
    let (mut desk, place) = desk(before);
    press(&mut desk, place, "/");
    find(&mut desk, SearchEvent::Words(words.to_owned()));
    desk
}

fn find(desk: &mut Desk, finding: SearchEvent) -> Vec<Said> {
    desk.event(Event::Search(finding))
}

fn say(desk: &Desk) -> String {
    desk.session.search().map(|search| search.summary()).unwrap_or_default()
}

/// Where the chosen match stands in the text.
fn current(desk: &Desk) -> Option<usize> {
    desk.session.search()?.current_place().map(|place| place.start().index())
}

#[test]
fn slash_opens_the_search_and_goes_to_its_field() {
    let (mut desk, place) = desk("One| two");
    assert_eq!(press(&mut desk, place, "/"), [Said::FocusField(Field::Search)]);
}

#[test]
fn what_is_selected_is_searched_for_at_once() {
    let (mut desk, place) = desk("One two one [One]");
    press(&mut desk, place, "/");
    assert_eq!(say(&desk), "3 of 3 in the text, 0 in annotations");
}

#[test]
fn matches_in_text_and_annotations_are_counted() {
    assert_eq!(say(&searching(TEXT, "FERRY")), "1 of 2 in the text, 2 in annotations");
    assert_eq!(say(&searching(TEXT, "boat")), "1 of 1 in the text, 1 in annotations");
    assert_eq!(say(&searching(TEXT, "submarine")), "Not found.");
    assert_eq!(say(&searching(TEXT, " ")), "");
}

#[test]
fn case_and_whole_words_are_asked_for() {
    let mut desk = searching("Art art arty", "art");
    find(&mut desk, SearchEvent::Matching(Matching { case: true, whole_words: false }));
    assert_eq!(say(&desk), "1 of 2 in the text, 0 in annotations");
    find(&mut desk, SearchEvent::Matching(Matching { case: true, whole_words: true }));
    assert_eq!(say(&desk), "1 of 1 in the text, 0 in annotations");
}

#[test]
fn the_search_begins_at_the_caret() {
    assert_eq!(current(&searching("a b a |b a b", "b")), Some(6));
}

#[test]
fn after_the_last_match_at_the_caret_the_first_is_chosen() {
    assert_eq!(current(&searching("a b a|", "b")), Some(2));
}

#[test]
fn enter_goes_to_the_next_match_and_after_the_last_to_the_first() {
    let mut desk = searching("b a b", "b");
    let next = find(&mut desk, SearchEvent::Next);
    assert_eq!(next, [Said::ShowWords(Utf8(4), Utf8(5))]);
    find(&mut desk, SearchEvent::Next);
    assert_eq!(current(&desk), Some(0));
    find(&mut desk, SearchEvent::Previous);
    assert_eq!(current(&desk), Some(4));
}

#[test]
fn matches_in_annotations_follow_those_in_the_text() {
    let mut desk = searching(TEXT, "ferry");
    find(&mut desk, SearchEvent::Next);
    let said = find(&mut desk, SearchEvent::Next);
    assert_eq!(said, [Said::Reveal(id(1))]);
    assert_eq!((say(&desk).as_str(), desk.session.focus()), ("2 in the text, 1 of 2 in annotations", Some(id(1))));
}

#[test]
fn the_chosen_match_is_marked_without_leaving_the_search() {
    let mut desk = searching("A ferry and a ferry", "ferry");
    find(&mut desk, SearchEvent::Next);
    let said = find(&mut desk, SearchEvent::Mark(Label::parse("claim").expect("a label")));
    assert_eq!(told(&said), "Claim marked: ferry");
    assert_eq!(written(desk.document(), None), "A ferry and a «claim:ferry»");
    assert_eq!(say(&desk), "2 of 2 in the text, 1 in annotations");
}

#[test]
fn without_a_match_in_the_text_there_is_nothing_to_mark() {
    let mut desk = searching("A ferry", "train");
    let said = find(&mut desk, SearchEvent::Mark(Label::parse("claim").expect("a label")));
    let sentence = "No match in the text is chosen. Type words that stand in the article, and choose one.";
    assert_eq!(refusal(&said), sentence);
}

#[test]
fn closing_leaves_the_chosen_match_selected() {
    let mut desk = searching("A ferry", "ferry");
    let selected = [Said::Select(Utf8(2), Utf8(7)), Said::ShowWords(Utf8(2), Utf8(7))];
    assert_eq!(find(&mut desk, SearchEvent::Close), selected);
    assert!(desk.session.search().is_none());
}

#[test]
fn closing_without_a_match_goes_back_to_the_article() {
    let mut desk = searching("A ferry", "train");
    assert_eq!(find(&mut desk, SearchEvent::Close), [Said::FocusArticle]);
}

#[test]
fn escape_in_the_article_closes_the_search_before_it_takes_the_focus_away() {
    let mut desk = searching("«quote*:A» ferry", "ferry");
    desk.command(Command::Leave);
    assert_eq!((desk.session.search().is_none(), desk.session.focus()), (true, Some(id(1))));
}

#[test]
fn the_search_goes_on_in_another_article() {
    let mut desk = searching("A ferry and a ferry", "ferry");
    desk.event(super::articles::typed("One ferry.", "Second"));
    assert_eq!(say(&desk), "1 of 1 in the text, 0 in annotations");
}

#[test]
fn searching_changes_nothing_that_is_kept() {
    let (mut desk, place) = desk(TEXT);
    let before = (desk.exported(), desk.storage.clone());
    press(&mut desk, place, "/");
    for finding in [
        SearchEvent::Words("ferry".to_owned()),
        SearchEvent::Next,
        SearchEvent::Choose(3),
        SearchEvent::Previous,
        SearchEvent::Close,
    ] {
        find(&mut desk, finding);
    }
    assert_eq!((desk.exported(), desk.storage), before);
}
