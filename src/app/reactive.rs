//! Closures with one type each.
//!
//! Leptos writes its machinery once for every closure type that a view holds; a boxed closure is one type however often
//! it is used. That is the difference between a page that loads at once and one that does not.

use leptos::prelude::*;

use super::element::Content;

/// A text or an attribute that follows signals.
pub type Text = Box<dyn FnMut() -> String + Send>;
/// An attribute that is there or not.
pub type Maybe = Box<dyn FnMut() -> Option<String> + Send>;
/// A property that is set or not.
pub type Flag = Box<dyn FnMut() -> bool + Send>;
/// A part of the page that is made anew when the signals it reads change.
pub type Part = Box<dyn FnMut() -> Content + Send>;

/// A text that follows signals.
pub fn text(read: impl FnMut() -> String + Send + 'static) -> Text {
    Box::new(read)
}

/// An attribute that is there with a value or not at all.
pub fn maybe(read: impl FnMut() -> Option<String> + Send + 'static) -> Maybe {
    Box::new(read)
}

/// An attribute without a value that is there or not, such as `hidden`.
pub fn present(mut read: impl FnMut() -> bool + Send + 'static) -> Maybe {
    Box::new(move || read().then(String::new))
}

/// A property that is set or not, such as `checked`.
pub fn flag(read: impl FnMut() -> bool + Send + 'static) -> Flag {
    Box::new(read)
}

/// A part of the page that is made anew when the signals it reads change.
pub fn part(read: impl FnMut() -> Content + Send + 'static) -> Part {
    Box::new(read)
}

/// Keeps a task running after every change of the signals it reads. One type of closure for all of them.
pub fn keep(task: impl FnMut() + 'static) {
    keep_running(Box::new(task));
}

#[inline(never)]
fn keep_running(mut task: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| task());
}
