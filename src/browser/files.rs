//! Files in and out: chosen, dropped, pasted, downloaded.

use std::time::Duration;

use bluepencil::wire::MOST_BYTES;
use leptos::ev::{ClipboardEvent, DragEvent, Event};
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

/// Takes the name of a file and its bytes, or the reason why they could not be read.
pub type Taker = Box<dyn Fn(String, Result<Vec<u8>, String>)>;

/// Reads the files of a file field one after the other and hands over name and bytes; then empties the field, so that the
/// same file can be chosen again. False where the event is not of a file field.
pub fn read_chosen(event: &Event, taken: Taker) -> bool {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    let Some(files) = field.files() else { return false };
    read_all(&files, taken);
    field.set_value("");
    true
}

/// Reads the files of a drop; false where no file was dropped.
pub fn read_dropped(event: &DragEvent, taken: Taker) -> bool {
    match event.data_transfer().and_then(|transfer| transfer.files()) {
        Some(files) if files.length() > 0 => {
            read_all(&files, taken);
            true
        }
        _ => false,
    }
}

/// Whether files are being dragged over the page.
pub fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// The plain text of a paste; `None` where there is none.
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    (!text.trim().is_empty()).then_some(text)
}

/// Reads the files of a paste; false where none was pasted.
pub fn read_pasted(event: &ClipboardEvent, taken: Taker) -> bool {
    match event.clipboard_data().and_then(|data| data.files()) {
        Some(files) if files.length() > 0 => {
            read_all(&files, taken);
            true
        }
        _ => false,
    }
}

fn read_all(files: &FileList, taken: Taker) {
    let files: Vec<File> = (0..files.length()).filter_map(|number| files.get(number)).collect();
    leptos::task::spawn_local(async move {
        for file in files {
            // What is larger than any limit is refused by its length alone and never read into memory.
            let bytes = if file.size() > LARGEST {
                Err("it is larger than 64 MB".to_owned())
            } else {
                let buffer = JsFuture::from(file.array_buffer()).await;
                buffer
                    .map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec())
                    .map_err(|_| "the browser could not read it".to_owned())
            };
            taken(file.name(), bytes);
        }
    });
}

/// The largest file that is read.
const LARGEST: f64 = MOST_BYTES as f64;

/// By when a browser has read a file that was given to it.
const READ_BY: Duration = Duration::from_secs(60);

/// Gives the user a file to keep.
pub fn download(name: &str, media_type: &str, content: &str) {
    let parts = js_sys::Array::of1(&content.into());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(link) = document().create_element("a").map(JsCast::unchecked_into::<HtmlAnchorElement>) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads the file in its own time; Safari may lose what is taken back at once.
    set_timeout(move || drop(Url::revoke_object_url(&address)), READ_BY);
}
