//! Bluepencil JSON: what is written can be read, nothing is lost, and the file says what the text says.

mod broken;
mod from_schema;
mod malformed;
mod pieces;
mod unknown;

use bluepencil::article::{Extra, Timestamp};
use bluepencil::document::Document;
use bluepencil::format::{Format, Imported, looks_like_json, native};
use bluepencil::text::Text;
use expect_test::expect;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::build::{deleted, entry, facts, harbour, id, moment, quote};
use crate::support::generate;

fn written(document: &Document) -> String {
    native::write(&[document], &Extra::default(), &moment())
}

fn read(file: &str) -> Imported {
    native::read(file.as_bytes()).unwrap_or_else(|problem| panic!("not read: {problem}"))
}

/// The segments of a file with the text of their article.
fn segments(file: &str) -> Vec<(String, Value)> {
    let file: Value = serde_json::from_str(file).expect("JSON");
    let mut found = Vec::new();
    for article in file["articles"].as_array().expect("a list") {
        for annotation in article["annotations"].as_array().expect("a list") {
            for segment in annotation["segments"].as_array().expect("a list") {
                found.push((article["text"].as_str().expect("a text").to_owned(), segment.clone()));
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same_documents(documents in generate::documents(3)) {
        let all: Vec<&Document> = documents.iter().collect();
        let imported = read(&native::write(&all, &Extra::default(), &moment()));
        let found: Vec<_> = imported.documents.iter().map(facts).collect();
        let expected: Vec<_> = documents.iter().map(facts).collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(imported.extra, Extra::default());
    }

    #[test]
    fn an_imported_file_is_exported_as_the_same_bytes(documents in generate::documents(2)) {
        let all: Vec<&Document> = documents.iter().collect();
        let file = native::write(&all, &Extra::default(), &moment());
        let imported = read(&file);
        let all: Vec<&Document> = imported.documents.iter().collect();
        prop_assert_eq!(native::write(&all, &imported.extra, &moment()), file);
    }

    #[test]
    fn the_words_of_a_segment_are_the_slice_of_the_text_in_all_three_units(document in generate::document()) {
        for (text, segment) in segments(&written(&document)) {
            let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
            let exact = segment["exact"].as_str().expect("a text");
            let (start, end) = (number(&segment["start"]), number(&segment["end"]));
            prop_assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), exact);
            prop_assert_eq!(&text[number(&segment["utf8"][0])..number(&segment["utf8"][1])], exact);
            let units: Vec<u16> = text.encode_utf16().collect();
            let slice = &units[number(&segment["utf16"][0])..number(&segment["utf16"][1])];
            prop_assert_eq!(String::from_utf16(slice).expect("whole characters"), exact);
        }
    }

    #[test]
    fn the_context_of_a_segment_is_32_code_points_or_all_there_are(document in generate::document()) {
        for (text, segment) in segments(&written(&document)) {
            let number = |key: &str| usize::try_from(segment[key].as_u64().expect("a number")).expect("small");
            let characters: Vec<char> = text.chars().collect();
            let before: String = characters[number("start").saturating_sub(32)..number("start")].iter().collect();
            let after: String = characters[number("end")..(number("end") + 32).min(characters.len())].iter().collect();
            prop_assert_eq!(segment["prefix"].as_str().expect("a text"), before);
            prop_assert_eq!(segment["suffix"].as_str().expect("a text"), after);
        }
    }

    #[test]
    fn every_export_is_valid_by_the_published_schema(documents in generate::documents(2)) {
        let all: Vec<&Document> = documents.iter().collect();
        let file: Value = serde_json::from_str(&native::write(&all, &Extra::default(), &moment())).expect("JSON");
        let verdict = with_schema(|schemas, index| schemas.validate(&file, index).map_err(|error| error.to_string()));
        prop_assert_eq!(verdict, Ok(()));
    }

    #[test]
    fn annotations_are_written_by_start_then_the_longer_first_then_by_label(document in generate::document()) {
        let imported: Value = serde_json::from_str(&written(&document)).expect("JSON");
        let annotations = imported["articles"][0]["annotations"].as_array().expect("a list").clone();
        let key = |annotation: &Value| {
            let segments = annotation["segments"].as_array().expect("a list").clone();
            let end = segments.last().expect("one")["end"].as_u64().expect("a number");
            let start = segments[0]["start"].as_u64().expect("a number");
            (start, u64::MAX - end, annotation["label"].to_string(), annotation["id"].to_string())
        };
        prop_assert!(annotations.is_sorted_by_key(key));
    }

    #[test]
    fn no_text_at_all_makes_the_reader_panic(text in "\\PC{0,80}") {
        prop_assert!(native::read(text.as_bytes()).is_err());
    }

    #[test]
    fn no_damaged_byte_of_an_export_makes_the_reader_panic(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut file = written(&harbour(3, &["close", "waited under"])).into_bytes();
        let place = place.index(file.len());
        file[place] = byte;
        if let Ok(imported) = native::read(&file) {
            prop_assert_eq!(imported.documents.len(), 1);
        }
    }
}

thread_local! {
    static SCHEMA: (boon::Schemas, boon::SchemaIndex) = {
        let schema: Value = serde_json::from_str(include_str!("../../docs/bluepencil.schema.json")).expect("JSON");
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("https://bluepencil.test/schema.json", schema).expect("a resource");
        let index = compiler.compile("https://bluepencil.test/schema.json", &mut schemas).expect("a schema");
        (schemas, index)
    };
}

fn with_schema<T>(check: impl FnOnce(&boon::Schemas, boon::SchemaIndex) -> T) -> T {
    SCHEMA.with(|(schemas, index)| check(schemas, *index))
}

#[test]
fn the_schema_refuses_a_file_without_articles() {
    let file = serde_json::json!({"format": "bluepencil", "version": 1});
    assert!(with_schema(|schemas, index| schemas.validate(&file, index).is_err()));
}

#[test]
fn two_exports_of_one_state_differ_in_their_moment_only() {
    let document = harbour(1, &["close", "flag"]);
    let later = Timestamp::from_unix_milliseconds(1_795_442_461_000);
    let (one, other) = (written(&document), native::write(&[&document], &Extra::default(), &later));
    let differing: Vec<_> = one.lines().zip(other.lines()).filter(|(one, other)| one != other).collect();
    assert_eq!(differing, [("  \"exported\": \"2026-11-23T14:00:00Z\",", "  \"exported\": \"2026-11-23T14:01:01Z\",")]);
}

#[test]
fn articles_are_written_by_id_in_whatever_order_they_come() {
    let [one, other] = [1, 2].map(|number| {
        let article = bluepencil::article::Article::from_plain(crate::support::build::article_id(number), "x", "");
        Document::new(article)
    });
    let file = |documents: &[&Document]| native::write(documents, &Extra::default(), &moment());
    assert_eq!(file(&[&one, &other]), file(&[&other, &one]));
}

#[test]
fn a_deleted_annotation_is_not_in_the_file() {
    let file = written(&deleted(&harbour(1, &["close", "flag"]), 1));
    assert_eq!(segments(&file).len(), 1);
}

#[test]
fn a_label_of_the_desk_s_own_stands_in_the_schema_after_the_built_in_ones() {
    let document = harbour(1, &[]);
    let mut verdict = quote(1, &document.article().text, "close");
    verdict.label = bluepencil::annotation::Label::parse("verdict").expect("a label");
    let document = Document::restored(document.article().clone(), 1, vec![entry(verdict, 1)], []);
    let file: Value = serde_json::from_str(&written(&document)).expect("JSON");
    let names: Vec<_> =
        file["schema"]["labels"].as_array().expect("a list").iter().map(|l| l["name"].clone()).collect();
    assert_eq!(names, ["quote", "claim", "caption", "credit", "verdict"]);
}

#[test]
fn a_text_that_begins_with_a_byte_order_mark_survives() {
    let article = bluepencil::article::Article::from_plain(
        crate::support::build::article_id(1),
        "\u{feff}\u{feff}Two marks, one of them kept",
        "",
    );
    let imported = read(&written(&Document::new(article)));
    assert!(imported.documents[0].article().text.as_str().starts_with('\u{feff}'));
}

#[test]
fn a_file_without_blocks_gets_those_that_are_recognised() {
    let document = harbour(1, &["close"]);
    let mut file: Value = serde_json::from_str(&written(&document)).expect("JSON");
    file["articles"][0].as_object_mut().expect("an object").remove("blocks");
    let imported = read(&file.to_string());
    assert_eq!(imported.documents[0].article().blocks, document.article().blocks);
}

#[test]
fn a_file_with_nothing_but_what_is_needed_is_read() {
    let file = r#"{"format":"bluepencil","version":1,"articles":[{"id":"00000000-0000-0002-0000-000000000001",
        "text":"It is so.","annotations":[{"id":"00000000-0000-0001-0000-000000000001","label":"claim",
        "segments":[{"start":0,"end":9,"exact":"It is so."}],"created":"2026-11-23T14:00:00Z"}]}]}"#;
    let imported = read(file);
    let found = imported.documents[0].annotation(id(1)).expect("it is there");
    assert_eq!(found.target.words(&Text::new("It is so.")), "It is so.");
}

