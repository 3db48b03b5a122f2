//! Several deletions: each article comes back by its own undo, the last deleted first, whole, after a reload too.

use std::collections::BTreeMap;

use bluepencil::annotation::Annotation;
use bluepencil::article::{Article, ArticleId};
use bluepencil::document::Document;
use bluepencil::session::{Command, DeletionEvent, DeskFileEvent, Detail, DetailsEvent, Event, Route, Screen};
use bluepencil::store::deletion::{DAYS, MOST, without_kept};
use bluepencil::store::reconciliation::reconcile;
use bluepencil::store::{Key, Record, library};
use bluepencil::text::Utf8;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::articles::typed;
use crate::support::build::{article_id, facts, harbour, moment};
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::generate;

const NOTHING: &str = "There is nothing to undo in the library.";

/// A desk in whose library three articles stand, each with a mark of its own work.
fn three() -> Desk {
    let mut desk = Desk::empty();
    for (title, words) in [("Ferry", "strike"), ("Harbour", "closed"), ("Bridge", "open")] {
        desk.event(typed(&format!("The {title} is {words} today."), title));
        desk.command_at(Command::MarkQuote, words);
    }
    desk.command(Command::Library);
    desk
}

fn id_of(desk: &Desk, title: &str) -> ArticleId {
    desk.session.library().articles.iter().find(|summary| summary.title == title).expect("it is listed").id
}

fn delete(desk: &mut Desk, title: &str) {
    let id = id_of(desk, title);
    desk.event(Event::DeleteArticle(id));
}

fn open(desk: &mut Desk, title: &str) {
    let id = id_of(desk, title);
    desk.event(Event::Address(Route::Article(id, None)));
}

/// What can be brought back: how many articles, and the title of the first.
fn restorable(desk: &Desk) -> (usize, Option<&str>) {
    (desk.session.deleted_articles(), desk.session.next_restored())
}

#[test]
fn each_undo_brings_back_one_article_the_last_deleted_first() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    delete(&mut desk, "Harbour");
    assert_eq!(restorable(&desk), (2, Some("Harbour")));
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: “Harbour” is back.");
    assert_eq!((desk.titles(), restorable(&desk)), (vec!["Harbour", "Bridge"], (1, Some("Ferry"))));
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: “Ferry” is back.");
    assert_eq!(desk.titles(), ["Ferry", "Harbour", "Bridge"]);
    assert_eq!(refusal(&desk.command(Command::Undo)), NOTHING);
}

#[test]
fn an_article_comes_back_with_its_marks_details_blocks_and_ids() {
    let document = harbour(3, &["close", "flag"]);
    let mut desk = Desk::with(&[&document]);
    desk.event(Event::Details(DetailsEvent::Edit(Detail::Byline, "Zoe\u{301}".to_owned())));
    let before = facts(desk.document());
    desk.event(Event::DeleteArticle(article_id(1)));
    let mut desk = desk.reloaded();
    desk.command(Command::Undo);
    let back = facts(&desk.stored(article_id(1)));
    assert_eq!((back.article, back.entries, back.removed), (before.article, before.entries, before.removed));
    assert!(back.article_revision > before.article_revision + 1, "newer than the deletion");
}

#[test]
fn work_in_another_article_between_changes_nothing() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    delete(&mut desk, "Harbour");
    open(&mut desk, "Bridge");
    desk.command_at(Command::MarkClaim, "The Bridge");
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: claim marked.");
    desk.command(Command::Redo);
    desk.command(Command::Library);
    desk.command(Command::Undo);
    desk.command(Command::Undo);
    assert_eq!(desk.titles(), ["Ferry", "Harbour", "Bridge"]);
    open(&mut desk, "Bridge");
    assert_eq!(desk.document().entries().len(), 2, "the work is still there");
}

#[test]
fn undo_in_the_library_leaves_the_work_in_the_open_article_alone() {
    let mut desk = three();
    assert_eq!(refusal(&desk.command(Command::Undo)), NOTHING);
    assert_eq!(desk.document().entries().len(), 1);
    assert_eq!(refusal(&desk.command(Command::Redo)), "There is nothing to redo in the library.");
}

