//! Files in and out: chosen, dropped, pasted, downloaded.

use std::time::Duration;

use bluepencil::session::{Event as FileEvent, FileContent, IncomingFile, Transfer, TransferredFile};
use bluepencil::wire::MOST_BYTES;
use leptos::ev::{ClipboardEvent, DragEvent, Event};
use leptos::prelude::{document, set_timeout};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::file_worker::Reading;
use super::slices::Slices;

/// Takes a file that was read, as an event of the session.
pub type Taker = Box<dyn Fn(FileEvent)>;

/// Reads the files of a file field one after the other and hands each over; then empties the field, so that the
/// same file can be chosen again. False where the event is not of a file field.
pub fn read_chosen(event: &Event, taken: Taker) -> bool {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    read_all(files_of(field.files().as_ref()), taken);
    field.set_value("");
    true
}

/// Whether files are being dragged over the page.
pub fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// What a paste or drop carries. Only during its event can it be asked.
pub struct Carried {
    data: DataTransfer,
    /// What the browser says of it.
    pub transfer: Transfer,
}

impl Carried {
    /// What is in the clipboard; `None` where the browser does not say.
    pub fn pasted(event: &ClipboardEvent) -> Option<Self> {
        event.clipboard_data().map(Self::new)
    }

    /// What was dropped; `None` where the browser does not say.
    pub fn dropped(event: &DragEvent) -> Option<Self> {
        event.data_transfer().map(Self::new)
    }

    fn new(data: DataTransfer) -> Self {
        let types = data.types();
        let has = |media_type: &str| types.includes(&media_type.into(), 0);
        let transfer = Transfer {
            files: transferred_files(&data).collect(),
            text: data.get_data("text/plain").unwrap_or_default(),
            formatted: has("text/html") || has("text/rtf"),
            link: has("text/uri-list"),
        };
        Self { data, transfer }
    }

    /// Reads the files that are no folders.
    pub fn read_files(&self, taken: Taker) {
        let files = files_of(self.data.files().as_ref()).into_iter().zip(&self.transfer.files);
        read_all(files.filter(|(_, known)| !known.folder).map(|(file, _)| file).collect(), taken);
    }
}

fn transferred_files(data: &DataTransfer) -> impl Iterator<Item = TransferredFile> {
    let folders = folders(data);
    let files = files_of(data.files().as_ref()).into_iter();
    files.enumerate().map(move |(number, file)| TransferredFile {
        name: file.name(),
        media_type: file.type_(),
        folder: folders.get(number).copied().unwrap_or_default(),
    })
}

/// Of each file whether it is a folder, as far as the browser says so.
fn folders(data: &DataTransfer) -> Vec<bool> {
    let items = data.items();
    let items = (0..items.length()).filter_map(|number| items.get(number)).filter(|item| item.kind() == "file");
    items.map(|item| item.webkit_get_as_entry().ok().flatten().is_some_and(|entry| entry.is_directory())).collect()
}

fn files_of(files: Option<&FileList>) -> Vec<File> {
    files.map_or_else(Vec::new, |files| (0..files.length()).filter_map(|number| files.get(number)).collect())
}

fn read_all(files: Vec<File>, taken: Taker) {
    spawn_local(async move {
        for file in files {
            taken(read(&file).await);
        }
    });
}

/// Reads a file: a large one in the worker, where there is one, so that the page is not held.
async fn read(file: &File) -> FileEvent {
    // What is larger than any limit is refused by its length alone and never read into memory.
    if file.size() > LARGEST {
        return FileEvent::File(file.name(), Err("it is larger than 64 MB".to_owned()));
    }
    if file.size() > SMALL
        && let Some(content) = read_in_worker(file).await
    {
        return FileEvent::FileRead(file.name(), content);
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let bytes = buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
    FileEvent::File(file.name(), bytes.map_err(|_| "the browser could not read it".to_owned()))
}

/// Reads a file in the worker and puts its parts together, each as it comes. `None` where the worker cannot do it.
async fn read_in_worker(file: &File) -> Option<Result<FileContent, String>> {
    let mut reading = Reading::begin(file).await?;
    let mut incoming = IncomingFile::default();
    while let Some(part) = reading.next().await.ok()? {
        incoming.take(&part).ok()?;
    }
    incoming.finish()
}

/// The largest file that is read.
const LARGEST: f64 = MOST_BYTES as f64;

/// The largest file that the page reads itself, in bytes: within a frame.
const SMALL: f64 = 200_000.0;

/// By when a browser has read a file that was given to it.
const READ_BY: Duration = Duration::from_secs(60);

/// Gives the user a file to keep, once all its pieces are made: those of a small one at once, those of a large one in slices.
pub fn download(name: String, media_type: &'static str, pieces: impl Iterator<Item = String> + 'static) {
    spawn_local(async move {
        let (parts, mut slices) = (js_sys::Array::new(), Slices::begin());
        for piece in pieces {
            parts.push(&js_sys::Uint8Array::from(piece.as_bytes()));
            slices.rest().await;
        }
        give(&name, media_type, &parts);
    });
}

/// Gives the user a file of these bytes.
fn give(name: &str, media_type: &str, parts: &js_sys::Array) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(link) = document().create_element("a").map(JsCast::unchecked_into::<HtmlAnchorElement>) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads the file in its own time; Safari may lose what is taken back at once.
    set_timeout(move || drop(Url::revoke_object_url(&address)), READ_BY);
}
