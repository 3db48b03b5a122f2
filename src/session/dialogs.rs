//! Dialogs: opened and closed.

use super::effect::{Effect, refuse};
use super::messages::NO_ARTICLE;
use super::state::Session;
use super::view::Dialog;

impl Session {
    /// Opens a dialog; two of them need an open article.
    pub(super) fn open_dialog(&mut self, dialog: Dialog) -> Vec<Effect> {
        let needs_article = matches!(dialog, Dialog::Export | Dialog::ArticleDetails);
        if needs_article && self.open.is_none() {
            return refuse(NO_ARTICLE);
        }
        self.dialog = Some(dialog);
        Vec::new()
    }

    /// The open dialog was closed.
    pub(super) fn close_dialog(&mut self) -> Vec<Effect> {
        self.dialog = None;
        self.key_conflict = None;
        self.end_typing()
    }
}
