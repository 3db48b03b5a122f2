//! The network may go away after the first visit, and a new build comes when its user says so.

use std::fs;

use crate::keyboard_only::STOPS;
use crate::support::{Desk, Host, Settings, VIEWS, with_browser};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE};

/// Runs a test in a browser of its own, with the page of a host of its own open and kept for use without the network.
fn with_host(host: Host, test: impl AsyncFnOnce(&Desk, &mut Host)) {
    let mut host = host;
    let settings = Settings { address: Some(host.address()), ..Settings::default() };
    with_browser(settings, async |desk: &Desk| {
        desk.open("").await;
        desk.works_offline().await;
        test(desk, &mut host).await;
    });
}

#[test]
fn the_page_opens_and_works_after_its_host_is_gone() {
    with_host(Host::start(), async |desk, host| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        desk.saved().await;
        host.stop();
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_to_be(3).await;
        desk.mark_words("claim", "plain words").await;
        desk.saved().await;
        desk.reload().await;
        let marks = desk.annotations_to_be(4).await;
        let spans = desk.export().await.spans();
        let mut listed: Vec<_> = marks.into_iter().map(|mark| (mark.label, mark.start, mark.end)).collect();
        listed.sort();
        let exported: Vec<_> = spans.into_iter().map(|(label, start, end, _)| (label, start, end)).collect();
        assert_eq!(exported, listed);
        assert_eq!(desk.console_so_far().await, Vec::<String>::new());
        assert_eq!(desk.violations_so_far().await, Vec::<String>::new());
    });
}

#[test]
fn every_address_of_the_page_opens_after_its_host_is_gone() {
    with_host(Host::start(), async |desk, host| {
        let article = desk.open_text(BRIDGE).await;
        desk.saved().await;
        host.stop();
        for address in ["#/library", "index.html#/library", "?from=a-link#/library"] {
            desk.open(address).await;
            desk.screen_is("library").await;
        }
        desk.open(&format!("#/article/{}", article.id)).await;
        desk.article_with(BRIDGE_TITLE).await;
    });
}

#[test]
fn only_the_pages_own_files_are_answered_for() {
    with_host(Host::start(), async |desk, host| {
        desk.reload().await;
        fs::write(host.file("sw.js").with_file_name("other.txt"), "other").expect("another file");
        assert_eq!(desk.fetched("./other.txt").await, Some(200));
        assert_eq!(desk.fetched("./manifest.webmanifest").await, Some(200));
        host.stop();
        assert_eq!(desk.fetched("./manifest.webmanifest").await, Some(200));
        assert_eq!(desk.fetched("./other.txt").await, None);
        assert_eq!(desk.fetched("./worker-switch.txt").await, None);
    });
}

#[test]
fn a_page_in_a_folder_of_a_host_leaves_the_rest_of_it_alone() {
    with_host(Host::start_below("news/desk/"), async |desk, host| {
        let scope: String = desk.answer("return (await navigator.serviceWorker.getRegistration()).scope", &[]).await;
        assert_eq!(scope, host.address());
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        desk.saved().await;
        host.stop();
        desk.reload().await;
        desk.annotations_to_be(1).await;
        assert_eq!(desk.fetched(&host.root_address()).await, None);
    });
}

#[test]
fn another_build_waits_until_its_user_reloads() {
    with_host(Host::start(), async |desk, host| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        desk.saved().await;
        let first_cache = desk.now_cached().await;
        let marks = desk.settled_annotations().await;
        let first = desk.tab().await;
        let second = desk.open_tab().await;
        desk.leave_sign().await;
        desk.to_tab(&first).await;
        host.build_anew("second");
        desk.listen().await;
        desk.reload().await;
        // The build that was there before opens.
        desk.build_is("").await;
        desk.leave_sign().await;
        desk.update_is_offered().await;
        desk.told("Update ready").await;
        desk.mark_words("claim", "plain words").await;
        desk.saved().await;
        assert!(desk.now_has_sign().await, "the page was reloaded under its user");
        desk.click("Reload to update").await;
        desk.build_is("second").await;
        desk.ready().await;
        let kept = desk.annotations_to_be(4).await;
        assert!(marks.iter().all(|mark| kept.contains(mark)), "{kept:?}");
        // Nothing is left to update: that is known once the page has looked for another build and has everything.
        desk.works_offline().await;
        desk.offers_no("Reload to update").await;
        desk.expects_that(
            "one cache, and another one",
            async || desk.now_cached().await,
            |caches| caches.len() == 1 && *caches != first_cache,
        )
        .await;
        assert_eq!(desk.console_so_far().await, Vec::<String>::new());
        desk.to_tab(&second).await;
        assert!(desk.now_has_sign().await, "another tab was reloaded under its user");
        desk.build_is("").await;
        host.stop();
        desk.reload().await;
        desk.build_is("second").await;
    });
}

