//! Records: every one that is damaged is noticed, and whatever is saved is there again.

mod conditional_write;
pub mod damage;
mod desk_file;
mod faults;
mod incarnation;
mod mirroring;
mod past;
mod reconciliation;
mod write_ahead_log;

use std::collections::BTreeMap;

use bluepencil::article::{Article, Extra};
use bluepencil::document::Document;
use bluepencil::store::{DraftId, Key, Library, Preferences, Record, Theme, WriteBatch, batch, library, load};
use expect_test::expect;
use proptest::prelude::*;

use crate::support::build::{HARBOUR, article_id, deleted, facts, harbour, id, noted};
use crate::support::generate;

/// A storage that does what it is told.
#[derive(Clone, Default)]
struct Storage(BTreeMap<String, String>);

impl Storage {
    fn of(batch: WriteBatch) -> Self {
        let mut storage = Self::default();
        storage.carry_out(batch);
        storage
    }

    fn carry_out(&mut self, batch: WriteBatch) {
        for (key, value) in batch.puts {
            self.0.insert(key.to_string(), value);
        }
        for key in batch.deletes {
            self.0.remove(&key.to_string());
        }
    }

    fn records(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    fn document(&self, number: u64) -> Document {
        let (document, problems) = load::document(article_id(number), self.records()).expect("it opens");
        assert_eq!(problems, [], "nothing is damaged");
        document
    }

    fn library(&self) -> Library {
        library::summaries(self.records())
    }
}

proptest! {
    #[test]
    fn a_saved_article_is_there_again(document in generate::document()) {
        let storage = Storage::of(batch::whole(&document, 1, "tab"));
        prop_assert_eq!(facts(&storage.document(1)), facts(&document));
    }

    #[test]
    fn an_article_that_is_saved_change_by_change_is_there_again(
        document in generate::document(), steps in generate::steps()
    ) {
        let mut storage = Storage::of(batch::whole(&document, 1, "tab"));
        let mut document = document;
        for (step, number) in steps.iter().zip(500..) {
            let Some(transaction) = step.transaction(&document, number) else { continue };
            document = document.apply(&transaction).expect("the step fits");
            storage.carry_out(batch::changes(&document, &transaction, 1, "tab"));
            prop_assert_eq!(facts(&storage.document(1)), facts(&document));
        }
        prop_assert_eq!(storage.library().articles[0].annotations, document.entries().len());
    }

    #[test]
    fn a_change_writes_no_text_and_only_what_it_touched(document in generate::document(), steps in generate::steps()) {
        for (step, number) in steps.iter().zip(500..) {
            let Some(transaction) = step.transaction(&document, number) else { continue };
            let after = document.apply(&transaction).expect("the step fits");
            let batch = batch::changes(&after, &transaction, 1, "tab");
            prop_assert_eq!(batch.puts.len(), 1);
            prop_assert!(!matches!(batch.puts[0].0, Key::Text(_)) && batch.deletes.is_empty());
        }
    }

    #[test]
    fn a_forgotten_article_leaves_only_the_word_that_it_is_gone(document in generate::document(), steps in generate::steps()) {
        let mut document = document;
        let mut storage = Storage::of(batch::whole(&document, 1, "tab"));
        for (step, number) in steps.iter().zip(500..) {
            let Some(transaction) = step.transaction(&document, number) else { continue };
            document = document.apply(&transaction).expect("the step fits");
            storage.carry_out(batch::changes(&document, &transaction, 1, "tab"));
        }
        storage.carry_out(batch::forget(&document, "tab"));
        let gone = Record { revision: document.article_revision() + 1, writer: "tab".to_owned(), body: "null".to_owned() };
        prop_assert_eq!(&storage.0, &BTreeMap::from([(Key::Article(article_id(1)).to_string(), gone.encode())]));
        prop_assert_eq!(storage.library().articles, []);
    }

    #[test]
    fn a_record_is_read_as_it_was_written(revision in any::<u64>(), writer in "[a-zA-Z0-9_-]{1,12}", body in ".{0,40}") {
        let record = Record { revision, writer, body };
        prop_assert_eq!(Record::decode(&record.encode()), Ok(record));
    }

    #[test]
    fn every_writer_s_name_gives_a_record_that_can_be_read(writer in ".{0,12}") {
        let record = Record { revision: 1, writer, body: "{}".to_owned() };
        prop_assert_eq!(Record::decode(&record.encode()).map(|record| record.body), Ok("{}".to_owned()));
    }

    #[test]
    fn the_newer_of_two_records_is_the_same_in_either_order(one in record(), other in record()) {
        prop_assert_eq!(Record::newer(one.clone(), other.clone()), Record::newer(other, one));
    }

    #[test]
    fn the_newest_of_three_records_is_the_same_however_they_meet(a in record(), b in record(), c in record()) {
        let newer = Record::newer;
        prop_assert_eq!(newer(newer(a.clone(), b.clone()), c.clone()), newer(a, newer(b, c)));
    }
}

/// Records that are often equal in one thing or another.
fn record() -> impl Strategy<Value = Record> {
    (0..3u64, "[ab]", "[xy]").prop_map(|(revision, writer, body)| Record { revision, writer, body })
}

#[test]
fn a_record_with_a_higher_revision_is_newer_whoever_wrote_it() {
    let [one, other] = [(2, "a"), (1, "z")].map(|(revision, writer)| Record {
        revision,
        writer: writer.to_owned(),
        body: String::new(),
    });
    assert_eq!(Record::newer(other, one.clone()), one);
}

#[test]
fn every_key_is_read_as_it_is_written() {
    let (article, annotation) = (article_id(1), id(2));
    let draft = DraftId::parse("00000000-0000-0001-0000-000000000003").expect("an id");
    let keys = [
        Key::Article(article),
        Key::Text(article),
        Key::Annotation(article, annotation),
        Key::Desk,
        Key::Preferences,
        Key::Draft(draft),
    ];
    assert_eq!(keys.map(|key| Key::parse(&key.to_string())), keys.map(Some));
}

#[test]
fn keys_of_others_and_of_rescued_records_are_not_ours() {
    let article = article_id(1);
    let foreign = [
        String::new(),
        "theme".to_owned(),
        "bluepencil/1/".to_owned(),
        format!("bluepencil/2/{article}/text"),
        format!("bluepencil/rescue/1/bluepencil/1/{article}/text"),
        format!("bluepencil/1/{article}"),
        format!("bluepencil/1/{article}/text/"),
        format!("bluepencil/1/{article}/note"),
        "bluepencil/1/draft/".to_owned(),
        "bluepencil/1/draft/mine".to_owned(),
        format!("bluepencil/1/draft/{article}/text"),
        "bluepencil/1/00000000-0000-0002-0000-00000000000A/text".to_owned(),
        "bluepencil/1/{00000000-0000-0002-0000-00000000000a}/text".to_owned(),
        "bluepencil/1/0000000000000002000000000000000a/text".to_owned(),
    ];
    assert_eq!(foreign.each_ref().map(|key| Key::parse(key)), foreign.each_ref().map(|_| None));
}

#[test]
fn all_keys_of_an_article_begin_with_its_prefix() {
    let batch = batch::whole(&harbour(1, &["close"]), 1, "tab");
    assert!(batch.puts.iter().all(|(key, _)| key.to_string().starts_with(&Key::prefix(article_id(1)))));
}

#[test]
fn a_change_of_one_annotation_among_many_is_one_small_record() {
    let before = harbour(1, &["close", "flag", "waited under"]);
    let annotation = before.annotation(id(2)).expect("it is there");
    let changed = bluepencil::annotation::Annotation { note: "checked".to_owned(), ..(**annotation).clone() };
    let transaction = bluepencil::document::Transaction::changed("note changed", annotation, changed);
    let after = before.apply(&transaction).expect("it fits");
    let keys: Vec<_> = batch::changes(&after, &transaction, 1, "tab").puts.into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, [Key::Annotation(article_id(1), id(2))]);
}

