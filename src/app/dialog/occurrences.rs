//! The dialog that annotates every occurrence of some words.

use bluepencil::annotation::BUILT_IN;
use bluepencil::session::{Occurrence, Occurrences};
use leptos::prelude::*;

use super::{choice, field};
use crate::app::desk::{Desk, Same};
use crate::app::reactive::{maybe, part, text};
use crate::app::search::check;
use crate::browser::dom;

/// How many occurrences are listed; what is done to all is done to those beyond too.
const LISTED: usize = 500;

/// What to look for, where, what was found with a tick for each, and the button that marks them.
pub fn occurrences(desk: Desk) -> AnyView {
    let begin = desk.occurrences.get_untracked();
    let label = begin.as_ref().map(|Same(known)| known.label.clone());
    let words = begin.map(|Same(known)| known.words.clone()).unwrap_or_default();
    dom::after_update(move || {
        dom::set_value("all-words", &words);
        dom::set_checked("all-whole-words", true);
    });
    let own = label.clone().filter(|own| own.built_in().is_none());
    let own = own.map(|own| {
        view! { <option value=own.name().to_owned() selected>{own.title().into_owned()}</option> }.into_any()
    });
    let labels = BUILT_IN.map(|known| choice(known.name, known.title, label.as_ref() == Some(&known.label())));
    let labels = view! { <select id="all-label" data-field="all-label">{Vec::from(labels)}{own}</select> }.into_any();
    let words =
        view! { <input id="all-words" type="text" dir="auto" autocomplete="off" data-field="all-words" /> }.into_any();
    let told = move || desk.occurrences.with(|known| known.as_ref().map(|known| known.0.told()).unwrap_or_default());
    let ticked = move || desk.occurrences.with(|known| known.as_ref().map_or(0, |known| known.0.ticked().0));
    let list = move || {
        desk.occurrences_listed.track();
        desk.occurrences.with_untracked(|known| known.as_ref().map(|known| list(&known.0))).into_any()
    };
    view! {
        <div class="pair">
            {field("all-words", "Words", words, "")}
            {field("all-label", "Label", labels, "")}
        </div>
        <div class="panel-line">
            {check("all-case", "Match case")}
            {check("all-whole-words", "Whole words")}
        </div>
        <fieldset class="panel-line plain">
            <legend class="out-of-sight">"Where"</legend>
            <label class="check"><input type="radio" name="all-where" data-field="all-here" checked />"In this article"</label>
            <label class="check"><input type="radio" name="all-where" data-field="all-everywhere" />"In all articles"</label>
        </fieldset>
        <div class="panel-line">
            <span class="grows" aria-live="polite">{text(told)}</span>
            <button type="button" class="command" data-does="tick-all">"Tick all"</button>
            <button type="button" class="command" data-does="tick-none">"Tick none"</button>
        </div>
        {part(list)}
        <p class="help">"Undo takes all of it back in one step, in every article, for as long as this article stays open."</p>
        <p class="field-actions">
            <button
                type="button"
                class="command main"
                data-does="annotate"
                aria-disabled=maybe(move || (ticked() == 0).then(|| "true".to_owned()))
            >
                {text(move || format!("Annotate {}", ticked()))}
            </button>
            <button type="button" class="command" data-does="close">"Cancel"</button>
        </p>
        <p class="refused">{text(move || desk.alert.get())}</p>
    }
    .into_any()
}

fn list(known: &Occurrences) -> AnyView {
    let rows = known.found.iter().take(LISTED).enumerate();
    let rows: Vec<AnyView> = rows.map(|(number, one)| row(known, number, *one)).collect();
    let beyond = known.found.len().saturating_sub(LISTED);
    let beyond = (beyond > 0).then(|| {
        let words =
            format!("The first {LISTED} are listed. “Tick all” and “Tick none” go for the {beyond} others too.");
        view! { <p class="help">{words}</p> }.into_any()
    });
    view! { <ul class="ticks" aria-label="Occurrences" tabindex="0">{rows}</ul>{beyond} }.into_any()
}

fn row(known: &Occurrences, number: usize, one: Occurrence) -> AnyView {
    let [before, words, after] = known.words_of(one);
    let title = known.title(one).map(|title| view! { <span class="help title">{title.to_owned()}</span> }.into_any());
    let words = view! { <span dir="auto">{before}<strong>{words}</strong>{after}</span> }.into_any();
    if one.marked {
        let already = format!("{} already", known.label.title());
        return view! { <li class="tick"><span class="already">{already}</span>{words}{title}</li> }.into_any();
    }
    let checked = one.ticked.then(String::new);
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" data-field="tick" data-of=number.to_string() checked=checked />
                {words}{title}
            </label>
        </li>
    }
    .into_any()
}
