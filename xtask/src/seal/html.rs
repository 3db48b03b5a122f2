//! Just enough reading of HTML to find the tags of our own `index.html` and of what Trunk adds to it.
//!
//! This reads a page that this project writes. It is no parser for pages of strangers.

use std::ops::Range;

/// One opening tag of the page.
#[derive(Debug)]
pub struct Tag {
    /// The element's name in small letters.
    pub name: String,
    /// The attributes in their order, names in small letters, values without quotes.
    pub attributes: Vec<(String, String)>,
    /// Where the tag stands in the page, from `<` to behind `>`.
    pub place: Range<usize>,
    /// Where the element's text stands, for elements whose content is not markup (`script`, `style`, `title`); else empty.
    pub text: Range<usize>,
}

impl Tag {
    /// The value of an attribute, if the tag has it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(have, _)| have == name).map(|(_, value)| value.as_str())
    }

    /// Where the element ends, for elements whose content is not markup: behind its closing tag.
    pub fn end(&self, page: &str) -> usize {
        let closing = page.get(self.text.end..).and_then(|rest| rest.find('>'));
        if self.text.is_empty() && !is_raw(&self.name) {
            self.place.end
        } else {
            closing.map_or(page.len(), |offset| self.text.end + offset + 1)
        }
    }
}

/// All opening tags of a page, in their order; comments, closing tags and the doctype are left out.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut position = 0;
    while let Some(start) = page.get(position..).and_then(|rest| rest.find('<')).map(|offset| position + offset) {
        let rest = &page[start..];
        if rest.starts_with("<!--") {
            position = rest.find("-->").map_or(page.len(), |offset| start + offset + 3);
        } else if rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let tag = read_tag(page, start);
            position = tag.text.end.max(tag.place.end);
            found.push(tag);
        } else {
            position = start + 1;
        }
    }
    found
}

/// Reads the opening tag that begins at `start`.
fn read_tag(page: &str, start: usize) -> Tag {
    let name_end = page[start + 1..]
        .find(|letter: char| letter.is_whitespace() || letter == '>' || letter == '/')
        .map_or(page.len(), |offset| start + 1 + offset);
    let name = page[start + 1..name_end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut position = name_end;
    while let Some((attribute, next)) = read_attribute(page, position) {
        attributes.push(attribute);
        position = next;
    }
    let end = page[position..].find('>').map_or(page.len(), |offset| position + offset + 1);
    let text = if is_raw(&name) {
        let closing = format!("</{name}");
        let length = page[end..].to_ascii_lowercase().find(&closing).unwrap_or(page.len() - end);
        end..end + length
    } else {
        end..end
    };
    Tag { name, attributes, place: start..end, text }
}

/// Reads one attribute at or behind `position` and gives it with the place behind it; nothing at the tag's end.
fn read_attribute(page: &str, position: usize) -> Option<((String, String), usize)> {
    let skipped = page[position..].find(|letter: char| !letter.is_whitespace() && letter != '/')?;
    let start = position + skipped;
    if page[start..].starts_with('>') {
        return None;
    }
    let stops = |letter: char| letter.is_whitespace() || matches!(letter, '=' | '>' | '/');
    let name_end = page[start + 1..].find(stops).map_or(page.len(), |offset| start + 1 + offset);
    let name = page[start..name_end].to_ascii_lowercase();
    let behind = name_end + page[name_end..].find(|letter: char| !letter.is_whitespace())?;
    if !page[behind..].starts_with('=') {
        return Some(((name, String::new()), name_end));
    }
    let value_start = behind + 1 + page[behind + 1..].find(|letter: char| !letter.is_whitespace())?;
    let quote = page[value_start..].chars().next().filter(|letter| matches!(letter, '"' | '\''));
    if let Some(quote) = quote {
        let length = page[value_start + 1..].find(quote)?;
        let value = page[value_start + 1..value_start + 1 + length].to_owned();
        return Some(((name, value), value_start + length + 2));
    }
    let length = page[value_start..].find(|letter: char| letter.is_whitespace() || letter == '>')?;
    Some(((name, page[value_start..value_start + length].to_owned()), value_start + length))
}

/// Tells whether an element's content is text and not markup.
fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "textarea")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_found() {
        let page = "<!doctype html><!-- <b onx=1> --><html lang=en><P hidden Data-X='a > b' y = \"c\"/>1 < 2</p>";
        let found = tags(page);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["html", "p"]);
        assert_eq!(found[0].attribute("lang"), Some("en"));
        assert_eq!(found[1].attribute("hidden"), Some(""));
        assert_eq!(found[1].attribute("data-x"), Some("a > b"));
        assert_eq!(found[1].attribute("y"), Some("c"));
    }

    #[test]
    fn a_script_s_text_is_not_markup() {
        let page = "<script>if (a<b) { '<i>' }</script><i></i><script src=x></script>";
        let found = tags(page);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["script", "i", "script"]);
        assert_eq!(&page[found[0].text.clone()], "if (a<b) { '<i>' }");
        assert_eq!(&page[found[0].place.start..found[0].end(page)], "<script>if (a<b) { '<i>' }</script>");
        assert_eq!(&page[found[2].place.start..found[2].end(page)], "<script src=x></script>");
    }

    #[test]
    fn a_page_cut_short_does_not_break_the_reader() {
        for page in ["<", "<a", "<a b", "<a b=", "<a b='", "<a b=c", "<!--", "<script", "<script>x"] {
            let _ = tags(page);
        }
    }
}
