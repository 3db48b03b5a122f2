//! The document against a model of it: a plain list of entries that is searched from end to end.

use std::collections::BTreeMap;
use std::sync::Arc;

use bluepencil::annotation::{Annotation, AnnotationId, Label};
use bluepencil::document::{Document, Edit, Entry, History, RecordState, Stale, Transaction, merge};
use bluepencil::text::Utf8;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::build::{entries, id};
use crate::support::{generate, invariant};

/// The annotations of a document as a list in no order, with the revisions of deleted ones.
#[derive(Clone, Debug, Default)]
struct Model {
    entries: Vec<Entry>,
    removed: BTreeMap<AnnotationId, u64>,
}

impl Model {
    fn of(document: &Document) -> Self {
        Self { entries: entries(document), removed: document.removals().collect() }
    }

    fn entry(&self, id: AnnotationId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.annotation.id == id)
    }

    /// The same rules as those of a document, one annotation after the other.
    fn apply(&self, transaction: &Transaction) -> Result<Self, Stale> {
        let mut next = self.clone();
        for edit in transaction.edits() {
            let Edit::Annotation { before, after, at_least } = edit else { continue };
            let Some(id) = edit.annotation_id() else { continue };
            let here = next.entry(id).cloned();
            if here.as_ref().map(|entry| &entry.annotation) != before.as_ref() {
                return Err(Stale);
            }
            let revision = here.map_or_else(|| next.removed.get(&id).copied().unwrap_or(0), |entry| entry.revision);
            let revision = (*at_least).max(revision + 1);
            next.set(match after {
                Some(annotation) => Ok(Entry { annotation: Arc::clone(annotation), revision, writer: "".into() }),
                None => Err((id, revision)),
            });
        }
        Ok(next)
    }

    /// Puts the state of one annotation in place of any other.
    fn set(&mut self, state: Result<Entry, (AnnotationId, u64)>) {
        let id = state.as_ref().map_or_else(|(id, _)| *id, |entry| entry.annotation.id);
        self.entries.retain(|entry| entry.annotation.id != id);
        self.removed.remove(&id);
        match state {
            Ok(entry) => self.entries.push(entry),
            Err((id, revision)) => drop(self.removed.insert(id, revision)),
        }
    }

    /// Whether a document holds the same, and finds each of it in every way.
    fn agrees(&self, document: &Document) {
        let mut expected = self.entries.clone();
        expected.sort_by_key(|entry| {
            let target = &entry.annotation.target;
            (target.start(), std::cmp::Reverse(target.end()), entry.annotation.label.clone(), entry.annotation.id)
        });
        assert_eq!(entries(document), expected, "the annotations in reading order");
        assert_eq!(document.removals().collect::<BTreeMap<_, _>>(), self.removed, "the deleted ones");
        let order = document.entries();
        assert_eq!(order.len(), expected.len());
        for (place, entry) in expected.iter().enumerate() {
            let annotation = &entry.annotation;
            assert_eq!(document.entry(annotation.id), Some(entry));
            assert_eq!((document.position(annotation.id), order.get(place)), (Some(place), Some(entry)));
            assert_eq!(order.after(annotation), expected.get(place + 1));
            assert_eq!(order.before(annotation), place.checked_sub(1).map(|before| &expected[before]));
            assert_eq!(order.iter_from(place).next(), Some(entry));
            let start = annotation.target.start();
            let begins = |entry: &&Entry| entry.annotation.target.start() >= start;
            assert_eq!(order.first_from(start), expected.iter().find(begins));
            assert_eq!(order.last_before(start), expected.iter().rev().find(|entry| !begins(entry)));
            let twins = expected
                .iter()
                .filter(|one| one.annotation.label == annotation.label && one.annotation.target == annotation.target);
            let mut twins: Vec<_> = twins.map(|one| one.annotation.id).collect();
            twins.sort();
            let found = document.with_target(&annotation.label, &annotation.target);
            assert_eq!(found.map(|one| one.annotation.id).collect::<Vec<_>>(), twins);
            let mut sharing: Vec<_> = expected.iter().filter(|other| shares(annotation, &other.annotation)).collect();
            sharing.sort_by_key(|one| one.annotation.target.end().0 - one.annotation.target.start().0);
            assert_eq!(document.sharing_words(annotation), sharing);
            let nested = invariant::is_nested_slowly(document, annotation);
            assert_eq!(document.is_nested_in_own_kind(annotation), nested);
        }
        assert_eq!(order.get(expected.len()), None);
        for label in ["quote", "claim", "caption", "credit", "verdict", "on-record_2", "nothing"] {
            let label = Label::parse(label).expect("a label");
            let of_label: Vec<_> = expected.iter().filter(|entry| entry.annotation.label == label).collect();
            let found: Vec<_> = document.entries_of(&label).map(|found| found.iter().collect()).unwrap_or_default();
            assert_eq!(found, of_label, "the annotations of a label");
        }
    }
}

