//! The words that decide whether a full stop ends a sentence. Lists are one string each, which is the smallest form.

use super::{count, has_no_vowel, is_initialism};
use crate::text::letter::lowered;

/// What the word before a full stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// An ordinary word: its full stop ends the sentence.
    Word,
    /// Stands before a name and so never at an end: "Sen."
    Title,
    /// A title or a street: "St. Paul", "on Main St."
    Street,
    /// Always goes on: "e.g."
    Never,
    /// Abbreviated only before a number: "No. 5", but "She said no."
    Numbered,
    /// An hour, which a day or a zone may follow: "9 a.m."
    Clock,
    /// May end a sentence: "Inc.", "U.S.", "Jan.", an initial. The next word decides.
    Perhaps,
}

// Titles, streets and names are abbreviations only with a capital: "Ill." is a state, "ill" is not.
const TITLES: &str = "mr mrs ms dr dra prof sen sens rep reps gov govs gen lt col sgt capt maj cpl pvt adm cmdr rev hon \
    msgr pres supt det insp amb atty mme mlle messrs pfc fr hr sra mt ft ald coun asst assoc dir dep";
const STREETS: &str = "st dr ave blvd rd ln hwy pl sq";
const NAMES: &str = "inc corp co cos ltd llc plc bros jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues \
    wed thu thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla \
    ore pa penn que tenn tex va vt wash wis wyo dept univ str gde";
const NEVER: &str = "sig dott avv e.g i.e cf vs v viz approx ca incl excl z.b d.h u.a bzw p.ej c.-à-d";
const NUMBERED: &str = "no nos nr p pp vol vols art arts fig figs sec ch chap para op abs ziff núm n.º";
const CLOCK: &str = "a.m p.m";
const PERHAPS: &str = "etc al dept est govt intl natl univ assn mfg tel ext ed eds trans ph.d usw evtl mio mrd tsd ggf sog \
    av ud uds a.d b.c esq dist";
const STARTERS: &str = "the a an he she it they we i you his her their its our my your this that these those there here in \
    on at by for from with after before during under over without about among despite since although though because but \
    and or so nor as if when while where what who why how which whether then now still yet not no none most some many all \
    both one two three each every another other others such only just even also however meanwhile instead later earlier \
    last next once until according officials police critics thousands hundreds dozens i’m i’ve it’s that’s he’s she’s \
    they’re we’re there’s let’s don’t asked der die das ein eine er sie es wir im am doch el la los las le les il elle";
const ZONES: &str = "et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst cet utc eastern central mountain pacific local \
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march \
    april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec";
const GERMAN_MONTHS: &str =
    "januar februar märz april mai juni juli august september oktober november dezember jänner jahrhundert";
const REPORTING: &str = "said says say told tells asked asks ask added adds wrote writes replied replies answered shouted \
    shouts cried yelled whispered wondered demanded exclaimed quipped joked recalled continued responded called calls \
    insisted declared posted tweeted chanted read reads begged muttered laughed";

fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|each| each == word)
}

/// What a word is, without the full stop at its end.
pub(super) fn class(word: &str) -> Class {
    let small = lowered(word);
    let small = small.as_str();
    let capital = small != word;
    if capital && holds(STREETS, small) {
        Class::Street
    } else if capital && holds(TITLES, small) {
        Class::Title
    } else if holds(CLOCK, small) {
        Class::Clock
    } else if holds(NEVER, small) {
        Class::Never
    } else if holds(NUMBERED, small) && !(capital && is_initial(word)) {
        Class::Numbered
    } else if (capital && holds(NAMES, small)) || holds(PERHAPS, small) || is_short_by_form(word) {
        Class::Perhaps
    } else {
        Class::Word
    }
}

/// Whether a word has the form of an abbreviation, whatever it stands for.
fn is_short_by_form(word: &str) -> bool {
    is_initialism(word) || is_initial(word) || is_plural(word) || has_no_vowel(word)
}

/// Whether a word is one letter, of any alphabet: "J.", "د."
fn is_initial(word: &str) -> bool {
    count(word) == 1 && word.chars().all(char::is_alphabetic)
}

/// Whether a word is two of one capital, which is how Spanish shortens a plural: "EE. UU."
fn is_plural(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), [one, other] if one == other && one.is_ascii_uppercase())
}

/// Whether a word, written with a capital, begins a sentence far more often than it is a name.
pub(super) fn is_starter(word: &str) -> bool {
    holds(STARTERS, &lowered(word).replace('\'', "’"))
}

/// Whether a word stands before a name.
pub(super) fn is_title(word: &str) -> bool {
    holds(TITLES, &lowered(word))
}

/// Whether a word goes on after an hour: a day, a month or a time zone.
pub(super) fn is_clock_follower(word: &str) -> bool {
    holds(ZONES, &lowered(word))
}

/// Whether a word follows the number of a day or a century in German.
pub(super) fn is_german_month(word: &str) -> bool {
    holds(GERMAN_MONTHS, &lowered(word))
}

/// Whether a word says that somebody spoke.
pub(super) fn reports(word: &str) -> bool {
    holds(REPORTING, &lowered(word))
}
