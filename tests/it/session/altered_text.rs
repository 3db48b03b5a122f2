//! Another program changes the words of the article on the page.

use bluepencil::session::Event;

use crate::support::desk::{refusal, told};
use crate::support::marked::{desk, press};

#[test]
fn words_that_were_put_back_are_told_and_marked_as_ever() {
    let (mut desk, place) = desk("The [ferry] is late.");
    let said = desk.event(Event::TextAltered { restored: true });
    assert!(told(&said).contains("changed the words on the page"));
    press(&mut desk, place, "Q");
    assert_eq!(desk.document().annotations().count(), 1);
}

#[test]
fn while_words_are_not_the_articles_nothing_is_marked_selected_or_moved() {
    let (mut desk, place) = desk("The [ferry] is late. It waits.");
    press(&mut desk, place, "Q");
    let said = desk.event(Event::TextAltered { restored: false });
    assert!(refusal(&said).contains("nothing can be marked"));
    for key in ["Q", "C", "1", "W", ".", "+", "B", "-"] {
        let said = press(&mut desk, place, key);
        assert!(refusal(&said).contains("nothing can be marked"), "{key}");
    }
    assert_eq!(desk.document().annotations().count(), 1);
    assert!(press(&mut desk, place, "Ctrl+Z").iter().all(|said| !format!("{said:?}").contains("nothing can")));
    assert_eq!(desk.document().annotations().count(), 0);
}
