//! Storage, as values: which records there are, how they are enveloped, what a change puts and deletes, and what can be
//! made of records that come back damaged. Nothing here touches a browser.

pub mod batch;
pub mod desk_file;
pub mod key;
pub mod look;
pub mod preferences;
pub mod record;
pub mod recover;
pub mod steps;
pub mod tiers;
pub mod versions;
pub mod write_ahead;
mod writes;

pub use batch::WriteBatch;
pub use desk_file::DeskFile;
pub use key::{Key, PREFIX};
pub use look::{Announcements, Measure, ReaderFont, TextSize, Theme};
pub use preferences::{OwnKeys, Preferences};
pub use record::{Damage, Header, Record};
pub use recover::{Library, Summary};
pub use writes::{Writes, newest_of_each};
