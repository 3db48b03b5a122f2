//! The dialog that annotates all occurrences: opened, changed and carried out.

use std::sync::Arc;

use super::{
    AROUND, Occurrences, OccurrencesEvent, articles_in_words, in_articles, occurrences_in_words, only_segment,
};
use crate::annotation::{AnnotationId, BUILT_IN, Label, Target};
use crate::article::ArticleId;
use crate::document::{Document, Edit, Transaction};
use crate::session::command::Command;
use crate::session::effect::{After, Effect, Stored, alone, refuse};
use crate::session::messages::{NO_ARTICLE, STALE};
use crate::session::state::{Session, Stamp};
use crate::session::view::{Dialog, Place};
use crate::store::{Draft, DraftPlace, WriteBatch, batch};
use crate::text::{Matching, Span, excerpt};

impl Session {
    /// The dialog that annotates all occurrences, while it is open.
    #[must_use]
    pub fn occurrences(&self) -> Option<&Arc<Occurrences>> {
        self.occurrences.as_ref()
    }

    /// Opens the dialog for the selected words, or else for those of the mark in focus.
    pub(in crate::session) fn annotate_all(&mut self, place: Place) -> Vec<Effect> {
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
        let opened_for = document.article().text.words(span).to_owned();
        let draft = self.occurrences_draft(&DraftPlace::Occurrences(document.article().id, opened_for.clone()));
        let mut occurrences = Occurrences {
            words: draft.unwrap_or_else(|| opened_for.clone()),
            opened_for,
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
    pub(in crate::session) fn on_occurrences(&mut self, event: OccurrencesEvent, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if let OccurrencesEvent::Of(id) = event {
            return self.annotate_all_of(id);
        }
        let others = self.others();
        let Some(known) = &mut self.occurrences else { return Vec::new() };
        let occurrences = Arc::make_mut(known);
        match event {
            OccurrencesEvent::Words(words) => {
                occurrences.words.clone_from(&words);
                occurrences.find();
                return self.keep_words(words, stamp);
            }
            OccurrencesEvent::Matching(matching) => occurrences.matching = matching,
            OccurrencesEvent::Label(label) => occurrences.label = label,
            OccurrencesEvent::Everywhere(true) if occurrences.documents.len() == 1 && !others.is_empty() => {
                return alone(Effect::Load(others, After::Occurrences));
            }
            OccurrencesEvent::Everywhere(everywhere) => occurrences.everywhere = everywhere,
            OccurrencesEvent::Tick(number, ticked) => {
                let found = occurrences.found.get_mut(number).filter(|one| !one.marked);
                found.into_iter().for_each(|one| one.ticked = ticked);
                return Vec::new();
            }
            OccurrencesEvent::TickAll(ticked) => {
                occurrences.found.iter_mut().for_each(|one| one.ticked = ticked && !one.marked);
                occurrences.listing += 1;
                return Vec::new();
            }
            OccurrencesEvent::Annotate => return self.annotate_ticked(stamp),
            OccurrencesEvent::Of(_) => {}
        }
        occurrences.find();
        Vec::new()
    }

    /// Keeps other words than those that the dialog was opened for, in case it is closed. It shows them when it is opened for
    /// the same words again.
    fn keep_words(&mut self, words: String, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let Some((known, document)) = self.occurrences.as_ref().zip(self.document()) else { return Vec::new() };
        let opened_for = known.opened_for.clone();
        let text = if words == opened_for { String::new() } else { words };
        let place = DraftPlace::Occurrences(document.article().id, opened_for);
        self.keep_draft(Draft { place, title: String::new(), text }, stamp)
    }

    /// The articles of the library but for the open one.
    fn others(&self) -> Vec<ArticleId> {
        let open = self.document().map(|document| document.article().id);
        self.library.articles.iter().map(|summary| summary.id).filter(|id| Some(*id) != open).collect()
    }

    /// The other articles have been read, to be looked through too.
    pub(in crate::session) fn find_everywhere(&mut self, stored: Vec<Stored>) -> Vec<Effect> {
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

    /// Brings the open dialog in line with a document that has changed under it, or, without the document that this one was
    /// made of, is another article.
    pub(in crate::session) fn refresh_occurrences(&mut self, before: Option<&Document>) {
        let document = self.document().cloned();
        match (&mut self.occurrences, before, document) {
            (Some(known), Some(before), Some(document)) => Arc::make_mut(known).follow(before, &document),
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
        let words = excerpt(&occurrences.words, AROUND);
        let place = if occurrences.everywhere { in_articles(articles) } else { String::new() };
        let message = format!("{} of “{words}” marked as {}{place}.", occurrences_in_words(count), occurrences.label);
        let transaction = Transaction::new(name, here).with_elsewhere(elsewhere);
        let mut effects = self.commit_with(transaction, saved, stamp);
        if !matches!(effects.as_slice(), [Effect::Save(_)]) {
            return effects;
        }
        self.dialog = None;
        effects.extend(self.keep_words(occurrences.opened_for.clone(), stamp));
        effects.push(Effect::Tell(message, Some(Command::Undo)));
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

    /// Other articles have been read, to take back or do again event one action did in them.
    pub(in crate::session) fn step_elsewhere(
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