#[test]
fn a_deleted_annotation_stays_deleted() {
    let document = deleted(&harbour(3, &["close", "flag"]), 1);
    let opened = Storage::of(batch::whole(&document, 1, "tab")).document(1);
    assert_eq!((opened.annotation(id(1)), opened.removed(id(1))), (None, Some(4)));
}

#[test]
fn the_text_and_records_of_another_article_are_no_states_of_the_open_one() {
    let open = harbour(1, &["close"]);
    let state = |key: Key, record: &str| load::state(&open, key, record).map(|state| state.is_ok());
    for (key, record) in batch::whole(&open, 1, "tab").puts {
        let is_text = matches!(key, Key::Text(_));
        assert_eq!(state(key, &record), if is_text { None } else { Some(true) }, "{key}");
        let elsewhere = match key {
            Key::Annotation(_, annotation) => Key::Annotation(article_id(2), annotation),
            Key::Article(_) => Key::Article(article_id(2)),
            _ => Key::Text(article_id(2)),
        };
        assert_eq!(state(elsewhere, &record), None, "{elsewhere}");
    }
    assert_eq!(state(Key::Desk, "garbage"), None);
}

#[test]
fn the_library_lists_articles_in_the_order_in_which_they_were_opened() {
    let mut storage = Storage::default();
    for (number, position) in [(1, 3), (2, 1), (3, 2)] {
        let article = Article::from_plain(article_id(number), "Text", &format!("Article {number}"));
        storage.carry_out(batch::whole(&Document::new(article), position, "tab"));
    }
    let library = storage.library();
    let titles: Vec<_> = library.articles.iter().map(|summary| summary.title.as_str()).collect();
    assert_eq!((titles, library.next_position()), (vec!["Article 2", "Article 3", "Article 1"], 4));
}

