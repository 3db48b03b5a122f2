//! What the tests share.

pub mod build;
pub mod desk;
pub mod generate;
pub mod gold;
pub mod invariant;
pub mod marked;
