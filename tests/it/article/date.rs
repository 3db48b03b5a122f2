//! Lines that are dates, and the day they tell.

use bluepencil::article::BlockKind;

use super::{article, blocks_of};

/// What an article with that line under its headline says it was published on; `None` when the line is no date.
fn published(line: &str) -> Option<String> {
    let article = article(&format!("Harbour reopens\n{line}\n\nThe harbour opened again on Wednesday."));
    let found = blocks_of(&article, BlockKind::Date) == [line];
    found.then(|| article.details.published.clone())
}

#[test]
fn a_date_is_understood_in_the_ways_newsrooms_print_it() {
    for line in [
        "3 December 2025",
        "3rd of December 2025",
        "December 3, 2025",
        "Dec. 3, 2025",
        "Dec 3 2025",
        "DECEMBER 3, 2025",
        "Wednesday, December 3, 2025",
        "Wed 3 Dec 2025",
        "2025-12-03",
        "2025-12-03T16:30:00Z",
        "3.12.2025",
        "3. Dezember 2025",
        "3 décembre 2025",
        "3 de diciembre de 2025",
        "Published 3 December 2025",
        "Published: Dec. 3, 2025 at 4:30 p.m. ET",
        "Published Wednesday, 3 December 2025 16.30 GMT",
        "Updated 4:30 PM EST, Wed December 3, 2025",
        "Published 3 December 2025, updated 4 December 2025",
        "Published Dec. 3, 2025Updated Dec. 4, 2025, 7:05 a.m. ET",
        "December 3, 20254:12 PM ET",
        "December 3, 20254:12 PM GMT+1Updated 2 hours ago",
        "Updated 2 hours ago, December 3, 2025",
        "4 min read · December 3, 2025",
        "Last modified on Wed 3 Dec 2025 17.30 GMT",
        "Issued on: 3 December 2025 - 16:30",
        "Mi., 3. Dezember 2025, 16:30 Uhr",
        "Stand: 03.12.2025, 16:30 Uhr",
        "Publié le 3 décembre 2025 à 16h30",
        "3 dic 2025 - 16:30",
        "3. desember 2025 kl. 16.30",
    ] {
        assert_eq!(published(line).as_deref(), Some("2025-12-03"), "{line}");
    }
}

#[test]
fn a_date_that_could_be_two_days_is_kept_as_printed() {
    assert_eq!(published("03/12/2025").as_deref(), Some("03/12/2025"));
}

#[test]
fn a_time_that_is_told_from_now_is_kept_as_printed() {
    for line in ["3 hours ago", "1 day ago", "Updated 2 hours ago", "Published 45 mins ago"] {
        assert_eq!(published(line).as_deref(), Some(line));
    }
}

#[test]
fn august_in_spanish_is_no_time_from_now() {
    assert_eq!(published("3 ago 2025").as_deref(), Some("2025-08-03"));
}

#[test]
fn a_date_with_slashes_is_understood_when_one_number_cannot_be_a_month() {
    assert_eq!(published("12/31/2025").as_deref(), Some("2025-12-31"));
}

#[test]
fn a_date_without_a_year_is_kept_as_printed() {
    assert_eq!(published("Wednesday, December 3").as_deref(), Some("Wednesday, December 3"));
}

#[test]
fn a_day_that_does_not_exist_is_kept_as_printed() {
    assert_eq!(published("29 February 2025").as_deref(), Some("29 February 2025"));
}

#[test]
fn a_leap_day_is_understood() {
    assert_eq!(published("29 February 2024").as_deref(), Some("2024-02-29"));
}

#[test]
fn running_text_with_a_date_is_no_date() {
    for line in [
        "The storm of December 3, 2025",
        "May 5 boats",
        "12:30",
        "2025",
        "Wednesday",
        "By 3 December 2025",
        "3 of 5",
        "May 5 days",
        "4 min read",
        "long ago",
    ] {
        assert_eq!(published(line), None, "{line}");
    }
}

#[test]
fn a_date_far_down_counts_only_when_it_says_that_it_is_one() {
    let filler = "The storm went on and on.\n".repeat(9);
    let article = article(&format!("Harbour reopens\n{filler}4 December 2025\nPublished 3 December 2025"));
    assert_eq!(blocks_of(&article, BlockKind::Date), ["Published 3 December 2025"]);
}

#[test]
fn a_date_in_the_byline_is_not_part_of_the_name() {
    let article = article("Harbour reopens\nBy Rosa Winterholm | 3 December 2025\nThe harbour opened again.");
    let details = (article.details.byline.as_str(), article.details.published.as_str());
    assert_eq!(details, ("Rosa Winterholm", "2025-12-03"));
}
