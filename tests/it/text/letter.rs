//! Letters: small and capital ones, beside what Unicode says of them.

use bluepencil::text::{lower, upper};

/// The one character that Unicode makes of another, where it is one.
fn one(mut characters: impl Iterator<Item = char>) -> Option<char> {
    characters.next().filter(|_| characters.next().is_none())
}

/// The small letters, beyond a to z, of languages in which newspapers are printed.
const SMALL: [(&str, &str); 14] = [
    ("western Europe", "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœ"),
    ("central Europe", "ąćęłńóśźżěšččřůďťňľĺŕőűđāēģīķļņūėįų"),
    ("Romanian", "ăâîșțşţ"),
    ("Turkish and Azerbaijani", "çğıöşüə"),
    ("Welsh, Maltese and Sami", "ŵŷẁẃẅċġħŋŧǧǩǥ"),
    ("Vietnamese", "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
    ("Hausa, Ewe, Akan, Fula and Bambara", "ɓɗƙƴɖɛɣŋɔʋɲ"),
    ("Pinyin", "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"),
    ("Hawaiian and Livonian", "ȟȧȩȯȱȳ"),
    ("Greek", "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋ"),
    ("Cyrillic of Europe", "абвгдежзийклмнопрстуфхцчшщъыьэюяёђѓєѕіїјљњћќўџґ"),
    ("Cyrillic of Asia", "әғқңөұүһҳҷӣӯҝҹ"),
    ("Armenian", "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"),
    ("Georgian", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"),
];

#[test]
fn the_letters_of_newspapers_have_their_capitals() {
    for (language, letters) in SMALL {
        for small in letters.chars() {
            assert_eq!(Some(upper(small)), one(small.to_uppercase()), "the capital of {small}, {language}");
        }
    }
}

#[test]
fn a_capital_is_the_one_that_unicode_names_or_the_character_itself() {
    for character in '\0'..=char::MAX {
        let capital = upper(character);
        assert!(capital == character || Some(capital) == one(character.to_uppercase()), "the capital of {character}");
    }
}

#[test]
fn a_small_letter_is_the_one_that_unicode_names_or_the_character_itself() {
    // Unicode makes two characters of this one, and the plain letter is the first of them.
    assert_eq!(lower('İ'), 'i');
    for character in ('\0'..=char::MAX).filter(|character| *character != 'İ') {
        let small = lower(character);
        assert!(small == character || Some(small) == one(character.to_lowercase()), "the small letter of {character}");
    }
}
