//! Pastes and drops in the shapes in which office programs, browsers and file managers leave them.

use serde_json::{Value, json};

use crate::support::{Desk, with_desk};
use crate::texts::{HARBOUR, HARBOUR_TITLE};

/// Pastes or drops what no driver can put on the clipboard: texts by their types, and pictures.
const TRANSFER: &str = "
    const [kind, texts, pictures] = arguments, data = new DataTransfer();
    for (const [type, text] of Object.entries(texts)) data.setData(type, text);
    for (const name of pictures) data.items.add(new File([new Uint8Array([137, 80, 78, 71])], name, { type: 'image/png' }));
    const event = kind === 'paste'
      ? new ClipboardEvent('paste', { bubbles: true, cancelable: true })
      : new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, kind === 'paste' ? 'clipboardData' : 'dataTransfer', { value: data });
    document.body.dispatchEvent(event);
    return event.defaultPrevented";

async fn transfer(desk: &Desk, kind: &str, texts: Value, pictures: &[&str]) {
    let taken: bool = desk.now(TRANSFER, &[json!(kind), texts, json!(pictures)]).await;
    assert!(taken, "the browser would do something of its own");
}

#[test]
fn the_words_are_taken_and_not_the_picture_of_them_beside_them() {
    with_desk(async |desk| {
        let texts = json!({ "text/plain": HARBOUR, "text/html": format!("<p>{HARBOUR}</p>") });
        transfer(desk, "paste", texts, &["image.png"]).await;
        desk.article_with(HARBOUR_TITLE).await;
        assert_eq!(desk.export().await.json()["articles"][0]["text"], HARBOUR);
        desk.alert_is("").await;
    });
}

#[test]
fn what_cannot_be_taken_is_told_and_changes_nothing() {
    with_desk(async |desk| {
        let before = desk.settled_article().await;
        let html = json!({ "text/html": "<h1>Ferry strike</h1><p>Crews stayed away.</p>" });
        let link = json!({ "text/uri-list": "https://example.org/ferry", "text/plain": "https://example.org/ferry" });
        for (kind, texts, pictures, words) in [
            ("paste", json!({}), &["image.png"][..], "a picture"),
            ("paste", html.clone(), &[], "formatted text"),
            ("paste", json!({}), &[], "holds no text"),
            ("drop", html, &[], "formatted text"),
            ("drop", link, &[], "A link has no text"),
            ("drop", json!({}), &[], "no text or file"),
        ] {
            transfer(desk, kind, texts, pictures).await;
            desk.alert_where(words, |alert| alert.contains(words)).await;
        }
        desk.article_is(&before).await;
    });
}

#[test]
fn words_that_are_dropped_open_and_the_page_is_never_left_for_them() {
    with_desk(async |desk| {
        transfer(desk, "drop", json!({ "text/plain": HARBOUR }), &[]).await;
        desk.article_with(HARBOUR_TITLE).await;
        let over = "const event = new DragEvent('dragover', { bubbles: true, cancelable: true });
            document.body.dispatchEvent(event);
            return event.defaultPrevented";
        assert!(desk.now::<bool>(over, &[]).await, "the browser would open what is dropped");
    });
}

#[test]
fn a_file_of_a_word_processor_is_refused_in_plain_words() {
    with_desk(async |desk| {
        desk.choose_files(&[("harbour.rtf", br"{\rtf1\ansi Harbour stays closed}")]).await;
        desk.alert_where("a word on the document", |alert| {
            alert.contains("a document with formatting") && !alert.contains("JSON")
        })
        .await;
    });
}
