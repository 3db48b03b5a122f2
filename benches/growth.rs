//! How the time of each operation grows with the number of annotations: `cargo bench --bench growth`.
//!
//! The text grows with the annotations, so that as many stand at each place and a query has as much to return. Beside each time
//! stands how much longer it is than that of a tenth of the annotations: little more than once for what costs O(log n), and ten
//! times or, where the processor's caches become too small, twenty for what goes over all of them.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bluepencil::annotation::{Annotation, AnnotationId, BUILT_IN, Label, Origin, Status, Target};
use bluepencil::article::{Article, ArticleId, Extra, Timestamp};
use bluepencil::document::{Document, Edit, Entry, History, RecordState, Transaction, merge};
use bluepencil::format::native;
use bluepencil::session::{After, Command, Event, Filter, Place, Session, Stamp, Stored};
use bluepencil::text::{Span, Text, Utf8};
use bluepencil::wire::MOST_BYTES;
use uuid::Uuid;

/// How many annotations.
const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];
/// For how long an operation is repeated for one time, and how many times are taken.
const BATCH: Duration = Duration::from_millis(3);
const BATCHES: usize = 15;
/// What the text is made of: one annotation stands on each of these.
const SENTENCE: &str = "“We are close to it,” said the harbour master of Farwater. ";
/// How many of them are a paragraph.
const PARAGRAPH: usize = 12;

fn main() {
    let mut rows: Vec<(&str, Vec<Duration>)> = Vec::new();
    for size in SIZES {
        for (name, time) in times(&Case::new(size)) {
            match rows.iter_mut().find(|(known, _)| *known == name) {
                Some((_, times)) => times.push(time),
                None => rows.push((name, vec![time])),
            }
        }
    }
    let sizes: String = SIZES.iter().map(|size| format!("{size:>19}")).collect();
    println!("{:<44}{sizes}", "annotations");
    for (name, times) in rows {
        let factors = std::iter::once(String::new())
            .chain(times.windows(2).map(|two| format!("×{:.1}", two[1].as_secs_f64() / two[0].as_secs_f64())));
        let cells: String =
            times.iter().zip(factors).map(|(time, factor)| format!("{factor:>8} {:>10}", shown(*time))).collect();
        println!("{name:<44}{cells}");
    }
}

/// A time in three digits or so.
fn shown(time: Duration) -> String {
    let nanoseconds = time.as_secs_f64() * 1e9;
    match nanoseconds {
        under if under < 1e3 => format!("{under:.0} ns"),
        under if under < 1e6 => format!("{:.1} µs", under / 1e3),
        over => format!("{:.1} ms", over / 1e6),
    }
}

/// How long one call takes: the least of a few batches, because what else the machine does only adds to it.
fn time<T>(mut call: impl FnMut() -> T) -> Duration {
    let first = Instant::now();
    black_box(call());
    let estimate = first.elapsed().max(Duration::from_nanos(1));
    let calls = u32::try_from((BATCH.as_nanos() / estimate.as_nanos()).clamp(1, 100_000)).unwrap_or(1);
    let batch = |_| {
        let start = Instant::now();
        (0..calls).for_each(|_| drop(black_box(call())));
        start.elapsed() / calls
    };
    (0..BATCHES).map(batch).fold(Duration::MAX, Duration::min)
}

fn moment() -> Timestamp {
    Timestamp::from_unix_milliseconds(1_764_000_000_000)
}

fn id(number: usize) -> AnnotationId {
    // Ids are random in the desk: neighbours in the text are none among the ids.
    AnnotationId::new(Uuid::from_u128((number as u128 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)))
}

/// An annotation of the quotation in a sentence.
fn annotation(text: &Text, number: usize, sentence: usize, label: Label) -> Annotation {
    let start = start_of(sentence);
    let span = Span::covering(text, Utf8::at(start), Utf8::at(start + 20)).expect("a sentence has words");
    Annotation {
        id: id(number),
        label,
        target: Target::one(span),
        note: String::new(),
        flags: Vec::new(),
        status: Status::Accepted,
        origin: Origin::person(),
        created: moment(),
        modified: moment(),
        creator: String::new(),
        extra: Extra::default(),
    }
}

/// Where a sentence begins: one character stands between two paragraphs for the space at the end of the first.
fn start_of(sentence: usize) -> usize {
    sentence * SENTENCE.len() + sentence / PARAGRAPH
}

/// A document with so many annotations, and what is done to it.
struct Case {
    size: usize,
    document: Document,
    /// In the middle of it.
    middle: AnnotationId,
    added: Transaction,
}

impl Case {
    fn new(size: usize) -> Self {
        let paragraph = SENTENCE.repeat(PARAGRAPH) + "\n";
        let raw = paragraph.repeat(size / PARAGRAPH + 2);
        let article = Article::from_plain(ArticleId::new(Uuid::from_u128(1)), &raw, "Harbour");
        let label = |number: usize| BUILT_IN[number % BUILT_IN.len()].label();
        let entry = |number| Entry {
            annotation: Arc::new(annotation(&article.text, number, number, label(number))),
            revision: 1,
            writer: "file".into(),
        };
        let entries = (0..size).map(entry).collect();
        let added = annotation(&article.text, size, size / 2, label(size / 2 + 1));
        let document = Document::restored(article, 1, entries, []);
        Self { size, document, middle: id(size / 2), added: Transaction::added("marked", added) }
    }

    fn change(&self, change: impl FnOnce(Annotation) -> Annotation) -> Transaction {
        let before = self.document.annotation(self.middle).expect("it is there");
        Transaction::changed("changed", before, change((**before).clone()))
    }
}

