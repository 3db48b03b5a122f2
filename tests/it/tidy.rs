//! The plan of the house, held by reading the source: who may name whom, and what no file may hold.

mod circles;
mod module_tree;
mod needs;
mod page_rooms;
mod source;
mod syntax;

use std::collections::BTreeSet;

pub use self::source::root;
use self::source::{File, files, in_root, rust};

/// The rooms of the library with those that each may use. Those of one line do not know each other.
const ROOMS: [(&str, &[&str]); 11] = [
    ("text", &[]),
    ("article", &["text"]),
    ("annotation", &["text", "article"]),
    ("document", &["text", "article", "annotation"]),
    ("wire", &["text", "article", "annotation", "document"]),
    ("format", &["text", "article", "annotation", "document", "wire"]),
    ("store", &["text", "article", "annotation", "document", "wire"]),
    ("suggest", &["text", "article", "annotation", "document"]),
    ("metric", &["text", "article", "annotation", "document"]),
    ("anchor", &["text", "article", "annotation", "document"]),
    (
        "session",
        &["text", "article", "annotation", "document", "wire", "format", "store", "suggest", "metric", "anchor"],
    ),
];

/// The folders of the page, with what each may use of the others. The rooms inside `app` have a table of their own.
const PAGE: [(&str, &[&str]); 4] =
    [("app", &["browser", "persistence"]), ("browser", &[]), ("persistence", &["browser"]), ("file_worker", &[])];

/// The folder below `src` that a file lies in; empty for those that lie in none.
fn room(file: &File) -> &str {
    let inside = file.path.trim_start_matches("src/");
    inside.split_once('/').map_or("", |(room, _)| room)
}

/// The files of the page.
fn page() -> Vec<File> {
    let mut files = rust(&["src"]);
    files.retain(|file| PAGE.iter().any(|(name, _)| *name == room(file)));
    files
}

fn library() -> Vec<File> {
    let mut files = rust(&["src"]);
    files.retain(|file| ROOMS.iter().any(|(name, _)| *name == room(file)));
    files
}

/// The rooms that a file names as `crate::…`.
fn named_rooms(file: &File) -> Vec<String> {
    let code = file.code();
    let named = code.split("crate::").skip(1).map(|after| {
        let name: String = after.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect();
        assert!(!name.is_empty(), "{} names several rooms in one line, or all: one line each, please", file.path);
        name
    });
    named.collect()
}

