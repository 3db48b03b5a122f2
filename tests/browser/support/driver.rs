//! A driver for one browser alone: geckodriver and WebKitWebDriver lead one each.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::browser::environment;
use super::engine::Engine;
use super::scratch::Scratch;

/// How long a driver may take until it listens.
const START_LIMIT: Duration = Duration::from_secs(30);

/// What stands between this program and a driver: the end of its input, which comes with the end of this program too, ends the
/// driver, its browser and whatever else came from it, and takes their folder away.
const GUARD: &str = "trap : TERM; folder=$1; shift; \"$@\" & read -r word; kill 0; wait; rm -rf -- \"$folder\"";

/// A running driver, and a home for the browser that it leads. Both are gone when this is dropped.
pub struct Driver {
    guard: Child,
    port: u16,
    home: PathBuf,
}

impl Driver {
    /// Starts the driver of an engine; nothing for Chromium, whose driver leads all browsers and is started by `cargo xtask`.
    pub fn start(engine: Engine) -> Option<Self> {
        let home = || Scratch::new().kept();
        match engine {
            Engine::Chromium => None,
            Engine::Firefox => Some(Self::run(home(), |port| {
                let mut geckodriver = vec![environment("BLUEPENCIL_GECKODRIVER")];
                geckodriver.extend(["--port", port, "--websocket-port", "0", "--log", "error"].map(str::to_owned));
                geckodriver
            })),
            Engine::WebKit => Some(Self::run(at_home_in_a_window(home()), |port| {
                let screen = "--server-args=-screen 0 1920x1200x24";
                let mut webkit =
                    ["xvfb-run", "--auto-servernum", screen, "dbus-run-session", "--"].map(str::to_owned).to_vec();
                webkit.extend([environment("BLUEPENCIL_WEBKITDRIVER"), format!("--port={port}")]);
                webkit
            })),
        }
    }

    fn run(home: PathBuf, call: impl FnOnce(&str) -> Vec<String>) -> Self {
        let port = free_port();
        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "sh"]).arg(&home).args(call(&port.to_string()));
        command.env("HOME", &home).env("TMPDIR", home.join("temporary"));
        for (variable, folder) in
            [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(variable, home.join(folder));
        }
        // Neither has a sandbox where it is started as root, nor a graphics card to rely on.
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
        let guard = command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let driver = Self { guard: guard.expect("a shell that starts the driver"), port, home };
        driver.listens();
        driver
    }

    /// Where it takes commands.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder of its browser.
    pub fn home(&self) -> &Path {
        &self.home
    }

    fn listens(&self) {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(started.elapsed() < START_LIMIT, "the driver does not listen on port {}", self.port);
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // It is gone when all that it has started is.
        let _ = self.guard.wait();
    }
}

/// A port that nothing listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// Tells programs of a desktop, which read it from their home, where downloads go, that nothing is to move, and to take little
/// room.
fn at_home_in_a_window(home: PathBuf) -> PathBuf {
    let config = home.join("config");
    fs::create_dir_all(config.join("gtk-3.0")).expect("a folder for settings");
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.join("downloads").display());
    fs::write(config.join("user-dirs.dirs"), downloads).expect("settings");
    fs::write(config.join("gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n").expect("settings");
    // A window with its controls is never as narrow as a phone.
    let narrow = "* { min-width: 0; padding: 0; margin: 0; }";
    fs::write(config.join("gtk-3.0/gtk.css"), narrow).expect("a style for the window");
    home
}
