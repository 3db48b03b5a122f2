//! The rail beside the article: every annotation in reading order, the fields of the one in focus opened in place; and what
//! finds, counts and changes them.

mod filters;
mod first_steps;
mod inspector;
mod lifetime_warning;
mod list;
mod matches;
mod on_page;
mod place;
mod row;
mod search;
mod selection_bar;
mod window;

use bluepencil::session::{Command, Session};
use leptos::prelude::*;

use self::filters::Filters;
use self::first_steps::FirstSteps;
use self::lifetime_warning::LifetimeWarning;
use self::list::List;
use self::search::SearchPanel;
use self::selection_bar::SelectionBar;
use crate::app::components::CommandButton;
use crate::app::state::keymap::use_keymap;
use crate::app::state::rail::use_rail;
use crate::app::state::session::use_session;

/// The rail. On a narrow screen it is a sheet at the foot, which its title opens and closes.
#[component]
pub fn Rail() -> impl IntoView {
    let rail = use_rail();
    let toggle = move |_| rail.closed.update(|closed| *closed = !*closed);
    view! {
        <section class="rail" aria-label="Marks" data-closed=move || rail.closed.get()>
            <div class="rail-head">
                <div class="rail-title">
                    <h2>
                        <button
                            type="button"
                            class="rail-toggle"
                            aria-expanded=move || (!rail.closed.get()).to_string()
                            on:click=toggle
                        >
                            "Marks"
                        </button>
                    </h2>
                    <span class="group">
                        <CommandButton command=Command::Search />
                        <CommandButton command=Command::Filter />
                    </span>
                </div>
                <Filters />
            </div>
            <FirstSteps />
            <LifetimeWarning />
            <SearchPanel />
            <SelectionBar />
            <Hint />
            <List />
        </section>
    }
}

/// What to do while nothing is marked yet; the first steps say more.
#[component]
fn Hint() -> impl IntoView {
    let (rail, keymap) = (use_rail(), use_keymap());
    let onboarding = use_session().slice(Session::onboarding);
    let opening = use_session().slice(Session::is_opening);
    let has_marks =
        move || rail.shown.with(|shown| shown.document.as_ref().is_some_and(|document| !document.entries().is_empty()));
    view! {
        <p class="hint" hidden=move || !opening.get()>
            "The marks of this article are being read…"
        </p>
        <p class="hint" hidden=move || opening.get() || has_marks() || onboarding.with(Option::is_some)>
            "Nothing is marked yet. Select some words in the article, then press "
            <kbd>{move || keymap.of(Command::MarkQuote)}</kbd>
            " for a quote."
        </p>
    }
}
