//! Files as the schema allows them: whatever it accepts is imported as what it means, and what it refuses in form the import
//! refuses. What a schema cannot say, offsets and words that fit the text and ids that are there once, comes from a real export.

use bluepencil::article::Extra;
use bluepencil::document::Document;
use bluepencil::format::native;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

use super::with_schema;
use crate::support::build::{facts, harbour, moment};
use crate::support::generate;

/// Choices that are made one after the other, from the beginning again where there are no more.
struct Choices {
    from: Vec<u8>,
    next: usize,
}

impl Choices {
    fn below(&mut self, count: usize) -> usize {
        let choice = self.from[self.next % self.from.len()];
        self.next += 1;
        usize::from(choice) % count.max(1)
    }
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../docs/bluepencil.schema.json")).expect("the schema is JSON")
}

/// What a part of the schema says, with what it refers to.
fn resolved<'s>(whole: &'s Value, part: &'s Value) -> &'s Value {
    match part["$ref"].as_str() {
        Some(place) => whole.pointer(place.trim_start_matches('#')).expect("a definition"),
        None => part,
    }
}

/// A number in another way of writing it.
fn written_anew(number: &Number, choice: usize) -> Value {
    let Some(whole) = number.as_u64() else { return Value::Number(number.clone()) };
    let text = match choice {
        0 => format!("{whole}.0"),
        1 => format!("{whole}e0"),
        2 if whole % 10 == 0 => format!("{}E1", whole / 10),
        3 => format!("{whole}.000"),
        4 => format!("{}.{}e+1", whole / 10, whole % 10),
        _ => whole.to_string(),
    };
    serde_json::from_str(&text).expect("a number")
}

/// The value as another program may write it by the schema: its keys in another order, numbers in another form, strange keys
/// added.
fn varied(value: &Value, whole: &Value, part: &Value, choices: &mut Choices) -> Value {
    let part = resolved(whole, part);
    match value {
        Value::Object(fields) => {
            let mut entries: Vec<(String, Value)> = Vec::new();
            for (key, field) in fields {
                entries.push((key.clone(), varied(field, whole, &part["properties"][key], choices)));
            }
            if choices.below(4) == 0 {
                entries.push((format!("x_{}", choices.below(9)), json!({ "number": 1.5, "list": [null, true] })));
            }
            let by = choices.below(entries.len());
            entries.rotate_left(by);
            Value::Object(entries.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(|item| varied(item, whole, &part["items"], choices)).collect(),
        Value::Number(number) => written_anew(number, choices.below(8)),
        other => other.clone(),
    }
}

/// Leaves optional keys out, which says that they are as they are without a word.
fn without_optional(value: &mut Value, whole: &Value, part: &Value, choices: &mut Choices) {
    let part = resolved(whole, part);
    match value {
        Value::Object(fields) => {
            let required = part["required"].as_array().cloned().unwrap_or_default();
            fields.retain(|key, _| required.contains(&json!(key)) || choices.below(3) > 0);
            fields
                .iter_mut()
                .for_each(|(key, field)| without_optional(field, whole, &part["properties"][key], choices));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| without_optional(item, whole, &part["items"], choices)),
        _ => {}
    }
}

/// The places of a value that a word of the schema speaks of, as JSON pointers, each with that word.
fn places<'s>(value: &Value, whole: &'s Value, part: &'s Value, at: &str, found: &mut Vec<(String, &'s Value)>) {
    let part = resolved(whole, part);
    if !part.is_null() {
        found.push((at.to_owned(), part));
    }
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                places(field, whole, &part["properties"][key], &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                places(item, whole, &part["items"], &format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

fn is_valid(file: &Value) -> bool {
    with_schema(|schemas, index| schemas.validate(file, index).is_ok())
}

fn export(documents: &[Document]) -> Value {
    let file = native::write(&documents.iter().collect::<Vec<_>>(), &Extra::default(), &moment());
    serde_json::from_str(&file).expect("JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_file_in_any_form_that_the_schema_allows_means_what_it_says(
        documents in generate::documents(2), choices in vec(any::<u8>(), 1..400)
    ) {
        let schema = schema();
        let file = varied(&export(&documents), &schema, &schema, &mut Choices { from: choices, next: 0 });
        prop_assert!(is_valid(&file));
        let read = native::read(file.to_string().as_bytes());
        let plain = native::read(export(&documents).to_string().as_bytes()).expect("an export");
        let read = read.map_err(|problem| TestCaseError::fail(format!("{problem}: {file}")))?;
        for (one, other) in read.documents.iter().zip(&plain.documents) {
            let (one, other) = (facts(one), facts(other));
            prop_assert_eq!(one.article.text, other.article.text);
            prop_assert_eq!(one.article.details, other.article.details);
            prop_assert_eq!(one.article.blocks, other.article.blocks);
            prop_assert_eq!(one.article_revision, other.article_revision);
            let marks = |facts: &[(std::sync::Arc<bluepencil::annotation::Annotation>, u64)]| facts.iter()
                .map(|(mark, revision)| (mark.id, mark.label.clone(), mark.target.clone(), mark.note.clone(), *revision))
                .collect::<Vec<_>>();
            prop_assert_eq!(marks(&one.entries), marks(&other.entries));
        }
        prop_assert_eq!(read.documents.len(), plain.documents.len());
    }

    #[test]
    fn a_file_without_what_is_optional_is_imported(
        documents in generate::documents(2), choices in vec(any::<u8>(), 1..400)
    ) {
        let schema = schema();
        let mut file = export(&documents);
        without_optional(&mut file, &schema, &schema, &mut Choices { from: choices, next: 0 });
        prop_assert!(is_valid(&file));
        let read = native::read(file.to_string().as_bytes());
        prop_assert!(read.is_ok(), "{:?}: {}", read.err(), file);
    }

    #[test]
    fn what_the_schema_refuses_in_form_the_import_refuses(
        choices in vec(any::<u8>(), 8), other in prop_oneof![
            Just(json!(null)), Just(json!(true)), Just(json!("\u{1}")), Just(json!(-1)), Just(json!(115.5)),
            Just(json!(1e300)), Just(json!([])), Just(json!({})), Just(json!([[]])), Just(json!("Quote Mark"))
        ]
    ) {
        let schema = schema();
        let mut file = export(&[harbour(1, &["close", "waited under", "flag 🇳🇱"])]);
        let mut found = Vec::new();
        places(&file, &schema, &schema, "", &mut found);
        let mut choices = Choices { from: choices, next: 0 };
        let number = choices.below(256) * 256 + choices.below(256);
        let (place, _) = &found[number % found.len()];
        *file.pointer_mut(place).expect("the place") = other;
        if !is_valid(&file) {
            prop_assert!(native::read(file.to_string().as_bytes()).is_err(), "{} is imported: {}", place, file);
        }
    }
}

/// The value as tables write it that know numbers of one kind only: each whole number with a point.
fn with_points(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, field)| (key.clone(), with_points(field))).collect())
        }
        Value::Array(items) => items.iter().map(with_points).collect(),
        Value::Number(number) => written_anew(number, 0),
        other => other.clone(),
    }
}

