//! A host of its own for a test: a copy of the built page that the test may change, serve, and stop serving.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::Scratch;
use super::browser::environment;

/// A folder with the page in it, and the project's server on it.
pub struct Host {
    scratch: Scratch,
    /// The address of the page below the host, such as `desk/`; empty where it is the host's own page.
    below: &'static str,
    port: u16,
    server: Option<Child>,
}

impl Host {
    /// Starts serving a copy of the page on a free port.
    pub fn start() -> Self {
        Self::start_below("")
    }

    /// The same, with the page in a folder of the host and another page at the host's own address.
    pub fn start_below(below: &'static str) -> Self {
        let mut host = Self { scratch: Scratch::new(), below, port: 0, server: None };
        copy(Path::new(&environment("BLUEPENCIL_DIST")), &host.folder());
        if !below.is_empty() {
            fs::write(host.root().join("index.html"), "<!doctype html><title>Host</title>").expect("the host's page");
        }
        host.serve();
        host
    }

    /// Where the page is served.
    pub fn address(&self) -> String {
        format!("{}{}", self.root_address(), self.below)
    }

    /// The host's own address.
    pub fn root_address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves, on the port of the first time.
    pub fn serve(&mut self) {
        let mut command = Command::new(environment("BLUEPENCIL_XTASK"));
        command.args(["serve", "--no-build", "--port", &self.port.to_string(), "--dist"]).arg(self.root());
        let mut server = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the project's server");
        let mut said = BufReader::new(server.stdout.take().expect("its output"));
        let mut line = String::new();
        while !line.contains("listening on ") {
            line.clear();
            assert_ne!(said.read_line(&mut line).expect("the server's address"), 0, "the server does not start");
        }
        let port = line.trim().trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        self.port = port.unwrap_or_else(|| panic!("no port in {line:?}"));
        // It has more to say, and must not stop because nobody reads on.
        std::thread::spawn(move || said.read_to_string(&mut String::new()));
        self.server = Some(server);
    }

    /// Stops serving: from now on there is nothing at the address.
    pub fn stop(&mut self) {
        if let Some(mut server) = self.server.take() {
            server.kill().expect("the server to stop");
            server.wait().expect("the server to be gone");
        }
        let gone = std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err();
        assert!(gone, "something still answers on port {}", self.port);
    }

    /// Makes another build of the page: the same program, with a word in the page that tells it from the first.
    pub fn build_anew(&self, word: &str) {
        let page = self.folder().join("index.html");
        let text = fs::read_to_string(&page).expect("the page");
        let (_, rest) = text.split_once(" lang=").expect("the page's language");
        fs::write(&page, format!("<!doctype html>\n<html data-test-build=\"{word}\" lang={rest}")).expect("the page");
        self.write_worker();
    }

    /// Writes the worker anew, as the end of every build does.
    pub fn write_worker(&self) {
        let status = Command::new(environment("BLUEPENCIL_XTASK")).arg("worker").arg(self.folder()).status();
        assert!(status.expect("cargo xtask worker").success(), "the worker is not written");
    }

    /// The file whose name ends so.
    pub fn file(&self, ending: &str) -> PathBuf {
        let files = fs::read_dir(self.folder()).expect("the page's folder").map(|entry| entry.expect("a file").path());
        let mut found = files.filter(|file| file.to_string_lossy().ends_with(ending));
        found.next().unwrap_or_else(|| panic!("no file ends in {ending}"))
    }

    fn root(&self) -> PathBuf {
        self.scratch.path("host")
    }

    fn folder(&self) -> PathBuf {
        self.root().join(self.below)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            // One that has ended by itself is no matter.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the built page") {
        let path = entry.expect("a file").path();
        let place = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &place);
        } else {
            fs::copy(&path, &place).expect("a copy");
        }
    }
}
