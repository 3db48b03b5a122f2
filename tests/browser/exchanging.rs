//! Bluepencil JSON goes out and comes in again.

use serde_json::{Value, json};

use crate::support::{Annotation, Article, Desk, Download, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE};

/// What one browser handed out: the file, and what it was made from.
struct Handed {
    file: Download,
    article: Article,
    listed: Vec<Annotation>,
}

/// Marks an article in a browser of its own and takes the file out.
fn handed_out() -> Handed {
    let mut handed = None;
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let listed = desk.settled_annotations().await;
        handed = Some(Handed { file: desk.export().await, article, listed });
    });
    handed.expect("a file")
}

impl Handed {
    /// Checks that the article and its annotations stand in another browser as in the first.
    async fn assert_stands_in(&self, desk: &Desk) {
        desk.told("Imported").await;
        desk.open(&format!("#/article/{}", self.article.id)).await;
        desk.article_is(&self.article).await;
        desk.annotations_are(&self.listed).await;
    }
}

#[test]
fn the_export_dialog_offers_our_own_format_first() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let quick = desk.export().await;
        desk.click("Export").await;
        desk.dialog("Export").await;
        desk.dialog_shows("Bluepencil JSON").await;
        desk.holds(
            "our own format as the first in the list of formats",
            "const formats = dialogs().at(-1).querySelectorAll('[role=option], option, input[type=radio], [role=radio], [role=listitem], li');
             return formats.length > 0 && nameOf(formats[0]).startsWith('Bluepencil JSON')",
            &[],
        )
        .await;
        desk.click("Download").await;
        assert_eq!(without_time(&desk.downloaded().await), without_time(&quick));
    });
}

#[test]
fn the_file_bears_the_articles_name() {
    let handed = handed_out();
    assert_eq!(handed.file.name, "the-mayor-opens-the-bridge.bluepencil.json");
}

#[test]
fn the_file_holds_what_is_on_the_page() {
    let handed = handed_out();
    let letters: Vec<char> = BRIDGE.chars().collect();
    let mut wanted: Vec<_> = handed
        .listed
        .iter()
        .map(|each| {
            (each.label.clone(), each.start, each.end, letters[each.start..each.end].iter().collect::<String>())
        })
        .collect();
    wanted.sort();
    assert_eq!(handed.file.spans(), wanted);
    let file = handed.file.json();
    let head = ["format", "version", "offsets"].map(|key| file[key].clone());
    assert_eq!(head, [json!("bluepencil"), json!(1), json!("code points")]);
    assert_eq!(file["articles"][0]["id"], handed.article.id);
    assert_eq!(file["articles"][0]["text"], BRIDGE);
}

#[test]
fn a_chosen_file_brings_the_same_annotations() {
    let handed = handed_out();
    with_desk(async |desk| {
        desk.listen().await;
        desk.choose_files(&[(&handed.file.name, &handed.file.bytes)]).await;
        handed.assert_stands_in(desk).await;
    });
}

#[test]
fn a_dropped_file_brings_the_same_annotations() {
    let handed = handed_out();
    with_desk(async |desk| {
        desk.listen().await;
        desk.drop_file(&handed.file.name, &handed.file.bytes).await;
        handed.assert_stands_in(desk).await;
    });
}

#[test]
fn a_pasted_file_brings_the_same_annotations() {
    let handed = handed_out();
    with_desk(async |desk| {
        desk.listen().await;
        desk.paste(std::str::from_utf8(&handed.file.bytes).expect("UTF-8")).await;
        handed.assert_stands_in(desk).await;
    });
}

/// The file's bytes without the time of the export.
fn without_time(file: &Download) -> String {
    let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    let exported = file.json()["exported"].as_str().expect("a time").to_owned();
    text.replacen(&exported, "", 1)
}

#[test]
fn an_imported_file_goes_out_as_it_came() {
    let handed = handed_out();
    with_desk(async |desk| {
        desk.listen().await;
        desk.choose_files(&[(&handed.file.name, &handed.file.bytes)]).await;
        handed.assert_stands_in(desk).await;
        assert_eq!(without_time(&desk.export().await), without_time(&handed.file));
    });
}