#[test]
fn the_library_counts_annotations_without_the_deleted_ones() {
    let document = deleted(&harbour(1, &["close", "flag", "waited under"]), 2);
    assert_eq!(Storage::of(batch::whole(&document, 1, "tab")).library().articles[0].annotations, 2);
}

#[test]
fn the_library_knows_how_long_a_text_is_without_opening_it() {
    let mut storage = Storage::of(batch::whole(&harbour(1, &[]), 1, "tab"));
    storage.0.retain(|key, _| !key.ends_with("/text"));
    assert_eq!(storage.library().articles[0].code_points, HARBOUR.chars().count());
}

#[test]
fn an_unknown_field_with_the_name_of_one_of_storage_s_own_survives() {
    let mut article = harbour(1, &[]).article().clone();
    article.extra = Extra::new(r#"{"code_points":"theirs","position":"theirs"}"#.to_owned());
    let document = Document::new(article);
    let storage = Storage::of(batch::whole(&document, 7, "tab"));
    assert_eq!(facts(&storage.document(1)), facts(&document));
    assert_eq!(storage.library().articles[0].position, 7);
}

#[test]
fn what_the_desk_keeps_of_files_is_there_again() {
    let extra = Extra::new(r#"{"people":[{"id":"p1","name":"Ada"}]}"#.to_owned());
    let library = Storage::of(batch::desk(&extra, 4, "tab")).library();
    assert_eq!((library.extra, library.extra_revision), (extra, 4));
}

#[test]
fn preferences_are_there_again() {
    let extra = Extra::new(r#"{"font":"large"}"#.to_owned());
    let set = Preferences {
        theme: Theme::Dark,
        annotator: "Zoé 🚢".into(),
        last_article: Some(article_id(1)),
        extra,
        ..Preferences::default()
    };
    let library = Storage::of(batch::preferences(&set, 2, "tab")).library();
    assert_eq!((library.preferences, library.preferences_revision), (set, 2));
}

#[test]
fn a_preference_that_this_version_does_not_know_does_not_undo_the_others() {
    let found = Preferences::from_body(r#"{"theme":"sepia","annotator":"Ada"}"#);
    assert_eq!(found.map(|found| (found.theme, found.annotator)), Ok((Theme::System, "Ada".to_owned())));
}

#[test]
fn a_preference_of_another_type_does_not_undo_the_others() {
    let body = r#"{"annotator":"Ada","exported":{"x":1},"keys":["X"],"last_article":7,"lesson_over":"no",
        "measure":null,"single_letters":0,"text_size":[],"theme":5}"#;
    let expected = Preferences { annotator: "Ada".to_owned(), ..Preferences::default() };
    assert_eq!(Preferences::from_body(body), Ok(expected));
}

#[test]
fn records_look_like_this() {
    let document = noted(&harbour(1, &["close"]), 1, "checked");
    let records = batch::whole(&document, 1, "tab1").puts;
    let shown: Vec<String> = records.iter().map(|(key, record)| format!("{key}\n{record}\n")).collect();
    expect![[r#"
        bluepencil/1/00000000-0000-0002-0000-000000000001/text
        bluepencil 1 1 tab1 202 d683714c
        Harbour talks 🚢 go on

        By Ada Coast

        “We are close”, said Zoé, “but not done.” The family 👨‍👩‍👧‍👦 waited under the flag 🇳🇱.

        שלום — 海港談判 — مرحبا

        bluepencil/1/00000000-0000-0002-0000-000000000001/article
        bluepencil 1 1 tab1 460 8ed88771
        {"position":1,"code_points":145,"article":{"id":"00000000-0000-0002-0000-000000000001","title":"Harbour talks","byline":"Ada Coast","published":"","source":"","language":"","status":"new","revision":1,"fingerprint":"sha256:eebb55f2f6588ebc191d189a6a628885a720cdfd5fe795cb45200737a121d1be","blocks":[{"kind":"title","start":0,"end":21},{"kind":"byline","start":23,"end":35},{"kind":"paragraph","start":37,"end":124},{"kind":"paragraph","start":126,"end":145}]}}

        bluepencil/1/00000000-0000-0002-0000-000000000001/00000000-0000-0001-0000-000000000001
        bluepencil 1 2 tab1 441 306a5b6e
        {"id":"00000000-0000-0001-0000-000000000001","label":"quote","status":"accepted","note":"checked","flags":[],"segments":[{"start":45,"end":50,"utf16":[46,51],"utf8":[50,55],"exact":"close","prefix":" 🚢 go on\n\nBy Ada Coast\n\n“We are ","suffix":"”, said Zoé, “but not done.” Th"}],"origin":{"kind":"person","name":"","version":""},"created":"2026-11-23T14:00:00Z","modified":"2026-11-23T14:00:00Z","creator":"Ada","revision":2}
    "#]].assert_eq(&shown.join("\n"));
}
