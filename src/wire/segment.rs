//! One segment of an annotation: some words, where they stand, and what stands around them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::offsets::{code_point, past_end, positions};
use super::unknown_fields::UnknownFields;
use super::whole_number::{pair, whole_number};
use crate::text::{Span, Text, Utf8, Utf16, excerpt};

/// How many code points of context stand before and after the words of a segment.
const CONTEXT: usize = 32;

/// A segment in JSON.
#[derive(Debug, Serialize, Deserialize)]
pub struct WireSegment<'a> {
    /// Where it begins, in code points.
    #[serde(deserialize_with = "whole_number")]
    start: u64,
    /// Where it ends, in code points.
    #[serde(deserialize_with = "whole_number")]
    end: u64,
    /// Start and end in UTF-16 units.
    #[serde(default, deserialize_with = "pair")]
    utf16: Option<[u64; 2]>,
    /// Start and end in bytes of UTF-8.
    #[serde(default, deserialize_with = "pair")]
    utf8: Option<[u64; 2]>,
    /// The words.
    #[serde(borrow)]
    exact: Cow<'a, str>,
    /// The words before it; not read, but made anew from the text.
    #[serde(borrow, default)]
    prefix: Cow<'a, str>,
    /// The words after it.
    #[serde(borrow, default)]
    suffix: Cow<'a, str>,
    /// What this version does not know.
    #[serde(flatten)]
    pub(super) unknown: UnknownFields,
}

impl<'a> WireSegment<'a> {
    pub(super) fn of(span: Span, text: &'a Text, unknown: UnknownFields) -> Self {
        let (start, end) = (span.start(), span.end());
        Self {
            start: code_point(text, start),
            end: code_point(text, end),
            utf16: Some([start, end].map(|position| utf16(text, position))),
            utf8: Some([start, end].map(|position| u64::from(position.0))),
            exact: text.words(span).into(),
            prefix: before(text, start).into(),
            suffix: after(text, end).into(),
            unknown,
        }
    }

    /// The span of the text, with every check on the way.
    pub(super) fn span(&self, text: &Text) -> Result<Span, String> {
        let Some((from, to)) = positions(self.start, self.end, text)? else {
            return Err(self.other_unit(text).unwrap_or_else(|| past_end(self.end, text)));
        };
        if text.between(from, to) != self.exact {
            return Err(self.other_unit(text).unwrap_or_else(|| {
                let here = excerpt(text.between(from, to), 40);
                format!("has words that do not match: it says “{}”, the text says “{here}”", excerpt(&self.exact, 40))
            }));
        }
        let span = Span::exact(text, from, to).map_err(|fault| fault.to_string())?;
        agree("utf8", self.utf8, [from, to].map(|position| u64::from(position.0)))?;
        agree("utf16", self.utf16, [from, to].map(|position| utf16(text, position)))?;
        Ok(span)
    }

    /// The reason for offsets that would be right in another unit.
    fn other_unit(&self, text: &Text) -> Option<String> {
        let (start, end) = (u32::try_from(self.start).ok()?, u32::try_from(self.end).ok()?);
        let utf16 = text.from_utf16(Utf16(start)).zip(text.from_utf16(Utf16(end)));
        if utf16.is_some_and(|(from, to)| text.between(from, to) == self.exact) {
            return Some("has offsets that count UTF-16 units where code points are expected".to_owned());
        }
        (text.between(Utf8(start), Utf8(end)) == self.exact)
            .then(|| "has offsets that count bytes where code points are expected".to_owned())
    }
}

/// Checks start and end in another unit, where they are said.
fn agree(unit: &str, found: Option<[u64; 2]>, ours: [u64; 2]) -> Result<(), String> {
    if found.is_none_or(|found| found == ours) {
        return Ok(());
    }
    let [start, end] = ours;
    Err(format!("has “{unit}” offsets that do not agree with its start and end: they should be {start} and {end}"))
}

fn utf16(text: &Text, position: Utf8) -> u64 {
    u64::from(text.utf16(position).unwrap_or_default().0)
}

/// The code points before a position, at most as many as the context has.
fn before(text: &Text, position: Utf8) -> &str {
    let whole = text.between(Utf8(0), position);
    let start = whole.char_indices().rev().take(CONTEXT).last().map_or(whole.len(), |(at, _)| at);
    whole.get(start..).unwrap_or_default()
}

/// The code points after a position, at most as many as the context has.
fn after(text: &Text, position: Utf8) -> &str {
    let whole = text.between(position, text.end());
    let end = whole.char_indices().nth(CONTEXT).map_or(whole.len(), |(at, _)| at);
    whole.get(..end).unwrap_or_default()
}
