//! What a browser installs the page by: the manifest, its icons, and the lines of `index.html` that lead to them.

use serde_json::{Value, json};

use crate::tidy::root;

fn manifest() -> Value {
    let text = std::fs::read_to_string(root().join("offline/manifest.webmanifest")).expect("the manifest");
    serde_json::from_str(&text).expect("JSON")
}

/// Width and height of a PNG, by its header.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "no PNG");
    let number = |at: usize| png[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
    (number(16), number(20))
}

#[test]
fn every_icon_is_there_in_the_size_that_the_manifest_says() {
    let manifest = manifest();
    let icons = manifest["icons"].as_array().expect("icons");
    let mut sizes = Vec::new();
    for icon in icons {
        let name = icon["src"].as_str().expect("a name");
        let bytes = std::fs::read(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        if icon["type"] == json!("image/png") {
            let (width, height) = size(&bytes);
            assert_eq!(icon["sizes"], json!(format!("{width}x{height}")), "{name}");
            sizes.push((width, icon["purpose"].as_str().unwrap_or("any")));
        }
    }
    assert_eq!(sizes, [(192, "any"), (512, "any"), (512, "maskable")]);
}

#[test]
fn the_manifest_works_from_any_folder() {
    let manifest = manifest();
    for key in ["id", "start_url", "scope"] {
        assert_eq!(manifest[key], json!("./"), "{key}");
    }
    let icons = manifest["icons"].as_array().expect("icons");
    assert!(icons.iter().all(|icon| icon["src"].as_str().is_some_and(|name| name.starts_with("icons/"))));
}

#[test]
fn the_page_leads_to_the_manifest_and_says_the_same() {
    let page = std::fs::read_to_string(root().join("index.html")).expect("the page");
    assert!(page.contains(r#"<link rel="manifest" href="./manifest.webmanifest" />"#));
    let manifest = manifest();
    let said = |key: &str| manifest[key].as_str().expect("words").to_owned();
    assert!(page.contains(&format!("<title>{}</title>", said("name"))));
    assert!(page.contains(&format!("content=\"{}\"", said("description"))));
    assert!(page.contains(&format!("name=\"theme-color\" content=\"{}\"", said("theme_color"))));
}
