//! The browser's live selection in the article, and the caret that keys move.

use bluepencil::document::Document;
use bluepencil::session::Place;
use bluepencil::text::Utf8;
use leptos::prelude::window;
use web_sys::Selection;

use super::article::Sheet;
use super::floating::Area;

fn selection() -> Option<Selection> {
    window().get_selection().ok().flatten()
}

/// The ends of the selection as positions of the article: where it began, and where it now stands.
fn ends(sheet: &Sheet, shown: &Document) -> Option<(Utf8, Utf8)> {
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

/// Puts the caret at the start of the article.
pub fn caret_to_start(sheet: &Sheet) {
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

/// Moves the caret, or the moving end of the selection, as a key asks. True where the key is one that does.
///
/// The browser's own `Selection.modify` knows lines, words and writing directions; it never leaves the article, since the
/// result is put back where it would.
pub fn move_by_key(sheet: &Sheet, shown: &Document, key: &str, extend: bool, control: bool) {
    let Some(selection) = selection() else { return };
    if ends(sheet, shown).is_none() {
        caret_to_start(sheet);
    }
    let before = ends(sheet, shown);
    let (direction, granularity) = match (key, control) {
        ("ArrowLeft", false) => ("left", "character"),
        ("ArrowRight", false) => ("right", "character"),
        ("ArrowLeft", true) => ("left", "word"),
        ("ArrowRight", true) => ("right", "word"),
        ("ArrowUp", false) => ("backward", "line"),
        ("ArrowDown", false) => ("forward", "line"),
        ("ArrowUp", true) => ("backward", "paragraph"),
        ("ArrowDown", true) => ("forward", "paragraph"),
        ("Home", false) => ("backward", "lineboundary"),
        ("End", false) => ("forward", "lineboundary"),
        ("Home", true) => ("backward", "documentboundary"),
        ("End", true) => ("forward", "documentboundary"),
        _ => return,
    };
    let blocks = &shown.article().blocks;
    if granularity == "documentboundary" {
        // The browser's document is the whole page; the article's ends are meant.
        let (Some(first), Some(last), Some((anchor, _))) = (blocks.first(), blocks.last(), before) else { return };
        let target = if direction == "backward" { first.start } else { last.end };
        return select(sheet, shown, if extend { anchor } else { target }, target);
    }
    let _ = selection.modify(if extend { "extend" } else { "move" }, direction, granularity);
    let inside = |node: Option<web_sys::Node>| node.is_some_and(|node| sheet.holds(&node));
    if (!inside(selection.focus_node()) || !inside(selection.anchor_node()))
        && let Some((anchor, focus)) = before
    {
        select(sheet, shown, anchor, focus);
    }
}

/// The box around the moving end of the selection.
pub fn caret_box(sheet: &Sheet, shown: &Document) -> Option<Area> {
    let (_, focus) = ends(sheet, shown)?;
    area(sheet, shown, focus, focus).filter(|area| area.bottom > area.top)
}

/// The box around the selected words.
pub fn selection_box(sheet: &Sheet, shown: &Document) -> Option<Area> {
    let (anchor, focus) = ends(sheet, shown).filter(|(anchor, focus)| anchor != focus)?;
    area(sheet, shown, anchor.min(focus), anchor.max(focus))
}

fn area(sheet: &Sheet, shown: &Document, start: Utf8, end: Utf8) -> Option<Area> {
    let here = sheet.range(shown, start, end)?.get_bounding_client_rect();
    Some(Area { left: here.left(), top: here.top(), bottom: here.bottom() })
}
