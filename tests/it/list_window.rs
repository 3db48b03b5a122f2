//! Which rows of the list are on the page. The arithmetic is a file of the page's own: nothing in it is of the browser.

#[path = "../../src/app/rail/window.rs"]
mod window;

use proptest::prelude::*;

use self::window::{ROW_HEIGHT, VIRTUAL_FROM, View, Window};

fn view(top: f64) -> View {
    View { top, height: 600.0, fields: 0.0 }
}

#[test]
fn a_short_list_grows_until_it_is_on_the_page_as_a_whole() {
    let count = VIRTUAL_FROM - 1;
    let mut there = 0;
    loop {
        let window = Window::of(count, None, view(3_000.0), there);
        assert!(window.first == 0 && !window.is_virtual() && window.end > there.min(count - 1), "{window:?}");
        if window.there() == there {
            break assert_eq!((window.end, window.spaces()), (count, [0.0, 0.0]));
        }
        there = window.there();
    }
}

#[test]
fn rows_that_are_there_stay_when_others_come() {
    assert_eq!(Window::of(101, None, view(0.0), 100).end, 101);
    assert_eq!(Window::of(40, None, view(0.0), 100).end, 40);
}

#[test]
fn the_row_in_focus_of_a_short_list_is_on_the_page_at_once() {
    assert!(Window::of(400, Some(390), view(0.0), 0).end > 390);
}

#[test]
fn a_list_that_was_not_laid_out_yet_begins_with_some_rows() {
    let window = Window::of(5_000, None, View::default(), 0);
    assert!(window.first == 0 && window.end > 10 && window.end < 50, "{window:?}");
}

#[test]
fn opened_fields_above_the_view_are_no_rows() {
    let scrolled = View { fields: 10.0 * ROW_HEIGHT, ..view(100.0 * ROW_HEIGHT) };
    assert_eq!(Window::of(5_000, Some(3), scrolled, 0), Window::of(5_000, None, view(90.0 * ROW_HEIGHT), 0));
    assert_eq!(Window::of(5_000, Some(200), scrolled, 0), Window::of(5_000, None, view(100.0 * ROW_HEIGHT), 0));
}

proptest! {
    #[test]
    fn rows_and_spaces_make_up_the_whole_list_and_cover_the_view(count in 0_usize..20_000, row in 0_usize..20_000) {
        let top = row.min(count) as f64 * ROW_HEIGHT;
        let window = Window::of(count, None, view(top), VIRTUAL_FROM);
        let [above, below] = window.spaces();
        prop_assert!(window.first <= window.end && window.end <= count);
        prop_assert_eq!(above + (window.end - window.first) as f64 * ROW_HEIGHT + below, count as f64 * ROW_HEIGHT);
        let seen = (count as f64 * ROW_HEIGHT).min(top + 600.0);
        prop_assert!(above <= top && above + (window.end - window.first) as f64 * ROW_HEIGHT >= seen);
    }
}
