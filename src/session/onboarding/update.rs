//! The onboarding: begun, advanced and ended.

use super::{Onboarding, OnboardingEvent, Step};
use crate::article::SAMPLE;
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::event::Event;
use crate::session::state::{Session, Stamp};
use crate::store::Preferences;

impl Step {
    /// The step that an event completes if it is not refused.
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Onboarding(OnboardingEvent::TextSelected) => Some(Self::Selected),
            Event::Command(Command::MarkQuote, _) => Some(Self::Marked),
            Event::Command(Command::Undo, _) => Some(Self::Undone),
            _ => None,
        }
    }
}

/// The number of steps.
const STEPS: usize = 3;

impl Session {
    /// The progress of the onboarding; `None` when it is over.
    #[must_use]
    pub fn onboarding(&self) -> Option<Onboarding> {
        self.onboarding
    }

    /// Handles an event of the onboarding. A selection has no effect but to complete a step.
    pub(in crate::session) fn on_onboarding(&mut self, event: OnboardingEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        match event {
            OnboardingEvent::TextSelected => Vec::new(),
            OnboardingEvent::Skipped => self.end_onboarding(stamp),
        }
    }

    /// Begins the onboarding if the sample article is open and the onboarding was never finished.
    pub(in crate::session) fn offer_onboarding(&mut self) {
        let is_sample = self.document().is_some_and(|document| document.article().text.as_str() == SAMPLE);
        self.onboarding = (is_sample && !self.preferences().lesson_over).then(Onboarding::default);
    }

    /// Completes a step unless it was refused. The announcement of the last step says that the onboarding is over.
    pub(in crate::session) fn complete_step(
        &mut self,
        step: Step,
        mut effects: Vec<Effect>,
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let refused = effects.iter().any(|effect| matches!(effect, Effect::Alert(_)));
        let Some(onboarding) = self.onboarding.filter(|_| !refused) else { return effects };
        let onboarding = onboarding.after(step);
        self.onboarding = Some(onboarding);
        if onboarding.done() == STEPS {
            let how = match self.keys.first(Command::KeyboardHelp) {
                Some(key) => format!(" That is the whole round. {key} shows all keys."),
                None => " That is the whole round. Keyboard help shows all keys.".to_owned(),
            };
            let message = effects
                .iter_mut()
                .find_map(|effect| if let Effect::Tell(message, _) = effect { Some(message) } else { None });
            message.into_iter().for_each(|message| message.push_str(&how));
            effects.extend(self.end_onboarding(stamp));
        }
        effects
    }

    /// Ends the onboarding and remembers that in the preferences.
    fn end_onboarding(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        self.onboarding = None;
        self.prefer(Preferences { lesson_over: true, ..self.preferences().clone() }, stamp)
    }
}
