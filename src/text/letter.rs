//! Lower case, without the tables of all scripts: they would be a tenth of the page's download.

/// The lower-case form of a letter of the Latin, Greek, Cyrillic or Armenian alphabet; any other character as it is.
///
/// One character for one: what Unicode writes as two, as in `İ`, becomes the plain letter.
#[must_use]
pub fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let next_if = |capital: bool| if capital { code + 1 } else { code };
    let lower = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        0x130 => 0x69,
        0x178 => 0xff,
        0x100..=0x137 | 0x14a..=0x177 | 0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f | 0x1e00..=0x1e95 => {
            next_if(code % 2 == 0)
        }
        0x1ea0..=0x1eff => next_if(code % 2 == 0),
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => next_if(code % 2 == 1),
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x400..=0x40f => code + 80,
        0x531..=0x556 => code + 48,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// The words in lower case: see [`lower`].
#[must_use]
pub fn lowered(words: &str) -> String {
    words.chars().map(lower).collect()
}
