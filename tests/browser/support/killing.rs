//! The end of a browser without warning, as when the memory runs out or somebody ends it: no process of it is asked.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::{Browser, Desk};

/// What kills every process of a browser as soon as it is told to. It is made beforehand: to start a program takes its time on
/// a busy machine, and the browser would go on working meanwhile.
pub struct Killer(Child);

impl Killer {
    /// Kills.
    pub fn kill(mut self) {
        // The end of its input is what the shell waits for.
        drop(self.0.stdin.take());
        self.0.wait().expect("a shell that kills others");
    }
}

impl Desk {
    /// Makes ready to kill every process that the browser has now.
    pub fn killer(&self) -> Killer {
        let victims = processes(&self.scratch.profile()).into_iter().map(|process| process.to_string());
        // A process may be gone before its turn, because the one that it came from is.
        let mut shell = Command::new("sh");
        shell.args(["-c", "read word; kill -KILL \"$@\"", "sh"]).args(victims);
        Killer(shell.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a shell that kills others"))
    }

    /// Waits until nothing is left of the browser that was ended, and starts another with all that it has kept.
    pub async fn start_again(&mut self) {
        let profile = self.scratch.profile();
        self.wait_until("the ended browser to be gone", async || processes(&profile).is_empty()).await;
        self.browser.close().await;
        self.browser = Browser::launch(&self.settings, Some(&profile)).await;
        self.prepare().await;
    }
}

/// A running process.
struct Process {
    number: u32,
    parent: u32,
    /// Whether its command names the profile.
    is_named: bool,
}

/// The processes that work on a profile: those whose command names it, and all that come from them.
pub(super) fn processes(profile: &Path) -> Vec<u32> {
    let folders = fs::read_dir("/proc").expect("the list of processes");
    let numbers = folders.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let all: Vec<Process> = numbers.filter_map(|number| process(number, profile)).collect();
    let mut found: Vec<u32> = all.iter().filter(|each| each.is_named).map(|each| each.number).collect();
    loop {
        let is_child = |each: &&Process| found.contains(&each.parent) && !found.contains(&each.number);
        let children: Vec<u32> = all.iter().filter(is_child).map(|each| each.number).collect();
        if children.is_empty() {
            return found;
        }
        found.extend(children);
    }
}

/// One process; nothing where it is gone or only waits to be buried.
fn process(number: u32, profile: &Path) -> Option<Process> {
    let command = fs::read(format!("/proc/{number}/cmdline")).ok().filter(|command| !command.is_empty())?;
    let is_named = String::from_utf8_lossy(&command).contains(&*profile.to_string_lossy());
    let state = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
    // The name of the program stands in brackets and may hold anything.
    let (_, after) = state.rsplit_once(')')?;
    let parent = after.split_whitespace().nth(1)?.parse().ok()?;
    Some(Process { number, parent, is_named })
}
