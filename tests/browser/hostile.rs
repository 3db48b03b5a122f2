//! Hostile input is only text: every string of the table goes into every field of the page, where it runs nothing, loads
//! nothing, makes no element, turns no words of the page, and stays as it is.
//!
//! Each test has one page that takes all strings one after the other.

#[path = "../hostile.rs"]
mod table;

use serde_json::{Value, json};

use crate::support::{Desk, Download, Settings, with_browser};
use crate::texts::BRIDGE;

/// Runs a test in a page that notes whatever a string would do, and looks at the end at what has happened behind it.
fn with_watched_desk<T: AsyncFnOnce(&Desk)>(test: T) {
    with_browser(Settings::default(), async |desk: &Desk| {
        desk.before_every_page(include_str!("support/canary.js")).await;
        desk.open("").await;
        // What the page fetches to open without the network comes a moment later.
        desk.works_offline().await;
        desk.requests_so_far().await;
        test(desk).await;
        innocent(desk, "at the end").await;
        let mut loaded = desk.requests_so_far().await;
        // The worker that reads large files comes from what is kept; `large_files.rs` looks at what is sent for it.
        loaded.retain(|address| !address.contains("/file-worker-"));
        assert_eq!(loaded, Vec::<String>::new(), "nothing is loaded");
        assert_eq!(desk.violations_so_far().await, Vec::<String>::new(), "the policy had nothing to stop");
        // Chromium remarks on a field that would take the focus while another has it; that is no error.
        let errors: Vec<String> =
            desk.console_so_far().await.into_iter().filter(|line| !line.starts_with("\"INFO\"")).collect();
        assert_eq!(errors, Vec::<String>::new(), "the console is empty");
    });
}

/// Runs the body of an `async` function over all strings, some at a time, which it has as `strings`, and checks that it
/// found nothing wrong.
async fn over_all(desk: &Desk, body: &str) {
    let script = format!("{INNOCENCE}\nconst [strings] = arguments; const wrong = [];\n{body}\nreturn wrong");
    for class in table::classes() {
        for some in class.strings().collect::<Vec<_>>().chunks(30) {
            let wrong: Vec<Value> = desk.answer(&script, &[json!(some)]).await;
            assert!(wrong.is_empty(), "{}, which {}: {wrong:?}", class.name, class.does);
        }
    }
}

const INNOCENCE: &str = include_str!("support/innocence.js");

/// Checks that nothing of the page is what a string asked for.
async fn innocent(desk: &Desk, when: &str) {
    let wrong: Vec<String> = desk.now(&format!("{INNOCENCE}\nreturn innocence()"), &[]).await;
    assert_eq!(wrong, Vec::<String>::new(), "{when}");
}

#[test]
fn a_hostile_text_that_is_pasted_opens_as_it_is() {
    with_watched_desk(async |desk| {
        over_all(
            desk,
            "for (const string of strings) {
               const before = article().dataset.articleId;
               const clipboardData = new DataTransfer();
               clipboardData.setData('text/plain', `${string} x`);
               await silence();
               window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
               const opens = !string.trimStart().startsWith('{');
               const shown = () => letters(blocks().map(({ text }) => text).join('')) === kept(`${string} x`);
               const done = () => (opens ? article().dataset.articleId !== before && shown() : __watch.alert.length > 0);
               if (!await until(done)) wrong.push(['not kept', string.slice(0, 60)]);
               wrong.push(...innocence());
               if (wrong.length) break;
             }",
        )
        .await;
        desk.open_library().await;
        innocent(desk, "in the library").await;
        let rows = "return document.querySelectorAll('[aria-label=Articles] li').length";
        desk.expects_that("more than 300 articles", async || desk.now(rows, &[]).await, |count: &usize| *count > 300)
            .await;
    });
}

#[test]
fn a_hostile_text_file_and_a_hostile_text_in_the_dialog_open_as_they_are() {
    with_watched_desk(async |desk| {
        over_all(
            desk,
            "const give = (name, content) => {
               const files = new DataTransfer();
               files.items.add(new File([content], name));
               const input = document.querySelector('input[type=file][data-import]');
               input.files = files.files;
               input.dispatchEvent(new Event('change', { bubbles: true }));
             };
             for (const [number, string] of strings.entries()) {
               if (string.trimStart().startsWith('{') || string.includes('\\0')) continue;
               const before = article().dataset.articleId;
               const text = `${string} in a ${number % 2 ? 'file' : 'dialog'}`;
               if (number % 2) {
                 give(`${number}.txt`, text);
               } else {
                 document.querySelector('[data-command=\"New article\"]').click();
                 await until(() => dialogs().length === 1 && document.getElementById('article-text'));
                 document.getElementById('article-text').value = text;
                 document.getElementById('article-title').value = string.replace(/[\\r\\n]/g, '');
                 named(PRESSABLE, 'Open article')[0].click();
               }
               const shown = () => letters(blocks().map(({ text }) => text).join('')) === kept(text);
               if (!await until(() => article().dataset.articleId !== before && shown() && !dialogs().length)) {
                 wrong.push(['not kept', string.slice(0, 60)]);
               }
               wrong.push(...innocence());
               if (wrong.length) break;
             }",
        )
        .await;
    });
}

