//! The session: the open article, its history, what the user looks at, and the one function that changes any of it.
//!
//! [`Session::update`] takes an event and returns the effects that the page must carry out. It decides without clock,
//! randomness or storage: moments and ids are handed in with the [`Stamp`].
//!
//! # Layers, lowest first
//!
//! 1. Vocabulary: `command`, `command_table`, `chord`, `key_names`, `mac_keys`, `key_press`, `keymap`, `route`, `transfer`, `view`,
//!    `messages`, `file_content`, `file_parts`, `incoming_file`.
//! 2. The part of each feature in the state, with its events: `boundaries`, `bulk_edit`, `deletion`, `drafts`, `filter`, `import`, `key_bindings`,
//!    `occurrences`, `onboarding`, `search`, `storage_lifetime`, `text_objects`, `version_history`. They know no
//!    [`Session`].
//! 3. `state`, which holds these parts; `effect`.
//! 4. What every change goes through: `commit`, `library`, `settings`.
//! 5. The features as methods of [`Session`]: `update` in each folder of layer 2, and a file for each of the others.
//! 6. `command_dispatch` and `update`, which call the features.
//!
//! A feature is added in layers 2 and 5, named in [`Event`], and called in layer 6.

mod altered_text;
mod announcements;
mod backup_file;
mod boundaries;
mod bulk_edit;
mod chord;
mod command;
mod command_dispatch;
mod command_table;
mod commit;
mod deletion;
mod desk_file;
mod details;
mod dialogs;
mod drafts;
mod effect;
mod emptied_storage;
mod event;
mod export;
mod export_reminder;
mod file_content;
mod file_parts;
mod filter;
mod flags;
mod import;
mod incoming_file;
mod intake;
mod key_bindings;
mod key_file;
mod key_names;
mod key_press;
mod key_reference;
mod keymap;
mod labels;
mod library;
mod mac_keys;
mod marks;
mod merge_split;
mod messages;
mod navigation;
mod occurrences;
mod onboarding;
mod reading_view;
mod reserved_keys;
mod route;
mod search;
mod segments;
mod settings;
mod state;
mod storage_lifetime;
mod synchronisation;
mod text_objects;
mod transfer;
mod undo;
mod update;
mod version_history;
mod view;

pub use announcements::{AnnouncementKind, announcement};
pub use backup_file::BackupFileEvent;
pub use boundaries::{BoundaryEdit, BoundaryEvent};
pub use bulk_edit::{BulkEvent, SelectionMode};
pub use chord::Chord;
pub use command::{Command, Context};
pub use command_table::{COMMANDS, Row};
pub use deletion::DeletionEvent;
pub use desk_file::DeskFileEvent;
pub use details::{Detail, DetailsEvent};
pub use drafts::DraftEvent;
pub use effect::{After, Collecting, Content, Effect, Stored};
pub use event::Event;
pub use file_content::FileContent;
pub use file_parts::{Part, Parts};
pub use filter::Filter;
pub use import::{ImportEvent, ImportProgress};
pub use incoming_file::IncomingFile;
pub use intake::Arrival;
pub use key_bindings::{KeyBindingEvent, KeyConflict};
pub use key_names::shown;
pub use key_press::KeyPress;
pub use key_reference::key_reference;
pub use keymap::{KeyMap, Situation, command_for, has_fixed_keys};
pub use mac_keys::MacPress;
pub use occurrences::{Occurrence, Occurrences, OccurrencesEvent};
pub use onboarding::{Onboarding, OnboardingEvent};
pub use reading_view::{end_announcement, label_with_position, start_announcement};
pub use reserved_keys::{Refusal, is_modifier};
pub use route::Route;
pub use search::{Search, SearchEvent};
pub use state::{Saving, Session, Stamp};
pub use storage_lifetime::{LifetimeEvent, StorageLifetime};
pub use transfer::{Taken, Transfer, TransferKind, TransferredFile};
pub use version_history::{VersionEvent, VersionQuery, VersionToKeep};
pub use view::{Dialog, Field, Place, Screen};
