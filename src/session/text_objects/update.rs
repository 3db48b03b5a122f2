//! Text objects: found and selected, and the stack of earlier selections.

use std::sync::Arc;

use super::{Direction, Found, MAX_SELECTIONS, TextObject, at_words, choose, enclosing, part};
use crate::annotation::Label;
use crate::session::command::Command;
use crate::session::effect::{Effect, alone, refuse, select_in_view};
use crate::session::messages::{MAX_QUOTED, NO_ARTICLE};
use crate::session::state::{OpenArticle, Session};
use crate::session::view::Place;
use crate::text::{Quotation, Span, Utf8, excerpt, quotations};

impl OpenArticle {
    /// The quotations of the article.
    fn quotations(&mut self) -> Arc<[Quotation]> {
        let article = self.document.article();
        let found = self.objects.quotations.get_or_insert_with(|| {
            quotations(&article.text, article.blocks.iter().map(|block| (block.start, block.end))).into()
        });
        Arc::clone(found)
    }

    /// The text object at a selection or caret, or the next or previous one.
    fn find(&mut self, object: TextObject, mut here: (Utf8, Utf8), direction: Direction) -> Option<Found> {
        if here.0 == here.1 {
            let caret = at_words(self.document.article(), here.0);
            here = (caret, caret);
        }
        if object == TextObject::Quotation {
            let quotations = self.quotations();
            let spans: Vec<Span> = quotations.iter().map(|quotation| quotation.span).collect();
            let place = choose(self.document.article(), &spans, here, direction)?;
            let quotation = quotations.get(place)?;
            let words = self.document.article().text.words(quotation.span);
            let message = format!("Quotation {} of {}: {}", place + 1, spans.len(), excerpt(words, MAX_QUOTED));
            return Some(Found { span: quotation.span, message: message + part(quotation).as_str() });
        }
        let article = self.document.article();
        let first = article.block_at(here.0)?;
        let objects = |block: usize| article.blocks.get(block).map(|block| object.in_block(article, block));
        let spans = objects(first)?;
        let (block, spans, place) = match choose(article, &spans, here, direction) {
            Some(place) => (first, spans, place),
            None => {
                let mut others: Box<dyn Iterator<Item = usize>> = match direction {
                    Direction::Forward => Box::new(first + 1..article.blocks.len()),
                    Direction::Backward => Box::new((0..first).rev()),
                };
                let (block, spans) =
                    others.find_map(|block| Some((block, objects(block).filter(|all| !all.is_empty())?)))?;
                let place = if direction == Direction::Forward { 0 } else { spans.len() - 1 };
                (block, spans, place)
            }
        };
        let span = *spans.get(place)?;
        let words = excerpt(article.text.words(span), MAX_QUOTED);
        let message = match object {
            TextObject::Paragraph => format!("Paragraph {} of {}: {words}", block + 1, article.blocks.len()),
            TextObject::Sentence => format!("Sentence {} of {} in the paragraph: {words}", place + 1, spans.len()),
            TextObject::Word | TextObject::Quotation => format!("{}: {words}", object.title()),
        };
        Some(Found { span, message })
    }

    /// The text object that contains the caret.
    fn enclosing(&mut self, object: TextObject, caret: Utf8) -> Option<Span> {
        let caret = at_words(self.document.article(), caret);
        let spans = if object == TextObject::Quotation {
            self.quotations().iter().map(|quotation| quotation.span).collect()
        } else {
            let article = self.document.article();
            object.in_block(article, article.blocks.get(article.block_at(caret)?)?)
        };
        enclosing(&spans, (caret, caret)).and_then(|place| spans.get(place)).copied()
    }

    /// Pushes the current selection or caret on the stack.
    fn push_selection(&mut self, place: Place) {
        let here = place.selection.or(place.caret.map(|caret| (caret, caret)));
        let left = &mut self.objects.selections;
        if let Some(here) = here.filter(|here| left.last() != Some(here)) {
            left.push(here);
            let surplus = left.len().saturating_sub(MAX_SELECTIONS);
            left.drain(..surplus);
        }
    }
}

impl Session {
    /// Selects an object: the one that holds the caret or the selection, or else the next; where it is selected already,
    /// its neighbour.
    pub(in crate::session) fn select_text_object(&mut self, command: Command, place: Place) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return refuse(NO_ARTICLE) };
        let Some((object, direction)) = TextObject::meant(command) else { return Vec::new() };
        let caret = place.caret.unwrap_or_default();
        let (one, other) = place.selection.unwrap_or((caret, caret));
        let Some(found) = open.find(object, (one.min(other), one.max(other)), direction) else {
            let where_to = if direction == Direction::Forward { "after" } else { "before" };
            return alone(Effect::Tell(format!("No {} comes {where_to} this.", object.name()), None));
        };
        open.push_selection(place);
        let mut effects = select_in_view(found.span.start(), found.span.end());
        effects.push(Effect::Tell(found.message, None));
        effects
    }

    /// Selects the whole article.
    pub(in crate::session) fn select_text(&mut self, place: Place) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return refuse(NO_ARTICLE) };
        let blocks = &open.document.article().blocks;
        let Some((first, last)) = blocks.first().zip(blocks.last()) else { return refuse(NO_ARTICLE) };
        let (start, end) = (first.start, last.end);
        open.push_selection(place);
        // Nobody wants to be taken to the end of the article by it.
        vec![Effect::Select(start, end), Effect::Tell("The whole article is selected.".to_owned(), None)]
    }

    /// Restores the selection or caret from before the last text object was selected.
    pub(in crate::session) fn selection_back(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return refuse(NO_ARTICLE) };
        let Some((anchor, focus)) = open.objects.selections.pop() else {
            return alone(Effect::Tell("There is no selection to go back to.".to_owned(), None));
        };
        let text = &open.document.article().text;
        let words = excerpt(text.between(anchor.min(focus), anchor.max(focus)), MAX_QUOTED);
        let message =
            if anchor == focus { "Back at the caret.".to_owned() } else { format!("Selected again: {words}") };
        let mut effects = select_in_view(anchor, focus);
        effects.push(Effect::Tell(message, None));
        effects
    }

    /// Selects the quotation that contains a word, or else the sentence. The word was pointed at, so it is in view.
    pub(in crate::session) fn select_enclosing(&mut self, one: Utf8, other: Utf8) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let here = (one.min(other), one.max(other));
        let place = Place { selection: Some((one, other)), caret: Some(other) };
        let holds = |found: &Found| found.span.start() <= here.0 && here.1 <= found.span.end();
        let quotation = open.find(TextObject::Quotation, here, Direction::Forward).filter(holds);
        let Some(found) = quotation.or_else(|| open.find(TextObject::Sentence, here, Direction::Forward).filter(holds))
        else {
            return Vec::new();
        };
        open.push_selection(place);
        vec![Effect::Select(found.span.start(), found.span.end()), Effect::Tell(found.message, None)]
    }

    /// The span that a label marks at the caret.
    ///
    /// # Errors
    /// The alert, if the label has no text object or none is at the caret.
    pub(in crate::session) fn text_object_at_caret(
        &mut self,
        label: &Label,
        caret: Option<Utf8>,
        how: &str,
    ) -> Result<Span, String> {
        let nothing = || format!("Nothing is selected. Select some words in the article, then {how}.");
        let object = TextObject::of_label(label).ok_or_else(nothing)?;
        let next = self.keys.first(object.command()).map(str::to_owned);
        let (caret, open) = caret.zip(self.open.as_mut()).ok_or_else(nothing)?;
        open.enclosing(object, caret).ok_or_else(|| {
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
