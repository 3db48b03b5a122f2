//! Which rows of the list are on the page: arithmetic alone, so that it is tried without a browser.

/// From this many annotations on, the list holds only the rows near its view.
pub const VIRTUAL_FROM: usize = 500;
/// The height of a row of such a list, in CSS pixels, as the style sheet sets it.
pub const ROW_HEIGHT: f64 = 60.0;
/// The height that the view is taken to have before the browser has laid it out, in CSS pixels.
const FIRST_VIEW: f64 = 600.0;
/// How many rows of a short list come onto the page at once: more than a view shows, and few enough for a frame.
const AT_ONCE: usize = 24;
/// How many rows beyond the view are kept on each side.
const MARGIN: usize = 4;

/// What is seen of the list, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    /// How far it is scrolled.
    pub top: f64,
    /// How high it is; 0 before it was laid out.
    pub height: f64,
    /// How high the opened fields are, which stand below the row in focus.
    pub fields: f64,
}

/// The rows that are on the page: those near the view of a long list; all of a short one, some at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first row on the page, from 0.
    pub first: usize,
    /// The row after the last.
    pub end: usize,
    /// How many rows there are.
    pub count: usize,
}

impl Window {
    /// The rows of so many near a view of the list. `focused` is the row below which the fields are open. Of a short list so
    /// many rows are there already, and it grows from there.
    pub fn of(count: usize, focused: Option<usize>, view: View, there: usize) -> Self {
        if count < VIRTUAL_FROM {
            let wanted = focused.map_or(0, |row| row + 1).max(there) + AT_ONCE;
            return Self { first: 0, end: wanted.min(count), count };
        }
        // The opened fields push down every row that follows theirs.
        let above = focused.is_some_and(|row| (row as f64 + 1.0) * ROW_HEIGHT < view.top);
        let fields = if above { view.fields } else { 0.0 };
        let first = (((view.top - fields).max(0.0) / ROW_HEIGHT) as usize).min(count);
        let height = if view.height > 0.0 { view.height } else { FIRST_VIEW };
        let rows = (height / ROW_HEIGHT) as usize + 1;
        Self { first: first.saturating_sub(MARGIN), end: (first + rows + MARGIN).min(count), count }
    }

    /// How many rows of a short list are there.
    pub fn there(self) -> usize {
        if self.is_virtual() { 0 } else { self.end }
    }

    /// Whether most rows are left out, and so each has the same height.
    pub fn is_virtual(self) -> bool {
        self.count >= VIRTUAL_FROM
    }

    /// The height of the space that stands for the rows above and below those on the page, in CSS pixels.
    pub fn spaces(self) -> [f64; 2] {
        [self.first, self.count - self.end].map(|rows| rows as f64 * ROW_HEIGHT)
    }
}