#[test]
fn after_a_reload_all_of_it_can_still_be_brought_back() {
    let mut desk = three();
    for title in ["Bridge", "Ferry", "Harbour"] {
        delete(&mut desk, title);
        desk = desk.reloaded();
    }
    assert_eq!(restorable(&desk), (3, Some("Harbour")));
    for title in ["Harbour", "Ferry", "Bridge"] {
        assert_eq!(told(&desk.command(Command::Undo)), format!("Undone: “{title}” is back."));
        desk = desk.reloaded();
    }
    assert_eq!(desk.titles(), ["Ferry", "Harbour", "Bridge"]);
    open(&mut desk, "Harbour");
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: quote marked.");
}

#[test]
fn redo_deletes_again_in_the_order_of_the_deletions() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    delete(&mut desk, "Harbour");
    desk.command(Command::Undo);
    let mut desk = desk.reloaded();
    desk.command(Command::Undo);
    assert_eq!(told(&desk.command(Command::Redo)), "Redone: “Ferry” is deleted.");
    let mut desk = desk.reloaded();
    assert_eq!(told(&desk.command(Command::Redo)), "Redone: “Harbour” is deleted.");
    assert_eq!((desk.titles(), restorable(&desk)), (vec!["Bridge"], (2, Some("Harbour"))));
    assert_eq!(refusal(&desk.command(Command::Redo)), "There is nothing to redo in the library.");
}

#[test]
fn another_deletion_forgets_what_could_be_done_again() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    desk.command(Command::Undo);
    delete(&mut desk, "Bridge");
    let sentence = "There is nothing to redo in the library.";
    assert_eq!(refusal(&desk.command(Command::Redo)), sentence);
    let mut desk = desk.reloaded();
    assert_eq!(refusal(&desk.command(Command::Redo)), sentence);
    assert_eq!(restorable(&desk), (1, Some("Bridge")));
}

#[test]
fn redo_takes_what_was_done_since_with_it_and_undo_gives_that_back() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    desk.command(Command::Undo);
    open(&mut desk, "Ferry");
    desk.command_at(Command::MarkClaim, "The Ferry");
    desk.command(Command::Library);
    desk.command(Command::Redo);
    assert_eq!(desk.titles(), ["Harbour", "Bridge"]);
    let mut desk = desk.reloaded();
    desk.command(Command::Undo);
    open(&mut desk, "Ferry");
    assert_eq!(desk.document().entries().len(), 2);
}

#[test]
fn one_that_is_deleted_twice_comes_back_as_it_was_the_second_time() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    desk.command(Command::Undo);
    open(&mut desk, "Ferry");
    desk.command_at(Command::MarkClaim, "The Ferry");
    delete(&mut desk, "Ferry");
    assert_eq!(restorable(&desk).0, 1);
    let mut desk = desk.reloaded();
    desk.command(Command::Undo);
    open(&mut desk, "Ferry");
    assert_eq!(desk.document().entries().len(), 2);
}

#[test]
fn two_presses_of_the_button_delete_once() {
    let mut desk = three();
    let id = id_of(&desk, "Ferry");
    desk.event(Event::DeleteArticle(id));
    desk.event(Event::DeleteArticle(id));
    assert_eq!(restorable(&desk).0, 1);
}

#[test]
fn only_the_last_deletions_are_kept_and_nothing_of_the_others() {
    let mut desk = Desk::empty();
    let count = MOST + 2;
    for number in 0..count {
        desk.event(typed(&format!("Text {number}."), &format!("Title {number}")));
        desk.command_at(Command::MarkQuote, "Text");
    }
    let first = id_of(&desk, "Title 0");
    for number in 0..count {
        delete(&mut desk, &format!("Title {number}"));
    }
    assert_eq!(restorable(&desk).0, MOST);
    assert!(!desk.strict.keys().any(|key| key.contains(&first.to_string())), "nothing is left of the first");
    let mut desk = desk.reloaded();
    for number in (2..count).rev() {
        assert_eq!(told(&desk.command(Command::Undo)), format!("Undone: “Title {number}” is back."));
    }
    assert_eq!(refusal(&desk.command(Command::Undo)), NOTHING);
}

