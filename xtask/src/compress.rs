//! Compressed copies of the files of a built page, which lie beside them for hosts that send such to those who accept them.
//!
//! A build without optimising writes none, and Trunk empties `dist/` before every build, so none of an earlier one is left.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::seal::{self, SWITCH};

/// What the names of the copies end in.
const ENDINGS: [&str; 2] = ["br", "gz"];

/// Tells whether a file is the copy of another, by its name.
pub fn is_copy(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.')))
}

/// Writes the copies for all files of a built page that are a good deal smaller so.
///
/// The switch has none: who writes "off" into it must not have to think of them.
pub fn write_copies(dist: &Path) -> Result<(), String> {
    for name in seal::files(dist)?.iter().filter(|name| *name != SWITCH) {
        let file = dist.join(name);
        let failed = |error: io::Error| format!("{} could not be compressed ({error}).", file.display());
        let content = fs::read(&file).map_err(failed)?;
        let copies = [brotli(&content).map_err(failed)?, gzip(&content).map_err(failed)?];
        for (path, copy) in copies_of(&file).iter().zip(copies) {
            if copy.len() < content.len() / 10 * 9 {
                fs::write(path, copy).map_err(failed)?;
            }
        }
    }
    Ok(())
}

/// Deletes the copies of files that were changed since.
pub fn delete_stale_copies(dist: &Path) -> Result<(), String> {
    for file in seal::files(dist)?.iter().map(|name| dist.join(name)).filter(|file| has_stale_copy(file)) {
        for copy in copies_of(&file).iter().filter(|copy| copy.exists()) {
            fs::remove_file(copy).map_err(|error| format!("{} cannot be deleted ({error}).", copy.display()))?;
        }
    }
    Ok(())
}

/// Tells whether a file was changed after it was compressed.
pub fn has_stale_copy(file: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|about| about.modified()).ok();
    copies_of(file).iter().any(|copy| changed(copy).is_some_and(|copied| Some(copied) < changed(file)))
}

/// Where the copies of a file lie.
fn copies_of(file: &Path) -> [PathBuf; 2] {
    ENDINGS.map(|ending| file.with_added_extension(ending))
}

/// A content compressed with brotli at its best.
pub fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// A content compressed with gzip at its best.
pub fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use tempfile::TempDir;

    use super::*;

    /// A built page with a style sheet that repeats itself, something that does not, and the switch.
    struct Built(TempDir);

    impl Built {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let file = |name: &str| folder.path().join(name);
            fs::write(file("style.css"), "p { color: red }\n".repeat(99)).unwrap();
            fs::write(file("icon.png"), "\u{89}PNG").unwrap();
            fs::write(file(SWITCH), "on\n".repeat(99)).unwrap();
            write_copies(folder.path()).unwrap();
            Self(folder)
        }

        /// The names of everything in the folder.
        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    #[test]
    fn what_gets_smaller_has_copies_and_the_switch_never_has() {
        let built = Built::new();
        assert_eq!(built.names(), ["icon.png", "style.css", "style.css.br", "style.css.gz", SWITCH]);
        assert_eq!(
            seal::files(built.0.path()).unwrap(),
            ["icon.png", "style.css", SWITCH],
            "copies are no files of the page"
        );
    }

    #[test]
    fn the_copies_are_of_the_whole_file() {
        let built = Built::new();
        let content = fs::read(built.0.path().join("style.css")).unwrap();
        let read = |name: &str| fs::read(built.0.path().join(name)).unwrap();
        let (mut brotli, mut gzip) = (Vec::new(), Vec::new());
        brotli::BrotliDecompress(&mut &*read("style.css.br"), &mut brotli).unwrap();
        io::copy(&mut flate2::read::GzDecoder::new(&*read("style.css.gz")), &mut gzip).unwrap();
        assert!(brotli == content && gzip == content);
    }

    #[test]
    fn copies_of_a_file_that_was_changed_are_known_and_deleted() {
        let built = Built::new();
        let style = built.0.path().join("style.css");
        assert!(!has_stale_copy(&style));
        delete_stale_copies(built.0.path()).unwrap();
        assert_eq!(built.names().len(), 5);
        let later = SystemTime::now() + Duration::from_secs(1);
        fs::File::options().write(true).open(&style).unwrap().set_modified(later).unwrap();
        assert!(has_stale_copy(&style));
        delete_stale_copies(built.0.path()).unwrap();
        assert_eq!(built.names(), ["icon.png", "style.css", SWITCH]);
    }

    #[test]
    fn copies_are_known_by_their_names() {
        assert!(is_copy("style.css.br") && is_copy("icons/icon.svg.gz"));
        assert!(!is_copy("style.css") && !is_copy("libr") && !is_copy("brochure.gzip"));
    }
}
