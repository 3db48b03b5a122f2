//! The Content-Security-Policy and the other protective headers, in one place.
//!
//! The page carries the policy itself, in `index.html`, because most hosts send no headers. `seal` compares that copy
//! with this one, and the server here sends this one as a header too.

/// The directives that may stand in a `<meta>` element, in the order they are written.
const DIRECTIVES: [&str; 13] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
];

/// What a browser ignores in a `<meta>` element and obeys in a header.
const HEADER_ONLY: &str = "frame-ancestors 'none'";

/// The policy as `index.html` must hold it.
pub fn for_page() -> String {
    DIRECTIVES.join("; ")
}

/// The policy as a server should send it.
pub fn for_header() -> String {
    format!("{}; {HEADER_ONLY}", for_page())
}

/// Compares a page's policy with the one it should have; the problem names the first difference.
pub fn compare(found: &str) -> Result<(), String> {
    let found: Vec<String> = found
        .split(';')
        .map(|directive| directive.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|directive| !directive.is_empty())
        .collect();
    let missing = DIRECTIVES.iter().find(|wanted| !found.iter().any(|have| have == *wanted));
    let surplus = found.iter().find(|have| !DIRECTIVES.contains(&have.as_str()));
    let difference = match (missing, surplus) {
        (None, None) if found.len() == DIRECTIVES.len() => return Ok(()),
        (None, None) => "it names a directive twice".to_owned(),
        (Some(missing), _) => format!("`{missing}` is missing"),
        (None, Some(surplus)) => format!("`{surplus}` is not expected"),
    };
    Err(format!(
        "The Content-Security-Policy in index.html is not the one the project promises: {difference}. \
         Its content should be: {}",
        for_page()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_s_policy_must_be_the_promised_one() {
        assert_eq!(compare(&for_page()), Ok(()));
        assert_eq!(compare(&for_page().replace("; ", ";\n      ")), Ok(()));
        assert!(compare(&for_page().replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")).is_err());
        assert!(compare(&format!("{}; style-src-attr 'unsafe-inline'", for_page())).is_err());
        assert!(compare(&format!("{}; default-src 'none'", for_page())).is_err());
        assert!(compare("").is_err());
    }
}
