//! Bluepencil: the annotation desk for news, without the browser.
//!
//! This library is the whole product but for the page: text, articles, annotations, changes, history, stored records, file
//! formats, and one [`session::Session::update`]. The program in `src/main.rs` is the page, and that in `src/file_worker` reads
//! large files beside it. Data goes round in one direction:
//!
//! ```text
//! pointer, key, paste ─► Command ─► update(event, stamp) ─► Transaction ─► Document ─► signals ─► painted, listed
//!                                                       └─► effects ─► storage, files, status ─► back in as events
//! ```
//!
//! # Rooms of the library, lowest first
//!
//! | Room | What it is for |
//! | --- | --- |
//! | [`text`] | Characters, positions in three units, spans; segmentation into words, sentences and quotations; search |
//! | [`article`] | An immutable text, its blocks and its metadata; recognition of both in plain text |
//! | [`annotation`] | A label on a target, with note, flags, status and provenance |
//! | [`document`] | One article with its annotations; transactions, history, queries, inline runs, merging, synchronisation |
//! | [`wire`] | The structs that serde reads and writes, and the conversion from and to the model; shared by the next two, which do not know each other |
//! | [`mod@format`] | Files: what is read, what is written, what a format loses |
//! | [`store`] | Stored records: keys, envelopes, batches, reconciliation and incarnations of tiers, undo log, write-ahead log, deletions, drafts, loading |
//! | [`session`] | Commands, keys, and the one function that changes anything |
//!
//! A room may use the rooms above it in this table and no other; a test holds the table. `wire` is a room of its own, because
//! storage and our own file format write the same records and must not know each other. `docs/glossary.md` defines the terms.
//!
//! # Rooms of the page, lowest first
//!
//! | Room | What it is for |
//! | --- | --- |
//! | `browser` | A thin layer over web interfaces: the only room that names `web_sys`, and where UTF-16 stays |
//! | `persistence` | Both tiers of storage, the other tabs, the backup file: a service with a callback for events |
//! | `app/dispatch` | The one way in: components say what happened |
//! | `app/state` | What components read: the session in memo slices, and what only the page knows; one context a file |
//! | `app/components` | What knows no feature and stands in many places: buttons of commands, fields, the frame of dialogs |
//! | `app/reader`, `app/rail`, `app/dialogs` | The article and what stands over it; the list beside it; what opens over it |
//! | `app/masthead`, `notices`, `library`, `reading` | The other parts and screens of the page |
//! | `app/shortcuts`, `intake`, `page_state` | Keys of commands, pastes and drops, the states of the `html` element |
//! | `app/effects` | Carries out what the session asks for |
//! | `app/runtime` | Owns the session and the queue of events; the only file that knows everything |
//! | `app/mod` | `App`: provides the contexts, puts the page together |
//! | `file_worker` | A second program, beside the page: reads large files in a worker and hands over what is in them in parts |
//!
//! Rooms of one row do not know each other, and no two files of the page need each other in a circle; tests hold both. It is
//! the layout that Leptos projects have, with four decisions of our own:
//!
//! - **One signal holds the session, and everything shown is a `Memo` slice of it.** `Arc`s are compared by pointer. What only
//!   one component needs is a signal of that component.
//! - **The rail follows one paint behind the article** (`app/state/rail`): a slice like all others, looked at again once the
//!   mark is painted, because that is what the eye waits for.
//! - **What stands over the article is measured before any of it is moved** (`app/state/frame`): an answer after a move is a
//!   layout of the page, and there is one a frame.
//! - **Focus is asked for, not given** (`app/state/focus`): whoever wants a field or a row to have it asks, and the component
//!   that holds the element by its `NodeRef` gives it, also when it is only being put on the page.
//!
//! # Invariants
//!
//! - **The text never changes** under an annotation. What comes in is changed in three named ways, once ([`text::Text`]).
//! - **Every offset has a unit in its type.** Memory counts UTF-8 bytes, files count code points, the page counts UTF-16;
//!   UTF-16 never leaves `browser`.
//! - **A span is never empty, never cuts a character that a reader sees as one, and has no white space at its ends**: the
//!   type's constructors see to it. `text[start..end] == words` is checked at load and import.
//! - **One action is one transaction**, one undo step and one batch for storage. The inverse is a swap of before and after.
//! - **What one action costs is what it changes**, not what there is: versions of a document share all but their differences,
//!   and what is derived from it follows those ([`document::Document::changes_to`]).
//! - **What takes longer than a frame is cut into parts** between which the page answers: reading and merging a file, loading,
//!   writing. What comes of it is kept apart until all of it is there.
//! - **Revisions decide what is newer, never the clock.** Taking a change back is a newer revision of an older content.
//! - **Marks are paint.** The article's elements are written once; colour comes from the CSS Custom Highlight API alone. So
//!   what is in the article, its margin and its handles is written from effects; every other element belongs to a component.
//!
//! # What is deliberately absent
//!
//! No browser, no clock, no random numbers, no input or output, no `async` and no globals in the library: moments, ids and
//! stored records are handed in. No HTML is ever made from text. Nothing panics on foreign data: reading gives a value, or a
//! [`text::Problem`] with its place.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

pub mod annotation;
pub mod article;
pub mod document;
pub mod format;
pub mod session;
pub mod store;
pub mod text;
pub mod wire;
