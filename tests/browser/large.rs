//! Articles with thousands of marks: they come in, are kept, killed, shared between tabs, and damaged as small ones are.

use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::time::sleep;

use crate::support::{Desk, LongArticle, Settings, Tiers, with_browser, with_desk, with_mortal_browser};

/// How many marks an article has that is worked on.
const MARKS: usize = 5_000;

/// How often a browser is killed while it takes an article in, each time in another part of the time that takes.
const KILLS: u32 = 6;

/// The tiers as [`Tiers`] has them.
const LOCAL_STORAGE: usize = 0;
const DATABASE: usize = 1;
/// What the key of a damaged record begins with that was set aside.
const RESCUE: &str = "bluepencil/rescue/";

/// What the page says where a crash may cost something.
const LIGHTLY: &str = "Kept in this browser; a crash may lose the last minute";

/// Notes how far each import has come whenever its dialog shows it, as pairs of what is done and how much there is.
const NOTE_PROGRESS: &str = "
    window.__progress = [];
    new MutationObserver(() => {
        const bar = document.querySelector('dialog[open] progress');
        if (bar) __progress.push([bar.value, bar.max]);
    }).observe(document.documentElement, { childList: true, subtree: true, attributes: true });
    return null";

/// Cancels an import in some way as soon as its dialog is there: a hand is slower than the import of a few thousand marks.
const AT_ONCE: &str = "
    new MutationObserver((_, observer) => {
        const dialog = document.querySelector('dialog[open]');
        if (!dialog?.querySelector('progress')) return;
        observer.disconnect();
        {way};
    }).observe(document.documentElement, { childList: true, subtree: true, attributes: true });
    return null";

async fn choose(desk: &Desk, article: &LongArticle) {
    desk.choose_files(&[("long.json", &article.file)]).await;
}

/// Imports the article, waits until it is kept, and gives it.
async fn imported(desk: &Desk, number: usize) -> LongArticle {
    let article = LongArticle::new(number, MARKS);
    choose(desk, &article).await;
    is_open(desk, &article, MARKS).await;
    desk.saved().await;
    article
}

/// Waits until the article is open with so many marks.
async fn is_open(desk: &Desk, article: &LongArticle, marks: usize) {
    desk.gives("the open article", &article.id, "return article()?.dataset.articleId ?? null", &[]).await;
    desk.list_counts(marks).await;
}

/// Marks free words of an article, the first of which has this number, and waits for each in the list.
async fn mark_free(desk: &Desk, article: &LongArticle, words: std::ops::Range<usize>) {
    for word in &article.free[words] {
        desk.mark("claim", word.start, word.end).await;
    }
}

#[test]
fn a_large_import_tells_how_far_it_is_and_all_of_it_is_there_after_a_reload_and_in_either_tier() {
    with_desk(async |desk| {
        desk.run(NOTE_PROGRESS, &[]).await;
        let article = imported(desk, 1).await;
        desk.no_dialog().await;
        let told: Vec<(usize, usize)> = desk.now("return __progress", &[]).await;
        assert!(told.iter().any(|(done, _)| (1..MARKS).contains(done)), "it was shown under way: {told:?}");
        assert!(told.is_sorted() && told.iter().all(|(_, all)| *all == MARKS), "it goes up to all: {told:?}");
        assert_eq!(desk.export().await.spans(), article.spans);
        desk.records_are(&article.prefix(), [article.records(); 2]).await;
        for empty in ["", "localStorage.clear()", "indexedDB.deleteDatabase('bluepencil')"] {
            desk.run(empty, &[]).await;
            desk.reload().await;
            is_open(desk, &article, MARKS).await;
            desk.records_are(&article.prefix(), [article.records(); 2]).await;
        }
        assert_eq!(desk.export().await.spans(), article.spans);
        desk.alert_is("").await;
    });
}

#[test]
fn a_cancelled_import_leaves_nothing_in_either_tier_and_nothing_in_the_library() {
    with_desk(async |desk| {
        let (open, before) = (desk.settled_article().await, desk.settled_tiers().await);
        let article = LongArticle::new(1, MARKS);
        for way in [
            "dialog.close()",
            "[...dialog.querySelectorAll('button')].find((one) => one.textContent === 'Cancel').click()",
        ] {
            desk.listen().await;
            desk.run(&AT_ONCE.replace("{way}", way), &[]).await;
            choose(desk, &article).await;
            desk.told("The import of long.json was cancelled. Nothing was changed.").await;
            desk.no_dialog().await;
            desk.article_is(&open).await;
            assert_eq!(desk.settled_tiers().await, before);
        }
        desk.open_library().await;
        desk.offers_no(&article.title).await;
        desk.reload().await;
        desk.offers_no(&article.title).await;
    });
}

