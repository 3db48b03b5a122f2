//! What a person has set in this browser: saved, but no part of any document and never undone.

use crate::article::{ArticleId, Extra};
use crate::wire::{Fields, Json, Layout, to_json};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in attributes and records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// What a person has set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// The name that is put on new annotations; may be empty.
    pub annotator: String,
    /// The article that was open last.
    pub last_article: Option<ArticleId>,
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
        Ok(Self {
            theme: theme.unwrap_or_default(),
            annotator: annotator.unwrap_or_default().into_owned(),
            last_article,
            extra: fields.into_extra(),
        })
    }
}
