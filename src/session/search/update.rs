//! The search: opened, gone through and ended.

use std::sync::Arc;

use super::{Search, SearchEvent};
use crate::document::{Document, ReadingOrder};
use crate::session::effect::{Effect, alone, refuse, select_in_view};
use crate::session::messages::NO_ARTICLE;
use crate::session::state::{Session, Stamp};
use crate::session::view::{Field, Place, Screen};
use crate::text::{Folded, Matching, Span, Utf8};

/// Longer selections, in bytes, are not what somebody wants to search for.
const LONGEST_PREFILL: usize = 100;

impl Session {
    /// The search that is open.
    #[must_use]
    pub fn search(&self) -> Option<&Arc<Search>> {
        self.search.as_ref()
    }

    /// Opens the search, with the selected words in it where there are few, or goes back to it.
    pub(in crate::session) fn begin_search(&mut self, place: Place) -> Vec<Effect> {
        let Some(document) = self.document().cloned() else { return refuse(NO_ARTICLE) };
        let text = &document.article().text;
        let selected = place.selection.and_then(|(one, other)| Span::covering(text, one, other));
        let selected = selected
            .map(|span| text.words(span))
            .filter(|words| words.len() <= LONGEST_PREFILL && !words.contains('\n'));
        let last = || Arc::new(Search { words: self.drafts.search.clone(), ..Search::default() });
        let known = self.search.take().unwrap_or_else(last);
        let words = selected.map_or_else(|| known.words.clone(), str::to_owned);
        let from = place.selection.map(|(one, other)| one.min(other)).or(place.caret).unwrap_or_default();
        self.screen = Screen::Reader;
        let mut effects = self.look_up(words, known.matching, from);
        effects.push(Effect::FocusField(Field::Search));
        effects
    }

    /// Does something in the open search.
    pub(in crate::session) fn on_search(&mut self, event: SearchEvent, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let Some(search) = self.search.clone() else { return Vec::new() };
        let count = search.count();
        let current = search.current.unwrap_or(0);
        match event {
            SearchEvent::Words(words) => self.look_up(words, search.matching, search.from),
            SearchEvent::Matching(matching) => self.look_up(search.words.clone(), matching, search.from),
            SearchEvent::Next if count > 0 => self.choose_match((current + 1) % count),
            SearchEvent::Previous if count > 0 => self.choose_match((current + count - 1) % count),
            SearchEvent::Next | SearchEvent::Previous => Vec::new(),
            SearchEvent::Choose(number) => self.choose_match(number),
            SearchEvent::Mark(label) => match search.current_place() {
                Some(place) => {
                    let place = Place { selection: Some((place.start(), place.end())), caret: Some(place.end()) };
                    self.mark(&label, place, stamp)
                }
                None => refuse("No match in the text is chosen. Type words that stand in the article, and choose one."),
            },
            SearchEvent::Close => self.end_search(),
        }
    }

    /// Ends the search: the chosen match is left selected, so that a label key marks it. The next search begins with the
    /// same words.
    pub(in crate::session) fn end_search(&mut self) -> Vec<Effect> {
        let ended = self.search.take();
        if let Some(search) = &ended {
            self.drafts.search.clone_from(&search.words);
        }
        match ended.and_then(|search| search.current_place()) {
            Some(place) => select_in_view(place.start(), place.end()),
            None => alone(Effect::FocusArticle),
        }
    }

    /// The text of a document, folded once for all searches of one kind.
    pub(in crate::session) fn folded(&mut self, document: &Document, matching: Matching) -> Arc<Folded> {
        let text = &document.article().text;
        let fits = |folded: &&Arc<Folded>| folded.text() == text && folded.matching() == matching;
        let known = self.folded.as_ref().filter(fits).cloned();
        let folded = known.unwrap_or_else(|| Arc::new(Folded::new(text, matching)));
        self.folded = Some(Arc::clone(&folded));
        folded
    }

    fn look_up(&mut self, words: String, matching: Matching, from: Utf8) -> Vec<Effect> {
        let Some(document) = self.document().cloned() else { return Vec::new() };
        let folded = self.folded(&document, matching);
        let places = Arc::new(folded.find(&words));
        let first = places.partition_point(|place| place.start() < from);
        let current = (!places.is_empty()).then_some(if first < places.len() { first } else { 0 });
        let mut search = Search { words, matching, places, marks: ReadingOrder::default(), current, from };
        search.find_marks(&document);
        let shown = search.current_place().map(|place| Effect::ShowWords(place.start(), place.end()));
        self.search = Some(Arc::new(search));
        shown.into_iter().collect()
    }

    fn choose_match(&mut self, number: usize) -> Vec<Effect> {
        let Some(search) = &mut self.search else { return Vec::new() };
        if number >= search.count() {
            return Vec::new();
        }
        let search = Arc::make_mut(search);
        search.current = Some(number);
        let mark = number.checked_sub(search.places.len()).and_then(|number| search.marks.get(number));
        let mark = mark.map(|entry| entry.annotation.id);
        match search.current_place() {
            Some(place) => {
                search.from = place.start();
                alone(Effect::ShowWords(place.start(), place.end()))
            }
            None => self.set_focus(mark),
        }
    }

    /// Brings an open search in line with a document that has changed: other annotations, or, without the document that this
    /// one was made of, another article.
    pub(in crate::session) fn refresh_search(&mut self, before: Option<&Document>) {
        let (Some(search), Some(document)) = (self.search.clone(), self.document().cloned()) else { return };
        match (before, &mut self.search) {
            (Some(before), Some(search)) => Arc::make_mut(search).follow(before, &document),
            _ => drop(self.look_up(search.words.clone(), search.matching, Utf8(0))),
        }
    }
}
