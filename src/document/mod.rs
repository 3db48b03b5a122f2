//! Documents: one article with its annotations, and the only ways to change it.

mod apply;
mod becoming;
mod document;
mod entry;
mod history;
mod index;
mod merge;
mod query;
mod receive;
mod revision;
mod runs;
mod transaction;

pub use document::Document;
pub use entry::Entry;
pub use history::History;
pub use index::SpanIndex;
pub use merge::{CONFLICT, MergeSummary, Merged, first_difference, merge};
pub use receive::State;
pub use revision::{Revision, Writer};
pub use runs::{Edge, Run};
pub use transaction::{Edit, Stale, Transaction};
