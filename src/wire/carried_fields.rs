//! Unknown fields of an annotation whose segments change.

use super::join_fields::join_fields;
use super::unknown_fields::UnknownFields;
use crate::annotation::{Annotation, Target};
use crate::article::Extra;
use crate::text::Span;

/// The unknown fields of an annotation that gets this target and takes the place of `from`, of which the first counts where
/// two say different things. What was said of a segment stays with it as long as it is the same words, and goes when it is
/// not; what was said of the annotation as a whole stays.
#[must_use]
pub fn carried(target: &Target, from: &[&Annotation]) -> Extra {
    let mut whole = UnknownFields::default();
    let mut known: Vec<(Span, UnknownFields)> = Vec::new();
    for annotation in from {
        let mut kept = UnknownFields::of(&annotation.extra);
        let fields = kept.take_items("segments", annotation.target.segments().count());
        known.extend(annotation.target.segments().zip(fields).filter(|(_, fields)| !fields.is_empty()));
        whole = join_fields(kept, whole);
    }
    let segments = target.segments().map(|span| {
        let same = known.iter().find(|(other, _)| *other == span);
        same.map(|(_, fields)| fields.clone()).unwrap_or_default()
    });
    whole.put_items("segments", segments.collect());
    whole.into_extra()
}
