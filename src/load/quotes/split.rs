//! Recognizes a quotation that is interrupted by its attribution: `“Kami belajar,” kata Ratna, “dan membuka diri.”`

use crate::lang::{is_saying, is_title};
use crate::text::fold;

use super::words::is_quotation_mark;

const COMMAS: [char; 4] = [',', '，', '、', '،'];

/// Whether the text between two quotations, `gap`, is only their attribution, and the text after the second one does not
/// name another speaker.
pub(super) fn is_split(one: &str, gap: &str, other: &str, after: &str) -> bool {
    let (gap, after) = (without_marks(gap), without_marks(after));
    let gap = gap.trim_end_matches(|c: char| is_quotation_mark(c) || c.is_whitespace());
    let ends_sentence = gap.ends_with(['.', ';', '。']);
    let clause = gap.trim_end_matches(['.', ';', '。']).trim_end_matches(COMMAS);
    let verbs = words(clause).filter(|word| is_saying(word)).count();
    let has_an_end = ends_sentence && verbs == 1 || gap.ends_with(COMMAS) && verbs <= 1;
    is_attribution(one, gap)
        && has_an_end
        && words(clause).next().is_some()
        && first_sentence(clause) == clause
        && !(is_attribution(other, after) && names_another(first_sentence(after), clause))
}

/// Whether the text after a quotation continues its sentence.
fn is_attribution(quotation: &str, after: &str) -> bool {
    let quotation = quotation.trim_end();
    quotation.ends_with(COMMAS)
        || after.starts_with(COMMAS)
        || after.starts_with(char::is_lowercase) && !quotation.ends_with(char::is_alphanumeric)
}

/// Whether an attribution names a different speaker than the one before. A pronoun means the same speaker.
fn names_another(attribution: &str, before: &str) -> bool {
    let all: Vec<&str> = words(attribution).filter(|word| !is_title(&fold(word))).collect();
    let Some(verb) = all.iter().position(|word| is_saying(word)) else { return false };
    let is_same = |word: &&str| {
        let word = fold(word);
        PRONOUNS.contains(&word.as_str())
            || words(before).any(|other| fold(other) == word && !is_saying(other))
    };
    let has_pronoun = all.get(verb).is_some_and(|word| word.ends_with("nya"));
    let beside = [verb.checked_sub(1), verb.checked_add(1)].into_iter().flatten();
    !has_pronoun && !beside.filter_map(|at| all.get(at)).any(is_same)
}

const PRONOUNS: &[&str] = &["ia", "dia", "beliau", "mereka", "saya", "kami", "he", "she", "they", "i", "we"];

/// The text up to the first character that ends a sentence or introduces another quotation.
fn first_sentence(text: &str) -> &str {
    let end = text.char_indices().find(|&(at, c)| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let after = after.get(c.len_utf8()..).unwrap_or_default();
        let is_last = after.is_empty() || after.starts_with(char::is_whitespace);
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_short = || is_title(&fold(word)) || word.contains('.') || word.chars().count() == 1;
        match c {
            '!' | '?' | ':' | ';' | '。' | '：' => true,
            '.' => is_last && !is_short(),
            _ => false,
        }
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty())
}

fn without_marks(text: &str) -> &str {
    text.trim_start_matches(|c: char| is_quotation_mark(c) || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::is_split;

    #[test]
    fn only_an_attribution_may_interrupt_a_quotation() {
        for (one, gap, other, after) in [
            ("Kami datang,", "” kata Rano, “", "dan pulang.", "”"),
            ("Kami datang,", "” kata Rano. “", "Kami pulang.", "” Siang."),
            ("Kami datang,", "” kata Rano. “", "Kami pulang,", "” katanya."),
            ("Kami datang,", "” kata Rano. “", "Kami pulang,", "” ujar Rano lagi."),
            ("Kami datang,", "” kata Dr. H. Rano, M.Si., di kantor. “", "Kami pulang,", "” kata dia."),
            ("Kami datang", "”, kata Rano, “", "dan pulang", "”."),
            ("Kami datang!", "” kata Rano, “", "dan pulang", "”."),
            ("We came,", "” Ann said. “", "We left,", "” she added."),
            ("Nous venons", " », a dit Anne, « ", "et partons", " »."),
        ] {
            assert!(is_split(one, gap, other, after), "{one}{gap}{other}{after}");
        }
        for (one, gap, other, after) in [
            ("Kami datang,", "” kata Rano. Lalu Dewi marah. “", "Lambat,", "” kata Dewi."),
            ("Kami datang,", "” kata Rano. “", "Lambat,", "” kata Dewi."),
            ("Kami datang,", "” kata Rano. “", "Lambat,", "” kata seorang warga."),
            ("Kami datang,", "” kata Rano, dan Dewi berkata, “", "Lambat.", "”"),
            ("Kami datang,", "” kata Rano, sedangkan Dewi: “", "Lambat.", "”"),
            ("Kami datang?", "” Dewi menjawab, “", "Lambat.", "”"),
            ("Kami datang.", "” “", "Lambat.", "”"),
            ("kami", "” dan “", "mereka", "” itu"),
        ] {
            assert!(!is_split(one, gap, other, after), "{one}{gap}{other}{after}");
        }
    }
}
