//! Each screen and state, looked at by axe: light, dark and in forced colours, wide and narrow. Nothing is lost on the
//! narrowest screen or at twice the size.

use crate::support::{Desk, Host, Scheme, Settings, VIEWS, with_browser, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, LEFTWARD};

/// Has axe look at the page in all colour schemes and two widths, and measures what can be clicked. Then makes the page
/// 320 pixels wide, and twice as large, and looks for what is cut off.
async fn assert_accessible(desk: &Desk) {
    let mut findings = Vec::new();
    for (width, height) in [(1280, 900), (400, 800)] {
        desk.resize(width, height).await;
        for scheme in [Scheme::Dark, Scheme::Forced, Scheme::Light] {
            desk.show_in(scheme).await;
            // Names, roles and structure are the same in all colours.
            let found = if scheme == Scheme::Light { desk.axe().await } else { desk.axe_on_colours().await };
            findings.extend(found.iter().map(|each| format!("{scheme:?}, {width} px: {each}")));
        }
        findings
            .extend(desk.small_targets().await.iter().map(|each| format!("{width} px, smaller than 24 px: {each}")));
    }
    desk.resize(320, 640).await;
    findings.extend(cut_off(desk).await.iter().map(|each| format!("320 px: {each}")));
    desk.zoom_to_double().await;
    findings.extend(cut_off(desk).await.iter().map(|each| format!("twice the size: {each}")));
    assert!(findings.is_empty(), "{} findings\n{}", findings.len(), findings.join("\n"));
}

/// What cannot be seen without scrolling from side to side.
async fn cut_off(desk: &Desk) -> Vec<String> {
    let mut found = desk.beyond_the_sides().await;
    found.extend(desk.sideways().await.iter().map(|each| format!("{each} scrolls from side to side")));
    match desk.overflow().await {
        0 => {}
        pixels => found.push(format!("the page is {pixels} px wider than the window")),
    }
    found
}

#[test]
fn the_sample_is_accessible() {
    with_desk(async |desk| assert_accessible(desk).await);
}

#[test]
fn an_article_with_marks_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_earlier_versions_are_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        desk.reload().await;
        desk.press("J").await;
        desk.press("Delete").await;
        desk.saved().await;
        desk.press("Ctrl+K").await;
        desk.type_words("Restore an earlier").await;
        desk.press("Enter").await;
        let button = "return named(PRESSABLE, 'Restore the version of').length === 1";
        desk.wait_until("a version", async || desk.ask(button, &[]).await).await;
        assert_accessible(desk).await;
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/versions-{name}")).await;
        }
    });
}

#[test]
fn the_storage_panel_and_its_question_are_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let damage = "const key = Object.keys(localStorage).find((key) => key.endsWith('/text'));
            localStorage.setItem(key, 'no record');";
        desk.ask::<()>(damage, &[]).await;
        desk.reload().await;
        desk.press("Ctrl+K").await;
        desk.type_words("Storage").await;
        desk.press("Enter").await;
        desk.wait_until("the figures", async || desk.visible_text().await.contains("could not be read")).await;
        assert_accessible(desk).await;
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/storage-{name}")).await;
        }
        desk.click("Delete everything…").await;
        desk.wait_until("the question", async || desk.shows("Delete everything now").await).await;
        assert_accessible(desk).await;
        desk.resize(1280, 900).await;
        desk.screenshot("screenshots/storage-wipe").await;
    });
}

#[test]
fn the_inspector_is_accessible() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let mark = desk.annotations().await.remove(0);
        desk.click_at(article.find("“We built it in two years,”").0 + 1).await;
        desk.focus_on(&mark.id).await;
        desk.wait_until("the region Inspector", async || {
            desk.ask("return Boolean(region('Inspector') && visible(region('Inspector')))", &[]).await
        })
        .await;
        assert_accessible(desk).await;
    });
}

