//! Settings of look and speech: kept, reset, and read for ever.

use bluepencil::session::Event;
use bluepencil::store::{Announcements, Measure, Preferences, ReaderFont, TextSize, Theme};

use crate::support::build::{article_id, harbour, moment};
use crate::support::desk::{Desk, told};

/// Preferences in which nothing is as it comes.
fn all_set() -> Preferences {
    Preferences {
        theme: Theme::HighContrast,
        text_size: TextSize::Largest,
        measure: Measure::Narrow,
        reader_font: ReaderFont::Sans,
        announcements: Announcements::Short,
        keys: vec![("Mark quote".to_owned(), vec!["X".to_owned()]), ("Redo".to_owned(), Vec::new())],
        single_letters_off: true,
        lesson_over: true,
        annotator: "Zoé".to_owned(),
        last_article: None,
        exported: vec![(article_id(1), moment())],
        extra: Preferences::default().extra,
    }
}

#[test]
fn everything_that_is_set_is_read_as_it_was_written() {
    assert_eq!(Preferences::from_body(&all_set().to_body()), Ok(all_set()));
}

#[test]
fn what_is_as_it_comes_is_not_written() {
    assert_eq!(Preferences::default().to_body(), r#"{"annotator":"","theme":"system"}"#);
}

#[test]
fn a_choice_that_is_not_known_becomes_the_one_that_comes_with_the_page() {
    let read = Preferences::from_body(r#"{"theme":"neon","text_size":7,"measure":"endless","keys":"none"}"#);
    assert_eq!(read, Ok(Preferences::default()));
}

#[test]
fn a_reset_leaves_the_name_and_the_keys() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let last_article = desk.session.preferences().last_article;
    desk.event(Event::Prefer(Preferences { last_article, ..all_set() }));
    let said = desk.event(Event::ResetSettings);
    assert_eq!(told(&said), "The settings are as they came. Your name and your keys stay.");
    let kept = Preferences {
        last_article,
        keys: all_set().keys,
        exported: all_set().exported,
        single_letters_off: true,
        lesson_over: true,
        annotator: "Zoé".to_owned(),
        ..Preferences::default()
    };
    assert_eq!(desk.session.preferences(), &kept);
}

#[test]
fn every_choice_is_found_by_its_name() {
    for theme in Theme::ALL {
        assert_eq!(Theme::named(theme.name()), Some(*theme));
    }
    for announcements in Announcements::ALL {
        assert_eq!(Announcements::named(announcements.name()), Some(*announcements));
    }
    assert_eq!((TextSize::ALL.len(), TextSize::named("huge")), (5, None));
}
