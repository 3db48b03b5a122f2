//! Text: the canonical form, the three ways of counting, spans and words.

mod boundary;
mod canonical;
mod encoding;
mod fold;
mod offset;
mod quotation;
mod search;
mod sentence;
mod span;
mod word;

use bluepencil::text::{Text, Utf8};
use proptest::prelude::*;

/// What texts of the tests are put together from: everything that is longer in one unit than in another, everything that
/// is white space, and what joins with its neighbour to one character or one word.
const PIECES: &[&str] = &[
    "a",
    "B",
    "7",
    "don’t",
    "U.S.",
    "28-point",
    "3.5",
    "word",
    "naïve",
    "é",
    "e\u{301}",
    "\u{301}",
    " \u{301}",
    "🙂",
    "🇩",
    "🇩🇪",
    "👩‍👩‍👧",
    "👍🏽",
    "\u{200d}",
    "\u{fe0f}",
    "\u{600}",
    "שלום",
    "م",
    "مرحبا",
    "\u{200f}",
    "中文",
    "中",
    "、",
    "カ",
    "ᄒ\u{1161}\u{11ab}",
    "𠮷",
    " ",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\u{3000}",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\0",
    "\u{feff}",
    "\u{ad}",
    "\u{200b}",
    "\u{2060}",
    "ﬁ",
    "É",
    "“",
    "”",
    ",",
    ".",
    "’",
    "_",
    "…",
    "–",
];

/// Any text of up to `most` pieces, as it could come in.
fn raw_text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..most).prop_map(|pieces| pieces.concat())
}

/// Any canonical text; long enough to have several remembered places.
fn any_text() -> impl Strategy<Value = Text> {
    raw_text(160).prop_map(|raw| Text::new(&raw))
}

/// A short text with any two positions, in any order, also inside characters and a little past the end.
fn text_and_positions() -> impl Strategy<Value = (Text, Utf8, Utf8)> {
    raw_text(24).prop_flat_map(|raw| {
        let text = Text::new(&raw);
        let position = 0..text.end().0 + 3;
        (Just(text), position.clone().prop_map(Utf8), position.prop_map(Utf8))
    })
}

/// The position of the first `words` in the text, and where they end.
fn place_of(text: &Text, words: &str) -> (Utf8, Utf8) {
    let start = text.as_str().find(words).expect("the words are in the text");
    (Utf8::at(start), Utf8::at(start + words.len()))
}
