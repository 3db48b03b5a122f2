//! The caret: where it stands in the text and in the window.

use serde_json::json;

use super::Desk;
use super::mouse::Point;

/// Where the caret, or the moving end of the selection, stands in the text.
const CARET: &str =
    "const { focusNode, focusOffset } = getSelection(); const caret = focusNode && positionOf(focusNode, focusOffset);";

impl Desk {
    /// Waits until the caret, or the moving end of the selection, stands at a code point.
    pub async fn caret_is(&self, position: usize) {
        self.gives("where the caret stands", position, &format!("{CARET} return caret"), &[]).await;
    }

    /// Where the caret stands once the page has come to rest.
    pub async fn settled_caret(&self) -> usize {
        let caret = format!("{CARET} return caret");
        self.settled("the caret", async || self.ask::<Option<usize>>(&caret, &[]).await).await.expect("a caret")
    }

    /// Waits until the caret stands behind a code point, and gives where.
    pub async fn caret_is_behind(&self, position: usize) -> usize {
        let caret = format!("{CARET} return caret");
        let look = async || self.ask::<Option<usize>>(&caret, &[]).await;
        let what = format!("the caret to stand behind {position}");
        self.expects_that(&what, look, |caret| *caret > Some(position)).await.expect("a caret")
    }

    /// Waits until the line of the caret stands in the part of the window in which the article is seen.
    pub async fn caret_is_in_view(&self, when: &str) {
        let place = format!(
            "{CARET} const {{ top, bottom, left }} = characterRect(caret);
             const y = (top + bottom) / 2;
             const over = document.elementFromPoint(left, y);
             return [caret, y, innerHeight, article().contains(over) || over?.contains(article()) === true]"
        );
        let look = async || self.ask(&place, &[]).await;
        self.expects_that(
            &format!("the caret in view {when} (position, from the top, height of the window, open to the pointer)"),
            look,
            |(_, y, height, open): &(usize, f64, f64, bool)| *y > 0.0 && y < height && *open,
        )
        .await;
    }

    /// Where a character stands on the screen: the middle of it.
    pub async fn settled_middle_of(&self, position: usize) -> Point {
        let middle = "const { left, right, top, bottom } = characterRect(arguments[0]);
            return { x: (left + right) / 2, y: (top + bottom) / 2 }";
        self.settled("the place of a character", async || self.ask(middle, &[json!(position)]).await).await
    }
}
