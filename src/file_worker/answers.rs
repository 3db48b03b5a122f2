//! What the worker answers to the page.

use std::cell::RefCell;

use bluepencil::session::{FileContent, Parts};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue, UnwrapThrowExt as _};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// Answers messages from now on, and says so.
pub fn begin() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let parts: RefCell<Option<Parts>> = RefCell::default();
    let answering = scope.clone();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(file) = event.data().dyn_into::<File>() {
            // What was left of another file goes first, to have its memory.
            parts.replace(None);
            parts.replace(Some(read(&file)));
        }
        let next = parts.borrow_mut().as_mut().and_then(Iterator::next);
        let next = next.map_or(JsValue::NULL, |part| part.as_json().into());
        answering.post_message(&next).unwrap_throw();
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    scope.post_message(&JsValue::NULL).unwrap_throw();
}

/// Reads a file. In one step: nobody else waits for this thread, and what goes wrong in it is told to the page as an error.
fn read(file: &File) -> Parts {
    let buffer = FileReaderSync::new().unwrap_throw().read_as_array_buffer(file).unwrap_throw();
    let bytes = Uint8Array::new(&buffer).to_vec();
    FileContent::into_parts(FileContent::of(&file.name(), &bytes))
}
