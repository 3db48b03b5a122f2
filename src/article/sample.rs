//! The sample article of the first visit.

/// A fictional wire story with the hard cases of news annotation: quotes that are interrupted, continue over paragraphs,
/// are nested, have an editor's insertion or an unclosed mark; indirect speech; an unnamed source; and captions with equal
/// credits.
pub const SAMPLE: &str = include_str!("sample.txt");
