//! What must hold after every event, worked out in the slowest and plainest way.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use bluepencil::annotation::{Annotation, AnnotationId};
use bluepencil::document::Document;
use bluepencil::store::Key;
use bluepencil::text::Utf8;
use unicode_segmentation::UnicodeSegmentation as _;

use super::build::facts;
use super::desk::Desk;

/// Checks a document by itself.
pub fn holds(document: &Document) {
    in_reading_order(document);
    no_id_twice(document);
    let text = document.article().text.as_str();
    let mut borders: BTreeSet<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    borders.insert(text.len());
    for annotation in document.annotations() {
        let mut earliest = 0;
        for span in annotation.target.segments() {
            let (start, end) = (span.start().index(), span.end().index());
            assert!(earliest <= start && start < end, "segments are in order and hold something: {annotation:?}");
            assert!(borders.contains(&start) && borders.contains(&end), "no character is cut: {annotation:?}");
            let words = &text[start..end];
            assert!(!words.starts_with(char::is_whitespace), "no white space in front: {annotation:?}");
            assert!(!words.ends_with(char::is_whitespace), "no white space behind: {annotation:?}");
            earliest = end;
        }
    }
}

/// Checks the session of a desk, and that a reload would show the same.
pub fn holds_on(desk: &Desk) {
    let document = desk.document();
    holds(document);
    let id = document.article().id;
    assert_eq!(facts(&desk.stored(id)), facts(document), "what is stored is what is shown");
    words_stand_in_their_records(desk);
    let listed = desk.session.library().articles.iter().find(|summary| summary.id == id).expect("it is listed");
    assert_eq!(listed.annotations, document.entries().len(), "the library counts the annotations");
    let focus = desk.session.focus();
    assert!(focus.is_none_or(|id| document.annotation(id).is_some()), "what is in focus is there");
    let shown = |id: &AnnotationId| {
        let annotation = document.annotation(*id).expect("what is selected is there");
        desk.session.listed().is_none_or(|listed| listed.contains(annotation))
    };
    assert!(desk.session.selected().iter().all(shown), "what is selected is shown");
}

fn in_reading_order(document: &Document) {
    let key = |annotation: &&Annotation| {
        let target = &annotation.target;
        (target.start(), Reverse(target.end()), annotation.label.clone(), annotation.id)
    };
    let annotations: Vec<&Annotation> = document.annotations().collect();
    assert!(annotations.is_sorted_by_key(key), "the annotations are in reading order: {annotations:?}");
}

fn no_id_twice(document: &Document) {
    let present = document.annotations().map(|annotation| annotation.id);
    let mut ids: Vec<_> = present.chain(document.removals().map(|(id, _)| id)).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "no id stands twice, nor is one both there and deleted");
}

/// The offsets of every stored segment, counted by hand in all three units, give the words beside them.
fn words_stand_in_their_records(desk: &Desk) {
    let text = desk.document().article().text.as_str();
    let characters: Vec<char> = text.chars().collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    for entry in desk.document().entries().iter() {
        let key = Key::Annotation(desk.document().article().id, entry.annotation.id).to_string();
        let (_, body) = desk.storage[&key].split_once('\n').expect("a head and a body");
        let record: serde_json::Value = serde_json::from_str(body).expect("JSON");
        for segment in record["segments"].as_array().expect("a list") {
            let place = |value: &serde_json::Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
            let exact = segment["exact"].as_str().expect("words");
            let by_character: String = characters[place(&segment["start"])..place(&segment["end"])].iter().collect();
            let by_unit = &units[place(&segment["utf16"][0])..place(&segment["utf16"][1])];
            assert_eq!(by_character, exact);
            assert_eq!(String::from_utf16_lossy(by_unit), exact);
            assert_eq!(&text[place(&segment["utf8"][0])..place(&segment["utf8"][1])], exact);
        }
    }
}

/// The annotations that share a byte with a range, by looking at every one; the shortest first, and those of one length in
/// reading order.
pub fn touching_slowly(document: &Document, start: Utf8, end: Utf8) -> Vec<AnnotationId> {
    let mut found: Vec<&Annotation> =
        document.annotations().filter(|annotation| touches(annotation, start, end)).collect();
    found.sort_by_key(|annotation| annotation.target.end().0 - annotation.target.start().0);
    found.iter().map(|annotation| annotation.id).collect()
}

/// Whether an annotation lies inside another of its label: one that reaches at least as far on both sides, further on
/// one, and shares a byte with it.
pub fn is_nested_slowly(document: &Document, annotation: &Annotation) -> bool {
    let (start, end) = (annotation.target.start(), annotation.target.end());
    document.annotations().any(|other| {
        let (from, to) = (other.target.start(), other.target.end());
        let reaches_further = from <= start && end <= to && (from < start || end < to);
        other.label == annotation.label && reaches_further && touches(other, start, end)
    })
}

fn touches(annotation: &Annotation, start: Utf8, end: Utf8) -> bool {
    annotation.target.segments().any(|span| span.start() < end && start < span.end())
}
