//! The engines that the tests know, and how each wants its browser started.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::browser::{Settings, environment};

/// What draws the page and runs its scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome; one ChromeDriver steers all that there are.
    Chromium,
    /// Firefox, each steered by a geckodriver of its own.
    Firefox,
    /// WebKitGTK in its MiniBrowser, each steered by a WebKitWebDriver of its own.
    WebKit,
}

impl Engine {
    /// The one that `cargo xtask` has chosen for all tests of this run.
    pub fn chosen() -> Self {
        match std::env::var("BLUEPENCIL_ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("no engine is called {other}"),
        }
    }

    /// What its driver is told about the browser to start. A profile is empty at first; without one the driver makes one. The
    /// folder is the browser's home, where a driver of its own has one.
    pub(super) fn capabilities(self, settings: &Settings, profile: Option<&Path>, home: Option<&Path>) -> Capabilities {
        let wanted = match self {
            Self::Chromium => chromium(settings, profile),
            Self::Firefox => firefox(settings, profile, home.expect("a driver of its own")),
            Self::WebKit => webkit(settings),
        };
        match wanted {
            Value::Object(map) => map,
            _ => unreachable!("capabilities are an object"),
        }
    }
}

fn chromium(settings: &Settings, profile: Option<&Path>) -> Value {
    assert!(!settings.private, "what tells a private window is only tried in Firefox");
    let mut arguments: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-ipc-flooding-protection",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .into();
    arguments.extend(profile.map(|profile| format!("--user-data-dir={}", profile.display())));
    if let Some(port) = settings.proxy {
        arguments.push(format!("--proxy-server=http://127.0.0.1:{port}"));
        arguments.push("--proxy-bypass-list=<-loopback>".to_owned());
    }
    let options = json!({ "binary": environment("BLUEPENCIL_CHROMIUM"), "args": arguments });
    let mut wanted = json!({ "browserName": "chrome", "goog:chromeOptions": options });
    if settings.watched {
        wanted["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
        wanted["goog:chromeOptions"]["perfLoggingPrefs"] = json!({ "enableNetwork": true, "enablePage": false });
    }
    wanted
}

fn firefox(settings: &Settings, profile: Option<&Path>, home: &Path) -> Value {
    let mut arguments = vec!["-headless".to_owned(), "--width=1280".to_owned(), "--height=900".to_owned()];
    let profile = profile.map_or_else(|| home.join("profile"), Path::to_path_buf);
    // It makes one by itself only where it chooses the place.
    std::fs::create_dir_all(profile.join("chrome")).expect("a folder for the profile");
    // A window with its controls is never as narrow as a phone.
    let narrow = ":root { min-width: 0 !important; } toolbar, toolbox { display: none !important; }";
    std::fs::write(profile.join("chrome/userChrome.css"), narrow).expect("a style for the window");
    arguments.extend(["-profile".to_owned(), profile.display().to_string()]);
    let mut preferences = json!({
        "browser.download.folderList": 2,
        "browser.download.dir": home.join("downloads"),
        "browser.download.alwaysOpenPanel": false,
        "ui.prefersReducedMotion": 1,
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        // A millisecond is too coarse for a measurement.
        "privacy.reduceTimerPrecision": false,
    });
    if settings.private {
        preferences["browser.privatebrowsing.autostart"] = true.into();
    }
    if let Some(port) = settings.proxy {
        preferences["network.proxy.type"] = 1.into();
        preferences["network.proxy.http"] = "127.0.0.1".into();
        preferences["network.proxy.http_port"] = port.into();
        preferences["network.proxy.allow_hijacking_localhost"] = true.into();
    }
    let options = json!({ "binary": environment("BLUEPENCIL_FIREFOX"), "args": arguments, "prefs": preferences });
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

fn webkit(settings: &Settings) -> Value {
    match settings.proxy {
        Some(port) => json!({ "proxy": { "proxyType": "manual", "httpProxy": format!("127.0.0.1:{port}") } }),
        None => json!({}),
    }
}
