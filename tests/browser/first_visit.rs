//! What somebody meets who opens the page for the first time.

use crate::support::{Desk, with_desk};

/// One round of the ordinary work, with its file out and in again.
async fn work_a_little(desk: &Desk) {
    let article = desk.settled_article().await;
    let block = article.blocks.iter().find(|block| block.kind == "paragraph").expect("a paragraph in the sample");
    let length = block.text.chars().take_while(|letter| *letter != ' ').count();
    desk.mark("claim", block.start, block.start + length).await;
    desk.saved().await;
    let file = desk.export().await;
    desk.listen().await;
    desk.choose_files(&[(&file.name, &file.bytes)]).await;
    desk.told("Imported").await;
    desk.saved().await;
}

#[test]
fn a_sample_article_is_open() {
    with_desk(async |desk| {
        desk.screen_is("reader").await;
        let kinds: Vec<String> = desk.settled_article().await.blocks.into_iter().map(|block| block.kind).collect();
        for kind in ["title", "byline", "date", "paragraph", "caption", "credit"] {
            assert!(kinds.iter().any(|each| each == kind), "the sample has no {kind}: {kinds:?}");
        }
    });
}

#[test]
fn the_sample_holds_the_difficulties_of_real_articles() {
    with_desk(async |desk| {
        let blocks = desk.settled_article().await.blocks;
        let text: Vec<String> = blocks.iter().map(|block| block.text.clone()).collect();
        let text = text.join("\n");
        let opened = text.matches('“').count();
        assert_ne!(opened, text.matches('”').count(), "no unbalanced mark");
        assert!(opened >= 5, "too few quotations");
        assert!(text.contains('[') && text.contains(']'), "no bracketed insert");
        assert!(text.contains('%'), "no percentage");
        assert!(text.contains('\u{301}'), "no combining accent");
        assert!(text.chars().any(|letter| letter > '\u{ffff}'), "no emoji");
        let credits: Vec<&str> =
            blocks.iter().filter(|block| block.kind == "credit").map(|block| block.text.as_str()).collect();
        assert!(
            credits.iter().any(|line| line.contains('/') && line.contains(" via ")),
            "no credit with a distributor: {credits:?}"
        );
        assert!(
            credits.iter().enumerate().any(|(at, line)| credits[..at].contains(line)),
            "no two identical credits: {credits:?}"
        );
    });
}

#[test]
fn the_page_says_that_nothing_leaves_the_browser() {
    with_desk(async |desk| {
        let words = "return squeeze(document.body.innerText).toLowerCase().includes('nothing leaves')";
        desk.holds("the words that nothing leaves the browser", words, &[]).await;
    });
}

#[test]
fn nothing_is_written_to_the_console() {
    with_desk(async |desk| {
        work_a_little(desk).await;
        assert_eq!(desk.console_so_far().await, Vec::<String>::new());
    });
}

#[test]
fn the_security_policy_has_nothing_to_stop() {
    with_desk(async |desk| {
        work_a_little(desk).await;
        assert_eq!(desk.violations_so_far().await, Vec::<String>::new());
    });
}

#[test]
fn all_requests_go_to_the_pages_own_origin() {
    with_desk(async |desk| {
        work_a_little(desk).await;
        let asked = desk.requests_so_far().await;
        assert!(!asked.is_empty(), "the log of requests is empty: it cannot tell");
        let foreign: Vec<&String> = asked.iter().filter(|address| !address.starts_with(desk.origin())).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
    });
}

#[test]
fn no_request_is_made_once_the_page_is_open() {
    with_desk(async |desk| {
        // Chromium fetches the icon and the manifest when it likes, which is no request of the page.
        let links =
            "return [...document.querySelectorAll('link[rel~=icon], link[rel=manifest]')].map(({ href }) => href)";
        let icons: Vec<String> = desk.now(links, &[]).await;
        // The page is open when what it needs to open without the network is kept; all of that comes from its own origin.
        desk.works_offline().await;
        desk.settle().await;
        assert!(!desk.requests_so_far().await.is_empty(), "the log of requests is empty: it cannot tell");
        work_a_little(desk).await;
        let mut late = desk.requests_so_far().await;
        late.retain(|address| !icons.contains(address));
        assert_eq!(late, Vec::<String>::new());
    });
}
