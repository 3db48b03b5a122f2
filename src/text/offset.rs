//! Positions in a text, in three units with a type each.
//!
//! Positions in memory are UTF-8 bytes, positions in files are Unicode code points (as in the `TextPositionSelector` of the
//! W3C Web Annotation Data Model), and positions in the DOM are UTF-16 code units.

/// A position in UTF-8 bytes: the unit of everything in memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf8(pub u32);

/// A position in Unicode code points: the unit of everything that is stored or exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoint(pub u32);

/// A position in UTF-16 code units: the unit of the browser's text nodes, and of nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16(pub u32);

impl Utf8 {
    /// The position as an index into a Rust string.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The position of a Rust string index. Texts are limited to 16 MB, so the index always fits.
    #[must_use]
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// The number of code points between two entries of the map, and so the most that one conversion iterates over.
const STRIDE: usize = 64;

/// One position in all three units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    utf8: u32,
    code_point: u32,
    utf16: u32,
}

impl Place {
    fn after(self, character: char) -> Self {
        // A character is at most four bytes and two code units long.
        Self {
            utf8: self.utf8 + character.len_utf8() as u32,
            code_point: self.code_point + 1,
            utf16: self.utf16 + character.len_utf16() as u32,
        }
    }
}

/// Converts positions of one text between the three units.
///
/// Built in one pass, with an entry for every 64 code points: a conversion is a binary search and an iteration over at most
/// 64 characters. It is `None` for a position past the end or inside a character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    places: Vec<Place>,
    end: Place,
}

impl OffsetMap {
    /// The map of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut map = Self { places: Vec::with_capacity(text.len() / STRIDE + 1), ..Self::default() };
        map.extend(text);
        map
    }

    /// Goes on with a text that follows.
    pub(super) fn extend(&mut self, text: &str) {
        for character in text.chars() {
            if (self.end.code_point as usize).is_multiple_of(STRIDE) {
                self.places.push(self.end);
            }
            self.end = self.end.after(character);
        }
    }

    /// The number of code points in the text.
    #[must_use]
    pub fn code_points(&self) -> CodePoint {
        CodePoint(self.end.code_point)
    }

    /// Converts bytes to code points.
    #[must_use]
    pub fn code_point(&self, text: &str, position: Utf8) -> Option<CodePoint> {
        self.find(text, position.0, |place| place.utf8).map(|place| CodePoint(place.code_point))
    }

    /// Converts bytes to UTF-16 code units.
    #[must_use]
    pub fn utf16(&self, text: &str, position: Utf8) -> Option<Utf16> {
        self.find(text, position.0, |place| place.utf8).map(|place| Utf16(place.utf16))
    }

    /// Converts code points to bytes.
    #[must_use]
    pub fn from_code_point(&self, text: &str, position: CodePoint) -> Option<Utf8> {
        self.find(text, position.0, |place| place.code_point).map(|place| Utf8(place.utf8))
    }

    /// Converts UTF-16 code units to bytes.
    #[must_use]
    pub fn from_utf16(&self, text: &str, position: Utf16) -> Option<Utf8> {
        self.find(text, position.0, |place| place.utf16).map(|place| Utf8(place.utf8))
    }

    /// The place whose position in the unit that `unit` reads is exactly `position`.
    fn find(&self, text: &str, position: u32, unit: impl Fn(&Place) -> u32) -> Option<Place> {
        if position >= unit(&self.end) {
            return (position == unit(&self.end)).then_some(self.end);
        }
        let after = self.places.partition_point(|place| unit(place) <= position);
        let mut place = *self.places.get(after.checked_sub(1)?)?;
        let mut characters = text.get(place.utf8 as usize..)?.chars();
        while unit(&place) < position {
            place = place.after(characters.next()?);
        }
        (unit(&place) == position).then_some(place)
    }
}
