//! Earlier versions: snapshots of a whole article, taken at intervals, in the strict tier only. The intervals and the
//! retention are those of the file recovery of Obsidian: at least five minutes apart, for seven days.

use super::key::versions_prefix;
use super::record::Record;
use super::writes::Writes;
use crate::article::{ArticleId, Timestamp};

/// The number of actions after which a version is taken …
pub const ACTIONS: u32 = 50;
/// … and the number of seconds, at the first action after them.
pub const SECONDS: i64 = 5 * 60;
/// The most versions of one article.
const MAX_VERSIONS: usize = 10;
/// The retention in seconds.
const RETENTION: i64 = 7 * 24 * 60 * 60;

/// A stored version. Its key has all that a list of versions shows, so that no record is read for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The key of the record.
    pub key: String,
    /// The last moment at which the article was in this state.
    pub at: Timestamp,
    /// The number of annotations.
    pub annotations: usize,
}

/// The versions among some keys, the newest first.
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

/// The writes that add a version and delete expired ones: beyond the maximum, older than the retention, or dated in the
/// future by a wrong clock. `file` is the article as a file of our own format, which can be read without this program.
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
    let mut stays: Vec<&Version> = versions.iter().filter(|version| (0..RETENTION).contains(&age(version))).collect();
    stays.truncate(MAX_VERSIONS - 1);
    let gone = versions.iter().filter(|version| !stays.contains(version) && version.key != key);
    let mut writes: Writes = gone.map(|version| (version.key.clone(), None)).collect();
    writes.push((key, Some(record.encode())));
    writes
}
