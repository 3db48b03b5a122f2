//! The first steps: a small list in the rail that ticks what the person has done on the sample article.

use bluepencil::session::Command;
use leptos::prelude::*;

use super::desk::Desk;
use super::reactive::{Maybe, maybe, present, text};

/// The first steps, on the page while they go on. They take no focus and stand beside the text, never over it.
pub fn lesson(desk: Desk) -> AnyView {
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
        view! {
            <li class="step" aria-current=current data-done=present(move || done() > place)>
                <span>
                    <span class="out-of-sight">{text(ticked)}</span>
                    {text(before)}<kbd>{text(move || desk.key_of(command))}</kbd>{text(behind)}
                </span>
            </li>
        }
        .into_any()
    });
    let steps: Vec<AnyView> = steps.collect();
    let told = move || match done() {
        0 => String::new(),
        count => format!("First steps: {count} of 3 done."),
    };
    view! {
        <section class="lesson" aria-label="First steps" hidden=present(move || desk.lesson.with(Option::is_none))>
            <div class="lesson-head">
                <h3>"First steps"</h3>
                <button type="button" class="command" aria-label="Skip the first steps" data-does="skip-lesson">"Skip"</button>
            </div>
            <ol>{steps}</ol>
            <p class="out-of-sight" aria-live="polite">{text(told)}</p>
        </section>
    }
    .into_any()
}
