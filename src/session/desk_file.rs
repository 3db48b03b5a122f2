//! The desk file, which holds all records: downloaded, imported, and written as the backup file.

use std::sync::Arc;

use super::effect::{Collecting, Effect, alone, refuse};
use super::import_export::{outcome, refusal};
use super::keymap::KeyMap;
use super::state::{Session, Stamp};
use super::view::Screen;
use crate::annotation::AnnotationId;
use crate::store::{DeskFile, WriteBatch, library, load};

/// Alert: the browser refuses to delete everything.
const WIPE_REFUSED: &str = "The browser refused to delete everything. Nothing was deleted. Load the page again and try once more, or clear the data of this site in the browser’s own settings.";

/// An event of the desk file and the backup file.
#[derive(Clone, Debug)]
pub enum DeskFileEvent {
    /// The whole desk is to be downloaded.
    Download,
    /// The whole desk is to be written into the backup file.
    BackUp,
    /// All stored records have been read, as (key, record), of every tier.
    Collected(Vec<(String, String)>, Collecting),
    /// The backup file was written.
    BackedUp {
        /// The file's name.
        name: String,
        /// When, as local date and time for display.
        at: String,
    },
    /// The backup file of this name could not be written and is given up.
    BackUpFailed(String),
}

impl Session {
    /// Handles an event of the desk file.
    pub(super) fn on_desk_file(&mut self, event: DeskFileEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        match event {
            DeskFileEvent::Download => alone(Effect::Collect(Collecting::Download)),
            DeskFileEvent::BackUp => alone(Effect::Collect(Collecting::BackUp)),
            DeskFileEvent::Collected(records, wanted) => self.collected(records, wanted, stamp),
            DeskFileEvent::BackedUp { name, at } => self.backed_up(&name, &at),
            DeskFileEvent::BackUpFailed(name) => self.back_up_failed(&name),
        }
    }

    /// Reads a desk file. Nothing is asked of storage before all of it has been found valid.
    pub(super) fn read_desk_file(&self, name: String, bytes: &[u8]) -> Vec<Effect> {
        match DeskFile::read(bytes) {
            Ok(file) => alone(Effect::Collect(Collecting::Import(name, Box::new(file)))),
            Err(problem) => vec![refusal(&name, &problem.to_string())],
        }
    }

    /// All stored records have been read, as (key, record).
    fn collected(&mut self, records: Vec<(String, String)>, wanted: Collecting, stamp: &Stamp<'_>) -> Vec<Effect> {
        match wanted {
            Collecting::Download => {
                let mut effects = download(&records, stamp);
                effects.extend(self.mark_all_exported(stamp));
                effects
            }
            Collecting::BackUp => self.back_up(&records, stamp),
            Collecting::Import(name, file) => self.join_desk_file(&name, *file, records),
        }
    }

    /// Everything that is stored goes into the backup file. Once there is one, nobody needs to be reminded; that is noted at
    /// the first time only, because the note is a change too, after which the file is written again.
    fn back_up(&mut self, records: &[(String, String)], stamp: &Stamp<'_>) -> Vec<Effect> {
        let mut effects = alone(Effect::BackUp(whole(records).write(&stamp.now)));
        if !std::mem::replace(&mut self.reminded, true) {
            effects.extend(self.mark_all_exported(stamp));
        }
        effects
    }

    /// The backup file was written.
    fn backed_up(&mut self, name: &str, at: &str) -> Vec<Effect> {
        self.backup = Some(format!(
            "“{name}”, written {at}. It is written again 30 seconds after a change, while this page is open."
        ));
        Vec::new()
    }

    /// The backup file could not be written and is given up.
    fn back_up_failed(&mut self, name: &str) -> Vec<Effect> {
        self.backup = None;
        refuse(format!(
            "The backup file “{name}” could not be written. Everything is still kept in this browser. Choose the file again under Storage."
        ))
    }

    /// The browser has refused to delete everything.
    pub(super) fn wipe_refused(&self) -> Vec<Effect> {
        refuse(WIPE_REFUSED)
    }

    /// Merges a desk file into all stored records and displays the library.
    fn join_desk_file(&mut self, name: &str, file: DeskFile, mut records: Vec<(String, String)>) -> Vec<Effect> {
        let joined = match file.join(records.iter().map(|(key, value)| (key.as_str(), value.as_str()))) {
            Ok(joined) => joined,
            Err(problem) => return vec![refusal(name, &problem.to_string())],
        };
        let mut told = outcome(name, joined.articles, joined.annotations);
        match joined.deleted_here {
            0 => {}
            1 => told.push_str(" 1 article that was deleted here stays deleted."),
            count => told.push_str(&format!(" {count} articles that were deleted here stay deleted.")),
        }
        let open = self.document().map(|document| document.article().id);
        let open_has_changed = joined.puts.iter().any(|(key, _)| open.is_some() && key.article() == open);
        for (key, value) in &joined.puts {
            let key = key.to_string();
            records.retain(|(known, _)| *known != key);
            records.push((key, value.clone()));
        }
        let stored = || records.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let library = library::summaries(stored());
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
        let mut effects = Vec::new();
        let batch = WriteBatch { puts: joined.puts, strict: joined.strict, ..WriteBatch::default() };
        if !batch.is_empty() {
            effects.push(self.save(batch));
        }
        effects.push(Effect::Tell(told, None));
        effects
    }
}

/// The desk file of all stored records.
fn whole(records: &[(String, String)]) -> DeskFile {
    DeskFile::of(records.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}

/// Downloads the desk file.
fn download(records: &[(String, String)], stamp: &Stamp<'_>) -> Vec<Effect> {
    let desk = whole(records);
    let day = stamp.now.as_str().split('T').next().unwrap_or_default();
    let name = format!("bluepencil-desk-{day}.json");
    let told = format!("Downloaded the whole desk as {name}: {}.{}", counted(&desk), left_out(&desk));
    vec![
        Effect::Download { name, media_type: "application/json", content: desk.write(&stamp.now) },
        Effect::Tell(told, None),
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
