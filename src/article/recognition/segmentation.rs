//! Segmentation of plain text into blocks: lines, or paragraphs of hard-wrapped text.

use super::credit::{self, Credit};
use super::lexical::without_closers;
use super::plain::plain;
use crate::text::{PlainLetters, is_blank, is_line_break, trim_blank};

/// The lengths, in characters, of a full line of hard-wrapped text.
const FULL: std::ops::RangeInclusive<usize> = 45..=95;

/// A line that is not blank.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    after_blank: bool,
}

/// A marker at the start of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// Of a list item: a bullet or a number.
    Item,
    /// Of a block quotation, as in e-mail and Markdown.
    Quote,
}

/// The byte ranges of the blocks, without blank lines and the line feeds between blocks.
pub(super) fn block_ranges(text: &str) -> Vec<(usize, usize)> {
    let lines = lines_of(text);
    let Some(width) = wrapped_at(text, &lines) else {
        return lines.into_iter().map(|line| (line.start, line.end)).collect();
    };
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    let mut above: Option<Line> = None;
    let mut letters = PlainLetters::default();
    for line in lines {
        match (above.filter(|above| continues(text, *above, line, width, &mut letters)), ranges.last_mut()) {
            (Some(_), Some(range)) => range.1 = line.end,
            _ => ranges.push((line.start, line.end)),
        }
        above = Some(line);
    }
    ranges
}

/// The marker at the start of a block. A marker alone, as in a row of asterisks, is none.
pub(super) fn marker(words: &str) -> Option<Marker> {
    let (sign, rest) = words.split_once(char::is_whitespace)?;
    let number = sign.strip_suffix(['.', ')']).unwrap_or_default();
    let numbered = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let marker = match sign {
        "-" | "•" | "*" | "◦" | "▪" | "●" | "‣" => Marker::Item,
        ">" => Marker::Quote,
        _ if numbered => Marker::Item,
        _ => return None,
    };
    rest.contains(char::is_alphanumeric).then_some(marker)
}

/// The number with a full stop at the start of a block, which may be of a list item or an ordinal.
pub(super) fn number(words: &str) -> Option<i32> {
    let digits = words.split_once(char::is_whitespace)?.0.strip_suffix('.')?;
    let fits = digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Whether the words end with the punctuation of a sentence, apart from closing quotation marks and brackets.
pub(super) fn ends_sentence(words: &str) -> bool {
    without_closers(words).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}

/// The lines that a reader sees: divided at every hard line break, and without those in which nothing is to be seen.
fn lines_of(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut after_blank) = (0, true);
    for line in text.split_inclusive(is_line_break) {
        let content = line.trim_end_matches(is_line_break);
        let blank = content.chars().all(is_blank);
        if !blank {
            lines.push(Line { start, end: start + content.len(), after_blank });
        }
        // Where a page ends, a form feed stands at the start of the next line and divides no paragraph.
        let page_ends = content.is_empty() && line.ends_with('\u{c}');
        after_blank = (blank && (after_blank || !page_ends)) || line.ends_with('\u{2029}');
        start += line.len();
    }
    lines
}

/// The width at which the text is hard-wrapped; `None` where each line is a paragraph.
///
/// In hard-wrapped text, most lines that are followed by another are full, end within a sentence, and the next line does
/// not begin with a capital; hardly any line is longer.
fn wrapped_at(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut inner, mut full, mut open, mut long) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut lengths = [0_usize; 96];
    for (number, line) in lines.iter().enumerate() {
        let words = words_of(text, *line);
        let length = length_of(words);
        match lengths.get_mut(length) {
            Some(count) => *count += 1,
            None => long += 1,
        }
        let Some(next) = lines.get(number + 1).filter(|next| !next.after_blank) else { continue };
        inner += 1;
        full += usize::from(FULL.contains(&length));
        let continued = words_of(text, *next).starts_with(|first: char| first.is_alphabetic() && !first.is_uppercase());
        open += usize::from(continued && !ends_sentence(words));
    }
    let wrapped = inner >= 2 && full * 10 >= inner * 6 && open * 10 >= inner * 4 && long * 20 <= lines.len();
    wrapped.then(|| usual_width(&lengths, lines.len() - long))
}

/// The 90th percentile of line lengths, so that a few longer lines do not widen the text.
fn usual_width(lengths: &[usize], lines: usize) -> usize {
    let mut seen = 0;
    lengths
        .iter()
        .position(|count| {
            seen += count;
            seen * 10 >= lines * 9
        })
        .unwrap_or_default()
}

/// Whether the paragraph of `line` continues in `next`: within a sentence, or because the first word of `next` had no room
/// here. After a sentence any room is a break; elsewhere only much room is, as after a headline.
fn continues(text: &str, line: Line, next: Line, width: usize, letters: &mut PlainLetters) -> bool {
    let (words, below) = (words_of(text, line), words_of(text, next));
    if next.after_blank || marker(below).is_some() || is_credit(words, letters) || is_credit(below, letters) {
        return false;
    }
    if below.starts_with(char::is_lowercase) && !ends_sentence(words) {
        return true;
    }
    let needed = length_of(words) + 1 + length_of(below.split_whitespace().next().unwrap_or_default());
    let room = if ends_sentence(words) { width } else { width - width / 5 };
    needed > room
}

fn is_credit(words: &str, letters: &mut PlainLetters) -> bool {
    matches!(credit::read(&plain(words, letters)), Credit::Certain | Credit::Agency)
}

fn words_of(text: &str, line: Line) -> &str {
    trim_blank(text.get(line.start..line.end).unwrap_or_default())
}

/// The length in characters, counted no further than is of interest.
fn length_of(words: &str) -> usize {
    words.chars().take(200).count()
}
