//! Sealing, tried on a page as Trunk 0.21.14 writes it.

use super::*;

/// The source's head and body, with Trunk's additions in the places where it puts them.
const BUILT: &str = include_str!("built.html");

/// Seals a page with a worker for files.
fn sealed(page: &str) -> Result<Sealed, String> {
    seal(page, "file-worker-0123456789abcdef.js")
}

/// Seals a page that must be refused and gives the sentence.
fn refusal(page: &str) -> String {
    sealed(page).expect_err("the page should be refused")
}

#[test]
fn the_inline_script_moves_into_a_file() {
    let sealed = sealed(BUILT).unwrap();
    assert!(sealed.page.contains(&format!("<script type=\"module\" src=\"./{}\"></script>", sealed.boot_name)));
    assert!(!sealed.page.contains("wasmBindings"));
    assert!(sealed.boot.contains("const code = \"./bluepencil-666e1574476cc2a9.js\";"));
    assert!(sealed.boot.contains("const program = \"./bluepencil-666e1574476cc2a9_bg.wasm\";"));
    assert_eq!(sealed.boot_name, format!("boot-{}.js", short_hash(sealed.boot.as_bytes())));
}

#[test]
fn the_policy_is_in_place_before_the_code_is_imported() {
    let boot = sealed(BUILT).unwrap().boot;
    let policy = boot.find("createPolicy(\"default\"").unwrap();
    assert!(policy < boot.find("await import(").unwrap());
    let static_import = boot.lines().any(|line| line.trim_start().starts_with("import"));
    assert!(!static_import, "a static import would run first");
}

#[test]
fn the_names_of_the_two_workers_are_the_only_strings_that_may_become_the_address_of_a_script() {
    let boot = sealed(BUILT).unwrap().boot;
    assert!(boot.contains("const worker = \"./sw.js\";"));
    assert!(boot.contains("const reader = \"./file-worker-0123456789abcdef.js\";"));
    assert!(
        boot.contains("createScriptURL: (address) => (address === worker || address === reader ? address : null),")
    );
}

#[test]
fn comments_are_for_those_who_build() {
    assert_eq!(without_comments("// a\nlet b;\n  // c\n  let d = \"//\";\n"), "let b;\n  let d = \"//\";\n");
    assert!(!sealed(BUILT).unwrap().boot.contains("// "));
}

#[test]
fn the_rescue_script_runs_before_the_start_script_and_needs_nothing_of_it() {
    let sealed = sealed(BUILT).unwrap();
    let tags = html::tags(&sealed.page);
    let scripts: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("src")).collect();
    let names = [&sealed.check_name, &sealed.rescue_name, &sealed.boot_name];
    assert_eq!(scripts, names.map(|name| format!("./{name}")));
    assert!(!RESCUE.contains("import"));
}

#[test]
fn the_check_runs_from_a_disk_and_in_old_browsers() {
    let sealed = sealed(BUILT).unwrap();
    let check = format!("<script defer src=\"./{}\"></script>", sealed.check_name);
    assert!(sealed.page.contains(&check), "a module would be refused from a disk: {}", sealed.page);
    let code = without_comments(CHECK);
    for young in ["=>", "`", "?.", "??", "const ", "let ", "class ", "async ", "...", "import", "for (var name of"] {
        assert!(!code.contains(young), "an old browser does not read `{young}`");
    }
}

