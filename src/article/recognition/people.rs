//! Names of people as bylines list them, with places, degrees, offices and publications.

use super::agency::{ends_like_publication, is_agency, is_publication};
use super::date;
use super::lexical::is_name;

/// The longest name of a person, in words, with an office before it.
const NAME_LIMIT: usize = 6;

/// Words between the members of a list of names, and between a name and a place or a publication.
const JOINING: [&str; 28] = [
    "and", "und", "et", "y", "e", "&", "og", "och", "with", "mit", "avec", "con", "for", "für", "pour", "para", "of",
    "in", "from", "aus", "at", "à", "en", "desde", "depuis", "near", "across", "plus",
];

/// Nouns of offices, in lower case.
const OFFICES: [&str; 50] = [
    "analyst",
    "analysts",
    "anchor",
    "author",
    "chefredakteur",
    "chefredakteurin",
    "chief",
    "columnist",
    "commentator",
    "contributor",
    "contributors",
    "corresponsal",
    "corresponsales",
    "correspondant",
    "correspondante",
    "correspondent",
    "correspondents",
    "critic",
    "director",
    "editor",
    "editors",
    "editor-in-chief",
    "enviada",
    "enviado",
    "envoyé",
    "envoyée",
    "especial",
    "fellow",
    "intern",
    "investigations",
    "journalist",
    "journaliste",
    "journalistin",
    "journalists",
    "korrespondent",
    "korrespondentin",
    "photographer",
    "presenter",
    "producer",
    "redactor",
    "redactora",
    "redakteur",
    "redakteurin",
    "reporter",
    "reporters",
    "reporterin",
    "spécial",
    "spéciale",
    "writer",
    "writers",
];

/// Collective authors, in lower case.
const STAFF: [&str; 14] = [
    "agencies",
    "agencias",
    "agences",
    "agenturen",
    "desk",
    "newsroom",
    "redaktion",
    "redacción",
    "rédaction",
    "staff",
    "team",
    "teams",
    "wires",
    "afp-agenturen",
];

/// First words after "By" that begin a sentence or a headline, in lower case: times, measures, means.
const NO_NAMES: [&str; 66] = [
    "a",
    "accident",
    "air",
    "all",
    "an",
    "any",
    "avion",
    "chance",
    "comparison",
    "contrast",
    "december",
    "default",
    "design",
    "diciembre",
    "dienstag",
    "donnerstag",
    "each",
    "early",
    "end",
    "enero",
    "every",
    "far",
    "favor",
    "february",
    "freitag",
    "friday",
    "her",
    "his",
    "hook",
    "its",
    "january",
    "land",
    "last",
    "late",
    "law",
    "lunes",
    "mid",
    "midnight",
    "mistake",
    "mittwoch",
    "monday",
    "montag",
    "my",
    "next",
    "night",
    "nightfall",
    "no",
    "noon",
    "november",
    "now",
    "october",
    "popular",
    "samstag",
    "saturday",
    "sea",
    "september",
    "some",
    "sonntag",
    "sunday",
    "that",
    "then",
    "these",
    "this",
    "thursday",
    "today",
    "train",
];

/// More of them.
const NO_NAMES_EITHER: [&str; 14] = [
    "tonight",
    "tomorrow",
    "tuesday",
    "wednesday",
    "yesterday",
    "those",
    "their",
    "sheer",
    "definition",
    "nature",
    "process",
    "virtue",
    "ten",
    "two",
];

/// Whether the words are a list of authors and nothing else: the first member is a person, a publication or a staff; the
/// others may be places, degrees and offices too.
pub(super) fn are_authors(words: &str) -> bool {
    let members = members(words);
    let Some((first, others)) = members.split_first() else { return false };
    begins_authors(first) && others.iter().all(|member| continues_authors(member))
}

/// Whether a list of authors says by itself that it is one, without "By" in front: with a place, an office, a staff or a
/// publication.
pub(super) fn tells_more_than_names(words: &str) -> bool {
    let members = members(words);
    let has_place = [" in ", " from ", " aus ", " en ", " à "].iter().any(|place| words.contains(place));
    has_place || members.iter().any(|member| is_staff(member) || is_office(member) || is_publication(member))
}

/// Whether the words are the names of one or more people: two words and more each.
pub(super) fn are_names(words: &str) -> bool {
    let members = members(words);
    !members.is_empty() && members.iter().all(|member| is_person(member))
}

