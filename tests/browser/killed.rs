//! A browser that is killed in the middle of the work: what was shown as saved is there afterwards, and of the rest no more
//! than the last second is lost.

use std::collections::HashSet;
use std::fmt::{self, Write as _};
use std::hash::{BuildHasher as _, RandomState};
use std::ops::Range;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;
use serde_json::json;

use crate::support::{Desk, Settings, beside_the_project, with_mortal_browser};

/// How many marks a burst makes.
const MARKS: usize = 200;
/// How many milliseconds the burst leaves the page alone after each mark, once that is painted.
const PACE: u64 = 40;
/// After so many marks the burst waits until it sees that they are saved, as somebody does who looks up now and then.
const LOOK_UP: usize = 10;
/// Local storage is worst off from here on: it has written once, and waits longer before it does so again.
const WORST: u64 = 6_000;
/// How many milliseconds before a kill everything is made ready for it.
const GET_READY: u64 = 250;
/// A burst takes this long at least.
const END: u64 = PACE * MARKS as u64;
/// How old the oldest lost work may be in the best of the kills, in milliseconds.
const MOST_LOST: u64 = 1_000;

/// Starts to mark the article's words with a key, one after the other, and notes when each mark was made and how many stood
/// in the list whenever the page said that everything is saved.
const BURST: &str = r"
    const words = blocks().flatMap(({ node, text }) => [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ node, index, word })));
    const [count, pace, lookUp] = arguments;
    const state = document.documentElement, burst = window.__burst = { begun: Date.now(), made: [], shown: 0 };
    const look = () => {
        if (state.dataset.saveState === 'saved') burst.shown = Math.max(burst.shown, annotationItems().length);
    };
    new MutationObserver(look).observe(state, { attributeFilter: ['data-save-state'] });
    (async () => {
        for (const { node, index, word } of words.slice(0, count)) {
            article().focus({ preventScroll: true });
            getSelection().setBaseAndExtent(node, index, node, index + word.length);
            await new Promise((resolve) => setTimeout(resolve, pace));
            const now = Date.now();
            article().dispatchEvent(new KeyboardEvent('keydown', { key: 'q', code: 'KeyQ', bubbles: true, cancelable: true }));
            burst.made.push(now);
            await frames(1);
            while (burst.made.length % lookUp === 0 && (look(), burst.shown < burst.made.length)) await frames(1);
        }
    })();
    return burst.begun";

/// Notes what local storage has kept by itself, before the page makes good for it.
const LEFT: &str = "window.__left = Object.keys(localStorage)";

/// What a page last told of its burst.
#[derive(Deserialize)]
struct Burst {
    /// When it began, as all moments in milliseconds since 1970.
    begun: u64,
    /// When each mark was made.
    made: Vec<u64>,
    /// How many marks were shown as saved.
    shown: usize,
    /// When the page told this.
    told: u64,
}

impl Burst {
    /// When the first mark was made that another browser does not find, or the earliest moment at which it can have been: each
    /// mark that was made after the page had told this took its time.
    fn first_lost(&self, found: usize) -> u64 {
        let later = found.saturating_sub(self.made.len()) as u64;
        self.made.get(found).copied().unwrap_or(self.told + PACE * later)
    }
}

/// What came of one kill.
struct Outcome {
    /// How many milliseconds after the first mark was asked for the browser was killed.
    moment: u64,
    made: usize,
    shown: usize,
    found: usize,
    /// How many marks local storage alone would have had.
    in_local_storage: usize,
    /// How old the oldest work was that is lost, in milliseconds, or can have been where the page could not tell of it.
    age: u64,
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { moment, made, shown, found, in_local_storage, age } = self;
        write!(formatter, "{moment:>9} {made:>9} {shown:>14} {found:>9} {in_local_storage:>21} {age:>18}")
    }
}

const HEAD: &str = "killed at      made shown as saved     found in local storage alone oldest loss, in ms\n";

/// Now, in milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock that is not wrong by decades");
    u64::try_from(since.as_millis()).expect("a moment of these days")
}

/// A number of the range, another each time.
fn any_of(range: Range<u64>) -> u64 {
    range.start + RandomState::new().hash_one(0) % (range.end - range.start)
}

