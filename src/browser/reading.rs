//! The elements of the reading view: the article once more, with real `mark` elements and a list of their records. They are
//! made when the view is shown and taken away with it; the article's own elements know nothing of them.

use bluepencil::annotation::Annotation;
use bluepencil::article::BlockKind;
use bluepencil::document::{Document, Edge, Run};
use bluepencil::session::{Route, begin_words, end_words, numbered};
use bluepencil::text::{shorten, visible};
use leptos::prelude::document;
use web_sys::{Element, Node};

use super::dom::{focus_element, focused_element, scroll_to_middle};

/// The id of the view.
pub const READING: &str = "reading";
/// The id of the element that holds the text.
pub const TEXT: &str = "reading-text";
/// The id of the list of records.
pub const RECORDS: &str = "reading-records";

/// How many characters of an annotation's words its record shows.
const SHOWN_WORDS: usize = 160;

/// The id of the link at the beginning of a mark.
fn mark_id(annotation: &str) -> String {
    format!("mark-{annotation}")
}

/// The id of a record.
fn record_id(annotation: &str) -> String {
    format!("record-{annotation}")
}

/// Writes the view of a document, in place of whatever was there. What had the focus in it has it again.
pub fn mount(shown: &Document) {
    let focused = focused_element().map(|element| element.id()).filter(|id| !id.is_empty());
    let text = document().create_document_fragment();
    for number in 0..shown.article().blocks.len() {
        if let Some(block) = block(shown, number) {
            let _ = text.append_child(&block);
        }
    }
    let records = document().create_document_fragment();
    for place in 0..shown.entries().len() {
        if let Some(record) = record(shown, place) {
            let _ = records.append_child(&record);
        }
    }
    for (id, content) in [(TEXT, &text), (RECORDS, &records)] {
        if let Some(holder) = document().get_element_by_id(id) {
            holder.replace_children_with_node_1(content);
        }
    }
    if let Some(element) = focused.and_then(|id| document().get_element_by_id(&id)) {
        focus_element(&element);
    }
}

/// Takes the view's elements away.
pub fn clear() {
    for id in [TEXT, RECORDS] {
        if let Some(holder) = document().get_element_by_id(id) {
            holder.set_text_content(None);
        }
    }
}

/// Gives the mark of an annotation the focus and brings it into view; false where it has none.
pub fn focus_mark(annotation: &str) -> bool {
    let Some(link) = document().get_element_by_id(&mark_id(annotation)) else { return false };
    scroll_to_middle(&link);
    focus_element(&link);
    true
}

/// An element with attributes.
fn element(tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    Some(element)
}

/// An element with attributes and words, put at the end of another.
fn append(holder: &Node, tag: &str, attributes: &[(&str, &str)], words: &str) -> Option<Element> {
    let inside = element(tag, attributes)?;
    inside.set_text_content(Some(words));
    holder.append_child(&inside).ok()?;
    Some(inside)
}

/// One block: an element of its kind that holds its text, the marks around parts of it.
fn block(shown: &Document, number: usize) -> Option<Element> {
    let block = shown.article().blocks.get(number)?;
    let tag = match block.kind {
        BlockKind::Title => "h2",
        BlockKind::Heading => "h3",
        BlockKind::Quote => "blockquote",
        BlockKind::Caption => "figcaption",
        _ => "p",
    };
    let number_written = number.to_string();
    let attributes =
        [("data-read-block", number_written.as_str()), ("data-block-kind", block.kind.name()), ("dir", "auto")];
    let holder = element(tag, &attributes)?;
    if shown.article().block_text(block).contains('\n') {
        let _ = holder.set_attribute("data-wrapped", "");
    }
    let mut inside = vec![holder.clone()];
    for run in shown.runs(number) {
        let here = inside.last()?;
        match run {
            Run::Words(start, end) => {
                let words = document().create_text_node(shown.article().text.between(start, end));
                here.append_child(&words).ok()?;
            }
            Run::Begin(place, edge) => {
                let mark = begin(shown, &shown.entries().get(place)?.annotation, edge)?;
                here.append_child(&mark).ok()?;
                inside.push(mark);
            }
            Run::End(place, edge) => {
                let words = end_words(&shown.entries().get(place)?.annotation.label, edge);
                if !words.is_empty() {
                    append(here, "span", &ADDED, &format!(" {words} "))?;
                }
                inside.pop();
            }
        }
    }
    if block.kind != BlockKind::Caption {
        return Some(holder);
    }
    let figure = element("figure", &[])?;
    figure.append_child(&holder).ok()?;
    Some(figure)
}

/// The attributes of words that are no part of the text. They have a direction of their own, so that the browser does not
/// take the direction of the block from them.
const ADDED: [(&str, &str); 3] = [("class", "out-of-sight"), ("data-added", ""), ("dir", "ltr")];

/// The element of a mark, with what is said at its beginning. Where the annotation itself begins, that is a link to its
/// record on the desk, and shows the label's letter.
fn begin(shown: &Document, annotation: &Annotation, edge: Edge) -> Option<Element> {
    let id = annotation.id.to_string();
    let details = record_id(&id);
    let mark = element("mark", &[("data-label", annotation.label.name()), ("aria-details", &details)])?;
    let words = begin_words(&annotation.label, edge);
    if edge == Edge::Mark {
        let letter = annotation.label.built_in().map_or("•", |known| known.key);
        let address = Route::Article(shown.article().id, Some(annotation.id)).to_string();
        let link = [
            ("id", mark_id(&id)),
            ("class", "tag".to_owned()),
            ("href", address),
            ("title", "Go to record".to_owned()),
            ("data-letter", letter.to_owned()),
            ("data-added", String::new()),
            ("dir", "ltr".to_owned()),
        ];
        let link: Vec<(&str, &str)> = link.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let link = append(&mark, "a", &link, "")?;
        append(&link, "span", &ADDED, &format!(" {words} "))?;
    } else if !words.is_empty() {
        append(&mark, "span", &ADDED, &format!(" {words} "))?;
    }
    Some(mark)
}

/// The record of an annotation: which it is, its words, what was said about it, and the ways to the desk and to the text.
fn record(shown: &Document, place: usize) -> Option<Element> {
    let annotation = &shown.entries().get(place)?.annotation;
    let id = annotation.id.to_string();
    let record =
        element("li", &[("id", &record_id(&id)), ("data-record", &id), ("data-label", annotation.label.name())])?;
    let address = Route::Article(shown.article().id, Some(annotation.id)).to_string();
    let which = numbered(&annotation.label, place, shown.entries().len());
    append(&record, "a", &[("href", &address), ("title", "Go to record")], &which)?;
    let words = shorten(&annotation.target.words(&shown.article().text), SHOWN_WORDS);
    append(&record, "span", &[("class", "words"), ("dir", "auto")], &words)?;
    if !annotation.note.is_empty() {
        append(
            &record,
            "p",
            &[("class", "row-note"), ("dir", "auto")],
            &format!("Note: {}", visible(&annotation.note)),
        )?;
    }
    if !annotation.flags.is_empty() {
        let flags = annotation.flags.join(", ");
        append(&record, "p", &[("class", "row-note"), ("dir", "auto")], &format!("Flags: {}", visible(&flags)))?;
    }
    let button = [("type", "button"), ("class", "command"), ("data-does", "read-at"), ("data-of", id.as_str())];
    append(&record, "button", &button, "Go to text")?;
    Some(record)
}
