//! What the oldest supported browsers lack: `docs/browsers.md` is in line with the source, and the style sheets keep to it.

use crate::tidy::root;

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The style sheets by name.
fn sheets() -> Vec<(String, String)> {
    let folder = std::fs::read_dir(root().join("style")).expect("the style sheets");
    let names = folder.map(|entry| entry.expect("a file").file_name().into_string().expect("a name"));
    names.map(|name| (name.clone(), read(&format!("style/{name}")))).collect()
}

/// The values that the sheets give to a property, each with the name of its sheet.
fn values(property: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (name, sheet) in sheets() {
        let lines = sheet.lines().filter_map(|line| line.trim().strip_prefix(property)?.strip_prefix(": "));
        found.extend(lines.map(|value| (name.clone(), value.trim_end_matches(';').to_owned())));
    }
    found
}

#[test]
fn every_file_that_the_list_of_browsers_names_is_there() {
    let list = read("docs/browsers.md");
    let mut named = 0;
    for row in list.lines().filter(|line| line.starts_with("| ")) {
        for path in row.split('`').skip(1).step_by(2).filter(|code| code.contains('/')) {
            named += 1;
            assert!(root().join(path).exists(), "{path} is named in: {row}");
        }
    }
    assert!(named >= 30, "{named} files");
}

#[test]
fn the_oldest_versions_are_the_same_everywhere() {
    for place in ["docs/browsers.md", "README.md", "index.html"] {
        let text = read(place);
        assert!(text.contains("Chrome and Edge 120, Firefox 140, Safari 17.4"), "{place} names other versions");
    }
}

#[test]
fn lines_are_written_out_because_safari_reads_no_shorthand() {
    let short = values("text-decoration");
    assert!(short.iter().all(|(_, value)| !value.contains(' ')), "use the longhands: {short:?}");
    assert!(values("text-decoration-style").len() >= 10);
}

#[test]
fn colours_are_chosen_without_light_dark() {
    for (name, sheet) in sheets() {
        let code = sheet.replace("`light-dark()`", "");
        assert!(!code.contains("light-dark("), "{name}: Chrome 120 and Safari 17.4 do not know it");
    }
}

#[test]
fn what_safari_knows_by_its_prefix_has_both_names() {
    assert_eq!(values("user-select"), values("-webkit-user-select"));
}

#[test]
fn every_style_sheet_is_in_the_page() {
    let page = read("index.html");
    for (name, _) in sheets() {
        assert!(page.contains(&format!("href=\"style/{name}\"")), "{name}");
    }
}
