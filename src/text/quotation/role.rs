//! Whether a mark opens or closes a quotation, or is none.
//!
//! Three things decide, the strongest first: which quotations are open, what stands on both sides of the mark, and how the
//! mark is drawn. Where they do not, the marks that follow do.

use super::apostrophe::{ends_and, is_elision, may_end_word};
use super::mark::{Direction, Family, Mark};
use super::run::Run;
use super::side::{After, Before, Sides};

/// How many runs are looked at ahead of a mark.
pub(super) const LOOKAHEAD: usize = 40;

/// The role of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Opens a quotation.
    Open,
    /// Opens a quotation if it is closed in the same block, and is no mark otherwise.
    OpenIfClosed,
    /// Closes the quotation at this index of the open ones.
    Close(usize),
    /// Neither: an apostrophe, or a sign for inches or minutes.
    None,
}

/// A mark in its place.
pub(super) struct Place<'a> {
    pub mark: Mark,
    pub sides: Sides,
    /// The words of the block, and the bytes of the mark in them.
    pub words: &'a str,
    pub start: usize,
    pub end: usize,
    /// The marks of the open quotations, the innermost last.
    pub open: &'a [Mark],
    /// The runs after the mark.
    pub ahead: &'a [Run],
}

impl Place<'_> {
    /// The role of the mark.
    pub fn role(&self) -> Role {
        let Some(family) = self.mark.family() else { return Role::None };
        match (family, self.mark.direction()) {
            (Family::Corner | Family::WhiteCorner, Direction::Left) => Role::Open,
            (Family::Corner | Family::WhiteCorner, _) => self.opener(family).map_or(Role::None, Role::Close),
            (Family::Single, _) => self.single(),
            (_, Direction::Left) => self.left(family),
            (_, Direction::Right) => self.right(family),
            (_, Direction::Neutral) => self.neutral(family),
        }
    }

    /// The words of the block before the mark.
    fn before(&self) -> &str {
        self.words.get(..self.start).unwrap_or_default()
    }

    /// The words of the block after the mark.
    fn after(&self) -> &str {
        self.words.get(self.end..).unwrap_or_default()
    }

    /// The index of the quotation that the mark would close: the innermost that its partner opened, otherwise the innermost
    /// of its family.
    fn opener(&self, family: Family) -> Option<usize> {
        let partner = self.open.iter().rposition(|opener| self.mark.is_partner_of(*opener));
        partner.or_else(|| self.open.iter().rposition(|opener| opener.family() == Some(family)))
    }

    /// The next run of a family.
    fn next(&self, family: Family) -> Option<&Run> {
        self.ahead.iter().take(LOOKAHEAD).find(|run| run.family() == Some(family))
    }

    /// A mark that is drawn to open.
    fn left(&self, family: Family) -> Role {
        let opener = self.opener(family).and_then(|place| Some((place, self.open.get(place)?)));
        let closes_later = || self.next(family).is_some_and(|next| next.sign != self.mark.sign || next.only_closes());
        match opener {
            Some((place, opener)) if self.left_closes(family, *opener) => self.close(place, family),
            None if self.sides.close() && !closes_later() => self.close_other(family),
            _ if self.mark.sign == ',' && !self.sides.open() => Role::None,
            _ if self.mark.sign == '<' && self.follows_number() => Role::None,
            _ if self.mark.sign == '<' => Role::OpenIfClosed,
            _ => Role::Open,
        }
    }

    /// Whether a mark that is drawn to open closes what `opener` has opened.
    fn left_closes(&self, family: Family, opener: Mark) -> bool {
        let Sides { before, after } = self.sides;
        let opens_no_other = || self.next(family).is_none_or(|next| next.sign == self.mark.sign);
        match (opener.sign, self.mark.sign) {
            // „ … “ and ‚ … ‘: only before a word this may be a nested quotation.
            ('„' | '‚' | ',', '“' | '‘') => !before.is_open() || after != After::Word,
            (_, '«' | '‹' | '<') if opener.direction() == Direction::Right => {
                !before.is_open() || !self.sides.open()
            }
            // The same sign at both ends, between letters of a script without spaces, or with spaces inside.
            _ if after == After::Unspaced && !before.is_open() => opens_no_other(),
            (opener, mark) if self.sides.spaced() => opener == mark && opens_no_other(),
            // French sets a space inside, also after an apostrophe: l’« eau ».
            _ if family == Family::Guillemet => !before.is_open() && self.sides.close(),
            _ => self.sides.close() || matches!(after, After::Point | After::Edge),
        }
    }

    /// A mark that is drawn to close.
    fn right(&self, family: Family) -> Role {
        let opener = self.opener(family);
        let same = opener.and_then(|place| self.open.get(place)).is_some_and(|opener| opener.sign == self.mark.sign);
        match opener {
            Some(_) if same && self.opens_nested() => Role::Open,
            Some(place) => self.close(place, family),
            None if self.sides.open() && self.mark.sign != '>' => Role::Open,
            None if self.sides.open() => Role::OpenIfClosed,
            None if self.may_open_unmarked(family) => Role::OpenIfClosed,
            None => self.close_other(family),
        }
    }

    /// A mark that is drawn alike at both ends.
    fn neutral(&self, family: Family) -> Role {
        let sides = self.sides;
        if sides.in_word() {
            return Role::None;
        }
        match self.opener(family) {
            Some(_) if self.opens_nested() => return Role::Open,
            Some(place) => return self.close(place, family),
            None => {}
        }
        let begins = matches!(sides.after, After::Word | After::Unspaced | After::Other | After::Mark);
        if self.is_after_digit() {
            Role::None
        } else if sides.open() || begins && sides.before == Before::Point {
            Role::Open
        } else if self.may_open_unmarked(family) {
            Role::OpenIfClosed
        } else {
            self.close_other(family)
        }
    }

    /// Whether the mark opens a quotation inside one that the same mark opened.
    fn opens_nested(&self) -> bool {
        self.sides.open() && !(self.sides.before == Before::Loose && self.sides.after == After::Mark)
    }

    /// Whether the mark may open a quotation although its sides do not say so: with spaces inside, `" … "`, or between
    /// letters of a script without spaces.
    fn may_open_unmarked(&self, family: Family) -> bool {
        let spaced = self.sides.spaced() && !self.mark.doubled && !self.follows_number();
        let unspaced = self.sides.after == After::Unspaced
            || self.sides.before == Before::Unspaced && self.sides.after == After::Word;
        (spaced || unspaced) && self.next(family).is_some()
    }

    fn close(&self, place: usize, family: Family) -> Role {
        if self.is_measure(family) { Role::None } else { Role::Close(place) }
    }

    /// Closes the innermost quotation although a mark of another family opened it, as in `«…"`, if it has no closing mark
    /// of its own.
    fn close_other(&self, family: Family) -> Role {
        let other = self.open.last().and_then(|opener| opener.family());
        let fits = matches!(
            (other, family),
            (Some(Family::Guillemet), Family::Double) | (Some(Family::Double), Family::Guillemet)
        );
        let next = || {
            self.ahead
                .iter()
                .take(LOOKAHEAD)
                .find(|run| run.family() == other || run.family() == Some(family) && run.sides.open())
        };
        let closed_later = || next().is_some_and(|run| run.family() == other && !run.sides.open());
        if fits && self.sides.only_close() && !self.is_after_digit() && !closed_later() {
            Role::Close(self.open.len().saturating_sub(1))
        } else {
            Role::None
        }
    }

    fn is_after_digit(&self) -> bool {
        self.before().ends_with(|letter: char| letter.is_ascii_digit())
    }

    /// Whether a number stands before the mark, also with a space between.
    fn follows_number(&self) -> bool {
        self.before().trim_end().ends_with(|letter: char| letter.is_ascii_digit())
    }

    /// Whether the mark is for inches, feet or minutes: it follows a digit, and the one quotation that it could close is
    /// closed by the next mark that follows none.
    fn is_measure(&self, family: Family) -> bool {
        let open = || self.open.iter().filter(|opener| opener.family() == Some(family)).count();
        let measures = |run: &&Run| {
            let before = self.words.get(..run.start).unwrap_or_default();
            run.sides.after != After::Point && before.ends_with(|letter: char| letter.is_ascii_digit())
        };
        let mut later = self.ahead.iter().take(LOOKAHEAD).filter(|run| run.family() == Some(family));
        self.is_after_digit()
            && self.sides.after != After::Point
            && open() == 1
            && later.find(|run| !measures(run)).is_some_and(|run| run.only_closes())
    }

    /// A single mark, which may be an apostrophe: it closes only what is innermost, and never inside a word.
    fn single(&self) -> Role {
        let Sides { before, after } = self.sides;
        let innermost = self.open.last().filter(|opener| opener.family() == Some(Family::Single));
        let ends_word = before != Before::Free && after != After::Word;
        let closing = if self.mark.sign == '\'' { '\'' } else { '’' };
        let is_elision = is_elision(self.after(), innermost.is_none().then_some(closing));
        let opens = self.sides.open() && !is_elision;
        match (self.mark.sign, innermost) {
            ('’' | '\'', Some(_)) if ends_word && !self.is_apostrophe() => {
                self.close(self.open.len().saturating_sub(1), Family::Single)
            }
            ('‘' | '‛', Some(opener)) if ends_word && (opener.sign == '‚' || self.sides.close()) => {
                Role::Close(self.open.len().saturating_sub(1))
            }
            ('‘' | '‛', _) if (before.is_open() || before == Before::Unspaced) && !is_elision => Role::OpenIfClosed,
            ('’', _) if opens && self.closes_later() => Role::OpenIfClosed,
            ('\'' | '‚' | '`', _) if opens => Role::OpenIfClosed,
            _ => Role::None,
        }
    }

    /// Whether the mark is an apostrophe at the end of a word, and the quotation is closed by a later one.
    fn is_apostrophe(&self) -> bool {
        ends_and(self.before()) || may_end_word(self.before(), self.after()) && self.closes_later()
    }

    /// Whether a later single mark closes a quotation and is no apostrophe, before another one opens.
    fn closes_later(&self) -> bool {
        for run in self.ahead.iter().take(LOOKAHEAD).filter(|run| run.family() == Some(Family::Single)) {
            if matches!(run.sign, '‘' | '‚' | '`') {
                return false;
            }
            let before = self.words.get(..run.start).unwrap_or_default();
            let after = self.words.get(run.end()..).unwrap_or_default();
            if run.sides.open() && !is_elision(after, None) {
                return false;
            }
            if run.only_closes() && !ends_and(before) && !may_end_word(before, after) {
                return true;
            }
        }
        false
    }
}
