//! Abbreviations that are no titles: written small and large, in the sentence and at its end.

use super::check;

#[test]
fn english_abbreviations_are_told_from_ends() {
    check(
        "
        The firm, est. 1902, makes rope, twine, etc. ‖ It is for sale.
        The road is approx. 4 mi. long, i.e. too long. ‖ Nobody walks it.
        The Univ. of Farwater and Acme Mfg. Co. signed. ‖ Bolt Corp. did not.
        The case, Holt v. Dray, is old. ‖ Arguments ended in Sept. ‖ A ruling is due.
        He scored in the 3rd min. and left. ‖ She ran 4 mi. ‖ Then she slept.
        The dept. has a budget of $4.5 bn. this year. ‖ It wants more.
        Henry V. ‖ That was the play.
        See p. 4, vol. II, ch. III. ‖ It is short.
        At 5 a.m. Mr. Holt left. ‖ By 6 p.m. Mrs. Holt was home.
        She left at 5 p.m. ‖ Mr. Holt stayed until 9 p.m. Friday.
        She studied at M.I.T. and Farwater Tech. ‖ Her thesis won.
        It was founded in 40 B.C. ‖ It burned in A.D. 64.
        He lives in the U.S. ‖ His wife does not.
        The answer was no. ‖ Brandeck wept.
        His name is Max. ‖ Brandeck is his brother.
        ",
    );
}

#[test]
fn german_abbreviations_are_told_from_ends() {
    check(
        "
        Das kostet z. B. 4 Mio. Euro, d. h. zu viel. ‖ Die Stadt zahlt nicht.
        Er kam u. a. mit Holm, Lund usw. ‖ Niemand grüßte.
        Die Feier ist am Fr. um ca. 8 Uhr. ‖ Der Eintritt ist frei.
        Im 3. Jh. v. Chr. war hier ein Dorf. ‖ Heute ist hier nichts.
        Sie ist Mitglied im Hafen e. V. und im Turnverein. ‖ Beide kosten.
        Der Satz steht in Bd. II, S. 14 ff. des Werks. ‖ Er ist falsch.
        Das gilt gem. § 5 Abs. 2 Nr. 3. ‖ Das Gericht zweifelt.
        Er heißt Max. ‖ Brandeck ist sein Bruder.
        Die Strecke ist max. 20 km lang und mind. 3 m breit. ‖ Das reicht.
        Die Tel.-Nr. ist 555 01 02. ‖ Frau Holm hilft.
        ",
    );
}

#[test]
fn romance_abbreviations_are_told_from_ends() {
    check(
        "
        Il vend du pain, du lait, etc. ‖ Rose achète tout.
        Le temple, du IIIe s. av. J.-C., est vide. ‖ Nul n’y va.
        Voir l’art. 5, al. 2, p. 14. ‖ C’est clair.
        Elle gagne env. 2 000 euros par mois. ‖ Lui gagne plus.
        Vende pan, leche, etc. ‖ Rosa compra todo.
        El templo es del s. III a. C. y está vacío. ‖ Nadie va.
        Mide aprox. 4 m de alto. ‖ El otro mide más.
        Vende pane, latte, ecc. ‖ Rosa compra tutto.
        Il tempio è del III sec. a.C. ed è vuoto. ‖ Nessuno ci va.
        Si veda l’art. 5, p. es. il comma 2. ‖ È chiaro.
        Vende pão, leite, etc. ‖ Rosa compra tudo.
        O Sr. Mora e a Dra. Paz não vieram. ‖ Ninguém perguntou.
        ",
    );
}

#[test]
fn dutch_and_slavic_abbreviations_are_told_from_ends() {
    check(
        "
        Hij verkoopt brood, melk, enz. ‖ Roos koopt alles.
        Het duurt ca. 20 min. per dag, d.w.z. te lang. ‖ De rest slaapt.
        De wet geldt m.i.v. 1 mei, aldus de minister. ‖ De rechter niet.
        Sprzedaje chleb, mleko itd. ‖ Róża kupuje wszystko.
        Kosztuje ok. 5 tys. zł, tj. za dużo. ‖ Nikt nie kupi.
        Urodził się w 1902 r. w Gdyni. ‖ Zmarł w 1980 r. ‖ Pochowano go w lesie.
        W XIX w. był tu las. ‖ Miasto powstało w XX w. ‖ Rosło szybko.
        Prodává chléb, mléko atd. ‖ Růžena kupuje všechno.
        Stojí to asi 5 tis. korun, tj. moc. ‖ Nikdo to nekoupí.
        Narodil se r. 1902 v Brně. ‖ Zemřel o 20 let později.
        Viz např. str. 14, odst. 2. ‖ Je to jasné.
        Kupil je kruh, mleko itn. ‖ Nihče ni vedel zakaj.
        ",
    );
}

#[test]
fn abbreviations_of_other_languages_are_told_from_ends() {
    check(
        "
        Han kom bl.a. med brød, mælk osv. ‖ Ingen spiste.
        Det koster ca. 5 mio. kr. om året. ‖ Byen betaler.
        Hon kom t.ex. med bröd, mjölk osv. ‖ Ingen åt.
        Többek között pl. kenyeret árul, stb. ‖ Senki sem veszi.
        Hän myy esim. leipää, maitoa jne. ‖ Kukaan ei osta.
        Он родился в 1902 г. в Москве. ‖ Умер он в 1980 г. ‖ Его забыли.
        Это стоит ок. 5 тыс. руб. в год. ‖ Никто не платит.
        Проф. Иванов и ген. Петров молчали. ‖ Судья нет.
        ",
    );
}