#[test]
fn two_tabs_share_the_marks_of_a_large_article_and_the_import_of_another() {
    with_desk(async |desk| {
        let article = imported(desk, 1).await;
        let first = desk.tab().await;
        let second = desk.open_tab().await;
        is_open(desk, &article, MARKS).await;
        mark_free(desk, &article, 0..3).await;
        desk.to_tab(&first).await;
        desk.list_counts(MARKS + 3).await;
        mark_free(desk, &article, 3..6).await;
        desk.saved().await;
        let seen = desk.export().await.spans();
        assert_eq!(seen.len(), MARKS + 6);
        desk.to_tab(&second).await;
        desk.list_counts(MARKS + 6).await;
        assert_eq!(desk.export().await.spans(), seen);
        desk.open_library().await;
        desk.to_tab(&first).await;
        let other = imported(desk, 2).await;
        desk.to_tab(&second).await;
        desk.click_what_says(&other.title).await;
        is_open(desk, &other, MARKS).await;
        assert_eq!(desk.export().await.spans(), other.spans);
    });
}

#[test]
fn with_local_storage_full_a_large_import_and_the_marks_after_it_are_saved() {
    with_desk(async |desk| {
        desk.fill_local_storage().await;
        let article = imported(desk, 1).await;
        desk.save_line_is("Saved").await;
        desk.reload().await;
        is_open(desk, &article, MARKS).await;
        mark_free(desk, &article, 0..2).await;
        desk.saved().await;
        desk.save_line_is("Saved").await;
        desk.reload().await;
        is_open(desk, &article, MARKS + 2).await;
        desk.alert_is("").await;
        // Of what is written meanwhile some gets shorter, and then there is room for a mark or two.
        desk.records_are_in_the_database_alone(&article.prefix(), article.records() + 2).await;
        desk.empty_local_storage().await;
        desk.reload().await;
        // What it had no room for is there once there is some.
        desk.records_are(&article.prefix(), [article.records() + 2; 2]).await;
    });
}

/// The disk itself, as the browser allots it.
#[test]
fn a_large_import_for_which_no_tier_has_room_is_told_and_saved_once_there_is() {
    with_browser(Settings::default(), async |desk| {
        // What is kept to work without the network would need room as well.
        desk.before_every_page("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })").await;
        desk.allot(Some(500_000)).await;
        desk.open("").await;
        desk.saved().await;
        desk.fill_local_storage().await;
        desk.listen().await;
        let article = LongArticle::new(1, MARKS);
        choose(desk, &article).await;
        desk.warned("your last change is not saved").await;
        desk.save_state_is("failed").await;
        is_open(desk, &article, MARKS).await;
        assert_eq!(desk.export().await.spans(), article.spans);
        desk.empty_local_storage().await;
        mark_free(desk, &article, 0..1).await;
        desk.save_line_is(LIGHTLY).await;
        desk.allot(None).await;
        mark_free(desk, &article, 1..2).await;
        desk.save_line_is("Saved").await;
        desk.run("localStorage.clear()", &[]).await;
        desk.reload().await;
        is_open(desk, &article, MARKS + 2).await;
    });
}

/// Cuts some records of an article in half, in these tiers; gives them as they are then, by key.
async fn damage(desk: &Desk, article: &LongArticle, places: &[usize]) -> Vec<(String, String)> {
    let mut tiers = desk.settled_tiers().await;
    let marks: Vec<String> = tiers[DATABASE]
        .keys()
        .filter(|key| key.starts_with(&article.prefix()) && !key.ends_with("/text") && !key.ends_with("/article"))
        .cloned()
        .collect();
    let mut damaged = Vec::new();
    // In front, in the middle and at the end of what is read.
    for key in [&marks[0], &marks[MARKS / 2], &marks[MARKS - 1]] {
        for place in places {
            let record = tiers[*place].get_mut(key).expect("a record");
            *record = record.chars().take(record.chars().count() / 2).collect();
        }
        damaged.push((key.clone(), tiers[places[0]][key].clone()));
    }
    desk.put_tiers(&tiers).await;
    damaged
}

/// Whether the tiers have kept all damaged records byte for byte, each under a key of its own.
fn are_set_aside(tiers: &Tiers, places: &[usize], damaged: &[(String, String)]) -> bool {
    let is_kept = |place: usize, key: &str, bytes: &str| {
        let aside =
            |(aside, kept): (&String, &String)| aside.starts_with(RESCUE) && aside.ends_with(key) && kept == bytes;
        tiers[place].iter().any(aside)
    };
    places.iter().all(|place| damaged.iter().all(|(key, bytes)| is_kept(*place, key, bytes)))
}

#[test]
fn some_of_thousands_of_records_that_are_damaged_in_one_tier_are_taken_from_the_other() {
    with_desk(async |desk| {
        let article = imported(desk, 1).await;
        desk.records_are(&article.prefix(), [article.records(); 2]).await;
        let whole = desk.settled_tiers().await;
        for place in [LOCAL_STORAGE, DATABASE] {
            let damaged = damage(desk, &article, &[place]).await;
            desk.reload().await;
            is_open(desk, &article, MARKS).await;
            desk.tiers_where("whole records, and what was damaged,", |tiers| {
                let is_whole = |(key, _): &(String, String)| tiers[place].get(key) == whole[place].get(key);
                damaged.iter().all(is_whole) && are_set_aside(tiers, &[place], &damaged)
            })
            .await;
            desk.alert_is("").await;
        }
        assert_eq!(desk.export().await.spans(), article.spans);
    });
}

