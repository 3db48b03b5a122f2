//! A desk without a browser: a session with a clock, ids and a storage that are the same in every run.

use std::collections::BTreeMap;
use std::sync::Arc;

use bluepencil::annotation::AnnotationId;
use bluepencil::article::{ArticleId, Timestamp};
use bluepencil::document::Document;
use bluepencil::format::native;
use bluepencil::session::{
    Command, DeletionEvent, DeskFileEvent, Dialog, DraftEvent, Effect, Event, Field, ImportEvent, Place, Route,
    Session, Stamp, Stored, VersionEvent,
};
use bluepencil::store::{Deletion, Key, WriteBatch, batch, deletion, draft, key, library, load};
use bluepencil::text::Utf8;
use uuid::Uuid;

/// What the desk was told to do, beside loading and saving, which it does itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Told(String, Option<Command>),
    Alert(String),
    UrgeExport(String),
    EndBackup,
    Download { name: String, media_type: &'static str, content: String },
    BackUp(String),
    ChooseFiles,
    Reveal(AnnotationId),
    RevealRow(AnnotationId),
    FocusArticle,
    FocusRow(AnnotationId),
    FocusMark(AnnotationId),
    ReadAt(Option<AnnotationId>),
    FocusField(Field),
    Select(Utf8, Utf8),
    CollapseSelection,
    ShowWords(Utf8, Utf8),
}

/// A session with everything that the page puts around it.
#[derive(Clone)]
pub struct Desk {
    pub session: Session,
    /// The records, by key.
    pub storage: BTreeMap<String, String>,
    /// What is in the strict tier alone.
    pub strict: BTreeMap<String, String>,
    /// The name under which this tab writes.
    pub tab: &'static str,
    /// What was saved and nobody has written yet, in a desk that is one tab of several.
    pub outbox: Option<Vec<WriteBatch>>,
    /// Whether such a desk waits for the library to be read again.
    pub wants_library: bool,
    /// Whether such storage does not answer when it is asked for a history or for deletions.
    holds_history: bool,
    /// A large import waits for its turn until it is given it.
    pub holds_import: bool,
    /// Why storage refuses, while it does.
    pub refuses: Option<String>,
    /// What it has refused so far, to be written with the next batch that it takes.
    unwritten: Vec<WriteBatch>,
    ids: u64,
    /// How late it is.
    pub seconds: i64,
    said: Vec<Said>,
}

impl Desk {
    /// A page that starts over this storage, and what it says.
    pub fn started(storage: BTreeMap<String, String>, route: Route) -> (Self, Vec<Said>) {
        Self::started_as("desk", storage, BTreeMap::new(), route)
    }

    /// A page that starts over both tiers as they are.
    pub fn over(storage: BTreeMap<String, String>, strict: BTreeMap<String, String>, route: Route) -> Self {
        Self::started_as("desk", storage, strict, route).0
    }

    fn started_as(
        tab: &'static str,
        storage: BTreeMap<String, String>,
        strict: BTreeMap<String, String>,
        route: Route,
    ) -> (Self, Vec<Said>) {
        let mut desk = Self {
            session: Session::default(),
            storage,
            strict,
            tab,
            outbox: None,
            wants_library: false,
            holds_history: false,
            holds_import: false,
            refuses: None,
            unwritten: Vec::new(),
            ids: 0,
            seconds: 0,
            said: Vec::new(),
        };
        let library = library::summaries(desk.records());
        let said = desk.event(Event::Started { library, route });
        (desk, said)
    }

    /// A page without any article.
    pub fn empty() -> Self {
        Self::started(BTreeMap::new(), Route::Library).0
    }

    /// A page with these articles, the first one open.
    pub fn with(documents: &[&Document]) -> Self {
        let mut storage = BTreeMap::new();
        for (document, position) in documents.iter().zip(1..) {
            write(&mut storage, &mut BTreeMap::new(), batch::whole(document, position, "before"));
        }
        Self::started(storage, Route::Start).0
    }

    /// The page after a reload at the same address.
    pub fn reloaded(&self) -> Self {
        let (storage, strict) = (self.storage.clone(), self.strict.clone());
        Self { ids: self.ids + 1_000_000, ..Self::started_as(self.tab, storage, strict, self.session.route()).0 }
    }

    /// The same, where storage takes its time to hand over the kept history, and what was deleted.
    pub fn reloaded_without_history(&self) -> Self {
        let mut desk = Self { session: Session::default(), holds_history: true, ..self.reloaded() };
        let library = library::summaries(desk.records());
        desk.event(Event::Started { library, route: self.session.route() });
        desk
    }

    /// One tab of several over the same articles: what it saves goes to [`Self::outbox`], and its ids are its own.
    pub fn tab(storage: &BTreeMap<String, String>, tab: &'static str, number: u64) -> Self {
        let mut desk = Self::started_as(tab, storage.clone(), BTreeMap::new(), Route::Start).0;
        desk.ids += (number + 1) * 1_000_000;
        desk.outbox = Some(Vec::new());
        desk
    }

