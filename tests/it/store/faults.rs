//! Everything that can happen to a storage call, at every call of a run of random actions, in either tier and in both:
//! after a kill the page opens as it was before the action or as it is after it, and what was called saved is there.

mod kill;
mod losses;
mod page;
mod run;

use bluepencil::store::Record;
use bluepencil::store::reconciliation::set_aside;
use proptest::prelude::*;
use proptest::sample::Index;

use self::kill::{Kill, Promise, is, opened};
use self::page::{Fault, Page, Trouble, ours, shared};
use self::run::{Run, steps};
use crate::support::build::moment;
use crate::support::generate;

/// What can become of a transaction before a kill. One that fails leaves the same as one that is dropped.
const IN_STRICT: [Fault; 3] = [Fault::IsDropped, Fault::IsTorn, Fault::IsRepeated];

/// Everything that can go wrong in one tier or both while an action of so many calls is kept. Left out is a record that is
/// torn in both, which a test of its own looks at, and a call that is repeated in one while another fails in the other.
fn troubles(calls: usize, in_strict: &[Fault]) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    for call in 0..calls.max(1) {
        let next = (call + 1) % calls.max(1);
        troubles.extend(in_strict.iter().map(|fault| Trouble { quick: None, strict: Some((call, *fault)) }));
        for fault in Fault::ALL {
            let quick = Some((call, fault));
            troubles.push(Trouble { quick, strict: None });
            let alike = |other: &&Fault| (**other == Fault::IsRepeated) == (fault == Fault::IsRepeated);
            let both = in_strict.iter().filter(alike).map(|fault| Some((call, *fault)));
            troubles.extend(both.map(|strict| Trouble { quick, strict }));
            if next != call {
                troubles.push(Trouble { quick, strict: Some((next, Fault::IsTorn)) });
            }
        }
    }
    troubles.retain(|trouble| trouble.quick != trouble.strict || !is(Fault::IsTorn, trouble.quick));
    troubles
}

/// The page in which the strict tier has not yet taken the last few actions before one.
fn lagging(run: &Run, number: usize, behind: usize) -> Page {
    let begin = number - behind;
    let mut page = run.page(begin).clone();
    for action in &run.actions[begin..number] {
        page.keep(action, Trouble { strict: Some((0, Fault::Fails)), ..Trouble::default() });
    }
    page
}

