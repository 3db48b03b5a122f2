//! What the built page weighs, as it is and as hosts send it.

use std::fs;
use std::io::Write;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// What Wasm, JavaScript and CSS together may weigh, sent with brotli, in thousands of bytes.
const LIMIT_KB: f64 = 150.0;

/// The kinds of file that are weighed; the first three count against the limit.
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
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content).map_err(failed)?;
        let gzip = gzip.finish().map_err(failed)?.len();
        let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
        let mut brotli = Vec::new();
        brotli::BrotliCompress(&mut &content[..], &mut brotli, &parameters).map_err(failed)?;
        Ok(Self { raw: content.len(), gzip, brotli: brotli.len() })
    }

    /// Both together.
    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// Prints the sizes of a built page by kind of file, and the sum that has a limit.
pub fn print(dist: &Path) -> Result<(), String> {
    let mut sum = Weight::default();
    println!("\n{:<14}{:>12}{:>12}{:>12}", "kB", "raw", "gzip -9", "brotli 11");
    for kind in KINDS {
        let weight = weigh(dist, kind)?;
        if kind != "html" {
            sum = sum.plus(weight);
        }
        print_row(kind, weight);
    }
    print_row("wasm+js+css", sum);
    let brotli = kilobytes(sum.brotli);
    let verdict = if brotli <= LIMIT_KB { "within" } else { "OVER" };
    println!("{brotli:.1} kB with brotli, {verdict} the limit of {LIMIT_KB:.0} kB");
    Ok(())
}

/// Weighs all files of one kind directly in a folder.
fn weigh(dist: &Path, kind: &str) -> Result<Weight, String> {
    let missing = |error| format!("{} cannot be read ({error}). Run `cargo xtask build` first.", dist.display());
    let mut sum = Weight::default();
    for entry in fs::read_dir(dist).map_err(missing)? {
        let path = entry.map_err(missing)?.path();
        if path.extension().is_some_and(|extension| extension == kind) {
            sum = sum.plus(Weight::of(&fs::read(&path).map_err(missing)?)?);
        }
    }
    Ok(sum)
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
    use super::*;

    #[test]
    fn compressing_repetition_makes_it_small() {
        let weight = Weight::of(&b"pencil ".repeat(1000)).unwrap();
        assert_eq!(weight.raw, 7000);
        assert!(weight.gzip < 100 && weight.brotli < 100, "{weight:?}");
    }

    #[test]
    fn a_missing_folder_says_what_to_do() {
        let problem = print(Path::new("/no/such/folder")).unwrap_err();
        assert!(problem.contains("cargo xtask build"), "{problem}");
    }
}
