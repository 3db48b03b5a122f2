//! The pages that list the keys: the project's own copy of the table, and the plan of all keys where it is at hand.

use bluepencil::session::{COMMANDS, Command, key_reference};

use crate::tidy::root;

#[test]
fn the_page_of_keys_is_the_command_table() {
    let page = std::fs::read_to_string(root().join("docs/keys.md")).unwrap_or_default();
    assert!(
        page == key_reference(),
        "docs/keys.md is not the command table. Renew it: cargo xtask keys > docs/keys.md"
    );
}

/// What a key of the plan is in the table, row by row of the plan: the words of the row that say it, and the keys.
const PLANNED: &[(&str, &[(&str, Command)])] = &[
    ("undo, redo", &[("Ctrl+Z", Command::Undo), ("Ctrl+Shift+Z", Command::Redo), ("Ctrl+Y", Command::Redo)]),
    ("every command, searchable", &[("Ctrl+K", Command::Commands)]),
    ("download the open article", &[("Ctrl+S", Command::Download)]),
    (
        "keys · search · leave one level",
        &[("?", Command::KeyboardHelp), ("/", Command::Search), ("Escape", Command::Leave)],
    ),
    ("next / previous annotation", &[("J", Command::NextAnnotation), ("K", Command::PreviousAnnotation)]),
    ("next / previous article", &[("Shift+J", Command::NextArticle), ("Shift+K", Command::PreviousArticle)]),
    (
        "move a visible caret",
        &[("ArrowLeft", Command::MoveCaret), ("Ctrl+ArrowRight", Command::MoveCaret), ("Home", Command::MoveCaret)],
    ),
    (
        "extend a selection",
        &[("Shift+ArrowLeft", Command::ExtendSelection), ("Ctrl+Shift+End", Command::ExtendSelection)],
    ),
    (
        "select the word",
        &[
            ("W", Command::SelectWord),
            (".", Command::SelectSentence),
            ("'", Command::SelectQuotation),
            ("G", Command::SelectParagraph),
            ("Shift+W", Command::SelectWordBefore),
            (",", Command::SelectSentenceBefore),
            (";", Command::SelectQuotationBefore),
            ("Shift+G", Command::SelectParagraphBefore),
            ("-", Command::SelectionBack),
        ],
    ),
    (
        "mark it as quote",
        &[
            ("Q", Command::MarkQuote),
            ("C", Command::MarkClaim),
            ("P", Command::MarkCaption),
            ("R", Command::MarkCredit),
            ("1", Command::MarkNumbered(1)),
            ("9", Command::MarkNumbered(1)),
        ],
    ),
    ("add it to the quote in focus", &[("+", Command::AddSegment)]),
    (
        "mark the quotation",
        &[
            ("Q", Command::MarkQuote),
            ("C", Command::MarkClaim),
            ("P", Command::MarkCaption),
            ("R", Command::MarkCredit),
        ],
    ),
    ("the other marks at this place", &[("O", Command::OtherMark)]),
    (
        "change its label",
        &[
            ("Shift+Q", Command::RelabelQuote),
            ("Shift+C", Command::RelabelClaim),
            ("Shift+P", Command::RelabelCaption),
            ("Shift+R", Command::RelabelCredit),
        ],
    ),
    (
        "boundaries:",
        &[
            ("B", Command::Boundaries),
            ("ArrowLeft", Command::EdgeWordLeft),
            ("Shift+ArrowRight", Command::EdgeCharacterRight),
            ("Tab", Command::NextEdge),
            ("Enter", Command::KeepBoundaries),
            ("Escape", Command::CancelBoundaries),
        ],
    ),
    ("note · flag", &[("M", Command::Note), ("F", Command::Flag)]),
    ("delete (undo", &[("Delete", Command::DeleteAnnotation), ("Backspace", Command::DeleteAnnotation)]),
    ("open its fields", &[("Enter", Command::OpenFields)]),
];

/// Rows of the plan that are built later: problems, done-and-next, people, links, evidence, suggestions, the board of
/// claims, and comparing.
const LATER: [&str; 14] = [
    "who said what",
    "next / previous state",
    "ClaimReview of the claim",
    "next / previous problem",
    "mark the article done",
    "set speaker",
    "link to another mark",
    "add evidence",
    "accept, go to the next",
    "reject, go to the next",
    "as above, then accept",
    "accept all of this kind",
    "not factual",
    "take A · B",
];

/// The rows of the plan: what each does.
fn rows(plan: &str) -> Vec<&str> {
    let rows = plan.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next()).map(str::trim).collect()
}

#[test]
fn every_key_of_the_plan_is_in_the_table_with_its_meaning() {
    let Ok(plan) = std::fs::read_to_string(root().join("../shared/spec/keys.md")) else {
        println!("skipped: ../shared/spec/keys.md is not here");
        return;
    };
    let is_key_of = |key: &str, command| COMMANDS.iter().any(|row| row.command == command && row.keys.contains(&key));
    for row in rows(&plan).into_iter().filter(|row| !LATER.iter().any(|later| row.contains(later))) {
        let planned = PLANNED.iter().find(|(words, _)| row.contains(words));
        let (_, keys) = planned.unwrap_or_else(|| panic!("the plan has a row that this test does not know: {row}"));
        for (key, command) in *keys {
            assert!(is_key_of(key, *command), "{key} is not {command:?} as in: {row}");
        }
    }
}

#[test]
fn every_row_named_here_is_in_the_plan() {
    let Ok(plan) = std::fs::read_to_string(root().join("../shared/spec/keys.md")) else {
        println!("skipped: ../shared/spec/keys.md is not here");
        return;
    };
    let rows = rows(&plan);
    for words in PLANNED.iter().map(|(words, _)| words).chain(&LATER) {
        assert!(rows.iter().any(|row| row.contains(words)), "the plan has no row that says: {words}");
    }
}
