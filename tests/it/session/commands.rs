//! Commands that show something: dialogs, screens, the file chooser.

use bluepencil::session::{Command, DetailsEvent, Dialog, Event, Screen};
use bluepencil::store::{Preferences, Theme};

use crate::support::build::harbour;
use crate::support::desk::{Desk, Said, refusal};

const NO_ARTICLE: &str = "No article is open. Open one from the library, or make a new one.";

#[test]
fn each_dialog_is_opened_by_its_command_and_closed_again() {
    let dialogs = [
        (Command::NewArticle, Dialog::NewArticle),
        (Command::Export, Dialog::Export),
        (Command::Commands, Dialog::Commands),
        (Command::KeyboardHelp, Dialog::KeyboardHelp),
        (Command::Settings, Dialog::Settings),
        (Command::Keys, Dialog::Keys),
        (Command::ArticleDetails, Dialog::ArticleDetails),
        (Command::EarlierVersions, Dialog::EarlierVersions),
    ];
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    for (command, dialog) in dialogs {
        desk.command(command);
        assert_eq!(desk.session.dialog(), Some(dialog));
        desk.event(Event::DialogClosed);
        assert_eq!(desk.session.dialog(), None);
    }
}

#[test]
fn what_needs_an_article_is_refused_without_one() {
    for command in [
        Command::Export,
        Command::ArticleDetails,
        Command::Download,
        Command::NextAnnotation,
        Command::PreviousAnnotation,
        Command::Search,
        Command::Filter,
        Command::SelectListed,
        Command::AnnotateAll,
    ] {
        let mut desk = Desk::empty();
        assert_eq!(refusal(&desk.command(command)), NO_ARTICLE, "{command:?}");
        assert_eq!(desk.session.dialog(), None, "{command:?}");
    }
}

#[test]
fn import_opens_the_file_chooser() {
    assert_eq!(Desk::empty().command(Command::Import), [Said::ChooseFiles]);
}

#[test]
fn the_library_is_shown_and_the_article_stays_open_behind_it() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command(Command::Library);
    assert_eq!((desk.session.screen(), desk.open_title()), (Screen::Library, "Harbour talks"));
}

#[test]
fn moving_the_caret_is_the_shell_s_work_and_changes_nothing_here() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let before = desk.state();
    for command in [Command::MoveCaret, Command::ExtendSelection] {
        assert_eq!(desk.command(command), []);
    }
    assert_eq!(desk.state(), before);
}

#[test]
fn a_dialog_that_is_closed_ends_what_was_typed_in_it() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let title = |title: &str| Event::Details(DetailsEvent::Edit(bluepencil::session::Detail::Title, title.to_owned()));
    desk.event(title("One"));
    desk.event(Event::DialogClosed);
    desk.event(title("Two"));
    desk.command(Command::Undo);
    assert_eq!(desk.open_title(), "One");
}

#[test]
fn preferences_are_kept_and_are_no_step_to_undo() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let set = Preferences { theme: Theme::Dark, annotator: "Zoé".to_owned(), ..desk.session.preferences().clone() };
    desk.event(Event::Prefer(set.clone()));
    assert_eq!(desk.reloaded().session.preferences(), &set);
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo.");
}

#[test]
fn preferences_that_stay_the_same_are_not_written_again() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let before = desk.state();
    desk.event(Event::Prefer(desk.session.preferences().clone()));
    assert_eq!(desk.state(), before);
}
