//! Onboarding: three steps on the sample article, which are to select, to mark and to undo. Each is checked off when it is
//! done. After the last one, or when skipped, the onboarding does not appear again.

mod update;

/// An event for the onboarding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnboardingEvent {
    /// Words of the article are selected.
    TextSelected,
    /// The user skips the onboarding.
    Skipped,
}

/// The progress: how many of the three steps are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Onboarding(u8);

impl Onboarding {
    /// How many of the three steps are done.
    #[must_use]
    pub fn done(self) -> usize {
        usize::from(self.0)
    }

    /// The progress after a successful step.
    fn after(self, step: Step) -> Self {
        match step {
            Step::Selected => self.max(Self(1)),
            Step::Marked => self.max(Self(2)),
            // Undo counts only once there is the quote of the second step to undo.
            Step::Undone if self == Self(2) => Self(3),
            Step::Undone => self,
        }
    }
}

/// A step of the onboarding.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Selected,
    Marked,
    Undone,
}
