//! History that outlives the page: kept with each action, in one transaction with what the action changed, and taken up
//! again when the article is opened next.

use std::sync::Arc;

use super::effect::Effect;
use super::{Session, Stamp};
use crate::article::ArticleId;
use crate::document::Document;
use crate::store::{WriteBatch, undo_log};

impl Session {
    /// The kept history of the open article was read: what was done before the page was opened can be undone too.
    pub(super) fn history_read(
        &mut self,
        article: ArticleId,
        prefix: String,
        records: &[(String, String)],
    ) -> Vec<Effect> {
        if let Some(open) = self.open.as_mut().filter(|open| open.document.article().id == article)
            && open.history_kept.is_none()
        {
            let earlier = undo_log::read(records, &open.document);
            open.history = std::mem::take(&mut open.history).after(earlier);
            open.history_kept = Some(prefix);
        }
        Vec::new()
    }

    /// Adds to what is saved anyway how the history has changed by it. `before` is the article as it was until then.
    pub(super) fn keep_history(
        &mut self,
        mut effects: Vec<Effect>,
        before: Option<&Arc<Document>>,
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let Some(open) = self.open.as_mut().filter(|open| open.history.has_changed()) else { return effects };
        let article = open.document.article().id;
        let before = before.filter(|before| before.article().id == article);
        if let Some(before) = before.filter(|before| !Arc::ptr_eq(before, &open.document)) {
            let before = Arc::clone(before);
            effects.extend(self.count_action(&before, stamp));
        }
        let Some(open) = &mut self.open else { return effects };
        // Until it was read it is not known which numbers are free.
        let Some(prefix) = &open.history_kept else { return effects };
        let changes = undo_log::changes(&mut open.history, prefix, &open.document, stamp.writer);
        effects.push(Effect::Save(WriteBatch { strict: changes, ..WriteBatch::default() }));
        effects
    }
}
