//! The article's text with its marks, and what of it has the focus.

use std::sync::Arc;

use bluepencil::annotation::AnnotationId;
use bluepencil::article::BlockKind;
use bluepencil::document::Document;
use leptos::html;
use leptos::prelude::*;

use super::marks::{Links, Marks};
use super::tree::tree;
use crate::app::state::focus::{Focus, Wanted, use_focus};
use crate::browser::dom;

/// The blocks of an article with the marks in them.
#[component]
pub fn TextWithMarks(
    /// The document. Another one is another view.
    document: Arc<Document>,
    /// The whole view, which has the focus where no mark can have it.
    view: NodeRef<html::Main>,
    /// The mark whose link had the focus when the view was last taken away.
    left: StoredValue<Option<AnnotationId>>,
) -> impl IntoView {
    let links: Links = document.annotations().map(|annotation| (annotation.id, NodeRef::new())).collect();
    let blocks = blocks(&document, &links);
    keep_focus(use_focus(), links, view, left);
    blocks
}

/// The blocks of an article with elements around the marks. A mark whose link is not among these begins without one.
pub fn blocks(document: &Document, links: &Links) -> Vec<AnyView> {
    (0..document.article().blocks.len()).filter_map(|number| block(document, number, links)).collect()
}

/// Gives the link of a mark the focus where that is asked for, and gives it back to the one that had it before the view was
/// made anew.
fn keep_focus(focus: Focus, links: Links, view: NodeRef<html::Main>, left: StoredValue<Option<AnnotationId>>) {
    let links = StoredValue::new(links);
    let link = move |id: AnnotationId| {
        let link = links.try_with_value(|links| links.get(&id).copied()).flatten();
        link.and_then(|link| link.get_untracked())
    };
    Effect::new(move |_| {
        let wanted = focus.take(|wanted| if let Wanted::Reading(id) = wanted { Some(id) } else { None });
        let back = left.try_update_value(Option::take).flatten();
        if wanted.is_none() && back.is_none() {
            return;
        }
        // In the next frame the view is no longer hidden and all of it is there, so that it can be scrolled.
        request_animation_frame(focus.while_user_waits(move || match wanted.map(|id| id.and_then(link)) {
            Some(Some(link)) => {
                dom::scroll_to_middle(&link);
                dom::focus(&link);
            }
            Some(None) => view.get_untracked().iter().for_each(dom::focus),
            None => back.and_then(link).iter().for_each(dom::focus),
        }));
    });
    on_cleanup(move || {
        if view.get_untracked().is_some_and(|view| dom::has_focus(&view)) {
            left.set_value(links.try_with_value(focused).flatten());
        }
    });
}

/// The mark whose link has the focus.
fn focused(links: &Links) -> Option<AnnotationId> {
    let mut links = links.iter();
    links.find(|(_, link)| link.get_untracked().is_some_and(|link| dom::has_focus(&link))).map(|(id, _)| *id)
}

/// One block: an element of its kind that holds its text, the marks around parts of it.
fn block(document: &Document, number: usize, links: &Links) -> Option<AnyView> {
    let block = document.article().blocks.get(number)?;
    let inside = Marks { document, links }.views(tree(document.runs(number)));
    let attributes = view! {
        <{..}
            data-read-block=number.to_string()
            data-block-kind=block.kind.name()
            data-wrapped=document.article().block_text(block).contains('\n')
        />
    };
    let view = match block.kind {
        BlockKind::Title => view! { <h2 dir="auto" {..attributes}>{inside}</h2> }.into_any(),
        BlockKind::Heading => view! { <h3 dir="auto" {..attributes}>{inside}</h3> }.into_any(),
        BlockKind::Quote => view! { <blockquote dir="auto" {..attributes}>{inside}</blockquote> }.into_any(),
        BlockKind::Caption => view! {
            <figure>
                <figcaption dir="auto" {..attributes}>{inside}</figcaption>
            </figure>
        }
        .into_any(),
        _ => view! { <p dir="auto" {..attributes}>{inside}</p> }.into_any(),
    };
    Some(view)
}
