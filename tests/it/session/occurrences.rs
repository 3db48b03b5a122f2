//! Every occurrence annotated in one step, in the open article and in all.

use bluepencil::session::{Command, Dialog, Event, OccurrencesEvent, Route};
use bluepencil::text::Matching;

use crate::support::build::{facts, id};
use crate::support::desk::{Desk, refusal, told};
use crate::support::marked::{desk, written};

fn occurring(desk: &mut Desk, what: OccurrencesEvent) -> Vec<crate::support::desk::Said> {
    desk.event(Event::Occurrences(what))
}

/// The dialog opened for the mark in focus, or the selection.
fn opened(before: &str) -> Desk {
    let (mut desk, place) = desk(before);
    desk.event(Event::Command(Command::AnnotateAll, place));
    assert_eq!(desk.session.dialog(), Some(Dialog::AnnotateAll));
    desk
}

/// Each occurrence with the words around it; ticked ones have a cross in front, marked ones a dash.
fn shown(desk: &Desk) -> Vec<String> {
    let known = desk.session.occurrences().expect("the dialog is open");
    let sign = |marked, ticked| {
        if marked {
            "-"
        } else if ticked {
            "x"
        } else {
            "o"
        }
    };
    known
        .found
        .iter()
        .map(|one| format!("{} {}", sign(one.marked, one.ticked), known.words_of(*one).concat()))
        .collect()
}

#[track_caller]
fn assert_marks(desk: &Desk, after: &str) {
    assert_eq!(written(desk.document(), None), after);
}

#[test]
fn the_words_of_the_mark_in_focus_are_found_and_its_own_place_is_not_offered() {
    let desk = opened("«credit*:Ada», Ada and Adam.");
    assert_eq!(shown(&desk), ["- Ada, Ada and Adam.", "x Ada, Ada and Adam."]);
    let told = desk.session.occurrences().expect("the dialog is open").summary();
    assert_eq!(told, "2 occurrences, 1 marked as credit already");
}

#[test]
fn all_that_is_ticked_is_marked_in_one_step() {
    let mut desk = opened("«credit*:Ada», Ada, Ada. ada");
    occurring(&mut desk, OccurrencesEvent::Tick(2, false));
    let said = occurring(&mut desk, OccurrencesEvent::Annotate);
    assert!(said.contains(&crate::support::desk::Said::Told(
        "2 occurrences of “Ada” marked as credit.".to_owned(),
        Some(Command::Undo)
    )));
    assert_marks(&desk, "«credit:Ada», «credit:Ada», Ada. «credit:ada»");
    assert_eq!(desk.session.dialog(), None);
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: 2 occurrences marked as credit.");
    assert_marks(&desk, "«credit:Ada», Ada, Ada. ada");
    desk.command(Command::Redo);
    assert_marks(&desk, "«credit:Ada», «credit:Ada», Ada. «credit:ada»");
}

#[test]
fn selected_words_come_before_the_mark_in_focus() {
    let desk = opened("«quote*:Ada» said no, [no], no");
    assert_eq!(shown(&desk).len(), 3);
}

#[test]
fn words_matching_and_label_can_be_changed() {
    let mut desk = opened("[May] may MAY mayor");
    let asked = |desk: &mut Desk, what| {
        occurring(desk, what);
        shown(desk).len()
    };
    assert_eq!(asked(&mut desk, OccurrencesEvent::Matching(Matching { case: false, whole_words: false })), 4);
    assert_eq!(asked(&mut desk, OccurrencesEvent::Matching(Matching { case: true, whole_words: true })), 1);
    assert_eq!(asked(&mut desk, OccurrencesEvent::Words("may".to_owned())), 1);
    let label = bluepencil::annotation::Label::parse("claim").expect("a label");
    occurring(&mut desk, OccurrencesEvent::Label(label));
    occurring(&mut desk, OccurrencesEvent::Annotate);
    assert_marks(&desk, "May «claim:may» MAY mayor");
}

#[test]
fn another_label_offers_the_words_again() {
    let mut desk = opened("«credit*:Ada» Ada");
    let label = bluepencil::annotation::Label::parse("claim").expect("a label");
    occurring(&mut desk, OccurrencesEvent::Label(label));
    assert_eq!(shown(&desk), ["x Ada Ada", "x Ada Ada"]);
}

#[test]
fn all_ticks_are_taken_away_and_set_again() {
    let mut desk = opened("«credit*:Ada» Ada ada");
    occurring(&mut desk, OccurrencesEvent::TickAll(false));
    assert_eq!(shown(&desk), ["- Ada Ada ada", "o Ada Ada ada", "o Ada Ada ada"]);
    let sentence = "Nothing is ticked, so nothing was marked.";
    assert_eq!(refusal(&occurring(&mut desk, OccurrencesEvent::Annotate)), sentence);
    occurring(&mut desk, OccurrencesEvent::TickAll(true));
    assert_eq!(shown(&desk), ["- Ada Ada ada", "x Ada Ada ada", "x Ada Ada ada"]);
}

