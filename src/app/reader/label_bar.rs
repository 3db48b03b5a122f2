//! The small bar beside a selection: the labels with their keys.

use bluepencil::session::Command;
use leptos::html;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::app::state::article_view::use_article_view;
use crate::app::state::caret::use_caret;
use crate::app::state::document::use_document;
use crate::app::state::focus::use_focus;
use crate::app::state::frame::use_frame;
use crate::app::state::keymap::use_keymap;
use crate::app::state::library::use_library;
use crate::app::state::viewport::use_viewport;
use crate::browser::{floating, selection};

/// The commands of the bar that give a label.
const LABELS: [Command; 4] = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];

/// The label bar: there only while there is a selection that was not labelled just now.
#[component]
pub fn LabelBar() -> impl IntoView {
    let focus = use_focus();
    let bar = NodeRef::<html::Div>::new();
    keep_placed(bar);
    let labels = LABELS.map(|command| {
        let label = StoredValue::new(command.marks().map(|label| label.name().to_owned()).unwrap_or_default());
        view! {
            <LabelButton command=command>
                <span class="swatch" data-label=label.get_value()>
                    {label.get_value()}
                </span>
            </LabelButton>
        }
    });
    view! {
        <div
            node_ref=bar
            id="label-bar"
            class="label-bar"
            role="toolbar"
            aria-label="Mark the selection"
            hidden=true
        >
            {labels.collect_view()}
            // A selection can also become part of the mark in focus.
            <LabelButton command=Command::AddSegment hidden=Signal::derive(move || focus.annotation.get().is_none())>
                "add"
            </LabelButton>
        </div>
    }
}

/// A button of the bar, with the key of its command.
#[component]
fn LabelButton(
    /// What it does.
    command: Command,
    /// Whether there is nothing for it to do.
    #[prop(optional)]
    hidden: Signal<bool>,
    /// What is shown behind the key.
    children: Children,
) -> impl IntoView {
    let (dispatch, keymap) = (use_dispatch(), use_keymap());
    view! {
        <button
            type="button"
            class="label-button"
            aria-label=command.name()
            data-command=command.name()
            hidden=hidden
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| dispatch.command(command)
        >
            <kbd data-key=move || keymap.of(command)></kbd>
            {children()}
        </button>
    }
}

/// Keeps the bar beside the selection.
fn keep_placed(bar: NodeRef<html::Div>) {
    let (view, document, viewport, caret) = (use_article_view(), use_document(), use_viewport(), use_caret());
    let (preferences, frame) = (use_library().preferences, use_frame());
    Effect::new(move |_| {
        // The strokes of a theme make the bar wider.
        preferences.with(|_| ());
        let selected = caret.place.get().selection.filter(|selected| caret.labelled.get() != Some(*selected));
        let shown = selected.is_some() && !caret.dragging.get();
        if shown {
            // Whether there is room below the words depends on how far they are scrolled.
            viewport.moved.track();
        }
        frame.before_paint(move || {
            let (bar, sheet) = bar.get_untracked().zip(view.sheet_untracked())?;
            let words = || document.read(|document| selection::selection_box(&sheet, document)).flatten();
            let words = shown.then(words).flatten();
            Some(floating::place_label_bar(bar.into(), &sheet, words))
        });
    });
}
