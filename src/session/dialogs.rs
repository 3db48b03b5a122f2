//! Dialogs: opened.

use super::effect::{Effect, refuse};
use super::sentences::NO_ARTICLE;
use super::state::Session;
use super::view::Dialog;

impl Session {
    pub(super) fn open_dialog(&mut self, dialog: Dialog) -> Vec<Effect> {
        let needs_article = matches!(dialog, Dialog::Export | Dialog::ArticleDetails);
        if needs_article && self.open.is_none() {
            return refuse(NO_ARTICLE);
        }
        self.dialog = Some(dialog);
        Vec::new()
    }
}
