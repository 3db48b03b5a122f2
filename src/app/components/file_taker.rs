//! Who takes what is read of files that come in.

use crate::app::dispatch::Dispatch;
use crate::app::state::session::SessionState;
use crate::browser::files::Taker;

/// Hands what is read of files over to the session, one file after the other.
pub fn taker(dispatch: Dispatch, session: SessionState) -> Taker {
    Taker {
        take: Box::new(move |event| dispatch.send(event)),
        is_busy: Box::new(move || session.read_untracked(|session| session.import_progress().is_some())),
    }
}
