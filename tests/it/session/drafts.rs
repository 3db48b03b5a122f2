//! Drafts: what is typed and is no part of an article yet is there again, however its field was left.

use bluepencil::session::{
    BulkEvent, Command, DeskFileEvent, Detail, DetailsEvent, Dialog, DraftEvent, Event, Field, OccurrencesEvent,
    SearchEvent, SelectionMode,
};
use bluepencil::store::draft::{DAYS, MOST, QUICK_BYTES};
use bluepencil::store::{Key, PREFIX, Preferences, Record};
use proptest::collection::vec;
use proptest::prelude::*;

use super::articles::{pasted, typed};
use crate::support::build::{HARBOUR, harbour, id};
use crate::support::desk::{Desk, Said, refusal, told};

/// A desk with the dialog for a new article open, into which this was typed.
fn typing(text: &str, title: &str) -> Desk {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.command(Command::NewArticle);
    type_in(&mut desk, text, title);
    desk
}

/// Typing has paused.
fn type_in(desk: &mut Desk, text: &str, title: &str) -> Vec<Said> {
    desk.event(Event::Draft(DraftEvent::NewArticle { text: text.to_owned(), title: title.to_owned() }))
}

/// What stands in the fields when the dialog is opened.
fn shown(desk: &mut Desk) -> (String, String) {
    desk.command(Command::NewArticle);
    let draft = desk.session.new_article_draft();
    draft.map(|draft| (draft.text.clone(), draft.title.clone())).unwrap_or_default()
}

fn pair(text: &str, title: &str) -> (String, String) {
    (text.to_owned(), title.to_owned())
}

/// The records of drafts that have not ended, by key.
fn stored(desk: &Desk) -> Vec<&str> {
    let drafts = desk.records().filter(|(key, value)| key.contains("/draft/") && !value.ends_with("\nnull"));
    drafts.map(|(key, _)| key).collect()
}

/// A way to leave a dialog, with its name.
type Leaving = (&'static str, fn(&mut Desk));

#[test]
fn what_is_typed_for_a_new_article_is_there_when_the_dialog_is_opened_again() {
    let leave: [Leaving; 5] = [
        ("closed", |desk| drop(desk.event(Event::DialogClosed))),
        ("another dialog", |desk| drop(desk.command(Command::Commands))),
        ("back to the library", |desk| drop(desk.command(Command::Library))),
        ("a reload", |desk| *desk = desk.reloaded()),
        ("another article", |desk| drop(desk.event(pasted("Another text.")))),
    ];
    for (how, leave) in leave {
        let mut desk = typing("One.\n\nTwo.", "Transcript");
        leave(&mut desk);
        assert_eq!(shown(&mut desk), pair("One.\n\nTwo.", "Transcript"), "{how}");
    }
}

#[test]
fn typing_says_nothing_and_moves_nothing() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.command(Command::NewArticle);
    assert_eq!(type_in(&mut desk, "Some words", ""), []);
    assert!(Event::Draft(DraftEvent::Note(String::new())).comes_by_itself());
}

#[test]
fn opening_the_article_ends_the_draft() {
    let mut desk = typing("The ferry sails.", "Ferry");
    desk.event(typed("The ferry sails.", "Ferry"));
    assert_eq!((desk.open_title(), stored(&desk)), ("Ferry", vec![]));
    assert_eq!(shown(&mut desk), pair("", ""));
    assert_eq!(shown(&mut desk.reloaded()), pair("", ""));
}

#[test]
fn what_was_typed_since_the_last_pause_is_opened_and_not_kept() {
    let mut desk = typing("The ferry", "");
    desk.event(typed("The ferry sails.", ""));
    assert_eq!((desk.document().article().text.as_str(), stored(&desk)), ("The ferry sails.", vec![]));
}

#[test]
fn a_text_that_is_on_the_desk_already_ends_the_draft_too() {
    let mut desk = typing(HARBOUR, "Harbour talks");
    let said = desk.event(typed(HARBOUR, "Harbour talks"));
    assert_eq!(told(&said), "“Harbour talks” is on your desk already; it is open now.");
    assert_eq!(shown(&mut desk), pair("", ""));
}

