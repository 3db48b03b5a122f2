//! The two pages that are measured.

/// The page that is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The desk.
    Desk,
    /// The page that it is compared with, which has one key for what takes several on the desk.
    Plain,
}
