//! Apostrophes and signs for measures, which are no quotation marks.

/// Words that lose their first letters: English, Dutch and Italian.
#[rustfmt::skip]
const ELIDED: &[&str] = &[
    "tis", "twas", "twill", "twere", "twould", "til", "till", "em", "cause", "cos", "coz", "cuz", "n", "round", "bout",
    "fraid", "nuff", "neath", "gainst", "tween", "hood", "kay", "sup", "cept",
    "s", "t", "k", "m", "ns", "ie", "sto", "sta", "ndrangheta", "ndrine", "ndrina", "nduja",
];

/// What follows the two digits of a year or decade without its century: '68, '90s, '90er, '90-luku.
const YEARS: [&str; 8] = ["", "s", "er", "ern", "ers", "erne", "tal", "talet"];

/// Words that lose their last letters and keep their apostrophe: Italian and German.
const CUT: [&str; 17] =
    ["po", "mo", "va", "fa", "di", "sta", "da", "de", "ne", "co", "hab", "glaub", "hätt", "wär", "könnt", "o", "ol"];

/// Whether a mark before this text is an apostrophe for omitted letters: "’90s", "’tis", "rock ’n’ roll". A word that `closing`
/// follows directly is quoted, as in "the word '90s'" and "the so-called 'hood'", unless it is the "n" between two others.
pub(super) fn is_elision(after: &str, closing: Option<char>) -> bool {
    let word = after.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let behind = closing.and_then(|sign| after.get(word.len()..)?.strip_prefix(sign));
    let closed = behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric));
    let small = word.to_lowercase();
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let year = digits == 2 && YEARS.contains(&word.get(2..).unwrap_or_default());
    (year || ELIDED.contains(&small.as_str())) && !(closed && small != "n")
}

/// Whether a single mark between these texts can be the apostrophe at the end of a word: a possessive as in "the players’
/// strike" and "Max’ Reise", a short form as in "goin’ home" and "un po’ di", or the second of "rock ’n’ roll".
pub(super) fn may_end_word(before: &str, after: &str) -> bool {
    let Some(next) = after.strip_prefix([' ', '\u{a0}']).and_then(|rest| rest.chars().next()) else { return false };
    // Longer words than this only matter by their last letters.
    let tail = before.char_indices().rev().take(8).take_while(|(_, letter)| letter.is_alphabetic()).last();
    let word = tail.and_then(|(start, _)| before.get(start..)).unwrap_or_default();
    let genitive = word.ends_with(['s', 'S', 'x', 'z', 'ß']) && next.is_alphabetic();
    let short = word.len() > 3 && word.ends_with("in") || CUT.contains(&word.to_lowercase().as_str());
    genitive || next.is_lowercase() && (short || ends_and(before))
}

/// Whether a mark after these words is the second of "rock ’n’ roll".
pub(super) fn ends_and(before: &str) -> bool {
    before.strip_suffix(['n', 'N']).is_some_and(|whole| whole.ends_with(['’', '\'', '‘']))
}
