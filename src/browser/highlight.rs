//! Painting: the CSS Custom Highlight API, one highlight a style.
//!
//! `web-sys` hides this interface behind a build-wide flag, so it is bound here by hand. Nothing else touches
//! `CSS.highlights`.

use std::collections::BTreeMap;

use bluepencil::annotation::{BUILT_IN, Label};
use bluepencil::document::Document;
use bluepencil::text::Utf8;
use wasm_bindgen::prelude::*;
use web_sys::{StaticRange, StaticRangeInit};

use super::article::Sheet;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange) -> Highlight;
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &StaticRange) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type HighlightRegistry;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight) -> HighlightRegistry;
    #[wasm_bindgen(js_namespace = CSS, js_name = highlights, thread_local_v2)]
    static REGISTRY: HighlightRegistry;
}

/// Whether this browser can paint highlights at all.
pub fn is_supported() -> bool {
    let css = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("CSS")).ok();
    let registry = css.and_then(|css| js_sys::Reflect::get(&css, &JsValue::from_str("highlights")).ok());
    registry.is_some_and(|registry| !registry.is_undefined())
}

/// One stretch to be painted in one style. Two that are equal are the same paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paint {
    /// How.
    pub style: Style,
    /// Where it begins.
    pub start: Utf8,
    /// Where it ends.
    pub end: Utf8,
}

/// How a stretch is painted, in the order in which styles are registered, the later over the earlier: what is nested over what
/// it is nested in, and what is in focus, previewed or found over all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// As a mark with a label: the place of a built-in one in [`BUILT_IN`], or the one after them.
    Label(usize),
    /// As a mark that is only suggested.
    Suggested,
    /// As a mark inside another with the same label.
    Nested(usize),
    /// As the mark in focus.
    Selected,
    /// As what would be marked.
    Preview,
    /// As a match of the search.
    Found,
    /// As the chosen match.
    FoundCurrent,
}

impl Style {
    /// The place of a label among the styles.
    pub fn place_of(label: &Label) -> usize {
        BUILT_IN.iter().position(|known| known.name == label.name()).unwrap_or(BUILT_IN.len())
    }

    /// All of them, in order.
    fn all() -> impl Iterator<Item = Self> {
        let labels = 0..=BUILT_IN.len();
        let marks = labels.clone().map(Self::Label).chain([Self::Suggested]).chain(labels.map(Self::Nested));
        marks.chain([Self::Selected, Self::Preview, Self::Found, Self::FoundCurrent])
    }

    /// Its name in the style sheet.
    fn name(self) -> String {
        let label = |place: usize| BUILT_IN.get(place).map_or("other", |known| known.name);
        match self {
            Self::Label(place) => format!("bp-{}", label(place)),
            Self::Suggested => "bp-suggested".to_owned(),
            Self::Nested(place) => format!("bp-{}-nested", label(place)),
            Self::Selected => "bp-selected".to_owned(),
            Self::Preview => "bp-preview".to_owned(),
            Self::Found => "bp-found".to_owned(),
            Self::FoundCurrent => "bp-found-current".to_owned(),
        }
    }

    fn priority(self) -> i32 {
        match self {
            Self::Label(_) | Self::Suggested => 0,
            Self::Nested(_) => 1,
            Self::Selected => 2,
            Self::Preview => 3,
            Self::Found => 4,
            Self::FoundCurrent => 5,
        }
    }
}

/// What is registered with the browser now.
pub struct Painter {
    /// One for each style; none where the browser has no highlights.
    highlights: BTreeMap<Style, Highlight>,
    /// In order.
    painted: Vec<(Paint, StaticRange)>,
}

impl Painter {
    /// Registers every style. WebKit crashes where highlights are not registered in the order of their priority, so all of them
    /// are registered before the first is used.
    pub fn new() -> Self {
        let styles = Style::all().filter(|_| is_supported());
        let register = |style: Style| {
            let highlight = Highlight::new();
            highlight.set_priority(style.priority());
            REGISTRY.with(|registry| registry.set(&style.name(), &highlight));
            (style, highlight)
        };
        Self { highlights: styles.map(register).collect(), painted: Vec::new() }
    }

    /// Forgets every range, because the article's elements were written anew.
    pub fn clear(&mut self) {
        std::mem::take(&mut self.painted).into_iter().for_each(|gone| self.delete(gone));
    }

    /// Makes the registered ranges exactly the wanted ones, touching only those that differ.
    pub fn paint(&mut self, sheet: &Sheet, shown: &Document, mut wanted: Vec<Paint>) {
        wanted.sort_unstable();
        wanted.dedup();
        let mut old = std::mem::take(&mut self.painted).into_iter().peekable();
        for paint in wanted {
            while let Some(gone) = old.next_if(|(known, _)| *known < paint) {
                self.delete(gone);
            }
            if let Some(same) = old.next_if(|(known, _)| *known == paint) {
                self.painted.push(same);
            } else if let Some((range, highlight)) =
                static_range(sheet, shown, &paint).zip(self.highlights.get(&paint.style))
            {
                highlight.add(&range);
                self.painted.push((paint, range));
            }
        }
        old.for_each(|gone| self.delete(gone));
    }

    fn delete(&self, (paint, range): (Paint, StaticRange)) {
        if let Some(highlight) = self.highlights.get(&paint.style) {
            highlight.delete(&range);
        }
    }
}

fn static_range(sheet: &Sheet, shown: &Document, paint: &Paint) -> Option<StaticRange> {
    let (start, start_offset) = sheet.to_dom(shown, paint.start)?;
    let (end, end_offset) = sheet.to_dom(shown, paint.end)?;
    StaticRange::new(&StaticRangeInit::new(&end, end_offset, &start, start_offset)).ok()
}
