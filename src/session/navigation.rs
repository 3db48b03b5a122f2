//! Navigation: which article and which screen is open.

use std::sync::Arc;

use super::effect::{After, Effect, Stored, alone, refuse};
use super::event::Event;
use super::keymap::KeyMap;
use super::messages::welcome;
use super::route::Route;
use super::state::{OpenArticle, Session, Stamp};
use super::version_history::VersionQuery;
use super::view::Screen;
use crate::annotation::AnnotationId;
use crate::article::{Article, ArticleId, SAMPLE};
use crate::document::Document;
use crate::store::{Library, Preferences, WriteBatch};

impl Session {
    /// The page has started: shows the place that the address names, else the article that was open last, else the
    /// sample. Where there are damaged records it is not the first visit: the sample is no answer to lost work.
    pub(super) fn start(&mut self, mut library: Library, route: Route, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        self.untold_damage = library.problems.len();
        let drafts = self.start_drafts(&mut library, stamp);
        self.keys = Arc::new(KeyMap::new(&library.preferences.keys, library.preferences.single_letters_off));
        self.library = Arc::new(library);
        let mut effects = match (route, self.preferences().last_article) {
            (Route::Start, None) if self.library.articles.is_empty() && self.untold_damage == 0 => {
                self.open_sample(stamp)
            }
            (Route::Start, Some(last)) if self.summary(last).is_some() => self.load(last, None),
            (Route::Start, _) => match self.library.articles.first().map(|first| first.id) {
                Some(first) => self.load(first, None),
                None => self.go(Route::Library),
            },
            (route, _) => self.go(route),
        };
        // What is wrong with an article that is being opened is told together with this.
        if !effects.iter().any(|effect| matches!(effect, Effect::Load(..))) {
            effects.extend(self.tell_damage());
        }
        effects.extend(drafts);
        effects.push(Effect::ListDeletions);
        effects
    }

    /// How many stored records the page could not read when it started; nothing where that is told already, or there are none.
    fn tell_damage(&mut self) -> Option<Effect> {
        let anything = if self.library.articles.is_empty() {
            "Make a new article, or import one, to go on."
        } else {
            "Everything else is here."
        };
        match std::mem::take(&mut self.untold_damage) {
            0 => None,
            1 => Some(Effect::Alert(format!(
                "1 stored record could not be read. Nothing of it was thrown away: “Storage” gives it out. {anything}"
            ))),
            count => Some(Effect::Alert(format!(
                "{count} stored records could not be read. Nothing of them was thrown away: “Storage” gives them out. {anything}"
            ))),
        }
    }

    fn open_sample(&mut self, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let article = Article::from_plain(ArticleId::new((stamp.random)()), SAMPLE, "");
        let mut effects = self.add_and_open(article, stamp);
        effects.push(Effect::Tell(welcome(&self.keys), None));
        effects
    }

    /// Shows the place that an address names.
    pub(super) fn go(&mut self, route: Route) -> Vec<Effect> {
        self.end_typing();
        match route {
            Route::Start => Vec::new(),
            Route::Library => {
                self.screen = Screen::Library;
                self.reload_stale_library()
            }
            Route::Article(id, focus) if self.is_open(id) => {
                if self.screen == Screen::Read {
                    return self.leave_reading(focus);
                }
                self.screen = Screen::Reader;
                if focus.is_some() && focus != self.focus { self.set_focus(focus) } else { alone(Effect::FocusArticle) }
            }
            Route::Article(id, focus) if self.summary(id).is_some() => self.load(id, focus),
            Route::Read(id) if self.is_open(id) => self.show_reading(),
            Route::Read(id) if self.summary(id).is_some() => alone(Effect::Load(vec![id], After::Read)),
            Route::Article(..) | Route::Read(_) => {
                self.screen = Screen::Library;
                refuse("The article of this address is not kept in this browser. These are.")
            }
        }
    }

    fn is_open(&self, id: ArticleId) -> bool {
        self.document().is_some_and(|document| document.article().id == id)
    }

    pub(super) fn load(&self, id: ArticleId, focus: Option<AnnotationId>) -> Vec<Effect> {
        alone(Effect::Load(vec![id], After::Open(focus)))
    }

