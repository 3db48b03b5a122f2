//! Damage in storage: the page starts whatever has happened to a record, the whole one of the other tier is taken, and the
//! damaged one is still there for whoever can read it.

#[path = "../damage.rs"]
mod kinds;

use std::collections::BTreeMap;

use self::kinds::{FAR_NEWER, damaged};
use crate::support::{Annotation, Article, Desk, Tiers, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE, HARBOUR, HARBOUR_TITLE};

/// The tiers as [`Tiers`] has them.
const LOCAL_STORAGE: usize = 0;
const DATABASE: usize = 1;
const BOTH: [usize; 2] = [LOCAL_STORAGE, DATABASE];

/// What the key of a damaged record begins with that was set aside.
const RESCUE: &str = "bluepencil/rescue/";

/// An article with its marks, kept in both tiers.
struct Whole {
    article: Article,
    marks: Vec<Annotation>,
    tiers: Tiers,
}

/// A record of it with the damage that is tried.
struct Damage<'a> {
    key: &'a str,
    kind: &'a str,
    bytes: &'a str,
}

impl Whole {
    async fn on(desk: &Desk) -> Self {
        // Somebody has set something, so that there is a record of it that is not as it came.
        desk.run("document.querySelector('[data-command=Settings]').click()", &[]).await;
        desk.choose("Theme", "Dark").await;
        desk.close_dialog().await;
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let tiers = desk.settled_tiers().await;
        assert_eq!(ours(tiers[LOCAL_STORAGE].clone()), ours(tiers[DATABASE].clone()), "both tiers have the same");
        Self { article, marks: desk.settled_annotations().await, tiers }
    }

    /// The key of the record whose key ends so.
    fn key(&self, ending: &str) -> &str {
        let mut keys = self.tiers[LOCAL_STORAGE].keys();
        keys.find(|key| key.ends_with(ending) && (ending == "preferences" || key.contains(&self.article.id)))
            .expect("a record")
    }

    /// Puts everything back as it was but for the damage, in these tiers.
    async fn put(&self, desk: &Desk, damage: &Damage<'_>, places: &[usize]) {
        let mut tiers = self.tiers.clone();
        for place in places {
            tiers[*place].insert(damage.key.to_owned(), damage.bytes.to_owned());
        }
        desk.put_tiers(&tiers).await;
    }

    /// Does that and loads the page anew.
    async fn open(&self, desk: &Desk, damage: &Damage<'_>, places: &[usize]) {
        // A test that fails shows with which of them it does.
        println!("{} in {places:?}", damage.kind);
        self.put(desk, damage, places).await;
        // An article that could not be opened has led to the library.
        let address = format!("#/article/{}", self.article.id);
        desk.run("history.replaceState(null, '', arguments[0])", &[address.into()]).await;
        desk.reload().await;
    }

    /// Damage in one tier changes nothing that can be seen, and the tier gets the whole record again.
    async fn is_healed(&self, desk: &Desk, damage: &Damage<'_>, place: usize) {
        let Damage { key, kind, .. } = damage;
        if *kind == FAR_NEWER {
            return self.is_left_alone(desk, damage, place).await;
        }
        self.open(desk, damage, &[place]).await;
        desk.article_is(&self.article).await;
        desk.annotations_are(&self.marks).await;
        desk.gives("html[data-theme]", "dark", "return document.documentElement.dataset.theme", &[]).await;
        desk.tiers_where(&format!("{kind} in {place} to be healed, the other one to be as it was,"), |tiers| {
            tiers[place][*key] == self.tiers[place][*key]
                && is_set_aside(tiers, place, damage)
                && tiers[1 - place][*key] == self.tiers[1 - place][*key]
        })
        .await;
        desk.saved().await;
        desk.alert_is("").await;
    }

