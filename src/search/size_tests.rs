//! What only shows in an archive of thousands: frequent words, lists put together, more hits than are judged at once.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::lenders::Lenders;
use super::super::texts::{InField, own};
use super::super::{Ask, Depth, Hits, Query, Searcher};
use super::*;
use crate::load::load_text;
use crate::model::{Record, RecordKind, Target};
use crate::search::fields::{Field, FieldName};
use crate::text::folded_words;

#[path = "../../benches/generator/mod.rs"]
mod generator;
use generator::{A_VISIT, Generator};

const STATEMENTS: usize = 6_000;

fn archive() -> Archive {
    let mut generator = Generator::new(3, STATEMENTS);
    let mut text = Generator::HEAD.to_owned();
    for _ in 0..STATEMENTS / A_VISIT {
        generator.visit(&mut text, A_VISIT);
    }
    let loaded = load_text("generated.yaml", text.into_bytes());
    assert_eq!(loaded.diagnostics.first(), None);
    loaded.archive
}

fn ask(text: &str) -> Ask {
    Ask { query: Query::parse(text).expect(text), limit: 20, ..Ask::default() }
}

fn answer(searcher: &mut Searcher, ask: &Ask, depth: Depth) -> Hits {
    searcher.answer(ask, depth, &|| false).expect("not cancelled")
}

/// Every word of every record, with the field that it stands in: what a slow search looks through.
fn all_words(archive: &Archive) -> Vec<Vec<(String, Field, RecordKind)>> {
    let mut all = Vec::new();
    for visit in &archive.visits {
        let at = archive.position(&visit.id).expect("a visit");
        let lenders = Lenders::new(visit);
        let lent: Vec<Vec<InField<'_>>> = lenders.each().map(|(texts, _)| texts).collect();
        for target in archive.targets().filter(|target| target.visit == at) {
            let record: Record<'_> = archive.record(target).expect("a record");
            let borrowed = lenders.of(record).into_iter().flat_map(|lender| lent[lender as usize].clone());
            let texts = own(archive, &lenders, record).into_iter().chain(borrowed);
            let words = texts.flat_map(|(text, field)| {
                folded_words(&text).map(move |word| (word, field, target.kind)).collect::<Vec<_>>()
            });
            all.push(words.collect());
        }
    }
    all
}

#[test]
fn totals_are_those_of_a_slow_look_in_however_many_parts() {
    let archive = archive();
    let all = all_words(&archive);
    let naive = |is_meant: &dyn Fn(&(String, Field, RecordKind)) -> bool| {
        all.iter().filter(|words| words.iter().any(is_meant)).count()
    };
    let parts = [1, 3].map(|parts| Arc::new(Index::in_parts(&archive, |_| parts)));
    let total = |index: &Arc<Index>, text: &str| {
        answer(&mut Searcher::new(Arc::clone(index)), &ask(text), Depth::AtOnce).total()
    };
    let expect = |text: &str, is_meant: &dyn Fn(&(String, Field, RecordKind)) -> bool| {
        let expected = naive(is_meant);
        assert!(expected > 0, "{text}");
        for index in &parts {
            assert_eq!(total(index, text), expected, "{text} in {} parts", index.segments.len());
        }
    };
    // Of abbreviations and initials the slow look knows nothing: these terms are none, and no part of any.
    let in_text = |field: Field| field < Field::Cited;
    for term in ["kan", "ngan", "warga", "pontianak", "kunjungan"] {
        expect(term, &|(word, field, _)| in_text(*field) && word.contains(term));
    }
    for term in ["^balikp", "^pont", "^w", "^ya"] {
        let begins = |(word, field, _): &(String, Field, RecordKind)| {
            in_text(*field) && word.starts_with(term.trim_start_matches('^'))
        };
        let [one, three] = [total(&parts[0], term), total(&parts[1], term)];
        assert!(one == three && one >= naive(&begins) && one > 0, "{term}");
    }
    for (text, name, term) in [
        ("siapa:^kep", FieldName::Person, "kep"),
        ("di:^mal", FieldName::Stop, "mal"),
        ("di:^pus", FieldName::Stop, "pus"),
        ("kunjungan:^ker", FieldName::Visit, "ker"),
        ("org:^peme", FieldName::Organization, "peme"),
        ("topik:^topik", FieldName::Topic, "topik"),
        ("kunjungan:^v1", FieldName::Visit, "v1"),
        ("sumber:^a", FieldName::Source, "a"),
        ("jabatan:^kep", FieldName::Post, "kep"),
        ("kota:^s", FieldName::City, "s"),
    ] {
        expect(text, &|(word, field, kind)| name.holds(*field, *kind) && word.starts_with(term));
    }
    let frequent = parts[0].segments.iter().map(|segment| segment.words.frequent.len()).sum::<usize>();
    let together = parts[0].segments.iter().map(|segment| segment.together.len()).sum::<usize>();
    assert!(frequent > 50 && together > 10, "{frequent} frequent words, {together} lists put together");
    for text in
        ["\"wali kota\"", "\"yang dan\"", "warga -pontianak", "-yang", "mutu | mpp", "siapa:sekretaris mutu"]
    {
        assert_eq!(total(&parts[0], text), total(&parts[1], text), "{text}");
        assert!(total(&parts[0], text) > 0, "{text}");
    }
}

#[test]
fn what_is_told_at_once_is_refined_and_not_recounted() {
    let index = Arc::new(Index::new(&archive()));
    for text in ["yang", "k", "pelayanan", "warga yang"] {
        let mut searcher = Searcher::new(Arc::clone(&index));
        let soon = answer(&mut searcher, &ask(text), Depth::AtOnce);
        let exact = answer(&mut searcher, &ask(text), Depth::Exact);
        let totals =
            |hits: &Hits| hits.groups.iter().map(|group| (group.kind, group.total)).collect::<Vec<_>>();
        assert_eq!(totals(&soon), totals(&exact), "{text}");
        assert!(exact.is_exact && exact.best().map(|hit| hit.score) >= soon.best().map(|hit| hit.score));
    }
    let hits = answer(&mut Searcher::new(index), &ask("k"), Depth::AtOnce);
    assert!(!hits.is_exact, "{} hits are more than are judged at once", hits.total());
}

#[test]
fn who_remembers_finds_the_same() {
    let index = Arc::new(Index::new(&archive()));
    let mut remembering = Searcher::new(Arc::clone(&index));
    let mut seen: HashSet<Target> = HashSet::new();
    for text in ["pelayanan publik", "mengunjungi", "siapa:sekretaris mutu", "pelayanna", "kota kota"] {
        let letters = text.chars().count();
        for typed in
            (1..=letters).chain((1..letters).rev()).map(|count| text.chars().take(count).collect::<String>())
        {
            // Somebody types on while it is being looked up.
            let looks = std::sync::atomic::AtomicUsize::new(0);
            let is_cancelled = || looks.fetch_add(1, std::sync::atomic::Ordering::Relaxed) > 0;
            remembering.answer(&ask(&typed), Depth::Exact, &is_cancelled);
            let hits = answer(&mut remembering, &ask(&typed), Depth::Exact);
            assert_eq!(
                hits,
                answer(&mut Searcher::new(Arc::clone(&index)), &ask(&typed), Depth::Exact),
                "{typed}"
            );
            seen.extend(hits.best().map(|hit| hit.target));
        }
    }
    assert!(seen.len() > 5);
}
