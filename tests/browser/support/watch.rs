//! What happened behind the page: sentences said, errors, requests, policy violations.

use serde_json::{Value, json};

use super::Desk;

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
        self.wait_for(&format!("{sentence} in the {role} region"), async || {
            self.sentences(role).await.into_iter().find(|sentence| sentence.to_lowercase().contains(&wanted))
        })
        .await
    }

    /// What the alert region says now.
    pub async fn alert(&self) -> String {
        self.ask("return textOf('p[role=alert]')", &[]).await
    }

    /// Everything that the `status` or the `alert` region has said since [`Desk::listen`].
    pub async fn sentences(&self, role: &str) -> Vec<String> {
        self.ask("return __watch[arguments[0]]", &[json!(role)]).await
    }

    /// What Chromium and the page have written to the console, and errors nobody caught.
    pub async fn console(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.ask("return __watch.errors", &[]).await;
        lines.extend(
            self.browser.log("browser").await.iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])),
        );
        lines
    }

    /// What the Content-Security-Policy had to stop.
    pub async fn violations(&self) -> Vec<String> {
        self.ask("return __watch.violations", &[]).await
    }

    /// The addresses asked for since the last time, without those that never leave the browser (`data:`, `blob:`,
    /// the browser's own pages).
    pub async fn requests(&self) -> Vec<String> {
        let inside = ["data:", "blob:", "chrome:"];
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
