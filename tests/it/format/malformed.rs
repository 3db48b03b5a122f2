//! Files that are no valid export. Each is refused as a whole, with one sentence that says why.

use std::collections::HashSet;

use bluepencil::format::native;
use bluepencil::session::Command;
use serde_json::{Value, json};

use super::broken::{BAD_UTF8, BROKEN_VALUES, OTHER_JSON};
use super::written;
use crate::support::build::harbour;
use crate::support::desk::{Desk, refusal};

/// A file that must be refused, and a part of the sentence that must be said about it.
struct Bad {
    name: String,
    bytes: Vec<u8>,
    says: &'static str,
}

fn bad(name: impl Into<String>, bytes: impl Into<Vec<u8>>, says: &'static str) -> Bad {
    Bad { name: name.into(), bytes: bytes.into(), says }
}

fn good() -> Value {
    serde_json::from_str(&written(&harbour(1, &["close", "waited under", "flag 🇳🇱"]))).expect("JSON")
}

/// A valid export with the note of its first annotation replaced by bytes that stand where a value stands.
fn with_note(note: &[u8]) -> Vec<u8> {
    let mut file = good();
    file["articles"][0]["annotations"][0]["note"] = json!("NOTE");
    let file = file.to_string();
    let (before, after) = file.split_once("\"NOTE\"").expect("the note is there");
    [before.as_bytes(), note, after.as_bytes()].concat()
}

/// A valid export with more fields in its first annotation.
fn with_fields(fields: &str) -> String {
    let file = good().to_string();
    let place = file.find("\"label\":").expect("the first annotation has a label");
    format!("{}{fields},{}", &file[..place], &file[place..])
}

/// Checks that every file is refused and that the refusal reads as one sentence.
fn refused(files: &[Bad]) {
    for Bad { name, bytes, says } in files {
        let Err(problem) = native::read(bytes) else { panic!("{name} was not refused") };
        let sentence = format!("x.json was not imported: {problem}. Nothing was changed.");
        assert!(!problem.reason.is_empty() && !problem.place.is_empty(), "{name}: {sentence}");
        assert!(!sentence.chars().any(char::is_control), "{name}: {sentence}");
        assert!(!problem.reason.ends_with('.') && sentence.chars().count() < 300, "{name}: {sentence}");
        assert!(sentence.contains(says), "{name}: {sentence}\ndoes not say {says:?}");
    }
}

fn broken_syntax() -> Vec<Bad> {
    let alone = BROKEN_VALUES.iter().map(|value| bad(format!("{value} alone"), *value, "line "));
    let inside =
        BROKEN_VALUES.iter().map(|value| bad(format!("{value} as a note"), with_note(value.as_bytes()), "line "));
    let more = [
        bad("two values", "{} {}", "line 1, column"),
        bad("an export and a comma", format!("{},", good()), "line 1, column"),
        bad("two exports in one file", format!("{0}\n{0}", good()), "line 2, column"),
        bad("white space alone", " \n\t ", "breaks off"),
        bad("a form feed", "\u{c}{}", "line 1, column"),
        bad("a no-break space", "\u{a0}{}", "line 1, column"),
    ];
    alone.chain(inside).chain(more).collect()
}

fn wrong_encoding() -> Vec<Bad> {
    let good = good().to_string();
    let utf16 = |bytes: fn(u16) -> [u8; 2]| good.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let mut files: Vec<Bad> = BAD_UTF8
        .iter()
        .map(|bytes| {
            let note = [b"\"".as_slice(), bytes, b"\""].concat();
            bad(format!("{bytes:x?}"), with_note(&note), "is not valid UTF-8")
        })
        .collect();
    files.extend([
        bad("UTF-16 LE", utf16(u16::to_le_bytes), "UTF-16"),
        bad("UTF-16 BE", utf16(u16::to_be_bytes), "UTF-16"),
        bad("UTF-16 LE with a mark", [vec![0xff, 0xfe], utf16(u16::to_le_bytes)].concat(), "UTF-16"),
        bad("UTF-16 BE with a mark", [vec![0xfe, 0xff], utf16(u16::to_be_bytes)].concat(), "UTF-16"),
        bad("UTF-32 LE", good.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<u8>>(), "UTF-32"),
        bad("UTF-32 BE", good.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect::<Vec<u8>>(), "UTF-32"),
        bad("UTF-8 with a byte order mark", format!("\u{feff}{good}"), "byte order mark"),
        bad("a byte order mark alone", "\u{feff}", "byte order mark"),
        bad("nothing", "", "is empty"),
        bad("null characters", vec![0; 64], "UTF-16 or UTF-32"),
    ]);
    files
}

