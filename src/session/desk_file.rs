//! The desk file, which holds all records: downloaded and imported.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::effect::{Collecting, Content, Effect, alone, refuse};
use super::import::{outcome, refusal};
use super::keymap::KeyMap;
use super::state::{Session, Stamp};
use super::view::{Dialog, Screen};
use crate::annotation::AnnotationId;
use crate::store::{DeskFile, WriteBatch, library, load};

/// Alert: the browser refuses to delete everything.
const WIPE_REFUSED: &str = "The browser refused to delete everything. Nothing was deleted. Load the page again and try once more, or clear the data of this site in the browser’s own settings.";

/// An event of the desk file.
#[derive(Clone, Debug)]
pub enum DeskFileEvent {
    /// The whole desk is to be downloaded.
    Download,
    /// All stored records have been read, as (key, record), of every tier.
    Collected(Vec<(String, String)>, Collecting),
}

impl Session {
    /// Handles an event of the desk file.
    pub(super) fn on_desk_file(&mut self, event: DeskFileEvent, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match event {
            DeskFileEvent::Download => alone(Effect::Collect(Collecting::Download)),
            DeskFileEvent::Collected(records, wanted) => self.collected(records, wanted, stamp),
        }
    }

    /// All stored records have been read, as (key, record).
    fn collected(&mut self, records: Vec<(String, String)>, wanted: Collecting, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match wanted {
            Collecting::Download => {
                let mut effects = download(&records, stamp);
                effects.extend(self.mark_all_exported(stamp));
                effects
            }
            Collecting::BackUp => self.write_backup_file(&records, stamp),
            Collecting::Import(name, file) => self.merge_desk_file(&name, *file, records, stamp),
        }
    }

    /// The browser has refused to delete everything.
    pub(super) fn wipe_refused(&self) -> Vec<Effect> {
        refuse(WIPE_REFUSED)
    }

    /// Merges a desk file into all stored records and displays the library.
    fn merge_desk_file(
        &mut self,
        name: &str,
        file: DeskFile,
        mut records: Vec<(String, String)>,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        let merged = match file.merge_into(records.iter().map(|(key, value)| (key.as_str(), value.as_str()))) {
            Ok(merged) => merged,
            Err(problem) => return vec![refusal(name, &problem.to_string())],
        };
        let mut message = outcome(name, merged.articles, merged.annotations);
        match merged.deleted_here {
            0 => {}
            1 => message.push_str(" 1 article that was deleted here stays deleted."),
            count => message.push_str(&format!(" {count} articles that were deleted here stay deleted.")),
        }
        let open = self.document().map(|document| document.article().id);
        let open_has_changed = merged.puts.iter().any(|(key, _)| open.is_some() && key.article() == open);
        let puts: BTreeMap<String, &String> = merged.puts.iter().map(|(key, value)| (key.to_string(), value)).collect();
        records.retain(|(key, _)| !puts.contains_key(key));
        records.extend(puts.into_iter().map(|(key, value)| (key, value.clone())));
        let stored = || records.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let mut library = library::summaries(stored());
        let mut drafts = self.take_stored_drafts(std::mem::take(&mut library.drafts));
        if self.dialog == Some(Dialog::NewArticle) {
            drafts.extend(self.end_imported_draft(stamp));
        }
        self.keys = Arc::new(KeyMap::new(&library.preferences.keys, library.preferences.single_letters_off));
        self.library = Arc::new(library);
        if let Some((document, _)) = open.filter(|_| open_has_changed).and_then(|id| load::document(id, stored()).ok())
        {
            let there = |id: &AnnotationId| document.annotation(*id).is_some();
            let focus = self.focus.filter(there);
            self.show(document);
            self.focus = focus;
        }
        self.dialog = None;
        self.screen = Screen::Library;
        let mut effects = drafts;
        let batch = WriteBatch { puts: merged.puts, strict: merged.strict, ..WriteBatch::default() };
        if !batch.is_empty() {
            effects.push(self.save(batch));
        }
        effects.push(Effect::Tell(message, None));
        effects
    }
}

/// The desk file of all stored records.
pub(super) fn whole(records: &[(String, String)]) -> DeskFile {
    DeskFile::of(records.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}

/// Downloads the desk file.
fn download(records: &[(String, String)], stamp: &Stamp<'_>) -> Vec<Effect> {
    let desk = whole(records);
    let day = stamp.now.as_str().split('T').next().unwrap_or_default();
    let name = format!("bluepencil-desk-{day}.json");
    let message = format!("Downloaded the whole desk as {name}: {}.{}", counted(&desk), left_out(&desk));
    vec![
        Effect::Download { name, media_type: "application/json", content: Content::Whole(desk.write(&stamp.now)) },
        Effect::Tell(message, None),
    ]
}

/// How many articles and annotations there are, in words.
fn counted(desk: &DeskFile) -> String {
    let number = |count: usize, thing: &str| format!("{count} {thing}{}", if count == 1 { "" } else { "s" });
    let (articles, annotations) = desk.counts();
    format!("{} and {}", number(articles, "article"), number(annotations, "annotation"))
}

fn left_out(desk: &DeskFile) -> String {
    match desk.left_out {
        0 => String::new(),
        1 => " 1 record that could not be read is not in it; it stays in this browser.".to_owned(),
        count => format!(" {count} records that could not be read are not in it; they stay in this browser."),
    }
}
