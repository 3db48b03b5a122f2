//! Numbers with a full stop.

use super::check;
use crate::support::marked;

#[test]
fn a_german_ordinal_before_a_noun_ends_no_sentence() {
    check(
        "
        Der 1. FC Farwater siegte am Samstag im 2. Heimspiel. ‖ Es war der 17. Erfolg unter dem 45. Präsidenten des Vereins. ‖ Die Fans sangen.
        Im 2. Weltkrieg fiel die Brücke. ‖ Heute steht sie wieder.
        Sie feierte ihren 90. Geburtstag im 3. Stock. ‖ Der Aufzug war kaputt.
        Er ist seit dem 1. Oktober der 4. Trainer der Saison. ‖ Den 5. sucht der Verein schon.
        In der 89. Minute fiel das 1. Tor. ‖ In der 90. Minute das 2. Tor.
        Zum 50. Jahrestag kamen die 3. und die 4. Klasse. ‖ Es regnete.
        Jedes 3. Kind und jeder 2. Erwachsene kann nicht schwimmen. ‖ Das sagt der Verband.
        Nach einem starken 2. Satz verlor sie den 3. Satz. ‖ Das Publikum ging.
        Er war Chef des landesweit bekannten 1. Senders. ‖ Nun ist er weg.
        Der Antrag fiel in 3. Lesung durch. ‖ Nun beginnt alles von vorn.
        Das war die 1. Niederlage als 1. Vorsitzender. ‖ Er trat zurück.
        Am Sonntag, 2. Advent, singt der Chor. ‖ Der Eintritt ist frei.
        Die Mannschaft (2. Liga) stieg auf. ‖ Niemand hatte es erwartet.
        ",
    );
}

#[test]
fn a_german_number_after_a_noun_or_a_verb_ends_a_sentence() {
    check(
        "
        Der Zug steht auf Gleis 9. ‖ Reisende warten seit Stunden.
        Sie wurde in der Klasse nur 12. ‖ Lehrer Holm tröstete sie.
        Das Haus trägt die Nummer 5. ‖ Touristen finden es nie.
        Das Dorf brannte 1921. ‖ Kinder zündelten.
        Es blieb beim 2:2. ‖ Torwart Linde hielt alles.
        Der Brief kam erst 2004. ‖ Im Jahr 2005 war sie tot.
        Er hat 17. ‖ Sie hat 18.
        Die Zahl der Toten stieg auf 40. ‖ Helfer suchen weiter.
        Das Gesetz gilt bis 2030. ‖ Firmen klagen.
        Auf Seite 3. ‖ Dort steht es.
        ",
    );
}

#[test]
fn an_ordinal_at_the_beginning_of_a_block_ends_no_sentence() {
    check(
        "
        1. FC Farwater gewinnt das Derby
        17. Juni: Der Verein feiert.
        2. Bundesliga: Farwater steigt auf
        30. Oktober 1902: Die Werft öffnet. ‖ Es regnet.
        3. Preis für Rosa Winterholm
        ",
    );
}

#[test]
fn ordinals_of_nordic_languages_end_no_sentence() {
    check(
        "
        Det skete den 17. maj 1902 i Farvand. ‖ Ingen husker det.
        Han spiller i 2. Division for klubben. ‖ Det er svært.
        Hun kom på 3. plads i løbet. ‖ Hun var glad.
        Under den 2. Verdenskrig var havnen lukket. ‖ Det sagde de gamle.
        Han bor i 3. etasje. ‖ Heisen er ødelagt.
        Det er det 20. århundrede om igjen. ‖ Alle ler.
        Den 1. Maj var kold. ‖ Den 2. maj var varm.
        Hun er 17. ‖ Han er 18.
        Broen kom i 1998. ‖ Færgen forsvant.
        Kong Farold 4. døde ung. ‖ Hans søn var 3 år.
        ",
    );
}

