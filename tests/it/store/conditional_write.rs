//! Many writes that are decided on part by part.

use bluepencil::store::conditional_write::{Admission, Admitted, admit};
use bluepencil::store::key::RESCUE;
use bluepencil::store::{Key, Record, Writes};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::build::{article_id, id, moment};

/// A key of a record, of one that was set aside, or of what is in the strict tier alone.
fn key() -> impl Strategy<Value = String> {
    let ours = (1..3_u64, 0..4_u64).prop_map(|(article, other)| match other {
        0 => Key::Article(article_id(article)).to_string(),
        1 => Key::Text(article_id(article)).to_string(),
        _ => Key::Annotation(article_id(article), id(other)).to_string(),
    });
    (ours, 0..12_u8).prop_map(|(ours, kind)| match kind {
        0 | 1 => format!("{RESCUE}{}/{ours}", moment().as_str()),
        2 => format!("history/{ours}"),
        _ => ours,
    })
}

/// A record by one of two tabs, one that is damaged, one of a newer version, or none.
fn held() -> impl Strategy<Value = Option<String>> {
    let state = (1..4_u64, "[ab]", select(&["{}", "[]", "null"][..]));
    let record = state.prop_map(|(revision, writer, body)| Record { revision, writer, body: body.to_owned() }.encode());
    prop_oneof![
        6 => record.prop_map(Some),
        2 => Just(None),
        1 => Just(Some("garbage".to_owned())),
        1 => Just(Some("bluepencil 7 9 tab 2 00000000\n{}".to_owned())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn part_by_part_is_decided_what_is_decided_at_once(
        all in vec((key(), held(), held()), 0..30), cuts in vec(1..6_usize, 30)
    ) {
        let wanted: Writes = all.iter().map(|(key, value, _)| (key.clone(), value.clone())).collect();
        let held: Vec<Option<String>> = all.iter().map(|(.., held)| held.clone()).collect();
        let mut admission = Admission::of(&wanted, &moment());
        let (mut in_parts, mut begin) = (Admitted::default(), 0);
        for length in cuts {
            let part = begin..(begin + length).min(all.len());
            begin = part.end;
            let admitted = admission.admit(wanted[part.clone()].to_vec(), held[part].to_vec());
            in_parts.writes.extend(admitted.writes);
            in_parts.newer.extend(admitted.newer);
        }
        prop_assert_eq!(in_parts, admit(wanted, held, &moment()));
    }
}
