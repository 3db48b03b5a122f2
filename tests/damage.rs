//! What can happen to a stored record. Shared by the native tests and those in the browser.

/// The kinds of damage that stored data is tried with, by name, each with what is left of the record.
pub fn damaged(record: &str) -> Vec<(&'static str, String)> {
    let mut flipped = record.to_owned().into_bytes();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let prefix = |length: usize| String::from_utf8_lossy(&record.as_bytes()[..length]).into_owned();
    vec![
        ("cut in half", prefix(middle)),
        ("last byte lost", prefix(record.len() - 1)),
        ("garbage", "\u{1}garbage\u{7f}".to_owned()),
        ("empty", String::new()),
        ("null", "null".to_owned()),
        ("a list", "[]".to_owned()),
        ("an object", "{}".to_owned()),
        ("a huge number", "1e999".to_owned()),
        ("open brackets", "[".repeat(100_000)),
        (FAR_NEWER, record.replacen("bluepencil 1 ", "bluepencil 999 ", 1)),
        ("one bit flipped", String::from_utf8_lossy(&flipped).into_owned()),
    ]
}

/// The kind that is no damage but a record of a version that does not exist yet.
pub const FAR_NEWER: &str = "far newer";
