//! Text: the article's characters and every way of counting them.
//!
//! This room knows nothing of articles or annotations. It is the only one that may slice strings: everywhere else a
//! stretch of text is a [`Span`], which cannot be empty, cannot cut a user-perceived character and has no white space at
//! its ends.
#![allow(clippy::string_slice, reason = "this room is where slicing is made safe for the others")]

mod canonical;
mod edge;
mod encoding;
mod find;
mod fold;
mod offset;
mod problem;
mod quotation;
mod segment;
mod sentence;
mod shown;
mod span;

pub use canonical::Text;
pub use edge::{Edge, Stride, reads_leftward};
pub use encoding::{Decoded, Encoding, decode};
pub use find::{around, holds};
pub use fold::{Folded, Matching, folded};
pub use offset::{CodePoint, OffsetMap, Utf8, Utf16};
pub use problem::Problem;
pub use quotation::{Quotation, quotations};
pub use segment::{snap_to_words, words};
pub use sentence::sentences;
pub use shown::{beginning, said, shorten, shorten_inside, visible};
pub use span::{Span, SpanFault};
