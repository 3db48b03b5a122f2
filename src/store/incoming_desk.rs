//! A desk file whose records come one after the other, so that none of them takes long.

use super::desk_file::{DeskFile, named, unknown};
use super::key::Key;
use super::record::Record;
use super::{load, undo_log};
use crate::article::ArticleId;
use crate::text::{Problem, Text};
use crate::wire::canonical;

/// The records of a valid desk file that have come so far, in the order of [`DeskFile::into_stored`].
#[derive(Clone, Debug, Default)]
pub struct IncomingDesk {
    desk: DeskFile,
    /// The text of the article whose records are coming.
    text: Option<(ArticleId, Text)>,
}

impl DeskFile {
    /// The records as they are stored, by key: those of one article together, its text before its annotations, and the history
    /// after all of them.
    pub fn into_stored(self) -> impl Iterator<Item = (String, String)> {
        let records = self.records.into_iter().map(|(key, record)| (key.to_string(), record.encode()));
        records.chain(self.history.into_iter().map(|(key, step)| (key, step.encode())))
    }
}

impl IncomingDesk {
    /// Takes the next record, which is checked as at the reading of the file: its checksum, and of an annotation that it fits the
    /// text.
    ///
    /// # Errors
    /// A [`Problem`] with the record, or with its place.
    pub fn take(&mut self, written: &str, value: &str) -> Result<(), Problem> {
        let problem = |reason: String| Problem::new(named(written), reason);
        let record = Record::decode(value).map_err(|damage| problem(damage.to_string()))?;
        match (Key::parse(written), undo_log::article_of(written)) {
            (Some(Key::Draft(_)), _) | (None, None) => Err(unknown(written)),
            (Some(key), _) => self.take_record(key, record, value).map_err(problem),
            (None, Some(article)) => self.take_step(written, article, record).map_err(problem),
        }
    }

    /// All records that came.
    #[must_use]
    pub fn finish(self) -> DeskFile {
        self.desk
    }

    fn take_record(&mut self, key: Key, record: Record, value: &str) -> Result<(), String> {
        let place = |key: Key| (key.article(), key);
        let follows = self.desk.records.last().is_none_or(|(last, _)| place(*last) < place(key));
        if !follows || !self.desk.history.is_empty() {
            return Err(OUT_OF_ORDER.to_owned());
        }
        match key {
            Key::Text(article) => {
                let text = canonical(&record.body).ok_or_else(|| "does not hold a text as it is kept".to_owned())?;
                self.text = Some((article, text));
            }
            Key::Annotation(article, id) => {
                let (_, text) = self.text.as_ref().filter(|(of, _)| *of == article).ok_or("comes without its text")?;
                load::stored_entry(id, text, value)?;
            }
            _ => {}
        }
        self.desk.records.push((key, record));
        Ok(())
    }

    fn take_step(&mut self, written: &str, article: ArticleId, step: Record) -> Result<(), String> {
        let follows = self.desk.history.last().is_none_or(|(last, _)| last.as_str() < written);
        let text = Key::Text(article);
        let has_article =
            self.desk.records.binary_search_by_key(&(Some(article), text), |(key, _)| (key.article(), *key));
        if !follows || has_article.is_err() {
            return Err(OUT_OF_ORDER.to_owned());
        }
        self.desk.history.push((written.to_owned(), step));
        Ok(())
    }
}

/// The reason for a record that cannot come where it came.
const OUT_OF_ORDER: &str = "is out of its order";
