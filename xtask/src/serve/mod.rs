//! A small server for the built page, on this machine only, with the headers a good host would send.
//!
//! Trunk has a server too, but it puts scripts of its own into the page; this one sends exactly what will be shipped.

mod site;

use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use crate::bundle::{self, Profile};
use crate::workspace;

/// The port that is tried first, and how many after it.
const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

/// What the words behind `serve` ask for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    dist: PathBuf,
    build: Option<Profile>,
    port: Option<u16>,
}

impl Options {
    /// Reads the words behind `serve`.
    pub fn from_words(words: &[&str]) -> Result<Self, String> {
        let mut options = Self { dist: workspace::dist(), build: Some(Profile::Release), port: None };
        let mut own_folder = false;
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            match *word {
                "--dev" => options.build = options.build.map(|_| Profile::Dev),
                "--no-build" => options.build = None,
                "--dist" => {
                    own_folder = true;
                    options.dist = rest.next().map(PathBuf::from).ok_or("`--dist` needs a folder behind it.")?;
                }
                "--port" => {
                    let port = rest.next().and_then(|number| number.parse().ok());
                    options.port = Some(port.ok_or("`--port` needs a number from 0 to 65535 behind it.")?);
                }
                other => return Err(format!("`serve` does not know `{other}`. See `cargo xtask help`.")),
            }
        }
        if own_folder && options.build.is_some() {
            return Err("`--dist` serves a folder as it is; say `--no-build` with it.".into());
        }
        Ok(options)
    }
}

/// Builds the page if asked to, then serves it until the program is stopped.
pub fn run(options: &Options) -> Result<(), String> {
    if let Some(profile) = options.build {
        bundle::build(profile)?;
    }
    let running = Running::start(&options.dist, options.port)?;
    println!("\nlistening on {}", running.address());
    println!("Ctrl+C stops it.");
    running.wait();
    Ok(())
}

/// A server at work; it stops when this is dropped.
pub struct Running {
    runtime: Runtime,
    server: JoinHandle<io::Result<()>>,
    port: u16,
}

impl Running {
    /// Starts serving a folder on 127.0.0.1: on this port, or without one on the first free one from 8080 on.
    pub fn start(dist: &Path, port: Option<u16>) -> Result<Self, String> {
        if !dist.join("index.html").is_file() {
            return Err(format!("{} holds no built page. Run `cargo xtask build` first.", dist.display()));
        }
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_io().build();
        let runtime = runtime.map_err(|error| format!("The server's thread could not be started ({error})."))?;
        let listener = runtime.block_on(bind(port))?;
        let port = listener.local_addr().map_err(|error| format!("The server has no address ({error})."))?.port();
        let server = runtime.spawn(axum::serve(listener, site::site(dist.to_owned())).into_future());
        Ok(Self { runtime, server, port })
    }

    /// The address that a browser opens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Waits until the server stops, which it does not do by itself.
    fn wait(self) {
        // Should the server have panicked, it has said so already.
        let _ = self.runtime.block_on(self.server);
    }
}

/// Takes the port that was asked for, or else the first free one.
async fn bind(port: Option<u16>) -> Result<TcpListener, String> {
    if let Some(port) = port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
            format!("Port {port} cannot be used ({error}). Leave `--port` out to take the next free one.")
        });
    }
    for port in FIRST_PORT..FIRST_PORT + PORTS_TRIED {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            return Ok(listener);
        }
    }
    Err(format!("No port from {FIRST_PORT} on is free. Name one with `--port`."))
}

#[cfg(test)]
mod tests;