#[test]
fn a_made_up_revision_is_written_no_higher_than_it_is_read() {
    let document = harbour(9_007_199_254_740_991, &["close"]);
    let document = crate::support::build::noted(&document, 1, "one more than the last");
    assert_eq!(read(&written(&document)).documents[0].revision(id(1)), 9_007_199_254_740_991);
}

#[test]
fn the_only_format_so_far_loses_nothing() {
    let told: Vec<_> = Format::ALL.iter().map(|format| (format.name(), format.extension(), format.loses())).collect();
    assert_eq!(told, [("Bluepencil JSON", "bluepencil.json", None)]);
}

#[test]
fn a_text_that_begins_with_a_brace_is_an_import_and_nothing_else_is() {
    let found = ["{", " \n{\"a\":1}", "\u{feff}{", "[1]", "Dear {name}", ""].map(looks_like_json);
    assert_eq!(found, [true, true, true, false, false, false]);
}

#[test]
fn a_file_looks_like_this() {
    let document = harbour(3, &["“We are close”"]);
    expect![[r#"
        {
          "format": "bluepencil",
          "version": 1,
          "generator": "bluepencil 0.1.0",
          "exported": "2026-11-23T14:00:00Z",
          "offsets": "code points",
          "schema": {
            "labels": [
              {
                "name": "quote",
                "title": "Quote",
                "key": "Q"
              },
              {
                "name": "claim",
                "title": "Claim",
                "key": "C"
              },
              {
                "name": "caption",
                "title": "Caption",
                "key": "P"
              },
              {
                "name": "credit",
                "title": "Credit",
                "key": "R"
              }
            ]
          },
          "articles": [
            {
              "id": "00000000-0000-0002-0000-000000000001",
              "title": "Harbour talks",
              "byline": "Ada Coast",
              "published": "",
              "source": "",
              "language": "",
              "status": "new",
              "revision": 1,
              "text": "Harbour talks 🚢 go on\n\nBy Ada Coast\n\n“We are close”, said Zoé, “but not done.” The family 👨‍👩‍👧‍👦 waited under the flag 🇳🇱.\n\nשלום — 海港談判 — مرحبا",
              "fingerprint": "sha256:eebb55f2f6588ebc191d189a6a628885a720cdfd5fe795cb45200737a121d1be",
              "blocks": [
                {
                  "kind": "title",
                  "start": 0,
                  "end": 21
                },
                {
                  "kind": "byline",
                  "start": 23,
                  "end": 35
                },
                {
                  "kind": "paragraph",
                  "start": 37,
                  "end": 124
                },
                {
                  "kind": "paragraph",
                  "start": 126,
                  "end": 145
                }
              ],
              "annotations": [
                {
                  "id": "00000000-0000-0001-0000-000000000001",
                  "label": "quote",
                  "status": "accepted",
                  "note": "",
                  "flags": [],
                  "segments": [
                    {
                      "start": 37,
                      "end": 51,
                      "utf16": [38,52],
                      "utf8": [40,58],
                      "exact": "“We are close”",
                      "prefix": "ur talks 🚢 go on\n\nBy Ada Coast\n\n",
                      "suffix": ", said Zoé, “but not done.” The"
                    }
                  ],
                  "origin": {
                    "kind": "person",
                    "name": "",
                    "version": ""
                  },
                  "created": "2026-11-23T14:00:00Z",
                  "modified": "2026-11-23T14:00:00Z",
                  "creator": "Ada",
                  "revision": 3
                }
              ]
            }
          ]
        }
    "#]].assert_eq(&written(&document));
}
