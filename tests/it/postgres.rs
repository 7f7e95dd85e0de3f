//! The script for PostgreSQL in a real server, which a test starts for itself in a temporary folder.

use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command as StdCommand;

use assert_cmd::Command;
use lawat::cite::Citation;
use lawat::export::{ExportFormat, ExportTable};
use lawat::lang::Lang;
use lawat::load::load_text;
use lawat::model::{Archive, Certainty, StatementType};
use serde_json::{Value, json};

use crate::exports::{replace_texts, written};
use crate::foreign_programs::{Kind, printed, skipped};

const CITED: &str = "tests/data/cited.yaml";
const REAL: &str = "visits.yaml";

/// A server with an empty database, until it is dropped.
struct Server {
    folder: tempfile::TempDir,
    programs: PathBuf,
    /// The server does not run as root.
    user: Option<(u32, u32)>,
}

impl Server {
    /// A running server; none if there are no programs of one.
    fn start() -> Option<Self> {
        let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
        let newest = installed.map(|entry| entry.unwrap().path().join("bin")).max();
        let Some(programs) = newest.filter(|programs| programs.join("initdb").exists()) else {
            skipped(Kind::OfTheSystem, "no server of PostgreSQL in /usr/lib/postgresql");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let user = (id(&["-u"]) == Some(0)).then(|| {
            // The packages make this user.
            let own = |what| id(&[what, "postgres"]).unwrap();
            (own("-u"), own("-g"))
        });
        if let Some((user, group)) = user {
            chown(folder.path(), Some(user), Some(group)).unwrap();
        }
        let server = Self { folder, programs, user };
        server.run("initdb", &["-U", "lawat", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        let options = format!("-k {} -c listen_addresses='' -c fsync=off", server.folder.path().display());
        let log = server.folder.path().join("log");
        server.run("pg_ctl", &["start", "-w", "-s", "-l", log.to_str().unwrap(), "-o", &options]);
        Some(server)
    }

    /// Runs a program of the server.
    fn run(&self, name: &str, arguments: &[&str]) {
        let mut command = StdCommand::new(self.programs.join(name));
        command.arg("-D").arg(self.folder.path().join("data")).args(arguments);
        command.current_dir(&self.folder).env("LC_ALL", "C.UTF-8");
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        // The server keeps what it inherits: no pipe would end.
        let output = self.folder.path().join(format!("{name}.out"));
        let output = fs::File::create(output).unwrap();
        let errors = output.try_clone().unwrap();
        assert!(command.stdout(output).stderr(errors).status().unwrap().success(), "{name} {arguments:?}");
    }

    fn psql(&self, script: impl Into<Vec<u8>>) -> assert_cmd::assert::Assert {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args([
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-U",
            "lawat",
            "-d",
            "postgres",
            "-f",
            "-",
        ]);
        psql.arg("-h").arg(self.folder.path()).write_stdin(script).assert()
    }

    /// What a query prints.
    fn query(&self, sql: &str) -> String {
        let done = self.psql(sql).success();
        String::from_utf8(done.get_output().stdout.clone()).unwrap().trim_end().to_owned()
    }

    fn json(&self, sql: &str) -> Value {
        serde_json::from_str(&self.query(sql)).unwrap()
    }

    fn load(&self, archive: &Archive) {
        self.psql(script(archive)).success().stdout("").stderr("");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.run("pg_ctl", &["stop", "-s", "-m", "immediate"]);
    }
}

fn id(arguments: &[&str]) -> Option<u32> {
    let output = StdCommand::new("id").args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().parse().ok()
}

fn script(archive: &Archive) -> String {
    written(archive, ExportFormat::Sql, ExportTable::Statements, Lang::Id)
}

/// A script without the rows: what `psql` and the server take for commands.
pub fn without_data(script: &str) -> String {
    let mut is_data = false;
    let is_command = |line: &&str| {
        let was_data = is_data;
        is_data = if was_data { *line != "\\." } else { line.starts_with("COPY ") };
        !was_data
    };
    script.split('\n').filter(is_command).collect::<Vec<_>>().join("\n")
}

fn archive(file: &str) -> Archive {
    load_text(file, fs::read(file).unwrap()).archive
}

/// An archive in which every text means something to `COPY`, `psql` or SQL.
fn active_content() -> Archive {
    let mut archive = archive("tests/data/whole.yaml");
    let acts = [
        "\\.",
        "\\N",
        "a\tb\nc\rd\\n\u{b}\u{c}\u{8}\u{7f}",
        "'); DROP SCHEMA lawat; --",
        "\0 \\u0000 \\",
        "\u{1b}[31m\u{202e}\u{9b}\u{feff}",
        "{\"a\": [\"NULL\"]}",
        "\\! touch x\n\\q\n",
        "👨‍👩‍👧 محمد 北京 :name :'name' $1 $$",
        "",
    ];
    let mut next = acts.into_iter().cycle();
    replace_texts(&mut archive, &mut || next.next().unwrap_or_default().to_owned());
    archive
}

/// The lists of a visit, each with its table and what its records are called in `topics` and `links`.
const LISTS: [(&str, &str, &str); 9] = [
    ("organizations", "organizations", "organization"),
    ("participants", "participants", "participant"),
    ("itinerary", "stops", "stop"),
    ("statements", "statements", "statement"),
    ("outcomes", "outcomes", "outcome"),
    ("media", "media", "media"),
    ("expenses", "expenses", "expense"),
    ("notes", "notes", "note"),
    ("sources", "sources", "source"),
];

/// All rows of all tables, by the names of the tables.
fn tables(server: &Server) -> Value {
    let names = LISTS.map(|(_, table, _)| table).into_iter().chain(["visits", "topics", "links"]);
    let each = names.map(|name| {
        format!("'{name}', (SELECT coalesce(json_agg(it ORDER BY number), '[]') FROM lawat.{name} AS it)")
    });
    server.json(&format!("SELECT json_build_object({})", each.collect::<Vec<_>>().join(", ")))
}

/// A value as PostgreSQL holds it, and always as a list.
fn comparable(value: &Value) -> Vec<Value> {
    fn held(value: &Value) -> Value {
        match value {
            Value::String(text) => text.replace('\0', "␀").into(),
            Value::Array(items) => items.iter().map(held).collect(),
            Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), held(value))).collect(),
            other => other.clone(),
        }
    }
    match held(value) {
        Value::Array(items) => items,
        one => vec![one],
    }
}

