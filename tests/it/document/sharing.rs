//! What an edit of a large document copies: entries of one version that the next does not share with it. Every entry holds its
//! writer, so the number of those who hold it is the number of entries in memory.

use std::sync::Arc;

use bluepencil::annotation::{Annotation, Label, Target};
use bluepencil::article::Article;
use bluepencil::document::{Document, Edit, Entry, RecordState, Transaction, Writer};
use bluepencil::text::{Span, Text, Utf8};

use crate::support::build::{article_id, id, quote};

/// An edit copies fewer entries than this: one chunk of the reading order and one of its label, a leaf of the map of ids, and
/// twice as many where a mark goes from one place to another. How many annotations there are is no part of it.
const FEW: usize = 600;

/// The word so many words from the start.
fn word(text: &Text, number: usize) -> Span {
    Span::exact(text, Utf8::at(number * 5), Utf8::at(number * 5 + 4)).expect("a word")
}

/// That many marks, each on a word of its own, all by one writer.
fn large(count: usize) -> (Document, Writer) {
    let article = Article::from_plain(article_id(1), &"word ".repeat(count + 1), "Words");
    let writer: Writer = "somebody".into();
    let entries = (0..count).map(|number| {
        let target = Target::one(word(&article.text, number));
        let annotation = Annotation { target, ..quote(number as u64, &article.text, "word") };
        Entry { annotation: Arc::new(annotation), revision: 1, writer: Arc::clone(&writer) }
    });
    (Document::restored(article.clone(), 1, entries.collect(), []), writer)
}

/// How many entries of a document an action copies, with the document after it.
fn copied(document: &Document, writer: &Writer, action: impl Fn(&Document) -> Document) -> (usize, Document) {
    let before = Arc::strong_count(writer);
    let after = action(document);
    (Arc::strong_count(writer) - before, after)
}

/// Asserts of an action in the middle of documents of three sizes that it copies few entries.
fn copies_few(action: impl Fn(&Document, u64) -> Document) {
    for count in [100, 1_000, 20_000] {
        let (document, writer) = large(count);
        let (copies, _after) = copied(&document, &writer, |document| action(document, count as u64 / 2));
        assert!(copies < FEW, "{copies} of {count}");
    }
}

fn changed(document: &Document, number: u64, change: impl Fn(Annotation) -> Annotation) -> Document {
    let before = document.annotation(id(number)).expect("it is there");
    let after = change((**before).clone());
    document.apply(&Transaction::changed("changed", before, after)).expect("it fits")
}

#[test]
fn marking_copies_few_entries() {
    copies_few(|document, number| {
        let target = Target::one(word(&document.article().text, number as usize));
        let annotation = Annotation { target, ..quote(1_000_000, &document.article().text, "word") };
        document.apply(&Transaction::added("marked", annotation)).expect("it fits")
    });
}

#[test]
fn deleting_copies_few_entries() {
    copies_few(|document, number| {
        let before = document.annotation(id(number)).expect("it is there");
        document.apply(&Transaction::removed("deleted", before)).expect("it fits")
    });
}

#[test]
fn another_label_copies_few_entries() {
    let claim = Label::parse("claim").expect("a label");
    copies_few(|document, number| changed(document, number, |before| Annotation { label: claim.clone(), ..before }));
}

#[test]
fn a_note_copies_few_entries() {
    copies_few(|document, number| changed(document, number, |before| Annotation { note: "why".into(), ..before }));
}

#[test]
fn a_mark_that_comes_to_reach_over_all_others_copies_few_entries() {
    copies_few(|document, number| {
        let text = &document.article().text;
        let all = Span::covering(text, Utf8(0), text.end()).expect("there are words");
        changed(document, number, |before| Annotation { target: Target::one(all), ..before })
    });
}

#[test]
fn a_state_from_another_tab_copies_few_entries() {
    copies_few(|document, number| document.with_states(vec![RecordState::Removed(id(number), 2, "other".into())]));
}

#[test]
fn an_undone_edit_leaves_the_reading_order_as_quick_as_it_was() {
    let (document, writer) = large(2_000);
    let mut here = document;
    // What happens at one place again and again must not make the next time dearer.
    for _ in 0..300 {
        let before = here.annotation(id(1_000)).cloned().expect("it is there");
        let removal = Transaction::removed("deleted", &before);
        here = here.apply(&removal).expect("it fits");
        here = here.apply(&removal.inverse()).expect("it fits");
    }
    let (copies, _after) = copied(&here, &writer, |document| {
        changed(document, 1_001, |before| Annotation { note: "why".into(), ..before })
    });
    assert!(copies < FEW, "{copies}");
}

#[test]
fn thousands_of_marks_on_one_place_leave_an_edit_there_as_quick() {
    let (mut document, writer) = large(10);
    let text = document.article().text.clone();
    for number in 0..3_000 {
        let annotation = Annotation { target: Target::one(word(&text, 5)), ..quote(5_000 + number, &text, "word") };
        document = document.with_states(vec![RecordState::Entry(Entry {
            annotation: Arc::new(annotation),
            revision: 1,
            writer: Arc::clone(&writer),
        })]);
    }
    let (copies, _after) = copied(&document, &writer, |document| {
        changed(document, 6_500, |before| Annotation { note: "why".into(), ..before })
    });
    assert!(copies < FEW, "{copies}");
}

#[test]
fn the_changes_of_one_edit_are_one_among_thousands() {
    let (document, _) = large(5_000);
    let after = changed(&document, 2_500, |before| Annotation { note: "why".into(), ..before });
    let changes: Vec<_> = document.changes_to(&after).collect();
    assert_eq!(changes, [(document.entry(id(2_500)), after.entry(id(2_500)))]);
}

#[test]
fn many_edits_at_once_are_all_done() {
    let (document, _) = large(3_000);
    let edits = document.entries().iter().map(|entry| Edit::annotation(Some(Arc::clone(&entry.annotation)), None));
    let after = document.apply(&Transaction::new("deleted", edits.collect())).expect("they fit");
    assert_eq!((after.entries().len(), after.removals().count()), (0, 3_000));
    assert_eq!(after.touching(Utf8(0), document.article().text.end()), [] as [&Entry; 0]);
}