#[test]
fn a_text_that_is_refused_is_kept_as_it_was_handed_in() {
    let mut desk = typing("", "Only a titl");
    refusal(&desk.event(typed(" \n", "Only a title")));
    desk.event(Event::DialogClosed);
    assert_eq!(shown(&mut desk.reloaded()), pair(" \n", "Only a title"));
}

#[test]
fn emptying_both_fields_ends_the_draft() {
    let mut desk = typing("Some words", "A title");
    type_in(&mut desk, "", "A title");
    assert_eq!(shown(&mut desk.reloaded()), pair("", "A title"));
    type_in(&mut desk, " ", "");
    assert_eq!((shown(&mut desk.reloaded()), stored(&desk)), (pair("", ""), vec![]));
}

#[test]
fn an_ended_draft_leaves_nothing_in_storage_after_the_next_start() {
    for text in ["Short.".to_owned(), "Long. ".repeat(QUICK_BYTES)] {
        let mut desk = typing(&text, "");
        desk.event(typed(&text, ""));
        let desk = desk.reloaded();
        let left = desk.storage.keys().chain(desk.strict.keys()).find(|key| key.contains("draft/"));
        assert_eq!(left, None);
    }
}

#[test]
fn typing_the_same_again_writes_nothing() {
    let mut desk = typing("Some words", "");
    let before = desk.storage.clone();
    type_in(&mut desk, "Some words", "");
    assert_eq!(desk.storage, before);
}

#[test]
fn a_long_text_stands_in_the_strict_tier_alone_and_comes_back() {
    let text = "A pasted word. ".repeat(QUICK_BYTES / 10);
    let desk = typing(&text, "Long");
    let [key] = stored(&desk)[..] else { panic!("one draft") };
    assert!(desk.storage[key].len() < 1_000, "local storage has little of it");
    assert!(desk.strict.values().any(|record| record.len() > text.len()));
    assert_eq!(shown(&mut desk.reloaded()), pair(&text, "Long"));
}

#[test]
fn a_long_text_that_has_become_short_is_kept_in_the_quick_tier_again() {
    let mut desk = typing(&"Word. ".repeat(QUICK_BYTES), "");
    type_in(&mut desk, "Word.", "");
    assert!(!desk.strict.keys().any(|key| key.starts_with("draft/")));
    assert_eq!(shown(&mut desk.reloaded()), pair("Word.", ""));
}

#[test]
fn a_long_text_of_which_the_last_change_is_lost_comes_back_as_it_was_before() {
    let text = "Word. ".repeat(QUICK_BYTES);
    let mut desk = typing(&text, "");
    let strict = desk.strict.clone();
    type_in(&mut desk, &format!("{text}More."), "");
    // The page is gone before the strict tier has it.
    desk.strict = strict;
    assert_eq!(shown(&mut desk.reloaded()), pair(&text, ""));
}

#[test]
fn a_long_text_that_cannot_be_read_is_neither_shown_nor_written_over() {
    let mut desk = typing(&"Word. ".repeat(QUICK_BYTES), "");
    desk.strict.values_mut().for_each(|record| record.truncate(record.len() / 2));
    let mut desk = desk.reloaded();
    assert_eq!(shown(&mut desk), pair("", ""));
    type_in(&mut desk, "Something else", "");
    let kept = desk.strict.keys().filter(|key| key.starts_with("draft/")).count();
    assert_eq!((kept, stored(&desk).len()), (1, 2));
}

#[test]
fn a_file_that_was_typed_and_imported_is_no_draft_any_more() {
    let exported = Desk::with(&[&harbour(2, &["close"])]).exported();
    // One that is open, one that must be read first, and one that is new.
    for also in [None, Some("Another text.")] {
        let mut desk = typing("", "");
        if let Some(text) = also {
            desk.event(pasted(text));
            desk.command(Command::NewArticle);
        }
        type_in(&mut desk, &exported, "");
        desk.event(typed(&exported, ""));
        assert_eq!((desk.session.dialog(), shown(&mut desk)), (None, pair("", "")));
    }
}

#[test]
fn a_whole_desk_that_was_typed_and_imported_is_no_draft_any_more() {
    let said = Desk::with(&[&harbour(2, &["close"])]).event(Event::DeskFile(DeskFileEvent::Download));
    let file = said.into_iter().find_map(|said| match said {
        Said::Download { content, .. } => Some(content),
        _ => None,
    });
    let file = file.expect("a file");
    let mut desk = typing(&file, "");
    desk.event(typed(&file, ""));
    assert_eq!((desk.session.dialog(), shown(&mut desk)), (None, pair("", "")));
}

