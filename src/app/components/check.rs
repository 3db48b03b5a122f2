//! A labelled check box.

use leptos::prelude::*;

/// A check box with its name behind it. It shows what `checked` says, and tells when the user has changed it.
#[component]
pub fn Check(
    /// The accessible name.
    name: &'static str,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told whether it is ticked now.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            {name}
        </label>
    }
}
