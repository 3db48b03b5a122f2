//! The files that must arrive before the first screen shows.
//!
//! Those are the page, what its head and body ask for, and what these scripts and style sheets name in turn. Icons and the
//! manifest are fetched beside the page, and the worker and its script after it.

use std::collections::BTreeSet;

use crate::seal::comes_later;
use crate::seal::html::{self, Tag};

/// The page itself.
const PAGE: &str = "index.html";

/// What a link may be so that the page waits for it.
const AT_ONCE: [&str; 3] = ["stylesheet", "modulepreload", "preload"];

/// The files of the first load, out of all files of a built page; `read` gives the text of one.
pub fn first_load(files: &[String], read: impl Fn(&str) -> Result<String, String>) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::from([PAGE.to_owned()]);
    let mut open = Vec::new();
    for address in html::tags(&read(PAGE)?).iter().filter_map(asked_for) {
        let file = resolved(PAGE, address);
        if !files.contains(&file) {
            return Err(format!("{PAGE} asks for {address}, which is not there. Run `cargo xtask build`."));
        }
        open.push(file);
    }
    while let Some(file) = open.pop() {
        if found.insert(file.clone()) && (file.ends_with(".js") || file.ends_with(".css")) {
            open.extend(named(&file, &read(&file)?).filter(|name| files.contains(name) && !comes_later(name)));
        }
    }
    Ok(found)
}

/// The address that a tag makes the browser fetch before the page is whole.
fn asked_for(tag: &Tag) -> Option<&str> {
    match tag.name.as_str() {
        "script" | "img" => tag.attribute("src"),
        "link" if AT_ONCE.contains(&tag.attribute("rel")?) => tag.attribute("href"),
        _ => None,
    }
}

/// The relative addresses in a script or a style sheet, in quotation marks or in brackets. A script that names a file is
/// taken to load it: whoever makes a part of the program wait for its first use must say so here.
fn named(file: &str, text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(['\'', '"', '(', ')']).filter(|part| part.starts_with("./") || part.starts_with("../"));
    parts.map(|address| resolved(file, address))
}

/// A relative address in a file, as an address from the page.
fn resolved(file: &str, address: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A built page whose start script names the program, as `seal` makes it.
    const BUILT: [(&str, &str); 12] = [
        (
            PAGE,
            r#"<link rel="manifest" href="./manifest.webmanifest" /><link rel="icon" href="./icons/icon.svg" />
               <script type="module" src="./rescue-1.js"></script><script type="module" src="./boot-1.js"></script>
               <link rel="stylesheet" href="./style-1.css" /><link rel="modulepreload" href="./app-1.js">"#,
        ),
        ("rescue-1.js", "help()"),
        ("boot-1.js", r#"import("./app-1.js"); fetch("./app-1_bg.wasm"); "./offline-1.js"; "./sw.js"; "./gone.js""#),
        ("app-1.js", "import * as part from './snippets/a/part.js'"),
        ("snippets/a/part.js", "import '../b.js'"),
        ("snippets/b.js", "import './a/part.js'"),
        ("app-1_bg.wasm", ""),
        ("style-1.css", "@font-face { src: url(./letters.woff2) }"),
        ("letters.woff2", ""),
        ("offline-1.js", "register('./sw.js')"),
        ("sw.js", "keep('./weights.bin')"),
        ("weights.bin", ""),
    ];

    fn of(built: &[(&str, &str)]) -> Result<BTreeSet<String>, String> {
        let files: Vec<String> = built.iter().map(|(name, _)| (*name).to_owned()).collect();
        let text = |name: &str| built.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
        first_load(&files, |name| text(name).ok_or_else(|| format!("{name} is missing")))
    }

    #[test]
    fn the_page_and_what_it_and_its_scripts_name_are_the_first_load() {
        let expected = [
            "app-1.js",
            "app-1_bg.wasm",
            "boot-1.js",
            PAGE,
            "letters.woff2",
            "rescue-1.js",
            "snippets/a/part.js",
            "snippets/b.js",
            "style-1.css",
        ];
        assert_eq!(of(&BUILT).unwrap().iter().map(String::as_str).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_page_that_asks_for_what_is_not_there_is_not_weighed() {
        let problem = of(&[(PAGE, r#"<script src="./boot-1.js"></script>"#)]).unwrap_err();
        assert!(problem.contains("./boot-1.js") && problem.contains("cargo xtask build"), "{problem}");
    }
}
