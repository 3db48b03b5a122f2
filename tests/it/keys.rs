//! Keys: every command has a name and a help line, no two share a key, and each key does what the help says.

use std::collections::BTreeSet;

use bluepencil::session::{
    COMMANDS, Chord, Command, Context, KeyPress, MacPress, Refusal, Row, Situation, command_for, shown,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::marked::chord;

pub const ARTICLE: Situation = Situation {
    in_field: false,
    in_article: true,
    in_list: false,
    mark_in_focus: false,
    in_dialog: false,
    editing_boundaries: false,
};
pub const MARK: Situation = Situation { mark_in_focus: true, ..ARTICLE };
pub const LIST: Situation = Situation { in_article: false, in_list: true, ..MARK };
pub const FIELD: Situation = Situation { in_field: true, in_article: false, ..MARK };
pub const DIALOG: Situation = Situation { in_dialog: true, in_article: false, ..MARK };
const NOWHERE: Situation = Situation { in_article: false, ..ARTICLE };
const MOVING: Situation = Situation { editing_boundaries: true, ..MARK };
const PLACES: [Situation; 7] = [ARTICLE, MARK, LIST, FIELD, DIALOG, NOWHERE, MOVING];

fn means(key: &str, situation: Situation) -> Option<Command> {
    command_for(&chord(key), situation)
}

/// What each key does, with the situations in which it does.
fn expected() -> Vec<(&'static str, Command, &'static [Situation])> {
    const EVERYWHERE: &[Situation] = &PLACES;
    const OUTSIDE_FIELDS: &[Situation] = &[ARTICLE, MARK, LIST, DIALOG, NOWHERE, MOVING];
    const OUTSIDE_DIALOGS: &[Situation] = &[ARTICLE, MARK, LIST, FIELD, NOWHERE];
    const DESK: &[Situation] = &[ARTICLE, MARK, LIST];
    const IN_ARTICLE: &[Situation] = &[ARTICLE, MARK];
    const ON_A_MARK: &[Situation] = &[MARK, LIST];
    const WHILE_MOVING: &[Situation] = &[MOVING];
    let mut expected = vec![
        ("Ctrl+Z", Command::Undo, OUTSIDE_FIELDS),
        ("Ctrl+Shift+Z", Command::Redo, OUTSIDE_FIELDS),
        ("Ctrl+Y", Command::Redo, OUTSIDE_FIELDS),
        ("Ctrl+K", Command::Commands, EVERYWHERE),
        ("Ctrl+S", Command::Download, EVERYWHERE),
        ("Escape", Command::Leave, OUTSIDE_DIALOGS),
        ("?", Command::KeyboardHelp, DESK),
        ("J", Command::NextAnnotation, DESK),
        ("K", Command::PreviousAnnotation, DESK),
        ("Shift+J", Command::NextArticle, DESK),
        ("Shift+K", Command::PreviousArticle, DESK),
        ("Q", Command::MarkQuote, IN_ARTICLE),
        ("C", Command::MarkClaim, IN_ARTICLE),
        ("P", Command::MarkCaption, IN_ARTICLE),
        ("R", Command::MarkCredit, IN_ARTICLE),
        ("W", Command::SelectWord, IN_ARTICLE),
        ("Shift+W", Command::SelectWordBefore, IN_ARTICLE),
        (".", Command::SelectSentence, IN_ARTICLE),
        (",", Command::SelectSentenceBefore, IN_ARTICLE),
        ("'", Command::SelectQuotation, IN_ARTICLE),
        (";", Command::SelectQuotationBefore, IN_ARTICLE),
        ("G", Command::SelectParagraph, IN_ARTICLE),
        ("Shift+G", Command::SelectParagraphBefore, IN_ARTICLE),
        ("Ctrl+A", Command::SelectText, DESK),
        ("-", Command::SelectionBack, IN_ARTICLE),
        ("O", Command::OtherMark, ON_A_MARK),
        ("Shift+Q", Command::RelabelQuote, ON_A_MARK),
        ("Shift+C", Command::RelabelClaim, ON_A_MARK),
        ("Shift+P", Command::RelabelCaption, ON_A_MARK),
        ("Shift+R", Command::RelabelCredit, ON_A_MARK),
        ("M", Command::Note, ON_A_MARK),
        ("Delete", Command::DeleteAnnotation, ON_A_MARK),
        ("Backspace", Command::DeleteAnnotation, ON_A_MARK),
        ("Enter", Command::OpenFields, ON_A_MARK),
        ("W", Command::SelectWord, IN_ARTICLE),
        ("Shift+W", Command::SelectWordBefore, IN_ARTICLE),
        (".", Command::SelectSentence, IN_ARTICLE),
        (",", Command::SelectSentenceBefore, IN_ARTICLE),
        ("'", Command::SelectQuotation, IN_ARTICLE),
        (";", Command::SelectQuotationBefore, IN_ARTICLE),
        ("G", Command::SelectParagraph, IN_ARTICLE),
        ("Shift+G", Command::SelectParagraphBefore, IN_ARTICLE),
        ("-", Command::SelectionBack, IN_ARTICLE),
        ("F", Command::Flag, ON_A_MARK),
        ("/", Command::Search, DESK),
        ("B", Command::Boundaries, ON_A_MARK),
        ("+", Command::AddSegment, IN_ARTICLE),
        ("ArrowLeft", Command::EdgeWordLeft, WHILE_MOVING),
        ("Ctrl+ArrowLeft", Command::EdgeWordLeft, WHILE_MOVING),
        ("ArrowRight", Command::EdgeWordRight, WHILE_MOVING),
        ("Ctrl+ArrowRight", Command::EdgeWordRight, WHILE_MOVING),
        ("Shift+ArrowLeft", Command::EdgeCharacterLeft, WHILE_MOVING),
        ("Shift+ArrowRight", Command::EdgeCharacterRight, WHILE_MOVING),
        ("Tab", Command::NextEdge, WHILE_MOVING),
        ("Shift+Tab", Command::PreviousEdge, WHILE_MOVING),
        ("Enter", Command::KeepBoundaries, WHILE_MOVING),
        ("Escape", Command::CancelBoundaries, WHILE_MOVING),
        ("Space", Command::SelectMark, &[LIST]),
    ];
    let carets = [
        ("ArrowLeft", "Shift+ArrowLeft", "Ctrl+ArrowLeft", "Ctrl+Shift+ArrowLeft"),
        ("ArrowRight", "Shift+ArrowRight", "Ctrl+ArrowRight", "Ctrl+Shift+ArrowRight"),
        ("ArrowUp", "Shift+ArrowUp", "Ctrl+ArrowUp", "Ctrl+Shift+ArrowUp"),
        ("ArrowDown", "Shift+ArrowDown", "Ctrl+ArrowDown", "Ctrl+Shift+ArrowDown"),
        ("Home", "Shift+Home", "Ctrl+Home", "Ctrl+Shift+Home"),
        ("End", "Shift+End", "Ctrl+End", "Ctrl+Shift+End"),
    ];
    let numbers = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    expected.extend(numbers.into_iter().zip(1..).map(|(key, number)| (key, Command::MarkNumbered(number), IN_ARTICLE)));
    for (plain, shift, control, both) in carets {
        expected.extend([plain, control].map(|key| (key, Command::MoveCaret, IN_ARTICLE)));
        expected.extend([shift, both].map(|key| (key, Command::ExtendSelection, IN_ARTICLE)));
    }
    expected
}

#[test]
fn each_key_does_its_work_where_it_should() {
    for (key, command, places) in expected() {
        for place in places {
            assert_eq!(means(key, *place), Some(command), "{key} in {place:?}");
        }
    }
}

#[test]
fn each_key_does_nothing_where_it_should_not() {
    let expected = expected();
    for (key, ..) in &expected {
        for place in PLACES {
            let here = expected.iter().find(|(other, _, places)| other == key && places.contains(&place));
            assert_eq!(means(key, place), here.map(|(_, command, _)| *command), "{key} in {place:?}");
        }
    }
}

#[test]
fn no_key_of_the_table_is_left_out_above() {
    let known: BTreeSet<_> = expected().into_iter().map(|(key, command, _)| (key, command)).collect();
    let keys = |row: &'static Row| row.keys.iter().zip(0..).map(|(key, place)| (*key, row.command.by_key(place)));
    let table: BTreeSet<_> = COMMANDS.iter().flat_map(keys).collect();
    assert_eq!(table, known);
}

#[test]
fn no_two_commands_share_a_key_in_one_place() {
    for situation in Situation::every() {
        let open = |context: Context| match context {
            Context::Everywhere => true,
            Context::Boundaries => situation.editing_boundaries,
            _ if situation.editing_boundaries => false,
            Context::Desk => situation.in_article || situation.in_list,
            Context::Mark => (situation.in_article || situation.in_list) && situation.mark_in_focus,
            Context::Article => situation.in_article,
            Context::List => situation.in_list,
        };
        let mut seen = BTreeSet::new();
        for row in COMMANDS.iter().filter(|row| open(row.context)) {
            // While boundaries are moved, Escape leaves that level first.
            let leaves = |key: &str| situation.editing_boundaries && row.command == Command::Leave && key == "Escape";
            for key in row.keys.iter().filter(|key| !leaves(key)) {
                assert!(seen.insert(*key), "{key} of {} has another meaning too in {situation:?}", row.name);
            }
        }
    }
}

#[test]
fn each_command_stands_in_the_table_once_with_a_name_and_a_line_of_help() {
    let commands: BTreeSet<_> = COMMANDS.iter().map(|row| row.command).collect();
    let names: BTreeSet<_> = COMMANDS.iter().map(|row| row.name).collect();
    assert_eq!((commands.len(), names.len()), (COMMANDS.len(), COMMANDS.len()));
    for row in COMMANDS {
        assert!(!row.name.is_empty() && !row.help.is_empty() && !row.help.contains('\n'), "{:?}", row.command);
        assert!(!row.help.ends_with('.'), "a line of help is no sentence: {}", row.help);
        assert_eq!((row.command.name(), row.command.row().map(|row| row.help)), (row.name, Some(row.help)));
    }
}

#[test]
fn the_buttons_have_the_names_that_scripts_rely_on() {
    let names = [
        (Command::Library, "Library"),
        (Command::NewArticle, "New article"),
        (Command::Import, "Import"),
        (Command::Export, "Export"),
        (Command::Undo, "Undo"),
        (Command::Redo, "Redo"),
        (Command::Commands, "Commands"),
        (Command::KeyboardHelp, "Keyboard help"),
        (Command::Settings, "Settings"),
        (Command::Keys, "Keys"),
        (Command::ArticleDetails, "Article details"),
        (Command::MarkQuote, "Mark quote"),
        (Command::MarkClaim, "Mark claim"),
        (Command::MarkCaption, "Mark caption"),
        (Command::MarkCredit, "Mark credit"),
        (Command::DeleteAnnotation, "Delete annotation"),
        (Command::NextAnnotation, "Next annotation"),
        (Command::PreviousAnnotation, "Previous annotation"),
        (Command::Search, "Search"),
        (Command::Filter, "Filter"),
        (Command::Flag, "Flag"),
        (Command::AnnotateAll, "Annotate all occurrences"),
        (Command::SelectListed, "Select all in list"),
        (Command::ClearSelected, "Select none"),
    ];
    for (command, name) in names {
        assert_eq!(command.name(), name);
    }
}

#[test]
fn no_command_takes_a_key_that_browsers_keep_for_themselves() {
    let kept = ["Ctrl+N", "Ctrl+T", "Ctrl+W", "Ctrl+E", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+F", "Ctrl+R", "Tab"];
    for row in COMMANDS {
        for key in row.keys {
            let function = key.starts_with('F') && key.len() > 1;
            // The Tab key is taken for as long as boundaries are moved, which Enter and Escape end.
            let taken = *key == "Tab" && row.context == Context::Boundaries;
            assert!(taken || !(kept.contains(key) || key.contains("Alt+") || function), "{key} of {}", row.name);
        }
    }
}

#[test]
fn copy_and_paste_stay_with_the_browser() {
    for key in ["Ctrl+C", "Ctrl+V", "Ctrl+X"] {
        assert!(Situation::every().all(|situation| means(key, situation).is_none()), "{key}");
    }
}

#[test]
fn ctrl_and_a_selects_the_article_and_not_the_page_around_it() {
    for situation in [ARTICLE, MARK, LIST] {
        assert_eq!(means("Ctrl+A", situation), Some(Command::SelectText));
    }
    // In a field it is the field's own.
    for situation in [FIELD, DIALOG, NOWHERE] {
        assert_eq!(means("Ctrl+A", situation), None);
    }
}

#[test]
fn a_text_field_keeps_its_own_undo_and_redo() {
    for key in ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"] {
        let fields = Situation::every().filter(|situation| situation.in_field);
        assert!(fields.into_iter().all(|field| means(key, field).is_none()), "{key}");
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_into_a_field_is_a_command(key in "\\PC", shift in any::<bool>(), in_dialog in any::<bool>()) {
        let chord = Chord { control: false, shift, alt: false, key };
        for field in Situation::every().filter(|situation| situation.in_field && situation.in_dialog == in_dialog) {
            prop_assert_eq!(command_for(&chord, field), None);
        }
    }

    #[test]
    fn a_key_with_alt_is_left_to_the_browser(row in select(COMMANDS), place in 0..64_usize) {
        let situation = Situation::every().nth(place).expect("there are 64");
        for key in row.keys {
            let chord = Chord { alt: true, ..chord(key) };
            prop_assert_eq!(command_for(&chord, situation), None);
        }
    }
}

#[test]
fn a_dialog_keeps_escape() {
    assert!(Situation::every().filter(|situation| situation.in_dialog).all(|dialog| means("Escape", dialog).is_none()));
}

#[test]
fn letters_act_by_what_is_typed_whether_caps_lock_is_on_or_off() {
    let press = |key: &str, shift| Chord { control: false, shift, alt: false, key: key.to_owned() };
    let found = [("q", false), ("Q", false), ("q", true), ("Q", true)];
    let found = found.map(|(key, shift)| command_for(&press(key, shift), MARK));
    let (plain, shifted) = (Some(Command::MarkQuote), Some(Command::RelabelQuote));
    assert_eq!(found, [plain, plain, shifted, shifted]);
}

#[test]
fn a_letter_is_written_as_its_capital_unless_that_has_two_characters() {
    let written = |key: &str| Chord { control: false, shift: false, alt: false, key: key.to_owned() }.written();
    assert_eq!(["q", "é", "я", "ß"].map(written), ["Q", "É", "Я", "ß"]);
}

#[test]
fn a_sign_is_a_sign_however_it_is_typed() {
    for shift in [true, false] {
        let chord = Chord { control: false, shift, alt: false, key: "?".to_owned() };
        assert_eq!(command_for(&chord, ARTICLE), Some(Command::KeyboardHelp));
    }
}

#[test]
fn keys_are_shown_as_people_read_them() {
    let keys = ["Ctrl+Shift+Z", "Escape", "Shift+ArrowLeft", "Q", "?", "+", "Ctrl++"];
    assert_eq!(keys.map(|key| shown(key, false)), ["Ctrl+Shift+Z", "Esc", "Shift+←", "Q", "?", "+", "Ctrl++"]);
}

#[test]
fn keys_are_shown_as_a_mac_has_them() {
    let keys = ["Ctrl+Shift+Z", "Escape", "Shift+ArrowLeft", "Q", "Ctrl++", "Enter", "Backspace", "?"];
    assert_eq!(keys.map(|key| shown(key, true)), ["⌘⇧Z", "Esc", "⇧←", "Q", "⌘+", "↩", "⌫", "?"]);
}

/// The keys of the caret on a Mac, as one presses them there, and the keys of the table that they stand for.
const MAC_CARET: [(&str, &str); 10] = [
    ("⌥←", "Ctrl+ArrowLeft"),
    ("⌥→", "Ctrl+ArrowRight"),
    ("⌥↑", "Ctrl+ArrowUp"),
    ("⌥↓", "Ctrl+ArrowDown"),
    ("⌘←", "Home"),
    ("⌘→", "End"),
    ("⌘↑", "Ctrl+Home"),
    ("⌘↓", "Ctrl+End"),
    ("←", "ArrowLeft"),
    ("↓", "ArrowDown"),
];

#[test]
fn the_caret_goes_by_the_keys_of_a_mac_and_they_are_shown_so() {
    for (signs, key) in MAC_CARET {
        for shift in [false, true] {
            let arrow = match signs.chars().last() {
                Some('←') => "ArrowLeft",
                Some('→') => "ArrowRight",
                Some('↑') => "ArrowUp",
                _ => "ArrowDown",
            };
            let (command, option) = (signs.starts_with('⌘'), signs.starts_with('⌥'));
            let press = MacPress { command, option, shift, control: false, key: arrow };
            let meant = Chord { shift, ..chord(key) };
            assert_eq!(press.chord(), Some(meant.clone()), "{signs}");
            assert_eq!(shown(&meant.written(), true).replace('⇧', ""), signs);
        }
    }
}

#[test]
fn on_a_mac_ctrl_belongs_to_the_system_but_for_the_ends_of_the_line() {
    let with_control = |key| MacPress { control: true, key, ..MacPress::default() }.chord();
    assert_eq!(with_control("a"), Some(chord("Home")));
    assert_eq!(with_control("e"), Some(chord("End")));
    assert_eq!(with_control("k"), None);
    assert_eq!(with_control("ArrowLeft"), None, "it goes to another desktop");
    let command = MacPress { command: true, key: "z", ..MacPress::default() };
    assert_eq!(command.chord(), Some(chord("Ctrl+Z")));
}

/// A key with `Ctrl` on a layout, as browsers tell it.
fn with_ctrl(key: &str, code: &str, shift: bool) -> Option<String> {
    KeyPress { control: true, shift, key, code, ..KeyPress::default() }.chord().map(|chord| chord.written())
}

#[test]
fn with_ctrl_keys_go_by_their_place_where_a_layout_has_no_latin_letters() {
    let layouts = [
        ("Russian", "я", "KeyZ", "Ctrl+Z"),
        ("Russian", "л", "KeyK", "Ctrl+K"),
        ("Russian", "ы", "KeyS", "Ctrl+S"),
        ("Russian", "Я", "KeyZ", "Ctrl+Z"),
        ("Ukrainian", "і", "KeyS", "Ctrl+S"),
        ("Bulgarian", "з", "KeyP", "Ctrl+P"),
        ("Greek", "ζ", "KeyZ", "Ctrl+Z"),
        ("Greek", "Σ", "KeyS", "Ctrl+S"),
        ("Hebrew", "ז", "KeyZ", "Ctrl+Z"),
        ("Hebrew", "ל", "KeyK", "Ctrl+K"),
        ("Arabic", "ئ", "KeyZ", "Ctrl+Z"),
        ("Arabic", "لا", "KeyB", "Ctrl+B"),
        ("Persian", "ظ", "KeyZ", "Ctrl+Z"),
        ("Persian", "۱", "Digit1", "Ctrl+1"),
        ("Armenian", "ժ", "KeyZ", "Ctrl+Z"),
        ("Georgian", "ზ", "KeyZ", "Ctrl+Z"),
        ("Thai", "ผ", "KeyZ", "Ctrl+Z"),
        ("Devanagari", "ॐ", "KeyZ", "Ctrl+Z"),
        ("Korean", "ㅋ", "KeyZ", "Ctrl+Z"),
        ("Japanese", "つ", "KeyZ", "Ctrl+Z"),
    ];
    for (layout, key, code, chord) in layouts {
        assert_eq!(with_ctrl(key, code, false).as_deref(), Some(chord), "{layout} {key}");
    }
    assert_eq!(with_ctrl("Я", "KeyZ", true).as_deref(), Some("Ctrl+Shift+Z"));
    let on_a_mac = KeyPress { meta: true, mac: true, key: "я", code: "KeyZ", ..KeyPress::default() };
    assert_eq!(on_a_mac.chord(), Some(chord("Ctrl+Z")));
}

#[test]
fn with_ctrl_keys_go_by_their_letter_where_a_layout_has_latin_ones() {
    let layouts = [
        ("German", "z", "KeyY", "Ctrl+Z"),
        ("German", "y", "KeyZ", "Ctrl+Y"),
        ("German", "ö", "Semicolon", "Ctrl+Ö"),
        ("French", "z", "KeyW", "Ctrl+Z"),
        ("French", "a", "KeyQ", "Ctrl+A"),
        ("Dvorak", ";", "KeyZ", "Ctrl+;"),
        ("Dvorak", "z", "Slash", "Ctrl+Z"),
        ("Turkish", "ı", "KeyI", "Ctrl+I"),
        ("Vietnamese", "ă", "Digit1", "Ctrl+Ă"),
        ("Polish", "ł", "Semicolon", "Ctrl+Ł"),
    ];
    for (layout, key, code, chord) in layouts {
        assert_eq!(with_ctrl(key, code, false).as_deref(), Some(chord), "{layout} {key}");
    }
}

#[test]
fn without_ctrl_every_key_is_what_it_means_on_the_layout() {
    for (key, code) in [("й", "KeyQ"), ("ζ", "KeyZ"), ("é", "Digit2"), ("'", "KeyQ")] {
        let press = KeyPress { key, code, ..KeyPress::default() };
        assert_eq!(press.chord().map(|chord| chord.key), Some(key.to_owned()));
    }
}

#[test]
fn what_alt_gr_writes_is_a_sign_and_what_it_does_not_write_is_no_command() {
    let windows = KeyPress { control: true, alt: true, alt_graph: true, ..KeyPress::default() };
    let linux = KeyPress { alt_graph: true, ..KeyPress::default() };
    for system in [windows, linux] {
        for (key, code) in [("@", "KeyQ"), ("[", "Digit8"), ("ż", "KeyZ"), ("€", "KeyE"), ("/", "KeyQ")] {
            let written = KeyPress { key, code, ..system }.chord().map(|chord| chord.written());
            assert_eq!(written, Some(key.to_uppercase()));
        }
        for (key, code) in [("z", "KeyZ"), ("k", "KeyK"), ("s", "KeyS"), ("q", "KeyQ"), ("ArrowLeft", "ArrowLeft")] {
            assert_eq!(KeyPress { key, code, ..system }.chord(), None, "{key}");
        }
    }
}

#[test]
fn caps_lock_changes_no_command() {
    for (key, shift, written) in [("Q", false, "Q"), ("q", true, "Shift+Q"), ("q", false, "Q"), ("Q", true, "Shift+Q")]
    {
        let press = KeyPress { key, shift, code: "KeyQ", ..KeyPress::default() };
        assert_eq!(press.chord().map(|chord| chord.written()), Some(written.to_owned()));
    }
    assert_eq!(with_ctrl("Z", "KeyZ", false).as_deref(), Some("Ctrl+Z"));
}

#[test]
fn keys_that_only_begin_a_character_are_refused_with_the_reason() {
    for (key, words) in [("Dead", "puts an accent"), ("Process", "input method"), ("Unidentified", "cannot be used")] {
        let chord = Chord { control: false, shift: false, alt: false, key: key.to_owned() };
        let sentence = Refusal::of(&chord).map(|refusal| refusal.sentence());
        assert!(sentence.as_deref().is_some_and(|sentence| sentence.contains(words)), "{key}: {sentence:?}");
    }
}

#[test]
fn a_key_that_is_held_down_repeats_what_moves_and_nothing_else() {
    let moves = [
        "Move the caret",
        "Extend the selection",
        "Next annotation",
        "Previous annotation",
        "Next article",
        "Previous article",
        "Select word",
        "Select word before",
        "Select sentence",
        "Select sentence before",
        "Select quotation",
        "Select quotation before",
        "Select paragraph",
        "Select paragraph before",
        "Selection before",
        "Word left",
        "Word right",
        "Character left",
        "Character right",
        "Undo",
        "Redo",
    ];
    let repeated: Vec<&str> = COMMANDS.iter().filter(|row| row.command.repeats()).map(|row| row.name).collect();
    assert_eq!(repeated.iter().collect::<BTreeSet<_>>(), moves.iter().collect::<BTreeSet<_>>());
}
