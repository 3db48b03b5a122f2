//! The article's text: written when another article is opened, painted whenever anything has changed.

use bluepencil::article::ArticleId;
use bluepencil::document::{Document, Revision};
use bluepencil::session::Screen;
use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;

use super::paint;
use super::text_guard::guard_text;
use crate::app::state::article_view::use_article_view;
use crate::app::state::caret::{Caret, Stretch, use_caret};
use crate::app::state::document::use_document;
use crate::app::state::focus::{Focus, Wanted, use_focus};
use crate::app::state::frame::use_frame;
use crate::app::state::screen::use_screen;
use crate::app::state::search::use_search;
use crate::app::state::viewport::use_viewport;
use crate::browser::article::Sheet;
use crate::browser::gutter::Gutter;
use crate::browser::highlight::{Painter, is_supported};
use crate::browser::{dom, selection};

/// What was written last, to know what need not be written again.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Written {
    article: ArticleId,
    revision: Revision,
    /// How often it was written anew since another program had changed it.
    restored: u32,
}

/// What decides which words are near the view.
#[derive(Clone, Copy, Debug, PartialEq)]
struct View {
    written: Written,
    /// How often other words may have come near it.
    times: u32,
    screen: Screen,
}

/// What is on the sheet: what was written, and which words were near the view of it.
#[derive(Clone, Copy, Debug)]
struct OnSheet {
    view: View,
    near: Option<Stretch>,
}

/// The element that holds the article's text and nothing else. It takes the focus, and its text is written and painted from
/// outside: no component owns what is in it.
#[component]
pub fn Article(
    /// The margin, which follows the paint.
    gutter: NodeRef<html::Div>,
) -> impl IntoView {
    let (view, document, viewport) = (use_article_view(), use_document(), use_viewport());
    // Blocks that come into view are given their true heights, and what stands beside the text must move with it.
    use_resize_observer(view.article, move |_, _| viewport.laid_out_anew());
    keep_painted(gutter);
    give_focus();
    let id = move || document.article_id().map(|id| id.to_string()).unwrap_or_default();
    view! { <article id="article" node_ref=view.article tabindex="0" aria-label="Article text" data-article-id=id></article> }
}

/// Gives the article the focus when that is asked for, at once where it is shown: the next key may be meant for it.
fn give_focus() {
    let (view, screen, focus) = (use_article_view(), use_screen(), use_focus());
    Effect::new(move |_| {
        if !screen.is(Screen::Reader) {
            return;
        }
        if focus.take(|wanted| (wanted == Wanted::Article).then_some(())).is_none() {
            return;
        }
        view.focus();
        if !view.has_focus() {
            // What covered it is taken away by the next frame.
            request_animation_frame(focus.while_user_waits(move || view.focus()));
        }
    });
}

/// Writes the article when another one is opened, and paints what is near the view whenever anything has changed.
fn keep_painted(gutter: NodeRef<html::Div>) {
    let (view, document, viewport, screen) = (use_article_view(), use_document(), use_viewport(), use_screen());
    let (focus, caret, search, frame) = (use_focus(), use_caret(), use_search(), use_frame());
    let painter = StoredValue::new_local(Painter::new());
    let margin = StoredValue::new_local(Gutter::default());
    let can_paint = is_supported();
    let guard = guard_text();
    Effect::new(move |before: Option<Option<OnSheet>>| {
        let before = before.flatten();
        let (in_focus, preview, search) = (focus.annotation.get(), previewed(focus, caret), search.get());
        let (times, screen_shown, restored) = (viewport.near.get(), screen.screen.get(), guard.restored.get());
        let now = document.get().zip(view.sheet()).map(|(document, sheet)| {
            let (last, now) = (before.map(|on| on.view.written), Written::of(&document, restored));
            write(&sheet, &document, last, now, painter);
            if last.is_none_or(|last| last.needs_text(now)) {
                guard.watch(&sheet, last.is_none_or(|last| last.article != now.article));
            }
            let written = now;
            // Asking where things stand makes the browser lay out the page at once, so it is asked only where that can have
            // changed: most keys change marks and move no word.
            let seen = View { written, times, screen: screen_shown };
            let near = match before.filter(|on| on.view == seen) {
                Some(on) => on.near,
                None => {
                    viewport.found_near(&sheet);
                    sheet.near_view(&document)
                }
            };
            let marks = paint::marks(&document, near);
            if can_paint {
                let mut wanted = paint::wanted(&document, &marks, near, in_focus);
                wanted.extend(paint::previewed(&preview).filter(|_| near.is_some()));
                wanted.extend(search.iter().flat_map(|search| paint::found(near, search)));
                painter.update_value(|painter| painter.paint(&sheet, &document, wanted));
            }
            let signs = paint::signs(&marks, in_focus);
            // The margin follows the paint: to find out where its letters stand, the browser must have laid out the page.
            frame.after_paint(move || {
                let (holder, sheet) = gutter.get_untracked().zip(view.sheet_untracked())?;
                let layout = (written.article, viewport.layout.get_untracked());
                let place = |margin: &mut Gutter| margin.place(&sheet, &document, signs, layout);
                let placed = margin.try_update_value(place)?;
                Some(move || margin.update_value(|margin| margin.draw(&holder, placed)))
            });
            OnSheet { view: seen, near }
        });
        if screen.started.get() && !dom::has_stopped() {
            dom::set_page_state("data-app-state", "ready");
        }
        now
    });
}

impl Written {
    fn of(document: &Document, restored: u32) -> Self {
        Self { article: document.article().id, revision: document.article_revision(), restored }
    }

    /// Whether the text must be written to have `now` on the sheet.
    fn needs_text(self, now: Self) -> bool {
        (self.article, self.restored) != (now.article, now.restored)
    }
}

/// Brings the article's elements in line with the document.
fn write(
    sheet: &Sheet,
    document: &Document,
    before: Option<Written>,
    now: Written,
    painter: StoredValue<Painter, LocalStorage>,
) {
    if before.is_none_or(|before| before.needs_text(now)) {
        painter.update_value(Painter::clear);
        if before.is_some_and(|before| before.article == now.article) {
            sheet.restore(document);
        } else {
            sheet.mount(document);
        }
        // WebKit leaves blank what was written and selected in one task.
        let sheet = sheet.clone();
        request_animation_frame(move || selection::begin(&sheet));
    } else if before != Some(now) {
        sheet.update_kinds(document);
    }
}

/// The words that would be marked: by the drag that is going on, or by the boundaries that are being moved.
fn previewed(focus: Focus, caret: Caret) -> Vec<Stretch> {
    match focus.boundary_edit.get() {
        Some(moving) => moving.target().segments().map(|segment| (segment.start(), segment.end())).collect(),
        None => caret.preview.get().into_iter().collect(),
    }
}
