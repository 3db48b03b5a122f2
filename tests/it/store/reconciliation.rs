//! Two tiers: whatever one of them drops, tears or keeps for too long, the other makes good.

use std::collections::BTreeMap;

use bluepencil::document::Document;
use bluepencil::store::conditional_write::{Admitted, admit, carry_out};
use bluepencil::store::key::RESCUE;
use bluepencil::store::newest_of_each;
use bluepencil::store::reconciliation::{is_tombstone_of, reconcile, reconciled};
use bluepencil::store::{Key, Record, Writes, batch, load};
use proptest::prelude::*;

use crate::support::build::{article_id, deleted, facts, harbour, id, moment, noted};
use crate::support::generate;

/// A tier: records by key.
pub(super) type Tier = BTreeMap<String, String>;

pub(super) fn list(tier: &Tier) -> Vec<(String, String)> {
    tier.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}

pub(super) fn write(tier: &mut Tier, writes: Writes) {
    for (key, value) in writes {
        match value {
            Some(value) => drop(tier.insert(key, value)),
            None => drop(tier.remove(&key)),
        }
    }
}

/// Both tiers after a start of the page.
fn started(mut quick: Tier, mut strict: Tier) -> (Tier, Tier) {
    let [of_quick, of_strict] = reconcile(&list(&quick), &list(&strict), &moment());
    write(&mut quick, of_quick);
    write(&mut strict, of_strict);
    (quick, strict)
}

/// What both tiers hold once they have been joined.
fn joined(one: &Tier, other: &Tier) -> Tier {
    started(one.clone(), other.clone()).1
}

/// A tier without tombstones.
fn living(mut tier: Tier) -> Tier {
    tier.retain(|key, value| !is_tombstone_of(key, value));
    tier
}

fn tier_of(document: &Document) -> Tier {
    batch::whole(document, 1, "tab").puts.into_iter().map(|(key, value)| (key.to_string(), value)).collect()
}

fn opened(tier: &Tier) -> Document {
    let records = tier.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    load::document(article_id(1), records).expect("it opens").0
}

/// Some states of a few records, by several writers.
fn tier() -> impl Strategy<Value = Tier> {
    let state = (1..4_u64, 1..4_u64, "[ab]", "[xyz]|null");
    prop::collection::vec(state, 0..6).prop_map(|states| {
        let record = |(number, revision, writer, body)| {
            let record = Record { revision, writer, body };
            (Key::Annotation(article_id(1), id(number)).to_string(), record.encode())
        };
        states.into_iter().map(record).collect()
    })
}

proptest! {
    #[test]
    fn joining_is_commutative_associative_and_idempotent(one in tier(), other in tier(), third in tier()) {
        let both = joined(&one, &other);
        prop_assert_eq!(&both, &joined(&other, &one));
        prop_assert_eq!(joined(&both, &third), joined(&one, &joined(&other, &third)));
        prop_assert_eq!(joined(&both, &both), both);
    }

    #[test]
    fn after_a_start_both_tiers_have_what_lives_and_after_another_one_tombstones_are_in_the_strict_one_alone(
        one in tier(), other in tier()
    ) {
        let (quick, strict) = started(one, other);
        prop_assert_eq!(living(quick.clone()), living(strict.clone()));
        let (quick, again) = started(quick, strict.clone());
        prop_assert_eq!((&quick, &again), (&living(strict.clone()), &strict));
        prop_assert_eq!(reconcile(&list(&quick), &list(&strict), &moment()), [Writes::new(), Writes::new()]);
    }

    #[test]
    fn what_is_read_of_both_tiers_has_the_tombstones_too(one in tier(), other in tier()) {
        let read = |quick: &Tier, strict: &Tier| Tier::from_iter(reconciled(list(quick), &list(strict), &moment()));
        let (quick, strict) = started(one.clone(), other.clone());
        prop_assert_eq!(&read(&one, &other), &strict);
        prop_assert_eq!(read(&quick, &strict), strict);
    }

    /// Every call to storage fails or is lost, is torn, or comes twice, in the one tier or the other: after the next start
    /// everything that the other tier has is there.
    #[test]
    fn a_fault_at_any_call_in_one_tier_loses_nothing(
        document in generate::document(), steps in generate::steps(), fault in 0..3_usize, in_strict in any::<bool>(), at in 0..60_usize
    ) {
        let (mut sound, mut faulty) = (tier_of(&document), tier_of(&document));
        let mut document = document;
        let mut call = 0;
        for (step, number) in steps.iter().zip(500..) {
            let Some(transaction) = step.transaction(&document, number) else { continue };
            document = document.apply(&transaction).expect("the step fits");
            for (key, value) in batch::changes(&document, &transaction, 1, "tab").puts {
                sound.insert(key.to_string(), value.clone());
                call += 1;
                match (call == at + 1, fault) {
                    (true, 0) => {}
                    (true, 1) => {
                        let half: String = value.chars().take(value.chars().count() / 2).collect();
                        faulty.insert(key.to_string(), half);
                    }
                    _ => drop(faulty.insert(key.to_string(), value)),
                }
            }
        }
        let (quick, strict) = if in_strict { started(sound, faulty) } else { started(faulty, sound) };
        prop_assert_eq!(facts(&opened(&quick)).entries, facts(&document).entries);
        prop_assert_eq!(facts(&opened(&strict)), facts(&document));
    }
}

