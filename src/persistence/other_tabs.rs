//! Synchronisation with other tabs: this tab's writes are posted, theirs are reported.

use std::cell::RefCell;
use std::rc::Rc;

use bluepencil::session::Event;
use bluepencil::store::Writes;

use crate::browser::tab_channel::TabChannel;

/// What becomes of what other tabs write.
enum Hearing {
    /// This tab is starting: it is kept for later.
    Later(Writes),
    /// It is reported at once.
    AtOnce,
}

/// This tab among all tabs.
pub struct OtherTabs {
    report: Rc<dyn Fn(Event)>,
    /// `None` before they are joined, and where the browser keeps tabs apart.
    tabs: RefCell<Option<TabChannel>>,
    hearing: RefCell<Hearing>,
}

impl OtherTabs {
    /// Not joined yet. `report` is told what other tabs have written.
    pub fn new(report: Rc<dyn Fn(Event)>) -> Self {
        Self { report, tabs: RefCell::default(), hearing: RefCell::new(Hearing::Later(Writes::new())) }
    }

    /// Joins them: `told` is given what one of them says, records by key, or none at all where it has deleted everything.
    pub fn join(&self, on_writes: impl Fn(Writes) + 'static) {
        self.tabs.replace(TabChannel::join(on_writes));
    }

    /// Tells the other tabs of records that were written, if any were.
    pub fn tell(&self, written: &[(String, Option<String>)]) {
        if !written.is_empty() {
            self.send(written);
        }
    }

    /// Tells the other tabs that everything was deleted.
    pub fn tell_of_the_end(&self) {
        self.send(&[]);
    }

    fn send(&self, records: &[(String, Option<String>)]) {
        if let Some(tabs) = &*self.tabs.borrow() {
            tabs.tell(records);
        }
    }

    /// Takes in what another tab has written: reports [`Event::Received`], if this tab has started.
    pub fn hear(&self, records: Writes) {
        if let Hearing::Later(heard) = &mut *self.hearing.borrow_mut() {
            return heard.extend(records);
        }
        if !records.is_empty() {
            (self.report)(Event::Received(records));
        }
    }

    /// This tab has started: what others write is reported from now on. Gives what they have written so far, which is still to
    /// be heard.
    pub fn begin_to_report(&self) -> Writes {
        match self.hearing.replace(Hearing::AtOnce) {
            Hearing::Later(heard) => heard,
            Hearing::AtOnce => Writes::new(),
        }
    }
}
