//! The head of the list: how many marks of each label there are, and which of them are shown.

use bluepencil::annotation::BUILT_IN;
use bluepencil::session::COMMANDS;
use leptos::prelude::*;

use super::desk::{Desk, Shown};
use super::inspector::field_id;
use super::reactive::{keep, maybe, present, text};
use crate::browser::dom;

/// The labels with their keys and counts, each a switch; and the fields of the filter, once they are asked for.
pub fn filters(desk: Desk) -> AnyView {
    let field = field_id("Filter");
    keep(move || {
        let words = desk.listing.with(|listing| listing.filter.words.clone());
        dom::after_update(move || dom::set_value(&field_id("Filter"), &words));
    });
    let closed = move || desk.listing.with(|listing| !listing.filter.open);
    let shows_all = move || desk.listing.with(|listing| !listing.filter.open && !listing.filter.is_active());
    // While nothing is filtered there is nothing to say, to a screen reader neither.
    let showing = move || {
        if shows_all() {
            return String::new();
        }
        let count = desk.document.with(|shown| shown.as_ref().map_or(0, |shown| shown.0.entries().len()));
        match desk.listing.with(|listing| listing.passing) {
            Some(passing) => format!("Showing {passing} of {count}"),
            None => format!("Showing all {count}"),
        }
    };
    view! {
        {labels(desk)}
        <div class="panel-line" hidden=present(closed)>
            <label class="out-of-sight" for=field.clone()>"Filter"</label>
            <input id=field type="text" dir="auto" autocomplete="off" placeholder="Words in marks and notes" data-field="filter" />
            {switch(desk, "Has note", "filter-noted")}
            {switch(desk, "Flagged", "filter-flagged")}
        </div>
        <p class="panel-line showing" hidden=present(shows_all)>
            <span class="count" aria-live="polite">{text(showing)}</span>
            <button type="button" class="command" data-does="show-all">"Show all"</button>
        </p>
    }
    .into_any()
}

fn switch(desk: Desk, name: &'static str, does: &'static str) -> AnyView {
    let pressed = move || {
        desk.listing.with(|listing| {
            let filter = &listing.filter;
            Some(if does == "filter-noted" { filter.noted } else { filter.flagged }.to_string())
        })
    };
    view! { <button type="button" class="command switch" aria-pressed=maybe(pressed) data-does=does>{name}</button> }
        .into_any()
}

/// How many annotations of each label there are, with the keys that make them: what they mean is always in view.
fn labels(desk: Desk) -> AnyView {
    let labels = BUILT_IN.map(|known| {
        let count = move || {
            desk.document.with(|shown| {
                let of_label =
                    |shown: &Shown| shown.0.annotations().filter(|one| one.label.name() == known.name).count();
                shown.as_ref().map_or(0, of_label).to_string()
            })
        };
        let command = COMMANDS.iter().map(|row| row.command).find(|command| command.marks() == Some(known.label()));
        let pressed = move || {
            desk.listing.with(|listing| Some(listing.filter.labels.contains(&known.label()).to_string()))
        };
        view! {
            <li>
                <button type="button" class="chip" aria-pressed=maybe(pressed) data-does="filter-label" data-of=known.name>
                    <kbd>{text(move || command.map(|command| desk.key_of(command)).unwrap_or_default())}</kbd>
                    <span class="swatch" data-label=known.name>{known.name}</span>
                    <span class="count">{text(count)}</span>
                </button>
            </li>
        }
        .into_any()
    });
    view! { <ul class="counts" aria-label="Labels and their keys">{Vec::from(labels)}</ul> }.into_any()
}
