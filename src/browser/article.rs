//! The article's elements: written once, then only read.

use bluepencil::article::{Block, BlockKind};
use bluepencil::document::Document;
use bluepencil::text::{Utf8, Utf16};
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{DomRect, Element, Event, HtmlCollection, HtmlElement, Node, Range};

use super::caret_from_point::caret_from_point;
use super::dom;

/// How many blocks share a group. The browser watches for each group whether it comes near the view, and lays out and
/// paints only those that do; to watch each of thousands of blocks takes it a third of a frame.
const GROUP: usize = 16;
/// The height that a block is taken to have until it was laid out, in `rem`.
const BLOCK_HEIGHT: usize = 7;

/// The lines of a long block are looked for in stretches of so many bytes.
const STRETCH: u32 = 2_048;
/// Where a stretch begins is told by its first letters, so many bytes of them: the first alone may be a space at the end of a
/// line, which has no place.
const PROBE: u32 = 16;

/// The article as the browser shows it: the element that holds its text and nothing else, and the pane that scrolls it.
#[derive(Clone, Debug)]
pub struct Sheet {
    article: HtmlElement,
    pane: HtmlElement,
}

impl Sheet {
    /// An article that is shown in these elements.
    pub fn new(article: HtmlElement, pane: impl Into<HtmlElement>) -> Self {
        Self { article, pane: pane.into() }
    }

    /// Gives the article the focus.
    pub fn focus(&self) {
        dom::focus(&self.article);
    }

    /// Whether the article has the focus.
    pub fn has_focus(&self) -> bool {
        dom::has_focus(&self.article)
    }

    /// Whether an event happened on the text.
    pub fn is_under(&self, event: &Event) -> bool {
        dom::is_inside(event, &self.article)
    }

    /// The element that holds the text.
    pub(super) fn article(&self) -> &HtmlElement {
        &self.article
    }

    /// The element that scrolls it.
    pub(super) fn pane(&self) -> &HtmlElement {
        &self.pane
    }

    /// Whether a node lies in the text.
    pub(super) fn holds(&self, node: &Node) -> bool {
        self.article.contains(Some(node))
    }

    /// Writes the blocks of a document into the article's element, in place of whatever was there: one element and one text
    /// node a block, in groups. Called once for each article that is opened.
    pub fn mount(&self, shown: &Document) {
        let holder = &self.article;
        let article = shown.article();
        let fragment = document().create_document_fragment();
        let mut group = None;
        // To copy an element with its attributes takes the browser a third of the time that it takes to make one.
        let mut copied: Vec<(BlockKind, Element)> = Vec::new();
        for (number, block) in article.blocks.iter().enumerate() {
            if number % GROUP == 0 {
                group = group_of(article.blocks.len() - number).inspect(|group| drop(fragment.append_child(group)));
            }
            let known = copied.iter().find(|(kind, _)| *kind == block.kind).map(|(_, element)| element.clone());
            let model = known.or_else(|| {
                let element = block_of(block.kind)?;
                copied.push((block.kind, element.clone()));
                Some(element)
            });
            let element = model.and_then(|model| model.clone_node().ok()?.dyn_into::<Element>().ok());
            let (Some(element), Some(group)) = (element, &group) else { continue };
            let start = article.text.code_point(block.start).unwrap_or_default();
            let words = article.block_text(block);
            let attributes = [("data-block", number.to_string()), ("data-block-start", start.0.to_string())];
            for (name, value) in attributes {
                let _ = element.set_attribute(name, &value);
            }
            if words.contains('\n') {
                let _ = element.set_attribute("data-wrapped", "");
            }
            element.set_text_content(Some(words));
            let _ = group.append_child(&element);
        }
        // Where there was no article before it is at its top, and to say so would make the browser lay out the page at once.
        let another = holder.has_child_nodes();
        holder.replace_children_with_node_1(&fragment);
        if another {
            self.pane.set_scroll_top(0);
        }
    }

