//! Lines that a page prints around an article and that are copied with it: labels of pictures, buttons, reading times.
//!
//! They are no part of the article, so they are no heading, no title and no caption, however short they are.

use super::lexical::at_most;

/// What a label says about the line under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Announced {
    /// The caption of a picture.
    Caption,
    /// The credit of a picture.
    Credit,
    /// The authors.
    Byline,
    /// A date.
    Date,
}

/// Labels that announce the line under them, in lower case and without punctuation at the end.
const LABELS: [(&str, Announced); 20] = [
    ("image caption", Announced::Caption),
    ("media caption", Announced::Caption),
    ("video caption", Announced::Caption),
    ("photo caption", Announced::Caption),
    ("caption", Announced::Caption),
    ("image source", Announced::Credit),
    ("image credit", Announced::Credit),
    ("photo credit", Announced::Credit),
    ("credit", Announced::Credit),
    ("photograph", Announced::Credit),
    ("by", Announced::Byline),
    ("von", Announced::Byline),
    ("par", Announced::Byline),
    ("por", Announced::Byline),
    ("published", Announced::Date),
    ("updated", Announced::Date),
    ("last updated", Announced::Date),
    ("posted", Announced::Date),
    ("veröffentlicht", Announced::Date),
    ("publicado", Announced::Date),
];

/// Buttons and notes of pages, in lower case.
const NOTES: [&str; 49] = [
    "add as preferred on google",
    "advertisement",
    "anzeige",
    "comments",
    "copy link",
    "download",
    "email",
    "embed",
    "enlarge this image",
    "explore more on these topics",
    "facebook",
    "flipboard",
    "hide caption",
    "image",
    "images",
    "leer más",
    "link copied",
    "listen",
    "listen to article",
    "listen to this article",
    "more on this story",
    "most read",
    "play",
    "play video",
    "print",
    "publicidad",
    "publicité",
    "purchase licensing rights",
    "purchase licensing rights, opens new tab",
    "read more",
    "related article",
    "related articles",
    "related topics",
    "save",
    "see all topics",
    "see more",
    "share",
    "share article",
    "share full article",
    "share this",
    "show all",
    "skip advertisement",
    "skip to content",
    "slideshow",
    "teilen",
    "toggle caption",
    "video",
    "view image in fullscreen",
    "whatsapp",
];

/// What a line announces about the next one, where it is such a label and nothing else.
pub(super) fn announced(words: &str) -> Option<Announced> {
    let label = lower(words)?;
    LABELS.iter().find_map(|(known, announced)| (*known == label).then_some(*announced))
}

/// Whether a line is of the page and not of the article.
pub(super) fn is_page_label(words: &str) -> bool {
    let Some(line) = lower(words) else { return false };
    NOTES.contains(&line.as_str())
        || LABELS.iter().any(|(label, _)| *label == line)
        || line.starts_with("heard on ")
        || is_count(&line)
}

/// "4 min read", "Lesezeit: 3 Min.", "3 of 12", "12 comments".
fn is_count(line: &str) -> bool {
    let counted = |word: &str| {
        let minutes = ["min", "mins", "minute", "minutes", "minutos", "minuten"].contains(&word);
        minutes
            || ["read", "of", "de", "lectura", "lecture", "lesezeit", "listen", "comments", "photos"].contains(&word)
    };
    let mut numbers = 0;
    let mut others = 0;
    for word in line.split([' ', '\u{a0}', '-', '·', '|', ':', '/']).map(|word| word.trim_matches(['.', '(', ')'])) {
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers += 1;
        } else if counted(word) {
            others += 1;
        } else if !word.is_empty() {
            return false;
        }
    }
    numbers > 0 && others > 0
}

/// The line in lower case, without the punctuation of a label at its end; `None` for a line that is too long for one.
fn lower(words: &str) -> Option<String> {
    let bare = |last: char| matches!(last, ',' | ':' | '.' | '…') || last.is_whitespace();
    at_most(words, 60).then(|| words.trim_end_matches(bare).to_lowercase())
}