fn too_deep_or_too_long() -> Vec<Bad> {
    let many = 100_000;
    let nested = |open: &str, close: &str, levels: usize| format!("{}{}", open.repeat(levels), close.repeat(levels));
    let long_text = json!({"format": "bluepencil", "version": 1,
        "articles": [{"id": "00000000-0000-0002-0000-000000000001", "text": "x".repeat(16_000_001)}]});
    let mut padded = good().to_string().into_bytes();
    padded.resize(65_000_000, b' ');
    vec![
        bad("open brackets", "[".repeat(many), "levels deep"),
        bad("open braces", "{\"a\":".repeat(many), "levels deep"),
        bad("brackets, closed again", nested("[", "]", many), "levels deep"),
        bad("braces, closed again", format!("{}1{}", "{\"a\":".repeat(many), "}".repeat(many)), "levels deep"),
        bad("brackets and braces in turn", "[{\"a\":".repeat(many), "levels deep"),
        bad("a deep unknown key", with_note(nested("[", "]", 200).as_bytes()), "levels deep"),
        bad("closing brackets", "]".repeat(many), "line 1"),
        bad("a byte more than 64 MB", padded[..64_000_001].to_vec(), "65 MB long; the most is 64 MB"),
        bad("65 MB that would be valid", padded, "65 MB"),
        bad("65 MB of nothing", vec![b' '; 65_000_000], "65 MB"),
        bad("a text of more than 16 MB", long_text.to_string(), "the most is 16 MB"),
    ]
}

fn cut() -> Vec<Bad> {
    let (compact, indented) =
        (good().to_string().into_bytes(), written(&harbour(1, &["close", "flag 🇳🇱"])).into_bytes());
    let mut files = Vec::new();
    for tenth in 1..10 {
        for (name, whole) in [("compact", &compact), ("indented", &indented)] {
            let part = whole[..whole.len() * tenth / 10].to_vec();
            files.push(bad(format!("{name}, cut at {tenth} tenths"), part, ""));
        }
    }
    files.push(bad("compact without its last byte", compact[..compact.len() - 1].to_vec(), "breaks off"));
    files.push(bad("without its first byte", compact[1..].to_vec(), "line 1, column"));
    files
}

/// A valid export after one change of its tree.
fn changed(name: &str, says: &'static str, change: impl FnOnce(&mut Value)) -> Bad {
    let mut file = good();
    change(&mut file);
    bad(name, file.to_string(), says)
}

/// A valid export with one value put at a place.
fn put(place: &'static str, value: Value, says: &'static str) -> Bad {
    changed(&format!("{value} at {place}"), says, |file| match file.pointer_mut(place) {
        Some(found) => *found = value,
        None => {
            let (parent, key) = place.rsplit_once('/').expect("a place");
            file.pointer_mut(parent).expect("the parent")[key] = value;
        }
    })
}

/// A valid export without one key.
fn without(place: &'static str, says: &'static str) -> Bad {
    changed(&format!("without {place}"), says, |file| {
        let (parent, key) = place.rsplit_once('/').expect("a place");
        file.pointer_mut(parent).expect("the parent").as_object_mut().expect("an object").remove(key);
    })
}

