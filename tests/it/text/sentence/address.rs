//! Parts of addresses, in the street and on the web.

use super::check;

#[test]
fn parts_of_english_addresses_end_no_sentence() {
    check(
        "
        The office is at 12 Quay Rd., Ste. 200, near Rte. 9. ‖ Parking is free.
        She lives in Apt. 5B there. ‖ Nobody laughed.
        Send it to Bldg. C, Rm. 14, 7 Mill Ln., Farwater, Ore. ‖ It will be read.
        The crash closed Hwy. 20 at Rte. A1 for hours. ‖ Nobody was hurt.
        The march went up N. Elm St. and down W. 5th Ave. to the hall. ‖ It was peaceful.
        He moved from Oak Blvd. to Pine Ct. ‖ His rent doubled.
        The store at 4 Harbor Pkwy. closed. ‖ The one on Bay Ter. did not.
        The P.O. Box is No. 71, Ft. Farrow, Minn. ‖ It is full.
        The mill stands on Mt. Farrow Rd. near St. Olk’s. ‖ It is a ruin.
        Take Exit 4 to S. Main St. ‖ Turn left at the light.
        The fire began on Fl. 3 of 9 Dock Sq. and spread. ‖ The roof fell.
        ",
    );
}

#[test]
fn parts_of_addresses_in_other_languages_end_no_sentence() {
    check(
        "
        Das Büro ist in der Werftstr. 12, 3. Stock, Zi. 9. ‖ Es ist zu.
        Er zog von der Bergstr. in die Talstr. 4 um. ‖ Die Miete stieg.
        Le bureau est au 12, av. Foch, bât. B, 3e étage. ‖ Il est fermé.
        La tienda de la Avda. Mayor, núm. 4, cerró. ‖ La de la Pza. Nueva no.
        Vive en la C. del Mar, esq. Ctra. Norte. ‖ Es ruidoso.
        L’ufficio è in c.so Roma 12, int. 4, vicino a p.zza Dante. ‖ È chiuso.
        Het kantoor is in de Havenstr. 12, 2e verd. ‖ Het is dicht.
        Biuro jest przy al. Portowej 12, lok. 4, koło pl. Rybnego. ‖ Jest zamknięte.
        Mieszka na os. Leśnym, ul. Sosnowa 4. ‖ Jest tam cicho.
        Úřad je na nám. Svobody 12, tř. Míru je vedle. ‖ Je zavřený.
        ",
    );
}

#[test]
fn addresses_of_the_web_and_of_mail_stay_whole_and_may_end_a_sentence() {
    check(
        "
        Go to https://farwater.example/Notes.Html?id=5. ‖ It lists every ship.
        See www.farwater.example/a. ‖ Brandeck runs it.
        Write to ada@farwater.example. ‖ Brandeck answers.
        Write to ada@vs. ‖ Brandeck answers.
        The list is at http://harbour/vs. ‖ Brandeck runs it.
        Booking.Com and Farwater.Net merged. ‖ Nobody noticed.
        The file Report.Pdf is lost. ‖ So is Minutes.Docx.
        Node.Js runs it. ‖ It is old.
        She posted it on farwater.example/ada.brook. ‖ Hundreds replied.
        The handle is @Ada.Brook on that network. ‖ It is private.
        Version 2.0.1 and version 3.10 differ. ‖ Both crash.
        The server 10.0.0.1 is down. ‖ The backup is up.
        ",
    );
}
