//! What a person has set in this browser: saved, but no part of any document and never undone.

use serde::de::{DeserializeOwned, Deserializer};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::appearance::{Announcements, Measure, ReaderFont, TextSize, Theme};
use crate::article::{ArticleId, Extra, Timestamp};
use crate::wire::{Entries, Layout, UnknownFields, from_json, to_json};

/// The keys that a person has given to commands, by the command's name; an empty list takes its keys away. What this
/// version cannot use is kept and has no effect.
pub type OwnKeys = Vec<(String, Vec<String>)>;

/// What a person has set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preferences {
    /// The colours of the page.
    pub theme: Theme,
    /// The size of the article's letters.
    pub text_size: TextSize,
    /// The width of the article's lines.
    pub measure: Measure,
    /// The letters of the article.
    pub reader_font: ReaderFont,
    /// How much the status region says.
    pub announcements: Announcements,
    /// The keys that were changed.
    pub keys: OwnKeys,
    /// Letters, digits and signs are no keys unless `Ctrl` is held (WCAG 2.1.4).
    pub single_letters_off: bool,
    /// The first steps were taken or skipped.
    pub lesson_over: bool,
    /// The name that is put on new annotations; may be empty.
    pub annotator: String,
    /// The article that was open last.
    pub last_article: Option<ArticleId>,
    /// When each article was last taken out in a file, so that what is in none can be told about.
    pub exported: Vec<(ArticleId, Timestamp)>,
    /// What another version has set and this one does not know.
    pub extra: Extra,
}

/// The body of their record. What does not fit becomes the default: nobody's work hangs on it. What came after the first
/// version is written where it was set, so that untouched records stay as they are.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct PreferencesRecord {
    #[serde(deserialize_with = "or_default")]
    theme: Theme,
    #[serde(deserialize_with = "or_default")]
    annotator: String,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    last_article: Option<String>,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_default")]
    text_size: TextSize,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_default")]
    measure: Measure,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_default")]
    reader_font: ReaderFont,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_default")]
    announcements: Announcements,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    single_letters: Option<bool>,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_default")]
    lesson_over: bool,
    /// Moments by the id of an article.
    #[serde(deserialize_with = "or_default", skip_serializing_if = "Entries::is_empty")]
    exported: Entries<Value>,
    /// Lists of keys by the name of a command.
    #[serde(deserialize_with = "or_default", skip_serializing_if = "Entries::is_empty")]
    keys: Entries<Vec<String>>,
    #[serde(flatten)]
    unknown: UnknownFields,
}

/// Reads any value, and the default where it does not fit.
fn or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(T::deserialize(Value::deserialize(deserializer)?).unwrap_or_default())
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Preferences {
    /// The body of their record, by key.
    #[must_use]
    pub fn to_body(&self) -> String {
        let moments = self.exported.iter().map(|(id, at)| (id.to_string(), at.as_str().into()));
        let record = PreferencesRecord {
            theme: self.theme,
            annotator: self.annotator.clone(),
            last_article: self.last_article.map(|id| id.to_string()),
            text_size: self.text_size,
            measure: self.measure,
            reader_font: self.reader_font,
            announcements: self.announcements,
            single_letters: self.single_letters_off.then_some(false),
            lesson_over: self.lesson_over,
            exported: Entries(moments.collect()),
            keys: Entries(self.keys.clone()),
            unknown: UnknownFields::of(&self.extra),
        };
        // Unknown fields are sorted, and so are those that stand among them.
        let sorted: UnknownFields = serde_json::to_value(record).and_then(serde_json::from_value).unwrap_or_default();
        to_json(&sorted, Layout::Compact)
    }

    /// Reads the body of their record.
    ///
    /// # Errors
    /// The reason where it is not the body of such a record at all.
    pub fn from_body(body: &str) -> Result<Self, String> {
        let record: PreferencesRecord = from_json(body).map_err(|error| error.to_string())?;
        // What is no moment of an article is left out: a reminder too many does no harm.
        let moment = |(id, at): (String, Value)| Some((ArticleId::parse(&id)?, Timestamp::parse(at.as_str()?)?));
        Ok(Self {
            theme: record.theme,
            text_size: record.text_size,
            measure: record.measure,
            reader_font: record.reader_font,
            announcements: record.announcements,
            keys: record.keys.0,
            single_letters_off: record.single_letters == Some(false),
            lesson_over: record.lesson_over,
            annotator: record.annotator,
            last_article: record.last_article.and_then(|id| ArticleId::parse(&id)),
            exported: record.exported.0.into_iter().filter_map(moment).collect(),
            extra: record.unknown.into_extra(),
        })
    }
}
