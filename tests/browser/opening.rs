//! Articles come in: from the dialog, the clipboard, a file; and are found again.

use serde_json::json;

use crate::support::{Article, with_desk};
use crate::texts::{BRIDGE, BRIDGE_TITLE, HARBOUR, HARBOUR_TITLE};

/// A text with everything that a careless reader would lose.
const DELICATE: &str = "\u{feff}A title line with  two spaces\r\n\r\n   \r\nTrailing spaces stay   \r\n\tA tab stays\rA lone return \
ends a line here. E\u{301}clair and e\u{301}, 👩‍👩‍👧 and 🇳🇴.\n\n\nשלום לכולם and سلام and 中文新闻。\nA separator\u{2028}stays\u{2029} \
too,\u{a0}and so does a no-break space.\n\n";

/// The text as every position counts in it.
fn canonical(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

/// Compares the blocks on the page with a text: each is a stretch of it, and nothing but white space is in none.
fn assert_holds(article: &Article, text: &str) {
    let letters: Vec<char> = text.chars().collect();
    let mut covered = vec![false; letters.len()];
    for block in &article.blocks {
        assert_eq!(block.nodes, 1, "text nodes in {block:?}");
        let end = block.start + block.text.chars().count();
        let stretch: String = letters[block.start..end].iter().collect();
        assert_eq!(block.text, stretch, "block {}", block.number);
        covered[block.start..end].fill(true);
    }
    let lost: String = letters
        .iter()
        .zip(&covered)
        .filter(|(letter, covered)| !**covered && !letter.is_whitespace())
        .map(|(letter, _)| letter)
        .collect();
    assert_eq!(lost, "", "letters in no block");
}

#[test]
fn a_chosen_text_file_is_kept_exactly() {
    with_desk(async |desk| {
        let article = desk.open_text(DELICATE).await;
        assert_holds(&article, &canonical(DELICATE));
        assert_eq!(desk.export().await.json()["articles"][0]["text"], canonical(DELICATE));
    });
}

#[test]
fn a_dropped_text_file_opens() {
    with_desk(async |desk| {
        desk.drop_file("harbour.txt", HARBOUR.as_bytes()).await;
        assert_holds(&desk.article_with(HARBOUR_TITLE).await, HARBOUR);
    });
}

#[test]
fn pasted_text_opens_at_once() {
    with_desk(async |desk| {
        desk.listen().await;
        desk.paste(HARBOUR).await;
        assert_holds(&desk.article_with(HARBOUR_TITLE).await, HARBOUR);
        desk.told("").await;
    });
}

#[test]
fn a_paste_can_be_undone() {
    with_desk(async |desk| {
        let before = desk.settled_article().await;
        desk.paste(HARBOUR).await;
        desk.article_with(HARBOUR_TITLE).await;
        desk.click("Undo").await;
        desk.article_is(&before).await;
    });
}

#[test]
fn the_dialog_opens_what_is_typed_into_it() {
    with_desk(async |desk| {
        desk.click("New article").await;
        desk.dialog("New article").await;
        desk.fill("Article text", "One typed line.\n\nAnother one.").await;
        desk.fill("Title", "A typed title").await;
        desk.click("Open article").await;
        desk.no_dialog().await;
        assert_holds(&desk.article_with("One typed line.").await, "One typed line.\n\nAnother one.");
        assert_eq!(desk.export().await.json()["articles"][0]["title"], "A typed title");
    });
}

#[test]
fn an_opened_article_has_the_focus() {
    with_desk(async |desk| {
        desk.open_text(HARBOUR).await;
        desk.holds(
            "the article to have the focus",
            "return article().contains(document.activeElement) || document.activeElement.contains(article())
               && document.activeElement !== document.body",
            &[],
        )
        .await;
    });
}

#[test]
fn the_kinds_of_lines_are_recognised() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let kinds = [
            (BRIDGE_TITLE, "title"),
            ("By Ada Ortega", "byline"),
            ("November 3, 2025", "date"),
            ("“We built it", "paragraph"),
            ("cuts a ribbon", "caption"),
            ("Jon Vale/AFP", "credit"),
            ("A second paragraph", "paragraph"),
        ];
        for (words, kind) in kinds {
            assert_eq!(article.kind_of(words), kind, "{words}");
        }
    });
}

