//! The spellings of a phrase: joined, abbreviated or in full, and times of day with a full stop or a colon.

use super::abbreviations::replacements;
use super::compounds::join_variants;

/// The maximum number of variants, not counting those with joined words.
const MAX_VARIANTS: usize = 16;

/// A phrase as typed, then its other spellings.
pub(super) fn spellings(words: &[String]) -> Vec<Vec<String>> {
    let mut variants = join_variants(words);
    for variant in respelled(words) {
        if !variants.contains(&variant) {
            variants.push(variant);
        }
    }
    variants
}

/// Whether a word is a time of day such as `09.30`.
pub(super) fn is_clock_time(word: &str) -> bool {
    word.split_once('.').is_some_and(|(hour, minute)| is_time(hour, minute))
}

/// Whether two numbers are an hour and a minute.
fn is_time(hour: &str, minute: &str) -> bool {
    let is_below = |text: &str, limit: u8| {
        text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse().is_ok_and(|it: u8| it < limit)
    };
    hour.len() <= 2 && minute.len() == 2 && is_below(hour, 25) && is_below(minute, 60)
}

/// The phrase with abbreviations and times of day in every spelling, built from its end so that no rest is computed twice.
fn respelled(words: &[String]) -> Vec<Vec<String>> {
    let mut from: Vec<Vec<Vec<String>>> = vec![vec![Vec::new()]];
    for start in (0..words.len()).rev() {
        let rest = words.get(start..).unwrap_or_default();
        let heads = rest.first().map(|word| (vec![word.clone()], 1)).into_iter();
        let heads = heads.chain(replacements(rest)).chain(times(rest));
        let variants = heads.flat_map(|(head, count)| {
            let tails = from.len().checked_sub(count).and_then(|at| from.get(at)).into_iter().flatten();
            tails.map(|tail| [head.as_slice(), tail].concat()).collect::<Vec<_>>()
        });
        let variants = variants.take(MAX_VARIANTS).collect();
        from.push(variants);
    }
    from.pop().unwrap_or_default()
}

/// The spellings of a time of day in the first words, each with the number of words that it replaces.
fn times(words: &[String]) -> Vec<(Vec<String>, usize)> {
    let (hour, minute, count) = match words {
        [time, ..] if is_clock_time(time) => match time.split_once('.') {
            Some((hour, minute)) => (hour, minute, 1),
            None => return Vec::new(),
        },
        [hour, minute, ..] if is_time(hour, minute) => (hour.as_str(), minute.as_str(), 2),
        _ => return Vec::new(),
    };
    let hour = hour.trim_start_matches('0');
    let hours = [format!("{hour:0>1}"), format!("{hour:0>2}")];
    let with = |hour: &String| [vec![format!("{hour}.{minute}")], vec![hour.clone(), minute.to_owned()]];
    hours.iter().flat_map(with).map(|spelling| (spelling, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variants_of(text: &str) -> Vec<String> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        respelled(&words).into_iter().map(|way| way.join(" ")).collect()
    }

    #[test]
    fn an_abbreviation_in_a_phrase_stands_for_its_words_and_back() {
        assert_eq!(variants_of("pemkot rekaan"), ["pemkot rekaan", "pemerintah kota rekaan"]);
        assert_eq!(variants_of("pemerintah kota rekaan"), ["pemerintah kota rekaan", "pemkot rekaan"]);
        assert!(
            variants_of("sekda pemkab rekaan")
                .contains(&"sekretaris daerah pemerintah kabupaten rekaan".into())
        );
        assert_eq!(variants_of("mutu layanan"), ["mutu layanan"]);
        assert!(variants_of(&"pemkot ".repeat(32)).len() <= MAX_VARIANTS);
    }

    #[test]
    fn a_time_of_day_has_a_full_stop_or_a_colon() {
        for time in ["09 30", "09.30", "9 30", "9.30"] {
            let mut variants = variants_of(&format!("pukul {time} wib"));
            variants.sort();
            let all = ["pukul 09 30 wib", "pukul 09.30 wib", "pukul 9 30 wib", "pukul 9.30 wib"];
            assert!(all.iter().all(|it| variants.contains(&(*it).to_owned())), "{variants:?}");
        }
        for no_time in ["1 500", "1.500", "30 09.75", "10 7"] {
            assert_eq!(variants_of(no_time), [no_time]);
        }
    }
}
