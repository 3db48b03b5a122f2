//! Real keys.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use super::Desk;
use super::browser::done;

/// The characters that a keyboard gives only with Shift.
const SHIFTED: &str = "~!@#$%^&*()_+{}|:\"<>?";

impl Desk {
    /// Presses and releases a chord such as `Q`, `Ctrl+Shift+Z`, `Shift+ArrowRight`, `?` or `Enter`.
    pub async fn press(&self, chord: &str) {
        self.press_times(chord, 1).await;
    }

    /// Presses a chord several times without letting its modifiers go.
    pub async fn press_times(&self, chord: &str, times: usize) {
        let (modifiers, key) = parse(chord);
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in &modifiers {
            actions = actions.then(KeyAction::Down { value });
        }
        for _ in 0..times {
            actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        }
        for &value in modifiers.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        done(&format!("press {chord}"), self.browser.client().perform_actions(actions).await);
    }

    /// Types words into whatever has the focus.
    pub async fn type_words(&self, words: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for letter in words.chars() {
            let value = if letter == '\n' { Key::Enter.into() } else { letter };
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        done("type", self.browser.client().perform_actions(actions).await);
    }

    /// Presses single keys faster than the browser paints, which no driver can do with real ones: each goes to what has the
    /// focus by then.
    pub async fn press_in_one_frame(&self, keys: &[&str]) {
        let script = "for (const key of arguments[0]) {
              document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              await new Promise((done) => setTimeout(done));
            }
            await frames(2);
            return null";
        self.answer::<()>(script, &[json!(keys)]).await;
    }

    /// Presses a key and leaves it down.
    pub(super) async fn hold(&self, key: &str) {
        let held = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value: key_value(key) });
        done("hold a key", self.browser.client().perform_actions(held).await);
    }

    /// Lets a held key go.
    pub(super) async fn let_go(&self, key: &str) {
        let free = KeyActions::new("keyboard".to_owned()).then(KeyAction::Up { value: key_value(key) });
        done("let a key go", self.browser.client().perform_actions(free).await);
    }
}

/// The modifiers and the key of a chord, as WebDriver names them.
fn parse(chord: &str) -> (Vec<char>, char) {
    let (before, last) = match chord.strip_suffix('+') {
        Some(before) => (before, "+"),
        None => chord.rsplit_once('+').unwrap_or(("", chord)),
    };
    let mut modifiers: Vec<char> = before.split('+').filter(|part| !part.is_empty()).map(key_value).collect();
    let shift: char = Key::Shift.into();
    if last.len() == 1 && SHIFTED.contains(last) && !modifiers.contains(&shift) {
        modifiers.push(shift);
    }
    let mut key = key_value(last);
    if modifiers.contains(&shift) {
        key = key.to_ascii_uppercase();
    }
    (modifiers, key)
}

/// A key's character for WebDriver. A letter stands for its key and so comes without Shift.
fn key_value(name: &str) -> char {
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => Key::Space,
        "Delete" => Key::Delete,
        "Backspace" => Key::Backspace,
        "Home" => Key::Home,
        "End" => Key::End,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Meta" => Key::Meta,
        "F9" => Key::F9,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter.to_ascii_lowercase(),
                _ => panic!("no key is called {name}"),
            };
        }
    };
    key.into()
}
