//! The dialog that brings back an earlier version of the open article.

use bluepencil::store::versions::Version;

use super::super::element::{Content, IntoContent as _};
use super::said_since;
use crate::app::desk::Desk;
use crate::app::element::{action, element, help};
use crate::app::reactive::part;
use crate::browser::clock;

/// Every version that is kept, the newest first, each with a button that brings it back.
pub fn versions(desk: Desk) -> Content {
    let list = move || match desk.versions.get() {
        None => ().into_content(),
        Some(versions) if versions.0.is_empty() => element("p", &[])
            .child("There is none yet. One is kept after 50 actions, and every 5 minutes while you work.")
            .into_content(),
        Some(versions) => {
            let versions: Vec<Content> = versions.0.iter().map(version).collect();
            element("ul", &[("class", "shelf"), ("aria-label", "Earlier versions")]).child(versions).into_content()
        }
    };
    let kept = "The last 10 are kept for 7 days. Bringing one back is one step, which undo takes back.";
    vec![
        part(list).into_content(),
        help("p", kept).into_content(),
        element("p", &[("role", "status"), ("class", "help")]).child(said_since(desk)).into_content(),
    ]
    .into_content()
}

fn version(version: &Version) -> Content {
    let at = clock::local(&version.at);
    let count = match version.annotations {
        1 => "1 annotation".to_owned(),
        count => format!("{count} annotations"),
    };
    let restore = action("restore-version", "Restore")
        .with("aria-label", format!("Restore the version of {at}, with {count}"))
        .with("data-of", version.key.clone())
        .with("data-at", at.clone());
    element("li", &[("class", "shelved")])
        .child(at)
        .child(element("span", &[("class", "facts")]).child(count))
        .child(restore)
        .into_content()
}