/// A text of its own with a word for each mark.
fn text(number: usize) -> String {
    let mut text = format!("Burst {number}\n");
    for word in 0..MARKS {
        text.push_str(if word % 40 == 0 { "\n\nThe" } else { " word" });
        write!(text, "-{number}-{word}").expect("a text takes everything");
    }
    text + "\n"
}

/// Runs a burst of marks in the open article and kills the browser so many milliseconds after it began. Gives what the page
/// told last, and when the browser was dead.
async fn burst_until_killed(desk: &Desk, moment: u64) -> (Burst, u64) {
    let begun: u64 = desk.now(BURST, &[json!(MARKS), json!(PACE), json!(LOOK_UP)]).await;
    let until = async |moment: u64| tokio::time::sleep(Duration::from_millis(moment.saturating_sub(now()))).await;
    until(begun + moment - GET_READY).await;
    let killer = desk.killer();
    until(begun + moment).await;
    let burst = desk.now("return { ...__burst, told: Date.now() }", &[]).await;
    killer.kill();
    (burst, now())
}

/// One kill in the middle of a burst, and another browser that finds what is left.
async fn outcome(desk: &mut Desk, number: usize, moment: u64) -> (String, Outcome) {
    let article = desk.open_text(&text(number)).await;
    desk.saved().await;
    let (burst, killed) = burst_until_killed(desk, moment).await;
    desk.start_again().await;
    desk.before_every_page(LEFT).await;
    desk.open(&format!("#/article/{}", article.id)).await;
    let found: HashSet<(usize, usize)> =
        desk.settled_annotations().await.iter().map(|mark| (mark.start, mark.end)).collect();
    let whole = article.words().iter().take_while(|word| found.contains(word)).count();
    assert_eq!(whole, found.len(), "a mark is there that was made after one that is not");
    let left: Vec<String> = desk.now("return __left", &[]).await;
    let in_local_storage = left.iter().filter(|key| key.contains(&article.id)).count().saturating_sub(2);
    let age = killed.saturating_sub(burst.first_lost(whole));
    let moment = killed - burst.begun;
    (article.id, Outcome { moment, made: burst.made.len(), shown: burst.shown, found: whole, in_local_storage, age })
}

/// Kills a browser so often, each time at a moment of the range, and checks what is left.
fn kills(name: &str, times: usize, moments: Range<u64>) {
    // Who writes everything down slows the page.
    let settings = Settings { watched: false, ..Settings::default() };
    with_mortal_browser(settings, async |desk: &mut Desk| {
        desk.open("").await;
        let mut all = Vec::new();
        for number in 0..times {
            all.push(outcome(desk, number, any_of(moments.clone())).await);
        }
        report(name, &all);
        for (_, each) in &all {
            assert!(each.found >= each.shown, "work that was shown as saved is lost:\n{HEAD}{each}");
        }
        assert!(all.iter().any(|(_, each)| each.shown > 0), "nothing was shown as saved, so nothing was tried");
        // A busy machine or its disk may stand still for seconds at any moment, and the page with them; how long is in the
        // report. A page that writes too late does so each time.
        let ages: Vec<u64> = all.iter().map(|(_, each)| each.age).collect();
        assert!(ages.iter().any(|age| *age <= MOST_LOST), "more than the last second is lost: {ages:?}");
        for (article, each) in all {
            desk.open(&format!("#/article/{article}")).await;
            // A later kill has cost an earlier article nothing.
            desk.annotations_to_be(each.found).await;
        }
    });
}

/// Prints the table of what came of the kills, and keeps it beside the pictures of failed tests.
fn report(name: &str, all: &[(String, Outcome)]) {
    let rows: Vec<String> = all.iter().map(|(_, each)| each.to_string()).collect();
    let table = format!("{HEAD}{}\n", rows.join("\n"));
    println!("{table}");
    let folder = beside_the_project("target/browser-tests");
    std::fs::create_dir_all(&folder).expect("the folder for tables");
    std::fs::write(folder.join(format!("killed-{name}.txt")), table).expect("a table of the kills");
}

#[test]
fn nothing_shown_as_saved_is_lost_when_the_browser_is_killed_within_six_seconds() {
    kills("early", 10, 400..WORST);
}

#[test]
fn nothing_shown_as_saved_is_lost_when_the_browser_is_killed_later() {
    kills("late", 5, WORST..END);
}

#[test]
fn nothing_shown_as_saved_is_lost_when_the_browser_is_killed_later_once_more() {
    kills("late-again", 5, WORST..END);
}
