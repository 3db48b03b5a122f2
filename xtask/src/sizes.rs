//! What the built page weighs, as it is and as hosts send it.

mod first_load;

use std::collections::BTreeMap;
use std::fs;
use std::iter::Sum;
use std::path::Path;

use crate::{compress, seal};

/// What all that must arrive before the first screen shows may weigh, sent with brotli, in thousands of bytes.
const FIRST_LOAD_KB: f64 = 450.0;

/// What all files together may weigh, which the service worker fetches too.
const WHOLE_KB: f64 = 900.0;

/// The kinds of file that have a line of their own, by their endings.
const KINDS: [&str; 4] = ["wasm", "js", "css", "html"];

/// The bytes of some files: as they are, with gzip, with brotli.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    /// Weighs one file's content, each compressor at its best.
    fn of(content: &[u8]) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("A file of dist/ could not be compressed: {error}.");
        let gzip = compress::gzip(content).map_err(failed)?.len();
        let brotli = compress::brotli(content).map_err(failed)?.len();
        Ok(Self { raw: content.len(), gzip, brotli })
    }

    /// Both together.
    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), Self::plus)
    }
}

/// What a built page weighs.
#[derive(Debug, PartialEq, Eq)]
struct Sizes {
    /// Each kind of file, and what is of no such kind.
    kinds: Vec<(&'static str, Weight)>,
    first_load: Weight,
    whole: Weight,
}

impl Sizes {
    /// Weighs all files of a folder, each once.
    fn of(dist: &Path) -> Result<Self, String> {
        let unread = |name: &str, error| format!("{name} in {} cannot be read: {error}.", dist.display());
        let files = seal::files(dist)?;
        let text = |name: &str| fs::read_to_string(dist.join(name)).map_err(|error| unread(name, error));
        let at_once = first_load::first_load(&files, text)?;
        let mut weights = BTreeMap::new();
        for name in &files {
            let content = fs::read(dist.join(name)).map_err(|error| unread(name, error))?;
            weights.insert(name.as_str(), Weight::of(&content)?);
        }
        let sum = |counts: &dyn Fn(&str) -> bool| -> Weight {
            weights.iter().filter(|(name, _)| counts(name)).map(|(_, weight)| *weight).sum()
        };
        let mut kinds: Vec<_> = KINDS.map(|kind| (kind, sum(&|name| kind_of(name) == Some(kind)))).into();
        kinds.push(("other", sum(&|name| kind_of(name).is_none())));
        Ok(Self { kinds, first_load: sum(&|name| at_once.contains(name)), whole: sum(&|_| true) })
    }
}

/// The kind of a file, if it has a line of its own.
fn kind_of(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS.into_iter().find(|kind| *kind == ending)
}

/// Prints the sizes of a built page by kind of file, and the two sums that have a limit.
pub fn print(dist: &Path) -> Result<(), String> {
    let sizes = Sizes::of(dist)?;
    println!("\n{:<14}{:>12}{:>12}{:>12}", "kB", "raw", "gzip -9", "brotli 11");
    for (kind, weight) in sizes.kinds {
        print_row(kind, weight);
    }
    print_row("first load", sizes.first_load);
    print_row("whole product", sizes.whole);
    println!("first load: {}", verdict(sizes.first_load, FIRST_LOAD_KB));
    println!("whole product: {}", verdict(sizes.whole, WHOLE_KB));
    Ok(())
}

/// Says how a weight stands to its limit.
fn verdict(weight: Weight, limit: f64) -> String {
    let brotli = kilobytes(weight.brotli);
    let word = if brotli <= limit { "within" } else { "OVER" };
    format!("{brotli:.1} kB with brotli, {word} the limit of {limit:.0} kB")
}

/// Prints one line of the table.
fn print_row(name: &str, weight: Weight) {
    let [raw, gzip, brotli] = [weight.raw, weight.gzip, weight.brotli].map(kilobytes);
    println!("{name:<14}{raw:>12.1}{gzip:>12.1}{brotli:>12.1}");
}

/// Bytes in thousands, as network budgets count.
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn compressing_repetition_makes_it_small() {
        let weight = Weight::of(&b"pencil ".repeat(1000)).unwrap();
        assert_eq!(weight.raw, 7000);
        assert!(weight.gzip < 100 && weight.brotli < 100, "{weight:?}");
    }

    /// A folder with a page, a program, its icon in a folder of its own and a worker.
    fn built() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("icons")).unwrap();
        let files = [
            ("index.html", "<script src=\"./boot-1.js\"></script>"),
            ("boot-1.js", "start('./app_bg.wasm')"),
            ("app_bg.wasm", "program"),
            ("sw.js", "keep()"),
            ("icons/icon.svg", "<svg/>"),
        ];
        files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
        folder
    }

    #[test]
    fn every_file_is_in_the_whole_product_and_one_kind_and_some_are_in_the_first_load() {
        let built = built();
        let sizes = Sizes::of(built.path()).unwrap();
        let kinds: Vec<_> = sizes.kinds.iter().map(|(kind, weight)| (*kind, weight.raw)).collect();
        let [page, boot, program, worker, icon] = [35, 22, 7, 6, 6];
        assert_eq!(kinds, [("wasm", program), ("js", boot + worker), ("css", 0), ("html", page), ("other", icon)]);
        assert_eq!(sizes.first_load.raw, page + boot + program);
        assert_eq!(sizes.whole.raw, page + boot + program + worker + icon);
        assert_eq!(sizes.whole, sizes.kinds.iter().map(|(_, weight)| *weight).sum());
    }

    #[test]
    fn a_sum_over_its_limit_is_said_loudly() {
        let weight = Weight { brotli: 450_000, ..Weight::default() };
        assert_eq!(verdict(weight, 450.0), "450.0 kB with brotli, within the limit of 450 kB");
        assert_eq!(verdict(weight, 449.0), "450.0 kB with brotli, OVER the limit of 449 kB");
    }

    #[test]
    fn a_missing_folder_says_what_to_do() {
        let problem = print(Path::new("/no/such/folder")).unwrap_err();
        assert!(problem.contains("cargo xtask build"), "{problem}");
    }
}