/// Kills the page at every call of a run, with everything that can go wrong there and of which that is promised.
fn killed_at_every_call(run: &Run, behind: usize, promised: &[Promise]) {
    for number in behind..run.actions.len() {
        let page = lagging(run, number, behind);
        for trouble in troubles(run.calls(number), &IN_STRICT) {
            let kill = Kill { run, number, behind, trouble };
            if promised.contains(&kill.promise()) {
                kill.check(page.clone());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 30, ..ProptestConfig::default() })]

    #[test]
    fn at_whichever_call_a_page_is_killed_it_opens_before_or_after_the_action(
        document in generate::document(), steps in steps()
    ) {
        killed_at_every_call(&Run::recorded(&document, steps), 0, &[Promise::After, Promise::Whole]);
    }

    #[test]
    fn when_local_storage_alone_took_some_records_of_an_action_each_is_before_or_after_it(
        document in generate::document(), steps in steps()
    ) {
        killed_at_every_call(&Run::recorded(&document, steps), 0, &[Promise::EachRecord]);
    }

    #[test]
    fn tiers_that_refuse_for_a_while_have_everything_once_they_take_again(
        document in generate::document(), steps in steps(), refused in any::<[[Index; 2]; 2]>()
    ) {
        let run = Run::recorded(&document, steps);
        let last = run.actions.len() - 1;
        let [quick, strict] = refused.map(|ends| ends.map(|end| end.index(last)));
        let refuses = |[one, other]: [usize; 2], number| (one.min(other)..=one.max(other)).contains(&number);
        let mut page = run.page(0).clone();
        let mut kept = 0;
        for (number, action) in run.actions.iter().enumerate() {
            let trouble = |ends, fault| refuses(ends, number).then_some((0, fault));
            let trouble = Trouble { quick: trouble(quick, Fault::FailsFromHere), strict: trouble(strict, Fault::Fails) };
            page.keep(action, trouble);
            if trouble.quick.is_none() || trouble.strict.is_none() {
                kept = number + 1;
            }
            prop_assert!(page.reopened().read() == *run.state(kept), "{} of {:?} and {:?}", number, quick, strict);
        }
        prop_assert!(page.strict == run.page(last + 1).strict);
        prop_assert!(page.reopened().read() == *run.state(last + 1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, max_shrink_iters: 30, ..ProptestConfig::default() })]

    #[test]
    fn what_fails_or_comes_twice_is_as_if_nothing_had_been_after_the_next_action(
        document in generate::document(), steps in steps()
    ) {
        let run = Run::recorded(&document, steps);
        for number in 0..run.actions.len() - 1 {
            let mut troubles = troubles(run.calls(number), &[Fault::Fails, Fault::IsRepeated]);
            troubles.retain(|trouble| !is(Fault::IsDropped, trouble.quick) && !is(Fault::IsTorn, trouble.quick));
            troubles.retain(|trouble| !is(Fault::IsTorn, trouble.strict));
            for trouble in troubles {
                let mut page = run.page(number).clone();
                page.keep(&run.actions[number], trouble);
                page.keep(&run.actions[number + 1], Trouble::default());
                prop_assert!(page.strict == run.page(number + 2).strict, "action {}, {:?}", number, trouble);
                prop_assert!(page.reopened().read() == *run.state(number + 2), "action {}, {:?}", number, trouble);
            }
        }
    }

    #[test]
    fn a_record_that_is_torn_in_both_tiers_is_all_that_is_missing(document in generate::document(), steps in steps()) {
        let run = Run::recorded(&document, steps);
        for number in 0..run.actions.len() {
            for (place, (key, value)) in run.records(number).into_iter().enumerate() {
                let torn = |call| Some((call, Fault::IsTorn));
                let mut page = run.page(number).clone();
                let trouble = Trouble { quick: torn(run.call(number, place)), strict: torn(place) };
                page.keep(&run.actions[number], trouble);
                let mut expected = run.state(number + 1).clone();
                if value.is_some() {
                    expected.remove(&key);
                }
                let reopened = page.reopened();
                let read = reopened.read();
                let is_left = value.is_none() || read.contains_key(&key);
                prop_assert!(is_left, "what cannot be read is left as it is: action {}, {}", number, key);
                let aside = set_aside(&shared(&reopened.quick), &shared(&reopened.strict), &moment());
                for (tier, writes) in [&reopened.quick, &reopened.strict].into_iter().zip(aside) {
                    let bytes = value.as_ref().and_then(|_| tier.get(&key)).cloned();
                    let moved = writes.first().cloned().and_then(|(_, bytes)| bytes);
                    prop_assert!(moved == bytes, "it can be set aside, byte for byte: action {}, {}", number, key);
                }
                let sound = ours(&read).filter(|(_, value)| Record::decode(value).is_ok());
                prop_assert!(sound.eq(ours(&expected)), "action {}, {}", number, key);
                prop_assert!(opened(ours(&read)) == opened(ours(&expected)), "action {}, {}", number, key);
            }
        }
    }

    #[test]
    fn of_two_tiers_that_have_forgotten_the_last_actions_the_one_that_is_further_counts(
        document in generate::document(), steps in steps()
    ) {
        let run = Run::recorded(&document, steps);
        for quick in 0..=run.actions.len() {
            for strict in quick.saturating_sub(7)..=(quick + 7).min(run.actions.len()) {
                let page = Page::over(run.state(quick).clone(), run.page(strict).strict.clone()).reopened();
                prop_assert!(page.read() == *run.state(quick.max(strict)), "{} and {}", quick, strict);
                prop_assert!(ours(&page.strict).eq(ours(&page.read())), "{} and {}", quick, strict);
            }
        }
    }

    #[test]
    fn a_page_whose_strict_tier_is_slow_opens_no_further_back_than_what_it_called_saved(
        document in generate::document(), steps in steps(), behind in 1..5_usize
    ) {
        let promised = [Promise::After, Promise::Whole, Promise::EachRecord];
        killed_at_every_call(&Run::recorded(&document, steps), behind, &promised);
    }
}
