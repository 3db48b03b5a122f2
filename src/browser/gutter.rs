//! The margin of the article: a letter for each mark near the view, and a bracket beside one that runs over several lines.
//!
//! The letters stand over the article, never in it. They are what one goes by who cannot tell the paint apart; the list of
//! annotations is their twin for the keyboard and for screen readers.

use std::collections::HashMap;

use bluepencil::annotation::AnnotationId;
use bluepencil::article::ArticleId;
use bluepencil::document::Document;
use bluepencil::text::Utf8;
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{DomRect, Element, Event, HtmlElement};

use super::article::Sheet;
use super::dom;

/// The width of a lane, and the least height of a sign, in CSS pixels: enough to hit.
const LANE: f64 = 24.0;

/// One mark as the margin shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// The annotation.
    pub id: AnnotationId,
    /// The name of its label.
    pub label: String,
    /// The letter that stands for the label.
    pub letter: String,
    /// Where its words begin.
    pub start: Utf8,
    /// Where its words end.
    pub end: Utf8,
    /// Whether it is the one in focus.
    pub in_focus: bool,
}

/// A sign in its place: left, top and height in CSS pixels, inside the scrolled pane.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    sign: Sign,
    left: i32,
    top: i32,
    height: i32,
    is_long: bool,
}

/// Where the lines of a mark stand on the sheet, in CSS pixels.
#[derive(Clone, Copy)]
struct Lines {
    top: f64,
    bottom: f64,
    is_long: bool,
}

/// What stands in the margin now.
#[derive(Default)]
pub struct Gutter {
    shown: Vec<(Placed, HtmlElement)>,
    /// The lines of the marks that were measured in this layout: a mark is measured once.
    lines: HashMap<(Utf8, Utf8), Option<Lines>>,
    /// The layout they were measured in.
    layout: Option<Layout>,
}

/// One way in which an article is laid out: which article, and how often its words have moved on the sheet.
pub type Layout = (ArticleId, u32);

impl Gutter {
    /// Finds a place for these signs, which come in reading order, each in the lane nearest to the text that is free beside
    /// it; those for which no lane is free are left to the list.
    pub fn place(&mut self, sheet: &Sheet, shown: &Document, signs: Vec<Sign>, layout: Layout) -> Vec<Placed> {
        if self.layout != Some(layout) {
            self.lines.clear();
            self.layout = Some(layout);
        }
        place(sheet, shown, signs, &mut self.lines)
    }

    /// Shows these signs.
    pub fn draw(&mut self, holder: &HtmlElement, placed: Vec<Placed>) {
        // A sign that stays keeps its element: most do while one scrolls.
        let mut known = std::mem::take(&mut self.shown);
        let stands = |known: &[(Placed, HtmlElement)], wanted: &Placed| {
            known.iter().position(|(before, _)| before.sign.id == wanted.sign.id)
        };
        for wanted in placed {
            if let Some(place) = stands(&known, &wanted) {
                known.drain(..place).for_each(|(_, gone)| gone.remove());
                let (before, element) = known.remove(0);
                if before != wanted {
                    write(&element, &wanted, Some(&before));
                }
                self.shown.push((wanted, element));
            } else if let Some(element) = sign_element(holder, known.first().map(|(_, next)| next)) {
                write(&element, &wanted, None);
                self.shown.push((wanted, element));
            }
        }
        known.into_iter().for_each(|(_, gone)| gone.remove());
    }
}

/// A new element for a sign, before another or at the end.
fn sign_element(holder: &Element, before: Option<&HtmlElement>) -> Option<HtmlElement> {
    let made: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
    let _ = made.set_attribute("class", "margin-letter");
    let _ = made.set_attribute("data-does", "choose");
    holder.insert_before(&made, before.map(AsRef::as_ref)).ok()?;
    Some(made)
}

/// Writes what differs from what the element shows.
fn write(element: &HtmlElement, wanted: &Placed, known: Option<&Placed>) {
    let Placed { sign, left, top, height, is_long } = wanted;
    let same_sign = known.is_some_and(|known| known.sign == *sign && known.is_long == *is_long);
    if !same_sign {
        let _ = element.set_attribute("data-of", &sign.id.to_string());
        let _ = element.set_attribute("data-label", &sign.label);
        let _ = element.toggle_attribute_with_force("data-long", *is_long);
        let _ = element.toggle_attribute_with_force("data-in-focus", sign.in_focus);
        element.set_text_content(Some(&sign.letter));
    }
    for (property, pixels) in [("left", left), ("top", top), ("height", height)] {
        let _ = element.style().set_property(property, &format!("{pixels}px"));
    }
}

/// The annotation whose sign an event is of.
pub fn sign_of(event: &Event) -> Option<AnnotationId> {
    AnnotationId::parse(&dom::attribute(event, "data-of")?)
}

/// Finds a lane for every sign.
fn place(
    sheet: &Sheet,
    shown: &Document,
    signs: Vec<Sign>,
    lines: &mut HashMap<(Utf8, Utf8), Option<Lines>>,
) -> Vec<Placed> {
    let (pane, view) = (sheet.pane(), sheet.view());
    let text = sheet.article().get_bounding_client_rect();
    let padding = text.left() - view.left();
    let lanes = ((padding / LANE) as usize).min(LANES);
    let (across, down) = (padding + f64::from(pane.scroll_left()), f64::from(pane.scroll_top()) - view.top());
    // Signs come from the top down, so a lane is free from where its last sign ends.
    let mut taken: Vec<f64> = vec![f64::NEG_INFINITY; lanes];
    let mut placed = Vec::with_capacity(signs.len());
    for sign in signs {
        let measure = || {
            first_and_last(sheet, shown, &sign).map(|(first, last)| {
                let (top, bottom) = (first.top() + down, (last.bottom() + down).max(first.top() + down + LANE));
                Lines { top, bottom, is_long: last.top() > first.bottom() }
            })
        };
        let known = *lines.entry((sign.start, sign.end)).or_insert_with(measure);
        let Some(Lines { top, bottom, is_long }) = known else { continue };
        let Some((lane, end)) = taken.iter_mut().enumerate().find(|(_, end)| **end <= top) else { continue };
        *end = bottom;
        placed.push(Placed {
            left: (across - LANE * (lane as f64 + 1.0)) as i32,
            top: top as i32,
            height: (bottom - top) as i32,
            is_long,
            sign,
        });
    }
    placed
}

/// The most lanes beside the text.
const LANES: usize = 3;

/// The boxes of the first and of the last character.
fn first_and_last(sheet: &Sheet, shown: &Document, sign: &Sign) -> Option<(DomRect, DomRect)> {
    let text = &shown.article().text;
    let after_first = text.grapheme_boundary_after(Utf8(sign.start.0 + 1));
    let before_last = text.grapheme_boundary_before(Utf8(sign.end.0.checked_sub(1)?));
    let first = sheet.range(shown, sign.start, after_first)?.get_bounding_client_rect();
    let last = sheet.range(shown, before_last, sign.end)?.get_bounding_client_rect();
    (first.height() > 0.0 && last.height() > 0.0).then_some((first, last))
}
