//! Annotations: a label on a part of a text, with what a person has noted about it.

mod annotation;
mod label;
mod origin;
mod status;
mod target;

pub use annotation::{Annotation, AnnotationId, AnnotationKind, FLAG};
pub use label::{BUILT_IN, BuiltIn, Label};
pub use origin::{Origin, OriginKind};
pub use status::Status;
pub use target::{Target, TargetFault};
