//! The reminder to take work out of the browser, and what reminds nobody any more.

use bluepencil::document::{Document, Transaction};
use bluepencil::session::{BackupFileEvent, Command, DeskFileEvent, Event, Route};

use crate::support::build::{article_id, harbour, id, quote};
use crate::support::desk::{Desk, Said};

const DAY: i64 = 24 * 60 * 60;

/// The harbour article with so many marks, made at the moment of all that is made by hand.
fn marked(count: usize) -> Document {
    let document = harbour(1, &[]);
    let text = document.article().text.clone();
    let beginnings = |words: &'static str| (1..=words.len()).map(move |length| &words[..length]);
    let words = beginnings("We are close").chain(beginnings("but not done.")).filter(|words| !words.ends_with(' '));
    let marks = words.zip(1..).take(count).map(|(word, number)| quote(number, &text, word));
    marks.fold(document, |document, mark| document.apply(&Transaction::added("marked", mark)).expect("it is new"))
}

/// What is said when the article is opened so much later.
fn opened(desk: &Desk, later: i64) -> Vec<Said> {
    let mut desk = desk.reloaded();
    desk.event(Event::Address(Route::Library));
    desk.seconds = later;
    // A reload opens the article too; the reminder is said once only.
    desk.session = bluepencil::session::Session::default();
    let library = bluepencil::store::library::summaries(desk.records());
    desk.event(Event::Started { library, route: Route::Article(article_id(1), None) })
}

fn reminders(said: &[Said]) -> Vec<&str> {
    let told = said.iter().filter_map(|said| match said {
        Said::Told(sentence, Some(Command::Export)) => Some(sentence.as_str()),
        _ => None,
    });
    told.collect()
}

#[test]
fn twenty_annotations_older_than_a_day_and_in_no_file_are_told_with_the_way_out() {
    let said = opened(&Desk::with(&[&marked(20)]), DAY + 60);
    assert_eq!(
        reminders(&said),
        [
            "20 annotations of “Harbour talks” are older than a day and in no file yet. Export them to have them outside this browser too."
        ]
    );
}

#[test]
fn fewer_or_newer_ones_are_not_told() {
    assert_eq!(reminders(&opened(&Desk::with(&[&marked(19)]), DAY + 60)), [""; 0]);
    assert_eq!(reminders(&opened(&Desk::with(&[&marked(20)]), DAY - 60)), [""; 0]);
}

#[test]
fn an_export_a_file_of_the_desk_and_a_backup_each_make_it_needless() {
    for event in [
        Event::Command(Command::Download, Default::default()),
        Event::DeskFile(DeskFileEvent::Download),
        Event::BackupFile(BackupFileEvent::Due),
    ] {
        let mut desk = Desk::with(&[&marked(20)]);
        desk.event(event.clone());
        assert_eq!(reminders(&opened(&desk, DAY + 60)), [""; 0], "{event:?}");
    }
}

#[test]
fn what_was_changed_after_the_export_is_told_again() {
    let mut desk = Desk::with(&[&marked(20)]);
    desk.command(Command::Download);
    for number in 1..=20 {
        desk.event(Event::Choose(id(number)));
        desk.command(Command::Flag);
    }
    assert_eq!(reminders(&opened(&desk, DAY + 60)).len(), 0, "it is not a day yet");
    assert_eq!(reminders(&opened(&desk, DAY + 600)).len(), 1);
}

#[test]
fn it_is_said_once() {
    let mut desk = Desk::with(&[&marked(20)]);
    desk.seconds = DAY + 60;
    let mut open = || {
        desk.event(Event::Address(Route::Library));
        desk.event(Event::Loaded(
            vec![bluepencil::session::Stored::of(article_id(1), &desk.storage.clone().into_iter().collect::<Vec<_>>())],
            bluepencil::session::After::Open(None),
        ))
    };
    assert_eq!(reminders(&open()).len(), 1);
    assert_eq!(reminders(&open()).len(), 0);
}
