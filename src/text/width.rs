//! The width of text in terminal columns.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// The number of terminal columns of `text`: the sum over its grapheme clusters, since cells are filled by cluster.
///
/// For text that has been through [`visible()`](super::visible()).
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(cluster_width).sum() }
}

/// The sound marks of half-width kana take a column of their own, though Unicode gives them none.
fn cluster_width(cluster: &str) -> usize {
    cluster.width() + cluster.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// Whether every terminal draws this cluster in one column. Terminals disagree about letters with marks, joined letters, emoji
/// and flags.
pub fn is_one_column(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let sure = matches!(chars.next(), Some(' '..='~'
        | '\u{a1}'..='\u{a8}' | '\u{aa}'..='\u{ac}' | '\u{af}'..='\u{2ff}'   // Latin letters, without © and ®
        | '\u{1e00}'..='\u{1eff}'                                          // more of them, as in Vietnamese
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}'                // punctuation
        | '\u{2190}'..='\u{2193}' | '\u{2500}'..='\u{259f}')); // arrows, frames, blocks
    sure && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_some_clusters_nobody_doubts_the_width() {
        for sure in ["a", " ", "é", "ễ", "“", "…", "│", "▌"] {
            assert!(is_one_column(sure), "{sure}");
        }
        for doubtful in
            ["é".repeat(2).as_str(), "e\u{301}", "นำ", "ำ", "ﾞ", "❤", "❤\u{fe0f}", "©", "政", "🇮", "👩"]
        {
            assert!(!is_one_column(doubtful), "{doubtful}");
        }
    }
}
