//! Key chords: a key with its modifiers, how it is written in tables and how people read it.

/// A pressed key with its modifiers, by the browser's `event.key`, so that it follows the user's layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chord {
    /// `Ctrl`, or Cmd on a Mac.
    pub control: bool,
    /// `Shift`. For a printed character it is part of the character and so ignored, but for letters.
    pub shift: bool,
    /// `Alt`.
    pub alt: bool,
    /// The key's name: `q`, `?`, `ArrowLeft`, `Enter`.
    pub key: String,
}

impl Chord {
    /// The chord that is written so; the inverse of [`Chord::written`].
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let (modifiers, key) = match written.strip_suffix('+') {
            Some("") => ("", "+"),
            Some(modifiers) => (modifiers.strip_suffix('+')?, "+"),
            None => written.rsplit_once('+').unwrap_or(("", written)),
        };
        let mut chord = Self { control: false, shift: false, alt: false, key: key.to_owned() };
        for modifier in modifiers.split('+').filter(|modifier| !modifier.is_empty()) {
            match modifier {
                "Ctrl" => chord.control = true,
                "Alt" => chord.alt = true,
                "Shift" => chord.shift = true,
                _ => return None,
            }
        }
        (chord.written() == written).then_some(chord)
    }

    /// Whether it is a letter, digit or sign that is pressed without `Ctrl`: a single letter key in the words of WCAG
    /// 2.1.4.
    #[must_use]
    pub fn is_character(&self) -> bool {
        !self.control && self.key.chars().count() == 1
    }

    /// The chord as it is written in the table: `Ctrl+Shift+Z`, `Q`, `Shift+Q`, `?`, `Escape`.
    #[must_use]
    pub fn written(&self) -> String {
        let mut written = String::new();
        if self.control {
            written.push_str("Ctrl+");
        }
        if self.alt {
            written.push_str("Alt+");
        }
        let mut letters = self.key.chars();
        match (letters.next(), letters.next()) {
            (Some(character), None) if character.is_alphabetic() => {
                if self.shift {
                    written.push_str("Shift+");
                }
                written.push(capital(character));
            }
            (Some(' '), None) => written.push_str("Space"),
            (Some(character), None) => written.push(character),
            _ => {
                if self.shift {
                    written.push_str("Shift+");
                }
                written.push_str(&self.key);
            }
        }
        written
    }
}

/// The capital of a letter; the letter itself where its capital is written with several characters, as that of `ß`.
fn capital(letter: char) -> char {
    let mut capital = letter.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(capital), None) => capital,
        _ => letter,
    }
}
