//! The storage panel: what this browser keeps, how safe it is there, copies outside, and how to delete all of it.

use bluepencil::session::{DeskFileEvent, Event, Session};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::dispatch::use_dispatch;
use crate::app::state::library::{counted, use_library};
use crate::app::state::notices::use_notices;
use crate::app::state::session::use_session;
use crate::app::state::storage::use_storage;
use crate::browser::{dom, files};
use crate::persistence::{Figures, Persistence};

/// What is known of this browser's storage; `None` while it is being found out.
type Known = RwSignal<Option<Figures>>;

/// The panel, or the question whether everything is to be deleted.
#[component]
pub fn Storage() -> impl IntoView {
    let (figures, asks) = (Known::new(None), RwSignal::new(false));
    // The button that leads from the one to the other. When it is another one, the focus goes there.
    let turn = NodeRef::<html::Button>::new();
    Effect::new(move |shown: Option<bool>| {
        let button = turn.get();
        if shown == Some(true) {
            button.iter().for_each(dom::focus);
        }
        button.is_some()
    });
    spawn_local(count(use_storage(), figures));
    view! {
        <Show when=move || asks.get() fallback=move || view! { <Panel figures asks turn /> }>
            <WipeQuestion asks turn />
        </Show>
    }
}

/// Finds out what is known of storage; the panel may be closed meanwhile.
async fn count(storage: Persistence, figures: Known) {
    let now = storage.figures().await;
    figures.try_set(Some(now));
}

#[component]
fn Panel(
    /// What is known of storage.
    figures: Known,
    /// Whether the question is asked.
    asks: RwSignal<bool>,
    /// The button that asks it.
    turn: NodeRef<html::Button>,
) -> impl IntoView {
    view! {
        <Kept figures />
        <Copies />
        <Damaged figures />
        <h3>"Delete everything"</h3>
        <p class="field-actions">
            <button node_ref=turn type="button" class="command" on:click=move |_| asks.set(true)>
                "Delete everything…"
            </button>
        </p>
    }
}

/// How much is kept, and how safely.
#[component]
fn Kept(
    /// What is known of storage.
    figures: Known,
) -> impl IntoView {
    let (library, said) = (use_library(), use_notices().said_since_now());
    let fact = move |describe: fn(Figures) -> String| move || figures.get().map_or_else(|| "…".to_owned(), describe);
    let may_be_cleared = move || figures.get().is_some_and(|figures| figures.may_promise);
    view! {
        <dl class="facts-table">
            <dt>"Kept here"</dt>
            <dd>{move || library.summary()}</dd>
            <dt>"Space used"</dt>
            <dd>{fact(space)}</dd>
            <dt>"The browser"</dt>
            <dd>{fact(|figures| figures.lifetime.fact().to_owned())}</dd>
        </dl>
        <Show when=may_be_cleared>
            <p class="field-actions">
                <WishButton figures />
            </p>
        </Show>
        <p role="status" class="help">
            {said}
        </p>
    }
}

/// Asks the browser for its promise to keep everything.
#[component]
fn WishButton(
    /// What is known of storage; found out anew after the answer.
    figures: Known,
) -> impl IntoView {
    let (storage, notices) = (use_storage(), use_notices());
    let wish = move |_| {
        let storage = storage.clone();
        spawn_local(async move {
            let message = if storage.wish().await {
                "The browser will keep everything until you delete it."
            } else {
                "The browser did not promise it. It may do so after more visits. Keep a backup, or download the whole desk now and then."
            };
            notices.tell(message.to_owned(), None);
            count(storage, figures).await;
        });
    };
    view! {
        <button type="button" class="command" on:click=wish>
            "Ask the browser to keep it"
        </button>
    }
}

/// Copies that outlive this browser.
#[component]
fn Copies() -> impl IntoView {
    let backup = use_session().slice(|session: &Session| session.backup().map(str::to_owned));
    view! {
        <h3>"Copies outside this browser"</h3>
        <p class="help">
            "One file holds articles, annotations, settings and what can be undone. Import it in another browser and all of it is there."
        </p>
        <p class="field-actions">
            <DownloadDesk />
            {Persistence::can_back_up().then(|| view! { <KeepBackup /> })}
        </p>
        {move || backup.get().map(|backup| view! { <p role="status">"Backup file: " {backup}</p> })}
    }
}

