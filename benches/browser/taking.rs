//! One figure after another: one that cannot be taken is said to be so, and the rest goes on.

use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use crate::figure::Figure;
use crate::support::Desk;

/// The figures of one page.
pub struct Taking<'a> {
    desk: &'a Desk,
    figures: &'a mut Vec<Figure>,
}

impl<'a> Taking<'a> {
    /// Takes figures on a page and puts them here.
    pub fn new(desk: &'a Desk, figures: &'a mut Vec<Figure>) -> Self {
        Self { desk, figures }
    }

    /// Takes figures. Where that fails, the name stands for all of them, and the page is loaded again: what was begun in it is
    /// not to disturb what comes after.
    pub async fn take(&mut self, name: &str, work: impl Future<Output = Vec<Figure>>) {
        // The table comes when a case is over; until then this is what is seen of it.
        eprintln!("… {name}");
        match tried(work).await {
            Ok(figures) => self.figures.extend(figures),
            Err(problem) => {
                self.figures.push(Figure::failed(name, problem));
                // Where this fails too, the figures that follow say so.
                let _ = tried(self.desk.reload()).await;
            }
        }
    }
}

/// Does something to its end; what it says where it panics, as everything does that a page or a browser does not do in time.
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
pub fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without words").to_owned()
}
