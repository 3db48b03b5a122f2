//! Every command, searchable.

use bluepencil::session::{COMMANDS, Command, Context, DraftEvent, Event, Row};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::app::components::{DialogFrame, Field};
use crate::app::dispatch::{Dispatch, use_dispatch};
use crate::app::state::keymap::use_keymap;
use crate::app::state::session::use_session;
use crate::browser::{dom, keyboard};

/// The palette in its dialog: type some letters, choose with the arrows, `Enter` runs.
#[component]
pub fn Palette() -> impl IntoView {
    let dispatch = use_dispatch();
    // What was typed and not run stands there again, to be typed over.
    let before = use_session().read_untracked(|session| session.palette_words().to_owned());
    let (query, chosen) = (RwSignal::new(before), RwSignal::new(0));
    let input = NodeRef::<html::Input>::new();
    // As soon as the dialog is open, and never in a later frame: letters that are typed until then would be selected, and typed
    // over. What is selected must stand there before.
    let select = move || {
        if let Some(input) = input.get_untracked() {
            dom::set_value(&input, &query.get_untracked());
            dom::select_content(&input);
        }
    };
    let found = Memo::new(move |_| query.with(|query| matching(query)));
    let type_in = move |event| {
        query.set(event_target_value(&event));
        chosen.set(0);
        dispatch.send(Event::Draft(DraftEvent::Palette(query.get_untracked())));
    };
    let press = move |event: KeyboardEvent| {
        let Some(chord) = keyboard::chord(&event) else { return };
        let found = found.get_untracked();
        let count = found.len().max(1);
        match chord.key.as_str() {
            "ArrowDown" => chosen.update(|chosen| *chosen = (*chosen + 1) % count),
            "ArrowUp" => chosen.update(|chosen| *chosen = (*chosen + count - 1) % count),
            "Enter" => found.get(chosen.get_untracked()).into_iter().for_each(|command| run(dispatch, *command)),
            _ => return,
        }
        event.prevent_default();
    };
    let count = move || match found.with(Vec::len) {
        0 => "No command fits. Try fewer letters.".to_owned(),
        1 => "1 command".to_owned(),
        count => format!("{count} commands"),
    };
    view! {
        <DialogFrame title="Commands" on_open=select>
            <Field id="palette-query" name="Search commands">
                <input
                    node_ref=input
                    id="palette-query"
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-activedescendant=move || option_id(chosen.get())
                    autocomplete="off"
                    autofocus
                    prop:value=query
                    on:input=type_in
                    on:keydown=press
                />
            </Field>
            // It takes the focus where one clicks beside the options; the keys go on acting.
            <ul
                id="palette-list"
                class="palette"
                role="listbox"
                aria-label="Commands"
                tabindex="-1"
                on:keydown=press
            >
                <ForEnumerate
                    each=move || found.get().into_iter().filter_map(Command::row)
                    key=|row| row.command
                    children=move |place, row| view! { <PaletteOption row place chosen /> }
                />
            </ul>
            <p class="help" aria-live="polite">
                {count}
            </p>
        </DialogFrame>
    }
}

/// A command that can be chosen.
#[component]
fn PaletteOption(
    /// The command.
    row: &'static Row,
    /// Its place among those that fit, from 0.
    #[prop(into)]
    place: Signal<usize>,
    /// The place of the one that is chosen.
    #[prop(into)]
    chosen: Signal<usize>,
) -> impl IntoView {
    let (dispatch, keymap) = (use_dispatch(), use_keymap());
    let option = NodeRef::<html::Li>::new();
    let is_chosen = move || chosen.get() == place.get();
    Effect::new(move |_| {
        if let Some(option) = option.get().filter(|_| is_chosen()) {
            dom::scroll_into_view(&option);
        }
    });
    let key = move || Some(keymap.of(row.command)).filter(|key| !key.is_empty());
    view! {
        <li
            node_ref=option
            id=move || option_id(place.get())
            role="option"
            aria-selected=move || is_chosen().to_string()
            data-command=row.name
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| run(dispatch, row.command)
        >
            <span class="palette-name">{row.name}</span>
            <span class="palette-help">{row.help}</span>
            {move || key().map(|key| view! { <kbd>{key}</kbd> })}
        </li>
    }
}

/// The commands whose name or help holds every word that was typed.
fn matching(query: &str) -> Vec<Command> {
    let query = query.to_ascii_lowercase();
    let fits = |row: &&Row| {
        let words = format!("{} {}", row.name, row.help).to_ascii_lowercase();
        query.split_ascii_whitespace().all(|word| words.contains(word))
    };
    // These move a caret or a boundary that the palette has taken away, or say by their key which label; they are keys and
    // nothing else.
    let only_keys =
        [Command::MoveCaret, Command::ExtendSelection, Command::MarkNumbered(1), Command::Commands, Command::Leave];
    let runs = |row: &&Row| !only_keys.contains(&row.command) && row.context != Context::Boundaries;
    COMMANDS.iter().filter(runs).filter(fits).map(|row| row.command).collect()
}

fn option_id(place: usize) -> String {
    format!("palette-option-{place}")
}

/// Closes the palette and runs a command where the user stood before.
fn run(dispatch: Dispatch, command: Command) {
    dispatch.send(Event::Draft(DraftEvent::Palette(String::new())));
    dispatch.send(Event::DialogClosed);
    // The focus is given back with the next frame; only then is the command at its place.
    request_animation_frame(move || request_animation_frame(move || dispatch.command(command)));
}
