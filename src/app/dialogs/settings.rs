//! The settings: the look of the page and the article, how much is said, and the annotator's name.

use bluepencil::session::{Command, Event};
use bluepencil::store::{Announcements, Measure, Preferences, ReaderFont, TextSize, Theme};
use leptos::prelude::*;

use crate::app::components::{Choice, CommandButton, Field};
use crate::app::dispatch::use_dispatch;
use crate::app::state::library::use_library;
use crate::app::state::notices::use_notices;

/// Preferences of this browser; they are kept with the articles but are no part of them. The fields follow them, so that a
/// reset is seen at once.
#[component]
pub fn Settings() -> impl IntoView {
    let (dispatch, said) = (use_dispatch(), use_notices().said_since_now());
    let preferences = use_library().preferences;
    let annotator = move || preferences.with(|set| set.annotator.clone());
    let set_annotator =
        move |name| dispatch.send(Event::Prefer(Preferences { annotator: name, ..preferences.get_untracked() }));
    view! {
        <Look />
        <AnnouncementsSetting />
        <Field
            id="settings-name"
            name="Your name"
            help="Written into the annotations you make from now on. It stays in this browser until you export."
        >
            <input
                id="settings-name"
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=annotator
                on:input=move |event| set_annotator(event_target_value(&event))
            />
        </Field>
        <p class="field-actions">
            <CommandButton command=Command::Keys sign="Keys…" />
            <CommandButton command=Command::Storage sign="Storage…" />
            <button type="button" class="command" on:click=move |_| dispatch.send(Event::ResetSettings)>
                "Reset settings"
            </button>
        </p>
        <p class="help" aria-live="polite">
            {said}
        </p>
        <p class="promise">
            "Articles, annotations and settings are kept in this browser. Nothing leaves it unless you export it."
        </p>
    }
}

/// The look of the page and the article.
#[component]
fn Look() -> impl IntoView {
    view! {
        <div class="settings">
            <Setting
                id="settings-theme"
                name="Theme"
                all=Theme::ALL
                value_of=Theme::name
                title_of=Theme::title
                get=|set: &Preferences| set.theme
                set=|set: &mut Preferences, theme| set.theme = theme
            />
            <Setting
                id="settings-text-size"
                name="Size of the article’s text"
                all=TextSize::ALL
                value_of=TextSize::name
                title_of=TextSize::title
                get=|set: &Preferences| set.text_size
                set=|set: &mut Preferences, size| set.text_size = size
            />
            <Setting
                id="settings-measure"
                name="Width of the article"
                all=Measure::ALL
                value_of=Measure::name
                title_of=Measure::title
                get=|set: &Preferences| set.measure
                set=|set: &mut Preferences, measure| set.measure = measure
            />
            <Setting
                id="settings-font"
                name="Letters of the article"
                all=ReaderFont::ALL
                value_of=ReaderFont::name
                title_of=ReaderFont::title
                get=|set: &Preferences| set.reader_font
                set=|set: &mut Preferences, font| set.reader_font = font
            />
        </div>
    }
}

/// How much is said.
#[component]
fn AnnouncementsSetting() -> impl IntoView {
    view! {
        <Setting
            id="settings-announcements"
            name="Announcements"
            help="What a screen reader hears, and what stands at the foot of the page. What is refused or goes wrong is always said."
            all=Announcements::ALL
            value_of=Announcements::name
            title_of=Announcements::title
            get=|set: &Preferences| set.announcements
            set=|set: &mut Preferences, announcements| set.announcements = announcements
        />
    }
}

/// A preference with a closed list of choices.
#[component]
fn Setting<T>(
    /// The id of the field.
    id: &'static str,
    /// Its accessible name.
    name: &'static str,
    /// What explains it.
    #[prop(optional)]
    help: &'static str,
    /// Every choice, in the order in which they are offered.
    all: &'static [T],
    /// The name of a choice in attributes.
    value_of: fn(T) -> &'static str,
    /// Its title for people.
    title_of: fn(T) -> &'static str,
    /// Reads it from the preferences …
    get: fn(&Preferences) -> T,
    /// … and writes it into them.
    set: fn(&mut Preferences, T),
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let (dispatch, preferences) = (use_dispatch(), use_library().preferences);
    let now = Memo::new(move |_| preferences.with(get));
    let choose = move |value: String| {
        if let Some(choice) = all.iter().find(|choice| value_of(**choice) == value) {
            let mut preferences = preferences.get_untracked();
            set(&mut preferences, *choice);
            dispatch.send(Event::Prefer(preferences));
        }
    };
    let choices = all.iter().map(move |choice| {
        let chosen = Signal::derive(move || now.get() == *choice);
        view! { <Choice value=value_of(*choice) title=title_of(*choice) chosen /> }
    });
    view! {
        <Field id name help>
            <select id=id on:change=move |event| choose(event_target_value(&event))>
                {choices.collect_view()}
            </select>
        </Field>
    }
}
