//! What the languages of news do differently: their abbreviations, their ordinals, and the words that begin sentences.

pub(super) mod czech;
pub(super) mod dutch;
pub(super) mod english;
pub(super) mod finnish;
pub(super) mod french;
pub(super) mod german;
pub(super) mod hungarian;
pub(super) mod italian;
pub(super) mod nordic;
pub(super) mod polish;
pub(super) mod portuguese;
pub(super) mod russian;
pub(super) mod south_slavic;
pub(super) mod spanish;
pub(super) mod swedish;

/// What is peculiar to a language. All words are given without the full stop at their end. An abbreviation with a capital
/// is one only with a capital: "Ill" is a state, "ill" is not. A single small letter is one only when it is small.
pub(super) struct Language {
    /// Function words, by which the language is told from others. Capitalised, they begin a sentence.
    pub frequent: &'static [&'static str],
    /// Letters that tell it from others too.
    pub letters: &'static str,
    /// Further words that, capitalised, begin a sentence far more often than they are names.
    pub starters: &'static [&'static str],
    /// What stands before a name and never ends a sentence: titles, ranks, offices, kinds of streets.
    pub titles: &'static [&'static str],
    /// Kinds of streets that stand before a name or behind it: "St. Paul", "on Main St."
    pub streets: &'static [&'static str],
    /// Abbreviations that never end a sentence.
    pub never: &'static [&'static str],
    /// Words that are abbreviations only before a number: "No. 5", but "She said no."
    pub numbered: &'static [&'static str],
    /// Units and the like, which end a sentence after their number, but not at its beginning: "w 2019 r."
    pub units: &'static [&'static str],
    /// Ends of enumerations, after which a capital begins a sentence: "etc."
    pub finals: &'static [&'static str],
    /// Abbreviations that may end a sentence: the next word decides.
    pub perhaps: &'static [&'static str],
    /// Words before an ordinal, where ordinals are written with a full stop; empty where they are not.
    pub before_ordinals: &'static [&'static str],
    /// The months, where ordinals are written with a full stop and names of months with a capital.
    pub months: &'static [&'static str],
    /// Whether all nouns are capitalised.
    pub capitalises_nouns: bool,
    /// Whether words can do without vowels, so that lacking them is no sign of an abbreviation: "prst".
    pub lacks_vowels: bool,
}

/// A language without peculiarities.
pub(super) const PLAIN: Language = Language {
    frequent: &[],
    letters: "",
    starters: &[],
    titles: &[],
    streets: &[],
    never: &[],
    numbered: &[],
    units: &[],
    finals: &[],
    perhaps: &[],
    before_ordinals: &[],
    months: &[],
    capitalises_nouns: false,
    lacks_vowels: false,
};