#[test]
fn a_change_on_its_way_into_storage_is_waited_for() {
    with_host(Host::start(), async |desk, host| {
        host.build_anew("second");
        desk.reload().await;
        desk.update_is_offered().await;
        desk.leave_sign().await;
        let save_state = "document.documentElement.dataset.saveState = arguments[0]";
        desk.run(save_state, &["saving".into()]).await;
        // The page that is left notes how far saving was.
        let note = "addEventListener('pagehide', () => sessionStorage.setItem('left', document.documentElement.dataset.saveState))";
        desk.run(note, &[]).await;
        desk.click("Reload to update").await;
        desk.settle().await;
        assert!(desk.now_has_sign().await, "the page was reloaded while it was saving");
        let waiting = "return (await navigator.serviceWorker.getRegistration()).waiting?.state ?? 'none'";
        assert_eq!(desk.answer::<String>(waiting, &[]).await, "installed");
        desk.run(save_state, &["saved".into()]).await;
        desk.build_is("second").await;
        desk.gives("how far saving was", "saved", "return sessionStorage.getItem('left')", &[]).await;
    });
}

#[test]
fn a_change_that_cannot_be_kept_is_not_thrown_away_for_an_update() {
    with_host(Host::start(), async |desk, host| {
        host.build_anew("second");
        desk.reload().await;
        desk.update_is_offered().await;
        desk.leave_sign().await;
        desk.run("document.documentElement.dataset.saveState = 'failed'", &[]).await;
        desk.listen().await;
        desk.click("Reload to update").await;
        desk.told("Export it first").await;
        assert!(desk.now_has_sign().await);
    });
}

#[test]
fn an_update_can_wait_and_everything_about_it_can_be_done_with_keys() {
    with_host(Host::start(), async |desk, host| {
        host.build_anew("second");
        desk.reload().await;
        desk.update_is_offered().await;
        desk.tab_to("Later", STOPS).await;
        desk.press("Enter").await;
        desk.offers_no("Reload to update").await;
        desk.article_has_focus().await;
        desk.reload().await;
        desk.update_is_offered().await;
        desk.tab_to("Reload to update", STOPS).await;
        desk.press("Space").await;
        desk.build_is("second").await;
    });
}

#[test]
fn a_build_that_is_not_whole_is_never_taken() {
    with_host(Host::start(), async |desk, host| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        desk.saved().await;
        let before = desk.now_cached().await;
        host.build_anew("missing");
        let manifest = host.file(".webmanifest");
        let whole = fs::read(&manifest).expect("the manifest");
        fs::remove_file(&manifest).expect("to take the manifest away");
        assert_eq!(desk.look_for_update().await, "redundant", "the host answers that a file is not there");
        fs::write(&manifest, &whole).expect("the manifest");
        host.build_anew("other words");
        fs::write(&manifest, "<p>Please sign in").expect("another answer");
        assert_eq!(desk.look_for_update().await, "redundant", "the host answers with something else");
        desk.cached_is(&before).await;
        desk.offers_no("Reload to update").await;
        host.stop();
        desk.reload().await;
        desk.build_is("").await;
        desk.annotations_to_be(1).await;
        host.serve();
        fs::write(&manifest, whole).expect("the manifest");
        host.write_worker();
        assert_eq!(desk.look_for_update().await, "installed", "a whole one is");
        desk.update_is_offered().await;
    });
}

#[test]
fn the_switch_takes_the_worker_and_what_it_kept_away() {
    with_host(Host::start(), async |desk, host| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        desk.saved().await;
        desk.workers_and_caches_are(1, 1).await;
        fs::write(host.file("worker-switch.txt"), "off\n").expect("the switch");
        desk.reload().await;
        desk.workers_and_caches_are(0, 0).await;
        desk.reload().await;
        desk.offline_to_be("unavailable").await;
        // No worker comes again.
        desk.workers_and_caches_are(0, 0).await;
        desk.annotations_to_be(1).await;
        assert_eq!(desk.console_so_far().await, Vec::<String>::new());
        fs::write(host.file("worker-switch.txt"), "on\n").expect("the switch");
        desk.reload().await;
        desk.works_offline().await;
    });
}

#[test]
fn a_browser_without_workers_shows_the_page_all_the_same() {
    with_browser(Settings::default(), async |desk: &Desk| {
        let without = "Object.defineProperty(navigator, 'serviceWorker', { value: undefined })";
        desk.before_every_page(without).await;
        desk.open("").await;
        desk.offline_to_be("unavailable").await;
        assert_eq!(desk.console_so_far().await, Vec::<String>::new());
    });
}

#[test]
fn pictures_of_an_update_are_taken() {
    with_host(Host::start(), async |desk, host| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        host.build_anew("second");
        desk.reload().await;
        desk.update_is_offered().await;
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/update-{name}")).await;
        }
    });
}
