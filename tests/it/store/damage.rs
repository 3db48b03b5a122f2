//! Damage: noticed in every record, told, and never the end of what is whole.

#[path = "../../damage.rs"]
pub mod kinds;

use bluepencil::store::{Damage, Record, batch, load};
use proptest::prelude::*;

use self::kinds::damaged;
use super::Storage;
use crate::support::build::{article_id, facts, harbour, id};

/// A record with characters of every length in it.
fn sample() -> String {
    Record { revision: 19, writer: "tab-1".to_owned(), body: "{\"note\":\"Zoé 🚢 海\"}".to_owned() }.encode()
}

#[test]
fn every_record_that_was_cut_is_noticed() {
    let record = sample();
    for (length, _) in record.char_indices() {
        assert!(Record::decode(&record[..length]).is_err(), "cut after {length} bytes");
    }
}

#[test]
fn every_single_flipped_bit_is_noticed() {
    let record = sample();
    for place in 0..record.len() {
        for bit in 0..8 {
            let mut bytes = record.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            // Storage holds text: bytes that are none come back as replacement characters.
            let read = Record::decode(&String::from_utf8_lossy(&bytes));
            assert!(read.is_err(), "bit {bit} of byte {place}");
            assert!(!matches!(read, Err(Damage::Newer(_))), "bit {bit} of byte {place} is no newer version");
        }
    }
}

#[test]
fn a_record_of_a_newer_version_is_told_from_a_damaged_one() {
    let newer = sample().replacen("bluepencil 1 ", "bluepencil 12 ", 1);
    assert_eq!(Record::decode(&newer), Err(Damage::Newer(12)));
}

#[test]
fn a_record_of_a_newer_version_with_another_header_is_one_too() {
    assert_eq!(Record::decode("bluepencil 2 what comes here nobody knows yet\n{}"), Err(Damage::Newer(2)));
}

#[test]
fn a_record_with_something_after_its_end_is_damaged() {
    assert_eq!(Record::decode(&(sample() + " ")), Err(Damage::Checksum));
}

#[test]
fn a_record_that_lost_its_end_is_cut_off() {
    let record = sample();
    assert_eq!(Record::decode(&record[..record.len() - 1]), Err(Damage::Truncated));
}

proptest! {
    #[test]
    fn nothing_that_is_stored_makes_the_reader_panic(stored in ".{0,60}") {
        prop_assert!(Record::decode(&stored).is_err());
    }

    #[test]
    fn nothing_behind_the_name_makes_the_reader_panic(rest in "[0-9a-f \n-]{0,30}") {
        let stored = format!("bluepencil {rest}");
        prop_assert!(Record::decode(&stored).is_err());
    }
}

/// The harbour article in storage, with one record damaged in each way; `check` gets the kind and the storage.
fn each_damage(key: &str, check: impl Fn(&str, &Storage)) {
    let whole = Storage::of(batch::whole(&harbour(1, &["close", "flag"]), 1, "tab"));
    let found = whole.0.keys().find(|found| found.ends_with(key)).expect("the record is there").clone();
    for (kind, bytes) in damaged(&whole.0[&found]) {
        let mut storage = whole.clone();
        storage.0.insert(found.clone(), bytes);
        check(kind, &storage);
    }
}

#[test]
fn a_damaged_annotation_is_left_out_and_told_about_and_the_rest_opens() {
    each_damage(&id(1).to_string(), |kind, storage| {
        let (document, problems) = load::document(article_id(1), storage.records()).expect("it opens");
        let rest: Vec<_> = document.annotations().map(|annotation| annotation.id).collect();
        assert_eq!((rest, problems.len()), (vec![id(2)], 1), "{kind}");
        assert!(problems[0].place.ends_with(&id(1).to_string()), "{kind}: {}", problems[0]);
    });
}

