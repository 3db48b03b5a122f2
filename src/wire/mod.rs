//! The shape of records in files and in storage, and the way from and to the model.
//!
//! Serde reads and writes: the shape of our JSON is read off the structs that begin with `Wire`. They are apart from the
//! model, which derives no serialization, so that a file format can never freeze it: `of` makes one of the model, and
//! `into_model` checks it against the text. What this version does not know is kept in a flattened field
//! (`unknown_fields.rs`). Why a text could not be read is told in words of a newsroom, with the place that
//! `serde_path_to_error` finds (`from_json.rs`).

mod annotation;
mod article;
mod carried_fields;
mod entries;
mod from_json;
mod join_fields;
mod layout;
mod offsets;
mod part;
mod segment;
mod stored_text;
mod unknown_fields;
mod utf8;
mod whole_number;

pub use annotation::{LAST_REVISION, WireAnnotation, read_annotation};
pub use article::{ArticleHead, BlocksRead, WireArticle, WireBlock};
pub use carried_fields::carried;
pub use entries::Entries;
pub use from_json::{ReadError, from_json, present};
pub use join_fields::join;
pub use layout::{Layout, line_at, to_json, to_json_at};
pub use part::{WireArticleBegin, WireContent, WirePart};
pub use stored_text::canonical;
pub use unknown_fields::UnknownFields;
pub use utf8::{MOST_BYTES, utf8};
pub use whole_number::whole_number;
