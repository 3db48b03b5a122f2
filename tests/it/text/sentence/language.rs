//! The lists of the languages: lines that would be divided otherwise without the list that they need.

use super::check;

#[test]
fn a_title_of_any_language_ends_no_sentence() {
    check(
        "
        Se oli toht. Virtanen, ja hän sanoi että ei.
        Az ülés után alezr. Kovács is ott volt.
        Hun og jeg blev her ikke, for til adv. Holm kom et brev.
        A obra do Eng. Mora não foi paga.
        To je rekao nadb. Babić, ali nitko nije bio tamo.
        Det var kapt. Lund som inte kom, och hon sade att det är så.
        ",
    );
}

#[test]
fn an_abbreviation_that_never_ends_a_sentence_does_not_before_a_capital_either() {
    check(
        "
        Ez volt az ún. Kovács-ház, de nem volt ott senki.
        Det var iflg. Holm ikke sant, og det er det.
        O tel. Nokia não foi dela.
        To je bio tel. Nokia, ali nije rekao čiji.
        Hon sade att ingen kom, inkl. Karl, och det var inte så.
        ",
    );
}

#[test]
fn an_abbreviation_before_its_number_ends_no_sentence() {
    check(
        "
        Dat staat op afb. 5 van het boek.
        Se oli mom. 5, ja hän sanoi että ei.
        Ez az old. 5 volt, és nem az.
        Questa è la ediz. 3 del libro.
        Hun og jeg blev ikke ved kap. 5 af bogen.
        Foi por causa dos arts. 5 e 7 que ela não foi.
        Это было на рис. 5 и на рис. 6.
        Nije bilo tako, ali su rekli da je iz odst. 5 zakona.
        Eso está en los arts. 5 y 7 de la ley.
        Det är i kap. 5 som han inte är med, sade hon.
        ",
    );
}

#[test]
fn a_unit_ends_a_sentence_before_a_capital_and_not_before_a_number() {
    check(
        "
        De film is 2 sec. 30 te lang, zei het hoofd van de jury.
        He ran it in 2 min. 30 and she was not far from that.
        Se oli 2 min. 30 ja hän on nopein.
        Elle a mis 2 sec. 30 de plus que lui.
        Volt ott még 5 db. ‖ Pál nem kért, és az is volt.
        Costa 5 mln. ‖ Paolo non li ha, ma è nel giro.
        Det er 5 pct. ‖ Karl er ikke glad, og han har det ikke.
        Ele fez 2 seg. 30 a mais do que ela, e não foi pouco.
        Nije bilo dugo, ali su čekali 2 min. 30.
        Esperó 5 hrs. ‖ Pablo no llegó, pero ya está en la casa.
        Det är 2 tim. 30 till och inte mer, sade hon.
        ",
    );
}

#[test]
fn the_end_of_an_enumeration_ends_a_sentence_before_a_capital_and_not_before_a_number() {
    check(
        "
        Hij verkoopt brood, melk, enz. 4 dagen per week, van de vroege ochtend tot de avond.
        They sell rope, twine, etc. 4 days a week, and that is not by law.
        Hän myy leipää, maitoa jne. 4 päivää viikossa, mutta ei tänään.
        Elle vend du pain, du lait, etc. 4 jours par semaine, et pas plus.
        Er verkauft Brot, Milch usw. 4 Mal im Monat, und das nicht nur für die Stadt.
        Kenyeret árul, stb. ‖ Pál nem veszi meg, és az is volt.
        Vende pane, latte, ecc. 4 giorni alla settimana, e non di più.
        Han kom med brød, mælk osv. 4 dage om ugen, og det er ikke nok.
        Sprzedaje chleb, mleko itd. 4 dni w tygodniu, ale nie w domu.
        Vende pão, leite, etc. 4 dias por semana, e não mais.
        Это он, она и др. 5 человек из них.
        Kupio je kruh, mlijeko itd. 4 dana nije bio kod nas.
        En los días de feria ella vende pan, leche, etc. 4 horas y nada más.
        Hon kom med bröd, mjölk osv. 4 dagar till, och det är inte nog.
        ",
    );
}

