//! Quotation marks: whether one opens or closes.

/// A pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    /// “ ”
    Double,
    /// „ “ or „ ”
    Low,
    /// ” ”, as in Swedish.
    Right,
    /// ‘ ’
    Single,
    /// ‚ ‘ or ‚ ’
    LowSingle,
    /// " "
    Straight,
    /// ' '
    StraightSingle,
    /// « »
    Guillemets,
    /// » «, as in German and Danish books.
    Reversed,
    /// ‹ ›
    Angle,
    /// › ‹
    ReversedAngle,
    /// 「 」
    Corner,
    /// 『 』
    WhiteCorner,
}

impl Pair {
    /// Whether the opening mark can be an apostrophe, so that an unpaired one is ignored.
    pub(super) fn may_be_apostrophe(self) -> bool {
        matches!(self, Self::Single | Self::LowSingle | Self::StraightSingle)
    }
}

/// The role of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Opens a quotation.
    Open(Pair),
    /// Closes the quotation at this index of the open ones.
    Close(usize),
    /// Neither: an apostrophe, or a sign for inches or minutes.
    None,
}

/// Whether a character can be a quotation mark.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '«' | '»' | '‘' | '’' | '‚' | '“' | '”' | '„' | '‹' | '›' | '「' | '」' | '『' | '』')
}

/// The role of a mark, by the character before it, the text after it, and the open pairs, the innermost last.
pub(super) fn role(mark: char, before: Option<char>, after: &str, open: &[Pair]) -> Role {
    let next = after.chars().next();
    let in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let free_left =
        before.is_none_or(|letter| letter.is_whitespace() || "([{—–-/:…¿¡".contains(letter) || is_mark(letter));
    let free_right = next.is_none_or(char::is_whitespace);
    let opens_here = free_left && !free_right;
    let last_of = |pairs: &[Pair]| open.iter().rposition(|pair| pairs.contains(pair));
    let close = |pairs: &[Pair]| last_of(pairs).map_or(Role::None, Role::Close);
    let open_if = |condition: bool, pair: Pair| if condition { Role::Open(pair) } else { Role::None };
    // A single mark closes only what is innermost, and never inside or before the rest of a word.
    let ends_word = before.is_some_and(|letter| !letter.is_whitespace()) && !in_word(next);
    let innermost = open.last().copied();
    let close_single = |pairs: [Pair; 2]| {
        let fits = innermost.is_some_and(|pair| pairs.contains(&pair)) && ends_word;
        fits && !is_possessive(before, after)
    };
    match mark {
        '“' if last_of(&[Pair::Low]).is_some() && (!free_left || !in_word(next)) => close(&[Pair::Low]),
        '“' => Role::Open(Pair::Double),
        '„' => Role::Open(Pair::Low),
        '”' => match last_of(&[Pair::Double, Pair::Low, Pair::Right]) {
            Some(place) => Role::Close(place),
            None => open_if(opens_here, Pair::Right),
        },
        '‘' if innermost == Some(Pair::LowSingle) && ends_word => close(&[Pair::LowSingle]),
        '‘' => open_if(free_left && !is_elision(after), Pair::Single),
        '’' if close_single([Pair::Single, Pair::LowSingle]) => Role::Close(open.len() - 1),
        '‚' => open_if(opens_here, Pair::LowSingle),
        '"' if in_word(before) && in_word(next) => Role::None,
        '"' => match last_of(&[Pair::Straight]) {
            Some(place) if !opens_here => Role::Close(place),
            _ => open_if(!free_right && !in_word(before), Pair::Straight),
        },
        '\'' if close_single([Pair::StraightSingle; 2]) => Role::Close(open.len() - 1),
        '\'' => open_if(opens_here && !is_elision(after), Pair::StraightSingle),
        '«' if !free_left && last_of(&[Pair::Reversed]).is_some() => close(&[Pair::Reversed]),
        '«' => Role::Open(Pair::Guillemets),
        '»' => match last_of(&[Pair::Guillemets]) {
            Some(place) => Role::Close(place),
            None => open_if(opens_here, Pair::Reversed),
        },
        '‹' if !free_left && last_of(&[Pair::ReversedAngle]).is_some() => close(&[Pair::ReversedAngle]),
        '‹' => Role::Open(Pair::Angle),
        '›' => match last_of(&[Pair::Angle]) {
            Some(place) => Role::Close(place),
            None => open_if(opens_here, Pair::ReversedAngle),
        },
        '「' => Role::Open(Pair::Corner),
        '『' => Role::Open(Pair::WhiteCorner),
        '」' => close(&[Pair::Corner]),
        '』' => close(&[Pair::WhiteCorner]),
        _ => Role::None,
    }
}

/// Whether a mark before this text is an apostrophe for omitted letters: "’90s", "’tis", "rock ’n’ roll".
fn is_elision(after: &str) -> bool {
    let word = after.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let decade = word.len() == 3 && word.ends_with('s') && word.starts_with(|digit: char| digit.is_ascii_digit());
    decade || ["tis", "twas", "til", "em", "cause", "n", "round"].contains(&word.to_lowercase().as_str())
}

/// Whether a single mark after an "s" is a possessive apostrophe, as in "the players’ strike": a word in lower case
/// follows, and later a mark that can close the quotation.
fn is_possessive(before: Option<char>, after: &str) -> bool {
    let small = after.starts_with(' ') && after.chars().nth(1).is_some_and(char::is_lowercase);
    if !matches!(before, Some('s' | 'x' | 'z')) || !small {
        return false;
    }
    let mut letters = after.chars().peekable();
    let mut last = ' ';
    while let Some(letter) = letters.next() {
        let ends_word = !last.is_whitespace() && letters.peek().is_none_or(|next| !next.is_alphanumeric());
        match letter {
            '‘' => return false,
            '’' | '\'' if ends_word => return true,
            _ => last = letter,
        }
    }
    false
}
