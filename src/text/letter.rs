//! Small and capital letters, without the tables of all scripts: that of the capitals alone was 4 kB of the page's download.

/// The small letter of a capital of the Latin, Greek, Cyrillic, Armenian or Georgian alphabet; any other character as it
/// is. Left out are the letters of ancient Greek with their marks, and those of phonetics and of old books.
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
        0x198 | 0x1a0..=0x1a5 | 0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 | 0x1ea0..=0x1eff => {
            next_if(code % 2 == 0)
        }
        0x139..=0x148 | 0x179..=0x17e | 0x1af | 0x1b3..=0x1b6 | 0x1cd..=0x1dc | 0x4c1..=0x4ce => next_if(code % 2 == 1),
        0x181 => code + 210,
        0x186 => code + 206,
        0x189 | 0x18a => code + 205,
        0x18e => code + 79,
        0x18f => code + 202,
        0x190 => code + 203,
        0x194 => code + 207,
        0x19d => code + 213,
        0x1b2 => code + 217,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x400..=0x40f => code + 80,
        0x531..=0x556 => code + 48,
        0x1c90..=0x1cba | 0x1cbd..=0x1cbf => code - 3008,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// How far a small letter of these alphabets can stand behind its capital, or before it.
const DISTANCES: [i32; 19] = [32, 1, 80, 48, 37, 38, 63, 64, -121, 210, 206, 205, 79, 202, 203, 207, 213, 217, -3008];

/// The capital of a small letter of the same alphabets: the letter whose [`lower`] it is; any other character as it is.
#[must_use]
pub fn upper(letter: char) -> char {
    // The capitals of these two have another small letter.
    match letter {
        'ı' => return 'I',
        'µ' => return 'Μ',
        _ => {}
    }
    let before = |distance: &i32| char::from_u32(u32::from(letter).wrapping_add_signed(-distance));
    let is_capital = |capital: &char| *capital != letter && lower(*capital) == letter;
    DISTANCES.iter().filter_map(before).find(is_capital).unwrap_or(letter)
}

/// The words in lower case: see [`lower`].
#[must_use]
pub fn lowered(words: &str) -> String {
    words.chars().map(lower).collect()
}
