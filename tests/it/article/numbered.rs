//! Numbers with a full stop at the start of a line: of a list, or an ordinal.

use bluepencil::article::BlockKind;

use super::{article, blocks_of, check};

#[test]
fn a_headline_and_a_sentence_may_begin_with_an_ordinal() {
    check(
        "
title    |1. FC Farwater gewinnt das Derby
byline   |Von Rosa Winterholm

paragraph|Der 1. FC Farwater siegte am Samstag im 2. Heimspiel.

paragraph|Im 2. Weltkrieg fiel die Brücke. Heute steht sie wieder.

paragraph|17. Juni: Der Verein feiert.
",
    );
}

#[test]
fn other_headlines_with_an_ordinal_are_titles() {
    for title in [
        "1. FC Farwater steigt auf",
        "2. Bundesliga: Farwater siegt",
        "1. Mai bleibt ruhig",
        "3. Liga startet im August",
        "17. Juni: Feiern am Hafen",
        "100. Geburtstag der Mole",
        "2. Weltkrieg: Bombe im Hafen gefunden",
        "17. mai feires i hele landet",
        "1. SC Farwater holt Trainer",
        "20. Jahrestag des Sturms",
        "5. Etappe führt nach Farwater",
    ] {
        let article = article(&format!("{title}\nVon Rosa Winterholm\n\nDer Verein siegte am Samstag.\n"));
        assert_eq!(blocks_of(&article, BlockKind::Title), [title]);
        assert_eq!(article.details.title, title);
    }
}

#[test]
fn other_sentences_with_an_ordinal_are_paragraphs() {
    for sentence in [
        "17. Juni: Der Verein feiert.",
        "3. Oktober: Der Hafen bleibt geschlossen.",
        "1. FC Farwater ist Meister.",
        "24. Dezember, kurz nach Mitternacht.",
        "1. deutscher Meister wurde Farwater.",
        "17. mai feires i hele landet.",
        "2. Halbzeit: Farwater trifft.",
        "12. desember åpner havnen.",
        "1. Mai, 10 Uhr: Treffen am Hafen.",
        "30. Spieltag: Farwater verliert.",
        "21. Jahrhundert hin oder her, sagte sie.",
    ] {
        let article = article(&format!("Verein feiert\n\nDer Verein siegte.\n\n{sentence}\n\nDie Fans sangen.\n"));
        assert_eq!(blocks_of(&article, BlockKind::Paragraph), ["Der Verein siegte.", sentence, "Die Fans sangen."]);
    }
}

#[test]
fn days_of_a_chronicle_are_paragraphs() {
    check(
        "
title    |Der Streik in Daten
paragraph|17. Juni: Die Fähren bleiben im Hafen.
paragraph|18. Juni: Der Rat tagt.
paragraph|19. Juni: Die Fähren fahren wieder.
",
    );
}

#[test]
fn numbers_in_order_are_a_list() {
    for list in [
        ["1. Bring gloves.", "2. Bring a lamp.", "3. Be on time."],
        ["1) Bring gloves.", "2) Bring a lamp.", "3) Be on time."],
        ["1. Handschuhe", "2. Lampe", "3. Seil"],
        ["4. Gloves", "5. Lamp", "6. Rope"],
        ["9. Gloves", "10. Lamp", "11. Rope"],
        ["- Gloves", "2. Lamp", "- Rope"],
        ["1. Tag: Sturm", "2. Tag: Regen", "3. Tag: Sonne"],
    ] {
        let article = article(&format!("What to bring\n\nIt is cold.\n\n{}\n\nSee you.\n", list.join("\n")));
        assert_eq!(blocks_of(&article, BlockKind::ListItem), list);
    }
}

#[test]
fn numbered_items_may_have_paragraphs_between_them() {
    check(
        "
title    |Three things to know
list-item|1. The wall is old
paragraph|It was built in 1911.
list-item|2. The light is older
paragraph|It was built in 1860.
list-item|3. Nobody pays
paragraph|The council says no.
",
    );
}

#[test]
fn a_list_may_be_all_there_is() {
    check("list-item|1. Bring gloves.\nlist-item|2. Bring a lamp.");
}
