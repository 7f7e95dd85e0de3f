//! Checks of expenses, with suggestions for amounts and currencies written in words.

use iso_currency::Currency;

use super::node::{Node, NodeValue};
use super::problem::LocatedProblem;
use crate::diagnostic::Warning;
use crate::model::{Decimal, Visit};
use crate::text::fold;

/// Checks for amounts that are not numbers or are ambiguous, and currencies that are not ISO 4217 codes.
pub(super) fn check_money(visit: &Visit, node: &Node, found: &mut Vec<LocatedProblem>) {
    for (expense, node) in visit.expenses.iter().zip(node.items("expenses")) {
        // Missing fields have been reported.
        let is_said = |field| node.get(field).is_some_and(|node| !matches!(node.value, NodeValue::Poisoned));
        if expense.decimal().is_none() && is_said("amount") {
            let (suggestions, words) = normalized_amount(&expense.amount).unwrap_or_default();
            let written = expense.amount.clone();
            let problem = Warning::BadMoney {
                field: "amount",
                written,
                suggestions: suggestions.into(),
                note: words.map(String::into_boxed_str),
            };
            found.push(LocatedProblem::new(problem, node.span_of("amount")));
        }
        if Currency::from_code(&expense.currency).is_none() && is_said("currency") {
            let suggestions = currency_code(&expense.currency).map(str::to_owned).into_iter().collect();
            let written = expense.currency.clone();
            let problem = Warning::BadMoney { field: "currency", written, suggestions, note: None };
            found.push(LocatedProblem::new(problem, node.span_of("currency")));
        }
    }
}

/// Words that multiply a number (folded), with their power of ten.
const POWERS: &[(&str, i32)] = &[
    ("ribu", 3),
    ("rb", 3),
    ("thousand", 3),
    ("k", 3),
    ("juta", 6),
    ("jt", 6),
    ("million", 6),
    ("mn", 6),
    ("miliar", 9),
    ("milyar", 9),
    ("billion", 9),
    ("bn", 9),
    ("triliun", 12),
    ("trillion", 12),
];

