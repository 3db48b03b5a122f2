//! Two thousand random commands: nothing that a user can do breaks a promise, and all of it can be taken back.

use bluepencil::annotation::{Annotation, Label};
use bluepencil::article::{Article, BlockKind};
use bluepencil::document::{Document, Entry};
use bluepencil::session::{
    BoundaryEvent, BulkEvent, Command, Detail, DetailsEvent, Event, Filter, OccurrencesEvent, Place, SearchEvent,
    SelectionMode,
};
use bluepencil::text::{Matching, Span, Utf8, folded};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::build::{entries, facts};
use crate::support::desk::{Desk, Said};
use crate::support::{generate, invariant};

/// How many commands are given in a row.
const COMMANDS: usize = 2_000;

/// What a user does next, as something that can be done to any document.
#[derive(Clone, Debug)]
pub enum Action {
    /// Marks whatever lies between two places. The second is a short way from the first more often than not.
    Mark(Command, Index, Index),
    /// Gives a command at a place.
    Give(Command, Index),
    Click(Index),
    Choose(Index),
    Relabel(Index, &'static str),
    Note(Index, String),
    /// Takes hold of an end of the mark in focus.
    Grab(Index),
    /// Drags it to a place.
    Drag(Index, bool),
    TakeOut(Index, Index),
    Detail(Detail, String),
    BlockKind(Index, BlockKind),
    LeaveField,
    Select(Index, SelectionMode),
    Flag(Index, bool),
    NoteSelected(String),
    Filter(Filter),
    Find(SearchEvent),
    OccurrencesEvent(OccurrencesEvent),
}

/// What changes nothing but what is looked at.
fn looking() -> impl Strategy<Value = Action> {
    const LABELS: [&str; 3] = ["quote", "claim", "on-record"];
    const SELECT: [Command; 4] =
        [Command::SelectListed, Command::ClearSelected, Command::ClearSelected, Command::SelectMark];
    let filter = (select(&LABELS[..]), generate::words(), any::<[bool; 4]>()).prop_map(
        |(label, words, [labelled, worded, noted, flagged])| {
            let labels = Label::parse(label).into_iter().filter(|_| labelled).collect();
            Filter { open: true, labels, words: if worded { words } else { String::new() }, noted, flagged }
        },
    );
    let matching = |(case, whole_words)| Matching { case, whole_words };
    prop_oneof![
        4 => (any::<Index>(), select(&[SelectionMode::Toggle, SelectionMode::Toggle, SelectionMode::Range][..])).prop_map(|(at, reach)| Action::Select(at, reach)),
        1 => (select(&SELECT[..]), any::<Index>()).prop_map(|(command, at)| Action::Give(command, at)),
        1 => filter.prop_map(Action::Filter),
        1 => Just(Action::Filter(Filter::default())),
        1 => any::<Index>().prop_map(|at| Action::Give(Command::Search, at)),
        2 => generate::words().prop_map(|words| Action::Find(SearchEvent::Words(words))),
        2 => select(&[SearchEvent::Next, SearchEvent::Previous, SearchEvent::Close, SearchEvent::Choose(3)][..]).prop_map(Action::Find),
        1 => any::<(bool, bool)>().prop_map(move |two| Action::Find(SearchEvent::Matching(matching(two)))),
        2 => any::<Index>().prop_map(|at| Action::Give(Command::AnnotateAll, at)),
        1 => any::<(bool, bool)>().prop_map(move |two| Action::OccurrencesEvent(OccurrencesEvent::Matching(matching(two)))),
        1 => (0..9_usize, any::<bool>()).prop_map(|(number, ticked)| Action::OccurrencesEvent(OccurrencesEvent::Tick(number, ticked))),
    ]
}

/// What a user does next, of any kind.
pub fn action() -> impl Strategy<Value = Action> {
    const MARKS: [Command; 4] = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];
    const MOVES: [Command; 8] = [
        Command::NextAnnotation,
        Command::PreviousAnnotation,
        Command::OtherMark,
        Command::Leave,
        Command::SelectSentence,
        Command::SelectQuotation,
        Command::SelectWordBefore,
        Command::SelectionBack,
    ];
    const RELABELS: [Command; 4] =
        [Command::RelabelQuote, Command::RelabelClaim, Command::RelabelCaption, Command::RelabelCredit];
    const SHAPES: [Command; 12] = [
        Command::Boundaries,
        Command::EdgeWordLeft,
        Command::EdgeWordRight,
        Command::EdgeCharacterLeft,
        Command::EdgeCharacterRight,
        Command::NextEdge,
        Command::PreviousEdge,
        Command::KeepBoundaries,
        Command::CancelBoundaries,
        Command::RemoveSegment,
        Command::MergeNext,
        Command::SplitAtCaret,
    ];
    let at = any::<Index>;
    prop_oneof![
        6 => (select(&MARKS[..]), at(), at()).prop_map(|(mark, one, other)| Action::Mark(mark, one, other)),
        2 => (select(&MARKS[..]), at()).prop_map(|(mark, at)| Action::Give(mark, at)),
        1 => (1..10_u8, at()).prop_map(|(number, at)| Action::Give(Command::MarkNumbered(number), at)),
        4 => at().prop_map(|at| Action::Give(Command::DeleteAnnotation, at)),
        3 => at().prop_map(|at| Action::Give(Command::Undo, at)),
        2 => at().prop_map(|at| Action::Give(Command::Redo, at)),
        2 => (select(&RELABELS[..]), at()).prop_map(|(relabel, at)| Action::Give(relabel, at)),
        2 => (select(&MOVES[..]), at()).prop_map(|(step, at)| Action::Give(step, at)),
        6 => (select(&SHAPES[..]), at()).prop_map(|(shape, at)| Action::Give(shape, at)),
        3 => (at(), at()).prop_map(|(one, other)| Action::Mark(Command::AddSegment, one, other)),
        2 => at().prop_map(Action::Grab),
        3 => (at(), any::<bool>()).prop_map(|(to, exact)| Action::Drag(to, exact)),
        1 => (at(), at()).prop_map(|(mark, segment)| Action::TakeOut(mark, segment)),
        2 => at().prop_map(Action::Click),
        1 => at().prop_map(Action::Choose),
        1 => (at(), select(&["quote", "claim", "on-record"][..])).prop_map(|(at, label)| Action::Relabel(at, label)),
        2 => (at(), generate::words()).prop_map(|(at, note)| Action::Note(at, note)),
        1 => (select(&Detail::ALL[..]), generate::words()).prop_map(|(detail, value)| Action::Detail(detail, value)),
        1 => (at(), select(&BlockKind::ALL[..])).prop_map(|(at, kind)| Action::BlockKind(at, kind)),
        1 => Just(Action::LeaveField),
        12 => looking(),
        1 => (at(), any::<bool>()).prop_map(|(at, set)| Action::Flag(at, set)),
        1 => at().prop_map(|at| Action::Give(Command::Flag, at)),
        1 => generate::words().prop_map(Action::NoteSelected),
        1 => select(&["quote", "claim", "on-record"][..])
            .prop_map(|label| Action::Find(SearchEvent::Mark(Label::parse(label).expect("a label")))),
        2 => Just(Action::OccurrencesEvent(OccurrencesEvent::Annotate)),
    ]
}

