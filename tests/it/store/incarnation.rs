//! Incarnations: a tier that is not the one that the page knows is told from one that is, and from one that its user has
//! emptied.

use bluepencil::store::incarnation::{Condition, after_wipe, condition};
use bluepencil::store::key::RESCUE;
use bluepencil::store::reconciliation::{refill, set_aside};
use bluepencil::store::{Key, Record};
use proptest::prelude::*;

use crate::support::build::{article_id, id, moment};

#[test]
fn a_tier_is_compared_with_what_the_page_knows_of_it() {
    let wiped = after_wipe("two");
    for (known, found, expected) in [
        (Some("one"), Some("one"), Condition::Intact),
        // Nothing was known, and there is nothing: the first visit, or a tier that takes no marker.
        (None, None, Condition::Intact),
        // Another tab was first.
        (None, Some("one"), Condition::Marked),
        // Cleared, deleted, evicted.
        (Some("one"), None, Condition::Emptied),
        // Emptied, and another tab has begun again.
        (Some("one"), Some("two"), Condition::Emptied),
        // What is left of a marker is none.
        (Some("one"), Some(""), Condition::Emptied),
        (Some("one"), Some("on"), Condition::Emptied),
        // Everything was deleted in another tab, seen from before it, from after it, and by a tab that knew no marker.
        (Some("one"), Some(wiped.as_str()), Condition::Wiped),
        (Some(wiped.as_str()), Some(wiped.as_str()), Condition::Intact),
        (None, Some(wiped.as_str()), Condition::Wiped),
        // Emptied by another program after everything was deleted.
        (Some(wiped.as_str()), None, Condition::Emptied),
        (Some(wiped.as_str()), Some("three"), Condition::Emptied),
    ] {
        assert_eq!(condition(known, found), expected, "{known:?} is known, {found:?} is found");
    }
}

proptest! {
    #[test]
    fn no_marker_is_taken_for_another(one in ".{0,20}", other in ".{0,20}") {
        prop_assume!(one != other);
        prop_assert_eq!(condition(Some(&one), Some(&one)), Condition::Intact);
        prop_assert_ne!(condition(Some(&one), Some(&other)), Condition::Intact);
        let other = after_wipe(&other);
        prop_assert_eq!(condition(Some(&one), Some(&other)), Condition::Wiped);
    }
}

fn record(body: &str) -> String {
    Record { revision: 3, writer: "tab".to_owned(), body: body.to_owned() }.encode()
}

fn key(number: u64) -> String {
    Key::Annotation(article_id(1), id(number)).to_string()
}

fn tier(records: &[(u64, &str)]) -> Vec<(String, String)> {
    records.iter().map(|(number, value)| (key(*number), (*value).to_owned())).collect()
}

/// What a newer version of the layout wrote.
const NEWER: &str = "bluepencil 7 9 tab 2 00000000\n{}";

#[test]
fn an_emptied_tier_is_refilled_with_all_that_can_be_read_and_with_what_a_newer_version_wrote() {
    let whole = record("{}");
    let mut records = tier(&[(1, &whole), (2, "half of it"), (3, NEWER), (4, "")]);
    records.push(("bluepencil/action/tab/1".to_owned(), whole.clone()));
    records.push((format!("{RESCUE}now/{}", key(5)), "damaged".to_owned()));
    assert_eq!(refill(records), [(key(1), Some(whole)), (key(3), Some(NEWER.to_owned()))]);
}

#[test]
fn what_cannot_be_read_in_either_tier_is_set_aside_byte_for_byte_in_each() {
    let whole = record("{}");
    // Damaged in both, differently; damaged in one and sound in the other; damaged in one and absent in the other; newer.
    let quick = tier(&[(1, "half"), (2, "half"), (3, &whole), (4, "half"), (6, NEWER), (7, "half")]);
    let strict = tier(&[(1, "of it"), (2, &whole), (3, "half"), (5, ""), (6, "half"), (7, NEWER)]);
    let moved = |number: u64, bytes: &str| {
        [(format!("{RESCUE}{}/{}", moment().as_str(), key(number)), Some(bytes.to_owned())), (key(number), None)]
    };
    let [of_quick, of_strict] = set_aside(&quick, &strict, &moment());
    assert_eq!(of_quick, [moved(1, "half"), moved(4, "half")].concat());
    assert_eq!(of_strict, [moved(1, "of it"), moved(5, "")].concat());
}

#[test]
fn what_is_whole_is_never_set_aside() {
    let whole = record("{}");
    let records = tier(&[(1, &whole), (2, NEWER)]);
    assert_eq!(set_aside(&records, &records, &moment()), [vec![], vec![]]);
    assert_eq!(set_aside(&records, &[], &moment()), [vec![], vec![]]);
}

#[test]
fn a_record_that_was_written_anew_meanwhile_stays_though_it_was_to_be_set_aside() {
    use bluepencil::store::conditional_write::admit;
    let damaged = tier(&[(1, "half")]);
    let [wanted, _] = set_aside(&damaged, &[], &moment());
    let admitted = |held: &str| admit(wanted.clone(), vec![None, Some(held.to_owned())], &moment()).writes;
    assert_eq!(admitted(&record("{}")), []);
    assert_eq!(admitted("half"), wanted);
    // Damaged once more, it is that damage that is set aside.
    let [(_, bytes), (gone, None)] = &admitted("other half")[..] else { panic!("it is moved") };
    assert_eq!((bytes.as_deref(), gone), (Some("other half"), &key(1)));
}
