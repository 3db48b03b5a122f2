//! The page over its two tiers, without a browser: what keeping and the two stores do, and what can go wrong with a call.

use std::collections::BTreeMap;

use bluepencil::store::{
    PREFIX, WriteBatch, Writes, conditional_write, newest_of_each, reconciliation, write_ahead_log,
};

use crate::support::build::moment;

/// A tier: records by key.
pub type Tier = BTreeMap<String, String>;

/// What becomes of a storage call. In the quick tier a call is one record, in the strict tier one transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is refused. The page sees that, and tries again with the next action.
    Fails,
    /// It is refused, and so is every call after it while this action is kept: the storage is full, or the page dies.
    FailsFromHere,
    /// It seems to be done, and is lost when the browser is killed.
    IsDropped,
    /// A record that it writes is cut in the middle.
    IsTorn,
    /// It is made twice.
    IsRepeated,
    /// Before it, the whole tier is emptied by another program.
    IsEmptied,
    /// The tier is closed, from then on until the page is loaded again; the strict one is opened again by the page.
    IsClosed,
}

impl Fault {
    pub const ALL: [Self; 5] = [Self::Fails, Self::FailsFromHere, Self::IsDropped, Self::IsTorn, Self::IsRepeated];
}

/// What goes wrong while one action is kept: in the quick tier at a call, in the strict tier with the transaction. Calls
/// and records are counted from 0; the number at the strict tier's says which record of the action is torn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    pub quick: Option<(usize, Fault)>,
    pub strict: Option<(usize, Fault)>,
}

impl Trouble {
    /// What becomes of a call of the quick tier.
    fn at(self, call: usize) -> Option<Fault> {
        let (at, fault) = self.quick?;
        let stays = matches!(fault, Fault::FailsFromHere | Fault::IsClosed);
        (at == call || (stays && at < call)).then_some(fault)
    }
}

/// Both tiers, and what an open page has in memory: what each of them has yet to take.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    pub quick: Tier,
    pub strict: Tier,
    /// The markers of both tiers, the quick one's first, and those that the page knows.
    pub markers: [Option<String>; 2],
    pub known: [Option<String>; 2],
    pub unwritten: Writes,
    pub waiting: Writes,
    /// Whether the quick tier is closed.
    pub is_closed: bool,
    /// The keys of the actions that the quick tier holds as a whole, and how many actions there were.
    announced: Vec<String>,
    actions: u64,
}

impl Page {
    /// A page that has nothing in memory.
    pub fn over(quick: Tier, strict: Tier) -> Self {
        let markers = ["one", "other"].map(|token| Some(token.to_owned()));
        Self { quick, strict, known: markers.clone(), markers, ..Self::default() }
    }

    /// Keeps what an action has changed: it goes into the quick tier at once, and then, with what the strict tier has not
    /// taken yet, into that one as one transaction.
    pub fn keep(&mut self, action: &WriteBatch, trouble: Trouble) {
        let changed = records(action);
        self.write_action(changed.clone(), &mut 0, trouble);
        self.waiting.extend(changed);
        self.waiting.extend(action.strict.clone());
        self.confirm(trouble);
        if let Some((record, Fault::IsTorn)) = trouble.strict
            && let Some((key, Some(_))) = records(action).get(record)
            && let Some(value) = self.strict.get_mut(key)
        {
            *value = half(value);
        }
    }

    /// The page is killed, so its memory is gone, and opened again: both tiers are brought in line.
    pub fn reopened(&self) -> Self {
        self.reopened_with(Trouble::default())
    }

    /// The same, with something that goes wrong meanwhile.
    pub fn reopened_with(&self, trouble: Trouble) -> Self {
        let mut page = Self::over(self.quick.clone(), self.strict.clone());
        let mut call = 0;
        let (announced, puts) = write_ahead_log::replay(&shared(&page.quick));
        page.announced = announced;
        page.write_quick(puts, &mut call, trouble);
        let [of_quick, waiting] = reconciliation::reconcile(&shared(&page.quick), &shared(&page.strict), &moment());
        page.write_quick(of_quick, &mut call, trouble);
        page.waiting = waiting;
        page.confirm(trouble);
        page
    }

    /// What an open page reads: the records of both tiers, brought in line.
    pub fn read(&self) -> Tier {
        reconciliation::reconciled(shared(&self.quick), &shared(&self.strict), &moment()).into_iter().collect()
    }

    /// As an action is written to local storage: before its records, where there are several, one that holds them all.
    pub fn write_action(&mut self, mut writes: Writes, call: &mut usize, trouble: Trouble) {
        self.actions += 1;
        if let Some((key, record)) = write_ahead_log::log_entry(&writes, "tab", self.actions) {
            self.announced.push(key.clone());
            writes.insert(0, (key, Some(record)));
        }
        self.write_quick(writes, call, trouble);
    }