    /// Writes the blocks anew where others have changed them. What is in view stays there.
    pub fn restore(&self, shown: &Document) {
        let scrolled = self.pane.scroll_top();
        self.mount(shown);
        self.pane.set_scroll_top(scrolled);
    }

    /// Brings the attributes of the blocks in line with corrected kinds. The elements and their text stay as they are.
    pub fn update_kinds(&self, shown: &Document) {
        for (number, block) in shown.article().blocks.iter().enumerate() {
            if let Some(element) = self.block_element(number)
                && element.get_attribute("data-block-kind").as_deref() != Some(block.kind.name())
            {
                describe(&element, block.kind);
            }
        }
    }

    /// The element of a block.
    fn block_element(&self, number: usize) -> Option<Element> {
        let groups = self.article.children();
        nth(&nth(&groups, number / GROUP)?.children(), number % GROUP)
    }

    /// The text node of a block.
    pub(super) fn text_node(&self, number: usize) -> Option<Node> {
        self.block_element(number)?.first_child()
    }

    /// The text node and the offset in it where a position of the article stands. A position between two blocks stands at the
    /// end of the one before.
    pub(super) fn to_dom(&self, shown: &Document, position: Utf8) -> Option<(Node, u32)> {
        let number = shown.article().block_at(position)?;
        let block = shown.article().blocks.get(number)?;
        let inside = position.clamp(block.start, block.end);
        Some((self.text_node(number)?, shown.utf16_in_block(number, inside)?.0))
    }

    /// The position of the article at a place in the page: in a text node of a block, or beside one. A place before the
    /// article means its start, one after it its end.
    pub(super) fn position_of(&self, shown: &Document, node: &Node, offset: u32) -> Option<Utf8> {
        let holder = &self.article;
        let article = shown.article();
        if !holder.contains(Some(node)) {
            let follows = holder.compare_document_position(node) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
            let edge = if follows { article.blocks.last()?.end } else { article.blocks.first()?.start };
            return Some(edge);
        }
        let begin_of = |number: usize| match article.blocks.get(number) {
            Some(block) => Some(block.start),
            None => Some(article.blocks.last()?.end),
        };
        if node.is_same_node(Some(holder)) {
            return begin_of(offset as usize * GROUP);
        }
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        let number = |block: &Element| block.get_attribute("data-block")?.parse::<usize>().ok();
        let Some(number) = number(&element) else {
            return begin_of(number(&element.first_element_child()?)? + offset as usize);
        };
        let block = article.blocks.get(number)?;
        if node.node_type() != Node::TEXT_NODE {
            return Some(if offset == 0 { block.start } else { block.end });
        }
        let start = article.text.utf16(block.start)?;
        // An offset inside a surrogate pair is taken as the one before the pair.
        (0..=1).find_map(|back| article.text.from_utf16(Utf16((start.0 + offset).checked_sub(back)?)))
    }

    /// A browser range over a stretch of the article.
    pub(super) fn range(&self, shown: &Document, start: Utf8, end: Utf8) -> Option<Range> {
        let range = document().create_range().ok()?;
        let (start_node, start_offset) = self.to_dom(shown, start)?;
        let (end_node, end_offset) = self.to_dom(shown, end)?;
        range.set_start(&start_node, start_offset).ok()?;
        range.set_end(&end_node, end_offset).ok()?;
        Some(range)
    }

    /// The position of the article under a point of the window; `None` where there is no text within reach.
    pub(super) fn position_at(&self, shown: &Document, x: f64, y: f64) -> Option<Utf8> {
        let (node, offset) = caret_from_point(x, y)?;
        if !self.holds(&node) {
            return None;
        }
        self.position_of(shown, &node, offset)
    }

