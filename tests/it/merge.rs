//! Merging a file into what is here.

use bluepencil::annotation::{Annotation, AnnotationId, Status};
use bluepencil::article::{Article, BlockKind, Extra, Timestamp};
use bluepencil::document::{Document, Edit, MergeSummary, Merged, Merging, Transaction, first_difference, merge};
use bluepencil::format::native;
use bluepencil::text::Text;
use proptest::prelude::*;

use crate::support::build::{article_id, deleted, entries, entry, facts, harbour, id, moment, noted, quote};
use crate::support::generate;

/// Merges a file, with ids for copies that count from 900, and applies the outcome.
fn merged(here: &Document, file: &Document) -> (Document, MergeSummary) {
    let mut next = 899;
    let mut fresh = || {
        next += 1;
        id(next)
    };
    let Merged { transaction, summary } = merge(here, file, &mut fresh);
    let after = transaction.map_or_else(|| here.clone(), |t| here.apply(&t).expect("nothing has changed meanwhile"));
    (after, summary)
}

fn note(document: &Document, number: u64) -> &str {
    &document.annotation(id(number)).expect("it is there").note
}

/// The document with the first annotation in another state at the same revision.
fn other_state(document: &Document) -> Document {
    let mut entries = entries(document);
    let changed = Annotation { note: "theirs".to_owned(), ..(*entries[0].annotation).clone() };
    entries[0] = entry(changed, entries[0].revision);
    Document::restored(document.article().clone(), document.article_revision(), entries, [])
}

proptest! {
    #[test]
    fn ones_own_export_changes_nothing(document in generate::document()) {
        let file = native::write(&[&document], &Extra::default(), &moment());
        let imported = native::read(file.as_bytes()).expect("our own export");
        let fresh: &mut dyn FnMut() -> AnnotationId = &mut || id(900);
        let outcome = merge(&document, &imported.documents[0], fresh);
        prop_assert_eq!(outcome.transaction, None);
        prop_assert_eq!(outcome.summary.unchanged, document.entries().len());
    }

    #[test]
    fn merging_the_same_file_twice_is_merging_it_once(
        document in generate::document(), mine in generate::steps(), theirs in generate::steps()
    ) {
        let (here, file) = (walked(&document, &mine, 500), walked(&document, &theirs, 700));
        let (once, _) = merged(&here, &file);
        let (twice, summary) = merged(&once, &file);
        prop_assert_eq!(facts(&twice).entries, facts(&once).entries);
        prop_assert_eq!((summary.added, summary.conflicts, summary.returned), (0, 0, 0));
    }

    #[test]
    fn nothing_that_is_here_or_in_the_file_is_lost(
        document in generate::document(), mine in generate::steps(), theirs in generate::steps()
    ) {
        let (here, file) = (walked(&document, &mine, 500), walked(&document, &theirs, 700));
        let (after, _) = merged(&here, &file);
        for entry in here.entries().iter().chain(file.entries().iter()) {
            prop_assert!(after.annotation(entry.annotation.id).is_some());
        }
    }

    #[test]
    fn in_parts_of_any_size_it_comes_to_the_same_as_at_once(
        document in generate::document(), mine in generate::steps(), theirs in generate::steps(), size in 1..5_usize
    ) {
        let (here, file) = (walked(&document, &mine, 500), walked(&document, &theirs, 700));
        let counted = || {
            let mut next = 899;
            move || {
                next += 1;
                id(next)
            }
        };
        let at_once = merge(&here, &file, &mut counted());
        let (mut merging, mut fresh, mut edits) = (Merging::begin(here, file), counted(), Vec::new());
        while let Some(part) = merging.edits(size, &mut fresh) {
            edits.extend(part);
        }
        let expected = at_once.transaction.map_or_else(Vec::new, |transaction| transaction.edits().to_vec());
        prop_assert_eq!((edits, merging.summary()), (expected, at_once.summary));
    }

    #[test]
    fn every_revision_afterwards_is_at_least_that_of_both_sides(
        document in generate::document(), mine in generate::steps(), theirs in generate::steps()
    ) {
        let (here, file) = (walked(&document, &mine, 500), walked(&document, &theirs, 700));
        let (after, _) = merged(&here, &file);
        for entry in after.entries().iter() {
            let found = entry.annotation.id;
            let on_either_side = here.entry(found).map_or(0, |entry| entry.revision);
            prop_assert!(entry.revision >= on_either_side.max(file.entry(found).map_or(0, |entry| entry.revision)));
        }
    }
}