    /// As local storage is written: with what it refused before, of each key the newest, and each record read back.
    pub fn write_quick(&mut self, writes: Writes, call: &mut usize, trouble: Trouble) {
        let again = !self.unwritten.is_empty();
        self.unwritten.extend(writes);
        let mut wanted = std::mem::take(&mut self.unwritten);
        if again {
            wanted = newest_of_each(wanted);
        }
        let held = held(&self.quick, &wanted);
        let admitted = conditional_write::admit(wanted, held, &moment()).writes;
        self.unwritten = conditional_write::carry_out(admitted, |key, value| {
            let fault = trouble.at(*call);
            *call += 1;
            match fault {
                // The browser shows what it has in memory until it is killed, so the page cannot see these two.
                Some(Fault::IsDropped) => return true,
                Some(Fault::IsTorn) => {
                    value.map(|value| self.quick.insert(key.to_owned(), half(value)));
                    return true;
                }
                Some(Fault::Fails | Fault::FailsFromHere) => {}
                _ if self.is_closed => {}
                Some(Fault::IsClosed) => self.is_closed = true,
                Some(Fault::IsEmptied) => {
                    self.quick.clear();
                    self.markers[0] = None;
                    put(&mut self.quick, key, value.map(str::to_owned));
                }
                Some(Fault::IsRepeated) => (0..2).for_each(|_| put(&mut self.quick, key, value.map(str::to_owned))),
                None => put(&mut self.quick, key, value.map(str::to_owned)),
            }
            !self.is_closed && self.quick.get(key).map(String::as_str) == value
        });
    }

    /// As the strict tier is written: all that waits, as a whole or not at all. What it has not taken goes on waiting.
    fn confirm(&mut self, trouble: Trouble) {
        let writes = std::mem::take(&mut self.waiting);
        match trouble.strict {
            Some((_, Fault::Fails | Fault::FailsFromHere | Fault::IsDropped)) => self.waiting = writes,
            Some((_, Fault::IsRepeated)) => {
                self.commit(writes.clone());
                self.commit(writes);
            }
            Some((_, Fault::IsTorn | Fault::IsEmptied | Fault::IsClosed)) | None => self.commit(writes),
        }
    }

    pub fn commit(&mut self, writes: Writes) {
        let held = held(&self.strict, &writes);
        let admitted = conditional_write::admit(writes, held, &moment());
        for (key, value) in admitted.writes {
            put(&mut self.strict, &key, value);
        }
        // Also what the page itself wrote, when a transaction of several actions comes twice.
        if !admitted.newer.is_empty() {
            self.write_quick(admitted.newer, &mut 0, Trouble::default());
        }
        // The page has heard that all is safe, so nothing needs to be tried again or made whole.
        self.unwritten.clear();
        for key in self.announced.drain(..) {
            self.quick.remove(&key);
        }
    }
}

/// What an action writes to the quick tier, in this order: the number of a record, or none for one that holds several.
pub fn calls(action: &WriteBatch) -> Vec<Option<usize>> {
    let writes = records(action);
    let beforehand = write_ahead_log::log_entry(&writes, "tab", 1).map(|_| None);
    beforehand.into_iter().chain((0..writes.len()).map(Some)).collect()
}

/// The records of an action that are for both tiers, in the order in which they are written.
pub fn records(action: &WriteBatch) -> Writes {
    action.clone().into_writes()
}

/// The records of a tier that the page shows something of, by key.
pub fn ours(tier: &Tier) -> impl Iterator<Item = (&str, &str)> + Clone {
    let ours = tier.range(PREFIX.to_owned()..).take_while(|(key, _)| key.starts_with(PREFIX));
    ours.map(|(key, value)| (key.as_str(), value.as_str()))
}

/// The records that both tiers hold, as they are read when the page starts.
pub fn shared(tier: &Tier) -> Vec<(String, String)> {
    let shared = tier.iter().filter(|(key, _)| key.starts_with("bluepencil/"));
    shared.map(|(key, value)| (key.clone(), value.clone())).collect()
}

fn held(tier: &Tier, writes: &Writes) -> Vec<Option<String>> {
    writes.iter().map(|(key, _)| tier.get(key).cloned()).collect()
}

fn half(value: &str) -> String {
    value.chars().take(value.chars().count() / 2).collect()
}

fn put(tier: &mut Tier, key: &str, value: Option<String>) {
    match value {
        Some(value) => drop(tier.insert(key.to_owned(), value)),
        None if key.ends_with('/') => tier.retain(|known, _| !known.starts_with(key)),
        None => drop(tier.remove(key)),
    }
}
