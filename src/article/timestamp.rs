//! Timestamps.

use std::fmt;
use std::sync::Arc;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A moment in UTC in the form of RFC 3339 with a final `Z`. Information for people only: revisions decide what is newer.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Timestamp(Arc<str>);

impl Timestamp {
    /// A Unix time in milliseconds, truncated to the second. A time beyond the year 9999 becomes 1970.
    #[must_use]
    pub fn from_unix_milliseconds(milliseconds: i64) -> Self {
        let moment = OffsetDateTime::from_unix_timestamp(milliseconds.div_euclid(1000));
        let written = moment.ok().and_then(|moment| moment.format(&Rfc3339).ok());
        Self(written.as_deref().unwrap_or("1970-01-01T00:00:00Z").into())
    }

    /// Reads `YYYY-MM-DDTHH:MM:SS`, an optional fraction, and `Z`, and keeps it as written. `None` for any other form.
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

    /// The Unix time in seconds, truncated; zero for a day or an hour that does not exist.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        OffsetDateTime::parse(&self.0, &Rfc3339).map_or(0, OffsetDateTime::unix_timestamp)
    }

    /// The written form.
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
