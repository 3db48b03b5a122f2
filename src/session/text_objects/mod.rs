//! Text objects: the word, sentence, quotation or paragraph at the caret, the next one and the one before.
//!
//! Words and sentences are worked out for one block at a time, around the caret. Quotations need the whole article; they
//! are found when they are first asked for, and kept for as long as it is open, since the text never changes.

mod update;

use std::sync::Arc;

use crate::annotation::{BuiltIn, Label};
use crate::article::{Article, Block};
use crate::session::command::Command;
use crate::text::{Quotation, Span, Utf8, sentences, words};

/// The maximal depth of the stack of selections.
const MAX_SELECTIONS: usize = 64;

/// The state of text objects in an open article.
#[derive(Clone, Debug, Default)]
pub(super) struct TextObjects {
    /// All quotations of the article; `None` until they are needed.
    quotations: Option<Arc<[Quotation]>>,
    /// Earlier selections and carets, the newest last.
    selections: Vec<(Utf8, Utf8)>,
}

/// A kind of text object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TextObject {
    Word,
    Sentence,
    Quotation,
    Paragraph,
}

/// The direction from text object to text object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Forward,
    Backward,
}

/// A text object in the article.
struct Found {
    span: Span,
    /// The announcement of its selection.
    message: String,
}

impl TextObject {
    /// The text object that a command selects, and the direction.
    fn meant(command: Command) -> Option<(Self, Direction)> {
        Some(match command {
            Command::SelectWord => (Self::Word, Direction::Forward),
            Command::SelectWordBefore => (Self::Word, Direction::Backward),
            Command::SelectSentence => (Self::Sentence, Direction::Forward),
            Command::SelectSentenceBefore => (Self::Sentence, Direction::Backward),
            Command::SelectQuotation => (Self::Quotation, Direction::Forward),
            Command::SelectQuotationBefore => (Self::Quotation, Direction::Backward),
            Command::SelectParagraph => (Self::Paragraph, Direction::Forward),
            Command::SelectParagraphBefore => (Self::Paragraph, Direction::Backward),
            _ => return None,
        })
    }

    /// The text object that a label marks at the caret, without a selection.
    fn of_label(label: &Label) -> Option<Self> {
        label.built_in().map(|BuiltIn { name, .. }| match name {
            "quote" => Self::Quotation,
            "claim" => Self::Sentence,
            _ => Self::Paragraph,
        })
    }

    fn title(self) -> &'static str {
        match self {
            Self::Word => "Word",
            Self::Sentence => "Sentence",
            Self::Quotation => "Quotation",
            Self::Paragraph => "Paragraph",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Sentence => "sentence",
            Self::Quotation => "quotation",
            Self::Paragraph => "paragraph",
        }
    }

    /// The command that selects it.
    fn command(self) -> Command {
        match self {
            Self::Word => Command::SelectWord,
            Self::Sentence => Command::SelectSentence,
            Self::Quotation => Command::SelectQuotation,
            Self::Paragraph => Command::SelectParagraph,
        }
    }

    /// The objects of one block, in reading order; no quotations, which go over blocks.
    fn in_block(self, article: &Article, block: &Block) -> Vec<Span> {
        let Block { start, end, .. } = *block;
        match self {
            Self::Word => words(&article.text, start, end),
            Self::Sentence => sentences(&article.text, start, end),
            Self::Quotation => Vec::new(),
            Self::Paragraph => Span::covering(&article.text, start, end).into_iter().collect(),
        }
    }
}

/// A caret among the blanks at either end of a block stands at its words: what cannot be seen there has no place of its own.
fn at_words(article: &Article, caret: Utf8) -> Utf8 {
    let block = article.block_at(caret).and_then(|place| article.blocks.get(place));
    let words = block
        .filter(|block| block.start <= caret && caret <= block.end)
        .and_then(|block| Span::covering(&article.text, block.start, block.end));
    words.map_or(caret, |words| caret.clamp(words.start(), words.end()))
}

/// The index of the text object to select. Forward: the one that contains the selection, or else the next; if it is
/// selected already, the one after it. Backward: the one before.
fn choose(article: &Article, spans: &[Span], here: (Utf8, Utf8), direction: Direction) -> Option<usize> {
    let selected = Span::covering(&article.text, here.0, here.1).filter(|_| here.0 < here.1);
    let same = selected.and_then(|selected| spans.iter().position(|span| *span == selected));
    match (direction, same) {
        (Direction::Forward, Some(place)) => Some(place + 1).filter(|next| *next < spans.len()),
        (Direction::Backward, Some(place)) => place.checked_sub(1),
        (Direction::Forward, None) => {
            enclosing(spans, here).or_else(|| spans.iter().position(|span| span.start() >= here.0))
        }
        (Direction::Backward, None) => spans.iter().rposition(|span| span.end() <= here.0),
    }
}

/// The index of the shortest span that contains a selection or caret. A span that ends at the caret counts only if no other
/// contains it.
fn enclosing(spans: &[Span], (start, end): (Utf8, Utf8)) -> Option<usize> {
    let holds = |span: &Span| span.start() <= start && end <= span.end();
    let rank = |span: &Span| (start == span.end(), span.end().0 - span.start().0);
    let held = spans.iter().enumerate().filter(|(_, span)| holds(span));
    held.min_by_key(|(_, span)| rank(span)).map(|(place, _)| place)
}

/// The announcement of a part of an interrupted quotation; empty for a whole one.
fn part(quotation: &Quotation) -> String {
    let add = Command::AddSegment.row().and_then(|row| row.keys.first()).copied().unwrap_or_default();
    match (quotation.resumes, quotation.goes_on) {
        (true, _) => format!(" It goes on from the quotation before; {add} adds it to the quote in focus."),
        (false, true) => " It goes on in the next quotation.".to_owned(),
        (false, false) => String::new(),
    }
}