/// Fails with the files in which something was found.
#[track_caller]
fn nowhere(files: impl IntoIterator<Item = File>, found: impl Fn(&File) -> Option<String>) {
    let wrong: Vec<String> =
        files.into_iter().filter_map(|file| found(&file).map(|what| format!("{}: {what}", file.path))).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The first of some names that a file has outside comments and strings.
fn named(file: &File, names: &[&str]) -> Option<String> {
    file.names().into_iter().find(|name| names.contains(&name.as_str()))
}

/// The first of some words that a file has outside comments.
fn holds(file: &File, words: &[&str]) -> Option<String> {
    let code = file.code();
    words.iter().find(|word| code.contains(**word)).map(|word| (*word).to_owned())
}

#[test]
fn every_folder_of_the_source_has_its_place_in_the_plan() {
    let known: BTreeSet<&str> = ROOMS.iter().chain(&PAGE).map(|(name, _)| *name).chain([""]).collect();
    nowhere(rust(&["src"]), |file| (!known.contains(room(file))).then(|| "in no known room".to_owned()));
}

#[test]
fn the_map_in_the_library_s_head_names_every_room_from_the_lowest() {
    let map = std::fs::read_to_string(root().join("src/lib.rs")).expect("it is there");
    let rows = map.lines().filter_map(|line| line.strip_prefix("//! | [`")).map(|row| row.trim_start_matches("mod@"));
    let listed: Vec<&str> = rows.filter_map(|row| row.split(['`', ']']).next()).collect();
    let built = ROOMS.iter().map(|(name, _)| *name).filter(|name| root().join("src").join(name).exists());
    assert_eq!(listed, built.collect::<Vec<_>>());
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    nowhere(library(), |file| {
        let (own, allowed) = ROOMS.iter().find(|(name, _)| *name == room(file))?;
        named_rooms(file).into_iter().find(|name| name != own && !allowed.contains(&name.as_str()))
    });
}

#[test]
fn the_layers_below_do_not_know_the_components() {
    nowhere(page(), |file| {
        let (own, allowed) = PAGE.iter().find(|(name, _)| *name == room(file))?;
        named_rooms(file).into_iter().find(|name| name != own && !allowed.contains(&name.as_str()))
    });
}

#[test]
fn no_file_leaves_its_room_by_the_back_door() {
    nowhere(rust(&["src"]), |file| {
        let depth = file.path.trim_start_matches("src/").trim_end_matches("/mod.rs").split('/').count();
        let chain = "super::".repeat(depth);
        (depth > 0 && !room(file).is_empty() && file.code().contains(&chain)).then_some(chain)
    });
}

#[test]
fn the_library_has_no_clock_no_chance_no_input_and_no_output() {
    let outside = [
        "std::time",
        "std::fs",
        "stdin",
        "stdout",
        "stderr",
        "std::env",
        "std::net",
        "std::thread",
        "std::process",
        "SystemTime",
        "Instant::",
        "async ",
        ".await",
        "thread_local!",
        "\nstatic ",
        " static ",
        "LazyLock",
        "getrandom",
        "new_v4",
    ];
    nowhere(library(), |file| holds(file, &outside));
}

#[test]
fn no_lint_is_switched_off_in_the_library_but_for_slices_where_text_is_made() {
    let mut files = library();
    files.retain(|file| file.path != "src/text/mod.rs");
    nowhere(files, |file| holds(file, &["allow(", "expect(clippy"]));
}

#[test]
fn only_the_browser_s_layer_names_the_browser() {
    let mut files = rust(&["src"]);
    files.retain(|file| !file.is_in("src/browser") && file.path != "src/file_worker/answers.rs");
    let crates = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_storage", "JsCast", "JsValue"];
    nowhere(files, |file| named(file, &crates));
}

#[test]
fn utf_16_stays_in_the_browser_s_layer() {
    let mut files = page();
    files.retain(|file| !file.is_in("src/browser"));
    nowhere(files, |file| named(file, &["Utf16", "utf16", "utf16_in_block", "from_utf16", "encode_utf16"]));
}

#[test]
fn only_one_file_paints() {
    let mut files = rust(&["src"]);
    files.retain(|file| file.path != "src/browser/highlight.rs");
    nowhere(files, |file| {
        let paints = |name: &String| name == "CSS" || name.starts_with("Highlight");
        file.names().into_iter().find(paints)
    });
}

#[test]
fn only_the_storage_files_touch_storage() {
    let mut files = rust(&["src"]);
    let storage = ["src/browser/local_storage.rs", "src/browser/indexed_db.rs", "src/browser/tab_lock.rs"];
    files.retain(|file| !storage.contains(&file.path.as_str()));
    nowhere(files, |file| holds(file, &["gloo_storage", ".local_storage(", ".session_storage(", ".indexed_db("]));
}

#[test]
fn no_html_is_ever_made_from_text_and_no_script_from_a_string() {
    let doors = [
        "inner_html",
        "innerHTML",
        "outer_html",
        "outerHTML",
        "insert_adjacent_html",
        "insertAdjacentHTML",
        "srcdoc",
        "document.write",
        "HtmlDocument",
        "DomParser",
        "DOMParser",
        "create_contextual_fragment",
        "createContextualFragment",
        "set_html_unsafe",
        "setHTMLUnsafe",
        "parseHTMLUnsafe",
        "javascript:",
        "eval(",
        "::eval",
        "new Function",
        "new_no_args",
        "new_with_args",
        "set_timeout_with_str",
        "set_interval_with_str",
        "open_with_url",
        "window.name",
    ];
    nowhere(files(&["src", "index.html"]), |file| holds(file, &doors));
}

#[test]
fn no_attribute_holds_a_program() {
    // `"onclick"`, whoever sets it; `"on-record"` and `"only"` are no such names.
    let ordinary = ["only", "onto", "once", "ones"];
    let is_handler = |part: &&str| {
        let event = part.strip_prefix("on").unwrap_or_default();
        event.len() > 1 && event.bytes().all(|byte| byte.is_ascii_lowercase()) && !ordinary.contains(part)
    };
    nowhere(page(), |file| file.code().split('"').find(is_handler).map(str::to_owned));
    nowhere(files(&["index.html"]), |file| holds(file, &[" on", "<script", "<iframe", "<object"]));
}

#[test]
fn no_style_stands_in_an_attribute() {
    nowhere(files(&["src", "index.html"]), |file| holds(file, &["style=\"", "style='", "style={"]));
}

#[test]
fn nothing_is_left_to_do_and_nothing_is_printed() {
    let left = ["todo!", "unimplemented!", "unreachable!", "dbg!", "println!", "eprintln!", "print!", "console::log"];
    nowhere(rust(&["src"]), |file| holds(file, &left));
}

#[test]
fn only_wire_store_and_format_derive_serialization() {
    let mut files = rust(&["src"]);
    files.retain(|file| !["wire", "store", "format"].contains(&room(file)));
    nowhere(files, |file| named(file, &["serde", "serde_json", "serde_path_to_error", "Serialize", "Deserialize"]));
}

#[test]
fn a_file_of_more_than_600_lines_says_in_its_head_why() {
    nowhere(rust(&["src", "xtask", "tests", "benches"]), |file| {
        let lines = file.text.lines().count();
        let explained =
            file.text.lines().take_while(|line| line.starts_with("//!")).any(|line| line.contains("Long because"));
        (lines > 600 && !explained).then(|| format!("{lines} lines"))
    });
}

#[test]
fn no_place_of_one_machine_and_no_registry_is_named() {
    // Put together here, so that this file is not found itself.
    let places = ["root", "home", "work", "Users", "tmp"].map(|folder| format!("/{folder}/"));
    let hosts = [["crates", "io"], ["npmjs", "org"], ["npmjs", "com"]].map(|parts| parts.join("."));
    let needles: Vec<&str> = places.iter().chain(&hosts).map(String::as_str).collect();
    let mut all = files(&["src", "xtask", "tests", "benches", "style", "docs", ".cargo", ".ci"]);
    all.extend(in_root().into_iter().filter(|file| file.path != "Cargo.lock"));
    nowhere(all, |file| needles.iter().find(|needle| file.text.contains(**needle)).map(|needle| (*needle).to_owned()));
}

#[test]
fn every_file_of_tests_is_named_by_the_file_above_it() {
    for folder in ["tests/it", "tests/browser"] {
        nowhere(rust(&[folder]), |file| {
            let (above, name) = file.path.rsplit_once('/')?;
            let (above, name) = if name == "mod.rs" { above.rsplit_once('/')? } else { (above, name) };
            let name = name.trim_end_matches(".rs");
            let heads = [format!("{above}/main.rs"), format!("{above}/mod.rs"), format!("{above}.rs")];
            let declares = |head: &String| {
                let text = std::fs::read_to_string(root().join(head)).unwrap_or_default();
                text.lines().any(|line| line.trim_start_matches("pub ").trim() == format!("mod {name};"))
            };
            (name != "main" && !heads.iter().any(declares)).then(|| "named nowhere, so it never runs".to_owned())
        });
    }
}