#[test]
fn where_every_whole_number_has_a_point_the_article_is_the_same_and_goes_out_without_one() {
    let document = harbour(10, &["close", "waited under", "flag 🇳🇱"]);
    let plain = export(std::slice::from_ref(&document));
    let file = with_points(&plain);
    assert_eq!((file["version"].to_string().as_str(), is_valid(&file)), ("1.0", true));
    let read = native::read(file.to_string().as_bytes()).expect("a file");
    assert_eq!(read.documents.iter().map(facts).collect::<Vec<_>>(), [facts(&document)]);
    assert_eq!(export(&read.documents).to_string(), plain.to_string());
}

/// What may stand where a whole number is wanted, and whether it is one.
const WHOLE_OR_NOT: [(&str, bool); 26] = [
    ("3", true),
    ("3.0", true),
    ("3.000", true),
    ("3e0", true),
    ("3E+0", true),
    ("3e-0", true),
    ("3.0e0", true),
    ("0.3e1", true),
    ("0.03E2", true),
    ("30e-1", true),
    ("30.0e-1", true),
    ("300.0E-2", true),
    ("3.5", false),
    ("3.0001", false),
    ("3e-1", false),
    ("33e-1", false),
    ("0.3", false),
    ("-3", false),
    ("-3.0", false),
    ("-0.5", false),
    ("1e300", false),
    ("\"3\"", false),
    ("\"3.0\"", false),
    ("[3]", false),
    ("true", false),
    ("null", false),
];

#[test]
fn schema_and_import_agree_on_what_a_whole_number_is() {
    let plain = export(&[harbour(3, &["close"])]).to_string();
    for (written, is_whole) in WHOLE_OR_NOT {
        let file = plain.replace("\"revision\":3", &format!("\"revision\":{written}"));
        assert!(written == "3" || file != plain, "{written}");
        let value = serde_json::from_str(&file).expect("JSON");
        let read = native::read(file.as_bytes());
        assert_eq!((is_valid(&value), read.is_ok()), (is_whole, is_whole), "{written}");
        if let Ok(read) = read {
            assert_eq!(export(&read.documents).to_string(), plain, "{written} goes out as 3");
        }
    }
}

#[test]
fn a_number_that_is_not_whole_is_refused_with_itself_and_its_place() {
    let whole = export(&[harbour(1, &["close"])]);
    for place in [
        "/version",
        "/articles/0/revision",
        "/articles/0/blocks/0/start",
        "/articles/0/blocks/1/end",
        "/articles/0/annotations/0/revision",
        "/articles/0/annotations/0/segments/0/start",
        "/articles/0/annotations/0/segments/0/end",
        "/articles/0/annotations/0/segments/0/utf16/0",
        "/articles/0/annotations/0/segments/0/utf16/1",
        "/articles/0/annotations/0/segments/0/utf8/0",
        "/articles/0/annotations/0/segments/0/utf8/1",
    ] {
        let mut file = whole.clone();
        *file.pointer_mut(place).expect("the place") = json!(115.5);
        assert!(!is_valid(&file), "{place} by the schema");
        let problem = native::read(file.to_string().as_bytes()).map(drop).expect_err(place).to_string();
        let key = place.split('/').rfind(|part| part.parse::<usize>().is_err()).expect("a key");
        assert!(problem.contains("115.5") && problem.contains(&format!("“{key}”")), "{place}: {problem}");
    }
}
