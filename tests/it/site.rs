//! The site: its pages and links, its search index, and the folder that it is written to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Stdio;

use lawat::export::{Selection, Site};
use lawat::load::load_text;

use crate::command_line::{lawat, run};

const CITED: &str = "tests/data/cited.yaml";
const DOZEN: &str = "tests/data/dozen.yaml";
const ADDRESS: &str = "https://example.org/visits";

fn export(to: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let (code, out, err) =
        run(lawat().args(["--lang", "en", "export", "--format", "site", "--output"]).arg(to).args(arguments));
    assert_eq!(out, "");
    (code, err)
}

/// The files below a folder, each with its text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (path, fs::read_to_string(entry.path()).unwrap())
    };
    files.map(read).collect()
}

fn site(arguments: &[&str]) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let (code, err) = export(&folder.path().join("new/site"), arguments);
    assert_eq!(code, Some(0), "{err}");
    files(&folder.path().join("new/site"))
}

/// Whether a file is a page.
fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "html")
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The file that a link on a page leads to, and the anchor there.
fn target(page: &str, link: &str) -> (String, Option<String>) {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = match path.strip_prefix("../") {
        Some(path) => path.to_owned(),
        None if path.is_empty() => page.to_owned(),
        None if folder.is_empty() => path.to_owned(),
        None => format!("{folder}/{path}"),
    };
    (path, anchor.map(str::to_owned))
}

#[test]
fn every_link_leads_to_a_page_and_every_anchor_is_there_once() {
    let files = site(&[CITED, DOZEN, "visits.yaml"]);
    let pages = files.iter().filter(|(path, _)| is_page(path));
    let mut count = 0;
    for (path, page) in pages {
        let ids = values(page, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}");
        let links = values(page, "href").into_iter().chain(values(page, "src"));
        for link in links.filter(|link| !link.starts_with("http")) {
            let (to, anchor) = target(path, link);
            let there = files.get(&to).unwrap_or_else(|| panic!("{link} on {path}"));
            let anchor_is_there = anchor.is_none_or(|anchor| values(there, "id").contains(&anchor.as_str()));
            assert!(anchor_is_there, "{link} on {path}");
            count += 1;
        }
    }
    assert!(count > 1000, "{count} links");
}

#[test]
fn every_statement_has_a_permanent_anchor_and_stands_with_its_speaker_place_and_topic() {
    let files = site(&[DOZEN]);
    let archive = load_text(DOZEN, fs::read(DOZEN).unwrap()).archive;
    for visit in &archive.visits {
        for statement in &visit.statements {
            let reference = format!(">{}#{}</a>", visit.id, statement.id);
            let on: Vec<&str> = files
                .iter()
                .filter(|(_, page)| page.contains(&reference))
                .map(|(path, _)| path.as_str())
                .collect();
            assert!(on.iter().any(|path| path.starts_with("visits/")), "{reference}");
            if visit.speakers(statement).next().is_some() {
                assert!(
                    on.iter().any(|path| path.starts_with("people/") || path.starts_with("org")),
                    "{on:?}"
                );
            }
            assert_eq!(on.iter().any(|path| path.starts_with("places/")), statement.stop.is_some(), "{on:?}");
            assert_eq!(
                on.iter().any(|path| path.starts_with("topics/")),
                !statement.topics.is_empty(),
                "{on:?}"
            );
        }
    }
    let page = &files["visits/tiga-hari.html"];
    assert!(page.contains("<figure class=\"quote\" id=\"q1\">"), "{page}");
    let date = page.find("12 March 2024").unwrap();
    assert!(page.find("Kota Awan").unwrap() < date + 500 && date < page.find("<figure").unwrap());
    assert!(page.find("<figure").unwrap() < page.find("About this record").unwrap());
}

#[test]
fn a_person_has_one_page_for_all_visits_with_the_posts_over_time() {
    let files = site(&[DOZEN]);
    let page = &files["people/ratna.html"];
    let heading = page.find("Posts over time").unwrap();
    let newest = page.find("Sekretaris Daerah Kota Batu").unwrap();
    assert!(heading < page.rfind("Kepala MPP Kota Batu").unwrap() && newest < heading, "{page}");
    assert!(
        page.contains("../visits/studi-mpp.html#q1") && page.contains("../visits/kunjungan-balasan.html#q1")
    );
}