#[test]
fn the_higher_revision_counts_in_whichever_tier_it_is() {
    let before = harbour(1, &["close"]);
    let after = noted(&before, 1, "newer");
    let (quick, strict) = started(tier_of(&before), tier_of(&after));
    assert_eq!(facts(&opened(&quick)), facts(&after));
    assert_eq!(quick, strict);
    assert_eq!(started(tier_of(&after), tier_of(&before)).0, quick);
}

#[test]
fn a_deleted_mark_stays_deleted_in_the_tier_that_has_missed_it() {
    let before = harbour(1, &["close"]);
    let (quick, _) = started(tier_of(&before), tier_of(&deleted(&before, 1)));
    assert_eq!(opened(&quick).annotation(id(1)), None);
}

#[test]
fn a_deleted_article_stays_deleted_in_the_tier_that_has_missed_it() {
    let document = harbour(1, &["close"]);
    let gone = batch::forget(&document, "tab").puts.into_iter().map(|(key, value)| (key.to_string(), value));
    let (quick, strict) = started(tier_of(&document), gone.collect());
    assert_eq!(quick, Tier::new());
    assert_eq!(strict.keys().collect::<Vec<_>>(), [&Key::Article(article_id(1)).to_string()]);
}

#[test]
fn a_text_that_ends_as_a_tombstone_does_is_none() {
    let text = Key::Text(article_id(1)).to_string();
    let tier = Tier::from([(text.clone(), encoded(1, "tab", "null"))]);
    assert_eq!(started(tier.clone(), tier.clone()), (tier.clone(), tier));
}

#[test]
fn a_damaged_record_is_set_aside_byte_for_byte_and_taken_from_the_other_tier() {
    let document = harbour(1, &["close"]);
    let sound = tier_of(&document);
    for key in sound.keys() {
        for damage in
            ["", "null", "[]", "{}", "1e999", "garbage", &"[".repeat(100_000), &sound[key][..sound[key].len() / 2]]
        {
            let mut damaged = sound.clone();
            damaged.insert(key.clone(), damage.to_owned());
            let (quick, strict) = started(damaged, sound.clone());
            assert_eq!(facts(&opened(&quick)), facts(&document));
            assert_eq!(strict, sound);
            assert_eq!(quick.get(&format!("{RESCUE}{}/{key}", moment().as_str())).map(String::as_str), Some(damage));
        }
    }
}

#[test]
fn what_is_damaged_everywhere_or_newer_than_this_version_is_left_alone() {
    let key = Key::Annotation(article_id(1), id(1)).to_string();
    let newer = "bluepencil 7 9 tab 2 00000000\n{}";
    let sound = tier_of(&harbour(1, &["close"]));
    for (one, other) in [("half", "of it"), (newer, sound[&key].as_str())] {
        let tiers = [one, other].map(|value| Tier::from([(key.clone(), value.to_owned())]));
        let (quick, strict) = started(tiers[0].clone(), tiers[1].clone());
        assert_eq!([quick, strict], tiers);
    }
}

fn encoded(revision: u64, writer: &str, body: &str) -> String {
    Record { revision, writer: writer.to_owned(), body: body.to_owned() }.encode()
}

/// What a tier makes of one write, where it holds this already.
fn admitted(key: Key, wanted: &str, held: &str) -> Admitted {
    admit(vec![(key.to_string(), Some(wanted.to_owned()))], vec![Some(held.to_owned())], &moment())
}

#[test]
fn a_tier_keeps_what_is_newer_than_a_write_and_gives_it_back() {
    let key = Key::Annotation(article_id(1), id(1));
    let held = encoded(4, "b", "{}");
    for (wanted, gives_way) in
        [(encoded(4, "a", "[]"), true), (encoded(3, "c", "[]"), true), (encoded(5, "a", "[]"), false)]
    {
        let admitted = admitted(key, &wanted, &held);
        let expected = if gives_way { (vec![], vec![held.clone()]) } else { (vec![wanted], vec![]) };
        let values = |writes: Writes| writes.into_iter().filter_map(|(_, value)| value).collect::<Vec<_>>();
        assert_eq!((values(admitted.writes), values(admitted.newer)), expected);
    }
}

