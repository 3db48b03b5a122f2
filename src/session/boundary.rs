//! Boundaries: the ends of a mark moved by keys or pointer, with the new words told before they are kept.
//!
//! What is being moved is a draft in the session. The document knows nothing of it until it is kept, in one step.

use super::announce::no_focus;
use super::effect::{Effect, alone, refuse};
use super::marks::{SPOKEN, same_mark};
use super::{Screen, Session, Stamp};
use crate::annotation::{Annotation, AnnotationId, Target};
use crate::document::{Document, Transaction};
use crate::text::{Edge, Granularity, Span, Text, Utf8, is_right_to_left, shorten_middle, snap_to_words};
use crate::wire::carried;

/// The ends of a mark while they are being moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moving {
    id: AnnotationId,
    /// What the mark was when the moving began.
    before: Target,
    target: Target,
    active: usize,
}

impl Moving {
    fn new(annotation: &Annotation, active: usize) -> Self {
        let target = annotation.target.clone();
        Self { id: annotation.id, before: target.clone(), target, active }
    }

    /// The mark.
    #[must_use]
    pub fn id(&self) -> AnnotationId {
        self.id
    }

    /// The segments as they would be.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The end that moves: 0 is the start of the first segment, 1 the end of that, and so on.
    #[must_use]
    pub fn active(&self) -> usize {
        self.active
    }

    /// Whether that is a start or an end.
    #[must_use]
    pub fn edge(&self) -> Edge {
        if self.active.is_multiple_of(2) { Edge::Start } else { Edge::End }
    }

    /// Whether any end has been moved.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.target != self.before
    }

    /// Where the active end stands.
    #[must_use]
    pub fn position(&self) -> Utf8 {
        match (self.target.segments().nth(self.active / 2), self.edge()) {
            (Some(segment), Edge::Start) => segment.start(),
            (Some(segment), Edge::End) => segment.end(),
            (None, _) => self.target.end(),
        }
    }

    /// The sentence that tells the new words.
    #[must_use]
    pub fn told(&self, document: &Document, limit: usize) -> String {
        let text = &document.article().text;
        let title = document.annotation(self.id).map(|annotation| annotation.label.title()).unwrap_or_default();
        let words = shorten_middle(&united(text, &self.target).words(text), limit);
        // Words that are a quotation have their own marks.
        match words.starts_with(['“', '„', '"', '«']) {
            true => format!("{title} would be: {words}"),
            false => format!("{title} would be: “{words}”"),
        }
    }

    fn ends(&self) -> usize {
        2 * self.target.segments().count()
    }

    /// What the active end is called in sentences.
    fn name(&self) -> String {
        let end = if self.edge() == Edge::Start { "start" } else { "end" };
        if self.ends() > 2 { format!("{end} of segment {}", self.active / 2 + 1) } else { end.to_owned() }
    }

    /// The places between which the active end can stand: it passes neither the other end nor a neighbouring segment.
    fn bounds(&self, text: &Text) -> Option<(Utf8, Utf8)> {
        let number = self.active / 2;
        let segment = self.target.segments().nth(number)?;
        Some(match self.edge() {
            Edge::Start => {
                let before = number.checked_sub(1).and_then(|number| self.target.segments().nth(number));
                let last = text.grapheme_boundary_before(Utf8(segment.end().0.saturating_sub(1)));
                (before.map_or(Utf8(0), Span::end), last)
            }
            Edge::End => {
                let after = self.target.segments().nth(number + 1);
                let first = text.grapheme_boundary_after(Utf8(segment.start().0 + 1));
                (first, after.map_or(text.end(), Span::start))
            }
        })
    }

    /// The same with the active end at another place within its bounds, less the white space there.
    fn with_edge_at(&self, text: &Text, position: Utf8) -> Option<Self> {
        let mut segments: Vec<Span> = self.target.segments().collect();
        let segment = segments.get_mut(self.active / 2)?;
        *segment = match self.edge() {
            Edge::Start => Span::covering(text, position, segment.end())?,
            Edge::End => Span::covering(text, segment.start(), position)?,
        };
        Some(Self { target: Target::new(segments).ok()?, ..self.clone() })
    }

    /// The same with the active end one granularity further; `None` where it can go no further.
    fn stepped(&self, text: &Text, granularity: Granularity, forward: bool) -> Option<Self> {
        let (first, last) = self.bounds(text)?;
        let mut at = self.position();
        loop {
            at = self.edge().step(text, at, granularity, forward)?;
            let (within, passes) = match self.edge() {
                Edge::Start => (at.max(first), at > last),
                Edge::End => (at.min(last), at < first),
            };
            if passes {
                return None;
            }
            let moved = self.with_edge_at(text, within)?;
            if moved.target != self.target {
                return Some(moved);
            }
            if within != at {
                return None;
            }
        }
    }

    /// The same with the active end where the pointer is: at the border of the word there, or just there.
    fn dragged(&self, text: &Text, position: Utf8, exact: bool) -> Option<Self> {
        let (first, last) = self.bounds(text)?;
        let wanted = position.clamp(first, last.max(first));
        let (start, end) = match self.edge() {
            _ if exact => (wanted, wanted),
            Edge::Start => snap_to_words(text, wanted, text.end()),
            Edge::End => snap_to_words(text, Utf8(0), wanted),
        };
        let snapped = if self.edge() == Edge::Start { start } else { end };
        self.with_edge_at(text, snapped.clamp(first, last.max(first)))
    }
}

/// Whether there is nothing but white space between two segments, which are one then.
pub(super) fn is_white(between: &str) -> bool {
    between.trim().is_empty()
}

fn united(text: &Text, target: &Target) -> Target {
    Target::union(text, target.segments(), is_white).unwrap_or_else(|| target.clone())
}