/// The rows of `topics` or `links` that belong to a record.
fn belonging<'t>(tables: &'t Value, table: &str, owner: [&str; 3]) -> Vec<&'t Value> {
    let rows = tables[table].as_array().unwrap().iter();
    let is_its =
        |row: &&Value| [&row["visit_id"], &row["record"], &row["id"]] == owner.map(Value::from).each_ref();
    rows.filter(is_its).collect()
}

/// The value of a field, from the details, the topics, the links or the column.
fn stored(tables: &Value, owner: [&str; 3], row: &Value, field: &str) -> Vec<Value> {
    if let Some(value) = row["details"].get(field) {
        return comparable(value);
    }
    let links = belonging(tables, "links", owner).into_iter().filter(|link| link["relation"] == field);
    let links: Vec<Value> = links
        .map(|link| match &link["details"] {
            Value::Object(details) => {
                let key = match field {
                    "attendance" => "stop",
                    "related" => "visit",
                    _ => "id",
                };
                let target = (key.to_owned(), link["target"].clone());
                details.clone().into_iter().chain([target]).collect()
            }
            _ => link["target"].clone(),
        })
        .collect();
    match field {
        "topics" if row.get("id").is_some() => {
            belonging(tables, "topics", owner).into_iter().map(|it| it["topic"].clone()).collect()
        }
        _ if !links.is_empty() => links,
        _ => vec![row[field].clone()],
    }
}

fn assert_stored(tables: &Value, owner: [&str; 3], row: &Value, record: &Value) {
    for (field, value) in record.as_object().unwrap() {
        if owner[1] == "visit" && LISTS.iter().any(|(list, ..)| list == field) {
            continue;
        }
        assert_eq!(stored(tables, owner, row, field), comparable(value), "{field} of {owner:?} in {row:#}");
    }
}