    /// What a newer version wrote into one tier is left alone in both: which of the two counts is for that version to say.
    async fn is_left_alone(&self, desk: &Desk, damage: &Damage<'_>, place: usize) {
        self.open(desk, damage, &[place]).await;
        desk.article_is(&self.article).await;
        desk.saved().await;
        let marks =
            desk.annotations_where("all marks, or the rest", |marks| marks == self.marks || marks == self.rest());
        if marks.await != self.marks {
            desk.alert_where("a word on the mark that is not there", |words| words.contains("newer version")).await;
        }
        let mut expected = self.tiers.clone();
        expected[place].insert(damage.key.to_owned(), damage.bytes.to_owned());
        assert_eq!(desk.settled_tiers().await.map(ours), expected.map(ours));
    }

    /// The marks but for the damaged one.
    fn rest(&self) -> Vec<Annotation> {
        let mut rest = self.marks.clone();
        rest.remove(1);
        rest
    }

    /// Damage in both tiers is told in words, and the damaged record is still there.
    async fn is_told(&self, desk: &Desk, damage: &Damage<'_>) {
        let Damage { key, kind, bytes } = damage;
        self.open(desk, damage, &BOTH).await;
        let words = ["could not be read", "could not be opened", "newer version"];
        desk.alert_where(kind, |said| words.iter().any(|words| said.contains(words))).await;
        let tiers = desk.settled_tiers().await;
        for place in BOTH {
            let in_place = tiers[place].get(*key).map(String::as_str) == Some(*bytes);
            assert!(in_place || is_set_aside(&tiers, place, damage), "{kind} in {place} is gone");
        }
    }
}

/// The records of a tier that are in both tiers. Each has a marker of its own.
fn ours(mut tier: BTreeMap<String, String>) -> BTreeMap<String, String> {
    tier.retain(|key, _| key.starts_with("bluepencil/") && key != "bluepencil/incarnation");
    tier
}

/// What is left of a record that was cut in half.
fn half(record: &str) -> String {
    record.chars().take(record.chars().count() / 2).collect()
}

/// Cuts the records in half in both tiers whose keys fit; gives them as they are then, by key.
async fn halve(desk: &Desk, fits: impl Fn(&str) -> bool) -> Tiers {
    let mut tiers = desk.settled_tiers().await;
    for (key, value) in tiers.iter_mut().flatten().filter(|(key, _)| fits(key)) {
        *value = half(value);
        println!("{key} is cut in half");
    }
    desk.put_tiers(&tiers).await;
    tiers.map(ours).map(|mut tier| {
        tier.retain(|key, _| fits(key));
        tier
    })
}

/// Loads the page without an address, as one who comes back the next day.
async fn come_back(desk: &Desk) {
    desk.run("history.replaceState(null, '', location.pathname)", &[]).await;
    desk.reload().await;
}

/// Waits until the alert says that so many records could not be read, that all of it is kept and where.
async fn counts_damage(desk: &Desk, count: usize) {
    let counted = match count {
        1 => "1 stored record could not be read. Nothing of it was thrown away: “Storage” gives it out.".to_owned(),
        _ => format!(
            "{count} stored records could not be read. Nothing of them was thrown away: “Storage” gives them out."
        ),
    };
    desk.alert_where("a word on how much is damaged", |said| said.contains(&counted)).await;
}

/// Every damaged record is kept under a key of its own, byte for byte, in each tier that had it, and the storage panel gives
/// it out.
async fn is_kept_and_given_out(desk: &Desk, damaged: &Tiers, count: usize) {
    desk.tiers_where("all damaged records, set aside,", |tiers| {
        let is_kept = |tier: &BTreeMap<String, String>, key: &str, bytes: &str| {
            tier.iter().any(|(aside, kept)| aside.starts_with(RESCUE) && aside.ends_with(key) && kept == bytes)
        };
        BOTH.iter().all(|place| damaged[*place].iter().all(|(key, bytes)| is_kept(&tiers[*place], key, bytes)))
    })
    .await;
    desk.command("Storage").await;
    desk.dialog("Storage").await;
    let records = if count == 1 { "1 stored record".to_owned() } else { format!("{count} stored records") };
    desk.shows(&format!("{records} could not be read")).await;
    desk.click("Download the damaged data").await;
    let file = desk.downloaded().await.json();
    for (place, name) in [(LOCAL_STORAGE, "localStorage"), (DATABASE, "IndexedDB")] {
        let given: Vec<&str> = file[name]
            .as_object()
            .expect("the records of a tier")
            .values()
            .filter_map(|bytes| bytes.as_str())
            .collect();
        for (key, bytes) in &damaged[place] {
            assert!(given.contains(&bytes.as_str()), "{key} of {name} is given out");
        }
    }
    desk.close_dialog().await;
}

