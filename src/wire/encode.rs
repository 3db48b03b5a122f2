//! From the model to the shapes.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::fields::Fields;
use super::json::Json;
use super::shape::Shape;
use crate::annotation::Annotation;
use crate::article::Article;
use crate::document::Revision;
use crate::text::{Span, Text, Utf8};

/// The greatest revision that a file says: the last whole number that every reader of JSON keeps exact. One more than
/// that could only come from a file that was made up.
pub const LAST_REVISION: Revision = 9_007_199_254_740_991;

/// How many code points of context stand before and after the words of a segment.
const CONTEXT: usize = 32;

/// What a text hashes to, as files carry it.
#[must_use]
pub fn fingerprint(text: &Text) -> String {
    let mut written = String::from("sha256:");
    for byte in Sha256::digest(text.as_str().as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(written, "{byte:02x}");
    }
    written
}

/// The shape of an annotation over a text, with its keys in the order of the file.
#[must_use]
pub fn annotation<'a>(annotation: &'a Annotation, revision: Revision, text: &'a Text) -> Json<'a> {
    let mut kept = Fields::kept(&annotation.extra);
    let count = annotation.target.segments().count();
    let mut rests = kept_items(&mut kept, "segments", count).into_iter();
    let origin = Shape::default()
        .text("kind", annotation.origin.kind.name())
        .text("name", &annotation.origin.name)
        .text("version", &annotation.origin.version)
        .rest(kept.take("origin"));
    let segments = annotation.target.segments().map(|span| segment(span, text, rests.next()));
    let flags = annotation.flags.iter().map(|flag| Json::Text(flag.as_str().into()));
    Shape::default()
        .value("id", Json::Text(annotation.id.to_string().into()))
        .text("label", annotation.label.name())
        .text("status", annotation.status.name())
        .text("note", &annotation.note)
        .value("flags", Json::List(flags.collect()))
        .value("segments", Json::List(segments.collect()))
        .value("origin", origin)
        .text("created", annotation.created.as_str())
        .text("modified", annotation.modified.as_str())
        .text("creator", &annotation.creator)
        .whole("revision", revision.min(LAST_REVISION))
        .rest(Some(kept.rest()))
}

/// The shape of an article: in a file with its text and the shapes of its annotations; in storage, where those are
/// records of their own, without (`None`).
#[must_use]
pub fn article<'a>(article: &'a Article, revision: Revision, annotations: Option<Vec<Json<'a>>>) -> Json<'a> {
    let mut kept = Fields::kept(&article.extra);
    let mut rests = kept_items(&mut kept, "blocks", article.blocks.len()).into_iter();
    let (text, details) = (&article.text, &*article.details);
    let blocks = article.blocks.iter().map(|block| {
        Shape::default()
            .text("kind", block.kind.name())
            .whole("start", code_point(text, block.start))
            .whole("end", code_point(text, block.end))
            .rest(rests.next())
    });
    let blocks = Json::List(blocks.collect());
    let mut shape = Shape::default()
        .value("id", Json::Text(article.id.to_string().into()))
        .text("title", &details.title)
        .text("byline", &details.byline)
        .text("published", &details.published)
        .text("source", &details.source)
        .text("language", &details.language)
        .text("status", &details.status)
        .whole("revision", revision.min(LAST_REVISION));
    if annotations.is_some() {
        shape = shape.text("text", text.as_str());
    }
    shape = shape.value("fingerprint", Json::Text(fingerprint(text).into())).value("blocks", blocks);
    if let Some(annotations) = annotations {
        shape = shape.value("annotations", Json::List(annotations));
    }
    shape.rest(Some(kept.rest()))
}

fn segment<'a>(span: Span, text: &'a Text, rest: Option<Json<'a>>) -> Json<'a> {
    let (start, end) = (span.start(), span.end());
    let utf16 = |position| u64::from(text.utf16(position).unwrap_or_default().0);
    let pair = |start, end| Json::List(vec![Json::Whole(start), Json::Whole(end)]);
    Shape::default()
        .whole("start", code_point(text, start))
        .whole("end", code_point(text, end))
        .value("utf16", pair(utf16(start), utf16(end)))
        .value("utf8", pair(u64::from(start.0), u64::from(end.0)))
        .text("exact", text.words(span))
        .text("prefix", before(text, start))
        .text("suffix", after(text, end))
        .rest(rest)
}

fn code_point(text: &Text, position: Utf8) -> u64 {
    u64::from(text.code_point(position).unwrap_or_default().0)
}

/// The code points before a position, at most as many as the context has.
fn before(text: &Text, position: Utf8) -> &str {
    let whole = text.between(Utf8(0), position);
    let start = whole.char_indices().rev().take(CONTEXT).last().map_or(whole.len(), |(at, _)| at);
    whole.get(start..).unwrap_or_default()
}

/// The code points after a position, at most as many as the context has.
fn after(text: &Text, position: Utf8) -> &str {
    let whole = text.between(position, text.end());
    let end = whole.char_indices().nth(CONTEXT).map_or(whole.len(), |(at, _)| at);
    whole.get(..end).unwrap_or_default()
}

/// What was kept for each item of a list; nothing where the list has changed its length since.
pub(super) fn kept_items<'a>(kept: &mut Fields<'a>, key: &str, count: usize) -> Vec<Json<'a>> {
    match kept.take(key) {
        Some(Json::List(items)) if items.len() == count => items,
        _ => Vec::new(),
    }
}
