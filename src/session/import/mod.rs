//! Import: a valid file is merged into the library by revision, part by part, and its outcome is told in numbers. Nothing of it
//! is shown or stored before all of it is merged.

mod update;

use crate::annotation::AnnotationId;
use crate::article::ArticleId;
use crate::document::{Document, Edit, MergeSummary, Merging, Transaction};
use crate::format::Imported;
use crate::store::{WriteBatch, batch};

pub(super) use self::update::{outcome, refusal};

/// How many annotations one part of an import has: a few milliseconds of work.
const PART: usize = 200;
/// Of how many annotations on an import is shown with its progress, and can be cancelled.
const LARGE: usize = 2_000;

/// An event of a large import.
#[derive(Clone, Debug)]
pub enum ImportEvent {
    /// The page has answered and painted: the next part is to be merged.
    Continue,
}

/// How far a large import has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProgress {
    /// The name of the file.
    pub name: String,
    /// How many annotations have been merged.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// An import that is being merged.
#[derive(Clone, Debug)]
pub(super) struct Import {
    name: String,
    file: Imported,
    /// The articles of the file that are in the library.
    here: Vec<Known>,
    /// How many articles of the file have been begun.
    begun: usize,
    work: Option<Work>,
    /// The articles of the file that are not in the library, with the records of their annotations.
    new: Vec<(Document, WriteBatch)>,
    /// The first article of the file, which is shown afterwards.
    to_show: Option<ArticleId>,
    summary: MergeSummary,
    done: usize,
    total: usize,
    /// The dialog of a new article was open, and what was typed there may be the file.
    was_typed: bool,
}

/// An article of the library, as it comes to be.
#[derive(Clone, Debug)]
struct Known {
    before: Document,
    after: Document,
    /// Its position in the library.
    position: u64,
    /// Some of its records could not be read, which is told when it is opened.
    is_damaged: bool,
    edits: Vec<Edit>,
    batch: WriteBatch,
}

/// A new article with the records of its annotations, as far as they are made.
#[derive(Clone, Debug)]
struct Adding {
    document: Document,
    last: Option<AnnotationId>,
    records: WriteBatch,
}

/// The article that is being merged.
#[derive(Clone, Debug)]
enum Work {
    /// It is new: the records of its annotations are made.
    Add(Box<Adding>),
    /// It is the one at this place among those that are known.
    Merge(usize, Box<Merging>),
}

impl Known {
    fn new(document: Document, position: u64, is_damaged: bool) -> Self {
        let (edits, batch) = (Vec::new(), WriteBatch::default());
        Self { before: document.clone(), after: document, position, is_damaged, edits, batch }
    }

    fn id(&self) -> ArticleId {
        self.after.article().id
    }

    /// The whole change, for one step of undo; `None` where there is none.
    fn transaction(&mut self) -> Option<Transaction> {
        let edits = std::mem::take(&mut self.edits);
        (!edits.is_empty()).then(|| Transaction::new("file imported", edits))
    }
}

impl Import {
    fn new(name: String, file: Imported, here: Vec<Known>, was_typed: bool) -> Self {
        let total = file.documents.iter().map(|document| document.entries().len()).sum();
        Self {
            name,
            file,
            here,
            begun: 0,
            work: None,
            new: Vec::new(),
            to_show: None,
            summary: MergeSummary::default(),
            done: 0,
            total,
            was_typed,
        }
    }

    fn is_large(&self) -> bool {
        self.total > LARGE
    }

    fn progress(&self) -> ImportProgress {
        ImportProgress { name: self.name.clone(), done: self.done, total: self.total }
    }

    /// Begins the next article of the file, which is in the library under the id that `known` gives; false where there is none.
    fn begin_next(&mut self, known: impl Fn(&Document) -> Option<ArticleId>) -> bool {
        let Some(file) = self.file.documents.get(self.begun) else { return false };
        self.begun += 1;
        let place = known(file).and_then(|id| self.here.iter().position(|known| known.id() == id));
        let known = place.and_then(|place| Some((place, self.here.get(place)?)));
        let (shown, work) = match known {
            Some((place, known)) => {
                (known.id(), Work::Merge(place, Box::new(Merging::begin(known.after.clone(), file.clone()))))
            }
            None => {
                let adding = Adding { document: file.clone(), last: None, records: WriteBatch::default() };
                (file.article().id, Work::Add(Box::new(adding)))
            }
        };
        self.to_show.get_or_insert(shown);
        self.work = Some(work);
        true
    }

    /// Merges the next part of the article that was begun; false where there is none.
    fn work(&mut self, writer: &str, fresh: &mut dyn FnMut() -> AnnotationId) -> bool {
        match self.work.take() {
            None => return false,
            Some(Work::Add(mut adding)) => {
                let Adding { document, last, records } = &mut *adding;
                *last = batch::entries(records, document, *last, PART, writer);
                match last {
                    Some(_) => self.work = Some(Work::Add(adding)),
                    None => self.added(adding.document, adding.records),
                }
            }
            Some(Work::Merge(place, mut merging)) => match merging.edits(PART, fresh) {
                Some(edits) => {
                    self.merged(place, edits, writer);
                    self.work = Some(Work::Merge(place, merging));
                }
                None => self.summary = self.summary.and(merging.summary()),
            },
        }
        self.done = (self.done + PART).min(self.total);
        true
    }

    fn added(&mut self, document: Document, batch: WriteBatch) {
        self.summary.added += document.entries().len();
        self.new.push((document, batch));
    }

    /// Another article of the file may be the same one here, and is then merged into what has come of it.
    fn merged(&mut self, place: usize, edits: Vec<Edit>, writer: &str) {
        let part = Transaction::new(String::new(), edits);
        let Some(known) = self.here.get_mut(place) else { return };
        let Ok(next) = known.after.apply(&part) else { return };
        known.batch.extend(batch::changes(&next, &part, known.position, writer));
        known.edits.extend_from_slice(part.edits());
        known.after = next;
    }
}
