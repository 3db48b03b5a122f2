//! How much of what is done is said.

use super::command::Command;
use super::effect::Effect;
use super::event::Event;
use crate::store::Announcements;

/// What a sentence of the status region is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncementKind {
    /// The focus or the selection has moved; nothing was changed.
    Move,
    /// Something was done with words of the article, which stand behind a colon.
    Words,
    /// Anything else, all of which matters.
    Other,
}

impl AnnouncementKind {
    /// What the sentences about an event are about.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        match event {
            Event::Point(_) | Event::Choose(_) => Self::Move,
            Event::Command(command, _) => Self::of_command(*command),
            _ => Self::Other,
        }
    }

    fn of_command(command: Command) -> Self {
        match command {
            Command::NextAnnotation
            | Command::PreviousAnnotation
            | Command::OtherMark
            | Command::SelectWord
            | Command::SelectWordBefore
            | Command::SelectSentence
            | Command::SelectSentenceBefore
            | Command::SelectQuotation
            | Command::SelectQuotationBefore
            | Command::SelectParagraph
            | Command::SelectParagraphBefore
            | Command::SelectionBack => Self::Move,
            Command::MarkQuote
            | Command::MarkClaim
            | Command::MarkCaption
            | Command::MarkCredit
            | Command::DeleteAnnotation
            | Command::AddSegment
            | Command::RemoveSegment
            | Command::MergeNext
            | Command::SplitAtCaret => Self::Words,
            _ => Self::Other,
        }
    }
}

/// A sentence as a person wants to hear it; `None` where not at all.
#[must_use]
pub fn announcement(sentence: &str, kind: AnnouncementKind, wanted: Announcements) -> Option<String> {
    match (wanted, kind) {
        (Announcements::OffForMoves, AnnouncementKind::Move) => None,
        (Announcements::Short, AnnouncementKind::Move | AnnouncementKind::Words) => {
            Some(match sentence.split_once(": ") {
                Some((done, _)) => format!("{done}."),
                None => sentence.to_owned(),
            })
        }
        _ => Some(sentence.to_owned()),
    }
}

/// The effects with their sentences as a person wants to hear them. Refusals are never touched, nor is a sentence with a
/// command beside it.
pub(super) fn announced(effects: Vec<Effect>, kind: AnnouncementKind, wanted: Announcements) -> Vec<Effect> {
    let announce = |effect| match effect {
        Effect::Tell(sentence, None) => announcement(&sentence, kind, wanted).map(|said| Effect::Tell(said, None)),
        other => Some(other),
    };
    effects.into_iter().filter_map(announce).collect()
}
