//! What this browser keeps: the list of articles, the preferences, and whether everything is in storage.

use std::sync::Arc;

use bluepencil::session::{Saving, Session};
use bluepencil::store::{Library, Preferences};
use leptos::prelude::*;

use super::session::use_session;

/// What is kept.
#[derive(Clone, Copy)]
pub struct LibraryState {
    /// The articles with what is known of each.
    pub library: Memo<Option<Arc<Library>>>,
    /// The user's preferences.
    pub preferences: Memo<Preferences>,
    /// Whether everything is in storage.
    pub saving: Memo<Saving>,
}

/// Provides what is kept.
pub fn provide_library() {
    let session = use_session();
    let library = session.shared(|session| Some(session.library()));
    provide_context(LibraryState {
        library,
        preferences: Memo::new(move |_| {
            library.with(|library| library.as_ref().map(|library| library.preferences.clone()).unwrap_or_default())
        }),
        saving: session.slice(|session: &Session| session.saving().clone()),
    });
}

/// What is kept, in a component.
pub fn use_library() -> LibraryState {
    expect_context()
}

impl LibraryState {
    /// How many articles and annotations there are, in words; whoever asks follows the library.
    pub fn summary(self) -> String {
        let (articles, annotations) = self.library.with(|library| {
            let articles = library.iter().flat_map(|library| &library.articles);
            articles.fold((0, 0), |(articles, annotations), one| (articles + 1, annotations + one.annotations))
        });
        format!("{} and {}", counted(articles, "article"), counted(annotations, "annotation"))
    }
}

/// A number with the thing that is counted: "1 article", "2 articles".
pub fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
