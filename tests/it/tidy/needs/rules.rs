//! The rules by which a file needs another, each on a made-up library.

use super::{Needs, made_up, reader};

const NONE: [&str; 0] = [];

/// The edges of a made-up library, each as `from → to: names`.
fn edges(files: &[(&str, &str)]) -> Vec<String> {
    let needs = made_up(files);
    assert_eq!(needs.lost, NONE);
    listed(&needs)
}

fn listed(needs: &Needs) -> Vec<String> {
    let mut lines = Vec::new();
    for from in needs.files() {
        for (to, names) in needs.of(from) {
            let names = names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            lines.push(format!("{from} → {to}: {names}").replace("src/", ""));
        }
    }
    lines
}

#[test]
fn a_parent_that_only_declares_and_hands_on_needs_nobody() {
    let parent = "mod child; pub mod other; pub use child::Child; pub(crate) use self::other::{A as B, *};";
    let files = [("lib.rs", parent), ("child.rs", "pub struct Child;"), ("other.rs", "pub fn A() {}")];
    assert_eq!(edges(&files), NONE);
}

#[test]
fn a_parent_needs_the_child_that_its_code_names_whether_handed_on_or_not() {
    let child = ("child.rs", "pub struct Child;");
    assert_eq!(edges(&[("lib.rs", "mod child; fn f() -> child::Child {}"), child]), ["lib.rs → child.rs: Child"]);
    let handed_on = "mod child; pub use child::Child; struct Parent(Vec<Child>);";
    assert_eq!(edges(&[("lib.rs", handed_on), child]), ["lib.rs → child.rs: Child"]);
}

#[test]
fn a_name_that_is_handed_on_leads_to_the_file_that_defines_it() {
    let files = [
        ("lib.rs", "mod a; mod user;"),
        ("a/mod.rs", "mod b; pub use b::{Deep as Shallow, inner::*}; pub struct Own;"),
        ("a/b.rs", "pub mod inner; pub struct Deep;"),
        ("a/b/inner.rs", "pub enum Kind { One }"),
        ("user.rs", "use crate::a::{Own, Shallow}; fn f() { super::a::Kind::One; }"),
    ];
    assert_eq!(edges(&files), ["user.rs → a/b.rs: Deep", "user.rs → a/b/inner.rs: Kind", "user.rs → a/mod.rs: Own"]);
}

#[test]
fn nested_braces_stars_and_names_for_modules_are_followed() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod user;"),
        ("a.rs", "pub fn one() {} pub fn two() {}"),
        ("b.rs", "pub mod d { pub struct C; }"),
        ("c.rs", "pub const LIMIT: u8 = 1; pub static S: u8 = 1; pub type T = u8; pub union U { a: u8 }"),
        (
            "user.rs",
            "use super::{a as first, b::{self, d::{C as D, *}}}; use crate::c::*;
             fn f(x: b::d::C) -> T { first::one(); match 1 { LIMIT => D } }",
        ),
    ];
    assert_eq!(edges(&files), ["user.rs → a.rs: one", "user.rs → b.rs: C", "user.rs → c.rs: LIMIT, T"]);
}

#[test]
fn a_use_of_a_module_alone_names_nothing_in_it() {
    let files = [("lib.rs", "mod a; mod user;"), ("a.rs", "pub fn f() {}"), ("user.rs", "use crate::a;")];
    assert_eq!(edges(&files), NONE);
}

#[test]
fn comments_strings_and_attributes_name_nothing() {
    let user = r#"
        //! [`crate::a::f`]
        /// [`super::a::f`] crate::a::f()
        #[doc(alias = "crate::a::f")]
        fn user() -> &'static str { /* crate::a::f() */ "crate::a::f" }"#;
    assert_eq!(edges(&[("lib.rs", "mod a; mod user;"), ("a.rs", "pub fn f() {}"), ("user.rs", user)]), NONE);
}

#[test]
fn methods_and_fields_name_nothing_and_a_function_s_own_names_are_its_own() {
    let parent = "mod a; pub use a::{f, g};
        fn one(x: X) { x.f(); x.g; println!(\"{}\", x.f()); }
        fn two(f: u8) { let g = f; println!(\"{}\", g); }";
    assert_eq!(edges(&[("lib.rs", parent), ("a.rs", "pub fn f() {} pub fn g() {}")]), NONE);
}

#[test]
fn a_module_and_a_function_may_have_one_name() {
    let files = [
        ("lib.rs", "mod rail; mod user; pub use rail::rail;"),
        ("rail.rs", "pub fn rail() {} pub struct Next;"),
        ("user.rs", "use crate::rail::Next; fn f() { crate::rail(); }"),
    ];
    assert_eq!(edges(&files), ["user.rs → rail.rs: Next, rail"]);
}

#[test]
fn what_stands_in_a_macro_counts() {
    let files = [
        ("lib.rs", "mod a; mod user;"),
        ("a.rs", "pub fn f() {} pub struct Point;"),
        ("user.rs", "use super::a; fn u() { vec![(1, a::f()), matches!(x, crate::a::Point { .. })]; }"),
    ];
    assert_eq!(edges(&files), ["user.rs → a.rs: Point, f"]);
}

#[test]
fn a_macro_is_found_where_it_is_defined_and_so_is_what_it_defines() {
    let files = [
        ("lib.rs", "macro_rules! made { ($a:ident) => { pub struct $a; }; } mod a; mod user;"),
        ("a.rs", "made! { Thing }"),
        ("user.rs", "use crate::a::Thing;"),
    ];
    assert_eq!(edges(&files), ["a.rs → lib.rs: made", "user.rs → a.rs: Thing"]);
}

#[test]
fn modules_for_tests_are_left_out_and_modules_in_the_same_file_are_not() {
    let user = "mod inside { fn f() { super::super::a::f(); } }
        #[cfg(test)] mod tests { use crate::b::g; }";
    let files = [
        ("lib.rs", "mod a; mod b; mod user;"),
        ("a.rs", "pub fn f() {}"),
        ("b.rs", "pub fn g() {}"),
        ("user.rs", user),
    ];
    assert_eq!(edges(&files), ["user.rs → a.rs: f"]);
}

#[test]
fn an_impl_in_another_file_needs_the_type() {
    let files = [("lib.rs", "mod a; pub struct Desk;"), ("a.rs", "impl super::Desk { fn f(&self) {} }")];
    assert_eq!(edges(&files), ["a.rs → lib.rs: Desk"]);
}

#[test]
fn a_program_names_its_library_and_has_a_root_of_its_own() {
    let files = [
        ("lib.rs", "pub mod text; mod part; pub struct Root;"),
        ("text.rs", "pub struct Span;"),
        ("part.rs", "use crate::text::Span;"),
        ("main.rs", "mod page; struct Root;"),
        ("page.rs", "use made_up::text::Span; fn f() { (crate::Root, made_up::Root) }"),
    ];
    let needs = Needs::of_last(&[("made_up", "src/lib.rs"), ("program", "src/main.rs")], reader(&files));
    assert_eq!(listed(&needs), ["page.rs → lib.rs: Root", "page.rs → main.rs: Root", "page.rs → text.rs: Span"]);
}

#[test]
fn a_path_that_ends_nowhere_is_said() {
    let files = [("lib.rs", "mod a; fn f() { a::hidden(); std::mem::take(x) }"), ("a.rs", "")];
    let needs = made_up(&files);
    assert_eq!(needs.lost, ["src/lib.rs: a::hidden"]);
}
