//! YAML in which every text comes back as it was.

use serde::Serialize;
use serde_yaml::{Error, Value};

/// Characters that are line breaks for the writer, as in YAML 1.1, but letters like any other for readers of YAML 1.2: where the
/// writer breaks a line, its indentation would become part of the text.
const BREAKS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

/// Serializes a value in block style.
pub fn yaml<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    let text = serde_yaml::to_string(value)?;
    if !text.contains(BREAKS) {
        return Ok(text);
    }
    // The writer gets other characters instead of the breaks.
    let unused = ('\u{e000}'..='\u{f8ff}').filter(|c| !text.contains(*c));
    let pairs: Vec<(char, char)> = BREAKS.into_iter().zip(unused).collect();
    let mut value = serde_yaml::to_value(value)?;
    each_text(&mut value, &|text| {
        pairs.iter().fold(text, |text, (at, other)| text.replace(*at, &other.to_string()))
    });
    let text = serde_yaml::to_string(&value)?;
    Ok(pairs.iter().fold(text, |text, (at, other)| text.replace(*other, &at.to_string())))
}

/// Changes every text in a value.
fn each_text(value: &mut Value, change: &impl Fn(String) -> String) {
    match value {
        Value::String(text) => *text = change(std::mem::take(text)),
        Value::Sequence(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Mapping(fields) => {
            for (mut name, mut field) in std::mem::take(fields) {
                each_text(&mut name, change);
                each_text(&mut field, change);
                fields.insert(name, field);
            }
        }
        Value::Tagged(tagged) => each_text(&mut tagged.value, change),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts() -> impl Strategy<Value = String> {
        let signs =
            prop::sample::select("\u{85}\u{2028}\u{2029}\u{e000}\n a:'\"#-".chars().collect::<Vec<_>>());
        let chars = prop::collection::vec(prop_oneof![3 => signs, 1 => any::<char>()], 0..12);
        chars.prop_map(|chars| chars.into_iter().filter(|c| !matches!(c, '\r' | '\u{feff}')).collect())
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in texts()) {
            let written = yaml(&[[("nama", &text)].into_iter().collect::<std::collections::BTreeMap<_, _>>()]).unwrap();
            let read: Vec<std::collections::BTreeMap<String, String>> = serde_saphyr::from_str(&written).unwrap();
            prop_assert_eq!(&read[0]["nama"], &text, "{}", written);
        }
    }
}
