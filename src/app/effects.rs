//! Carries out what the session asks for: storage, files, sentences, and where the page looks and stands.

use bluepencil::annotation::AnnotationId;
use bluepencil::session::Effect;
use bluepencil::text::Utf8;
use leptos::prelude::*;

use super::state::article_view::ArticleView;
use super::state::document::OpenDocument;
use super::state::file_field::FileField;
use super::state::focus::{Focus, Wanted};
use super::state::notices::Notices;
use super::state::rail::Rail;
use crate::browser::article::Sheet;
use crate::browser::{dom, files, selection};
use crate::persistence::Persistence;

/// Whom the effects of the page concern.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open document.
    pub document: OpenDocument,
    /// The article's elements.
    pub view: ArticleView,
    /// Who is asked to take the focus.
    pub focus: Focus,
    /// What is said.
    pub notices: Notices,
    /// The rail.
    pub rail: Rail,
    /// The field through which files come in.
    pub files: FileField,
}

impl Page {
    /// Carries out one effect. `list_had_focus` says where the user stood when it was asked for.
    pub fn carry_out(self, effect: Effect, storage: &Persistence, list_had_focus: bool) {
        match effect {
            Effect::Save(batch) => storage.keep(batch),
            Effect::Load(ids, then) => storage.load(ids, then),
            Effect::Collect(wanted) => storage.collect(wanted),
            Effect::ReadLibrary => storage.read_library(),
            Effect::ListVersions(article, listing) => {
                let storage = storage.clone();
                dom::after_paint(move || storage.list_versions(article, listing));
            }
            Effect::ListDeletions => {
                let storage = storage.clone();
                dom::after_paint(move || storage.list_deletions());
            }
            Effect::ReadDraft(id) => storage.read_draft(id),
            Effect::ReadDeleted(article) => storage.read_deleted(article),
            Effect::WriteVersion(pieces, version) => storage.write_version(*pieces, version),
            Effect::ReadVersion(key, at) => storage.read_version(key, at),
            Effect::ReadHistory(article) => storage.read_history(article),
            Effect::BackUp(content) => storage.back_up(content),
            Effect::EndBackup => storage.end_backup(),
            Effect::Download { name, media_type, content } => files::download(name, media_type, content.pieces()),
            // Not of the page: the runtime has done it.
            Effect::ContinueImport => {}
            Effect::ChooseFiles => self.files.choose(),
            Effect::Tell(text, offer) => self.notices.tell(text, offer),
            Effect::Alert(text) => self.notices.alert(text),
            Effect::UrgeExport(text) => self.notices.urge_export(text),
            Effect::Reveal(id) => self.reveal(id, list_had_focus),
            Effect::RevealRow(id) => self.reveal_row(id, list_had_focus),
            Effect::FocusArticle => self.focus.ask(Wanted::Article),
            Effect::FocusRow(id) => self.reveal(id, true),
            Effect::FocusMark(id) => self.go_to_mark(id),
            Effect::ReadAt(id) => self.focus.ask(Wanted::Reading(id)),
            Effect::FocusField(field) => {
                self.rail.closed.set(false);
                // What is typed right after the key is meant for the field, so it must be there at once.
                self.rail.catch_up();
                self.focus.ask(Wanted::Field(field));
            }
            Effect::ShowWords(start, end) => self.show(start, end),
            Effect::Select(anchor, focus) => self.select(anchor, focus),
            Effect::CollapseSelection => {
                self.with_sheet(|sheet| self.document.read(|document| selection::collapse(sheet, document)));
            }
        }
    }

    fn with_sheet<T>(self, task: impl FnOnce(&Sheet) -> T) -> Option<T> {
        self.view.sheet_untracked().as_ref().map(task)
    }

    /// Brings a stretch of the article into view.
    fn show(self, start: Utf8, end: Utf8) {
        self.with_sheet(|sheet| self.document.read(|document| sheet.reveal(document, start, end)));
    }

    fn select(self, anchor: Utf8, focus: Utf8) {
        // The palette gives the focus back to where it was; the selection is meant for the keys of the article.
        if !self.view.has_focus() && !dom::nothing_has_focus() {
            self.view.focus();
        }
        self.with_sheet(|sheet| self.document.read(|document| selection::select(sheet, document, anchor, focus)));
    }

    /// Brings an annotation into view, in the article and in the list; where the list had the focus its row gets it.
    fn reveal(self, id: AnnotationId, list_had_focus: bool) {
        let extent =
            |annotation: &bluepencil::annotation::Annotation| (annotation.target.start(), annotation.target.end());
        let found = self.document.read(|document| document.annotation(id).map(|known| extent(known))).flatten();
        if let Some((start, end)) = found {
            self.show(start, end);
        }
        self.reveal_row(id, list_had_focus);
    }

    /// Brings the row of an annotation into view, and gives it the focus where the list had it.
    fn reveal_row(self, id: AnnotationId, list_had_focus: bool) {
        if list_had_focus {
            self.rail.after(self.focus.while_user_waits(move || self.focus.ask(Wanted::Row(Some(id)))));
        } else {
            self.rail.after(move || self.focus.ask(Wanted::RowInView(id)));
        }
    }

    /// Gives the article the focus, with the caret where an annotation begins.
    fn go_to_mark(self, id: AnnotationId) {
        self.view.focus();
        // The next key is meant for the article, so it waits for no frame where the article is shown.
        if self.view.has_focus() {
            self.stand_at(id);
        } else {
            request_animation_frame(self.focus.while_user_waits(move || self.stand_at(id)));
        }
    }

    fn stand_at(self, id: AnnotationId) {
        self.view.focus();
        let start = self.document.read(|document| document.annotation(id).map(|known| known.target.start())).flatten();
        if let Some(start) = start {
            self.with_sheet(|sheet| self.document.read(|document| selection::select(sheet, document, start, start)));
        }
        self.reveal(id, false);
    }
}