#[test]
fn after_some_days_a_deleted_article_is_gone_for_good() {
    for (days, left) in [(DAYS - 1, 1), (DAYS + 1, 0)] {
        let mut desk = three();
        let id = id_of(&desk, "Ferry");
        delete(&mut desk, "Ferry");
        desk.seconds += days * 24 * 60 * 60;
        let records: Vec<_> = desk.strict.clone().into_iter().filter(|(key, _)| key.starts_with("deletion/")).collect();
        desk.event(Event::Deletion(DeletionEvent::Listed(records)));
        assert_eq!(desk.strict.keys().any(|key| key.contains(&id.to_string())), left == 1, "after {days} days");
    }
}

#[test]
fn a_deletion_that_a_wrong_clock_has_dated_in_the_future_is_kept() {
    let mut desk = three();
    desk.seconds += 400 * 24 * 60 * 60;
    delete(&mut desk, "Ferry");
    let mut desk = desk.reloaded();
    delete(&mut desk, "Bridge");
    assert_eq!(restorable(&desk.reloaded()), (2, Some("Bridge")));
}

#[test]
fn an_import_of_a_deleted_article_takes_its_place_and_its_history() {
    let mut desk = three();
    open(&mut desk, "Ferry");
    let exported = desk.exported();
    desk.command_at(Command::MarkClaim, "The Ferry");
    delete(&mut desk, "Ferry");
    delete(&mut desk, "Bridge");
    desk.file("ferry.json", exported);
    assert_eq!((desk.open_title(), desk.document().entries().len()), ("Ferry", 1));
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo.");
    desk.command(Command::Library);
    let mut desk = desk.reloaded();
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: “Bridge” is back.");
    assert_eq!(refusal(&desk.command(Command::Undo)), NOTHING);
}

#[test]
fn a_kept_article_that_is_damaged_is_told_and_the_one_before_it_comes_back() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    delete(&mut desk, "Harbour");
    let id = desk.session.library().deleted.last().expect("it was deleted").0;
    let kept = desk.strict.get_mut(&format!("deleted/{id}")).expect("it is kept");
    kept.truncate(kept.len() / 2);
    let mut desk = desk.reloaded();
    assert_eq!(
        refusal(&desk.command(Command::Undo)),
        "“Harbour” could not be brought back: what was kept of it could not be read. It is cut off."
    );
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: “Ferry” is back.");
}

#[test]
fn undo_right_after_a_reload_waits_until_storage_has_listed_what_it_keeps() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    delete(&mut desk, "Harbour");
    let mut desk = desk.reloaded_without_history();
    assert_eq!((desk.command(Command::Undo), desk.command(Command::Undo)), (vec![], vec![]));
    let records = desk.strict.clone().into_iter().filter(|(key, _)| key.starts_with("deletion/")).collect();
    desk.event(Event::Deletion(DeletionEvent::Listed(records)));
    assert_eq!(desk.titles(), ["Ferry", "Harbour", "Bridge"]);
    assert_eq!(refusal(&desk.command(Command::Undo)), NOTHING);
}

#[test]
fn a_listed_deletion_that_is_damaged_is_left_out() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    let id = desk.session.library().deleted.last().expect("it was deleted").0;
    let listed = desk.strict.get_mut(&format!("deletion/{id}")).expect("it is listed");
    *listed = "garbage".to_owned();
    assert_eq!(restorable(&desk.reloaded()), (0, None));
}

#[test]
fn where_nothing_can_be_read_from_storage_this_page_still_brings_back_what_it_deleted() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    delete(&mut desk, "Harbour");
    desk.strict.clear();
    desk.event(Event::Deletion(DeletionEvent::Listed(Vec::new())));
    desk.command(Command::Undo);
    desk.command(Command::Undo);
    assert_eq!(desk.titles(), ["Ferry", "Harbour", "Bridge"]);
}

