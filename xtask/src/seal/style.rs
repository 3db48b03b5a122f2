//! One style sheet in the place of all: a browser asks for one file before it paints, and what repeats from sheet to sheet is
//! sent once.

use super::html::{self, Tag};
use super::{replaced, short_hash};

/// A page with one style sheet, and that sheet.
#[derive(Debug)]
pub struct Styled {
    pub page: String,
    pub name: String,
    pub text: String,
    /// The files that it takes the place of, as the page named them.
    pub joined: Vec<String>,
}

/// Joins the style sheets of a page in their order; `read` gives the text of one.
pub fn join(page: &str, read: impl Fn(&str) -> Result<String, String>) -> Result<Styled, String> {
    let tags = html::tags(page);
    let sheets: Vec<&Tag> = tags.iter().filter(|tag| is_style_sheet(tag)).collect();
    let named = |tag: &&Tag| tag.attribute("href").unwrap_or_default().to_owned();
    let joined: Vec<String> = sheets.iter().map(named).collect();
    let text = joined.iter().map(|name| Ok(lean(&read(name)?))).collect::<Result<String, String>>()?;
    let name = format!("style-{}.css", short_hash(text.as_bytes()));
    let mut page = page.to_owned();
    for (number, sheet) in sheets.iter().enumerate().rev() {
        let one = if number == 0 { format!("<link rel=\"stylesheet\" href=\"./{name}\" />") } else { String::new() };
        page = replaced(&page, sheet.place.start, sheet.place.end, &one);
    }
    Ok(Styled { page, name, text, joined })
}

fn is_style_sheet(tag: &Tag) -> bool {
    tag.name == "link" && tag.attribute("rel") == Some("stylesheet")
}

/// A style sheet without comments, indentation and empty lines: they are for those who build.
fn lean(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    let (mut quote, mut escaped) = (None, false);
    while let Some(letter) = rest.chars().next() {
        match quote {
            _ if std::mem::take(&mut escaped) => {}
            _ if letter == '\\' => escaped = true,
            None if rest.starts_with("/*") => {
                rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
                continue;
            }
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            Some(open) if open == letter => quote = None,
            _ => {}
        }
        kept.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheets_become_one_in_their_order() {
        let page = "<head><link rel=\"icon\" href=\"./i.svg\" /><link rel=\"stylesheet\" href=\"./a.css\" integrity=\"x\"/>\n\
                    <link rel=\"stylesheet\" href=\"./b.css\"/></head>";
        let styled = join(page, |name| Ok(format!("/* {name} */\np {{\n  color: red;\n}}\n"))).unwrap();
        assert_eq!(styled.joined, ["./a.css", "./b.css"]);
        assert_eq!(styled.text, "p {\ncolor: red;\n}\n".repeat(2));
        let sheet = format!("<link rel=\"stylesheet\" href=\"./{}\" />", styled.name);
        assert_eq!(styled.page, format!("<head><link rel=\"icon\" href=\"./i.svg\" />{sheet}\n</head>"));
    }

    #[test]
    fn a_sheet_that_is_not_there_is_told() {
        let page = "<link rel=\"stylesheet\" href=\"./a.css\" />";
        assert_eq!(join(page, |name| Err(format!("no {name}"))).unwrap_err(), "no ./a.css");
    }

    #[test]
    fn what_looks_like_a_comment_in_a_string_stays() {
        assert_eq!(
            lean("a::after {\n  content: \"/* not */\"; /* one */\n}\n"),
            "a::after {\ncontent: \"/* not */\";\n}\n"
        );
        assert_eq!(lean("a { content: \"\\\"/*\" }"), "a { content: \"\\\"/*\" }\n");
        assert_eq!(lean("a {} /* it’s */ b {}"), "a {}  b {}\n");
    }
}
