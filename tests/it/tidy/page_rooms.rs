//! The rooms of the page in their order: which may name which, by the files that define what is named.

use super::circles::page;
use super::needs::{Needs, made_up};
use super::source::rust;

/// What a feature of the page is made of.
const BELOW_FEATURES: &[&str] = &["browser", "persistence", "state", "dispatch", "components"];

/// What sets the page going may know everything but `src/app/mod.rs`.
const BELOW_ALL: &[&str] = &[
    "browser",
    "persistence",
    "state",
    "dispatch",
    "components",
    "reader",
    "rail",
    "dialogs",
    "masthead",
    "notices",
    "library",
    "reading",
    "page_state",
    "shortcuts",
    "intake",
    "runtime",
    "effects",
];

/// The rooms of the page, lowest first, with those that each may use. A room is a folder or a file of `src/app`, or one of
/// the folders beside it; `mod` is `src/app/mod.rs`. Two rooms of one level know each other only where the table says so.
const ROOMS: [(&str, &[&str]); 19] = [
    ("browser", &[]),
    ("persistence", &["browser"]),
    ("dispatch", &[]),
    ("state", &["browser", "persistence"]),
    ("components", &["browser", "dispatch", "state"]),
    ("reader", BELOW_FEATURES),
    ("rail", BELOW_FEATURES),
    ("dialogs", BELOW_FEATURES),
    ("masthead", BELOW_FEATURES),
    ("notices", BELOW_FEATURES),
    ("library", BELOW_FEATURES),
    ("reading", BELOW_FEATURES),
    ("page_state", BELOW_FEATURES),
    ("shortcuts", BELOW_FEATURES),
    ("intake", BELOW_FEATURES),
    ("effects", BELOW_ALL),
    ("runtime", BELOW_ALL),
    ("mod", BELOW_ALL),
    ("main", &["browser", "mod"]),
];

/// The room of a file of the page; none for a file of the library.
fn room(file: &str) -> Option<&str> {
    let inside = file.strip_prefix("src/")?;
    let (folder, rest) = inside.split_once('/').unwrap_or((inside, ""));
    let room = if folder == "app" { rest.split('/').next()? } else { folder };
    let of_page = ["app", "browser", "persistence", "main.rs"].contains(&folder);
    of_page.then(|| room.trim_end_matches(".rs"))
}

/// The edges that the table does not allow.
fn strays(needs: &Needs) -> Vec<String> {
    let mut strays = Vec::new();
    for from in needs.files() {
        let Some((own, allowed)) = ROOMS.iter().find(|(name, _)| Some(*name) == room(from)) else { continue };
        for (to, names) in needs.of(from) {
            if room(to).is_some_and(|other| other != *own && !allowed.contains(&other)) {
                let names = names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
                strays.push(format!("{from} → {to} ({names})"));
            }
        }
    }
    strays
}

#[test]
fn every_file_of_the_page_has_its_room() {
    let files = rust(&["src/main.rs", "src/app", "src/browser", "src/persistence"]);
    let files = files.iter().map(|file| file.path.as_str());
    let without = files.filter(|file| !ROOMS.iter().any(|(name, _)| Some(*name) == room(file)));
    assert_eq!(without.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_room_of_the_page_uses_only_the_rooms_below_it() {
    let strays = strays(&page());
    assert!(strays.is_empty(), "\n{}\n", strays.join("\n"));
}

#[test]
fn a_room_is_a_folder_or_a_file_and_the_library_has_none_here() {
    let rooms =
        ["src/main.rs", "src/browser/dom.rs", "src/app/mod.rs", "src/app/rail/list/row.rs", "src/app/intake.rs"];
    let known = ["main", "browser", "mod", "rail", "intake"].map(Some);
    assert_eq!(rooms.map(room), known);
    assert_eq!(["src/lib.rs", "src/text/span.rs"].map(room), [None, None]);
}

#[test]
fn a_feature_that_names_another_is_found_and_its_own_files_are_not() {
    let files = [
        ("lib.rs", "mod app; mod browser; mod text;"),
        ("text.rs", "pub struct Text;"),
        ("browser.rs", "pub fn focus() {}"),
        ("app/mod.rs", "mod rail; mod reader; pub const NAME: u8 = 1;"),
        (
            "app/rail/mod.rs",
            "mod row; pub use row::Row; use crate::text::Text; fn f() { row::Row; crate::browser::focus() }",
        ),
        ("app/rail/row.rs", "pub struct Row; use super::super::NAME;"),
        ("app/reader.rs", "use super::rail::Row;"),
    ];
    let needs = made_up(&files);
    let found = ["src/app/rail/row.rs → src/app/mod.rs (NAME)", "src/app/reader.rs → src/app/rail/row.rs (Row)"];
    assert_eq!(strays(&needs), found);
}
