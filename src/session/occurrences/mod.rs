//! Every occurrence of some words, found, looked through and annotated in one step: in the open article or in all.

mod update;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::annotation::{AnnotationId, Label, Target};
use crate::document::{Document, ReadingOrder};
use crate::text::{Folded, Matching, Span, context, shorten};

/// How many characters stand on each side of an occurrence in the list.
const AROUND: usize = 40;

/// The dialog that annotates all occurrences.
#[derive(Clone, Debug)]
pub struct Occurrences {
    /// The words that are looked for.
    pub words: String,
    /// The words that the dialog was opened for.
    opened_for: String,
    /// What they are to be marked as.
    pub label: Label,
    /// How like the found words must be.
    pub matching: Matching,
    /// Whether all articles are looked through, and not the open one alone.
    pub everywhere: bool,
    /// What was found, article by article, in reading order.
    pub found: Vec<Occurrence>,
    /// Grows whenever the list is another one, and not only a tick in it.
    pub listing: u32,
    /// The articles that were looked through, the open one first.
    documents: Vec<Arc<Document>>,
    /// How many articles could not be read.
    unread: usize,
}

/// One occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The number of its article among those that were looked through.
    article: usize,
    /// Where it stands.
    pub place: Span,
    /// Whether just these words have the label already; it is then not offered.
    pub marked: bool,
    /// Whether it is to be marked.
    pub ticked: bool,
}

/// An event of the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccurrencesEvent {
    /// Begin with the words of this annotation.
    Of(AnnotationId),
    /// Look for other words.
    Words(String),
    /// Match in another way.
    Matching(Matching),
    /// Mark as something else.
    Label(Label),
    /// Look through all articles, or through the open one alone.
    Everywhere(bool),
    /// Tick an occurrence by its number, or take its tick away.
    Tick(usize, bool),
    /// Tick all, or none.
    TickAll(bool),
    /// Mark what is ticked.
    Annotate,
}

impl Occurrences {
    /// How many occurrences are ticked, and in how many articles.
    #[must_use]
    pub fn ticked(&self) -> (usize, usize) {
        let ticked = self.found.iter().filter(|one| one.ticked);
        let articles: BTreeSet<usize> = ticked.clone().map(|one| one.article).collect();
        (ticked.count(), articles.len())
    }

    /// What was found, in words.
    #[must_use]
    pub fn summary(&self) -> String {
        let marked = self.found.iter().filter(|one| one.marked).count();
        let articles: BTreeSet<usize> = self.found.iter().map(|one| one.article).collect();
        let mut message = match self.found.len() {
            0 => "These words were not found.".to_owned(),
            1 => "1 occurrence".to_owned(),
            count => format!("{count} occurrences"),
        };
        if self.everywhere && !self.found.is_empty() {
            message.push_str(&in_articles(articles.len()));
        }
        if marked > 0 {
            message.push_str(&format!(", {marked} marked as {} already", self.label));
        }
        if self.unread > 0 {
            message.push_str(&format!(". {} could not be read and was left out", articles_in_words(self.unread)));
        }
        message
    }

    /// The title of the article of an occurrence, where all articles are looked through.
    #[must_use]
    pub fn title(&self, occurrence: Occurrence) -> Option<&str> {
        let document = self.documents.get(occurrence.article).filter(|_| self.everywhere)?;
        Some(&document.article().details.title)
    }

    /// The words of an occurrence, between those before and those after it.
    #[must_use]
    pub fn words_of(&self, occurrence: Occurrence) -> [String; 3] {
        let Some(document) = self.documents.get(occurrence.article) else { return Default::default() };
        let text = &document.article().text;
        let (before, after) = context(text, occurrence.place, AROUND);
        [before, shorten(text.words(occurrence.place), AROUND * 2), after]
    }

    /// Looks through the articles anew. All that can be marked is ticked.
    fn find(&mut self) {
        self.found.clear();
        let searched = if self.everywhere { self.documents.len() } else { 1 };
        for (article, document) in self.documents.iter().enumerate().take(searched) {
            let marked = marked_as(document, &self.label);
            for place in Folded::new(&document.article().text, self.matching).find(&self.words) {
                let marked = marked.contains(&place);
                self.found.push(Occurrence { article, place, marked, ticked: !marked });
            }
        }
        self.listing += 1;
    }

    /// Follows the open article, which has changed. What became marked by that is ticked no more, and what is free again is
    /// ticked; every other tick stays.
    fn follow(&mut self, before: &Document, now: &Arc<Document>) {
        self.documents.splice(..1, [Arc::clone(now)]);
        let here = self.found.partition_point(|one| one.article == 0);
        let found = self.found.get_mut(..here).unwrap_or_default();
        let changed = before.changes_to(now).flat_map(|(was, is)| was.into_iter().chain(is));
        for annotation in changed.map(|entry| &entry.annotation).filter(|one| one.label == self.label) {
            let Some(place) = only_segment(&annotation.target) else { continue };
            let one = found.binary_search_by_key(&place, |one| one.place).ok().and_then(|number| found.get_mut(number));
            let marked = now.with_target(&self.label, &annotation.target).next().is_some();
            if let Some(one) = one.filter(|one| one.marked != marked) {
                (one.marked, one.ticked) = (marked, !marked);
                self.listing += 1;
            }
        }
    }
}

/// The places that carry a label on just these words.
fn marked_as(document: &Document, label: &Label) -> BTreeSet<Span> {
    let of_label = document.entries_of(label).into_iter().flat_map(ReadingOrder::iter);
    of_label.filter_map(|entry| only_segment(&entry.annotation.target)).collect()
}

fn only_segment(target: &Target) -> Option<Span> {
    let mut segments = target.segments();
    segments.next().filter(|_| segments.next().is_none())
}

fn occurrences_in_words(count: usize) -> String {
    if count == 1 { "1 occurrence".to_owned() } else { format!("{count} occurrences") }
}

fn articles_in_words(count: usize) -> String {
    if count == 1 { "1 article".to_owned() } else { format!("{count} articles") }
}

fn in_articles(count: usize) -> String {
    format!(" in {}", articles_in_words(count))
}
