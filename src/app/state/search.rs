//! The open search.

use std::sync::Arc;

use bluepencil::session::{Search, Session};
use leptos::prelude::*;

use super::session::use_session;

/// The search; `None` while nothing is searched.
pub type SearchState = Memo<Option<Arc<Search>>>;

#[derive(Clone, Copy)]
struct Provided(SearchState);

/// Provides the search.
pub fn provide_search() {
    provide_context(Provided(use_session().shared(Session::search)));
}

/// The search, in a component.
pub fn use_search() -> SearchState {
    expect_context::<Provided>().0
}
