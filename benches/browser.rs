//! How long the page takes, in a real Chromium: to open, and from a key press to the painted mark.
//!
//! All times are taken inside the page: from the time stamp of the key's event (or the start of the navigation) to the
//! moment after the frame in which the CSS Custom Highlight registry holds what the key was for. Milliseconds shift from
//! machine to machine and with whatever else runs there.

use std::collections::HashSet;

use serde_json::{Value, json};

use support::{Article, Desk, LABELS, Settings, with_browser};

#[path = "../tests/browser/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use the whole page object, the benchmark a part of it")]
mod support;

/// How often each key is pressed.
const PRESSES: usize = 60;
/// How often the page is opened.
const LOADS: usize = 7;
/// Two frames at 60 a second, in milliseconds.
const TWO_FRAMES: f64 = 33.0;

/// Notes when the page is ready and painted, in milliseconds since the navigation began.
const OPENED: &str = "
    window.__opened = null;
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.appState !== 'ready') return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { window.__opened = performance.now(); };
        channel.port2.postMessage(0);
      });
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-app-state'] });";

/// Takes the time from the next key to the frame after which a stretch is painted with a label, or is not.
const ARM: &str = "
    const [label, start, end, wanted] = arguments;
    const first = place(start), last = place(end);
    const names = [`bp-${label}`, `bp-${label}-nested`];
    const painted = () => names.some((name) => [...(CSS.highlights.get(name) ?? [])].some((range) =>
      range.startContainer === first.node && range.startOffset === first.offset
      && range.endContainer === last.node && range.endOffset === last.offset));
    window.__took = null;
    if (painted() === wanted) throw new Error(`${label} from ${start} to ${end} is so already`);
    const listen = (event) => {
      if (['Shift', 'Control'].includes(event.key)) return;
      removeEventListener('keydown', listen, true);
      const look = () => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const now = performance.now();
          if (painted() === wanted) window.__took = now - event.timeStamp; else look();
        };
        channel.port2.postMessage(0);
      });
      look();
    };
    addEventListener('keydown', listen, true);
    return null";

/// A size of article to measure with.
struct Case {
    name: &'static str,
    copies: usize,
    marks: usize,
    /// Target for opening, in milliseconds.
    open: f64,
}

const CASES: [Case; 2] = [
    Case { name: "sample, 50 marks", copies: 1, marks: 50, open: 350.0 },
    Case { name: "100 x sample, 5,000 marks", copies: 100, marks: 5_000, open: 400.0 },
];

fn main() {
    println!(
        "{:<28}{:<22}{:>6}{:>12}{:>12}{:>12}   target",
        "article", "from … to painted", "times", "median", "p95", "longest"
    );
    for case in &CASES {
        with_browser(Settings { watched: false }, async |desk: &Desk| measure(desk, case).await);
    }
}

/// Prints one row of the table, in milliseconds.
fn row(case: &Case, figure: &str, mut times: Vec<f64>, target: &str) {
    times.sort_by(f64::total_cmp);
    // The smallest value that at least this share of all values does not exceed.
    let share = |percent: usize| times[(times.len() * percent).div_ceil(100) - 1];
    let (median, high, longest) = (share(50), share(95), share(100));
    println!(
        "{:<28}{figure:<22}{:>6}{median:>9.1} ms{high:>9.1} ms{longest:>9.1} ms   {target}",
        case.name,
        times.len()
    );
}

async fn measure(desk: &Desk, case: &Case) {
    desk.before_every_page(OPENED).await;
    desk.open("").await;
    let taken = fill(desk, case).await;
    row(case, "navigation", open_often(desk).await, &format!("median at most {} ms", case.open));
    let words = words(&desk.article().await, &taken);
    let [mark, relabel, delete, undo] = press_keys(desk, &words).await;
    for (figure, times) in [
        ("key C, marked", mark),
        ("Shift+Q, relabelled", relabel),
        ("Delete, deleted", delete),
        ("Ctrl+Z, undone", undo),
    ] {
        row(case, figure, times, &format!("p95 at most {TWO_FRAMES} ms"));
    }
}

/// Opens the text as often as the case wants it and gives it its marks by an import; gives their extents.
async fn fill(desk: &Desk, case: &Case) -> HashSet<(usize, usize)> {
    let sample = desk.article().await;
    if case.copies > 1 {
        let text = desk.export().await.json()["articles"][0]["text"].as_str().expect("the article's text").to_owned();
        let long = vec![text; case.copies].join("\n");
        desk.choose_files(&[("long.txt", long.as_bytes())]).await;
        desk.wait_until("the long article", async || {
            desk.article().await.blocks.len() >= sample.blocks.len() * case.copies
        })
        .await;
    }
    for (number, label) in LABELS.into_iter().enumerate() {
        let block = &desk.article().await.blocks[number];
        desk.mark_roughly(label, block.start, block.start + block.text.trim_end().chars().count()).await;
    }
    let mut file = desk.export().await.json();
    let extents = add_marks(&mut file, case.marks);
    desk.choose_files(&[("marks.bluepencil.json", file.to_string().as_bytes())]).await;
    desk.wait_until(&format!("{} annotations", case.marks), async || total(desk).await == case.marks).await;
    desk.saved().await;
    extents
}

/// How many annotations the list says there are.
async fn total(desk: &Desk) -> usize {
    desk.ask("const items = annotationItems(); return Math.max(items.length, Number(items[0]?.ariaSetSize ?? 0))", &[])
        .await
}

