//! Articles that several tests work on.

/// A short article with every kind of line; its words stand in it once unless a test says otherwise.
pub const BRIDGE: &str = "\
The mayor opens the bridge
By Ada Ortega
November 3, 2025

“We built it in two years,” Mayor Nora Blix said on Monday. She added that it cost 40 million euros and will carry 9,000 cars a day across the river, which used to take half an hour by ferry.

“It is a good day for the town,” said Blix. “Nobody believed us, and now it stands.”

Mayor Nora Blix cuts a ribbon at the north end on November 3, 2025.
Jon Vale/AFP via Getty Images

A second paragraph of plain words follows here, long enough to be broken into lines, so that a drag from one line to the next can be tried as well as one within a line.
";

/// The title line of [`BRIDGE`].
pub const BRIDGE_TITLE: &str = "The mayor opens the bridge";

/// Another article, to go to and come back from.
pub const HARBOUR: &str = "\
Harbour stays closed until spring
By Per Lund

The harbour will stay closed until spring, the council said on Tuesday. “We are sorry,” said its chair.
";

/// The title line of [`HARBOUR`].
pub const HARBOUR_TITLE: &str = "Harbour stays closed until spring";

/// Characters that are more than one code point, and code points that are more than one UTF-16 unit.
pub const CLUSTERS: &str = "\
Families wave their flags

A family 👩‍👩‍👧 came with a flag 🇳🇴 to the cafe\u{301} by the sea and stayed there until the evening, neighbours said.
";

/// Words that are read from right to left, alone and between others.
pub const LEFTWARD: &str = "\
ראש העיר אמר היום שהגשר מוכן

“הגשר פתוח לכולם,” אמרה מהנדסת העיר ביום שני. הבנייה נמשכה 2 שנים.

قالت رئيسة البلدية إن الجسر جاهز. عبر ألف شخص النهر في اليوم الأول.

The sign says “הגשר יציב” in Hebrew, and الجسر on the other side.
";

/// Marks of every kind in [`BRIDGE`]: side by side, nested in another kind and in its own, overlapping.
pub const BRIDGE_MARKS: [(&str, &str); 7] = [
    ("quote", "“We built it in two years,”"),
    ("claim", "it cost 40 million euros and will carry 9,000 cars a day"),
    ("quote", "40 million euros"),
    ("quote", "“Nobody believed us, and now it stands.”"),
    ("claim", "now it stands"),
    ("caption", "Mayor Nora Blix cuts a ribbon at the north end on November 3, 2025."),
    ("credit", "Jon Vale/AFP via Getty Images"),
];
