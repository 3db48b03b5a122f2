//! Looks, sizes, focus and axe.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use super::browser::environment;

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
struct Finding {
    impact: Option<String>,
    id: String,
    help: String,
    nodes: Vec<String>,
}

impl Desk {
    /// Shows the page in a colour scheme.
    pub async fn show_in(&self, scheme: Scheme) {
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

    /// Gives the window a size in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
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
        self.ask_later::<()>(
            "await frames(2); const ending = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity); await Promise.allSettled(ending.map((each) => each.finished)); await frames(1)",
            &[],
        )
        .await;
    }

    /// Everything that axe finds on the page as it is, of any impact, as text; empty when it finds nothing.
    pub async fn axe(&self) -> Vec<String> {
        let rules = json!(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]);
        self.findings(json!({ "type": "tag", "values": rules })).await
    }

    /// What axe finds of all that can depend on the colours.
    pub async fn axe_on_colours(&self) -> Vec<String> {
        self.findings(json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] })).await
    }

    async fn findings(&self, rules: Value) -> Vec<String> {
        let path = environment("BLUEPENCIL_AXE");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("axe is not at {path}: {error}"));
        if !self.ask::<bool>("return 'axe' in window", &[]).await {
            self.browser.execute(&axe, &[]).await;
        }
        let findings: Vec<Finding> = self
            .ask_later(
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

    /// Visible controls smaller than 24 × 24 CSS pixels, links within running text apart.
    pub async fn small_targets(&self) -> Vec<String> {
        self.ask(
            "const scope = dialogs().at(-1) ?? document;
             return [...scope.querySelectorAll(`${PRESSABLE}, ${FILLABLE}, [role=slider], [role=checkbox], [role=switch]`)]
               .filter((element) => visible(element) && getComputedStyle(element).display !== 'inline')
               .map((element) => ({ element, rect: (element.closest('label') ?? element).getBoundingClientRect() }))
               .filter(({ rect }) => rect.width < 24 || rect.height < 24)
               .map(({ element, rect }) => `${describe(element)} ${nameOf(element)}: ${rect.width} × ${rect.height}`)",
            &[],
        )
        .await
    }

    /// What is wrong with how the keyboard's focus is shown; nothing when all is well.
    pub async fn focus_fault(&self) -> Option<String> {
        self.ask_later(
            "await frames(1);
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
             return element.contains(there) || there?.contains(element) ? null : `${who}: covered by ${describe(there)}`",
            &[],
        )
        .await
    }

    /// How far the page is wider than the window, in CSS pixels.
    pub async fn overflow(&self) -> i64 {
        self.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth", &[]).await
    }

    /// Controls that reach over the left or the right side of the window, where nobody can scroll to.
    pub async fn beyond_the_sides(&self) -> Vec<String> {
        self.ask(
            "const scope = dialogs().at(-1) ?? document;
             return [...scope.querySelectorAll(`${PRESSABLE}, ${FILLABLE}`)].filter(visible)
               .map((element) => ({ element, rect: element.getBoundingClientRect() }))
               .filter(({ rect }) => rect.left < -0.5 || rect.right > innerWidth + 0.5)
               .map(({ element, rect }) => `${describe(element)} ${nameOf(element)}: ${rect.left} to ${rect.right}`)",
            &[],
        )
        .await
    }

    /// What scrolls from side to side.
    pub async fn sideways(&self) -> Vec<String> {
        self.ask(
            "return [...document.querySelectorAll('*')].filter((each) => visible(each)
               && /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth).map(describe)",
            &[],
        )
        .await
    }

    /// How a highlight is drawn, colours apart: whether it has a background, and the line under the text.
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