/// Names and symbols of currencies (folded), with their ISO 4217 code.
const CURRENCIES: &[(&str, &str)] = &[
    ("rp", "IDR"),
    ("rupiah", "IDR"),
    ("rupiahs", "IDR"),
    ("$", "USD"),
    ("us$", "USD"),
    ("dolar", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("dolar as", "USD"),
    ("us dollar", "USD"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("s$", "SGD"),
    ("dolar singapura", "SGD"),
    ("rm", "MYR"),
    ("ringgit", "MYR"),
    ("¥", "JPY"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("won", "KRW"),
    ("baht", "THB"),
    ("riyal", "SAR"),
    ("rupee", "INR"),
    ("peso", "PHP"),
    ("dong", "VND"),
];

/// The code of a currency written as a name, a symbol or in lower case.
pub fn currency_code(written: &str) -> Option<&'static str> {
    let word = fold(written.trim()).trim_end_matches('.').to_owned();
    let named = CURRENCIES.iter().find(|(name, _)| *name == word).map(|(_, code)| *code);
    named.or_else(|| Currency::from_code(&word.to_uppercase()).map(|currency| currency.code()))
}

/// Words and symbols before an approximate amount, folded; longer ones before their own prefixes.
const NOT_EXACT: &[&str] = &[
    "sekitar",
    "kira-kira",
    "kurang lebih",
    "lebih kurang",
    "lebih dari",
    "kurang dari",
    "hampir",
    "minimal",
    "maksimal",
    "paling sedikit",
    "paling banyak",
    "about",
    "around",
    "approximately",
    "approx.",
    "circa",
    "ca.",
    "almost",
    "nearly",
    "more than",
    "less than",
    "over",
    "at least",
    "at most",
    "up to",
    "±",
    "~",
    "≈",
    ">",
    "<",
];

/// The suggestions for an amount, with its currency if there is one, and the words for the note: `20.000.000`, `Rp20
/// juta`, `1e9`, `sekitar 5 juta`. There are two if a separator may be that of thousands or of decimals. None unless the
/// whole text is understood.
fn normalized_amount(written: &str) -> Option<(Vec<String>, Option<String>)> {
    let text = fold(written.trim());
    let text = ["--", "-"]
        .iter()
        .find_map(|dash| text.strip_suffix(dash)?.strip_suffix([',', '.']))
        .unwrap_or(&text);
    let qualified = NOT_EXACT.iter().find_map(|words| {
        let rest = text.strip_prefix(words)?;
        let is_whole = !words.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic);
        is_whole.then(|| (rest.trim_start(), (*words).to_owned()))
    });
    let (text, note) = qualified.map_or((text, None), |(rest, words)| (rest, Some(words)));
    let (before, rest) = text.split_at_checked(start_of_number(text)?)?;
    let (number, after) = rest.split_at_checked(end_of_number(rest))?;
    let (power, after) = power(after.trim_start_matches(['.', ',']).trim())?;
    let (sign, before) = signed(before.trim());
    let named =
        |text: &str| if text.is_empty() { Some(None) } else { currency_within(text, written).map(Some) };
    let currency = match (named(before)?, named(after)?) {
        (Some(one), Some(other)) if one != other => return None,
        (one, other) => one.or(other),
    };
    let currency = currency.map(|code| format!(", currency: {code}")).unwrap_or_default();
    let suggestions = numbers(number)?;
    let is_ambiguous = suggestions.len() > 1;
    let suggestions = suggestions.iter().enumerate().map(|(at, number)| {
        let digits = shifted(number, power)?;
        let digits = if is_ambiguous && at > 0 && power == 0 { with_two_places(&digits) } else { digits };
        digits.parse::<Decimal>().is_ok().then(|| format!("amount: {sign}{digits}{currency}"))
    });
    Some((suggestions.collect::<Option<Vec<String>>>()?, note))
}

/// The offset of the first number in a text. It may begin with a point, but a point after letters belongs to an
/// abbreviation: `Rp.5`.
fn start_of_number(text: &str) -> Option<usize> {
    let digit = text.find(|c: char| c.is_ascii_digit())?;
    let before =
        text.get(..digit)?.strip_suffix(['.', ',']).filter(|before| !before.ends_with(char::is_alphabetic));
    Some(before.map_or(digit, str::len))
}

/// The end of the digits and separators at the start of a text.
fn end_of_number(text: &str) -> usize {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '_');
    let end = text.find(|c: char| !is_of_number(c)).unwrap_or(text.len());
    text.get(..end).map_or(0, |number| number.trim_end_matches(|c: char| !c.is_ascii_digit()).len())
}

/// The sign of a number, and the rest of the text before it.
fn signed(before: &str) -> (&'static str, &str) {
    let minus = ['-', '−'];
    match before.strip_prefix(minus).or_else(|| before.strip_suffix(minus)) {
        Some(rest) => ("-", rest.trim()),
        None => ("", before.trim_matches('+').trim()),
    }
}

/// The power of ten that the text after a number means, and the rest of that text.
fn power(after: &str) -> Option<(i32, &str)> {
    if let Some(exponent) =
        after.strip_prefix('e').filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
    {
        return exponent.parse().ok().map(|power| (power, ""));
    }
    let (word, rest) =
        after.split_at_checked(after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len()))?;
    let power = POWERS.iter().find(|(name, _)| *name == word);
    Some(power.map_or((0, after), |(_, power)| (*power, rest.trim_start_matches('.').trim())))
}

/// The currency in a part of a text. Some codes are also words: in lower case they are not codes.
fn currency_within(part: &str, written: &str) -> Option<&'static str> {
    let is_usual = |code: &str| CURRENCIES.iter().any(|(_, usual)| *usual == code);
    currency_code(part).filter(|code| is_usual(code) || written.contains(code))
}

/// The readings of digits with separators: the last separator may be the decimal one, or all may separate thousands. None
/// if it is not a number.
fn numbers(text: &str) -> Option<Vec<String>> {
    let is_sign = |c: char| !c.is_ascii_digit();
    let groups: Vec<&str> = text.split(is_sign).collect();
    let signs: Vec<char> = text.chars().filter(|c| is_sign(*c)).collect();
    let (last, whole) = groups.split_last()?;
    if let ([whole], ['.' | ',']) = (whole, signs.as_slice()) {
        let decimal = format!("{whole:0>1}.{last}");
        let may_be_thousands = last.len() == 3 && whole.contains(|c| c != '0');
        return Some(if may_be_thousands { vec![format!("{whole}{last}"), decimal] } else { vec![decimal] });
    }
    let is_grouped = |groups: &[&str], signs: &[char]| {
        let is_first =
            groups.first().is_some_and(|first| !first.is_empty() && (first.len() <= 3 || signs.is_empty()));
        is_first
            && groups.iter().skip(1).all(|it| it.len() == 3)
            && signs.windows(2).all(|it| it.first() == it.last())
    };
    if is_grouped(&groups, &signs) {
        return Some(vec![groups.concat()]);
    }
    let (sign, between) = signs.split_last()?;
    let is_decimal = matches!(sign, '.' | ',') && !last.is_empty() && is_grouped(whole, between);
    is_decimal.then(|| vec![format!("{}.{last}", whole.concat())])
}