/// The event of an action on the open document; `None` where there is nothing it could be done to.
pub fn event(action: Action, document: &Document) -> Option<Event> {
    let length = document.article().text.as_str().len();
    let at = |place: Index| Utf8::at(place.index(length + 1));
    let chosen = |place: Index| {
        let entries = entries(document);
        (!entries.is_empty()).then(|| entries[place.index(entries.len())].annotation.id)
    };
    Some(match action {
        Action::Mark(mark, one, other) => {
            let reach = if other.index(4) == 0 { length } else { 12 };
            let end = Utf8::at((at(one).index() + other.index(reach + 1)).min(length));
            Event::Command(mark, Place { selection: Some((end, at(one))), caret: Some(at(one)) })
        }
        Action::Give(command, place) => Event::Command(command, Place { selection: None, caret: Some(at(place)) }),
        Action::Click(place) => Event::Point(at(place)),
        Action::Choose(place) => Event::Choose(chosen(place)?),
        Action::Grab(edge) => Event::Boundaries(BoundaryEvent::Grab(edge.index(6))),
        Action::Drag(to, exact) => Event::Boundaries(BoundaryEvent::Drag(at(to), exact)),
        Action::TakeOut(place, segment) => Event::TakeOut(chosen(place)?, segment.index(4)),
        Action::Relabel(place, label) => Event::Relabel(chosen(place)?, Label::parse(label)?),
        Action::Note(place, note) => Event::Note(chosen(place)?, note),
        // A title that was emptied is given back by the import, so it is not the same there.
        Action::Detail(Detail::Title, value) => {
            Event::Details(DetailsEvent::Edit(Detail::Title, format!("Ferry {value}")))
        }
        Action::Detail(detail, value) => Event::Details(DetailsEvent::Edit(detail, value)),
        Action::BlockKind(place, kind) => {
            let blocks = document.article().blocks.len();
            Event::Details(DetailsEvent::SetBlockKind((blocks > 0).then(|| place.index(blocks))?, kind))
        }
        Action::LeaveField => Event::FieldLeft,
        Action::Select(place, mode) => Event::Bulk(BulkEvent::Select(chosen(place)?, mode)),
        Action::Flag(place, set) => Event::Flag(chosen(place)?, set),
        Action::NoteSelected(note) => Event::Bulk(BulkEvent::AddNote(note)),
        Action::Filter(filter) => Event::Filter(filter),
        Action::Find(finding) => Event::Search(finding),
        Action::OccurrencesEvent(what) => Event::Occurrences(what),
    })
}

