//! Keys as people read them.

use super::chord::Chord;

/// A key of the command table as people read it: arrows as arrows, `Escape` as `Esc`, and on a Mac with that system's signs.
#[must_use]
pub fn shown(written: &str, mac: bool) -> String {
    if let Some(chord) = Chord::parse(written).filter(|_| mac) {
        return mac_signs(&chord);
    }
    let parts = written.split_inclusive('+').map(|part| match part.trim_end_matches('+') {
        "" => "+",
        part => name(part),
    });
    parts.collect::<Vec<_>>().join("+")
}

/// A key's name without modifiers.
fn name(key: &str) -> &str {
    match key {
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Escape" => "Esc",
        other => other,
    }
}

/// The signs of a key on a Mac, modifiers first. Its caret goes by other modifiers, see [`MacPress`].
///
/// [`MacPress`]: super::MacPress
fn mac_signs(chord: &Chord) -> String {
    let (modifier, key) = match (chord.control, chord.key.as_str()) {
        (false, "Home") => ("⌘", "ArrowLeft"),
        (false, "End") => ("⌘", "ArrowRight"),
        (true, "Home") => ("⌘", "ArrowUp"),
        (true, "End") => ("⌘", "ArrowDown"),
        (true, arrow @ ("ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown")) => ("⌥", arrow),
        (true, key) => ("⌘", key),
        (false, key) => ("", key),
    };
    let bare = Chord { control: false, alt: false, key: key.to_owned(), shift: chord.shift };
    let written = bare.written();
    let (shift, key) = written.strip_prefix("Shift+").map_or(("", written.as_str()), |key| ("⇧", key));
    let key = match key {
        "Enter" => "↩",
        "Backspace" => "⌫",
        "Delete" => "⌦",
        "Tab" => "⇥",
        key => name(key),
    };
    format!("{}{modifier}{shift}{key}", if chord.alt { "⌥" } else { "" })
}
