//! The session as components read it.

use std::sync::Arc;

use bluepencil::session::Session;
use leptos::prelude::*;

/// The session, to be read and sliced. Only the runtime changes it.
#[derive(Clone, Copy)]
pub struct SessionState(ReadSignal<Session>);

/// Provides the session.
pub fn provide_session(session: ReadSignal<Session>) {
    provide_context(SessionState(session));
}

/// The session, in a component.
pub fn use_session() -> SessionState {
    expect_context()
}

impl SessionState {
    /// Something of the session, which tells its readers when it differs.
    pub fn slice<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Session) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.0.with(&read))
    }

    /// Something large of the session. It tells its readers when it is another one: values that are shared are not
    /// compared, one look at the pointers is enough.
    pub fn shared<T: Send + Sync + 'static>(
        self,
        read: impl Fn(&Session) -> Option<&Arc<T>> + Send + Sync + 'static,
    ) -> Memo<Option<Arc<T>>> {
        Memo::new_with_compare(
            move |_| self.0.with(|session| read(session).cloned()),
            |before, now| !is_same(before.and_then(Option::as_ref), now.and_then(Option::as_ref)),
        )
    }

    /// Reads the session as it is now, without following it.
    pub fn read_untracked<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.0.with_untracked(read)
    }
}

/// Whether two shared values are one and the same, or both absent.
pub fn is_same<T>(one: Option<&Arc<T>>, other: Option<&Arc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}
