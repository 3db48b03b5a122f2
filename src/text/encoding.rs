//! Character encodings: decoding the bytes of plain text files.

/// The character encoding of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, detected by its byte order mark.
    Utf16,
    /// Windows-1252, the fallback for bytes that are not valid UTF-8. The user is informed.
    Windows1252,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Utf8, Self::Utf16, Self::Windows1252];

    /// The name, as standards have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// The encoding with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name() == name)
    }
}

/// A decoded text file and the encoding that was detected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, not yet canonical.
    pub text: String,
    /// The encoding.
    pub encoding: Encoding,
}

/// Decodes a plain text file: UTF-16 where it has that byte order mark, UTF-8 where it is valid, otherwise Windows-1252.
/// Total: an unpaired surrogate becomes U+FFFD.
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

/// One byte of Windows-1252, by the WHATWG Encoding Standard: Latin-1, except for 0x80 to 0x9F.
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
