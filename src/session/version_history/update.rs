//! Version history: stored, listed and restored.

use std::sync::Arc;

use super::{LastSnapshot, VersionEvent, VersionQuery, VersionToKeep};
use crate::article::{Extra, Timestamp};
use crate::document::{Document, Transaction};
use crate::format::native::{self, Pieces};
use crate::session::effect::{After, Effect, alone, refuse};
use crate::session::messages::{MAX_TITLE, NO_ARTICLE};
use crate::session::state::{Session, Stamp};
use crate::session::view::Dialog;
use crate::store::versions::{self, Version};
use crate::store::{Record, WriteBatch, batch};
use crate::text::excerpt;

impl Session {
    /// The versions that the dialog lists, the newest first; `None` while they are being read.
    #[must_use]
    pub fn versions(&self) -> Option<&Arc<Vec<Version>>> {
        self.versions.as_ref()
    }

    /// Counts an action, and from time to time asks for a version to be stored. `before` is the document before the action,
    /// so that an action that was a mistake is not part of the version.
    pub(in crate::session) fn count_action(&mut self, before: &Arc<Document>, stamp: &Stamp<'_>) -> Option<Effect> {
        let open = self.open.as_mut()?;
        let (since, step) = (&mut open.last_snapshot, open.history.last_done());
        if std::mem::replace(&mut since.step, step) == step {
            return None;
        }
        since.actions += 1;
        let long_ago = |at: &Timestamp| !(0..versions::SECONDS).contains(&(stamp.now.seconds() - at.seconds()));
        if since.actions < versions::ACTIONS && !since.at.as_ref().is_none_or(long_ago) {
            return None;
        }
        *since = LastSnapshot { at: Some(stamp.now.clone()), actions: 0, step };
        let worth_keeping = !before.entries().is_empty();
        worth_keeping.then(|| Effect::ListVersions(before.article().id, VersionQuery::Keep(Arc::clone(before))))
    }

    /// Handles an event of the version history.
    pub(in crate::session) fn on_version(&mut self, event: VersionEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        match event {
            VersionEvent::Listed(keys, listing) => self.versions_listed(&keys, listing, stamp),
            VersionEvent::Written(VersionToKeep { article, annotations, listed, at }, file) => {
                let strict = versions::keep(article, annotations, file, &listed, stamp.writer, &at);
                alone(Effect::Save(WriteBatch { strict, ..WriteBatch::default() }))
            }
            VersionEvent::Chosen(key, at) => alone(Effect::ReadVersion(key, at)),
            VersionEvent::Read(record, at) => self.restore_version(record.as_deref(), &at, stamp),
        }
    }

    /// Opens the dialog of earlier versions and asks for their keys.
    pub(in crate::session) fn earlier_versions(&mut self) -> Vec<Effect> {
        let Some(article) = self.document().map(|document| document.article().id) else {
            return refuse(NO_ARTICLE);
        };
        self.versions = None;
        self.dialog = Some(Dialog::EarlierVersions);
        alone(Effect::ListVersions(article, VersionQuery::Show))
    }

    /// Continues with the listed versions.
    fn versions_listed(&mut self, keys: &[String], listing: VersionQuery, stamp: &Stamp<'_>) -> Vec<Effect> {
        let listed = versions::listed(keys);
        match listing {
            VersionQuery::Show => {
                self.versions = Some(Arc::new(listed));
                Vec::new()
            }
            VersionQuery::Text(article) => {
                let Some(newest) = listed.into_iter().next() else { return Vec::new() };
                self.lost_text = Some(article);
                alone(Effect::ReadVersion(newest.key, newest.at.as_str().to_owned()))
            }
            VersionQuery::Keep(document) => {
                let pieces = Pieces::of(vec![(*document).clone()], &Extra::default(), &stamp.now);
                let (article, annotations) = (document.article().id, document.entries().len());
                let version = VersionToKeep { article, annotations, listed, at: stamp.now.clone() };
                alone(Effect::WriteVersion(Box::new(pieces), version))
            }
        }
    }

    /// Restores a version in one transaction, which can be undone.
    fn restore_version(&mut self, record: Option<&str>, at: &str, stamp: &Stamp<'_>) -> Vec<Effect> {
        let read = record.map_or_else(|| Err("is not there any more".to_owned()), read);
        match (self.lost_text.take(), &read) {
            (Some(lost), Ok(version)) if version.article().id == lost => return self.put_text_back(version, stamp),
            // That the article could not be opened has been said.
            (Some(_), Err(_)) => return Vec::new(),
            _ => {}
        }
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let version = match read {
            Ok(version) if version.article().id == document.article().id => version,
            Ok(_) => return Vec::new(),
            Err(reason) => {
                return refuse(format!("The version of {at} could not be read: it {reason}. Nothing was changed."));
            }
        };
        let edits = document.edits_to(&version);
        self.dialog = None;
        if edits.is_empty() {
            return alone(Effect::Tell(format!("The article is as it was at {at}. Nothing was changed."), None));
        }
        let there = |id| version.annotation(id).is_some();
        self.focus = self.focus.filter(|id| there(*id));
        let count = version.entries().len();
        let message = format!("Brought back the version of {at}, with {count} annotations.");
        self.commit(Transaction::new("earlier version brought back", edits), stamp, message)
    }
}

impl Session {
    /// The text of an article could not be read, but an earlier version has it: a text never changes, so it is put back and
    /// the article opened with all annotations that are stored. What is damaged is set aside when it is written over.
    fn put_text_back(&mut self, version: &Document, stamp: &Stamp<'_>) -> Vec<Effect> {
        let named = excerpt(&version.article().details.title, MAX_TITLE);
        let save = self.save(batch::text(version, stamp.writer));
        let alert = format!(
            "The stored text of “{named}” could not be read. It was taken from an earlier version, and every annotation that can be read is here. What was damaged was kept: “Storage” gives it out."
        );
        vec![save, Effect::Load(vec![version.article().id], After::Open(None)), Effect::Alert(alert)]
    }
}

/// Reads a version from its record. The reason reads on after "it".
fn read(record: &str) -> Result<Document, String> {
    let record = Record::decode(record).map_err(|damage| damage.to_string())?;
    let file = native::read(record.body.as_bytes()).map_err(|problem| problem.to_string())?;
    file.documents.into_iter().next().ok_or_else(|| "holds no article".to_owned())
}
