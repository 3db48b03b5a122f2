//! The caret of the article.

use leptos::html;
use leptos::prelude::*;

use crate::app::state::article_view::use_article_view;
use crate::app::state::caret::use_caret;
use crate::app::state::document::use_document;
use crate::app::state::focus::use_focus;
use crate::app::state::frame::use_frame;
use crate::app::state::viewport::use_viewport;
use crate::browser::{caret_motion, dom, floating, handles};

/// The caret: browsers show none in a text that is not edited. While a boundary is moved it stands there.
#[component]
pub fn Caret() -> impl IntoView {
    let (view, document, viewport, caret) = (use_article_view(), use_document(), use_viewport(), use_caret());
    let (focus, frame) = (use_focus(), use_frame());
    let element = NodeRef::<html::Span>::new();
    Effect::new(move |_| {
        document.track();
        viewport.near.track();
        let (place, moving, motion) = (caret.place.get(), focus.boundary_edit.get(), caret.motion.get());
        frame.before_paint(move || {
            let (element, sheet) = element.get_untracked().zip(view.sheet_untracked())?;
            let area = document.read(|document| match moving {
                Some(moving) => handles::edge_box(&sheet, document, moving.position(), moving.edge()),
                None => {
                    let shown = place.caret.is_some() && place.selection.is_none() && !dom::nothing_has_focus();
                    shown.then(|| caret_motion::caret_box(&sheet, document, motion)).flatten()
                }
            });
            Some(floating::place_caret(element.into(), &sheet, area.flatten()))
        });
    });
    view! { <span node_ref=element class="caret" aria-hidden="true" hidden=true></span> }
}
