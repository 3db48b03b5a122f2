//! The list of articles.

use bluepencil::session::{Command, Route, Screen};
use bluepencil::store::Summary;
use bluepencil::text::visible;

use super::desk::Desk;
use super::element::{Content, IntoContent as _, action, element, plain};
use super::masthead::command_button;
use super::reactive::part;

/// Every article that is kept in this browser, to open or to delete; nothing while another screen is shown.
pub fn library(desk: Desk) -> Content {
    let screen = move || {
        if desk.screen.get() != Screen::Library {
            return ().into_content();
        }
        let articles: Vec<Content> = desk.view.with(|view| view.library.articles.iter().map(shelved).collect());
        let hint = if articles.is_empty() {
            "There is no article yet. Paste one anywhere on this page, drop a text file, or press “New article”."
        } else {
            "They are kept in this browser. Nothing leaves it."
        };
        let buttons = element("p", &[("class", "field-actions")])
            .child(command_button(desk, Command::NewArticle, ""))
            .child(command_button(desk, Command::Import, ""))
            .child(command_button(desk, Command::Storage, "Storage…"));
        element("main", &[("class", "library")])
            .child(plain("h2", "Your articles"))
            .child(element("p", &[("class", "promise")]).child(hint))
            .child(element("ul", &[("class", "shelf"), ("aria-label", "Articles")]).child(articles))
            .child(buttons)
            .into_content()
    };
    part(screen).into_content()
}

fn shelved(article: &Summary) -> Content {
    let count = match article.annotations {
        0 => "no annotations".to_owned(),
        1 => "1 annotation".to_owned(),
        count => format!("{count} annotations"),
    };
    let facts = [article.byline.as_str(), article.published.as_str(), count.as_str()];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).enumerate().flat_map(|(number, fact)| {
        let dot = (number > 0).then_some(" · ").into_content();
        [dot, element("span", &[("dir", "auto")]).child(visible(fact).into_owned()).into_content()]
    });
    let facts: Vec<Content> = facts.collect();
    let title = visible(&article.title).into_owned();
    let delete = action("delete-article", "Delete")
        .with("aria-label", format!("Delete article {title}"))
        .with("data-of", article.id.to_string());
    let open = element("a", &[("dir", "auto")]).with("href", Route::Article(article.id, None).to_string()).child(title);
    element("li", &[("class", "shelved")])
        .child(open)
        .child(element("span", &[("class", "facts")]).child(facts))
        .child(delete)
        .into_content()
}