/// Marking goes on in a new article, and is kept.
async fn work_goes_on(desk: &Desk) {
    desk.open_marked(HARBOUR, &[]).await;
    desk.select(0, 7).await;
    desk.press("Q").await;
    let marks = desk.annotations_to_be(1).await;
    desk.saved().await;
    desk.reload().await;
    desk.annotations_are(&marks).await;
    desk.alert_is("").await;
}

/// Whether a tier has kept what was damaged in it, once.
fn is_set_aside(tiers: &Tiers, place: usize, damage: &Damage<'_>) -> bool {
    let rescued = tiers[place].iter().filter(|(key, _)| key.starts_with(RESCUE) && key.ends_with(damage.key));
    let rescued: Vec<&str> = rescued.map(|(_, bytes)| bytes.as_str()).collect();
    assert!(rescued.len() <= 1, "{} is set aside {} times", damage.kind, rescued.len());
    rescued == [damage.bytes]
}

/// Every kind of damage to an annotation, one after the other.
async fn each_kind(desk: &Desk, test: impl AsyncFn(&Whole, &Damage<'_>)) {
    let whole = Whole::on(desk).await;
    let key = whole.key(&whole.marks[1].id);
    for (kind, bytes) in damaged(&whole.tiers[LOCAL_STORAGE][key]) {
        test(&whole, &Damage { key, kind, bytes: &bytes }).await;
    }
}

/// One damage to each other kind of record, one after the other.
async fn each_record(desk: &Desk, test: impl AsyncFn(&Whole, &Damage<'_>)) {
    let whole = Whole::on(desk).await;
    for ending in ["text", "article", "preferences"] {
        let key = whole.key(ending);
        let (kind, bytes) = damaged(&whole.tiers[LOCAL_STORAGE][key]).swap_remove(0);
        test(&whole, &Damage { key, kind, bytes: &bytes }).await;
    }
}

#[test]
fn an_annotation_that_is_damaged_in_local_storage_is_taken_from_the_database() {
    with_desk(async |desk| {
        each_kind(desk, async |whole, damage| whole.is_healed(desk, damage, LOCAL_STORAGE).await).await;
    });
}

#[test]
fn an_annotation_that_is_damaged_in_the_database_is_taken_from_local_storage() {
    with_desk(async |desk| {
        each_kind(desk, async |whole, damage| whole.is_healed(desk, damage, DATABASE).await).await;
    });
}

#[test]
fn an_annotation_that_is_damaged_in_both_tiers_is_told_about_and_the_rest_is_there() {
    with_desk(async |desk| {
        each_kind(desk, async |whole, damage| {
            whole.is_told(desk, damage).await;
            desk.article_is(&whole.article).await;
            desk.annotations_are(&whole.rest()).await;
        })
        .await;
    });
}

#[test]
fn any_other_record_that_is_damaged_in_one_tier_is_taken_from_the_other() {
    with_desk(async |desk| {
        each_record(desk, async |whole, damage| {
            for place in BOTH {
                whole.is_healed(desk, damage, place).await;
            }
        })
        .await;
    });
}

#[test]
fn any_other_record_that_is_damaged_in_both_tiers_is_told_about() {
    with_desk(async |desk| {
        each_record(desk, async |whole, damage| {
            whole.is_told(desk, damage).await;
            let is_open = !damage.key.ends_with("/text");
            desk.screen_is(if is_open { "reader" } else { "library" }).await;
            if is_open {
                desk.annotations_are(&whole.marks).await;
            }
        })
        .await;
    });
}

#[test]
fn a_damaged_record_is_set_aside_before_an_action_writes_over_it() {
    with_desk(async |desk| {
        let whole = Whole::on(desk).await;
        let key = whole.key("/article");
        let damage = Damage { key, kind: "garbage", bytes: "garbage" };
        whole.is_told(desk, &damage).await;
        desk.command("Article details").await;
        desk.dialog("Article details").await;
        desk.fill("Source", "The Town Crier").await;
        desk.tiers_where("the change, and what was damaged,", |tiers| {
            BOTH.iter()
                .all(|place| tiers[*place][key].contains("The Town Crier") && is_set_aside(tiers, *place, &damage))
        })
        .await;
    });
}

#[test]
fn a_damaged_record_is_not_written_over_where_there_is_no_room_to_set_it_aside() {
    with_desk(async |desk| {
        let whole = Whole::on(desk).await;
        let key = whole.key(&whole.marks[1].id);
        // The whole record is as long as this one, so it would fit in its place.
        let (kind, bytes) = damaged(&whole.tiers[LOCAL_STORAGE][key]).pop().expect("the last kind");
        let damage = Damage { key, kind, bytes: &bytes };
        whole.put(desk, &damage, &[LOCAL_STORAGE]).await;
        desk.fill_local_storage().await;
        desk.reload().await;
        desk.annotations_are(&whole.marks).await;
        desk.mark_words("claim", "plain words").await;
        assert_eq!(desk.settled_tiers().await[LOCAL_STORAGE][key], bytes);
        desk.empty_local_storage().await;
        desk.reload().await;
        desk.annotations_to_be(whole.marks.len() + 1).await;
        desk.tiers_where("the whole record, and what was damaged,", |tiers| {
            tiers[LOCAL_STORAGE][key] == whole.tiers[LOCAL_STORAGE][key] && is_set_aside(tiers, LOCAL_STORAGE, &damage)
        })
        .await;
    });
}

#[test]
fn where_everything_is_damaged_in_both_tiers_that_is_told_and_no_first_visit_is_played() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let damaged = halve(desk, |_| true).await;
        let count = damaged[DATABASE].len();
        come_back(desk).await;
        counts_damage(desk, count).await;
        desk.screen_is("library").await;
        desk.shows_no_more("Nothing leaves this browser. To mark something").await;
        is_kept_and_given_out(desk, &damaged, count).await;
        work_goes_on(desk).await;
    });
}

