//! Export: the open article as a file.

use super::effect::{Content, Effect, refuse};
use super::messages::NO_ARTICLE;
use super::state::{Session, Stamp};
use crate::format::Format;
use crate::format::native::Pieces;

impl Session {
    /// The open article as a file of our own format.
    pub(super) fn download(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let format = Format::Bluepencil;
        let name = format!("{}.{}", document.article().slug(), format.extension());
        let pieces = Pieces::of(vec![(**document).clone()], &self.library.extra, &stamp.now);
        let content = Content::Pieces(Box::new(pieces));
        let (id, count) = (document.article().id, document.entries().len());
        let message = format!("Exported {count} annotations as {name}.");
        let mut effects =
            vec![Effect::Download { name, media_type: format.media_type(), content }, Effect::Tell(message, None)];
        effects.extend(self.mark_exported(&[id], stamp));
        effects
    }
}
