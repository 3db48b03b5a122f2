//! The field that takes files. It stands on every screen, and a command opens it.

use leptos::html;
use leptos::prelude::*;

/// The field's element. The masthead puts it on the page and it stays there.
#[derive(Clone, Copy, Default)]
pub struct FileField {
    /// The element.
    pub input: NodeRef<html::Input>,
}

/// Provides the field.
pub fn provide_file_field() {
    provide_context(FileField::default());
}

/// The field, in a component.
pub fn use_file_field() -> FileField {
    expect_context()
}

impl FileField {
    /// Opens the browser's file chooser.
    pub fn choose(self) {
        if let Some(input) = self.input.get_untracked() {
            input.click();
        }
    }
}
