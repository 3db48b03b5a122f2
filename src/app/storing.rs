//! The storage panel's work: how much is kept, the browser's promise to keep it, the backup file, and what is damaged.

use std::time::Duration;

use bluepencil::session::Event;
use bluepencil::store::{Damage, Key, Record, tiers};
use bluepencil::wire::{Json, Layout, to_json};
use leptos::prelude::*;

use super::desk::{Desk, set};
use super::keeping;
use crate::browser::backup::BackupFile;
use crate::browser::{clock, dom, files, promise, task};

/// The backup file is written after so long without a change.
const QUIET: Duration = Duration::from_secs(30);

/// The id of the button that asks to delete everything …
pub const ASK_TO_WIPE: &str = "ask-to-wipe";
/// … and of the one that leaves it at that.
pub const KEEP_ALL: &str = "keep-all";

/// What the storage panel shows of this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many bytes are used, and how many may be; `None` where the browser does not say.
    pub used: Option<(f64, f64)>,
    /// Whether the browser promises to keep everything; `None` where it does not say.
    pub promised: Option<bool>,
    /// How full local storage is, in hundredths.
    pub quick: usize,
    /// How many records could not be read and are kept as they are.
    pub damaged: usize,
}

/// The backup file.
#[derive(Clone, Default)]
pub struct Backup {
    file: Option<BackupFile>,
    /// Counts changes, to find out whether there was another.
    changes: u32,
}

/// Finds the figures out and shows them.
pub fn count(desk: Desk) {
    task::run(async move {
        let [quick, strict] = keeping::everything(desk).await;
        let figures = Figures {
            used: promise::estimate().await,
            promised: promise::is_given().await,
            quick: desk.store.with_value(|quick| quick.hundredths()),
            damaged: quick.iter().chain(&strict).filter(|record| is_damaged(record)).count(),
        };
        set(desk.figures, Some(figures));
    });
}

/// Whether a record was set aside, or cannot be read where it stands. What a newer version has written is not damaged.
fn is_damaged((key, value): &(String, String)) -> bool {
    let unreadable = || !matches!(Record::decode(value), Ok(_) | Err(Damage::Newer(_)));
    key.starts_with(tiers::RESCUE) || (Key::parse(key).is_some() && unreadable())
}

/// Something was pressed in the panel; false where it is none of its buttons.
pub fn act(desk: Desk, does: &str) -> bool {
    match does {
        "wish" => task::run(async move {
            let told = match promise::wish().await {
                Some(true) => "The browser will keep everything until you delete it.",
                _ => {
                    "The browser did not promise it. It may do so after more visits. Keep a backup, or download the whole desk now and then."
                }
            };
            say(desk, told.to_owned());
            count(desk);
        }),
        "download-desk" => desk.dispatch(Event::DownloadDesk),
        "keep-backup" => keep_backup(desk),
        "download-damaged" => task::run(async move {
            let [quick, strict] = keeping::everything(desk).await.map(|mut records| {
                records.retain(is_damaged);
                records
            });
            let shape = |records: &'_ [(String, String)]| {
                let each = records.iter().map(|(key, value)| (key.clone().into(), Json::Text(value.clone().into())));
                Json::Object(each.collect())
            };
            let tiers = vec![("localStorage".into(), shape(&quick)), ("IndexedDB".into(), shape(&strict))];
            let content = to_json(&Json::Object(tiers), Layout::Indented);
            files::download("bluepencil-damaged.json", "application/json", &content);
        }),
        "ask-to-wipe" => ask_to_wipe(desk, true),
        "keep-all" => ask_to_wipe(desk, false),
        "wipe" => keeping::wipe(desk),
        _ => return false,
    }
    true
}

/// Shows the question before everything is deleted, or goes back to the panel; the focus stays with the person.
fn ask_to_wipe(desk: Desk, asks: bool) {
    set(desk.wiping, asks);
    dom::after_update(move || dom::focus(if asks { KEEP_ALL } else { ASK_TO_WIPE }));
}

/// Asks where the backup file is to be, and writes it for the first time.
fn keep_backup(desk: Desk) {
    task::run(async move {
        if let Some(file) = BackupFile::choose().await {
            desk.backup.update_value(|backup| backup.file = Some(file));
            desk.dispatch(Event::BackUp);
        }
    });
}

/// Something was changed: the backup file, where there is one, is written once nothing more is for a while.
pub fn back_up_later(desk: Desk) {
    let changes = desk.backup.update_value(|backup| {
        backup.changes = backup.changes.wrapping_add(1);
        backup.file.is_some().then_some(backup.changes)
    });
    if let Some(now) = changes {
        set_timeout(
            move || {
                if desk.backup.with_value(|backup| backup.changes == now) {
                    desk.dispatch(Event::BackUp);
                }
            },
            QUIET,
        );
    }
}

/// Writes the backup file.
pub fn back_up(desk: Desk, content: String) {
    let Some(file) = desk.backup.with_value(|backup| backup.file.clone()) else { return };
    task::run(async move {
        let name = file.name();
        if file.write(&content).await.is_ok() {
            let at = clock::local(&clock::now());
            set(
                desk.backed_up,
                Some(format!(
                    "“{name}”, written {at}. It is written again 30 seconds after a change, while this page is open."
                )),
            );
        } else {
            set(desk.backed_up, None);
            desk.backup.update_value(|backup| backup.file = None);
            desk.alert.set(format!(
                "The backup file “{name}” could not be written. Everything is still kept in this browser. Choose the file again under Storage."
            ));
        }
    });
}

/// Says something of the panel.
fn say(desk: Desk, text: String) {
    desk.status.set(super::desk::Message { text, offer: None });
}

/// Asks the browser for its promise, once, after something was done that is worth keeping: a person who has only looked is
/// not bothered.
pub fn wish_once(desk: Desk) {
    let first = desk.wished.update_value(|wished| !std::mem::replace(wished, true));
    if first {
        task::run(async {
            if promise::is_given().await == Some(false) {
                promise::wish().await;
            }
        });
    }
}
