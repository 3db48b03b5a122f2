//! The head of the list: how many marks of each label there are, and which of them are shown.

use bluepencil::annotation::BUILT_IN;
use bluepencil::session::COMMANDS;

use super::desk::{Desk, Shown};
use super::element::{Content, IntoContent as _, action, element};
use super::inspector::field_id;
use super::rail::Rail;
use super::reactive::{keep, maybe, present, text};
use crate::browser::dom;

/// The labels with their keys and counts, each a switch; and the fields of the filter, once they are asked for.
pub fn filters(desk: Desk) -> Content {
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
        let of =
            |rail: &Rail| (rail.document.as_ref().map_or(0, |shown| shown.0.entries().len()), rail.listing.passing);
        let (count, passing) = desk.rail.with(of);
        match passing {
            Some(passing) => format!("Showing {passing} of {count}"),
            None => format!("Showing all {count}"),
        }
    };
    let input = element(
        "input",
        &[
            ("type", "text"),
            ("dir", "auto"),
            ("autocomplete", "off"),
            ("placeholder", "Words in marks and notes"),
            ("data-field", "filter"),
        ],
    );
    let fields = element("div", &[("class", "panel-line")])
        .live("hidden", present(closed))
        .child(element("label", &[("class", "out-of-sight")]).with("for", field.clone()).child("Filter"))
        .child(input.with("id", field))
        .child(switch(desk, "Has note", "filter-noted"))
        .child(switch(desk, "Flagged", "filter-flagged"));
    let showing = element("p", &[("class", "panel-line showing")])
        .live("hidden", present(shows_all))
        .child(element("span", &[("class", "count"), ("aria-live", "polite")]).child(text(showing)))
        .child(action("show-all", "Show all"));
    vec![labels(desk), fields.into_content(), showing.into_content()].into_content()
}

fn switch(desk: Desk, name: &'static str, does: &'static str) -> Content {
    let pressed = move || {
        desk.listing.with(|listing| {
            let filter = &listing.filter;
            Some(if does == "filter-noted" { filter.noted } else { filter.flagged }.to_string())
        })
    };
    element("button", &[("type", "button"), ("class", "command switch")])
        .live("aria-pressed", maybe(pressed))
        .with("data-does", does)
        .child(name)
        .into_content()
}

/// How many annotations of each label there are, with the keys that make them: what they mean is always in view.
fn labels(desk: Desk) -> Content {
    let labels = BUILT_IN.map(|known| {
        let mut counted: Option<(Shown, usize)> = None;
        let count = move || {
            // All marks are counted anew only when there are others, not whenever another is in focus or the filter changes.
            desk.rail.with(|rail| {
                let of_label =
                    |shown: &Shown| shown.0.annotations().filter(|one| one.label.name() == known.name).count();
                counted = rail.document.as_ref().map(|shown| match counted.take() {
                    Some((before, count)) if before == *shown => (before, count),
                    _ => (shown.clone(), of_label(shown)),
                });
            });
            counted.as_ref().map_or(0, |(_, count)| *count).to_string()
        };
        let command = COMMANDS.iter().map(|row| row.command).find(|command| command.marks() == Some(known.label()));
        let pressed =
            move || desk.listing.with(|listing| Some(listing.filter.labels.contains(&known.label()).to_string()));
        let key = text(move || command.map(|command| desk.key_of(command)).unwrap_or_default());
        let chip = element("button", &[("type", "button"), ("class", "chip"), ("data-does", "filter-label")])
            .live("aria-pressed", maybe(pressed))
            .with("data-of", known.name)
            .child(element("kbd", &[]).child(key))
            .child(element("span", &[("class", "swatch")]).with("data-label", known.name).child(known.name))
            .child(element("span", &[("class", "count")]).child(text(count)));
        element("li", &[]).child(chip).into_content()
    });
    element("ul", &[("class", "counts"), ("aria-label", "Labels and their keys")])
        .child(Vec::from(labels))
        .into_content()
}
