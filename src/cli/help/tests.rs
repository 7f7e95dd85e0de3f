//! Tests that the Indonesian texts cover the command line, no more and no less.

use clap::CommandFactory as _;

use super::*;
use crate::cite::Style;
use crate::cli::Args;

/// Collects the names of all texts of a command that need a translation.
fn required(command: &Command, path: &str, required: &mut Vec<String>) {
    let mut want = |name: String, is_there: bool| required.extend(is_there.then_some(name));
    want(format!("{path}: about"), true);
    want(format!("{path}: more"), command.get_long_about().is_some());
    want(format!("{path}: after"), command.get_after_help().is_some());
    for arg in command.get_arguments().filter(|arg| add::field_of(path, arg.get_id().as_str()).is_none()) {
        let name = format!("{path} {}", arg.get_id());
        want(name.clone(), true);
        want(format!("{name}: value"), arg.get_action().takes_values());
        want(format!("{name}: more"), arg.get_long_help().is_some());
        let values = arg.get_possible_values();
        let is_explained = arg.get_action().takes_values() && values.iter().any(|it| it.get_help().is_some());
        for value in values {
            want(format!("{name}={}", value.get_name()), is_explained);
        }
    }
    for command in command.get_subcommands() {
        self::required(command, format!("{path} {}", command.get_name()).trim_start(), required);
    }
}

/// The names of all translated texts.
fn written() -> Vec<String> {
    let mut written = Vec::new();
    let mut say = |name: String, text: &str| written.extend((!text.is_empty()).then_some(name));
    for words in words::COMMANDS {
        let path = words.path;
        say(format!("{path}: about"), words.about);
        say(format!("{path}: more"), words.more);
        say(format!("{path}: after"), words.after);
        for argument in words.arguments {
            let name = format!("{path} {}", argument.id);
            say(name.clone(), argument.help);
            say(format!("{name}: value"), argument.value);
            say(format!("{name}: more"), argument.more);
            argument.values.iter().for_each(|(value, words)| say(format!("{name}={value}"), words));
        }
    }
    written
}

#[test]
fn every_text_of_the_command_line_is_there_in_indonesian_and_no_other() {
    let mut required = Vec::new();
    self::required(&Args::command(), "", &mut required);
    let mut written = written();
    required.sort();
    written.sort();
    assert!(required.len() > 120, "{}", required.len());
    assert_eq!(written, required);
}

/// Adds the short and the long help of a command and of its subcommands.
fn add_helps(command: &mut Command, helps: &mut Vec<StyledStr>) {
    helps.extend([command.render_help(), command.render_long_help()]);
    command.get_subcommands_mut().for_each(|command| add_helps(command, helps));
}

/// All help texts of a command line, including those of the help command.
fn helps(mut command: Command) -> Vec<StyledStr> {
    let help_of_help = command.clone().try_get_matches_from(["lawat", "help", "help"]).unwrap_err().render();
    let mut helps = vec![help_of_help];
    command.build();
    add_helps(&mut command, &mut helps);
    helps
}

#[test]
fn clap_adds_nothing_in_english() {
    let clap_texts: String = helps(Args::command()).iter().map(ToString::to_string).collect();
    for (en, _) in FIXED {
        assert!(clap_texts.contains(en), "clap does not write {en:?} any more");
    }
    for help in helps(in_indonesian(Args::command())) {
        let help = without_english(&help);
        for word in [
            "Usage",
            "Print",
            "OPTIONS",
            "COMMAND",
            "Arguments",
            "Options",
            "ossible values",
            "default",
            " the ",
        ] {
            assert!(!help.contains(word), "{word} in {help}");
        }
        // The help is readable in any locale.
        assert!(help.is_ascii(), "{help}");
    }
}

#[test]
fn styles_are_called_as_in_the_explorer() {
    let cite = words::COMMANDS.iter().find(|it| it.path == "cite").unwrap();
    let style = cite.arguments.iter().find(|it| it.id == "style").unwrap();
    assert_eq!(style.values, Style::ALL.map(|style| (style.name(), style.label(Lang::Id))));
}