/// A valid export with a field written a second time in the object that holds it.
fn twice(place: &str) -> Bad {
    let file = good();
    let (key, value) = (place.rsplit('/').next().expect("a key"), file.pointer(place).expect("the place"));
    let field = format!("\"{key}\":{value}");
    let doubled = file.to_string().replacen(&field, &format!("{field},{field}"), 1);
    bad(format!("{place} twice"), doubled, "a second time")
}

const FIRST: &str = "annotation 1 of “Harbour talks”";

fn wrong_heads() -> Vec<Bad> {
    vec![
        put("/format", json!("other"), "says its format is “other”"),
        put("/version", json!(2), "newer version"),
        put("/version", json!(999_999), "newer version"),
        put("/version", json!(0), "never existed"),
        put("/version", json!(-1), "a whole number from zero"),
        put("/version", json!("1"), "a whole number from zero"),
        put("/version", json!(1.5), "a whole number from zero"),
        put("/version", json!(2.0), "newer version"),
        put("/version", json!(null), "a whole number from zero"),
        changed("a newer version of another shape", "newer version", |file| {
            file["version"] = json!(2);
            file["articles"] = json!({});
        }),
        without("/version", "has no “version”"),
        without("/format", "no Bluepencil export"),
        without("/articles", "has no “articles”"),
        put("/articles", json!({}), "a list is expected"),
        put("/articles", json!(null), "a list is expected"),
        put("/articles", json!([null]), "article 1 is null"),
        put("/articles", json!([[]]), "article 1 is a list"),
        put("/offsets", json!("utf-16"), "another unit"),
        put("/exported", json!("yesterday"), "not a moment"),
        put("/generator", json!(1), "“generator”"),
        put("/schema", json!([]), "an object is expected"),
        put("/schema/labels", json!({}), "a list is expected"),
        put("/schema/labels/0/name", json!("Two Words"), "no label's name"),
        put("/schema/labels/0/name", json!("claim"), "twice in its schema"),
        put("/people", json!({}), "a list is expected"),
        put("/people", json!([{"name": "Ada"}]), "a person without an id"),
        put("/people", json!([{"id": "p"}, {"id": "p"}]), "more than one person"),
    ]
}

