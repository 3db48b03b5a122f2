//! Files that need each other in a circle, so that none can be understood, tried or moved without the others.
//!
//! A circle is a strongly connected component of the graph of files, found with R. Tarjan’s algorithm (“Depth-first search
//! and linear graph algorithms”, SIAM Journal on Computing 1, 1972).

use std::collections::{BTreeMap, BTreeSet};

use super::needs::{Needs, made_up};
use super::source;

/// The needs of the library's files.
pub fn library() -> Needs {
    Needs::of_last(&[("bluepencil", "src/lib.rs")], source::text)
}

/// The needs of the page's files; they may name the library.
pub fn page() -> Needs {
    Needs::of_last(&[("bluepencil", "src/lib.rs"), ("page", "src/main.rs")], source::text)
}

/// The sets of files that need each other in a circle, and each set in order.
fn circles(needs: &Needs) -> Vec<BTreeSet<&str>> {
    let mut search = Search { needs, found: BTreeMap::new(), path: Vec::new(), circles: Vec::new() };
    for file in needs.files() {
        if !search.found.contains_key(file) {
            search.visit(file);
        }
    }
    search.circles.sort();
    search.circles
}

/// Tarjan's search: each file gets a number when it is found, and the files of the component in hand lie on the path.
struct Search<'n> {
    needs: &'n Needs,
    found: BTreeMap<&'n str, usize>,
    path: Vec<&'n str>,
    circles: Vec<BTreeSet<&'n str>>,
}

impl<'n> Search<'n> {
    /// Searches from a file, and gives the lowest number on the path that can be reached from it.
    fn visit(&mut self, file: &'n str) -> usize {
        let number = self.found.len();
        self.found.insert(file, number);
        let depth = self.path.len();
        self.path.push(file);
        let mut lowest = number;
        for (next, _) in self.needs.of(file) {
            match self.found.get(next) {
                None => lowest = lowest.min(self.visit(next)),
                Some(number) if self.path.contains(&next) => lowest = lowest.min(*number),
                Some(_) => {}
            }
        }
        if lowest == number {
            let component: BTreeSet<&str> = self.path.drain(depth..).collect();
            self.circles.extend((component.len() > 1).then_some(component));
        }
        lowest
    }
}

/// What is wrong with a list of known circles: one that is not known, or one that is not there any more.
fn complaints(needs: &Needs, known: &[&[&str]]) -> Vec<String> {
    let found = circles(needs);
    let known: Vec<BTreeSet<&str>> = known.iter().map(|files| files.iter().copied().collect()).collect();
    let new = found.iter().filter(|circle| !known.iter().any(|files| circle.is_subset(files)));
    let new = new.map(|circle| {
        let grown = known.iter().filter(|files| !circle.is_disjoint(files));
        let grown =
            grown.map(|files| format!("\nA known circle has grown by {:?}", circle - files)).collect::<String>();
        format!("These files need each other in a circle:\n{}{grown}", edges(needs, circle))
    });
    let untrue = known.iter().filter_map(|files| {
        let left: Vec<_> = found.iter().filter(|circle| !circle.is_disjoint(files)).collect();
        if left.is_empty() {
            Some(format!("This circle is gone, take it off the list: {files:?}"))
        } else if left.iter().all(|circle| circle.is_subset(files) && *circle != files) {
            Some(format!("This circle is smaller now, make it shorter: {files:?}\nWhat is left of it: {left:?}"))
        } else {
            None
        }
    });
    new.chain(untrue).collect()
}

/// The edges inside a circle, with the names that make them.
fn edges(needs: &Needs, circle: &BTreeSet<&str>) -> String {
    let mut lines = Vec::new();
    for from in circle {
        for (to, names) in needs.of(from).filter(|(to, _)| circle.contains(to)) {
            let names = names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            lines.push(format!("  {from} → {to} ({names})"));
        }
    }
    lines.join("\n")
}

#[track_caller]
fn only_known(needs: &Needs, known: &[&[&str]]) {
    assert_eq!(needs.lost, [""; 0], "these paths lead nowhere, as far as the rules for names here go");
    let complaints = complaints(needs, known);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n\n"));
}

#[test]
fn no_files_of_the_library_need_each_other_in_a_circle() {
    only_known(&library(), &[]);
}

#[test]
fn no_files_of_the_page_need_each_other_in_a_circle() {
    only_known(&page(), &[]);
}

/// Where the circle goes through a name that is handed on.
const ROUND: [(&str, &str); 4] = [
    ("lib.rs", "mod a; mod c;"),
    ("a/mod.rs", "mod b; pub use b::Deep;"),
    ("a/b.rs", "pub struct Deep(crate::c::Other);"),
    ("c.rs", "pub struct Other(Option<Box<crate::a::Deep>>);"),
];

#[test]
fn a_circle_through_a_name_that_is_handed_on_is_found_without_the_file_between() {
    let complaints = complaints(&made_up(&ROUND), &[]);
    let edges = "  src/a/b.rs → src/c.rs (Other)\n  src/c.rs → src/a/b.rs (Deep)";
    assert_eq!(complaints, [format!("These files need each other in a circle:\n{edges}")]);
}

#[test]
fn two_circles_with_a_way_between_are_two() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "fn a() { super::b::b() }"),
        ("b.rs", "fn b() { super::a::a(); super::c::c() }"),
        ("c.rs", "fn c() { super::d::d() }"),
        ("d.rs", "fn d() { super::c::c() }"),
    ];
    let needs = made_up(&files);
    let two = [["src/a.rs", "src/b.rs"], ["src/c.rs", "src/d.rs"]];
    assert_eq!(circles(&needs), two.map(BTreeSet::from));
}

#[test]
fn a_known_circle_may_stay_as_it_is() {
    assert_eq!(complaints(&made_up(&ROUND), &[&["src/c.rs", "src/a/b.rs"]]), [""; 0]);
}

#[test]
fn a_known_circle_that_is_smaller_or_gone_must_leave_the_list() {
    let smaller = complaints(&made_up(&ROUND), &[&["src/a/b.rs", "src/a/mod.rs", "src/c.rs"]]);
    assert!(smaller.len() == 1 && smaller[0].contains("make it shorter"), "{smaller:?}");
    let gone = complaints(&made_up(&[("lib.rs", "")]), &[&["src/a/b.rs", "src/c.rs"]]);
    assert!(gone.len() == 1 && gone[0].contains("take it off the list"), "{gone:?}");
}

#[test]
fn a_known_circle_that_has_grown_is_said_once_with_what_is_new_in_it() {
    let grown = complaints(&made_up(&ROUND), &[&["src/a/b.rs", "src/other.rs"]]);
    assert!(grown.len() == 1 && grown[0].ends_with("A known circle has grown by {\"src/c.rs\"}"), "{grown:?}");
}
