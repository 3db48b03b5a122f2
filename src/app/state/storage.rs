//! Storage, for those who ask it to keep, read or delete.

use leptos::prelude::*;

use crate::persistence::Persistence;

/// The service that keeps everything.
#[derive(Clone, Copy)]
struct Storage(StoredValue<Persistence, LocalStorage>);

/// Provides storage.
pub fn provide_storage(persistence: Persistence) {
    provide_context(Storage(StoredValue::new_local(persistence)));
}

/// Storage, in a component.
pub fn use_storage() -> Persistence {
    expect_context::<Storage>().0.get_value()
}
