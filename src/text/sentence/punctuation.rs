//! Punctuation at the end and at the start of sentences.

/// Whether a character can end a sentence.
pub(super) fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '…') || is_hard_stop(letter) || is_wide_stop(letter)
}

/// Question and exclamation marks, and the full stops of scripts that do not abbreviate with them: Latin, Greek, Armenian,
/// Arabic, Hebrew, Indic, Ethiopic, Khmer.
pub(super) fn is_hard_stop(letter: char) -> bool {
    matches!(letter, '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '։' | '׃' | '؟' | '۔' | '।' | '॥' | '።' | '፧' | '។')
}

/// Marks that end a sentence without a space after them: Chinese and Japanese.
pub(super) fn is_wide_stop(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '．' | '｡')
}

/// Whether a character is a quotation mark, opening or closing.
pub(super) fn is_quotation_mark(letter: char) -> bool {
    "“”„‟\"‘’‚'«»‹›「」『』".contains(letter)
}

/// Whether a character closes a quotation or a bracket.
pub(super) fn closes(letter: char) -> bool {
    "”’\"'»›)]}」』）】》〉］".contains(letter)
}

/// Whether a character opens a quotation, a bracket or a Spanish question.
pub(super) fn opens(letter: char) -> bool {
    "“„‟‘‚\"'«»‹›「『([{（【¿¡".contains(letter)
}
