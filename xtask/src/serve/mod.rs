//! A small server for the built page, on this machine only, with the headers a good host would send.
//!
//! Trunk has a server too, but it puts scripts of its own into the page; this one sends exactly what will be shipped.

mod site;

use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use clap::Args;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use crate::bundle::{self, Profile};
use crate::workspace;

/// The port that is tried first, and how many after it.
const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

/// How the page is served.
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    profile: Profile,
    /// Serve what is already built
    #[arg(long)]
    no_build: bool,
    /// Serve this folder instead of dist/, as it is
    #[arg(long, value_name = "FOLDER", requires = "no_build")]
    dist: Option<PathBuf>,
    /// Take exactly this port, or with 0 any free one, in the place of 8080 or the next free one
    #[arg(long, value_name = "N")]
    port: Option<u16>,
}

/// Builds the page unless told not to, then serves it until the program is stopped.
pub fn run(options: &Options) -> Result<(), String> {
    if !options.no_build {
        bundle::build(options.profile)?;
    }
    let dist = options.dist.clone().unwrap_or_else(workspace::dist);
    let running = Running::start(&dist, options.port)?;
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
