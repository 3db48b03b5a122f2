//! The tables of examples: what they say of quotations, and the page of the project that shows them.

use expect_test::expect_file;

use super::{Table, east, far_east, north, not_marks, of, south, typed, west};
use crate::tidy::root;

/// Marked text: the signs that stand around what is found.
const AROUND: [char; 2] = ['⟦', '⟧'];

/// The languages, in the order of the page.
const LANGUAGES: [Table; 19] = [
    west::ENGLISH,
    west::GERMAN,
    west::FRENCH,
    south::SPANISH,
    south::ITALIAN,
    south::PORTUGUESE,
    west::DUTCH,
    east::POLISH,
    east::CZECH,
    east::HUNGARIAN,
    north::SWEDISH,
    north::NORWEGIAN,
    north::DANISH,
    north::FINNISH,
    east::RUSSIAN,
    east::UKRAINIAN,
    south::GREEK,
    far_east::CHINESE,
    far_east::JAPANESE,
];

/// Forms that belong to no language.
const FORMS: [Table; 6] = [
    typed::TYPEWRITERS_AND_WIRE_SERVICES,
    typed::SPREADSHEETS_AND_TABLES,
    typed::ONE_KIND_OPENS_ANOTHER_CLOSES,
    typed::THE_SAME_SIGN_AT_BOTH_ENDS,
    not_marks::LEFT_ALONE,
    not_marks::WHAT_IS_NOT_RECOGNISED,
];

fn tables() -> impl Iterator<Item = Table> {
    LANGUAGES.into_iter().chain(FORMS)
}

/// The text with signs around each quotation that is found in it.
fn marked(written: &str) -> String {
    let (text, found) = of(written);
    let mut marked = String::new();
    for (at, letter) in
        text.as_str().char_indices().map(|(at, letter)| (at, Some(letter))).chain([(written.len(), None)])
    {
        let count = |is_here: &dyn Fn(usize, usize) -> bool| {
            found.iter().filter(|each| is_here(each.span.start().index(), each.span.end().index())).count()
        };
        marked.push_str(&"⟧".repeat(count(&|_, end| end == at)));
        marked.push_str(&"⟦".repeat(count(&|start, _| start == at)));
        marked.extend(letter);
    }
    marked
}

#[test]
fn every_example_is_found_as_it_is_marked() {
    for table in tables() {
        for (form, example) in table.examples {
            assert_eq!(marked(&example.replace(AROUND, "")), *example, "{}: {form}", table.title);
        }
    }
}

#[test]
fn every_language_and_kind_of_writing_has_ten_examples() {
    for table in LANGUAGES.iter().chain(FORMS.split_last().expect("there are forms").1) {
        assert!(table.examples.len() >= 10, "{} has {}", table.title, table.examples.len());
    }
}

/// The page on the forms that are known: of each form the first example.
fn page() -> String {
    let mut page = String::from(
        "# Quotations\n\nWhich quotation marks are known, language by language. In the examples, ⟦ and ⟧ stand around what is \
         found; an arrow stands for a new paragraph. A quotation has its marks, and the dash that opens a line of dialogue, \
         but never the reporting clause. The language of a text plays no part: all forms are known in every text. The \
         tests read the same examples, so this page is what the program does.\n\nIt is made from the tables in \
         `tests/it/text/quotation/`: `UPDATE_EXPECT=1 cargo test --test it the_page_of_quotations`.\n",
    );
    for table in tables() {
        page += &format!("\n## {}\n\n| Form | Example |\n| --- | --- |\n", table.title);
        let mut shown: Vec<&str> = Vec::new();
        for (form, example) in table.examples {
            if !shown.contains(form) {
                shown.push(form);
                page += &format!("| {} | {} |\n", cell(form), cell(example));
            }
        }
    }
    page
}

/// Text as a cell of a Markdown table.
fn cell(text: &str) -> String {
    let mut cell = String::new();
    for letter in text.chars() {
        match letter {
            '\n' => cell.push_str(" ⏎ "),
            '\t' => cell.push_str(" ⇥ "),
            '|' | '`' | '<' | '*' | '_' | '\\' => cell.extend(['\\', letter]),
            letter => cell.push(letter),
        }
    }
    cell
}

#[test]
fn the_page_of_quotations_is_the_tables() {
    expect_file![root().join("docs/quotations.md")].assert_eq(&page());
}
