//! The top of the page: where one is, whether the work is kept, and what can be done from everywhere.

use bluepencil::session::{Command, Saving, Session};
use bluepencil::text::visible;
use leptos::prelude::*;

use super::components::{CommandButton, taker};
use super::dispatch::use_dispatch;
use super::state::document::use_document;
use super::state::file_field::use_file_field;
use super::state::library::use_library;
use super::state::session::use_session;
use crate::browser::files;

/// The masthead.
#[component]
pub fn Masthead() -> impl IntoView {
    let (dispatch, session) = (use_dispatch(), use_session());
    let nothing_to_undo = session.slice(|session: &Session| session.next_undo().is_none());
    let nothing_to_redo = session.slice(|session: &Session| session.next_redo().is_none());
    let read = Command::ReadWithMarks;
    view! {
        <header class="masthead">
            // Seen only while it has the focus: a screen reader finds it first of all.
            <button
                type="button"
                class="command skip"
                data-command=read.name()
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| dispatch.command(read)
            >
                {read.name()}
            </button>
            <h1 class="brand">
                <span class="brand-mark" aria-hidden="true"></span>
                "Bluepencil"
            </h1>
            <nav class="group" aria-label="Articles">
                <CommandButton command=Command::Library />
                <CommandButton command=Command::NewArticle />
                <CommandButton command=Command::Import />
            </nav>
            <OpenTitle />
            <Kept />
            <div class="group" role="group" aria-label="Changes">
                <CommandButton command=Command::Undo sign="↶" disabled=nothing_to_undo />
                <CommandButton command=Command::Redo sign="↷" disabled=nothing_to_redo />
            </div>
            <div class="group" role="group" aria-label="Tools">
                <CommandButton command=Command::Export />
                <CommandButton command=Command::Commands sign="⌘" />
                <CommandButton command=Command::KeyboardHelp sign="?" />
                <CommandButton command=Command::Settings sign="⚙" />
            </div>
            <FilesToImport />
        </header>
    }
}

/// The title of the open article, which opens its details.
#[component]
fn OpenTitle() -> impl IntoView {
    let (dispatch, document) = (use_dispatch(), use_document());
    let details = Command::ArticleDetails;
    let title =
        move || document.with(|document| visible(&document.article().details.title).into_owned()).unwrap_or_default();
    view! {
        <p class="open-title">
            <button
                type="button"
                class="command"
                title="Article details: title, byline, date, source, blocks"
                data-command=details.name()
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| dispatch.command(details)
            >
                <span class="out-of-sight">"Article details: "</span>
                <span dir="auto">{title}</span>
            </button>
        </p>
    }
}

/// Whether everything is in storage, in words.
#[component]
fn Kept() -> impl IntoView {
    let saving = use_library().saving;
    let kept = move || {
        saving.with(|saving| match saving {
            Saving::Saved => "Saved",
            Saving::QuickTier => "Kept in this browser; a crash may lose the last minute",
            Saving::Saving => "Saving…",
            Saving::Failed(_) => "Not saved",
        })
    };
    view! {
        <p class="kept" title="Nothing leaves this browser">
            {kept}
        </p>
    }
}

/// The field that takes files. It is out of sight: the command `Import` opens it.
#[component]
fn FilesToImport() -> impl IntoView {
    let (dispatch, session, field) = (use_dispatch(), use_session(), use_file_field());
    view! {
        <input
            node_ref=field.input
            class="out-of-sight"
            type="file"
            multiple
            data-import=""
            accept=".txt,.text,.json,.md,text/plain,application/json"
            aria-label="Files to import"
            tabindex="-1"
            on:change=move |event| {
                files::read_chosen(&event, taker(dispatch, session));
            }
        />
    }
}
