//! The file of keys: what goes out comes in again, and what is not valid changes nothing.

use bluepencil::session::{Command, KeyBindingEvent, KeyMap};

use super::{change, desk, press};
use crate::support::desk::{Desk, Said, refusal, told};

/// The file that a desk downloads.
fn exported(desk: &mut Desk) -> String {
    let said = change(desk, KeyBindingEvent::Download);
    let file = said.into_iter().find_map(|said| match said {
        Said::Download { name, media_type, content } => Some((name, media_type, content)),
        _ => None,
    });
    let (name, media_type, content) = file.expect("a file");
    assert_eq!((name.as_str(), media_type), ("bluepencil-keys.json", "application/json"));
    content
}

#[test]
fn keys_go_out_and_come_in_again() {
    let mut one = desk();
    press(&mut one, Command::MarkQuote, "J");
    change(&mut one, KeyBindingEvent::Swap);
    press(&mut one, Command::Export, "Ctrl+I");
    change(&mut one, KeyBindingEvent::SingleLetters(false));
    let file = exported(&mut one);
    let mut other = desk();
    let sentence = "Imported bluepencil-keys.json: 3 commands have keys of your own.";
    assert_eq!(told(&other.file("bluepencil-keys.json", file)), sentence);
    assert_eq!(other.session.keys().own(), one.session.keys().own());
    assert!(other.session.keys().single_letters_off());
}

#[test]
fn the_file_is_small_and_says_what_it_is() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "X");
    let expected = expect_test::expect![[r#"
        {
          "format": "bluepencil-keys",
          "single_letters": true,
          "version": 1,
          "keys": {
            "Mark quote": [
              "X"
            ]
          }
        }"#]];
    expected.assert_eq(&exported(&mut desk));
}

#[test]
fn a_file_without_changes_gives_all_commands_their_keys_back() {
    let file = exported(&mut desk());
    let mut other = desk();
    press(&mut other, Command::MarkQuote, "X");
    other.file("bluepencil-keys.json", file);
    assert_eq!(**other.session.keys(), KeyMap::default());
}

#[test]
fn a_file_of_keys_that_is_not_valid_is_refused_with_the_reason_and_changes_nothing() {
    let head = r#"{"format": "bluepencil-keys", "version": 1, "#;
    let cases = [
        (format!(r#"{head}"keys": {{"#), "is where the file breaks off"),
        (r#"{"format": "bluepencil-keys", "keys": {}}"#.to_owned(), "it has no “version”"),
        (r#"{"format": "bluepencil-keys", "version": 2, "keys": {}}"#.to_owned(), "it has version 2"),
        (r#"{"format": "bluepencil-keys", "version": 2, "keys": []}"#.to_owned(), "it has version 2"),
        (r#"{"format": "bluepencil-keys", "version": "1", "keys": {}}"#.to_owned(), "it has a text as its “version”"),
        (format!(r#"{head}"single_letters": true}}"#), "it has no “keys”"),
        (format!(r#"{head}"single_letters": 1, "keys": {{}}}}"#), "it has a number as its “single_letters”"),
        (format!(r#"{head}"keys": []}}"#), "it has a list as its “keys”"),
        (
            format!(r#"{head}"keys": {{"Mark quote": "X"}}}}"#),
            "it has a text as “Mark quote” of its “keys” where a list",
        ),
        (
            format!(r#"{head}"keys": {{"Mark quote": [1]}}}}"#),
            "it has a number as item 1 of “Mark quote” of its “keys” where a text",
        ),
        (format!(r#"{head}"keys": {{"Fly": ["X"]}}}}"#), "it names a command “Fly”, which this version does not have"),
        (format!(r#"{head}"keys": {{"Leave": ["X"]}}}}"#), "the keys of “Leave” stay as they are"),
        (format!(r#"{head}"keys": {{"Mark quote": ["x"]}}}}"#), "“x” is no key"),
        (format!(r#"{head}"keys": {{"Mark quote": ["Ctrl+W"]}}}}"#), "“Ctrl+W” cannot be given to a command"),
        (format!(r#"{head}"keys": {{"Mark quote": ["X", "X"]}}}}"#), "“Mark quote” has the key X twice"),
        (
            format!(r#"{head}"keys": {{"Mark quote": ["J"]}}}}"#),
            "“Mark quote” and “Next annotation” have the same key, J",
        ),
        (
            format!(r#"{head}"keys": {{"Mark quote": ["X"], "Mark claim": ["X"]}}}}"#),
            "“Mark quote” and “Mark claim” have the same key, X",
        ),
    ];
    for (file, reason) in cases {
        let mut desk = desk();
        press(&mut desk, Command::MarkCredit, "Z");
        let before = desk.state();
        let said = desk.file("bluepencil-keys.json", file.as_str());
        let sentence = refusal(&said);
        assert!(sentence.starts_with("bluepencil-keys.json was not imported: "), "{sentence}");
        assert!(sentence.ends_with("Nothing was changed.") && sentence.contains(reason), "{sentence}");
        assert_eq!(desk.state(), before, "{file}");
    }
}

#[test]
fn a_file_of_articles_that_speaks_of_keys_is_a_file_of_articles() {
    let mut desk = desk();
    let before = desk.session.keys().clone();
    let said = desk.file("work.json", r#"{"format": "another", "words": "\"bluepencil-keys\" and \"format\""}"#);
    assert!(!refusal(&said).contains("keys of"), "{said:?}");
    assert_eq!(desk.session.keys(), &before);
}
