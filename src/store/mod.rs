//! Storage as values: keys and envelopes of records, batches of writes, reconciliation of the two tiers, and recovery from
//! damaged records. Nothing here touches a browser.

pub mod appearance;
mod article_record;
pub mod batch;
pub mod conditional_write;
pub mod deletion;
pub mod desk_file;
pub mod draft;
pub mod incarnation;
mod incoming_desk;
pub mod key;
pub mod key_file;
pub mod library;
pub mod load;
pub mod preferences;
pub mod reconciliation;
pub mod record;
mod step_record;
pub mod undo_log;
pub mod versions;
pub mod write_ahead_log;
mod writes;

pub use appearance::{Announcements, Measure, ReaderFont, TextSize, Theme};
pub use batch::WriteBatch;
pub use deletion::Deletion;
pub use desk_file::DeskFile;
pub use draft::{Draft, DraftPlace, StoredDraft};
pub use incoming_desk::IncomingDesk;
pub use key::{DraftId, Key, PREFIX};
pub use library::{Library, Summary};
pub use preferences::{OwnKeys, Preferences};
pub use record::{Damage, Header, Record};
pub use writes::{Writes, newest_of_each};