#[test]
fn a_file_that_is_dropped_on_the_dialog_leaves_the_draft_alone() {
    let exported = Desk::with(&[&harbour(2, &["close"])]).exported();
    let mut desk = typing("Some words", "");
    desk.file("harbour.json", exported);
    assert_eq!(shown(&mut desk), pair("Some words", ""));
}

#[test]
fn the_note_for_selected_marks_is_kept_until_it_is_added() {
    let mut desk = Desk::with(&[&harbour(1, &["close", "flag"])]);
    for note in ["c", "ch", "check"] {
        desk.event(Event::Draft(DraftEvent::Note(note.to_owned())));
    }
    let mut desk = desk.reloaded();
    assert_eq!(desk.session.note_to_add(), "check");
    desk.event(Event::Bulk(BulkEvent::AddNote("check".to_owned())));
    assert_eq!(desk.session.note_to_add(), "check", "no mark is selected, so nothing was added");
    desk.event(Event::Bulk(BulkEvent::Select(id(1), SelectionMode::Toggle)));
    desk.event(Event::Bulk(BulkEvent::AddNote("check".to_owned())));
    assert_eq!((desk.session.note_to_add(), stored(&desk)), ("", vec![]));
}

#[test]
fn the_note_for_selected_marks_belongs_to_its_article() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.event(Event::Draft(DraftEvent::Note("check".to_owned())));
    desk.event(pasted("Another text."));
    assert_eq!(desk.session.note_to_add(), "");
    desk.command(Command::PreviousArticle);
    assert_eq!(desk.session.note_to_add(), "check");
}

fn look_for(desk: &mut Desk, words: &str) {
    desk.event(Event::Occurrences(OccurrencesEvent::Words(words.to_owned())));
}

fn words_looked_for(desk: &mut Desk, selected: &str) -> String {
    desk.command_at(Command::AnnotateAll, selected);
    desk.session.occurrences().expect("the dialog is open").words.clone()
}

#[test]
fn the_words_of_annotate_all_occurrences_are_there_when_it_is_opened_for_the_same_words() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    assert_eq!(words_looked_for(&mut desk, "close"), "close");
    look_for(&mut desk, "Harbour");
    desk.event(Event::DialogClosed);
    assert_eq!(words_looked_for(&mut desk, "flag"), "flag");
    desk.event(Event::DialogClosed);
    assert_eq!(words_looked_for(&mut desk, "close"), "Harbour");
    assert_eq!(words_looked_for(&mut desk.reloaded(), "close"), "Harbour");
    assert_eq!(desk.session.occurrences().expect("it is open").found.len(), 1);
}

#[test]
fn the_words_that_the_dialog_was_opened_for_are_no_draft() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    words_looked_for(&mut desk, "close");
    look_for(&mut desk, "clos");
    look_for(&mut desk, "close");
    assert_eq!(stored(&desk), Vec::<&str>::new());
}

#[test]
fn annotating_all_occurrences_ends_the_draft() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    words_looked_for(&mut desk, "close");
    look_for(&mut desk, "Harbour");
    desk.event(Event::Occurrences(OccurrencesEvent::Annotate));
    assert_eq!((desk.document().entries().len(), stored(&desk)), (1, vec![]));
    assert_eq!(words_looked_for(&mut desk, "close"), "close");
}

#[test]
fn the_details_of_an_article_and_the_name_are_kept_with_each_key() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command(Command::ArticleDetails);
    desk.event(Event::Details(DetailsEvent::Edit(Detail::Byline, "Zoe\u{301}".to_owned())));
    desk.event(Event::Prefer(Preferences { annotator: "Ada".to_owned(), ..desk.session.preferences().clone() }));
    let desk = desk.reloaded();
    assert_eq!(desk.document().article().details.byline, "Zoe\u{301}");
    assert_eq!(desk.session.preferences().annotator, "Ada");
}

