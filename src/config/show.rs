//! The settings as TOML: those in effect, and a commented template.

use std::fmt::Write as _;

use super::KEYS_VARIABLE;
use super::setting::Setting;
use super::settings::Config;
use crate::app::command::Context;
use crate::lang::Lang;
use crate::text::{visible_string, width};

/// The settings in effect as TOML, each with a comment on its origin.
pub fn show(config: &Config) -> String {
    let mut lines = Vec::new();
    for (setting, value, origin) in &config.values {
        let origin = origin.as_deref().unwrap_or(config.lang.messages().by_default);
        lines.push((format!("{} = {}", setting.name(), setting.to_toml(value)), origin));
    }
    for context in Context::ALL {
        let own: Vec<_> = config.bindings.iter().filter(|own| own.context == context).collect();
        if !own.is_empty() {
            lines.push((format!("\n[keys.{}]", context.name()), ""));
        }
        for each in own {
            let keys: Vec<String> = each.written.iter().map(|keys| quoted(keys)).collect();
            lines.push((format!("{} = [{}]", each.command.name, keys.join(", ")), &each.origin));
        }
    }
    let widest = lines.iter().map(|(line, _)| width(line)).max().unwrap_or_default();
    let mut out = String::new();
    for (line, origin) in lines {
        let gap = widest.saturating_sub(width(&line));
        let _ = match origin {
            "" => writeln!(out, "{line}"),
            origin => writeln!(out, "{line}{:gap$}  # {}", "", visible_string(origin)),
        };
    }
    out
}

/// A TOML string of keys; only these two characters need escaping.
fn quoted(keys: &str) -> String {
    format!("\"{}\"", visible_string(keys).replace('\\', "\\\\").replace('"', "\\\""))
}

/// A template in which everything is commented out: all settings with their defaults.
pub fn start(lang: Lang) -> String {
    let m = lang.messages();
    let mut out = format!("# {}\n# {}\n", m.settings_head, m.settings_order);
    for setting in Setting::ALL {
        let values = setting.values();
        let flag = setting.flag().map(|flag| format!(", {flag}")).unwrap_or_default();
        let first = setting.to_toml(values.first().copied().unwrap_or_default());
        let _ = write!(
            out,
            "\n# {}\n# {} ({}{flag})\n#{} = {first}\n",
            setting.description(lang),
            values.join(", "),
            setting.variable(),
            setting.name()
        );
    }
    let contexts = Context::ALL.map(Context::name).join(", ");
    let _ = write!(
        out,
        "\n# {}\n# {contexts} ({KEYS_VARIABLE})\n#[keys.panes]\n#search = [\"/\", \"ctrl-s\"]\n",
        m.settings_keys
    );
    out
}
