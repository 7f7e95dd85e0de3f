//! The colour in the response of a terminal.

/// A background of at least this luminance is light: half of the lightness of white, as it is perceived.
const MIN_LUMINANCE: f64 = 0.184;

/// Whether a colour is light, in the notation of X11: `rgb:ffff/ffff/ffff`, also with other numbers of digits, with an opacity
/// (`rgba:`), or `#ffffff`. `None` if it is no colour.
pub(super) fn is_light(colour: &[u8]) -> Option<bool> {
    let colour = std::str::from_utf8(colour).ok()?;
    let parts: Vec<&str> = match colour.strip_prefix('#') {
        Some(digits) if digits.is_ascii() => {
            let length = digits.len() / 3;
            (0..3).map(|part| digits.get(part * length..(part + 1) * length)).collect::<Option<_>>()?
        }
        Some(_) => return None,
        None => colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?.split('/').collect(),
    };
    let [red, green, blue] = parts.get(..3)? else { return None };
    let luminance = 0.2126 * linear(red)? + 0.7152 * linear(green)? + 0.0722 * linear(blue)?;
    Some(luminance >= MIN_LUMINANCE)
}

/// The intensity of a component of an sRGB colour, from 0 to 1.
fn linear(digits: &str) -> Option<f64> {
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    let most = (1_u32 << (4 * digits.len())) - 1;
    let share = f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most);
    Some(if share <= 0.04 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_and_dark_are_told_apart() {
        for (colour, light) in [
            ("rgb:ffff/ffff/ffff", Some(true)),
            ("rgb:0000/0000/0000", Some(false)),
            ("rgb:ff/ff/ff", Some(true)),
            ("rgb:f/f/f", Some(true)),
            ("rgba:1c1c/1c1c/1c1c/ffff", Some(false)),
            ("#fdf6e3", Some(true)),
            ("#002b36", Some(false)),
            ("#000", Some(false)),
            // The grey in the middle, and one below.
            ("rgb:7777/7777/7777", Some(true)),
            ("rgb:7676/7676/7676", Some(false)),
            // A green looks lighter than a blue.
            ("rgb:0000/ffff/0000", Some(true)),
            ("rgb:0000/0000/ffff", Some(false)),
            ("rgb:ffff/ffff", None),
            ("rgb:ffff/ffff/", None),
            ("rgb:fffff/ffff/ffff", None),
            ("rgb:xx/ff/ff", None),
            ("#", None),
            ("#ééé", None),
            ("?", None),
        ] {
            assert_eq!(is_light(colour.as_bytes()), light, "{colour}");
        }
    }
}
