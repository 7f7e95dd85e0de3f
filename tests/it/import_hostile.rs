//! Hostile documents that are imported: each ends in a clear word, in little time.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use lawat::import::{DocumentError, DocumentFormat, Imported, RemarkKind, read_document};
use lawat::lang::Lang;

use crate::import_documents::{read, sample};

const JSON: DocumentFormat = DocumentFormat::Json;
const AKN: DocumentFormat = DocumentFormat::AkomaNtoso;
const TEI: DocumentFormat = DocumentFormat::Tei;
const ICS: DocumentFormat = DocumentFormat::Calendar;

/// More than enough on a slow machine without optimization; what is not linear takes hours.
const PATIENCE: Duration = Duration::from_secs(60);

fn refused(format: DocumentFormat, bytes: &[u8]) -> DocumentError {
    let start = Instant::now();
    let error = read(format, bytes).unwrap_err();
    assert!(start.elapsed() < PATIENCE, "{error:?} after {:?}", start.elapsed());
    for lang in [Lang::Id, Lang::En] {
        assert!(!error.message(lang).is_empty());
    }
    error
}

fn accepted(format: DocumentFormat, bytes: &[u8]) -> Imported {
    let start = Instant::now();
    let found = read(format, bytes).unwrap();
    assert!(start.elapsed() < PATIENCE, "after {:?}", start.elapsed());
    found
}

#[test]
fn nesting_is_refused() {
    const TEN_MB: usize = 10 << 20;
    assert_eq!(refused(JSON, "[".repeat(TEN_MB).as_bytes()), DocumentError::TooDeep(64));
    assert_eq!(refused(JSON, "{\"a\":".repeat(TEN_MB / 5).as_bytes()), DocumentError::TooDeep(64));
    assert_eq!(refused(TEI, "<TEI>".repeat(TEN_MB / 5).as_bytes()), DocumentError::TooDeep(128));
    let components = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(TEN_MB / 13));
    let found = accepted(ICS, components.as_bytes());
    assert!(found.visits.is_empty() && !found.remarks.is_empty());
}

#[test]
fn entities_are_not_expanded() {
    let mut bomb =
        "<!DOCTYPE akomaNtoso [<!ENTITY a0 \"ha\"><!ENTITY file SYSTEM \"file:///etc/passwd\">".to_owned();
    for level in 1..50 {
        let ten = format!("&a{};", level - 1).repeat(10);
        let _ = write!(bomb, "<!ENTITY a{level} \"{ten}\">");
    }
    bomb += "]><akomaNtoso><debate><debateBody><speech by=\"#&file;\"><p>&a49; &file; &#65;&lt;</p></speech></debateBody></debate></akomaNtoso>";
    let found = accepted(AKN, bomb.as_bytes());
    assert_eq!(found.visits[0]["statements"][0]["text"], "&a49; &file; A<");
    let told =
        |it: &RemarkKind| matches!(it, RemarkKind::Changed(what) if what.contains("&a49; (1), &file; (1)"));
    assert!(found.remarks.iter().any(|it| told(&it.what)), "{:?}", found.remarks);
}

#[test]
fn a_document_without_an_end_is_told() {
    let open = "<akomaNtoso><debate><debateBody>";
    assert_eq!(refused(AKN, open.as_bytes()), DocumentError::Unclosed("debateBody".to_owned(), 1));
    assert_eq!(refused(AKN, b"<akomaNtoso>\n<debate>\n</akomaNtoso>"), DocumentError::NotXml(3));
    assert_eq!(refused(JSON, b"{\"persons\": ["), DocumentError::EndsEarly);
    let cut = sample("calendar.ics");
    let cut = &cut[..cut.len() - 200];
    let found = accepted(ICS, cut);
    assert!(
        found
            .remarks
            .iter()
            .any(|it| it.what
                == RemarkKind::LeftOut("VEVENT is not closed; the calendar is cut off".to_owned())),
        "{:?}",
        found.remarks
    );
}

#[test]
fn what_is_too_much_is_refused() {
    let mut many = "<TEI".to_owned();
    for number in 0..1_000_000 {
        let _ = write!(many, " a{number}=\"\"");
    }
    many += "/>";
    assert_eq!(refused(TEI, many.as_bytes()), DocumentError::TooManyAttributes(100, 1));
    let elements = format!("<TEI>{}</TEI>", "<a/>".repeat(2_000_001));
    assert_eq!(refused(TEI, elements.as_bytes()), DocumentError::TooManyValues(2_000_000));
    let values = format!("[{}0]", "0,".repeat(5_000_001));
    assert_eq!(refused(JSON, values.as_bytes()), DocumentError::TooManyValues(5_000_000));
    let fields: Vec<String> = (0..1001).map(|number| format!("{{\"a{number}\":1}}")).collect();
    assert_eq!(
        refused(JSON, format!("[{}]", fields.join(",")).as_bytes()),
        DocumentError::TooManyColumns(1000)
    );
    assert_eq!(refused(JSON, &vec![b' '; (256 << 20) + 1]), DocumentError::TooLarge(256));
}

#[test]
fn wrong_encodings_are_told() {
    assert_eq!(refused(JSON, b"{\"a\": \"\xff\"}"), DocumentError::NotText("UTF-8".to_owned()));
    assert_eq!(
        refused(TEI, b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><TEI>\xe9</TEI>"),
        DocumentError::NotText("UTF-8".to_owned())
    );
    let calendar = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Ren\xe9e\nEND:VEVENT\nEND:VCALENDAR\n";
    let found = accepted(ICS, calendar);
    assert_eq!(found.visits[0]["title"], "Renée");
    assert!(matches!(&found.remarks[0].what, RemarkKind::Changed(what) if what.contains("Windows-1252")));
}

#[test]
fn what_is_something_else_is_told() {
    assert_eq!(refused(JSON, b"{\"a\": 1, \"a\": 2}"), DocumentError::FieldTwice(1));
    assert_eq!(refused(JSON, b"{\n\"a\" 1}"), DocumentError::NotJson { line: 2, column: 5 });
    assert_eq!(refused(AKN, b"<akomaNtoso><act/></akomaNtoso>"), DocumentError::OtherRoot("act".to_owned()));
    assert_eq!(refused(TEI, b"<html/>"), DocumentError::OtherRoot("html".to_owned()));
    assert_eq!(refused(ICS, b"SUMMARY:x"), DocumentError::NotACalendar);
    assert_eq!(refused(TEI, b""), DocumentError::NotXml(1));
    for nothing in [&b""[..], b"  ", b"abc", b"<html>", "é".repeat(20).as_bytes()] {
        assert_eq!(DocumentFormat::of_content(nothing), None);
    }
    // The same twice in one import is told, not written twice.
    let mut found = Imported::default();
    for _ in 0..2 {
        read_document(TEI, &sample("corpus.xml"), None, Lang::En, &mut found).unwrap();
    }
    assert_eq!(found.people.len(), 2);
}
