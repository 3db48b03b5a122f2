//! An annotation in files and records.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::from_json::{from_json, present};
use super::segment::WireSegment;
use super::unknown_fields::UnknownFields;
use super::whole_number::whole_number;
use crate::annotation::{Annotation, AnnotationId, Label, Origin, OriginKind, Status, Target};
use crate::article::Timestamp;
use crate::document::Revision;
use crate::text::{Text, excerpt};

/// The greatest revision that a file says: the last whole number that every reader of JSON keeps exact. One more than
/// that could only come from a file that was made up.
pub const LAST_REVISION: Revision = 9_007_199_254_740_991;

/// An annotation in JSON, with its keys in the order of the file.
#[derive(Debug, Serialize, Deserialize)]
pub struct WireAnnotation<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    label: Cow<'a, str>,
    #[serde(borrow, default = "accepted")]
    status: Cow<'a, str>,
    #[serde(borrow, default)]
    note: Cow<'a, str>,
    #[serde(default)]
    flags: Vec<Cow<'a, str>>,
    #[serde(borrow)]
    segments: Vec<WireSegment<'a>>,
    #[serde(borrow, default = "WireOrigin::person")]
    origin: WireOrigin<'a>,
    #[serde(borrow)]
    created: Cow<'a, str>,
    /// That of `created` where it is not said.
    #[serde(default, deserialize_with = "present")]
    modified: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    creator: Cow<'a, str>,
    #[serde(default = "first_revision", deserialize_with = "whole_number")]
    revision: u64,
    /// What this version does not know of the annotation as a whole.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// Who or what made it.
#[derive(Debug, Serialize, Deserialize)]
struct WireOrigin<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    name: Cow<'a, str>,
    #[serde(borrow, default)]
    version: Cow<'a, str>,
    #[serde(flatten)]
    unknown: UnknownFields,
}

impl WireOrigin<'_> {
    fn person() -> Self {
        let (name, version) = (Cow::default(), Cow::default());
        Self { kind: OriginKind::Person.name().into(), name, version, unknown: UnknownFields::default() }
    }
}

fn accepted() -> Cow<'static, str> {
    Status::Accepted.name().into()
}

/// The revision of what does not say one.
pub(super) fn first_revision() -> u64 {
    1
}

impl<'a> WireAnnotation<'a> {
    /// An annotation over a text.
    #[must_use]
    pub fn of(annotation: &'a Annotation, revision: Revision, text: &'a Text) -> Self {
        let mut unknown = UnknownFields::of(&annotation.extra);
        let of_segments = unknown.take_items("segments", annotation.target.segments().count());
        let origin = WireOrigin {
            kind: annotation.origin.kind.name().into(),
            name: annotation.origin.name.as_str().into(),
            version: annotation.origin.version.as_str().into(),
            unknown: unknown.take_fields("origin"),
        };
        let segments = annotation.target.segments().zip(of_segments);
        Self {
            id: annotation.id.to_string().into(),
            label: annotation.label.name().into(),
            status: annotation.status.name().into(),
            note: annotation.note.as_str().into(),
            flags: annotation.flags.iter().map(Cow::from).collect(),
            segments: segments.map(|(span, unknown)| WireSegment::of(span, text, unknown)).collect(),
            origin,
            created: annotation.created.as_str().into(),
            modified: Some(annotation.modified.as_str().into()),
            creator: annotation.creator.as_str().into(),
            revision: revision.min(LAST_REVISION),
            unknown,
        }
    }

    /// The annotation of the model, with every check on the way.
    ///
    /// # Errors
    /// The reason why it is none of this text: the rest of a sentence.
    pub fn into_model(mut self, text: &Text) -> Result<(Annotation, Revision), String> {
        let target = target(&self.segments, text)?;
        let created = moment("created", &self.created)?;
        let annotation = Annotation {
            id: id(&self.id)?,
            label: label(&self.label)?,
            target,
            status: known("status", &self.status, Status::named)?,
            origin: Origin {
                kind: known("kind", &self.origin.kind, OriginKind::named)?,
                name: self.origin.name.into_owned(),
                version: self.origin.version.into_owned(),
            },
            modified: self.modified.map_or_else(|| Ok(created.clone()), |modified| moment("modified", &modified))?,
            created,
            note: self.note.into_owned(),
            flags: self.flags.into_iter().map(Cow::into_owned).collect(),
            creator: self.creator.into_owned(),
            extra: {
                self.unknown.put_items("segments", self.segments.into_iter().map(|segment| segment.unknown).collect());
                self.unknown.put_fields("origin", self.origin.unknown);
                self.unknown.into_extra()
            },
        };
        Ok((annotation, revision(self.revision)?))
    }
}

/// Reads an annotation from the JSON text of its own record.
///
/// # Errors
/// The reason why it is none of this text.
pub fn read_annotation(json: &str, text: &Text) -> Result<(Annotation, Revision), String> {
    let annotation: WireAnnotation<'_> = from_json(json).map_err(|error| error.to_string())?;
    annotation.into_model(text)
}

fn target(segments: &[WireSegment<'_>], text: &Text) -> Result<Target, String> {
    let spans = segments.iter().zip(1..).map(|(segment, number)| {
        segment.span(text).map_err(|reason| match segments.len() {
            1 => reason,
            _ => format!("has a segment {number} that {reason}"),
        })
    });
    Target::new(spans.collect::<Result<_, _>>()?).map_err(|fault| fault.to_string())
}

fn id(written: &str) -> Result<AnnotationId, String> {
    AnnotationId::parse(written).ok_or_else(|| no_uuid(written))
}

/// The reason for an id that is none.
pub(super) fn no_uuid(written: &str) -> String {
    format!("has the id “{}”, which is not a UUID", excerpt(written, 40))
}

fn label(written: &str) -> Result<Label, String> {
    Label::parse(written).ok_or_else(|| {
        format!("has the label “{}”: a label is made of lower-case letters, digits, - and _", excerpt(written, 40))
    })
}

fn moment(field: &str, written: &str) -> Result<Timestamp, String> {
    Timestamp::parse(written).ok_or_else(|| {
        format!("has “{}” as its “{field}”, which is not a moment such as 2026-11-23T14:00:00Z", excerpt(written, 40))
    })
}

/// Looks a name up.
pub(super) fn known<T>(field: &str, name: &str, named: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    named(name).ok_or_else(|| format!("has “{}” as its “{field}”, which is not known", excerpt(name, 40)))
}

/// Checks a revision.
pub(super) fn revision(written: u64) -> Result<Revision, String> {
    match written {
        1..=LAST_REVISION => Ok(written),
        _ => Err(format!("has the revision {written}, which no desk can have reached")),
    }
}