fn shares(one: &Annotation, other: &Annotation) -> bool {
    one.target.segments().any(|own| other.target.segments().any(|span| own.overlaps(span.start(), span.end())))
}

/// What happens to a document next.
#[derive(Clone, Debug)]
enum Happening {
    /// What a user does.
    Step(generate::Step),
    /// A mark gets this label.
    Relabel(Index, &'static str),
    /// Everything of a kind gets a note in one transaction, or is deleted.
    Bulk(&'static str, bool),
    Undo,
    Redo,
    /// A file comes in that holds other states of what is here, and some that is not.
    File(Vec<generate::Step>),
    /// Another tab has written these.
    States(Vec<generate::Step>),
}

fn happening() -> impl Strategy<Value = Happening> {
    const LABELS: [&str; 3] = ["quote", "claim", "verdict"];
    let label = || proptest::sample::select(&LABELS[..]);
    prop_oneof![
        12 => generate::step().prop_map(Happening::Step),
        3 => (any::<Index>(), label()).prop_map(|(at, label)| Happening::Relabel(at, label)),
        1 => (label(), any::<bool>()).prop_map(|(label, gone)| Happening::Bulk(label, gone)),
        4 => Just(Happening::Undo),
        2 => Just(Happening::Redo),
        1 => vec(generate::step(), 1..5).prop_map(Happening::File),
        2 => vec(generate::step(), 1..5).prop_map(Happening::States),
    ]
}

/// The states that other steps would lead to, each one revision further than here.
fn states(document: &Document, steps: &[generate::Step], number: u64) -> Vec<RecordState> {
    let transactions = steps.iter().zip(number..).filter_map(|(step, number)| step.transaction(document, number));
    let states = transactions.filter_map(|transaction| {
        let [Edit::Annotation { after, .. }] = transaction.edits() else { return None };
        let id = transaction.edits()[0].annotation_id()?;
        let revision = document.revision(id) + 1;
        Some(match after {
            Some(annotation) => {
                RecordState::Entry(Entry { annotation: Arc::clone(annotation), revision, writer: "other".into() })
            }
            None => RecordState::Removed(id, revision, "other".into()),
        })
    });
    states.collect()
}

/// A document, its model and its history, changed in step.
struct Twins {
    document: Document,
    model: Model,
    history: History,
}

impl Twins {
    fn apply(&mut self, transaction: Transaction) {
        let next = self.document.apply(&transaction);
        match (&next, self.model.apply(&transaction)) {
            (Ok(_), Ok(model)) => self.model = model,
            (Err(Stale), Err(Stale)) => {}
            (next, model) => panic!("they agree on what is stale: {} {}", next.is_ok(), model.is_ok()),
        }
        if let Ok(next) = next {
            self.document = next;
            self.history.push(transaction);
        }
    }

    fn step(&mut self, step: Option<Result<(Document, Transaction), String>>) {
        let Some(Ok((document, applied))) = step else { return };
        self.model = self.model.apply(&applied).expect("what the document takes back, the model does");
        self.document = document;
    }

    fn happens(&mut self, happening: &Happening, number: u64) {
        let document = self.document.clone();
        let all = entries(&document);
        match happening {
            Happening::Step(step) => step.transaction(&document, number).into_iter().for_each(|one| self.apply(one)),
            Happening::Relabel(at, label) if !all.is_empty() => {
                let before = &all[at.index(all.len())].annotation;
                let label = Label::parse(label).expect("a label");
                self.apply(Transaction::changed("relabelled", before, Annotation { label, ..(**before).clone() }));
            }
            Happening::Relabel(..) => {}
            Happening::Bulk(label, gone) => {
                let of_label = all.iter().filter(|entry| entry.annotation.label.name() == *label);
                let after = |before: &Annotation| Annotation { note: "all".to_owned(), ..before.clone() };
                let edits = of_label.map(|entry| {
                    let after = (!gone).then(|| Arc::new(after(&entry.annotation)));
                    Edit::annotation(Some(Arc::clone(&entry.annotation)), after)
                });
                self.apply(Transaction::new("bulk", edits.collect()));
            }
            Happening::Undo => {
                let step = self.history.undo(&document);
                self.step(step);
            }
            Happening::Redo => {
                let step = self.history.redo(&document);
                self.step(step);
            }
            Happening::File(steps) => {
                let file = document.with_states(states(&document, steps, number));
                let mut ids = (number * 100..).map(id);
                let merged = merge(&document, &file, &mut || ids.next().expect("there are enough"));
                merged.transaction.into_iter().for_each(|one| self.apply(one));
            }
            Happening::States(steps) => {
                for state in states(&document, steps, number) {
                    self.document = self.document.with_states(vec![state.clone()]);
                    self.model.set(match state {
                        RecordState::Entry(entry) => Ok(entry),
                        RecordState::Removed(id, revision, _) => Err((id, revision)),
                        RecordState::Article(..) => continue,
                    });
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_a_document_is_the_plain_list_that_it_stands_for(
        document in generate::document(), happenings in vec(happening(), 1..40), at in any::<(Index, Index)>()
    ) {
        let model = Model::of(&document);
        let mut twins = Twins { document, model, history: History::default() };
        for (happening, number) in happenings.iter().zip(5_000..) {
            let before = twins.document.clone();
            twins.happens(happening, number);
            twins.model.agrees(&twins.document);
            let length = before.article().text.as_str().len() + 1;
            let (start, end) = (Utf8::at(at.0.index(length)), Utf8::at(at.1.index(length)));
            let found: Vec<_> = twins.document.touching(start, end).iter().map(|one| one.annotation.id).collect();
            prop_assert_eq!(found, invariant::touching_slowly(&twins.document, start, end));
            let edits = before.edits_to(&twins.document);
            let there = before.apply(&Transaction::new("all of it", edits)).expect("the difference fits");
            prop_assert_eq!(
                there.annotations().collect::<Vec<_>>(), twins.document.annotations().collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn the_changes_between_two_versions_are_those_that_comparing_all_of_them_finds(
        document in generate::document(), happenings in vec(happening(), 1..12)
    ) {
        let model = Model::of(&document);
        let mut twins = Twins { document: document.clone(), model, history: History::default() };
        happenings.iter().zip(5_000..).for_each(|(happening, number)| twins.happens(happening, number));
        let later = twins.document;
        let ids = entries(&document).into_iter().chain(entries(&later)).map(|entry| entry.annotation.id);
        let ids: std::collections::BTreeSet<_> = ids.collect();
        let both = ids.into_iter().map(|id| (document.entry(id), later.entry(id)));
        let expected: Vec<_> = both.filter(|(before, after)| before != after).collect();
        prop_assert_eq!(document.changes_to(&later).collect::<Vec<_>>(), expected);
    }
}
