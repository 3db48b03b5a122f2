//! The list of articles.

use bluepencil::session::{Command, Route, Screen};
use bluepencil::store::Summary;
use leptos::prelude::*;

use super::desk::Desk;
use super::masthead::command_button;
use super::reactive::part;

/// Every article that is kept in this browser, to open or to delete; nothing while another screen is shown.
pub fn library(desk: Desk) -> AnyView {
    let screen = move || {
        if desk.screen.get() != Screen::Library {
            return ().into_any();
        }
        let articles: Vec<AnyView> = desk.view.with(|view| view.library.articles.iter().map(shelved).collect());
        let hint = if articles.is_empty() {
            "There is no article yet. Paste one anywhere on this page, drop a text file, or press “New article”."
        } else {
            "They are kept in this browser. Nothing leaves it."
        };
        view! {
            <main class="library">
                <h2>"Your articles"</h2>
                <p class="promise">{hint}</p>
                <ul class="shelf" aria-label="Articles">{articles}</ul>
                <p class="field-actions">{command_button(Command::NewArticle, "")}{command_button(Command::Import, "")}</p>
            </main>
        }
        .into_any()
    };
    part(screen).into_any()
}

fn shelved(article: &Summary) -> AnyView {
    let count = match article.annotations {
        0 => "no annotations".to_owned(),
        1 => "1 annotation".to_owned(),
        count => format!("{count} annotations"),
    };
    let facts = [article.byline.as_str(), article.published.as_str(), count.as_str()];
    let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let title = article.title.clone();
    view! {
        <li class="shelved">
            <a href=Route::Article(article.id, None).to_string() dir="auto">{title.clone()}</a>
            <span class="facts">{facts.join(" · ")}</span>
            <button
                type="button"
                class="command"
                aria-label=format!("Delete article {title}")
                data-does="delete-article"
                data-of=article.id.to_string()
            >
                "Delete"
            </button>
        </li>
    }
    .into_any()
}
