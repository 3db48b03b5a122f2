//! The list of articles.

use std::sync::Arc;

use bluepencil::session::{Command, Event, Route, Screen, Session};
use bluepencil::store::Summary;
use bluepencil::store::deletion::DAYS;
use bluepencil::text::{excerpt, visible};
use leptos::prelude::*;

use super::components::CommandButton;
use super::dispatch::use_dispatch;
use super::state::library::{counted, use_library};
use super::state::screen::use_screen;
use super::state::session::use_session;

/// How many characters of the title of a deleted article are shown.
const LONGEST_TITLE: usize = 60;

/// Every article that is kept in this browser, to open or to delete; nothing while another screen is shown.
#[component]
pub fn LibraryScreen() -> impl IntoView {
    let screen = use_screen();
    view! {
        <Show when=move || screen.is(Screen::Library)>
            <Shelf />
        </Show>
    }
}

/// The articles, and the ways to another one.
#[component]
fn Shelf() -> impl IntoView {
    let library = use_library().library;
    let articles =
        move || library.with(|library| library.as_ref().map(|library| library.articles.clone()).unwrap_or_default());
    let is_empty = move || library.with(|library| library.as_ref().is_none_or(|library| library.articles.is_empty()));
    let hint = move || match is_empty() {
        true => "There is no article yet. Paste one anywhere on this page, drop a text file, or press “New article”.",
        false => "They are kept in this browser. Nothing leaves it.",
    };
    view! {
        <main class="library">
            <h2>"Your articles"</h2>
            <p class="promise">{hint}</p>
            <BringBack />
            <ul class="shelf" aria-label="Articles">
                <For each=articles key=|summary| summary.id let:summary>
                    <Shelved summary />
                </For>
            </ul>
            <p class="field-actions">
                <CommandButton command=Command::NewArticle />
                <CommandButton command=Command::Import />
                <CommandButton command=Command::Storage sign="Storage…" />
            </p>
        </main>
    }
}

/// What can be brought back, and the button that does it; nothing where nothing was deleted.
#[component]
fn BringBack() -> impl IntoView {
    let session = use_session();
    let count = session.slice(Session::deleted_articles);
    let next = session.slice(|session: &Session| session.next_restored().map(str::to_owned));
    let message = move || {
        let title = next.get().map(|title| excerpt(&title, LONGEST_TITLE)).unwrap_or_default();
        match count.get() {
            1 => format!("1 deleted article can be brought back: “{title}”. It is kept for {DAYS} days."),
            count => {
                format!("{count} deleted articles can be brought back, “{title}” first. Each is kept for {DAYS} days.")
            }
        }
    };
    view! {
        <Show when=move || count.get() != 0>
            <p class="bring-back" role="group" aria-label="Deleted articles">
                <span>{message}</span>
                <CommandButton command=Command::Undo sign="Undo" />
            </p>
        </Show>
    }
}

/// One article: the way to it, what is known of it, and a button that deletes it.
#[component]
fn Shelved(
    /// The article as it was when its row was made. What the row tells follows the library.
    summary: Arc<Summary>,
) -> impl IntoView {
    let (dispatch, library) = (use_dispatch(), use_library().library);
    let id = summary.id;
    let article = Memo::new(move |_| {
        let now = library.with(|library| {
            let articles = &library.as_ref()?.articles;
            articles.iter().find(|article| article.id == id).cloned()
        });
        now.unwrap_or_else(|| summary.clone())
    });
    let title = Memo::new(move |_| article.with(|article| visible(&article.title).into_owned()));
    let facts = move || {
        let facts = article.with(|article| facts(article)).into_iter().enumerate();
        let views = facts.map(|(number, fact)| {
            view! {
                {(number > 0).then_some(" · ")}
                <span dir="auto">{fact}</span>
            }
        });
        views.collect_view()
    };
    view! {
        <li class="shelved">
            <a dir="auto" href=Route::Article(id, None).to_string()>
                {title}
            </a>
            <span class="facts">{facts}</span>
            <button
                type="button"
                class="command"
                aria-label=move || format!("Delete article {}", title.get())
                on:click=move |_| dispatch.send(Event::DeleteArticle(id))
            >
                "Delete"
            </button>
        </li>
    }
}

/// What is known of an article, as people read it.
fn facts(article: &Summary) -> Vec<String> {
    let count = match article.annotations {
        0 => "no annotations".to_owned(),
        count => counted(count, "annotation"),
    };
    let facts = [article.byline.as_str(), article.published.as_str(), count.as_str()];
    facts.into_iter().filter(|fact| !fact.is_empty()).map(|fact| visible(fact).into_owned()).collect()
}