#[test]
fn addresses_are_written_where_the_site_has_one() {
    let files = site(&[DOZEN, "--base-url", ADDRESS]);
    let page = &files["visits/tiga-hari.html"];
    let address = format!("{ADDRESS}/visits/tiga-hari.html");
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{page}");
    assert!(page.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")));
    assert!(files["sitemap.xml"].contains(&format!("<loc>{address}</loc>")));
    assert!(files["sitemap.xml"].contains(&format!("<loc>{ADDRESS}/</loc>")));
    let listed = files["sitemap.xml"].matches("<loc>").count();
    assert_eq!(listed, files.keys().filter(|path| is_page(path)).count());
    assert!(files["feed.xml"].contains(&format!("<link href=\"{address}\"/>")));
    assert_eq!(files["feed.xml"].matches("<entry>").count(), 12);

    let files = site(&[DOZEN]);
    assert!(!files.contains_key("sitemap.xml") && !files.contains_key("feed.xml"));
    let page = &files["visits/tiga-hari.html"];
    assert!(!page.contains("canonical") && !page.contains("og:url") && page.contains("og:title"));
    let folder = tempfile::tempdir().unwrap();
    let (_, err) = export(&folder.path().join("site"), &[DOZEN]);
    assert!(err.contains("without --base-url there is no sitemap"), "{err}");
}

#[test]
fn the_same_records_give_the_same_site() {
    let arguments = [CITED, DOZEN, "--base-url", ADDRESS];
    assert_eq!(site(&arguments), site(&arguments));
}

#[test]
fn a_query_chooses_what_is_published() {
    let files = site(&[DOZEN, "--query", "who:ratna"]);
    let text: String = files.values().map(String::as_str).collect();
    assert!(
        text.contains("Antrean di sini lebih tertib") && !text.contains("Kami ingin meniru antrean terpadu")
    );
}

#[test]
fn options_that_make_no_site_are_refused() {
    let refused = |arguments: &[&str]| {
        let (code, out, err) = run(lawat().args(["--lang", "en", "export", DOZEN]).args(arguments));
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        err
    };
    assert!(refused(&["--format", "site"]).contains("name its folder with --output"));
    assert!(refused(&["--format", "site", "--output", "-"]).contains("name its folder with --output"));
    assert!(refused(&["--format", "html", "--base-url", ADDRESS]).contains("only for --format site"));
    for address in
        ["example.org", "javascript:alert(1)", "https://", "https://a.example/\"", "https://a.example/?q#f"]
    {
        let err = refused(&["--format", "site", "--output", "never", "--base-url", address]);
        assert!(err.contains("is not the address of a site"), "{err}");
    }
    assert!(!Path::new("never").exists());
}

#[test]
fn a_second_export_replaces_the_first_and_touches_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("site");
    assert_eq!(export(&to, &[CITED, DOZEN]).0, Some(0));
    assert!(to.join("visits/randu-cemara.html").exists());
    fs::write(to.join("CNAME"), "example.org").unwrap();
    fs::write(to.join("visits/own.html"), "own").unwrap();
    let (code, err) = export(&to, &[DOZEN]);
    assert_eq!(code, Some(0));
    assert!(err.contains("of the previous export"), "{err}");
    let mut expected = site(&[DOZEN]);
    expected.insert("CNAME".to_owned(), "example.org".to_owned());
    expected.insert("visits/own.html".to_owned(), "own".to_owned());
    assert_eq!(files(&to), expected);
}

/// A folder of records with a word in each title.
fn records(word: &str) -> String {
    let visit = |number| format!("  - {{id: v{number}, title: {word} {number}, topics: [{word}{number}]}}\n");
    let visits: String = (0..150).map(visit).collect();
    format!("schema_version: '1.1'\nvisits:\n{visits}")
}

