//! From JSON to the model, with every check on the way. A reason is the rest of a sentence; the place is the caller's.

use std::borrow::Cow;

use super::encode::LAST_REVISION;
use super::fields::{Fields, missing};
use super::json::Json;
use crate::annotation::{Annotation, AnnotationId, Label, Origin, OriginKind, Status, Target};
use crate::article::{ArticleId, Block, BlockKind, Details, Timestamp};
use crate::document::Revision;
use crate::text::{CodePoint, Span, SpanFault, Text, Utf8, Utf16, said};

/// The text as it was kept, or `None` where it is not in the form in which texts are kept.
#[must_use]
pub fn canonical(kept: &str) -> Option<Text> {
    // A kept text may begin with a byte order mark, the second of two; only the first one is dropped.
    let text = if kept.starts_with('\u{feff}') { Text::new(&format!("\u{feff}{kept}")) } else { Text::new(kept) };
    (text.as_str() == kept).then_some(text)
}

/// Reads an annotation from the JSON text of its own record.
///
/// # Errors
/// The reason why it is none of this text.
pub fn read_annotation(json: &str, text: &Text) -> Result<(Annotation, Revision), String> {
    let value = Json::parse(json).map_err(|problem| problem.to_string())?;
    annotation_from(value, text)
}

/// Makes an annotation of a JSON value.
///
/// # Errors
/// The reason why it is none of this text.
pub fn annotation_from(value: Json<'_>, text: &Text) -> Result<(Annotation, Revision), String> {
    let mut fields = Fields::of(value)?;
    let id = fields.needed_text("id")?;
    let id = AnnotationId::parse(&id).ok_or_else(|| format!("has the id “{}”, which is not a UUID", said(&id, 40)))?;
    let label = fields.needed_text("label")?;
    let label = Label::parse(&label).ok_or_else(|| {
        format!("has the label “{}”: a label is made of lower-case letters, digits, - and _", said(&label, 40))
    })?;
    let (target, segment_rests) = target(fields.list("segments")?.ok_or_else(|| missing("segments"))?, text)?;
    let (origin, origin_rest) = origin(fields.object("origin")?)?;
    let created = moment(&mut fields, "created")?.ok_or_else(|| missing("created"))?;
    let revision = revision(&mut fields)?;
    let annotation = Annotation {
        id,
        label,
        target,
        note: fields.text_or_empty("note")?,
        flags: flags(fields.list("flags")?)?,
        status: named(&mut fields, "status", Status::named)?.unwrap_or(Status::Accepted),
        origin,
        modified: moment(&mut fields, "modified")?.unwrap_or_else(|| created.clone()),
        created,
        creator: fields.text_or_empty("creator")?,
        extra: {
            fields.keep("segments", segment_rests);
            fields.keep("origin", origin_rest);
            fields.into_extra()
        },
    };
    Ok((annotation, revision))
}

/// What an article says beside its text, its blocks and its annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleHead {
    /// Its identity.
    pub id: ArticleId,
    /// What is known about it; the title may be empty.
    pub details: Details,
    /// How often they have changed.
    pub revision: Revision,
    /// What its text should hash to; `None` where it does not say.
    pub fingerprint: Option<String>,
}

/// Takes an article's head out of its fields.
///
/// # Errors
/// The reason why it cannot be read.
pub fn article_head(fields: &mut Fields<'_>) -> Result<ArticleHead, String> {
    let id = fields.needed_text("id")?;
    let id = ArticleId::parse(&id).ok_or_else(|| format!("has the id “{}”, which is not a UUID", said(&id, 40)))?;
    let details = Details {
        title: fields.text_or_empty("title")?,
        byline: fields.text_or_empty("byline")?,
        published: fields.text_or_empty("published")?,
        source: fields.text_or_empty("source")?,
        language: fields.text_or_empty("language")?,
        status: fields.text("status")?.map_or_else(|| "new".to_owned(), Cow::into_owned),
    };
    let fingerprint = fields.text("fingerprint")?.map(Cow::into_owned);
    Ok(ArticleHead { id, details, revision: revision(fields)?, fingerprint })
}

