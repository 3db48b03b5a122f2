//! Actions that are written down as a whole before local storage takes their records one by one.

use bluepencil::store::conditional_write::carry_out;
use bluepencil::store::write_ahead_log::{log_entry, replay, whole_log_entry};
use bluepencil::store::{Key, Record, Writes, batch};

use crate::support::build::{article_id, harbour, id, noted};

fn writes() -> Writes {
    batch::whole(&harbour(1, &["close", "flag"]), 1, "tab").into_writes()
}

fn read(records: &[(String, String)]) -> (Vec<String>, Writes) {
    let (keys, mut puts) = replay(records);
    puts.sort();
    (keys, puts)
}

#[test]
fn an_action_of_several_records_is_read_again_as_it_was_written_down() {
    let (key, record) = log_entry(&writes(), "tab", 7).expect("it has several records");
    assert_eq!(key, "bluepencil/action/tab/7");
    let mut expected = writes();
    expected.sort();
    assert_eq!(read(&[(key.clone(), record)]), (vec![key], expected));
}

#[test]
fn an_action_of_any_size_is_one_entry_that_holds_all_of_it() {
    let record = Record { revision: 1, writer: "tab".to_owned(), body: "x".repeat(400_000) }.encode();
    let writes: Writes = [1, 2].map(|number| (Key::Text(article_id(number)).to_string(), Some(record.clone()))).into();
    assert_eq!(log_entry(&writes, "tab", 7), None);
    assert_eq!(read(&[whole_log_entry(&writes, "tab", 7)]).1, writes);
}

#[test]
fn an_action_of_one_record_and_one_that_is_too_large_are_not_written_down() {
    assert_eq!(log_entry(&writes()[..1].to_vec(), "tab", 1), None);
    let large = (Key::Desk.to_string(), Some("x".repeat(500_000)));
    assert_eq!(log_entry(&vec![large.clone(), large], "tab", 1), None);
}

#[test]
fn of_two_actions_the_newer_state_of_each_record_counts_whatever_their_keys_are() {
    let (before, after) = (harbour(1, &["close", "flag"]), noted(&harbour(1, &["close", "flag"]), 1, "a note"));
    let records = |document, number| log_entry(&batch::whole(document, 1, "tab").into_writes(), "tab", number);
    let both = [records(&after, 10), records(&before, 9)].map(|each| each.expect("it has several records"));
    let (_, puts) = read(&both);
    let key = Key::Annotation(article_id(1), id(1)).to_string();
    let record = puts.iter().find(|(known, _)| *known == key).and_then(|(_, value)| value.clone());
    assert_eq!(Record::decode(&record.expect("it is put")).map(|record| record.revision), Ok(2));
    assert_eq!(puts.len(), 4);
}

#[test]
fn one_that_a_full_tier_refuses_is_not_tried_again() {
    let (key, record) = log_entry(&writes(), "tab", 7).expect("it has several records");
    let all: Writes = [(key.clone(), Some(record))].into_iter().chain(writes()).collect();
    assert_eq!(carry_out(all.clone(), |written, _| written != key), []);
    assert_eq!(carry_out(all, |_, _| false), writes());
}

#[test]
fn what_was_cut_or_is_of_somebody_else_makes_nothing_whole() {
    let (key, record) = log_entry(&writes(), "tab", 7).expect("it has several records");
    let cut = record[..record.len() / 2].to_owned();
    assert_eq!(read(&[(key.clone(), cut)]), (vec![key], Vec::new()));
    assert_eq!(read(&[("other/action/tab/7".to_owned(), record)]), (Vec::new(), Vec::new()));
}
