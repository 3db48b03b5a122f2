//! The desk file: a whole desk goes out and comes in again, joins another record by record, and is refused whole where
//! anything in it is wrong.

use bluepencil::document::Document;
use bluepencil::store::desk_file::{self, DeskFile, DeskMerge};
use bluepencil::store::{Key, Preferences, Record, Theme, WriteBatch, batch};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::Storage;
use crate::support::build::{article_id, deleted, entries, facts, harbour, id, moment, noted};
use crate::support::generate;

const STORED_BY_VERSION_1: &str = include_str!("../../data/desk-v1.json");

fn desk(documents: &[&Document]) -> Storage {
    let mut storage = Storage::default();
    for (document, position) in documents.iter().zip(1..) {
        storage.carry_out(batch::whole(document, position, "tab"));
    }
    let set = Preferences { theme: Theme::Dark, ..Preferences::default() };
    storage.carry_out(batch::preferences(&set, 3, "tab"));
    storage
}

fn read(file: &str) -> DeskFile {
    DeskFile::read(file.as_bytes()).expect("it is read")
}

fn written(storage: &Storage) -> String {
    DeskFile::of(storage.records()).write(&moment())
}

fn join(file: &str, here: &Storage) -> (Storage, DeskMerge) {
    let joined = read(file).merge_into(here.records()).expect("they fit");
    let mut storage = here.clone();
    storage.carry_out(WriteBatch { puts: joined.puts.clone(), ..WriteBatch::default() });
    (storage, joined)
}

proptest! {
    #[test]
    fn a_desk_comes_out_of_its_file_as_it_went_in(documents in generate::documents(3)) {
        let storage = desk(&documents.iter().collect::<Vec<_>>());
        let (there, _) = join(&written(&storage), &Storage::default());
        prop_assert_eq!(there.0, storage.0);
    }

    #[test]
    fn two_desks_that_go_apart_come_together_in_either_direction_and_stay_so(
        document in generate::document(), here in generate::steps(), there in generate::steps()
    ) {
        let [here, there] = [(here, 500, "here"), (there, 700, "there")].map(|(steps, from, writer)| {
            let (mut storage, mut document) = (desk(&[&document]), document.clone());
            for (step, number) in steps.iter().zip(from..) {
                let Some(transaction) = step.transaction(&document, number) else { continue };
                document = document.apply(&transaction).expect("the step fits");
                storage.carry_out(batch::changes(&document, &transaction, 1, writer));
            }
            storage
        });
        let (one, _) = join(&written(&there), &here);
        let (other, _) = join(&written(&here), &there);
        prop_assert_eq!(&one.0, &other.0);
        let (again, joined) = join(&written(&there), &one);
        prop_assert_eq!(&again.0, &one.0);
        prop_assert_eq!(joined.puts, []);
    }

    #[test]
    fn whatever_is_damaged_in_storage_the_file_written_from_it_is_read(
        document in generate::document(), which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()
    ) {
        let mut storage = desk(&[&document]);
        let key = storage.0.keys().nth(which.index(storage.0.len())).cloned().expect("a key");
        let record = storage.0.get_mut(&key).expect("its record");
        let cut = record.char_indices().map(|(place, _)| place).nth(at.index(record.chars().count())).unwrap_or(0);
        record.truncate(cut);
        let file = DeskFile::of(storage.records());
        prop_assert!(file.left_out >= 1);
        prop_assert!(DeskFile::read(file.write(&moment()).as_bytes()).is_ok());
    }
}

#[test]
fn what_is_newer_here_stays_and_what_is_newer_in_the_file_comes() {
    let (old, new) = (harbour(1, &["close", "waited"]), harbour(2, &["close", "waited"]));
    let (old, new) = (noted(&old, 1, "as it was"), noted(&new, 1, "as it is"));
    for (file, here) in [(&old, &new), (&new, &old)] {
        let (there, _) = join(&written(&desk(&[file])), &desk(&[here]));
        assert_eq!(facts(&there.document(1)), facts(&new));
    }
}

