//! What the inspector tells of the place of a mark: the boundaries while they are moved, its segments, the marks that share
//! its words.

use bluepencil::annotation::{Annotation, AnnotationId};
use bluepencil::document::Document;
use bluepencil::session::Command;
use bluepencil::text::shorten;

use super::desk::{Desk, Shown};
use super::element::{Content, IntoContent as _, action, element, help};
use super::list::letter;
use super::masthead::command_button;
use super::reactive::part;

/// How many characters of the words are shown.
const SHOWN_WORDS: usize = 80;
/// How many of the new words are shown while boundaries are moved.
const NEW_WORDS: usize = 120;
/// How many marks of one place are listed; `O` goes through all of them.
const LISTED: usize = 20;
/// The commands that move a boundary.
const MOVES: [Command; 4] =
    [Command::EdgeWordLeft, Command::EdgeWordRight, Command::EdgeCharacterLeft, Command::EdgeCharacterRight];

/// The segments of an annotation, and the marks that share its words.
pub fn here(desk: Desk, id: AnnotationId) -> Content {
    let segments = move || of(desk, id, segments);
    let marks = move || of(desk, id, marks_here);
    vec![part(segments).into_content(), part(marks).into_content()].into_content()
}

/// Shows something of an annotation, for as long as it is there.
fn of(desk: Desk, id: AnnotationId, show: fn(&Document, &Annotation) -> Content) -> Content {
    desk.rail.with(|rail| {
        let Some(Shown(document)) = &rail.document else { return ().into_content() };
        document.annotation(id).map_or_else(|| ().into_content(), |annotation| show(document, annotation))
    })
}

/// The new words while boundaries are moved, with buttons for those who move them without keys.
pub fn moving(desk: Desk) -> Content {
    part(move || new_boundaries(desk)).into_content()
}

fn new_boundaries(desk: Desk) -> Content {
    let Some(moving) = desk.rail.with(|rail| rail.moving.clone()) else { return ().into_content() };
    let told = desk.with_document(|document| moving.told(document, NEW_WORDS));
    let buttons = element("p", &[("class", "field-actions")])
        .child(command_button(desk, Command::KeepBoundaries, ""))
        .child(command_button(desk, Command::CancelBoundaries, ""))
        .child(command_button(desk, Command::NextEdge, ""));
    let moves = element("p", &[("class", "field-actions in-columns")])
        .child(Vec::from(MOVES.map(|command| command_button(desk, command, ""))));
    element("div", &[("class", "moving"), ("role", "group"), ("aria-label", "New boundaries")])
        .child(element("p", &[("class", "new-words"), ("dir", "auto")]).child(told))
        .child(buttons)
        .child(moves)
        .into_content()
}

/// The segments of a mark that has several, each with a button that takes it out.
fn segments(document: &Document, annotation: &Annotation) -> Content {
    if annotation.target.segments().nth(1).is_none() {
        return ().into_content();
    }
    let text = &document.article().text;
    let rows: Vec<Content> = annotation
        .target
        .segments()
        .enumerate()
        .map(|(number, segment)| {
            let words = shorten(text.words(segment), SHOWN_WORDS);
            let name = format!("Take out: {words}");
            let of = format!("{} {number}", annotation.id);
            let words = element("span", &[("class", "words"), ("dir", "auto")]).child(words);
            let take_out = action("take-out", "Take out").with("aria-label", name).with("data-of", of);
            element("li", &[]).child(words).child(take_out).into_content()
        })
        .collect();
    let title = element("p", &[("class", "place-title")]).child("Segments");
    let list = element("ol", &[("class", "segments"), ("aria-label", "Segments")]).child(rows);
    vec![title.into_content(), list.into_content()].into_content()
}

/// The marks that share words with this one, where there are any beside itself.
fn marks_here(document: &Document, annotation: &Annotation) -> Content {
    let here = document.sharing_words(annotation);
    if here.len() < 2 {
        return ().into_content();
    }
    let more = here.len().saturating_sub(LISTED);
    let rows: Vec<Content> =
        here.iter().take(LISTED).map(|entry| mark_here(document, &entry.annotation, annotation.id)).collect();
    let more = (more > 0).then(|| help("li", format!("and {more} more")).into_content());
    let title = element("p", &[("class", "place-title")]).child("Marks here");
    let list = element("ul", &[("class", "marks-here"), ("aria-label", "Marks here")]).child(rows).child(more);
    vec![title.into_content(), list.into_content()].into_content()
}

fn mark_here(document: &Document, annotation: &Annotation, focus: AnnotationId) -> Content {
    let words = shorten(&annotation.target.words(&document.article().text), SHOWN_WORDS);
    let label = annotation.label.name().to_owned();
    let letter = element("span", &[("class", "letter"), ("aria-hidden", "true")]).child(letter(&label));
    let title = element("span", &[("class", "out-of-sight")]).child(annotation.label.title().into_owned()).child(": ");
    let choose = element("button", &[("type", "button"), ("class", "here-button"), ("data-does", "choose")])
        .with_some("aria-current", (annotation.id == focus).then_some("true"))
        .with("data-of", annotation.id.to_string())
        .child(letter.with("data-label", label))
        .child(title)
        .child(element("span", &[("class", "words"), ("dir", "auto")]).child(words));
    element("li", &[]).child(choose).into_content()
}
