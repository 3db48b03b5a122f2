//! The lesson: offered, ticked and ended.

use super::{Onboarding, OnboardingEvent, Step};
use crate::article::SAMPLE;
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::event::Event;
use crate::session::state::{Session, Stamp};
use crate::store::Preferences;

impl Step {
    /// The step that an event is, if it succeeds.
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Onboarding(OnboardingEvent::TextSelected) => Some(Self::Selected),
            Event::Command(Command::MarkQuote, _) => Some(Self::Marked),
            Event::Command(Command::Undo, _) => Some(Self::Undone),
            _ => None,
        }
    }
}

/// How many steps there are.
const STEPS: usize = 3;

impl Session {
    /// The lesson while it goes on.
    #[must_use]
    pub fn onboarding(&self) -> Option<Onboarding> {
        self.onboarding
    }

    /// A selection in the article is only counted as a step; skipping ends the lesson.
    pub(in crate::session) fn on_onboarding(&mut self, event: OnboardingEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        match event {
            OnboardingEvent::TextSelected => Vec::new(),
            OnboardingEvent::Skipped => self.end_onboarding(stamp),
        }
    }

    /// Begins the lesson where the sample is shown to somebody who has not had it.
    pub(in crate::session) fn offer_onboarding(&mut self) {
        let is_sample = self.document().is_some_and(|document| document.article().text.as_str() == SAMPLE);
        self.onboarding = (is_sample && !self.preferences().lesson_over).then(Onboarding::default);
    }

    /// Ticks a step that was done. After the last one the lesson is over, and the sentence about it says so.
    pub(in crate::session) fn complete_step(
        &mut self,
        step: Step,
        mut effects: Vec<Effect>,
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let refused = effects.iter().any(|effect| matches!(effect, Effect::Alert(_)));
        let Some(lesson) = self.onboarding.filter(|_| !refused) else { return effects };
        let lesson = lesson.after(step);
        self.onboarding = Some(lesson);
        if lesson.done() == STEPS {
            let how = match self.keys.first(Command::KeyboardHelp) {
                Some(key) => format!(" That is the whole round. {key} shows all keys."),
                None => " That is the whole round. Keyboard help shows all keys.".to_owned(),
            };
            let told = effects
                .iter_mut()
                .find_map(|effect| if let Effect::Tell(told, _) = effect { Some(told) } else { None });
            told.into_iter().for_each(|told| told.push_str(&how));
            effects.extend(self.end_onboarding(stamp));
        }
        effects
    }

    /// Ends the lesson, for good.
    fn end_onboarding(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        self.onboarding = None;
        self.prefer(Preferences { lesson_over: true, ..self.preferences().clone() }, stamp)
    }
}
