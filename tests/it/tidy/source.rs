//! The project's own files, and Rust source without what is not code.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project that can be read as text.
pub struct File {
    /// Its path from the root, with `/` between the parts.
    pub path: String,
    pub text: String,
}

impl File {
    fn read(path: &Path) -> Option<Self> {
        let from_root = path.strip_prefix(root()).expect("it lies in the project");
        let parts: Vec<_> = from_root.iter().map(|part| part.to_string_lossy()).collect();
        Some(Self { path: parts.join("/"), text: fs::read_to_string(path).ok()? })
    }

    /// Whether it lies below a folder, or is that file.
    pub fn is_in(&self, place: &str) -> bool {
        self.path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The source without comments.
    pub fn code(&self) -> String {
        without(&self.text, true)
    }

    /// The names in the source, outside comments and strings.
    pub fn names(&self) -> Vec<String> {
        let code = without(&self.text, false);
        let names = code.split(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }
}

/// The text of one file, if it is there.
pub fn text(path: &str) -> Option<String> {
    fs::read_to_string(root().join(path)).ok()
}

/// All files of some folders, in order.
pub fn files(folders: &[&str]) -> Vec<File> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("the folder can be read");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.exists() {
            found.push(path);
        }
    }
    found.sort();
    found.iter().filter_map(|path| File::read(path)).collect()
}

/// The Rust files of some folders.
pub fn rust(folders: &[&str]) -> Vec<File> {
    let mut found = files(folders);
    found.retain(|file| file.path.ends_with(".rs"));
    assert!(!found.is_empty(), "there are such files");
    found
}

/// The files that stand in the root itself, without the `.git` of a linked worktree, which is git's own.
pub fn in_root() -> Vec<File> {
    let entries = fs::read_dir(root()).expect("the folder can be read").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.is_file() && !path.ends_with(".git")).collect();
    paths.sort();
    paths.iter().filter_map(|path| File::read(path)).collect()
}

/// Rust source without comments, and without what stands in strings unless they are kept.
fn without(source: &str, keep_strings: bool) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(sign) = rest.chars().next() {
        let length = match sign {
            '/' if rest.starts_with("//") => {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
                continue;
            }
            '"' => 1 + string_end(&rest[1..]),
            'r' if !code.ends_with(|before: char| before.is_alphanumeric() || before == '_') => raw_length(rest),
            // A quotation mark as a character; a lifetime is no string and stays.
            '\'' if rest.starts_with("'\"'") => 3,
            '\'' if rest.starts_with("'\\") => 3 + rest[3..].find('\'').unwrap_or(0),
            _ => sign.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        let is_string = length > sign.len_utf8();
        code.push_str(if is_string && !keep_strings { "\"\"" } else { piece });
        rest = after;
    }
    code
}

/// How long a string is from behind its first quotation mark, the last one included.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let end = text.char_indices().find(|(_, sign)| {
        let ends = *sign == '"' && !escaped;
        escaped = *sign == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

/// How long a raw string is; one where none begins.
fn raw_length(text: &str) -> usize {
    let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
    let head = 1 + hashes + 1;
    if text.as_bytes().get(head - 1) != Some(&b'"') {
        return 1;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    text[head..].find(&end).map_or(text.len(), |at| head + at + end.len())
}

#[test]
fn comments_are_no_code() {
    assert_eq!(without("a /* // b\nc", true), "a /* \nc");
}

#[test]
fn what_looks_like_a_comment_in_a_string_stays() {
    assert_eq!(without(r##"f("a//b", r#"c"//d"#, '"', "\"//e")"##, true), r##"f("a//b", r#"c"//d"#, '"', "\"//e")"##);
}

#[test]
fn strings_can_be_left_out() {
    assert_eq!(
        without(r##"f("a//b", r#"c"//d"#, '"', 'x', &'static "\"//e") // g"##, false),
        r#"f("", "", "", 'x', &'static "") "#
    );
}
