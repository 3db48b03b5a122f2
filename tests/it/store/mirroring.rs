//! What the quick tier lacks of the strict one, and what of that finds room there: the short way at a start, taken where the
//! quick tier has nothing that the strict one has not.

use std::collections::BTreeSet;

use bluepencil::store::reconciliation::{fitting, is_tombstone_of, lacking, reconcile, reconciled, without_tombstones};
use bluepencil::store::{Key, Record, Writes};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::reconciliation::{Tier, list, write};
use crate::support::build::{article_id, id, moment};

fn key() -> impl Strategy<Value = Key> {
    let of_article = |article: u64, other: u64| match other {
        0 => Key::Article(article_id(article)),
        1 => Key::Text(article_id(article)),
        _ => Key::Annotation(article_id(article), id(other)),
    };
    prop_oneof![8 => (1..4_u64, 0..5_u64).prop_map(move |(article, other)| of_article(article, other)), 1 => Just(Key::Desk)]
}

fn record() -> impl Strategy<Value = String> {
    let state = (1..3_u64, "[ab]", select(&["{}", "[]", "null"][..]));
    state.prop_map(|(revision, writer, body)| Record { revision, writer, body: body.to_owned() }.encode())
}

fn tier() -> impl Strategy<Value = Tier> {
    vec((key(), record()), 0..16)
        .prop_map(|records| records.into_iter().map(|(key, value)| (key.to_string(), value)).collect())
}

/// A strict tier, and a quick one that has some of it and now and then something else.
fn tiers() -> impl Strategy<Value = (Tier, Tier)> {
    let odd = prop_oneof![3 => Just(Tier::new()), 1 => tier()];
    (tier(), vec(any::<bool>(), 16), odd).prop_map(|(strict, kept, odd)| {
        let some = list(&strict).into_iter().zip(kept).filter_map(|(record, is_kept)| is_kept.then_some(record));
        let mut quick: Tier = some.collect();
        quick.extend(odd);
        (quick, strict)
    })
}

/// The articles of which a tier has both a tombstone and something else.
fn half_deleted(tier: &Tier) -> BTreeSet<String> {
    let tombstones = tier.iter().filter(|(key, value)| key.ends_with("/article") && is_tombstone_of(key, value));
    let articles = tombstones.map(|(key, _)| key.trim_end_matches("article").to_owned());
    articles.filter(|article| tier.keys().filter(|key| key.starts_with(article.as_str())).count() > 1).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_quick_tier_lacks_what_is_missing_and_lives_where_it_has_nothing_else((quick, strict) in tiers()) {
        let is_apart = quick.iter().any(|(key, value)| strict.get(key) != Some(value));
        let missing = strict.iter().filter(|(key, value)| !quick.contains_key(*key) && !is_tombstone_of(key, value));
        let missing: Vec<(&str, &str)> = missing.map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let expected = (!is_apart && half_deleted(&strict).is_empty()).then_some(missing);
        let held = list(&strict);
        prop_assert_eq!(lacking(&list(&quick), &held), expected);
    }

    #[test]
    fn the_short_way_ends_where_the_long_one_does((quick, strict) in tiers()) {
        let held = list(&strict);
        let Some(lacking) = lacking(&list(&quick), &held) else { return Ok(()) };
        prop_assert_eq!(reconciled(list(&quick), &held, &moment()), held.clone(), "what is read is what the strict tier has");
        let mut shortly = quick.clone();
        write(&mut shortly, without_tombstones(&list(&quick)));
        shortly.extend(lacking.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())));
        let mut at_length = quick.clone();
        let [of_quick, of_strict] = reconcile(&list(&quick), &held, &moment());
        write(&mut at_length, of_quick);
        prop_assert_eq!((shortly, Writes::new()), (at_length, of_strict));
    }

    #[test]
    fn no_article_is_begun_for_which_there_is_no_room_as_a_whole(strict in tier(), room in 0..2_000_usize) {
        let all: Vec<(&str, &str)> = strict.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let chosen = fitting(&all, room);
        let size = |records: &[(&str, &str)]| records.iter().map(|(key, value)| key.len() + value.len()).sum::<usize>();
        prop_assert!(size(&chosen) <= room);
        let mut in_order = all.iter();
        prop_assert!(chosen.iter().all(|record| in_order.any(|each| each == record)), "the order stays");
        let article = |key: &str| key.rsplit_once('/').map(|(article, _)| article.to_owned());
        for (key, _) in &all {
            let whole: Vec<_> = all.iter().filter(|(other, _)| article(other) == article(key)).copied().collect();
            let there = whole.iter().filter(|record| chosen.contains(record)).count();
            prop_assert!(there == 0 || there == whole.len(), "all of {} or nothing", key);
            prop_assert!(there > 0 || size(&whole) > room - size(&chosen), "what still fits is not left out: {}", key);
        }
    }
}
