//! The settings as TOML: those in effect, and a file to start from.

use std::fmt::Write as _;

use super::{Config, KEYS, Origin, Setting};
use crate::app::command::Context;
use crate::lang::Lang;
use crate::text::{visible_string, width};

/// The settings in effect, each with a comment that says where it comes from.
pub fn show(config: &Config) -> String {
    let lang = config.lang;
    let path = config.path.as_ref().map(|path| visible_string(&path.to_string_lossy())).unwrap_or_default();
    let mut lines = Vec::new();
    for (setting, value, origin) in &config.values {
        let line = format!("{} = {}", setting.name(), setting.written(value));
        lines.push((line, origin_words(*origin, &path, lang)));
    }
    for context in Context::ALL {
        let own: Vec<_> = config.rebound.iter().filter(|own| own.context == context).collect();
        if !own.is_empty() {
            lines.push((format!("\n[keys.{}]", context.name()), String::new()));
        }
        for each in own {
            let keys: Vec<String> = each.written.iter().map(|keys| quoted(keys)).collect();
            let line = format!("{} = [{}]", each.command.name, keys.join(", "));
            lines.push((line, origin_words(each.origin, &path, lang)));
        }
    }
    let widest = lines.iter().map(|(line, _)| width(line)).max().unwrap_or_default();
    let mut out = String::new();
    for (line, comment) in lines {
        let gap = widest.saturating_sub(width(&line));
        let _ = match comment.as_str() {
            "" => writeln!(out, "{line}"),
            comment => writeln!(out, "{line}{:gap$}  # {comment}", ""),
        };
    }
    out
}

/// Keys as TOML: they hold no sign but these two that would have to be told apart.
fn quoted(keys: &str) -> String {
    format!("\"{}\"", visible_string(keys).replace('\\', "\\\\").replace('"', "\\\""))
}

fn origin_words(origin: Origin, path: &str, lang: Lang) -> String {
    match origin {
        Origin::Default => lang.messages().by_default.to_owned(),
        Origin::File(line) => format!("{path}:{line}"),
        Origin::Variable(name) | Origin::Flag(name) => name.to_owned(),
    }
}

/// A file in which everything is a comment: what can be set, and what it is by itself.
pub fn start(lang: Lang) -> String {
    let m = lang.messages();
    let mut out = format!("# {}\n# {}\n", m.settings_head, m.settings_order);
    for setting in Setting::ALL {
        let values = setting.values();
        let variable = setting.variable();
        let flag = setting.flag().map(|flag| format!(", {flag}")).unwrap_or_default();
        let first = setting.written(values.first().copied().unwrap_or_default());
        let _ = write!(
            out,
            "\n# {}\n# {} ({variable}{flag})\n#{} = {first}\n",
            setting.label(lang),
            values.join(", "),
            setting.name()
        );
    }
    let contexts = Context::ALL.map(Context::name).join(", ");
    let _ = write!(
        out,
        "\n# {}\n# {contexts} ({KEYS})\n#[keys.panes]\n#search = [\"/\", \"ctrl-s\"]\n",
        m.settings_keys
    );
    out
}
