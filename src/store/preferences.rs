//! What a person has set in this browser: saved, but no part of any document and never undone.

use super::appearance::{Announcements, Measure, ReaderFont, TextSize, Theme};
use crate::article::{ArticleId, Extra, Timestamp};
use crate::text::said;
use crate::wire::{Fields, Json, Layout, to_json};

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

impl Preferences {
    /// The body of their record.
    #[must_use]
    pub fn to_body(&self) -> String {
        let mut fields = Fields::kept(&self.extra);
        fields.keep("theme", Json::Text(self.theme.name().into()));
        fields.keep("annotator", Json::Text(self.annotator.as_str().into()));
        if let Some(article) = self.last_article {
            fields.keep("last_article", Json::Text(article.to_string().into()));
        }
        // What came after the first version is written where it was set, so that untouched records stay as they are.
        let chosen = [
            ("text_size", self.text_size.name(), self.text_size == TextSize::default()),
            ("measure", self.measure.name(), self.measure == Measure::default()),
            ("reader_font", self.reader_font.name(), self.reader_font == ReaderFont::default()),
            ("announcements", self.announcements.name(), self.announcements == Announcements::default()),
        ];
        for (key, name, _) in chosen.into_iter().filter(|(.., default)| !default) {
            fields.keep(key, Json::Text(name.into()));
        }
        if self.single_letters_off {
            fields.keep("single_letters", Json::Bool(false));
        }
        if self.lesson_over {
            fields.keep("lesson_over", Json::Bool(true));
        }
        if !self.exported.is_empty() {
            let moments = self.exported.iter();
            let moments = moments.map(|(id, at)| (id.to_string().into(), Json::Text(at.as_str().into())));
            fields.keep("exported", Json::Object(moments.collect()));
        }
        fields.keep("keys", keys_to_json(&self.keys));
        to_json(&fields.rest(), Layout::Compact)
    }

    /// Reads the body of their record. What does not fit becomes the default: nobody's work hangs on it.
    ///
    /// # Errors
    /// The reason where it is not the body of such a record at all.
    pub fn from_body(body: &str) -> Result<Self, String> {
        let mut fields = Fields::of(Json::parse(body).map_err(|problem| problem.to_string())?)?;
        let theme = fields.text("theme").ok().flatten().and_then(|name| Theme::named(&name));
        let annotator = fields.text("annotator").ok().flatten();
        let last_article = fields.text("last_article").ok().flatten().and_then(|id| ArticleId::parse(&id));
        let mut chosen = |key| fields.text(key).ok().flatten().unwrap_or_default();
        let text_size = TextSize::named(&chosen("text_size")).unwrap_or_default();
        let measure = Measure::named(&chosen("measure")).unwrap_or_default();
        let reader_font = ReaderFont::named(&chosen("reader_font")).unwrap_or_default();
        let announcements = Announcements::named(&chosen("announcements")).unwrap_or_default();
        let single_letters_off = fields.take("single_letters") == Some(Json::Bool(false));
        let lesson_over = fields.take("lesson_over") == Some(Json::Bool(true));
        let exported = fields.take("exported").map(|moments| exported(&moments)).unwrap_or_default();
        let keys = fields.take("keys").and_then(|keys| keys_from_json(&keys).ok()).unwrap_or_default();
        Ok(Self {
            theme: theme.unwrap_or_default(),
            text_size,
            measure,
            reader_font,
            announcements,
            keys,
            single_letters_off,
            lesson_over,
            annotator: annotator.unwrap_or_default().into_owned(),
            last_article,
            exported,
            extra: fields.into_extra(),
        })
    }
}

/// When articles were taken out, of an object of moments by id. What is none is left out: a reminder too many does no harm.
fn exported(moments: &Json<'_>) -> Vec<(ArticleId, Timestamp)> {
    let Json::Object(moments) = moments else { return Vec::new() };
    let moments = moments.iter().map(|(id, at)| Some((ArticleId::parse(id)?, Timestamp::parse(at.as_text()?)?)));
    moments.flatten().collect()
}

/// Own keys as an object: lists of keys by the name of a command.
#[must_use]
pub fn keys_to_json(keys: &OwnKeys) -> Json<'_> {
    let list = |keys: &'_ Vec<String>| Json::List(keys.iter().map(|key| Json::Text(key.clone().into())).collect());
    Json::Object(keys.iter().map(|(name, keys)| (name.as_str().into(), list(keys))).collect())
}

/// Own keys as [`keys_to_json`] writes them.
///
/// # Errors
/// The reason where it is not an object of lists of texts: the rest of a sentence.
pub fn keys_from_json(value: &Json<'_>) -> Result<OwnKeys, String> {
    let Json::Object(entries) = value else {
        return Err(format!("has {} as its “keys” where an object is expected", value.kind()));
    };
    let mut own = OwnKeys::new();
    for (name, list) in entries {
        let keys: Option<Vec<String>> = list.items().iter().map(|key| key.as_text().map(str::to_owned)).collect();
        match (list, keys) {
            (Json::List(_), Some(keys)) => own.push((name.clone().into_owned(), keys)),
            _ => {
                let (name, kind) = (said(name, 40), list.kind());
                return Err(format!("has {kind} as the keys of “{name}” where a list of texts is expected"));
            }
        }
    }
    Ok(own)
}
