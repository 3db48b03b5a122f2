//! The reader: the article, and what stands over it. Its text is written once and only read afterwards; marks are paint,
//! caret, handles and margin stand beside the text, never in it.

mod article;
mod caret;
mod gutter;
mod handles;
mod label_bar;
mod paint;
mod pointer;
mod text_guard;

use bluepencil::session::Screen;
use leptos::html;
use leptos::prelude::*;

use self::article::Article;
use self::caret::Caret;
use self::gutter::Gutter;
use self::handles::Handles;
use self::label_bar::LabelBar;
use self::pointer::use_pointer;
use crate::app::state::article_view::use_article_view;
use crate::app::state::screen::use_screen;
use crate::app::state::viewport::use_viewport;

/// The reader. Where another screen covers it, it is hidden, not taken away, so that the article's elements are written once.
#[component]
pub fn Reader(
    /// What stands beside the article.
    children: Children,
) -> impl IntoView {
    let (view, screen, viewport, pointer) = (use_article_view(), use_screen(), use_viewport(), use_pointer());
    let gutter = NodeRef::<html::Div>::new();
    let scrolled = move |_| view.sheet_untracked().iter().for_each(|sheet| viewport.scrolled(sheet));
    view! {
        <main class="reader" hidden=move || !screen.is(Screen::Reader)>
            <div
                id="pane"
                class="pane"
                node_ref=view.pane
                on:mousedown=move |event| pointer.press(&event)
                on:dblclick=move |_| pointer.double_click()
                on:scroll=scrolled
            >
                <div class="sheet">
                    <Article gutter=gutter />
                    <Caret />
                </div>
                <Gutter element=gutter />
                <Handles />
                <LabelBar />
            </div>
            {children()}
        </main>
    }
}
