//! The first steps: a small list in the rail that ticks what the person has done on the sample article.

use bluepencil::session::{Command, Event, Onboarding, OnboardingEvent, Session};
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::app::state::article_view::use_article_view;
use crate::app::state::keymap::use_keymap;
use crate::app::state::session::use_session;

/// The first steps, on the page while they go on. They take no focus and stand beside the text, never over it.
#[component]
pub fn FirstSteps() -> impl IntoView {
    let (dispatch, article) = (use_dispatch(), use_article_view());
    let onboarding = use_session().slice(Session::onboarding);
    let done = Memo::new(move |_| onboarding.get().map_or(0, Onboarding::done));
    let message = move || match done.get() {
        0 => String::new(),
        count => format!("First steps: {count} of 3 done."),
    };
    let skip = move |_| {
        dispatch.send(Event::Onboarding(OnboardingEvent::Skipped));
        article.focus();
    };
    view! {
        <section class="lesson" aria-label="First steps" hidden=move || onboarding.get().is_none()>
            <div class="lesson-head">
                <h3>"First steps"</h3>
                <button type="button" class="command" aria-label="Skip the first steps" on:click=skip>
                    "Skip"
                </button>
            </div>
            <ol>
                <Step
                    place=0
                    done
                    command=Command::SelectQuotation
                    before="Double-click a word, or press "
                    behind=" to select a quotation."
                    without="Double-click a word."
                />
                <Step
                    place=1
                    done
                    command=Command::MarkQuote
                    before="Press "
                    behind=": the words are marked as a quote."
                    without="Press “quote” in the bar beside the words."
                />
                <Step
                    place=2
                    done
                    command=Command::Undo
                    before="Press "
                    behind=": the mark is taken back."
                    without="Press “↶” at the top: the mark is taken back."
                />
            </ol>
            <p class="out-of-sight" aria-live="polite">
                {message}
            </p>
        </section>
    }
}

/// One step.
#[component]
fn Step(
    /// Its place among the steps, from 0.
    place: usize,
    /// How many steps are done.
    done: Memo<usize>,
    /// The command whose key it teaches.
    command: Command,
    /// What is said before the key.
    before: &'static str,
    /// What is said behind it.
    behind: &'static str,
    /// What is said where the command has no key.
    without: &'static str,
) -> impl IntoView {
    let keymap = use_keymap();
    let key = Memo::new(move |_| keymap.of(command));
    let has_key = move || key.with(|key| !key.is_empty());
    let is_done = move || done.get() > place;
    view! {
        <li class="step" aria-current=move || (done.get() == place).then_some("step") data-done=is_done>
            <span>
                <span class="out-of-sight">{move || if is_done() { "Done: " } else { "" }}</span>
                {move || if has_key() { before } else { without }}
                <kbd>{key}</kbd>
                {move || if has_key() { behind } else { "" }}
            </span>
        </li>
    }
}
