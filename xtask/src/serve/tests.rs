//! The server, asked as a browser and as a stranger would.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;

/// A folder with a page, a hashed file and a manifest, and a secret beside it, served.
struct Site {
    folder: TempDir,
    server: Running,
}

/// What came back.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Site {
    /// Makes the folder and serves what is in `dist`.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        fs::create_dir_all(file("dist/part")).unwrap();
        fs::write(file("secret.txt"), "secret").unwrap();
        fs::write(file("dist/index.html"), "<p>page").unwrap();
        fs::write(file("dist/part/index.html"), "<p>part").unwrap();
        fs::write(file("dist/app-0123456789abcdef_bg.wasm"), "wasm").unwrap();
        fs::write(file("dist/icon-123456789abcdef.svg"), "<svg/>").unwrap();
        fs::write(file("dist/app.webmanifest"), "{}").unwrap();
        fs::write(file("dist/sw.js"), "").unwrap();
        fs::write(file("dist/worker-switch.txt"), "on").unwrap();
        let server = Running::start(&file("dist"), Some(0)).unwrap();
        Self { folder, server }
    }

    /// A path in the folder.
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Asks for an address.
    fn get(&self, address: &str) -> Answer {
        self.ask("GET", address, "")
    }

    /// Asks with some lines of one's own in the head of the request.
    fn ask(&self, method: &str, address: &str, lines: &str) -> Answer {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.server.port)).unwrap();
        write!(stream, "{method} {address} HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_owned()).unwrap();
        let status = head.strip_prefix("HTTP/1.1 ").unwrap()[..3].parse().unwrap();
        Answer { status, head, body: bytes[end + 4..].to_owned() }
    }
}

/// One header of an answer.
fn value<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let mut lines = answer.head.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(have, _)| have.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

#[test]
fn files_get_their_type_and_their_time_in_the_cache() {
    let site = Site::new();
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
    let site = Site::new();
    for answer in [site.get("/"), site.get("/nothing"), site.ask("POST", "/", "")] {
        let policy = value(&answer, "Content-Security-Policy").unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        assert_eq!(value(&answer, "X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(value(&answer, "Referrer-Policy"), Some("no-referrer"));
        assert_eq!(value(&answer, "Cross-Origin-Opener-Policy"), Some("same-origin"));
        let permissions = value(&answer, "Permissions-Policy").unwrap();
        assert!(permissions.contains("camera=()") && permissions.contains("clipboard-write=(self)"));
        assert_eq!(value(&answer, "Connection"), Some("close"));
    }
}

#[test]
fn nothing_outside_the_folder_is_given() {
    let site = Site::new();
    fs::write(site.path("dist/.hidden"), "hidden").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.path("secret.txt"), site.path("dist/link.txt")).unwrap();
    let addresses = [
        "/../secret.txt",
        "/part/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..\\secret.txt",
        "//../secret.txt",
        "/./index.html",
        "/.hidden",
        "/link.txt",
        "/part",
        "/nothing",
        "*",
        "http://127.0.0.1/secret.txt",
    ];
    for address in addresses {
        let answer = site.get(address);
        assert_eq!(answer.status, 404, "{address}");
        assert_eq!(value(&answer, "Content-Type"), Some("text/plain; charset=utf-8"), "{address}");
        assert_eq!(value(&answer, "Cache-Control"), Some("no-store"), "{address}");
        assert_eq!(answer.body, b"There is nothing at this address.\n", "{address}");
    }
    assert_eq!(site.get("").status, 400);
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let site = Site::new();
    let first = site.get("/");
    let known = format!("If-None-Match: \"x\", W/{}\r\n", value(&first, "ETag").unwrap());
    let again = site.ask("GET", "/", &known);
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(value(&again, "Cache-Control"), Some("no-cache"));
    assert_eq!(site.ask("GET", "/", "If-None-Match: \"x\"\r\n").status, 200);
    // Within the second that Last-Modified counts in: the tag alone can tell.
    fs::write(site.path("dist/index.html"), "<p>another page").unwrap();
    let changed = value(&first, "Last-Modified").map(|time| format!("{known}If-Modified-Since: {time}\r\n")).unwrap();
    assert_eq!(site.ask("GET", "/", &changed).body, b"<p>another page");
}

#[test]
fn who_accepts_a_compressed_copy_gets_it_while_it_is_of_the_file_as_it_stands() {
    let site = Site::new();
    let page = site.path("dist/index.html");
    fs::write(page.with_added_extension("br"), "small page").unwrap();
    fs::write(page.with_added_extension("gz"), "less small page").unwrap();
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", Some("br"), "small page"),
        ("gzip", Some("gzip"), "less small page"),
        ("br;q=0", None, "<p>page"),
    ] {
        let answer = site.ask("GET", "/", &format!("Accept-Encoding: {accepted}\r\n"));
        assert_eq!(value(&answer, "Content-Encoding"), encoding, "{accepted}");
        assert_eq!(String::from_utf8(answer.body.clone()).unwrap(), body, "{accepted}");
        assert_eq!(value(&answer, "Content-Type"), Some("text/html; charset=utf-8"));
        assert_eq!(value(&answer, "Vary"), Some("accept-encoding"));
    }
    let later = SystemTime::now() + Duration::from_secs(1);
    fs::File::options().write(true).open(&page).unwrap().set_modified(later).unwrap();
    assert_eq!(site.ask("GET", "/", "Accept-Encoding: br\r\n").body, b"<p>page");
    fs::remove_file(&page).unwrap();
    assert_eq!(site.ask("GET", "/", "Accept-Encoding: br\r\n").status, 404, "a copy alone is no file");
}

#[test]
fn only_reading_is_answered() {
    let site = Site::new();
    let head = site.ask("HEAD", "/", "");
    assert_eq!((head.status, head.body.len(), value(&head, "Content-Length")), (200, 0, Some("7")));
    let refused = site.ask("POST", "/", "");
    assert_eq!((refused.status, value(&refused, "Allow")), (405, Some("GET, HEAD")));
}

#[test]
fn idle_connections_keep_nobody_waiting() {
    let site = Site::new();
    let idle = || TcpStream::connect((Ipv4Addr::LOCALHOST, site.server.port)).unwrap();
    let _idle: Vec<TcpStream> = (0..20).map(|_| idle()).collect();
    assert_eq!(site.get("/").body, b"<p>page");
}

#[test]
fn a_port_is_free_again_when_its_server_is_dropped() {
    let site = Site::new();
    let taken = Running::start(&site.path("dist"), Some(site.server.port)).err().unwrap();
    assert!(taken.contains("cannot be used"), "{taken}");
    let other = Running::start(&site.path("dist"), Some(0)).unwrap();
    let port = other.port;
    drop(other);
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
}

#[test]
fn a_folder_without_a_page_says_what_to_do() {
    let problem = Running::start(Path::new("/no/such/folder"), Some(0)).err().unwrap();
    assert!(problem.contains("cargo xtask build"), "{problem}");
}
