//! Painting: the CSS Custom Highlight API, one highlight a style.
//!
//! `web-sys` hides this interface behind a build-wide flag, so it is bound here by hand. Nothing else touches
//! `CSS.highlights`.

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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paint {
    /// The name of the style, such as `bp-quote`.
    pub style: String,
    /// Where it begins.
    pub start: Utf8,
    /// Where it ends.
    pub end: Utf8,
}

/// The styles, the later over the earlier: what is nested over what it is nested in, and what is in focus, previewed or found
/// over all others. WebKit crashes where highlights are not registered in the order of their priority, so all of them are
/// registered before the first is used.
const STYLES: [(&str, i32); 15] = [
    ("bp-quote", 0),
    ("bp-claim", 0),
    ("bp-caption", 0),
    ("bp-credit", 0),
    ("bp-other", 0),
    ("bp-suggested", 0),
    ("bp-quote-nested", 1),
    ("bp-claim-nested", 1),
    ("bp-caption-nested", 1),
    ("bp-credit-nested", 1),
    ("bp-other-nested", 1),
    ("bp-selected", 2),
    ("bp-preview", 3),
    ("bp-found", 4),
    ("bp-found-current", 5),
];

/// What is registered with the browser now.
pub struct Painter {
    /// One for each style; none where the browser has no highlights.
    highlights: Vec<(&'static str, Highlight)>,
    /// In order.
    painted: Vec<(Paint, StaticRange)>,
}

impl Painter {
    /// Registers every style.
    pub fn new() -> Self {
        let styles = STYLES.iter().filter(|_| is_supported());
        let register = |(style, priority): &(&'static str, i32)| {
            let highlight = Highlight::new();
            highlight.set_priority(*priority);
            REGISTRY.with(|registry| registry.set(style, &highlight));
            (*style, highlight)
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
                static_range(sheet, shown, &paint).zip(self.highlight(&paint.style))
            {
                highlight.add(&range);
                self.painted.push((paint, range));
            }
        }
        old.for_each(|gone| self.delete(gone));
    }

    fn delete(&self, (paint, range): (Paint, StaticRange)) {
        if let Some(highlight) = self.highlight(&paint.style) {
            highlight.delete(&range);
        }
    }

    /// The highlight of a style.
    fn highlight(&self, style: &str) -> Option<&Highlight> {
        self.highlights.iter().find(|(known, _)| *known == style).map(|(_, highlight)| highlight)
    }
}

fn static_range(sheet: &Sheet, shown: &Document, paint: &Paint) -> Option<StaticRange> {
    let (start, start_offset) = sheet.to_dom(shown, paint.start)?;
    let (end, end_offset) = sheet.to_dom(shown, paint.end)?;
    StaticRange::new(&StaticRangeInit::new(&end, end_offset, &start, start_offset)).ok()
}