#[test]
fn some_of_thousands_of_records_that_are_damaged_in_both_tiers_are_told_and_kept_and_the_rest_opens() {
    with_desk(async |desk| {
        let article = imported(desk, 1).await;
        desk.records_are(&article.prefix(), [article.records(); 2]).await;
        let damaged = damage(desk, &article, &[LOCAL_STORAGE, DATABASE]).await;
        desk.reload().await;
        is_open(desk, &article, MARKS - damaged.len()).await;
        desk.alert_where("a word on what is damaged", |said| {
            said.contains("3 records") && said.contains("Nothing of it was thrown away: “Storage” gives it out")
        })
        .await;
        desk.tiers_where("what was damaged", |tiers| are_set_aside(tiers, &[LOCAL_STORAGE, DATABASE], &damaged)).await;
        desk.reload().await;
        is_open(desk, &article, MARKS - damaged.len()).await;
        desk.alert_is("").await;
    });
}

/// A number from 0 to 1, another each time.
fn any_share() -> f64 {
    RandomState::new().hash_one(0) as f64 / u64::MAX as f64
}

/// What came of one kill.
struct Kill {
    /// How many milliseconds after the file was chosen.
    moment: u128,
    is_shown_as_saved: bool,
    is_there: bool,
}

/// Has a browser as it is before the first visit, with the page in it.
async fn begin_anew(desk: &Desk) {
    // Of the host's own files this is the one that no script is in.
    desk.go(&format!("{}worker-switch.txt", desk.origin())).await;
    let forget = "localStorage.clear();
        const deleting = indexedDB.deleteDatabase('bluepencil');
        await new Promise((done, failed) => { deleting.onsuccess = done; deleting.onerror = failed; })";
    desk.answer::<()>(forget, &[]).await;
    desk.open("").await;
    desk.saved().await;
}

/// Kills the browser so long after it was given an article, and looks at what another one finds.
async fn killed(desk: &mut Desk, article: &LongArticle, after: Duration) -> Kill {
    begin_anew(desk).await;
    let killer = desk.killer();
    let begun = Instant::now();
    choose(desk, article).await;
    sleep(after.saturating_sub(begun.elapsed())).await;
    let is_shown_as_saved = desk
        .now(
            "return article()?.dataset.articleId === arguments[0] && document.documentElement.dataset.saveState === 'saved'",
            &[json!(article.id)],
        )
        .await;
    killer.kill();
    let moment = begun.elapsed().as_millis();
    desk.start_again().await;
    desk.open("#/library").await;
    let is_there = desk.records_are_all_or_none(&article.prefix(), article.records()).await;
    if is_there {
        desk.click_what_says(&article.title).await;
        is_open(desk, article, MARKS).await;
        assert_eq!(desk.export().await.spans(), article.spans);
    } else {
        desk.offers_no(&article.title).await;
    }
    desk.alert_is("").await;
    Kill { moment, is_shown_as_saved, is_there }
}

#[test]
fn a_large_import_that_is_killed_at_any_moment_is_there_as_a_whole_or_not_at_all() {
    // Who writes everything down slows the page.
    let settings = Settings { watched: false, ..Settings::default() };
    with_mortal_browser(settings, async |desk: &mut Desk| {
        desk.open("").await;
        let begun = Instant::now();
        let article = imported(desk, 1).await;
        desk.records_are(&article.prefix(), [article.records(); 2]).await;
        // Undisturbed it takes so long until both tiers have it.
        let long = begun.elapsed();
        for part in 0..KILLS {
            let after = (long * part + long.mul_f64(any_share())) / KILLS;
            let Kill { moment, is_shown_as_saved, is_there } = killed(desk, &article, after).await;
            println!("killed after {moment} ms: shown as saved {is_shown_as_saved}, there {is_there}");
            assert!(is_there || !is_shown_as_saved, "what was shown as saved is lost");
        }
    });
}

#[test]
fn no_mark_shown_as_saved_is_lost_when_the_browser_is_killed_right_after_the_next_in_a_large_article() {
    let settings = Settings { watched: false, ..Settings::default() };
    with_mortal_browser(settings, async |desk: &mut Desk| {
        desk.open("").await;
        let article = imported(desk, 1).await;
        let mut marks = MARKS;
        for burst in 0..3 {
            let words = &article.free[10 * burst..];
            for word in &words[..burst + 1] {
                desk.mark("claim", word.start, word.end).await;
                marks += 1;
            }
            desk.saved().await;
            let killer = desk.killer();
            desk.select(words[5].start, words[5].end).await;
            desk.press("Q").await;
            killer.kill();
            desk.start_again().await;
            desk.open(&article.address()).await;
            desk.gives("the open article", &article.id, "return article()?.dataset.articleId ?? null", &[]).await;
            let found = desk.export().await.spans().len();
            assert!(found == marks || found == marks + 1, "{marks} were shown as saved, and {found} are there");
            marks = found;
        }
    });
}
