//! What a request gets: which file, of which type, kept how long, under which protective headers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tokio::fs;
use tower_http::services::ServeDir;

use crate::compress;
use crate::seal::{SWITCH, policy};

/// Everything that a page could be allowed and that Bluepencil does not use. Names that Chromium does not know are left
/// out, because it warns of them on the console.
const SWITCHED_OFF: &str = "\
    accelerometer autoplay browsing-topics camera clipboard-read compute-pressure cross-origin-isolated \
    digital-credentials-get display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid \
    identity-credentials-get idle-detection keyboard-map local-fonts local-network-access magnetometer \
    microphone midi otp-credentials payment picture-in-picture publickey-credentials-create \
    publickey-credentials-get screen-wake-lock serial speaker-selection storage-access sync-xhr usb window-management \
    xr-spatial-tracking";

/// The files of a folder, as a good host would give them.
pub fn site(dist: PathBuf) -> Router {
    let files = ServeDir::new(&dist).precompressed_br().precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(Arc::from(dist), give))
        .layer(middleware::map_response(protect))
}

/// Has the file at an address given, and says how long it may be kept; everything else is refused in words.
async fn give(State(dist): State<Arc<Path>>, mut request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (
            [(ALLOW, "GET, HEAD")],
            refusal(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered here."),
        )
            .into_response();
    }
    let Some(file) = file_at(&dist, request.uri().path()).await else {
        return refusal(StatusCode::NOT_FOUND, "There is nothing at this address.");
    };
    if compress::has_stale_copy(&file) {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache(&file)));
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).filter(|kind| kind.starts_with("text/"));
    if let Some(Ok(kind)) = kind.map(|kind| HeaderValue::try_from(format!("{kind}; charset=utf-8"))) {
        headers.insert(CONTENT_TYPE, kind);
    }
    response
}

/// A sentence in the place of a file.
fn refusal(status: StatusCode, sentence: &str) -> Response {
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    (status, headers, format!("{sentence}\n")).into_response()
}

/// The file that an address stands for, if it lies inside the folder: hidden files are not given and links out of it are not
/// followed.
async fn file_at(dist: &Path, address: &str) -> Option<PathBuf> {
    if address.split('/').any(|part| part.starts_with('.')) {
        return None;
    }
    let page = if address.ends_with('/') { "index.html" } else { "" };
    let named = dist.join(format!("{}{page}", address.trim_start_matches('/')));
    let file = fs::canonicalize(named).await.ok()?;
    let inside = file.starts_with(fs::canonicalize(dist).await.ok()?);
    (inside && fs::metadata(&file).await.ok()?.is_file()).then_some(file)
}

/// How long a browser may keep a file without asking again.
fn cache(file: &Path) -> &'static str {
    match file.file_name().and_then(|name| name.to_str()).unwrap_or_default() {
        SWITCH => "no-store",
        name if is_hashed(name) => "public, max-age=31536000, immutable",
        _ => "no-cache",
    }
}

/// Tells whether a name holds the hash of its content, as in `bluepencil-666e1574476cc2a9_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    // Trunk writes its hashes without leading zeros, so some are shorter than sixteen digits.
    let is_hash = |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.split(['-', '_', '.']).skip(1).any(is_hash)
}

/// Adds the headers that every answer carries. Each connection has one answer, so that whoever stands between the browser and
/// this server need only pass on bytes.
async fn protect(mut response: Response) -> Response {
    let off: String = SWITCHED_OFF.split_whitespace().map(|feature| format!("{feature}=(), ")).collect();
    let headers = [
        (CONTENT_SECURITY_POLICY, policy::for_header()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (REFERRER_POLICY, "no-referrer".to_owned()),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin".to_owned()),
        (HeaderName::from_static("permissions-policy"), format!("{off}clipboard-write=(self)")),
        (CONNECTION, "close".to_owned()),
    ];
    // Every one of them is plain ASCII, so none is left out; the tests look at each.
    let headers = headers.into_iter().filter_map(|(name, value)| Some((name, HeaderValue::try_from(value).ok()?)));
    response.headers_mut().extend(headers);
    response
}
