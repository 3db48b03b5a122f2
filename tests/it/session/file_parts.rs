//! What is in a file goes over in parts and is put together again: the same, or nothing.

use bluepencil::annotation::{Annotation, Target};
use bluepencil::article::{Article, Extra};
use bluepencil::document::Document;
use bluepencil::format::{Imported, native};
use bluepencil::session::{FileContent, IncomingFile, Part};
use bluepencil::store::{DeskFile, batch};
use bluepencil::text::{Encoding, Span, Utf8};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::support::build::{article_id, entry, facts, harbour, moment, quote};
use crate::support::{generate, invariant};

/// No part is longer, in bytes of its JSON, but for one that holds a single long annotation or record.
const LONGEST: usize = 200_000;

fn parts(read: Result<FileContent, String>) -> Vec<Part> {
    let parts = FileContent::into_parts(read);
    let (count, parts) = (parts.len(), parts.collect::<Vec<_>>());
    assert_eq!(parts.len(), count);
    parts
}

/// The parts of a file with these articles.
fn parts_of(documents: &[Document], extra: &Extra) -> Vec<Part> {
    let documents: Vec<&Document> = documents.iter().collect();
    let file = native::write(&documents, extra, &moment());
    parts(FileContent::of("all.json", file.as_bytes()))
}

/// Puts parts together; the first that is none ends it.
fn together(parts: &[Part]) -> Result<Option<Result<FileContent, String>>, String> {
    let mut incoming = IncomingFile::default();
    for (part, number) in parts.iter().zip(1..) {
        incoming.take(&Part::from_json(part.as_json().to_owned()))?;
        assert_eq!(incoming.progress().0, number);
    }
    Ok(incoming.finish())
}

fn whole(parts: &[Part]) -> FileContent {
    together(parts).expect("each is the next").expect("none is missing").expect("it is not refused")
}

fn imported(content: FileContent) -> Imported {
    let FileContent::Import(imported) = content else { panic!("{content:?} is no import") };
    imported
}

/// An article of thousands of sentences, with a quote on each.
fn long() -> Document {
    let sentences: Vec<String> = (0..3_000).map(|number| format!("“Ferry {number} is late 🚢,” she said.")).collect();
    let article = Article::from_plain(article_id(7), &sentences.join("\n\n"), "Ferries");
    let mut from = 0;
    let entries = (0..3_000).zip(1..).map(|(number, key)| {
        let words = format!("Ferry {number} is late 🚢");
        let start = from + article.text.as_str()[from..].find(&words).expect("the words");
        from = start + words.len();
        let (start, end) = [start, from].map(Utf8::at).into();
        let span = Span::exact(&article.text, start, end).expect("a span");
        let target = Target::one(span);
        entry(Annotation { target, ..quote(key, &article.text, "Ferry 0 is late") }, 1)
    });
    let entries = entries.collect();
    Document::restored(article, 2, entries, [])
}

/// One part with some of its JSON changed.
fn changed(part: &Part, change: impl FnOnce(&mut Value)) -> Part {
    let mut json: Value = serde_json::from_str(part.as_json()).expect("JSON");
    change(&mut json["content"]);
    Part::from_json(json.to_string())
}

/// The place of the first part of a kind.
fn first(parts: &[Part], kind: &str) -> usize {
    let is_of = |part: &Part| part.as_json().contains(&format!("\"content\":{{\"{kind}\""));
    parts.iter().position(is_of).expect("a part of that kind")
}

