//! Marked text: a document in one line, so that a test is three short strings.
//!
//! | Written | Meant |
//! | --- | --- |
//! | `«quote:words»` | An annotation with a label; they nest |
//! | `«quote*:words»` | The annotation in focus |
//! | `«quote(look again):words»` | One with a note |
//! | `«¹quote:one «²claim:two»¹ three»²` | Two that cross: a number says which end belongs to which beginning |
//! | `«¹quote:one»¹ he said, «¹quote:two»¹` | One of two segments: the same number begins again |
//! | `[words]` | The selection; `]words[` when it was made backwards |
//! | `\|` | The caret |

use std::collections::BTreeMap;

use bluepencil::annotation::{Annotation, AnnotationId, Label, Target};
use bluepencil::article::Article;
use bluepencil::document::Document;
use bluepencil::session::{Chord, Command, Event, Place, Situation, command_for};
use bluepencil::text::{Span, Text, Utf8};
use proptest::prelude::*;

use super::build::{article_id, entry, id, quote};
use super::desk::{Desk, Said};
use super::generate;

/// The digits of the numbers.
const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// One annotation of a marked text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub label: String,
    pub note: String,
    pub in_focus: bool,
    /// The segments, in bytes.
    pub segments: Vec<(usize, usize)>,
}

/// A marked text, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marked {
    pub plain: String,
    /// In the order in which they begin.
    pub marks: Vec<Mark>,
    pub place: Place,
}

impl Marked {
    /// Reads a marked text.
    pub fn read(written: &str) -> Self {
        let mut marked = Self::default();
        let mut numbered: BTreeMap<String, usize> = BTreeMap::new();
        let mut open: Vec<(String, usize, usize)> = Vec::new();
        let (mut from, mut to) = (None, None);
        let mut rest = written;
        while let Some(sign) = rest.chars().next() {
            rest = &rest[sign.len_utf8()..];
            let here = marked.plain.len();
            match sign {
                '«' => {
                    let number = number(&mut rest);
                    let (head, words) = rest.split_once(':').expect("a colon follows the label");
                    rest = words;
                    let mark = match numbered.get(&number).filter(|_| !number.is_empty()) {
                        Some(known) => *known,
                        None => {
                            marked.marks.push(mark(head));
                            marked.marks.len() - 1
                        }
                    };
                    numbered.insert(number.clone(), mark);
                    open.push((number, mark, here));
                }
                '»' => {
                    let number = number(&mut rest);
                    let place = open.iter().rposition(|(known, ..)| *known == number).expect("it was begun");
                    let (_, mark, start) = open.remove(place);
                    marked.marks[mark].segments.push((start, here));
                }
                '[' => from = Some(Utf8::at(here)),
                ']' => to = Some(Utf8::at(here)),
                '|' => marked.place.caret = Some(Utf8::at(here)),
                other => marked.plain.push(other),
            }
        }
        assert!(open.is_empty(), "every mark ends: {written}");
        marked.place.selection = from.zip(to);
        marked
    }

    /// The document, with ids in the order of the marks.
    pub fn document(&self) -> Document {
        let article = Article::from_plain(article_id(1), &self.plain, "");
        assert_eq!(article.text.as_str(), self.plain, "the text is kept as it is");
        let numbered = self.marks.iter().zip(1..);
        let entries = numbered.map(|(mark, number)| entry(mark.annotation(&article.text, number), 1)).collect();
        Document::restored(article, 1, entries, [])
    }

    /// The annotation in focus.
    pub fn focus(&self) -> Option<AnnotationId> {
        self.marks.iter().zip(1..).find(|(mark, _)| mark.in_focus).map(|(_, number)| id(number))
    }
}

