//! Checks of expenses, with suggestions for amounts and currencies written in words.

use iso_currency::Currency;

use super::node::Node;
use super::problem::LocatedProblem;
use crate::diagnostic::Warning;
use crate::model::Visit;
use crate::text::fold;

/// Checks for amounts that are not numbers and currencies that are not ISO 4217 codes.
pub(super) fn check_money(visit: &Visit, node: &Node, found: &mut Vec<LocatedProblem>) {
    for (expense, node) in visit.expenses.iter().zip(node.items("expenses")) {
        if expense.decimal().is_none() {
            let normalized = normalized_amount(&expense.amount);
            let problem = Warning::BadMoney { field: "amount", written: expense.amount.clone(), normalized };
            found.push(LocatedProblem::new(problem, node.span_of("amount")));
        }
        if Currency::from_code(&expense.currency).is_none() {
            let normalized = normalized_currency(&expense.currency).map(str::to_owned);
            let problem =
                Warning::BadMoney { field: "currency", written: expense.currency.clone(), normalized };
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
fn normalized_currency(written: &str) -> Option<&'static str> {
    let word = fold(written.trim()).trim_end_matches('.').to_owned();
    let named = CURRENCIES.iter().find(|(name, _)| *name == word).map(|(_, code)| *code);
    named.or_else(|| Currency::from_code(&word.to_uppercase()).map(|currency| currency.code()))
}

/// An amount in the notation of the format, with the currency if it names one: `20.000.000`, `Rp20 juta`, `1e9`.
fn normalized_amount(written: &str) -> Option<String> {
    let text = fold(written.trim());
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}' | ' ' | '\'');
    let from = text.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at(from);
    let end = rest.find(|c: char| !is_of_number(c)).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    let number = plain(number.trim_end_matches(|c: char| !c.is_ascii_digit()))?;
    let words: Vec<&str> = behind.split_whitespace().collect();
    let exponent = behind.strip_prefix('e').and_then(|power| power.parse::<i32>().ok());
    let power = match words.first() {
        _ if exponent.is_some() => exponent?,
        Some(word) => POWERS.iter().find(|(name, _)| name == word).map_or(0, |(_, power)| *power),
        None => 0,
    };
    let is_power = |word: &&&str| POWERS.iter().any(|(name, _)| name == *word);
    let others: Vec<&str> = words.iter().filter(|word| !is_power(word)).copied().collect();
    let currency = normalized_currency(before).or_else(|| normalized_currency(&others.join(" ")));
    let digits = shifted(&number, power)?;
    let sign = if before.trim_end().ends_with('-') { "-" } else { "" };
    Some(match currency {
        Some(code) => format!("amount: {sign}{digits}, currency: {code}"),
        None => format!("amount: {sign}{digits}"),
    })
}

/// A number without thousands separators. The last separator is the decimal one if it occurs once and is not followed
/// by three digits.
fn plain(number: &str) -> Option<String> {
    let signs: Vec<(usize, char)> = number.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let decimal = signs.last().filter(|(at, sign)| {
        let behind = number.len() - at - sign.len_utf8();
        let is_once = signs.iter().filter(|(_, other)| other == sign).count() == 1;
        matches!(sign, '.' | ',') && is_once && behind != 3
    });
    Some(match decimal {
        Some((at, sign)) => {
            let (whole, part) = number.split_at_checked(*at)?;
            format!("{}.{}", digits(whole), digits(part.strip_prefix(*sign)?))
        }
        None => digits(number),
    })
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
            ("S$99", "amount: 99, currency: SGD"),
        ] {
            assert_eq!(normalized_amount(written).as_deref(), Some(normalized), "{written}");
        }
        assert_eq!(normalized_amount("Above limit"), None);
    }

    #[test]
    fn currencies_are_understood_as_people_write_them() {
        for (written, code) in
            [("rupiah", "IDR"), ("Rp", "IDR"), ("Rp.", "IDR"), ("usd", "USD"), ("€", "EUR")]
        {
            assert_eq!(normalized_currency(written), Some(code), "{written}");
        }
        assert_eq!(normalized_currency("emas"), None);
    }
}
