//! A file is the same wherever and whenever it is written: time zone, locale and clock have no part in it.

use serde_json::{Value, json};

use crate::support::{Desk, Download, Settings, with_browser};

/// Places with the clock's error in days: zones with halves and quarters of hours, the last one of the day, and scripts in
/// which case, digits, order or the calendar are other than in English.
const PLACES: [(&str, &str, i64); 5] = [
    ("UTC", "en-US", 0),
    ("America/St_Johns", "de-DE", -2),
    ("Asia/Kathmandu", "ar-EG", 5 * 365),
    ("Pacific/Kiritimati", "th-TH", -2),
    ("Europe/Istanbul", "tr-TR", 5 * 365),
];

/// An article in which letters, numbers and dates would change with the place.
const TEXT: &str = "İstanbul and ISTANBUL: Straße, ığdır, 1.234,5\n\nBy İpek Işık\n\nDecember 31, 2025\n\n“It is 12:30 on 01/02/03”, \
she said.\n\nשלום ١٢٣ ๑๒๓ มีนาคม";

/// The file without the moment of its export.
fn without_time(file: &Download) -> String {
    let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    text.replacen(exported(file).as_str(), "", 1)
}

fn exported(file: &Download) -> String {
    file.json()["exported"].as_str().expect("a moment").to_owned()
}

/// Has the browser believe that it is elsewhere, and another day.
async fn be_at(desk: &Desk, (zone, locale, days): (&str, &str, i64)) {
    desk.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
    desk.devtools("Emulation.setLocaleOverride", json!({ "locale": locale })).await;
    let clock = "const Real = Date, ahead = DAYS * 86400000;
        window.Date = class extends Real {
          constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
          static now() { return Real.now() + ahead; }
        };";
    desk.before_every_page(&clock.replace("DAYS", &days.to_string())).await;
}

/// What is exported in one place after a file was imported there, or after the article was made there.
fn exported_at(place: (&str, &str, i64), import: Option<&Download>) -> Download {
    let mut file = None;
    with_browser(Settings::default(), async |desk: &Desk| {
        be_at(desk, place).await;
        desk.open("").await;
        let (zone, locale): (String, String) = desk
            .now(
                "const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
                 const same = Intl.DateTimeFormat('en', { timeZone: arguments[0] }).resolvedOptions().timeZone;
                 return [timeZone === same ? arguments[0] : timeZone, locale]",
                &[json!(place.0)],
            )
            .await;
        assert_eq!((zone.as_str(), &locale[..2]), (place.0, &place.1[..2]), "the browser is there");
        match import {
            Some(import) => {
                desk.choose_files(&[("made-elsewhere.bluepencil.json", &import.bytes)]).await;
                desk.article_with("01/02/03").await;
            }
            None => {
                desk.open_marked(TEXT, &[("quote", "It is 12:30 on 01/02/03"), ("claim", "ISTANBUL")]).await;
            }
        }
        let now: f64 = desk.now("return Date.now()", &[]).await;
        let export = desk.export().await;
        let said: f64 = desk.now("return Date.parse(arguments[0])", &[Value::from(exported(&export))]).await;
        assert!((said - now).abs() < 60_000.0, "{} is not the moment of the export", exported(&export));
        assert!(exported(&export).is_ascii() && exported(&export).len() == 20, "{}", exported(&export));
        file = Some(export);
    });
    file.expect("a file")
}

#[test]
fn a_file_goes_out_as_it_came_in_every_zone_locale_and_year() {
    let made = exported_at(PLACES[2], None);
    assert_eq!(made.json()["articles"][0]["published"], "2025-12-31");
    for place in PLACES {
        let again = exported_at(place, Some(&made));
        assert_eq!(without_time(&again), without_time(&made), "{place:?}");
        assert_eq!(again.name, made.name, "{place:?}");
    }
}
