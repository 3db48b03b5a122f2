//! Appearance: the settings of theme, text size, line width and font, and the verbosity of announcements.

use serde::{Deserialize, Serialize};

/// Defines an enumeration of choices, each with its name in DOM attributes and records and its title in the settings.
macro_rules! choices {
    ($(#[$about:meta])* $kind:ident: $($(#[$meaning:meta])* $choice:ident $name:literal $title:literal,)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $kind {
            $($(#[$meaning])* #[serde(rename = $name)] $choice,)+
        }

        impl $kind {
            /// All choices, in the order of the settings.
            pub const ALL: &[Self] = &[$(Self::$choice,)+];

            /// The name in DOM attributes and records.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$choice => $name,)+ }
            }

            /// The title for people.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$choice => $title,)+ }
            }

            /// The choice with a name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.name() == name)
            }
        }
    };
}

choices! {
    /// The colour theme.
    Theme:
    /// The colour scheme and the contrast that the system prefers.
    #[default]
    System "system" "As the system",
    /// Dark on light.
    Light "light" "Light",
    /// Light on dark.
    Dark "dark" "Dark",
    /// Maximum contrast and thick lines, in the colour scheme that the system prefers.
    HighContrast "high-contrast" "High contrast",
}

choices! {
    /// The text size of the article, relative to the normal size.
    TextSize:
    /// Seven eighths.
    Small "small" "Small",
    /// The normal size.
    #[default]
    Normal "normal" "Normal",
    /// Nine eighths.
    Large "large" "Large",
    /// Eleven eighths.
    Larger "larger" "Larger",
    /// Fourteen eighths.
    Largest "largest" "Largest",
}

choices! {
    /// The measure: the length of the lines of the article.
    Measure:
    /// About 50 characters.
    Narrow "narrow" "Narrow",
    /// About 66 characters.
    #[default]
    Normal "normal" "Normal",
    /// About 86 characters.
    Wide "wide" "Wide",
}

choices! {
    /// The font of the article.
    ReaderFont:
    /// With serifs, as in print.
    #[default]
    Serif "serif" "With serifs",
    /// Without serifs.
    Sans "sans" "Without serifs",
}

choices! {
    /// The verbosity of the status region. Errors are always announced.
    Announcements:
    /// Everything, with the annotated words.
    #[default]
    Full "full" "Everything, with the words",
    /// Actions, without the annotated words.
    Short "short" "Short: what was done, without the words",
    /// No moves of the focus or the selection.
    OffForMoves "off-for-moves" "Nothing for moves, everything else",
}
