//! Another program, such as a translator or an extension, has changed the words of the article on the page.

use super::command::{Command, Context};
use super::effect::{Effect, alone, refuse};
use super::state::Session;

/// Status: the words were put back.
const RESTORED: &str = "Another program, such as a translator or an extension of this browser, changed the words on the page. They are the article’s own again; your marks are as they were.";
/// Alert: the words are not the article's, and stay so.
const ALTERED: &str = "Another program in this browser keeps changing the words on the page, so nothing can be marked in them. Your marks are safe. Switch the translation or the extension off for this page, and load it again.";

impl Session {
    /// Says that the words on the page were changed, and remembers it where they were not put back.
    pub(super) fn text_altered(&mut self, restored: bool) -> Vec<Effect> {
        if restored {
            return alone(Effect::Tell(RESTORED.to_owned(), None));
        }
        if let Some(open) = &mut self.open {
            open.altered = true;
        }
        refuse(ALTERED)
    }

    /// The refusal of a command that means the words on the page, while these are not the article's.
    pub(super) fn refusal_of_altered_text(&self, command: Command) -> Option<Vec<Effect>> {
        let altered = self.open.as_ref().is_some_and(|open| open.altered);
        let means_words = command.row().is_some_and(|row| row.context == Context::Article);
        let changes_words = matches!(command, Command::Boundaries | Command::SplitAtCaret | Command::RemoveSegment);
        (altered && (means_words || changes_words)).then(|| refuse(ALTERED))
    }
}