#[test]
fn the_search_begins_with_the_words_of_the_last_one() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command(Command::Search);
    desk.event(Event::Search(SearchEvent::Words("family".to_owned())));
    desk.event(Event::Search(SearchEvent::Close));
    let said = desk.command(Command::Search);
    assert_eq!(desk.session.search().expect("it is open").words, "family");
    assert!(said.contains(&Said::FocusField(Field::Search)));
    let mut desk = desk.reloaded();
    desk.command(Command::Search);
    assert_eq!(desk.session.search().expect("it is open").words, "", "they are of one page");
}

#[test]
fn selected_words_are_searched_for_and_not_the_last_ones() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command(Command::Search);
    desk.event(Event::Search(SearchEvent::Words("family".to_owned())));
    desk.event(Event::Search(SearchEvent::Close));
    desk.command_at(Command::Search, "close");
    assert_eq!(desk.session.search().expect("it is open").words, "close");
}

#[test]
fn the_words_of_the_palette_are_of_this_page() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let before = desk.storage.clone();
    desk.event(Event::Draft(DraftEvent::Palette("exp".to_owned())));
    desk.event(Event::DialogClosed);
    assert_eq!((desk.session.palette_words(), desk.storage == before), ("exp", true));
    assert_eq!(desk.reloaded().session.palette_words(), "");
}

#[test]
fn a_desk_file_holds_no_drafts() {
    let mut desk = typing("Confidential words", "");
    let said = desk.event(Event::DeskFile(DeskFileEvent::Download));
    let file = said.iter().find_map(|said| match said {
        Said::Download { content, .. } => Some(content),
        _ => None,
    });
    assert!(!file.expect("a file").contains("Confidential"));
}

#[test]
fn a_draft_of_an_article_goes_after_some_days_and_one_of_a_new_article_stays() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.event(Event::Draft(DraftEvent::Note("check".to_owned())));
    type_in(&mut desk, "Some words", "");
    let moment = |days: i64| {
        let mut desk = desk.clone();
        for (key, value) in desk.storage.iter_mut().filter(|(key, _)| key.contains("/draft/")) {
            let mut record = Record::decode(value).expect("a record");
            let (before, after) = record.body.rsplit_once("\"moment\":").expect("its moment");
            let moment = after.trim_end_matches('}').parse::<i64>().expect("a number") - days * 24 * 60 * 60;
            record.body = format!("{before}\"moment\":{moment}}}");
            assert!(Key::parse(key).is_some());
            *value = record.encode();
        }
        desk.reloaded()
    };
    for (days, note) in [(DAYS - 1, "check"), (DAYS + 1, "")] {
        let mut desk = moment(days);
        assert_eq!(desk.session.note_to_add(), note, "after {days} days");
        assert_eq!(shown(&mut desk), pair("Some words", ""));
    }
}

#[test]
fn a_draft_that_is_damaged_is_told_and_left_as_it_is() {
    let mut desk = typing("Some words", "");
    let key = stored(&desk)[0].to_owned();
    desk.storage.insert(key.clone(), "garbage".to_owned());
    let mut desk = desk.reloaded();
    assert_eq!(shown(&mut desk), pair("", ""));
    type_in(&mut desk, "Other words", "");
    assert_eq!(desk.storage[&key], "garbage");
    assert_eq!(desk.session.library().problems.len(), 1);
}

#[test]
fn only_the_newest_drafts_of_new_articles_are_kept() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    for number in 0..MOST + 3 {
        let record = Record {
            revision: 1,
            writer: "other".to_owned(),
            body: format!("{{\"of\":\"new-article\",\"text\":\"Text {number}\",\"moment\":{number}}}"),
        };
        desk.storage.insert(format!("{PREFIX}draft/{}", id(number as u64)), record.encode());
    }
    let mut desk = desk.reloaded();
    assert_eq!((stored(&desk).len(), shown(&mut desk).0), (MOST, format!("Text {}", MOST + 2)));
}

/// Two tabs over one storage.
struct Two {
    tabs: [Desk; 2],
}

impl Two {
    fn new() -> Self {
        let desk = Desk::with(&[&harbour(1, &[])]);
        let mut tabs = [desk.clone(), desk];
        for (tab, name) in tabs.iter_mut().zip(["a", "b"]) {
            tab.tab = name;
        }
        tabs[1] = tabs[1].reloaded();
        Self { tabs }
    }

