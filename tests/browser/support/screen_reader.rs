//! What a screen reader says: a script that walks the page as one does is run in the page by the driver, as axe is.

use serde_json::json;

use super::Desk;
use super::browser::environment;

impl Desk {
    /// Shows the open article in the reading view, by the palette.
    pub async fn read_with_marks(&self) {
        self.press("Ctrl+K").await;
        self.dialog("Commands").await;
        self.type_words("read with").await;
        self.press("Enter").await;
        self.no_dialog().await;
        self.wait_until("the reading view", async || self.screen().await == "read").await;
    }

    /// Has the screen reader read an element, found by a selector, from its first words to its last. Gives each phrase.
    pub async fn read_out(&self, selector: &str) -> Vec<String> {
        self.load_screen_reader().await;
        self.ask_later(
            "await screenReader.stop();
             const container = document.querySelector(arguments[0]);
             await screenReader.start({ container });
             const phrases = [await screenReader.lastSpokenPhrase()];
             const steps = container.querySelectorAll('*').length * 4 + 4;
             for (let step = 0; step < steps; step += 1) {
               await screenReader.next();
               const phrase = await screenReader.lastSpokenPhrase();
               if (phrase === phrases[0]) break;
               phrases.push(phrase);
             }
             await screenReader.stop();
             return phrases",
            &[json!(selector)],
        )
        .await
    }

    /// Has the screen reader listen to the whole page from now on.
    pub async fn start_screen_reader(&self) {
        self.load_screen_reader().await;
        self.ask_later::<()>("await screenReader.start({ container: document.body })", &[]).await;
    }

    /// Waits until the screen reader has said something with these words, forgets what it has said, and gives that.
    pub async fn hear(&self, words: &str) -> Vec<String> {
        let said = self
            .wait_for(&format!("the screen reader to say {words:?}"), async || {
                let said: Vec<String> = self.ask_later("return await screenReader.spokenPhraseLog()", &[]).await;
                said.iter().any(|phrase| phrase.contains(words)).then_some(said)
            })
            .await;
        self.ask_later::<()>("await screenReader.clearSpokenPhraseLog()", &[]).await;
        said
    }

    async fn load_screen_reader(&self) {
        if self.ask::<bool>("return 'screenReader' in window", &[]).await {
            return;
        }
        let path = environment("BLUEPENCIL_SCREEN_READER");
        let module =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("no screen reader at {path}: {error}"));
        self.browser.execute(&as_script(&module), &[]).await;
    }
}

/// The module as a script: what it exports as `virtual` becomes a global.
fn as_script(module: &str) -> String {
    let (code, exports) = module.rsplit_once("export{").expect("a module that exports something");
    let (exports, _) = exports.split_once('}').expect("a list of exports");
    let name = exports.split(',').find_map(|each| each.strip_suffix(" as virtual")).expect("an export named virtual");
    format!("{code}; window.screenReader = {name};")
}
