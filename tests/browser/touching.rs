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
        desk.offers("Mark claim").await;
        let sizes = "const bar = document.querySelector('[role=toolbar]');
            const heights = [...bar.querySelectorAll('button')].filter(visible).map((each) => each.getBoundingClientRect().height);
            return [innerHeight - bar.getBoundingClientRect().bottom, Math.min(...heights)]";
        let look = async || desk.now(sizes, &[]).await;
        desk.expects_that(
            "a bar at the foot of the window with buttons 44 px high (px above the foot, px of the least button)",
            look,
            |(foot, least): &(f64, f64)| foot.abs() < 2.0 && *least >= 44.0,
        )
        .await;
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
        let mark = desk.settled_annotations().await.remove(0);
        desk.tap_at(mark.start + 2).await;
        desk.focus_on(&mark.id).await;
        // The bar must come back for the next selection: the tap has ended.
        let (start, end) = article.find("plain words");
        desk.select(start, end).await;
        desk.offers("Mark quote").await;
    });
}
