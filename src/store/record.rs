//! The envelope around each stored record.
//!
//! One line of header, then the body: `bluepencil <version> <revision> <writer> <length> <checksum>`. The length counts
//! the bytes of the body; the checksum is the CRC-32, in eight lower-case hexadecimal digits, of everything between the
//! first word and itself, a line feed, and the body. A record that was cut, or in which one bit has flipped anywhere, is
//! noticed.

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc};

use crate::document::Revision;

/// The version of the envelope and of the bodies that is written and the newest that is read.
pub const VERSION: u32 = 1;

/// The body of a deleted annotation.
pub const DELETED: &str = "null";

const NAME: &str = "bluepencil ";

/// CRC-32 as in zip and PNG.
const CRC_32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// One stored record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// How often it has changed. With the writer it decides which of two is newer; the clock never does.
    pub revision: Revision,
    /// The tab that wrote it: letters, digits, `-` and `_`.
    pub writer: String,
    /// The content.
    pub body: String,
}

/// What the first line of a record says. The checksum is not yet compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// How often the record has changed.
    pub revision: Revision,
    /// The tab that wrote it.
    pub writer: &'a str,
    /// How many bytes the body should have.
    pub length: usize,
}

/// What is wrong with a stored record. The words finish a sentence about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It does not begin as a record does.
    NotARecord,
    /// It ends too early.
    Truncated,
    /// Something in it has changed since it was written.
    Checksum,
    /// It was written by a newer version, and is left alone.
    Newer(u32),
}

impl fmt::Display for Damage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotARecord => formatter.write_str("is not a record of this program"),
            Self::Truncated => formatter.write_str("is cut off"),
            Self::Checksum => formatter.write_str("has changed since it was written: its checksum does not fit"),
            Self::Newer(version) => write!(formatter, "was made with a newer version (version {version})"),
        }
    }
}

struct Parts<'a> {
    covered: &'a str,
    checksum: &'a str,
    body: &'a str,
    header: Header<'a>,
}

impl Record {
    /// The record as it is stored. Whatever else than letters, digits, `-` and `_` is left out of the writer's name, and
    /// an empty one becomes `-`, since spaces divide the header.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut writer = self.writer.clone();
        writer.retain(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'));
        if writer.is_empty() {
            writer.push('-');
        }
        let covered = format!("{VERSION} {} {writer} {}", self.revision, self.body.len());
        let checksum = checksum(&covered, &self.body);
        format!("{NAME}{covered} {checksum:08x}\n{}", self.body)
    }

    /// Reads a stored record.
    ///
    /// # Errors
    /// The [`Damage`]; never panics, whatever it is given.
    pub fn decode(stored: &str) -> Result<Self, Damage> {
        let parts = parts(stored)?;
        if format!("{:08x}", checksum(parts.covered, parts.body)) != parts.checksum {
            return Err(Damage::Checksum);
        }
        let Header { revision, writer, .. } = parts.header;
        Ok(Self { revision, writer: writer.to_owned(), body: parts.body.to_owned() })
    }

    /// Reads only the first line, for when many records are counted and few are opened.
    ///
    /// # Errors
    /// The [`Damage`] that shows without adding up the checksum.
    pub fn header(stored: &str) -> Result<Header<'_>, Damage> {
        parts(stored).map(|parts| parts.header)
    }

    /// The newer of two states of one record: by revision, then by writer, so that every tab comes to the same choice in
    /// whatever order it meets them.
    #[must_use]
    pub fn newer(one: Self, other: Self) -> Self {
        if one.age() >= other.age() { one } else { other }
    }

    /// What decides which of two states of one record is newer. Two with one revision of one writer cannot differ; if they
    /// do, any fixed choice is better than none.
    #[must_use]
    pub fn age(&self) -> (Revision, &str, &str) {
        (self.revision, &self.writer, &self.body)
    }
}

impl Header<'_> {
    /// Whether the record only says that an annotation was deleted. No annotation is written in so few bytes.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.length == DELETED.len()
    }
}

fn checksum(covered: &str, body: &str) -> u32 {
    let mut digest = CRC_32.digest();
    digest.update(covered.as_bytes());
    digest.update(b"\n");
    digest.update(body.as_bytes());
    digest.finalize()
}

fn parts(stored: &str) -> Result<Parts<'_>, Damage> {
    let Some(rest) = stored.strip_prefix(NAME) else {
        let cut = !stored.is_empty() && NAME.starts_with(stored);
        return Err(if cut { Damage::Truncated } else { Damage::NotARecord });
    };
    let (line, body) = rest.split_once('\n').ok_or(Damage::Truncated)?;
    let (covered, written) = line.rsplit_once(' ').ok_or(Damage::NotARecord)?;
    check_version(covered, written, body)?;
    let mut words = covered.split(' ').skip(1);
    let (Some(revision), Some(writer), Some(length), None) = (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(Damage::NotARecord);
    };
    let revision = revision.parse().map_err(|_| Damage::NotARecord)?;
    let length: usize = length.parse().map_err(|_| Damage::NotARecord)?;
    match body.len().cmp(&length) {
        std::cmp::Ordering::Less => Err(Damage::Truncated),
        std::cmp::Ordering::Greater => Err(Damage::Checksum),
        std::cmp::Ordering::Equal => {
            Ok(Parts { covered, checksum: written, body, header: Header { revision, writer, length } })
        }
    }
}

/// A newer version may have another layout, so its number is looked at before anything else. A header that fits once it
/// begins as ours does was not written by a newer version: a bit of the number, or of the space after it, has flipped.
fn check_version(covered: &str, written: &str, body: &str) -> Result<(), Damage> {
    let version = covered.split(' ').next().unwrap_or_default();
    match version.parse::<u32>() {
        Ok(VERSION) => Ok(()),
        Ok(newer) if newer > VERSION => {
            let ours = format!("{VERSION} {}", covered.get(2..).unwrap_or_default());
            let flipped = format!("{:08x}", checksum(&ours, body)) == written;
            Err(if flipped { Damage::Checksum } else { Damage::Newer(newer) })
        }
        _ => Err(Damage::NotARecord),
    }
}
