//! The article that is shown on the first visit.

/// A short wire story, written for this program. The town, the people and the agencies in it do not exist.
///
/// It is there to be tried on, so it has in one page what makes annotating news hard: quotes that are split by their
/// speaker, run over two paragraphs, hold another quote, an editor's insert or a mark that is never closed; reported
/// speech; an official without a name; captions whose credits read the same.
pub const SAMPLE: &str = include_str!("sample.txt");
