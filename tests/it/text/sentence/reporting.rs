//! Quotations with the stop inside, and the clauses that report them.

use super::check;

#[test]
fn a_reporting_clause_belongs_to_its_quotation() {
    check(
        "
        “The wall is gone.” said Brandeck. ‖ Nobody argued.
        “The wall is gone.” Brandeck said. ‖ Nobody argued.
        “The wall is gone!” Mayor Ada Holm shouted. ‖ Nobody argued.
        “The wall?” Brandeck repeated. ‖ Nobody answered.
        „Die Mauer ist weg!“ rief Brandeck. ‖ Niemand widersprach.
        « Le mur est tombé ! » lança Brandeck. ‖ Nul ne répondit.
        «¡El muro cayó!» gritó Brandeck. ‖ Nadie respondió.
        «Il muro è caduto!» gridò Brandeck. ‖ Nessuno rispose.
        ‘De muur is weg!’ riep Brandeck. ‖ Niemand sprak hem tegen.
        „Muru nie ma!” – krzyknął Brandecki. ‖ Nikt nie odpowiedział.
        „Zeď je pryč!“ vykřikl Brandek. ‖ Nikdo neodpověděl.
        ",
    );
}

#[test]
fn a_sentence_after_a_quotation_that_reports_nothing_is_one() {
    check(
        "
        “The wall is gone.” ‖ Brandeck said that nobody was hurt.
        “The wall is gone.” ‖ She laughed.
        “I never—” ‖ The line broke.
        He called it “a wall.” ‖ Brandeck said no more.
        „Die Mauer ist weg.“ ‖ Brandeck lachte.
        « Le mur est tombé. » ‖ Brandeck riait.
        «El muro cayó». ‖ Brandeck reía.
        «Il muro è caduto». ‖ Brandeck rideva.
        ",
    );
}

#[test]
fn in_chinese_and_japanese_what_follows_a_quotation_up_to_the_first_pause_reports_it() {
    check(
        "
        “不行！”他说。‖她走了。
        “不行！”他对她大声喊。‖她走了。
        “不行！”‖他走了，她说没事。
        “不行！”‖老人、孩子都说不。
        “不行！”‖他走了。‖她说没事。
        “不行！”‖他走了没有再回头看就说完。
        「だめだ。」と彼は話した。‖彼女は去った。
        「来る？」って聞いた。‖誰も来ない。
        「だめだ！」‖彼は去った。
        「だめだ！」‖彼、去ると答えた。
        ",
    );
}

#[test]
fn an_ellipsis_ends_a_sentence_only_before_a_capital() {
    check(
        "
        We agreed… but on little. ‖ That is all.
        He paused... ‖ Then he spoke.
        „Wir… wir gehen“, sagte sie. ‖ Er blieb.
        Il hésita… ‖ Rose partit.
        «Io [...] non so», disse. ‖ Rosa uscì.
        Wahał się… ‖ Róża wyszła.
        ",
    );
}
