//! Articles: an immutable text, the blocks it is read in, and what is known about it.

mod article;
mod block;
mod details;
mod id;
mod plain;
mod sample;

pub use article::Article;
pub use block::{Block, BlockKind};
pub use details::Details;
pub(crate) use id::parse_uuid;
pub use id::{ArticleId, Extra, Timestamp};
pub use plain::recognise;
pub use sample::SAMPLE;
