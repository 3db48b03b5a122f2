//! Marks are made: with the mouse, with keys, by script.

use unicode_segmentation::UnicodeSegmentation;

use crate::support::with_desk;
use crate::texts::{BRIDGE, BRIDGE_MARKS, CLUSTERS};

#[test]
fn a_drag_takes_whole_words_and_shows_them_before_release() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("million euros");
        desk.begin_drag(start + 2, end - 2).await;
        desk.painted_by("bp-preview", start, end).await;
        desk.end_drag().await;
        desk.press("Q").await;
        desk.annotation("quote", start, end).await;
    });
}

#[test]
fn a_drag_leaves_ends_between_words_where_they_are() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("We built it in two years");
        desk.drag(start, end).await;
        desk.press("Q").await;
        desk.annotation("quote", start, end).await;
    });
}

#[test]
fn a_drag_goes_over_lines() {
    with_desk(async |desk| {
        let (start, end) = desk
            .open_text(BRIDGE)
            .await
            .find("plain words follows here, long enough to be broken into lines, so that a drag");
        desk.drag(start, end).await;
        desk.press("C").await;
        desk.annotation("claim", start, end).await;
    });
}

#[test]
fn a_drag_with_alt_is_exact() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("million euros");
        desk.drag_exactly(start + 2, end - 2).await;
        desk.press("Q").await;
        desk.annotation("quote", start + 2, end - 2).await;
    });
}

#[test]
fn a_double_click_takes_the_word() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("believed");
        desk.double_click_at(start + 3).await;
        desk.press("C").await;
        desk.annotation("claim", start, end).await;
    });
}

#[test]
fn a_click_and_a_click_with_shift_take_the_stretch_between() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("will carry 9,000 cars a day");
        desk.click_at(start).await;
        desk.shift_click_behind(end).await;
        desk.press("C").await;
        desk.annotation("claim", start, end).await;
    });
}

#[test]
fn the_caret_and_shift_take_a_stretch() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("Nora Blix said");
        desk.click_at(start).await;
        desk.press_times("Shift+ArrowRight", end - start).await;
        desk.press("Q").await;
        desk.annotation("quote", start, end).await;
    });
}

#[test]
fn the_caret_walks_without_a_mouse() {
    with_desk(async |desk| {
        let (start, _) = desk.open_text(BRIDGE).await.find("The mayor opens");
        desk.press_times("ArrowRight", 4).await;
        desk.press_times("Shift+ArrowRight", 5).await;
        desk.press("P").await;
        desk.annotation("caption", start + 4, start + 9).await;
    });
}

#[test]
fn the_label_bar_marks_a_selection() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        desk.select(start, end).await;
        desk.click("Mark credit").await;
        desk.annotation("credit", start, end).await;
    });
}

#[test]
fn each_mark_is_told_and_painted() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        for (label, words) in BRIDGE_MARKS {
            desk.listen().await;
            let mark = desk.mark_words(label, words).await;
            desk.told(label).await;
            desk.painted_as(label, mark.start, mark.end).await;
        }
    });
}

#[test]
fn white_space_at_the_ends_is_left_out() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("said on");
        desk.select(start - 1, end + 1).await;
        desk.press("Q").await;
        desk.annotation("quote", start, end).await;
        let (_, first_end) = article.find("half an hour by ferry.");
        let (next, _) = article.find("“It is a good day");
        let (_, two) = article.find("“It is");
        desk.select(first_end, two).await;
        desk.press("Q").await;
        desk.annotation("quote", next, two).await;
    });
}

