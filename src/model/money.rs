//! Amounts of money as exact decimals.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use iso_currency::Currency;

use super::Expense;

/// An exact decimal number: `1500000`, `-12.50`. At most 30 digits before the point and 6 after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Decimal {
    /// The value in millionths.
    millionths: i128,
    /// The number of decimal places to write.
    places: u32,
}

/// The maximum number of decimal places.
const PLACES: u32 = 6;
const ONE: i128 = 1_000_000;

/// The error for a text that is not a plain decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADecimal;

impl fmt::Display for NotADecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number")
    }
}

impl std::error::Error for NotADecimal {}

impl FromStr for Decimal {
    type Err = NotADecimal;

    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_number(whole, 30) || !is_number(part, 6) {
            return Err(NotADecimal);
        }
        let places = if digits.contains('.') { u32::try_from(part.len()).unwrap_or(PLACES) } else { 0 };
        let part = format!("{part:0<6}").parse::<i128>().ok();
        let whole = whole.parse::<i128>().ok().and_then(|whole| whole.checked_mul(ONE));
        let value = whole.zip(part).and_then(|(whole, part)| whole.checked_add(part)).ok_or(NotADecimal)?;
        Ok(Self { millionths: if negative { -value } else { value }, places })
    }
}

impl Decimal {
    /// The sum; `None` on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        let millionths = self.millionths.checked_add(other.millionths)?;
        Some(Self { millionths, places: self.places.max(other.places) })
    }

    /// Whether the point may be a thousands separator: `20.000`.
    fn may_be_thousands(self) -> bool {
        self.places == 3 && self.millionths.abs() >= ONE
    }

    /// The digits before the point, and the written ones after it.
    pub fn digits(self) -> (String, String) {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let value = self.millionths.unsigned_abs();
        let part = format!("{:06}", value % ONE.unsigned_abs());
        let part = part.chars().take(usize::try_from(self.places).unwrap_or_default()).collect();
        (format!("{sign}{}", value / ONE.unsigned_abs()), part)
    }
}

impl Expense {
    /// The amount as a number; `None` if it is not a plain decimal number, or if its point may be a thousands separator.
    pub fn decimal(&self) -> Option<Decimal> {
        let amount: Decimal = self.amount.parse().ok()?;
        // A dinar has a thousand fils.
        let has_thousandths = || Currency::from_code(&self.currency).and_then(Currency::exponent) == Some(3);
        (!amount.may_be_thousands() || has_thousandths()).then_some(amount)
    }

    /// The sum of expenses by currency, in the order of the codes; amounts without a number are left out.
    pub fn totals(expenses: &[Self]) -> BTreeMap<&str, Decimal> {
        let mut totals: BTreeMap<&str, Decimal> = BTreeMap::new();
        for (currency, amount) in expenses.iter().filter_map(|it| Some((it.currency.as_str(), it.decimal()?)))
        {
            let total = totals.entry(currency).or_default();
            *total = total.plus(amount).unwrap_or(*total);
        }
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_decimals() {
        let sum = |amounts: &[&str]| {
            let all = amounts.iter().map(|it| it.parse::<Decimal>().unwrap());
            all.reduce(|a, b| a.plus(b).unwrap()).unwrap().digits()
        };
        assert_eq!(sum(&["0.10", "0.2"]), ("0".to_owned(), "30".to_owned()));
        assert_eq!(sum(&["1500000", "250"]), ("1500250".to_owned(), String::new()));
        assert_eq!(sum(&["-1.5", "1"]), ("-0".to_owned(), "5".to_owned()));
        for text in ["", "1e9", "1.000.000", "Rp5", "1,5", ".5", "5.", "--5"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_may_be_thousands_is_not_added_up() {
        let expense = |amount: &str, currency: &str| Expense {
            amount: amount.to_owned(),
            currency: currency.to_owned(),
            note: None,
            sources: Vec::new(),
            extra: crate::model::Extra::default(),
        };
        for (amount, currency, is_number) in [
            ("20.000", "IDR", false),
            ("-1.500", "USD", false),
            ("1234.567", "IDR", false),
            ("20.000", "emas", false),
            ("20.00", "IDR", true),
            ("20.0000", "IDR", true),
            ("0.500", "IDR", true),
            ("1.500", "KWD", true),
        ] {
            assert_eq!(expense(amount, currency).decimal().is_some(), is_number, "{currency} {amount}");
        }
        let expenses = [expense("20.000", "IDR"), expense("1500000", "IDR")];
        let totals = Expense::totals(&expenses);
        assert_eq!(totals.get("IDR").map(|it| it.digits().0).as_deref(), Some("1500000"));
    }
}