    /// An article was read from storage to be shown.
    pub(super) fn show_stored(&mut self, stored: Vec<Stored>, focus: Option<AnnotationId>) -> Vec<Effect> {
        let Some(stored) = stored.into_iter().next() else { return Vec::new() };
        let read_only = stored.is_newer;
        match stored.document {
            Err(problem) => {
                self.screen = Screen::Library;
                let more = match std::mem::take(&mut self.untold_damage) {
                    0 | 1 => String::new(),
                    count => format!(" In all, {count} stored records could not be read."),
                };
                let alert = format!(
                    "This article could not be opened: {problem}. Nothing of what is stored of it was thrown away: “Storage” gives it out.{more}"
                );
                let mut effects = refuse(alert);
                if !read_only {
                    effects.push(Effect::ListVersions(stored.id, VersionQuery::Text(stored.id)));
                }
                effects
            }
            Ok((document, problems)) => {
                let mut effects = self.show(document);
                effects.extend(self.set_focus(focus));
                if let Some(open) = self.open.as_mut().filter(|_| read_only) {
                    open.read_only = true;
                    effects.push(open.refuse_to_write());
                } else if let Some(first) = problems.first().filter(|_| problems.len() >= self.untold_damage) {
                    self.untold_damage = 0;
                    effects.push(Effect::Alert(format!(
                        "Some stored data of this article could not be read ({} records; the first: {first}). Nothing of it was thrown away: “Storage” gives it out. Everything else is here.",
                        problems.len()
                    )));
                } else {
                    effects.extend(self.tell_damage());
                }
                effects
            }
        }
    }

    /// Shows the text of an article whose annotations are still being read.
    pub(super) fn show_text(&mut self, document: Document) -> Vec<Effect> {
        self.show(document);
        self.opening = true;
        alone(Effect::FocusArticle)
    }

    /// Whether the annotations of the open article are still being read.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.opening
    }

    /// Whether an event can be answered now. One that cannot must wait, in its place among the others.
    #[must_use]
    pub fn takes(&self, event: &Event) -> bool {
        let brings_the_rest = |stored: &Stored| self.is_open(stored.id);
        match event {
            Event::Loaded(stored, After::Open(_)) => !self.opening || stored.iter().any(brings_the_rest),
            _ => !self.opening,
        }
    }

    /// Opens a document.
    pub(super) fn show(&mut self, document: Document) -> Vec<Effect> {
        let id = document.article().id;
        let position = self.summary(id).map_or(0, |summary| summary.position);
        let document = Arc::new(document);
        self.open = Some(OpenArticle::new(document, position));
        self.focus = None;
        self.screen = Screen::Reader;
        self.dialog = None;
        self.offer_onboarding();
        vec![Effect::FocusArticle, Effect::ReadHistory(id)]
    }

    /// Takes a new article into the library, stores it and shows it.
    pub(super) fn add_and_open(&mut self, article: Article, stamp: &Stamp<'_>) -> Vec<Effect> {
        let document = Document::new(article);
        let (document, save) = self.add(document, WriteBatch::default(), stamp);
        let mut effects = vec![save];
        effects.extend(self.show(document));
        effects.extend(self.remember_open(stamp));
        effects
    }

    /// Remembers which article is open, for the next visit.
    pub(super) fn remember_open(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let last_article = self.document().map(|document| document.article().id);
        let preferences = Preferences { last_article, ..self.preferences().clone() };
        self.prefer(preferences, stamp)
    }

    /// Opens the article after or before the open one in the library.
    pub(super) fn neighbour_article(&mut self, step: isize) -> Vec<Effect> {
        let open = self.document().map(|document| document.article().id);
        let articles = &self.library.articles;
        let here = articles.iter().position(|summary| Some(summary.id) == open);
        let wanted = here.and_then(|here| here.checked_add_signed(step)).and_then(|place| articles.get(place));
        match wanted.map(|summary| summary.id) {
            Some(id) => self.load(id, None),
            None => {
                let end = if step > 0 { "This is the last article." } else { "This is the first article." };
                alone(Effect::Tell(end.to_owned(), None))
            }
        }
    }
}
