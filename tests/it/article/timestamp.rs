//! Moments: from the browser's clock to RFC 3339, and back from files.

use bluepencil::article::Timestamp;
use proptest::prelude::*;

fn written(milliseconds: i64) -> String {
    Timestamp::from_unix_milliseconds(milliseconds).as_str().to_owned()
}

#[test]
fn moments_are_written_as_the_calendar_has_them() {
    for (seconds, expected) in [
        (0, "1970-01-01T00:00:00Z"),
        (1_700_000_000, "2023-11-14T22:13:20Z"),
        (951_825_600, "2000-02-29T12:00:00Z"),
        (1_709_251_199, "2024-02-29T23:59:59Z"),
        (1_709_251_200, "2024-03-01T00:00:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (-2_203_891_201, "1900-02-28T23:59:59Z"),
        (-11_670_998_400, "1600-02-29T00:00:00Z"),
    ] {
        assert_eq!(written(seconds * 1000), expected);
    }
}

#[test]
fn the_milliseconds_of_a_second_are_dropped_before_1970_too() {
    assert_eq!((written(999), written(-1)), ("1970-01-01T00:00:00Z".to_owned(), "1969-12-31T23:59:59Z".to_owned()));
}

/// The day after a `YYYY-MM-DD`, by the rules everyone learns at school.
fn next_day(date: &str) -> String {
    let numbers: Vec<u32> = date.split('-').map(|part| part.parse().expect("a number")).collect();
    let &[year, month, day] = numbers.as_slice() else { panic!("{date} is no date") };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (year, month, day) = match (month, day == days[month as usize - 1]) {
        (12, true) => (year + 1, 1, 1),
        (_, true) => (year, month + 1, 1),
        (_, false) => (year, month, day + 1),
    };
    format!("{year:04}-{month:02}-{day:02}")
}

proptest! {
    #[test]
    fn a_day_later_is_the_next_day_of_the_calendar(milliseconds in -60_000_000_000_000_i64..250_000_000_000_000) {
        let (today, tomorrow) = (written(milliseconds), written(milliseconds + 86_400_000));
        prop_assert_eq!(next_day(&today[..10]), &tomorrow[..10]);
        prop_assert_eq!(&today[10..], &tomorrow[10..]);
    }

    #[test]
    fn what_is_written_is_read_as_it_is(milliseconds in -60_000_000_000_000_i64..250_000_000_000_000) {
        let moment = Timestamp::from_unix_milliseconds(milliseconds);
        prop_assert_eq!(Timestamp::parse(moment.as_str()), Some(moment));
    }
}

#[test]
fn a_fraction_of_a_second_is_kept() {
    let moment = Timestamp::parse("2025-12-03T16:30:00.125Z");
    assert_eq!(moment.as_ref().map(Timestamp::as_str), Some("2025-12-03T16:30:00.125Z"));
}

#[test]
fn anything_but_utc_in_full_is_refused() {
    for written in [
        "",
        "Z",
        "2025-12-03",
        "2025-12-03T16:30:00",
        "2025-12-03 16:30:00Z",
        "2025-12-03T16:30:00z",
        "2025-12-03T16:30:00+00:00",
        "2025-12-03T16:30Z",
        "2025-12-03T16:30:00.Z",
        "2025-12-03T16:30:00.1.2Z",
        "2025-12-03T16:30:00.1eZ",
        "+025-12-03T16:30:00Z",
        "2025-12-03T16:30:0٣Z",
    ] {
        assert_eq!(Timestamp::parse(written), None, "{written}");
    }
}