    /// Something happens, and the page does what follows. Gives back what was said meanwhile.
    pub fn event(&mut self, event: Event) -> Vec<Said> {
        self.dispatch(event);
        std::mem::take(&mut self.said)
    }

    /// A command without selection or caret.
    pub fn command(&mut self, command: Command) -> Vec<Said> {
        self.event(Event::Command(command, Place::default()))
    }

    /// A command on the selected range.
    pub fn command_on(&mut self, command: Command, one: Utf8, other: Utf8) -> Vec<Said> {
        self.event(Event::Command(command, Place { selection: Some((one, other)), caret: Some(other) }))
    }

    /// A command on the first place of some words.
    pub fn command_at(&mut self, command: Command, words: &str) -> Vec<Said> {
        let start = self.document().article().text.as_str().find(words).expect("the words stand in the text");
        self.command_on(command, Utf8::at(start), Utf8::at(start + words.len()))
    }

    /// A file comes in.
    pub fn file(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Said> {
        self.event(Event::File(name.to_owned(), Ok(bytes.into())))
    }

    fn dispatch(&mut self, event: Event) {
        self.seconds += 1;
        let ids = &mut self.ids;
        let mut random = || {
            *ids += 1;
            Uuid::from_u64_pair(3, *ids)
        };
        let now = Timestamp::from_unix_milliseconds(1_795_442_400_000 + self.seconds * 1000);
        let effects = self.session.update(event, &mut Stamp { now, random: &mut random, writer: self.tab });
        let saved: Vec<&WriteBatch> = effects
            .iter()
            .filter_map(|effect| if let Effect::Save(batch) = effect { Some(batch) } else { None })
            .collect();
        assert!(saved.len() <= 1, "what one event changes is saved as one");
        for batch in saved {
            let put_and_deleted = batch.deletes.iter().find(|key| batch.puts.iter().any(|(put, _)| put == *key));
            assert_eq!(put_and_deleted, None, "what is put does not go in the same batch");
        }
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        let said = match effect {
            Effect::Save(batch) if self.outbox.is_some() => {
                self.outbox.get_or_insert_default().push(batch);
                return;
            }
            Effect::Save(batch) => {
                self.unwritten.push(batch);
                if let Some(reason) = self.refuses.clone() {
                    return self.dispatch(Event::SaveFailed(reason));
                }
                for batch in std::mem::take(&mut self.unwritten) {
                    write(&mut self.storage, &mut self.strict, batch);
                }
                return self.dispatch(Event::Saved { strictly: true });
            }
            Effect::Load(ids, then) => {
                let records: Vec<_> = self.storage.clone().into_iter().collect();
                let stored = ids.into_iter().map(|id| Stored::of(id, &records));
                return self.dispatch(Event::Loaded(stored.collect(), then));
            }
            Effect::Collect(wanted) => {
                let history = self.strict.clone().into_iter().filter(|(key, _)| key.starts_with(key::HISTORY));
                let records = self.storage.clone().into_iter().chain(history).collect();
                return self.dispatch(Event::DeskFile(DeskFileEvent::Collected(records, wanted)));
            }
            Effect::ListVersions(article, listing) => {
                let keys = self.strict.keys().filter(|key| key.starts_with(&key::versions_prefix(article)));
                let keys = keys.cloned().collect();
                return self.dispatch(Event::Versions(VersionEvent::Listed(keys, listing)));
            }
            Effect::ReadDraft(id) => {
                let record = self.strict.get(&draft::text_key(id)).cloned();
                return self.dispatch(Event::Draft(DraftEvent::Read(id, record)));
            }
            Effect::ListDeletions if self.holds_history => return,
            Effect::ListDeletions => {
                let listed = self.strict.iter().filter(|(key, _)| key.starts_with(deletion::DELETIONS));
                let listed = listed.map(|(key, value)| (key.clone(), value.clone())).collect();
                return self.dispatch(Event::Deletion(DeletionEvent::Listed(listed)));
            }
            Effect::ReadDeleted(article) => {
                let record = self.strict.get(&Deletion::article_key(article)).cloned();
                return self.dispatch(Event::Deletion(DeletionEvent::Read(article, record)));
            }
            Effect::WriteVersion(pieces, version) => {
                let written = VersionEvent::Written(version, pieces.collect());
                return self.dispatch(Event::Versions(written));
            }
            Effect::ReadVersion(key, at) => {
                let record = self.strict.get(&key).cloned();
                return self.dispatch(Event::Versions(VersionEvent::Read(record, at)));
            }
            Effect::ReadHistory(_) if self.holds_history => return,
            Effect::ReadHistory(article) => {
                let prefix = format!("{}0/", key::history_prefix(article));
                let records = self.strict.range(prefix.clone()..).take_while(|(key, _)| key.starts_with(&prefix));
                let records = records.map(|(key, value)| (key.clone(), value.clone())).collect();
                return self.dispatch(Event::HistoryRead(article, prefix, records));
            }
            Effect::ReadLibrary if self.outbox.is_some() => {
                self.wants_library = true;
                return;
            }
            Effect::ReadLibrary => {
                let library = library::summaries(self.records());
                return self.dispatch(Event::LibraryRead(library));
            }
            Effect::Tell(sentence, offer) => Said::Told(sentence, offer),
            Effect::Alert(sentence) => Said::Alert(sentence),
            Effect::UrgeExport(sentence) => Said::UrgeExport(sentence),
            Effect::EndBackup => Said::EndBackup,
            Effect::Download { name, media_type, content } => {
                Said::Download { name, media_type, content: content.pieces().collect() }
            }
            Effect::BackUp(content) => Said::BackUp(content),
            Effect::ContinueImport if self.holds_import => return,
            Effect::ContinueImport => return self.dispatch(Event::Import(ImportEvent::Continue)),
            Effect::ChooseFiles => Said::ChooseFiles,
            Effect::Reveal(id) => Said::Reveal(id),
            Effect::RevealRow(id) => Said::RevealRow(id),
            Effect::FocusArticle => Said::FocusArticle,
            Effect::FocusRow(id) => Said::FocusRow(id),
            Effect::FocusMark(id) => Said::FocusMark(id),
            Effect::ReadAt(id) => Said::ReadAt(id),
            Effect::FocusField(name) => Said::FocusField(name),
            Effect::Select(anchor, focus) => Said::Select(anchor, focus),
            Effect::CollapseSelection => Said::CollapseSelection,
            Effect::ShowWords(start, end) => Said::ShowWords(start, end),
        };
        self.said.push(said);
    }

    /// The open article.
    pub fn document(&self) -> &Arc<Document> {
        self.session.document().expect("an article is open")
    }

    /// The title of the open article; empty where none is open.
    pub fn open_title(&self) -> &str {
        self.session.document().map_or("", |document| document.article().details.title.as_str())
    }

    /// The titles in the library.
    pub fn titles(&self) -> Vec<&str> {
        self.session.library().articles.iter().map(|summary| summary.title.as_str()).collect()
    }

    /// The words of the annotation in focus; empty where none is.
    pub fn focused_words(&self) -> String {
        let annotation = self.session.focus().and_then(|id| self.session.document()?.annotation(id));
        annotation.map(|annotation| annotation.target.words(&self.document().article().text)).unwrap_or_default()
    }

    /// All records.
    pub fn records(&self) -> impl Iterator<Item = (&str, &str)> {
        self.storage.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The records of all articles: without what the person has set, where it is noted what went out in a file.
    pub fn work(&self) -> BTreeMap<String, String> {
        let mut work = self.storage.clone();
        work.remove(&Key::Preferences.to_string());
        work
    }

    /// An article as it would be opened from storage now.
    pub fn stored(&self, id: ArticleId) -> Document {
        let prefix = Key::prefix(id);
        let records = self.records().filter(|(key, _)| key.starts_with(&prefix));
        let (document, problems) = load::document(id, records).expect("it opens");
        assert_eq!(problems, [], "nothing is damaged");
        document
    }

    /// The open article as a file of our own format.
    pub fn exported(&self) -> String {
        native::write(&[self.document()], &self.session.library().extra, &super::build::moment())
    }

    /// Everything that an event could have changed, to hold before against after.
    pub fn state(&self) -> (String, BTreeMap<String, String>, Option<Dialog>) {
        (format!("{:?}", self.session), self.storage.clone(), self.session.dialog())
    }
}

fn write(storage: &mut BTreeMap<String, String>, strict: &mut BTreeMap<String, String>, batch: WriteBatch) {
    for (key, value) in &batch.strict {
        match value {
            Some(value) => drop(strict.insert(key.clone(), value.clone())),
            None if key.ends_with('/') => strict.retain(|known, _| !known.starts_with(key)),
            None => drop(strict.remove(key)),
        }
    }
    storage.extend(batch.puts.into_iter().map(|(key, record)| (key.to_string(), record)));
    for key in batch.deletes {
        storage.remove(&key.to_string());
    }
}

/// The content of the file that was downloaded.
pub fn downloaded(said: Vec<Said>) -> String {
    let content = said.into_iter().find_map(|said| match said {
        Said::Download { content, .. } => Some(content),
        _ => None,
    });
    content.expect("a file is downloaded")
}

/// The one sentence that was told.
pub fn told(said: &[Said]) -> &str {
    let sentences: Vec<&str> = said
        .iter()
        .filter_map(|said| if let Said::Told(sentence, _) = said { Some(sentence.as_str()) } else { None })
        .collect();
    match (sentences.as_slice(), alerts(said).as_slice()) {
        ([sentence], []) => sentence,
        _ => panic!("one sentence is told and nothing refused: {said:?}"),
    }
}

/// The one sentence of a refusal.
pub fn refusal(said: &[Said]) -> &str {
    match alerts(said).as_slice() {
        [sentence] => sentence,
        _ => panic!("one refusal is said: {said:?}"),
    }
}

fn alerts(said: &[Said]) -> Vec<&str> {
    said.iter()
        .filter_map(|said| if let Said::Alert(sentence) = said { Some(sentence.as_str()) } else { None })
        .collect()
}
