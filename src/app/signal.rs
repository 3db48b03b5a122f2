//! The values of the page: those that it shows and follows, and those that nothing follows.
//!
//! Leptos has signals of its own, which are written once into the program for every type that one holds. Here only the value
//! is of that type: what knows who reads it is the same for all. That took 7 kB off the compressed program.

use std::sync::{PoisonError, RwLock};

use leptos::prelude::*;

/// A value that tells its readers when it changes. It stays as long as the page does, and is cheap to copy.
pub struct Signal<T: 'static> {
    value: &'static RwLock<T>,
    changed: Trigger,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> Signal<T> {
    /// Of this value.
    pub fn new(value: T) -> Self {
        Self { value: Box::leak(Box::new(RwLock::new(value))), changed: Trigger::new() }
    }

    /// Looks at the value, and is a reader of it from now on.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.with_untracked(look)
    }

    /// Looks at the value.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Becomes a reader of the value.
    pub fn track(self) {
        self.changed.track();
    }

    /// Sets the value, and tells its readers.
    pub fn set(self, value: T) {
        *self.value.write().unwrap_or_else(PoisonError::into_inner) = value;
        self.changed.notify();
    }

    /// Changes the value, and tells its readers.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.write().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify();
    }
}

impl<T: Clone> Signal<T> {
    /// The value; whoever asks is a reader of it from now on.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A value that nothing on the page follows. What looks at it or changes it must leave the same value alone meanwhile.
pub struct Quiet<T>(RwLock<T>);

impl<T> Quiet<T> {
    /// Of this value.
    pub fn new(value: T) -> Self {
        Self(RwLock::new(value))
    }

    /// Looks at the value.
    pub fn with_value<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the value.
    pub fn update_value<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Sets the value.
    pub fn set_value(&self, value: T) {
        self.update_value(|known| *known = value);
    }
}

impl<T: Clone> Quiet<T> {
    /// The value.
    pub fn get_value(&self) -> T {
        self.with_value(T::clone)
    }
}
