//! Documents that are put together some annotations at a time.

use bluepencil::document::{Document, Entry, Restoration};
use proptest::prelude::*;

use crate::support::build::{entries, facts};
use crate::support::{generate, invariant};

proptest! {
    #[test]
    fn what_is_put_together_one_by_one_in_any_order_is_what_is_restored_at_once(
        (document, shuffled) in generate::document().prop_flat_map(|document| {
            let all = entries(&document);
            (Just(document), Just(all).prop_shuffle())
        }),
        tombstones in 0..4_usize
    ) {
        let (gone, kept) = shuffled.split_at(tombstones.min(shuffled.len()));
        let article = document.article().clone();
        let mut restoration = Restoration::begin(article.clone(), document.article_revision(), "tab".into());
        let bare = restoration.without_annotations();
        for Entry { annotation, revision, writer } in gone {
            restoration.bury(annotation.id, *revision, writer.clone());
        }
        for entry in kept {
            prop_assert!(restoration.add(entry.clone()));
            prop_assert!(!restoration.add(entry.clone()), "nothing comes twice");
            // What is there is not buried by an older word.
            restoration.bury(entry.annotation.id, entry.revision, entry.writer.clone());
        }
        prop_assert_eq!(restoration.count(), kept.len());
        let removed = gone.iter().map(|entry| (entry.annotation.id, entry.revision, entry.writer.clone()));
        let revision = document.article_revision();
        let expected = Document::restored(article.clone(), revision, kept.to_vec(), removed).article_written_by("tab".into());
        let found = restoration.finish();
        invariant::holds(&found);
        prop_assert_eq!(facts(&found), facts(&expected));
        prop_assert_eq!(found.article_version(), expected.article_version());
        prop_assert_eq!(entries(&found), entries(&expected));
        for label in expected.labels() {
            let of_label = |document: &Document| document.entries_of(label).map(|all| all.iter().cloned().collect::<Vec<_>>());
            prop_assert_eq!(of_label(&found), of_label(&expected));
        }
        prop_assert_eq!(facts(&bare), facts(&Document::restored(article, revision, Vec::new(), [])));
    }
}
