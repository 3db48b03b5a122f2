//! Offsets of files count code points, those of the model bytes.

use crate::text::{CodePoint, SpanFault, Text, Utf8};

/// The offset that a file says for a position of the text.
pub(super) fn code_point(text: &Text, position: Utf8) -> u64 {
    u64::from(text.code_point(position).unwrap_or_default().0)
}

/// The positions of the text that two offsets of a file say, with something between them; `None` where one of them is past
/// the end.
///
/// # Errors
/// The reason why there is nothing between them: the rest of a sentence.
pub(super) fn positions(start: u64, end: u64, text: &Text) -> Result<Option<(Utf8, Utf8)>, String> {
    let position = |count| u32::try_from(count).ok().and_then(|count| text.from_code_point(CodePoint(count)));
    match end.cmp(&start) {
        std::cmp::Ordering::Less => Err(format!("{} ({start} > {end})", SpanFault::Reversed)),
        std::cmp::Ordering::Equal => Err(format!("{} ({start})", SpanFault::Empty)),
        std::cmp::Ordering::Greater => Ok(position(start).zip(position(end))),
    }
}

/// The reason for an offset past the end.
pub(super) fn past_end(offset: u64, text: &Text) -> String {
    format!("{} ({offset} > {})", SpanFault::PastEnd, text.code_points().0)
}
