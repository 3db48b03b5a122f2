//! The reading view, in which screen readers read the article with its marks, and the moves between a mark and its row.

use super::effect::{Effect, alone, refuse};
use super::messages::NO_ARTICLE;
use super::state::Session;
use super::view::Screen;
use crate::annotation::{AnnotationId, Label};
use crate::document::EdgeKind;

impl Session {
    /// Shows the reading view, at the mark in focus.
    pub(super) fn read_with_marks(&mut self) -> Vec<Effect> {
        if self.document().is_none() {
            return refuse(NO_ARTICLE);
        }
        self.end_typing();
        self.show_reading()
    }

    /// Shows the reading view of the article that is open.
    pub(super) fn show_reading(&mut self) -> Vec<Effect> {
        self.screen = Screen::Read;
        alone(Effect::ReadAt(self.focus))
    }

    /// Leaves the reading view: to the row of an annotation, or else to the article.
    pub(super) fn leave_reading(&mut self, record: Option<AnnotationId>) -> Vec<Effect> {
        self.screen = Screen::Reader;
        let known = |id: &AnnotationId| self.document().is_some_and(|document| document.annotation(*id).is_some());
        match record.filter(known) {
            Some(id) => {
                self.focus = Some(id);
                alone(Effect::FocusRow(id))
            }
            None => self.back_to_text(),
        }
    }

    /// Moves from a row to its mark in the article.
    pub(super) fn back_to_text(&mut self) -> Vec<Effect> {
        self.end_typing();
        vec![self.focus.map_or(Effect::FocusArticle, Effect::FocusMark)]
    }
}

/// What is read out where a mark begins, in front of its words; empty where nothing is. All words of this kind are made
/// here and in [`end_announcement`].
#[must_use]
pub fn start_announcement(label: &Label, edge: EdgeKind) -> String {
    match edge {
        EdgeKind::Mark => label.to_string(),
        EdgeKind::Segment | EdgeKind::Block => format!("{label} goes on"),
        EdgeKind::Crossing => String::new(),
    }
}

/// What is read out where a mark ends, behind its words; empty where nothing is.
#[must_use]
pub fn end_announcement(label: &Label, edge: EdgeKind) -> String {
    match edge {
        EdgeKind::Mark => format!("end of {label}"),
        EdgeKind::Segment => format!("{label} pauses"),
        EdgeKind::Block | EdgeKind::Crossing => String::new(),
    }
}

/// Which mark it is, among how many in reading order: "Quote 3 of 25".
#[must_use]
pub fn label_with_position(label: &Label, place: usize, count: usize) -> String {
    format!("{} {} of {count}", label.title(), place + 1)
}
