//! Text: immutable characters, positions in them, and segmentation into words, sentences and quotations.
//!
//! The lowest room: it knows nothing of articles or annotations. It is the only one that may slice strings. Elsewhere a
//! part of a text is a [`Span`], which is never empty, never splits a grapheme cluster, and never begins or ends with white
//! space.
#![allow(clippy::string_slice, reason = "this room checks character boundaries for the others")]

mod boundary;
mod canonical;
mod direction;
mod display;
mod encoding;
mod fold;
mod invisible;
mod normalization;
mod offset;
mod problem;
mod quotation;
mod search;
mod sentence;
mod span;
mod word;

pub use boundary::{Edge, Granularity};
pub use canonical::{Text, TextPieces};
pub use direction::is_right_to_left;
pub use display::{beginning, excerpt, shorten, shorten_middle, visible};
pub use encoding::{Decoded, Encoding, decode};
pub use fold::{Folded, Matching, folded};
pub use invisible::{is_blank, is_invisible, is_line_break, trim_blank, without_break_hints};
pub use normalization::PlainLetters;
pub use offset::{CodePoint, OffsetMap, Utf8, Utf16};
pub use problem::Problem;
pub use quotation::{Quotation, quotations};
pub use search::{context, holds};
pub use sentence::sentences;
pub use span::{Span, SpanFault};
pub use word::{snap_to_words, words};
