//! What a person chooses for the eyes and ears: theme, size, width and type of the article, and how much is said.

/// A closed list of choices, each with its name in attributes and records and its title
/// in the settings.
macro_rules! choices {
    ($(#[$about:meta])* $kind:ident: $($(#[$meaning:meta])* $choice:ident $name:literal $title:literal,)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $kind {
            $($(#[$meaning])* $choice,)+
        }

        impl $kind {
            /// Every choice, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$choice,)+];

            /// The name in attributes and records.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$choice => $name,)+ }
            }

            /// The title for people.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$choice => $title,)+ }
            }

            /// The choice of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.name() == name)
            }
        }
    };
}

choices! {
    /// The colours of the page.
    Theme:
    /// Light or dark as the system has it, with more contrast where the system asks for it.
    #[default]
    System "system" "As the system",
    /// Dark on light.
    Light "light" "Light",
    /// Light on dark.
    Dark "dark" "Dark",
    /// Pure ink on pure paper and thick lines; light or dark as the system has it.
    HighContrast "high-contrast" "High contrast",
}

choices! {
    /// The size of the article's letters.
    TextSize:
    /// Seven eighths of the ordinary size.
    Small "small" "Small",
    /// The ordinary size.
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
    /// The width of the article's lines.
    Measure:
    /// About 50 letters.
    Narrow "narrow" "Narrow",
    /// About 66 letters.
    #[default]
    Normal "normal" "Normal",
    /// About 86 letters.
    Wide "wide" "Wide",
}

choices! {
    /// The letters of the article.
    ReaderFont:
    /// With serifs, as in print.
    #[default]
    Serif "serif" "With serifs",
    /// Without serifs.
    Sans "sans" "Without serifs",
}

choices! {
    /// How much the status region says. Refusals are always said.
    Announcements:
    /// Everything, with the words of the marks.
    #[default]
    Full "full" "Everything, with the words",
    /// What was done, without the words of the marks.
    Short "short" "Short: what was done, without the words",
    /// Nothing where only the focus or the selection has moved.
    OffForMoves "off-for-moves" "Nothing for moves, everything else",
}
