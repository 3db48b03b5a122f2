//! A key press as browsers tell it, and the chord that it means on the user's keyboard layout.

use super::chord::Chord;
use super::mac_keys::MacPress;

/// A key press, by the names of the browser's `KeyboardEvent`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyPress<'a> {
    /// `Ctrl`. Windows says so of `AltGr` too.
    pub control: bool,
    /// The Windows key, or `Cmd` on a Mac.
    pub meta: bool,
    /// `Shift`.
    pub shift: bool,
    /// `Alt`, or `Option` on a Mac. Windows says so of `AltGr` too.
    pub alt: bool,
    /// `AltGr`.
    pub alt_graph: bool,
    /// What the key means on this layout: `q`, `я`, `?`, `ArrowLeft`.
    pub key: &'a str,
    /// Which key of the keyboard it is, named after a layout of the United States: `KeyZ`, `Digit1`.
    pub code: &'a str,
    /// Whether this is a Mac.
    pub mac: bool,
}

impl KeyPress<'_> {
    /// The chord of the command table that this press means; `None` where it belongs to the system.
    ///
    /// A key goes by what it means on the layout, so that commands follow the letters that are printed on the keys. Only where
    /// a layout has no Latin letters, as Cyrillic, Greek, Hebrew and Arabic ones, the keys with `Ctrl` go by their place: there
    /// is no other way to press `Ctrl+Z`.
    #[must_use]
    pub fn chord(self) -> Option<Chord> {
        let latin = if self.control || self.meta { latin_by_place(self.key, self.code) } else { None };
        let key = latin.as_deref().unwrap_or(self.key);
        if self.mac {
            // `Option` writes characters there, as `AltGr` does elsewhere.
            let option = self.alt && (self.meta || self.control || !writes_a_sign(key));
            return MacPress { command: self.meta, control: self.control, option, shift: self.shift, key }.chord();
        }
        if self.meta || (self.alt_graph && !writes_a_sign(key)) {
            return None;
        }
        let (control, alt) = (self.control && !self.alt_graph, self.alt && !self.alt_graph);
        Some(Chord { control, shift: self.shift, alt, key: key.to_owned() })
    }
}

/// Whether a key, pressed with `AltGr`, writes a sign of its own, such as `@`, `[` or `ż`. Where there is none the browser gives
/// the letter or digit that the key has without it.
fn writes_a_sign(key: &str) -> bool {
    let mut characters = key.chars();
    matches!((characters.next(), characters.next()), (Some(sign), None) if !sign.is_ascii_alphanumeric())
}

/// The Latin letter or digit at the place of a key that means a letter or digit of another script.
fn latin_by_place(key: &str, code: &str) -> Option<String> {
    let is_foreign = |character: char| character.is_alphanumeric() && !is_latin(character);
    if key.is_empty() || !key.chars().all(is_foreign) {
        return None;
    }
    let place = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit"))?;
    Some(place.to_ascii_lowercase()).filter(|place| place.len() == 1)
}

/// Whether a letter or digit is of the Latin script: by the blocks of Unicode that layouts of keyboards take them from.
fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, 'ª' | 'º' | '\u{c0}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}')
}