#[test]
fn a_hostile_name_of_a_file_is_only_said() {
    with_watched_desk(async |desk| {
        let before = (desk.settled_storage().await, desk.settled_article().await);
        over_all(
            desk,
            "const input = document.querySelector('input[type=file][data-import]');
             for (const string of strings) {
               for (const [name, content] of [[string, '{'], [`${string}.json`, ''],
                 ['bluepencil-keys.json', JSON.stringify({ format: 'bluepencil-keys', version: 1, keys: { [`${string} `]: ['X'] } })]]) {
                 const files = new DataTransfer();
                 files.items.add(new File([content], name));
                 await silence();
                 input.files = files.files;
                 input.dispatchEvent(new Event('change', { bubbles: true }));
                 if (!await until(() => __watch.alert.some((said) => said.includes('Nothing was changed')))) {
                   wrong.push(['not told', name.slice(0, 60)]);
                 }
                 wrong.push(...innocence());
                 if (wrong.length) return wrong;
               }
             }",
        )
        .await;
        assert_eq!((desk.settled_storage().await, desk.settled_article().await), before);
    });
}

#[test]
fn a_hostile_address_leads_nowhere() {
    with_watched_desk(async |desk| {
        let id = desk.settled_article().await.id;
        over_all(
            desk,
            &format!(
                "const places = ['', '/', '/article/', '/article/{id}/', '/article/{id}/annotation/'];
                 for (const [number, string] of strings.entries()) {{
                   location.hash = places[number % places.length] + string.slice(0, 2000);
                   await frames(2);
                   if (__noted.length || document.documentElement.dataset.appState !== 'ready') wrong.push(string);
                 }}
                 location.hash = '#/article/{id}';
                 await until(() => ADDRESS.test(location.hash));"
            ),
        )
        .await;
        desk.gives("the open article", id, "return article()?.dataset.articleId ?? null", &[]).await;
    });
}

/// Writes all strings into the field of that name, one after the other, and looks each time at the page.
async fn into_field(desk: &Desk, name: &str) {
    over_all(
        desk,
        &format!(
            "const name = {name:?};
             for (const string of strings) {{
               const field = fieldNamed(name);
               if (!field) return [`no field ${{name}} for ${{string.slice(0, 60)}}`];
               write(field, string);
               await frames(1);
               wrong.push(...innocence());
               if (wrong.length) return [name, string.slice(0, 60), ...wrong];
             }}"
        ),
    )
    .await;
}

#[test]
fn hostile_words_in_the_fields_of_the_list_and_of_search_are_only_looked_for() {
    with_watched_desk(async |desk| {
        desk.open_marked(BRIDGE, &[("claim", "40 million euros"), ("claim", "plain words")]).await;
        desk.click("Filter").await;
        into_field(desk, "Filter").await;
        desk.click("Show all").await;
        desk.click("Search").await;
        into_field(desk, "Search").await;
        desk.click("Close search").await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        into_field(desk, "Search commands").await;
        desk.close_dialog().await;
    });
}

#[test]
fn a_hostile_note_name_or_detail_is_kept_as_it_is() {
    with_watched_desk(async |desk| {
        desk.open_marked(BRIDGE, &[("claim", "40 million euros")]).await;
        into_field(desk, "Note").await;
        let last = "<img src=x onerror=window.__canary=1>\u{202e}{{7*7}}";
        let write = async |name: &str| {
            let script = format!("{INNOCENCE}\nwrite(fieldNamed(arguments[0]), arguments[1])");
            desk.run(&script, &[json!(name), json!(last)]).await;
        };
        write("Note").await;
        desk.press("Esc").await;
        desk.command("article details").await;
        desk.dialog("Article details").await;
        for detail in ["Title", "Byline", "Date", "Source"] {
            into_field(desk, detail).await;
            write(detail).await;
        }
        desk.click("Close").await;
        desk.no_dialog().await;
        desk.click("Settings").await;
        desk.dialog("Settings").await;
        into_field(desk, "Your name").await;
        desk.click("Close").await;
        desk.no_dialog().await;
        let file = desk.export().await;
        let article = &file.json()["articles"][0];
        for key in ["title", "byline", "published", "source"] {
            assert_eq!(article[key], last, "{key}");
        }
        assert_eq!(article["annotations"][0]["note"], last);
        assert_safe_name(&file);
    });
}