/// Downloads everything as one file.
#[component]
fn DownloadDesk() -> impl IntoView {
    let dispatch = use_dispatch();
    view! {
        <button type="button" class="command" on:click=move |_| dispatch.send(Event::DeskFile(DeskFileEvent::Download))>
            "Download the whole desk"
        </button>
    }
}

/// Asks where the backup file is to be.
#[component]
fn KeepBackup() -> impl IntoView {
    let storage = use_storage();
    let keep = move |_| {
        let storage = storage.clone();
        spawn_local(async move {
            storage.choose_backup().await;
        });
    };
    view! {
        <button type="button" class="command" on:click=keep>
            "Keep a backup file"
        </button>
    }
}

/// What could not be read; nothing where all can be.
#[component]
fn Damaged(
    /// What is known of storage.
    figures: Known,
) -> impl IntoView {
    let count = move || figures.get().map_or(0, |figures| figures.damaged);
    view! {
        <Show when=move || count() != 0>
            <h3>"Damaged data"</h3>
            <p class="help">
                {move || counted(count(), "stored record")}
                " could not be read. What is left of them is kept as it is, and nothing is written over it."
            </p>
            <p class="field-actions">
                <DownloadDamaged />
            </p>
        </Show>
    }
}

/// Downloads the damaged records.
#[component]
fn DownloadDamaged() -> impl IntoView {
    let storage = use_storage();
    let download = move |_| {
        let storage = storage.clone();
        spawn_local(async move {
            let damaged = storage.damaged().await;
            files::download("bluepencil-damaged.json".to_owned(), "application/json", std::iter::once(damaged));
        });
    };
    view! {
        <button type="button" class="command" on:click=download>
            "Download the damaged data"
        </button>
    }
}

/// The question before everything is deleted.
#[component]
fn WipeQuestion(
    /// Whether it is asked.
    asks: RwSignal<bool>,
    /// The button that leaves it at that.
    turn: NodeRef<html::Button>,
) -> impl IntoView {
    let (library, storage, said) = (use_library(), use_storage(), use_notices().said_since_now());
    let message = move || {
        format!(
            "This deletes {} from this browser, in every tab, with your settings, your keys, what can be undone and all earlier versions, deleted articles and what is half typed. Nobody can bring it back. Files that you have downloaded stay.",
            library.summary()
        )
    };
    view! {
        <h3>"Delete everything?"</h3>
        <p role="alert">{message}</p>
        <p class="field-actions">
            <button node_ref=turn type="button" class="command main" on:click=move |_| asks.set(false)>
                "Keep everything"
            </button>
            <DownloadDesk />
            <button type="button" class="command" on:click=move |_| storage.wipe()>
                "Delete everything now"
            </button>
        </p>
        <p role="status" class="help">
            {said}
        </p>
    }
}

/// How much space is used, in words.
fn space(figures: Figures) -> String {
    let quick = figures.quick;
    let mut message = match figures.used {
        Some((used, quota)) => format!("{} of {}", bytes(used), bytes(quota)),
        None => "This browser does not say".to_owned(),
    };
    message.push_str(&format!("; the quick copy in local storage takes {quick} % of 5 MB"));
    if quick >= 80 {
        message.push_str(" and is nearly full, so some of it may be kept in the other tier alone");
    }
    message
}

/// A number of bytes in a decimal unit, with one decimal place below ten. Cut off rather than rounded, so that 9.99 GB do not
/// become 10.
fn bytes(count: f64) -> String {
    let (amount, unit) = match count {
        ..1e3 => return format!("{count} bytes"),
        ..1e6 => (count / 1e3, "kB"),
        ..1e9 => (count / 1e6, "MB"),
        ..1e12 => (count / 1e9, "GB"),
        _ => (count / 1e12, "TB"),
    };
    if amount < 10.0 {
        format!("{:.1} {unit}", (amount * 10.0).floor() / 10.0)
    } else {
        format!("{} {unit}", amount.floor())
    }
}
