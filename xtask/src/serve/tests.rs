//! The server, asked as a browser and as a stranger would.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use super::answer::Answer;
use super::*;

/// A folder with a page, a hashed file and a manifest, and a secret beside it; gone when dropped.
struct Site(PathBuf);

impl Site {
    /// Makes the folder under a name that no other test uses.
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("bluepencil-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("dist/part")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("dist/index.html"), "<p>page").unwrap();
        fs::write(folder.join("dist/part/index.html"), "<p>part").unwrap();
        fs::write(folder.join("dist/app-0123456789abcdef_bg.wasm"), "wasm").unwrap();
        fs::write(folder.join("dist/icon-123456789abcdef.svg"), "<svg/>").unwrap();
        fs::write(folder.join("dist/app.webmanifest"), "{}").unwrap();
        fs::write(folder.join("dist/sw.js"), "").unwrap();
        fs::write(folder.join("dist/worker-switch.txt"), "on").unwrap();
        Self(folder)
    }

    /// Asks for an address.
    fn get(&self, address: &str) -> Answer {
        answer::answer(&self.0.join("dist"), "GET", address, None)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// One header of an answer.
fn value<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers.iter().find(|(have, _)| *have == name).map(|(_, value)| value.as_str())
}

#[test]
fn files_get_their_type_and_their_time_in_the_cache() {
    let site = Site::new("types");
    let page = site.get("/?query#place");
    assert_eq!((page.status, page.body.as_slice()), (200, b"<p>page".as_slice()));
    assert_eq!(value(&page, "Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(value(&page, "Cache-Control"), Some("no-cache"));
    let program = site.get("/app-0123456789abcdef_bg.wasm");
    assert_eq!(value(&program, "Content-Type"), Some("application/wasm"));
    assert!(value(&program, "Cache-Control").unwrap().contains("immutable"));
    let icon = site.get("/icon-123456789abcdef.svg");
    assert_eq!(value(&icon, "Content-Type"), Some("image/svg+xml"));
    assert!(value(&icon, "Cache-Control").unwrap().contains("immutable"));
    let manifest = site.get("/app.webmanifest");
    assert_eq!(value(&manifest, "Content-Type"), Some("application/manifest+json"));
    assert_eq!(value(&manifest, "Cache-Control"), Some("no-cache"));
    let worker = site.get("/sw.js");
    assert_eq!(value(&worker, "Content-Type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(value(&worker, "Cache-Control"), Some("no-cache"));
    assert_eq!(value(&site.get("/worker-switch.txt"), "Cache-Control"), Some("no-store"));
    assert_eq!(site.get("/part/").body, b"<p>part");
}

#[test]
fn every_answer_carries_the_protective_headers() {
    let site = Site::new("headers");
    for answer in [site.get("/"), site.get("/nothing"), answer::answer(&site.0, "POST", "/", None)] {
        let policy = value(&answer, "Content-Security-Policy").unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        assert_eq!(value(&answer, "X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(value(&answer, "Referrer-Policy"), Some("no-referrer"));
        assert_eq!(value(&answer, "Cross-Origin-Opener-Policy"), Some("same-origin"));
        let permissions = value(&answer, "Permissions-Policy").unwrap();
        assert!(permissions.contains("camera=()") && permissions.contains("clipboard-write=(self)"));
    }
}

#[test]
fn nothing_outside_the_folder_is_given() {
    let site = Site::new("outside");
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.0.join("secret.txt"), site.0.join("dist/link.txt")).unwrap();
    let addresses = [
        "/../secret.txt",
        "/part/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..\\secret.txt",
        "//../secret.txt",
        "/./index.html",
        "/link.txt",
        "/part",
        "/nothing",
        "",
        "*",
        "http://127.0.0.1/secret.txt",
    ];
    for address in addresses {
        let answer = site.get(address);
        assert_eq!(answer.status, 404, "{address}");
        assert_eq!(value(&answer, "Content-Type"), Some("text/plain; charset=utf-8"), "{address}");
    }
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let site = Site::new("etag");
    let tag = value(&site.get("/"), "ETag").unwrap().to_owned();
    let again = answer::answer(&site.0.join("dist"), "GET", "/", Some(&format!("\"x\", W/{tag}")));
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(answer::answer(&site.0.join("dist"), "GET", "/", Some("\"x\"")).status, 200);
}

#[test]
fn only_reading_is_answered() {
    let site = Site::new("methods");
    let refused = answer::answer(&site.0.join("dist"), "POST", "/", None);
    assert_eq!((refused.status, value(&refused, "Allow")), (405, Some("GET, HEAD")));
}

#[test]
fn a_running_server_answers_on_this_machine() {
    let site = Site::new("running");
    let running = Running::start(&site.0.join("dist"), Some(0)).unwrap();
    let ask = |method: &str| {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, running.port)).unwrap();
        write!(stream, "{method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    };
    let got = ask("GET");
    assert!(got.starts_with("HTTP/1.1 200") && got.ends_with("<p>page"), "{got}");
    let head = ask("HEAD");
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");
    let _idle: Vec<TcpStream> =
        (0..20).map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, running.port)).unwrap()).collect();
    assert!(ask("GET").ends_with("<p>page"), "idle connections keep nobody waiting");
    let taken = Running::start(&site.0.join("dist"), Some(running.port)).err().unwrap();
    assert!(taken.contains("cannot be used"), "{taken}");
}

#[test]
fn a_folder_without_a_page_says_what_to_do() {
    let problem = Running::start(Path::new("/no/such/folder"), Some(0)).err().unwrap();
    assert!(problem.contains("cargo xtask build"), "{problem}");
}

#[test]
fn the_words_of_serve() {
    let options = Options::from_words(&["--dist", "x", "--no-build", "--port", "0"]).unwrap();
    assert_eq!(options, Options { dist: PathBuf::from("x"), build: None, port: Some(0) });
    assert_eq!(Options::from_words(&["--dev"]).unwrap().build, Some(Profile::Dev));
    assert!(Options::from_words(&["--port", "many"]).is_err());
    assert!(Options::from_words(&["--dist", "x"]).unwrap_err().contains("--no-build"));
    assert!(Options::from_words(&["--what"]).unwrap_err().contains("--what"));
}
