//! Which file needs which: an edge leads from a file to the one that defines what it names.
//!
//! `use` lines count as inline paths do, `mod` lines do not, nor does a `use` that only hands a name on (`pub use`): it is
//! followed to the file with the definition. A method that is called on a value names no file, nor does a trait that a star
//! brings in.

mod rules;

use std::collections::{BTreeMap, BTreeSet};

use super::module_tree::{ModuleTree, Target};
use super::syntax::Path;

/// The files that need others, with those others and the names for which they are needed.
#[derive(Debug, Default)]
pub struct Needs {
    edges: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// Paths that lead into our crates and end nowhere, each with its file: a rule that is missing here.
    pub lost: Vec<String>,
}

impl Needs {
    /// The needs of a crate of our own, the last one given; each is a name and the file with which it begins. `read` gives
    /// the text of a file.
    pub fn of_last(crates: &[(&str, &str)], read: impl Fn(&str) -> Option<String>) -> Self {
        let mut tree = ModuleTree::default();
        let mut root = 0;
        for (name, file) in crates {
            root = tree.modules.len();
            tree.add(name, file, &read);
        }
        let mut needs = Self::default();
        for number in (0..tree.modules.len()).filter(|number| tree.modules[*number].root == root) {
            needs.add_module(&tree, number);
        }
        needs
    }

    /// The files that a file needs, each with the names for which it does.
    pub fn of(&self, file: &str) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.edges.get(file).into_iter().flatten().map(|(to, names)| (to.as_str(), names))
    }

    /// The files that need others.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.edges.keys().map(String::as_str)
    }

    fn add_module(&mut self, tree: &ModuleTree, number: usize) {
        let module = &tree.modules[number];
        for path in &module.contents.named {
            let targets = tree.targets(number, path);
            if targets.is_empty() && path.len() > 1 && !tree.targets(number, &path[..1]).is_empty() {
                self.lost.push(format!("{}: {}", module.file, path.join("::")));
            }
            for target in targets {
                if let Target::Item { module: definer, name } = target {
                    self.add(&module.file, &tree.modules[definer].file, name);
                }
            }
        }
        for name in &module.contents.called {
            let imported =
                tree.targets(number, &Path::from([name.clone()])).into_iter().find_map(|target| match target {
                    Target::Item { module, .. } => Some(module),
                    Target::Module(_) => None,
                });
            if let Some(definer) = imported.or_else(|| tree.macro_at(number, name)) {
                self.add(&module.file, &tree.modules[definer].file, name.clone());
            }
        }
    }

    /// Adds one edge; a file that names its own things needs nobody.
    fn add(&mut self, from: &str, to: &str, name: String) {
        if from != to {
            self.edges.entry(from.to_owned()).or_default().entry(to.to_owned()).or_default().insert(name);
        }
    }
}

/// The needs of a made-up library; each of its files is a path behind `src/` and a text.
pub fn made_up(files: &[(&str, &str)]) -> Needs {
    Needs::of_last(&[("made_up", "src/lib.rs")], reader(files))
}

/// Reads made-up files.
fn reader(files: &[(&str, &str)]) -> impl Fn(&str) -> Option<String> {
    let files: BTreeMap<_, _> = files.iter().map(|(path, text)| (format!("src/{path}"), (*text).to_owned())).collect();
    move |path| files.get(path).cloned()
}
