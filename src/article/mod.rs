//! Articles: an immutable text, the blocks it is set in, and its metadata.

mod article;
mod block;
mod details;
mod id;
mod recognition;
mod sample;
mod slug;
mod timestamp;
mod unknown_fields;

pub use article::Article;
pub use block::{Block, BlockKind};
pub use details::Details;
pub use id::{ArticleId, ArticleKind, Id};
pub use recognition::recognise;
pub use sample::SAMPLE;
pub use timestamp::Timestamp;
pub use unknown_fields::Extra;
