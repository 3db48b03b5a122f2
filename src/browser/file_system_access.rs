//! The File System Access API, where the browser has it: a file on the user's disk that is written again and again. web-sys
//! has no stable bindings, so its methods are called by name.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The call that asks where the file is to be.
const PICKER: &str = "showSaveFilePicker";

/// The chosen file.
#[derive(Clone)]
pub struct BackupFile(JsValue);

impl BackupFile {
    /// Whether this browser can keep such a file.
    pub fn is_possible() -> bool {
        Reflect::get(&window(), &PICKER.into()).is_ok_and(|call| call.is_function())
    }

    /// Asks where the file is to be. `None` where the person, or the browser, says no.
    pub async fn choose() -> Option<Self> {
        let options = Object::new();
        Reflect::set(&options, &"suggestedName".into(), &"bluepencil-backup.json".into()).ok()?;
        call(&window(), PICKER, &[&options]).await.ok().map(Self)
    }

    /// The name of the file.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Writes the file anew. The browser writes beside it and puts that in its place in the end, so that it is never half.
    ///
    /// # Errors
    /// Where the browser may not, or cannot.
    pub async fn write(&self, content: &str) -> Result<(), JsValue> {
        let stream = call(&self.0, "createWritable", &[]).await?;
        call(&stream, "write", &[&content.into()]).await?;
        call(&stream, "close", &[]).await.map(drop)
    }
}

/// Calls a method that answers with a promise.
async fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    let arguments: js_sys::Array = arguments.iter().copied().collect();
    let promise: Promise = method.apply(of, &arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}
