//! The tags of a page with their places in it, so that the page can be changed there and stays as it is everywhere else.

use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

/// One opening tag of the page.
#[derive(Debug)]
pub struct Tag {
    /// The element's name in small letters.
    pub name: String,
    /// The attributes by name, in small letters, with their values.
    pub attributes: Vec<(String, String)>,
    /// Where the tag stands in the page, from `<` to behind `>`.
    pub place: Range<usize>,
    /// Where the element's text stands; empty for an element that holds others.
    pub text: Range<usize>,
    /// Where the element ends, behind its closing tag; for one that holds others or has no closing tag, behind the opening one.
    pub end: usize,
}

impl Tag {
    /// The value of an attribute, if the tag has it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(have, _)| have == name).map(|(_, value)| value.as_str())
    }
}

impl From<StartTag<usize>> for Tag {
    fn from(tag: StartTag<usize>) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let end = tag.span.end;
        Self {
            name: text(&tag.name),
            attributes: tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect(),
            place: tag.span.start..end,
            text: end..end,
            end,
        }
    }
}

/// All opening tags of a page, in their order; comments, closing tags and the doctype are left out.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut emitter = DefaultEmitter::new_with_span();
    // What stands in a script, a style sheet or a title is text.
    emitter.naively_switch_states(true);
    let mut found: Vec<Tag> = Vec::new();
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match (token, found.last_mut()) {
            (Token::StartTag(tag), _) => found.push(tag.into()),
            (Token::EndTag(tag), Some(open)) if open.end == open.text.end && tag.name == open.name.as_bytes() => {
                open.text.end = tag.span.start;
                open.end = tag.span.end;
            }
            _ => {}
        }
    }
    found
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
        assert_eq!(&page[found[0].place.start..found[0].end], "<script>if (a<b) { '<i>' }</script>");
        assert_eq!(&page[found[2].place.start..found[2].end], "<script src=x></script>");
    }

    #[test]
    fn places_are_those_of_the_page_whatever_its_letters() {
        let page = "<!-- “é” --><p title=“x”>naïve &amp; <b class='ü'>😀</b><i>";
        let written: Vec<&str> = tags(page).into_iter().map(|tag| &page[tag.place]).collect();
        assert_eq!(written, ["<p title=“x”>", "<b class='ü'>", "<i>"]);
    }

    #[test]
    fn a_page_cut_short_does_not_break_the_reader() {
        for page in ["<", "<a", "<a b", "<a b=", "<a b='", "<a b=c", "<!--", "<script", "<script>x"] {
            let _ = tags(page);
        }
    }
}