#[test]
fn the_page_has_the_words_for_every_reason_and_names_the_oldest_browsers() {
    let page = include_str!("../../../index.html");
    let reasons: Vec<&str> = CHECK.split("tell(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(reasons, ["start-from-disk", "start-too-old", "start-failed"]);
    for reason in reasons {
        assert!(page.contains(&format!("<div id=\"{reason}\" role=\"alert\" hidden>")), "{reason}");
    }
    let documented = include_str!("../../../docs/browsers.md");
    for browser in ["Chrome and Edge 120", "Firefox 140", "Safari 17.4"] {
        assert!(page.contains(browser) && documented.contains(browser), "{browser}");
    }
}

/// The program in the check is made of the same features as the real one, by the bytes that only they have.
#[test]
fn the_check_tries_what_the_program_is_made_of() {
    let bytes = CHECK.split("Uint8Array([").nth(1).and_then(|rest| rest.split(']').next()).unwrap();
    let bytes: Vec<u8> = bytes.split(',').map(|byte| byte.trim().parse().unwrap()).collect();
    assert!(bytes.starts_with(b"\0asm\x01\0\0\0"));
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(holds(&[0x60, 1, 0x6f, 2, 0x6f, 0x6f]), "references, and two results");
    assert!(holds(&[0xfc, 10, 0, 0]) && holds(&[0xc0]) && holds(&[0xfc, 0, 26]), "bulk memory, signs, cut numbers");
}

#[test]
fn the_content_security_policy_comes_first_and_the_charset_next() {
    let page = sealed(BUILT).unwrap().page;
    let names: Vec<String> = html::tags(&page).iter().map(|tag| tag.name.clone()).take(4).collect();
    assert_eq!(names, ["html", "head", "meta", "meta"]);
    assert!(is_policy(&html::tags(&page)[2]));
    assert_eq!(html::tags(&page)[3].attribute("charset"), Some("utf-8"));
}

#[test]
fn only_the_program_s_preload_loses_its_integrity() {
    let page = sealed(BUILT).unwrap().page;
    assert_eq!(BUILT.matches(" integrity=").count(), 3);
    assert_eq!(page.matches(" integrity=").count(), 2);
    let tags = html::tags(&page);
    let preload = tags.iter().find(|tag| tag.attribute("rel") == Some("preload")).unwrap();
    assert_eq!(preload.attribute("integrity"), None);
    assert_eq!(preload.attribute("crossorigin"), Some("anonymous"));
}

#[test]
fn a_page_without_the_promised_policy_is_refused() {
    let loosened = BUILT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
    assert!(refusal(&loosened).contains("`style-src 'self'` is missing"));
    let without = BUILT.replace("http-equiv=\"Content-Security-Policy\"", "name=\"x\"");
    assert!(refusal(&without).contains("has no Content-Security-Policy"));
}

#[test]
fn whatever_the_policy_would_block_is_refused() {
    let with = |element: &str| BUILT.replace("<noscript>", &format!("{element}<noscript>"));
    assert!(refusal(&with("<script>alert(1)</script>")).contains("second inline script"));
    assert!(refusal(&with("<script src=\"./a.js\">alert(1)</script>")).contains("inline script is left"));
    assert!(refusal(&with("<style>p { color: red }</style>")).contains("<style>"));
    assert!(refusal(&with("<p style=\"color: red\">")).contains("inline style"));
    assert!(refusal(&with("<p onclick=\"x()\">")).contains("`onclick`"));
    assert!(refusal(&with("<a href=\"javascript:x()\">")).contains("relative"));
    assert!(refusal(&with("<img src=\"https://example.org/a.png\">")).contains("relative"));
    assert!(refusal(&with("<link rel=\"icon\" href=\"/icon.svg\">")).contains("relative"));
}

#[test]
fn a_page_sealed_twice_and_an_unknown_start_script_are_refused() {
    assert!(refusal(&sealed(BUILT).unwrap().page).contains("sealed before"));
    assert!(refusal(&BUILT.replace("_bg.wasm'", "'")).contains("not the one that is known"));
}

#[test]
fn a_late_charset_is_refused() {
    let late =
        BUILT.replace("<meta charset=\"utf-8\" />", "").replace("</title>", "</title><meta charset=\"utf-8\" />");
    assert!(sealed(&late).is_ok());
    let too_late = late.replace("<title>", &format!("<!-- {} --><title>", "x".repeat(CHARSET_WITHIN)));
    assert!(refusal(&too_late).contains("charset"));
}

#[test]
fn a_folder_is_sealed_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("index.html"), BUILT).unwrap();
    fs::write(folder.join("page-f3057f435741e8f6.css"), "/* one */\np {}\n").unwrap();
    let script = "async function __wbg_init(path) { path = new URL('file-worker_bg.wasm', import.meta.url); }\n";
    fs::write(folder.join("file-worker.js"), script).unwrap();
    fs::write(folder.join("file-worker_bg.wasm"), "program").unwrap();
    seal_folder(folder).unwrap();
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let scripts: Vec<String> =
        html::tags(&page).iter().filter_map(|tag| tag.attribute("src").map(str::to_owned)).collect();
    assert_eq!(scripts.len(), 3);
    assert!(scripts.iter().all(|script| folder.join(script).is_file()));
    let boot = fs::read_to_string(folder.join(&scripts[2])).unwrap();
    let offline = boot.split('"').find(|part| part.starts_with("./offline-")).unwrap();
    assert!(folder.join(offline).is_file(), "the start script names the script that is there");
    let worker = fs::read_to_string(folder.join("sw.js")).unwrap();
    assert!(worker.contains(offline.trim_start_matches("./")) && worker.contains("\"./\""), "{worker}");
    let reader = boot.split('"').find(|part| part.starts_with("./file-worker-")).unwrap().trim_start_matches("./");
    let script = fs::read_to_string(folder.join(reader)).unwrap();
    let program = script.split('\'').find(|part| part.ends_with("_bg.wasm")).unwrap();
    assert_eq!(fs::read(folder.join(program)).unwrap(), b"program", "the worker's script names its program");
    assert!(worker.contains(reader) && worker.contains(program), "both are kept: {worker}");
    assert!(!folder.join("file-worker.js").exists() && !folder.join("file-worker_bg.wasm").exists());
    for script in &scripts[..2] {
        assert!(worker.contains(script.trim_start_matches("./")), "what helps is kept too: {worker}");
    }
    let sheet = html::tags(&page)
        .iter()
        .find_map(|tag| tag.attribute("href").filter(|name| name.ends_with(".css")).map(str::to_owned));
    let sheet = sheet.expect("a style sheet");
    assert!(worker.contains(sheet.trim_start_matches("./")), "so is the one style sheet: {worker}");
    assert_eq!(fs::read_to_string(folder.join(sheet)).unwrap(), "p {}\n");
    assert!(!folder.join("page-f3057f435741e8f6.css").exists());
}
