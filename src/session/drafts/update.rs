//! Drafts: taken in, kept, shown again and ended.

use std::sync::Arc;

use super::DraftEvent;
use crate::format::looks_like_json;
use crate::session::effect::{Effect, alone};
use crate::session::state::{Session, Stamp};
use crate::store::draft::{self, MOST};
use crate::store::{Draft, DraftId, DraftPlace, Library, Record, StoredDraft, WriteBatch};

impl Session {
    /// What is typed for a new article.
    #[must_use]
    pub fn new_article_draft(&self) -> Option<&Arc<Draft>> {
        self.drafts.of(&DraftPlace::NewArticle)
    }

    /// What is typed as a note for the selected marks.
    #[must_use]
    pub fn note_to_add(&self) -> &str {
        let draft = self.note_place().and_then(|place| self.drafts.of(&place));
        draft.map_or("", |draft| draft.text.as_str())
    }

    /// What is typed into the palette.
    #[must_use]
    pub fn palette_words(&self) -> &str {
        &self.drafts.palette
    }

    /// Handles an event of the drafts.
    pub(in crate::session) fn on_draft(&mut self, event: DraftEvent, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match event {
            DraftEvent::NewArticle { text, title } => {
                self.keep_draft(Draft { place: DraftPlace::NewArticle, title, text }, stamp)
            }
            DraftEvent::Note(text) => {
                let Some(place) = self.note_place() else { return Vec::new() };
                self.keep_draft(Draft { place, title: String::new(), text }, stamp)
            }
            DraftEvent::Palette(words) => {
                self.drafts.palette = words;
                Vec::new()
            }
            DraftEvent::Read(id, record) => {
                let draft = self.drafts.left.iter_mut().find(|left| left.id == id);
                draft.into_iter().for_each(|draft| draft.take_text(record.as_deref()));
                Vec::new()
            }
        }
    }

    fn note_place(&self) -> Option<DraftPlace> {
        self.document().map(|document| DraftPlace::Note(document.article().id))
    }

    /// What was typed as other words for all occurrences of some words.
    pub(in crate::session) fn occurrences_draft(&self, place: &DraftPlace) -> Option<String> {
        self.drafts.of(place).map(|draft| draft.text.clone())
    }

    /// Keeps what a field holds now.
    pub(in crate::session) fn keep_draft(&mut self, draft: Draft, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let random = &mut *stamp.random;
        let batch = self.drafts.keep(draft, stamp.now.seconds(), || DraftId::new(random()), stamp.writer);
        self.save_drafts(batch)
    }

    /// Ends what a field held: it is part of an article now.
    pub(in crate::session) fn end_draft(&mut self, place: DraftPlace, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        self.keep_draft(Draft { place, title: String::new(), text: String::new() }, stamp)
    }

    /// Ends what was typed for a new article, where that is a file that was imported.
    pub(in crate::session) fn end_imported_draft(&mut self, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let is_file = self.new_article_draft().is_some_and(|draft| looks_like_json(&draft.text));
        if is_file { self.end_draft(DraftPlace::NewArticle, stamp) } else { Vec::new() }
    }

    fn save_drafts(&mut self, batch: WriteBatch) -> Vec<Effect> {
        if batch.is_empty() { Vec::new() } else { vec![self.save(batch)] }
    }

    /// Takes over the drafts that are stored, and removes at the start what is needed no longer.
    pub(in crate::session) fn start_drafts(&mut self, library: &mut Library, stamp: &Stamp<'_>) -> Vec<Effect> {
        let ended = std::mem::take(&mut library.ended_drafts);
        let (expired, mut stored): (Vec<_>, Vec<_>) =
            std::mem::take(&mut library.drafts).into_iter().partition(|draft| draft.is_expired(&stamp.now));
        stored.sort_by_key(|draft| (std::cmp::Reverse(draft.moment), draft.id));
        let mut articles = 0;
        let (stored, beyond): (Vec<_>, Vec<_>) = stored.into_iter().partition(|draft| {
            articles += usize::from(draft.draft.place == DraftPlace::NewArticle);
            draft.draft.place != DraftPlace::NewArticle || articles <= MOST
        });
        let gone = expired.into_iter().chain(beyond).map(|draft| draft.id);
        let removed = draft::removed(ended.into_iter().chain(gone));
        let mut effects = self.take_stored_drafts(stored);
        effects.extend(self.save_drafts(removed));
        effects
    }

    /// Takes over the drafts that are stored, and asks for long texts.
    pub(in crate::session) fn take_stored_drafts(&mut self, stored: Vec<StoredDraft>) -> Vec<Effect> {
        self.drafts.take_over_stored(stored);
        let unread = self.drafts.left.iter().filter(|left| left.is_unread);
        unread.map(|left| Effect::ReadDraft(left.id)).collect()
    }

    /// Another tab has stored a draft, or has ended one.
    pub(in crate::session) fn receive_draft(&mut self, id: DraftId, value: Option<&str>) -> Vec<Effect> {
        let Some(record) = value.and_then(|value| Record::decode(value).ok()) else { return Vec::new() };
        let Ok(draft) = draft::read(id, &record) else { return Vec::new() };
        let is_unread = draft.as_ref().is_some_and(|draft| draft.is_unread);
        self.drafts.receive(id, record.revision, draft);
        if is_unread { alone(Effect::ReadDraft(id)) } else { Vec::new() }
    }
}