/// Whenever a signal comes, the site is the old one or the new one as a whole, and nothing else is left.
#[test]
fn a_signal_leaves_the_old_site_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let pages = |site: &str| {
        let mut all = files(&at(site));
        all.remove(".lawat-site");
        all
    };
    for word in ["lama", "baru"] {
        fs::write(at(&format!("{word}.yaml")), records(word)).unwrap();
        assert_eq!(export(&at(word), &[at(&format!("{word}.yaml")).to_str().unwrap()]).0, Some(0));
    }
    fs::create_dir(at("out")).unwrap();
    let temporary = |name: &str| {
        let names = fs::read_dir(at(name)).into_iter().flatten().map(|it| it.unwrap().file_name());
        names.into_iter().any(|it| it.to_string_lossy().starts_with(".lawat-") && it != ".lawat-site")
    };
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        for (is_new, is_listed) in [(true, false), (false, false), (false, true)] {
            let _ = fs::remove_dir_all(at("out/site"));
            if !is_new {
                assert_eq!(export(&at("out/site"), &[at("lama.yaml").to_str().unwrap()]).0, Some(0));
            }
            let list = || fs::read_to_string(at("out/site/.lawat-site")).unwrap_or_default();
            let (before, beside) = (list(), if is_new { "out" } else { "out/site" });
            let mut lawat = std::process::Command::new(env!("CARGO_BIN_EXE_lawat"));
            lawat.args(["export", "--format", "site", "baru.yaml", "--output", "out/site"]);
            let mut child = lawat.current_dir(folder.path()).stderr(Stdio::null()).spawn().unwrap();
            // Either at the start, or when its files are about to be moved.
            let is_time = || if is_listed { list() != before } else { temporary(beside) };
            while !is_time() && child.try_wait().unwrap().is_none() {}
            let pid = child.id().to_string();
            std::process::Command::new("kill")
                .args(["-s", signal, &pid])
                .stderr(Stdio::null())
                .status()
                .unwrap();
            child.wait().unwrap();
            assert!(!temporary("out") && !temporary("out/site"), "{signal}: something temporary is left");
            let is_old = if is_new { !at("out/site").exists() } else { pages("out/site") == pages("lama") };
            assert!(is_old || pages("out/site") == pages("baru"), "{signal}: a part of the new site");
        }
    }
}

#[test]
fn what_no_export_wrote_is_never_changed() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("site");
    let refused = |reason: &str| {
        let before = files(folder.path());
        for force in [&[CITED][..], &[CITED, "--force"]] {
            let (code, err) = export(&to, force);
            assert!(code == Some(2) && err.contains(reason), "{err}");
        }
        assert_eq!(files(folder.path()), before);
    };
    // A folder of somebody else.
    fs::create_dir(&to).unwrap();
    fs::write(to.join("index.html"), "own").unwrap();
    refused("is not a site written by lawat");
    fs::remove_file(to.join("index.html")).unwrap();
    // An empty folder is fine.
    assert_eq!(export(&to, &[DOZEN]).0, Some(0));
    // A file in the place of a page.
    fs::write(to.join("visits/randu-cemara.html"), "own").unwrap();
    refused("randu-cemara.html was not written by lawat");
    fs::remove_file(to.join("visits/randu-cemara.html")).unwrap();
    // A link that leads elsewhere.
    let elsewhere = folder.path().join("elsewhere");
    fs::rename(to.join("people"), &elsewhere).unwrap();
    symlink(&elsewhere, to.join("people")).unwrap();
    refused("people was not written by lawat");
}

#[test]
fn an_edited_list_of_files_does_not_lead_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("site");
    let precious = folder.path().join("precious.html");
    fs::write(&precious, "precious").unwrap();
    assert_eq!(export(&to, &[DOZEN]).0, Some(0));
    let list = to.join(".lawat-site");
    let edited =
        format!("{}../precious.html\n{}\n..\n", fs::read_to_string(&list).unwrap(), precious.display());
    fs::write(&list, edited).unwrap();
    assert_eq!(export(&to, &[DOZEN]).0, Some(0));
    assert_eq!(fs::read_to_string(&precious).unwrap(), "precious");
}

#[test]
fn a_small_archive_fits_in_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("site.html");
    assert_eq!(export(&to, &[CITED, DOZEN]).0, Some(0));
    let page = fs::read_to_string(&to).unwrap();
    let ids = values(&page, "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for link in values(&page, "href").into_iter().filter(|link| !link.starts_with("http")) {
        assert!(link.strip_prefix('#').is_some_and(|anchor| ids.contains(&anchor)), "{link}");
    }
    assert!(values(&page, "src").is_empty() && ids.contains(&"tiga-hari:q1"));
    let (code, err) = export(&to, &[CITED]);
    assert!(code == Some(2) && err.contains("already exists"), "{err}");
    assert_eq!(export(&to, &[CITED, "--force"]).0, Some(0));
}

