//! The worker that reads large files beside the page: started for a file, or kept where it could not be started again.

use std::cell::RefCell;

use bluepencil::session::Part;
use js_sys::Promise;
use leptos::ev::Custom;
use leptos::prelude::{document, window_event_listener};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// The attribute of the page with the address of the worker's script.
const ADDRESS: &str = "data-file-worker";

/// What the page hears when it is certain that it is not kept for use without the network.
const NOT_KEPT: &str = "bluepencil-not-kept";

thread_local! {
    /// The worker that waits for a file.
    static WAITING: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// Starts a worker for all files where the page is not kept for use without the network: to start one later would be a request.
/// Elsewhere it comes from what is kept, and costs no memory while there is no file.
pub fn prepare() {
    let _ = window_event_listener(Custom::<Event>::new(NOT_KEPT), |_| {
        leptos::task::spawn_local(async { WAITING.set(start().await) });
    });
}

/// A file that is being read. The worker ends with it, unless it is the one for all files.
pub struct Reading {
    worker: Worker,
    is_kept: bool,
    /// The answer to the file itself, until it is asked for.
    first: Option<JsFuture<JsValue>>,
}

/// The worker has failed, and the file is to be read in another way.
pub struct Stopped;

impl Reading {
    /// Begins to read a file. `None` where no worker can be had.
    pub async fn begin(file: &File) -> Option<Self> {
        let waiting = WAITING.take();
        let is_kept = waiting.is_some();
        let worker = match waiting {
            Some(worker) => worker,
            None => start().await?,
        };
        let first = Some(ask(&worker, file));
        Some(Self { worker, is_kept, first })
    }

    /// The next part of what is in the file; `None` after the last.
    ///
    /// # Errors
    /// [`Stopped`] where the worker has failed.
    pub async fn next(&mut self) -> Result<Option<Part>, Stopped> {
        let answer = self.first.take().unwrap_or_else(|| ask(&self.worker, &JsValue::NULL));
        let Ok(event) = answer.await else {
            self.is_kept = false;
            return Err(Stopped);
        };
        Ok(event.unchecked_into::<MessageEvent>().data().as_string().map(Part::from_json))
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if self.is_kept {
            WAITING.set(Some(self.worker.clone()));
        } else {
            self.worker.terminate();
        }
    }
}

/// Starts a worker and waits until it is there. `None` where the browser or the host has none.
async fn start() -> Option<Worker> {
    let address = document().document_element()?.get_attribute(ADDRESS)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address, &options).ok()?;
    answer(&worker).await.ok().map(|_| worker)
}

/// Sends a message; the answer is an event.
fn ask(worker: &Worker, message: &JsValue) -> JsFuture<JsValue> {
    let answer = answer(worker);
    // A message that cannot be sent has no answer, and the worker's end is one: it is an error.
    if worker.post_message(message).is_err() {
        worker.terminate();
    }
    answer
}

/// The next message of a worker, or its error.
fn answer(worker: &Worker) -> JsFuture<JsValue> {
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
    }))
}
