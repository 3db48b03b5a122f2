//! How much of what is done is said, and with which keys.

use super::command::Command;
use super::effect::{Effect, Event};
use super::keymap::KeyMap;
use crate::store::Announcements;

/// What a sentence of the status region is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The focus or the selection has moved; nothing was changed.
    Move,
    /// Something was done with words of the article, which stand behind a colon.
    Words,
    /// Anything else, all of which matters.
    Other,
}

impl Kind {
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
pub fn said(sentence: &str, kind: Kind, wanted: Announcements) -> Option<String> {
    match (wanted, kind) {
        (Announcements::OffForMoves, Kind::Move) => None,
        (Announcements::Short, Kind::Move | Kind::Words) => Some(match sentence.split_once(": ") {
            Some((done, _)) => format!("{done}."),
            None => sentence.to_owned(),
        }),
        _ => Some(sentence.to_owned()),
    }
}

/// The effects with their sentences as a person wants to hear them. Refusals are never touched, nor is a sentence with a
/// command beside it.
pub fn heard(effects: Vec<Effect>, kind: Kind, wanted: Announcements) -> Vec<Effect> {
    let heard = |effect| match effect {
        Effect::Tell(sentence, None) => said(&sentence, kind, wanted).map(|said| Effect::Tell(said, None)),
        other => Some(other),
    };
    effects.into_iter().filter_map(heard).collect()
}

/// The refusal where a command needs an annotation in focus, with the key that helps.
pub fn no_focus(keys: &KeyMap) -> String {
    match keys.first(Command::NextAnnotation) {
        Some(key) => format!("No annotation is in focus. Click a mark, or press {key} to go to the next one."),
        None => "No annotation is in focus. Click a mark, or choose one in the list.".to_owned(),
    }
}

/// What the first visit says: what is private, and how to begin.
pub fn welcome(keys: &KeyMap) -> String {
    let keys = MARKING.map(|command| keys.first(command));
    match keys {
        [Some(quote), Some(claim), Some(caption), Some(credit)] => format!(
            "Nothing leaves this browser. To mark something, select words in the article and press {quote} for quote, {claim} for claim, {caption} for caption or {credit} for credit."
        ),
        _ => "Nothing leaves this browser. To mark something, select words in the article and choose a label beside them."
            .to_owned(),
    }
}

/// The refusal where nothing is marked yet.
pub fn nothing_marked(keys: &KeyMap) -> String {
    match MARKING.map(|command| keys.first(command)) {
        [Some(quote), Some(claim), Some(caption), Some(credit)] => {
            format!("Nothing is marked yet. Select some words, then press {quote}, {claim}, {caption} or {credit}.")
        }
        _ => "Nothing is marked yet. Select some words, then choose a label beside them.".to_owned(),
    }
}

/// How one goes on after selecting words for a label: “press Q”.
pub fn how_to_mark(command: Option<Command>, keys: &KeyMap) -> String {
    let key = command.and_then(|command| keys.first(command));
    key.map_or_else(|| "choose a label beside them".to_owned(), |key| format!("press {key}"))
}

/// The commands that mark.
const MARKING: [Command; 4] = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];