#[test]
fn an_annotation_that_was_deleted_here_stays_deleted() {
    let before = harbour(1, &["close", "waited"]);
    let after = deleted(&before, 1);
    let (there, joined) = join(&written(&desk(&[&before])), &desk(&[&after]));
    assert_eq!(facts(&there.document(1)), facts(&after));
    assert_eq!((joined.annotations.kept_newer, joined.annotations.unchanged), (1, 1));
}

#[test]
fn an_article_that_was_deleted_here_stays_deleted() {
    let mut here = Storage::default();
    let gone = Record { revision: 9, writer: "here".to_owned(), body: "null".to_owned() };
    here.0.insert(Key::Article(article_id(1)).to_string(), gone.encode());
    let (there, joined) = join(&written(&desk(&[&harbour(1, &["close"])])), &here);
    assert_eq!(there.0.keys().filter(|key| key.starts_with(&Key::prefix(article_id(1)))).count(), 1);
    assert_eq!((joined.deleted_here, joined.articles), (1, 0));
}

#[test]
fn a_file_never_takes_an_article_away() {
    let mut file = desk(&[&harbour(1, &["close"])]);
    let gone = Record { revision: 9, writer: "there".to_owned(), body: "null".to_owned() };
    file.0.insert(Key::Article(article_id(1)).to_string(), gone.encode());
    let here = desk(&[&harbour(1, &["close"])]);
    assert_eq!(join(&written(&file), &here).0.0, here.0);
}

#[test]
fn of_two_tiers_the_newer_record_goes_into_the_file() {
    let (old, new) = (desk(&[&harbour(1, &["close"])]), desk(&[&harbour(2, &["close"])]));
    let file = DeskFile::of(old.records().chain(new.records())).write(&moment());
    assert_eq!(file, DeskFile::of(new.records().chain(old.records())).write(&moment()));
    assert_eq!(entries(&join(&file, &Storage::default()).0.document(1))[0].revision, 2);
}

#[test]
fn what_was_set_aside_for_rescue_and_what_is_not_ours_stays_behind() {
    let mut storage = desk(&[&harbour(1, &["close"])]);
    let clean = written(&storage);
    storage.0.insert(format!("bluepencil/rescue/17/{}", Key::Desk), "bytes".to_owned());
    storage.0.insert("another/app".to_owned(), "bytes".to_owned());
    assert_eq!(written(&storage), clean);
}

#[test]
fn an_article_whose_own_record_is_missing_comes_with_its_text_and_its_marks() {
    let mut storage = desk(&[&harbour(1, &["close"])]);
    storage.0.remove(&Key::Article(article_id(1)).to_string());
    let (_, joined) = join(&written(&storage), &Storage::default());
    assert_eq!((joined.articles, joined.annotations.added), (1, 1));
}

