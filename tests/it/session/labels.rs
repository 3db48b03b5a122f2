//! Labels by their number.

use bluepencil::session::Command;

use crate::support::desk::Desk;
use crate::support::marked::{check, check_refused, desk};

#[test]
fn a_number_marks_with_the_label_at_that_place() {
    for (key, label) in [("1", "quote"), ("2", "claim"), ("3", "caption"), ("4", "credit")] {
        check("It takes [two to] tango.", key, &format!("It takes «{label}*:two to» tango."));
    }
}

#[test]
fn labels_of_one_s_own_follow_by_name() {
    let before = "«verdict:False.» «doubt:Perhaps.» It takes [two].";
    check(before, "5", "«verdict:False.» «doubt:Perhaps.» It takes «doubt*:two».");
    check(before, "6", "«verdict:False.» «doubt:Perhaps.» It takes «verdict*:two».");
}

#[test]
fn a_number_without_a_label_says_which_there_are() {
    let known = "The labels are: 1 quote, 2 claim, 3 caption, 4 credit";
    check_refused("It takes [two].", "7", &format!("There is no label 7. {known}."));
    check_refused("«verdict:False.» [two]", "9", &format!("There is no label 9. {known}, 5 verdict."));
}

#[test]
fn a_number_with_only_a_caret_marks_as_the_letter_does() {
    check("He said “n|o” twice.", "1", "He said «quote*:“no”» twice.");
    let refusal = "Nothing is selected. Select some words in the article, then choose a label beside them.";
    check_refused("«verdict:False.» tw|o", "5", refusal);
}

#[test]
fn a_schema_that_was_imported_gives_its_labels_in_its_order() {
    let (desk, _) = desk("One two.");
    let file = desk.exported().replacen("\"labels\": [", "\"labels\": [{\"name\": \"verdict\", \"title\": \"Verdict\"}, {\"name\": \"doubt\", \"title\": \"In doubt\"}, ", 1);
    let mut elsewhere = Desk::empty();
    elsewhere.file("schema.json", file);
    let names: Vec<String> = elsewhere.session.labels().iter().map(|label| label.name().to_owned()).collect();
    assert_eq!(names, ["quote", "claim", "caption", "credit", "verdict", "doubt"]);
}

#[test]
fn all_numbers_share_one_row() {
    assert_eq!(Command::MarkNumbered(7).name(), Command::MarkNumbered(1).name());
}
