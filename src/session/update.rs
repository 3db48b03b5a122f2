//! The one function that changes a session, and which feature answers which event.

use std::sync::Arc;

use super::announcements::{AnnouncementKind, announced};
use super::bulk_edit::Selected;
use super::effect::{After, Effect, Stored, refuse, saved_as_one};
use super::event::Event;
use super::filter::Filter;
use super::onboarding::Step;
use super::state::{Session, Stamp};
use super::view::{Dialog, Screen};
use crate::annotation::AnnotationId;
use crate::document::Document;

impl Session {
    /// Handles an event and returns the effects that the page must carry out.
    ///
    /// While the annotations of the open article are being read it answers nothing else, so that nothing is done on half of
    /// them: the page hands over only what it [takes](Self::takes).
    pub fn update(&mut self, event: Event, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if !self.takes(&event) {
            return Vec::new();
        }
        self.opening = false;
        let (kind, step) = (AnnouncementKind::of(&event), Step::of(&event));
        let (document, filter, focus) = (self.document().cloned(), self.filter.clone(), self.focus);
        let mut effects = self.handle(event, stamp);
        effects.extend(self.cancel_import());
        self.drop_stale_boundary_edit();
        if let Some(open) = &mut self.open
            && !open.document.is_in_tab(stamp.writer)
        {
            open.document = Arc::new((*open.document).clone().in_tab(stamp.writer));
        }
        self.refresh_derived(document.as_ref(), &filter, focus);
        let effects = self.keep_history(effects, document.as_ref(), stamp);
        let effects = announced(effects, kind, self.preferences().announcements);
        let effects = match step {
            Some(step) => self.complete_step(step, effects, stamp),
            None => effects,
        };
        saved_as_one(effects)
    }

    /// Brings the state that is derived from document, filter and focus in line with them, by what differs from before.
    fn refresh_derived(&mut self, before: Option<&Arc<Document>>, filter: &Filter, focus: Option<AnnotationId>) {
        let now = self.document();
        let same = match (before, now) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        let other_article = before.map(|known| known.article().id) != now.map(|known| known.article().id);
        if other_article {
            self.filter = Filter::default();
            self.selected = Selected::default();
        }
        // A dialog that is closed need not follow what it has done.
        if self.dialog != Some(Dialog::AnnotateAll) {
            self.occurrences = None;
        }
        let before = before.filter(|_| !other_article).map(|known| &**known);
        if !same {
            self.refresh_search(before);
            self.refresh_occurrences(before);
        }
        let kept = before.filter(|_| self.filter == *filter);
        self.refresh_list(kept);
        self.deselect_hidden(kept.map(|kept| self.may_be_hidden(kept, focus)));
    }

    /// The annotations that the list may show no more since a document and a focus were others, under the same filter.
    fn may_be_hidden(&self, before: &Document, focus: Option<AnnotationId>) -> Vec<AnnotationId> {
        let changed = self.document().into_iter().flat_map(|now| before.changes_to(now));
        let gone_or_other = changed.filter_map(|(was, _)| was).map(|entry| entry.annotation.id);
        gone_or_other.chain(focus).collect()
    }

    fn handle(&mut self, event: Event, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match event {
            Event::Started { library, route } => self.start(library, route, stamp),
            Event::Command(command, place) => self.command(command, place, stamp),
            Event::Address(route) => self.go(route),
            Event::Opening(document) => self.show_text(*document),
            Event::Loaded(stored, then) => self.loaded(stored, then, stamp),
            Event::ArticleText(arrival, text, title) => self.new_article(&arrival, &text, &title, stamp),
            Event::NothingTaken(sentence) => refuse(sentence),
            Event::File(name, bytes) => self.file(name, bytes, stamp),
            Event::Import(event) => self.on_import(event, stamp),
            Event::FileRead(name, content) => self.file_read(&name, content, stamp),
            Event::TextAltered { restored } => self.text_altered(restored),
            Event::Point(position) => self.point(position),
            Event::Choose(id) => self.set_focus(Some(id)),
            Event::ChooseInMargin(id) => self.choose_in_margin(id),
            Event::SelectEnclosing(one, other) => self.select_enclosing(one, other),
            Event::Boundaries(event) => self.on_boundary(event, stamp),
            Event::TakeOut(id, segment) => self.take_out(id, segment, stamp),
            Event::Note(id, note) => self.note(id, note, stamp),
            Event::Relabel(id, label) => self.relabel(id, &label, stamp),
            Event::Flag(id, set) => self.set_flag(id, set, stamp),
            Event::Bulk(event) => self.on_bulk(event, stamp),
            Event::Filter(filter) => self.set_filter(filter),
            Event::Search(event) => self.on_search(event, stamp),
            Event::Occurrences(event) => self.on_occurrences(event, stamp),
            Event::Details(event) => self.on_details(event, stamp),
            Event::Draft(event) => self.on_draft(event, stamp),
            Event::FieldLeft => self.end_typing(),
            Event::BackToText => self.back_to_text(),
            Event::DeleteArticle(id) => self.delete_article(id, false, stamp),
            Event::Deletion(event) => self.on_deletion(event, stamp),
            Event::Prefer(preferences) => self.prefer(preferences, stamp),
            Event::ResetSettings => self.reset_settings(stamp),
            Event::KeyBindings(event) => self.on_key_bindings(event, stamp),
            Event::Onboarding(event) => self.on_onboarding(event, stamp),
            Event::DialogClosed => self.close_dialog(),
            Event::DeskFile(event) => self.on_desk_file(event, stamp),
            Event::BackupFile(event) => self.on_backup_file(event),
            Event::Received(records) => self.receive(records, stamp),
            Event::LibraryRead(library) => self.library_read(library),
            Event::HistoryRead(article, prefix, records) => self.history_read(article, prefix, &records),
            Event::Versions(event) => self.on_version(event, stamp),
            Event::Saved { strictly } => self.saved(strictly),
            Event::SaveFailed(reason) => self.save_failed(reason),
            Event::StorageLifetime(event) => self.on_lifetime(event),
            Event::WipeRefused => self.wipe_refused(),
            Event::StorageEmptied => self.storage_emptied(stamp),
        }
    }

    /// Continues after articles have been read.
    fn loaded(&mut self, stored: Vec<Stored>, then: After, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match then {
            After::Open(focus) => {
                let recovered = stored.first().is_some_and(Stored::has_recovered_details);
                let mut effects = self.show_stored(stored, focus);
                if recovered {
                    effects.extend(self.keep_details(stamp));
                }
                effects.extend(self.remember_open(stamp));
                effects.extend(self.export_reminder(stamp));
                effects
            }
            After::Read => {
                let mut effects = self.loaded(stored, After::Open(None), stamp);
                if self.screen == Screen::Reader {
                    effects.extend(self.show_reading());
                }
                effects
            }
            After::Delete { again } => self.delete_stored(stored, again, stamp),
            After::Import(name, imported) => self.import(name, *imported, stored, stamp),
            After::Occurrences => self.find_everywhere(stored),
            After::Step(parts) => self.step_elsewhere(stored, &parts, stamp),
        }
    }
}
