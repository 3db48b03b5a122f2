//! The one door through which the user comes in: keys, clicks, typing, pastes, drops and addresses of the whole page.
//!
//! Elements say in attributes what they are for: `data-command` names a command, `data-does` something else to do,
//! `data-field` what a field holds, with `data-of` saying of what. So the components stay descriptions.

use bluepencil::annotation::{AnnotationId, Label};
use bluepencil::article::{ArticleId, BlockKind};
use bluepencil::format::looks_like_json;
use bluepencil::session::{
    Arrival, COMMANDS, Command, Detail, Event, Filter, Finding, KeyChange, Occurring, Reach, Route, Screen, Situation,
};
use bluepencil::text::Matching;
use leptos::ev;

use super::desk::Desk;
use super::{dialog, handles, list, reader, reading, search, selected, storing};
use crate::browser::article::{ARTICLE, PANE};
use crate::browser::gutter::GUTTER;
use crate::browser::list::LIST;
use crate::browser::listen::{Page, listen as on};
use crate::browser::{dom, files, keys, selection};

/// Listens to the page as a whole for as long as it is open.
pub fn listen(desk: Desk) {
    on(Page::Document, "keydown", move |event: ev::KeyboardEvent| key(desk, &event));
    on(Page::Document, "keyup", move |event: ev::KeyboardEvent| dialog::lifted_key(desk, &event));
    on(Page::Document, "click", move |event: ev::MouseEvent| click(desk, &event));
    on(Page::Document, "mousedown", move |event: ev::MouseEvent| press(desk, &event));
    on(Page::Document, "dblclick", move |event: ev::MouseEvent| {
        if dom::is_inside(&event, PANE) {
            reader::double_click(desk);
        }
    });
    on(Page::Document, "pointerdown", move |event: ev::PointerEvent| handles::press(desk, &event));
    on(Page::Document, "pointermove", move |event: ev::PointerEvent| handles::drag(desk, &event));
    on(Page::Document, "pointerup", move |_: ev::PointerEvent| handles::release(desk, false));
    on(Page::Document, "pointercancel", move |_: ev::PointerEvent| handles::release(desk, true));
    on(Page::Window, "pointerup", move |event: ev::MouseEvent| reader::lift(desk, &event));
    // A finger's press comes as one of a mouse after the finger has gone, so only the mouse is lifted afterwards.
    on(Page::Window, "mouseup", move |event: ev::MouseEvent| reader::lift(desk, &event));
    on(Page::Document, "mousemove", move |event: ev::MouseEvent| desk.exact.set_value(event.alt_key()));
    on(Page::Document, "input", move |event: ev::Event| typed(desk, &event, false));
    on(Page::Document, "change", move |event: ev::Event| typed(desk, &event, true));
    on(Page::Document, "focusout", move |event: ev::Event| {
        if dom::field(&event).is_some() {
            desk.dispatch(Event::FieldLeft);
        }
    });
    // Neither scrolling nor the closing of a dialog rises to the document; both can be caught on the way down.
    on(Page::DocumentDownwards, "scroll", move |event: ev::Event| {
        if dom::is_inside(&event, LIST) {
            list::follow_view(desk);
        } else {
            desk.scrolled();
        }
    });
    on(Page::DocumentDownwards, "close", move |_: ev::Event| desk.dispatch(Event::DialogClosed));
    on(Page::Window, "resize", move |_: ev::Event| desk.laid_out_anew());
    on(Page::Window, "hashchange", move |_: ev::Event| desk.dispatch(Event::Address(Route::parse(&dom::address()))));
    on(Page::Window, "paste", move |event: ev::ClipboardEvent| paste(desk, &event));
    on(Page::Window, "dragover", |event: ev::DragEvent| {
        if files::carries_files(&event) {
            event.prevent_default();
        }
    });
    on(Page::Window, "drop", move |event: ev::DragEvent| {
        if files::read_dropped(&event, file_taker(desk)) {
            event.prevent_default();
        }
    });
}

fn file_taker(desk: Desk) -> files::Taker {
    Box::new(move |name, bytes| desk.dispatch(Event::File(name, bytes)))
}