fn wrong_articles() -> Vec<Bad> {
    let again = |place: &'static str, says| {
        changed(&format!("{place} twice"), says, |file| {
            let list = file.pointer_mut(place).expect("a list").as_array_mut().expect("a list");
            list.push(list[0].clone());
        })
    };
    let relation = |from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        changed("a dangling link", "which is no annotation of it", move |file| {
            file["articles"][0]["relations"] = json!([{"id": "r", "type": "answers", "from": from, "to": to}]);
        })
    };
    let known = "00000000-0000-0001-0000-000000000001";
    let unknown = "00000000-0000-0001-0000-0000000000ff";
    vec![
        without("/articles/0/id", "has no “id”"),
        put("/articles/0/id", json!("1"), "not a UUID"),
        put("/articles/0/id", json!(1), "a text is expected"),
        put("/articles/0/id", json!("../../preferences"), "not a UUID"),
        put("/articles/0/id", json!("00000000-0000-0002-0000-00000000000A"), "not a UUID"),
        put("/articles/0/id", json!("{00000000-0000-0002-0000-000000000001}"), "not a UUID"),
        without("/articles/0/text", "has no “text”"),
        put("/articles/0/text", json!(1), "a text is expected"),
        put("/articles/0/text", json!("a\r\nb"), "carriage returns"),
        put("/articles/0/text", json!("a\u{0}b"), "null characters"),
        put("/articles/0/title", json!([]), "a text is expected"),
        put("/articles/0/byline", json!(1), "a text is expected"),
        put("/articles/0/status", json!(null), "a text is expected"),
        put("/articles/0/fingerprint", json!("sha256:00"), "does not fit its text"),
        put("/articles/0/fingerprint", json!(1), "a text is expected"),
        put("/articles/0/revision", json!(0), "no desk can have reached"),
        put("/articles/0/revision", json!(-1), "a whole number from zero"),
        put("/articles/0/revision", json!(1.5), "a whole number from zero"),
        put("/articles/0/revision", json!(u64::MAX), "no desk can have reached"),
        put("/articles/0/blocks", json!({}), "a list is expected"),
        put("/articles/0/blocks/0/kind", json!("poem"), "which is not known"),
        without("/articles/0/blocks/0/kind", "has no “kind” in item 1 of its “blocks”"),
        put("/articles/0/blocks/0/end", json!(0), "has no words"),
        put("/articles/0/blocks/1/start", json!(0), "in front of it"),
        put("/articles/0/blocks/1/start", json!(100_000), "end before its start"),
        put("/articles/0/blocks/0/end", json!(100_000), "past the end of the text"),
        put("/articles/0/blocks/0/end", json!("3"), "a whole number from zero"),
        put("/articles/0/annotations", json!({}), "a list is expected"),
        again("/articles", "the article “Harbour talks” has the id of an article before it"),
        again("/articles/0/annotations", "annotation 4 of “Harbour talks” has the id of an annotation before it"),
        again("/articles/0/blocks", "in front of it"),
        changed("one annotation in two articles", "annotation 1 of “Other talks” has the id of an", |file| {
            let mut other = file["articles"][0].clone();
            other["title"] = json!("Other talks");
            other["id"] = json!("00000000-0000-0002-0000-000000000002");
            file["articles"].as_array_mut().expect("a list").push(other);
        }),
        relation(known, unknown),
        relation(unknown, known),
        relation(known, ""),
        put("/articles/0/relations", json!({}), "a list is expected"),
        put(
            "/articles/0/relations",
            json!([{"type": "answers", "from": known, "to": known}]),
            "relation without an id",
        ),
    ]
}

const SEGMENT: &str = "/articles/0/annotations/0/segments/0";

/// A valid export with other offsets on the words “flag 🇳🇱”, which stand after characters of several units.
fn offsets(name: &str, says: &'static str, choose: impl FnOnce(&Value) -> [u64; 2]) -> Bad {
    changed(name, says, |file| {
        let segment = &mut file["articles"][0]["annotations"][2]["segments"][0];
        let [start, end] = choose(segment);
        segment["start"] = json!(start);
        segment["end"] = json!(end);
    })
}