#[test]
fn boundaries_that_are_moved_are_accessible() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.mark_words("quote", "two years").await;
        desk.click_at(article.find("We built").0 + 1).await;
        let (start, end) = article.find("It is a good day");
        desk.select(start, end).await;
        desk.press("+").await;
        desk.press("B").await;
        desk.wait_until("the new boundaries in the inspector", async || desk.shows("Keep").await).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_label_bar_is_accessible() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        desk.select(start, end).await;
        desk.wait_until("the bar of labels", async || desk.shows("Mark quote").await).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_dialog_for_a_new_article_is_accessible() {
    with_desk(async |desk| {
        desk.click("New article").await;
        desk.dialog("New article").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_articles_details_are_accessible() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.type_words("article details").await;
        desk.press("Enter").await;
        desk.dialog("Article details").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn a_refusal_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.listen().await;
        desk.press("9").await;
        desk.warned("There is no label 9").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn words_in_both_directions_are_accessible() {
    with_desk(async |desk| {
        desk.open_marked(LEFTWARD, &[("quote", "“הגשר פתוח לכולם,”"), ("claim", "“הגשר יציב” in Hebrew, and الجسر")])
            .await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_export_dialog_is_accessible() {
    with_desk(async |desk| {
        desk.click("Export").await;
        desk.dialog("Export").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_keyboard_help_is_accessible() {
    with_desk(async |desk| {
        desk.press("?").await;
        desk.dialog("Keyboard help").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_palette_is_accessible() {
    with_desk(async |desk| {
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_settings_are_accessible() {
    with_desk(async |desk| {
        desk.click("Settings").await;
        desk.wait_until("the settings", async || {
            desk.screen().await == "settings"
                || desk.ask("return dialogs().some((each) => nameOf(each) === 'Settings')", &[]).await
        })
        .await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_keys_are_accessible() {
    with_desk(async |desk| {
        desk.click("Settings").await;
        desk.dialog("Settings").await;
        desk.click("Keys").await;
        desk.dialog("Keys").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn a_key_that_is_taken_is_asked_about_accessibly() {
    with_desk(async |desk| {
        desk.click("Settings").await;
        desk.dialog("Settings").await;
        desk.click("Keys").await;
        desk.dialog("Keys").await;
        desk.click("Change Mark quote").await;
        desk.press("J").await;
        desk.wait_until("the question", async || desk.shows("Leave both").await).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_first_steps_are_accessible_once_some_are_done() {
    with_desk(async |desk| {
        let block = desk.article().await.blocks.into_iter().find(|block| block.kind == "paragraph").expect("one");
        desk.double_click_at(block.start + 1).await;
        desk.press("Q").await;
        desk.annotations_to_be(1).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn high_contrast_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.click("Settings").await;
        desk.dialog("Settings").await;
        desk.choose("Theme", "High contrast").await;
        assert_accessible(desk).await;
        desk.press("Esc").await;
        desk.no_dialog().await;
    });
}

#[test]
fn the_search_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.press("/").await;
        desk.wait_until("the field Search to have the focus", async || desk.focused_name().await == "Search").await;
        desk.type_words("the").await;
        desk.wait_until("matches", async || desk.visible_text().await.contains("in the text")).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn filters_and_selected_marks_are_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.click("Filter").await;
        desk.fill("Filter", "the").await;
        desk.wait_until("fewer marks", async || desk.visible_text().await.contains("Showing")).await;
        let first = desk.annotations().await.remove(0);
        desk.click_row_holding("Ctrl", &first.id).await;
        desk.wait_until("the bar", async || desk.visible_text().await.contains("1 mark selected")).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_dialog_for_all_occurrences_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &[("quote", "half an hour")]).await;
        desk.click("Annotate all occurrences").await;
        desk.dialog("Annotate all occurrences").await;
        desk.fill("Words", "the").await;
        desk.wait_until("occurrences", async || desk.visible_text().await.contains("6 occurrences")).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn an_update_is_accessible() {
    let host = Host::start();
    let settings = Settings { address: Some(host.address()), ..Settings::default() };
    with_browser(settings, async |desk: &Desk| {
        desk.open("").await;
        desk.works_offline().await;
        host.build_anew("second");
        desk.reload().await;
        desk.wait_until("the button Reload to update", async || desk.shows("Reload to update").await).await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_library_is_accessible() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.open("#/library").await;
        desk.wait_until("the library", async || desk.screen().await == "library").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_reading_view_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let address = desk.hash().await;
        let article = address.split("/annotation/").next().expect("an address");
        desk.open(&format!("{article}/read")).await;
        desk.wait_until("the reading view", async || desk.screen().await == "read").await;
        assert_accessible(desk).await;
    });
}
