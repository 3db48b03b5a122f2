//! Contrast, computed from the colours in the style sheets: text on every overlap of marks, and lines against the paper.
//!
//! The measure is that of WCAG 2.2: relative luminance of sRGB, (lighter + 0.05) / (darker + 0.05).

use std::collections::BTreeMap;

use crate::tidy::root;

/// A colour: red, green, blue and how much of it covers what is below, each from 0 to 1.
type Colour = [f64; 4];

/// The tokens of one theme, by name.
type Tokens = BTreeMap<String, Colour>;

fn sheet(name: &str) -> String {
    let text = std::fs::read_to_string(root().join("style").join(name)).expect("the style sheet");
    // Comments may hold braces.
    let pieces = text.split("/*").enumerate();
    pieces
        .map(|(place, piece)| if place == 0 { piece } else { piece.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect()
}

/// What stands between the braces of the first rule with this selector.
fn rule<'s>(sheet: &'s str, selector: &str) -> &'s str {
    let start = sheet.find(selector).unwrap_or_else(|| panic!("a rule for {selector}"));
    let open = start + sheet[start..].find('{').expect("its brace") + 1;
    &sheet[open..open + sheet[open..].find('}').expect("its end")]
}

/// The declarations of a rule.
fn declarations(rule: &str) -> BTreeMap<&str, &str> {
    let pairs = rule.split(';').filter_map(|line| line.split_once(':'));
    pairs.map(|(name, value)| (name.trim(), value.trim())).collect()
}

fn colour(written: &str) -> Colour {
    let digits = written.trim().strip_prefix('#').unwrap_or_else(|| panic!("no colour: {written}"));
    let part = |place: usize| {
        digits
            .get(place..place + 2)
            .map_or(1.0, |pair| f64::from(u8::from_str_radix(pair, 16).expect("digits")) / 255.0)
    };
    [part(0), part(2), part(4), part(6)]
}

/// The tokens of a theme, light or dark, with those of a more particular rule over them.
fn tokens(rules: &[&str], dark: bool) -> Tokens {
    let mut tokens = Tokens::new();
    for rule in rules {
        for (name, value) in declarations(rule) {
            if let Some(pair) = value.strip_prefix("var(--light, ").and_then(|rest| rest.strip_suffix(')')) {
                let (light, night) = pair.split_once(") var(--dark, ").expect("two colours");
                tokens.insert(name.to_owned(), colour(if dark { night } else { light }));
            }
        }
    }
    tokens
}

/// Every theme with its name and the least contrast of its text.
fn themes() -> Vec<(&'static str, Tokens, f64)> {
    let sheet = sheet("tokens.css");
    let (plain, high) = (rule(&sheet, ":root {"), rule(&sheet, ":root[data-theme=\"high-contrast\"]"));
    vec![
        ("light", tokens(&[plain], false), 4.5),
        ("dark", tokens(&[plain], true), 4.5),
        ("high contrast, light", tokens(&[plain, high], false), 7.0),
        ("high contrast, dark", tokens(&[plain, high], true), 7.0),
    ]
}

fn luminance(colour: Colour) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour laid over another that covers all.
fn over(top: Colour, below: Colour) -> Colour {
    let part = |place: usize| top[place] * top[3] + below[place] * (1.0 - top[3]);
    [part(0), part(1), part(2), 1.0]
}

/// Every ordered choice of some washes: which of them lie over each other, the last one on top.
fn overlaps<'t>(washes: &[&'t str]) -> Vec<Vec<&'t str>> {
    let mut all = vec![Vec::new()];
    for (place, wash) in washes.iter().enumerate() {
        let mut rest = washes.to_vec();
        rest.remove(place);
        all.extend(overlaps(&rest).into_iter().map(|mut lower| {
            lower.push(*wash);
            lower
        }));
    }
    all
}

#[test]
fn text_can_be_read_on_every_overlap_of_marks() {
    for (theme, tokens, least) in themes() {
        let washes: Vec<&str> = tokens.keys().map(String::as_str).filter(|name| name.ends_with("-wash")).collect();
        assert!(washes.len() >= 4, "{theme}: {washes:?}");
        // A wash that covers all hides what is below it, so at most the lowest is one.
        let (opaque, clear): (Vec<&str>, Vec<&str>) = washes.iter().partition(|wash| tokens[**wash][3] == 1.0);
        for lowest in opaque.into_iter().chain(["--paper"]) {
            for upper in overlaps(&clear) {
                let ground = upper.iter().fold(tokens[lowest], |below, wash| over(tokens[*wash], below));
                let found = contrast(tokens["--ink"], ground);
                assert!(found >= least, "{theme}: text on {lowest} and {upper:?} has {found:.2} to 1");
            }
        }
    }
}

