//! The shape of records in files and in storage, and the way from and to the model.
//!
//! Serde reads and writes: the shape of our JSON is read off the structs that begin with `Wire`. They are apart from the
//! model, which derives no serialization, so that a file format can never freeze it: `of` makes one of the model, and
//! `into_model` checks it against the text. What this version does not know is kept in a flattened field
//! (`unknown_fields.rs`). Why a text could not be read is told in words of a newsroom, with the place that
//! `serde_path_to_error` finds (`from_json.rs`).

mod annotation;
mod article;
mod bytes;
mod carry;
mod entries;
mod from_json;
mod join;
mod kept_text;
mod layout;
mod offsets;
mod segment;
mod unknown_fields;

pub use annotation::{LAST_REVISION, WireAnnotation, read_annotation};
pub use article::WireArticle;
pub use bytes::{MOST_BYTES, utf8};
pub use carry::carried;
pub use entries::Entries;
pub use from_json::{ReadError, from_json, present};
pub use join::join;
pub use kept_text::{canonical, fingerprint};
pub use layout::{Layout, to_json};
pub use unknown_fields::UnknownFields;
