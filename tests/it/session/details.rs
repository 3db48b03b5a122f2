//! The article's own record: details and kinds of blocks, typed, corrected and taken back.

use bluepencil::article::BlockKind;
use bluepencil::session::{Command, Detail, DetailsEvent, Event};

use crate::support::build::harbour;
use crate::support::desk::{Desk, told};

fn type_detail(desk: &mut Desk, detail: Detail, value: &str) {
    for (end, letter) in value.char_indices() {
        desk.event(Event::Details(DetailsEvent::Edit(detail, value[..end + letter.len_utf8()].to_owned())));
    }
}

fn kind(desk: &Desk, block: usize) -> BlockKind {
    desk.document().article().blocks[block].kind
}

#[test]
fn every_detail_can_be_typed_and_taken_back_in_one_step() {
    for detail in Detail::ALL {
        let mut desk = Desk::with(&[&harbour(1, &[])]);
        let before = detail.of(&desk.document().article().details).to_owned();
        type_detail(&mut desk, detail, "Ferry 🚢");
        assert_eq!(detail.of(&desk.document().article().details), "Ferry 🚢");
        desk.command(Command::Undo);
        assert_eq!(detail.of(&desk.document().article().details), before);
    }
}

#[test]
fn two_details_are_two_steps() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    type_detail(&mut desk, Detail::Source, "Wire");
    type_detail(&mut desk, Detail::Byline, "Zoe");
    desk.command(Command::Undo);
    let details = &desk.document().article().details;
    assert_eq!((details.source.as_str(), details.byline.as_str()), ("Wire", "Ada Coast"));
}

#[test]
fn a_new_title_stands_in_the_library_at_once() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    type_detail(&mut desk, Detail::Title, "Talks end");
    assert_eq!(desk.titles(), ["Talks end"]);
}

#[test]
fn the_kind_of_a_block_can_be_corrected_and_taken_back() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let before = kind(&desk, 2);
    let said = desk.event(Event::Details(DetailsEvent::SetBlockKind(2, BlockKind::Caption)));
    assert_eq!((told(&said), kind(&desk, 2)), ("Block 3 is a caption now.", BlockKind::Caption));
    desk.command(Command::Undo);
    assert_eq!(kind(&desk, 2), before);
}

#[test]
fn the_kind_that_a_block_has_already_is_no_step() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.event(Event::Details(DetailsEvent::SetBlockKind(2, kind(&desk, 2))));
    assert_eq!(desk.session.next_undo(), None);
}

#[test]
fn a_block_that_does_not_exist_has_no_kind_to_correct() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let before = desk.state();
    assert_eq!(desk.event(Event::Details(DetailsEvent::SetBlockKind(99, BlockKind::Caption))), []);
    assert_eq!(desk.state(), before);
}

#[test]
fn details_and_block_kinds_are_there_after_a_reload() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    type_detail(&mut desk, Detail::Published, "2026-11-23");
    desk.event(Event::Details(DetailsEvent::SetBlockKind(3, BlockKind::Heading)));
    let reloaded = desk.reloaded();
    let article = reloaded.document().article();
    assert_eq!((article.details.published.as_str(), article.blocks[3].kind), ("2026-11-23", BlockKind::Heading));
}
