//! Articles are confidential before they are published: not one request goes elsewhere than to the page's own host.

use crate::support::{Desk, Host, Proxy, Settings, with_browser};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// The dialogs that a command of the same name opens.
const DIALOGS: [&str; 9] = [
    "New article",
    "Export",
    "Settings",
    "Article details",
    "Keyboard help",
    "Commands",
    "Annotate all occurrences",
    "Restore an earlier version",
    "Storage",
];

/// The domains of those who make Chromium and its packages. In a new profile it asks them for its start page, clock, updates,
/// dictionaries and accounts, on any page and when it likes, and no switch keeps it from all of that. A proxy cannot tell who
/// asked; that the page asks them for nothing is what its own log of requests says.
const MAKERS: [&str; 4] = ["google.com", "googleapis.com", "gvt1.com", "duckduckgo.com"];

/// The requests that the proxy has refused, but for those to the browser's makers.
fn strayed(proxy: &Proxy) -> Vec<String> {
    let mut refused = proxy.refused();
    refused.retain(|line| {
        let target = line.split(' ').nth(1).unwrap_or_default();
        let host = target.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
        !MAKERS.iter().any(|maker| host == *maker || host.ends_with(&format!(".{maker}")))
    });
    refused
}

/// Goes through every screen and dialog, with files out and in.
async fn go_everywhere(desk: &Desk) {
    desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
    for name in DIALOGS {
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        if name != "Commands" {
            desk.type_words(name).await;
            desk.press("Enter").await;
            desk.dialog(name).await;
        }
        desk.close_dialog().await;
    }
    desk.click("Settings").await;
    desk.click("Keys").await;
    desk.dialog("Keys").await;
    desk.close_dialog().await;
    desk.press("/").await;
    desk.focus_is_named("Search").await;
    desk.type_words("the").await;
    desk.press("Esc").await;
    desk.article_has_focus().await;
    let file = desk.export().await;
    desk.listen().await;
    desk.choose_files(&[(&file.name, &file.bytes)]).await;
    desk.told("Imported").await;
    desk.read_with_marks().await;
    desk.open_library().await;
    desk.saved().await;
    desk.reload().await;
}

#[test]
fn no_request_leaves_the_pages_own_host() {
    let host = Host::start();
    let proxy = Proxy::before(&host.address());
    let settings = Settings { address: Some(host.address()), proxy: Some(proxy.port()), ..Settings::default() };
    with_browser(settings, async |desk: &Desk| {
        desk.open("").await;
        desk.works_offline().await;
        go_everywhere(desk).await;
        assert!(
            proxy.passed().iter().any(|line| line.contains("/sw.js ")),
            "the proxy sees everything: {:?}",
            proxy.passed()
        );
        assert_eq!(strayed(&proxy), Vec::<String>::new());
        let foreign: Vec<String> =
            desk.requests_so_far().await.into_iter().filter(|address| !address.starts_with(&host.address())).collect();
        assert_eq!(foreign, Vec::<String>::new());
        // The control: what the page's policy forbids is not even asked for, and what is asked for elsewhere is seen.
        assert_eq!(desk.fetched("http://elsewhere.example/").await, None);
        assert_eq!(strayed(&proxy), Vec::<String>::new());
        desk.devtools("Page.navigate", serde_json::json!({ "url": "http://elsewhere.example/" })).await;
        let seen = ["GET http://elsewhere.example/ HTTP/1.1"];
        desk.expects("the requests for elsewhere", seen, async || strayed(&proxy)).await;
    });
}