/// The output for some arguments, without colours.
fn answered(arguments: &[&str]) -> String {
    let mut command = in_indonesian(Args::command());
    let read = command.try_get_matches_from_mut(["lawat"].iter().chain(arguments));
    translated_error(&read.unwrap_err(), &command).render().to_string()
}

#[test]
fn wrong_arguments_are_told_in_indonesian() {
    for (arguments, words) in [
        (&["--warna"][..], "argumen '--warna' tidak dikenal"),
        (&["--thema", "dark"], "saran: mungkin maksudnya '--theme'"),
        (&["--formt", "search"], "argumen '--formt' tidak dikenal"),
        (&["search", "a", "--limt", "3"], "saran: mungkin maksudnya '--limit'"),
        (&["config", "tampil"], "perintah 'tampil' tidak dikenal"),
        (&["config", "shw"], "saran: mungkin maksudnya 'show'"),
        (&["help", "serch"], "perintah 'serch' tidak dikenal"),
        (&["search"], "argumen yang wajib ini belum diberikan:\n  <KUERI>\n"),
        (&["export"], "argumen yang wajib ini belum diberikan:\n  --format <FORMAT>\n"),
        (
            &["export", "--format", "pdf"],
            "nilai 'pdf' tidak sah untuk '--format <FORMAT>'\n  [nilai: txt, json, ",
        ),
        (&["export", "--format", "htlm"], "saran: mungkin maksudnya 'html'"),
        (&["--theme"], "argumen '--theme <TEMA>' memerlukan nilai\n  [nilai: auto, "),
        (&["search", "a", "--limit"], "argumen '--limit <JUMLAH>' memerlukan nilai"),
        (
            &["search", "a", "--limit", "x"],
            "nilai 'x' tidak sah untuk '--limit <JUMLAH>': harus bilangan bulat, 0 atau",
        ),
        (&["search", "a", "--limit="], "'--limit <JUMLAH>'"),
        (
            &["search", "a", "--limit", "99999999999999999999999"],
            "'--limit <JUMLAH>': bilangannya terlalu besar",
        ),
        (
            &["export", "--format", "csv", "--delimiter", "ab"],
            "'--delimiter <KARAKTER>': harus satu karakter, seperti ; atau |",
        ),
        (&["check", "--strict=ya"], "nilai 'ya' berlebih untuk '--strict'"),
        (
            &["keys", "--format", "md", "--format", "md"],
            "argumen '--format <FORMAT>' hanya boleh diberikan satu kali",
        ),
        (
            &["export", "--format", "md", "-o", "a", "--output-dir", "b"],
            "argumen '--output <BERKAS>' tidak dapat dipakai bersama '--output-dir <FOLDER>'",
        ),
        (
            &["check", "--explain", "x", "--strict", "a"],
            "argumen '--explain <KODE>' tidak dapat dipakai bersama:\n  ",
        ),
        (&["list", "--plain"], "untuk memberikan '--plain' sebagai nilai, pakai '-- --plain'"),
        (&["--kind", "stop", "list"], "saran: yang ada ialah 'list --kind'"),
        (&["config", "--", "show"], "saran: ada perintah 'show'; untuk memakainya, hapus '--' di depannya"),
        (&["show", "a\u{1b}[2J", "--\u{1b}[2J"], "␛"),
    ] {
        let answer = answered(arguments);
        assert!(answer.starts_with("kesalahan: ") && answer.contains(words), "{arguments:?}: {answer}");
        assert!(answer.ends_with("\n\nUntuk keterangan selengkapnya, coba '--help'.\n"), "{answer}");
        for english in ["Usage", "exist", "value", "invalid", "tip:", "error", "required"] {
            assert!(!answer.contains(english), "{arguments:?}: {answer}");
        }
    }
}
