//! A labelled field.

use leptos::prelude::*;

/// A control with its accessible name over it, and a line under it that explains it.
#[component]
pub fn Field(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// The accessible name.
    name: &'static str,
    /// What explains it; nothing where it explains itself.
    #[prop(optional)]
    help: &'static str,
    /// The control.
    children: Children,
) -> impl IntoView {
    let help = (!help.is_empty()).then(|| view! { <span class="help">{help}</span> });
    view! {
        <p class="field">
            <label for=id>{name}</label>
            {children()}
            {help}
        </p>
    }
}