#[test]
fn articles_are_found_in_the_library() {
    with_desk(async |desk| {
        let bridge = desk.open_text(BRIDGE).await;
        let harbour = desk.open_text(HARBOUR).await;
        for (title, article) in [(BRIDGE_TITLE, bridge), (HARBOUR_TITLE, harbour)] {
            desk.open_library().await;
            desk.click_what_says(title).await;
            desk.article_is(&article).await;
        }
    });
}

#[test]
fn shift_and_j_or_k_go_through_the_articles_of_the_library() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.open_text(HARBOUR).await;
        desk.open_library().await;
        let links = "return [...document.querySelectorAll('[aria-label=Articles] a')].map((each) => each.hash)";
        let listed = async || -> Vec<String> { desk.now(links, &[]).await };
        let listed = desk.expects_that("the articles in the library", listed, |listed| listed.len() >= 2).await;
        let shown = async |address: &String| {
            let state = "return [location.hash, article()?.dataset.articleId, article() === document.activeElement]";
            let id = address.rsplit('/').next();
            desk.gives("the address, the article and its focus", json!([address, id, true]), state, &[]).await;
        };
        desk.open(&listed[0]).await;
        shown(&listed[0]).await;
        for address in &listed[1..] {
            desk.press("Shift+J").await;
            shown(address).await;
        }
        desk.listen().await;
        desk.press("Shift+J").await;
        desk.told("This is the last article.").await;
        for address in listed.iter().rev().skip(1) {
            desk.press("Shift+K").await;
            shown(address).await;
        }
    });
}

#[test]
fn an_article_opens_at_its_address() {
    with_desk(async |desk| {
        let bridge = desk.open_text(BRIDGE).await;
        desk.open_text(HARBOUR).await;
        desk.open(&format!("#/article/{}", bridge.id)).await;
        desk.article_is(&bridge).await;
    });
}

#[test]
fn an_annotation_opens_at_its_address() {
    with_desk(async |desk| {
        let bridge = desk.open_marked(BRIDGE, &[("claim", "40 million euros"), ("claim", "plain words")]).await;
        let wanted = desk.settled_annotations().await.remove(1);
        desk.saved().await;
        desk.open_text(HARBOUR).await;
        desk.open(&format!("#/article/{}/annotation/{}", bridge.id, wanted.id)).await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.painted_as("claim", wanted.start, wanted.end).await;
        desk.holds(
            "the item to be current in the list",
            "return annotationItems().some((item) => item.dataset.annotationId === arguments[0] &&
                [item, ...item.querySelectorAll('*')].some((each) => (each.ariaCurrent ?? 'false') !== 'false' || each.ariaSelected === 'true'))",
            &[wanted.id.as_str().into()],
        )
        .await;
    });
}

#[test]
fn text_that_begins_like_data_is_no_article() {
    with_desk(async |desk| {
        let before = desk.settled_article().await;
        desk.listen().await;
        desk.paste("{ this is neither data nor an article").await;
        desk.warned("").await;
        desk.article_is(&before).await;
    });
}

#[test]
fn text_that_begins_like_data_is_refused_in_the_dialog() {
    with_desk(async |desk| {
        let before = desk.settled_article().await;
        desk.click("New article").await;
        desk.dialog("New article").await;
        desk.fill("Article text", "{ this is neither data nor an article").await;
        desk.listen().await;
        desk.click("Open article").await;
        desk.warned("").await;
        desk.article_is(&before).await;
    });
}

#[test]
fn markup_in_a_text_stays_text() {
    with_desk(async |desk| {
        let text = "Markup &amp; more\n\n<b onclick=\"alert(1)\">bold</b> <img src=x onerror=alert(1)><script>alert(1)</script> &lt;end&gt;";
        desk.paste(text).await;
        assert_holds(&desk.article_with("Markup &amp; more").await, text);
        let elements = "return article().querySelectorAll('b, img, script').length";
        desk.gives("the number of elements that the text asked for", 0, elements, &[]).await;
    });
}
