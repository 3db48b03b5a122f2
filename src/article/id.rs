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
    /// The moment that many milliseconds after 1970, to the second. What no calendar of four-digit years has becomes 1970.
    #[must_use]
    pub fn from_unix_milliseconds(milliseconds: i64) -> Self {
        let moment = jiff::Timestamp::from_second(milliseconds.div_euclid(1000)).unwrap_or_default();
        Self(moment.to_string().into())
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

    /// How many whole seconds after 1970 it is; zero for a day or an hour that does not exist.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.0.parse().map_or(0, jiff::Timestamp::as_second)
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
