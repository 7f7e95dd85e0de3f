//! A text with settings while it is read: its places, what was found in it, and what is wrong there.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::{Fault, Origin, Setting, Thing, Wrong};
use crate::app::command::{Command, Context};
use crate::app::key::Key;
use crate::text::nearest;

/// What a file or a variable says.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What is set, and in which line.
    pub(super) values: Vec<(Setting, &'static str, u32)>,
    pub(super) rebound: Vec<Rebound>,
    pub(super) faults: Vec<Fault>,
}

impl Found {
    /// Takes what another text says of the keys, which goes before what this one says of the same commands.
    pub(super) fn give_way(&mut self, other: Self) {
        let is_same =
            |it: &Rebound, own: &Rebound| it.context == own.context && it.command.name == own.command.name;
        self.rebound.retain(|it| !other.rebound.iter().any(|own| is_same(it, own)));
        self.rebound.extend(other.rebound);
        self.faults.extend(other.faults);
    }
}

/// A command that has other keys in a context.
#[derive(Debug)]
pub(super) struct Rebound {
    pub(super) context: Context,
    pub(super) command: &'static Command,
    /// The keys as they were written.
    pub(super) written: Vec<String>,
    pub(super) origin: Origin,
    pub(super) keys: Vec<Vec<Key>>,
    pub(super) source: String,
    pub(super) at: (u32, u32),
}

/// A text that is being read, and what it has said so far.
pub(super) struct Source<'t> {
    name: &'t str,
    text: &'t str,
    /// Where its lines begin.
    lines: Vec<usize>,
    /// The lines that are no TOML.
    broken: BTreeSet<u32>,
    pub(super) found: Found,
}

impl<'t> Source<'t> {
    fn new(name: &'t str, text: &'t str) -> Self {
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name, text, lines, broken: BTreeSet::new(), found: Found::default() }
    }

    pub(super) fn name(&self) -> &str {
        self.name
    }

    /// The line and the column of a byte, from 1, in characters.
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let column = self.text.get(start..at).unwrap_or_default().chars().count() + 1;
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        (number(line), number(column))
    }

    /// Whether a stretch has a slip of the pen in its lines. Then nothing in them says for sure what was meant.
    pub(super) fn is_broken(&self, span: &Range<usize>) -> bool {
        self.broken.range(self.place(span.start).0..=self.place(span.end).0).next().is_some()
    }

    /// Notes what is wrong at a byte.
    pub(super) fn fault(&mut self, at: usize, wrong: Wrong) {
        if !self.is_broken(&(at..at)) {
            let at = self.place(at);
            if matches!(wrong, Wrong::Syntax(_)) {
                self.broken.insert(at.0);
            }
            self.found.faults.push(Fault { source: self.name.to_owned(), at: Some(at), wrong });
        }
    }
}

/// What can be understood of a text as TOML.
pub(super) fn parse<'t>(name: &'t str, text: &'t str) -> (DeTable<'t>, Source<'t>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut source = Source::new(name, text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        source.fault(at, Wrong::Syntax(error.message().to_owned()));
    }
    (table.into_inner(), source)
}

/// There is no such value.
pub(super) fn no_value(setting: Setting, value: &str) -> Wrong {
    unknown(Thing::Value(setting.name()), value, setting.values())
}

/// There is no such name.
pub(super) fn unknown(thing: Thing, name: &str, known: Vec<&'static str>) -> Wrong {
    let near = nearest(name, known.iter().copied());
    Wrong::Unknown { thing, name: name.to_owned(), near, known }
}
