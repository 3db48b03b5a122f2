//! A file that comes in parts, put together again.
//!
//! Nothing is believed of a part: annotations and blocks go through the same constructors as those of a file, against the text
//! that came. Each part is taken in a time that depends on its own length alone; documents grow with their annotations.

use std::collections::BTreeSet;

use super::file_content::FileContent;
use super::file_parts::Part;
use crate::annotation::AnnotationId;
use crate::article::{ArticleId, Extra};
use crate::document::{Document, Entry, Restoration, Writer};
use crate::format::Imported;
use crate::format::native::MOST_TEXT_BYTES;
use crate::store::IncomingDesk;
use crate::text::{Encoding, Text, TextPieces};
use crate::wire::{
    ArticleHead, BlocksRead, WireAnnotation, WireArticleBegin, WireBlock, WireContent, WirePart, from_json,
};

/// What of a file has come.
#[derive(Clone, Debug, Default)]
pub struct IncomingFile {
    /// How many parts have been taken.
    taken: usize,
    /// How many there are, once one has come.
    count: Option<usize>,
    /// A part was none, and no other is taken.
    failed: bool,
    content: Option<Incoming>,
}

/// The content that came, by the kind of the file.
#[derive(Clone, Debug)]
enum Incoming {
    Refused(String),
    KeyBindings(Letters),
    Text(Letters, Encoding),
    Import(Box<IncomingImport>),
    Desk(IncomingDesk, Option<(String, Letters)>),
}

/// A string that comes in pieces.
#[derive(Clone, Debug)]
struct Letters {
    text: String,
    length: usize,
}

/// Articles that came.
#[derive(Clone, Debug, Default)]
struct IncomingImport {
    extra: Extra,
    documents: Vec<Document>,
    coming: Option<IncomingArticle>,
    articles: BTreeSet<ArticleId>,
    annotations: BTreeSet<AnnotationId>,
}

/// An article of which parts are to come.
#[derive(Clone, Debug)]
struct IncomingArticle {
    state: ArticleState,
    letters: usize,
    blocks: usize,
    annotations: usize,
}

/// How far an article has come.
#[derive(Clone, Debug)]
enum ArticleState {
    Text(ArticleHead, TextPieces),
    Blocks(ArticleHead, Text, BlocksRead),
    Annotations(Restoration),
}

impl IncomingFile {
    /// Takes the next part.
    ///
    /// # Errors
    /// The reason why it is none, or not the next: the rest of a sentence about the part. The file cannot be put together then.
    pub fn take(&mut self, part: &Part) -> Result<(), String> {
        let taken = if self.failed { Err("comes after one that failed".to_owned()) } else { self.take_next(part) };
        self.failed = taken.is_err();
        taken
    }

    /// How many parts have been taken, and how many there are; the second is zero until one has come.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.taken, self.count.unwrap_or_default())
    }

    /// What is in the file, or the sentence that refuses it; `None` where parts are missing.
    #[must_use]
    pub fn finish(self) -> Option<Result<FileContent, String>> {
        if self.failed || self.count != Some(self.taken) {
            return None;
        }
        self.content?.finish()
    }

    fn take_next(&mut self, part: &Part) -> Result<(), String> {
        let part: WirePart<'_> = from_json(part.as_json()).map_err(|error| error.to_string())?;
        if part.place != self.taken || self.count.is_some_and(|count| count != part.count) || part.place >= part.count {
            return Err(format!("has the place {} of {}, where {} is next", part.place, part.count, self.taken));
        }
        match &mut self.content {
            None => self.content = Some(Incoming::new(part.content)?),
            Some(incoming) => incoming.take(part.content)?,
        }
        self.count = Some(part.count);
        self.taken += 1;
        Ok(())
    }
}

impl Incoming {
    fn new(first: WireContent<'_>) -> Result<Self, String> {
        Ok(match first {
            WireContent::Refused(sentence) => Self::Refused(sentence.into_owned()),
            WireContent::KeyBindings(length) => Self::KeyBindings(Letters::new(length)),
            WireContent::Text(encoding, length) => {
                let encoding = Encoding::named(&encoding).ok_or("has an encoding that is not known")?;
                Self::Text(Letters::new(length), encoding)
            }
            WireContent::Import(unknown) => {
                Self::Import(Box::new(IncomingImport { extra: unknown.into_extra(), ..IncomingImport::default() }))
            }
            WireContent::Desk => Self::Desk(IncomingDesk::default(), None),
            _ => return Err(NO_BEGIN.to_owned()),
        })
    }

    fn take(&mut self, content: WireContent<'_>) -> Result<(), String> {
        match (self, content) {
            (Self::KeyBindings(text) | Self::Text(text, _), WireContent::Letters(letters)) => text.push(&letters),
            (Self::Import(import), content) => import.take(content),
            (Self::Desk(desk, None), WireContent::Records(records)) => {
                records.iter().try_for_each(|(key, value)| desk.take(key, value)).map_err(|problem| problem.to_string())
            }
            (Self::Desk(_, long @ None), WireContent::LongRecord(key, length)) => {
                *long = Some((key.into_owned(), Letters::new(length)));
                Ok(())
            }
            (Self::Desk(desk, coming), WireContent::Letters(letters)) => {
                let (_, value) = coming.as_mut().ok_or(OTHER_KIND)?;
                value.push(&letters)?;
                match coming.take_if(|(_, value)| value.is_whole()) {
                    Some((key, value)) => desk.take(&key, &value.text).map_err(|problem| problem.to_string()),
                    None => Ok(()),
                }
            }
            _ => Err(OTHER_KIND.to_owned()),
        }
    }

