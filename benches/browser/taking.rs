//! One figure after another: one that cannot be taken is said to be so, and the rest goes on.

use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use crate::figure::Figure;
use crate::memory::KEEP_MEMORY;
use crate::opening::OPENED;
use crate::support::Desk;

/// How long anything may take to come.
pub const PATIENCE: Duration = Duration::from_secs(120);
/// How long the figures of one name may take. Most of what a browser is told has a limit of its own; a key or a click has none.
const LONGEST: Duration = Duration::from_secs(900);
/// How long it may take to load the page again, or to start another browser.
const LONGEST_RECOVERY: Duration = Duration::from_secs(180);

/// The figures of one page.
pub struct Taking<'a> {
    desk: &'a mut Desk,
    address: String,
    figures: &'a mut Vec<Figure>,
}

impl<'a> Taking<'a> {
    /// Takes figures on the page that is open at an address, and puts them here.
    pub fn new(desk: &'a mut Desk, address: String, figures: &'a mut Vec<Figure>) -> Self {
        Self { desk, address, figures }
    }

    /// Takes figures. Where that fails, the name stands for all of them, and the page is loaded again, or the browser started
    /// again where it does not even do that: what was begun in it is not to disturb what comes after.
    pub async fn take(&mut self, name: &str, work: impl AsyncFnOnce(&Desk) -> Vec<Figure>) {
        // The table comes when a case is over; until then this is what is seen of it.
        eprintln!("… {name}");
        match within(LONGEST, work(self.desk)).await {
            Ok(figures) => self.figures.extend(figures),
            Err(problem) => {
                self.figures.push(Figure::failed(name, problem));
                if within(LONGEST_RECOVERY, self.desk.reload()).await.is_err() {
                    // Where this fails too, the figures that follow say so.
                    let _ = self.start_again(true).await;
                }
            }
        }
    }

    /// Starts the browser again, with the same page open in it: ends it as its user does, or without asking it.
    pub async fn start_again(&mut self, by_force: bool) -> Result<(), String> {
        within(LONGEST_RECOVERY, async {
            if by_force {
                self.desk.killer().kill();
            } else {
                self.desk.quit().await;
            }
            self.desk.start_again().await;
            begin(self.desk).await;
            self.desk.open(&self.address).await;
        })
        .await
    }

    /// Notes that figures cannot be taken.
    pub fn fail(&mut self, name: &str, problem: String) {
        self.figures.push(Figure::failed(name, problem));
    }
}

/// Has a browser take the figures of what comes, before its first page.
pub async fn begin(desk: &Desk) {
    desk.wait_up_to(PATIENCE).await;
    desk.before_every_page(OPENED).await;
    desk.before_every_page(KEEP_MEMORY).await;
}

/// Does something in so much time.
async fn within<T>(longest: Duration, work: impl Future<Output = T>) -> Result<T, String> {
    let over = |_| Err(format!("it does not end within {} s", longest.as_secs()));
    tokio::time::timeout(longest, tried(work)).await.unwrap_or_else(over)
}

/// Does something to its end; says why not where it panics, as whatever waits for a page or a browser in vain does.
pub async fn tried<T>(work: impl Future<Output = T>) -> Result<T, String> {
    let mut work = pin!(work);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
        Err(panic) => Poll::Ready(Err(words(&*panic))),
    })
    .await
}

/// What a panic says.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without words").to_owned()
}
