//! The list of annotations: the rows near its view, between two spaces that stand for the others.

use std::collections::HashMap;

use bluepencil::annotation::AnnotationId;
use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;

use super::inspector::Inspector;
use super::on_page::{Item, OnPage};
use super::row::{Elements, Row};
use super::window::{ROW_HEIGHT, VIRTUAL_FROM, View, Window};
use crate::app::state::focus::{Wanted, use_focus};
use crate::app::state::rail::{Rail, use_rail};
use crate::browser::{dom, scroll};

/// The list. From [`super::window::VIRTUAL_FROM`] rows on it holds only those near its view; a shorter one gets all of them, the
/// first with the change and the others when the browser is idle.
#[component]
pub fn List() -> impl IntoView {
    let rail = use_rail();
    let view = RwSignal::new(View::default());
    let fields = NodeRef::<html::Li>::new();
    let elements = StoredValue::new(HashMap::new());
    // Asked for when it is scrolled or another size, and not right after a change, when the browser would have to lay out
    // the page to answer.
    let look = move || {
        let Some((top, height)) = rail.list.get_untracked().map(|list| scroll::scroll(&list)) else { return };
        let fields = fields.get_untracked().map_or(0.0, |fields| scroll::height(&fields));
        view.set(View { top, height, fields });
    };
    use_resize_observer(rail.list, move |_, _| look());
    // All of a short list that the page begins with.
    let there = RwSignal::new(VIRTUAL_FROM);
    let window = Memo::new(move |_| {
        let view = view.get();
        let there = there.get();
        rail.shown.with(|shown| Window::of(shown.count(), shown.focus.and_then(|id| shown.row(id)), view, there))
    });
    keep_growing(window, there);
    let on_page = Memo::new(move |_| rail.shown.with(|shown| OnPage::of(shown, window.get())));
    let items = Memo::new(move |_| on_page.with(|on_page| on_page.items().to_vec()));
    let count = Memo::new(move |_| window.get().count);
    keep_in_view(rail, on_page, elements);
    let element = move |item: Item| match item {
        Item::Row(id) => view! { <Row id=id on_page=on_page count=count elements=elements /> }.into_any(),
        Item::Fields(id) => {
            let number = Memo::new(move |before: Option<&usize>| {
                let number = on_page.with(|on_page| on_page.rows.get(&id).map(|(number, _)| *number));
                number.or(before.copied()).unwrap_or_default()
            });
            view! {
                <li
                    node_ref=fields
                    data-fields=""
                    aria-posinset=move || (number.get() + 1).to_string()
                    aria-setsize=move || count.get().to_string()
                >
                    <Inspector id=id />
                </li>
            }
            .into_any()
        }
    };
    let space = move |place: usize| format!("{}px", window.get().spaces()[place] as i64);
    view! {
        <div
            id="annotations"
            class="list"
            node_ref=rail.list
            data-virtual=move || window.get().is_virtual()
            on:scroll=move |_| look()
        >
            <div aria-hidden="true" style:height=move || space(0)></div>
            <ul aria-label="Annotations">
                <For each=move || items.get() key=|item| *item children=element />
            </ul>
            <div aria-hidden="true" style:height=move || space(1)></div>
        </div>
    }
}

/// Lets a short list grow to all of its rows, some of them whenever the browser is idle.
fn keep_growing(window: Memo<Window>, there: RwSignal<usize>) {
    Effect::new(move |_| {
        if window.with(|window| window.there()) != there.get() {
            dom::when_idle(move || {
                let now = window.try_with_untracked(|window| window.there());
                now.into_iter().for_each(|now| there.set(now));
            });
        }
    });
}

/// Brings a row into view when that is asked for, and gives it the focus where that is asked for too.
fn keep_in_view(rail: Rail, on_page: Memo<OnPage>, elements: StoredValue<HashMap<AnnotationId, Elements>>) {
    let focus = use_focus();
    let of = move |id: Option<AnnotationId>| {
        let id = id.or_else(|| on_page.with_untracked(OnPage::first))?;
        elements.with_value(|elements| elements.get(&id).copied())
    };
    Effect::new(move |_| {
        let asked = focus.take(|wanted| match wanted {
            Wanted::Row(id) => Some((id, true)),
            Wanted::RowInView(id) => Some((Some(id), false)),
            _ => None,
        });
        let Some((id, takes_focus)) = asked else { return };
        let Some(list) = rail.list.get_untracked() else { return };
        let on_it = of(id).and_then(|row| row.row.get_untracked()).map(|row| scroll::place_of(&row, &list));
        // A row that is not on the page stands where all rows of its height put it.
        let by_number = || {
            let row = rail.shown.with_untracked(|shown| shown.row(id?))?;
            Some((row as f64 * ROW_HEIGHT, ROW_HEIGHT))
        };
        if let Some((top, height)) = on_it.or_else(by_number) {
            scroll::reveal(&list, top, height);
        }
        if takes_focus {
            // Scrolling brings other rows onto the page, before the next frame.
            request_animation_frame(focus.while_user_waits(move || {
                let button = of(id).or_else(|| of(None)).and_then(|row| row.button.get_untracked());
                button.iter().for_each(dom::focus);
            }));
        }
    });
}