    fn finish(self) -> Option<Result<FileContent, String>> {
        Some(Ok(match self {
            Self::Refused(sentence) => return Some(Err(sentence)),
            Self::KeyBindings(text) => FileContent::KeyBindings(text.whole()?),
            Self::Text(text, encoding) => FileContent::Text(text.whole()?, encoding),
            Self::Import(import) => {
                let is_whole = import.coming.is_none();
                is_whole
                    .then_some(FileContent::Import(Imported { documents: import.documents, extra: import.extra }))?
            }
            Self::Desk(desk, coming) => coming.is_none().then_some(FileContent::Desk(desk.finish()))?,
        }))
    }
}

/// The reason for a part that is not of the file's kind, or comes where none of its kind can.
const OTHER_KIND: &str = "is of a kind that cannot come here";
/// The reason for a first part that is none.
const NO_BEGIN: &str = "is not one with which a file begins";
/// The reason for a part with which there would be more than was said.
const TOO_MUCH: &str = "brings more than was said";

impl Letters {
    fn new(length: usize) -> Self {
        Self { text: String::new(), length }
    }

    fn push(&mut self, letters: &str) -> Result<(), String> {
        self.text.push_str(letters);
        if self.text.len() > self.length { Err(TOO_MUCH.to_owned()) } else { Ok(()) }
    }

    fn is_whole(&self) -> bool {
        self.text.len() == self.length
    }

    fn whole(self) -> Option<String> {
        self.is_whole().then_some(self.text)
    }
}

impl IncomingImport {
    fn take(&mut self, content: WireContent<'_>) -> Result<(), String> {
        match (content, &mut self.coming) {
            (WireContent::Article(begin), None) => {
                let coming = IncomingArticle::new(*begin)?;
                if let ArticleState::Text(head, _) = &coming.state
                    && !self.articles.insert(head.id())
                {
                    return Err("has the id of an article before it".to_owned());
                }
                self.coming = Some(coming);
            }
            (WireContent::Letters(letters), Some(coming)) => coming.letters(&letters)?,
            (WireContent::Blocks(blocks), Some(coming)) => coming.blocks(blocks)?,
            (WireContent::Annotations(annotations), Some(coming)) => {
                coming.annotations(annotations, &mut self.annotations)?;
            }
            _ => return Err(OTHER_KIND.to_owned()),
        }
        if let Some(coming) = self.coming.take() {
            match coming.advanced() {
                IncomingArticle { state: ArticleState::Annotations(restoration), annotations, .. }
                    if restoration.count() == annotations =>
                {
                    self.documents.push(restoration.finish());
                }
                coming => self.coming = Some(coming),
            }
        }
        Ok(())
    }
}

impl IncomingArticle {
    fn new(begin: WireArticleBegin<'_>) -> Result<Self, String> {
        let WireArticleBegin { article, letters, blocks, annotations } = begin;
        if letters > MOST_TEXT_BYTES {
            return Err(TOO_MUCH.to_owned());
        }
        let state = ArticleState::Text(article.into_head()?, TextPieces::default());
        Ok(Self { state, letters, blocks, annotations })
    }

    fn letters(&mut self, letters: &str) -> Result<(), String> {
        let ArticleState::Text(_, text) = &mut self.state else { return Err(OTHER_KIND.to_owned()) };
        if !text.push(letters) {
            return Err("has a character that no text has".to_owned());
        }
        if text.end().index() > self.letters { Err(TOO_MUCH.to_owned()) } else { Ok(()) }
    }

    fn blocks(&mut self, blocks: Vec<WireBlock<'_>>) -> Result<(), String> {
        let ArticleState::Blocks(_, text, read) = &mut self.state else { return Err(OTHER_KIND.to_owned()) };
        blocks.into_iter().try_for_each(|block| read.push(block, text))?;
        if read.count() > self.blocks { Err(TOO_MUCH.to_owned()) } else { Ok(()) }
    }

    fn annotations(
        &mut self,
        annotations: Vec<WireAnnotation<'_>>,
        seen: &mut BTreeSet<AnnotationId>,
    ) -> Result<(), String> {
        let ArticleState::Annotations(restoration) = &mut self.state else { return Err(OTHER_KIND.to_owned()) };
        for annotation in annotations {
            let (annotation, revision) = annotation.into_model(restoration.text())?;
            let is_new = seen.insert(annotation.id);
            let entry = Entry { annotation: annotation.into(), revision, writer: Writer::default() };
            if !is_new || !restoration.add(entry) {
                return Err("has the id of an annotation before it".to_owned());
            }
        }
        if restoration.count() > self.annotations { Err(TOO_MUCH.to_owned()) } else { Ok(()) }
    }

    /// The article, one or two states further where all of one has come.
    fn advanced(mut self) -> Self {
        if let ArticleState::Text(head, text) = self.state {
            self.state = if text.end().index() == self.letters {
                ArticleState::Blocks(head, text.finish(), BlocksRead::default())
            } else {
                ArticleState::Text(head, text)
            };
        }
        if let ArticleState::Blocks(head, text, read) = self.state {
            self.state = if read.count() == self.blocks {
                let (article, revision) = head.over(text, read);
                ArticleState::Annotations(Restoration::begin(article, revision, Writer::default()))
            } else {
                ArticleState::Blocks(head, text, read)
            };
        }
        self
    }
}