#[test]
fn a_write_sets_aside_what_cannot_be_read_first() {
    let key = Key::Desk;
    let writes = admitted(key, &encoded(1, "a", "{}"), "garbage").writes;
    let keys: Vec<_> = writes.iter().map(|(key, _)| key.clone()).collect();
    assert_eq!(keys, [format!("{RESCUE}{}/{key}", moment().as_str()), key.to_string()]);
    assert_eq!(writes[0].1.as_deref(), Some("garbage"));
}

#[test]
fn what_a_start_sets_aside_is_set_aside_once_and_only_where_it_still_stands() {
    let (key, whole) = (Key::Desk.to_string(), encoded(1, "a", "{}"));
    let [of_quick, _] = reconcile(&[(key.clone(), "garbage".to_owned())], &[(key.clone(), whole.clone())], &moment());
    assert_eq!(of_quick.len(), 2, "what is set aside, and what is put over it");
    for (held, rescued) in [("garbage", 1), (whole.as_str(), 0)] {
        let admitted = admit(of_quick.clone(), vec![None, Some(held.to_owned())], &moment());
        assert_eq!(admitted.writes.iter().filter(|(key, _)| key.starts_with(RESCUE)).count(), rescued);
        assert_eq!(admitted.writes.last(), Some(&(key.clone(), Some(whole.clone()))));
    }
}

#[test]
fn a_write_never_goes_over_what_a_newer_version_wrote() {
    let newer = "bluepencil 7 9 tab 2 00000000\n{}";
    assert_eq!(admitted(Key::Desk, &encoded(9, "a", "{}"), newer), Admitted::default());
}

#[test]
fn an_article_that_was_changed_at_the_same_moment_is_not_deleted() {
    let document = harbour(1, &["close"]);
    let tier = tier_of(&document);
    let wanted = batch::forget(&document, "a").into_writes();
    let changed = encoded(document.article_revision() + 1, "b", "{}");
    let head = Key::Article(article_id(1)).to_string();
    let held = wanted.iter().map(|(key, _)| if *key == head { Some(changed.clone()) } else { tier.get(key).cloned() });
    let admitted = admit(wanted.clone(), held.collect(), &moment());
    assert_eq!(admitted, Admitted { writes: vec![], newer: vec![(head, Some(changed))] });
}

/// Carries writes out in a tier that refuses those of which `refuses` is true.
fn carried_out(tier: &mut Tier, writes: Writes, refuses: impl Fn(&str) -> bool) -> Writes {
    carry_out(writes, |key, value| {
        if !refuses(key) {
            write(tier, vec![(key.to_owned(), value.map(str::to_owned))]);
        }
        !refuses(key)
    })
}

#[test]
fn what_a_tier_refuses_is_given_back_and_the_rest_is_written() {
    let document = harbour(1, &["close", "flag"]);
    let (mut tier, whole) = (Tier::new(), batch::whole(&document, 1, "tab").into_writes());
    let refused = Key::Annotation(article_id(1), id(1)).to_string();
    let left = carried_out(&mut tier, whole.clone(), |key| key == refused);
    assert_eq!(left.iter().map(|(key, _)| key).collect::<Vec<_>>(), [&refused]);
    assert_eq!(carried_out(&mut tier, left, |_| false), []);
    assert_eq!(tier, tier_of(&document));
}

#[test]
fn nothing_of_an_article_goes_while_the_tier_refuses_the_word_that_it_is_deleted() {
    let document = harbour(1, &["close", "flag"]);
    let (mut tier, wanted) = (tier_of(&document), batch::forget(&document, "tab").into_writes());
    let head = Key::Article(article_id(1)).to_string();
    let left = carried_out(&mut tier, wanted.clone(), |key| key == head);
    assert_eq!((&left, &tier), (&wanted, &tier_of(&document)));
    let again = newest_of_each(left.into_iter().chain(wanted.clone()).collect());
    assert_eq!(carried_out(&mut tier, again, |key| key == head), wanted);
    assert_eq!(facts(&opened(&tier)), facts(&document));
}

#[test]
fn nothing_is_put_over_a_record_that_the_tier_refuses_to_set_aside() {
    let key = Key::Desk.to_string();
    let mut tier = Tier::from([(key.clone(), "garbage".to_owned())]);
    let wanted = vec![(key.clone(), Some(encoded(1, "a", "{}")))];
    let admitted = admit(wanted, vec![Some("garbage".to_owned())], &moment()).writes;
    let left = carried_out(&mut tier, admitted.clone(), |key| key.starts_with(RESCUE));
    assert_eq!((left, tier[&key].as_str()), (admitted, "garbage"));
}

#[test]
fn of_each_record_the_newest_state_is_kept_in_its_order() {
    let write = |key: &str, value: &str| (key.to_owned(), Some(value.to_owned()));
    let writes = vec![write("b", "1"), write("c", "1"), write("b", "2"), write("a", "1")];
    assert_eq!(newest_of_each(writes), [write("c", "1"), write("b", "2"), write("a", "1")]);
}