/// Checks that the name of a download is made of letters, digits, hyphens and its end.
fn assert_safe_name(file: &Download) {
    let slug = file.name.strip_suffix(".bluepencil.json").unwrap_or_else(|| panic!("{:?}", file.name));
    assert!(!slug.is_empty() && slug.chars().all(|sign| sign.is_alphanumeric() || sign == '-'), "{:?}", file.name);
}

/// A file of ours with every string in every field that takes words: an article for each forty of them.
fn hostile_file() -> Value {
    let strings = table::strings();
    let id = |kind: u32, number: usize| format!("00000000-0000-000{kind}-0000-{number:012x}");
    let articles: Vec<Value> = strings
        .chunks(40)
        .enumerate()
        .map(|(number, chunk)| {
            let mut text = "Words of others\n".to_owned();
            let mut annotations = Vec::new();
            for (place, string) in chunk.iter().enumerate() {
                text.push('\n');
                let start = text.chars().count();
                text.push_str(&format!("Word{place} {}\n", string.replace('\r', " ").replace('\0', "\u{fffd}")));
                let end = start + format!("Word{place}").len();
                annotations.push(json!({
                    "id": id(1, number * 40 + place), "label": "quote", "revision": 1, "status": "accepted",
                    "segments": [{"start": start, "end": end, "exact": format!("Word{place}"), "x": string}],
                    "note": string, "flags": [string], "creator": string,
                    "origin": {"kind": "rule", "name": string, "version": string},
                    "created": "2026-11-23T14:00:00Z", "modified": "2026-11-23T14:00:00Z",
                    "x-unknown": {"constructor": string, "prototype": [string]},
                }));
            }
            let first = &chunk[0];
            json!({
                "id": id(2, number), "revision": 1, "text": text, "title": first, "byline": chunk[1], "published": chunk[2],
                "source": chunk[3], "language": chunk[4], "status": chunk[5], "annotations": annotations, "constructor": first,
            })
        })
        .collect();
    json!({"format": "bluepencil", "version": 1, "generator": strings[0], "toString": strings, "articles": articles})
}

#[test]
fn a_file_with_hostile_words_in_every_field_is_shown_listed_and_read_as_words() {
    with_watched_desk(async |desk| {
        let file = hostile_file();
        desk.listen().await;
        desk.choose_files(&[("hostile.bluepencil.json", file.to_string().as_bytes())]).await;
        desk.told("Imported hostile.bluepencil.json").await;
        for article in file["articles"].as_array().expect("a list") {
            let id = article["id"].as_str().expect("an id");
            desk.open(&format!("#/article/{id}")).await;
            let wanted = article["annotations"].as_array().expect("a list");
            desk.annotations_to_be(wanted.len()).await;
            innocent(desk, "on the desk").await;
            let exported = desk.export().await;
            assert_safe_name(&exported);
            let out = exported.json();
            let out = &out["articles"][0];
            for key in ["text", "title", "byline", "published", "source", "language", "constructor"] {
                assert_eq!(out[key], article[key], "{key}");
            }
            for (out, wanted) in out["annotations"].as_array().expect("a list").iter().zip(wanted) {
                for key in ["note", "flags", "creator", "origin", "x-unknown"] {
                    assert_eq!(out[key], wanted[key], "{key}");
                }
            }
            desk.open(&format!("#/article/{id}/read")).await;
            desk.screen_is("read").await;
            innocent(desk, "in the reading view").await;
        }
        desk.open_library().await;
        innocent(desk, "in the library").await;
    });
}

#[test]
fn what_would_turn_a_title_stays_inside_it() {
    with_watched_desk(async |desk| {
        desk.paste("\u{202e}\u{2066}elgnis\n\nBy Ada \u{202d}Ortega\n\nSome words.").await;
        desk.article_with("Some words.").await;
        desk.open_library().await;
        desk.holds(
            "a title that is kept apart",
            "const row = document.querySelector('[aria-label=Articles] li');
             const foreign = [row.querySelector('a'), ...row.querySelectorAll('.facts span')];
             return foreign.length > 1 && foreign.every((each) => each.dir === 'auto'
               && getComputedStyle(each).unicodeBidi.includes('isolate'))",
            &[],
        )
        .await;
    });
}