impl Mark {
    fn annotation(&self, text: &Text, number: u64) -> Annotation {
        let span = |(start, end): &(usize, usize)| Span::exact(text, Utf8::at(*start), Utf8::at(*end)).expect("a span");
        let target = Target::new(self.segments.iter().map(span).collect()).expect("segments in order");
        let label = Label::parse(&self.label).expect("a label");
        let words = text.as_str().split_whitespace().next().expect("a text has words");
        Annotation { label, target, note: self.note.clone(), ..quote(number, text, words) }
    }
}

fn mark(head: &str) -> Mark {
    let in_focus = head.ends_with('*');
    let head = head.trim_end_matches('*');
    let (label, note) = head.split_once('(').map_or((head, ""), |(label, note)| (label, note.trim_end_matches(')')));
    Mark { label: label.to_owned(), note: note.to_owned(), in_focus, segments: Vec::new() }
}

fn number(rest: &mut &str) -> String {
    let end = rest.find(|sign| !DIGITS.contains(&sign)).unwrap_or(rest.len());
    let (number, after) = rest.split_at(end);
    *rest = after;
    number.to_owned()
}

/// Writes a document as marked text.
pub fn written(document: &Document, focus: Option<AnnotationId>) -> String {
    let annotations: Vec<&Annotation> = document.annotations().collect();
    let segments = annotations.iter().enumerate().flat_map(|(place, annotation)| {
        annotation.target.segments().map(move |span| (span.start().index(), span.end().index(), place))
    });
    let mut segments: Vec<(usize, usize, usize)> = segments.collect();
    // The longer one is written around the shorter.
    segments.sort_by_key(|(start, end, place)| (*start, usize::MAX - end, *place));
    let crosses = |(start, end, _): &(usize, usize, usize), (from, to, _): &(usize, usize, usize)| {
        start < from && from < end && end < to
    };
    let needs_number = |place: usize| {
        let of_it: Vec<_> = segments.iter().filter(|segment| segment.2 == place).collect();
        let crossed = |one| segments.iter().any(|other| crosses(one, other) || crosses(other, one));
        of_it.len() > 1 || of_it.into_iter().any(crossed)
    };
    let mut numbers: Vec<String> = Vec::new();
    let mut next = 0_usize;
    for place in 0..annotations.len() {
        let needed = needs_number(place);
        next += usize::from(needed);
        numbers.push(if needed { superscript(next) } else { String::new() });
    }
    let text = document.article().text.as_str();
    let mut written = String::new();
    for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
        for (_, _, place) in segments.iter().rev().filter(|(_, end, _)| *end == at) {
            written.push('»');
            written.push_str(&numbers[*place]);
        }
        for (_, _, place) in segments.iter().filter(|(start, ..)| *start == at) {
            let annotation = annotations[*place];
            let focus = if focus == Some(annotation.id) { "*" } else { "" };
            let note = if annotation.note.is_empty() { String::new() } else { format!("({})", annotation.note) };
            written.push_str(&format!("«{}{}{note}{focus}:", numbers[*place], annotation.label));
        }
        written.extend(text[at..].chars().next());
    }
    written
}

fn superscript(number: usize) -> String {
    number.to_string().chars().filter_map(|digit| DIGITS.get(digit.to_digit(10)? as usize)).collect()
}

/// The desk on which a marked text lies, and where its user stands.
pub fn desk(before: &str) -> (Desk, Place) {
    let marked = Marked::read(before);
    let mut desk = Desk::with(&[&marked.document()]);
    if let Some(focus) = marked.focus() {
        desk.event(Event::Choose(focus));
    }
    (desk, marked.place)
}

/// Presses keys, with spaces between them, at a place in the article. `Click` is a click at the caret.
pub fn press(desk: &mut Desk, place: Place, keys: &str) -> Vec<Said> {
    keys.split(' ').flat_map(|key| desk.event(meant(desk, place, key))).collect()
}

