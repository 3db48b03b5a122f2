//! A proxy that lets a browser reach one host only. Whatever is meant for elsewhere is refused and written down.

use std::io::{BufRead, BufReader, Write, copy};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A running proxy. It ends with the test's process.
pub struct Proxy {
    port: u16,
    refused: Arc<Mutex<Vec<String>>>,
    passed: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// Starts a proxy in front of the host at an address such as `http://127.0.0.1:8080/`.
    pub fn before(host: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port for the proxy");
        let port = listener.local_addr().expect("its address").port();
        let proxy = Self { port, refused: Arc::default(), passed: Arc::default() };
        let (host, refused, passed) = (host.to_owned(), Arc::clone(&proxy.refused), Arc::clone(&proxy.passed));
        thread::spawn(move || {
            for browser in listener.incoming().map_while(Result::ok) {
                let (host, refused, passed) = (host.clone(), Arc::clone(&refused), Arc::clone(&passed));
                // A browser that goes away in the middle of an answer is no matter.
                thread::spawn(move || carry(&browser, &host, &refused, &passed).ok());
            }
        });
        proxy
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The first lines of the requests for elsewhere, so far.
    pub fn refused(&self) -> Vec<String> {
        self.refused.lock().expect("the log").clone()
    }

    /// The first lines of the requests that it has let through, so far.
    pub fn passed(&self) -> Vec<String> {
        self.passed.lock().expect("the log").clone()
    }
}

/// Carries one request to the host and its answer back, or refuses it.
fn carry(
    browser: &TcpStream,
    host: &str,
    refused: &Mutex<Vec<String>>,
    passed: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut lines = BufReader::new(browser).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(()) };
    let (mut browser, log) = (browser, |log: &Mutex<Vec<String>>| log.lock().expect("the log").push(first.clone()));
    let own = first.split_once(host).filter(|(method, _)| *method == "GET ");
    let Some((_, rest)) = own else {
        log(refused);
        browser.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
        return browser.shutdown(Shutdown::Write);
    };
    log(passed);
    let address = host.trim_start_matches("http://").trim_end_matches('/');
    let mut upstream = TcpStream::connect(address)?;
    write!(upstream, "GET /{rest}\r\n")?;
    for line in lines {
        let line = line?;
        write!(upstream, "{line}\r\n")?;
        if line.is_empty() {
            break;
        }
    }
    copy(&mut upstream, &mut browser)?;
    browser.shutdown(Shutdown::Write)
}
