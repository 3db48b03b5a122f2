//! The first steps on the sample article: select, mark, undo. Each is ticked when the person has done it; then the lesson
//! is over for good.

mod update;

/// What the page reports to the onboarding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnboardingEvent {
    /// Words of the article are selected.
    TextSelected,
    /// The person does not want it.
    Skipped,
}

/// How many of the steps are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Onboarding(u8);

impl Onboarding {
    /// How many of the three steps are done.
    #[must_use]
    pub fn done(self) -> usize {
        usize::from(self.0)
    }

    /// The lesson after a step that has succeeded.
    fn after(self, step: Step) -> Self {
        match step {
            Step::Selected => self.max(Self(1)),
            Step::Marked => self.max(Self(2)),
            // To undo something is a step of the lesson only once there is its quote to undo.
            Step::Undone if self == Self(2) => Self(3),
            Step::Undone => self,
        }
    }
}

/// Something done that the lesson teaches.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Selected,
    Marked,
    Undone,
}
