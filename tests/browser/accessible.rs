//! Each screen and state, looked at by axe: light, dark and in forced colours, wide and narrow. Nothing is lost on the
//! narrowest screen or at twice the size.

use crate::support::{Desk, Host, Scheme, Settings, VIEWS, with_browser, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, LEFTWARD};

/// Has axe look at the page in all colour schemes and two widths, and measures what can be clicked. Then makes the page
/// 320 pixels wide, and twice as large, and looks for what is cut off.
async fn assert_accessible(desk: &Desk) {
    for (width, height) in [(1280, 900), (400, 800)] {
        desk.resize(width, height).await;
        for scheme in [Scheme::Dark, Scheme::Forced, Scheme::Light] {
            desk.show_in(scheme).await;
            let when = format!("{scheme:?}, {width} px");
            // Names, roles and structure are the same in all colours.
            if scheme == Scheme::Light {
                desk.axe_finds_nothing(&when).await;
            } else {
                desk.axe_finds_nothing_in_the_colours(&when).await;
            }
        }
        desk.targets_are_large(&format!("{width} px")).await;
    }
    desk.resize(320, 640).await;
    desk.nothing_is_cut_off("320 px").await;
    desk.zoom_to_double().await;
    desk.nothing_is_cut_off("twice the size").await;
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
        desk.annotations_to_be(BRIDGE_MARKS.len() - 1).await;
        desk.saved().await;
        desk.command("Restore an earlier").await;
        desk.offers_one_with("Restore the version of").await;
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
        desk.run(damage, &[]).await;
        desk.reload().await;
        desk.command("Storage").await;
        desk.shows("could not be read").await;
        assert_accessible(desk).await;
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/storage-{name}")).await;
        }
        desk.click("Delete everything…").await;
        desk.offers("Delete everything now").await;
        assert_accessible(desk).await;
        desk.resize(1280, 900).await;
        desk.screenshot("screenshots/storage-wipe").await;
    });
}

#[test]
fn the_inspector_is_accessible() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let mark = desk.settled_annotations().await.remove(0);
        desk.click_at(article.find("“We built it in two years,”").0 + 1).await;
        desk.focus_on(&mark.id).await;
        let shown = "return Boolean(region('Inspector') && visible(region('Inspector')))";
        desk.holds("the region Inspector", shown, &[]).await;
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
        desk.offers("Keep").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_label_bar_is_accessible() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        desk.select(start, end).await;
        desk.offers("Mark quote").await;
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
        desk.command("article details").await;
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
        desk.dialog("Settings").await;
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
        desk.offers("Leave both").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_first_steps_are_accessible_once_some_are_done() {
    with_desk(async |desk| {
        let block =
            desk.settled_article().await.blocks.into_iter().find(|block| block.kind == "paragraph").expect("one");
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
        desk.close_dialog().await;
    });
}

#[test]
fn the_search_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.press("/").await;
        desk.focus_is_named("Search").await;
        desk.type_words("the").await;
        desk.shows("in the text").await;
        assert_accessible(desk).await;
    });
}

#[test]
fn filters_and_selected_marks_are_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.click("Filter").await;
        desk.fill("Filter", "the").await;
        desk.shows("Showing").await;
        let first = desk.settled_annotations().await.remove(0);
        desk.click_row_holding("Ctrl", &first.id).await;
        desk.shows("1 mark selected").await;
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
        desk.shows("6 occurrences").await;
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
        desk.update_is_offered().await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_library_is_accessible() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.open_library().await;
        assert_accessible(desk).await;
    });
}

#[test]
fn the_reading_view_is_accessible() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.open(&format!("#/article/{}/read", article.id)).await;
        desk.screen_is("read").await;
        assert_accessible(desk).await;
    });
}
