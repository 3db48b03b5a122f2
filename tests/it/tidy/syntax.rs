//! What one module says: what it defines, what it brings in from elsewhere, and every path that its code names.
//!
//! The source is parsed with `syn`, so that comments and strings are no names. What stands in the brackets of a macro is no
//! syntax that a parser could know; there every run of identifiers joined by `::` is taken for a path.

use std::collections::BTreeSet;
use std::mem;

use syn::buffer::{Cursor, TokenBuffer};
use syn::ext::IdentExt as _;
use syn::visit::{self, Visit};
use syn::{Attribute, ForeignItem, Ident, Item, UseTree, Visibility};

/// The segments of a path, such as `crate`, `text`, `Span`.
pub type Path = Vec<String>;

/// A name that a `use` brings into a module; none for all names of a place.
pub struct Import {
    pub name: Option<String>,
    pub path: Path,
}

/// A module inside another: in the same file if its items are given, else in a file of its own.
pub struct Child {
    pub name: String,
    pub items: Option<Vec<Item>>,
}

/// One module, without the modules inside.
#[derive(Default)]
pub struct Contents {
    /// The names that are defined here, macros among them.
    pub defined: BTreeSet<String>,
    /// The macros that are defined here, which the modules below can call by their bare names.
    pub macros: BTreeSet<String>,
    pub imports: Vec<Import>,
    /// What the code names, `use` lines included unless they only hand a name on.
    pub named: BTreeSet<Path>,
    /// The macros that are called by a bare name.
    pub called: BTreeSet<String>,
    /// The names that the function in hand binds.
    bound: BTreeSet<String>,
}

impl Contents {
    /// Reads the items of one module and gives the modules inside beside it.
    pub fn read(items: Vec<Item>) -> (Self, Vec<Child>) {
        let mut contents = Self::default();
        let mut children = Vec::new();
        for item in items {
            contents.define(&item);
            match item {
                Item::Mod(module) if is_for_tests(&module.attrs) => {}
                Item::Mod(module) => {
                    let items = module.content.map(|(_, items)| items);
                    children.push(Child { name: text(&module.ident), items });
                }
                item => contents.visit_item(&item),
            }
        }
        (contents, children)
    }

