//! Hostile input is only text: every string of the table goes in where text goes in, and comes out as it was.

#[path = "../hostile.rs"]
mod table;

use std::collections::HashSet;

use bluepencil::annotation::{Annotation, Label, Origin, OriginKind};
use bluepencil::article::{Article, Details, Extra};
use bluepencil::document::Document;
use bluepencil::format::{looks_like_json, native};
use bluepencil::session::{
    Arrival, Command, Detail, DetailsEvent, Event, Filter, OccurrencesEvent, Route, SearchEvent,
};
use bluepencil::store::{Key, Preferences};
use bluepencil::text::{Text, beginning, excerpt, shorten, visible};
use serde_json::{Value, json};

use crate::support::build::{article_id, entry, facts, harbour, moment, quote};
use crate::support::desk::{Desk, Said, refusal};

/// Characters that no sentence of the page may hold: they turn or hide the words around them.
fn turns(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
}

/// Checks that what was said is one line that nothing in it can turn, with as many isolates begun as ended.
#[track_caller]
fn reads_well(said: &[Said]) {
    for said in said {
        let (Said::Told(sentence, _) | Said::Alert(sentence)) = said else { continue };
        assert!(!sentence.contains(turns), "{sentence:?}");
        assert_eq!(sentence.matches('\u{2068}').count(), sentence.matches('\u{2069}').count(), "{sentence:?}");
        assert!(sentence.chars().count() < 4000, "{} characters", sentence.chars().count());
    }
}

/// A document in which one string stands in every field, for each of the strings.
fn documents() -> Vec<Document> {
    let strings = table::strings();
    strings
        .iter()
        .zip(100..)
        .map(|(string, number)| {
            let details = Details {
                title: if string.trim().is_empty() { "x".to_owned() } else { string.clone() },
                byline: string.clone(),
                published: string.clone(),
                source: string.clone(),
                language: string.clone(),
                status: string.clone(),
            };
            let plain = Article::from_plain(article_id(number), &format!("Words {string} more words"), "");
            let article = Article {
                details: details.into(),
                extra: extra(&json!({"x-key": {string: string}, "x-list": [string, {"deep": string}]})),
                ..plain
            };
            let annotation = Annotation {
                note: string.clone(),
                flags: vec![string.clone(), "check".to_owned()],
                origin: Origin { kind: OriginKind::Rule, name: string.clone(), version: string.clone() },
                creator: string.clone(),
                extra: extra(&json!({"quote": {"cue": string}, "x": string})),
                ..quote(number, &article.text, "more words")
            };
            Document::restored(article, 1, vec![entry(annotation, 1)], [])
        })
        .collect()
}

/// Unknown fields as a file brings them; the one key that is refused everywhere is left out.
fn extra(value: &Value) -> Extra {
    let mut value = value.clone();
    if let Some(keys) = value.get_mut("x-key").and_then(Value::as_object_mut) {
        keys.remove("__proto__");
        keys.remove("$serde_json::private::Number");
    }
    Extra::new(value.to_string())
}

#[test]
fn the_table_has_more_than_two_hundred_strings_no_two_alike_and_says_what_each_class_does() {
    let (classes, strings) = (table::classes(), table::strings());
    println!("{} hostile strings in {} classes", strings.len(), classes.len());
    assert!(strings.len() >= 200, "{}", strings.len());
    assert_eq!(strings.iter().collect::<HashSet<_>>().len(), strings.len());
    let named = classes.iter().all(|class| !class.name.is_empty() && !class.does.is_empty());
    assert!(named && classes.iter().all(|class| class.strings().count() >= 5));
}

#[test]
fn a_hostile_text_is_kept_with_the_three_named_changes() {
    for string in table::strings() {
        let raw = string.strip_prefix('\u{feff}').unwrap_or(&string);
        let expected = raw.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
        let article = Article::from_plain(article_id(1), &string, "");
        assert_eq!(article.text.as_str(), expected);
        let in_blocks: String = article.blocks.iter().map(|block| article.block_text(block)).collect();
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert_eq!(letters(&in_blocks), letters(&expected));
    }
}

#[test]
fn every_hostile_string_in_every_field_goes_out_and_in_and_out_the_same() {
    let documents = documents();
    let all: Vec<&Document> = documents.iter().collect();
    let file = native::write(&all, &extra(&json!({"x-file": table::strings()})), &moment());
    let imported = native::read(file.as_bytes()).unwrap_or_else(|problem| panic!("{problem}"));
    let found: Vec<_> = imported.documents.iter().map(facts).collect();
    for (found, document) in found.iter().zip(&documents) {
        assert_eq!(found.article.details, document.article().details);
        assert_eq!(found.entries.len(), 1);
    }
    let again: Vec<&Document> = imported.documents.iter().collect();
    assert_eq!(native::write(&again, &imported.extra, &moment()), file);
}

