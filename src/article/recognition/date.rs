//! Date lines: "Published Wednesday, Dec. 3, 2025 at 4:30 p.m. ET".
//!
//! Every word of the line must be a part of a date; otherwise the line is running text.

use time::{Date as CalendarDate, Month};

use super::lexical::at_most;

/// The names of the months in English, German, French, Spanish and the Scandinavian languages; a name may be cut to three
/// letters or more.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "jänner", "janvier", "enero", "januari"],
    &["february", "februar", "février", "febrero", "februari"],
    &["march", "märz", "mars", "marzo", "marts"],
    &["april", "avril", "abril"],
    &["may", "mai", "mayo", "maj"],
    &["june", "juni", "juin", "junio"],
    &["july", "juli", "juillet", "julio"],
    &["august", "août", "agosto", "augusti"],
    &["september", "septembre", "septiembre"],
    &["october", "oktober", "octobre", "octubre"],
    &["november", "novembre", "noviembre"],
    &["december", "dezember", "décembre", "diciembre", "desember"],
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
const ANNOUNCING: [&str; 20] = [
    "published",
    "updated",
    "posted",
    "date",
    "modified",
    "created",
    "issued",
    "stand",
    "aktualisiert",
    "veröffentlicht",
    "erstellt",
    "publié",
    "publiée",
    "publicado",
    "actualizado",
    "publisert",
    "oppdatert",
    "mis",
    "jour",
    "amended",
];

/// Words that a date may contain beside its numbers and names.
const FILLING: [&str; 47] = [
    "on", "at", "of", "the", "last", "first", "am", "pm", "um", "uhr", "den", "de", "le", "el", "et", "est", "edt",
    "pt", "pst", "pdt", "ct", "cst", "cdt", "gmt", "utc", "bst", "cet", "cest", "mez", "z", "à", "a", "h", "kl", "ist",
    "jst", "aest", // The days of the week in German, in two letters.
    "mo", "di", "mi", "do", "fr", "sa", "so", "gmt+1", "gmt+2", "utc+1",
];

/// Units of time in which pages say how long ago something was.
const AGO: [&str; 12] =
    ["sec", "secs", "min", "mins", "minute", "minutes", "hr", "hrs", "hour", "hours", "day", "days"];

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
    /// A unit of time was read, and the word "ago" after it.
    ago: (bool, bool),
    /// The word before was a number that was taken for the day.
    day_just_read: bool,
    /// The word before was a number that only a unit of time can follow.
    needs_unit: bool,
}

/// Parses a whole line as a date; `None` for running text.
pub(super) fn read(words: &str) -> Option<Date> {
    if !at_most(words, 100) || !words.contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let mut parts = PartialDate::default();
    for word in words.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '|' | '·' | '•' | '(' | ')')) {
        for word in unglued(word.trim_matches(['.', ':', ';', '-', '–', '—'])) {
            if !word.is_empty() && !parts.take(&word.to_lowercase()) {
                return None;
            }
        }
    }
    if parts.ago.0 != parts.ago.1 || parts.needs_unit {
        return None;
    }
    let ago = parts.ago.0;
    let is_date = ago || parts.ambiguous || parts.month.is_some() && (parts.day.is_some() || parts.year.is_some());
    is_date.then(|| Date { day: parts.written(), announced: parts.announced })
}

impl PartialDate {
    /// Parses one lower-case word; `false` where it is not a part of a date.
    fn take(&mut self, word: &str) -> bool {
        if ANNOUNCING.contains(&word) {
            self.announced = true;
            return true;
        }
        if std::mem::take(&mut self.needs_unit) && !AGO.contains(&word) {
            return false;
        }
        let day_just_read = std::mem::take(&mut self.day_just_read);
        // "4 min read" is how long reading takes.
        if word == "read" && self.ago == (true, false) {
            self.ago = (false, false);
            return true;
        }
        // Without a unit of time in front, "ago" is August in Spanish.
        if AGO.contains(&word) || word == "ago" && self.ago.0 {
            self.ago = (self.ago.0 || word != "ago", self.ago.1 || word == "ago");
            self.day = self.day.filter(|_| !day_just_read);
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

    /// A day of the month, a year, or how many units of time.
    fn take_number(&mut self, word: &str) -> bool {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        match number(digits) {
            Some(day @ 1..=31) if digits.len() <= 2 => {
                self.day_just_read = self.day.is_none();
                self.day.get_or_insert(day)
            }
            Some(year @ 1000..=2999) if digits.len() == 4 && digits == word => self.year.get_or_insert(year),
            Some(32..=99) if digits == word => {
                self.needs_unit = true;
                return true;
            }
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

/// A word divided where pages print two without a space between them: a year and a time, as in "20254:12", and a date or a
/// time and the word that announces the next one, as in "2025Updated".
fn unglued(word: &str) -> impl Iterator<Item = &str> {
    let after_year = word.get(..4).zip(word.get(4..)).filter(|(year, rest)| number(year).is_some() && is_time(rest));
    let (first, rest) = after_year.unwrap_or(("", word));
    let next = rest.char_indices().skip(1).find(|(at, sign)| {
        let before = rest.get(..*at).and_then(|before| before.chars().next_back());
        let word_begins = rest.get(at + sign.len_utf8()..).is_some_and(|after| after.starts_with(char::is_alphabetic));
        sign.is_uppercase() && word_begins && before.is_some_and(|before| before.is_numeric() || before.is_lowercase())
    });
    let (middle, last) = next.and_then(|(at, _)| rest.split_at_checked(at)).unwrap_or((rest, ""));
    [first, middle, last].into_iter()
}

/// Whether a word in lower case is the name of a month, whole or cut to three letters or more.
pub(super) fn is_month(word: &str) -> bool {
    month_of(word).is_some()
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
    let bare = ["a.m", "p.m", "am", "pm", "z", "h", "uhr"].iter().find_map(|end| word.strip_suffix(end));
    let mut numbers = bare.unwrap_or(word).split([':', '.', 'h']);
    let all_fit = numbers.clone().all(|part| part.len() <= 2 && number(part).is_some_and(|number| number < 60));
    let first_fits = numbers.next().and_then(number).is_some_and(|hour| hour <= 24);
    all_fit && first_fits && (bare.is_some() || numbers.next().is_some())
}

/// Parses a number of digits only, without a sign.
fn number(digits: &str) -> Option<i16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
