//! The dialog that annotates every occurrence of some words.

use bluepencil::annotation::BUILT_IN;
use bluepencil::session::{Occurrence, Occurrences};
use bluepencil::text::visible;

use super::super::element::{Content, IntoContent as _};
use super::{choice, field, main_action};
use crate::app::desk::{Desk, Same};
use crate::app::element::{action, element, help};
use crate::app::reactive::{maybe, part, text};
use crate::app::search::check;
use crate::browser::dom;

/// How many occurrences are listed; what is done to all is done to those beyond too.
const LISTED: usize = 500;

/// What to look for, where, what was found with a tick for each, and the button that marks them.
pub fn occurrences(desk: Desk) -> Content {
    let begin = desk.occurrences.get_untracked();
    let label = begin.as_ref().map(|Same(known)| known.label.clone());
    let words = begin.map(|Same(known)| known.words.clone()).unwrap_or_default();
    dom::after_update(move || {
        dom::set_value("all-words", &words);
        dom::set_checked("all-whole-words", true);
    });
    let own = label.clone().filter(|own| own.built_in().is_none());
    let own = own.map(|own| {
        let option = element("option", &[("selected", "")]).with("value", own.name().to_owned());
        option.child(own.title().into_owned()).into_content()
    });
    let labels = BUILT_IN.map(|known| choice(known.name, known.title, label.as_ref() == Some(&known.label())));
    let labels =
        element("select", &[("id", "all-label"), ("data-field", "all-label")]).child(Vec::from(labels)).child(own);
    let words = element(
        "input",
        &[("id", "all-words"), ("type", "text"), ("dir", "auto"), ("autocomplete", "off"), ("data-field", "all-words")],
    );
    let told = move || desk.occurrences.with(|known| known.as_ref().map(|known| known.0.told()).unwrap_or_default());
    let ticked = move || desk.occurrences.with(|known| known.as_ref().map_or(0, |known| known.0.ticked().0));
    let list = move || {
        desk.occurrences_listed.track();
        desk.occurrences.with_untracked(|known| known.as_ref().map(|known| list(&known.0))).into_content()
    };
    let pair = element("div", &[("class", "pair")]).child(field("all-words", "Words", words, "")).child(field(
        "all-label",
        "Label",
        labels,
        "",
    ));
    let how = element("div", &[("class", "panel-line")])
        .child(check("all-case", "Match case"))
        .child(check("all-whole-words", "Whole words"));
    let here =
        element("input", &[("type", "radio"), ("name", "all-where"), ("data-field", "all-here"), ("checked", "")]);
    let everywhere = element("input", &[("type", "radio"), ("name", "all-where"), ("data-field", "all-everywhere")]);
    let place = element("fieldset", &[("class", "panel-line plain")])
        .child(element("legend", &[("class", "out-of-sight")]).child("Where"))
        .child(element("label", &[("class", "check")]).child(here).child("In this article"))
        .child(element("label", &[("class", "check")]).child(everywhere).child("In all articles"));
    let ticks = element("div", &[("class", "panel-line")])
        .child(element("span", &[("class", "grows"), ("aria-live", "polite")]).child(text(told)))
        .child(action("tick-all", "Tick all"))
        .child(action("tick-none", "Tick none"));
    let annotate = main_action("annotate")
        .live("aria-disabled", maybe(move || (ticked() == 0).then(|| "true".to_owned())))
        .child(text(move || format!("Annotate {}", ticked())));
    let buttons = element("p", &[("class", "field-actions")]).child(annotate).child(action("close", "Cancel"));
    let undone = "Undo takes all of it back in one step, in every article, for as long as this article stays open.";
    vec![
        pair.into_content(),
        how.into_content(),
        place.into_content(),
        ticks.into_content(),
        part(list).into_content(),
        help("p", undone).into_content(),
        buttons.into_content(),
        element("p", &[("class", "refused")]).child(text(move || desk.alert.get())).into_content(),
    ]
    .into_content()
}

fn list(known: &Occurrences) -> Content {
    let rows = known.found.iter().take(LISTED).enumerate();
    let rows: Vec<Content> = rows.map(|(number, one)| row(known, number, *one)).collect();
    let beyond = known.found.len().saturating_sub(LISTED);
    let beyond = (beyond > 0).then(|| {
        let words =
            format!("The first {LISTED} are listed. “Tick all” and “Tick none” go for the {beyond} others too.");
        help("p", words).into_content()
    });
    let list = element("ul", &[("class", "ticks"), ("aria-label", "Occurrences"), ("tabindex", "0")]).child(rows);
    vec![list.into_content(), beyond.into_content()].into_content()
}

fn row(known: &Occurrences, number: usize, one: Occurrence) -> Content {
    let [before, words, after] = known.words_of(one);
    let title = known.title(one).map(|title| {
        let title = visible(title).into_owned();
        element("span", &[("class", "help title"), ("dir", "auto")]).child(title).into_content()
    });
    let words =
        element("span", &[("dir", "auto")]).child(before).child(element("strong", &[]).child(words)).child(after);
    if one.marked {
        let already = format!("{} already", known.label.title());
        let already = element("span", &[("class", "already")]).child(already);
        return element("li", &[("class", "tick")]).child(already).child(words).child(title).into_content();
    }
    let tick = element("input", &[("type", "checkbox"), ("data-field", "tick")])
        .with("data-of", number.to_string())
        .with_some("checked", one.ticked.then_some(""));
    let tick = element("label", &[("class", "tick")]).child(tick).child(words).child(title);
    element("li", &[]).child(tick).into_content()
}
