//! Every figure of a case, on the desk and on the page that it is compared with, each in a browser of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::case::{Case, Filled, Layout, prepare};
use crate::figure::Figure;
use crate::keys::{be_quick, change, create_slowly, move_boundaries};
use crate::opening::{open_often, read};
use crate::page::Page;
use crate::places::{OCCURRENCES, often, words};
use crate::support::{Desk, Settings, environment, with_mortal_browser};
use crate::taking::{PATIENCE, Taking, begin, tried};
use crate::{many, memory, pointing, saving, searching, transfers};

/// How many words each figure of keys is taken on.
const WORDS: usize = 60;
/// How many of them with a slow processor.
const SLOW_WORDS: usize = 20;
/// How long the text and the marks of a case may take to come in.
const LONGEST_IMPORT: Duration = Duration::from_secs(600);

/// Takes every figure on the desk; gives them, and the article, where it could be filled.
pub fn of_desk(case: &Case) -> (Vec<Figure>, Option<Filled>) {
    let (mut figures, mut filled) = (Vec::new(), None);
    in_browser(&mut figures, async |desk, figures| {
        begin(desk).await;
        desk.wait_up_to(LONGEST_IMPORT).await;
        desk.open("").await;
        eprintln!("{}, on the desk: the article and its marks", case.name);
        let article = &*filled.insert(prepare(desk, case).await);
        figures.extend(transfers::import(desk, case, article, Page::Desk).await);
        desk.wait_up_to(PATIENCE).await;
        let address = format!("#/article/{}", article.article.id);
        measure(&mut Taking::new(desk, address, figures), case, article, Page::Desk).await;
    });
    (figures, filled)
}

/// Takes every figure that the comparison page can give with the same article.
pub fn of_plain_page(case: &Case, filled: &Filled) -> Vec<Figure> {
    let mut figures = Vec::new();
    in_browser(&mut figures, async |desk, figures| {
        begin(desk).await;
        let address = environment("BLUEPENCIL_PLAIN_ADDRESS");
        eprintln!("{}, on the plain page: the article and its marks", case.name);
        let mut unmarked = filled.plain.clone();
        unmarked["marks"] = json!([]);
        serve(&unmarked);
        desk.open(&address).await;
        figures.extend(transfers::import(desk, case, filled, Page::Plain).await);
        serve(&filled.plain);
        desk.open(&address).await;
        measure(&mut Taking::new(desk, address, figures), case, filled, Page::Plain).await;
    });
    figures
}

/// Does something in a browser with an empty profile. Where it fails, the figures that are there stay, and one says why.
pub fn in_browser(figures: &mut Vec<Figure>, work: impl AsyncFnOnce(&mut Desk, &mut Vec<Figure>)) {
    let settings = Settings { watched: false, ..Settings::default() };
    let begun = catch_unwind(AssertUnwindSafe(|| {
        with_mortal_browser(settings, async |desk: &mut Desk| {
            if let Err(problem) = tried(work(desk, figures)).await {
                figures.push(Figure::failed("everything after this", problem));
            }
        });
    }));
    if begun.is_err() {
        figures.push(Figure::failed("the browser", "it was not started, or not ended: see above".to_owned()));
    }
}

/// Hands an article to the comparison page.
fn serve(article: &Value) {
    let file = Path::new(&environment("BLUEPENCIL_PLAIN_FOLDER")).join("case.json");
    std::fs::write(file, article.to_string()).expect("the article for the plain page");
}

/// Takes every figure on the page that is open; those of its memory in another browser, where nothing was done before.
async fn measure(taking: &mut Taking<'_>, case: &Case, filled: &Filled, page: Page) {
    let all = words(&filled.article, &filled.extents, 3 * WORDS);
    let [for_changes, for_boundaries, others] =
        [0, 1, 2].map(|first| all.iter().copied().skip(first).step_by(3).collect::<Vec<_>>());
    let (word, places) = often(&filled.article, OCCURRENCES);
    taking.take("open", async |desk| open_often(desk, case).await).await;
    taking.take("click", async |desk| pointing::click(desk, filled).await).await;
    taking.take("scroll", pointing::scroll).await;
    taking.take("create … undo", async |desk| change(desk, &for_changes).await).await;
    taking.take("boundary", async |desk| move_boundaries(desk, &for_boundaries).await).await;
    taking.take("filter", async |desk| many::filter(desk, page).await).await;
    taking.take("search", async |desk| searching::search(desk, &word, places[0]).await).await;
    taking.take("annotate all", async |desk| many::annotate_all(desk, &places, page).await).await;
    taking.take("download", transfers::download).await;
    let is_least = case.layout == Layout::Copies(1) && case.marks <= 50;
    if is_least {
        taking.take("create, slow processor", async |desk| create_slowly(desk, &others[..SLOW_WORDS]).await).await;
        taking.take("the processor as it was", be_quick).await;
    }
    if page == Page::Desk {
        taking.take("read with marks", read).await;
        taking.take("key to “Saved”", async |desk| saving::save_often(desk, &others).await).await;
        if is_least {
            taking.take("key to other tab", async |desk| saving::show_in_another_tab(desk, &others).await).await;
        }
    }
    match taking.start_again(false).await {
        Ok(()) => taking.take("memory", memory::measure).await,
        Err(problem) => taking.fail("memory", problem),
    }
}
