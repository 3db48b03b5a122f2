//! The article keeps its words on the page: what other programs change there is put back, and said.

use bluepencil::session::Event;
use leptos::prelude::*;

use crate::app::dispatch::{Dispatch, use_dispatch};
use crate::browser::article::Sheet;
use crate::browser::foreign_changes::TextWatch;

/// How often the words of an article are put back. A program that goes on changing them would be followed for ever.
const MOST_RESTORED: u32 = 3;

/// Guards the words of the article on the page.
#[derive(Clone, Copy)]
pub struct TextGuard {
    /// How often words were put back since the page was opened.
    pub restored: RwSignal<u32>,
    /// How often they were put back in this article.
    here: StoredValue<u32>,
    watch: StoredValue<Option<TextWatch>, LocalStorage>,
    dispatch: Dispatch,
}

/// A guard for as long as the component is there.
pub fn guard_text() -> TextGuard {
    TextGuard {
        restored: RwSignal::new(0),
        here: StoredValue::new(0),
        watch: StoredValue::new_local(None),
        dispatch: use_dispatch(),
    }
}

impl TextGuard {
    /// The words of an article were just written, of another one than before or of the same one again: from now on nobody else
    /// changes them.
    pub fn watch(self, sheet: &Sheet, another: bool) {
        if another {
            self.here.set_value(0);
        }
        self.watch.update_value(|watch| match watch {
            Some(watch) => watch.skip(),
            None => *watch = TextWatch::start(sheet, move || self.changed()),
        });
    }

    fn changed(self) {
        let Some(times) = self.here.try_get_value() else { return };
        self.here.set_value(times + 1);
        if times < MOST_RESTORED {
            self.restored.update(|restored| *restored += 1);
            self.dispatch.send(Event::TextAltered { restored: true });
        } else if times == MOST_RESTORED {
            self.dispatch.send(Event::TextAltered { restored: false });
        }
    }
}
