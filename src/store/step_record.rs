//! The body of a record of history: one transaction.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::annotation::Annotation;
use crate::article::{BlockKind, Details};
use crate::document::{Edit, Transaction};
use crate::text::Text;
use crate::wire::{WireAnnotation, from_json};

/// A transaction in JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct StepRecord<'a> {
    name: String,
    #[serde(borrow)]
    edits: Vec<WireEdit<'a>>,
}

/// An edit in JSON. Which of them it is shows in the fields that only one has.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WireEdit<'a> {
    BlockKind {
        #[serde(borrow)]
        before: Cow<'a, str>,
        #[serde(borrow)]
        after: Cow<'a, str>,
        block: usize,
    },
    Details {
        #[serde(borrow)]
        before: Box<WireDetails<'a>>,
        #[serde(borrow)]
        after: Box<WireDetails<'a>>,
        /// Always `details`.
        #[serde(borrow)]
        of: Cow<'a, str>,
    },
    Annotation {
        #[serde(borrow)]
        before: Option<Box<WireAnnotation<'a>>>,
        #[serde(borrow)]
        after: Option<Box<WireAnnotation<'a>>>,
        #[serde(default)]
        at_least: u64,
    },
}

/// What is known about an article, in JSON.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WireDetails<'a> {
    #[serde(borrow)]
    title: Cow<'a, str>,
    #[serde(borrow)]
    byline: Cow<'a, str>,
    #[serde(borrow)]
    published: Cow<'a, str>,
    #[serde(borrow)]
    source: Cow<'a, str>,
    #[serde(borrow)]
    language: Cow<'a, str>,
    #[serde(borrow)]
    status: Cow<'a, str>,
}

impl<'a> StepRecord<'a> {
    /// The record of a step. Of what it did in other articles only its name tells: they would have to be there to read
    /// their parts again.
    pub fn of(step: &'a Transaction, text: &'a Text) -> Self {
        let elsewhere = if step.elsewhere().is_empty() { "" } else { " in this article" };
        let edits = step.edits().iter().map(|edit| WireEdit::of(edit, text));
        Self { name: format!("{}{elsewhere}", step.name()), edits: edits.collect() }
    }

    /// Reads the body of such a record.
    ///
    /// # Errors
    /// The reason why it is none of this text.
    pub fn read(body: &str, text: &Text) -> Result<Transaction, String> {
        let step: StepRecord<'_> = from_json(body).map_err(|error| error.to_string())?;
        let edits = step.edits.into_iter().map(|edit| edit.into_model(text));
        Ok(Transaction::new(step.name, edits.collect::<Result<_, _>>()?))
    }
}

impl<'a> WireEdit<'a> {
    fn of(edit: &'a Edit, text: &'a Text) -> Self {
        match edit {
            Edit::Annotation { before, after, at_least } => {
                let state = |annotation: &'a Option<Arc<Annotation>>| {
                    annotation.as_ref().map(|annotation| Box::new(WireAnnotation::of(annotation, 1, text)))
                };
                Self::Annotation { before: state(before), after: state(after), at_least: *at_least }
            }
            Edit::Details { before, after } => Self::Details {
                before: WireDetails::of(before).into(),
                after: WireDetails::of(after).into(),
                of: "details".into(),
            },
            Edit::BlockKind { block, before, after } => {
                Self::BlockKind { before: before.name().into(), after: after.name().into(), block: *block }
            }
        }
    }

    fn into_model(self, text: &Text) -> Result<Edit, String> {
        let kind = |name: &str| BlockKind::named(name).ok_or_else(|| "has an unknown kind of block".to_owned());
        let state = |annotation: Option<Box<WireAnnotation<'_>>>| {
            let annotation = annotation.map(|annotation| annotation.into_model(text)).transpose()?;
            Ok::<_, String>(annotation.map(|(annotation, _)| Arc::new(annotation)))
        };
        Ok(match self {
            Self::BlockKind { before, after, block } => {
                Edit::BlockKind { block, before: kind(&before)?, after: kind(&after)? }
            }
            Self::Details { before, after, .. } => {
                Edit::Details { before: before.into_model().into(), after: after.into_model().into() }
            }
            Self::Annotation { before, after, at_least } => {
                Edit::Annotation { before: state(before)?, after: state(after)?, at_least }
            }
        })
    }
}

impl<'a> WireDetails<'a> {
    fn of(details: &'a Details) -> Self {
        Self {
            title: details.title.as_str().into(),
            byline: details.byline.as_str().into(),
            published: details.published.as_str().into(),
            source: details.source.as_str().into(),
            language: details.language.as_str().into(),
            status: details.status.as_str().into(),
        }
    }

    fn into_model(self) -> Details {
        Details {
            title: self.title.into_owned(),
            byline: self.byline.into_owned(),
            published: self.published.into_owned(),
            source: self.source.into_owned(),
            language: self.language.into_owned(),
            status: self.status.into_owned(),
        }
    }
}
