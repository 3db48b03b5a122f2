//! The warning that storage does not last: given once, at the first mark.

use super::{LifetimeEvent, StorageLifetime};
use crate::session::effect::Effect;
use crate::session::state::Session;

impl Session {
    /// What is to be said of how long storage lasts.
    #[must_use]
    pub fn lifetime_warning(&self) -> Option<&'static str> {
        self.lifetime_warning.and_then(StorageLifetime::warning)
    }

    /// Handles an event of the warning. Where storage outlives the page, only somebody who has no marks yet is warned.
    pub(in crate::session) fn on_lifetime(&mut self, event: LifetimeEvent) -> Vec<Effect> {
        self.lifetime_warning = match event {
            LifetimeEvent::FirstMarkKept(lifetime) => {
                let marks: usize = self.library.articles.iter().map(|summary| summary.annotations).sum();
                Some(lifetime).filter(|lifetime| *lifetime == StorageLifetime::PrivateWindow || marks <= 1)
            }
            LifetimeEvent::WarningRead => None,
        };
        Vec::new()
    }
}