#[test]
fn an_abbreviation_that_may_end_a_sentence_does_not_before_a_name() {
    check(
        "
        Byl to gen. Novák, který se do Brna vrátil.
        Se on Virta oy. Turku, ja hän on sen johtaja.
        Az Acme nyrt. Kovács Pál cége volt, és nem az övé.
        È della prov. Modena, e non della Puglia.
        Det er på afd. Holm at han har det.
        Ele é da Cia. Mora, e ela não.
        С 12 авг. Дом культуры для них закрыт, и это на год.
        Od avg. Dom kulture nije otvoren, ali to je kako je.
        Det är på avd. Lund som han inte är, sade hon.
        ",
    );
}

#[test]
fn a_word_that_begins_sentences_does_so_behind_such_an_abbreviation() {
    check(
        "
        On pracoval pro Acme Inc. ‖ Včera se vrátil do Brna.
        Hän oli mukana kun se oli Acme Inc. ‖ Eilen hän lähti.
        Elle est dans le conseil de la Acme Inc. ‖ Hier, elle a dit que non.
        Er ist bei der Acme Inc. ‖ Gestern hat er gekündigt.
        Az a cég volt az Acme Inc. ‖ Tegnap nem volt ott senki.
        Han er sjef for Acme Inc. ‖ Ifølge avisen er det slutt.
        On był w Acme Inc. ‖ Wczoraj nie było go w pracy.
        Ele foi da Acme Inc. ‖ Ontem não disse nada.
        Она была в Acme Inc. ‖ Вчера её не было.
        On je bio u Acme Inc. ‖ Jučer ga nije bilo.
        Han var med i Acme Inc. ‖ Enligt tidningen är det inte så.
        ",
    );
}

#[test]
fn an_ordinal_stands_behind_its_article_or_preposition() {
    check(
        "
        Se on hänen 3. Suomen mestaruutensa, ja se on hyvä.
        Ez volt a 2. Magyar Hadsereg, és nem az.
        On był w 2. Armii Wojska Polskiego, ale nie w domu.
        On je bio u 1. Hrvatskoj ligi, ali nije igrao.
        ",
    );
}

#[test]
fn a_day_before_its_month_is_an_ordinal_without_an_article_too() {
    check(
        "
        Stand 3. Oktober war der Hafen nicht auf.
        Det var lørdag 17. Mai at han kom.
        ",
    );
}

#[test]
fn where_words_can_do_without_vowels_they_are_no_abbreviations() {
    check(
        "
        Zlomil si prst. ‖ Pavel mu pomohl, ale on se jen smál.
        On je bio na trg. ‖ Marko nije rekao koji.
        ",
    );
}

#[test]
fn a_language_is_known_by_its_function_words() {
    check(
        "
        Kun huone on se 5. ‖ Matti ei ole siellä, mutta hän on mukana.
        Ela não disse que também mora na 5. ‖ Paulo mora na 7.
        I on je bio na trg. ‖ Marko i ona su u selu.
        Hon sade att det inte är så, och ingen var till freds med den 5. ‖ Karl såg på.
        ",
    );
}

#[test]
fn without_function_words_a_language_is_known_by_its_letters() {
    check(
        "
        Děd měl tvrdý sen. ‖ Pavel bděl.
        Pyydän lähettämään lehtiä, esim. Kalevan.
        Fenêtre fêlée, façade sans col. ‖ Paul répare.
        Künftig grüßt Pastor. ‖ Klara übernimmt.
        Erdő, mező, est. ‖ Dezső fűt.
        Lunedì andò verso est. ‖ Paolo dormì.
        Færgen møder Jordens pol. ‖ Karl frøs.
        Pão, mãe, irmã, mar. ‖ Paulo dorme.
        Rođak gradi tuđi dom. ‖ Pavle dođe.
        Llegó otro año, otro mar. ‖ Pablo miró.
        Tåg åtta går sen. ‖ Karl står kvar.
        ",
    );
}
