//! Lexical tests that the rules share: names, quotation marks and lengths.

/// Particles inside names, and words between names.
const PARTICLES: [&str; 38] = [
    "and", "und", "et", "y", "e", "with", "for", "of", "the", "de", "del", "della", "der", "den", "di", "da", "das",
    "do", "dos", "du", "des", "van", "von", "vom", "zu", "zum", "la", "le", "el", "al", "bin", "bint", "ibn", "ten",
    "ter", "af", "av", "i",
];

/// Whether every word is written as in a name: with a capital, in a script without capitals, or one of the particles of
/// names. At least `least` and at most `most` words; the first is neither a particle nor a number.
pub(super) fn is_name(words: &str, least: usize, most: usize) -> bool {
    let mut count = 0;
    for word in words.split_whitespace().take(most + 1) {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '@');
        // A sign between names, such as an ampersand, is allowed; punctuation of sentences is not.
        let sign = bare.is_empty() && !word.contains(['.', '…', '“', '"']);
        let inner = sign || PARTICLES.contains(&bare) || bare.starts_with(char::is_numeric);
        if !(is_capital(bare) || inner && count > 0) {
            return false;
        }
        count += 1;
    }
    (least..=most).contains(&count)
}

/// Whether a word has a capital anywhere, as in "d’Arc", "al-Amin" and "iStock", or is of a script without capitals.
fn is_capital(word: &str) -> bool {
    word.contains(char::is_uppercase)
        || word.starts_with(|first: char| first == '@' || (first.is_alphabetic() && !first.is_lowercase()))
}

/// Whether a character is a quotation mark that opens or closes.
pub(super) fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '「' | '『')
}

/// The words without closing quotation marks, brackets and spaces at their end.
pub(super) fn without_closers(words: &str) -> &str {
    words.trim_end_matches(|last: char| {
        is_quotation_mark(last) || matches!(last, ')' | ']' | '」' | '』' | '）') || last.is_whitespace()
    })
}

/// Whether the words are at most `limit` characters long, in constant time for long ones.
pub(super) fn at_most(words: &str, limit: usize) -> bool {
    words.len() <= 4 * limit && words.chars().nth(limit).is_none()
}

/// The rest of `words` after the prefix `start`, whose ASCII case is ignored.
pub(super) fn strip_start<'a>(words: &'a str, start: &str) -> Option<&'a str> {
    words.get(..start.len()).filter(|found| found.eq_ignore_ascii_case(start))?;
    words.get(start.len()..)
}
