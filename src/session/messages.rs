//! Messages that several features use, with the current key bindings.

use super::command::Command;
use super::keymap::KeyMap;

/// Alert: the command needs an open article.
pub(super) const NO_ARTICLE: &str = "No article is open. Open one from the library, or make a new one.";
/// Alert: the transaction does not apply to the current document.
pub(super) const STALE: &str =
    "This annotation has changed meanwhile, so nothing was done. Look at it once more and try again.";
/// The maximal length of a title in a message, in characters.
pub(super) const MAX_TITLE: usize = 60;
/// The maximal length of a mark's words in a message, in characters.
pub(super) const MAX_QUOTED: usize = 60;

/// Alert: a file was refused for this reason.
pub(super) fn not_imported(name: &str, reason: &str) -> String {
    let reason = reason.trim_end_matches('.');
    format!("{name} was not imported: {reason}. Nothing was changed.")
}

/// Alert: the command needs an annotation in focus.
pub(super) fn no_focus(keys: &KeyMap) -> String {
    match keys.first(Command::NextAnnotation) {
        Some(key) => format!("No annotation is in focus. Click a mark, or press {key} to go to the next one."),
        None => "No annotation is in focus. Click a mark, or choose one in the list.".to_owned(),
    }
}

/// The announcement at the first visit: privacy, and how to begin.
pub(super) fn welcome(keys: &KeyMap) -> String {
    let keys = MARKING.map(|command| keys.first(command));
    match keys {
        [Some(quote), Some(claim), Some(caption), Some(credit)] => format!(
            "Nothing leaves this browser. To mark something, select words in the article and press {quote} for quote, {claim} for claim, {caption} for caption or {credit} for credit."
        ),
        _ => "Nothing leaves this browser. To mark something, select words in the article and choose a label beside them."
            .to_owned(),
    }
}

/// Alert: the article has no annotations.
pub(super) fn nothing_marked(keys: &KeyMap) -> String {
    match MARKING.map(|command| keys.first(command)) {
        [Some(quote), Some(claim), Some(caption), Some(credit)] => {
            format!("Nothing is marked yet. Select some words, then press {quote}, {claim}, {caption} or {credit}.")
        }
        _ => "Nothing is marked yet. Select some words, then choose a label beside them.".to_owned(),
    }
}

/// How to mark a selection with a label, inside a sentence: “press Q”.
pub(super) fn how_to_mark(command: Option<Command>, keys: &KeyMap) -> String {
    let key = command.and_then(|command| keys.first(command));
    key.map_or_else(|| "choose a label beside them".to_owned(), |key| format!("press {key}"))
}

/// The commands that mark.
const MARKING: [Command; 4] = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];
