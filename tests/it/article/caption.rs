//! Captions and the credits under them.

use bluepencil::article::BlockKind;

use super::{article, blocks_of, check};

#[test]
fn two_credits_of_the_same_words_belong_to_the_captions_above_them() {
    check(
        "
paragraph|The harbour opened again on Wednesday.
caption  |Boats wait outside the wall.
credit   |Ole Brandeck/AP
paragraph|Nobody was hurt.
caption  |The north light without its roof.
credit   |Ole Brandeck/AP
paragraph|Repairs begin on Monday.
",
    );
}

#[test]
fn every_form_of_a_credit_line_is_known() {
    for credit in [
        "Rosa Winterholm/EPA/Shutterstock",
        "Rosa Winterholm/Sputnik via Reuters",
        "Rosa Winterholm/POOL/AFP via Getty Images",
        "Rosa Winterholm/POOL/Tideline via Littoral Images",
        "Rosa Winterholm/Sundline/Northquay",
        "Rosa Winterholm/Tideline",
        "R. Winterholm / AP file",
        "AP Photo/Rosa Winterholm",
        "Rosa van der Holm, Reuters",
        "Rosa Winterholm via Littoral Images",
        "AFP via Getty Images",
        "Getty Images",
        "REUTERS",
        "Photo: Rosa Winterholm",
        "Photo by Rosa Winterholm/Tideline",
        "Photograph by Rosa Winterholm, Northquay Magazine",
        "Photograph: Rosa Winterholm/Tideline",
        "(Image credit: Rosa Winterholm)",
        "Foto: Rosa Winterholm",
        "Courtesy of Rosa Winterholm",
        "Copyright Rosa Winterholm",
        "© Rosa Winterholm",
        "© mit freundlicher Genehmigung",
    ] {
        check(&format!(
            "
paragraph|The harbour opened again on Wednesday.
caption  |Boats wait outside the harbour wall on Tuesday.
credit   |{credit}
paragraph|Nobody was hurt.
"
        ));
    }
}

#[test]
fn words_with_a_slash_are_not_a_credit_by_that_alone() {
    for line in ["Either/or", "He and/or she", "Middle East / North Africa", "https://example.org/a", "24/7", "/"] {
        let article = article(&format!("The harbour opened again.\n\n{line}\n\nNobody was hurt."));
        assert_eq!(blocks_of(&article, BlockKind::Credit), Vec::<&str>::new(), "{line}");
    }
}

#[test]
fn a_quotation_above_a_credit_is_no_caption() {
    check(
        "
paragraph|“We are open again,” the harbour master said.
credit   |Ole Brandeck/AP
paragraph|Nobody was hurt.
",
    );
}

#[test]
fn an_agency_at_the_end_signs_the_article_and_makes_no_caption() {
    check(
        "
paragraph|The harbour opened again on Wednesday.
paragraph|Nobody was hurt.
credit   |Reuters
",
    );
}

#[test]
fn a_line_that_calls_itself_a_caption_is_one() {
    check(
        "
paragraph|The harbour opened again on Wednesday.
caption  |Photo: Boats wait outside the wall on Tuesday.
caption  |Caption: The north light without its roof
paragraph|Nobody was hurt.
",
    );
}

#[test]
fn a_caption_with_its_credit_in_the_same_line_is_a_caption() {
    check(
        "
paragraph|The harbour opened again on Wednesday.
caption  |Boats wait outside the wall. Ole Brandeck / AP
caption  |The north light without its roof (Photo: Ole Brandeck)
paragraph|Nobody was hurt. (Reuters)
",
    );
}

#[test]
fn a_credit_may_end_a_caption_in_many_ways() {
    for caption in [
        "Boats wait outside the wall on Tuesday. Ole Brandeck/Getty Images",
        "Boats wait outside the wall on Tuesday. Photograph: Ole Brandeck/Getty Images",
        "Boats wait outside the wall on Tuesday.Credit...Ole Brandeck for The New York Times",
        "Boats wait outside the wall on Tuesday. REUTERS/Ole Brandeck/File Photo",
        "Boats wait outside the wall on Tuesday © Ole Brandeck / AFP",
        "Boats wait outside the wall on Tuesday | Credit: Ole Brandeck/Getty Images",
        "Boats wait outside the wall on Tuesday Ole Brandeck/Reuters",
        "Boats wait outside the wall on Tuesday. Ole Brandeck / AFP - Getty Images",
        "Boats wait outside the wall on Tuesday. Getty",
        "Boats wait outside the wall on Tuesday. (AP Photo)",
        "Boats wait outside the wall on Tuesday. (Ole Brandeck/Farwater Post via AP, File)",
        "Boats wait outside the wall on Tuesday. Ole Brandeck for NPR hide caption",
        "Boats wait outside the wall on Tuesday Submitted photo",
        "Boote warten vor der Mauer. (Archivbild) Foto: Ole Brandeck/dpa/dpa-tmn",
        "Los barcos esperan ante el muro. EFE/Ole Brandeck",
    ] {
        check(&format!(
            "
paragraph|The harbour opened again on Wednesday.
caption  |{caption}
paragraph|Nobody was hurt.
"
        ));
    }
}

#[test]
fn sentences_that_name_an_agency_or_a_picture_are_no_captions() {
    for sentence in [
        "The wall will hold, the council said. (AP)",
        "He told Reuters that nobody had called.",
        "The pictures were sold to Getty Images.",
        "A Reuters/Ipsos poll found the same.",
        "The word and/or is in the contract, said Reuters.",
        "He signs his work © and nothing else.",
        "Copyright © 2025 by Ole Brandeck. Reprinted courtesy of Farwater Books, an imprint of Sundline Publishers.",
        "She asked for “a credit: mine,” he said.",
        "The photo: a boat. The caption: none.",
        "Farwater, Norway, Dec 3 (Reuters)",
    ] {
        let article = article(&format!("Harbour reopens\n\nIt opened.\n\n{sentence}\n\nNobody was hurt.\n"));
        assert_eq!(blocks_of(&article, BlockKind::Caption), [""; 0], "{sentence}");
        assert_eq!(blocks_of(&article, BlockKind::Heading), [""; 0], "{sentence}");
    }
}
