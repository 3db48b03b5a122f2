//! Settings of look and speech, and the first steps on the sample.

use crate::support::{Desk, Scheme, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

async fn open_settings(desk: &Desk) {
    desk.click("Settings").await;
    desk.dialog("Settings").await;
}

async fn close(desk: &Desk) {
    desk.press("Esc").await;
    desk.no_dialog().await;
}

/// What the article looks like: size of its letters and width of its lines in pixels, and its first type.
async fn article_look(desk: &Desk) -> (f64, f64, String) {
    desk.ask(
        "const paragraph = blocks().find(({ kind }) => kind === 'paragraph').element, style = getComputedStyle(paragraph);
         return [parseFloat(style.fontSize), paragraph.getBoundingClientRect().width, style.fontFamily.split(',')[0]]",
        &[],
    )
    .await
}

/// The colours of ink and paper as they are painted.
async fn ink_and_paper(desk: &Desk) -> (String, String) {
    desk.ask(
        "return [getComputedStyle(blocks()[0].element).color, getComputedStyle(document.querySelector('.pane') ?? document.body).backgroundColor]",
        &[],
    )
    .await
}

const BLACK: &str = "rgb(0, 0, 0)";
const WHITE: &str = "rgb(255, 255, 255)";

#[test]
fn high_contrast_is_ink_on_paper_light_and_dark_and_stays_after_a_reload() {
    with_desk(async |desk| {
        open_settings(desk).await;
        desk.choose("Theme", "High contrast").await;
        close(desk).await;
        desk.saved().await;
        desk.reload().await;
        desk.show_in(Scheme::Light).await;
        assert_eq!(ink_and_paper(desk).await, (BLACK.to_owned(), WHITE.to_owned()));
        desk.show_in(Scheme::Dark).await;
        assert_eq!(ink_and_paper(desk).await, (WHITE.to_owned(), BLACK.to_owned()));
    });
}

#[test]
fn a_system_that_asks_for_more_contrast_gets_it_unless_another_theme_is_chosen() {
    with_desk(async |desk| {
        let ask = "Emulation.setEmulatedMedia";
        let more = serde_json::json!({ "features": [{ "name": "prefers-contrast", "value": "more" }, { "name": "prefers-color-scheme", "value": "light" }] });
        desk.devtools(ask, more).await;
        desk.settle().await;
        assert_eq!(ink_and_paper(desk).await, (BLACK.to_owned(), WHITE.to_owned()));
        open_settings(desk).await;
        desk.choose("Theme", "Light").await;
        close(desk).await;
        assert_ne!(ink_and_paper(desk).await, (BLACK.to_owned(), WHITE.to_owned()));
    });
}

#[test]
fn size_width_and_letters_of_the_article_change_at_once_and_stay() {
    with_desk(async |desk| {
        desk.resize(1600, 900).await;
        let before = article_look(desk).await;
        open_settings(desk).await;
        desk.choose("Size of the article’s text", "Large").await;
        desk.choose("Width of the article", "Wide").await;
        desk.choose("Letters of the article", "Without serifs").await;
        close(desk).await;
        desk.settle().await;
        let after = article_look(desk).await;
        assert!((after.0 / before.0 - 1.125).abs() < 0.01, "{before:?}, {after:?}");
        assert!(after.1 > before.1 * 1.2, "{before:?}, {after:?}");
        assert_eq!(after.2, "system-ui");
        desk.saved().await;
        desk.reload().await;
        desk.settle().await;
        assert_eq!(article_look(desk).await, after);
    });
}

#[test]
fn a_reset_makes_everything_as_it_came_and_the_fields_follow() {
    with_desk(async |desk| {
        let before = article_look(desk).await;
        open_settings(desk).await;
        desk.choose("Theme", "Dark").await;
        desk.choose("Size of the article’s text", "Largest").await;
        desk.click("Reset settings").await;
        desk.wait_until("the fields to follow", async || {
            (desk.value("Theme").await, desk.value("Size of the article’s text").await)
                == ("system".to_owned(), "normal".to_owned())
        })
        .await;
        close(desk).await;
        assert_eq!(article_look(desk).await, before);
    });
}

#[test]
fn short_announcements_leave_the_words_out() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        open_settings(desk).await;
        desk.choose("Announcements", "Short: what was done, without the words").await;
        close(desk).await;
        desk.listen().await;
        desk.mark_words("quote", "the north end").await;
        assert_eq!(desk.told("quote marked").await, "Quote marked.");
    });
}

