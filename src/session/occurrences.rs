//! Every occurrence of some words, found, looked through and annotated in one step: in the open article or in all.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::effect::{After, Dialog, Effect, Place, Stored, alone, refuse};
use super::{Command, NO_ARTICLE, STALE, Session, Stamp};
use crate::annotation::{AnnotationId, BUILT_IN, Label, Target};
use crate::article::ArticleId;
use crate::document::{Document, Edit, Transaction};
use crate::store::{WriteBatch, batch};
use crate::text::{Folded, Matching, Span, context, said, shorten};

/// How many characters stand on each side of an occurrence in the list.
const AROUND: usize = 40;

/// The dialog that annotates all occurrences.
#[derive(Clone, Debug)]
pub struct Occurrences {
    /// The words that are looked for.
    pub words: String,
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

/// What is done in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Occurring {
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
    pub fn told(&self) -> String {
        let marked = self.found.iter().filter(|one| one.marked).count();
        let articles: BTreeSet<usize> = self.found.iter().map(|one| one.article).collect();
        let mut told = match self.found.len() {
            0 => "These words were not found.".to_owned(),
            1 => "1 occurrence".to_owned(),
            count => format!("{count} occurrences"),
        };
        if self.everywhere && !self.found.is_empty() {
            told.push_str(&in_articles(articles.len()));
        }
        if marked > 0 {
            told.push_str(&format!(", {marked} marked as {} already", self.label));
        }
        if self.unread > 0 {
            told.push_str(&format!(". {} could not be read and was left out", articles_in_words(self.unread)));
        }
        told
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
}

/// The places that carry a label on just these words.
fn marked_as(document: &Document, label: &Label) -> BTreeSet<Span> {
    let of_label = document.annotations().filter(|annotation| annotation.label == *label);
    of_label.filter_map(|annotation| only_segment(&annotation.target)).collect()
}

fn only_segment(target: &Target) -> Option<Span> {
    let mut segments = target.segments();
    segments.next().filter(|_| segments.next().is_none())
}

impl Session {
    /// The dialog that annotates all occurrences, while it is open.
    #[must_use]
    pub fn occurrences(&self) -> Option<&Arc<Occurrences>> {
        self.occurrences.as_ref()
    }

    /// Opens the dialog for the selected words, or else for those of the mark in focus.
    pub(super) fn annotate_all(&mut self, place: Place) -> Vec<Effect> {
        let Some(document) = self.document().cloned() else { return refuse(NO_ARTICLE) };
        let text = &document.article().text;
        if let Some(span) = place.selection.and_then(|(one, other)| Span::covering(text, one, other)) {
            let focused = self.focus.and_then(|id| document.annotation(id));
            let label = focused.map(|annotation| annotation.label.clone());
            return self.begin_occurrences(&document, span, label.unwrap_or_else(first_label));
        }
        match self.focus {
            Some(id) => self.annotate_all_of(id),
            None => refuse("Select some words first, or go to a mark that has them."),
        }
    }

    fn annotate_all_of(&mut self, id: AnnotationId) -> Vec<Effect> {
        let Some(document) = self.document().cloned() else { return refuse(NO_ARTICLE) };
        let Some(annotation) = document.annotation(id) else { return Vec::new() };
        match only_segment(&annotation.target) {
            Some(span) => self.begin_occurrences(&document, span, annotation.label.clone()),
            None => refuse("This mark has several segments. Select the words that you mean, and try again."),
        }
    }

    fn begin_occurrences(&mut self, document: &Arc<Document>, span: Span, label: Label) -> Vec<Effect> {
        let words = document.article().text.words(span).to_owned();
        let mut occurrences = Occurrences {
            words,
            label,
            matching: Matching { case: false, whole_words: true },
            everywhere: false,
            found: Vec::new(),
            listing: self.occurrences.as_ref().map_or(0, |known| known.listing),
            documents: vec![Arc::clone(document)],
            unread: 0,
        };
        occurrences.find();
        self.occurrences = Some(Arc::new(occurrences));
        self.open_dialog(Dialog::AnnotateAll)
    }

    /// Does something in the dialog.
    pub(super) fn occurring(&mut self, what: Occurring, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if let Occurring::Of(id) = what {
            return self.annotate_all_of(id);
        }
        let others = self.others();
        let Some(known) = &mut self.occurrences else { return Vec::new() };
        let occurrences = Arc::make_mut(known);
        match what {
            Occurring::Words(words) => occurrences.words = words,
            Occurring::Matching(matching) => occurrences.matching = matching,
            Occurring::Label(label) => occurrences.label = label,
            Occurring::Everywhere(true) if occurrences.documents.len() == 1 && !others.is_empty() => {
                return alone(Effect::Load(others, After::Occurrences));
            }
            Occurring::Everywhere(everywhere) => occurrences.everywhere = everywhere,
            Occurring::Tick(number, ticked) => {
                let found = occurrences.found.get_mut(number).filter(|one| !one.marked);
                found.into_iter().for_each(|one| one.ticked = ticked);
                return Vec::new();
            }
            Occurring::TickAll(ticked) => {
                occurrences.found.iter_mut().for_each(|one| one.ticked = ticked && !one.marked);
                occurrences.listing += 1;
                return Vec::new();
            }
            Occurring::Annotate => return self.annotate_ticked(stamp),
            Occurring::Of(_) => {}
        }
        occurrences.find();
        Vec::new()
    }