fn wrong_segments() -> Vec<Bad> {
    let in_first = |key: &'static str, value: Value, says: &'static str| {
        changed(&format!("{key}: {value}"), says, |file| {
            file.pointer_mut(SEGMENT).expect("a segment")[key] = value;
        })
    };
    let pair = |segment: &Value, key: &str| [0, 1].map(|place: usize| segment[key][place].as_u64().expect("a number"));
    vec![
        offsets("end before start", "annotation 3 of “Harbour talks” has an end before its start (12 > 3)", |_| {
            [12, 3]
        }),
        offsets("end at start", "has no words", |_| [12, 12]),
        offsets("past the end", "past the end of the text", |_| [3, 100_000]),
        offsets("far past the end", "past the end of the text", |_| [3, u64::MAX]),
        offsets("other words", "has words that do not match: it says “flag 🇳🇱”, the text says “Harbour”", |_| [0, 7]),
        offsets("UTF-16 units", "count UTF-16 units", |segment| pair(segment, "utf16")),
        offsets("bytes", "count bytes", |segment| pair(segment, "utf8")),
        offsets("one too far", "do not match", |segment| {
            [segment["start"].as_u64().expect("a number") + 1, segment["end"].as_u64().expect("a number") + 1]
        }),
        in_first("exact", json!("clos"), "do not match"),
        in_first("exact", json!("CLOSE"), "do not match"),
        in_first("exact", json!(""), "do not match"),
        in_first("exact", json!(null), "a text is expected"),
        in_first("start", json!(-1), "a whole number from zero"),
        in_first("start", json!("3"), "a whole number from zero"),
        in_first("start", json!(3.5), "a whole number from zero"),
        in_first("start", json!(null), "null as “start” of item 1 of its “segments” where a whole number from zero"),
        in_first("end", json!(true), "a whole number from zero"),
        in_first("end", json!(1e300), "a whole number from zero"),
        in_first("utf16", json!([0, 1]), "“utf16” offsets that do not agree"),
        in_first("utf16", json!([]), "a list of another length as “utf16” of item 1 of its “segments”"),
        in_first(
            "utf16",
            json!("0-1"),
            "a text as “utf16” of item 1 of its “segments” where a pair of numbers is expected",
        ),
        in_first("utf8", json!([0, 1]), "“utf8” offsets that do not agree"),
        in_first("utf8", json!([1, 2, 3]), "a list of another length as “utf8”"),
        in_first("utf8", json!([1, "2"]), "a text as item 2 of “utf8” of item 1 of its “segments”"),
        in_first("prefix", json!(1), "a text is expected"),
        in_first("suffix", json!([]), "a text is expected"),
        without("/articles/0/annotations/0/segments/0/start", "has no “start”"),
        without("/articles/0/annotations/0/segments/0/end", "has no “end”"),
        without("/articles/0/annotations/0/segments/0/exact", "has no “exact”"),
        spans("half a flag", "cuts a character in half", "flag 🇳", "flag 🇳🇱"),
        spans("half a family", "cuts a character in half", "The family 👨", "The family 👨"),
        spans("an accent off", "cuts a character in half", "Zoe", "Zoe"),
        spans("a space before", "begins or ends with white space", " waited", " waited"),
        spans("a space after", "begins or ends with white space", "waited ", "waited "),
        spans("a line end after", "begins or ends with white space", "go on\n", "go on\n"),
    ]
}

/// A valid export whose first annotation covers these words, whatever rule that breaks.
fn spans(name: &str, says: &'static str, words: &str, place: &str) -> Bad {
    changed(name, says, |file| {
        let text = file["articles"][0]["text"].as_str().expect("a text").to_owned();
        let start = text[..text.find(place).expect("the words are there")].chars().count();
        file["articles"][0]["annotations"][0]["segments"][0] =
            json!({"start": start, "end": start + words.chars().count(), "exact": words});
    })
}