#[test]
fn a_desk_file_holds_nothing_of_a_deleted_article() {
    let mut desk = three();
    let id = id_of(&desk, "Ferry").to_string();
    delete(&mut desk, "Ferry");
    let said = desk.event(Event::DeskFile(DeskFileEvent::Download));
    let file = said.iter().find_map(|said| match said {
        Said::Download { content, .. } => Some(content),
        _ => None,
    });
    assert!(!file.expect("a file").contains(&id));
}

#[test]
fn what_another_tab_has_brought_back_is_not_brought_back_again() {
    let mut desk = three();
    delete(&mut desk, "Ferry");
    let mut other = desk.reloaded();
    other.command(Command::Undo);
    (desk.storage, desk.strict) = (other.storage, other.strict);
    let library = library::summaries(desk.records());
    desk.event(Event::LibraryRead(library));
    assert_eq!((restorable(&desk), desk.titles().len()), ((0, None), 3));
}

#[test]
fn what_another_tab_has_deleted_can_be_brought_back_here() {
    let mut desk = three();
    let mut other = desk.reloaded();
    delete(&mut other, "Ferry");
    let key = Key::Article(other.session.library().deleted[0].0).to_string();
    (desk.storage, desk.strict) = (other.storage.clone(), other.strict.clone());
    desk.event(Event::Received(vec![(key.clone(), other.storage.get(&key).cloned())]));
    assert_eq!(restorable(&desk), (1, Some("Ferry")));
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: “Ferry” is back.");
}

#[test]
fn a_deletion_that_reached_local_storage_alone_can_be_taken_back() {
    let mut desk = three();
    let strict: Vec<_> = desk.storage.clone().into_iter().collect();
    let (before, history) = (desk.storage.clone(), desk.strict.clone());
    let id = id_of(&desk, "Harbour");
    delete(&mut desk, "Harbour");
    // The browser is killed before IndexedDB has confirmed it.
    let quick: Vec<_> = desk.storage.clone().into_iter().collect();
    let [of_quick, of_strict] = reconcile(&quick, &strict, &moment());
    let (mut storage, mut kept) = (before, history);
    for (key, value) in of_strict {
        let tier = if key.starts_with("bluepencil/") { &mut storage } else { &mut kept };
        match value {
            Some(value) => tier.insert(key, value),
            None => tier.remove(&key),
        };
    }
    assert_eq!((of_quick, &storage), (vec![], &desk.storage), "both tiers have the deletion now");
    let mut desk = Desk::over(storage, kept, Route::Library);
    assert_eq!((desk.titles(), restorable(&desk)), (vec!["Ferry", "Bridge"], (1, Some("Harbour"))));
    desk.command(Command::Undo);
    assert_eq!(desk.stored(id).entries().len(), 1);
    open(&mut desk, "Harbour");
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: quote marked.");
}

#[test]
fn a_deletion_that_local_storage_has_lost_is_kept_once() {
    let mut desk = three();
    let quick: Vec<_> = desk.storage.clone().into_iter().collect();
    delete(&mut desk, "Harbour");
    let strict: Vec<_> = desk.storage.clone().into_iter().collect();
    let [_, of_strict] = reconcile(&quick, &strict, &moment());
    assert_eq!(of_strict, vec![]);
}

#[test]
fn where_there_is_no_room_for_it_the_article_is_deleted_all_the_same() {
    let mut desk = Desk::tab(&three().storage, "tab", 0);
    desk.command(Command::Library);
    delete(&mut desk, "Harbour");
    let batch = desk.outbox.take().expect("a tab").remove(0);
    let writes = batch.clone().into_writes().into_iter().chain(batch.strict.clone()).collect();
    let fewer = without_kept(&writes).expect("it keeps the article");
    assert_eq!(fewer, batch.into_writes(), "the tombstone and what goes");
    assert_eq!(without_kept(&fewer), None);
}

