//! Files into the page and out of it: chosen, dropped, pasted, downloaded.

use serde_json::{Value, json};

use super::browser::done;
use super::{Article, Desk, key_of};

/// A file that the page handed out.
#[derive(Clone, Debug, PartialEq)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Download {
    /// The file read as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{} is not JSON: {error}", self.name))
    }

    /// The annotations of the file's only article.
    pub fn annotations(&self) -> Vec<Value> {
        let file = self.json();
        let articles = file["articles"].as_array().expect("articles in the file");
        assert_eq!(articles.len(), 1, "articles in {}", self.name);
        articles[0]["annotations"].as_array().cloned().unwrap_or_default()
    }

    /// (label, start, end, words) of each segment, sorted.
    pub fn spans(&self) -> Vec<(String, usize, usize, String)> {
        let number = |value: &Value| usize::try_from(value.as_u64().expect("a position")).expect("a position");
        let mut spans = Vec::new();
        for annotation in self.annotations() {
            for segment in annotation["segments"].as_array().expect("segments") {
                let word = |value: &Value| value.as_str().expect("text").to_owned();
                spans.push((
                    word(&annotation["label"]),
                    number(&segment["start"]),
                    number(&segment["end"]),
                    word(&segment["exact"]),
                ));
            }
        }
        spans.sort();
        spans
    }
}

impl Desk {
    /// Has the browser put downloads into the scratch folder.
    pub(super) async fn receive_downloads(&self) {
        let folder = self.scratch.path("downloads");
        self.devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await;
    }

    /// Waits for a download to be finished and takes it away.
    pub async fn downloaded(&self) -> Download {
        let folder = self.scratch.path("downloads");
        self.wait_for("a downloaded file", async || {
            // The browser keeps the name with an empty file before it writes, and writes under another name.
            let files = std::fs::read_dir(&folder).expect("the folder for downloads");
            let files: Vec<_> = files.map(|entry| entry.expect("a file").path()).collect();
            let [file] = files.as_slice() else { return None };
            let name = file.file_name()?.to_string_lossy().into_owned();
            let is_whole = !name.starts_with('.') && !name.ends_with(".crdownload") && !name.ends_with(".tmp");
            let bytes = std::fs::read(file).ok().filter(|bytes| is_whole && !bytes.is_empty())?;
            std::fs::remove_file(file).expect("to take the downloaded file away");
            Some(Download { name, bytes })
        })
        .await
    }

    /// Presses `Ctrl+S` and takes the file.
    pub async fn export(&self) -> Download {
        self.press("Ctrl+S").await;
        self.downloaded().await
    }

    /// Gives files to the page's `input[type=file][data-import]`, as the system's dialog does.
    pub async fn choose_files(&self, files: &[(&str, &[u8])]) {
        let input = self
            .wait_for("input[type=file][data-import]", async || {
                let value: Value =
                    self.ask("return document.querySelector('input[type=file][data-import]')", &[]).await;
                self.element(&value)
            })
            .await;
        let paths: Vec<String> =
            files.iter().map(|(name, bytes)| self.scratch.write(name, bytes).display().to_string()).collect();
        done("choose files", input.send_keys(&paths.join("\n")).await);
    }

    /// Drops a file on the middle of the page with a real drag from outside.
    pub async fn drop_file(&self, name: &str, bytes: &[u8]) {
        let path = self.scratch.write(name, bytes);
        let (x, y): (f64, f64) = self.ask("return [innerWidth / 2, innerHeight / 2]", &[]).await;
        for event in ["dragEnter", "dragOver", "drop"] {
            self.devtools(
                "Input.dispatchDragEvent",
                json!({ "type": event, "x": x, "y": y, "data": { "items": [], "files": [path], "dragOperationsMask": 1 } }),
            )
            .await;
        }
    }

    /// Puts text on the real clipboard and presses `Ctrl+V`.
    pub async fn paste(&self, text: &str) {
        let script = format!("navigator.clipboard.writeText({})", json!(text));
        // The browser lets a page write to the clipboard only where a user has acted in it.
        let answer = self
            .devtools("Runtime.evaluate", json!({ "expression": script, "awaitPromise": true, "userGesture": true }))
            .await;
        assert_eq!(answer["exceptionDetails"], serde_json::Value::Null, "the clipboard took no text");
        self.press("Ctrl+V").await;
    }

    /// Opens a plain text as an article, from a file, and waits until its first block is on the page.
    pub async fn open_text(&self, text: &str) -> Article {
        self.choose_files(&[("article.txt", text.as_bytes())]).await;
        let first = text.lines().find(|line| !line.trim().is_empty()).expect("a text with words");
        self.article_with(first.trim_start_matches('\u{feff}').trim()).await
    }

    /// Opens a plain text and marks stretches of it, given as label and words.
    pub async fn open_marked(&self, text: &str, marks: &[(&str, &str)]) -> Article {
        let article = self.open_text(text).await;
        for (label, words) in marks {
            let (start, end) = article.find(words);
            self.select(start, end).await;
            self.press(key_of(label)).await;
            self.annotation(label, start, end).await;
        }
        article
    }
}
