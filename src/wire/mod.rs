//! The shape of records in files and in storage, and the way from and to the model.
//!
//! The model derives no serialization, so that a file format can never freeze it. Both ways go through [`Json`]: writing
//! puts its objects together in the order of the file (`encode.rs`); reading takes out of them what it knows, checks it
//! against the text, and keeps the rest (`decode.rs`).

mod bytes;
mod carry;
mod decode;
mod encode;
mod fields;
mod json;
mod layout;
mod shape;

pub use bytes::{MOST_BYTES, utf8};
pub use carry::carried;
pub use decode::{ArticleHead, annotation_from, article_head, blocks_from, canonical, read_annotation};
pub use encode::{LAST_REVISION, annotation, article, fingerprint};
pub use fields::{Fields, join, missing};
pub use json::Json;
pub use layout::{Layout, to_json};
pub use shape::Shape;
