//! The reminder to take work out of the browser: clearing it, or losing the machine, loses all that is in no file.

use super::command::Command;
use super::effect::Effect;
use super::messages::MAX_TITLE;
use super::state::{Session, Stamp};
use crate::article::ArticleId;
use crate::store::Preferences;
use crate::text::excerpt;

/// So many annotations that are in no file …
const MOST: usize = 20;
/// … for so many seconds are worth a reminder.
const LONGEST: i64 = 24 * 60 * 60;

impl Session {
    /// These articles went out in a file now.
    pub(super) fn mark_exported(&mut self, articles: &[ArticleId], stamp: &Stamp<'_>) -> Vec<Effect> {
        let mut exported = self.preferences().exported.clone();
        exported.retain(|(id, _)| !articles.contains(id) && self.summary(*id).is_some());
        exported.extend(articles.iter().map(|id| (*id, stamp.now.clone())));
        self.prefer(Preferences { exported, ..self.preferences().clone() }, stamp)
    }

    /// Every article went out in a file now.
    pub(super) fn mark_all_exported(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let all: Vec<ArticleId> = self.library().articles.iter().map(|summary| summary.id).collect();
        self.mark_exported(&all, stamp)
    }

    /// Says once, when an article is opened, that much of it has been in no file for long.
    pub(super) fn export_reminder(&mut self, stamp: &Stamp<'_>) -> Option<Effect> {
        let document = self.document().filter(|_| !self.reminded)?;
        let article = document.article();
        let exported = self.preferences().exported.iter().find(|(id, _)| *id == article.id);
        let exported = exported.map_or(i64::MIN, |(_, at)| at.seconds());
        let before = stamp.now.seconds() - LONGEST;
        let is_due = |at: i64| at > exported && at < before;
        let count = document.annotations().filter(|annotation| is_due(annotation.modified.seconds())).count();
        if count < MOST {
            return None;
        }
        let named = excerpt(&article.details.title, MAX_TITLE);
        self.reminded = true;
        Some(Effect::Tell(
            format!(
                "{count} annotations of “{named}” are older than a day and in no file yet. Export them to have them outside this browser too."
            ),
            Some(Command::Export),
        ))
    }
}
