//! The words of a block with the marks around parts of them.
//!
//! Nothing in here follows anything: an article can have thousands of marks, and the view is made anew when one changes.

use std::collections::HashMap;

use bluepencil::annotation::{Annotation, AnnotationId};
use bluepencil::document::{Document, EdgeKind};
use bluepencil::session::{Route, end_announcement, start_announcement};
use leptos::html;
use leptos::prelude::*;

use super::records::record_id;
use super::tree::Piece;
use crate::app::components::letter;

/// The links at the beginnings of marks.
pub type Links = HashMap<AnnotationId, NodeRef<html::A>>;

/// What the marks are made of.
#[derive(Clone, Copy)]
pub struct Marks<'a> {
    /// The document.
    pub document: &'a Document,
    /// Where the link at the beginning of each mark is to be found afterwards.
    pub links: &'a Links,
}

impl Marks<'_> {
    /// The views of pieces, those inside marks in their marks.
    pub fn views(self, pieces: Vec<Piece>) -> Vec<AnyView> {
        pieces.into_iter().filter_map(|piece| self.piece(piece)).collect()
    }

    fn piece(self, piece: Piece) -> Option<AnyView> {
        match piece {
            Piece::Words(start, end) => Some(self.document.article().text.between(start, end).to_owned().into_any()),
            Piece::Mark { id, begins, ends, inside } => {
                let annotation = self.document.annotation(id)?;
                let begin = self.begin(annotation, begins);
                let view = view! {
                    <mark
                        data-label=annotation.label.name().to_owned()
                        aria-details=record_id(annotation.id)
                    >
                        {begin}
                        {self.views(inside)}
                        {added(end_announcement(&annotation.label, ends))}
                    </mark>
                };
                Some(view.into_any())
            }
        }
    }

    /// What is said at the beginning of a mark. Where the annotation itself begins, that is a link to its record on the desk,
    /// and shows the label's letter.
    fn begin(self, annotation: &Annotation, edge: EdgeKind) -> Option<AnyView> {
        let words = added(start_announcement(&annotation.label, edge));
        if edge != EdgeKind::Mark {
            return words;
        }
        let Some(link) = self.links.get(&annotation.id).copied() else {
            let letter = letter(annotation.label.name());
            return Some(view! { <span class="tag" data-letter=letter dir="ltr"></span> }.into_any());
        };
        let view = view! {
            <a
                node_ref=link
                id=format!("mark-{}", annotation.id)
                class="tag"
                href=Route::Article(self.document.article().id, Some(annotation.id)).to_string()
                title="Go to record"
                data-letter=letter(annotation.label.name())
                data-added=""
                dir="ltr"
            >
                {words}
            </a>
        };
        Some(view.into_any())
    }
}

/// Words that are no part of the text; nothing where there are none. They have a direction of their own, so that the browser
/// does not take the direction of the block from them.
fn added(words: String) -> Option<AnyView> {
    if words.is_empty() {
        return None;
    }
    let view = view! {
        <span class="out-of-sight" data-added="" dir="ltr">
            {format!(" {words} ")}
        </span>
    };
    Some(view.into_any())
}
