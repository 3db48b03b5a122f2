//! Every figure of a case, on the desk and on the page that it is compared with, each in a browser of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::case::{Case, Filled, Layout, prepare};
use crate::figure::Figure;
use crate::keys::{be_quick, change, create_slowly, move_boundaries};
use crate::memory::KEEP_MEMORY;
use crate::opening::{OPENED, open_often, read};
use crate::page::Page;
use crate::places::{OCCURRENCES, often, words};
use crate::support::{Desk, Settings, environment, with_mortal_browser};
use crate::taking::{Taking, tried, words as words_of};
use crate::{many, memory, pointing, saving, searching, transfers};

/// How many words each figure of keys is taken on.
const WORDS: usize = 60;
/// How many of them with a slow processor.
const SLOW_WORDS: usize = 20;
/// How long anything may take.
pub const LONGEST: Duration = Duration::from_secs(120);
/// How long the text and the marks of a case may take to come in.
const LONGEST_IMPORT: Duration = Duration::from_secs(600);

/// Takes every figure on the desk; gives them, and the article, where it could be filled.
pub fn of_desk(case: &Case) -> (Vec<Figure>, Option<Filled>) {
    let (mut figures, mut filled) = (Vec::new(), None);
    in_browser(&mut figures, async |desk, figures| {
        begin(desk, LONGEST_IMPORT).await;
        desk.open("").await;
        eprintln!("{}, on the desk: the article and its marks", case.name);
        let article = &*filled.insert(prepare(desk, case).await);
        figures.extend(transfers::import(desk, case, article, Page::Desk).await);
        desk.wait_up_to(LONGEST).await;
        measure(desk, case, article, Page::Desk, figures).await;
        let address = format!("#/article/{}", article.article.id);
        weigh(desk, &address, figures).await;
    });
    (figures, filled)
}

/// Takes every figure that the comparison page can give with the same article.
pub fn of_plain_page(case: &Case, filled: &Filled) -> Vec<Figure> {
    let mut figures = Vec::new();
    in_browser(&mut figures, async |desk, figures| {
        begin(desk, LONGEST).await;
        let address = environment("BLUEPENCIL_PLAIN_ADDRESS");
        eprintln!("{}, on the plain page: the article and its marks", case.name);
        let mut unmarked = filled.plain.clone();
        unmarked["marks"] = json!([]);
        serve(&unmarked);
        desk.open(&address).await;
        figures.extend(transfers::import(desk, case, filled, Page::Plain).await);
        serve(&filled.plain);
        desk.open(&address).await;
        measure(desk, case, filled, Page::Plain, figures).await;
        weigh(desk, &address, figures).await;
    });
    figures
}

/// Does something in a browser with an empty profile. Where it fails, the figures that are there stay, and one says why.
pub fn in_browser(figures: &mut Vec<Figure>, work: impl AsyncFnOnce(&mut Desk, &mut Vec<Figure>)) {
    let settings = Settings { watched: false, ..Settings::default() };
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        with_mortal_browser(settings, async |desk: &mut Desk| work(desk, &mut *figures).await);
    }));
    if let Err(panic) = outcome {
        figures.push(Figure::failed("everything after this", words_of(&*panic)));
    }
}

/// What a browser is told before the first page.
pub async fn begin(desk: &Desk, longest: Duration) {
    desk.wait_up_to(longest).await;
    desk.before_every_page(OPENED).await;
    desk.before_every_page(KEEP_MEMORY).await;
}

/// Hands an article to the comparison page.
fn serve(article: &Value) {
    let file = Path::new(&environment("BLUEPENCIL_PLAIN_FOLDER")).join("case.json");
    std::fs::write(file, article.to_string()).expect("the article for the plain page");
}

/// Takes every figure on the page that is open.
async fn measure(desk: &Desk, case: &Case, filled: &Filled, page: Page, figures: &mut Vec<Figure>) {
    let all = words(&filled.article, &filled.extents, 3 * WORDS);
    let [for_changes, for_boundaries, others] =
        [0, 1, 2].map(|first| all.iter().copied().skip(first).step_by(3).collect::<Vec<_>>());
    let (word, places) = often(&filled.article, OCCURRENCES);
    let mut taking = Taking::new(desk, figures);
    taking.take("open", open_often(desk, case)).await;
    taking.take("click", pointing::click(desk, filled)).await;
    taking.take("scroll", pointing::scroll(desk)).await;
    taking.take("create … undo", change(desk, &for_changes)).await;
    taking.take("boundary", move_boundaries(desk, &for_boundaries)).await;
    taking.take("filter", many::filter(desk, page)).await;
    taking.take("search", searching::search(desk, &word, places[0])).await;
    taking.take("annotate all", many::annotate_all(desk, &places, page)).await;
    taking.take("download", transfers::download(desk)).await;
    let is_least = case.layout == Layout::Copies(1) && case.marks <= 50;
    if is_least {
        taking.take("create, slow processor", create_slowly(desk, &others[..SLOW_WORDS])).await;
        let _ = tried(be_quick(desk)).await;
    }
    if page == Page::Desk {
        taking.take("read with marks", read(desk)).await;
        taking.take("key to “Saved”", saving::save_often(desk, &others)).await;
        if is_least {
            taking.take("key to other tab", saving::show_in_another_tab(desk, &others)).await;
        }
    }
}

/// Starts the browser again, so that nothing of what was done before counts, and looks at the memory of the open page.
async fn weigh(desk: &mut Desk, address: &str, figures: &mut Vec<Figure>) {
    let started = tried(async {
        desk.quit().await;
        desk.start_again().await;
        begin(desk, LONGEST).await;
        desk.open(address).await;
    })
    .await;
    match started {
        Ok(()) => Taking::new(desk, figures).take("memory", memory::measure(desk)).await,
        Err(problem) => figures.push(Figure::failed("memory", problem)),
    }
}
