//! What happens when the page starts: the tabs are joined, both tiers are brought in line, and what is stored is looked
//! through.

use std::rc::Rc;

use bluepencil::session::{Event, Route};
use bluepencil::store::reconciliation;
use leptos::task::spawn_local;

use super::loading::{Reading, library};
use super::strict_tier::Opened;
use super::tiers::{RECORDS, Records, Tiers};
use super::wipe;
use crate::browser::indexed_db::StrictStore;
use crate::browser::js_strings::RawRecords;
use crate::browser::{clock, tab_lock};

/// Joins the tabs, brings the tiers in line and reports [`Event::Started`] with the place that `route` gives then, calls
/// `started`, and reports what other tabs have written meanwhile.
pub fn start(
    tiers: &Rc<Tiers>,
    reading: &Rc<Reading>,
    route: impl FnOnce() -> Route + 'static,
    started: impl FnOnce() + 'static,
) {
    let (tiers, reading) = (Rc::clone(tiers), Rc::clone(reading));
    // Joined before anything is read: what is written after that is heard.
    tiers.tabs.join({
        let tiers = Rc::clone(&tiers);
        move |records| if records.is_empty() { wipe::begin_anew(&tiers) } else { tiers.tabs.hear(records) }
    });
    spawn_local(async move {
        let records = bring_in_line(&tiers).await;
        let library = library(&records);
        reading.found(records);
        tiers.report(Event::Started { library, route: route() });
        let heard = tiers.tabs.begin_to_report();
        started();
        reading.forget_found();
        tiers.tabs.hear(heard);
        tiers.confirm();
    });
}

/// Opens the strict tier, if the browser lets the page, and brings both in line: gives all records of the quick tier, which has
/// taken over what was missing there. What is missing in the strict one waits to be written.
async fn bring_in_line(tiers: &Tiers) -> Records {
    let asked = StrictStore::open().await.and_then(|store| Ok((store.ask(RECORDS)?, store)));
    // While the browser fetches the records of the strict tier, those of the quick one are read.
    tiers.quick().borrow_mut().make_whole();
    let quick = tiers.quick().borrow().held();
    let all = || tiers.quick().borrow().records("");
    let mut records = quick.as_ref().map_or_else(all, RawRecords::records);
    let number = tab_lock::number_of_tab().await;
    // What cannot be read cannot be trusted with more.
    let strict = match asked {
        Ok((asked, store)) => asked.answer().await.ok().map(|held| (store, held)),
        Err(_) => None,
    };
    if let Some((store, held)) = strict {
        // Nearly always both hold the same, and then there is nothing to join.
        let alike = quick.is_some_and(|quick| quick.are(&held));
        let [of_quick, waiting] = match alike {
            true => Default::default(),
            false => reconciliation::reconcile(&records, &held.records(), &clock::now()),
        };
        if !of_quick.is_empty() {
            drop(tiers.quick().borrow_mut().write(of_quick));
            records = all();
        }
        tiers.strict().borrow_mut().open(Opened { store, waiting, number });
    }
    records
}
