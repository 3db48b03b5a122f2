//! What is known about an article beside its text, and the name of its files.

use bluepencil::article::{Article, ArticleId, SAMPLE};
use bluepencil::text::is_invisible;
use icu_normalizer::ComposingNormalizer;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::article;

#[test]
fn the_title_block_is_the_title() {
    assert_eq!(article("Harbour reopens\nThe harbour opened again.").details.title, "Harbour reopens");
}

#[test]
fn without_a_title_block_the_first_words_are_the_title() {
    let article =
        article("\n\nThe harbour opened again on Wednesday, two days after the great storm. Nobody was hurt.");
    assert_eq!(article.details.title, "The harbour opened again on Wednesday, two days after the…");
}

#[test]
fn a_byline_is_not_the_title() {
    assert_eq!(article("By Rosa Winterholm\n3 March 2025\nThe harbour opened.").details.title, "The harbour opened.");
}

#[test]
fn a_typed_title_wins_over_a_recognised_one() {
    let typed = Article::from_plain(article("").id, "Harbour reopens\nThe harbour opened again.", "  Storm ");
    assert_eq!(typed.details.title, "Storm");
}

#[test]
fn the_byline_is_kept_without_its_by() {
    let article = article("Harbour reopens\nBy Rosa Winterholm and Ole Brandeck | Farwater Press\nThe harbour opened.");
    assert_eq!(article.details.byline, "Rosa Winterholm and Ole Brandeck | Farwater Press");
}

#[test]
fn an_opened_article_is_new() {
    assert_eq!(article("The harbour opened.").details.status, "new");
}

#[test]
fn the_language_is_not_guessed() {
    assert_eq!(article(SAMPLE).details.language, "");
}

#[test]
fn an_empty_text_has_no_block_at_any_position() {
    assert_eq!(article(" \n ").block_at(bluepencil::text::Utf8(0)), None);
}

fn slug(title: &str) -> String {
    Article::from_plain(article("").id, "The harbour opened.", title).slug()
}

#[test]
fn a_slug_is_the_title_in_small_letters_with_hyphens() {
    assert_eq!(slug("“Harbour” reopens – after 2 days!"), "harbour-reopens-after-2-days");
}

#[test]
fn an_apostrophe_does_not_divide_a_word_of_a_slug() {
    assert_eq!(slug("The mayor’s plan isn't new"), "the-mayors-plan-isnt-new");
}

#[test]
fn a_slug_keeps_the_letters_of_other_scripts() {
    assert_eq!(slug("渡轮 恢复 – Älvsborg"), "渡轮-恢复-älvsborg");
}

#[test]
fn a_title_of_signs_only_has_the_slug_article() {
    assert_eq!(slug("?!"), "article");
}

#[test]
fn a_slug_keeps_whole_words_in_every_script() {
    for (title, expected) in [
        ("Забастовка паромщиков продолжается", "забастовка-паромщиков-продолжается"),
        ("мои\u{306} дом", "мой-дом"),
        ("Пʼять поромів", "пʼять-поромів"),
        ("Η ΑΠΕΡΓΙΑ ΤΩΝ ΠΛΟΙΩΝ", "η-απεργια-των-πλοιων"),
        ("إضراب العبّارات مستمر", "إضراب-العبّارات-مستمر"),
        ("می\u{200c}خواهم بروم", "میخواهم-بروم"),
        ("שביתת המעבורות בצה״ל", "שביתת-המעבורות-בצהל"),
        ("फ़ेरी हड़ताल जारी", "फ़ेरी-हड़ताल-जारी"),
        ("เรือข้ามฟากหยุดเดินเรือ", "เรือข้ามฟากหยุดเดินเรือ"),
        ("渡轮罢工进入第二周", "渡轮罢工进入第二周"),
        ("フェリーのストライキ", "フェリーのストライキ"),
        ("여객선 파업 2주째", "여객선-파업-2주째"),
        ("Ver\u{ad}hand\u{ad}lungen dauern an", "verhandlungen-dauern-an"),
        ("\u{200b}Ferry strike\u{feff}", "ferry-strike"),
        ("The ﬁnal oﬃce", "the-final-office"),
        ("Le cafe\u{301} rouvre", "le-café-rouvre"),
        ("İstanbul’da grev", "istanbulda-grev"),
        ("ＦＣ　Ｆａｒｗａｔｅｒ", "fc-farwater"),
    ] {
        let normalized = ComposingNormalizer::new_nfc().normalize(expected).into_owned();
        assert_eq!(slug(title), normalized, "{title}");
    }
}

#[test]
fn a_long_title_is_cut_at_a_word() {
    for (title, expected) in [
        (
            "Ferry strike enters second week as crews and council wait for an offer",
            "ferry-strike-enters-second-week-as-crews-and-council-wait",
        ),
        (
            "Забастовка паромщиков на линии продолжается вторую неделю подряд, говорят профсоюзы",
            "забастовка-паромщиков-на-линии-продолжается-вторую-неделю",
        ),
        (
            "Η απεργία των πλοίων συνεχίζεται για δεύτερη εβδομάδα στο λιμάνι της πόλης",
            "η-απεργία-των-πλοίων-συνεχίζεται-για-δεύτερη-εβδομάδα-στο",
        ),
    ] {
        assert_eq!(slug(title), expected);
    }
    assert_eq!(slug(&"渡轮罢工".repeat(30)).chars().count(), 60);
}

#[test]
fn a_long_title_has_a_slug_of_sixty_characters() {
    assert_eq!(slug(&"a".repeat(80)), "a".repeat(60));
}

proptest! {
    #[test]
    fn a_slug_has_only_letters_digits_and_single_hyphens_inside(title in any::<String>()) {
        let slug = slug(&title);
        let mark = |character: char| format!("a{character}").graphemes(true).count() == 1;
        let fits = |character: char| character.is_alphanumeric() || character == '-' || mark(character);
        prop_assert!(slug.chars().all(|character| fits(character) && !is_invisible(character)), "{}", slug);
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"), "{}", slug);
        prop_assert!((1..=60).contains(&slug.chars().count()), "{}", slug);
    }
}

#[test]
fn an_id_is_read_in_the_form_it_is_written_in() {
    let written = "6f1c2b9e-0d55-4c1e-9d3a-3f9a54b7c001";
    assert_eq!(ArticleId::parse(written).map(|id| id.to_string()).as_deref(), Some(written));
}

#[test]
fn an_id_in_any_other_form_is_refused() {
    for written in [
        "",
        "6F1C2B9E-0D55-4C1E-9D3A-3F9A54B7C001",
        "6f1c2b9e0d554c1e9d3a3f9a54b7c001",
        "{6f1c2b9e-0d55-4c1e-9d3a-3f9a54b7c001}",
    ] {
        assert_eq!(ArticleId::parse(written), None, "{written}");
    }
}
