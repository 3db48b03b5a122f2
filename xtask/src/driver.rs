//! ChromeDriver at work: started on a free port, and its browsers closed with it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How long the driver may take to say its port.
const START_LIMIT: Duration = Duration::from_secs(30);

/// How long it may take to close its browsers.
const STOP_LIMIT: Duration = Duration::from_secs(5);

/// A running driver; it is stopped when this is dropped.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver on a port that the system chooses and waits until it listens.
    pub fn start(program: &Path) -> Result<Self, String> {
        let advice = "See whether it starts by hand, and install the one that fits the browser.";
        let mut child = Command::new(program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{} could not be started ({error}). {advice}", program.display()))?;
        let port = child.stdout.take().and_then(port_said);
        let mut driver = Self { child, port: 0 };
        driver.port = port.ok_or_else(|| format!("{} did not say its port. {advice}", program.display()))?;
        Ok(driver)
    }

    /// The address that a test sends its commands to.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks the driver to close its browsers and itself.
    fn ask_to_stop(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(STOP_LIMIT))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Whatever goes wrong here, the driver is ended below all the same.
        let _ = self.ask_to_stop();
        let start = Instant::now();
        while start.elapsed() < STOP_LIMIT {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for the line in which the driver says its port, and goes on reading so that it never blocks on its output.
fn port_said(stdout: ChildStdout) -> Option<u16> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(port) = port_in(&line) {
                // Nobody waits any longer after the time limit; reading goes on.
                let _ = sender.send(port);
            }
        }
    });
    receiver.recv_timeout(START_LIMIT).ok()
}

/// The port in the driver's line "ChromeDriver was started successfully on port 40123."
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_driver_s_line() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(port_in("Starting ChromeDriver 156.0.8078.79 on port 0"), None);
    }

    #[test]
    fn a_missing_driver_is_a_sentence() {
        let problem = Driver::start(Path::new("/no/such/driver")).err().unwrap();
        assert!(problem.contains("could not be started"), "{problem}");
    }
}