#[test]
fn characters_of_several_code_points_are_never_cut() {
    with_desk(async |desk| {
        let article = desk.open_text(CLUSTERS).await;
        let block = article.blocks.iter().find(|block| block.text.contains("family")).expect("the paragraph").clone();
        let (family, _) = article.find("👩‍👩‍👧");
        let (flag, flag_end) = article.find("🇳🇴");
        let (cafe, cafe_end) = article.find("cafe\u{301}");
        let mut borders = vec![block.start];
        for cluster in block.text.graphemes(true) {
            borders.push(borders[borders.len() - 1] + cluster.chars().count());
        }
        for (count, (start, end)) in
            [(family + 1, flag_end - 1), (flag + 1, cafe_end - 1), (cafe, cafe_end - 1)].into_iter().enumerate()
        {
            desk.select(start, end).await;
            desk.press("C").await;
            let marks = desk.annotations_to_be(count + 1).await;
            for mark in marks {
                assert!(
                    borders.contains(&mark.start) && borders.contains(&mark.end),
                    "{mark:?} cuts a character: {borders:?}"
                );
            }
        }
    });
}

#[test]
fn marks_overlap_nest_and_go_over_blocks() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let at = |words: &str| article.find(words);
        let spans = [
            ("quote", at("It is a good day for the town,” said Blix.").0, at("Nobody believed us").1),
            ("quote", at("a good day").0, at("a good day").1),
            ("claim", at("for the town").0, at("Nobody believed").1),
            ("claim", at("half an hour").0, at("It is a good day").1),
            ("caption", at("and now it stands").0, at("A second paragraph").1),
            ("quote", at("half an hour").0, at("A second paragraph").1),
        ];
        for (label, start, end) in spans {
            let before = desk.settled_annotations().await;
            desk.mark(label, start, end).await;
            let after = desk.annotations_to_be(before.len() + 1).await;
            assert!(before.iter().all(|each| after.contains(each)), "{before:#?}\nbecame\n{after:#?}");
        }
    });
}

#[test]
fn the_list_is_in_reading_order() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        for words in ["plain words", "Nobody believed us", "two years", "We built it in two years"] {
            let (start, end) = article.find(words);
            desk.mark("claim", start, end).await;
        }
        let listed = desk.annotations_to_be(4).await;
        let listed: Vec<(usize, usize)> = listed.iter().map(|each| (each.start, each.end)).collect();
        let order = ["We built it in two years", "two years", "Nobody believed us", "plain words"]
            .map(|words| article.find(words));
        assert_eq!(listed, order);
    });
}

#[test]
fn the_same_words_take_two_labels() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("two years");
        desk.mark("quote", start, end).await;
        desk.mark("claim", start, end).await;
        desk.annotations_to_be(2).await;
    });
}

#[test]
fn the_same_label_on_the_same_words_is_refused() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("two years");
        desk.mark("quote", start, end).await;
        let before = (desk.settled_annotations().await, records(&desk.settled_storage().await));
        desk.listen().await;
        desk.select(start, end).await;
        desk.press("Q").await;
        desk.warned("").await;
        assert_eq!((desk.settled_annotations().await, records(&desk.settled_storage().await)), before);
    });
}

/// The records of articles and annotations, without settings and the place of reading.
fn records(storage: &[(String, String)]) -> Vec<(String, String)> {
    storage.iter().filter(|(key, _)| key.matches('/').count() >= 3).cloned().collect()
}

#[test]
fn a_mark_nested_in_its_own_kind_has_a_style_of_its_own() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("We built it in two years");
        desk.mark("quote", start, end).await;
        let (start, end) = article.find("two years");
        desk.mark("quote", start, end).await;
        desk.painted_by("bp-quote-nested", start, end).await;
    });
}

#[test]
fn marking_leaves_the_text_nodes_alone() {
    with_desk(async |desk| {
        let before = desk.open_text(BRIDGE).await;
        desk.run("window.__nodes = blocks().map(({ node }) => node)", &[]).await;
        for (label, words) in BRIDGE_MARKS {
            desk.mark_words(label, words).await;
        }
        desk.article_is(&before).await;
        desk.saved().await;
        let same = "return blocks().every(({ node }, at) => node === __nodes[at])";
        assert!(desk.now::<bool>(same, &[]).await, "a text node is another one");
    });
}