#[test]
fn the_kept_article_is_a_sound_record() {
    let mut desk = three();
    delete(&mut desk, "Harbour");
    for (key, value) in desk.strict.iter().filter(|(key, _)| key.starts_with("delet")) {
        assert!(Record::decode(value).is_ok(), "{key}");
    }
}

/// What a user does in the library.
#[derive(Clone, Debug)]
enum Step {
    Delete(Index),
    Undo,
    Redo,
    /// Opens an article, marks some words and goes back to the library.
    Work(Index, Index, Index),
    Reload,
}

fn step() -> impl Strategy<Value = Step> {
    let at = any::<Index>;
    prop_oneof![
        4 => at().prop_map(Step::Delete),
        4 => Just(Step::Undo),
        2 => Just(Step::Redo),
        2 => (at(), at(), at()).prop_map(|(which, one, other)| Step::Work(which, one, other)),
        3 => Just(Step::Reload),
    ]
}

type Content = (Article, Vec<Annotation>);

fn content(document: &Document) -> Content {
    (document.article().clone(), document.annotations().cloned().collect())
}

/// What must be there: every article, and which of them were deleted in which order.
struct Model {
    all: BTreeMap<ArticleId, Content>,
    deleted: Vec<ArticleId>,
    undone: Vec<ArticleId>,
}

impl Model {
    fn present(&self) -> Vec<ArticleId> {
        self.all.keys().filter(|id| !self.deleted.contains(id)).copied().collect()
    }

    fn take(&mut self, desk: &mut Desk, step: Step) {
        let present = self.present();
        let chosen = |which: Index| (!present.is_empty()).then(|| present[which.index(present.len())]);
        match step {
            Step::Delete(which) => {
                let Some(id) = chosen(which) else { return };
                desk.event(Event::DeleteArticle(id));
                self.undone.clear();
                self.deleted.push(id);
            }
            Step::Undo => {
                desk.command(Command::Undo);
                self.undone.extend(self.deleted.pop());
            }
            Step::Redo => {
                desk.command(Command::Redo);
                self.deleted.extend(self.undone.pop());
            }
            Step::Work(which, one, other) => {
                let Some(id) = chosen(which) else { return };
                desk.event(Event::Address(Route::Article(id, None)));
                let length = desk.document().article().text.as_str().len() + 1;
                desk.command_on(Command::MarkQuote, Utf8::at(one.index(length)), Utf8::at(other.index(length)));
                self.all.insert(id, content(desk.document()));
                desk.command(Command::Library);
            }
            Step::Reload => *desk = desk.reloaded(),
        }
    }

    fn holds(&self, desk: &Desk) {
        assert_eq!(desk.session.screen(), Screen::Library);
        let mut listed: Vec<ArticleId> = desk.session.library().articles.iter().map(|summary| summary.id).collect();
        listed.sort();
        assert_eq!(listed, self.present());
        for id in listed {
            assert_eq!(content(&desk.stored(id)), self.all[&id]);
        }
        assert_eq!(desk.session.deleted_articles(), self.deleted.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_is_deleted_undone_and_done_again_gives_back_what_was_there(
        documents in generate::documents(4), steps in vec(step(), 0..60)
    ) {
        let mut desk = Desk::with(&documents.iter().collect::<Vec<_>>());
        desk.command(Command::Library);
        let first: BTreeMap<_, _> = documents.iter().map(|one| (one.article().id, content(one))).collect();
        let mut model = Model { all: first.clone(), deleted: Vec::new(), undone: Vec::new() };
        for step in steps {
            model.take(&mut desk, step);
            model.holds(&desk);
        }
        while !model.deleted.is_empty() {
            model.take(&mut desk, Step::Undo);
        }
        model.holds(&desk);
        // Each still has its own history.
        for (id, before) in first {
            desk.event(Event::Address(Route::Article(id, None)));
            while !desk.command(Command::Undo).iter().any(|said| matches!(said, Said::Alert(_))) {}
            prop_assert_eq!(content(desk.document()), before);
        }
    }
}
