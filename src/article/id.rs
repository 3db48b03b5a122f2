//! Names and times that are made outside the core and handed in.

use std::fmt;
use std::sync::Arc;

use uuid::Uuid;

/// The identity of an article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(Uuid);

impl ArticleId {
    /// An identity from a random UUID.
    #[must_use]
    pub fn new(random: Uuid) -> Self {
        Self(random)
    }

    /// Reads the hyphenated form; `None` for anything that is not a UUID in that form.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        parse_uuid(written).map(Self)
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(formatter)
    }
}

impl fmt::Debug for ArticleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// Reads a UUID only in the one form that writing gives back, so that reading and writing never change an id.
pub(crate) fn parse_uuid(written: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(written).ok()?;
    let mut buffer = Uuid::encode_buffer();
    (id.hyphenated().encode_lower(&mut buffer) == written).then_some(id)
}

/// A moment in UTC, as RFC 3339 writes it with a final `Z`. It is data for people: what is newer is decided by revisions.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Timestamp(Arc<str>);

impl Timestamp {
    /// The moment that many milliseconds after 1970, to the second. Days become a date by Howard Hinnant's
    /// `civil_from_days`.
    #[must_use]
    pub fn from_unix_milliseconds(milliseconds: i64) -> Self {
        let seconds = milliseconds.div_euclid(1000);
        let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        Self(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z").into())
    }

    /// Reads `YYYY-MM-DDTHH:MM:SS`, an optional fraction, and `Z`; keeps it as written. `None` for anything else.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let shape = written.strip_suffix('Z')?;
        let (whole, fraction) =
            shape.split_once('.').map_or((shape, None), |(whole, fraction)| (whole, Some(fraction)));
        let digits_fit = whole.len() == 19
            && whole.bytes().zip(*b"0000-00-00T00:00:00").all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                other => byte == other,
            });
        let fraction_fits =
            fraction.is_none_or(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
        (digits_fit && fraction_fits).then(|| Self(written.into()))
    }

    /// How many whole seconds after 1970 it is. A date becomes days by Howard Hinnant's `days_from_civil`.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        let number = |from: usize, to: usize| -> i64 {
            self.0.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or_default()
        };
        let (month, day) = (number(5, 7), number(8, 10));
        let year = number(0, 4) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        days * 86_400 + number(11, 13) * 3600 + number(14, 16) * 60 + number(17, 19)
    }

    /// The moment as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Fields that a file had and this version does not know: the text of one JSON object, or nothing. The model carries it
/// unread, so that what came in also goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra(Option<Arc<str>>);

impl Extra {
    /// Keeps the text of a JSON object.
    #[must_use]
    pub fn new(object: String) -> Self {
        Self(Some(object.into()))
    }

    /// The text of the JSON object; `None` where there is nothing to keep.
    #[must_use]
    pub fn as_json(&self) -> Option<&str> {
        self.0.as_deref()
    }
}