/// A document after some steps; new annotations get ids from `first`.
fn walked(document: &Document, steps: &[generate::Step], first: u64) -> Document {
    steps.iter().zip(first..).fold(document.clone(), |document, (step, number)| {
        let transaction = step.transaction(&document, number);
        transaction.map_or_else(|| document.clone(), |t| document.apply(&t).expect("the step fits"))
    })
}

#[test]
fn an_annotation_that_is_only_in_the_file_is_added_with_its_revision() {
    let (after, summary) = merged(&harbour(1, &["close"]), &harbour(7, &["close", "flag"]));
    assert_eq!((summary.added, after.revision(id(2))), (1, 7));
}

#[test]
fn an_annotation_that_is_only_here_stays() {
    let (after, summary) = merged(&harbour(1, &["close", "flag"]), &harbour(1, &["close"]));
    assert_eq!((after.entries().len(), summary.unchanged), (2, 1));
}

#[test]
fn the_file_s_higher_revision_counts_here() {
    let here = harbour(1, &["close"]);
    let file = noted(&noted(&here, 1, "first"), 1, "second");
    let (after, summary) = merged(&here, &file);
    assert_eq!((summary.updated, note(&after, 1), after.revision(id(1))), (1, "second", 3));
}

#[test]
fn what_is_newer_here_is_kept() {
    let file = harbour(1, &["close"]);
    let (after, summary) = merged(&noted(&file, 1, "mine"), &file);
    assert_eq!((summary.kept_newer, note(&after, 1)), (1, "mine"));
}

#[test]
fn the_same_content_takes_over_a_higher_revision() {
    let (after, summary) = merged(&harbour(1, &["close"]), &harbour(5, &["close"]));
    assert_eq!((summary.unchanged, after.revision(id(1))), (1, 5));
}

#[test]
fn a_conflict_keeps_both_and_flags_the_file_s() {
    let here = harbour(1, &["close"]);
    let (after, summary) = merged(&here, &other_state(&here));
    let copy = after.annotation(id(900)).expect("the copy is there");
    assert_eq!(
        (summary.conflicts, note(&after, 1), &*copy.note, &*copy.flags),
        (1, "", "theirs", &["conflict".into()][..])
    );
}

#[test]
fn a_conflict_is_not_copied_a_second_time() {
    let here = harbour(1, &["close"]);
    let (once, _) = merged(&here, &other_state(&here));
    let (twice, summary) = merged(&once, &other_state(&here));
    assert_eq!((twice.entries().len(), summary.conflicts), (2, 0));
}

#[test]
fn a_conflict_whose_flag_was_taken_off_is_not_copied_again() {
    let here = harbour(1, &["close"]);
    let (once, _) = merged(&here, &other_state(&here));
    let copy = once.annotation(id(900)).expect("the copy is there");
    let settled = Annotation { flags: Vec::new(), ..(**copy).clone() };
    let once = once.apply(&Transaction::changed("settled", copy, settled)).expect("nothing else has changed it");
    assert_eq!(merged(&once, &other_state(&here)).1.conflicts, 0);
}

#[test]
fn what_differs_in_anything_from_the_copy_of_an_earlier_conflict_is_kept_too() {
    let here = harbour(1, &["close"]);
    let (once, _) = merged(&here, &other_state(&here));
    let differences: [fn(&mut Annotation); 5] = [
        |theirs| theirs.note = "others".to_owned(),
        |theirs| theirs.flags = vec!["look again".to_owned()],
        |theirs| theirs.status = Status::Rejected,
        |theirs| theirs.creator = "Ole".to_owned(),
        |theirs| theirs.created = Timestamp::from_unix_milliseconds(0),
    ];
    for difference in differences {
        let mut theirs = (**other_state(&here).annotation(id(1)).expect("it is there")).clone();
        difference(&mut theirs);
        let file = Document::restored(here.article().clone(), 1, vec![entry(theirs.clone(), 1)], []);
        let summary = merge(&once, &file, &mut || id(901)).summary;
        assert_eq!(summary.conflicts, 1, "{theirs:?}");
    }
}

