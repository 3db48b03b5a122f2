//! The list of annotations, and making one.

use serde::Deserialize;
use serde_json::json;

use super::Desk;

/// The four labels that every project has.
pub const LABELS: [&str; 4] = ["quote", "claim", "caption", "credit"];

/// An item of the list named `Annotations`.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Annotation {
    /// The annotation's id.
    pub id: String,
    /// `quote`, `claim`, …
    pub label: String,
    /// First code point in the article's text.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
    /// `accepted` or `suggested`.
    pub status: String,
}

impl Annotation {
    /// Label and extent, without the id.
    pub fn place(&self) -> (&str, usize, usize) {
        (&self.label, self.start, self.end)
    }
}

/// The key that marks with a label.
pub fn key_of(label: &str) -> &'static str {
    match label {
        "quote" => "Q",
        "claim" => "C",
        "caption" => "P",
        "credit" => "R",
        _ => panic!("no key marks {label}"),
    }
}

impl Desk {
    /// The items of the list, in its order.
    pub async fn annotations(&self) -> Vec<Annotation> {
        self.ask(
            "return annotationItems().map(({ dataset }) => ({ id: dataset.annotationId, label: dataset.label,
                start: Number(dataset.start), end: Number(dataset.end), status: dataset.status }))",
            &[],
        )
        .await
    }

    /// Waits until the list has an annotation of these segments, each a start and an end.
    pub async fn annotation_of(&self, label: &str, segments: &[(usize, usize)]) {
        let written: Vec<String> = segments.iter().map(|(start, end)| format!("{start}-{end}")).collect();
        self.wait_until(&format!("the list to hold a {label} of {written:?}"), async || {
            self.ask(
                "return annotationItems().some(({ dataset }) => dataset.label === arguments[0]
                   && dataset.segments === arguments[1])",
                &[json!(label), json!(written.join(" "))],
            )
            .await
        })
        .await;
    }

    /// Waits until the list has as many items, and gives it.
    pub async fn annotations_to_be(&self, count: usize) -> Vec<Annotation> {
        self.wait_for(&format!("{count} annotations in the list"), async || {
            Some(self.annotations().await).filter(|all| all.len() == count)
        })
        .await
    }

    /// Waits until the list has an annotation with this label and extent.
    pub async fn annotation(&self, label: &str, start: usize, end: usize) -> Annotation {
        self.wait_for(&format!("the list to hold a {label} from {start} to {end}"), async || {
            self.annotations().await.into_iter().find(|each| each.place() == (label, start, end))
        })
        .await
    }

    /// Selects by script, presses the label's key, and waits for the mark in the list.
    pub async fn mark(&self, label: &str, start: usize, end: usize) -> Annotation {
        self.select(start, end).await;
        self.press(key_of(label)).await;
        self.annotation(label, start, end).await
    }

    /// Marks a stretch whose ends the page may move to the next character, and waits for one item more in the list.
    pub async fn mark_roughly(&self, label: &str, start: usize, end: usize) {
        let before = self.annotations().await.len();
        self.select(start, end).await;
        self.press(key_of(label)).await;
        self.annotations_to_be(before + 1).await;
    }

    /// Marks the only place where the words stand.
    pub async fn mark_words(&self, label: &str, words: &str) -> Annotation {
        let (start, end) = self.article().await.find(words);
        self.mark(label, start, end).await
    }

    /// The annotation that has the focus: the address says which, or else the list's current item.
    pub async fn focused(&self) -> Option<String> {
        self.ask(
            "const addressed = location.hash.match(/\\/annotation\\/([^/]+)/)?.[1];
             const current = annotationItems().find((item) => [item, ...item.querySelectorAll('*')]
               .some((each) => (each.ariaCurrent ?? 'false') !== 'false' || each.ariaSelected === 'true'));
             return addressed ?? current?.dataset.annotationId ?? null",
            &[],
        )
        .await
    }

    /// Waits until an annotation has the focus.
    pub async fn focus_on(&self, id: &str) {
        self.wait_until(&format!("annotation {id} to have the focus"), async || {
            self.focused().await.as_deref() == Some(id)
        })
        .await;
    }

    /// What the list's item of an annotation says.
    pub async fn item_text(&self, id: &str) -> String {
        self.ask(
            "return squeeze(annotationItems().find((item) => item.dataset.annotationId === arguments[0])?.textContent)",
            &[json!(id)],
        )
        .await
    }
}
