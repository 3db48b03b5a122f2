//! The encoding of our JSON: UTF-8 without a byte order mark.

/// The longest file that is read, in bytes.
pub const MOST_BYTES: usize = 64_000_000;

/// The bytes as text: UTF-8, and nothing in front of it.
///
/// # Errors
/// The reason where they are no such text: the rest of a sentence about the file.
pub fn utf8(bytes: &[u8]) -> Result<&str, String> {
    if bytes.len() > MOST_BYTES {
        return Err(format!("is {} MB long; the most is 64 MB", bytes.len().div_ceil(1_000_000)));
    }
    match bytes {
        [] => Err("is empty".to_owned()),
        [0xef, 0xbb, 0xbf, ..] => Err("begins with a byte order mark, which Bluepencil JSON never does".to_owned()),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => {
            Err("is in UTF-16 or UTF-32; Bluepencil JSON is always UTF-8".to_owned())
        }
        _ => std::str::from_utf8(bytes)
            .map_err(|error| format!("is not valid UTF-8: byte {} is wrong", error.valid_up_to() + 1)),
    }
}
