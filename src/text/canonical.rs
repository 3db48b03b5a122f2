//! The canonical text of an article: normalised once in three named ways, and immutable from then on.

use std::sync::{Arc, OnceLock};

use sha2::{Digest as _, Sha256};
use unicode_segmentation::GraphemeCursor;

use super::offset::{CodePoint, OffsetMap, Utf8, Utf16};

/// The canonical text of one article, with a map between its three units of position. Cheap to clone.
///
/// Made from the input by exactly three changes: one leading byte order mark is dropped, CR LF and lone CR become LF, and
/// U+0000 becomes U+FFFD. There is no Unicode normalisation and no trimming: all positions refer to this text.
#[derive(Clone, Debug)]
pub struct Text(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    content: Box<str>,
    offsets: OffsetMap,
    /// Made when it is asked for first.
    fingerprint: OnceLock<String>,
}

impl Inner {
    fn new(content: String, offsets: OffsetMap) -> Arc<Self> {
        Arc::new(Self { content: content.into_boxed_str(), offsets, fingerprint: OnceLock::new() })
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.content == other.0.content
    }
}

impl Eq for Text {}

/// A canonical text of which one piece comes after the other, so that none of them takes long.
#[derive(Clone, Debug, Default)]
pub struct TextPieces {
    content: String,
    offsets: OffsetMap,
}

impl TextPieces {
    /// Takes the next piece. False, and nothing is taken, where it has a character that no canonical text has.
    pub fn push(&mut self, piece: &str) -> bool {
        let canonical = !piece.contains(['\r', '\0']);
        if canonical {
            self.content.push_str(piece);
            self.offsets.extend(piece);
        }
        canonical
    }

    /// How long it is so far, in bytes.
    #[must_use]
    pub fn end(&self) -> Utf8 {
        Utf8::at(self.content.len())
    }

    /// The whole text.
    #[must_use]
    pub fn finish(self) -> Text {
        Text(Inner::new(self.content, self.offsets))
    }
}

impl Text {
    /// Makes a text canonical.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        let content = raw.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
        let offsets = OffsetMap::new(&content);
        Self(Inner::new(content, offsets))
    }

    /// What the text hashes to, as files carry it: `sha256:` and the SHA-256 of its UTF-8 in hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        self.0.fingerprint.get_or_init(|| {
            let digest = Sha256::digest(self.as_str().as_bytes());
            digest.iter().fold(String::from("sha256:"), |written, byte| written + &format!("{byte:02x}"))
        })
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.content
    }

    /// The end of the text, in bytes.
    #[must_use]
    pub fn end(&self) -> Utf8 {
        Utf8::at(self.0.content.len())
    }

    /// The length of the text in code points.
    #[must_use]
    pub fn code_points(&self) -> CodePoint {
        self.0.offsets.code_points()
    }

    /// The slice between two positions; empty where they are not character boundaries of this text in order.
    #[must_use]
    pub fn between(&self, start: Utf8, end: Utf8) -> &str {
        self.0.content.get(start.index()..end.index()).unwrap_or_default()
    }

    /// Converts bytes to code points; `None` past the end and inside a character.
    #[must_use]
    pub fn code_point(&self, position: Utf8) -> Option<CodePoint> {
        self.0.offsets.code_point(self.as_str(), position)
    }

    /// Converts bytes to UTF-16 code units; `None` past the end and inside a character.
    #[must_use]
    pub fn utf16(&self, position: Utf8) -> Option<Utf16> {
        self.0.offsets.utf16(self.as_str(), position)
    }

    /// Converts code points to bytes; `None` past the end.
    #[must_use]
    pub fn from_code_point(&self, position: CodePoint) -> Option<Utf8> {
        self.0.offsets.from_code_point(self.as_str(), position)
    }

    /// Converts UTF-16 code units to bytes; `None` past the end and inside a surrogate pair.
    #[must_use]
    pub fn from_utf16(&self, position: Utf16) -> Option<Utf8> {
        self.0.offsets.from_utf16(self.as_str(), position)
    }

    /// Whether a position is a boundary of grapheme clusters (UAX #29).
    #[must_use]
    pub fn is_grapheme_boundary(&self, position: Utf8) -> bool {
        let content = self.as_str();
        // There always is one between two ASCII characters: CR LF, the exception, does not occur in canonical text.
        let (before, after) = (position.index().checked_sub(1), position.index());
        let ascii = |at: usize| content.as_bytes().get(at).is_some_and(u8::is_ascii);
        if before.is_some_and(ascii) && ascii(after) {
            return true;
        }
        content.is_char_boundary(position.index())
            && GraphemeCursor::new(position.index(), content.len(), true).is_boundary(content, 0).unwrap_or(false)
    }

    /// The nearest grapheme boundary at or before any position, even one inside a character.
    #[must_use]
    pub fn grapheme_boundary_before(&self, position: Utf8) -> Utf8 {
        let mut index = position.index().min(self.as_str().len());
        while !self.is_grapheme_boundary(Utf8::at(index)) {
            index -= 1;
        }
        Utf8::at(index)
    }

    /// The nearest grapheme boundary at or after any position.
    #[must_use]
    pub fn grapheme_boundary_after(&self, position: Utf8) -> Utf8 {
        let end = self.as_str().len();
        let mut index = position.index().min(end);
        while index < end && !self.is_grapheme_boundary(Utf8::at(index)) {
            index += 1;
        }
        Utf8::at(index)
    }
}
