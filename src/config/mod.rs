//! What a user has set: on the command line, in the environment, in a file. What is wrong there is told, and what is
//! good is used.
//!
//! An argument goes before an environment variable, and that before the file. [`Config::load`] looks at the outside once;
//! everything else is a function of what it has found.

mod fault;
mod file;
mod keys;
mod outside;
mod setting;
mod show;
mod source;

pub use fault::{Fault, Thing, Wanted, Wrong};
pub use outside::is_monochrome;
pub use setting::Setting;
pub use show::{show, start};

use std::env;
use std::path::PathBuf;

use crate::app::keymap::Keymap;
use crate::cite::{PostOrder, Style};
use crate::lang::Lang;
use crate::view::Palette;
use outside::Outside;
use source::{Found, Rebound};

/// So many faults are told one by one.
const MOST: usize = 20;

/// By this variable another file is named.
pub const FILE: &str = "LAWAT_CONFIG";
/// By this variable keys are changed, as in the table `keys` of the file.
pub const KEYS: &str = "LAWAT_KEYS";

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nobody has set it.
    Default,
    /// The file, in this line.
    File(u32),
    /// An environment variable.
    Variable(&'static str),
    /// An argument.
    Flag(&'static str),
}

/// The settings in effect.
#[derive(Debug)]
pub struct Config {
    /// The file, whether it is there or not; none when nobody knows where the user's home is.
    pub path: Option<PathBuf>,
    /// The language of the interface.
    pub lang: Lang,
    /// The colours; none when they go by the terminal's ground.
    pub palette: Option<Palette>,
    /// Nothing but ASCII is drawn.
    pub ascii: bool,
    /// Clicks are taken.
    pub mouse: bool,
    /// The form that is copied before another one has been chosen.
    pub copy_form: Style,
    /// Where a post stands beside a name in a sentence for the press.
    pub post_order: PostOrder,
    /// Which keys do what.
    pub keymap: Keymap,
    /// What is wrong with the settings, in the order of its places; not more than can be read.
    pub faults: Vec<Fault>,
    /// How many faults there are beyond those.
    pub more: usize,
    values: Vec<(Setting, &'static str, Origin)>,
    rebound: Vec<Rebound>,
}

impl Config {
    /// Looks at the arguments, the environment and the file.
    pub fn load(flags: &[(Setting, &'static str)]) -> Self {
        // What is no Unicode is no value either, and told as such.
        let variable = |name: &str| Some(env::var_os(name)?.to_string_lossy().into_owned());
        let outside = Outside { flags, variable: &variable };
        let path = file::path(&outside);
        let mut config = Self::of(&outside, file::read(&outside, path.as_deref()));
        config.path = path;
        config
    }

    /// The settings of what was found outside.
    fn of(outside: &Outside<'_>, mut found: Found) -> Self {
        let mut values = Vec::new();
        for setting in Setting::ALL {
            let (value, origin) = outside.value(setting, &mut found);
            values.push((setting, value, origin));
        }
        outside.read_keys(&mut found);
        let mut keymap = keys::keymap(&mut found);
        let value =
            |wanted| values.iter().find(|(setting, ..)| *setting == wanted).map_or("", |(_, value, _)| value);
        let ascii = outside.is_ascii(value(Setting::Borders));
        keymap.in_words = ascii;
        let told = found.faults.len().min(MOST);
        Self {
            path: None,
            lang: outside.lang(value(Setting::Language)),
            palette: outside.palette(value(Setting::Theme)),
            ascii,
            mouse: value(Setting::Mouse) == "true",
            copy_form: Style::ALL
                .into_iter()
                .find(|style| style.name() == value(Setting::CopyForm))
                .unwrap_or(Style::Press),
            post_order: PostOrder::ALL
                .into_iter()
                .find(|order| order.name() == value(Setting::PostOrder))
                .unwrap_or_default(),
            keymap,
            more: found.faults.len() - told,
            faults: found.faults.drain(..told).collect(),
            values,
            rebound: found.rebound,
        }
    }
}
