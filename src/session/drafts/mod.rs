//! Drafts: what was typed into a dialog or a field and is no part of an article yet. It is there when the field is shown
//! again, however it was left, and after a reload.
//!
//! - A new article, the note for selected marks and the words of *Annotate all occurrences* are kept in storage. Each page
//!   writes records of its own, so two tabs never write over each other's words; what another page has left is shown where
//!   this one has nothing for the field, and is taken over with the first change.
//! - The words of the search and of the palette are soon typed again, so they are there as long as the page is open.
//! - Notes, titles and settings are part of the work, and are stored as such with each key.

mod update;

use std::sync::Arc;

use crate::document::Revision;
use crate::store::{Draft, DraftId, DraftPlace, StoredDraft, WriteBatch, draft};

/// An event of the drafts.
#[derive(Clone, Debug)]
pub enum DraftEvent {
    /// The fields of a new article were typed into; sent when typing pauses.
    NewArticle {
        /// The text.
        text: String,
        /// The title.
        title: String,
    },
    /// The note for the selected marks was typed into.
    Note(String),
    /// The words of the palette were typed into, or run.
    Palette(String),
    /// The long text of a draft was read; `None` where it could not be read.
    Read(DraftId, Option<String>),
}

/// All drafts.
#[derive(Clone, Debug, Default)]
pub(super) struct Drafts {
    /// Those of this page, at most one for each field.
    own: Vec<Own>,
    /// Those that other pages have stored: before a reload, or in other tabs.
    left: Vec<StoredDraft>,
    /// The words of the palette.
    palette: String,
    /// The words that were searched for last.
    pub(super) search: String,
}

/// A draft of this page.
#[derive(Clone, Debug)]
struct Own {
    /// The draft; its revision is zero as long as it is not stored.
    stored: StoredDraft,
    /// The draft of another page that it goes on from, which is still stored.
    taken_over: Option<StoredDraft>,
}

impl Drafts {
    /// What is typed into a field.
    fn of(&self, place: &DraftPlace) -> Option<&Arc<Draft>> {
        let own = self.own.iter().find(|own| own.stored.draft.place == *place);
        own.map(|own| &own.stored.draft).or_else(|| self.newest_left(place).map(|left| &left.draft))
    }

    /// The newest draft of another page for a field. One whose text is still being read is none: it would be lost.
    fn newest_left(&self, place: &DraftPlace) -> Option<&StoredDraft> {
        let left = self.left.iter().filter(|left| left.draft.place == *place && !left.is_unread);
        left.max_by_key(|left| (left.moment, left.id))
    }

    /// Takes in what a field holds now, and gives what is to be written.
    fn keep(&mut self, draft: Draft, moment: i64, new_id: impl FnOnce() -> DraftId, writer: &str) -> WriteBatch {
        let mut own = match self.own.iter().position(|own| own.stored.draft.place == draft.place) {
            Some(place) => self.own.swap_remove(place),
            None => {
                let taken_over = self.newest_left(&draft.place).cloned();
                self.left.retain(|left| taken_over.as_ref().is_none_or(|taken| taken.id != left.id));
                let empty =
                    || Arc::new(Draft { place: draft.place.clone(), title: String::new(), text: String::new() });
                let before = taken_over.as_ref().map_or_else(empty, |taken| Arc::clone(&taken.draft));
                let stored = StoredDraft { id: new_id(), revision: 0, moment, draft: before, is_unread: false };
                Own { stored, taken_over }
            }
        };
        if *own.stored.draft == draft {
            if !draft.is_empty() {
                self.own.push(own);
            }
            return WriteBatch::default();
        }
        if draft.is_empty() {
            return own.ended(writer);
        }
        own.stored.revision += 1;
        own.stored.moment = moment;
        let was_long = own.stored.draft.is_long();
        own.stored.draft = Arc::new(draft);
        let mut batch = own.stored.kept(writer);
        if was_long && !own.stored.draft.is_long() {
            batch.strict.push((draft::text_key(own.stored.id), None));
        }
        if let Some(taken_over) = own.taken_over.take() {
            batch.extend(taken_over.ended(writer));
        }
        self.own.push(own);
        batch
    }

    /// Replaces the drafts of other pages by those that storage holds, but for those whose text is known already.
    fn take_over_stored(&mut self, stored: Vec<StoredDraft>) {
        let known = |draft: &StoredDraft| {
            let same = self.left.iter().find(|left| (left.id, left.revision) == (draft.id, draft.revision));
            same.filter(|known| !known.is_unread).cloned()
        };
        let others = stored.into_iter().filter(|draft| !self.is_own(draft.id));
        self.left = others.map(|draft| known(&draft).unwrap_or(draft)).collect();
    }

    /// Another page has stored a draft, or has ended one.
    fn receive(&mut self, id: DraftId, revision: Revision, draft: Option<StoredDraft>) {
        if let Some(own) = self.own.iter_mut().find(|own| own.stored.id == id) {
            // What is typed here stays here; written again, it counts.
            own.stored.revision = own.stored.revision.max(revision);
            return;
        }
        if draft.is_none() {
            // This page shows it and has not changed it.
            self.own
                .retain(|own| own.stored.revision > 0 || own.taken_over.as_ref().is_none_or(|taken| taken.id != id));
        }
        self.left.retain(|left| left.id != id);
        self.left.extend(draft);
    }

    /// The writes that keep again what this page has in memory, after storage was emptied.
    pub(super) fn kept_again(&self, writer: &str) -> WriteBatch {
        let own = self.own.iter().flat_map(Own::held);
        let left = self.left.iter().filter(|left| !left.is_unread);
        own.chain(left).map(|draft| draft.kept(writer)).fold(WriteBatch::default(), WriteBatch::then)
    }

    fn is_own(&self, id: DraftId) -> bool {
        self.own.iter().any(|own| own.stored.id == id || own.taken_over.as_ref().is_some_and(|taken| taken.id == id))
    }
}

impl Own {
    /// What stands for it in storage: itself, or the one that it goes on from.
    fn held(&self) -> impl Iterator<Item = &StoredDraft> {
        let own = (self.stored.revision > 0).then_some(&self.stored);
        own.into_iter().chain(&self.taken_over)
    }

    /// The writes that end it, with the one that it went on from.
    fn ended(self, writer: &str) -> WriteBatch {
        let Self { stored, taken_over } = self;
        let own = (stored.revision > 0).then_some(stored);
        let ended = own.into_iter().chain(taken_over).map(|draft| draft.ended(writer));
        ended.fold(WriteBatch::default(), WriteBatch::then)
    }
}