fn key(desk: Desk, event: &ev::KeyboardEvent) {
    if dialog::awaited_key(desk, event) {
        return;
    }
    let mark_in_focus = desk.focus.get_untracked().is_some() || desk.several.get_untracked();
    let in_dialog = desk.dialog.get_untracked().is_some();
    let moving = desk.moving.with_untracked(Option::is_some);
    let situation = Situation { moving, ..keys::situation(event, mark_in_focus, in_dialog) };
    let Some(chord) = keys::chord(event) else { return };
    if in_dialog && dialog::palette_key(desk, event) {
        return;
    }
    if !in_dialog && (search::search_key(desk, event) || selected::note_key(desk, event)) {
        return;
    }
    // A check box in the list keeps its own Space.
    if dom::field(event).is_some() && chord.key == " " {
        return;
    }
    let Some(command) = desk.keys.with_untracked(|keys| keys.command_for(&chord, situation)) else { return };
    // The library has no article on the screen: its letters and arrows are the browser's.
    let needs_reader = command.row().is_some_and(|row| !row.acts_everywhere());
    if needs_reader && desk.screen.get_untracked() != Screen::Reader && command != Command::KeyboardHelp {
        return;
    }
    if keys::presses_control(event) {
        return;
    }
    event.prevent_default();
    match command {
        Command::MoveCaret | Command::ExtendSelection => {
            let extend = command == Command::ExtendSelection;
            desk.with_document(|document| selection::move_by_key(document, &chord.key, extend, chord.control));
        }
        Command::Leave if situation.in_list && situation.mark_in_focus && !desk.several.get_untracked() => {
            desk.dispatch(Event::BackToText);
        }
        Command::Leave if situation.in_field => {
            // Out of a field, back to the text.
            desk.dispatch(Event::FieldLeft);
            dom::focus(ARTICLE);
        }
        command => desk.command(command),
    }
}

/// The button went down: in the article a selection begins; on a button of a bar the focus stays where it is, so that the
/// keys of the article go on working.
fn press(desk: Desk, event: &ev::MouseEvent) {
    let beside_the_text = dom::attribute(event, "data-edge").is_some() || dom::is_inside(event, GUTTER);
    let keeps_focus = ["data-command", "data-keeps-focus"].iter().any(|name| dom::attribute(event, name).is_some());
    if keeps_focus || beside_the_text {
        event.prevent_default();
    } else if event.button() == 0 && dom::is_inside(event, PANE) {
        reader::press(desk, event);
    }
}

fn click(desk: Desk, event: &ev::MouseEvent) {
    if let Some(name) = dom::attribute(event, "data-command") {
        let command = COMMANDS.iter().find(|row| row.name == name).map(|row| row.command);
        match command {
            Some(command) if dom::attribute(event, "data-in-palette").is_some() => dialog::run(desk, command),
            Some(command) => desk.command(command),
            None => {}
        }
    } else if let Some(does) = dom::attribute(event, "data-does") {
        let of = dom::attribute(event, "data-of").unwrap_or_default();
        match does.as_str() {
            "choose" => {
                let range = event.shift_key();
                let select = range || event.ctrl_key() || event.meta_key();
                let reach = if range { Reach::Range } else { Reach::One };
                let chosen = |id| if select { Event::Select(id, reach) } else { Event::Choose(id) };
                AnnotationId::parse(&of).into_iter().for_each(|id| desk.dispatch(chosen(id)));
            }
            "add-note" => selected::add_note(desk),
            "take-out" => {
                let taken =
                    of.split_once(' ').and_then(|(id, number)| AnnotationId::parse(id).zip(number.parse().ok()));
                taken.into_iter().for_each(|(id, number)| desk.dispatch(Event::TakeOut(id, number)));
            }
            "delete-article" => {
                ArticleId::parse(&of).into_iter().for_each(|id| desk.dispatch(Event::DeleteArticle(id)))
            }
            "restore-version" => {
                let at = dom::attribute(event, "data-at").unwrap_or_default();
                desk.dispatch(Event::VersionChosen(of, at));
            }
            "close" => desk.dispatch(Event::DialogClosed),
            "dismiss" => desk.alert.set(String::new()),
            "toggle-rail" => list::toggle(),
            "skip-lesson" => {
                desk.dispatch(Event::LessonSkipped);
                dom::focus(ARTICLE);
            }
            "reset-settings" => desk.dispatch(Event::ResetSettings),
            "import-keys" => desk.command(Command::Import),
            "change-key" | "reset-key" | "reset-keys" | "swap-keys" | "keep-keys" | "export-keys" => {
                dialog::await_key(desk, &does, &of);
            }
            "read-at" => reading::go_to(AnnotationId::parse(&of)),
            "download" => {
                desk.command(Command::Download);
                desk.dispatch(Event::DialogClosed);
            }
            "open-article" => {
                let (text, title) = (dom::value("article-text"), dom::value("article-title"));
                desk.dispatch(Event::ArticleText(Arrival::Typed, text, title));
            }
            does if storing::act(desk, does) => {}
            does => meant(desk, does, &of).into_iter().for_each(|event| desk.dispatch(event)),
        }
    }
}

