//! Looks, sizes and axe.

use serde::Deserialize;
use serde_json::{Value, json};

use super::browser::{done, environment};
use super::{Desk, Engine};

/// A reader's choice of colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scheme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// The system's own few colours.
    Forced,
}

/// What pictures are taken of for people to look at: name, colours, width and height of the window.
pub const VIEWS: [(&str, Scheme, u32, u32); 3] =
    [("light", Scheme::Light, 1280, 900), ("dark", Scheme::Dark, 1280, 900), ("narrow", Scheme::Light, 400, 800)];

/// One finding of axe.
#[derive(Deserialize)]
struct SearchEvent {
    impact: Option<String>,
    id: String,
    help: String,
    nodes: Vec<String>,
}

impl Desk {
    /// Shows the page in a colour scheme: that of the system in Chromium, else by the theme of the page.
    pub async fn show_in(&self, scheme: Scheme) {
        if self.engine() != Engine::Chromium {
            return self.show_in_theme(scheme).await;
        }
        let value = if scheme == Scheme::Dark { "dark" } else { "light" };
        let forced = if scheme == Scheme::Forced { "active" } else { "none" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": value },
            { "name": "forced-colors", "value": forced },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "screen", "features": features })).await;
        self.settle().await;
    }

    async fn show_in_theme(&self, scheme: Scheme) {
        let theme = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
            Scheme::Forced => {
                panic!("only Chromium can be told to force colours: name the test in tests/browser/engines.txt")
            }
        };
        self.run("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]).await;
        self.settle().await;
    }

    /// Gives the window a size in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.engine() != Engine::Chromium {
            return self.resize_window(width, height).await;
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.settle().await;
    }

    /// Gives the window itself a size, with all that is around the page.
    async fn resize_window(&self, width: u32, height: u32) {
        let (wide, high): (u32, u32) =
            self.ask("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]).await;
        done("resize", self.browser.client().set_window_rect(0, 0, width + wide, height + high).await);
        self.gives("the size of the window", (width, height), "return [innerWidth, innerHeight]", &[]).await;
        self.settle().await;
    }

    /// Makes the page twice as large in a window of its usual size, as a browser's zoom of 200 % does.
    pub async fn zoom_to_double(&self) {
        let size = json!({ "width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.settle().await;
    }

    /// Waits until the page has been painted as it is now and nothing in it moves.
    pub async fn settle(&self) {
        self.answer::<()>(
            "await frames(2); const ending = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity); await Promise.allSettled(ending.map((each) => each.finished)); await frames(1)",
            &[],
        )
        .await;
    }

    /// Waits until axe finds nothing on the page, of any impact.
    pub async fn axe_finds_nothing(&self, when: &str) {
        let rules = json!(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]);
        let rules = json!({ "type": "tag", "values": rules });
        self.finds_nothing(&format!("{when}: axe"), async || self.findings(rules.clone()).await).await;
    }

    /// Waits until axe finds nothing of all that can depend on the colours.
    pub async fn axe_finds_nothing_in_the_colours(&self, when: &str) {
        let rules = json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] });
        self.finds_nothing(&format!("{when}: axe"), async || self.findings(rules.clone()).await).await;
    }

    /// Waits until a look for faults finds none; a failure prints each of the last ones on a line of its own.
    async fn finds_nothing(&self, what: &str, mut look: impl AsyncFnMut() -> Vec<String>) {
        self.wait(&format!("{what} to find nothing"), async || {
            let found = look().await;
            if found.is_empty() { Ok(()) } else { Err(format!("{} findings\n{}", found.len(), found.join("\n"))) }
        })
        .await;
    }

    async fn findings(&self, rules: Value) -> Vec<String> {
        let path = environment("BLUEPENCIL_AXE");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("axe is not at {path}: {error}"));
        if !self.ask::<bool>("return 'axe' in window", &[]).await {
            self.browser.execute(&axe, &[]).await;
        }
        let findings: Vec<SearchEvent> = self
            .answer(
                "const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: arguments[0] });
                 return violations.map(({ impact, id, help, nodes }) => ({ impact, id, help, nodes: nodes.map(
                   ({ target, html, failureSummary }) => `${target.join(' ')}\\n    ${html}\\n    ${failureSummary}`) }))",
                &[rules],
            )
            .await;
        findings
            .into_iter()
            .map(|each| {
                format!(
                    "{}: {} ({})\n  {}",
                    each.impact.unwrap_or_default(),
                    each.id,
                    each.help,
                    each.nodes.join("\n  ")
                )
            })
            .collect()
    }

    /// Waits until no visible control is smaller than 24 × 24 CSS pixels, links within running text apart.
    pub async fn targets_are_large(&self, when: &str) {
        let small = "const scope = dialogs().at(-1) ?? document;
             return [...scope.querySelectorAll(`${PRESSABLE}, ${FILLABLE}, [role=slider], [role=checkbox], [role=switch]`)]
               .filter((element) => visible(element) && getComputedStyle(element).display !== 'inline')
               .map((element) => ({ element, rect: (element.closest('label') ?? element).getBoundingClientRect() }))
               .filter(({ rect }) => rect.width < 24 || rect.height < 24)
               .map(({ element, rect }) => `${describe(element)} ${nameOf(element)}: ${rect.width} × ${rect.height}`)";
        self.finds_nothing(&format!("{when}: a look for what is smaller than 24 px"), async || {
            self.ask(small, &[]).await
        })
        .await;
    }

    /// Waits until the page is no wider than the window.
    pub async fn is_no_wider_than_window(&self, when: &str) {
        let over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.gives(&format!("{when}: how far the page is wider than the window"), 0, over, &[]).await;
    }

    /// Waits until nothing has to be scrolled to from side to side: the page, controls that reach over its left or right side,
    /// where nobody can scroll to, and whatever scrolls by itself.
    pub async fn nothing_is_cut_off(&self, when: &str) {
        self.is_no_wider_than_window(when).await;
        let beyond = "const scope = dialogs().at(-1) ?? document;
             return [...scope.querySelectorAll(`${PRESSABLE}, ${FILLABLE}`)].filter(visible)
               .map((element) => ({ element, rect: element.getBoundingClientRect() }))
               .filter(({ rect }) => rect.left < -0.5 || rect.right > innerWidth + 0.5)
               .map(({ element, rect }) => `${describe(element)} ${nameOf(element)}: ${rect.left} to ${rect.right}`)";
        self.finds_nothing(&format!("{when}: a look beyond the sides"), async || self.ask(beyond, &[]).await).await;
        let sideways = "return [...document.querySelectorAll('*')].filter((each) => visible(each)
               && /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth).map(describe)";
        self.finds_nothing(&format!("{when}: a look for what scrolls from side to side"), async || {
            self.ask(sideways, &[]).await
        })
        .await;
    }

    /// How a highlight is drawn by the style sheet, colours apart: whether it has a background, and the line under the text.
    /// It stays the same whatever is marked.
    pub async fn drawing_of(&self, highlight: &str) -> String {
        self.ask(
            "const style = getComputedStyle(blocks()[0].element, `::highlight(${arguments[0]})`);
             const clear = /^(transparent|rgba\\(.*, 0\\))$/.test(style.backgroundColor);
             return `${clear ? 'no wash' : 'wash'}, ${style.textDecorationLine} ${style.textDecorationStyle} ${style.textDecorationThickness}`",
            &[json!(highlight)],
        )
        .await
    }
}
