//! Files into the page and out of it: chosen, dropped, pasted, downloaded.

use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::browser::done;
use super::{Article, Desk, Engine, key_of};

/// How the names of files end that a browser is still writing.
const UNFINISHED: [&str; 4] = [".crdownload", ".tmp", ".part", ".wkdownload"];

/// Drops a file on the middle of the page.
const DROP: &str = "
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
    const [clientX, clientY] = [innerWidth / 2, innerHeight / 2];
    const target = document.elementFromPoint(clientX, clientY);
    for (const kind of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(kind, { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }));
    return null";

/// Has the next key put words on the clipboard and do nothing else.
const COPY_AT_NEXT_KEY: &str = "
    const words = arguments[0];
    window.__copied = null;
    addEventListener('keydown', (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      navigator.clipboard.writeText(words).then(() => { window.__copied = 'written'; }, (error) => { window.__copied = String(error); });
    }, { capture: true, once: true });
    return null";

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
    /// Has Chromium put downloads into the scratch folder; the others put them into their home.
    pub(super) async fn receive_downloads(&self) {
        if self.engine() == Engine::Chromium {
            let folder = self.downloads();
            self.devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await;
        }
    }

    fn downloads(&self) -> PathBuf {
        match self.engine() {
            Engine::Chromium => self.scratch.path("downloads"),
            Engine::Firefox | Engine::WebKit => self.browser.home().join("downloads"),
        }
    }

    /// Waits for a download to be finished and takes it away.
    pub async fn downloaded(&self) -> Download {
        self.downloaded_when().await.0
    }

    /// The same, with the moment at which the file got its name, in milliseconds since 1970.
    pub async fn downloaded_when(&self) -> (Download, f64) {
        let folder = self.downloads();
        self.wait_for("a downloaded file", async || {
            // The browser keeps the name with an empty file before it writes, and writes under another name.
            let files = std::fs::read_dir(&folder).expect("the folder for downloads");
            let files: Vec<_> = files.map(|entry| entry.expect("a file").path()).collect();
            let [file] = files.as_slice() else { return None };
            let name = file.file_name()?.to_string_lossy().into_owned();
            let is_whole = !name.starts_with('.') && !UNFINISHED.iter().any(|ending| name.ends_with(ending));
            let bytes = std::fs::read(file).ok().filter(|bytes| is_whole && !bytes.is_empty())?;
            let facts = std::fs::metadata(file).expect("the facts of the downloaded file");
            std::fs::remove_file(file).expect("to take the downloaded file away");
            let when = facts.ctime() as f64 * 1e3 + facts.ctime_nsec() as f64 / 1e6;
            Some((Download { name, bytes }, when))
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

    /// Drops a file on the middle of the page: in Chromium with a real drag from outside, elsewhere with the events of one.
    pub async fn drop_file(&self, name: &str, bytes: &[u8]) {
        if self.engine() != Engine::Chromium {
            return self.run(DROP, &[json!(name), json!(bytes)]).await;
        }
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

    /// Puts text on the real clipboard and presses `Ctrl+V`. The browser lets a page write to the clipboard only where a user
    /// has acted in it, so a key does it.
    pub async fn paste(&self, text: &str) {
        self.run(COPY_AT_NEXT_KEY, &[json!(text)]).await;
        self.press("F9").await;
        self.gives("what came of writing to the clipboard", "written", "return window.__copied ?? null", &[]).await;
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
