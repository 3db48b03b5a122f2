//! The labels that a desk knows, and marking by their number.

use std::collections::BTreeSet;

use super::effect::{Effect, refuse};
use super::state::{Session, Stamp};
use super::view::Place;
use crate::annotation::{BUILT_IN, BuiltIn, Label};
use crate::document::Document;
use crate::wire::UnknownFields;

impl Session {
    /// Every label that can be given: the built-in ones, then those of imported schemas in their order, then those that
    /// the open article uses, by name.
    #[must_use]
    pub fn labels(&self) -> Vec<Label> {
        let fields = UnknownFields::of(&self.library.extra);
        let entries = fields.get("schema").and_then(|schema| schema.get("labels")?.as_array());
        let of_schema = entries.into_iter().flatten().filter_map(|entry| Label::parse(entry.get("name")?.as_str()?));
        let annotations = self.document().into_iter().flat_map(|document| Document::annotations(document));
        let in_use: BTreeSet<Label> = annotations.map(|annotation| annotation.label.clone()).collect();
        let mut labels: Vec<Label> = Vec::new();
        for label in BUILT_IN.map(BuiltIn::label).into_iter().chain(of_schema).chain(in_use.iter().cloned()) {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels
    }

    /// Marks with a label by its number, from 1.
    pub(super) fn mark_numbered(&mut self, number: u8, place: Place, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let labels = self.labels();
        match usize::from(number).checked_sub(1).and_then(|place| labels.get(place)) {
            Some(label) => self.mark(label, place, stamp),
            None => {
                let known: Vec<String> =
                    (1..).zip(&labels).map(|(number, label)| format!("{number} {label}")).collect();
                let alert = format!("There is no label {number}. The labels are: {}.", known.join(", "));
                refuse(alert)
            }
        }
    }
}
