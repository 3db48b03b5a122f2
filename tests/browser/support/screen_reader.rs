//! What a screen reader says: a script that walks the page as one does is run in the page by the driver, as axe is.

use serde_json::json;

use super::Desk;
use super::browser::environment;

impl Desk {
    /// Shows the open article in the reading view, by the palette.
    pub async fn read_with_marks(&self) {
        self.command("read with").await;
        self.no_dialog().await;
        self.screen_is("read").await;
    }

    /// Waits until the screen reader, reading an element from its first words to its last, says these phrases one after the
    /// other.
    pub async fn reads(&self, selector: &str, phrases: &[&str]) {
        self.expects_that(
            &format!("the screen reader to read {phrases:#?}"),
            async || self.read_out(selector).await,
            |all| all.windows(phrases.len()).any(|some| some == phrases),
        )
        .await;
    }

    /// Waits until the phrases that begin so are these without their beginning, in this order.
    pub async fn reads_of_each(&self, selector: &str, beginning: &str, phrases: &[&str]) {
        let look = async || -> Vec<String> {
            let all = self.read_out(selector).await;
            all.iter().filter_map(|phrase| phrase.strip_prefix(beginning)).map(str::to_owned).collect()
        };
        self.expects(&format!("what the screen reader reads behind {beginning:?}"), phrases, look).await;
    }

    /// Has the screen reader read an element, found by a selector, from its first words to its last. Gives each phrase.
    async fn read_out(&self, selector: &str) -> Vec<String> {
        self.load_screen_reader().await;
        self.answer(
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
        self.answer::<()>("await screenReader.start({ container: document.body })", &[]).await;
    }

    /// Waits until the screen reader has said something with these words, and forgets all that it has said.
    pub async fn hear(&self, words: &str) {
        let look = async || self.spoken("said.some((phrase) => phrase.includes(arguments[0]))", words).await;
        let has_words = |said: &Vec<String>| said.iter().any(|phrase| phrase.contains(words));
        self.expects_that(&format!("the screen reader to say {words:?}"), look, has_words).await;
    }

    /// Waits until the screen reader has said just this phrase, and forgets it.
    pub async fn hears(&self, phrase: &str) {
        let look = async || self.spoken("said.length === 1 && said[0] === arguments[0]", phrase).await;
        self.expects("what the screen reader has said", [phrase], look).await;
    }

    /// What the screen reader has said. Where a condition holds for it, all of it is forgotten in the same moment, so that
    /// nothing is lost that it says next.
    async fn spoken(&self, condition: &str, words: &str) -> Vec<String> {
        let script = format!(
            "const said = [...await screenReader.spokenPhraseLog()];
             if ({condition}) await screenReader.clearSpokenPhraseLog();
             return said"
        );
        self.answer(&script, &[json!(words)]).await
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
