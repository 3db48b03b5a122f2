//! The whole file, as JSON has it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::annotation::Label;
use crate::wire::{UnknownFields, WireArticle, present, whole_number};

/// A file, with its keys in the order in which they are written.
#[derive(Serialize, Deserialize)]
pub(super) struct WireFile<'a> {
    #[serde(borrow)]
    pub format: Cow<'a, str>,
    #[serde(deserialize_with = "whole_number")]
    pub version: u64,
    /// The program that has written it. Not read.
    #[serde(borrow, default)]
    pub generator: Cow<'a, str>,
    #[serde(default, deserialize_with = "present")]
    pub exported: Option<Cow<'a, str>>,
    /// What the offsets count.
    #[serde(borrow, default = "code_points")]
    pub offsets: Cow<'a, str>,
    #[serde(default)]
    pub schema: WireSchema,
    #[serde(borrow)]
    pub articles: Vec<WireArticle<'a>>,
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// What a file says about labels.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct WireSchema {
    #[serde(default)]
    pub labels: Vec<WireLabel>,
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// One label.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct WireLabel {
    pub name: String,
    /// The name for people.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// The key that marks with it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(flatten)]
    unknown: UnknownFields,
}

pub(super) fn code_points() -> Cow<'static, str> {
    "code points".into()
}

impl WireLabel {
    /// What is written about a label of which no file has said anything else.
    pub fn default_of(label: &Label) -> Self {
        Self {
            name: label.name().to_owned(),
            title: Some(label.title().into_owned()),
            key: label.built_in().map(|built_in| built_in.key.to_owned()),
            unknown: UnknownFields::default(),
        }
    }
}
