//! Elements that come and go in a list: those that stay are not written anew.
//!
//! Leptos has a component for that, which is made for lists of any size and order, with hash tables. Here nearly every row
//! stands where it stood before, and no list is longer than some hundred rows. Without it the compressed program is 4 kB
//! smaller.

use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;

use super::element::Content;

/// The elements of a list, each with what it was made of.
pub struct Rows<T> {
    shown: Vec<Shown<T>>,
    owner: Owner,
}

/// One of them. What it holds goes in this order: first what is on the page, then what it was kept up to date by.
struct Shown<T> {
    made_of: T,
    state: AnyViewState,
    _owner: Owner,
}

impl<T: PartialEq> Rows<T> {
    /// None yet. They belong to what is being put together now.
    pub fn new() -> Self {
        Self { shown: Vec::new(), owner: Owner::current().unwrap_or_default() }
    }

    /// Shows elements made of these things and no others, in this order. What one was made of before keeps its element.
    pub fn show(&mut self, holder: &Element, things: Vec<T>, make: impl Fn(&T) -> Content) {
        let mut before: Vec<Option<Shown<T>>> = std::mem::take(&mut self.shown).into_iter().map(Some).collect();
        let kept: Vec<Option<(usize, Shown<T>)>> =
            things.iter().scan(0, |next, thing| Some(take(&mut before, thing, next))).collect();
        before.into_iter().flatten().for_each(|mut gone| gone.state.unmount());
        // From the last to the first, so that each finds the one that follows it in its place.
        let mut follows = usize::MAX;
        for (thing, kept) in things.into_iter().zip(kept).rev() {
            let stays = kept.as_ref().map(|(place, _)| *place).filter(|place| *place < follows);
            let mut shown = match kept {
                Some((_, shown)) => shown,
                None => self.made(thing, &make),
            };
            match (stays, self.shown.last()) {
                (Some(place), _) => follows = place,
                (None, Some(following)) => drop(following.state.insert_before_this(&mut shown.state)),
                (None, None) => shown.state.mount(holder, None),
            }
            self.shown.push(shown);
        }
        self.shown.reverse();
    }

    fn made(&self, thing: T, make: impl Fn(&T) -> Content) -> Shown<T> {
        let owner = self.owner.child();
        let state = owner.with(|| untrack(|| make(&thing).build()));
        Shown { made_of: thing, state, _owner: owner }
    }
}

/// Takes out what was made of a thing, with its place. Most follow the one before them as they did, so it is looked for from
/// there on first.
fn take<T: PartialEq>(before: &mut [Option<Shown<T>>], thing: &T, next: &mut usize) -> Option<(usize, Shown<T>)> {
    let is_it = |place: &usize| before[*place].as_ref().is_some_and(|shown| shown.made_of == *thing);
    let place = (*next..before.len()).chain(0..*next).find(is_it)?;
    *next = place + 1;
    Some((place, before[place].take()?))
}
