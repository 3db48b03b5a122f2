//! Labels that pages print above pictures, and the captions and credits that they announce.

use bluepencil::article::BlockKind;

use super::{article, blocks_of, check};

#[test]
fn labels_of_pictures_are_read_with_what_they_announce() {
    check(
        "
title    |Harbour wall to be rebuilt
paragraph|Published
date     |3 December 2025

credit   |Image source, Getty Images

caption  |Image caption, Boats wait outside the wall on Tuesday

paragraph|The wall will be rebuilt by spring, the council said.

credit   |Image source, Rosa Winterholm
paragraph|Image caption,
caption  |The north light lost its roof in the storm

caption  |Media caption, Watch: Waves break over the quay

paragraph|Nobody was hurt.
",
    );
}

#[test]
fn what_is_known_about_the_article_does_not_come_from_labels() {
    let article =
        article("Harbour wall to be rebuilt\nPublished\n3 December 2025\n\nImage source, Getty Images\n\nIt will.");
    let details = (article.details.title.as_str(), article.details.published.as_str());
    assert_eq!(details, ("Harbour wall to be rebuilt", "2025-12-03"));
}

#[test]
fn other_labels_announce_captions_too() {
    for label in [
        "Image caption,",
        "Media caption,",
        "Video caption,",
        "Image caption:",
        "Media caption:",
        "Figure caption,",
        "IMAGE CAPTION,",
        "Photo caption:",
        "Caption:",
        "Pictured:",
    ] {
        let text =
            format!("Harbour reopens\n\nIt opened.\n\n{label} Boats wait outside the wall\n\nNobody was hurt.\n");
        assert_eq!(blocks_of(&article(&text), BlockKind::Caption), [format!("{label} Boats wait outside the wall")]);
    }
}

#[test]
fn other_labels_announce_credits_too() {
    for credit in [
        "Image source, Getty Images",
        "Image source, PA Media",
        "Image source, BBC",
        "Image source, Rosa Winterholm",
        "Image source, Rosa Winterholm / Sundline",
        "Media source, Reuters",
        "Image source: EPA",
        "IMAGE SOURCE, AFP",
        "Image source,Getty Images",
        "Image copyright Getty Images",
    ] {
        let text =
            format!("Harbour reopens\n\nIt opened.\n\n{credit}\n\nImage caption, Boats wait\n\nNobody was hurt.\n");
        let article = article(&text);
        assert_eq!(blocks_of(&article, BlockKind::Credit), [credit]);
        assert_eq!(blocks_of(&article, BlockKind::Heading), [""; 0], "{credit}");
    }
}

#[test]
fn a_label_alone_announces_the_line_under_it() {
    for (label, kind) in [
        ("Image caption, ", BlockKind::Caption),
        ("Image caption,", BlockKind::Caption),
        ("Image caption", BlockKind::Caption),
        ("Media caption,", BlockKind::Caption),
        ("Video caption", BlockKind::Caption),
        ("Image source,", BlockKind::Credit),
        ("Image source", BlockKind::Credit),
        ("Image credit", BlockKind::Credit),
        ("Photo credit:", BlockKind::Credit),
        ("Credit", BlockKind::Credit),
    ] {
        let text =
            format!("Harbour reopens\n\nIt opened.\n\n{label}\nRosa Winterholm on the quay\n\nNobody was hurt.\n");
        assert_eq!(blocks_of(&article(&text), kind), ["Rosa Winterholm on the quay"], "{label}");
    }
}

#[test]
fn labels_and_buttons_of_the_page_are_no_headings() {
    for label in [
        "Image",
        "Video",
        "Advertisement",
        "hide caption",
        "Toggle caption",
        "View image in fullscreen",
        "Share full article",
        "4 min read",
        "Lesezeit: 3 Min.",
        "12 comments",
        "Heard on Morning Edition",
        "Published",
        "Read more",
        "Listen · 3 min",
    ] {
        check(&format!(
            "
title    |Harbour reopens
paragraph|It opened.
paragraph|{label}
paragraph|Nobody was hurt.
"
        ));
    }
}

#[test]
fn sentences_that_begin_like_a_label_stay_paragraphs() {
    for sentence in [
        "Image is everything, the mayor said.",
        "Picture this: a harbour without boats.",
        "Photographs of the wall were sold to forty papers.",
        "Credit is due to the crews, she said.",
        "Caption contests are held every year.",
        "Source code of the light was published.",
        "Media captioned it a miracle.",
        "Photographers waited for hours.",
        "From left and right, critics attacked the plan.",
        "File after file was thrown away.",
    ] {
        check(&format!(
            "
title    |Harbour reopens
paragraph|It opened.
paragraph|{sentence}
paragraph|Nobody was hurt.
"
        ));
    }
}
