//! What the rail beside the article shows, one step behind it.
//!
//! The rows, counts and fields of the rail take the browser as long as all the rest of an action. Nobody looks there at the
//! moment of a mark, so they follow once the mark is painted: what the eye waits for comes first. It is a function of the
//! session like every slice; only the moment at which it is looked at again is chosen here.

use std::sync::Arc;

use bluepencil::annotation::AnnotationId;
use bluepencil::document::{Document, ReadingOrder};
use bluepencil::session::{BoundaryEdit, Filter, Session};
use imbl::OrdSet;
use leptos::html;
use leptos::prelude::*;

use super::frame::{Frame, use_frame};
use super::session::{SessionState, is_same, use_session};
use crate::browser::dom;

/// Everything that decides about the rows of the list and the fields that are opened in it.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The document.
    pub document: Option<Arc<Document>>,
    /// The annotation in focus.
    pub focus: Option<AnnotationId>,
    /// The marks that are listed; `None` for all.
    pub listed: Option<ReadingOrder>,
    /// How many marks pass the filter; `None` where it hides none.
    pub passing: Option<usize>,
    /// Which filter that is.
    pub filter: Filter,
    /// Whether any marks are selected.
    pub several: bool,
    /// The boundaries of the annotation in focus, while they are being moved.
    pub boundary_edit: Option<BoundaryEdit>,
}

impl Shown {
    fn of(session: &Session) -> Self {
        Self {
            document: session.document().cloned(),
            focus: session.focus(),
            listed: session.listed().cloned(),
            passing: session.passing(),
            filter: session.filter().clone(),
            several: !session.selected().is_empty(),
            boundary_edit: session.boundary_edit().cloned(),
        }
    }

    /// The marks that are listed; `None` without a document.
    pub fn marks(&self) -> Option<&ReadingOrder> {
        let all = self.document.as_ref().map(|document| document.entries());
        self.listed.as_ref().or(all)
    }

    /// How many marks are listed.
    pub fn count(&self) -> usize {
        self.marks().map_or(0, ReadingOrder::len)
    }

    /// The row of an annotation, counted from 0.
    pub fn row(&self, id: AnnotationId) -> Option<usize> {
        self.marks()?.place(self.document.as_ref()?.annotation(id)?)
    }

    /// Whether this is the same article in another state, or with another mark in focus: what an action at a mark does.
    fn follows(&self, before: &Self) -> bool {
        let article = |shown: &Self| shown.document.as_ref().map(|document| document.article().id);
        let same_document = is_same(self.document.as_ref(), before.document.as_ref());
        let changed = !same_document || self.focus != before.focus || self.boundary_edit != before.boundary_edit;
        changed && article(self) == article(before) && self.filter == before.filter
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        is_same(self.document.as_ref(), other.document.as_ref())
            && match (&self.listed, &other.listed) {
                (Some(one), Some(other)) => one.is_same(other),
                (one, other) => one.is_none() && other.is_none(),
            }
            && (self.focus, self.passing, self.several) == (other.focus, other.passing, other.several)
            && self.filter == other.filter
            && self.boundary_edit == other.boundary_edit
    }
}

/// What is done once the rail follows.
type Tasks = Vec<Box<dyn FnOnce()>>;

/// The rail: what it shows, which is looked at again when [`Rail::follow`] says so; and what does not wait.
#[derive(Clone, Copy)]
pub struct Rail {
    /// What it shows.
    pub shown: Memo<Shown>,
    /// The filter as it was set, at once.
    pub filter: Memo<Filter>,
    /// The marks that are selected, at once.
    pub selected: Memo<Option<Arc<OrdSet<AnnotationId>>>>,
    /// The list's element, which scrolls.
    pub list: NodeRef<html::Div>,
    /// Whether the rail is closed, where it is a sheet at the foot of a narrow screen.
    pub closed: RwSignal<bool>,
    session: SessionState,
    frame: Frame,
    look_again: Trigger,
    /// What waits until the rail shows what the session holds; `None` where it does already.
    waiting: StoredValue<Option<Tasks>, LocalStorage>,
}

/// Provides the rail.
pub fn provide_rail() {
    let (session, look_again) = (use_session(), Trigger::new());
    provide_context(Rail {
        shown: Memo::new(move |_| {
            look_again.track();
            session.read_untracked(Shown::of)
        }),
        filter: session.slice(|session| session.filter().clone()),
        selected: session.shared(|session| Some(session.selected())),
        list: NodeRef::new(),
        closed: RwSignal::new(false),
        session,
        frame: use_frame(),
        look_again,
        waiting: StoredValue::new_local(None),
    });
}

/// The rail, in a component.
pub fn use_rail() -> Rail {
    expect_context()
}

impl Rail {
    /// The open document as the rail shows it; whoever asks follows it.
    pub fn document(self) -> Memo<Option<Arc<Document>>> {
        Memo::new_with_compare(
            move |_| self.shown.with(|shown| shown.document.clone()),
            |before, now| !is_same(before.and_then(Option::as_ref), now.and_then(Option::as_ref)),
        )
    }

    /// Whether any mark is selected, at once; whoever asks follows it.
    pub fn several(self) -> bool {
        self.selected.with(|selected| selected.as_ref().is_some_and(|selected| !selected.is_empty()))
    }

    /// Has the rail follow the session: once the next frame is painted where an action was done at a mark, and at once
    /// otherwise.
    pub fn follow(self) {
        let waits = self.waiting.with_value(Option::is_some);
        let now = self.session.read_untracked(Shown::of);
        let (same, follows) = self.shown.with_untracked(|shown| (now == *shown, now.follows(shown)));
        if same && !waits {
            return;
        }
        self.waiting.update_value(|waiting| {
            waiting.get_or_insert_default();
        });
        // A page that is not seen paints no frames.
        if !follows || dom::is_hidden() {
            self.catch_up();
        } else if !waits {
            self.frame.after_paint(move || Some(move || self.catch_up()));
        }
    }

    /// Brings the rail in line now.
    pub fn catch_up(self) {
        let Some(tasks) = self.waiting.try_update_value(Option::take).flatten() else { return };
        self.look_again.notify();
        if !tasks.is_empty() {
            request_animation_frame(move || tasks.into_iter().for_each(|task| task()));
        }
    }

    /// Runs something once the rail shows what the session holds, and its rows are on the page.
    pub fn after(self, task: impl FnOnce() + 'static) {
        let mut task: Option<Box<dyn FnOnce()>> = Some(Box::new(task));
        self.waiting.update_value(|waiting| {
            if let Some(waiting) = waiting {
                waiting.extend(task.take());
            }
        });
        if let Some(task) = task {
            request_animation_frame(task);
        }
    }
}
