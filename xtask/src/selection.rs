//! Which browser tests are run in which engine: the table `tests/browser/engines.txt`.

use std::fs;

use crate::engine::Engine;
use crate::workspace;

/// Where the table is, seen from the project's root.
const TABLE: &str = "tests/browser/engines.txt";

/// The table.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The tests that go once through the desk: what every engine must do.
    pub journey: Vec<String>,
    /// What cannot be run in some engines, and why.
    cannot: Vec<Cannot>,
}

/// A test, or by its name with `::` at the end all tests of a file, and where it cannot be run.
#[derive(Debug, PartialEq, Eq)]
struct Cannot {
    name: String,
    engines: Vec<String>,
    reason: String,
}

impl Table {
    /// Reads the table.
    pub fn read() -> Result<Self, String> {
        let path = workspace::root().join(TABLE);
        let text = fs::read_to_string(&path).map_err(|error| format!("{TABLE} cannot be read ({error})."))?;
        Self::of(&text)
    }

    /// Reads the table from its text: what begins with `#` is for people, a line in brackets begins a list, every other line is
    /// the name of a test.
    fn of(text: &str) -> Result<Self, String> {
        let mut table = Self::default();
        let mut cannot: Option<(Vec<String>, String)> = None;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some("journey") => cannot = None,
                Some(heading) => cannot = Some(reason(heading)?),
                None => match &cannot {
                    None => table.journey.push(line.to_owned()),
                    Some((engines, reason)) => table.cannot.push(Cannot {
                        name: line.to_owned(),
                        engines: engines.clone(),
                        reason: reason.clone(),
                    }),
                },
            }
        }
        Ok(table)
    }

    /// Why a test cannot be run in an engine; nothing where it can.
    pub fn hindrance(&self, engine: Engine, test: &str) -> Option<&str> {
        let is_meant =
            |each: &&Cannot| each.name == test || (each.name.ends_with("::") && test.starts_with(&each.name));
        let here = self.cannot.iter().filter(is_meant);
        let mut reasons = here.filter(|each| each.engines.iter().any(|word| word == engine.word()));
        reasons.next().map(|each| each.reason.as_str())
    }
}

/// The engines and the reason in a heading such as `not in firefox, webkit: only Chromium is told this`.
fn reason(heading: &str) -> Result<(Vec<String>, String), String> {
    let parts = heading.strip_prefix("not in ").and_then(|rest| rest.split_once(": "));
    let (engines, reason) = parts.ok_or_else(|| format!("{TABLE} has a heading that says nothing: [{heading}]."))?;
    let engines: Vec<String> = engines.split(", ").map(str::to_owned).collect();
    match engines.iter().find(|word| Engine::ALL.iter().all(|engine| engine.word() != word.as_str())) {
        Some(unknown) => Err(format!("{TABLE} names the engine `{unknown}`, which nobody knows.")),
        None => Ok((engines, reason.to_owned())),
    }
}

/// The names of tests that a test program lists, one in a line such as `many::a_note_is_added: test`.
pub fn listed(output: &str) -> Vec<String> {
    output.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tells whether the source has a test of this name, or a file of tests.
    fn exists(name: &str) -> bool {
        let (file, test) = name.split_once("::").unwrap_or_default();
        let path = workspace::root().join("tests/browser").join(format!("{file}.rs"));
        fs::read_to_string(path).is_ok_and(|source| test.is_empty() || source.contains(&format!("\nfn {test}()")))
    }

    #[test]
    fn the_table_names_tests_that_there_are() {
        let table = Table::read().unwrap();
        let names = table.journey.iter().chain(table.cannot.iter().map(|each| &each.name));
        let unknown: Vec<&String> = names.filter(|name| !exists(name)).collect();
        assert!(unknown.is_empty(), "{unknown:#?}");
    }

    #[test]
    fn the_journey_has_forty_checks_at_least_in_every_engine() {
        let table = Table::read().unwrap();
        for engine in Engine::ALL {
            let can = table.journey.iter().filter(|test| table.hindrance(engine, test).is_none()).count();
            assert!(can >= 40, "{engine}: {can}");
        }
    }

    #[test]
    fn a_test_or_a_whole_file_is_left_out_with_its_reason() {
        let text = "# for people\n[journey]\none::a\n\n[not in firefox, webkit: no finger]\none::b\ntwo::\n[not in webkit: no]\none::c";
        let table = Table::of(text).unwrap();
        assert_eq!(table.journey, ["one::a"]);
        assert_eq!(table.hindrance(Engine::Chromium, "one::b"), None);
        assert_eq!(table.hindrance(Engine::Firefox, "one::b"), Some("no finger"));
        assert_eq!(table.hindrance(Engine::WebKit, "two::anything"), Some("no finger"));
        assert_eq!(table.hindrance(Engine::Firefox, "one::c"), None);
    }

    #[test]
    fn a_heading_that_names_no_engine_is_refused() {
        assert!(Table::of("[something]").unwrap_err().contains("something"));
        assert!(Table::of("[not in steam: no reason]").unwrap_err().contains("steam"));
    }

    #[test]
    fn tests_are_read_from_what_a_test_program_lists() {
        assert_eq!(listed("many::one: test\nmany::two: test\n\n2 tests, 0 benchmarks\n"), ["many::one", "many::two"]);
    }
}
