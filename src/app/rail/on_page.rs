//! What is on the page of the list: its rows, and the opened fields between them.

use std::collections::HashMap;
use std::sync::Arc;

use bluepencil::annotation::{Annotation, AnnotationId};

use super::window::Window;
use crate::app::state::rail::Shown;

/// One element of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// The row of an annotation.
    Row(AnnotationId),
    /// Its opened fields.
    Fields(AnnotationId),
}

/// What is on the page of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnPage {
    items: Vec<Item>,
    /// The annotations in the rows, each with the number of its row, from 0.
    pub rows: HashMap<AnnotationId, (usize, SharedAnnotation)>,
}

/// An annotation that is equal to another only where it is the same value: a change makes another.
#[derive(Clone, Debug)]
pub struct SharedAnnotation(pub Arc<Annotation>);

impl PartialEq for SharedAnnotation {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl OnPage {
    /// What a window shows of the rail.
    pub fn of(shown: &Shown, window: Window) -> Self {
        let mut on_page = Self::default();
        let Some(marks) = shown.marks() else { return on_page };
        let in_window = window.end.saturating_sub(window.first);
        for (number, entry) in (window.first..).zip(marks.iter_from(window.first).take(in_window)) {
            let annotation = Arc::clone(&entry.annotation);
            let id = annotation.id;
            on_page.items.push(Item::Row(id));
            // While several marks are selected the bar over the list holds what can be done to them, and no row its fields.
            if shown.focus == Some(id) && !shown.several {
                on_page.items.push(Item::Fields(id));
            }
            on_page.rows.insert(id, (number, SharedAnnotation(annotation)));
        }
        on_page
    }

    /// Its elements, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The annotation in the first row of the list.
    pub fn first(&self) -> Option<AnnotationId> {
        self.rows.iter().find(|(_, (number, _))| *number == 0).map(|(id, _)| *id)
    }
}
