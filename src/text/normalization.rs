//! Canonical equivalence (UAX #15), and the ligatures and width variants that fonts and PDF files put in the place of
//! letters.
//!
//! The text itself is never normalised. Search, recognition and file names look at it in these forms.

use icu_normalizer::properties::{CanonicalCombiningClassMapBorrowed, CanonicalDecompositionBorrowed, Decomposed};
use unicode_segmentation::UnicodeSegmentation as _;

use super::invisible::is_invisible;

const DECOMPOSITION: CanonicalDecompositionBorrowed<'static> = CanonicalDecompositionBorrowed::new();
const CLASS: CanonicalCombiningClassMapBorrowed<'static> = CanonicalCombiningClassMapBorrowed::new();

/// The letters of Arabic Presentation Forms-B from U+FE80 on, with the number of forms of each, and its ligatures of lam
/// and alef from U+FEF5 on.
const ARABIC_FORMS: [(char, u8); 36] = [
    ('ء', 1),
    ('آ', 2),
    ('أ', 2),
    ('ؤ', 2),
    ('إ', 2),
    ('ئ', 4),
    ('ا', 2),
    ('ب', 4),
    ('ة', 2),
    ('ت', 4),
    ('ث', 4),
    ('ج', 4),
    ('ح', 4),
    ('خ', 4),
    ('د', 2),
    ('ذ', 2),
    ('ر', 2),
    ('ز', 2),
    ('س', 4),
    ('ش', 4),
    ('ص', 4),
    ('ض', 4),
    ('ط', 4),
    ('ظ', 4),
    ('ع', 4),
    ('غ', 4),
    ('ف', 4),
    ('ق', 4),
    ('ك', 4),
    ('ل', 4),
    ('م', 4),
    ('ن', 4),
    ('ه', 4),
    ('و', 2),
    ('ى', 2),
    ('ي', 4),
];

/// Whether a character is one that a reader sees by itself, wherever it stands between others of the kind: letters and
/// punctuation of Latin, Greek, Cyrillic, Chinese and Japanese. There is a grapheme boundary between any two of them.
pub(super) fn is_simple(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}'
            | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}'
    )
}

/// The first grapheme cluster, found without the tables of Unicode where it is a simple character before another.
pub(super) fn first_cluster(words: &str) -> &str {
    let mut characters = words.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(second)) if is_simple(first) && is_simple(second) => {
            words.get(..first.len_utf8()).unwrap_or_default()
        }
        _ => words.graphemes(true).next().unwrap_or_default(),
    }
}

/// Hands over the letters of a grapheme cluster, fully decomposed and in canonical order, without what is invisible. The
/// joiner between the parts of an emoji stays, because without it they are several.
pub(super) fn decompose(cluster: &str, letters: &mut Vec<char>) {
    letters.clear();
    let mut characters = cluster.chars().peekable();
    if let (Some(character), true) = (characters.peek(), cluster.chars().nth(1).is_none()) {
        if !is_invisible(*character) {
            resolve_variant(*character, letters);
        }
        return;
    }
    while let Some(character) = characters.next() {
        let emoji = |next: char| {
            next >= '\u{203c}' && !next.is_alphanumeric() && !is_invisible(next) && CLASS.get_u8(next) == 0
        };
        let joins_emoji = character == '\u{200d}' && characters.peek().is_some_and(|next| emoji(*next));
        if joins_emoji || !is_invisible(character) {
            resolve_variant(character, letters);
        }
    }
    order_marks(letters);
}

/// Canonical ordering: each run of combining marks by their classes, marks of one class as they stood. Runs are one or two
/// marks long; a longer one, of which no writing system knows, is left as it is from the limit on, so that it takes linear
/// time.
fn order_marks(letters: &mut [char]) {
    const LIMIT: usize = 32;
    for at in 1..letters.len() {
        let Some(class) = letters.get(at).map(|mark| CLASS.get_u8(*mark)).filter(|class| *class != 0) else { continue };
        let before = letters.get(at.saturating_sub(LIMIT)..at).unwrap_or_default();
        let later = before.iter().rev().take_while(|mark| CLASS.get_u8(**mark) > class).count();
        if let Some(moved) = letters.get_mut(at - later..=at) {
            moved.rotate_right(1);
        }
    }
}

/// Words in plain letters: each in its composed form (NFC), with ligatures and width variants resolved, and without what is
/// invisible. Made once for many words, because it finds compositions in a table of its own.
#[derive(Debug, Default)]
pub struct PlainLetters {
    compositions: Vec<Option<Composition>>,
}

/// A letter, the mark that is put on it, and what both are together.
type Composition = (char, char, char);