#[test]
fn the_same_file_again_changes_nothing() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let before = desk.settled_annotations().await;
        let file = desk.export().await;
        desk.listen().await;
        desk.choose_files(&[(&file.name, &file.bytes)]).await;
        desk.told("Imported").await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&before).await;
        assert_eq!(without_time(&desk.export().await), without_time(&file));
    });
}

/// A kind of damage: what it is called, the damaged file, and what the sentence about it must name.
type Damage = (&'static str, Vec<u8>, &'static [&'static str]);

/// Makes damaged files of a good one.
fn damaged(file: &Download) -> Vec<Damage> {
    let whole = &file.bytes;
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut value = file.json();
        change(&mut value);
        value.to_string().into_bytes()
    };
    let segment = |change: &dyn Fn(&mut Value)| {
        changed(&|value| change(&mut value["articles"][0]["annotations"][1]["segments"][0]))
    };
    let line: &[&str] = &["line", "column", "character", "byte"];
    let place: &[&str] = &["annotation", "segment"];
    vec![
        ("empty", Vec::new(), &["empty", "line", "nothing"]),
        ("cut", whole[..whole.len() / 2].to_vec(), line),
        ("broken", b"{\"format\": \"bluepencil\",, \"version\": 1}".to_vec(), line),
        (
            "utf-8",
            [&whole[..whole.len() - 40], &[0xff, 0xfe], &whole[whole.len() - 40..]].concat(),
            &["UTF-8", "byte", "line"],
        ),
        ("other", b"{\"name\": \"package\", \"version\": 1}".to_vec(), &["format", "Bluepencil"]),
        ("list", b"[1, 2, 3]".to_vec(), &["format", "Bluepencil", "object"]),
        ("version", changed(&|value| value["version"] = json!(999)), &["version"]),
        ("order", segment(&|each| each["end"] = json!(0)), place),
        ("past", segment(&|each| each["end"] = json!(1_000_000)), place),
        ("fraction", segment(&|each| each["start"] = json!(1.5)), &["annotation", "segment", "line"]),
        ("words", segment(&|each| each["exact"] = json!("other words")), place),
        (
            "double",
            changed(&|value| {
                value["articles"][0]["annotations"][1]["id"] = value["articles"][0]["annotations"][0]["id"].clone()
            }),
            &["annotation", "id"],
        ),
        ("deep", "[".repeat(100_000).into_bytes(), &["deep", "level", "nest", "line", "recursion"]),
    ]
}

#[test]
fn a_damaged_file_changes_nothing_and_is_told_with_name_and_place() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let file = desk.export().await;
        desk.saved().await;
        let before = (desk.settled_storage().await, desk.settled_annotations().await, desk.settled_article().await);
        for (kind, bytes, places) in damaged(&file) {
            let name = format!("damaged-{kind}.bluepencil.json");
            desk.listen().await;
            desk.choose_files(&[(&name, &bytes)]).await;
            let sentence = desk.warned(&name).await.replace(&name, "");
            let told = places.iter().any(|place| sentence.to_lowercase().contains(&place.to_lowercase()));
            assert!(told, "{kind}: {sentence:?} names none of {places:?}");
            let after = (desk.settled_storage().await, desk.settled_annotations().await, desk.settled_article().await);
            assert_eq!(after, before, "{kind}");
        }
    });
}

#[test]
fn the_same_article_with_another_text_is_refused() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        let mut other = desk.export().await.json();
        let article = &mut other["articles"][0];
        article["text"] = json!(article["text"].as_str().expect("a text").replace("ferry", "horse"));
        let before = (desk.settled_article().await, desk.settled_annotations().await);
        desk.listen().await;
        desk.choose_files(&[("other.bluepencil.json", other.to_string().as_bytes())]).await;
        desk.warned("other.bluepencil.json").await;
        assert_eq!((desk.settled_article().await, desk.settled_annotations().await), before);
    });
}
