//! Strategies: texts in which every way of counting wrong shows, and documents over them.

use std::sync::Arc;

use bluepencil::annotation::{Annotation, Label, Origin, OriginKind, Status, Target};
use bluepencil::article::{Article, BlockKind, Extra};
use bluepencil::document::{Document, Edit, Transaction};
use bluepencil::text::{Span, Text, Utf8};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::build::{article_id, entries, entry, id, moment};

/// What texts are made of: one, two and four byte characters, clusters of several, both directions, every kind of line
/// end, and what must be replaced.
const PIECES: [&str; 32] = [
    "Harbour",
    "talks",
    "a",
    " ",
    " ",
    " ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "“so it goes”",
    "’",
    "–",
    "é",
    "e\u{301}",
    " \u{301}",
    "\u{300}",
    "🚢",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "🇳🇱🇧🇪",
    "שלום",
    "مرحبا",
    "海港談判",
    "𝔘𠮷",
    "\"\\/\u{1}",
];

/// Raw text, as it might be pasted.
pub fn raw_text() -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// A few words without line ends, for notes and details.
pub fn words() -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..4).prop_map(|pieces| Text::new(&pieces.concat()).as_str().replace('\n', " "))
}

#[derive(Clone, Debug)]
struct Mark {
    ends: [Index; 4],
    split: bool,
    label: &'static str,
    status: Status,
    note: String,
    flags: Vec<String>,
    origin: Origin,
    revision: u64,
    extra: Option<&'static str>,
}

fn mark() -> impl Strategy<Value = Mark> {
    let label = select(&["quote", "claim", "caption", "credit", "verdict", "on-record_2"][..]);
    let origin = (select(&OriginKind::ALL[..]), words(), words());
    let extra =
        select(&[None, None, Some(r#"{"quote":{"type":"direct","z":1,"a":[true,null,-2,0.5,"\n"]},"score":12}"#)][..]);
    let what = (label, select(&Status::ALL[..]), words(), vec(words(), 0..3));
    (any::<[Index; 4]>(), any::<bool>(), what, origin, 1..50u64, extra).prop_map(
        |(ends, split, (label, status, note, flags), (kind, name, version), revision, extra)| Mark {
            ends,
            split,
            label,
            status,
            note,
            flags,
            origin: Origin { kind, name, version },
            revision,
            extra,
        },
    )
}

/// Where a mark lies in a text; `None` where it finds nothing but white space.
fn target(text: &Text, mark: &Mark) -> Option<Target> {
    let mut ends = mark.ends.map(|end| Utf8::at(end.index(text.as_str().len() + 1)));
    ends.sort();
    let [a, b, c, d] = ends;
    if mark.split
        && let (Some(one), Some(other)) = (Span::covering(text, a, b), Span::covering(text, c, d))
        && let Ok(target) = Target::new(vec![one, other])
    {
        return Some(target);
    }
    Span::covering(text, a, d).map(Target::one)
}

fn annotation(number: u64, text: &Text, mark: &Mark) -> Option<Annotation> {
    let target = target(text, mark)?;
    let mut extra = mark.extra.map(|json| Extra::new(json.to_owned())).unwrap_or_default();
    if mark.extra.is_some() && target.segments().count() == 1 {
        extra = Extra::new(r#"{"origin":{"tool":"x"},"other":1.25,"segments":[{"certainty":0.5}]}"#.to_owned());
    }
    Some(Annotation {
        id: id(number),
        label: Label::parse(mark.label)?,
        target,
        note: mark.note.clone(),
        flags: mark.flags.clone(),
        status: mark.status,
        origin: mark.origin.clone(),
        created: moment(),
        modified: moment(),
        creator: "Ada".to_owned(),
        extra,
    })
}

fn built(number: u64, raw: &str, title: &str, revision: u64, marks: &[Mark]) -> Document {
    let mut article = Article::from_plain(article_id(number), raw, title);
    if revision.is_multiple_of(3) {
        article.extra = Extra::new(r#"{"desk":{"b":2,"a":1},"wire":["x"]}"#.to_owned());
    }
    let numbered = marks.iter().zip(number * 1000..);
    let entries = numbered.filter_map(|(mark, id)| Some(entry(annotation(id, &article.text, mark)?, mark.revision)));
    let entries = entries.collect();
    Document::restored(article, revision, entries, [])
}

/// An article of any text with annotations anywhere on it.
pub fn document() -> impl Strategy<Value = Document> {
    documents(1).prop_map(|mut documents| documents.remove(0))
}

/// That many articles.
pub fn documents(count: usize) -> impl Strategy<Value = Vec<Document>> {
    let one = (raw_text(), words(), 1..9u64, vec(mark(), 0..12));
    vec(one, count).prop_map(|all| {
        let numbered = all.into_iter().zip(1..);
        numbered.map(|((raw, title, revision, marks), number)| built(number, &raw, &title, revision, &marks)).collect()
    })
}

/// What a user does next, as something that can be done to any document.
#[derive(Clone, Debug)]
pub struct Step {
    kind: u8,
    place: Index,
    mark: Mark,
}

/// One thing that a user does.
pub fn step() -> impl Strategy<Value = Step> {
    (0..6u8, any::<Index>(), mark()).prop_map(|(kind, place, mark)| Step { kind, place, mark })
}

/// Some things a user does one after another.
pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 0..12)
}

impl Step {
    /// The transaction of this step on a document, the `number`th; `None` where there is nothing it could be done to.
    pub fn transaction(&self, document: &Document, number: u64) -> Option<Transaction> {
        let text = &document.article().text;
        let chosen = || {
            let entries = entries(document);
            (!entries.is_empty()).then(|| Arc::clone(&entries[self.place.index(entries.len())].annotation))
        };
        match self.kind {
            0 => Some(Transaction::removed("deleted", &chosen()?)),
            1 => {
                let before = chosen()?;
                let after = Annotation { note: self.mark.note.clone(), ..(*before).clone() };
                Some(Transaction::changed("note changed", &before, after))
            }
            2 => {
                let before = chosen()?;
                // What was unknown about the old segments does not hold for the new ones.
                let (target, extra) = (target(text, &self.mark)?, Extra::default());
                let after = Annotation { target, extra, ..(*before).clone() };
                Some(Transaction::changed("ends moved", &before, after))
            }
            3 => {
                let before = Arc::clone(&document.article().details);
                let mut after = (*before).clone();
                after.byline.clone_from(&self.mark.note);
                Some(Transaction::new("byline changed", vec![Edit::Details { before, after: Arc::new(after) }]))
            }
            4 => {
                let blocks = &document.article().blocks;
                let block = (!blocks.is_empty()).then(|| self.place.index(blocks.len()))?;
                let (before, after) = (blocks[block].kind, BlockKind::Heading);
                Some(Transaction::new("block changed", vec![Edit::BlockKind { block, before, after }]))
            }
            _ => Some(Transaction::added("marked", annotation(number, text, &self.mark)?)),
        }
    }
}