impl PlainLetters {
    /// The words in plain letters.
    #[must_use]
    pub fn of(&mut self, words: &str) -> String {
        let mut plain = String::with_capacity(words.len());
        let mut letters = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            let cluster = first_cluster(rest);
            rest = rest.get(cluster.len()..).unwrap_or_default();
            if cluster.is_ascii() {
                plain.push_str(cluster);
            } else {
                decompose(cluster, &mut letters);
                if letters.len() > 1 {
                    self.compose(&mut letters);
                }
                plain.extend(&letters);
            }
        }
        plain
    }

    /// Canonical composition of decomposed letters, as in UAX #15, section 1.3.
    fn compose(&mut self, letters: &mut Vec<char>) {
        let mut composed: Vec<char> = Vec::with_capacity(letters.len());
        let (mut starter, mut last_class) = (None, 0);
        for letter in letters.drain(..) {
            let class = CLASS.get_u8(letter);
            let adjacent = starter.is_some_and(|starter| starter + 1 == composed.len());
            let base = starter.filter(|_| adjacent || last_class < class);
            let base = base.and_then(|starter: usize| composed.get_mut(starter));
            if let Some((base, joined)) =
                base.and_then(|base| self.composition(*base, letter).map(|joined| (base, joined)))
            {
                *base = joined;
                continue;
            }
            if class == 0 {
                starter = Some(composed.len());
            }
            last_class = class;
            composed.push(letter);
        }
        *letters = composed;
    }

    /// The composition of a letter and a mark, or of two Hangul jamo.
    fn composition(&mut self, base: char, mark: char) -> Option<char> {
        let (base_code, mark_code) = (u32::from(base), u32::from(mark));
        if let (lead @ 0x1100..=0x1112, vowel @ 0x1161..=0x1175) = (base_code, mark_code) {
            return char::from_u32(0xac00 + ((lead - 0x1100) * 21 + (vowel - 0x1161)) * 28);
        }
        if let (syllable @ 0xac00..=0xd7a3, tail @ 0x11a8..=0x11c2) = (base_code, mark_code) {
            return char::from_u32(syllable + (tail - 0x11a7)).filter(|_| (syllable - 0xac00).is_multiple_of(28));
        }
        if CLASS.get_u8(mark) == 0 {
            return None;
        }
        if self.compositions.is_empty() {
            self.compositions = compositions();
        }
        let mut slots = self.compositions.iter().cycle().skip(slot(base, mark));
        slots
            .by_ref()
            .map_while(|slot| *slot)
            .find(|(letter, with, _)| (*letter, *with) == (base, mark))
            .map(|(_, _, both)| both)
    }
}

/// The letters that have accents in them, by script.
const COMPOSED: [(char, char); 8] = [
    ('\u{c0}', '\u{233}'),
    ('\u{1e00}', '\u{1ef9}'),
    ('\u{386}', '\u{3ce}'),
    ('\u{1f00}', '\u{1ffe}'),
    ('\u{400}', '\u{4f9}'),
    ('\u{622}', '\u{6d3}'),
    ('\u{929}', '\u{934}'),
    ('\u{304c}', '\u{30fe}'),
];

/// The size of the table of compositions: more than twice as many as there are.
const SLOTS: usize = 4096;

/// The table of compositions, by open addressing. It is made by decomposing, because the data for it would make the page
/// larger for the few texts that need it.
fn compositions() -> Vec<Option<Composition>> {
    let mut table = vec![None; SLOTS];
    for letter in COMPOSED.into_iter().flat_map(|(first, last)| first..=last) {
        if let Decomposed::Expansion(base, mark) = DECOMPOSITION.decompose(letter) {
            let mut at = slot(base, mark);
            while table.get(at).is_some_and(Option::is_some) {
                at = (at + 1) % SLOTS;
            }
            if let Some(slot) = table.get_mut(at) {
                *slot = Some((base, mark, letter));
            }
        }
    }
    table
}

/// Where the search for a composition begins.
fn slot(base: char, mark: char) -> usize {
    (u32::from(base).wrapping_mul(31).wrapping_add(u32::from(mark).wrapping_mul(0x9e37)) as usize) % SLOTS
}

/// Resolves a ligature or a width variant: the compatibility decompositions of Unicode that change nothing but the shape.
/// Others, such as superscript digits, are not told apart by their shape alone and stay.
fn resolve_variant(character: char, letters: &mut Vec<char>) {
    let parts = match character {
        '\0'..='\u{7f}' => {
            letters.push(character);
            return;
        }
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'ﬓ' => "մն",
        'ﬔ' => "մե",
        'ﬕ' => "մի",
        'ﬖ' => "վն",
        'ﬗ' => "մխ",
        'ﭏ' => "אל",
        'ŉ' => "ʼn",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'Ǆ' => "DŽ",
        'ǅ' => "Dž",
        'ǆ' => "dž",
        'Ǉ' => "LJ",
        'ǈ' => "Lj",
        'ǉ' => "lj",
        'Ǌ' => "NJ",
        'ǋ' => "Nj",
        'ǌ' => "nj",
        'ﻵ' | 'ﻶ' => "لآ",
        'ﻷ' | 'ﻸ' => "لأ",
        'ﻹ' | 'ﻺ' => "لإ",
        'ﻻ' | 'ﻼ' => "لا",
        _ => {
            decompose_letter(plain_variant(character), letters);
            return;
        }
    };
    parts.chars().for_each(|part| decompose_letter(part, letters));
}

/// The letter of a full-width form or of an Arabic presentation form; any other character unchanged.
fn plain_variant(character: char) -> char {
    match u32::from(character) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(character),
        code @ 0xfe80..=0xfef4 => {
            let mut first = 0xfe80;
            let letter = ARABIC_FORMS.iter().find(|(_, forms)| {
                first += u32::from(*forms);
                code < first
            });
            letter.map_or(character, |(letter, _)| *letter)
        }
        _ => character,
    }
}

/// The full canonical decomposition of one letter.
fn decompose_letter(letter: char, letters: &mut Vec<char>) {
    match DECOMPOSITION.decompose(letter) {
        Decomposed::Default => letters.push(letter),
        Decomposed::Singleton(other) => decompose_letter(other, letters),
        Decomposed::Expansion(first, second) => {
            decompose_letter(first, letters);
            letters.push(second);
        }
    }
}
