//! The caret of the article, moved by keys. The browser's own `Selection.modify` knows letters, words, lines and writing
//! directions. What it does differently from browser to browser, or not at all, is the page's: paragraphs, the ends of the
//! article, the column that is kept from line to line, and the side of a wrapped line on which the caret stands.

use bluepencil::document::Document;
use bluepencil::text::{Edge, Utf8};
use web_sys::{Node, Selection};

use super::article::Sheet;
use super::floating::Area;
use super::handles::edge_box;
use super::selection::{area, caret_to_start, ends, select, selection};

/// What one move of the caret leaves for the next. Each part holds for the position at which it was left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Motion {
    /// The column that moves by line keep to, in CSS pixels from the left edge of the window.
    column: Option<(Utf8, f64)>,
    /// A caret at this position stands behind the last letter of a wrapped line, and not before the first letter of the next.
    line_end: Option<Utf8>,
}

/// A move of the caret, or of the moving end of the selection.
struct Move<'a> {
    sheet: &'a Sheet,
    shown: &'a Document,
    selection: Selection,
    /// Whether the selection is extended.
    extend: bool,
    motion: Motion,
}

/// Moves the caret, or the moving end of the selection, as a key asks; it stays in the article, and in view. The key is one
/// of the arrows, `Home` or `End`.
pub fn move_by_key(sheet: &Sheet, shown: &Document, motion: Motion, key: &str, extend: bool, control: bool) -> Motion {
    let Some(selection) = selection() else { return motion };
    if ends(sheet, shown).is_none() {
        caret_to_start(sheet);
    }
    let Some(before) = ends(sheet, shown) else { return motion };
    let mut caret = Move { sheet, shown, selection, extend, motion };
    caret.go(key, control, before);
    if !caret.is_inside() {
        select(sheet, shown, before.0, before.1);
    }
    follow(sheet, shown, caret.motion);
    caret.motion
}

/// Scrolls the article so that the caret is in view.
pub fn follow(sheet: &Sheet, shown: &Document, motion: Motion) {
    if let Some(area) = caret_box(sheet, shown, motion) {
        sheet.follow(area.top, area.bottom);
    }
}

/// The box around the caret, or the moving end of the selection.
pub fn caret_box(sheet: &Sheet, shown: &Document, motion: Motion) -> Option<Area> {
    let (_, focus) = ends(sheet, shown)?;
    match motion.line_end {
        Some(end) if end == focus => edge_box(sheet, shown, focus, Edge::End),
        _ => box_before(sheet, shown, focus),
    }
}

/// The box of a caret before the letter at a position.
fn box_before(sheet: &Sheet, shown: &Document, position: Utf8) -> Option<Area> {
    let collapsed = area(sheet, shown, position, position).filter(|area| area.bottom > area.top);
    collapsed.or_else(|| edge_box(sheet, shown, position, Edge::End))
}

/// The pointer was clicked at a point of the window, and the browser has put the caret somewhere. Beside the lines it is put
/// where it belongs in every browser. What is left of the click for the next move.
pub fn click(sheet: &Sheet, shown: &Document, x: f64, y: f64) -> Motion {
    if let Some(position) = sheet.nearest_position(shown, x, y) {
        select(sheet, shown, position, position);
    }
    let Some((_, focus)) = ends(sheet, shown) else { return Motion::default() };
    Motion { line_end: end_of_line(sheet, shown, focus, y), column: None }
}

/// The position, where a caret there is meant to stand at the end of the wrapped line that is nearest to a height in the
/// window.
fn end_of_line(sheet: &Sheet, shown: &Document, position: Utf8, y: f64) -> Option<Utf8> {
    let (behind, before) = (edge_box(sheet, shown, position, Edge::End)?, box_before(sheet, shown, position)?);
    let is_nearer = (middle(behind) - y).abs() < (middle(before) - y).abs();
    (behind.bottom <= middle(before) && is_nearer).then_some(position)
}

fn middle(area: Area) -> f64 {
    (area.top + area.bottom) / 2.0
}

