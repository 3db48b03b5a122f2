//! What translators and extensions do to the words of the article on the page.

use serde_json::Value;

use crate::support::with_desk;
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Puts other words in the place of every text node of the article, as the translators of browsers do it; they would ask
/// `translate` first.
const TRANSLATE: &str = "
    for (const block of document.querySelectorAll('[data-block]')) {
      const outer = document.createElement('font'), inner = document.createElement('font');
      outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
      inner.textContent = block.textContent.replace(/\\w+/g, (word) => word + word.length);
      outer.append(inner);
      block.replaceChild(outer, block.firstChild);
    }";

/// Whether each block has one text node with the words that stand behind its number in the document.
const WORDS: &str = "return blocks().map(({ nodes, text }) => nodes.length === 1 ? text : 'several nodes').join('')";

#[test]
fn the_page_is_not_offered_for_translation() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let parts = "return ['[data-block]', '[data-annotation-id]', 'textarea', 'input'].map((part) =>
            document.querySelector(part)?.translate ?? 'none')";
        desk.press("J").await;
        desk.gives("what may be translated", [false, false, false, false], parts, &[]).await;
    });
}

#[test]
fn words_that_another_program_has_changed_are_put_back_and_it_is_said() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let (marks, words) = (desk.settled_annotations().await, desk.now::<String>(WORDS, &[]).await);
        desk.listen().await;
        desk.run(TRANSLATE, &[]).await;
        desk.told("changed the words on the page").await;
        desk.gives("the words on the page", words.as_str(), WORDS, &[]).await;
        for mark in &marks {
            desk.painted_as(&mark.label, mark.start, mark.end).await;
        }
        let (start, end) = article.find("plain words");
        desk.double_click_at(start + 1).await;
        desk.selection_is("plain").await;
        desk.mark("claim", start, end).await;
        desk.annotations_to_be(marks.len() + 1).await;
    });
}

/// What stands in the article: how many elements, and of each block the words, if nothing else is in it.
const WHOLE: &str = "return [article().querySelectorAll('*').length, ...blocks().map(({ element, text }) =>
    element.childNodes.length === 1 && element.firstChild.nodeType === Node.TEXT_NODE ? text : 'something else')]";

/// What extensions, translators and checkers of spelling do to the elements of an article.
const ALTERATIONS: [(&str, &str); 12] = [
    (
        "a word is wrapped",
        "const node = blocks()[3].node.splitText(4), mark = document.createElement('mark');
         node.replaceWith(mark);
         mark.append(node)",
    ),
    (
        "the whole paragraph is wrapped",
        "const { element, node } = blocks()[3], font = document.createElement('font');
         element.replaceChild(font, node);
         font.append(node)",
    ),
    ("the words are cut in two", "blocks()[3].node.splitText(4)"),
    ("other words are put in their place", "blocks()[2].node.data = 'Other words'"),
    ("words are added", "blocks()[3].node.appendData(' And more.')"),
    ("words are taken away", "blocks()[3].node.deleteData(0, 9)"),
    ("every word is taken away", "blocks()[3].element.textContent = ''"),
    ("a picture is put behind the words", "blocks()[3].element.append(document.createElement('img'))"),
    ("a comment is put before the words", "blocks()[3].element.prepend(document.createComment('seen'))"),
    ("a paragraph is taken away", "blocks()[3].element.remove()"),
    ("a paragraph is doubled", "const { element } = blocks()[3]; element.after(element.cloneNode(true))"),
    ("two paragraphs change places", "const [, , one, other] = blocks(); other.element.after(one.element)"),
];

#[test]
fn whatever_another_program_does_to_the_article_is_put_back() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.settled_annotations().await;
        let whole: Value = desk.now(WHOLE, &[]).await;
        for (what, script) in ALTERATIONS {
            println!("{what}");
            let altered: Value = desk.now(&format!("{script};\n{WHOLE}"), &[]).await;
            assert_ne!(altered, whole, "{what}");
            desk.gives("what stands in the article", &whole, WHOLE, &[]).await;
            for mark in &marks {
                desk.painted_as(&mark.label, mark.start, mark.end).await;
            }
            // After some changes in one page the page would say that they never end.
            desk.reload().await;
            desk.annotations_are(&marks).await;
        }
    });
}

#[test]
fn while_another_program_keeps_changing_words_nothing_is_marked_in_them() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.settled_annotations().await;
        let keep_on = format!(
            "const translate = () => {{ observer.disconnect(); {TRANSLATE}; observe(); }};
             const observer = new MutationObserver(() => setTimeout(translate));
             const observe = () => observer.observe(article(), {{ childList: true, subtree: true }});
             translate();"
        );
        desk.run(&keep_on, &[]).await;
        desk.alert_where("a word on the other program", |alert| alert.contains("keeps changing the words")).await;
        desk.run("getSelection().selectAllChildren(document.querySelector('[data-block] font'))", &[]).await;
        for key in ["Q", "C", ".", "'"] {
            desk.press(key).await;
        }
        desk.annotations_are(&marks).await;
        desk.saved().await;
        assert_eq!(desk.export().await.spans().len(), marks.len());
        desk.reload().await;
        desk.annotations_are(&marks).await;
        let (start, end) = article.find("plain words");
        desk.mark("claim", start, end).await;
    });
}
