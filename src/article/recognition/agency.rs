//! Names of agencies, picture libraries and publications.

/// Unambiguous names of agencies and picture libraries, in lower case.
const AGENCIES: [&str; 68] = [
    "aap",
    "adobe stock",
    "afp",
    "afp photo",
    "afp.com",
    "agence france-presse",
    "akm-gsi",
    "alamy",
    "alamy stock photo",
    "anadolu",
    "anadolu agency",
    "anp",
    "ansa",
    "ap",
    "ap photo",
    "apa",
    "associated press",
    "belga",
    "canadian press",
    "corbis",
    "dpa",
    "efe",
    "epa",
    "epa-efe",
    "europa press",
    "getty",
    "getty image",
    "getty images",
    "imago",
    "istock",
    "istockphoto",
    "keystone",
    "kyodo",
    "kyodo news",
    "lehtikuva",
    "lusa",
    "magnum photos",
    "nasa",
    "ntb",
    "nurphoto",
    "pa",
    "pa images",
    "pa media",
    "pa wire",
    "picture alliance",
    "picture-alliance",
    "press association",
    "reuters",
    "rex",
    "rex features",
    "ritzau scanpix",
    "scanpix",
    "shutterstock",
    "sipa",
    "sipa usa",
    "sputnik",
    "stock.adobe.com",
    "tass",
    "the associated press",
    "the canadian press",
    "unsplash",
    "upi",
    "usa today sports",
    "wikimedia commons",
    "xinhua",
    "yonhap",
    "zuma press",
    "zuma press wire",
];

/// Publications and broadcasters that are named behind their photographers and writers, in lower case and without the
/// article. Alone on a line they may be anything.
const PUBLICATIONS: [&str; 43] = [
    "abc",
    "abc news",
    "al jazeera",
    "ard",
    "bbc",
    "bbc news",
    "bbc sport",
    "bbc verify",
    "bloomberg",
    "bloomberg news",
    "boston globe",
    "cbc",
    "cbc news",
    "cbs news",
    "channel 4 news",
    "chicago tribune",
    "cnn",
    "daily telegraph",
    "der spiegel",
    "el país",
    "financial times",
    "fox news",
    "guardian",
    "independent",
    "itv news",
    "le monde",
    "los angeles times",
    "minneapolis star tribune",
    "msnbc",
    "nbc news",
    "new york times",
    "npr",
    "observer",
    "orf",
    "pbs news",
    "rte",
    "sky news",
    "spiegel",
    "srf",
    "telegraph",
    "wall street journal",
    "washington post",
    "zdf",
];

/// Last words of names of agencies.
const AGENCY_ENDS: [&str; 9] =
    ["images", "photos", "photo", "pictures", "press", "agency", "newswire", "agentur", "agence"];

/// Last words of names of publications and of what writes there.
const PUBLICATION_ENDS: [&str; 21] = [
    "press",
    "news",
    "times",
    "post",
    "journal",
    "herald",
    "tribune",
    "gazette",
    "chronicle",
    "telegraph",
    "observer",
    "agency",
    "board",
    "radio",
    "magazine",
    "zeitung",
    "presse",
    "prensa",
    "diario",
    "journalism",
    "media",
];

/// Whether a name is a known agency, apart from a suffix such as "file". A service of an agency, such as "dpa-tmn", is one.
pub(super) fn is_agency(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let name = [" file photo", " file", " archive", " handout", " (file)"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(&name);
    let service = || name.split_once('-').is_some_and(|(agency, _)| matches!(agency, "dpa" | "afp" | "apa" | "epa"));
    AGENCIES.contains(&name) || (service() && !name.contains(' '))
}

/// Whether a name is that of an agency's pictures, such as "AP Photo", or of a picture library, which writes no stories.
pub(super) fn is_picture_agency(name: &str) -> bool {
    const LIBRARIES: [&str; 11] = [
        "photo",
        "images",
        "pictures",
        "getty",
        "alamy",
        "shutterstock",
        "istock",
        "istockphoto",
        "nurphoto",
        "unsplash",
        "epa",
    ];
    is_agency(name) && LIBRARIES.contains(&last_word(name.trim_end_matches(" file")).as_str())
}

/// Whether a name is a known publication or broadcaster.
pub(super) fn is_publication(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    PUBLICATIONS.contains(&name.strip_prefix("the ").unwrap_or(&name))
}

/// Whether the last word of a name is one with which names of agencies end.
pub(super) fn ends_like_agency(name: &str) -> bool {
    AGENCY_ENDS.contains(&last_word(name).as_str())
}

/// Whether the last word of a name is one with which names of publications end.
pub(super) fn ends_like_publication(name: &str) -> bool {
    PUBLICATION_ENDS.contains(&last_word(name).as_str())
}

fn last_word(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or_default().to_lowercase()
}
