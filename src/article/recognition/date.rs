//! Date lines: "Published Wednesday, Dec. 3, 2025 at 4:30 p.m. ET".
//!
//! Every word of the line must be a part of a date; otherwise the line is running text.

use time::{Date as CalendarDate, Month};

use super::lexical::at_most;

/// The names of the months in English, German, French and Spanish; a name may be cut to three letters or more.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "jänner", "janvier", "enero"],
    &["february", "februar", "février", "febrero"],
    &["march", "märz", "mars", "marzo"],
    &["april", "avril", "abril"],
    &["may", "mai", "mayo"],
    &["june", "juni", "juin", "junio"],
    &["july", "juli", "juillet", "julio"],
    &["august", "août", "agosto"],
    &["september", "septembre", "septiembre"],
    &["october", "oktober", "octobre", "octubre"],
    &["november", "novembre", "noviembre"],
    &["december", "dezember", "décembre", "diciembre"],
];

const WEEKDAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
];

/// Words that announce a date.
const ANNOUNCING: [&str; 9] =
    ["published", "updated", "posted", "date", "modified", "created", "veröffentlicht", "publié", "publicado"];

/// Words that a date may contain beside its numbers and names.
const FILLING: [&str; 26] = [
    "on", "at", "of", "the", "last", "first", "am", "pm", "um", "uhr", "den", "de", "le", "el", "et", "est", "edt",
    "pt", "pst", "pdt", "gmt", "utc", "bst", "cet", "cest", "z",
];

/// A recognised date line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// `YYYY-MM-DD` where day, month and year are unambiguous.
    pub(super) day: Option<String>,
    /// Whether a word such as "Published" announces it.
    pub(super) announced: bool,
}

/// The parts of a date that were parsed so far. The first date of a line counts.
#[derive(Default)]
struct PartialDate {
    day: Option<i16>,
    month: Option<i16>,
    year: Option<i16>,
    ambiguous: bool,
    announced: bool,
}

/// Parses a whole line as a date; `None` for running text.
pub(super) fn read(words: &str) -> Option<Date> {
    if !at_most(words, 100) || !words.contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let mut parts = PartialDate::default();
    for word in words.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '|' | '·' | '•' | '(' | ')')) {
        let word = word.trim_matches(['.', ':', ';', '-', '–', '—']).to_lowercase();
        if !word.is_empty() && !parts.take(&word) {
            return None;
        }
    }
    let is_date = parts.ambiguous || parts.month.is_some() && (parts.day.is_some() || parts.year.is_some());
    is_date.then(|| Date { day: parts.written(), announced: parts.announced })
}

impl PartialDate {
    /// Parses one lower-case word; `false` where it is not a part of a date.
    fn take(&mut self, word: &str) -> bool {
        if ANNOUNCING.contains(&word) {
            self.announced = true;
            return true;
        }
        if let Some(month) = month_of(word) {
            self.month.get_or_insert(month);
            return true;
        }
        FILLING.contains(&word.replace('.', "").as_str())
            || is_weekday(word)
            || self.take_numeric(word)
            || self.take_number(word)
            || is_time(word)
    }

    /// A day of the month or a year.
    fn take_number(&mut self, word: &str) -> bool {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        match number(digits) {
            Some(day @ 1..=31) if digits.len() <= 2 => self.day.get_or_insert(day),
            Some(year @ 1000..=2999) if digits.len() == 4 && digits == word => self.year.get_or_insert(year),
            _ => return false,
        };
        true
    }

    /// `2025-12-03` with or without a time behind it, `3.12.2025`, `3/12/2025`.
    fn take_numeric(&mut self, word: &str) -> bool {
        let date = word.split_once('t').map_or(word, |(date, _)| date);
        let three = |sign| {
            let mut numbers = date.split(sign).map(number);
            let three = (numbers.next()??, numbers.next()??, numbers.next()??);
            numbers.next().is_none().then_some(three)
        };
        let (year, month, day) = if let Some((year, month, day)) = three('-') {
            (year, month, day)
        } else if let Some((day, month, year)) = three('.') {
            (year, month, day)
        } else if let Some((one, other, year)) = three('/') {
            // The order of day and month depends on the country; only a number over twelve decides.
            self.ambiguous |= one <= 12 && other <= 12 && one != other;
            if other > 12 { (year, one, other) } else { (year, other, one) }
        } else {
            return false;
        };
        if !(1000..=2999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return false;
        }
        self.year.get_or_insert(year);
        self.month.get_or_insert(month);
        self.day.get_or_insert(day);
        true
    }

    fn written(&self) -> Option<String> {
        let month = Month::try_from(u8::try_from(self.month?).ok()?).ok()?;
        let day = CalendarDate::from_calendar_date(self.year?.into(), month, u8::try_from(self.day?).ok()?).ok()?;
        (!self.ambiguous).then(|| day.to_string())
    }
}

fn month_of(word: &str) -> Option<i16> {
    let cut = |name: &&str| name.starts_with(word) && (word.chars().count() >= 3);
    (1..).zip(MONTHS).find_map(|(month, names)| names.iter().any(cut).then_some(month))
}

fn is_weekday(word: &str) -> bool {
    word.chars().count() >= 3 && WEEKDAYS.iter().any(|name| name.starts_with(word))
}

/// `16:30`, `16.30`, `4:30pm`, `4pm`, `16h30`, `16:30:05`, `16:30z`.
fn is_time(word: &str) -> bool {
    let bare = ["a.m", "p.m", "am", "pm", "z", "h"].iter().find_map(|end| word.strip_suffix(end));
    let mut numbers = bare.unwrap_or(word).split([':', '.', 'h']);
    let all_fit = numbers.clone().all(|part| part.len() <= 2 && number(part).is_some_and(|number| number < 60));
    let first_fits = numbers.next().and_then(number).is_some_and(|hour| hour <= 24);
    all_fit && first_fits && (bare.is_some() || numbers.next().is_some())
}

/// Parses a number of digits only, without a sign.
fn number(digits: &str) -> Option<i16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
