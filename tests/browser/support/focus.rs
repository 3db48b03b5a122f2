//! The keyboard's focus: where it is, whether it can be seen, and the way to somewhere with the Tab key.

use super::Desk;
use super::browser::done;

impl Desk {
    /// Waits until the element that has the keyboard's focus has this name, as the browser computes it.
    pub async fn focus_is_named(&self, name: &str) {
        self.expects("the name of what has the focus", name, async || self.now_focused_name().await).await;
    }

    /// Waits until the name of what has the focus holds these words.
    pub async fn focus_name_holds(&self, words: &str) {
        let what = format!("something with {words:?} in its name to have the focus");
        self.expects_that(&what, async || self.now_focused_name().await, |name| name.contains(words)).await;
    }

    /// Waits until something of another name has the focus.
    pub async fn focus_leaves(&self, name: &str) {
        let what = format!("something else than {name:?} to have the focus");
        self.expects_that(&what, async || self.now_focused_name().await, |other| other != name).await;
    }

    /// Waits until the article has the focus.
    pub async fn article_has_focus(&self) {
        self.gives("the focus to be on the article", "", DISTANCE, &[]).await;
    }

    /// The name of what has the focus at this moment: for one who goes from stop to stop. An element without a name, or one
    /// that has just gone, has the empty name.
    pub async fn now_focused_name(&self) -> String {
        let active = done("find the focus", self.browser.client().active_element().await);
        self.browser.accessible_name(&active).await.unwrap_or_default()
    }

    /// Goes on with the Tab key until a control has the focus, and looks at each stop whether the focus can be seen. A control
    /// that is not reached in so many stops counts as out of reach.
    pub async fn tab_to(&self, name: &str, stops: usize) {
        for _ in 0..stops {
            if self.now_focused_name().await == name {
                return;
            }
            self.press("Tab").await;
            self.focus_is_seen(&format!("on the way to {name}")).await;
        }
        self.focus_is_named(name).await;
    }

    /// Waits until nothing is wrong with how the focus is shown.
    pub async fn focus_is_seen(&self, when: &str) {
        let fault = async || self.answer::<Option<String>>(FAULT, &[]).await;
        self.expects(&format!("a focus that can be seen, {when}"), None, fault).await;
    }
}

/// Nothing where the article itself has the focus, else what has it.
const DISTANCE: &str = "return document.activeElement === article() ? '' : describe(document.activeElement)";

/// What is wrong with how the keyboard's focus is shown; nothing when all is well.
const FAULT: &str = "await frames(1);
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const ringed = (each) => {
      const style = getComputedStyle(each);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    const who = `${describe(element)} ${nameOf(element).slice(0, 60)}`;
    if (!ringed(element) && !(element.contains(article()) || article()?.contains(element)) ) return `${who}: no ring`;
    const rect = element.getBoundingClientRect();
    const left = Math.max(rect.left, 0), right = Math.min(rect.right, innerWidth);
    const top = Math.max(rect.top, 0), bottom = Math.min(rect.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return `${who}: out of sight`;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return element.contains(there) || there?.contains(element) ? null : `${who}: covered by ${describe(there)}`";