#[test]
fn two_annotations_of_one_article_can_both_be_in_conflict() {
    let here = harbour(1, &["close", "flag"]);
    let theirs = here.entries().iter().map(|e| entry(Annotation { note: "x".into(), ..(*e.annotation).clone() }, 1));
    let file = Document::restored(here.article().clone(), 1, theirs.collect(), []);
    let (after, summary) = merged(&here, &file);
    assert_eq!((summary.conflicts, after.entries().len()), (2, 4));
}

#[test]
fn what_was_deleted_here_returns_as_a_new_revision() {
    let file = harbour(4, &["close"]);
    let here = deleted(&file, 1);
    let (after, summary) = merged(&here, &file);
    assert_eq!((summary.returned, summary.added, after.revision(id(1))), (1, 0, 6));
}

#[test]
fn merging_can_be_undone_in_one_step() {
    let here = harbour(1, &["close"]);
    let outcome = merge(&here, &harbour(2, &["waited under", "flag"]), &mut || id(900));
    let transaction = outcome.transaction.expect("something to do");
    let after = here.apply(&transaction).expect("it fits");
    let back = after.apply(&transaction.inverse()).expect("it fits");
    let annotations = |document: &Document| document.annotations().cloned().collect::<Vec<_>>();
    assert_eq!(annotations(&back), annotations(&here));
}

/// The harbour article with a byline that was corrected, and the kind of a block.
fn corrected(document: &Document) -> Document {
    let before = document.article().details.clone();
    let mut after = (*before).clone();
    after.byline = "Ada Coast, Rotterdam".to_owned();
    let kind = document.article().blocks[1].kind;
    let edits = vec![
        Edit::Details { before, after: after.into() },
        Edit::BlockKind { block: 1, before: kind, after: BlockKind::ListItem },
    ];
    document.apply(&Transaction::new("corrected", edits)).expect("it fits")
}

#[test]
fn the_file_s_newer_details_and_block_kinds_count() {
    let here = harbour(1, &[]);
    let (after, summary) = merged(&here, &corrected(&here));
    assert!(summary.details_updated);
    assert_eq!(after.article(), corrected(&here).article());
}

#[test]
fn details_that_are_newer_here_stay() {
    let file = harbour(1, &[]);
    let (after, summary) = merged(&corrected(&file), &file);
    assert!(!summary.details_updated);
    assert_eq!(after.article(), corrected(&file).article());
}

#[test]
fn an_article_with_the_same_text_in_another_name_is_merged_too() {
    let here = harbour(1, &["close"]);
    let other = Article { id: article_id(5), ..here.article().clone() };
    let flag = quote(9, &other.text, "flag");
    let file = Document::restored(other, 1, vec![entry(flag, 1)], []);
    assert_eq!(merged(&here, &file).0.entries().len(), 2);
}

#[test]
fn nothing_comes_of_merging_over_another_text() {
    let file = Document::new(Article::from_plain(article_id(1), "Another text", ""));
    let outcome = merge(&harbour(1, &["close"]), &file, &mut || id(900));
    assert_eq!(outcome, Merged { transaction: None, summary: MergeSummary::default() });
}

#[test]
fn the_first_difference_is_counted_in_code_points() {
    let place = first_difference(&Text::new("🚢🇳🇱é one"), &Text::new("🚢🇳🇱é two"));
    assert_eq!(place.map(|place| place.0), Some(5));
}

#[test]
fn a_text_that_goes_on_differs_where_the_other_ends() {
    assert_eq!(first_difference(&Text::new("abc"), &Text::new("abcd")).map(|place| place.0), Some(3));
}

#[test]
fn one_text_does_not_differ_from_itself() {
    assert_eq!(first_difference(&Text::new("abc"), &Text::new("abc")), None);
}