#[test]
fn every_hostile_string_in_every_field_is_stored_and_found_again() {
    let documents = documents();
    let all: Vec<&Document> = documents.iter().collect();
    let desk = Desk::with(&all);
    for document in &documents {
        let id = document.article().id;
        assert_eq!(facts(&desk.stored(id)), facts(document));
    }
    assert_eq!(desk.titles().len(), documents.len());
    for key in desk.storage.keys() {
        assert_eq!(Key::parse(key).map(|key| key.to_string()).as_ref(), Some(key));
    }
}

#[test]
fn a_name_and_keys_of_ones_own_are_stored_and_found_again() {
    for string in table::strings() {
        let set = Preferences { annotator: string.clone(), ..Preferences::default() };
        assert_eq!(Preferences::from_body(&set.to_body()), Ok(set));
    }
}

#[test]
fn no_hostile_string_is_a_key_of_storage_or_reaches_another() {
    let id = article_id(1).to_string();
    let own = ["desk", "preferences"].map(|record| format!("bluepencil/1/{record}"));
    for string in table::strings().iter().filter(|string| !own.contains(string)) {
        let written = [
            string.clone(),
            format!("bluepencil/{string}"),
            format!("bluepencil/1/{string}"),
            format!("bluepencil/1/{string}/text"),
            format!("bluepencil/1/{id}/{string}"),
            format!("bluepencil/1/{id}/../{string}"),
            format!("bluepencil/1/{id}/text/{string}"),
        ];
        for key in written {
            assert_eq!(Key::parse(&key), None, "{key:?}");
        }
    }
}

#[test]
fn no_hostile_string_is_a_label_unless_it_is_made_of_the_letters_of_one() {
    for label in table::strings().iter().filter_map(|string| Label::parse(string)) {
        assert!(label.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
    }
}

#[test]
fn an_address_names_ids_and_nothing_else() {
    let fits = |address: &str| {
        address.strip_prefix("#/").is_some_and(|rest| {
            rest.split('/').all(|part| {
                ["", "library", "article", "annotation", "read"].contains(&part)
                    || (part.len() == 36 && part.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-'))
            })
        })
    };
    let id = article_id(1);
    for string in table::strings() {
        let addresses = [
            string.clone(),
            format!("#{string}"),
            format!("#/{string}"),
            format!("#/article/{string}"),
            format!("#/article/{id}/{string}"),
            format!("#/article/{id}/annotation/{string}"),
            format!("#/article/{string}/read"),
        ];
        for address in addresses {
            let written = Route::parse(&address).to_string();
            assert!(fits(&written), "{address:?} became {written:?}");
        }
    }
}

#[test]
fn the_name_of_a_file_holds_letters_digits_and_hyphens_and_fits_every_file_system() {
    let long = ["\u{1f6a2}𝔘".repeat(100), "𠮷".repeat(300), "ﷺ".repeat(300)];
    for title in table::strings().into_iter().chain(long) {
        let article = Article::from_plain(article_id(1), "Words", &title);
        let slug = article.slug();
        assert!(slug.chars().all(|sign| sign.is_alphanumeric() || sign == '-'), "{slug:?}");
        assert!(!slug.starts_with('-') && !slug.is_empty() && slug.len() + ".bluepencil.json".len() <= 255, "{slug:?}");
    }
}

#[test]
fn a_hostile_name_of_a_file_is_said_on_one_line_that_it_cannot_turn() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let before = desk.state();
    for string in table::strings() {
        for content in ["{", "{\"format\":\"bluepencil-keys\"}", "\0"] {
            let said = desk.file(&string, content);
            reads_well(&said);
            assert!(refusal(&said).contains("Nothing was changed"), "{said:?}");
        }
        let said = desk.event(Event::File(string, Err("the browser could not read it".to_owned())));
        reads_well(&said);
    }
    assert_eq!(desk.state(), before);
}

/// A good file in which one value is another.
fn with(place: &str, value: &Value) -> String {
    let good = native::write(&[&harbour(1, &["close", "flag 🇳🇱"])], &Extra::default(), &moment());
    let mut file: Value = serde_json::from_str(&good).expect("JSON");
    *file.pointer_mut(place).unwrap_or_else(|| panic!("no {place}")) = value.clone();
    file.to_string()
}

#[test]
fn a_hostile_value_where_an_id_a_label_or_a_moment_stands_is_refused_and_changes_nothing() {
    let places = [
        "/format",
        "/version",
        "/exported",
        "/offsets",
        "/schema/labels/0/name",
        "/articles/0/id",
        "/articles/0/fingerprint",
        "/articles/0/blocks/0/kind",
        "/articles/0/annotations/0/id",
        "/articles/0/annotations/0/status",
        "/articles/0/annotations/0/created",
        "/articles/0/annotations/0/origin/kind",
        "/articles/0/annotations/0/segments/0/start",
        "/articles/0/annotations/0/segments/0/exact",
    ];
    let mut desk = Desk::with(&[&harbour(1, &["flag"])]);
    let before = desk.state();
    for string in table::strings() {
        for place in places {
            if place.ends_with("name") && Label::parse(&string).is_some() {
                continue;
            }
            let said = desk.file("x.json", with(place, &json!(string)));
            reads_well(&said);
            assert!(refusal(&said).starts_with("x.json was not imported: "), "{place}: {said:?}");
        }
    }
    assert_eq!(desk.state(), before);
}

#[test]
fn hostile_keys_of_a_file_of_keys_are_refused_and_change_nothing() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let before = desk.state();
    for string in table::strings() {
        for keys in [json!({string.clone(): ["X"]}), json!({"Mark quote": [format!("{string}+x")]})] {
            let file = json!({"format": "bluepencil-keys", "version": 1, "keys": keys});
            let said = desk.file("bluepencil-keys.json", file.to_string());
            reads_well(&said);
            refusal(&said);
        }
    }
    assert_eq!(desk.state(), before);
}