/// A long list continues on further pages, and nothing is lost.
#[test]
fn no_list_makes_a_page_too_large() {
    let text = "kata yang cukup panjang ".repeat(8);
    let title = "Kunjungan dengan judul yang cukup panjang";
    let person = "participants: [{id: p, name: Sari, post: Lurah}]";
    let statement =
        format!("statements: [{{id: q, type: quote, text: '{text}', speaker: p, topics: [antrean]}}]");
    let mut visits = String::new();
    for at in 0..900 {
        let _ = writeln!(
            visits,
            "  - {{id: v{at}, title: '{title}', start_date: 2024-01-01, topics: [antrean], {person}, {statement}}}"
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("many.yaml");
    fs::write(&records, format!("schema_version: '1.0'\nvisits:\n{visits}")).unwrap();
    let files = site(&[records.to_str().unwrap()]);
    for (path, text) in &files {
        assert!(text.len() < 200_000, "{path}: {} bytes", text.len());
    }
    for folder in ["years/2024", "people/p", "topics/antrean"] {
        let pages: Vec<&String> =
            files.iter().filter(|(path, _)| path.starts_with(folder)).map(|(_, page)| page).collect();
        assert!(pages.len() > 1, "{folder}");
        let is_linked = |at: usize| pages.iter().any(|page| page.contains(&format!("visits/v{at}.html")));
        assert!((0..900).all(is_linked), "{folder}");
    }
}

#[test]
fn the_index_finds_words_in_every_kind_of_entry() {
    let files = site(&[CITED, DOZEN]);
    let lines: Vec<&str> = files["search/w0.js"].split("\\n").collect();
    let entries = |word: &str| {
        let line = lines.iter().find_map(|line| {
            line.trim_start_matches("lawatSearch.add(\"w0\", \"").strip_prefix(&format!("{word} "))
        });
        let steps = line.unwrap_or_else(|| panic!("{word}")).trim_end_matches("\");\n").split(' ');
        let mut number = 0;
        steps
            .map(|step| {
                number += usize::from_str_radix(step, 36).unwrap();
                number / 2
            })
            .collect::<Vec<_>>()
    };
    // Each entry begins with its address.
    let addresses: Vec<&str> =
        files["search/d0.js"].split("[\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let found = |word: &str| entries(word).into_iter().map(|entry| addresses[entry]).collect::<Vec<_>>();
    assert!(
        found("ratna").contains(&"people/ratna.html") && found("ratna").contains(&"visits/studi-mpp.html#q1")
    );
    for folder in ["visits/", "places/", "topics/", "organizations/"] {
        let all = ["mpp", "antrean", "pemerintah"].map(found).concat();
        assert!(all.iter().any(|address| address.starts_with(folder)), "{folder}");
    }
}

/// Nothing from the records becomes active.
#[test]
fn the_site_is_inert() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("hostile.yaml");
    let hostile = "</script></style><img src=x onerror=alert(1)>\"' ]]>";
    let quoted = serde_json::to_string(hostile).unwrap();
    fs::write(&records, format!("schema_version: '1.0'\ntitle: {quoted}\nvisits: [{{id: a, title: {quoted}, start_date: 2024-01-01, topics: [{quoted}], summary: {quoted}, organizations: [{{id: o, name: {quoted}, role: host}}], itinerary: [{{id: s, name: {quoted}}}], participants: [{{id: p, name: {quoted}, post: {quoted}}}], sources: [{{id: x, title: {quoted}, url: 'javascript:alert(1)'}}], statements: [{{id: q, type: quote, text: {quoted}, speaker: p, stop: s, sources: [x], topics: [{quoted}]}}]}}]\n")).unwrap();
    let to = folder.path().join("site.html");
    assert_eq!(export(&to, &[records.to_str().unwrap()]).0, Some(0));
    let mut files = site(&[records.to_str().unwrap(), "--base-url", ADDRESS]);
    files.insert("one.html".to_owned(), fs::read_to_string(&to).unwrap());
    for (path, text) in &files {
        assert!(!text.contains("<img") && !text.contains("</script></style>"), "{path}: {text}");
        assert!(!values(text, "href").iter().any(|link| link.starts_with("javascript")), "{path}");
    }
    assert!(files["feed.xml"].contains("&lt;/script&gt;"));
}

/// The library writes a site, too.
#[test]
fn a_program_can_write_a_site() {
    let archive = load_text(DOZEN, fs::read(DOZEN).unwrap()).archive;
    let folder = tempfile::tempdir().unwrap();
    let site = Site {
        archive: &archive,
        selection: &Selection::all(&archive),
        lang: lawat::lang::Lang::Id,
        base_url: None,
    };
    let options = lawat::export::SaveOptions { force: false, inputs: &[] };
    let summary = site.write(&folder.path().join("situs"), options).unwrap();
    assert_eq!((summary.visits, summary.removed), (12, 0));
    assert_eq!(summary.files + 1, files(&folder.path().join("situs")).len(), "and the list of files");
}
