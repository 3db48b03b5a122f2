//! The open document.

use std::sync::Arc;

use bluepencil::article::ArticleId;
use bluepencil::document::Document;
use bluepencil::session::Session;
use leptos::prelude::*;

use super::session::use_session;

/// The open document, at once in its newest state.
#[derive(Clone, Copy)]
pub struct OpenDocument(Memo<Option<Arc<Document>>>);

/// Provides the open document.
pub fn provide_document() {
    provide_context(OpenDocument(use_session().shared(Session::document)));
}

/// The open document, in a component.
pub fn use_document() -> OpenDocument {
    expect_context()
}

impl OpenDocument {
    /// The document; whoever asks follows it.
    pub fn get(self) -> Option<Arc<Document>> {
        self.0.get()
    }

    /// Follows the document without looking at it.
    pub fn track(self) {
        // A memo that nobody has read yet follows nothing, so that to track it alone would not do.
        self.0.with(|_| ());
    }

    /// Looks at the document, where there is one, and follows it.
    pub fn with<T>(self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.0.with(|document| document.as_deref().map(read))
    }

    /// Looks at the document, where there is one, without following it.
    pub fn read<T>(self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.0.with_untracked(|document| document.as_deref().map(read))
    }

    /// Which article it is; whoever asks follows the document.
    pub fn article_id(self) -> Option<ArticleId> {
        self.with(|document| document.article().id)
    }
}
