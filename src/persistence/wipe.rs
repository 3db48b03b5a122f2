//! Deleting everything.

use std::rc::Rc;

use bluepencil::session::Event;
use leptos::task::spawn_local;

use super::tiers::Tiers;
use crate::browser::{dom, tab_lock};

/// Deletes everything, in both tiers and in every tab, and loads the page anew. Where the browser refuses, it reports
/// [`Event::WipeRefused`], and nothing was deleted.
pub fn wipe(tiers: &Rc<Tiers>) {
    let tiers = Rc::clone(tiers);
    tiers.strict().borrow_mut().end();
    let store = tiers.store();
    spawn_local(async move {
        if let Some(store) = store
            && store.wipe().await.is_err()
            && !wiped_again(&tiers).await
        {
            tiers.strict().borrow_mut().go_on();
            tiers.report(Event::WipeRefused);
            return;
        }
        tiers.quick().borrow_mut().wipe();
        tiers.tabs.tell_of_the_end();
        begin_anew(&tiers);
    });
}

/// Tries once more: the browser may have closed the strict tier meanwhile.
async fn wiped_again(tiers: &Rc<Tiers>) -> bool {
    tiers.open_again().await;
    match tiers.store() {
        Some(store) => store.wipe().await.is_ok(),
        None => false,
    }
}

/// Everything was deleted, here or in another tab: what this page shows is not kept any more, and it is loaded anew.
pub fn begin_anew(tiers: &Tiers) {
    tiers.strict().borrow_mut().end();
    tab_lock::forget();
    dom::begin_anew();
}
