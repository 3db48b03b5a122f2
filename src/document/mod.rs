//! Documents: an article with its annotations as an immutable value, and the operations that give the next one.

mod apply;
mod diff;
mod document;
mod entry;
mod history;
mod index;
mod inline_runs;
mod merge;
mod query;
mod reading_order;
mod restoration;
mod revision;
mod span_index;
mod sync;
mod transaction;

pub use document::{Change, Document};
pub use entry::Entry;
pub use history::History;
pub use inline_runs::{EdgeKind, Run};
pub use merge::{CONFLICT, MergeSummary, Merged, Merging, first_difference, merge};
pub use reading_order::ReadingOrder;
pub use restoration::Restoration;
pub use revision::{Revision, Writer};
pub use sync::RecordState;
pub use transaction::{Edit, Stale, Transaction};
