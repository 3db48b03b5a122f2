//! How long the core takes, without a browser: `cargo bench --bench core`.

use bluepencil::annotation::{Annotation, AnnotationId, BUILT_IN, Origin, Status, Target};
use bluepencil::article::{Article, ArticleId, Extra, SAMPLE, Timestamp};
use bluepencil::document::{Document, Edit, Transaction};
use bluepencil::format::native;
use bluepencil::text::{Folded, Matching, Span, Text, Utf8, quotations};
use divan::{Bencher, black_box};
use std::sync::Arc;
use uuid::Uuid;

fn main() {
    divan::main();
}

/// The sample so many times, and so many annotations on it: the sizes of the product's targets.
const SIZES: [(usize, usize); 3] = [(1, 50), (100, 5_000), (1_000, 50_000)];

fn moment() -> Timestamp {
    Timestamp::from_unix_milliseconds(1_764_000_000_000)
}

/// Annotations of 10 to 300 bytes at places that a fixed sequence scatters over the text.
fn additions(text: &Text, count: usize) -> Vec<Edit> {
    let mut state: u64 = 42;
    let mut next = move |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32 % below
    };
    let mut edits = Vec::with_capacity(count);
    while edits.len() < count {
        let start = next(text.end().0);
        let end = (start + 10 + next(290)).min(text.end().0);
        let Some(span) = Span::covering(text, Utf8(start), Utf8(end)) else { continue };
        let annotation = Annotation {
            id: AnnotationId::new(Uuid::from_u128(edits.len() as u128 + 1)),
            label: BUILT_IN[edits.len() % BUILT_IN.len()].label(),
            target: Target::one(span),
            note: String::new(),
            flags: Vec::new(),
            status: Status::Accepted,
            origin: Origin::person(),
            created: moment(),
            modified: moment(),
            creator: String::new(),
            extra: Extra::default(),
        };
        edits.push(Edit::annotation(None, Some(Arc::new(annotation))));
    }
    edits
}

fn document((copies, annotations): (usize, usize)) -> Document {
    let article = Article::from_plain(ArticleId::new(Uuid::from_u128(1)), &SAMPLE.repeat(copies), "");
    let edits = additions(&article.text, annotations);
    let empty = Document::new(article);
    empty.apply(&Transaction::new("setup", edits)).expect("new annotations are never stale")
}

#[divan::bench(args = SIZES)]
fn open_a_text(bencher: Bencher, (copies, _): (usize, usize)) {
    let raw = SAMPLE.repeat(copies);
    bencher.bench_local(|| Article::from_plain(ArticleId::new(Uuid::from_u128(1)), black_box(&raw), ""));
}

#[divan::bench(args = SIZES)]
fn add_one_annotation(bencher: Bencher, size: (usize, usize)) {
    let document = document(size);
    let text = &document.article().text;
    let mut one = additions(text, 1);
    if let Some(Edit::Annotation { after: Some(annotation), .. }) = one.first_mut() {
        Arc::make_mut(annotation).id = AnnotationId::new(Uuid::from_u128(u128::MAX));
    }
    let transaction = Transaction::new("quote marked", one);
    bencher.bench_local(|| document.apply(black_box(&transaction)));
}

/// What annotating all occurrences of some words does to the document.
#[divan::bench(args = SIZES)]
fn add_500_annotations(bencher: Bencher, size: (usize, usize)) {
    let document = document(size);
    let mut more = additions(&document.article().text, 500);
    for (edit, number) in more.iter_mut().zip(0..) {
        if let Edit::Annotation { after: Some(annotation), .. } = edit {
            Arc::make_mut(annotation).id = AnnotationId::new(Uuid::from_u128(u128::MAX - number));
        }
    }
    let transaction = Transaction::new("500 occurrences marked as quote", more);
    bencher.bench_local(|| document.apply(black_box(&transaction)));
}

#[divan::bench(args = SIZES)]
fn fold_a_text(bencher: Bencher, (copies, _): (usize, usize)) {
    let text = Text::new(&SAMPLE.repeat(copies));
    bencher.bench_local(|| Folded::new(black_box(&text), Matching::default()));
}

#[divan::bench(args = SIZES)]
fn find_words(bencher: Bencher, (copies, _): (usize, usize)) {
    let folded = Folded::new(&Text::new(&SAMPLE.repeat(copies)), Matching { case: false, whole_words: true });
    bencher.bench_local(|| folded.find(black_box("the")).len());
}

#[divan::bench(args = SIZES)]
fn find_every_quotation(bencher: Bencher, (copies, _): (usize, usize)) {
    let article = Article::from_plain(ArticleId::new(Uuid::from_u128(1)), &SAMPLE.repeat(copies), "");
    let blocks = || article.blocks.iter().map(|block| (block.start, block.end));
    bencher.bench_local(|| quotations(black_box(&article.text), blocks()));
}

#[divan::bench(args = SIZES)]
fn hit_test(bencher: Bencher, size: (usize, usize)) {
    let document = document(size);
    let middle = Utf8(document.article().text.end().0 / 2);
    bencher.bench_local(|| document.covering(black_box(middle)).len());
}

#[divan::bench(args = SIZES)]
fn write_json(bencher: Bencher, size: (usize, usize)) {
    let document = document(size);
    bencher.bench_local(|| native::write(&[black_box(&document)], &Extra::default(), &moment()).len());
}

#[divan::bench(args = SIZES)]
fn read_json(bencher: Bencher, size: (usize, usize)) {
    let document = document(size);
    let written = native::write(&[&document], &Extra::default(), &moment());
    bencher.bench_local(|| native::read(black_box(written.as_bytes())).map(|file| file.documents.len()));
}