#[test]
fn quiet_text_can_be_read_where_there_is_no_wash() {
    for (theme, tokens, least) in themes() {
        for ground in ["--paper", "--desk", "--accent-quiet", "--broken-quiet"] {
            for text in ["--ink", "--ink-quiet"] {
                let found = contrast(tokens[text], tokens[ground]);
                assert!(found >= least, "{theme}: {text} on {ground} has {found:.2} to 1");
            }
        }
    }
}

#[test]
fn whatever_has_a_wash_has_full_ink_on_it() {
    let mut washed = 0;
    let sheets = ["reader.css", "engines.css"].map(sheet);
    for piece in sheets.iter().flat_map(|sheet| sheet.split('}')) {
        let Some((selector, body)) = piece.rsplit_once('{') else { continue };
        if !selector.contains("::highlight") && !selector.contains("::selection") {
            continue;
        }
        let declared = declarations(body);
        if declared.contains_key("background-color") || declared.contains_key("background") {
            washed += 1;
            let ground = declared.get("background-color").or(declared.get("background")).copied();
            let full = match ground {
                Some("var(--ink)") => "var(--paper)",
                Some("Mark") => "MarkText",
                Some("Highlight") => "HighlightText",
                _ => "var(--ink)",
            };
            assert_eq!(declared.get("color"), Some(&full), "{selector}");
        }
    }
    assert!(washed >= 10, "{washed} rules with a wash");
}

#[test]
fn the_lines_of_marks_and_the_ring_of_the_focus_are_seen_on_the_paper() {
    for (theme, tokens, _) in themes() {
        let lines = tokens.keys().filter(|name| name.ends_with("-line") && *name != "--line");
        for line in lines.map(String::as_str).chain(["--accent", "--edge", "--broken"]) {
            let found = contrast(tokens[line], tokens["--paper"]);
            assert!(found >= 3.0, "{theme}: {line} has {found:.2} to 1");
        }
    }
}

#[test]
fn words_on_the_main_button_can_be_read() {
    for (theme, tokens, least) in themes() {
        let found = contrast(tokens["--on-accent"], tokens["--accent"]);
        assert!(found >= least, "{theme}: {found:.2} to 1");
    }
}

#[test]
fn links_and_refusals_can_be_read() {
    for (theme, tokens, least) in themes() {
        for text in ["--accent", "--broken"] {
            let found = contrast(tokens[text], tokens["--paper"]);
            assert!(found >= least, "{theme}: {text} has {found:.2} to 1");
        }
    }
}

#[test]
fn a_system_that_asks_for_more_contrast_gets_the_theme_of_high_contrast() {
    let sheet = sheet("tokens.css");
    let asked = &sheet[sheet.find("@media (prefers-contrast: more)").expect("the media query")..];
    let chosen = declarations(rule(&sheet, ":root[data-theme=\"high-contrast\"]"));
    assert_eq!(declarations(rule(asked, ":root[data-theme=\"system\"]")), chosen);
}

/// What a rule says of one declaration.
fn said<'s>(sheet: &'s str, selector: &str, name: &str) -> &'s str {
    declarations(rule(sheet, selector)).get(name).copied().unwrap_or_default()
}

#[test]
fn the_switch_of_every_pair_of_colours_stands_as_the_theme_asks() {
    let sheet = sheet("tokens.css");
    let in_the_dark = &sheet[sheet.find("@media (prefers-color-scheme: dark)").expect("the media query")..];
    let (light, dark) = (("initial", ""), ("", "initial"));
    let rules = [
        (&*sheet, ":root {", light, "light dark"),
        (in_the_dark, ":root {", dark, ""),
        (&*sheet, ":root[data-theme=\"light\"]", light, "light"),
        (&*sheet, ":root[data-theme=\"dark\"]", dark, "dark"),
    ];
    for (sheet, selector, switches, scheme) in rules {
        assert_eq!((said(sheet, selector, "--light"), said(sheet, selector, "--dark")), switches, "{selector}");
        assert_eq!(said(sheet, selector, "color-scheme"), scheme, "{selector}");
    }
}

#[test]
fn contrast_is_measured_as_wcag_defines_it() {
    let rounded = |one, other| (contrast(colour(one), colour(other)) * 100.0).round() / 100.0;
    assert_eq!((rounded("#000000", "#ffffff"), rounded("#ffffff", "#ffffff")), (21.0, 1.0));
    assert_eq!(rounded("#777777", "#ffffff"), 4.48);
}