proptest! {
    #[test]
    fn articles_come_over_as_they_were_read(documents in generate::documents(2)) {
        let extra = Extra::new(r#"{"desk":{"b":[1.50,"x"]}}"#.to_owned());
        let came = imported(whole(&parts_of(&documents, &extra)));
        prop_assert_eq!(came.extra, extra);
        prop_assert_eq!(came.documents.iter().map(facts).collect::<Vec<_>>(), documents.iter().map(facts).collect::<Vec<_>>());
        came.documents.iter().for_each(invariant::holds);
    }

    #[test]
    fn a_desk_comes_over_as_it_was_read(documents in generate::documents(2)) {
        let mut records = Vec::new();
        for (document, position) in documents.iter().zip(1..) {
            records.extend(batch::whole(document, position, "tab").puts);
        }
        let records: Vec<(String, String)> = records.into_iter().map(|(key, value)| (key.to_string(), value)).collect();
        let desk = DeskFile::of(records.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        let read = FileContent::of("desk.json", desk.write(&moment()).as_bytes());
        let FileContent::Desk(came) = whole(&parts(read)) else { panic!("no desk file") };
        prop_assert_eq!(came, desk);
    }

    #[test]
    fn a_part_that_is_missing_or_comes_twice_or_too_early_is_noticed(
        documents in generate::documents(2), at in any::<Index>(), how in 0..3
    ) {
        let mut parts = parts_of(&documents, &Extra::default());
        let at = at.index(parts.len());
        match how {
            0 => drop(parts.remove(at)),
            1 => parts.insert(at, parts[at].clone()),
            _ => {
                let next = (at + 1) % parts.len();
                parts.swap(at, next);
            }
        }
        prop_assert!(!matches!(together(&parts), Ok(Some(_))), "{how} at {at}");
    }

    #[test]
    fn a_part_that_is_cut_or_has_another_byte_never_ends_the_program(
        document in generate::document(), at in any::<Index>(), byte in any::<Index>(), by in select(&["", "x", "\"", "9", "}"][..])
    ) {
        let mut parts = parts_of(&[document], &Extra::default());
        let at = at.index(parts.len());
        let json = parts[at].as_json();
        let place = json.floor_char_boundary(byte.index(json.len()));
        let rest = if by.is_empty() { "" } else { &json[json.ceil_char_boundary(place + 1)..] };
        parts[at] = Part::from_json(format!("{}{by}{rest}", &json[..place]));
        let came = together(&parts);
        prop_assert!(!by.is_empty() || came.is_err(), "a part that is cut was taken");
        if let Ok(Some(Ok(FileContent::Import(came)))) = came {
            came.documents.iter().for_each(invariant::holds);
        }
    }

    #[test]
    fn a_text_comes_over_whatever_its_letters(raw in generate::raw_text(), times in 1..5_000usize, encoding in select(&Encoding::ALL[..])) {
        let text = raw.repeat(times);
        let FileContent::Text(came, how) = whole(&parts(Ok(FileContent::Text(text.clone(), encoding)))) else { panic!("no text") };
        prop_assert!(came == text);
        prop_assert_eq!(how, encoding);
    }
}

#[test]
fn a_long_article_comes_over_in_many_short_parts() {
    let document = long();
    let parts = parts_of(std::slice::from_ref(&document), &Extra::default());
    assert!(parts.len() > 20, "{} parts", parts.len());
    let longest = parts.iter().map(|part| part.as_json().len()).max();
    assert!(longest.is_some_and(|longest| longest < LONGEST), "{longest:?}");
    let came = imported(whole(&parts));
    assert_eq!(facts(&came.documents[0]), facts(&document));
    invariant::holds(&came.documents[0]);
}

#[test]
fn a_record_that_is_too_long_for_a_part_comes_over_in_several() {
    let document = long();
    let records = batch::whole(&document, 1, "tab").puts;
    let records: Vec<(String, String)> = records.into_iter().map(|(key, value)| (key.to_string(), value)).collect();
    let desk = DeskFile::of(records.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    let parts = parts(Ok(FileContent::Desk(desk.clone())));
    assert!(parts.iter().all(|part| part.as_json().len() < LONGEST));
    assert!(parts[first(&parts, "long-record") + 1].as_json().contains("\"letters\""));
    let FileContent::Desk(came) = whole(&parts) else { panic!("no desk file") };
    assert_eq!(came, desk);
}

#[test]
fn a_refusal_comes_over_in_its_words() {
    let read = FileContent::of("talks.json", b"{}");
    let sentence = read.clone().expect_err("it is refused");
    assert!(sentence.starts_with("talks.json was not imported: "), "{sentence}");
    assert_eq!(together(&parts(read)).expect("it comes over").expect("whole").expect_err("refused"), sentence);
}

#[test]
fn a_file_of_keys_comes_over_as_its_text() {
    let file = br#"{"format":"bluepencil-keys","version":1,"keys":{}}"#;
    let FileContent::KeyBindings(came) = whole(&parts(FileContent::of("keys.json", file))) else { panic!("no keys") };
    assert_eq!(came.as_bytes(), file);
}

#[test]
fn an_annotation_that_does_not_fit_the_text_is_taken_from_nobody() {
    let parts = parts_of(&[harbour(1, &["close", "flag"])], &Extra::default());
    let at = first(&parts, "annotations");
    let changes: [fn(&mut Value); 5] = [
        |content| content["annotations"][0]["segments"][0]["exact"] = json!("far"),
        |content| content["annotations"][0]["segments"][0]["start"] = json!(9_999),
        |content| content["annotations"][0]["id"] = json!("x"),
        |content| content["annotations"][1] = content["annotations"][0].clone(),
        |content| *content = json!({ "blocks": [] }),
    ];
    for change in changes {
        let mut parts = parts.clone();
        parts[at] = changed(&parts[at], change);
        assert!(together(&parts).is_err(), "{}", parts[at].as_json());
    }
}

#[test]
fn a_list_with_too_few_is_no_whole_file() {
    let mut parts = parts_of(&[harbour(1, &["close", "flag"])], &Extra::default());
    let at = first(&parts, "annotations");
    parts[at] = changed(&parts[at], |content| drop(content["annotations"].as_array_mut().map(Vec::pop)));
    assert!(matches!(together(&parts), Ok(None)));
}

#[test]
fn nothing_is_taken_after_a_part_that_failed() {
    let parts = parts_of(&[harbour(1, &["close"])], &Extra::default());
    let mut incoming = IncomingFile::default();
    assert!(incoming.take(&Part::from_json("{".to_owned())).is_err());
    assert!(incoming.take(&parts[0]).is_err());
    assert!(incoming.finish().is_none());
}
