//! What unknown fields become when the segments of an annotation change.

use super::encode::kept_items;
use super::fields::{Fields, join_values};
use super::json::Json;
use crate::annotation::{Annotation, Target};
use crate::article::Extra;
use crate::text::Span;

/// The unknown fields of an annotation that gets this target and takes the place of `from`, of which the first counts where
/// two say different things. What was said of a segment stays with it as long as it is the same words, and goes when it is
/// not; what was said of the annotation as a whole stays.
#[must_use]
pub fn carried(target: &Target, from: &[&Annotation]) -> Extra {
    let mut whole = Json::Object(Vec::new());
    let mut known: Vec<(Span, Json<'_>)> = Vec::new();
    for annotation in from {
        let mut kept = Fields::kept(&annotation.extra);
        let count = annotation.target.segments().count();
        known.extend(annotation.target.segments().zip(kept_items(&mut kept, "segments", count)));
        whole = join_values(kept.rest(), whole);
    }
    let rests = target.segments().map(|span| {
        let same = known.iter().find(|(other, _)| *other == span);
        same.map_or(Json::Null, |(_, rest)| rest.clone())
    });
    let rests = rests.collect();
    let mut fields = Fields::of(whole).unwrap_or_default();
    fields.keep("segments", Json::List(rests));
    fields.into_extra()
}
