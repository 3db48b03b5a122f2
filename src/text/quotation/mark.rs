//! Quotation marks: their families, directions and pairs.

/// A quotation mark as it is written: a sign, or the same sign twice in place of a double mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The sign. Full-width and half-width forms stand for the usual ones.
    pub sign: char,
    /// Whether it is written twice: `,,`, `''`, ` `` `, `""`, `‘‘`, `<<`.
    pub doubled: bool,
}

/// Marks that open or close one another. In a family, any mark that opens may be closed by any that closes, because
/// keyboards and content systems curl one end only: `„…"`, `“…"`, `,,…''`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// “ ” „ ‟ " 〝 〟, and pairs of single marks.
    Double,
    /// ‘ ’ ‚ ' `
    Single,
    /// « », and pairs of < and >.
    Guillemet,
    /// ‹ ›
    Angle,
    /// 「 」
    Corner,
    /// 『 』
    WhiteCorner,
}

/// The direction in which a sign is drawn. It does not decide whether a mark opens: “ closes in German, ” opens in Swedish,
/// and » opens in Danish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Drawn to open.
    Left,
    /// Drawn to close.
    Right,
    /// Drawn alike at both ends.
    Neutral,
}

impl Mark {
    /// Its family; `None` where the sign is a mark only when it is written twice.
    pub fn family(self) -> Option<Family> {
        Some(match self.sign {
            '“' | '”' | '„' | '‟' | '"' | '〝' | '〞' | '〟' => Family::Double,
            '‘' | '’' | '‚' | '‛' | '\'' | '`' if !self.doubled => Family::Single,
            '‘' | '’' | '‚' | '‛' | '\'' | '`' => Family::Double,
            ',' if self.doubled => Family::Double,
            '«' | '»' => Family::Guillemet,
            '<' | '>' if self.doubled => Family::Guillemet,
            '‹' | '›' => Family::Angle,
            '「' | '」' => Family::Corner,
            '『' | '』' => Family::WhiteCorner,
            _ => return None,
        })
    }

    /// Its direction.
    pub fn direction(self) -> Direction {
        match self.sign {
            '"' | '\'' => Direction::Neutral,
            '”' | '’' | '»' | '›' | '」' | '』' | '〞' | '〟' | '>' => Direction::Right,
            _ => Direction::Left,
        }
    }

    /// Whether it is the mark that some language sets at the end of what `opener` opens, or the same one at both ends.
    pub fn is_partner_of(self, opener: Self) -> bool {
        let openers: &[char] = match self.sign {
            '”' | '〞' | '〟' => &['“', '„', '”', '‟', '〝'],
            '“' => &['„', '“', '‟'],
            '\'' if self.doubled => &[',', '`', '\''],
            '’' if self.doubled => &['‘', '‚', '’', ','],
            '‘' if self.doubled => &['‚', '‘', ','],
            '»' => &['«', '»'],
            '«' => &['»', '«'],
            '>' => &['<', '>'],
            '<' => &['>', '<'],
            '›' => &['‹', '›'],
            '‹' => &['›', '‹'],
            '」' => &['「'],
            '』' => &['『'],
            '"' => &['"'],
            '„' => &['„'],
            _ => return self.family() == opener.family(),
        };
        openers.contains(&opener.sign) && self.doubled == opener.doubled
    }

    /// Whether a quotation that this mark opened goes on in a paragraph that `other` opens. In Spanish and French such
    /// paragraphs may begin with the closing mark.
    pub fn goes_on_with(self, other: Self) -> bool {
        let closing_form = |pair| matches!(pair, ('«', '»') | ('“', '”') | ('„', '”'));
        self == other || (self.doubled == other.doubled && closing_form((self.sign, other.sign)))
    }
}

/// The sign that a character stands for: full-width, half-width and accents as typewriters have them.
pub(super) fn usual(letter: char) -> char {
    match letter {
        '＂' => '"',
        '＇' | '´' => '\'',
        '｢' => '「',
        '｣' => '」',
        letter => letter,
    }
}

/// Whether a character can be a quotation mark by itself.
pub(super) fn is_mark(letter: char) -> bool {
    (Mark { sign: usual(letter), doubled: false }).family().is_some()
}

/// Whether a character can be a quotation mark by itself or twice.
pub(super) fn is_sign(letter: char) -> bool {
    // Nearly all characters of a text are letters and spaces.
    !letter.is_ascii_alphanumeric() && letter != ' ' && (is_mark(letter) || matches!(letter, ',' | '<' | '>'))
}
