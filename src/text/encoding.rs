//! Decoding of plain text files.

/// How the bytes of a text file were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, told by its byte order mark.
    Utf16,
    /// Windows-1252, assumed where the bytes are not valid UTF-8; the user is told.
    Windows1252,
}

/// A decoded text file and what was assumed about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, not yet canonical.
    pub text: String,
    /// The encoding they were read in.
    pub encoding: Encoding,
}

/// Reads the bytes of a plain text file: UTF-8; UTF-16 by its byte order mark; else Windows-1252. Never fails: what
/// UTF-16 cannot hold becomes U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let utf16 = |rest: &[u8], join: fn([u8; 2]) -> u16| {
        let units = rest.chunks(2).map(|pair| match pair {
            [first, second] => join([*first, *second]),
            _ => 0xfffd,
        });
        let text = char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect();
        Decoded { text, encoding: Encoding::Utf16 }
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Decoded { text: text.to_owned(), encoding: Encoding::Utf8 },
            Err(_) => {
                let text = bytes.iter().map(|byte| windows_1252(*byte)).collect();
                Decoded { text, encoding: Encoding::Windows1252 }
            }
        },
    }
}

/// One byte of Windows-1252 as the Encoding Standard of the WHATWG reads it: Latin-1, but for 0x80 to 0x9F.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        other => char::from(other),
    }
}
