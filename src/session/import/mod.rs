//! Import: a file that was read elsewhere is put together, and a valid one merged into the library by revision, both part by
//! part, and its outcome is told in numbers. Nothing of it is shown or stored before all of it is merged.

mod merging;
mod outcome;
mod update;

use self::merging::Import;
pub(super) use self::outcome::{outcome, refusal};
use super::file_parts::Part;
use super::incoming_file::IncomingFile;
use super::view::Dialog;

/// Of how many annotations on an import is shown with its progress, and can be cancelled.
const LARGE: usize = 2_000;
/// Of how many bytes on the reading of a file is shown with its progress, and can be cancelled.
const LARGE_FILE: usize = 2_000_000;

/// An event of a large import.
#[derive(Clone, Debug)]
pub enum ImportEvent {
    /// A file of this name, with so many bytes, is being read elsewhere.
    Reading(String, usize),
    /// The next part of what is in it.
    Part(Part),
    /// It cannot be read there, and will be read in another way.
    Stopped,
    /// The page has answered and painted: the next part is to be merged.
    Continue,
}

/// How far a large import has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProgress {
    /// The name of the file.
    pub name: String,
    /// What is being done.
    pub stage: ImportStage,
    /// How much of that has been done.
    pub done: usize,
    /// How much there is; zero while that is not known.
    pub total: usize,
}

/// What is being done in an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportStage {
    /// The file is being read; counted in parts of no certain size.
    Reading,
    /// Its annotations are being merged, and counted.
    Merging,
}

/// An import that is going on.
#[derive(Clone, Debug)]
pub(super) struct Importing {
    name: String,
    stage: Stage,
    /// It is shown, and ends with its dialog.
    is_shown: bool,
    /// The dialog that was open before: what was typed there may be the file.
    before: Option<Dialog>,
}

/// How far it has come.
#[derive(Clone, Debug)]
enum Stage {
    /// The file is coming in.
    Reading(Box<IncomingFile>),
    /// Its articles that are in the library are being read; there are so many annotations in it.
    Loading(usize),
    /// It is being merged.
    Merging(Box<Import>),
}

impl Importing {
    fn progress(&self) -> ImportProgress {
        let (stage, (done, total)) = match &self.stage {
            Stage::Reading(file) => (ImportStage::Reading, file.progress()),
            Stage::Loading(total) => (ImportStage::Merging, (0, *total)),
            Stage::Merging(import) => (ImportStage::Merging, import.progress()),
        };
        ImportProgress { name: self.name.clone(), stage, done, total }
    }
}
