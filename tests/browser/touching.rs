//! The work done with a finger on a telephone.

use crate::support::with_desk;
use crate::texts::{BRIDGE, BRIDGE_MARKS};

#[test]
fn the_bar_at_the_thumb_marks_what_is_selected() {
    with_desk(async |desk| {
        desk.become_a_telephone().await;
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("euros");
        // A long press makes this selection on a telephone; the driver's finger makes taps only.
        desk.select(start, end).await;
        desk.wait_until("the bar of labels", async || desk.shows("Mark claim").await).await;
        let (foot, least): (f64, f64) = desk
            .ask(
                "const bar = document.querySelector('[role=toolbar]');
                 const heights = [...bar.querySelectorAll('button')].filter(visible).map((each) => each.getBoundingClientRect().height);
                 return [innerHeight - bar.getBoundingClientRect().bottom, Math.min(...heights)]",
                &[],
            )
            .await;
        assert!(foot.abs() < 2.0, "the bar stands {foot} px above the foot of the window");
        assert!(least >= 44.0, "a button of the bar is {least} px high");
        desk.screenshot("screenshots/touch").await;
        desk.tap("Mark claim").await;
        desk.annotation("claim", start, end).await;
    });
}

#[test]
fn a_tap_on_a_mark_gives_it_the_focus() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.become_a_telephone().await;
        let mark = desk.annotations().await.remove(0);
        desk.tap_at(mark.start + 2).await;
        desk.focus_on(&mark.id).await;
        // The bar must come back for the next selection: the tap has ended.
        let (start, end) = article.find("plain words");
        desk.select(start, end).await;
        desk.wait_until("the bar of labels", async || desk.shows("Mark quote").await).await;
    });
}