/// How long each operation takes.
fn times(case: &Case) -> Vec<(&'static str, Duration)> {
    let mut times = of_document(case);
    times.extend(of_session(case));
    times.extend(of_all(case));
    times
}

/// What is done to a document.
fn of_document(case: &Case) -> Vec<(&'static str, Duration)> {
    let (document, middle) = (&case.document, case.middle);
    let annotation = document.annotation(middle).expect("it is there");
    let removed = Transaction::removed("deleted", annotation);
    let relabelled = case.change(|before| Annotation { label: BUILT_IN[3].label(), ..before });
    let noted = case.change(|before| Annotation { note: "why".to_owned(), ..before });
    let text = &document.article().text;
    let all = Span::covering(text, Utf8(0), text.end()).expect("there are words");
    let spread = case.change(|before| Annotation { target: Target::one(all), ..before });
    let apply = |transaction: &Transaction| time(|| document.apply(black_box(transaction)));
    let state = RecordState::Removed(middle, 9, "other".into());
    let later = document.apply(&noted).expect("it fits");
    let place = document.position(middle).expect("it is there");
    let start = annotation.target.start();
    let mut history = History::default();
    (0..case.size).for_each(|_| history.push(noted.clone()));
    history.take_changes();
    vec![
        ("apply: one added", apply(&case.added)),
        ("apply: one deleted", apply(&removed)),
        ("apply: one relabelled", apply(&relabelled)),
        ("apply: one note changed", apply(&noted)),
        ("apply: one that comes to cover the article", apply(&spread)),
        ("with_states: one from another tab", time(|| document.with_states(vec![state.clone()]))),
        ("changes_to: one that differs", time(|| document.changes_to(&later).count())),
        ("entry of an id", time(|| document.entry(black_box(middle)))),
        ("position of an id", time(|| document.position(black_box(middle)))),
        ("entry at a position", time(|| document.entries().get(black_box(place)))),
        ("next of the same label", time(|| document.entries_of(&annotation.label).map(|all| all.after(annotation)))),
        ("covering a character", time(|| document.covering(black_box(start)))),
        ("touching a screenful", time(|| document.touching(start, Utf8(start.0 + 2_000)))),
        ("nested in its own kind", time(|| document.is_nested_in_own_kind(annotation))),
        (
            "history of as many steps: one more, undone",
            time(|| {
                history.push(noted.clone());
                black_box(history.take_changes());
                black_box(history.undo(&later).map(|step| step.is_ok()));
            }),
        ),
    ]
}

/// A session with the document open.
fn session(document: &Document) -> Session {
    let mut session = Session::default();
    let article = document.article().id;
    let stored = Stored { id: article, document: Ok((document.clone(), Vec::new())), is_newer: false };
    update(&mut session, Event::Loaded(vec![stored], After::Open(None)));
    update(&mut session, Event::HistoryRead(article, "log/".to_owned(), Vec::new()));
    session
}

fn update(session: &mut Session, event: Event) {
    let mut random = || Uuid::from_u128(u128::MAX / 2);
    let mut stamp = Stamp { now: moment(), random: &mut random, writer: "tab" };
    black_box(session.update(event, &mut stamp));
}

/// What a user does, with all that follows it: storing, the filter, the search.
fn of_session(case: &Case) -> Vec<(&'static str, Duration)> {
    let start = start_of(case.size / 2);
    let place = Place { selection: Some((Utf8::at(start + 30), Utf8::at(start + 45))), caret: None };
    let mark_and_undo = |session: &mut Session| {
        update(session, Event::Command(Command::MarkClaim, place));
        update(session, Event::Command(Command::Undo, place));
    };
    let mut plain = session(&case.document);
    let mut filtered = session(&case.document);
    update(&mut filtered, Event::Filter(Filter { words: "close".to_owned(), ..Filter::default() }));
    let mut selected = session(&case.document);
    update(&mut selected, Event::Command(Command::SelectListed, Place::default()));
    let mut stepping = session(&case.document);
    update(&mut stepping, Event::Choose(case.middle));
    vec![
        ("session: marked and undone", time(|| mark_and_undo(&mut plain))),
        ("session: the same, with a filter", time(|| mark_and_undo(&mut filtered))),
        ("session: the same, with all selected", time(|| mark_and_undo(&mut selected))),
        (
            "session: to the next mark and back",
            time(|| {
                update(&mut stepping, Event::Command(Command::NextAnnotation, Place::default()));
                update(&mut stepping, Event::Command(Command::PreviousAnnotation, Place::default()));
            }),
        ),
    ]
}

/// What goes over all annotations.
fn of_all(case: &Case) -> Vec<(&'static str, Duration)> {
    let document = &case.document;
    let article = || document.article().clone();
    let entries: Vec<Entry> = document.entries().iter().cloned().collect();
    let (empty, full) = (Document::new(article()), document);
    let edits = entries.iter().map(|entry| Edit::annotation(None, Some(Arc::clone(&entry.annotation))));
    let import = Transaction::new("imported", edits.collect());
    let written = native::write(&[full], &Extra::default(), &moment());
    let mut times = vec![
        ("all: restored from records", time(|| Document::restored(article(), 1, entries.clone(), []))),
        ("all: added in one transaction", time(|| empty.apply(&import))),
        ("all: merged, equal", time(|| merge(full, full, &mut || id(0)))),
        ("all: merged, new", time(|| merge(&empty, full, &mut || id(0)))),
        ("all: written as a file", time(|| native::write(&[full], &Extra::default(), &moment()))),
    ];
    // Longer files than this are refused.
    if written.len() <= MOST_BYTES {
        let read = || native::read(written.as_bytes()).map(|file| file.documents.len());
        times.push(("all: read from a file", time(read)));
    }
    times
}