/// What a button of the search, of the filter or of the dialog for all occurrences means.
fn meant(desk: Desk, does: &str, of: &str) -> Option<Event> {
    let filter = || desk.listing.with_untracked(|listing| listing.filter.clone());
    Some(match does {
        "previous-match" => Event::Search(Finding::Previous),
        "next-match" => Event::Search(Finding::Next),
        "close-search" => Event::Search(Finding::Close),
        "choose-match" => Event::Search(Finding::Choose(of.parse().ok()?)),
        "mark-found" => Event::Search(Finding::Mark(Label::parse(of)?)),
        "filter-label" => Event::Filter(filter().toggled(Label::parse(of)?)),
        "filter-noted" => Event::Filter(Filter { noted: !filter().noted, ..filter() }),
        "filter-flagged" => Event::Filter(Filter { flagged: !filter().flagged, ..filter() }),
        "show-all" => Event::Filter(Filter::default()),
        "occurrences" => Event::Occurrences(Occurring::Of(AnnotationId::parse(of)?)),
        "tick-all" => Event::Occurrences(Occurring::TickAll(true)),
        "tick-none" => Event::Occurrences(Occurring::TickAll(false)),
        "annotate" => Event::Occurrences(Occurring::Annotate),
        _ => return None,
    })
}

/// A field was typed in, or its choice is made (`done`).
fn typed(desk: Desk, event: &ev::Event, done: bool) {
    if done && files::read_chosen(event, file_taker(desk)) {
        return;
    }
    let Some(dom::Field { name, of, value, checked }) = dom::field(event) else { return };
    let preferences = || desk.view.with_untracked(|view| view.library.preferences.clone());
    let happened = match (name.as_str(), done) {
        ("note", false) => AnnotationId::parse(&of).map(|id| Event::Note(id, value)),
        ("label", true) => {
            AnnotationId::parse(&of).zip(Label::parse(&value)).map(|(id, label)| Event::Relabel(id, label))
        }
        ("detail", false) => {
            Detail::ALL.into_iter().find(|detail| detail.name() == of).map(|detail| Event::Detail(detail, value))
        }
        ("block-kind", true) => {
            of.parse().ok().zip(BlockKind::named(&value)).map(|(block, kind)| Event::BlockKind(block, kind))
        }
        ("single-letters", true) => Some(Event::Keys(KeyChange::SingleLetters(dom::is_checked(event)))),
        ("flag", true) => AnnotationId::parse(&of).map(|id| Event::Flag(id, checked)),
        ("select", true) => AnnotationId::parse(&of).map(|id| Event::Select(id, Reach::One)),
        ("filter", false) => {
            let filter = desk.listing.with_untracked(|listing| listing.filter.clone());
            Some(Event::Filter(Filter { words: value, ..filter }))
        }
        ("search", false) => Some(Event::Search(Finding::Words(value))),
        ("search-case", true) => {
            Some(Event::Search(Finding::Matching(Matching { case: checked, ..search::matching(desk) })))
        }
        ("search-whole-words", true) => {
            Some(Event::Search(Finding::Matching(Matching { whole_words: checked, ..search::matching(desk) })))
        }
        ("all-words", false) => Some(Event::Occurrences(Occurring::Words(value))),
        ("all-label", true) => Label::parse(&value).map(|label| Event::Occurrences(Occurring::Label(label))),
        ("all-case" | "all-whole-words", true) => {
            let known = desk.occurrences.with_untracked(|known| known.as_ref().map(|known| known.0.matching));
            known.map(|known| {
                let matching = if name == "all-case" {
                    Matching { case: checked, ..known }
                } else {
                    Matching { whole_words: checked, ..known }
                };
                Event::Occurrences(Occurring::Matching(matching))
            })
        }
        ("all-here", true) => Some(Event::Occurrences(Occurring::Everywhere(false))),
        ("all-everywhere", true) => Some(Event::Occurrences(Occurring::Everywhere(true))),
        ("tick", true) => of.parse().ok().map(|number| Event::Occurrences(Occurring::Tick(number, checked))),
        ("palette", false) => {
            desk.palette.set((value, 0));
            None
        }
        (name, true) => dialog::chosen(name, &value, preferences()).map(Event::Prefer),
        _ => None,
    };
    happened.into_iter().for_each(|event| desk.dispatch(event));
}

/// A paste on the page, while no field has the focus: files and JSON are imports, other text is a new article.
fn paste(desk: Desk, event: &ev::ClipboardEvent) {
    if keys::paste_belongs_to_field(event) {
        return;
    }
    if files::read_pasted(event, file_taker(desk)) {
        event.prevent_default();
    } else if let Some(text) = files::pasted_text(event) {
        event.prevent_default();
        desk.dispatch(if looks_like_json(&text) {
            Event::File("The pasted text".to_owned(), Ok(text.into_bytes()))
        } else {
            Event::ArticleText(Arrival::Pasted, text, String::new())
        });
    }
}