    /// Something happens in one tab, and the other hears what was written.
    fn event(&mut self, number: usize, event: Event) {
        let before = self.tabs[number].storage.clone();
        self.tabs[number].event(event);
        let after = self.tabs[number].storage.clone();
        let changed = after.iter().filter(|(key, value)| before.get(*key) != Some(value));
        let changed = changed.map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
        let strict = self.tabs[number].strict.clone();
        let other = &mut self.tabs[1 - number];
        (other.storage, other.strict) = (after, strict);
        other.event(Event::Received(changed));
        let (storage, strict) = (other.storage.clone(), other.strict.clone());
        (self.tabs[number].storage, self.tabs[number].strict) = (storage, strict);
    }

    fn type_in(&mut self, number: usize, text: &str) {
        self.event(number, Event::Draft(DraftEvent::NewArticle { text: text.to_owned(), title: String::new() }));
    }
}

#[test]
fn two_tabs_do_not_write_over_each_other_s_words() {
    let mut two = Two::new();
    two.type_in(0, "Words of the first tab");
    // The second shows nothing of its own yet, and begins anew.
    two.tabs[1].command(Command::NewArticle);
    two.type_in(1, "Words of the first tab, gone on with");
    two.type_in(0, "Words of the first tab and more");
    assert_eq!(shown(&mut two.tabs[0]).0, "Words of the first tab and more");
    assert_eq!(shown(&mut two.tabs[1]).0, "Words of the first tab, gone on with");
    let mut later = two.tabs[0].reloaded();
    let first = shown(&mut later).0;
    later.event(typed(&first, ""));
    let second = shown(&mut later).0;
    let mut both = [first.as_str(), second.as_str()];
    both.sort_unstable();
    assert_eq!(both, ["Words of the first tab and more", "Words of the first tab, gone on with"]);
}

#[test]
fn what_another_tab_has_opened_is_not_offered_here() {
    let mut two = Two::new();
    two.type_in(0, "The ferry sails.");
    assert_eq!(shown(&mut two.tabs[1]).0, "The ferry sails.");
    two.event(0, typed("The ferry sails.", ""));
    assert_eq!(shown(&mut two.tabs[1]).0, "");
}

#[test]
fn a_long_text_of_another_tab_is_shown_here() {
    let mut two = Two::new();
    let text = "Word. ".repeat(QUICK_BYTES);
    two.type_in(0, &text);
    assert_eq!(shown(&mut two.tabs[1]).0, text);
}

/// What is done with the draft of a new article.
#[derive(Clone, Debug)]
enum Step {
    Type(String, String),
    TypeLong(String),
    Close,
    Open,
    Reload,
}

fn step() -> impl Strategy<Value = Step> {
    let words = || "[a-z “”é🚢\n]{0,12}";
    prop_oneof![
        4 => (words(), words()).prop_map(|(text, title)| Step::Type(text, title)),
        1 => words().prop_map(Step::TypeLong),
        2 => Just(Step::Close),
        1 => Just(Step::Open),
        3 => Just(Step::Reload),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_was_typed_last_and_not_opened_stands_there_whatever_was_done(steps in vec(step(), 0..40)) {
        let mut desk = Desk::with(&[&harbour(1, &[])]);
        desk.command(Command::NewArticle);
        let mut expected = pair("", "");
        for step in steps {
            match step {
                Step::Type(text, title) => {
                    type_in(&mut desk, &text, &title);
                    expected = (text, title);
                }
                Step::TypeLong(words) => {
                    let text = format!("{words}. {}", "Word. ".repeat(QUICK_BYTES / 6));
                    type_in(&mut desk, &text, "");
                    expected = (text, String::new());
                }
                Step::Close => drop(desk.event(Event::DialogClosed)),
                Step::Open => {
                    let (text, title) = shown(&mut desk);
                    desk.event(typed(&text, &title));
                    if desk.session.dialog().is_none() {
                        expected = pair("", "");
                    }
                }
                Step::Reload => desk = desk.reloaded(),
            }
            if expected.0.trim().is_empty() && expected.1.trim().is_empty() {
                expected = pair("", "");
            }
            let (text, title) = shown(&mut desk);
            let found = if text.trim().is_empty() && title.trim().is_empty() { pair("", "") } else { (text, title) };
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(desk.session.dialog(), Some(Dialog::NewArticle));
            prop_assert!(stored(&desk).len() <= 1);
        }
    }
}