#[test]
fn hostile_words_are_looked_for_as_they_are() {
    let strings = table::strings();
    let text = strings.join("\n\n");
    let mut desk = Desk::empty();
    desk.event(Event::ArticleText(Arrival::Typed, format!("Words first\n\n{text}"), String::new()));
    desk.command(Command::Search);
    for string in strings.iter().filter(|string| string.len() < 200) {
        reads_well(&desk.event(Event::Search(SearchEvent::Words(string.clone()))));
        reads_well(&desk.event(Event::Filter(Filter { words: string.clone(), ..Filter::default() })));
    }
    desk.event(Event::Search(SearchEvent::Words("<script>window.__canary=1</script>".to_owned())));
    assert!(desk.session.search().is_some_and(|search| search.count() >= 2));
    desk.event(Event::Search(SearchEvent::Close));
    desk.command_at(Command::AnnotateAll, "constructor");
    reads_well(&desk.event(Event::Occurrences(OccurrencesEvent::Annotate)));
    assert!(!desk.document().entries().is_empty());
}

#[test]
fn hostile_details_and_notes_are_kept_and_said_so_that_they_turn_nothing() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let id = desk.document().annotations().next().expect("a mark").id;
    for string in table::strings() {
        for detail in Detail::ALL {
            reads_well(&desk.event(Event::Details(DetailsEvent::Edit(detail, string.clone()))));
            assert_eq!(detail.of(&desk.document().article().details), string);
        }
        reads_well(&desk.event(Event::Note(id, string.clone())));
        assert_eq!(desk.document().annotation(id).expect("it is there").note, string);
        reads_well(&desk.event(Event::FieldLeft));
        reads_well(&desk.command(Command::Undo));
        reads_well(&desk.command(Command::Download));
    }
}

#[test]
fn a_hostile_article_is_opened_and_said_so_that_it_turns_nothing() {
    let mut desk = Desk::empty();
    for string in table::strings().into_iter().filter(|string| !looks_like_json(string)) {
        for arrival in [Arrival::Typed, Arrival::Pasted] {
            reads_well(&desk.event(Event::ArticleText(arrival, format!("{string} x"), string.clone())));
            assert_eq!(desk.document().article().text, Text::new(&format!("{string} x")));
        }
    }
}

#[test]
fn what_would_turn_the_words_around_it_is_shown_as_a_sign() {
    assert_eq!(visible("pay\u{202e}txt.exe"), "pay[RLO]txt.exe");
    assert_eq!(visible("a\u{2066}b\u{2069}\u{7}"), "a[LRI]b[PDI]\u{fffd}");
    assert_eq!(visible("two\nlines\tand \u{200f}שלום\u{200e}"), "two\nlines\tand \u{200f}שלום\u{200e}");
    assert_eq!(shorten("a \u{202e}b c d e f", 5), "a [RLO]b…");
}

#[test]
fn what_is_kept_is_never_changed_for_the_eye() {
    assert_eq!(beginning("a\u{202e}b", 10), "a\u{202e}b");
    let article = Article::from_plain(article_id(1), "a\u{202e}b c", "");
    assert_eq!(article.details.title, "a\u{202e}b c");
}

#[test]
fn words_from_right_to_left_stand_apart_in_a_sentence() {
    assert_eq!(excerpt("שלום 12", 40), "\u{2068}שלום 12\u{2069}");
    assert_eq!(excerpt("talks 12", 40), "talks 12");
}

#[test]
fn a_letter_under_a_flood_of_accents_takes_the_room_of_a_letter() {
    let flood = format!("e{} and more", "\u{301}".repeat(5000));
    assert!(shorten(&flood, 40).len() < 100);
    assert_eq!(shorten("👨‍👩‍👧‍👦 and 👍🏽", 40), "👨‍👩‍👧‍👦 and 👍🏽");
}