    /// The articles of the library but for the open one.
    fn others(&self) -> Vec<ArticleId> {
        let open = self.document().map(|document| document.article().id);
        self.library.articles.iter().map(|summary| summary.id).filter(|id| Some(*id) != open).collect()
    }

    /// The other articles have been read, to be looked through too.
    pub(super) fn find_everywhere(&mut self, stored: Vec<Stored>) -> Vec<Effect> {
        let Some(known) = &mut self.occurrences else { return Vec::new() };
        let occurrences = Arc::make_mut(known);
        occurrences.documents.truncate(1);
        occurrences.unread = 0;
        for stored in stored {
            match stored.document {
                Ok((document, _)) => occurrences.documents.push(Arc::new(document)),
                Err(_) => occurrences.unread += 1,
            }
        }
        occurrences.everywhere = true;
        occurrences.find();
        Vec::new()
    }

    /// Brings the open dialog in line with a document that has changed under it.
    pub(super) fn occurrences_again(&mut self, other_article: bool) {
        let document = self.document().filter(|_| !other_article).cloned();
        match (&mut self.occurrences, document) {
            (Some(known), Some(document)) => {
                let occurrences = Arc::make_mut(known);
                occurrences.documents.splice(..1, [document]);
                occurrences.find();
            }
            _ => self.occurrences = None,
        }
    }

    fn annotate_ticked(&mut self, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let Some(occurrences) = self.occurrences.clone() else { return Vec::new() };
        let (count, articles) = occurrences.ticked();
        if count == 0 {
            return refuse("Nothing is ticked, so nothing was marked.");
        }
        let mut parts: Vec<Vec<Edit>> = vec![Vec::new(); occurrences.documents.len()];
        for one in occurrences.found.iter().filter(|one| one.ticked) {
            let annotation = self.new_annotation(occurrences.label.clone(), Target::one(one.place), stamp);
            if let Some(edits) = parts.get_mut(one.article) {
                edits.push(Edit::annotation(None, Some(Arc::new(annotation))));
            }
        }
        let name = format!("{} marked as {}", occurrences_in_words(count), occurrences.label);
        let mut parts = parts.into_iter().zip(&occurrences.documents);
        let here = parts.next().map(|(edits, _)| edits).unwrap_or_default();
        let first = here.first().and_then(Edit::annotation_id);
        let elsewhere = parts.filter(|(edits, _)| !edits.is_empty());
        let elsewhere: Vec<(Arc<Document>, Transaction)> =
            elsewhere.map(|(edits, document)| (Arc::clone(document), Transaction::new(name.clone(), edits))).collect();
        let mut saved = WriteBatch::default();
        for (document, part) in &elsewhere {
            match document.apply(part) {
                Ok(next) => saved = saved.then(self.changed_elsewhere(&next, part, stamp)),
                Err(_) => return refuse(STALE),
            }
        }
        let elsewhere = elsewhere.into_iter().map(|(document, part)| (document.article().id, part)).collect();
        let words = said(&occurrences.words, AROUND);
        let place = if occurrences.everywhere { in_articles(articles) } else { String::new() };
        let told = format!("{} of “{words}” marked as {}{place}.", occurrences_in_words(count), occurrences.label);
        let transaction = Transaction::new(name, here).with_elsewhere(elsewhere);
        let mut effects = self.commit_with(transaction, saved, stamp);
        if !matches!(effects.as_slice(), [Effect::Save(_)]) {
            return effects;
        }
        self.dialog = None;
        effects.push(Effect::Tell(told, Some(Command::Undo)));
        self.focus = first.or(self.focus);
        effects.push(first.map_or(Effect::FocusArticle, Effect::Reveal));
        effects
    }

    /// The records of another article that a part of an action has changed.
    fn changed_elsewhere(&mut self, next: &Document, part: &Transaction, stamp: &Stamp<'_>) -> WriteBatch {
        let position = self.summary(next.article().id).map_or(0, |summary| summary.position);
        self.refresh_summary_of(next);
        batch::changes(next, part, position, stamp.writer)
    }

    /// Other articles have been read, to take back or do again what one action did in them.
    pub(super) fn step_elsewhere(
        &mut self,
        stored: Vec<Stored>,
        parts: &[(ArticleId, Transaction)],
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let (mut saved, mut left) = (WriteBatch::default(), 0);
        for stored in stored {
            let part = parts.iter().find(|(id, _)| *id == stored.id).map(|(_, part)| part);
            let next = part.and_then(|part| Some((part, stored.document.ok()?.0.apply(part).ok()?)));
            match next {
                Some((part, next)) => saved = saved.then(self.changed_elsewhere(&next, part, stamp)),
                None => left += 1,
            }
        }
        let mut effects = vec![self.save(saved)];
        if left > 0 {
            effects.push(Effect::Alert(format!(
                "{} could not be read or has changed since, so the marks in it were left as they are.",
                articles_in_words(left)
            )));
        }
        effects
    }
}

fn first_label() -> Label {
    let [quote, ..] = BUILT_IN;
    quote.label()
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
