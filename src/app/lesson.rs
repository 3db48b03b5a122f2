//! The first steps: a small list in the rail that ticks what the person has done on the sample article.

use bluepencil::session::Command;

use super::desk::Desk;
use super::element::{Content, IntoContent as _, action, element, plain};
use super::reactive::{Maybe, maybe, present, text};

/// The first steps, on the page while they go on. They take no focus and stand beside the text, never over it.
pub fn lesson(desk: Desk) -> Content {
    let done = move || desk.lesson.get().map_or(0, |lesson| lesson.done());
    // Before the key, the command that has it, behind it; and what is said where it has none.
    let steps = [
        ("Double-click a word, or press ", Command::SelectQuotation, " to select a quotation.", "Double-click a word."),
        (
            "Press ",
            Command::MarkQuote,
            ": the words are marked as a quote.",
            "Press “quote” in the bar beside the words.",
        ),
        ("Press ", Command::Undo, ": the mark is taken back.", "Press “↶” at the top: the mark is taken back."),
    ];
    let steps = steps.into_iter().enumerate().map(|(place, (before, command, behind, without))| {
        let has_key = move || !desk.key_of(command).is_empty();
        let before = move || if has_key() { before } else { without }.to_owned();
        let behind = move || if has_key() { behind } else { "" }.to_owned();
        let current: Maybe = maybe(move || (done() == place).then(|| "step".to_owned()));
        let ticked = move || if done() > place { "Done: " } else { "" }.to_owned();
        let words = element("span", &[])
            .child(element("span", &[("class", "out-of-sight")]).child(text(ticked)))
            .child(text(before))
            .child(element("kbd", &[]).child(text(move || desk.key_of(command))))
            .child(text(behind));
        element("li", &[("class", "step")])
            .live("aria-current", current)
            .live("data-done", present(move || done() > place))
            .child(words)
            .into_content()
    });
    let steps: Vec<Content> = steps.collect();
    let told = move || match done() {
        0 => String::new(),
        count => format!("First steps: {count} of 3 done."),
    };
    let head = element("div", &[("class", "lesson-head")])
        .child(plain("h3", "First steps"))
        .child(action("skip-lesson", "Skip").with("aria-label", "Skip the first steps"));
    element("section", &[("class", "lesson"), ("aria-label", "First steps")])
        .live("hidden", present(move || desk.lesson.with(Option::is_none)))
        .child(head)
        .child(element("ol", &[]).child(steps))
        .child(element("p", &[("class", "out-of-sight"), ("aria-live", "polite")]).child(text(told)))
        .into_content()
}
