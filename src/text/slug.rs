//! Slugs: names for files and keys of lower-case letters, digits and hyphens, distinct for distinct texts.

use unicode_normalization::UnicodeNormalization as _;

/// The maximum number of characters kept of a text.
const LONGEST: usize = 60;

/// A slug `[a-z0-9-]{1,69}` for `text`. A text that had to be changed gets a hash appended.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.nfd().filter_map(|c| match c {
        'a'..='z' | '0'..='9' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        c if unicode_normalization::char::is_combining_mark(c) => None,
        _ => Some('-'),
    }) {
        if slug.len() < LONGEST && (c != '-' || !(slug.is_empty() || slug.ends_with('-'))) {
            slug.push(c);
        }
    }
    let kept = slug.trim_end_matches('-').len();
    slug.truncate(kept);
    if slug == text && !is_device(&slug) {
        return slug;
    }
    let hyphen = if slug.is_empty() { "" } else { "-" };
    format!("{slug}{hyphen}{:08x}", number(text))
}

/// Device names that Windows reserves, also with a file extension.
fn is_device(slug: &str) -> bool {
    let numbered = |device| {
        slug.strip_prefix(device)
            .is_some_and(|it| it.len() == 1 && it != "0" && it.bytes().all(|c| c.is_ascii_digit()))
    };
    matches!(slug, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// FNV-1a, 32 bits: the same in every version of the program.
fn number(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_kept_where_they_can_be() {
        assert_eq!(slug("balikpapan-pontianak-2026"), "balikpapan-pontianak-2026");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd-6fadc99a");
        assert_eq!(slug("Kota-A"), "kota-a-e41bfab2");
        assert_ne!(slug("Kota-A"), slug("kota-a"));
        assert_ne!(slug("a.b"), slug("a_b"));
        assert_eq!(slug("بوجور").len(), 8);
        assert_ne!(slug("con"), "con");
        assert_ne!(slug("lpt1"), "lpt1");
        assert_eq!(slug("com"), "com");
        assert!(slug("Éa").starts_with("ea-"));
        assert_eq!(slug(&"a".repeat(60)).len(), 60);
        assert_eq!(slug(&"a".repeat(61)).len(), 69);
    }

    proptest! {
        #[test]
        fn any_text_has_a_harmless_name(text in any::<String>()) {
            let slug = slug(&text);
            prop_assert!(text.is_empty() || !slug.is_empty());
            prop_assert!(slug.len() <= LONGEST + 9);
            prop_assert!(slug.bytes().all(|c| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            prop_assert!(!slug.starts_with('-'));
        }
    }
}
