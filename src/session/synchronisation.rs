//! Synchronisation with other tabs: newer states of records replace older ones. It is no action of the user: it moves no
//! focus, cannot be undone here, and is announced only if it replaces what this tab wrote at the same revision.

use std::sync::Arc;

use super::command::Command;
use super::effect::{Effect, alone};
use super::keymap::KeyMap;
use super::messages::MAX_TITLE;
use super::state::{Session, Stamp};
use super::view::Screen;
use crate::article::ArticleId;
use crate::document::{Document, RecordState, Revision};
use crate::store::record::DELETED;
use crate::store::{Key, Library, Preferences, Record, WriteBatch, Writes, batch, load};
use crate::text::excerpt;

impl Session {
    /// Receives records that other tabs have written.
    pub(super) fn receive(&mut self, records: Writes, stamp: &Stamp<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut states = Vec::new();
        let mut found_again = false;
        for (written, value) in records {
            let Some(key) = Key::parse(&written) else { continue };
            let here = self.document().filter(|document| key.article() == Some(document.article().id)).cloned();
            match (key, value, here) {
                (Key::Draft(id), value, _) => effects.extend(self.receive_draft(id, value.as_deref())),
                (Key::Preferences, Some(value), _) => self.receive_preferences(&value, stamp),
                (Key::Article(id), Some(value), Some(_)) if deletion(&value).is_some() => {
                    effects.extend(self.deleted_elsewhere(id, deletion(&value).unwrap_or_default(), stamp));
                }
                (key, Some(value), Some(here)) => {
                    // What cannot be read here is told about when it is opened.
                    states.extend(load::state(&here, key, &value).and_then(Result::ok));
                }
                // The records of a deleted article go after its own has said so.
                (_, None, Some(_)) => {}
                (Key::Article(id), Some(value), None) if deletion(&value).is_some() => {
                    let library = Arc::make_mut(&mut self.library);
                    library.articles.retain(|summary| summary.id != id);
                    library.deleted.push((id, deletion(&value).unwrap_or_default()));
                    self.library_is_stale = true;
                }
                (Key::Article(id), Some(_), None) if self.misses(id) => {
                    found_again = true;
                }
                _ => self.library_is_stale = true,
            }
        }
        effects.extend(self.receive_states(states, stamp));
        self.library_is_stale |= found_again;
        if self.screen == Screen::Library || found_again {
            effects.extend(self.reload_stale_library());
        }
        effects
    }

    /// Asks for the library again if it is stale.
    pub(super) fn reload_stale_library(&mut self) -> Vec<Effect> {
        let old = std::mem::take(&mut self.library_is_stale);
        if old { alone(Effect::ReadLibrary) } else { Vec::new() }
    }

    /// Replaces the library by the one that was read again.
    pub(super) fn library_read(&mut self, mut library: Library) -> Vec<Effect> {
        let mut effects = self.take_stored_drafts(std::mem::take(&mut library.drafts));
        library.ended_drafts.clear();
        self.keys = Arc::new(KeyMap::new(&library.preferences.keys, library.preferences.single_letters_off));
        self.library = Arc::new(library);
        let library = Arc::clone(&self.library);
        self.deletions.retain_true(|id| library.articles.iter().any(|summary| summary.id == id));
        self.refresh_summary();
        effects.extend(self.tell_loss());
        effects.push(Effect::ListDeletions);
        effects
    }

    /// Applies newer states to the open article. Where this tab has the newer state, that is saved again, because a tier
    /// without conditional writes may have stored the older one.
    fn receive_states(&mut self, states: Vec<RecordState>, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let document = Arc::clone(&open.document);
        let (mut newer, mut effects, mut answer) = (Vec::new(), Vec::new(), Vec::new());
        for state in states {
            let here = document.version_of(&state);
            match state.version().cmp(&here) {
                std::cmp::Ordering::Greater => {
                    if here == (state.version().0, stamp.writer) {
                        effects.extend(lost_choice(&document, &state));
                    }
                    newer.push(state);
                }
                std::cmp::Ordering::Less => answer.push(state.annotation_id()),
                std::cmp::Ordering::Equal => {}
            }
        }
        let position = open.position;
        if !newer.is_empty() {
            open.document = Arc::new(document.with_states(newer));
        }
        self.focus = self.focus.filter(|id| self.document().is_some_and(|document| document.annotation(*id).is_some()));
        self.refresh_summary();
        // Together, as what one event changes is saved.
        let answer = answer.into_iter().map(|id| batch::one(&document, id, position, stamp.writer));
        effects.extend(answer.reduce(WriteBatch::then).map(|answer| self.save(answer)));
        effects
    }

    fn receive_preferences(&mut self, value: &str, stamp: &Stamp<'_>) {
        let Ok(record) = Record::decode(value) else { return };
        let newer = (record.revision, &*record.writer) > (self.library.preferences_revision, stamp.writer);
        let Some(preferences) = Preferences::from_body(&record.body).ok().filter(|_| newer) else { return };
        self.keys = Arc::new(KeyMap::new(&preferences.keys, preferences.single_letters_off));
        let library = Arc::make_mut(&mut self.library);
        library.preferences = preferences;
        library.preferences_revision = record.revision;
    }

    /// The open article was deleted in another tab.
    fn deleted_elsewhere(&mut self, id: ArticleId, revision: Revision, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(open) = self.open.take() else { return Vec::new() };
        let named = excerpt(&open.document.article().details.title, MAX_TITLE);
        self.hold_deleted(open, revision, stamp);
        self.focus = None;
        self.dialog = None;
        self.screen = Screen::Library;
        self.library_is_stale = true;
        let library = Arc::make_mut(&mut self.library);
        library.articles.retain(|summary| summary.id != id);
        library.deleted.push((id, revision));
        alone(Effect::Tell(format!("“{named}” was deleted in another tab."), Some(Command::Undo)))
    }
}

/// The revision at which a record says that its article is deleted.
fn deletion(value: &str) -> Option<Revision> {
    Record::decode(value).ok().filter(|record| record.body == DELETED).map(|record| record.revision)
}

/// The announcement if two tabs changed one record at the same revision and the other tab's state wins.
fn lost_choice(document: &Document, theirs: &RecordState) -> Option<Effect> {
    let RecordState::Entry(theirs) = theirs else { return None };
    let mine = document.annotation(theirs.annotation.id)?;
    let message = if mine.label == theirs.annotation.label {
        let words = excerpt(&mine.target.words(&document.article().text), MAX_TITLE);
        format!("“{words}” was changed in another tab at the same moment, and that counts.")
    } else {
        format!("Label changed in another tab: {} → {}.", mine.label.title(), theirs.annotation.label.title())
    };
    Some(Effect::Tell(message, None))
}
