//! Titles, ranks and offices before a name.

use super::check;
use crate::support::marked;

#[test]
fn english_ranks_and_offices_in_agency_style_end_no_sentence() {
    check(
        "
        Brig. Gen. Ada Brook landed on Monday. ‖ Defense Sec. Rosa Quint did not come. ‖ Const. Paul Adler and Treas. Ada Holm did. ‖ The office is at 12 Quay Rd., Ste. 200, near Rte. 9. ‖ She lives in Apt. 5B there. ‖ Nobody laughed.
        First Lt. Owen Pratt and Master Sgt. Lia Gould were named. ‖ Their unit was not.
        Rear Adm. Max Thorne retired. ‖ Cmdr. Eve Pine replaced him.
        Asst. Dist. Atty. Noel Gray asked for ten years. ‖ The judge gave two.
        Lt. Gov. Ines Moll and Deputy Sec. Karl Ott disagreed. ‖ The governor shrugged.
        Spc. Dana Roe, Pfc. Tom Elk and Cpl. Ann Bly were honored. ‖ Their parents wept.
        Councilman Lou Pike met Comr. Ida Wells and Supt. Roy Lane. ‖ They spoke for an hour.
        The Rt. Rev. Hugo Pell and the Most Rev. Sam Orr prayed. ‖ The crowd was silent.
        Msgr. Leo Batt buried Det. Sgt. Carl Munn. ‖ Hundreds came.
        Reps. Amy Falk and Joe Sund voted yes. ‖ Sens. Mia Roth and Ed Vane voted no.
        Assoc. Prof. Nina Holl teaches there. ‖ Asst. Prof. Rob Tay left.
        Treas. Otto Ramm said it was gone. ‖ Gov. Hale was told first.
        ",
    );
}

#[test]
fn titles_of_other_languages_end_no_sentence() {
    check(
        "
        Prof. Dr. Dr. h. c. Ute Sand sprach lange. ‖ Niemand hörte zu.
        Dr. jur. Karl Holm und Mag. Eva Lund klagten. ‖ Sie verloren.
        Hptm. Georg Brandt führte die Truppe. ‖ Lt. Ott blieb zurück.
        M. Le Bihan et Me Sand sont venus. ‖ MM. Caron et Vasse non.
        Le Pr. Anne Moreau et le Dr. Luc Petit ont signé. ‖ Le texte est court.
        La Dra. Elena Sanz y el Ing. Pablo Rey firmaron. ‖ El texto es corto.
        Los Sres. Mora y la Srta. Vidal callaron. ‖ El juez no.
        L’on. Ugo Serra e la dott.ssa Anna Fante hanno firmato. ‖ Il testo è breve.
        Il card. Pio Sala e mons. Leo Riva hanno pregato. ‖ La folla taceva.
        Prof. dr. De Witt en mr. Van Loon tekenden. ‖ De tekst is kort.
        Mw. Jansma en dhr. Ter Horst zwegen. ‖ De rechter niet.
        Dr hab. inż. Jan Sowa i ks. prof. Adam Lis podpisali list. ‖ Tekst jest krótki.
        Abp. Piotr Wrona i bp. Jan Kos modlili się. ‖ Tłum milczał.
        Doc. MUDr. Karel Dub a PhDr. Eva Sovová podepsali dopis. ‖ Text je krátký.
        Plk. Jan Holý a kpt. Petr Vrána mlčeli. ‖ Soudce ne.
        ",
    );
}

#[test]
fn initials_belong_to_the_name() {
    check(
        "
        W. E. B. Farrow and T. S. Marlin wrote it. ‖ Nobody read it.
        J. De Wael schreef het. ‖ Niemand las het.
        C. G. Holm schrieb das Buch. ‖ Niemand las es.
        M. A. Caron l’a écrit. ‖ Personne ne l’a lu.
        J. R. Paz lo escribió. ‖ Nadie lo leyó.
        U. B. Riva l’ha scritto. ‖ Nessuno l’ha letto.
        A. K. Wrona to napisał. ‖ Nikt tego nie czytał.
        K. H. Dub to napsal. ‖ Nikdo to nečetl.
        George Q. Public signed. ‖ The pen leaked.
        They chose plan B. ‖ It failed.
        ",
    );
}

#[test]
fn the_whole_sentence_with_ranks_becomes_a_claim() {
    marked::check(
        "Visit\n\nBrig. Gen. Ada Brook lan|ded on Monday. Defense Sec. Rosa Quint did not come.",
        "C",
        "Visit\n\n«claim*:Brig. Gen. Ada Brook landed on Monday.» Defense Sec. Rosa Quint did not come.",
    );
}
