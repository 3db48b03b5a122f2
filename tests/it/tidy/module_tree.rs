//! The modules of our crates as the `mod` lines make them, and what a path means in one of them.
//!
//! The rules are those of the Rust Reference, chapters “Modules”, “Use declarations” and “Names, scopes and resolution”, as
//! far as a program that compiles needs them: visibility is the compiler's business.

use std::collections::{BTreeMap, BTreeSet};

use super::syntax::{Child, Contents};

/// What a path can lead to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A module, by its number.
    Module(usize),
    /// Something that a module defines.
    Item { module: usize, name: String },
}

/// A module with its place in the tree.
pub struct Module {
    pub file: String,
    pub contents: Contents,
    /// The module that a path reaches with `crate`.
    pub root: usize,
    parent: usize,
    children: BTreeMap<String, usize>,
}

/// The modules of some crates that can name each other.
#[derive(Default)]
pub struct ModuleTree {
    pub modules: Vec<Module>,
    crates: BTreeMap<String, usize>,
}

/// Names whose meaning is being looked for, with the modules in which they stand: an import may lead back to itself.
type Open = Vec<(usize, String)>;

impl ModuleTree {
    /// Adds the crate that begins with a file, under the name by which others know it. `read` gives the text of a file.
    pub fn add(&mut self, name: &str, root: &str, read: &impl Fn(&str) -> Option<String>) {
        let number = self.modules.len();
        self.crates.insert(name.to_owned(), number);
        let folder = folder(root).to_owned();
        self.grow(root, &folder, parsed(root, read), number, number, read);
    }

    /// Adds a module and those inside, and gives its number. Its children's files lie in `folder`.
    fn grow(
        &mut self,
        file: &str,
        folder: &str,
        items: Vec<syn::Item>,
        root: usize,
        parent: usize,
        read: &impl Fn(&str) -> Option<String>,
    ) -> usize {
        let (contents, children) = Contents::read(items);
        let number = self.modules.len();
        self.modules.push(Module { file: file.to_owned(), contents, root, parent, children: BTreeMap::new() });
        for Child { name, items: inside } in children {
            let below = format!("{folder}/{name}");
            let child = if let Some(inside) = inside {
                self.grow(file, &below, inside, root, number, read)
            } else {
                let files = [format!("{below}.rs"), format!("{below}/mod.rs")];
                let found = files.iter().find(|file| read(file).is_some());
                let file = found.unwrap_or_else(|| panic!("{file} declares `{name}`, which has no file"));
                self.grow(file, &below, parsed(file, read), root, number, read)
            };
            self.modules[number].children.insert(name, child);
        }
        number
    }

    /// What a path leads to from a module. These are several where a module and a function have the same name, and none
    /// where the path leads out of our crates.
    pub fn targets(&self, from: usize, path: &[String]) -> BTreeSet<Target> {
        self.follow(from, path, &mut Open::new())
    }

    /// The module that defines a macro which is called by its bare name: macros are also known in the modules below.
    pub fn macro_at(&self, from: usize, name: &str) -> Option<usize> {
        let module = &self.modules[from];
        if module.contents.macros.contains(name) {
            Some(from)
        } else if module.parent == from {
            None
        } else {
            self.macro_at(module.parent, name)
        }
    }

    fn follow(&self, from: usize, path: &[String], open: &mut Open) -> BTreeSet<Target> {
        let Some((first, rest)) = path.split_first() else { return BTreeSet::new() };
        let start = match first.as_str() {
            "crate" => BTreeSet::from([Target::Module(self.modules[from].root)]),
            "self" => BTreeSet::from([Target::Module(from)]),
            "super" => BTreeSet::from([Target::Module(self.modules[from].parent)]),
            name => {
                let here = self.names(from, name, open);
                let other = self.crates.get(name).filter(|_| here.is_empty());
                here.into_iter().chain(other.map(|root| Target::Module(*root))).collect()
            }
        };
        rest.iter().fold(start, |reached, segment| self.step(reached, segment, open))
    }

    /// One segment further. Behind a type stand its variants and functions, which lie where the type lies.
    fn step(&self, reached: BTreeSet<Target>, segment: &str, open: &mut Open) -> BTreeSet<Target> {
        let is_module = |target: &Target| matches!(target, Target::Module(_));
        if !reached.iter().any(is_module) {
            return reached;
        }
        let inside = |target| match target {
            Target::Module(module) if segment == "super" => {
                BTreeSet::from([Target::Module(self.modules[module].parent)])
            }
            Target::Module(module) => self.names(module, segment, open),
            Target::Item { .. } => BTreeSet::new(),
        };
        reached.into_iter().flat_map(inside).collect()
    }

    /// What a name means in a module: what is defined there, a module inside, what `use` lines bring in by that name, or
    /// else by a star.
    fn names(&self, from: usize, name: &str, open: &mut Open) -> BTreeSet<Target> {
        let module = &self.modules[from];
        let mut found = BTreeSet::new();
        if module.contents.defined.contains(name) {
            found.insert(Target::Item { module: from, name: name.to_owned() });
        }
        found.extend(module.children.get(name).map(|child| Target::Module(*child)));
        let here = (from, name.to_owned());
        if open.contains(&here) {
            return found;
        }
        open.push(here);
        for import in module.contents.imports.iter().filter(|import| import.name.as_deref() == Some(name)) {
            found.extend(self.follow(from, &import.path, open));
        }
        if found.is_empty() {
            for import in module.contents.imports.iter().filter(|import| import.name.is_none()) {
                let places = self.follow(from, &import.path, open);
                let places = places.into_iter().filter(|place| matches!(place, Target::Module(_)));
                found.extend(self.step(places.collect(), name, open));
            }
        }
        open.pop();
        found
    }
}

/// The items of a file.
fn parsed(file: &str, read: &impl Fn(&str) -> Option<String>) -> Vec<syn::Item> {
    let text = read(file).unwrap_or_else(|| panic!("{file} is there"));
    syn::parse_file(&text).unwrap_or_else(|problem| panic!("{file}: {problem}")).items
}

/// The folder in which a file lies.
fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