/// Takes an article's blocks out of its fields and keeps there what is unknown in them. `None` where it names none.
///
/// # Errors
/// The reason why they are none of this text.
pub fn blocks_from(fields: &mut Fields<'_>, text: &Text) -> Result<Option<Vec<Block>>, String> {
    let Some(items) = fields.list("blocks")? else { return Ok(None) };
    let mut blocks: Vec<Block> = Vec::with_capacity(items.len());
    let mut rests = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        let earliest = blocks.last().map_or(Utf8(0), |block| block.end);
        let (block, rest) =
            block(item, text, earliest).map_err(|reason| format!("has a block {} that {reason}", index + 1))?;
        blocks.push(block);
        rests.push(rest);
    }
    fields.keep("blocks", Json::List(rests));
    Ok((!blocks.is_empty()).then_some(blocks))
}

fn block<'a>(item: Json<'a>, text: &Text, earliest: Utf8) -> Result<(Block, Json<'a>), String> {
    let mut fields = Fields::of(item)?;
    let kind = named(&mut fields, "kind", BlockKind::named)?.ok_or_else(|| missing("kind"))?;
    let (start, end) = offsets(&mut fields)?;
    let position = |count| u32::try_from(count).ok().and_then(|count| text.from_code_point(CodePoint(count)));
    let (Some(from), Some(to)) = (position(start), position(end)) else {
        return Err(past_end(start.max(end), text));
    };
    if from < earliest {
        return Err("begins before the one in front of it ends".to_owned());
    }
    Ok((Block { kind, start: from, end: to }, rest_or_null(fields)))
}

fn target<'a>(items: Vec<Json<'a>>, text: &Text) -> Result<(Target, Json<'a>), String> {
    let count = items.len();
    let mut spans = Vec::with_capacity(count);
    let mut rests = Vec::with_capacity(count);
    for (index, item) in items.into_iter().enumerate() {
        let (span, rest) = segment(item, text).map_err(|reason| match count {
            1 => reason,
            _ => format!("has a segment {} that {reason}", index + 1),
        })?;
        spans.push(span);
        rests.push(rest);
    }
    let target = Target::new(spans).map_err(|fault| fault.to_string())?;
    Ok((target, Json::List(rests)))
}

fn segment<'a>(item: Json<'a>, text: &Text) -> Result<(Span, Json<'a>), String> {
    let mut fields = Fields::of(item)?;
    let (start, end) = offsets(&mut fields)?;
    let exact = fields.needed_text("exact")?;
    // The context is made anew from the text on writing.
    fields.text("prefix")?;
    fields.text("suffix")?;
    let position = |count| u32::try_from(count).ok().and_then(|count| text.from_code_point(CodePoint(count)));
    let (Some(from), Some(to)) = (position(start), position(end)) else {
        return Err(other_unit(start, end, &exact, text).unwrap_or_else(|| past_end(start.max(end), text)));
    };
    if text.between(from, to) != exact {
        return Err(other_unit(start, end, &exact, text).unwrap_or_else(|| {
            let here = said(text.between(from, to), 40);
            format!("has words that do not match: it says “{}”, the text says “{here}”", said(&exact, 40))
        }));
    }
    let span = Span::exact(text, from, to).map_err(|fault: SpanFault| fault.to_string())?;
    agrees(&mut fields, "utf8", [from.0, to.0])?;
    let utf16 = |position| text.utf16(position).unwrap_or_default().0;
    agrees(&mut fields, "utf16", [utf16(from), utf16(to)])?;
    Ok((span, rest_or_null(fields)))
}

