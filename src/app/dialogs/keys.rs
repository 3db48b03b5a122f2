//! The keys of all commands, to be changed: press `Change`, then the new key.

use bluepencil::session::{
    COMMANDS, Command, Context, Event, KeyBindingEvent, KeyConflict, Row, Session, has_fixed_keys, is_modifier, shown,
};
use leptos::prelude::*;
use leptos::{ev, html};
use leptos_use_document::use_document as use_page;
use leptos_use_event_listener::{UseEventListenerOptions, use_event_listener_with_options};

use super::keyboard_help::{OneKey, abridged};
use crate::app::dispatch::use_dispatch;
use crate::app::state::keymap::use_keymap;
use crate::app::state::notices::use_notices;
use crate::app::state::session::use_session;
use crate::browser::{dom, keyboard as pressed};

/// The command whose new key is awaited: the next one that is pressed.
type Awaited = RwSignal<Option<Command>>;

/// Every command by where it acts, with its keys and a button that changes them.
#[component]
pub fn Keys() -> impl IntoView {
    let awaited = Awaited::new(None);
    let conflict = use_session().slice(|session: &Session| session.key_conflict().cloned());
    let message = use_notices().said_since_now();
    take_next_key(awaited);
    let said = move || match awaited.get() {
        Some(command) => format!("Press the new key of “{}”. Esc cancels.", command.name()),
        None => message.get(),
    };
    view! {
        <p>
            "Press " <em>"Change"</em> ", then the key you want, with " <kbd>"Ctrl"</kbd> " or " <kbd>"Shift"</kbd>
            " if you like. " <kbd>"Esc"</kbd> " cancels. Keys with " <kbd>"Ctrl"</kbd>
            " act everywhere, all others while the article or the list has the focus. The arrows, Home, End and Esc stay as they are."
        </p>
        <SingleLetters />
        <AllKeys awaited />
        <div class="own-keys-list">
            {Context::ORDER.map(|context| view! { <Group context awaited conflict /> }).collect_view()}
        </div>
        <div class="key-answer">
            <p class="key-said" aria-live="polite">
                {said}
            </p>
            {move || conflict.get().map(|conflict| view! { <Question conflict awaited /> })}
        </div>
    }
}

/// While a key is awaited, the next one that is pressed anywhere is taken before anything else on the page sees it.
fn take_next_key(awaited: Awaited) {
    let dispatch = use_dispatch();
    let capture = UseEventListenerOptions::default().capture(true);
    let press = move |event: ev::KeyboardEvent| {
        let Some(command) = awaited.get_untracked() else { return };
        event.prevent_default();
        event.stop_propagation();
        let chord = pressed::chord_to_assign(&event).filter(|chord| !event.repeat() && !is_modifier(&chord.key));
        let Some(chord) = chord else { return };
        awaited.set(None);
        let cancels = chord.key == "Escape";
        dispatch.send(Event::KeyBindings(if cancels {
            KeyBindingEvent::Cancel
        } else {
            KeyBindingEvent::Assign(command, chord)
        }));
    };
    // A modifier that is let go without another key is none; the session says so.
    let lift = move |event: ev::KeyboardEvent| {
        let Some(command) = awaited.get_untracked() else { return };
        if let Some(chord) = pressed::chord(&event).filter(|chord| is_modifier(&chord.key)) {
            awaited.set(None);
            dispatch.send(Event::KeyBindings(KeyBindingEvent::Assign(command, chord)));
        }
    };
    let _ = use_event_listener_with_options(use_page(), ev::keydown, press, capture);
    let _ = use_event_listener_with_options(use_page(), ev::keyup, lift, capture);
}

/// The switch for keys without `Ctrl`.
#[component]
fn SingleLetters() -> impl IntoView {
    let (dispatch, keymap) = (use_dispatch(), use_keymap());
    view! {
        <label class="choice" for="keys-single-letters">
            <input
                id="keys-single-letters"
                type="checkbox"
                prop:checked=move || keymap.with(|keys| !keys.single_letters_off())
                on:change=move |event| {
                    dispatch.send(Event::KeyBindings(KeyBindingEvent::SingleLetters(event_target_checked(&event))));
                }
            />
            "Letters, digits and signs are keys without Ctrl"
        </label>
    }
}

/// What is done with all keys at once.
#[component]
fn AllKeys(
    /// The command whose key is awaited.
    awaited: Awaited,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let change = move |change| {
        awaited.set(None);
        dispatch.send(Event::KeyBindings(change));
    };
    view! {
        <p class="field-actions">
            <button type="button" class="command" on:click=move |_| change(KeyBindingEvent::Download)>
                "Export keys"
            </button>
            <button type="button" class="command" on:click=move |_| dispatch.command(Command::Import)>
                "Import keys"
            </button>
            <button type="button" class="command" on:click=move |_| change(KeyBindingEvent::ResetAll)>
                "Reset all keys"
            </button>
        </p>
    }
}

