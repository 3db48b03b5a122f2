//! Small documents by hand.

use std::sync::Arc;

use bluepencil::annotation::{Annotation, AnnotationId, Label, Origin, Status, Target};
use bluepencil::article::{Article, ArticleId, Extra, Timestamp};
use bluepencil::document::{Document, Entry, Revision, Transaction, Writer};
use bluepencil::text::{Span, Text, Utf8};
use uuid::Uuid;

/// A text in which bytes, code points and UTF-16 units come apart early.
pub const HARBOUR: &str = "Harbour talks 🚢 go on\n\nBy Ada Coast\n\n“We are close”, said Zoe\u{301}, “but not done.” \
                           The family 👨‍👩‍👧‍👦 waited under the flag 🇳🇱.\n\nשלום — 海港談判 — مرحبا";

pub fn id(number: u64) -> AnnotationId {
    AnnotationId::new(Uuid::from_u64_pair(1, number))
}

pub fn article_id(number: u64) -> ArticleId {
    ArticleId::new(Uuid::from_u64_pair(2, number))
}

pub fn moment() -> Timestamp {
    Timestamp::from_unix_milliseconds(1_795_442_400_000)
}

/// The first place of some words.
pub fn span(text: &Text, words: &str) -> Span {
    let start = text.as_str().find(words).expect("the words stand in the text");
    Span::exact(text, Utf8::at(start), Utf8::at(start + words.len())).expect("the words are a span")
}

/// An annotation of some words as a quote.
pub fn quote(number: u64, text: &Text, words: &str) -> Annotation {
    Annotation {
        id: id(number),
        label: Label::parse("quote").expect("a label"),
        target: Target::one(span(text, words)),
        note: String::new(),
        flags: Vec::new(),
        status: Status::Accepted,
        origin: Origin::person(),
        created: moment(),
        modified: moment(),
        creator: "Ada".to_owned(),
        extra: Extra::default(),
    }
}

/// The harbour article with quotes of these words, numbered from one, all at this revision.
pub fn harbour(revision: Revision, quotes: &[&str]) -> Document {
    let article = Article::from_plain(article_id(1), HARBOUR, "Harbour talks");
    let numbered = quotes.iter().zip(1..);
    let entries = numbered.map(|(words, number)| entry(quote(number, &article.text, words), revision));
    Document::restored(article.clone(), 1, entries.collect(), [])
}

pub fn entry(annotation: Annotation, revision: Revision) -> Entry {
    Entry { annotation: Arc::new(annotation), revision, writer: Writer::default() }
}

/// The document after the note of an annotation was changed.
pub fn noted(document: &Document, number: u64, note: &str) -> Document {
    let before = document.annotation(id(number)).expect("the annotation is there");
    let after = Annotation { note: note.to_owned(), ..(**before).clone() };
    document.apply(&Transaction::changed("note changed", before, after)).expect("nothing else has changed it")
}

/// The document after an annotation was deleted.
pub fn deleted(document: &Document, number: u64) -> Document {
    let before = document.annotation(id(number)).expect("the annotation is there");
    document.apply(&Transaction::removed("quote deleted", before)).expect("nothing else has changed it")
}

/// The annotations of a document with their versions, in reading order, as a list.
pub fn entries(document: &Document) -> Vec<Entry> {
    document.entries().iter().cloned().collect()
}

/// All there is to a document, for comparing.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub article: Article,
    pub article_revision: Revision,
    /// By which tab they were written is no part of them: storing names it.
    pub entries: Vec<(Arc<Annotation>, Revision)>,
    pub removed: Vec<(AnnotationId, Revision)>,
}

pub fn facts(document: &Document) -> Facts {
    Facts {
        article: document.article().clone(),
        article_revision: document.article_revision(),
        entries: document.entries().iter().map(|entry| (Arc::clone(&entry.annotation), entry.revision)).collect(),
        removed: document.removals().collect(),
    }
}
