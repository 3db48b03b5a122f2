//! The storage panel: what this browser keeps, how safe it is there, copies outside, and how to delete all of it.

use super::super::element::{Content, IntoContent as _};
use super::{main_action, said_since};
use crate::app::desk::Desk;
use crate::app::element::{action, element, help, plain};
use crate::app::reactive::{part, text};
use crate::app::storing::{self, Figures};
use crate::browser::backup::BackupFile;

/// The panel.
pub fn storage(desk: Desk) -> Content {
    desk.wiping.set(false);
    storing::count(desk);
    let content = move || {
        if desk.wiping.get() { wipe(desk) } else { vec![kept(desk), copies(desk), damaged(desk), end()].into_content() }
    };
    part(content).into_content()
}

/// How many articles and annotations there are.
fn work(desk: Desk) -> String {
    desk.view.with(|view| {
        let articles = &view.library.articles;
        let annotations = articles.iter().map(|article| article.annotations).sum();
        format!("{} and {}", number(articles.len(), "article"), number(annotations, "annotation"))
    })
}

fn number(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// So many bytes, in the unit that gives a short number. In whole numbers: what writes fractions is 6 kB of the page.
fn bytes(count: f64) -> String {
    let mut units = ["bytes", "kB", "MB", "GB", "TB"].into_iter();
    let (mut tenths, mut unit) = (count as u64 * 10, units.next().unwrap_or_default());
    while tenths >= 9_995
        && let Some(larger) = units.next()
    {
        (tenths, unit) = (tenths / 1000, larger);
    }
    let whole = tenths / 10;
    if whole < 10 && unit != "bytes" { format!("{whole}.{} {unit}", tenths % 10) } else { format!("{whole} {unit}") }
}

fn kept(desk: Desk) -> Content {
    let fact = |name: &'static str, value: Box<dyn Fn() -> String + Send>| {
        vec![plain("dt", name).into_content(), element("dd", &[]).child(text(value)).into_content()].into_content()
    };
    let of = move |read: fn(Figures) -> String| -> Box<dyn Fn() -> String + Send> {
        Box::new(move || desk.figures.get().map_or_else(|| "…".to_owned(), read))
    };
    let facts = element("dl", &[("class", "facts-table")])
        .child(fact("Kept here", Box::new(move || work(desk))))
        .child(fact("Space used", of(space)))
        .child(fact("The browser", of(promise)));
    let wish = move || match desk.figures.get() {
        Some(Figures { promised: Some(false), .. }) => {
            let wish = action("wish", "Ask the browser to keep it");
            element("p", &[("class", "field-actions")]).child(wish).into_content()
        }
        _ => ().into_content(),
    };
    vec![
        facts.into_content(),
        part(wish).into_content(),
        element("p", &[("role", "status"), ("class", "help")]).child(said_since(desk)).into_content(),
    ]
    .into_content()
}

fn space(figures: Figures) -> String {
    let quick = figures.quick;
    let mut told = match figures.used {
        Some((used, quota)) => format!("{} of {}", bytes(used), bytes(quota)),
        None => "This browser does not say".to_owned(),
    };
    told.push_str(&format!("; the quick copy in local storage takes {quick} % of 5 MB"));
    if quick >= 80 {
        told.push_str(" and is nearly full, so some of it may be kept in the other tier alone");
    }
    told
}

fn promise(figures: Figures) -> String {
    let told = match figures.promised {
        Some(true) => "has promised to keep everything until you delete it",
        Some(false) => "may clear it when the disk is full; some do after a week without a visit",
        None => "does not say whether it may clear it",
    };
    told.to_owned()
}

fn copies(desk: Desk) -> Content {
    let mut buttons =
        element("p", &[("class", "field-actions")]).child(action("download-desk", "Download the whole desk"));
    if BackupFile::is_possible() {
        buttons = buttons.child(action("keep-backup", "Keep a backup file"));
    }
    let backup = move || match desk.backed_up.get() {
        Some(backup) => element("p", &[("role", "status")]).child("Backup file: ").child(backup).into_content(),
        None => ().into_content(),
    };
    vec![
        plain("h3", "Copies outside this browser").into_content(),
        help("p", "One file holds articles, annotations, settings and what can be undone. Import it in another browser and all of it is there.").into_content(),
        buttons.into_content(),
        part(backup).into_content(),
    ]
    .into_content()
}

fn damaged(desk: Desk) -> Content {
    let section = move || match desk.figures.get().map_or(0, |figures| figures.damaged) {
        0 => ().into_content(),
        count => {
            let told = format!(
                "{} could not be read. What is left of them is kept as it is, and nothing is written over it.",
                number(count, "stored record")
            );
            let download = action("download-damaged", "Download the damaged data");
            vec![
                plain("h3", "Damaged data").into_content(),
                help("p", told).into_content(),
                element("p", &[("class", "field-actions")]).child(download).into_content(),
            ]
            .into_content()
        }
    };
    part(section).into_content()
}

fn end() -> Content {
    vec![
        plain("h3", "Delete everything").into_content(),
        element("p", &[("class", "field-actions")])
            .child(action("ask-to-wipe", "Delete everything…").with("id", storing::ASK_TO_WIPE))
            .into_content(),
    ]
    .into_content()
}

/// The question before everything is deleted.
fn wipe(desk: Desk) -> Content {
    let told = format!(
        "This deletes {} from this browser, in every tab, with your settings, your keys, what can be undone and all earlier versions. Nobody can bring it back. Files that you have downloaded stay.",
        work(desk)
    );
    let buttons = element("p", &[("class", "field-actions")])
        .child(main_action("keep-all").with("id", storing::KEEP_ALL).child("Keep everything"))
        .child(action("download-desk", "Download the whole desk"))
        .child(action("wipe", "Delete everything now"));
    vec![
        plain("h3", "Delete everything?").into_content(),
        element("p", &[("role", "alert")]).child(told).into_content(),
        buttons.into_content(),
        element("p", &[("role", "status"), ("class", "help")]).child(said_since(desk)).into_content(),
    ]
    .into_content()
}