#[test]
fn postgres_holds_every_field_of_every_record_word_for_word() {
    let Some(server) = Server::start() else { return };
    let files = fs::read_dir("tests/data/life").unwrap().map(|entry| entry.unwrap().path());
    let files = files.map(|path| path.to_str().unwrap().to_owned());
    let files =
        files.chain([CITED, REAL, "tests/data/awkward.yaml", "tests/data/whole.yaml"].map(str::to_owned));
    for archive in files.map(|file| archive(&file)).chain([active_content()]) {
        server.load(&archive);
        let tables = tables(&server);
        assert_eq!(tables["visits"].as_array().unwrap().len(), archive.visits.len());
        let mut rows = LISTS.map(|(_, table, _)| tables[table].as_array().unwrap().iter());
        for (visit, row) in archive.visits.iter().zip(tables["visits"].as_array().unwrap()) {
            let id = visit.id.as_str();
            let visit = serde_json::to_value(visit).unwrap();
            assert_stored(&tables, [id, "visit", id], row, &visit);
            for (list, table, kind) in LISTS {
                let of_visit = tables[table].as_array().unwrap().iter().filter(|row| row["visit_id"] == id);
                let records = visit[list].as_array().map_or(&[][..], Vec::as_slice);
                assert_eq!(of_visit.clone().count(), records.len(), "{table}");
                for (row, record) in of_visit.zip(records) {
                    let own = record["id"].as_str().unwrap_or_default();
                    assert_stored(&tables, [id, kind, own], row, record);
                    rows[LISTS.iter().position(|(name, ..)| *name == list).unwrap()].next().unwrap();
                }
            }
        }
        assert!(rows.iter_mut().all(|rows| rows.next().is_none()), "rows of no record");
    }
}

/// The view says of each quote what the program says of it.
#[test]
fn quotes_are_those_of_the_program() {
    let Some(server) = Server::start() else { return };
    for file in [CITED, REAL] {
        let archive = archive(file);
        server.load(&archive);
        let found = server.json("SELECT json_object_agg(reference, quotes) FROM lawat.quotes");
        let mut compared = 0;
        for visit in &archive.visits {
            for it in visit.statements.iter().filter(|it| it.kind == StatementType::Quote) {
                let citation = Citation::new(visit, it, Lang::Id);
                let quote = &found[citation.reference()];
                assert_eq!(quote["text"], it.text);
                let said = |name: &str| quote[name].as_str().unwrap_or_default();
                let names = visit.speakers(it).filter_map(|it| it.name()).collect::<Vec<_>>();
                assert_eq!(said("speaker"), names.join("; "));
                let posts = visit.speakers(it).filter_map(|it| it.post(visit)).collect::<Vec<_>>();
                assert_eq!(said("post"), posts.join("; "));
                assert_eq!(said("visit"), visit.title);
                let is_known = |certainty| certainty != Some(Certainty::Unknown);
                let stop = it.stop.as_ref().filter(|_| is_known(it.stop_certainty));
                assert_eq!(said("stop"), stop.map(|id| visit.name_of(id)).unwrap_or_default());
                let date = it.date.filter(|_| is_known(it.date_certainty));
                assert_eq!(said("date"), date.map(|date| date.to_string()).unwrap_or_default());
                for source in &it.sources {
                    let source_record = visit.source(&source.id);
                    let title = source_record.and_then(|it| it.title.as_ref().or(it.publisher.as_ref()));
                    let title = title.map_or(source.id.as_str(), String::as_str);
                    assert!(said("source").contains(title), "{quote}");
                    assert!(
                        said("source").contains(source.locator.as_deref().unwrap_or_default()),
                        "{quote}"
                    );
                }
                compared += 1;
            }
        }
        assert_eq!(found.as_object().unwrap().len(), compared);
    }
    let first = server.json("SELECT to_json(quotes) FROM lawat.quotes WHERE id = 'q1'");
    assert_eq!(first["speaker"], "Bagus Susetyo");
    assert_eq!(first["post"], "Wakil Wali Kota Balikpapan");
    assert_eq!(first["organization"], "Pemerintah Kota Balikpapan");
    assert_eq!(first["stop"], "Mal Pelayanan Publik Kota Pontianak");
    assert_eq!(first["stop_certainty"], "inferred");
    assert_eq!((&first["place"], &first["day"]), (&json!("Pontianak"), &json!("2026-01-10")));
}

