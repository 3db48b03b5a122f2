//! The elements in which the article is shown, for those who select in it, scroll it and measure it.

use leptos::html;
use leptos::prelude::*;

use crate::browser::article::Sheet;

/// The article's element and the pane that scrolls it. The reader puts them on the page and they stay there.
#[derive(Clone, Copy, Default)]
pub struct ArticleView {
    /// The element that holds the article's text and nothing else.
    pub article: NodeRef<html::Article>,
    /// The element that scrolls it.
    pub pane: NodeRef<html::Div>,
}

/// Provides the elements.
pub fn provide_article_view() {
    provide_context(ArticleView::default());
}

/// The elements, in a component.
pub fn use_article_view() -> ArticleView {
    expect_context()
}

impl ArticleView {
    /// The article as the browser shows it; `None` before it is on the page. Whoever asks follows the elements.
    pub fn sheet(self) -> Option<Sheet> {
        Some(Sheet::new(self.article.get()?, self.pane.get()?))
    }

    /// The same, without following them.
    pub fn sheet_untracked(self) -> Option<Sheet> {
        untrack(|| self.sheet())
    }

    /// Gives the article the focus.
    pub fn focus(self) {
        if let Some(sheet) = self.sheet_untracked() {
            sheet.focus();
        }
    }

    /// Whether the article has the focus.
    pub fn has_focus(self) -> bool {
        self.sheet_untracked().is_some_and(|sheet| sheet.has_focus())
    }
}