#[test]
fn the_first_steps_are_ticked_one_by_one_and_go_away_for_good() {
    with_desk(async |desk| {
        let steps = "return [...region('First steps').querySelectorAll('li')].map((step) => squeeze(step.textContent).startsWith('Done'))";
        let focus = desk.focused_name().await;
        assert_eq!(desk.ask::<Vec<bool>>(steps, &[]).await, [false, false, false]);
        let block = desk.article().await.blocks.into_iter().find(|block| block.kind == "paragraph").expect("one");
        desk.double_click_at(block.start + 1).await;
        desk.wait_until("the first tick", async || desk.ask::<Vec<bool>>(steps, &[]).await == [true, false, false])
            .await;
        desk.press("Q").await;
        desk.wait_until("the second tick", async || desk.ask::<Vec<bool>>(steps, &[]).await == [true, true, false])
            .await;
        assert_eq!(desk.focused_name().await, focus, "the first steps took the focus");
        desk.listen().await;
        desk.press("Ctrl+Z").await;
        desk.told("that is the whole round").await;
        let gone = "return !region('First steps') || !visible(region('First steps'))";
        assert!(desk.ask::<bool>(gone, &[]).await);
        desk.saved().await;
        desk.reload().await;
        assert!(desk.ask::<bool>(gone, &[]).await);
    });
}

#[test]
fn the_first_steps_can_be_skipped() {
    with_desk(async |desk| {
        desk.click("Skip the first steps").await;
        let gone = "return !region('First steps') || !visible(region('First steps'))";
        desk.wait_until("the first steps to go", async || desk.ask(gone, &[]).await).await;
        desk.saved().await;
        desk.reload().await;
        assert!(desk.ask::<bool>(gone, &[]).await);
    });
}

#[test]
fn the_first_steps_lie_beside_the_text_and_not_over_it() {
    with_desk(async |desk| {
        for (width, height) in [(1280, 900), (400, 800)] {
            desk.resize(width, height).await;
            let apart: bool = desk
                .ask(
                    "const hint = region('First steps').getBoundingClientRect();
                     const pane = article().closest('.pane')?.getBoundingClientRect() ?? article().getBoundingClientRect();
                     return hint.left >= pane.right - 1 || hint.top >= pane.bottom - 1",
                    &[],
                )
                .await;
            assert!(apart, "{width} px");
        }
    });
}

#[test]
fn pictures_of_settings_keys_and_first_steps_are_taken() {
    with_desk(async |desk| {
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/first-steps-{name}")).await;
            for (dialog, button) in [("Settings", "Settings"), ("Keyboard help", "Keyboard help")] {
                desk.click(button).await;
                desk.dialog(dialog).await;
                desk.screenshot(&format!("screenshots/{}-{name}", dialog.replace(' ', "-").to_lowercase())).await;
                if dialog == "Settings" {
                    desk.click("Keys").await;
                    desk.dialog("Keys").await;
                    desk.click("Change Mark quote").await;
                    desk.press("J").await;
                    desk.settle().await;
                    desk.screenshot(&format!("screenshots/keys-{name}")).await;
                    desk.click("Leave both").await;
                }
                close(desk).await;
            }
        }
        desk.resize(1280, 900).await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let first = desk.annotations().await.remove(0);
        desk.click_at(first.start + 1).await;
        open_settings(desk).await;
        desk.choose("Theme", "High contrast").await;
        close(desk).await;
        for (name, scheme, width, height) in [
            ("light", Scheme::Light, 1280, 900),
            ("dark", Scheme::Dark, 1280, 900),
            ("forced", Scheme::Forced, 1280, 900),
            ("narrow", Scheme::Light, 400, 800),
        ] {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/high-contrast-{name}")).await;
        }
    });
}
