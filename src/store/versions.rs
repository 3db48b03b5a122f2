//! Earlier versions of an article, whole: kept now and then while one works, for the mistake that is noticed late. In the
//! strict tier only. As often and as long as Obsidian's file recovery keeps them: at least five minutes apart, for seven days.

use super::key::versions_prefix;
use super::record::Record;
use super::writes::Writes;
use crate::article::{ArticleId, Timestamp};

/// A version is kept after so many actions …
pub const ACTIONS: u32 = 50;
/// … or at the first action after so many seconds.
pub const SECONDS: i64 = 5 * 60;
/// How many are kept of an article.
const MOST: usize = 10;
/// For how many seconds one is kept.
const LONGEST: i64 = 7 * 24 * 60 * 60;

/// A version that is kept: when it was, and how many annotations it has. Its record is named by that, so that a list of them
/// needs no look inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The key of its record.
    pub key: String,
    /// The last moment at which the article was so.
    pub at: Timestamp,
    /// How many annotations it has.
    pub annotations: usize,
}

/// The versions that these keys name, the newest first.
#[must_use]
pub fn listed(keys: &[String]) -> Vec<Version> {
    let mut versions: Vec<Version> = keys.iter().filter_map(|key| version(key)).collect();
    versions.sort_by(|one, other| other.at.as_str().cmp(one.at.as_str()));
    versions
}

fn version(key: &str) -> Option<Version> {
    let mut parts = key.rsplit('/');
    let annotations = parts.next()?.parse().ok()?;
    Some(Version { key: key.to_owned(), at: Timestamp::parse(parts.next()?)?, annotations })
}

/// What keeps a version beside those that there are: too many of them go, and those that are too old. One that is dated later
/// than now was made by a clock that was wrong; it is the first to go. `file` is the article with so many annotations as a
/// file of our own format: what is kept for a bad day is best kept in a form that can be read without us.
#[must_use]
pub fn keep(
    article: ArticleId,
    annotations: usize,
    file: String,
    versions: &[Version],
    writer: &str,
    now: &Timestamp,
) -> Writes {
    let key = format!("{}{}/{annotations}", versions_prefix(article), now.as_str());
    let record = Record { revision: 1, writer: writer.to_owned(), body: file };
    let age = |version: &Version| now.seconds() - version.at.seconds();
    let mut stays: Vec<&Version> = versions.iter().filter(|version| (0..LONGEST).contains(&age(version))).collect();
    stays.truncate(MOST - 1);
    let gone = versions.iter().filter(|version| !stays.contains(version) && version.key != key);
    let mut writes: Writes = gone.map(|version| (version.key.clone(), None)).collect();
    writes.push((key, Some(record.encode())));
    writes
}
