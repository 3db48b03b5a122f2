//! Where the page cannot run at all, it says so and what to do, instead of opening for ever.

use std::path::Path;

use crate::support::{Desk, Settings, environment, with_browser};

/// The heading of the one notice that can be seen, once there is no sign of loading beside it.
const NOTICE: &str =
    "const seen = [...document.querySelectorAll('#start > *')].filter((each) => each.checkVisibility());
    return seen.length === 1 ? seen[0].querySelector('h1')?.innerText ?? null : null";

async fn notice_is(desk: &Desk, heading: &str) {
    desk.app_state_is("failed").await;
    desk.gives("the only notice", heading, NOTICE, &[]).await;
}

#[test]
fn opened_from_a_disk_the_page_says_how_to_serve_it() {
    let page = Path::new(&environment("BLUEPENCIL_DIST")).join("index.html");
    with_browser(Settings { watched: false, ..Settings::default() }, async |desk| {
        desk.go(&format!("file://{}", page.display())).await;
        notice_is(desk, "Bluepencil cannot run straight from a file.").await;
        desk.shows("python3 -m http.server 8000").await;
        desk.screenshot("screenshots/from-disk").await;
    });
}

#[test]
fn a_browser_without_web_assembly_is_told_what_is_missing() {
    with_browser(Settings::default(), async |desk| {
        desk.before_every_page("delete window.WebAssembly").await;
        desk.go("").await;
        notice_is(desk, "Bluepencil cannot run in this browser.").await;
        desk.shows("Chrome and Edge 120, Firefox 140, Safari 17.4").await;
    });
}

#[test]
fn a_browser_that_is_too_old_for_the_program_is_told_so() {
    with_browser(Settings::default(), async |desk| {
        desk.before_every_page("WebAssembly.validate = () => false").await;
        desk.go("").await;
        notice_is(desk, "Bluepencil cannot run in this browser.").await;
        desk.screenshot("screenshots/too-old").await;
    });
}
