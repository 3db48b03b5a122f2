//! Settings of look and speech, and the first steps on the sample.

use crate::support::{Desk, Scheme, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

async fn open_settings(desk: &Desk) {
    desk.click("Settings").await;
    desk.dialog("Settings").await;
}

/// What the article looks like: size of its letters and width of its lines in pixels, and its first type.
type Look = (f64, f64, String);

async fn article_look(desk: &Desk) -> Look {
    desk.now(
        "const paragraph = blocks().find(({ kind }) => kind === 'paragraph').element, style = getComputedStyle(paragraph);
         return [parseFloat(style.fontSize), paragraph.getBoundingClientRect().width, style.fontFamily.split(',')[0]]",
        &[],
    )
    .await
}

/// Waits until ink and paper are painted in these colours.
async fn ink_and_paper_are(desk: &Desk, ink: &str, paper: &str) {
    desk.gives("the colours of ink and paper", [ink, paper], INK_AND_PAPER, &[]).await;
}

const INK_AND_PAPER: &str = "return [getComputedStyle(blocks()[0].element).color,
    getComputedStyle(document.querySelector('.pane') ?? document.body).backgroundColor]";
/// Each of the first steps, and whether it is done.
const STEPS: &str = "return [...region('First steps').querySelectorAll('li')].map((step) => squeeze(step.textContent).startsWith('Done'))";
/// Whether the first steps are there no more.
const GONE: &str = "return !region('First steps') || !visible(region('First steps'))";
const BLACK: &str = "rgb(0, 0, 0)";
const WHITE: &str = "rgb(255, 255, 255)";

#[test]
fn high_contrast_is_ink_on_paper_light_and_dark_and_stays_after_a_reload() {
    with_desk(async |desk| {
        open_settings(desk).await;
        desk.choose("Theme", "High contrast").await;
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        desk.show_in(Scheme::Light).await;
        ink_and_paper_are(desk, BLACK, WHITE).await;
        desk.show_in(Scheme::Dark).await;
        ink_and_paper_are(desk, WHITE, BLACK).await;
    });
}

#[test]
fn a_system_that_asks_for_more_contrast_gets_it_unless_another_theme_is_chosen() {
    with_desk(async |desk| {
        let ask = "Emulation.setEmulatedMedia";
        let more = serde_json::json!({ "features": [{ "name": "prefers-contrast", "value": "more" }, { "name": "prefers-color-scheme", "value": "light" }] });
        desk.devtools(ask, more).await;
        desk.settle().await;
        ink_and_paper_are(desk, BLACK, WHITE).await;
        open_settings(desk).await;
        desk.choose("Theme", "Light").await;
        desk.close_dialog().await;
        let colours = async || desk.now::<[String; 2]>(INK_AND_PAPER, &[]).await;
        desk.expects_that("ink or paper in another colour", colours, |colours| *colours != [BLACK, WHITE]).await;
    });
}

#[test]
fn size_width_and_letters_of_the_article_change_at_once_and_stay() {
    with_desk(async |desk| {
        desk.resize(1600, 900).await;
        desk.settle().await;
        let before = article_look(desk).await;
        open_settings(desk).await;
        desk.choose("Size of the article’s text", "Large").await;
        desk.choose("Width of the article", "Wide").await;
        desk.choose("Letters of the article", "Without serifs").await;
        desk.close_dialog().await;
        let is_as_chosen = |after: &Look| {
            (after.0 / before.0 - 1.125).abs() < 0.01 && after.1 > before.1 * 1.2 && after.2 == "system-ui"
        };
        let what = format!("larger letters without serifs and longer lines than {before:?}");
        desk.expects_that(&what, async || article_look(desk).await, is_as_chosen).await;
        desk.saved().await;
        let after = article_look(desk).await;
        assert!(is_as_chosen(&after), "{after:?}");
        desk.reload().await;
        desk.expects("the look of the article", after, async || article_look(desk).await).await;
    });
}

#[test]
fn a_reset_makes_everything_as_it_came_and_the_fields_follow() {
    with_desk(async |desk| {
        desk.settle().await;
        let before = article_look(desk).await;
        open_settings(desk).await;
        desk.choose("Theme", "Dark").await;
        desk.choose("Size of the article’s text", "Largest").await;
        desk.click("Reset settings").await;
        desk.value_is("Theme", "system").await;
        desk.value_is("Size of the article’s text", "normal").await;
        desk.close_dialog().await;
        desk.expects("the look of the article", before, async || article_look(desk).await).await;
    });
}

#[test]
fn short_announcements_leave_the_words_out() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        open_settings(desk).await;
        desk.choose("Announcements", "Short: what was done, without the words").await;
        desk.close_dialog().await;
        desk.listen().await;
        desk.mark_words("quote", "the north end").await;
        assert_eq!(desk.told("quote marked").await, "Quote marked.");
    });
}

#[test]
fn the_first_steps_are_ticked_one_by_one_and_go_away_for_good() {
    with_desk(async |desk| {
        desk.gives("the steps that are done", [false, false, false], STEPS, &[]).await;
        let block =
            desk.settled_article().await.blocks.into_iter().find(|block| block.kind == "paragraph").expect("one");
        desk.double_click_at(block.start + 1).await;
        desk.gives("the steps that are done", [true, false, false], STEPS, &[]).await;
        desk.press("Q").await;
        desk.gives("the steps that are done", [true, true, false], STEPS, &[]).await;
        // The first steps do not take the focus.
        desk.focus_is_named("Article text").await;
        desk.listen().await;
        desk.press("Ctrl+Z").await;
        desk.told("that is the whole round").await;
        desk.holds("the first steps to be gone", GONE, &[]).await;
        desk.saved().await;
        desk.reload().await;
        desk.saved().await;
        desk.holds("the first steps to be gone", GONE, &[]).await;
    });
}

#[test]
fn the_first_steps_can_be_skipped() {
    with_desk(async |desk| {
        desk.click("Skip the first steps").await;
        desk.holds("the first steps to be gone", GONE, &[]).await;
        desk.saved().await;
        desk.reload().await;
        desk.saved().await;
        desk.holds("the first steps to be gone", GONE, &[]).await;
    });
}

#[test]
fn the_first_steps_lie_beside_the_text_and_not_over_it() {
    with_desk(async |desk| {
        for (width, height) in [(1280, 900), (400, 800)] {
            desk.resize(width, height).await;
            desk.holds(
                &format!("the first steps beside the text at {width} px"),
                "const hint = region('First steps').getBoundingClientRect();
                 const pane = article().closest('.pane')?.getBoundingClientRect() ?? article().getBoundingClientRect();
                 return hint.left >= pane.right - 1 || hint.top >= pane.bottom - 1",
                &[],
            )
            .await;
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
                    desk.offers("Leave both").await;
                    desk.settle().await;
                    desk.screenshot(&format!("screenshots/keys-{name}")).await;
                    desk.click("Leave both").await;
                }
                desk.close_dialog().await;
            }
        }
        desk.resize(1280, 900).await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let first = desk.settled_annotations().await.remove(0);
        desk.click_at(first.start + 1).await;
        open_settings(desk).await;
        desk.choose("Theme", "High contrast").await;
        desk.close_dialog().await;
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
