//! Bylines with places, degrees, offices and agencies, and the lines that sign a story.

use bluepencil::article::BlockKind;

use super::{article, blocks_of};

/// The kind of the second line of an article, and what its details say about its authors.
fn second_line(line: &str) -> (&'static str, String) {
    let article = article(&format!(
        "Harbour reopens\n{line}\n\nThe harbour opened again on Wednesday.\n\n\
         Reporting by Rosa Winterholm in Oslo; Editing by Ole Brandeck\n\nOur standards: the Farwater Press rules apply.\n"
    ));
    let kinds: Vec<&'static str> = article.blocks.iter().map(|block| block.kind.name()).collect();
    assert_eq!((kinds[0], &kinds[2..]), ("title", &["paragraph", "byline", "paragraph"][..]), "{line}");
    (kinds[1], article.details.byline.clone())
}

#[test]
fn bylines_say_where_the_authors_are_and_what() {
    for names in [
        "Rosa Winterholm in Oslo and Ole Brandeck in Bergen",
        "Rosa Winterholm, M.D.",
        "Farwater Press staff",
        "ABBY WINTERHOLM and OLE BRANDECK",
        "Rosa Winterholm, Political Editor, in Oslo",
        "Rosa Winterholm, Ph.D., and Ole Brandeck, R.N.",
        "Rosa Winterholm Jr.",
        "Rosa Winterholm, maritime correspondent",
        "Rosa Winterholm in Farwater, Ole Brandeck in Oslo and Ada Holm in Bergen",
        "Rosa Winterholm, Ole Brandeck, Ada Holm and Jon Sund, CNN",
        "Rosa Winterholm of The Associated Press",
        "Rosa Winterholm for the Farwater Press",
        "staff writer Rosa Winterholm",
        "the Farwater Press Editorial Board",
        "The Associated Press",
        "AFP",
        "Reuters staff",
        "staff and agencies",
        "Rosa Winterholm, Special to the Farwater Post",
        "Rosa Winterholm with Ole Brandeck in Oslo",
        "Rosa van der Holm and José Almadrin",
        "R. W. Brandeck III",
        "Dr. Rosa Winterholm",
        "April Holm and June Sund",
        "Rosa Winterholm / Farwater Press",
        "Rosa Winterholm (Farwater Press)",
        "ROSA WINTERHOLM, ASSOCIATED PRESS",
    ] {
        assert_eq!(second_line(&format!("By {names}")), ("byline", names.to_owned()), "{names}");
        assert_eq!(second_line(&format!("BY {names}")), ("byline", names.to_owned()), "{names}");
    }
}

#[test]
fn a_byline_may_say_what_was_done_and_in_other_languages() {
    for (line, names) in [
        ("Analysis by Rosa Winterholm", "Rosa Winterholm"),
        ("Story and photos by Rosa Winterholm", "Rosa Winterholm"),
        ("Words by Rosa Winterholm", "Rosa Winterholm"),
        ("Written by Rosa Winterholm in Oslo", "Rosa Winterholm in Oslo"),
        ("Ein Kommentar von Rosa Winterholm", "Rosa Winterholm"),
        ("Von Rosa Winterholm und Ole Brandeck, Oslo", "Rosa Winterholm und Ole Brandeck, Oslo"),
        ("Von Rosa Winterholm, dpa", "Rosa Winterholm, dpa"),
        ("Par Rosa Winterholm, envoyée spéciale à Oslo", "Rosa Winterholm, envoyée spéciale à Oslo"),
        ("Por Rosa Winterholm y Ole Brandeck", "Rosa Winterholm y Ole Brandeck"),
        ("Di Rosa Winterholm", "Rosa Winterholm"),
        ("Av Rosa Winterholm og Ole Brandeck", "Rosa Winterholm og Ole Brandeck"),
        ("Door Rosa van der Holm", "Rosa van der Holm"),
    ] {
        assert_eq!(second_line(line), ("byline", names.to_owned()), "{line}");
    }
}

#[test]
fn a_line_of_authors_needs_no_by_where_it_says_more_than_names() {
    for line in [
        "Rosa Winterholm in Farwater and Ole Brandeck",
        "Rosa Winterholm in Oslo",
        "Rosa Winterholm, Nordic correspondent",
        "Rosa Winterholm Nordic correspondent",
        "Rosa Winterholm and agencies",
        "Guardian staff and agencies in Oslo",
        "Guardian staff",
        "Rosa Winterholm, political editor, and Ole Brandeck",
        "Agence France-Presse in Oslo",
        "Reuters in Oslo",
    ] {
        assert_eq!(second_line(line), ("byline", line.to_owned()), "{line}");
    }
}