/// Whether a line is an office, a publication or a place of reporting, as it stands under a byline.
pub(super) fn is_affiliation(words: &str) -> bool {
    let members = members(words);
    let known = |member: &String| is_office(member) || is_agency(member) || is_publication(member);
    members.first().is_some_and(|first| known(first) || ends_like_publication(first) && is_name(first, 2, 5))
        && members.iter().all(|member| known(member) || is_name(member, 1, NAME_LIMIT))
}

/// Whether the words are names of places: "Farwater, Norway", "Oslo and Bergen".
pub(super) fn are_places(words: &str) -> bool {
    let members = members(words);
    !members.is_empty() && members.iter().all(|member| is_name(member, 1, 4))
}

/// The members of a list, without the signs and words between them.
fn members(words: &str) -> Vec<String> {
    let mut members = vec![String::new()];
    for word in
        words.split_inclusive(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '–' | '—' | '(' | ')' | '|'))
    {
        let ends = word.ends_with(['/', '–', '—', '(', ')', '|']);
        let word = word
            .trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '–' | '—' | '(' | ')' | '|'));
        let bare = word.trim_end_matches([',', ';']);
        let joins =
            JOINING.contains(&bare) || bare.chars().count() > 1 && JOINING.contains(&bare.to_lowercase().as_str());
        if let Some(last) = members.last_mut().filter(|_| !joins && !bare.is_empty()) {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(bare);
        }
        if joins || ends || bare.len() < word.len() || bare.is_empty() {
            members.push(String::new());
        }
    }
    members.retain(|member| !member.is_empty());
    members
}

fn begins_authors(member: &str) -> bool {
    let names_publication = ends_like_publication(member) && is_name(without_article(member), 2, NAME_LIMIT);
    is_agency(member)
        || is_publication(member)
        || is_staff(member)
        || names_publication
        || is_office(without_article(member))
        || is_person(after_office(member))
}

fn continues_authors(member: &str) -> bool {
    let special = member.to_lowercase().starts_with("special to");
    let member = without_article(after_label(member));
    is_agency(member)
        || is_staff(member)
        || is_office(member)
        || is_name(member, 1, NAME_LIMIT)
        || is_person(after_office(member))
        || date::read(member).is_some()
        || special
}

/// A person's name: two words or more, none of them in the possessive, and the first not one that begins a sentence.
fn is_person(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let possessive = name.split_whitespace().any(|word| word.ends_with("’s") || word.ends_with("'s"));
    let sentence = NO_NAMES.contains(&first.as_str()) || NO_NAMES_EITHER.contains(&first.as_str()) || first == "the";
    is_name(name, 2, NAME_LIMIT) && !possessive && !sentence
}

/// "Farwater Press staff", "staff", "news agencies".
fn is_staff(member: &str) -> bool {
    let (before, last) = member.rsplit_once(' ').unwrap_or(("", member));
    STAFF.contains(&last.to_lowercase().as_str())
        && (before.is_empty() || before == "news" || is_name(without_article(before), 1, 4))
}

/// "Political Editor", "maritime correspondent", "correspondent BBC Scotland".
fn is_office(member: &str) -> bool {
    let mut words = member.split_whitespace();
    let office = |word: &str| OFFICES.contains(&word.to_lowercase().as_str());
    words.clone().count() <= NAME_LIMIT
        && words.all(|word| word.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '’' | '\'' | '.')))
        && member
            .split_whitespace()
            .rev()
            .find(|word| office(word) || !word.starts_with(char::is_uppercase))
            .is_some_and(office)
}

/// The name behind an office in small letters: "staff writer Rosa Winterholm".
fn after_office(member: &str) -> &str {
    let office = |word: &str| OFFICES.contains(&word);
    member
        .match_indices(' ')
        .find_map(|(at, space)| {
            let (before, after) = (member.get(..at)?, member.get(at + space.len()..)?);
            let ends = before.split_whitespace().next_back().is_some_and(office);
            ends.then_some(after)
        })
        .unwrap_or(member)
}

/// The names behind a label within a list: "Editing by Ole Brandeck".
fn after_label(member: &str) -> &str {
    let label = |words: &str| {
        words.split_whitespace().all(|word| word.chars().all(char::is_alphabetic))
            && words.split_whitespace().count() <= 3
    };
    member.split_once(" by ").filter(|(before, _)| label(before)).map_or(member, |(_, names)| names)
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .or_else(|| name.strip_prefix("THE "))
        .unwrap_or(name)
}
