//! One choice of a select.

use leptos::prelude::*;

/// An `option`. The choices say themselves which of them is chosen: the value of a select can be set only once they are there.
#[component]
pub fn Choice(
    /// The value.
    #[prop(into)]
    value: String,
    /// What is shown.
    #[prop(into)]
    title: String,
    /// Whether it is the one that is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
) -> impl IntoView {
    view! {
        <option value=value prop:selected=chosen>
            {title}
        </option>
    }
}