impl Move<'_> {
    fn go(&mut self, key: &str, control: bool, (_, focus): (Utf8, Utf8)) {
        match (key, control) {
            ("ArrowLeft", false) => self.modify("left", "character"),
            ("ArrowRight", false) => self.modify("right", "character"),
            ("ArrowLeft", true) => self.modify("left", "word"),
            ("ArrowRight", true) => self.modify("right", "word"),
            ("ArrowUp", false) => self.by_line(false, focus),
            ("ArrowDown", false) => self.by_line(true, focus),
            ("ArrowUp", true) => self.by_paragraph(false, focus),
            ("ArrowDown", true) => self.by_paragraph(true, focus),
            ("Home", false) => self.go_to_line_start(focus),
            ("End", false) => self.go_to_line_end(focus),
            ("Home", true) => self.go_to_end(false),
            ("End", true) => self.go_to_end(true),
            _ => {}
        }
    }

    /// Has the browser move the caret.
    fn modify(&self, direction: &str, granularity: &str) {
        let _ = self.selection.modify(if self.extend { "extend" } else { "move" }, direction, granularity);
    }

    /// Puts the caret at a position.
    fn put(&self, position: Utf8) {
        let anchor = ends(self.sheet, self.shown).map(|(anchor, _)| anchor).filter(|_| self.extend);
        select(self.sheet, self.shown, anchor.unwrap_or(position), position);
    }

    fn focus(&self) -> Option<Utf8> {
        ends(self.sheet, self.shown).map(|(_, focus)| focus)
    }

    /// Whether both ends of the selection lie in the article.
    fn is_inside(&self) -> bool {
        let inside = |node: Option<Node>| node.is_some_and(|node| self.sheet.holds(&node));
        inside(self.selection.focus_node()) && inside(self.selection.anchor_node())
    }

    /// To the start or the end of the article: the browser's document is the whole page.
    fn go_to_end(&self, forward: bool) {
        let blocks = &self.shown.article().blocks;
        let end = if forward { blocks.last().map(|block| block.end) } else { blocks.first().map(|block| block.start) };
        end.into_iter().for_each(|end| self.put(end));
    }

    /// To the start of the next block, or of this one and then the one before. Not every browser knows paragraphs.
    fn by_paragraph(&self, forward: bool, focus: Utf8) {
        let blocks = &self.shown.article().blocks;
        let wanted = if forward {
            blocks.iter().map(|block| block.start).find(|start| *start > focus)
        } else {
            blocks.iter().map(|block| block.start).rfind(|start| *start < focus)
        };
        match wanted {
            Some(start) => self.put(start),
            None => self.go_to_end(forward),
        }
    }

    fn go_to_line_start(&self, focus: Utf8) {
        if self.motion.line_end == Some(focus) {
            // To the browser the caret stands on the next line already.
            self.modify("backward", "character");
        }
        self.modify("backward", "lineboundary");
    }

    fn go_to_line_end(&mut self, focus: Utf8) {
        if self.motion.line_end == Some(focus) {
            return;
        }
        let line = box_before(self.sheet, self.shown, focus);
        self.modify("forward", "lineboundary");
        let end = self.focus().zip(line).and_then(|(end, line)| end_of_line(self.sheet, self.shown, end, middle(line)));
        self.motion.line_end = end;
    }

    /// To the next line or the one before, in the column in which the first of such moves began.
    fn by_line(&mut self, forward: bool, focus: Utf8) {
        let Some(here) = caret_box(self.sheet, self.shown, self.motion) else { return };
        let column =
            self.motion.column.filter(|(position, _)| *position == focus).map_or(here.left, |(_, column)| column);
        let at_line_end = self.motion.line_end == Some(focus);
        self.motion = Motion::default();
        // To the browser a caret at the end of a wrapped line stands on the next line already.
        if !(at_line_end && forward) {
            self.modify(if forward { "forward" } else { "backward" }, "line");
        }
        if at_line_end && !forward {
            self.modify("backward", "line");
        }
        if !self.is_inside() {
            return;
        }
        follow(self.sheet, self.shown, self.motion);
        let Some((line, now)) = caret_box(self.sheet, self.shown, self.motion).zip(self.focus()) else { return };
        self.motion.column = Some((now, column));
        let Some(position) = self.sheet.position_at(self.shown, column, middle(line)) else { return };
        let end = end_of_line(self.sheet, self.shown, position, middle(line));
        let is_there = |area: Area| area.top <= middle(line) && middle(line) <= area.bottom;
        if end.is_some() || box_before(self.sheet, self.shown, position).is_some_and(is_there) {
            self.put(position);
            self.motion = Motion { column: Some((position, column)), line_end: end };
        }
    }
}