    /// The character of the article that lies under a point of the window; `None` in empty space. A caret position names the
    /// border that is nearest, so the characters on both its sides are looked at.
    pub fn character_at(&self, shown: &Document, x: f64, y: f64) -> Option<Utf8> {
        let text = &shown.article().text;
        let after = self.position_at(shown, x, y)?;
        let before = text.grapheme_boundary_before(Utf8(after.0.saturating_sub(1)));
        [after, before].into_iter().find(|start| {
            let end = text.grapheme_boundary_after(Utf8(start.0 + 1));
            let Some(boxes) = self.range(shown, *start, end).and_then(|range| range.get_client_rects()) else {
                return false;
            };
            (0..boxes.length()).filter_map(|number| boxes.item(number)).any(|area| {
                (area.left()..=area.right()).contains(&x) && (area.top() - 4.0..=area.bottom() + 4.0).contains(&y)
            })
        })
    }

    /// The position of the article that a click at a point beside the text means: the one nearest to it in the nearest block.
    /// `None` where the point lies on the lines of a block, as the browser says it then. Between two blocks browsers differ.
    pub(super) fn nearest_position(&self, shown: &Document, x: f64, y: f64) -> Option<Utf8> {
        let blocks = &shown.article().blocks;
        let below = self.first_block_below(shown, y);
        let lines = |number: usize| {
            let block = blocks.get(number)?;
            Some(self.range(shown, block.start, block.end)?.get_bounding_client_rect())
        };
        let distance = |area: &DomRect| (area.top() - y).max(y - area.bottom());
        let near = [below.checked_sub(1), Some(below)].into_iter().flatten().filter_map(lines);
        let nearest = near.min_by(|one, other| distance(one).total_cmp(&distance(other)))?;
        if distance(&nearest) <= 0.0 {
            return None;
        }
        // Well inside the first or the last line.
        let inset = 2.0_f64.min(nearest.height() / 2.0);
        let (left, right) = (nearest.left() + 1.0, nearest.right() - 1.0);
        self.position_at(
            shown,
            x.clamp(left, right.max(left)),
            y.clamp(nearest.top() + inset, nearest.bottom() - inset),
        )
    }

    /// How far the article is scrolled, in CSS pixels.
    pub fn scrolled(&self) -> i32 {
        self.pane.scroll_top()
    }

    /// Whether the article was scrolled on by more than half a view: then other words are near the view.
    pub fn has_gone_on(&self, from: i32) -> bool {
        self.pane.scroll_top().abs_diff(from) * 2 > self.pane.client_height().unsigned_abs()
    }

    /// The positions between which the article is in or near the view: a view's height above and below. By binary search over
    /// the groups, which stand one below the other, and then over the blocks of one: the blocks of a group far from the view
    /// have no place until the browser is made to lay them out. Of a long block only the lines near the view count.
    pub fn near_view(&self, shown: &Document) -> Option<(Utf8, Utf8)> {
        let (pane, blocks) = (self.view(), &shown.article().blocks);
        let (top, bottom) = (pane.top() - pane.height(), pane.bottom() + pane.height());
        let first = blocks.get(self.first_block_below(shown, top)).or(blocks.last())?;
        let last = blocks.get(self.first_block_below(shown, bottom)).or(blocks.last())?;
        let (from, _) = self.stretches_around(shown, first, top);
        let (_, to) = self.stretches_around(shown, last, bottom);
        Some((from, to))
    }

    /// Positions in a block before and after the lines at a height: its ends, where it is short. By binary search over stretches
    /// of its text, whose lines stand one below the other.
    fn stretches_around(&self, shown: &Document, block: &Block, edge: f64) -> (Utf8, Utf8) {
        let text = &shown.article().text;
        let count = block.end.0.saturating_sub(block.start.0).div_ceil(STRETCH);
        let begin_of =
            |number: u32| text.grapheme_boundary_before(Utf8(block.start.0 + number * STRETCH)).max(block.start);
        let end_of = |number: u32| if number < count { begin_of(number) } else { block.end };
        let begins_below = |number: usize| {
            let start = begin_of(number as u32);
            let end = text.grapheme_boundary_after(Utf8(start.0 + PROBE)).min(block.end);
            let lines = self.range(shown, start, end).map(|range| range.get_bounding_client_rect());
            lines.is_none_or(|lines| lines.top() > edge)
        };
        let below = first_from(1, count as usize, begins_below) as u32;
        (begin_of(below.saturating_sub(2)), end_of(below))
    }

