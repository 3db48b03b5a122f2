//! The flag of a mark: a thing to come back to.

use std::sync::Arc;

use super::bulk_edit::{marks, sentence};
use super::effect::{Effect, refuse};
use super::messages::no_focus;
use super::state::{Session, Stamp};
use crate::annotation::{Annotation, AnnotationId, FLAG};
use crate::document::{Edit, Transaction};

impl Session {
    /// Sets the flag of the selected marks, or of the mark in focus; takes it away where all of them have it.
    pub(super) fn flag(&mut self, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let chosen = self.chosen();
        let set = !chosen.iter().all(|annotation| annotation.is_flagged());
        self.set_flags(&chosen, set, stamp)
    }

    /// Sets or takes away the flag of one mark.
    pub(super) fn set_flag(&mut self, id: AnnotationId, set: bool, stamp: &Stamp<'_>) -> Vec<Effect> {
        let one: Vec<Arc<Annotation>> =
            self.document().and_then(|known| known.annotation(id)).cloned().into_iter().collect();
        self.set_flags(&one, set, stamp)
    }

    fn set_flags(&mut self, chosen: &[Arc<Annotation>], set: bool, stamp: &Stamp<'_>) -> Vec<Effect> {
        let edits: Vec<Edit> = chosen
            .iter()
            .filter(|annotation| annotation.is_flagged() != set)
            .map(|before| {
                let mut flags = before.flags.clone();
                flags.retain(|flag| flag != FLAG);
                flags.extend(set.then(|| FLAG.to_owned()));
                let after = Annotation { flags, modified: stamp.now.clone(), ..(**before).clone() };
                Edit::annotation(Some(Arc::clone(before)), Some(Arc::new(after)))
            })
            .collect();
        let what = match chosen {
            [] => return refuse(no_focus(&self.keys)),
            [one] => one.label.to_string(),
            _ => marks(edits.len()),
        };
        if edits.is_empty() {
            return Vec::new();
        }
        let name = if set { format!("{what} flagged") } else { format!("flag taken off {what}") };
        let message = if set { format!("{what} flagged.") } else { format!("Flag taken off {what}.") };
        self.commit(Transaction::new(name, edits), stamp, sentence(&message))
    }
}
