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
    async fn annotations(&self) -> Vec<Annotation> {
        self.ask(
            "return annotationItems().map(({ dataset }) => ({ id: dataset.annotationId, label: dataset.label,
                start: Number(dataset.start), end: Number(dataset.end), status: dataset.status }))",
            &[],
        )
        .await
    }

    /// The items of the list, in its order, once the page has come to rest.
    pub async fn settled_annotations(&self) -> Vec<Annotation> {
        self.settled("the list", async || self.annotations().await).await
    }

    /// Waits until the list has these items in this order when the page has come to rest. So it can be said, too, that an
    /// action has changed nothing.
    pub async fn annotations_are(&self, wanted: &[Annotation]) {
        self.expects("the list", wanted, async || self.settled_annotations().await).await;
    }

    /// Waits until the list is as it should be, and gives it.
    pub async fn annotations_where(&self, what: &str, fits: impl Fn(&[Annotation]) -> bool) -> Vec<Annotation> {
        self.expects_that(what, async || self.annotations().await, |all| fits(all)).await
    }

    /// Waits until the list has an annotation of these segments, each a start and an end.
    pub async fn annotation_of(&self, label: &str, segments: &[(usize, usize)]) {
        let written: Vec<String> = segments.iter().map(|(start, end)| format!("{start}-{end}")).collect();
        let wanted = (label.to_owned(), written.join(" "));
        let listed = "return annotationItems().map(({ dataset }) => [dataset.label, dataset.segments])";
        let look = async || self.ask(listed, &[]).await;
        self.expects_that(&format!("the list to hold {wanted:?}"), look, |all: &Vec<(String, String)>| {
            all.contains(&wanted)
        })
        .await;
    }

    /// Waits until the list has as many items when the page has come to rest, and gives it.
    pub async fn annotations_to_be(&self, count: usize) -> Vec<Annotation> {
        let what = format!("{count} annotations in the list");
        self.expects_that(&what, async || self.settled_annotations().await, |all| all.len() == count).await
    }

    /// Waits until this is how many items the list says it has, beyond those that it shows.
    pub async fn list_counts(&self, count: usize) {
        let counted = "return Number(annotationItems()[0]?.getAttribute('aria-setsize') ?? 0)";
        self.gives("the number of items that the list says it has", count, counted, &[]).await;
    }

    /// Waits until the list has an annotation with this label and extent.
    pub async fn annotation(&self, label: &str, start: usize, end: usize) -> Annotation {
        let wanted = (label, start, end);
        self.wait(&format!("the list to hold a {label} from {start} to {end}"), async || {
            let seen = self.annotations().await;
            let found = seen.iter().find(|each| each.place() == wanted).cloned();
            found.ok_or_else(|| format!("last seen: {:?}", seen.iter().map(Annotation::place).collect::<Vec<_>>()))
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
        let before = self.settled_annotations().await.len();
        self.select(start, end).await;
        self.press(key_of(label)).await;
        self.annotations_to_be(before + 1).await;
    }

    /// Marks the only place where the words stand.
    pub async fn mark_words(&self, label: &str, words: &str) -> Annotation {
        let (start, end) = self.settled_article().await.find(words);
        self.mark(label, start, end).await
    }

    /// Waits until an annotation has the focus: the address says which, or else the list's current item.
    pub async fn focus_on(&self, id: &str) {
        self.gives(
            "the annotation in focus",
            id,
            "const addressed = location.hash.match(/\\/annotation\\/([^/]+)/)?.[1];
             const current = annotationItems().find((item) => [item, ...item.querySelectorAll('*')]
               .some((each) => (each.ariaCurrent ?? 'false') !== 'false' || each.ariaSelected === 'true'));
             return addressed ?? current?.dataset.annotationId ?? null",
            &[],
        )
        .await;
    }

    /// Waits until the list's item of an annotation has these words.
    pub async fn item_says(&self, id: &str, words: &str) {
        let item =
            "return squeeze(annotationItems().find((item) => item.dataset.annotationId === arguments[0])?.textContent)";
        let look = async || self.ask::<String>(item, &[json!(id)]).await;
        self.expects_that(&format!("{words:?} in the item of {id}"), look, |text| text.contains(words)).await;
    }
}