/// Takes start and end out, and sees to it that there is something between them.
fn offsets(fields: &mut Fields<'_>) -> Result<(u64, u64), String> {
    let start = fields.whole("start")?.ok_or_else(|| missing("start"))?;
    let end = fields.whole("end")?.ok_or_else(|| missing("end"))?;
    match end.cmp(&start) {
        std::cmp::Ordering::Less => Err(format!("{} ({start} > {end})", SpanFault::Reversed)),
        std::cmp::Ordering::Equal => Err(format!("{} ({start})", SpanFault::Empty)),
        std::cmp::Ordering::Greater => Ok((start, end)),
    }
}

fn past_end(position: u64, text: &Text) -> String {
    format!("{} ({position} > {})", SpanFault::PastEnd, text.code_points().0)
}

/// The reason for offsets that would be right in another unit.
fn other_unit(start: u64, end: u64, exact: &str, text: &Text) -> Option<String> {
    let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
    let utf16 = text.from_utf16(Utf16(start)).zip(text.from_utf16(Utf16(end)));
    if utf16.is_some_and(|(from, to)| text.between(from, to) == exact) {
        return Some("has offsets that count UTF-16 units where code points are expected".to_owned());
    }
    (text.between(Utf8(start), Utf8(end)) == exact)
        .then(|| "has offsets that count bytes where code points are expected".to_owned())
}

/// Checks a pair of offsets in another unit, where it is there.
fn agrees(fields: &mut Fields<'_>, key: &str, ours: [u32; 2]) -> Result<(), String> {
    let Some(pair) = fields.list(key)? else { return Ok(()) };
    if pair == ours.map(|number| Json::Whole(u64::from(number))) {
        return Ok(());
    }
    let [start, end] = ours;
    Err(format!("has “{key}” offsets that do not agree with its start and end: they should be {start} and {end}"))
}

fn origin(fields: Option<Fields<'_>>) -> Result<(Origin, Json<'_>), String> {
    let Some(mut fields) = fields else { return Ok((Origin::person(), Json::Null)) };
    let origin = Origin {
        kind: named(&mut fields, "kind", OriginKind::named)?.ok_or_else(|| missing("kind"))?,
        name: fields.text_or_empty("name")?,
        version: fields.text_or_empty("version")?,
    };
    Ok((origin, rest_or_null(fields)))
}

fn flags(items: Option<Vec<Json<'_>>>) -> Result<Vec<String>, String> {
    let flag = |item| match item {
        Json::Text(flag) => Ok(flag.into_owned()),
        other => Err(format!("has {} among its flags", other.kind())),
    };
    items.unwrap_or_default().into_iter().map(flag).collect()
}

fn revision(fields: &mut Fields<'_>) -> Result<Revision, String> {
    match fields.whole("revision")? {
        None => Ok(1),
        Some(number) if (1..=LAST_REVISION).contains(&number) => Ok(number),
        Some(number) => Err(format!("has the revision {number}, which no desk can have reached")),
    }
}

fn moment(fields: &mut Fields<'_>, key: &str) -> Result<Option<Timestamp>, String> {
    let Some(written) = fields.text(key)? else { return Ok(None) };
    let moment = Timestamp::parse(&written).ok_or_else(|| {
        format!("has “{}” as its “{key}”, which is not a moment such as 2026-11-23T14:00:00Z", said(&written, 40))
    })?;
    Ok(Some(moment))
}

/// Takes a name out and looks it up.
fn named<T>(fields: &mut Fields<'_>, key: &str, known: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    let Some(name) = fields.text(key)? else { return Ok(None) };
    let found = known(&name).ok_or_else(|| format!("has “{}” as its “{key}”, which is not known", said(&name, 40)))?;
    Ok(Some(found))
}

fn rest_or_null(fields: Fields<'_>) -> Json<'_> {
    match fields.rest() {
        Json::Object(entries) if entries.is_empty() => Json::Null,
        rest => rest,
    }
}
