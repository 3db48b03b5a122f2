//! Versions of records: which of two states of one record is newer.

use std::sync::Arc;

/// The number of changes of a record. It only grows: an undone change is a newer revision with older content.
pub type Revision = u64;

/// The name of the tab that wrote a state of a record. It breaks ties: of two states with one revision, the one with the
/// greater name is newer. Empty for a state that came from no tab, such as one of a file.
pub type Writer = Arc<str>;
