//! Which feature carries out which command.

use super::command::Command;
use super::effect::{Effect, alone, refuse};
use super::messages::no_focus;
use super::route::Route;
use super::state::{Session, Stamp};
use super::view::{Dialog, Field, Place, Screen};
use crate::annotation::Label;
use crate::text::Granularity;

impl Session {
    /// Hands a command, given at a place of the article, to the feature that carries it out.
    pub(super) fn command(&mut self, command: Command, place: Place, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if let Some(refusal) = self.refusal_of_altered_text(command) {
            return refusal;
        }
        match command {
            Command::MarkQuote | Command::MarkClaim | Command::MarkCaption | Command::MarkCredit => {
                command.marks().map_or_else(Vec::new, |label| self.mark(&label, place, stamp))
            }
            Command::MarkNumbered(number) => self.mark_numbered(number, place, stamp),
            Command::RelabelQuote | Command::RelabelClaim | Command::RelabelCaption | Command::RelabelCredit => {
                command.relabels().map_or_else(Vec::new, |label| self.relabel_chosen(&label, stamp))
            }
            Command::Undo => self.undo(stamp),
            Command::Redo => self.redo(stamp),
            Command::Download => self.download(stamp),
            Command::Import => alone(Effect::ChooseFiles),
            Command::NewArticle => self.open_dialog(Dialog::NewArticle),
            Command::Export => self.open_dialog(Dialog::Export),
            Command::Commands => self.open_dialog(Dialog::Commands),
            Command::KeyboardHelp => self.open_dialog(Dialog::KeyboardHelp),
            Command::Storage => self.open_dialog(Dialog::Storage),
            Command::Settings => self.open_dialog(Dialog::Settings),
            Command::Keys => self.open_dialog(Dialog::Keys),
            Command::ArticleDetails => self.open_dialog(Dialog::ArticleDetails),
            Command::EarlierVersions => self.earlier_versions(),
            Command::Library => self.go(Route::Library),
            Command::NextArticle => self.neighbour_article(1),
            Command::PreviousArticle => self.neighbour_article(-1),
            Command::NextAnnotation => self.step_focus(place, 1),
            Command::PreviousAnnotation => self.step_focus(place, -1),
            Command::OtherMark => self.other_mark(),
            Command::DeleteAnnotation if self.has_selected() => self.delete_selected(stamp),
            Command::DeleteAnnotation => self.delete(stamp),
            Command::Note if self.has_selected() => alone(Effect::FocusField(Field::NoteToAdd)),
            Command::Note => self.with_focus(Effect::FocusField(Field::Note)),
            Command::OpenFields => self.with_focus(Effect::FocusField(Field::Label)),
            Command::Leave => self.leave(place),
            Command::SelectWord
            | Command::SelectWordBefore
            | Command::SelectSentence
            | Command::SelectSentenceBefore
            | Command::SelectQuotation
            | Command::SelectQuotationBefore
            | Command::SelectParagraph
            | Command::SelectParagraphBefore => self.select_text_object(command, place),
            Command::SelectText => self.select_text(place),
            Command::SelectionBack => self.selection_back(),
            Command::AddSegment => self.add_segment(place, stamp),
            Command::RemoveSegment => self.remove_segment(place, stamp),
            Command::Boundaries => self.begin_boundary_edit(),
            Command::EdgeWordLeft => self.move_edge(Granularity::Word, false),
            Command::EdgeWordRight => self.move_edge(Granularity::Word, true),
            Command::EdgeCharacterLeft => self.move_edge(Granularity::Character, false),
            Command::EdgeCharacterRight => self.move_edge(Granularity::Character, true),
            Command::NextEdge => self.other_edge(true),
            Command::PreviousEdge => self.other_edge(false),
            Command::KeepBoundaries => self.commit_boundary_edit(Effect::Reveal, stamp),
            Command::CancelBoundaries => self.cancel_boundary_edit(),
            Command::MergeNext => self.merge_next(stamp),
            Command::SplitAtCaret => self.split_at_caret(place, stamp),
            Command::Flag => self.flag(stamp),
            Command::Search => self.begin_search(place),
            Command::AnnotateAll => self.annotate_all(place),
            Command::Filter => self.begin_filter(),
            Command::SelectMark => self.select_focused(),
            Command::SelectListed => self.select_listed(),
            Command::ClearSelected => self.clear_selected(),
            Command::ReadWithMarks => self.read_with_marks(),
            // These move the browser's own selection; the shell has carried them out already.
            Command::MoveCaret | Command::ExtendSelection => Vec::new(),
        }
    }

    /// Changes the label of the selected marks, or else of the mark in focus.
    fn relabel_chosen(&mut self, label: &Label, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match self.focus {
            _ if self.has_selected() => self.relabel_selected(label, stamp),
            Some(id) => self.relabel(id, label, stamp),
            None => refuse(no_focus(&self.keys)),
        }
    }

    /// Leaves one level: what is being done, then what is selected, then the focus.
    fn leave(&mut self, place: Place) -> Vec<Effect> {
        if self.boundary_edit.is_some() {
            return self.cancel_boundary_edit();
        }
        if self.screen == Screen::Read {
            return self.leave_reading(None);
        }
        if self.has_selected() {
            return self.clear_selected();
        }
        if place.selection.is_some() {
            return alone(Effect::CollapseSelection);
        }
        if self.search.is_some() {
            return self.end_search();
        }
        self.focus = None;
        self.end_typing();
        alone(Effect::FocusArticle)
    }
}
