//! The bar over the list while marks are selected in it: what can be done to all of them at once.

use bluepencil::session::{self, BulkEvent, Command, DraftEvent, Event, Session};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::app::components::CommandButton;
use crate::app::dispatch::use_dispatch;
use crate::app::state::focus::use_focus;
use crate::app::state::rail::use_rail;
use crate::app::state::session::use_session;
use crate::browser::keyboard;

/// The id of the field for a note.
const NOTE: &str = "field-note-to-add";

/// The commands that change the label, with the letters that stand for them.
const RELABELS: [(Command, &str); 4] = [
    (Command::RelabelQuote, "Q"),
    (Command::RelabelClaim, "C"),
    (Command::RelabelCaption, "P"),
    (Command::RelabelCredit, "R"),
];

/// The bar. It is always on the page and hidden while no mark is selected.
#[component]
pub fn SelectionBar() -> impl IntoView {
    let rail = use_rail();
    let message = move || match rail.selected.with(|selected| selected.as_ref().map_or(0, |selected| selected.len())) {
        1 => "1 mark selected".to_owned(),
        count => format!("{count} marks selected"),
    };
    view! {
        <section class="panel selected" aria-label="Selected marks" hidden=move || !rail.several()>
            <div class="panel-line">
                <strong class="grows">{message}</strong>
                <CommandButton command=Command::SelectListed sign="All" />
                <CommandButton command=Command::ClearSelected sign="None" />
            </div>
            <div class="panel-line">
                <span class="panel-line" role="group" aria-label="Change to">
                    <span aria-hidden="true">"Change to"</span>
                    {RELABELS.map(|(command, sign)| view! { <CommandButton command sign /> }).collect_view()}
                </span>
                <CommandButton command=Command::DeleteAnnotation sign="Delete" />
            </div>
            <div class="panel-line">
                <NoteToAdd />
                <CommandButton command=Command::Flag sign="Flag" />
            </div>
        </section>
    }
}

/// The field for a note that every selected mark is to have, and the button that adds it.
#[component]
fn NoteToAdd() -> impl IntoView {
    let dispatch = use_dispatch();
    let note = use_session().slice(|session: &Session| session.note_to_add().to_owned());
    let input = NodeRef::<html::Input>::new();
    use_focus().give_to_field(session::Field::NoteToAdd, input, |_| ());
    let add = move || dispatch.send(Event::Bulk(BulkEvent::AddNote(note.get_untracked())));
    let add_with_enter = move |event: KeyboardEvent| {
        if keyboard::chord(&event).is_some_and(|chord| chord.key == "Enter") {
            event.prevent_default();
            add();
        }
    };
    view! {
        <label class="out-of-sight" for=NOTE>
            "Note to add"
        </label>
        <input
            node_ref=input
            id=NOTE
            type="text"
            dir="auto"
            autocomplete="off"
            placeholder="Note for all of them"
            prop:value=note
            on:input=move |event| dispatch.send(Event::Draft(DraftEvent::Note(event_target_value(&event))))
            on:keydown=add_with_enter
            on:focusout=move |_| dispatch.send(Event::FieldLeft)
        />
        <button type="button" class="command" on:click=move |_| add()>
            "Add note"
        </button>
    }
}
