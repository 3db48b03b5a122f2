//! Start-up of the page. Everything else is in the library (`src/lib.rs`), in `app` (components), in `persistence` (keeping)
//! and in `browser` (the browser's interfaces). On any other target than Wasm this program prints the keys, for `cargo xtask
//! keys`; native tests build no Leptos.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod persistence;

#[cfg(target_arch = "wasm32")]
fn main() {
    browser::dom::clear_start();
    leptos::mount::mount_to_body(app::App);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    std::io::Write::write_all(&mut std::io::stdout(), bluepencil::session::key_reference().as_bytes())
}
