//! Deletions of articles: a stack that undo in the library goes down and redo goes up again. It is kept in storage, for all
//! tabs and over a reload; what this page has deleted is in memory too, for browsers that have no strict tier.

mod update;

use std::sync::Arc;

use super::command::Command;
use crate::article::ArticleId;
use crate::document::Document;
use crate::store::Writes;
use crate::store::deletion::{self, Deletion};

/// An event of the deletions.
#[derive(Clone, Debug)]
pub enum DeletionEvent {
    /// The deletions that are kept were listed, as (key, record).
    Listed(Vec<(String, String)>),
    /// The record of a deleted article was read to bring it back; `None` where it could not be read.
    Read(ArticleId, Option<String>),
}

/// All deletions that can be undone or done again.
#[derive(Clone, Debug, Default)]
pub(super) struct Deletions {
    /// The oldest first. Those that were undone are the newest, and the oldest of them is the next to be done again.
    stack: Vec<Deleted>,
    /// Those whose articles are being read from storage to be brought back.
    under_way: Vec<Deletion>,
    /// Storage has listed what it keeps.
    is_listed: bool,
    /// What was asked for before that.
    asked: Vec<Command>,
}

/// A deletion, with the article and its position in the library where this page has it in memory.
#[derive(Clone, Debug)]
struct Deleted {
    deletion: Deletion,
    held: Option<(Arc<Document>, u64)>,
}

impl Deletions {
    /// How many articles can be brought back.
    fn count(&self) -> usize {
        self.stack.iter().filter(|deleted| !deleted.deletion.is_undone).count()
    }

    /// The deletion that undo takes back.
    fn next_undo(&self) -> Option<&Deletion> {
        self.stack.iter().rev().map(|deleted| &deleted.deletion).find(|deletion| !deletion.is_undone)
    }

    /// The deletion that redo does again.
    fn next_redo(&self) -> Option<&Deletion> {
        self.stack.iter().map(|deleted| &deleted.deletion).find(|deletion| deletion.is_undone)
    }

    /// The moment of a deletion that was undone.
    fn undone_at(&self, article: ArticleId) -> Option<i64> {
        let mut undone = self.stack.iter().map(|deleted| &deleted.deletion).filter(|deletion| deletion.is_undone);
        undone.find(|deletion| deletion.article == article).map(|deletion| deletion.moment)
    }

    /// The moment of the next deletion.
    fn next_moment(&self, now: i64) -> i64 {
        let last = self.stack.iter().map(|deleted| deleted.deletion.moment).max();
        last.map_or(now, |last| now.max(last.saturating_add(1)))
    }

    /// Takes a deletion in at its place, instead of any other of the same article.
    fn insert(&mut self, deleted: Deleted) {
        self.remove(deleted.deletion.article);
        let moment = deleted.deletion.moment;
        let place = self.stack.partition_point(|known| known.deletion.moment <= moment);
        self.stack.insert(place, deleted);
    }

    /// Takes the deletion of an article out.
    pub(super) fn remove(&mut self, article: ArticleId) -> Option<(Arc<Document>, u64)> {
        let place = self.stack.iter().position(|deleted| deleted.deletion.article == article)?;
        self.stack.remove(place).held
    }

    /// Forgets what could be done again, because something else was done. Gives the articles.
    fn forget_undone(&mut self) -> Vec<ArticleId> {
        let undone = self.stack.iter().map(|deleted| &deleted.deletion).filter(|deletion| deletion.is_undone);
        let articles = undone.map(|deletion| deletion.article).collect();
        self.stack.retain(|deleted| !deleted.deletion.is_undone);
        articles
    }

    /// Takes out the oldest deletions beyond the limit. Gives the articles.
    fn truncate(&mut self) -> Vec<ArticleId> {
        let mut beyond = self.count().saturating_sub(deletion::MOST);
        let mut gone = Vec::new();
        self.stack.retain(|Deleted { deletion, .. }| {
            let goes = !deletion.is_undone && beyond > 0;
            beyond -= usize::from(goes);
            if goes {
                gone.push(deletion.article);
            }
            !goes
        });
        gone
    }

    /// The writes that keep again what this page has in memory, after storage was emptied.
    pub(super) fn kept_again(&self, writer: &str) -> Writes {
        let again = |Deleted { deletion, held }: &Deleted| match held {
            Some((document, position)) => deletion.kept(document, *position, writer),
            None if deletion.is_undone => deletion.undone(writer),
            None => Writes::new(),
        };
        self.stack.iter().flat_map(again).collect()
    }

    /// Brings the stack in line with the articles that are there: what another tab has brought back cannot be brought back a
    /// second time, and what is not there cannot be deleted again.
    pub(super) fn retain_true(&mut self, is_there: impl Fn(ArticleId) -> bool) {
        self.stack.retain(|Deleted { deletion, .. }| deletion.is_undone == is_there(deletion.article));
    }

    /// Takes over what storage lists. What is in memory and not listed is being written, so it stays.
    fn take_over(&mut self, listed: Vec<Deletion>, is_there: impl Fn(ArticleId) -> bool) {
        let mut known = std::mem::take(&mut self.stack);
        for deletion in listed {
            let article = deletion.article;
            let place = known.iter().position(|deleted| deleted.deletion.article == article);
            let mine = place.map(|place| known.remove(place));
            if self.under_way.iter().any(|deletion| deletion.article == article) {
                continue;
            }
            let deleted = match (mine, is_there(article)) {
                (Some(mine), true) if mine.deletion.is_undone => mine,
                (_, true) if deletion.is_undone => Deleted { deletion, held: None },
                (_, true) => continue,
                // The newer of the two is on its way to storage.
                (Some(mine), false) if mine.held.is_some() && mine.deletion.revision >= deletion.revision => {
                    let moment =
                        if mine.deletion.revision > deletion.revision { mine.deletion.moment } else { deletion.moment };
                    Deleted { deletion: Deletion { moment, is_undone: false, ..mine.deletion }, held: mine.held }
                }
                (_, false) if deletion.is_undone => continue,
                (_, false) => Deleted { deletion, held: None },
            };
            self.insert(deleted);
        }
        for mine in known.into_iter().filter(|mine| mine.held.is_some() || mine.deletion.is_undone) {
            self.insert(mine);
        }
        self.retain_true(is_there);
    }
}
