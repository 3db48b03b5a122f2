//! What a request gets: which file, of which type, kept how long, under which protective headers.

use std::fs;
use std::path::{Path, PathBuf};

use crate::seal::{SWITCH, policy, short_hash};

/// Everything that a page could be allowed and that Bluepencil does not use. Names that Chromium does not know are left
/// out, because it warns of them on the console.
const SWITCHED_OFF: &str = "\
    accelerometer autoplay browsing-topics camera clipboard-read compute-pressure cross-origin-isolated \
    digital-credentials-get display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid \
    identity-credentials-get idle-detection keyboard-map local-fonts local-network-access magnetometer \
    microphone midi otp-credentials payment picture-in-picture publickey-credentials-create \
    publickey-credentials-get screen-wake-lock serial speaker-selection storage-access sync-xhr usb window-management \
    xr-spatial-tracking";

/// A finished answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A short text, for everything that is not a file.
    fn text(status: u16, sentence: &str) -> Self {
        let headers =
            vec![("Content-Type", "text/plain; charset=utf-8".to_owned()), ("Cache-Control", "no-store".to_owned())];
        Self { status, headers, body: format!("{sentence}\n").into_bytes() }
    }
}

/// Answers a request for `address` (the path of the request, as it was sent) out of the folder `dist`.
///
/// `known` is what the browser already has, by its `If-None-Match` header.
pub fn answer(dist: &Path, method: &str, address: &str, known: Option<&str>) -> Answer {
    let mut answer = if matches!(method, "GET" | "HEAD") {
        found(dist, address, known).unwrap_or_else(|| Answer::text(404, "There is nothing at this address."))
    } else {
        let mut refusal = Answer::text(405, "Only GET and HEAD are answered here.");
        refusal.headers.push(("Allow", "GET, HEAD".to_owned()));
        refusal
    };
    protect(&mut answer.headers);
    answer
}

/// The file at an address, if there is one.
fn found(dist: &Path, address: &str, known: Option<&str>) -> Option<Answer> {
    let path = file_at(dist, address)?;
    let body = fs::read(&path).ok()?;
    let name = path.file_name()?.to_str()?;
    let tag = format!("\"{}\"", short_hash(&body));
    let cache = match name {
        SWITCH => "no-store",
        _ if is_hashed(name) => "public, max-age=31536000, immutable",
        _ => "no-cache",
    };
    let mut headers = vec![("ETag", tag.clone()), ("Cache-Control", cache.to_owned())];
    if known.is_some_and(|known| known.split(',').any(|have| have.trim().trim_start_matches("W/") == tag)) {
        return Some(Answer { status: 304, headers, body: Vec::new() });
    }
    headers.push(("Content-Type", content_type(name).to_owned()));
    Some(Answer { status: 200, headers, body })
}

/// The file that an address stands for. It lies inside the folder: names are plain, and links out of it are not followed.
fn file_at(dist: &Path, address: &str) -> Option<PathBuf> {
    let address = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut path = dist.canonicalize().ok()?;
    let inside = path.clone();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    for segment in address.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('.') || !segment.chars().all(plain) {
            return None;
        }
        path.push(segment);
    }
    if address.is_empty() || address.ends_with('/') {
        path.push("index.html");
    }
    let path = path.canonicalize().ok()?;
    (path.starts_with(&inside) && path.is_file()).then_some(path)
}

/// Tells whether a name holds the hash of its content, as in `bluepencil-666e1574476cc2a9_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    // Trunk writes its hashes without leading zeros, so some are shorter than sixteen digits.
    let is_hash = |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.split(['-', '_', '.']).skip(1).any(is_hash)
}

/// The media type of a file, by its name.
fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Adds the headers that every answer carries.
fn protect(headers: &mut Vec<(&'static str, String)>) {
    let off: String = SWITCHED_OFF.split_whitespace().map(|feature| format!("{feature}=(), ")).collect();
    headers.push(("Content-Security-Policy", policy::for_header()));
    headers.push(("X-Content-Type-Options", "nosniff".to_owned()));
    headers.push(("Referrer-Policy", "no-referrer".to_owned()));
    headers.push(("Cross-Origin-Opener-Policy", "same-origin".to_owned()));
    headers.push(("Permissions-Policy", format!("{off}clipboard-write=(self)")));
}