#[test]
fn a_damaged_article_record_costs_no_annotation() {
    each_damage("/article", |kind, storage| {
        let (document, problems) = load::document(article_id(1), storage.records()).expect("it opens");
        assert_eq!((document.entries().len(), problems.len()), (2, 1), "{kind}");
        assert!(problems[0].reason.contains("recognised again"), "{kind}: {}", problems[0]);
        assert_eq!(document.article().blocks, harbour(1, &[]).article().blocks, "{kind}");
    });
}

#[test]
fn an_article_whose_record_is_damaged_is_still_in_the_library() {
    each_damage("/article", |kind, storage| {
        let library = storage.library();
        assert_eq!((library.articles.len(), library.problems.len()), (1, 1), "{kind}");
        assert_eq!(library.articles[0].annotations, 2, "{kind}");
    });
}

#[test]
fn an_article_whose_text_is_damaged_is_not_opened_and_says_why() {
    each_damage("/text", |kind, storage| {
        let problem = load::document(article_id(1), storage.records()).map(|_| ()).expect_err(kind);
        assert!(problem.place.ends_with("/text"), "{kind}: {problem}");
    });
}

#[test]
fn a_damaged_text_does_not_keep_the_library_from_opening() {
    each_damage("/text", |kind, storage| assert_eq!(storage.library().articles.len(), 1, "{kind}"));
}

#[test]
fn damaged_preferences_become_the_default_and_are_told_about() {
    let set = bluepencil::store::Preferences { annotator: "Ada".to_owned(), ..Default::default() };
    let whole = Storage::of(batch::preferences(&set, 1, "tab"));
    for (kind, bytes) in damaged(&whole.0["bluepencil/1/preferences"]) {
        let mut storage = whole.clone();
        storage.0.insert("bluepencil/1/preferences".to_owned(), bytes);
        let library = storage.library();
        assert_eq!((library.preferences, library.problems.len()), (Default::default(), 1), "{kind}");
    }
}

#[test]
fn an_annotation_whose_words_are_not_at_its_place_is_left_out_though_its_record_is_whole() {
    let mut storage = Storage::of(batch::whole(&harbour(1, &["close", "flag"]), 1, "tab"));
    let key = storage.0.keys().find(|key| key.ends_with(&id(1).to_string())).expect("it is there").clone();
    let mut record = Record::decode(&storage.0[&key]).expect("whole");
    record.body = record.body.replace("\"exact\":\"close\"", "\"exact\":\"far\"");
    storage.0.insert(key, record.encode());
    let (document, problems) = load::document(article_id(1), storage.records()).expect("it opens");
    assert_eq!(document.entries().len(), 1);
    assert!(problems[0].reason.contains("words that do not match"), "{}", problems[0]);
}

#[test]
fn a_record_under_another_annotation_s_key_is_left_out() {
    let mut storage = Storage::of(batch::whole(&harbour(1, &["close", "flag"]), 1, "tab"));
    let place = |number: u64| format!("bluepencil/1/{}/{}", article_id(1), id(number));
    let stolen = storage.0[&place(1)].clone();
    storage.0.insert(place(2), stolen);
    let (document, problems) = load::document(article_id(1), storage.records()).expect("it opens");
    assert_eq!((document.entries().len(), problems.len()), (1, 1));
}

#[test]
fn records_of_another_article_are_passed_over() {
    let document = harbour(1, &["close"]);
    let mut storage = Storage::of(batch::whole(&document, 1, "tab"));
    let other = bluepencil::article::Article { id: article_id(2), ..document.article().clone() };
    storage.carry_out(batch::whole(&bluepencil::document::Document::new(other), 2, "tab"));
    assert_eq!(facts(&storage.document(1)), facts(&document));
}

#[test]
fn an_article_of_which_only_annotations_are_left_is_not_shown() {
    let mut storage = Storage::of(batch::whole(&harbour(1, &["close"]), 1, "tab"));
    storage.0.retain(|key, _| key.ends_with(&id(1).to_string()));
    assert_eq!(storage.library(), bluepencil::store::Library::default());
}
