//! Buttons, links, fields and dialogs, found by the names they have for everybody.

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::Desk;

impl Desk {
    /// Clicks the button, link or menu item of this name. While a dialog is open only the dialog is looked at.
    pub async fn click(&self, name: &str) {
        self.with_control("PRESSABLE", name, "click", async |control| control.click().await).await;
    }

    /// Clicks the first button or link whose name holds some words, such as an article's title.
    pub async fn click_what_says(&self, words: &str) {
        self.wait(&format!("something to click that says {words:?}"), async || {
            let first = self.candidates("PRESSABLE", words).await.into_iter().next().ok_or("nothing says it")?;
            first.click().await.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Waits until a button, link or menu item of this name can be seen.
    pub async fn offers(&self, name: &str) {
        let what = format!("the control {name:?}");
        self.wait_until(&what, async || self.look_up("PRESSABLE", name).await.is_some()).await;
    }

    /// Waits until no button, link or menu item of this name can be seen.
    pub async fn offers_no(&self, name: &str) {
        let what = format!("the control {name:?} to be gone");
        self.wait_until(&what, async || self.look_up("PRESSABLE", name).await.is_none()).await;
    }

    /// Waits until there is one button, link or menu item whose name holds the words.
    pub async fn offers_one_with(&self, words: &str) {
        let names = "return named(PRESSABLE, arguments[0]).map(nameOf)";
        let look = async || self.ask::<Vec<String>>(names, &[json!(words)]).await;
        self.expects_that(&format!("one control with {words:?}"), look, |names| names.len() == 1).await;
    }

    /// Clicks into the field of this name and types, in place of what is there.
    pub async fn fill(&self, name: &str, words: &str) {
        self.click_field(name).await;
        self.press("Ctrl+A").await;
        self.type_words(words).await;
    }

    /// Clicks into the field of this name.
    pub async fn click_field(&self, name: &str) {
        self.with_control("FILLABLE", name, "click", async |field| field.click().await).await;
    }

    /// Waits until this stands in the field of this name.
    pub async fn value_is(&self, name: &str, wanted: &str) {
        self.expects(&format!("the field {name}"), Some(wanted.to_owned()), async || {
            let field = self.look_up("FILLABLE", name).await?;
            field.prop("value").await.ok().flatten()
        })
        .await;
    }

    /// Chooses an option of the field of this name, by the option's words.
    pub async fn choose(&self, name: &str, option: &str) {
        self.with_control("FILLABLE", name, &format!("choose {option} in"), async |field| {
            field.select_by_label(option).await
        })
        .await;
    }

    /// Waits until a dialog of this name is open and has the focus.
    pub async fn dialog(&self, name: &str) {
        self.expects_that(
            &format!("the dialog {name} to be open and to have the focus"),
            async || self.open_dialogs().await,
            |open| open.iter().any(|(each, has_focus)| each == name && *has_focus),
        )
        .await;
    }

    /// Waits until no dialog is open, and the page has heard of it, which is a moment after it is gone from the screen.
    pub async fn no_dialog(&self) {
        self.expects_that("all dialogs to be closed", async || self.open_dialogs().await, Vec::is_empty).await;
        self.settle().await;
    }

    /// Closes the open dialogs with the key for it.
    pub async fn close_dialog(&self) {
        self.press("Esc").await;
        self.no_dialog().await;
    }

    /// Waits until these words can be seen in the dialog that is open.
    pub async fn dialog_shows(&self, words: &str) {
        let look = async || self.ask::<String>("return squeeze(dialogs().at(-1)?.innerText)", &[]).await;
        self.expects_that(&format!("the dialog to show {words:?}"), look, |text| text.contains(words)).await;
    }

    /// Waits until these words can be seen in the region of this name.
    pub async fn region_shows(&self, name: &str, words: &str) {
        let look = async || self.ask::<String>("return squeeze(region(arguments[0])?.innerText)", &[json!(name)]).await;
        self.expects_that(&format!("the region {name} to show {words:?}"), look, |text| text.contains(words)).await;
    }

    /// Opens the palette, types words into it and runs the first command that has them.
    pub async fn command(&self, words: &str) {
        self.press("Ctrl+K").await;
        self.dialog("Commands").await;
        self.type_words(words).await;
        self.press("Enter").await;
    }

    /// The names of the open dialogs, and whether the focus is in them.
    async fn open_dialogs(&self) -> Vec<(String, bool)> {
        self.ask("return dialogs().map((each) => [nameOf(each), each.contains(document.activeElement)])", &[]).await
    }

    /// Waits for the visible control whose name, as the browser computes it, is this one, and does something with it. The page
    /// may make it anew, or lay something over it, between the look and the deed: the browser refuses then, and nothing is done
    /// until it does not.
    async fn with_control(
        &self,
        kind: &str,
        name: &str,
        deed: &str,
        mut act: impl AsyncFnMut(&Element) -> Result<(), CmdError>,
    ) {
        self.wait(&format!("a control to {deed}: {name:?}"), async || {
            let control = self.look_up(kind, name).await.ok_or("there is none of this name")?;
            act(&control).await.map_err(|error| error.to_string())
        })
        .await;
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