#[test]
fn names_above_a_date_are_the_authors() {
    let article =
        article("Harbour reopens\nRosa Winterholm and Ole Brandeck\n3 December 2025\n\nThe harbour opened.\n");
    assert_eq!(blocks_of(&article, BlockKind::Byline), ["Rosa Winterholm and Ole Brandeck"]);
    assert_eq!(article.details.byline, "Rosa Winterholm and Ole Brandeck");
}

#[test]
fn sentences_and_headlines_that_begin_with_by_are_no_bylines() {
    for line in [
        "By Wednesday the storm had passed.",
        "By Ole Brandeck’s account it was dark.",
        "By Monday Evening it was over.",
        "By December Everything Changed",
        "By Land and Sea, Ferries Return",
        "By the numbers: the harbour in 12 charts",
        "By The Numbers",
        "By 2030, the wall must be ready.",
        "By Popular Demand",
        "By Ole Brandeck, the storm was called a test.",
        "By far the oldest boat is for sale",
        "By and large, the wall held.",
        "Von Montag an fahren die Fähren wieder.",
        "Von Bergen aus sind es zwei Stunden.",
        "Par mauvais temps, le port reste fermé.",
        "Por ahora nadie ha llamado.",
    ] {
        assert_ne!(second_line(line).0, "byline", "{line}");
    }
}

#[test]
fn a_headline_that_looks_like_a_byline_is_the_title_above_the_true_one() {
    for title in
        ["By Royal Appointment", "By Hand, Stone Upon Stone", "By Farwater Press Standards", "By Sea From Bergen"]
    {
        let article = article(&format!("{title}\nBy Rosa Winterholm\n\nThe harbour opened again.\n"));
        assert_eq!((article.details.title.as_str(), article.details.byline.as_str()), (title, "Rosa Winterholm"));
    }
}

#[test]
fn lines_that_sign_a_story_are_no_headings() {
    for line in [
        "Reporting by Rosa Winterholm in Oslo; Editing by Ole Brandeck",
        "Reporting by Rosa Winterholm, Editing by Ole Brandeck",
        "Reporting by Rosa Winterholm and Ada Holm; Writing by Jon Sund; Editing by Ole Brandeck",
        "(Reporting by Rosa Winterholm; Editing by Ole Brandeck)",
        "(Reporting by Rosa Winterholm; Editing by Ole Brandeck.)",
        "Additional reporting by Ada Holm",
        "Additional reporting by Ada Holm in Bergen and Jon Sund in Oslo",
        "Additional reporting: Ada Holm",
        "Editing by Ole Brandeck",
        "Compiled by Farwater Press staff",
        "With reporting by Ada Holm",
        "With files from The Canadian Press",
        "Edited by Ole Brandeck and Jon Sund",
    ] {
        let article =
            article(&format!("Harbour reopens\n\nThe harbour opened.\n\n{line}\n\nOur standards: the rules apply.\n"));
        assert_eq!(blocks_of(&article, BlockKind::Byline), [line]);
    }
}

#[test]
fn sentences_about_reporting_and_editing_are_paragraphs() {
    for line in [
        "Reporting by journalists was restricted during the storm.",
        "Reporting from the harbour was difficult.",
        "Editing by hand takes time.",
        "Winterholm reported from Oslo.",
        "Associated Press writer Ada Holm in Bergen contributed to this report.",
        "Ada Holm contributed reporting.",
        "Written by a machine, the report was useless.",
        "Edited by nobody, it was printed.",
        "With files from the harbour, the police left.",
        "Additional reporting by the county is expected.",
    ] {
        let article = article(&format!("Harbour reopens\n\nThe harbour opened.\n\n{line}\n\nNobody was hurt.\n"));
        assert_eq!(blocks_of(&article, BlockKind::Paragraph).len(), 3, "{line}");
    }
}

#[test]
fn a_story_that_is_signed_at_its_foot_alone_is_by_those_who_reported() {
    for (foot, names) in [
        ("Reporting by Rosa Winterholm in Oslo", "Rosa Winterholm in Oslo"),
        ("(Reporting by Rosa Winterholm; Editing by Ole Brandeck)", "Rosa Winterholm"),
        ("Additional reporting by Ada Holm", ""),
        ("Editing by Ole Brandeck", ""),
    ] {
        let article = article(&format!("Harbour reopens\n\nThe harbour opened.\n\n{foot}\n"));
        assert_eq!(article.details.byline, names, "{foot}");
    }
}
