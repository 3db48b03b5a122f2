//! Places of an article that are worked on: words to mark, a word that stands often, marks to click.

use std::collections::{BTreeMap, HashSet};

use crate::support::Article;

/// How many occurrences are annotated at once, where the article has a word that stands so often.
pub const OCCURRENCES: usize = 500;
/// How far apart two places are at most that are painted together, in code points.
const NEAR: usize = 1_000;

/// Single words, spread evenly over the article, that no mark covers exactly.
pub fn words(article: &Article, taken: &HashSet<(usize, usize)>, count: usize) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for block in &article.blocks {
        let letters: Vec<char> = block.text.chars().collect();
        let mut start = 0;
        for word in letters.split(|letter| !letter.is_ascii_alphabetic()) {
            let span = (block.start + start, block.start + start + word.len());
            if word.len() >= 5 && !taken.contains(&span) {
                all.push(span);
            }
            start += word.len() + 1;
        }
    }
    let every = all.len() / count;
    assert!(every > 0, "the article has only {} words to mark", all.len());
    all.into_iter().step_by(every).take(count).collect()
}

/// A word that stands about so many times in the article, and its places, the second one near the first. It is never a part of
/// another word, so every way of looking for it finds the same.
pub fn often(article: &Article, wanted: usize) -> (String, Vec<(usize, usize)>) {
    let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut text = String::new();
    for block in &article.blocks {
        text.push_str(&block.text.to_lowercase());
        text.push('\n');
        let letters: Vec<char> = block.text.chars().collect();
        let mut start = block.start;
        for word in letters.split(|letter| !letter.is_alphanumeric()) {
            if (5..10).contains(&word.len()) && word.iter().all(char::is_ascii_alphabetic) {
                let known = places.entry(word.iter().collect::<String>().to_lowercase()).or_default();
                known.push((start, start + word.len()));
            }
            start += word.len() + 1;
        }
    }
    let is_near = |found: &[(usize, usize)]| matches!(found, [first, second, ..] if second.0 - first.0 < NEAR);
    let mut near: Vec<(String, Vec<(usize, usize)>)> = places.into_iter().filter(|(_, found)| is_near(found)).collect();
    near.sort_by_key(|(_, found)| found.len().abs_diff(wanted));
    let whole = near.into_iter().find(|(word, found)| text.matches(word.as_str()).count() == found.len());
    whole.expect("a word that stands in the article more than once")
}

/// Marks, spread evenly over the article, of which each is the shortest one at its first character: what a click there
/// finds.
pub fn clickable(extents: &HashSet<(usize, usize)>, count: usize) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = extents.iter().copied().collect();
    all.sort_unstable();
    let shortest = |&&(start, end): &&(usize, usize)| {
        let mut here = all.iter().filter(|(from, to)| *from <= start && start < *to);
        here.all(|other| *other == (start, end) || other.1 - other.0 > end - start)
    };
    all.chunks(all.len().div_ceil(count)).filter_map(|part| part.iter().find(shortest)).copied().collect()
}
