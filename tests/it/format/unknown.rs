//! What this version does not know comes in, stays, and goes out again.

use bluepencil::article::Extra;
use bluepencil::document::Document;
use bluepencil::format::native;
use bluepencil::wire::join;
use serde_json::{Value, json};

use super::{read, written};
use crate::support::build::{deleted, harbour, moment};

/// A file of the harbour article with two quotes, after a change.
fn file(change: impl FnOnce(&mut Value)) -> Value {
    let mut file: Value = serde_json::from_str(&written(&harbour(1, &["close", "flag"]))).expect("JSON");
    change(&mut file);
    file
}

/// The file as it goes out again after it came in.
fn through(file: &Value) -> Value {
    let imported = read(&file.to_string());
    let all: Vec<&Document> = imported.documents.iter().collect();
    serde_json::from_str(&native::write(&all, &imported.extra, &moment())).expect("JSON")
}

/// Checks that an unknown key at a place survives with its value.
fn survives(place: &str) {
    let unknown = json!({"b": [1, -2, 0.5, true, null, "\u{2028}é"], "a": {}});
    let put = file(|file| file.pointer_mut(place).expect("the place")["x-unknown"] = unknown.clone());
    assert_eq!(through(&put), put, "at {place:?}");
}

#[test]
fn an_unknown_key_of_the_file_survives() {
    survives("");
}

#[test]
fn an_unknown_key_of_the_schema_survives() {
    survives("/schema");
}

#[test]
fn an_unknown_key_of_a_label_survives() {
    survives("/schema/labels/1");
}

#[test]
fn an_unknown_key_of_an_article_survives() {
    survives("/articles/0");
}

#[test]
fn an_unknown_key_of_a_block_survives() {
    survives("/articles/0/blocks/2");
}

#[test]
fn an_unknown_key_of_an_annotation_survives() {
    survives("/articles/0/annotations/1");
}

#[test]
fn an_unknown_key_of_a_segment_survives() {
    survives("/articles/0/annotations/1/segments/0");
}

#[test]
fn an_unknown_key_of_an_origin_survives() {
    survives("/articles/0/annotations/0/origin");
}

#[test]
fn a_number_that_this_version_does_not_know_keeps_all_its_digits() {
    let numbers = r#"[0.10, -0, 12345678901234567890123, 0.1000000000000000055511151231257827, 1E2]"#;
    let put = file(|file| file["x-numbers"] = json!("NUMBERS")).to_string().replace("\"NUMBERS\"", numbers);
    let imported = read(&put);
    let all: Vec<&Document> = imported.documents.iter().collect();
    let out: String = native::write(&all, &imported.extra, &moment()).split_whitespace().collect();
    let expected = "\"x-numbers\":[0.10,-0,12345678901234567890123,0.1000000000000000055511151231257827,1e+2]";
    assert!(out.contains(expected), "{out}");
}

#[test]
fn people_relations_and_the_parts_of_a_quote_survive() {
    let put = file(|file| {
        file["people"] = json!([{"id": "p1", "name": "Zoé", "aliases": ["Z."], "kind": "named"}]);
        let article = &mut file["articles"][0];
        let ids = [0, 1].map(|place: usize| article["annotations"][place]["id"].clone());
        article["relations"] = json!([{"id": "r1", "type": "answers", "from": ids[0], "to": ids[1]}]);
        article["annotations"][0]["quote"] =
            json!({"type": "direct", "roles": {"speaker": [{"person": "p1", "segments": []}]}});
    });
    assert_eq!(through(&put), put);
}

#[test]
fn a_label_of_the_schema_that_nothing_uses_survives() {
    let put = file(|file| {
        file["schema"]["labels"].as_array_mut().expect("a list").push(json!({"name": "verdict", "title": "Verdict"}));
    });
    assert_eq!(through(&put), put);
}

#[test]
fn a_built_in_label_with_another_title_keeps_it() {
    let put = file(|file| file["schema"]["labels"][0]["title"] = json!("Citaat"));
    assert_eq!(through(&put), put);
}

#[test]
fn a_relation_to_an_annotation_that_was_deleted_here_is_left_out_so_that_the_file_can_be_read() {
    let put = file(|file| {
        let article = &mut file["articles"][0];
        let ids = [0, 1].map(|place: usize| article["annotations"][place]["id"].clone());
        article["relations"] = json!([{"id": "r1", "type": "answers", "from": ids[0], "to": ids[1]}]);
    });
    let imported = read(&put.to_string());
    let out = written(&deleted(&imported.documents[0], 2));
    let found: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(found["articles"][0]["relations"], json!([]));
    assert_eq!(read(&out).documents.len(), 1);
}

#[test]
fn unknown_keys_come_last_and_by_name() {
    let put = file(|file| {
        file["articles"][0]["zebra"] = json!(1);
        file["articles"][0]["aardvark"] = json!(2);
    });
    let imported = read(&put.to_string());
    let out = written(&imported.documents[0]);
    let place = |key: &str| out.find(&format!("\n      \"{key}\":")).unwrap_or_else(|| panic!("{key} is not there"));
    assert!(place("annotations") < place("aardvark") && place("aardvark") < place("zebra"));
}

#[test]
fn two_files_people_are_joined_by_id_and_the_later_file_counts() {
    let extra = |json: Value| Extra::new(json.to_string());
    let here = extra(json!({"a": 1, "people": [{"id": "p1", "name": "Ada"}, {"id": "p2", "name": "Bo"}]}));
    let file = extra(json!({"b": 2, "people": [{"id": "p2", "name": "Bob"}, {"id": "p3", "name": "Cy"}]}));
    let joined: Value = serde_json::from_str(join(&here, &file).as_json().expect("something")).expect("JSON");
    let people = json!([{"id": "p1", "name": "Ada"}, {"id": "p2", "name": "Bob"}, {"id": "p3", "name": "Cy"}]);
    assert_eq!(joined, json!({"a": 1, "b": 2, "people": people}));
}

#[test]
fn joining_the_same_twice_changes_nothing() {
    let extra = Extra::new(r#"{"people":[{"id":"p2"},{"id":"p1"}],"list":[3,1]}"#.to_owned());
    let once = join(&extra, &extra);
    assert_eq!(join(&once, &extra), once);
}
