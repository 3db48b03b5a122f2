//! In which languages words are likely to be.
//!
//! The language of a text is not known. It is guessed from its function words, as Grefenstette does ("Comparing two language
//! identification schemes", 1995), because a wrong guess costs little here: most rules hold in all languages.

use std::cmp::Reverse;

use super::language::Language;
use super::language::czech::CZECH;
use super::language::dutch::DUTCH;
use super::language::english::ENGLISH;
use super::language::finnish::FINNISH;
use super::language::french::FRENCH;
use super::language::german::GERMAN;
use super::language::hungarian::HUNGARIAN;
use super::language::italian::ITALIAN;
use super::language::nordic::DANISH_AND_NORWEGIAN;
use super::language::polish::POLISH;
use super::language::portuguese::PORTUGUESE;
use super::language::russian::RUSSIAN;
use super::language::south_slavic::SOUTH_SLAVIC;
use super::language::spanish::SPANISH;
use super::language::swedish::SWEDISH;

/// All languages.
const LANGUAGES: [&Language; 15] = [
    &ENGLISH,
    &GERMAN,
    &FRENCH,
    &SPANISH,
    &ITALIAN,
    &DUTCH,
    &POLISH,
    &CZECH,
    &PORTUGUESE,
    &DANISH_AND_NORWEGIAN,
    &SWEDISH,
    &RUSSIAN,
    &HUNGARIAN,
    &FINNISH,
    &SOUTH_SLAVIC,
];

/// The most words that are looked at: enough for a paragraph, and little work for a long one.
const SAMPLE: usize = 80;
/// Points for a function word.
const POINTS: u32 = 2;
/// The lead with which a language is certain, and no more words are looked at.
const CERTAIN: u32 = 4 * POINTS;
/// The points with which the words say enough, so that what stands around them is not asked.
const ENOUGH: u32 = 2 * POINTS;

/// The languages that some words are likely to be in, the likeliest first: one where they say it clearly, more where they
/// say little, all where they say nothing. What stands around the words is asked if they say little themselves.
pub(super) fn likely(words: &str, surroundings: &str) -> Vec<&'static Language> {
    let mut points = points_of(words);
    if most(points) < ENOUGH {
        points = points_of_both(points, points_of(surroundings));
    }
    let most = most(points);
    let mut likely: Vec<(u32, &Language)> = points.into_iter().zip(LANGUAGES).collect();
    likely.retain(|(points, _)| *points * 2 >= most && points + CERTAIN > most);
    likely.sort_by_key(|(points, _)| Reverse(*points));
    likely.into_iter().map(|(_, language)| language).collect()
}

/// The points of each language. An abbreviation counts for none: "es." is no German word.
fn points_of(words: &str) -> [u32; LANGUAGES.len()] {
    let mut points = [0_u32; LANGUAGES.len()];
    let mut rest = words;
    for _ in 0..SAMPLE {
        rest = rest.trim_start_matches(|letter: char| !letter.is_alphabetic());
        let (word, after) = rest.split_at(rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len()));
        rest = after;
        if word.is_empty() || lead(points) >= CERTAIN {
            break;
        }
        let small = word.to_lowercase();
        for (points, language) in points.iter_mut().zip(LANGUAGES) {
            let frequent = !after.starts_with('.') && language.frequent.contains(&small.as_str());
            *points += if frequent { POINTS } else { 0 };
            *points += u32::from(!small.is_ascii() && small.contains(|letter| language.letters.contains(letter)));
        }
    }
    points
}

fn points_of_both(mut one: [u32; LANGUAGES.len()], other: [u32; LANGUAGES.len()]) -> [u32; LANGUAGES.len()] {
    one.iter_mut().zip(other).for_each(|(one, other)| *one += other);
    one
}

fn most(points: [u32; LANGUAGES.len()]) -> u32 {
    points.into_iter().max().unwrap_or_default()
}

/// By how much the likeliest language leads.
fn lead(mut points: [u32; LANGUAGES.len()]) -> u32 {
    points.sort_unstable();
    let [.., second, first] = points;
    first - second
}