#[test]
fn a_mark_of_several_segments_has_no_words_of_its_own() {
    let (mut desk, _) = desk("«¹quote*:One»¹ he said, «¹quote:two»¹");
    let sentence = "This mark has several segments. Select the words that you mean, and try again.";
    assert_eq!(refusal(&desk.command(Command::AnnotateAll)), sentence);
}

#[test]
fn without_words_there_is_nothing_to_look_for() {
    let (mut desk, _) = desk("«quote:One» two");
    let sentence = "Select some words first, or go to a mark that has them.";
    assert_eq!(refusal(&desk.command(Command::AnnotateAll)), sentence);
}

#[test]
fn a_closed_dialog_is_forgotten() {
    let mut desk = opened("«quote*:One» one");
    desk.event(Event::DialogClosed);
    assert!(desk.session.occurrences().is_none());
    assert_eq!(occurring(&mut desk, OccurrencesEvent::Annotate), []);
}

/// Two other articles with the same name in them, and the dialog open over all three.
fn three_articles() -> Desk {
    let mut desk = Desk::empty();
    for (text, title) in [("Ada and Ada.", "One"), ("No name.", "Two"), ("Here is Ada.", "Three")] {
        desk.event(super::articles::typed(text, title));
    }
    desk.command_at(Command::MarkCredit, "Ada");
    desk.command_at(Command::AnnotateAll, "Ada");
    occurring(&mut desk, OccurrencesEvent::Everywhere(true));
    desk
}

fn stored(desk: &Desk) -> Vec<String> {
    let ids = desk.session.library().articles.iter().map(|summary| summary.id);
    ids.map(|id| written(&desk.stored(id), None)).collect()
}

const BEFORE: [&str; 3] = ["Ada and Ada.", "No name.", "Here is «credit:Ada»."];
const AFTER: [&str; 3] = ["«credit:Ada» and «credit:Ada».", "No name.", "Here is «credit:Ada»."];

#[test]
fn all_articles_are_looked_through() {
    let desk = three_articles();
    assert_eq!(shown(&desk), ["- Here is Ada.", "x Ada and Ada.", "x Ada and Ada."]);
    let told = desk.session.occurrences().expect("the dialog is open").summary();
    assert_eq!(told, "3 occurrences in 2 articles, 1 marked as credit already");
}

#[test]
fn marks_in_other_articles_are_saved_counted_and_undone_with_the_step() {
    let mut desk = three_articles();
    assert_eq!(stored(&desk), BEFORE);
    occurring(&mut desk, OccurrencesEvent::Annotate);
    assert_eq!(stored(&desk), AFTER);
    let counts = |desk: &Desk| desk.session.library().articles.iter().map(|one| one.annotations).collect::<Vec<_>>();
    assert_eq!(counts(&desk), [2, 0, 1]);
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: 2 occurrences marked as credit.");
    assert_eq!((stored(&desk), counts(&desk)), (BEFORE.map(str::to_owned).to_vec(), vec![0, 0, 1]));
    desk.command(Command::Redo);
    assert_eq!((stored(&desk), counts(&desk)), (AFTER.map(str::to_owned).to_vec(), vec![2, 0, 1]));
}

#[test]
fn an_article_that_has_gone_meanwhile_is_told_when_the_step_is_undone() {
    let mut desk = three_articles();
    occurring(&mut desk, OccurrencesEvent::Annotate);
    let first = desk.session.library().articles[0].id;
    desk.event(Event::DeleteArticle(first));
    desk.event(Event::Address(Route::Article(desk.document().article().id, None)));
    let said = desk.command(Command::Undo);
    let sentence = "1 article could not be read or has changed since, so the marks in it were left as they are.";
    assert_eq!(refusal(&said), sentence);
}

#[test]
fn five_hundred_occurrences_are_one_step() {
    let text = format!("[Ada]{}", " and Ada".repeat(499));
    let mut desk = opened(&text);
    let before = facts(desk.document());
    occurring(&mut desk, OccurrencesEvent::Annotate);
    assert_eq!(desk.document().entries().len(), 500);
    assert_eq!(facts(desk.reloaded().document()), facts(desk.document()));
    desk.command(Command::Undo);
    assert_eq!((facts(desk.document()).entries, facts(desk.document()).article), (before.entries, before.article));
}

#[test]
fn the_button_of_a_mark_means_that_mark() {
    let (mut desk, _) = desk("«quote:One» «claim*:two» one");
    occurring(&mut desk, OccurrencesEvent::Of(id(1)));
    assert_eq!(desk.session.occurrences().expect("the dialog is open").words, "One");
}
