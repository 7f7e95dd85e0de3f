//! Quotation marks: their kinds, and whether one opens or closes, by the characters next to it.

use super::words::is_apostrophe;

/// Marks of one kind close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkKind {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

/// The characters next to a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbors {
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

impl Neighbors {
    pub(super) fn opens(self) -> bool {
        let ends =
            |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?' | ';' | '…' | ')' | ']');
        !self.before.is_some_and(ends) && self.after.is_some_and(|c| !c.is_whitespace())
    }

    pub(super) fn closes(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && !self.after.is_some_and(char::is_alphanumeric)
    }

    /// “kata Ratna,”Selamat datang,””: without the space before the mark.
    pub(super) fn begins_words_behind_pause(self) -> bool {
        matches!(self.before, Some(',' | ':')) && self.after.is_some_and(char::is_uppercase)
    }

    /// A mark within a word is an apostrophe.
    pub(super) fn is_in_word(self) -> bool {
        self.before.is_some_and(char::is_alphanumeric) && self.after.is_some_and(char::is_alphanumeric)
    }

    /// A double mark within a Hebrew word makes it an abbreviation.
    pub(super) fn is_in_hebrew(self) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{5d0}'..='\u{5ea}'));
        is_letter(self.before) && is_letter(self.after)
    }

    /// Whether a single mark may be the apostrophe of an English plural: the visitors’ book.
    pub(super) fn is_plural(self) -> bool {
        self.before.is_some_and(|c| matches!(c, 's' | 'S')) && self.after.is_some_and(char::is_whitespace)
    }
}

pub(super) fn kind(mark: char) -> Option<MarkKind> {
    Some(match mark {
        '"' | '“' | '”' | '„' | '‟' | '″' | '״' | '＂' | '❝' | '❞' | '〝' | '〞' | '〟' => {
            MarkKind::Double
        }
        '«' | '»' => MarkKind::Guillemet,
        '‹' | '›' => MarkKind::SingleGuillemet,
        '「' | '」' | '｢' | '｣' => MarkKind::Corner,
        '『' | '』' => MarkKind::WhiteCorner,
        '‚' => MarkKind::Single,
        c if is_apostrophe(c) => MarkKind::Single,
        _ => return None,
    })
}

/// Whether a mark opens a quotation, if the last open mark of its kind is `last`.
pub(super) fn opens(mark: char, last: Option<char>, neighbors: Neighbors) -> bool {
    let looks_open = neighbors.opens() && !neighbors.closes();
    let looks_closed = neighbors.closes() && !neighbors.opens();
    match mark {
        '„' | '「' | '『' | '｢' | '❝' | '〝' | '‚' | '‛' => true,
        '」' | '』' | '｣' | '❞' | '〞' | '〟' | '´' | '′' | '″' => false,
        // In German, these marks close a quotation.
        '“' | '‟' => last != Some('„') && !(last.is_some() && looks_closed),
        '‘' | '`' => last != Some('‚'),
        // In Swedish, this mark also opens a quotation.
        '”' => looks_open && last.is_none_or(|last| last == '”'),
        '’' => looks_open && last.is_none(),
        // French guillemets point outwards, German ones inwards, Swedish ones to the right.
        '«' => last != Some('»'),
        '»' | '›' => last.is_none() && looks_open,
        '‹' => last != Some('›'),
        _ if looks_open || looks_closed => looks_open,
        _ => last.is_none(),
    }
}
