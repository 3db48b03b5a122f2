//! Announcements in the live region, shortened or left out as the preferences say.

use super::command::Command;
use super::effect::Effect;
use super::event::Event;
use crate::store::Announcements;

/// The kind of an announcement, on which its verbosity depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncementKind {
    /// The focus or the selection has moved; no data has changed.
    Move,
    /// A change that quotes words of the article after a colon.
    Words,
    /// Anything else; never shortened.
    Other,
}

impl AnnouncementKind {
    /// The kind of the announcements that an event leads to.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        match event {
            Event::Point(_) | Event::Choose(_) | Event::ChooseInMargin(_) => Self::Move,
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
            | Command::SelectText
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

/// The announcement at the verbosity of the preferences; `None` if it is turned off.
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

/// The effects with their announcements at the verbosity of the preferences. Alerts and announcements with a command are
/// left as they are.
pub(super) fn announced(effects: Vec<Effect>, kind: AnnouncementKind, wanted: Announcements) -> Vec<Effect> {
    let announce = |effect| match effect {
        Effect::Tell(sentence, None) => announcement(&sentence, kind, wanted).map(|said| Effect::Tell(said, None)),
        other => Some(other),
    };
    effects.into_iter().filter_map(announce).collect()
}
