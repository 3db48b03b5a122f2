//! What translators and extensions do to the words of the article on the page.

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

#[test]
fn a_single_word_that_an_extension_wraps_is_put_back() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let words = desk.now::<String>(WORDS, &[]).await;
        let wrap = "const node = blocks()[3].node.splitText(4), mark = document.createElement('mark');
            node.replaceWith(mark);
            mark.append(node);";
        desk.run(wrap, &[]).await;
        desk.gives("the words on the page", words.as_str(), WORDS, &[]).await;
        desk.run("blocks()[2].node.data = 'Other words'", &[]).await;
        desk.gives("the words on the page", words.as_str(), WORDS, &[]).await;
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