    /// Notes the names that an item defines.
    fn define(&mut self, item: &Item) {
        let name = match item {
            Item::Const(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::ForeignMod(block) => return self.define_foreign(&block.items),
            Item::Macro(call) => match &call.ident {
                Some(name) => {
                    self.macros.insert(text(name));
                    name
                }
                // What a macro makes of its words cannot be seen, so any of them may be the name of an item.
                None => {
                    let words = paths_in(TokenBuffer::new2(call.mac.tokens.clone()).begin());
                    self.defined.extend(words.into_iter().filter(|path| path.len() == 1).flatten());
                    return;
                }
            },
            _ => return,
        };
        self.defined.insert(text(name));
    }

    fn define_foreign(&mut self, items: &[ForeignItem]) {
        for item in items {
            let name = match item {
                ForeignItem::Fn(item) => &item.sig.ident,
                ForeignItem::Static(item) => &item.ident,
                ForeignItem::Type(item) => &item.ident,
                _ => continue,
            };
            self.defined.insert(text(name));
        }
    }

    /// Notes what a `use` brings in, and that it names it, unless it only hands it on.
    fn import(&mut self, before: &Path, tree: &UseTree, is_named: bool) {
        let with = |name: &Ident| before.iter().cloned().chain([text(name)]).collect::<Path>();
        let (name, path) = match tree {
            UseTree::Path(part) => return self.import(&with(&part.ident), &part.tree, is_named),
            UseTree::Group(group) => return group.items.iter().for_each(|tree| self.import(before, tree, is_named)),
            UseTree::Glob(_) => (None, before.clone()),
            // `a::{self}` and `a::{self as b}` bring in the module `a` and name nothing in it.
            UseTree::Name(leaf) if leaf.ident == "self" => {
                return self.imports.push(Import { name: before.last().cloned(), path: before.clone() });
            }
            UseTree::Rename(leaf) if leaf.ident == "self" => {
                return self.imports.push(Import { name: Some(text(&leaf.rename)), path: before.clone() });
            }
            UseTree::Name(leaf) => (Some(text(&leaf.ident)), with(&leaf.ident)),
            UseTree::Rename(leaf) => (Some(text(&leaf.rename)), with(&leaf.ident)),
        };
        if is_named {
            self.named.insert(path.clone());
        }
        self.imports.push(Import { name, path });
    }

    /// Reads what is inside a function. Names in small letters that it binds are its own, whatever else is called so.
    fn in_function(&mut self, read: impl FnOnce(&mut Self)) {
        let outside = (mem::take(&mut self.named), mem::take(&mut self.bound));
        read(self);
        let bound = mem::replace(&mut self.bound, outside.1);
        let inside = mem::replace(&mut self.named, outside.0);
        self.named.extend(inside.into_iter().filter(|path| path.len() > 1 || !bound.contains(&path[0])));
    }
}

impl<'ast> Visit<'ast> for Contents {
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&Path::new(), &item.tree, matches!(item.vis, Visibility::Inherited));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.in_function(|contents| visit::visit_item_fn(contents, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.in_function(|contents| visit::visit_impl_item_fn(contents, item));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.in_function(|contents| visit::visit_trait_item_fn(contents, item));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        // The `::len` of `<[T]>::len` belongs to the type before it.
        if path.leading_colon.is_none() || path.segments.len() > 1 {
            self.named.insert(path.segments.iter().map(|segment| text(&segment.ident)).collect());
        }
        visit::visit_path(self, path);
    }

    /// A name in a pattern: new and in small letters, or that of a constant.
    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        let name = text(&pattern.ident);
        if name.starts_with(char::is_uppercase) {
            self.named.insert(vec![name]);
        } else {
            self.bound.insert(name);
        }
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        match call.path.get_ident() {
            Some(name) => _ = self.called.insert(text(name)),
            None => self.visit_path(&call.path),
        }
        self.named.extend(paths_in(TokenBuffer::new2(call.tokens.clone()).begin()));
    }
}

/// A name as it is written, without the `r#` of one that would be a keyword.
fn text(name: &Ident) -> String {
    name.unraw().to_string()
}

/// Whether an item is there for tests only.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    let is_test = |attribute: &Attribute| attribute.parse_args::<Ident>().is_ok_and(|word| word == "test");
    attributes.iter().any(|attribute| attribute.path().is_ident("cfg") && is_test(attribute))
}

/// The paths among some tokens: identifiers joined by `::`, but for fields and methods, which stand behind a dot, and for
/// what a macro calls its own, which stands behind a dollar sign.
fn paths_in(mut at: Cursor) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut before = ' ';
    while !at.eof() {
        if let Some((inside, _, _, after)) = at.any_group() {
            paths.extend(paths_in(inside));
            (before, at) = (' ', after);
        } else if let Some((name, mut after)) = at.ident() {
            let mut path = vec![text(&name)];
            while let Some((name, further)) = joined(after) {
                path.push(text(&name));
                after = further;
            }
            if before != '.' && (before != '$' || path[0] == "crate") {
                paths.push(path);
            }
            (before, at) = (' ', after);
        } else if let Some((sign, after)) = at.punct() {
            // Two dots are a range or the rest of a record: what follows is no field.
            let is_second_dot = before == '.' && sign.as_char() == '.';
            (before, at) = (if is_second_dot { ' ' } else { sign.as_char() }, after);
        } else {
            (before, at) = (' ', at.token_tree().map_or(Cursor::empty(), |(_, after)| after));
        }
    }
    paths
}

/// The identifier behind `::`, with what comes after it.
fn joined(at: Cursor) -> Option<(Ident, Cursor)> {
    let (_, second) = at.punct().filter(|(sign, _)| sign.as_char() == ':')?;
    let (_, name) = second.punct().filter(|(sign, _)| sign.as_char() == ':')?;
    name.ident()
}