fn wrong_annotations() -> Vec<Bad> {
    let with_segments = |name: &str, says: &'static str, order: fn(Vec<Value>) -> Vec<Value>| {
        changed(name, says, |file| {
            let annotations = &file["articles"][0]["annotations"];
            let segments = [0, 1, 2].map(|place: usize| annotations[place]["segments"][0].clone()).to_vec();
            file["articles"][0]["annotations"][0]["segments"] = Value::Array(order(segments));
        })
    };
    vec![
        put("/articles/0/annotations/0", json!(null), FIRST),
        put("/articles/0/annotations/0", json!("quote"), FIRST),
        without("/articles/0/annotations/0/id", "annotation 1 of “Harbour talks” has no “id”"),
        without("/articles/0/annotations/0/label", "has no “label”"),
        without("/articles/0/annotations/0/segments", "has no “segments”"),
        without("/articles/0/annotations/0/created", "has no “created”"),
        put("/articles/0/annotations/0/id", json!("quote-1"), "not a UUID"),
        put("/articles/0/annotations/0/id", json!(7), "a text is expected"),
        put("/articles/0/annotations/0/label", json!("QUOTE"), "a label is made of"),
        put("/articles/0/annotations/0/label", json!("two words"), "a label is made of"),
        put("/articles/0/annotations/0/label", json!(""), "a label is made of"),
        put("/articles/0/annotations/0/label", json!("a".repeat(65)), "a label is made of"),
        put("/articles/0/annotations/0/label", json!(null), "a text is expected"),
        put("/articles/0/annotations/0/status", json!("done"), "which is not known"),
        put("/articles/0/annotations/0/status", json!(1), "a text is expected"),
        put("/articles/0/annotations/0/note", json!(["checked"]), "a text is expected"),
        put("/articles/0/annotations/0/flags", json!("unsure"), "a list is expected"),
        put(
            "/articles/0/annotations/0/flags",
            json!([1]),
            "a number as item 1 of its “flags” where a text is expected",
        ),
        put("/articles/0/annotations/0/segments", json!([]), "has no segments"),
        put("/articles/0/annotations/0/segments", json!({}), "a list is expected"),
        put("/articles/0/annotations/0/segments", json!([null]), "an object is expected"),
        put("/articles/0/annotations/0/segments", json!([[0, 7]]), "an object is expected"),
        put("/articles/0/annotations/0/origin", json!("person"), "an object is expected"),
        put("/articles/0/annotations/0/origin", json!({}), "has no “kind”"),
        put("/articles/0/annotations/0/origin", json!({"kind": "oracle"}), "which is not known"),
        put("/articles/0/annotations/0/created", json!("2026-11-23"), "not a moment"),
        put("/articles/0/annotations/0/created", json!("2026-11-23T14:00:00+01:00"), "not a moment"),
        put("/articles/0/annotations/0/created", json!(1_795_442_400), "a text is expected"),
        put("/articles/0/annotations/0/modified", json!(""), "not a moment"),
        put("/articles/0/annotations/0/creator", json!({}), "a text is expected"),
        put("/articles/0/annotations/0/revision", json!(0), "no desk can have reached"),
        put("/articles/0/annotations/0/revision", json!("3"), "a whole number from zero"),
        put("/articles/0/annotations/0/revision", json!(u64::MAX), "no desk can have reached"),
        with_segments("out of order", "not in reading order", |segments| segments.into_iter().rev().collect()),
        with_segments("twice the same segment", "segments that overlap", |mut segments| {
            segments.insert(0, segments[0].clone());
            segments
        }),
        with_segments("a second segment that is broken", "has a segment 2 that has an end before", |mut segments| {
            segments[1]["end"] = json!(0);
            segments
        }),
        changed("a speaker who is nobody", "names the person “p9”, who is not in the file", |file| {
            file["articles"][0]["annotations"][0]["quote"] = json!({"roles": {"speaker": [{"person": "p9"}]}});
        }),
    ]
}