/// Loads the page from the server again and again; gives the times to the first paint of the article with its marks.
async fn open_often(desk: &Desk) -> Vec<f64> {
    desk.devtools("Network.enable", json!({})).await;
    desk.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    let mut times = Vec::new();
    for _ in 0..LOADS {
        desk.reload().await;
        times.push(desk.wait_for("the time of opening", async || desk.ask("return window.__opened", &[]).await).await);
    }
    times
}

/// Single words, spread evenly over the article, that no mark covers exactly.
fn words(article: &Article, taken: &HashSet<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for block in &article.blocks {
        let letters: Vec<char> = block.text.chars().collect();
        let mut start = 0;
        for word in letters.split(|letter| !letter.is_ascii_alphabetic()) {
            let span = (block.start + start, block.start + start + word.len());
            if word.len() >= 5 && !taken.contains(&span) {
                all.push(span);
            }
            start += word.len() + 1;
        }
    }
    let every = all.len() / PRESSES;
    assert!(every > 0, "the article has only {} words to mark", all.len());
    all.into_iter().step_by(every).take(PRESSES).collect()
}

/// Marks each word, relabels the mark, deletes it and brings it back; gives the times of each.
async fn press_keys(desk: &Desk, words: &[(usize, usize)]) -> [Vec<f64>; 4] {
    let steps =
        [("C", "claim", true), ("Shift+Q", "quote", true), ("Delete", "quote", false), ("Ctrl+Z", "quote", true)];
    let mut times: [Vec<f64>; 4] = Default::default();
    for &(start, end) in words {
        desk.select(start, end).await;
        for ((key, label, wanted), taken) in steps.iter().zip(&mut times) {
            desk.settle().await;
            desk.ask::<()>(ARM, &[json!(label), json!(start), json!(end), json!(wanted)]).await;
            desk.press(key).await;
            let what = format!("the paint after {key} on {start} to {end}");
            taken.push(desk.wait_for(&what, async || desk.ask("return window.__took", &[]).await).await);
        }
    }
    times
}

/// Adds marks to an exported article, made after the ones that are in it, until it has as many; gives all extents.
fn add_marks(file: &mut Value, count: usize) -> HashSet<(usize, usize)> {
    let article = &mut file["articles"][0];
    let text = Measured::new(article["text"].as_str().expect("the article's text"));
    let annotations = article["annotations"].as_array_mut().expect("annotations");
    let patterns = annotations.clone();
    let mut extents: HashSet<(usize, usize)> = patterns.iter().map(extent).collect();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    while annotations.len() < count {
        let (start, end) = stretch(&text.letters, &mut chance);
        if end > start && extents.insert((start, end)) {
            let mut mark = patterns[chance.below(patterns.len())].clone();
            mark["id"] = json!(uuid::Builder::from_random_bytes(chance.bytes()).into_uuid().to_string());
            mark["segments"] = json!([text.segment(start, end)]);
            annotations.push(mark);
        }
    }
    annotations.sort_by_key(|each| {
        let (start, end) = extent(each);
        (start, usize::MAX - end)
    });
    extents
}

/// Start and end of an exported annotation.
fn extent(annotation: &Value) -> (usize, usize) {
    let position =
        |key: &str| usize::try_from(annotation["segments"][0][key].as_u64().expect("a position")).expect("a position");
    (position("start"), position("end"))
}

/// A stretch of whole words, 10 to 300 characters long, in one paragraph but for one in twenty.
fn stretch(text: &[char], chance: &mut Chance) -> (usize, usize) {
    let begins = |at: usize| !text[at].is_whitespace() && (at == 0 || text[at - 1].is_whitespace());
    let Some(start) = (chance.below(text.len())..text.len()).find(|&at| begins(at)) else {
        return (0, 0);
    };
    let over_blocks = chance.below(20) == 0;
    let length = 10 + chance.below(291);
    let block_end = (start..text.len()).find(|&at| text[at] == '\n').unwrap_or(text.len());
    let limit = if over_blocks { text.len() } else { block_end };
    let ends = |at: usize| !text[at - 1].is_whitespace() && (at == text.len() || text[at].is_whitespace());
    let end = (start + 10..=limit).find(|&at| at >= (start + length).min(limit) && ends(at));
    (start, end.unwrap_or(0))
}

/// A text with the position of each of its code points in the two other units.
struct Measured {
    letters: Vec<char>,
    utf16: Vec<usize>,
    utf8: Vec<usize>,
}

impl Measured {
    fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let sums = |width: fn(&char) -> usize| {
            let before = letters.iter().scan(0, |sum, letter| {
                *sum += width(letter);
                Some(*sum)
            });
            std::iter::once(0).chain(before).collect()
        };
        Self { utf16: sums(|letter| letter.len_utf16()), utf8: sums(|letter| letter.len_utf8()), letters }
    }

    /// A segment as the file holds it, in its three units and with what stands around it.
    fn segment(&self, start: usize, end: usize) -> Value {
        let part = |from: usize, to: usize| self.letters[from..to].iter().collect::<String>();
        let (before, after) = (start.saturating_sub(32), (end + 32).min(self.letters.len()));
        json!({
            "start": start, "end": end,
            "utf16": [self.utf16[start], self.utf16[end]], "utf8": [self.utf8[start], self.utf8[end]],
            "exact": part(start, end), "prefix": part(before, start), "suffix": part(end, after),
        })
    }
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    /// The next one (xorshift).
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// One from 0 to below the limit.
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("below the limit")
    }

    /// Sixteen bytes.
    fn bytes(&mut self) -> [u8; 16] {
        let number = (u128::from(self.next()) << 64) | u128::from(self.next());
        number.to_be_bytes()
    }
}