/// A number with two or more decimal places, so that its point cannot separate thousands.
fn with_two_places(number: &str) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let places = if part.len() == 3 { 4 } else { 2 };
    format!("{whole}.{part:0<places$}")
}

/// A number multiplied by a power of ten.
fn shifted(number: &str, power: i32) -> Option<String> {
    let power = usize::try_from(power).ok().filter(|power| *power <= 15)?;
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let part = format!("{part:0<power$}");
    let (moved, rest) = part.split_at_checked(power)?;
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let rest = rest.trim_end_matches('0');
    Some(if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_understood_as_people_write_them() {
        for (written, normalized) in [
            ("20.000.000", "amount: 20000000"),
            ("Rp20 juta", "amount: 20000000, currency: IDR"),
            ("Rp 1.250.000,50", "amount: 1250000.5, currency: IDR"),
            ("USD 1,250.75", "amount: 1250.75, currency: USD"),
            ("1e9", "amount: 1000000000"),
            ("1,5 miliar rupiah", "amount: 1500000000, currency: IDR"),
            ("2 ribu", "amount: 2000"),
            ("10 000", "amount: 10000"),
            ("1_000", "amount: 1000"),
            ("1'250'000", "amount: 1250000"),
            ("S$99", "amount: 99, currency: SGD"),
            (".5", "amount: 0.5"),
            (",5", "amount: 0.5"),
            ("-.5", "amount: -0.5"),
            ("5.", "amount: 5"),
            ("Rp.5", "amount: 5, currency: IDR"),
            ("-Rp 5,5 jt.", "amount: -5500000, currency: IDR"),
            ("1.5e6", "amount: 1500000"),
            ("20 juta US dollar", "amount: 20000000, currency: USD"),
            ("Rp20.000.000,-", "amount: 20000000, currency: IDR"),
            ("２０ juta", "amount: 20000000"),
            ("0,500", "amount: 0.5"),
            ("20.000", "amount: 20000 | amount: 20.00"),
            ("1,500", "amount: 1500 | amount: 1.50"),
            ("1.234", "amount: 1234 | amount: 1.2340"),
            ("Rp20.000,-", "amount: 20000, currency: IDR | amount: 20.00, currency: IDR"),
            ("1,500 juta", "amount: 1500000000 | amount: 1500000"),
            ("sekitar 20 juta", "amount: 20000000 (sekitar)"),
            ("± Rp5 jt", "amount: 5000000, currency: IDR (±)"),
        ] {
            let (suggestions, note) = normalized_amount(written).expect(written);
            let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
            assert_eq!(suggestions.join(" | ") + &note, normalized, "{written}");
        }
    }

    #[test]
    fn what_is_not_wholly_understood_offers_no_number() {
        for written in [
            "",
            "Above limit",
            "0x10",
            "1/2 juta",
            "½ juta",
            "5m",
            "5 M",
            "10-20",
            "10–20 juta",
            "20 juta - 30 juta",
            "5 sampai 10 juta",
            "20 jutaan",
            "20 juta per orang",
            "2 x 500000",
            "1 2 3",
            "1.5.0",
            "1,50,000",
            "1_0",
            "all 20",
            "Rp5 USD",
            "1e-3",
            "0.1234567",
            "5%",
        ] {
            assert_eq!(normalized_amount(written), None, "{written}");
        }
    }

    #[test]
    fn currencies_are_understood_as_people_write_them() {
        for (written, code) in
            [("rupiah", "IDR"), ("Rp", "IDR"), ("Rp.", "IDR"), ("usd", "USD"), ("€", "EUR")]
        {
            assert_eq!(currency_code(written), Some(code), "{written}");
        }
        assert_eq!(currency_code("emas"), None);
    }
}