#[test]
fn a_file_is_known_by_its_head() {
    assert!(desk_file::is_desk_file(STORED_BY_VERSION_1));
    assert!(!desk_file::is_desk_file(r#"{"format":"bluepencil","records":"bluepencil-desk"}"#));
    assert!(!desk_file::is_desk_file(r#"{"format":"bluepencil","note":"say \"bluepencil-desk\""}"#));
}

#[test]
fn a_desk_file_of_version_1_is_read_and_written_in_the_same_bytes_again() {
    let file = read(STORED_BY_VERSION_1);
    assert_eq!(file.counts(), (1, 3));
    let exported = bluepencil::article::Timestamp::parse("2026-11-18T11:15:40Z").expect("a moment");
    let without_generator = |file: &str| {
        file.lines().filter(|line| !line.starts_with("  \"generator\":")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(without_generator(&file.write(&exported)), without_generator(STORED_BY_VERSION_1));
}

fn good() -> Value {
    serde_json::from_str(&written(&desk(&[&harbour(1, &["close", "waited"])]))).expect("JSON")
}

/// The good file after a change of its records.
fn with(change: impl FnOnce(&mut serde_json::Map<String, Value>)) -> String {
    let mut file = good();
    change(file["records"].as_object_mut().expect("records"));
    file.to_string()
}

fn record(body: &str) -> Value {
    json!(Record { revision: 1, writer: "x".to_owned(), body: body.to_owned() }.encode())
}

#[test]
fn a_file_with_anything_wrong_in_it_is_refused_with_the_place_and_the_reason() {
    let text = Key::Text(article_id(1)).to_string();
    let first = Key::Annotation(article_id(1), id(1)).to_string();
    let second = Key::Annotation(article_id(1), id(2)).to_string();
    let set = |name: &str, value: Value| {
        let mut file = good();
        file[name] = value;
        file.to_string()
    };
    let newer = "bluepencil 7 what a later version writes\n{}";
    let files = [
        ("nothing", String::new(), "the file is empty"),
        ("a list", "[]".to_owned(), "is a list where an object is expected"),
        ("another format", set("format", json!("bluepencil")), "does not say “format”: “bluepencil-desk”"),
        ("no version", set("version", Value::Null), "version"),
        ("version 0", set("version", json!(0)), "version 0, which never existed"),
        ("a newer version", set("version", json!(2)), "was made with a newer version"),
        (
            "a newer version of another shape",
            json!({ "format": "bluepencil-desk", "version": 2, "records": [] }).to_string(),
            "was made with a newer version",
        ),
        ("records as a list", set("records", json!([])), "has a list as its “records”"),
        ("no records", json!({ "format": "bluepencil-desk", "version": 1 }).to_string(), "has no “records”"),
        ("a foreign key", with(|all| _ = all.insert("other/1".into(), json!("x"))), "“other/1” is none"),
        ("a rescue key", with(|all| _ = all.insert("bluepencil/rescue/1/x".into(), json!("x"))), "is none"),
        ("a record that is a number", with(|all| all[&first] = json!(1)), "is a number where a text is expected"),
        ("a record without envelope", with(|all| all[&first] = json!("{}")), &first),
        (
            "a changed letter",
            with(|all| {
                all[&first] = json!(all[&first].as_str().expect("a record").replace("close", "clone"));
            }),
            &first,
        ),
        ("a record of a newer version", with(|all| all[&first] = json!(newer)), "newer"),
        (
            "two annotations exchanged",
            with(|all| {
                let one = all[&first].clone();
                all[&first] = all[&second].clone();
                all[&second] = one;
            }),
            "belongs to another annotation",
        ),
        ("another text", with(|all| all[&text] = record("Another text")), "past the end of the text"),
        ("no text", with(|all| _ = all.remove(&text)), "is missing"),
        ("preferences that are none", with(|all| all["bluepencil/1/preferences"] = record("[]")), "preferences"),
        ("a key twice", good().to_string().replacen(&second, &first, 1), "a second time"),
        ("__proto__", with(|all| _ = all.insert("__proto__".into(), json!("x"))), "__proto__"),
    ];
    for (name, file, says) in files {
        let Err(problem) = DeskFile::read(file.as_bytes()) else { panic!("{name} was not refused") };
        let sentence = problem.to_string();
        assert!(sentence.contains(says), "{name}: {sentence}");
        assert!(!problem.place.is_empty() && !problem.reason.is_empty() && !problem.reason.ends_with('.'), "{name}");
    }
}

#[test]
fn a_file_that_was_cut_anywhere_is_refused() {
    let whole = good().to_string();
    for end in whole.char_indices().map(|(place, _)| place).step_by(97) {
        assert!(DeskFile::read(&whole.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn an_article_that_has_another_text_here_refuses_the_file() {
    let file = written(&desk(&[&harbour(1, &["close"])]));
    let mut here = desk(&[&harbour(1, &[])]);
    let other = Record { revision: 1, writer: "x".to_owned(), body: "Another text".to_owned() };
    here.0.insert(Key::Text(article_id(1)).to_string(), other.encode());
    let problem = read(&file).merge_into(here.records()).expect_err("it is refused");
    assert!(problem.to_string().contains("another text"), "{problem}");
}