/// What a document says, without how often it has changed.
fn content(desk: &Desk) -> (Article, Vec<Annotation>) {
    (desk.document().article().clone(), desk.document().annotations().cloned().collect())
}

/// Gives one command until it is refused.
fn all_the_way(desk: &mut Desk, command: Command) {
    while !desk.command(command).iter().any(|said| matches!(said, Said::Alert(_))) {}
}

/// The chosen match of an open search is one of its matches, and each of its places reads like the words.
fn search_agrees(desk: &Desk) {
    let Some(search) = desk.session.search() else { return };
    let chosen = search.current.map_or(search.count() == 0, |current| current < search.count());
    assert!(chosen, "a match is chosen where there is any: {search:?}");
    let text = &desk.document().article().text;
    let found = |span: &Span| folded(text.words(*span), search.matching) == folded(&search.words, search.matching);
    assert!(search.places.iter().all(found), "what is found reads like what is looked for: {search:?}");
    let there = |entry: &Entry| desk.document().entry(entry.annotation.id) == Some(entry);
    assert!(search.marks.iter().all(there), "the annotations that were found are there as they were found");
}

/// What is kept in step with each change is what it would be if it were made anew.
fn derived_agrees(desk: &Desk) {
    let mut anew = desk.clone();
    let filter = anew.session.filter().clone();
    anew.event(Event::Filter(Filter::default()));
    anew.event(Event::Filter(filter));
    let listed = |desk: &Desk| desk.session.listed().map(|listed| listed.iter().cloned().collect::<Vec<_>>());
    assert_eq!(listed(desk), listed(&anew), "the list shows what passes the filter");
    assert_eq!(desk.session.passing(), anew.session.passing());
    if let Some(search) = desk.session.search() {
        anew.event(Event::Search(SearchEvent::Words(search.words.clone())));
        let anew = anew.session.search().expect("it is still open");
        assert!(search.marks.iter().eq(anew.marks.iter()), "the search has found what it would find now");
    }
}

