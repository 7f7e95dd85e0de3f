//! Bytes as hexadecimal digits.

use std::fmt::Write as _;

/// Two digits for each byte, in small letters.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_has_two_digits() {
        assert_eq!(hex(&[0, 9, 10, 255]), "00090aff");
        assert_eq!(hex(&[]), "");
    }
}
