//! Words looked for as one types them.

use crate::figure::Figure;
use crate::support::Desk;
use crate::targets;
use crate::timing::{arm, comes, took};

/// How often a word is typed.
const SEARCHES: usize = 10;

/// Whether the search's field has the focus, without asking the browser for what it would tell one who does not see: from then on
/// it would prepare that with every change.
const HAS_FOCUS: &str = "return nameOf(document.activeElement) === 'Search'";

/// Types a word into the field of the search; gives the times from its last letter to the match painted.
pub async fn search(desk: &Desk, word: &str, place: (usize, usize)) -> Vec<Figure> {
    let (before, last) = word.split_at(word.len() - 1);
    let found = "(painted('found', start, end) || painted('found-current', start, end))";
    let mut times = Vec::new();
    for _ in 0..SEARCHES {
        desk.select(place.0, place.0).await;
        desk.press("Esc").await;
        desk.settle().await;
        desk.press("/").await;
        desk.holds("the field to have the focus", HAS_FOCUS, &[]).await;
        desk.type_words(before).await;
        comes(desk, "the beginning of the word to be found", found, (place.0, place.1 - 1)).await;
        desk.settle().await;
        arm(desk, "keydown", found, place).await;
        desk.press(last).await;
        times.push(took(desk, "the last letter", place).await);
        desk.press("Esc").await;
        desk.article_has_focus().await;
    }
    vec![Figure::new("search, last letter", times).with(targets::ACTION)]
}