/// The commands of one context.
#[component]
fn Group(
    /// Where their keys act.
    context: Context,
    /// The command whose key is awaited.
    awaited: Awaited,
    /// The key that two commands cannot both have.
    conflict: Memo<Option<KeyConflict>>,
) -> impl IntoView {
    let rows = COMMANDS.iter().filter(|row| row.context == context);
    view! {
        <h3>{context.title()}</h3>
        <ul class="own-keys">{rows.map(|row| view! { <KeyRow row awaited conflict /> }).collect_view()}</ul>
    }
}

/// A command with its keys and the buttons that change them.
#[component]
fn KeyRow(
    /// The command.
    row: &'static Row,
    /// The command whose key is awaited.
    awaited: Awaited,
    /// The key that two commands cannot both have.
    conflict: Memo<Option<KeyConflict>>,
) -> impl IntoView {
    let buttons = if has_fixed_keys(row.command) {
        view! { <span class="help">"stays as it is"</span> }.into_any()
    } else {
        view! { <ChangeButtons command=row.command awaited conflict /> }.into_any()
    };
    view! {
        <li class="own-key">
            <span>
                <strong>{row.name}</strong> " " <span class="help">{row.help}</span>
            </span>
            <span class="own-key-keys">
                <Assigned row />
            </span>
            <span class="own-key-actions">{buttons}</span>
        </li>
    }
}

/// The keys of a command, also while they are switched off.
#[component]
fn Assigned(
    /// The command.
    row: &'static Row,
) -> impl IntoView {
    let keymap = use_keymap();
    move || {
        let (assigned, off) = keymap.with(|keys| {
            let assigned: Vec<String> = keys.assigned(row).map(str::to_owned).collect();
            let off = assigned.iter().all(|key| keys.keys(row).all(|acting| acting != key));
            (assigned, off)
        });
        if assigned.is_empty() {
            return view! { <span class="help">"no key"</span> }.into_any();
        }
        view! {
            {abridged(assigned).into_iter().map(|key| view! { <OneKey key off /> }).collect_view()}
            {off.then(|| view! { <span class="help">"off"</span> })}
        }
        .into_any()
    }
}

/// The buttons that give a command another key, or the keys that it came with.
#[component]
fn ChangeButtons(
    /// The command.
    command: Command,
    /// The command whose key is awaited.
    awaited: Awaited,
    /// The key that two commands cannot both have.
    conflict: Memo<Option<KeyConflict>>,
) -> impl IntoView {
    let (dispatch, keymap, notices) = (use_dispatch(), use_keymap(), use_notices());
    let button = NodeRef::<html::Button>::new();
    let focus = move || button.get_untracked().iter().for_each(dom::focus);
    // A question about this command took the focus; once it is answered, the focus comes back.
    Effect::new(move |asked: Option<bool>| {
        let asks = conflict.with(|conflict| conflict.as_ref().map(|conflict| conflict.command));
        if asked == Some(true) && asks.is_none() {
            focus();
        }
        asks == Some(command)
    });
    let waits = move || awaited.get() == Some(command);
    let change = move |_| {
        awaited.set((awaited.get_untracked() != Some(command)).then_some(command));
        notices.dismiss();
    };
    let reset = move |_| {
        // The button that was pressed is about to go away.
        focus();
        awaited.set(None);
        dispatch.send(Event::KeyBindings(KeyBindingEvent::Reset(command)));
    };
    view! {
        <button
            type="button"
            class="command"
            aria-label=format!("Reset {}", command.name())
            hidden=move || keymap.with(|keys| !keys.is_changed(command))
            on:click=reset
        >
            "Reset"
        </button>
        <button
            node_ref=button
            type="button"
            class="command"
            aria-label=format!("Change {}", command.name())
            data-waits=move || waits().then_some("")
            on:click=change
        >
            {move || if waits() { "Press a key…" } else { "Change" }}
        </button>
    }
}

/// What can be done about a key that two commands cannot both have.
#[component]
fn Question(
    /// The key and its commands.
    conflict: KeyConflict,
    /// The command whose key is awaited.
    awaited: Awaited,
) -> impl IntoView {
    let (dispatch, keymap) = (use_dispatch(), use_keymap());
    let KeyConflict { command, key, holder } = conflict;
    let outcome = match keymap.read(|keys| keys.first(command).map(|key| shown(key, dom::is_mac()))) {
        Some(given) => format!("Swap: “{}” gets {given}", holder.name()),
        None => format!("Take {key}: “{}” has no key then", holder.name()),
    };
    let swap = NodeRef::<html::Button>::new();
    Effect::new(move |_| swap.get().iter().for_each(dom::focus));
    let answer = move |change| {
        awaited.set(None);
        dispatch.send(Event::KeyBindings(change));
    };
    view! {
        <button node_ref=swap type="button" class="command main" on:click=move |_| answer(KeyBindingEvent::Swap)>
            {outcome}
        </button>
        <button type="button" class="command" on:click=move |_| answer(KeyBindingEvent::Cancel)>
            "Leave both"
        </button>
    }
}