#[test]
fn one_article_that_is_damaged_as_a_whole_is_told_and_the_others_are_there() {
    with_desk(async |desk| {
        desk.open_text(HARBOUR).await;
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let damaged = halve(desk, |key| key.starts_with(&format!("bluepencil/1/{}/", article.id))).await;
        let count = damaged[DATABASE].len();
        come_back(desk).await;
        counts_damage(desk, count).await;
        desk.open_library().await;
        desk.shows(HARBOUR_TITLE).await;
        desk.shows_no_more(BRIDGE_TITLE).await;
        is_kept_and_given_out(desk, &damaged, count).await;
        // Told once, it is not told at every start.
        desk.reload().await;
        desk.shows(HARBOUR_TITLE).await;
        desk.alert_is("").await;
    });
}

#[test]
fn damaged_preferences_alone_are_told_and_every_article_is_there() {
    with_desk(async |desk| {
        let whole = Whole::on(desk).await;
        let damaged = halve(desk, |key| key.ends_with("/preferences")).await;
        come_back(desk).await;
        counts_damage(desk, 1).await;
        is_kept_and_given_out(desk, &damaged, 1).await;
        desk.open(&format!("#/article/{}", whole.article.id)).await;
        desk.annotations_are(&whole.marks).await;
    });
}

#[test]
fn a_damaged_record_of_an_article_alone_is_told_and_its_text_and_marks_are_there() {
    with_desk(async |desk| {
        let whole = Whole::on(desk).await;
        let record = format!("{}/article", whole.article.id);
        let damaged = halve(desk, |key| key.ends_with(&record)).await;
        come_back(desk).await;
        desk.alert_where("what is damaged", |said| {
            said.contains("1 records") && said.contains("Nothing of it was thrown away: “Storage” gives it out")
        })
        .await;
        desk.annotations_are(&whole.marks).await;
        is_kept_and_given_out(desk, &damaged, 1).await;
        desk.reload().await;
        desk.annotations_are(&whole.marks).await;
        desk.alert_is("").await;
    });
}
