//! Buttons, links, fields and dialogs, found by the names they have for everybody.

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::Desk;
use super::browser::done;

impl Desk {
    /// Clicks the button, link or menu item of this name. While a dialog is open only the dialog is looked at.
    pub async fn click(&self, name: &str) {
        let control = self.control("PRESSABLE", name).await;
        done(&format!("click {name}"), control.click().await);
    }

    /// Clicks the first button or link whose name holds some words, such as an article's title.
    pub async fn click_what_says(&self, words: &str) {
        let found = self
            .wait_for(&format!("something to click that says {words:?}"), async || {
                self.candidates("PRESSABLE", words).await.into_iter().next()
            })
            .await;
        done(&format!("click what says {words}"), found.click().await);
    }

    /// Whether a button, link or menu item of this name can be seen.
    pub async fn shows(&self, name: &str) -> bool {
        self.look_up("PRESSABLE", name).await.is_some()
    }

    /// Clicks into the field of this name and types, in place of what is there.
    pub async fn fill(&self, name: &str, words: &str) {
        self.click_field(name).await;
        self.press("Ctrl+A").await;
        self.type_words(words).await;
    }

    /// Clicks into the field of this name.
    pub async fn click_field(&self, name: &str) {
        done(&format!("click the field {name}"), self.control("FILLABLE", name).await.click().await);
    }

    /// What stands in the field of this name.
    pub async fn value(&self, name: &str) -> String {
        let field = self.control("FILLABLE", name).await;
        done("read a field", field.prop("value").await).unwrap_or_default()
    }

    /// Chooses an option of the field of this name, by the option's words.
    pub async fn choose(&self, name: &str, option: &str) {
        let field = self.control("FILLABLE", name).await;
        done(&format!("choose {option}"), field.select_by_label(option).await);
    }

    /// Waits for a dialog of this name.
    pub async fn dialog(&self, name: &str) {
        self.wait_until(&format!("the dialog {name}"), async || {
            self.open_dialogs().await.iter().any(|each| each == name)
        })
        .await;
    }

    /// Waits until no dialog is open.
    pub async fn no_dialog(&self) {
        self.wait_until("all dialogs to be closed", async || self.open_dialogs().await.is_empty()).await;
    }

    async fn open_dialogs(&self) -> Vec<String> {
        self.ask("return dialogs().map(nameOf)", &[]).await
    }

    /// The name of the element that has the keyboard's focus, as the browser computes it.
    pub async fn focused_name(&self) -> String {
        let active = done("find the focus", self.browser.client().active_element().await);
        self.browser.accessible_name(&active).await.unwrap_or_default()
    }

    /// Waits for the visible control whose name, as the browser computes it, is this one.
    async fn control(&self, kind: &str, name: &str) -> Element {
        self.wait_for(&format!("a control named {name:?}"), async || self.look_up(kind, name).await).await
    }

    async fn look_up(&self, kind: &str, name: &str) -> Option<Element> {
        for element in self.candidates(kind, name).await {
            if self.browser.accessible_name(&element).await.as_deref() == Some(name) {
                return Some(element);
            }
        }
        None
    }

    /// Visible controls whose name roughly holds the words; those that can be used come first.
    async fn candidates(&self, kind: &str, words: &str) -> Vec<Element> {
        let found: Vec<Value> = self
            .ask(
                &format!(
                    "return named({kind}, arguments[0]).sort((a, b) => a.matches(':disabled, [aria-disabled=true]')
                        - b.matches(':disabled, [aria-disabled=true]'))"
                ),
                &[json!(words)],
            )
            .await;
        found.iter().filter_map(|value| self.element(value)).collect()
    }

    /// An element that a script gave back.
    pub(super) fn element(&self, value: &Value) -> Option<Element> {
        let id = value.as_object()?.values().next()?.as_str()?;
        Some(Element::from_element_id(self.browser.client().clone(), ElementRef::from(id.to_owned())))
    }
}
