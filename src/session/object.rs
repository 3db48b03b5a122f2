//! Text objects: the word, sentence, quotation or paragraph at the caret, the next one and the one before.
//!
//! Words and sentences are worked out for one block at a time, around the caret. Quotations need the whole article; they
//! are found when they are first asked for, and kept for as long as it is open, since the text never changes.

use std::sync::Arc;

use super::effect::{Effect, Place, alone, refuse};
use super::marks::SPOKEN;
use super::{Command, NO_ARTICLE, Open, Session};
use crate::annotation::{BuiltIn, Label};
use crate::article::{Article, Block};
use crate::text::{Quotation, Span, Utf8, quotations, said, sentences, words};

/// How many selections one can go back.
const MOST_SELECTIONS: usize = 64;

/// What an open article keeps for its objects.
#[derive(Clone, Debug, Default)]
pub(super) struct Objects {
    /// The quotations, once they have been asked for.
    quotations: Option<Arc<[Quotation]>>,
    /// The selections and carets that were left for an object, the newest last.
    left: Vec<(Utf8, Utf8)>,
}

/// A kind of text object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Object {
    Word,
    Sentence,
    Quotation,
    Paragraph,
}

/// Which way one goes from object to object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

/// An object that was found.
struct Found {
    span: Span,
    /// What is said when it is selected.
    told: String,
}

impl Object {
    /// The object that a command selects, and which way.
    fn meant(command: Command) -> Option<(Self, Way)> {
        Some(match command {
            Command::SelectWord => (Self::Word, Way::On),
            Command::SelectWordBefore => (Self::Word, Way::Back),
            Command::SelectSentence => (Self::Sentence, Way::On),
            Command::SelectSentenceBefore => (Self::Sentence, Way::Back),
            Command::SelectQuotation => (Self::Quotation, Way::On),
            Command::SelectQuotationBefore => (Self::Quotation, Way::Back),
            Command::SelectParagraph => (Self::Paragraph, Way::On),
            Command::SelectParagraphBefore => (Self::Paragraph, Way::Back),
            _ => return None,
        })
    }

    /// What a label marks at a caret, where nothing is selected.
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

impl Open {
    /// The quotations of the article.
    fn quotations(&mut self) -> Arc<[Quotation]> {
        let article = self.document.article();
        let found = self.objects.quotations.get_or_insert_with(|| {
            quotations(&article.text, article.blocks.iter().map(|block| (block.start, block.end))).into()
        });
        Arc::clone(found)
    }

    /// The object at a place: the one that holds it, or the next or previous one.
    fn find(&mut self, object: Object, here: (Utf8, Utf8), way: Way) -> Option<Found> {
        if object == Object::Quotation {
            let quotations = self.quotations();
            let spans: Vec<Span> = quotations.iter().map(|quotation| quotation.span).collect();
            let place = choose(self.document.article(), &spans, here, way)?;
            let quotation = quotations.get(place)?;
            let words = self.document.article().text.words(quotation.span);
            let told = format!("Quotation {} of {}: {}", place + 1, spans.len(), said(words, SPOKEN));
            return Some(Found { span: quotation.span, told: told + part(quotation).as_str() });
        }
        let article = self.document.article();
        let first = article.block_at(here.0)?;
        let objects = |block: usize| article.blocks.get(block).map(|block| object.in_block(article, block));
        let spans = objects(first)?;
        let (block, spans, place) = match choose(article, &spans, here, way) {
            Some(place) => (first, spans, place),
            None => {
                let mut others: Box<dyn Iterator<Item = usize>> = match way {
                    Way::On => Box::new(first + 1..article.blocks.len()),
                    Way::Back => Box::new((0..first).rev()),
                };
                let (block, spans) =
                    others.find_map(|block| Some((block, objects(block).filter(|all| !all.is_empty())?)))?;
                let place = if way == Way::On { 0 } else { spans.len() - 1 };
                (block, spans, place)
            }
        };
        let span = *spans.get(place)?;
        let words = said(article.text.words(span), SPOKEN);
        let told = match object {
            Object::Paragraph => format!("Paragraph {} of {}: {words}", block + 1, article.blocks.len()),
            Object::Sentence => format!("Sentence {} of {} in the paragraph: {words}", place + 1, spans.len()),
            Object::Word | Object::Quotation => format!("{}: {words}", object.title()),
        };
        Some(Found { span, told })
    }

    /// The object that holds the caret.
    fn holding(&mut self, object: Object, caret: Utf8) -> Option<Span> {
        let spans = if object == Object::Quotation {
            self.quotations().iter().map(|quotation| quotation.span).collect()
        } else {
            let article = self.document.article();
            object.in_block(article, article.blocks.get(article.block_at(caret)?)?)
        };
        holding(&spans, (caret, caret)).and_then(|place| spans.get(place)).copied()
    }