    /// The number of the first block that ends below an edge; how many there are where none does.
    fn first_block_below(&self, shown: &Document, edge: f64) -> usize {
        let groups = self.article.children();
        let group = first_from(0, groups.length() as usize, |number| is_below(nth(&groups, number), edge));
        let end = ((group + 1) * GROUP).min(shown.article().blocks.len());
        first_from(group * GROUP, end, |number| is_below(self.block_element(number), edge))
    }

    /// Scrolls the article so that a position is well in view, unless it is already.
    pub fn reveal(&self, shown: &Document, start: Utf8, end: Utf8) {
        let Some(range) = self.range(shown, start, end) else { return };
        let view = self.view();
        let words = range.get_bounding_client_rect();
        let fits = words.top() >= view.top() + 24.0 && words.bottom() <= view.bottom() - 24.0;
        let fills = words.height() > view.height() && words.top() < view.bottom() && words.bottom() > view.top();
        if !fits && !fills {
            let wanted = self.pane.scroll_top() + (words.top() - view.top() - view.height() / 3.0) as i32;
            self.pane.set_scroll_top(wanted);
        }
    }

    /// Scrolls the article as little as it takes to have a line of the window in view, with room for one more above and below.
    pub(super) fn follow(&self, top: f64, bottom: f64) {
        let view = self.view();
        let room = (bottom - top).min(view.height() / 4.0);
        let (above, below) = (top - room - view.top(), bottom + room - view.bottom());
        let by = if above < 0.0 { above.floor() } else { below.max(0.0).ceil() };
        if by != 0.0 {
            self.pane.set_scroll_top(self.pane.scroll_top() + by as i32);
        }
    }

    /// The part of the window in which the article is seen.
    pub(super) fn view(&self) -> DomRect {
        self.pane.get_bounding_client_rect()
    }
}

/// An element for blocks of a kind.
fn block_of(kind: BlockKind) -> Option<Element> {
    let element = document().create_element("p").ok()?;
    let _ = element.set_attribute("dir", "auto");
    describe(&element, kind);
    Some(element)
}

/// A group for the next of so many blocks that are left.
fn group_of(left: usize) -> Option<HtmlElement> {
    let group: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    let height = format!("auto {}rem", left.min(GROUP) * BLOCK_HEIGHT);
    let _ = group.style().set_property("contain-intrinsic-block-size", &height);
    Some(group)
}

fn describe(element: &Element, kind: BlockKind) {
    let _ = element.set_attribute("data-block-kind", kind.name());
    let level = match kind {
        BlockKind::Title => Some("2"),
        BlockKind::Heading => Some("3"),
        _ => None,
    };
    match level {
        Some(level) => {
            let _ = element.set_attribute("role", "heading");
            let _ = element.set_attribute("aria-level", level);
        }
        None => {
            let _ = element.remove_attribute("role");
            let _ = element.remove_attribute("aria-level");
        }
    }
}

fn nth(elements: &HtmlCollection, number: usize) -> Option<Element> {
    elements.item(u32::try_from(number).ok()?)
}

fn is_below(element: Option<Element>, edge: f64) -> bool {
    element.is_none_or(|element| element.get_bounding_client_rect().bottom() >= edge)
}

/// The first of some numbers in order for which something holds, which holds for all that follow it; the end where it holds
/// for none.
fn first_from(mut low: usize, mut high: usize, holds: impl Fn(usize) -> bool) -> usize {
    while low < high {
        let middle = (low + high) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}