#[test]
fn ordinals_of_slavic_languages_end_no_sentence() {
    check(
        "
        Dne 17. listopadu se slavilo. ‖ Pršelo celý den.
        Ve 2. lize hraje 1. FC Farwater. ‖ Nikdo tam nechodí.
        Byl to jeho 3. gól v 5. zápase. ‖ Trenér mlčel.
        Za 2. světové války tu byl tábor. ‖ Dnes je tam park.
        Schůze se koná 5. 6. 2019 v sále. ‖ Vstup je volný.
        Zajął 2. miejsce w 3. lidze. ‖ Trener był zły.
        To był 20. dzień strajku. ‖ Nikt nie ustąpił.
        W 2. połowie padły trzy gole. ‖ Kibice wyszli.
        Bil je na 3. mestu v 2. ligi. ‖ Trener je bil jezen.
        To je bila njegova 5. utakmica u 1. ligi. ‖ Nitko nije došao.
        V 21. storočí je to inak. ‖ Nikto nevie prečo.
        Bylo jich 5. ‖ Přežili dva.
        ",
    );
}

#[test]
fn ordinals_of_hungarian_and_finnish_end_no_sentence() {
    check(
        "
        A 2. világháborúban elpusztult a híd. ‖ Ma újra áll.
        A baleset 2024. május 5. előtt történt. ‖ Senki sem halt meg.
        Az V. kerületben lakik. ‖ A húga a XIII. kerületben lakik.
        Ez volt a 17. győzelem. ‖ A szurkolók énekeltek.
        Joukkue sijoittui 3. sijalle. ‖ Se oli pettymys.
        Hän asuu 4. kerroksessa. ‖ Hissi on rikki.
        ",
    );
}

#[test]
fn roman_ordinals_end_no_sentence() {
    check(
        "
        Der XXI. Kongress und der XXII. Kongress fielen aus. ‖ Niemand klagte.
        König Farold III. starb jung. ‖ Sein Sohn war drei.
        V XIX. století tu byl les. ‖ Dnes je tu město.
        Unter Farold II. ‖ Das war die beste Zeit.
        ",
    );
}

#[test]
fn an_english_sentence_ends_with_its_number() {
    check(
        "
        She quoted Mark 5. ‖ He quoted Luke 6. ‖ They left.
        The suspect is 17. ‖ Prosecutors want him tried as an adult.
        The team dropped to No. 12. ‖ Farwater moved up to 3.
        He was born in 1961. ‖ Farwater was a village then.
        The vote was 51 to 49. ‖ Senators cheered.
        She lives at number 7. ‖ Brandeck lives next door.
        The law has been in force since 2004. ‖ Judges rarely use it.
        The dead numbered 40. ‖ Rescuers found two more in the 1. FC Farwater clubhouse.
        The game ended 3-2. ‖ Fans stormed the field.
        It happened on Jan. 5. ‖ Police arrived on Jan. 6.
        Chapter 3. ‖ Rosa leaves the island.
        ",
    );
}

#[test]
fn romance_and_dutch_sentences_end_with_their_number() {
    check(
        "
        Elle habite au 5. ‖ Paul habite au 7.
        Ils sont partis en 1998. ‖ Rose est revenue en 2004.
        Llegaron a las 9. ‖ Pablo llegó a las 10.
        El pueblo ardió en 1921. ‖ Rosa tenía 12.
        Sono partiti nel 1998. ‖ Rosa è tornata nel 2004.
        Abita al numero 5. ‖ Paolo abita al 7.
        Hij werd 17. ‖ Karel werd 18.
        Het dorp brandde in 1921. ‖ Kinderen speelden met vuur.
        Chegaram em 1998. ‖ Rosa voltou em 2004.
        Hon blev 17. ‖ Karl blev 18.
        ",
    );
}

#[test]
fn the_whole_sentence_with_ordinals_becomes_a_claim() {
    marked::check(
        "Derby\n\nDer 1. FC Farwater siegte am Samstag im 2. Heim|spiel. Es war der 17. Erfolg. Die Fans sangen.",
        "C",
        "Derby\n\n«claim*:Der 1. FC Farwater siegte am Samstag im 2. Heimspiel.» Es war der 17. Erfolg. Die Fans sangen.",
    );
}
