//! The warning that storage does not last in this browser.

use bluepencil::session::{Event, LifetimeEvent, StorageLifetime};

use crate::support::build::harbour;
use crate::support::desk::Desk;

/// The warning after the first mark since the page was opened, in a browser that keeps everything for so long.
fn warned(desk: &mut Desk, lifetime: StorageLifetime) -> Option<&'static str> {
    let said = desk.event(Event::StorageLifetime(LifetimeEvent::FirstMarkKept(lifetime)));
    assert_eq!(said, [], "it is shown until it is read");
    desk.session.lifetime_warning()
}

#[test]
fn where_work_is_deleted_without_a_word_of_the_user_the_first_mark_says_so() {
    for (lifetime, words) in
        [(StorageLifetime::PrivateWindow, "private window"), (StorageLifetime::SevenDays, "seven days")]
    {
        let mut desk = Desk::with(&[&harbour(1, &["close"])]);
        let warning = warned(&mut desk, lifetime).expect("a warning");
        assert!(warning.starts_with("“Saved” means in this") && warning.contains(words), "{warning}");
        desk.event(Event::StorageLifetime(LifetimeEvent::WarningRead));
        assert_eq!(desk.session.lifetime_warning(), None);
    }
}

#[test]
fn where_it_stays_nothing_is_said() {
    for lifetime in [StorageLifetime::Unknown, StorageLifetime::Promised, StorageLifetime::BestEffort] {
        assert_eq!(warned(&mut Desk::with(&[&harbour(1, &["close"])]), lifetime), None, "{lifetime:?}");
    }
}

#[test]
fn who_has_marks_from_before_was_told_then_but_a_private_window_begins_anew() {
    let several = || Desk::with(&[&harbour(1, &["close", "waited"])]);
    assert_eq!(warned(&mut several(), StorageLifetime::SevenDays), None);
    assert!(warned(&mut several(), StorageLifetime::PrivateWindow).is_some());
}

#[test]
fn storage_tells_it_in_other_words_for_each() {
    let all = [
        StorageLifetime::Unknown,
        StorageLifetime::Promised,
        StorageLifetime::BestEffort,
        StorageLifetime::SevenDays,
        StorageLifetime::PrivateWindow,
    ];
    let facts: std::collections::BTreeSet<&str> = all.into_iter().map(StorageLifetime::fact).collect();
    assert_eq!(facts.len(), all.len());
}