impl Session {
    /// Begins to move the ends of the mark in focus, the last one first.
    pub(super) fn begin_boundaries(&mut self) -> Vec<Effect> {
        let Some((_, annotation)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let last = 2 * annotation.target.segments().count() - 1;
        let moving = self.moving.clone().unwrap_or_else(|| Moving::new(annotation, last));
        let told = format!(
            "Moving the {} of this {}: ← → by word, with Shift by character. Tab: the other end. Enter keeps, Esc cancels.",
            moving.name(),
            annotation.label
        );
        self.moving = Some(moving);
        vec![Effect::CollapseSelection, Effect::Tell(told, None)]
    }

    /// Moves the active end one granularity to the left or to the right as the words are seen.
    pub(super) fn move_edge(&mut self, granularity: Granularity, rightward: bool) -> Vec<Effect> {
        let Some((document, moving)) = self.document().zip(self.moving.as_ref()) else { return not_moving() };
        let article = document.article();
        let block = article.block_at(moving.position()).and_then(|number| article.blocks.get(number));
        let forward = rightward != block.is_some_and(|block| is_right_to_left(article.block_text(block)));
        match moving.stepped(&article.text, granularity, forward) {
            Some(moved) => {
                let told = moved.told(document, SPOKEN);
                self.moving = Some(moved);
                alone(Effect::Tell(told, None))
            }
            None => {
                let told = format!("The {} can go no further. {}", moving.name(), moving.told(document, SPOKEN));
                alone(Effect::Tell(told, None))
            }
        }
    }

    /// Goes on with the next end, or the one before.
    pub(super) fn other_edge(&mut self, forward: bool) -> Vec<Effect> {
        let Some(moving) = &mut self.moving else { return not_moving() };
        let ends = moving.ends();
        moving.active = (moving.active + if forward { 1 } else { ends - 1 }) % ends;
        let moving = moving.clone();
        let words = self.document().map(|document| moving.told(document, SPOKEN)).unwrap_or_default();
        alone(Effect::Tell(format!("Moving the {}. {words}", moving.name()), None))
    }

    /// The pointer takes hold of an end of the mark in focus.
    pub(super) fn grab_edge(&mut self, edge: usize) -> Vec<Effect> {
        let Some((_, annotation)) = self.focused() else { return Vec::new() };
        let mut moving = self.moving.clone().unwrap_or_else(|| Moving::new(annotation, edge));
        if edge >= moving.ends() {
            return Vec::new();
        }
        moving.active = edge;
        let told = format!("Moving the {}. Esc cancels.", moving.name());
        self.moving = Some(moving);
        vec![Effect::CollapseSelection, Effect::Tell(told, None)]
    }

    /// The pointer has moved with the end that it holds.
    pub(super) fn drag_edge(&mut self, position: Utf8, exact: bool) -> Vec<Effect> {
        let Some((document, moving)) = self.document().zip(self.moving.as_ref()) else { return Vec::new() };
        match moving.dragged(&document.article().text, position, exact).filter(|moved| moved != moving) {
            Some(moved) => {
                let told = moved.told(document, SPOKEN);
                self.moving = Some(moved);
                alone(Effect::Tell(told, None))
            }
            None => Vec::new(),
        }
    }

    /// Keeps the boundaries as they were moved, in one step.
    pub(super) fn keep_boundaries(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(moving) = self.moving.clone() else { return not_moving() };
        let Some((document, before)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let target = united(&document.article().text, &moving.target);
        if !moving.has_changed() || target == moving.before {
            return self.cancel_boundaries();
        }
        let name = format!("boundaries of {} moved", before.label);
        let told = moving.told(document, SPOKEN).replacen(" would be: ", " is now: ", 1);
        match self.retarget(target, &name, told, stamp) {
            Ok(effects) => {
                self.moving = None;
                effects
            }
            Err(refusal) => refuse(format!("{refusal} Move on, or press Esc to leave them as they were.")),
        }
    }

    /// Leaves the boundaries as they were.
    pub(super) fn cancel_boundaries(&mut self) -> Vec<Effect> {
        match self.moving.take() {
            Some(_) => alone(Effect::Tell("The boundaries stay as they were.".to_owned(), None)),
            None => not_moving(),
        }
    }

    /// Lets go of a draft whose mark is no longer in focus, or no longer what it was.
    pub(super) fn let_go_of_stale_boundaries(&mut self) {
        let stands = |moving: &Moving| {
            let focused = self.focused().filter(|_| self.screen == Screen::Reader);
            focused.is_some_and(|(_, one)| one.id == moving.id && one.target == moving.before)
        };
        if self.moving.as_ref().is_some_and(|moving| !stands(moving)) {
            self.moving = None;
        }
    }

    /// Gives the mark in focus other words, in one step. Says why not where another of its label stands on them already.
    pub(super) fn retarget(
        &mut self,
        target: Target,
        name: &str,
        told: String,
        stamp: &Stamp<'_>,
    ) -> Result<Vec<Effect>, String> {
        let Some((document, before)) = self.focused() else { return Err(no_focus(&self.keys)) };
        let (label, before) = (before.label.clone(), before.clone());
        if same_mark(document, &label, &target, Some(before.id)).is_some() {
            return Err(format!("Another {label} stands on just these words already, so nothing was changed."));
        }
        let extra = carried(&target, &[&before]);
        let after = Annotation { target, extra, modified: stamp.now.clone(), ..(*before).clone() };
        let mut effects = self.commit(Transaction::changed(name, &before, after), stamp, told);
        effects.push(Effect::Reveal(before.id));
        Ok(effects)
    }
}

/// The refusal where no boundaries are being moved.
fn not_moving() -> Vec<Effect> {
    refuse("No boundaries are being moved. Go to a mark, then press B.")
}