/// Compares the index with the slow way, around one place.
fn index_agrees(document: &Document, place: usize) {
    let length = document.article().text.as_str().len();
    let (start, end) = (Utf8::at(place % (length + 1)), Utf8::at((place % (length + 1) + place % 17).min(length)));
    let found: Vec<_> = document.touching(start, end).iter().map(|entry| entry.annotation.id).collect();
    assert_eq!(found, invariant::touching_slowly(document, start, end));
    let found: Vec<_> = document.covering(start).iter().map(|entry| entry.annotation.id).collect();
    assert_eq!(found, invariant::touching_slowly(document, start, Utf8(start.0 + 1)));
    for annotation in document.annotations() {
        assert_eq!(document.is_nested_in_own_kind(annotation), invariant::is_nested_slowly(document, annotation));
    }
}

/// How often a label stands on words that it stands on already; a file may bring such doubles, a user cannot make them.
fn doubles(document: &Document) -> usize {
    let annotations: Vec<&Annotation> = document.annotations().collect();
    let same = |one: &Annotation, other: &Annotation| one.label == other.label && one.target == other.target;
    let pairs = annotations.iter().enumerate();
    pairs.map(|(place, one)| annotations[..place].iter().filter(|other| same(one, other)).count()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn after_each_of_two_thousand_random_commands_every_promise_holds(
        document in generate::document(), actions in vec(action(), COMMANDS)
    ) {
        let mut desk = Desk::with(&[&document]);
        let doubles_before = doubles(&document);
        for (place, action) in actions.into_iter().enumerate() {
            let Some(event) = event(action, desk.document()) else { continue };
            desk.event(event);
            invariant::holds_on(&desk);
            index_agrees(desk.document(), place * 7);
            search_agrees(&desk);
            derived_agrees(&desk);
            prop_assert!(doubles(desk.document()) <= doubles_before);
        }
    }

    #[test]
    fn two_thousand_random_commands_are_all_undone_and_all_redone(
        document in generate::document(), actions in vec(action(), COMMANDS)
    ) {
        let mut desk = Desk::with(&[&document]);
        let first = content(&desk);
        for action in actions {
            let Some(event) = event(action, desk.document()) else { continue };
            desk.event(event);
        }
        all_the_way(&mut desk, Command::Redo);
        let last = content(&desk);
        all_the_way(&mut desk, Command::Undo);
        prop_assert_eq!(content(&desk), first);
        invariant::holds_on(&desk);
        all_the_way(&mut desk, Command::Redo);
        prop_assert_eq!(content(&desk), last);
        invariant::holds_on(&desk);
    }

    #[test]
    fn no_search_selection_or_filter_changes_an_exported_or_a_stored_byte(
        document in generate::document(), actions in vec(action(), COMMANDS / 2), looks in vec(looking(), COMMANDS / 2)
    ) {
        let mut desk = Desk::with(&[&document]);
        for (action, look) in actions.into_iter().zip(looks) {
            let Some(event) = event(action, desk.document()) else { continue };
            desk.event(event);
            let before = (desk.exported(), desk.storage.clone());
            let Some(event) = self::event(look, desk.document()) else { continue };
            desk.event(event);
            prop_assert!((desk.exported(), &desk.storage) == (before.0, &before.1));
        }
    }

    #[test]
    fn what_two_thousand_random_commands_have_made_goes_out_and_comes_in_as_it_is(
        document in generate::document(), actions in vec(action(), COMMANDS)
    ) {
        let mut desk = Desk::with(&[&document]);
        for action in actions {
            let Some(event) = event(action, desk.document()) else { continue };
            desk.event(event);
        }
        let mut elsewhere = Desk::empty();
        elsewhere.file("work.json", desk.exported());
        let mut expected = facts(desk.document());
        expected.removed.clear();
        prop_assert_eq!(facts(elsewhere.document()), expected);
        let before = desk.storage.clone();
        desk.file("work.json", desk.exported());
        prop_assert_eq!(&desk.storage, &before);
    }
}