fn meant(desk: &Desk, place: Place, key: &str) -> Event {
    if key == "Click" {
        return Event::Point(place.caret.expect("a click has a place"));
    }
    let mark_in_focus = desk.session.focus().is_some();
    let moving = desk.session.boundary_edit().is_some();
    let situation = Situation { in_article: true, mark_in_focus, editing_boundaries: moving, ..Situation::default() };
    let command = command_for(&chord(key), situation).unwrap_or_else(|| panic!("{key} means nothing here"));
    Event::Command(command, place)
}

/// The press of a key as it stands in lists of keys.
pub fn chord(written: &str) -> Chord {
    let key = if written.ends_with('+') { "+" } else { written.rsplit('+').next().unwrap_or(written) };
    let [control, shift, alt] = ["Ctrl", "Shift", "Alt"].map(|modifier| written.contains(&format!("{modifier}+")));
    // A browser names a letter by what it types.
    let typed = match key {
        "Space" => " ".to_owned(),
        key if key.chars().count() == 1 && !shift => key.to_lowercase(),
        key => key.to_owned(),
    };
    Chord { control, shift, alt, key: typed }
}

/// Presses keys on a marked text and looks at what it is then.
#[track_caller]
pub fn check(before: &str, keys: &str, after: &str) {
    let (mut desk, place) = desk(before);
    press(&mut desk, place, keys);
    assert_eq!(written(desk.document(), desk.session.focus()), after);
}

/// Gives a command on a marked text and looks at what it is then.
#[track_caller]
pub fn check_command(before: &str, command: Command, after: &str) {
    let (mut desk, place) = desk(before);
    desk.event(Event::Command(command, place));
    assert_eq!(written(desk.document(), desk.session.focus()), after);
}

/// Gives a command on a marked text that is refused, and looks at the sentence that says why.
#[track_caller]
pub fn check_command_refused(before: &str, command: Command, sentence: &str) {
    let (mut desk, place) = desk(before);
    let (document, storage) = (super::build::facts(desk.document()), desk.storage.clone());
    let said = desk.event(Event::Command(command, place));
    assert_eq!(super::desk::refusal(&said), sentence);
    assert_eq!((super::build::facts(desk.document()), desk.storage), (document, storage));
}

/// Presses keys on a marked text that change nothing but the focus, and looks at the sentence that says why.
#[track_caller]
pub fn check_refused(before: &str, keys: &str, sentence: &str) {
    let (mut desk, place) = desk(before);
    let (document, storage) = (super::build::facts(desk.document()), desk.storage.clone());
    let said = press(&mut desk, place, keys);
    assert_eq!(super::desk::refusal(&said), sentence);
    assert_eq!((super::build::facts(desk.document()), desk.storage), (document, storage));
}

#[test]
fn marked_text_is_written_as_it_is_read() {
    for written in [
        "plain",
        "«quote(look again)*:One» two",
        "«quote:«claim:One» «claim:two»»",
        "«¹quote:One «²claim:two»¹ three»²",
        "«¹quote:One»¹ he said, «¹quote:two»¹",
        "«¹quote:a «²claim:b»¹ «³quote:c»² d»³ «credit:e»",
    ] {
        let marked = Marked::read(written);
        assert_eq!(self::written(&marked.document(), marked.focus()), written);
    }
}

proptest! {
    #[test]
    fn every_document_can_be_written_as_marked_text_and_read_again(document in generate::document()) {
        let text = &document.article().text;
        let marked = Marked::read(&written(&document, None));
        prop_assert_eq!(&marked.plain, text.as_str());
        let mut found = marked.marks;
        let mut expected: Vec<Mark> = document.annotations().map(|annotation| Mark {
            label: annotation.label.to_string(),
            note: annotation.note.clone(),
            in_focus: false,
            segments: annotation.target.segments().map(|span| (span.start().index(), span.end().index())).collect(),
        }).collect();
        let key = |mark: &Mark| (mark.segments.clone(), mark.label.clone(), mark.note.clone());
        found.sort_by_key(key);
        expected.sort_by_key(key);
        prop_assert_eq!(found, expected);
    }
}
