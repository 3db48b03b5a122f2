//! Whole numbers of JSON, in every way in which they may be written.
//!
//! For JSON Schema `115`, `115.0` and `1.15e2` are one integer (draft 2020-12, section 4.2.3). Spreadsheets and data frames write
//! the second as soon as one value of a column is missing.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

/// The last whole number up to which a float is one number and no other.
const LAST_EXACT: f64 = 9_007_199_254_740_991.0;

/// A whole number from zero.
struct WholeNumber(u64);

struct Whole;

impl Visitor<'_> for Whole {
    type Value = WholeNumber;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("u64")
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<WholeNumber, E> {
        Ok(WholeNumber(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<WholeNumber, E> {
        let whole = u64::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))?;
        Ok(WholeNumber(whole))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<WholeNumber, E> {
        if value.fract() == 0.0 && (0.0..=LAST_EXACT).contains(&value) {
            return Ok(WholeNumber(value as u64));
        }
        Err(E::invalid_type(Unexpected::Float(value), &self))
    }
}

impl<'de> Deserialize<'de> for WholeNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u64(Whole)
    }
}

/// Reads a whole number: for `#[serde(deserialize_with)]`.
///
/// # Errors
/// Where it is none, or is negative.
pub fn whole_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    WholeNumber::deserialize(deserializer).map(|whole| whole.0)
}

/// Reads a pair of them that may be missing: for `#[serde(default, deserialize_with)]`.
///
/// # Errors
/// Where it is something else.
pub fn pair<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<[u64; 2]>, D::Error> {
    <[WholeNumber; 2]>::deserialize(deserializer).map(|pair| Some(pair.map(|whole| whole.0)))
}
