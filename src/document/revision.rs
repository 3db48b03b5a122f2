//! Versions of records: which of two states of one record is newer.

use std::sync::Arc;

/// How often a record has changed. It only grows: taking back a change is a newer revision of an older content.
pub type Revision = u64;

/// The name of the tab that wrote a state of a record: of two with one revision the greater name counts, in every tab.
/// Empty for a state that came from no tab, such as one of a file.
pub type Writer = Arc<str>;