    /// Remembers where the user stood before an object was selected.
    fn leave_selection(&mut self, place: Place) {
        let here = place.selection.or(place.caret.map(|caret| (caret, caret)));
        let left = &mut self.objects.left;
        if let Some(here) = here.filter(|here| left.last() != Some(here)) {
            left.push(here);
            let surplus = left.len().saturating_sub(MOST_SELECTIONS);
            left.drain(..surplus);
        }
    }
}

impl Session {
    /// Selects an object: the one that holds the caret or the selection, or else the next; where it is selected already,
    /// its neighbour.
    pub(super) fn select_object(&mut self, command: Command, place: Place) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return refuse(NO_ARTICLE) };
        let Some((object, way)) = Object::meant(command) else { return Vec::new() };
        let caret = place.caret.unwrap_or_default();
        let (one, other) = place.selection.unwrap_or((caret, caret));
        let Some(found) = open.find(object, (one.min(other), one.max(other)), way) else {
            let where_to = if way == Way::On { "after" } else { "before" };
            return alone(Effect::Tell(format!("No {} comes {where_to} this.", object.name()), None));
        };
        open.leave_selection(place);
        vec![Effect::Select(found.span.start(), found.span.end()), Effect::Tell(found.told, None)]
    }

    /// Goes back to the selection, or the caret, that was there before the last object was selected.
    pub(super) fn selection_back(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return refuse(NO_ARTICLE) };
        let Some((anchor, focus)) = open.objects.left.pop() else {
            return alone(Effect::Tell("There is no selection to go back to.".to_owned(), None));
        };
        let text = &open.document.article().text;
        let words = said(text.between(anchor.min(focus), anchor.max(focus)), SPOKEN);
        let told = if anchor == focus { "Back at the caret.".to_owned() } else { format!("Selected again: {words}") };
        vec![Effect::Select(anchor, focus), Effect::Tell(told, None)]
    }

    /// Selects what holds a word: the quotation, or where there is none the sentence.
    pub(super) fn select_around(&mut self, one: Utf8, other: Utf8) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let here = (one.min(other), one.max(other));
        let place = Place { selection: Some((one, other)), caret: Some(other) };
        let holds = |found: &Found| found.span.start() <= here.0 && here.1 <= found.span.end();
        let quotation = open.find(Object::Quotation, here, Way::On).filter(holds);
        let Some(found) = quotation.or_else(|| open.find(Object::Sentence, here, Way::On).filter(holds)) else {
            return Vec::new();
        };
        open.leave_selection(place);
        vec![Effect::Select(found.span.start(), found.span.end()), Effect::Tell(found.told, None)]
    }

    /// What a label marks at the caret, or the refusal.
    pub(super) fn object_at_caret(&mut self, label: &Label, caret: Option<Utf8>, how: &str) -> Result<Span, String> {
        let nothing = || format!("Nothing is selected. Select some words in the article, then {how}.");
        let object = Object::of_label(label).ok_or_else(nothing)?;
        let next = self.keys.first(object.command()).map(str::to_owned);
        let (caret, open) = caret.zip(self.open.as_mut()).ok_or_else(nothing)?;
        open.holding(object, caret).ok_or_else(|| {
            let name = object.name();
            match next {
                Some(next) => format!(
                    "There is no {name} at the caret. Press {next} for the next one, or select some words, then {how}."
                ),
                None => format!("There is no {name} at the caret. Select some words, then {how}."),
            }
        })
    }
}

/// The object that the user means: the one that holds the selection, or else the next one; its neighbour where it is
/// selected already; and on the way back the one before.
fn choose(article: &Article, spans: &[Span], here: (Utf8, Utf8), way: Way) -> Option<usize> {
    let selected = Span::covering(&article.text, here.0, here.1).filter(|_| here.0 < here.1);
    let same = selected.and_then(|selected| spans.iter().position(|span| *span == selected));
    match (way, same) {
        (Way::On, Some(place)) => Some(place + 1).filter(|next| *next < spans.len()),
        (Way::Back, Some(place)) => place.checked_sub(1),
        (Way::On, None) => holding(spans, here).or_else(|| spans.iter().position(|span| span.start() >= here.0)),
        (Way::Back, None) => spans.iter().rposition(|span| span.end() <= here.0),
    }
}

/// The shortest object that holds a selection, or the caret. One that the caret stands behind holds it only where no other
/// does.
fn holding(spans: &[Span], (start, end): (Utf8, Utf8)) -> Option<usize> {
    let holds = |span: &Span| span.start() <= start && end <= span.end();
    let rank = |span: &Span| (start == span.end(), span.end().0 - span.start().0);
    let held = spans.iter().enumerate().filter(|(_, span)| holds(span));
    held.min_by_key(|(_, span)| rank(span)).map(|(place, _)| place)
}

/// What is said of a part of an interrupted quotation.
fn part(quotation: &Quotation) -> String {
    let add = Command::AddSegment.row().and_then(|row| row.keys.first()).copied().unwrap_or_default();
    match (quotation.resumes, quotation.goes_on) {
        (true, _) => format!(" It goes on from the quotation before; {add} adds it to the quote in focus."),
        (false, true) => " It goes on in the next quotation.".to_owned(),
        (false, false) => String::new(),
    }
}