fn hostile_keys() -> Vec<Bad> {
    let proto = |place: &'static str| {
        changed(&format!("__proto__ at {place:?}"), "“__proto__”", |file| {
            file.pointer_mut(place).expect("the place")["__proto__"] = json!({"polluted": true});
        })
    };
    let mut files = vec![
        proto(""),
        proto("/schema"),
        proto("/schema/labels/0"),
        proto("/articles/0"),
        proto("/articles/0/blocks/0"),
        proto("/articles/0/annotations/0"),
        proto("/articles/0/annotations/0/origin"),
        proto(SEGMENT),
        changed("__proto__ inside what is unknown", "“__proto__”", |file| {
            file["unknown"] = json!([{"deep": {"__proto__": null}}]);
        }),
        bad("__proto__ with an escape", with_fields(r#""x":{"\u005f_proto__":1}"#), "“__proto__”"),
        bad("half a character as a key", with_fields(r#""x":{"\ud83d":1}"#), "line 1"),
        bad("a key that turns its line, twice", with_fields("\"\u{202e}a\":1,\"\u{202e}a\":2"), "“[RLO]a” a second"),
        bad("a control character as a key, twice", with_fields(r#""\u0007":1,"\u0007":2"#), "“\u{fffd}” a second"),
        bad("a very long key, twice", with_fields(&format!("\"{0}\":1,\"{0}\":2", "k".repeat(100_000))), "a second"),
        bad("the same unknown key twice", with_fields(r#""a":1,"b":2,"a":3"#), "“a” a second time"),
        bad("the same key by an escape", with_fields(r#""a":1,"\u0061":3"#), "“a” a second time"),
        bad("a known key by an escape", with_fields(r#""\u0069d":"x""#), "“id” a second time"),
        bad("a number that is none", with_fields(r#""x":{"$serde_json::private::Number":"x"}"#), "line 1"),
    ];
    let places = [
        "/format",
        "/version",
        "/schema",
        "/schema/labels/0/name",
        "/articles",
        "/articles/0/text",
        "/articles/0/blocks/0/kind",
        "/articles/0/annotations",
        "/articles/0/annotations/0/id",
        "/articles/0/annotations/0/label",
        "/articles/0/annotations/0/segments",
        "/articles/0/annotations/0/segments/0/start",
        "/articles/0/annotations/0/segments/0/utf8",
        "/articles/0/annotations/0/segments/0/exact",
        "/articles/0/annotations/0/origin",
        "/articles/0/annotations/0/origin/kind",
        "/articles/0/annotations/0/revision",
    ];
    files.extend(places.map(twice));
    let many: Vec<String> = (0..100_000).map(|number| format!("\"{}\":0", number % 99_999)).collect();
    files.push(bad("one of very many keys twice", with_fields(&many.join(",")), "“0” a second time"));
    files
}

#[test]
fn the_file_that_all_others_are_made_from_is_valid() {
    assert_eq!(native::read(good().to_string().as_bytes()).map(|imported| imported.documents.len()), Ok(1));
}

#[test]
fn broken_json_is_refused_with_its_line() {
    refused(&broken_syntax());
}

#[test]
fn other_encodings_than_utf_8_are_refused() {
    refused(&wrong_encoding());
}

#[test]
fn what_is_too_deep_or_too_long_is_refused() {
    refused(&too_deep_or_too_long());
}

#[test]
fn an_export_that_was_cut_is_refused() {
    refused(&cut());
}

#[test]
fn json_that_is_not_ours_is_refused() {
    let files = OTHER_JSON.map(|json| bad(json, json, "the file"));
    refused(&files);
}

#[test]
fn an_export_that_says_something_else_about_itself_is_refused() {
    refused(&wrong_heads());
}

#[test]
fn an_article_that_does_not_hold_together_is_refused() {
    refused(&wrong_articles());
}

#[test]
fn words_that_are_not_at_their_offsets_are_refused() {
    refused(&wrong_segments());
}

#[test]
fn an_annotation_that_breaks_a_rule_is_refused() {
    refused(&wrong_annotations());
}

#[test]
fn doubled_and_hostile_keys_are_refused() {
    refused(&hostile_keys());
}

/// Every malformed file of this page, once.
fn all() -> Vec<Bad> {
    let classes = [
        broken_syntax(),
        wrong_encoding(),
        too_deep_or_too_long(),
        cut(),
        OTHER_JSON.map(|json| bad(json, json, "")).into(),
        wrong_heads(),
        wrong_articles(),
        wrong_segments(),
        wrong_annotations(),
        hostile_keys(),
    ];
    let mut known = HashSet::new();
    classes.into_iter().flatten().filter(|file| known.insert(file.bytes.clone())).collect()
}

#[test]
fn at_least_348_different_malformed_files_change_neither_session_nor_storage_and_are_told_why() {
    let mut desk = Desk::with(&[&harbour(1, &["flag 🇳🇱"])]);
    desk.command_at(Command::MarkQuote, "waited");
    let before = desk.state();
    let files = all();
    println!("{} malformed files", files.len());
    assert!(files.len() >= 348, "only {} malformed files", files.len());
    for file in files {
        let said = desk.file("bad.json", file.bytes);
        let sentence = refusal(&said);
        let told = sentence.starts_with("bad.json was not imported: ") && sentence.ends_with(". Nothing was changed.");
        assert!(told && said.len() == 1, "{}: {said:?}", file.name);
        assert!(desk.state() == before, "{} has changed something", file.name);
    }
}
