//! The few words of HTTP that serving files takes: one thread and one answer for each connection.
//!
//! A browser opens more connections than it uses and holds them. A fixed set of threads can all end up waiting on such
//! ones while a real request is not answered, so here every connection has a thread of its own and is closed behind its
//! answer.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::answer::{self, Answer};

/// How long a connection may keep silent before it is closed.
const SILENCE_LIMIT: Duration = Duration::from_secs(60);

/// How many bytes the head of a request may have.
const HEAD_LIMIT: u64 = 16 * 1024;

/// How many bytes of a request's body are read and thrown away, so that its sender gets to read the answer.
const BODY_LIMIT: u64 = 64 * 1024;

/// The parts of a request that matter here.
#[derive(Debug, Default, PartialEq, Eq)]
struct Request {
    method: String,
    address: String,
    /// What the browser already has, by its `If-None-Match` header.
    known: Option<String>,
}

/// Answers connections out of a folder until it is told to stop.
pub fn work(listener: &TcpListener, dist: &Path, stop: &AtomicBool) {
    let dist: Arc<Path> = dist.into();
    for connection in listener.incoming() {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        match connection {
            Ok(stream) => {
                let dist = Arc::clone(&dist);
                // A browser that went away in the middle of an answer is no fault of ours.
                thread::spawn(move || converse(&stream, &dist).ok());
            }
            // Such as too many open files: it passes, but not at once.
            Err(_) => thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// Reads one request, answers it, and closes the connection.
fn converse(stream: &TcpStream, dist: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE_LIMIT))?;
    stream.set_write_timeout(Some(SILENCE_LIMIT))?;
    let Some(request) = read(BufReader::new(stream))? else { return Ok(()) };
    let answer = answer::answer(dist, &request.method, &request.address, request.known.as_deref());
    write(stream, &answer, request.method != "HEAD")?;
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    io::copy(&mut stream.take(BODY_LIMIT), &mut io::sink()).map(|_| ())
}

/// Reads the head of a request; nothing when the connection ends before or the head is not one.
fn read(stream: impl BufRead) -> io::Result<Option<Request>> {
    let mut lines = stream.take(HEAD_LIMIT).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    let words: Vec<&str> = first.split(' ').collect();
    let [method, address, version] = words.as_slice() else { return Ok(None) };
    if !version.starts_with("HTTP/1.") {
        return Ok(None);
    }
    let mut request = Request { method: (*method).to_owned(), address: (*address).to_owned(), known: None };
    for line in lines {
        let line = line?;
        if line.is_empty() {
            return Ok(Some(request));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("if-none-match")
        {
            request.known = Some(value.trim().to_owned());
        }
    }
    Ok(None)
}

/// Writes an answer, without its body where only the head was asked for.
fn write(mut stream: &TcpStream, answer: &Answer, with_body: bool) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if answer.status != 304 {
        head.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    }
    head.push_str("Connection: close\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// The words behind a status.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        304 => "Not Modified",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Answer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_s_head_is_read() {
        let head = "GET /a?b HTTP/1.1\r\nHost: x\r\nIF-none-match: \"t\"\r\n\r\n";
        let request = read(head.as_bytes()).unwrap().unwrap();
        let known = Some("\"t\"".to_owned());
        assert_eq!(request, Request { method: "GET".to_owned(), address: "/a?b".to_owned(), known });
    }

    #[test]
    fn what_is_no_request_gets_no_answer() {
        for head in ["", "GET / HTTP/1.1\r\nHost: x", "GET /\r\n\r\n", "GET / HTTP/2\r\n\r\n", "\u{1}\u{2}\r\n\r\n"] {
            assert_eq!(read(head.as_bytes()).unwrap(), None, "{head:?}");
        }
        let endless = format!("GET / HTTP/1.1\r\n{}", "X: y\r\n".repeat(10_000));
        assert_eq!(read(endless.as_bytes()).unwrap(), None);
    }
}