/// A search finds other forms of an Indonesian word, the text before what is about it.
#[test]
fn the_search_knows_the_affixes_of_indonesian() {
    let Some(server) = Server::start() else { return };
    let text = "schema_version: '1.1'\nvisits:\n  - id: v\n    title: Kunjungan\n    statements:\n      \
        - {id: topik, type: narrative, text: Para tamu pulang., topics: [pelayanan]}\n      \
        - {id: lain, type: quote, text: Jalan sudah baik}\n      \
        - {id: kata, type: quote, text: Kami melayani warga dengan cepat}\n";
    server.load(&load_text("v.yaml", text.into()).archive);
    let found = |words: &str| {
        server.query(&format!(
            "SELECT string_agg(id, ' ' ORDER BY ts_rank(words, query) DESC)
             FROM lawat.statements, websearch_to_tsquery('indonesian', '{words}') AS query WHERE words @@ query"
        ))
    };
    for word in ["pelayanan", "melayani", "dilayani", "layanan", "PELAYANAN"] {
        assert_eq!(found(word), "kata topik", "{word}");
    }
    assert_eq!(found("kunjungan jalan"), "lain");
    assert_eq!(found("melayani -warga"), "topik");
}

#[test]
fn loading_again_replaces_all_and_a_failure_nothing() {
    let Some(server) = Server::start() else { return };
    let ids = || server.query("SELECT string_agg(id, ' ' ORDER BY id) FROM lawat.visits");
    let visit = |id: &str| {
        let text =
            format!("schema_version: '1.1'\nvisits: [{{id: {id}, title: Satu, start_date: 2024-03/..}}]");
        load_text("v.yaml", text.into()).archive
    };
    server.load(&visit("a"));
    server.query("CREATE TABLE lawat.catatan ()");
    server.load(&visit("b"));
    assert_eq!(ids(), "b");
    assert_eq!(server.query("SELECT to_regclass('lawat.catatan') IS NULL"), "t");
    let broken = script(&visit("c")).replace("[\"2024-03-01\",]", "[\"2024-03-41\",]");
    server.psql(broken).failure();
    assert_eq!(ids(), "b");
    let indexes =
        "SELECT count(*) FROM pg_indexes WHERE schemaname = 'lawat' AND indexdef LIKE '%gin_trgm_ops%'";
    assert_eq!(server.query(indexes), "0");
    server.query("CREATE SCHEMA tambahan; CREATE EXTENSION pg_trgm SCHEMA tambahan");
    server.load(&visit("d"));
    assert_eq!(server.query(indexes), "1");
}

/// The blocks of a language in a page, each without its fences.
pub fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let fence = format!("```{language}\n");
    page.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The queries of docs/SCALE.md find something in the example.
#[test]
fn the_queries_of_the_page_work() {
    let Some(server) = Server::start() else { return };
    server.load(&archive(REAL));
    for file in ["docs/SCALE.md", "docs/id/SCALE.md"] {
        let page = fs::read_to_string(file).unwrap();
        let queries = blocks(&page, "sql");
        assert_eq!(queries.len(), 3, "{file}");
        for query in queries {
            assert_ne!(server.query(query), "", "{query}");
        }
    }
}

/// `jq` makes of JSON Lines what search engines take: a line with the reference, and one with the statement.
#[test]
fn jq_makes_what_search_engines_take() {
    let page = fs::read_to_string("docs/SCALE.md").unwrap();
    let program = blocks(&page, "jq");
    let lines = written(&archive(REAL), ExportFormat::Jsonl, ExportTable::Statements, Lang::Id);
    let mut jq = Command::new("jq");
    let Some(made) = printed(jq.arg("-c").arg(program[0]).write_stdin(lines), "jq", Kind::OfTheSystem) else {
        return;
    };
    let made = String::from_utf8(made).unwrap();
    let made: Vec<Value> = made.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        made.len(),
        2 * archive(REAL).visits.iter().map(|visit| visit.statements.len()).sum::<usize>()
    );
    let at = made.iter().position(|line| line["index"]["_id"] == "balikpapan-pontianak-2026#q1").unwrap();
    assert_eq!(made[at + 1]["speaker"], json!(["Bagus Susetyo"]));
    assert_eq!(made[at + 1]["stop"], "Mal Pelayanan Publik Kota Pontianak");
}
