//! Large files are read in a worker beside the page, wherever the page comes from, and on the page where there is no worker.

use std::fs;
use std::path::PathBuf;

use bluepencil::session::FileContent;
use serde_json::{Value, json};

use crate::support::{Desk, Host, Settings, plain_host, with_browser};

/// How many paragraphs the file's article has, each with a mark.
const MARKS: usize = 300;

/// Counts the workers that have said that they are there, and the parts that they have sent.
const COUNT: &str = "
    window.__parts = 0;
    window.__workers = 0;
    window.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener('message', () => { window.__workers += 1; }, { once: true });
        this.addEventListener('message', ({ data }) => { if (typeof data === 'string') window.__parts += 1; });
      }
    };";

/// A file of more than 200 kB.
fn large() -> Value {
    let words = |number: usize| format!("Ferry {number} is late");
    let paragraphs: Vec<String> = (0..MARKS).map(|number| format!("“{},” she said.", words(number))).collect();
    let mut start = 0;
    let annotations = paragraphs.iter().enumerate().map(|(number, paragraph)| {
        let (from, exact) = (start + 1, words(number));
        start += paragraph.chars().count() + 2;
        json!({
            "id": format!("00000000-0000-4000-8000-{number:012x}"),
            "label": "quote",
            "note": "Heard at the quay. ".repeat(40),
            "segments": [{ "start": from, "end": from + exact.len(), "exact": exact }],
            "created": "2026-11-23T14:00:00Z"
        })
    });
    let annotations: Vec<Value> = annotations.collect();
    json!({ "format": "bluepencil", "version": 1, "articles": [{
        "id": "00000000-0000-4000-8000-00000000feed", "title": "Ferries", "text": paragraphs.join("\n\n"), "annotations": annotations
    }] })
}

/// The file with a mark whose words are not those of the text.
fn malformed() -> Vec<u8> {
    let mut file = large();
    file["articles"][0]["annotations"][MARKS - 1]["segments"][0]["exact"] = json!("Horse 299 is late");
    file.to_string().into_bytes()
}

/// Gives the page the file and waits until all of it is there.
async fn import(desk: &Desk) {
    let file = large().to_string();
    assert!(file.len() > 200_000, "{} bytes", file.len());
    desk.listen().await;
    desk.choose_files(&[("ferries.json", file.as_bytes())]).await;
    desk.told("Imported ferries.json: ").await;
    desk.article_with(&format!("“{},” she said.", "Ferry 0 is late")).await;
    assert_eq!(desk.export().await.spans().len(), MARKS);
}

/// How many parts workers have sent so far: known once the file is in.
async fn now_parts(desk: &Desk) -> usize {
    desk.now("return window.__parts", &[]).await
}

/// Runs a test with the page of an address open, and counts what its workers send.
fn with_page(address: Option<String>, test: impl AsyncFnOnce(&Desk)) {
    with_browser(Settings { address, ..Settings::default() }, async |desk: &Desk| {
        desk.before_every_page(COUNT).await;
        desk.open("").await;
        test(desk).await;
    });
}

/// The file of a host's page that is the script of its worker.
fn worker_script(host: &Host) -> PathBuf {
    let files = fs::read_dir(host.file("index.html").parent().expect("a folder")).expect("the page");
    let mut files = files.map(|file| file.expect("a file").path());
    let is_it = |name: &str| name.starts_with("file-worker-") && name.ends_with(".js");
    files.find(|file| file.file_name().and_then(|name| name.to_str()).is_some_and(is_it)).expect("the worker’s script")
}

#[test]
fn a_large_file_comes_in_through_the_worker() {
    with_page(None, async |desk| {
        import(desk).await;
        assert!(now_parts(desk).await > 2);
        assert_eq!(desk.console_so_far().await, Vec::<String>::new());
        assert_eq!(desk.violations_so_far().await, Vec::<String>::new());
    });
}

#[test]
fn the_worker_is_there_after_its_host_is_gone() {
    let mut host = Host::start();
    with_page(Some(host.address()), async |desk| {
        desk.works_offline().await;
        host.stop();
        import(desk).await;
        assert!(now_parts(desk).await > 2);
    });
}

#[test]
fn where_nothing_is_kept_the_worker_is_there_from_the_start_and_for_every_file() {
    let mut host = Host::start();
    with_browser(Settings { address: Some(host.address()), ..Settings::default() }, async |desk: &Desk| {
        let without = "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });";
        desk.before_every_page(&format!("{without}{COUNT}")).await;
        desk.open("").await;
        desk.offline_to_be("unavailable").await;
        desk.gives("the number of workers that are there", 1, "return window.__workers", &[]).await;
        host.stop();
        import(desk).await;
        let parts = now_parts(desk).await;
        assert!(parts > 2);
        import(desk).await;
        assert_eq!(now_parts(desk).await, 2 * parts);
    });
}

#[test]
fn a_host_that_sends_no_headers_will_do() {
    with_page(Some(plain_host()), async |desk| {
        import(desk).await;
        assert!(now_parts(desk).await > 2);
    });
}

#[test]
fn where_the_worker_is_refused_the_page_reads_the_file_itself() {
    let host = Host::start();
    fs::remove_file(worker_script(&host)).expect("to take the worker away");
    host.write_worker();
    with_page(Some(host.address()), async |desk| {
        import(desk).await;
        assert_eq!(now_parts(desk).await, 0);
    });
}

#[test]
fn a_large_file_that_is_wrong_is_refused_in_the_same_words() {
    with_page(None, async |desk| {
        let file = malformed();
        let sentence = FileContent::of("ferries.json", &file).expect_err("it is refused");
        desk.choose_files(&[("ferries.json", &file)]).await;
        desk.alert_is(&sentence).await;
        assert_eq!(now_parts(desk).await, 1);
    });
}

#[test]
fn a_large_text_becomes_an_article() {
    with_page(None, async |desk| {
        let text = format!("Ferry strike\n\n{}", "Crews stayed away again on Monday.\n\n".repeat(8_000));
        desk.choose_files(&[("ferry.txt", text.as_bytes())]).await;
        desk.article_with("Ferry strike").await;
        assert!(now_parts(desk).await > 2);
    });
}
