//! The browser's live selection in the article.

use bluepencil::document::Document;
use bluepencil::session::Place;
use bluepencil::text::Utf8;
use leptos::prelude::window;
use web_sys::{Node, Selection};

use super::article::Sheet;
use super::floating::Area;

pub(super) fn selection() -> Option<Selection> {
    window().get_selection().ok().flatten()
}

/// The ends of the selection as positions of the article: where it began, and where it now stands.
pub(super) fn ends(sheet: &Sheet, shown: &Document) -> Option<(Utf8, Utf8)> {
    let selection = selection()?;
    let (anchor, focus) = (selection.anchor_node()?, selection.focus_node()?);
    let touches =
        selection.range_count() > 0 && selection.get_range_at(0).ok()?.intersects_node(sheet.article()).ok()?;
    if !touches {
        return None;
    }
    let anchor = sheet.position_of(shown, &anchor, selection.anchor_offset())?;
    let focus = sheet.position_of(shown, &focus, selection.focus_offset())?;
    Some((anchor, focus))
}

/// Where the user stands in the article: the selection as it is, and the caret.
pub fn place(sheet: &Sheet, shown: &Document) -> Place {
    match ends(sheet, shown) {
        None => Place::default(),
        Some((anchor, focus)) => Place { selection: (anchor != focus).then_some((anchor, focus)), caret: Some(focus) },
    }
}

/// Selects a stretch of the article; the second end is the one that moves on.
pub fn select(sheet: &Sheet, shown: &Document, anchor: Utf8, focus: Utf8) {
    let (Some(selection), Some(anchor), Some(focus)) =
        (selection(), sheet.to_dom(shown, anchor), sheet.to_dom(shown, focus))
    else {
        return;
    };
    let _ = selection.set_base_and_extent(&anchor.0, anchor.1, &focus.0, focus.1);
}

/// Puts the caret at the start of an article that was just written, unless it stands in its text already.
pub fn begin(sheet: &Sheet) {
    let focus = selection().and_then(|selection| selection.focus_node());
    if !focus.is_some_and(|node| node.node_type() == Node::TEXT_NODE && sheet.holds(&node)) {
        caret_to_start(sheet);
    }
}

/// Puts the caret at the start of the article.
pub(super) fn caret_to_start(sheet: &Sheet) {
    if let (Some(selection), Some(node)) = (selection(), sheet.text_node(0)) {
        let _ = selection.collapse_with_offset(Some(&node), 0);
    }
}

/// Lets go of the selection; the caret stays where it ended.
pub fn collapse(sheet: &Sheet, shown: &Document) {
    if let Some((_, focus)) = ends(sheet, shown) {
        select(sheet, shown, focus, focus);
    }
}

/// The box around the selected words.
pub fn selection_box(sheet: &Sheet, shown: &Document) -> Option<Area> {
    let (anchor, focus) = ends(sheet, shown).filter(|(anchor, focus)| anchor != focus)?;
    area(sheet, shown, anchor.min(focus), anchor.max(focus))
}

/// The box around a stretch of the article. That of an empty one is a line without width.
pub(super) fn area(sheet: &Sheet, shown: &Document, start: Utf8, end: Utf8) -> Option<Area> {
    let here = sheet.range(shown, start, end)?.get_bounding_client_rect();
    Some(Area { left: here.left(), top: here.top(), bottom: here.bottom() })
}
