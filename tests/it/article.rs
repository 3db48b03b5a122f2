//! Articles: their blocks and details, the sample, and what is made outside and handed in.
//!
//! The tables in these tests are marked text: before the bar stands what the line should be taken for, after it the line
//! itself. A line with nothing before its bar goes on in the block above it; an empty line is one in the text.

mod caption;
mod date;
mod details;
mod invisible;
mod law;
mod line_of_authors;
mod numbered;
mod outlet;
mod picture_label;
mod recognition;
mod sample;
mod segmentation;
mod timestamp;

use std::fmt::Write as _;

use bluepencil::article::{Article, ArticleId, BlockKind};

/// An article of that text, as pasting makes it.
fn article(text: &str) -> Article {
    let id = ArticleId::parse("6f1c2b9e-0d55-4c1e-9d3a-3f9a54b7c001").expect("the id is well formed");
    Article::from_plain(id, text, "")
}

/// The words of every block of one kind.
fn blocks_of(article: &Article, kind: BlockKind) -> Vec<&str> {
    article.blocks.iter().filter(|block| block.kind == kind).map(|block| article.block_text(block)).collect()
}

/// One of the texts beside the tests.
fn fixture(name: &str) -> String {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path} cannot be read: {fault}"))
}

/// The text of a table.
fn plain(table: &str) -> String {
    let lines = table.trim().lines().map(|line| line.split_once('|').map_or("", |(_, words)| words));
    lines.collect::<Vec<_>>().join("\n")
}

/// Prints an article as a table.
fn table(article: &Article) -> String {
    let (mut table, mut at) = (String::new(), 0);
    for line in article.text.as_str().split('\n') {
        let starts = article.blocks.iter().find(|block| block.start.index() == at);
        let goes_on = article.blocks.iter().any(|block| block.start.index() < at && at < block.end.index());
        let kind = starts.map_or("", |block| block.kind.name());
        if starts.is_some() || goes_on {
            let _ = write!(table, "{kind:9}|{line}");
        }
        table.push('\n');
        at += line.len() + 1;
    }
    table.trim_end().to_owned()
}

#[track_caller]
fn check(expected: &str) {
    assert_eq!(table(&article(&plain(expected))), expected.trim());
}
