//! What happens when the page starts: the tabs are joined, both tiers are brought in line, and what is stored is looked
//! through.

use std::collections::BTreeSet;
use std::rc::Rc;

use bluepencil::session::{Event, Route};
use bluepencil::store::{Writes, reconciliation};
use leptos::task::spawn_local;

use super::loading::{Reading, library};
use super::strict_tier::Opened;
use super::tiers::{RECORDS, Records, Tiers};
use super::wipe;
use crate::browser::indexed_db::Held;
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
    tiers.watch();
    // Joined before anything is read: what is written after that is heard.
    tiers.tabs.join({
        let tiers = Rc::clone(&tiers);
        move |records| if records.is_empty() { wipe::begin_anew(&tiers) } else { tiers.tabs.hear(records) }
    });
    spawn_local(async move {
        let found = bring_in_line(&tiers).await;
        let library = library(&found.records).await;
        if !library.problems.is_empty() {
            set_aside(&tiers, &found);
        }
        reading.start(|| tiers.report(Event::Started { library, route: route() }), found.records).await;
        let heard = tiers.tabs.begin_to_report();
        started();
        tiers.tabs.hear(heard);
        tiers.confirm();
    });
}

/// What both tiers hold when the page starts.
struct Found {
    /// The records of both tiers, brought in line.
    records: Records,
    /// Those of the strict tier, as they were found; `None` where there is no such tier.
    strict: Option<RawRecords>,
}

/// Opens the strict tier, if the browser lets the page, and brings both in line. What is missing in the strict one waits to be
/// written.
async fn bring_in_line(tiers: &Rc<Tiers>) -> Found {
    let asked = tiers.open_store().await.and_then(|store| Some((store.ask(RECORDS).ok()?, store)));
    // While the browser fetches the records of the strict tier, those of the quick one are read.
    tiers.quick().borrow_mut().make_whole();
    let quick = tiers.quick().borrow().records("");
    let number = tab_lock::number_of_tab().await;
    // What cannot be read cannot be trusted with more.
    let strict = match asked {
        Some((asked, store)) => asked.answer().await.ok().map(|held| (store, held)),
        None => None,
    };
    let Some((store, Held { incarnation, records: held })) = strict else {
        return Found { records: quick, strict: None };
    };
    let kept = held.records_in_slices().await;
    let (records, waiting) = joined(tiers, quick, kept);
    tiers.strict().borrow_mut().open(Opened { store, incarnation, waiting, number });
    Found { records, strict: Some(held) }
}

/// The records of both tiers, and what waits to be written into the strict one. The quick one is written to.
fn joined(tiers: &Rc<Tiers>, quick: Records, strict: Records) -> (Records, Writes) {
    let room = tiers.quick().borrow().room();
    let fitting = |lacking: &[(&str, &str)]| -> Writes {
        let fitting = reconciliation::fitting(lacking, room).into_iter();
        fitting.map(|(key, value)| (key.to_owned(), Some(value.to_owned()))).collect()
    };
    if let Some(lacking) = reconciliation::lacking(&quick, &strict) {
        drop(tiers.quick().borrow_mut().write(reconciliation::without_tombstones(&quick)));
        tiers.mirror(fitting(&lacking));
        return (strict, Writes::new());
    }
    let [of_quick, waiting] = reconciliation::reconcile(&quick, &strict, &clock::now());
    let there: BTreeSet<&str> = quick.iter().map(|(key, _)| key.as_str()).collect();
    let (new, known): (Writes, Writes) =
        of_quick.into_iter().partition(|(key, value)| value.is_some() && !there.contains(key.as_str()));
    drop(tiers.quick().borrow_mut().write(known));
    let new: Vec<(&str, &str)> =
        new.iter().filter_map(|(key, value)| Some((key.as_str(), value.as_deref()?))).collect();
    tiers.mirror(fitting(&new));
    (reconciliation::reconciled(quick, &strict, &clock::now()), waiting)
}

/// Sets aside what cannot be read in either tier.
fn set_aside(tiers: &Tiers, found: &Found) {
    let held = found.strict.as_ref().map(RawRecords::records).unwrap_or_default();
    let [of_quick, of_strict] = reconciliation::set_aside(&found.records, &held, &clock::now());
    drop(tiers.quick().borrow_mut().write(of_quick));
    if let Some(waiting) = tiers.strict().borrow_mut().waiting() {
        waiting.extend(of_strict);
    }
}
