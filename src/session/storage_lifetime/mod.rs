//! How long storage lasts: what “Saved” is worth in this browser.

mod update;

/// How long the browser keeps what is stored, as far as it can be found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageLifetime {
    /// The browser does not say.
    #[default]
    Unknown,
    /// The browser has promised to keep it until the user deletes it.
    Promised,
    /// The browser may delete it when the disk is full.
    BestEffort,
    /// The browser deletes it after seven days of its use without a visit to the page, as Safari does.
    SevenDays,
    /// A private window: it is deleted with the last of these windows.
    PrivateWindow,
}

impl StorageLifetime {
    /// What it means for the work, as sentences; `None` where “Saved” needs no such word.
    #[must_use]
    pub fn warning(self) -> Option<&'static str> {
        match self {
            Self::Unknown | Self::Promised | Self::BestEffort => None,
            Self::SevenDays => Some(
                "“Saved” means in this browser, and this browser deletes it after seven days in which you use the browser and do not visit this page. Visit it within a week, add it to the Dock or the home screen, or export your work.",
            ),
            Self::PrivateWindow => Some(
                "“Saved” means in this private window: when you close it, the articles and all annotations in it are deleted. Export them before, or work in a normal window.",
            ),
        }
    }

    /// The same in a table, after the words “The browser”.
    #[must_use]
    pub fn fact(self) -> &'static str {
        match self {
            Self::Unknown => "does not say whether it may clear it",
            Self::Promised => "has promised to keep everything until you delete it",
            Self::BestEffort => "may clear it when the disk is full",
            Self::SevenDays => "deletes it after seven days in which you use the browser and do not visit this page",
            Self::PrivateWindow => "deletes it when you close this private window",
        }
    }
}

/// An event of the word on how long storage lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifetimeEvent {
    /// The first annotation since the page was opened was handed to storage, which lasts so long.
    FirstMarkKept(StorageLifetime),
    /// The user has read the warning.
    WarningRead,
}
