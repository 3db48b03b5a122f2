//! A file that is written in pieces, between which the page answers.

use bluepencil::annotation::{Annotation, Target};
use bluepencil::article::{Article, Extra};
use bluepencil::document::Document;
use bluepencil::format::native::{self, Pieces};
use bluepencil::text::{Span, Utf8};
use proptest::prelude::*;

use crate::support::build::{article_id, entry, facts, moment, quote};
use crate::support::generate;

/// How many annotations a piece may have.
const MOST: usize = 200;

proptest! {
    #[test]
    fn all_pieces_together_are_the_file_and_read_back_as_what_was_written(count in 0..4_usize, seed in generate::documents(3)) {
        let documents = seed[..count.min(3)].to_vec();
        let file: String = Pieces::of(documents.clone(), &Extra::default(), &moment()).collect();
        prop_assert_eq!(&file, &native::write(&documents.iter().collect::<Vec<_>>(), &Extra::default(), &moment()));
        let read = native::read(file.as_bytes()).expect("our own file");
        prop_assert_eq!(read.documents.iter().map(facts).collect::<Vec<_>>(), documents.iter().map(facts).collect::<Vec<_>>());
    }
}

/// An article of a number with so many annotations.
fn long(number: u64, marks: usize) -> Document {
    let article = Article::from_plain(article_id(number), &"word ".repeat(marks + 1), "Words");
    let marked = |mark: usize| {
        let span = Span::exact(&article.text, Utf8::at(mark * 5), Utf8::at(mark * 5 + 4)).expect("a word");
        let number = number * 10_000 + mark as u64;
        entry(Annotation { target: Target::one(span), ..quote(number, &article.text, "word") }, 1)
    };
    let entries = (0..marks).map(marked).collect();
    Document::restored(article.clone(), 1, entries, [])
}

#[test]
fn no_piece_has_more_annotations_than_a_few_milliseconds_take() {
    // At the borders of pieces, too.
    let sizes = [0, 1, MOST - 1, MOST, MOST + 1, 5_000];
    let documents: Vec<Document> = sizes.into_iter().zip(1..).map(|(marks, number)| long(number, marks)).collect();
    let pieces: Vec<String> = Pieces::of(documents.clone(), &Extra::default(), &moment()).collect();
    let counts: Vec<usize> = pieces.iter().map(|piece| piece.matches("\"exact\": ").count()).collect();
    assert_eq!(counts.iter().sum::<usize>(), sizes.iter().sum::<usize>());
    assert!(counts.iter().all(|count| *count <= MOST), "{counts:?}");
    let read = native::read(pieces.concat().as_bytes()).expect("our own file");
    assert!(read.documents.iter().map(facts).eq(documents.iter().map(facts)));
}
