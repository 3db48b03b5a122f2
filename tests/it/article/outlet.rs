//! Lines as large newsrooms print them around an article: what of the captions, credits, bylines, dates and foot lines is
//! recognised. The file beside the tests has lines of our own making, in the manner of each; a star marks those that count,
//! and `kind/kind` says that either is right.

use std::collections::BTreeMap;

use super::{article, fixture};

/// One counted line: the kinds that are right, its words, and the kind it was taken for.
struct Line<'a> {
    expected: &'a str,
    words: &'a str,
    found: &'static str,
    counts: bool,
}

impl Line<'_> {
    fn is_right(&self) -> bool {
        self.expected.split('/').any(|kind| kind == self.found)
    }

    /// Whether a headline or a sentence of the text became something that is not read as one.
    fn is_lost(&self) -> bool {
        let running = ["title", "paragraph", "heading"];
        running.contains(&self.expected) && !running.contains(&self.found)
    }
}

/// The lines of every article of one newsroom.
fn lines(articles: &str) -> BTreeMap<&str, Vec<Line<'_>>> {
    let mut by_outlet: BTreeMap<&str, Vec<Line<'_>>> = BTreeMap::new();
    for section in articles.split("## ").skip(1) {
        let (outlet, table) = section.split_once('\n').expect("an article is under the name of its newsroom");
        let rows: Vec<Option<(&str, &str)>> = table.trim_end().lines().map(|line| line.split_once('|')).collect();
        let text: Vec<&str> = rows.iter().map(|row| row.map_or("", |(_, words)| words)).collect();
        let read = article(&text.join("\n"));
        let mut at = 0;
        for (row, words) in rows.iter().zip(&text) {
            if let Some((expected, _)) = row {
                let block = read.blocks.iter().find(|block| block.start.index() == at);
                by_outlet.entry(outlet).or_default().push(Line {
                    expected: expected.trim_start_matches('*').trim(),
                    words,
                    found: block.map_or("nothing", |block| block.kind.name()),
                    counts: expected.starts_with('*'),
                });
            }
            at += words.len() + 1;
        }
    }
    by_outlet
}

#[test]
fn of_the_lines_that_newsrooms_print_at_least_95_in_100_are_recognised() {
    let articles = fixture("outlets.txt");
    let (mut right, mut all) = (0, 0);
    for (outlet, lines) in lines(&articles) {
        let counted: Vec<&Line<'_>> = lines.iter().filter(|line| line.counts).collect();
        let found = counted.iter().filter(|line| line.is_right()).count();
        println!("{outlet:10} {found:3} of {:3}", counted.len());
        for line in lines.iter().filter(|line| !line.is_right()) {
            println!("           {} for {}: {}", line.found, line.expected, line.words);
        }
        (right, all) = (right + found, all + counted.len());
    }
    println!("{:10} {right:3} of {all:3}", "all");
    assert!(all >= 120, "{all} lines");
    assert!(right * 100 >= all * 95, "{right} of {all}");
}

#[test]
fn no_headline_and_no_sentence_is_lost_to_another_kind() {
    let articles = fixture("outlets.txt");
    let lost = lines(&articles).into_values().flatten().filter(Line::is_lost);
    let lost: Vec<String> = lost.map(|line| format!("{}: {}", line.found, line.words)).collect();
    assert_eq!(lost, [""; 0]);
}
