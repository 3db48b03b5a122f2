//! What happened behind the page: sentences said, errors, requests, policy violations.

use serde_json::{Value, json};

use super::{Desk, Engine};

impl Desk {
    /// Forgets the sentences said so far.
    pub async fn listen(&self) {
        self.ask::<()>("__watch.status.length = 0; __watch.alert.length = 0; return null", &[]).await;
    }

    /// Waits until the status region has said a sentence with these words since [`Desk::listen`]; gives the sentence.
    pub async fn told(&self, words: &str) -> String {
        self.heard("status", words).await
    }

    /// Waits until the alert region has said a sentence with these words since [`Desk::listen`]; gives the sentence.
    pub async fn warned(&self, words: &str) -> String {
        self.heard("alert", words).await
    }

    async fn heard(&self, role: &str, words: &str) -> String {
        let wanted = words.to_lowercase();
        let sentence = if words.is_empty() { "a sentence".to_owned() } else { format!("a sentence with {words:?}") };
        self.wait(&format!("{sentence} in the {role} region"), async || {
            let said = self.sentences(role).await;
            let found = said.iter().find(|sentence| sentence.to_lowercase().contains(&wanted)).cloned();
            found.ok_or_else(|| format!("said so far: {said:#?}"))
        })
        .await
    }

    /// Waits until the alert region shows just these words; none where nothing is refused or has failed.
    pub async fn alert_is(&self, words: &str) {
        self.gives("the alert region", words, "return textOf('p[role=alert]')", &[]).await;
    }

    /// Waits until what the alert region shows is as it should be.
    pub async fn alert_where(&self, what: &str, fits: impl Fn(&str) -> bool) {
        let look = async || self.ask::<String>("return textOf('p[role=alert]')", &[]).await;
        self.expects_that(&format!("{what} in the alert region"), look, |words| fits(words)).await;
    }

    async fn sentences(&self, role: &str) -> Vec<String> {
        self.ask("return __watch[arguments[0]]", &[json!(role)]).await
    }

    /// All errors nobody caught, and in Chromium what the page and the browser have written to the console since the last time. It is to be
    /// read when the page has done everything that could have written there.
    pub async fn console_so_far(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.ask("return __watch.errors", &[]).await;
        if self.engine() == Engine::Chromium {
            let log = self.browser.log("browser").await;
            lines.extend(log.iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])));
        }
        lines
    }

    /// What the Content-Security-Policy has had to stop.
    pub async fn violations_so_far(&self) -> Vec<String> {
        self.ask("return __watch.violations", &[]).await
    }

    /// The addresses asked for since the last time, without those that never leave the browser (`data:`, `blob:`,
    /// the browser's own pages). Only Chromium tells them all.
    pub async fn requests_so_far(&self) -> Vec<String> {
        let inside = ["data:", "blob:", "chrome:"];
        assert_eq!(self.engine(), Engine::Chromium, "no log of requests: name the test in tests/browser/engines.txt");
        let entries = self.browser.log("performance").await;
        let asked = entries.iter().filter_map(request);
        asked.filter(|address| !inside.iter().any(|scheme| address.starts_with(scheme))).collect()
    }

    /// Where the page is served.
    pub fn origin(&self) -> &str {
        self.browser.address()
    }
}

/// The address in an entry of the performance log that tells of a request.
fn request(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &message["message"];
    let address = match event["method"].as_str()? {
        "Network.requestWillBeSent" => &event["params"]["request"]["url"],
        "Network.webSocketCreated" | "Network.webTransportCreated" => &event["params"]["url"],
        _ => return None,
    };
    address.as_str().map(str::to_owned)
}
