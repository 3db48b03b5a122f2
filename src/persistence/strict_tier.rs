//! The state of the strict tier: missing, open or wiped, and the queue of writes that it has not confirmed.

use bluepencil::store::Writes;

use crate::browser::indexed_db::StrictStore;

/// The strict tier, open.
pub struct Opened {
    /// Where it is written to.
    pub store: StrictStore,
    /// The marker of the tier; `None` until it is marked.
    pub incarnation: Option<String>,
    /// What it has not confirmed yet, but for what is being written now. Nothing waits for a tier that there is not: it would
    /// wait in vain and fill the memory.
    pub waiting: Writes,
    /// The number under which this tab keeps history, which no other open tab has; `None` where the browser gives none.
    pub number: Option<u32>,
}

/// What there is of the strict tier.
#[derive(Default)]
pub enum Strict {
    /// The browser refuses it, or it is not open yet.
    #[default]
    Missing,
    /// It is written to.
    Open(Opened),
    /// Everything was deleted, or is being deleted: nothing more is written, to either tier. What there was is kept for
    /// the case that the browser refuses to delete it.
    Wiped(Option<Opened>),
}

impl Strict {
    /// The open tier, to read from.
    pub fn opened(&self) -> Option<&Opened> {
        match self {
            Self::Missing => None,
            Self::Open(opened) => Some(opened),
            Self::Wiped(opened) => opened.as_ref(),
        }
    }

    fn opened_mut(&mut self) -> Option<&mut Opened> {
        match self {
            Self::Missing => None,
            Self::Open(opened) => Some(opened),
            Self::Wiped(opened) => opened.as_mut(),
        }
    }

    /// Whether everything was deleted, or is being deleted.
    pub fn is_wiped(&self) -> bool {
        matches!(self, Self::Wiped(_))
    }

    /// The browser has opened it. Where everything was deleted meanwhile, nothing waits any more.
    pub fn open(&mut self, opened: Opened) {
        *self = match self {
            Self::Wiped(_) => Self::Wiped(Some(Opened { waiting: Writes::new(), ..opened })),
            Self::Missing | Self::Open(_) => Self::Open(opened),
        };
    }

    /// The browser had closed it, and has opened it again.
    pub fn open_again(&mut self, store: StrictStore) {
        if let Some(opened) = self.opened_mut() {
            std::mem::replace(&mut opened.store, store).close();
        }
    }

    /// Nothing is written any more, and what waits is forgotten.
    pub fn end(&mut self) {
        *self = match std::mem::take(self) {
            Self::Missing => Self::Wiped(None),
            Self::Open(opened) => Self::Wiped(Some(Opened { waiting: Writes::new(), ..opened })),
            wiped @ Self::Wiped(_) => wiped,
        };
    }

    /// Nothing was deleted after all: everything is written again.
    pub fn go_on(&mut self) {
        *self = match std::mem::take(self) {
            Self::Wiped(opened) => opened.map_or(Self::Missing, Self::Open),
            other => other,
        };
    }

    /// What waits, to wait for more; `None` where there is nothing to wait for.
    pub fn waiting(&mut self) -> Option<&mut Writes> {
        self.opened_mut().map(|opened| &mut opened.waiting)
    }

    /// The known marker of the tier; `None` until it is marked.
    pub fn incarnation(&self) -> Option<String> {
        self.opened().and_then(|opened| opened.incarnation.clone())
    }

    /// Whether nothing needs to be written to mark the tier.
    pub fn is_marked(&self) -> bool {
        self.is_wiped() || self.opened().is_none_or(|opened| opened.incarnation.is_some())
    }

    /// The tier has this marker now.
    pub fn mark(&mut self, incarnation: Option<String>) {
        if let Some(opened) = self.opened_mut() {
            opened.incarnation = incarnation;
        }
    }

    /// These wait before all that do.
    pub fn wait_first(&mut self, writes: Writes) {
        if let Some(opened) = self.opened_mut() {
            let later = std::mem::replace(&mut opened.waiting, writes);
            opened.waiting.extend(later);
        }
    }

    /// All that waits, and where it is to be written; `None` where there is no such place.
    pub fn take_waiting(&mut self) -> Option<(StrictStore, Writes)> {
        let opened = self.opened_mut()?;
        Some((opened.store.clone(), std::mem::take(&mut opened.waiting)))
    }
}
