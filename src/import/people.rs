//! The people that a cell names, with their posts, and the organizations: on lines of their own, or joined by commas, strokes and
//! the word for “and”.

use super::cells::texts;
use crate::lang::{is_degree, is_organization, is_post, names_no_person};
use crate::text::fold;

/// A person, or somebody of whom only the post is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CellPerson {
    pub(super) name: Option<String>,
    pub(super) post: Option<String>,
}

/// The people of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CellPeople {
    pub(super) people: Vec<CellPerson>,
    /// The texts that may name several people, but were taken for one.
    pub(super) uncertain: Vec<String>,
}

/// Reads the people of a cell: `Ratna Contoh, S.Sos. (Kepala Dinas)`, `Kepala Dinas`, `Ratna, S.H., Bima dan Sari`.
pub(super) fn people(cell: &str) -> CellPeople {
    let mut found = CellPeople::default();
    for text in texts(cell) {
        let segments = segments(&text);
        if segments.len() > 1 && !is_organization(&text) {
            if let Some(people) = joined(&segments) {
                found.people.extend(people);
                continue;
            }
            found.uncertain.push(text.clone());
        }
        found.people.push(person(&text));
    }
    found
}

/// One person, with the post beside the name or in brackets.
pub(super) fn person(text: &str) -> CellPerson {
    let text = text.trim();
    let some = |text: &str| Some(text.trim().to_owned());
    let in_brackets = text.strip_suffix(')').and_then(|it| it.split_once('('));
    let apart = [" - ", " – ", ": "].iter().find_map(|sign| text.split_once(sign));
    for (one, other) in in_brackets.into_iter().chain(apart) {
        match (is_post(one), is_post(other.trim())) {
            (false, true) => return CellPerson { name: some(one), post: some(other) },
            (true, false) if is_name(other) => return CellPerson { name: some(other), post: some(one) },
            _ => {}
        }
    }
    if is_post(text) {
        return CellPerson { name: None, post: some(text) };
    }
    let posts = text.match_indices(", ").filter_map(|(at, _)| Some((text.get(..at)?, text.get(at + 2..)?)));
    match posts.into_iter().find(|(_, post)| is_post(post)) {
        Some((name, post)) => CellPerson { name: some(name), post: some(post) },
        None => CellPerson { name: some(text), post: None },
    }
}

/// The organizations that a text names: several if each begins like one. None if it may be several, but is not certain: names of
/// organizations have commas and conjunctions, too.
pub(super) fn organizations(text: &str) -> Option<Vec<String>> {
    let segments = segments(text);
    let begin = segments.iter().filter(|(_, segment)| is_organization(segment)).count();
    match begin {
        several if several > 1 && several == segments.len() => {
            Some(segments.into_iter().map(|(_, segment)| segment).collect())
        }
        several if several > 1 => None,
        _ => Some(vec![text.to_owned()]),
    }
}

/// What stands before a segment of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Comma,
    And,
    Stroke,
}

/// The segments of a text between commas, strokes and words for “and” that are not in brackets.
fn segments(text: &str) -> Vec<(Joint, String)> {
    let mut found = vec![(Joint::Comma, String::new())];
    let mut depth = 0usize;
    for word in text.split_inclusive([' ', ',', '/']) {
        let bare = word.trim();
        let is_and = ["dan", "and", "serta", "&"].contains(&fold(bare).as_str());
        if depth == 0 && is_and {
            found.push((Joint::And, String::new()));
            continue;
        }
        depth = (depth + word.matches('(').count()).saturating_sub(word.matches(')').count());
        let joint = match word.chars().last() {
            Some(',') if depth == 0 => Some(Joint::Comma),
            Some('/') if depth == 0 => Some(Joint::Stroke),
            _ => None,
        };
        let text = if joint.is_some() { word.trim_end_matches([',', '/']) } else { word };
        if let Some((_, segment)) = found.last_mut() {
            segment.push_str(text);
        }
        found.extend(joint.map(|joint| (joint, String::new())));
    }
    let mut kept: Vec<(Joint, String)> = Vec::new();
    let mut before = None;
    for (joint, text) in found {
        // A comma before “and”.
        let joint = if before == Some(Joint::And) { Joint::And } else { joint };
        let text = text.trim().to_owned();
        before = if text.is_empty() { Some(joint) } else { None };
        if !text.is_empty() {
            kept.push((joint, text));
        }
    }
    kept
}

/// The people of segments; none if it is not certain who they are.
fn joined(segments: &[(Joint, String)]) -> Option<Vec<CellPerson>> {
    let mut joining = Joining { segments, people: Vec::new(), is_closed: true };
    (0..segments.len()).try_for_each(|at| joining.add(at))?;
    Some(joining.people)
}

/// People who are put together from segments. A step is `None` if it is not certain what the segment is.
struct Joining<'a> {
    segments: &'a [(Joint, String)],
    people: Vec<CellPerson>,
    /// Whether the last one has no post that may go on.
    is_closed: bool,
}

impl Joining<'_> {
    fn add(&mut self, at: usize) -> Option<()> {
        let (joint, text) = self.segments.get(at)?;
        let found = person(text);
        let is_pair = found.name.is_some() && found.post.is_some();
        match &found.name {
            Some(degree) if *joint == Joint::Comma && is_degree(degree) => {
                return self.degree(degree, found.post);
            }
            Some(name) if !is_pair && !is_name(name) => return self.organization(*joint, text),
            _ => {}
        }
        if self.people.is_empty() || is_pair {
            // A post in brackets or before the name does not go on.
            self.is_closed = found.post.is_none() || is_pair && (text.ends_with(')') || is_post(text));
            self.people.push(found);
            return Some(());
        }
        match (found.name, found.post) {
            (Some(name), _) => self.name(at, *joint, name),
            (None, post) => self.post(*joint, post?),
        }
    }

    /// The degrees of the last one.
    fn degree(&mut self, degree: &str, post: Option<String>) -> Option<()> {
        let last = self.people.last_mut()?;
        let name = last.name.as_mut().filter(|_| last.post.is_none() || self.is_closed && post.is_none())?;
        name.push_str(", ");
        name.push_str(degree);
        last.post = last.post.take().or(post);
        Some(())
    }

    /// The organization behind a post.
    fn organization(&mut self, joint: Joint, text: &str) -> Option<()> {
        let is_rest = joint == Joint::Comma && is_organization(text) && !self.is_closed;
        let post = self.people.last_mut().filter(|_| is_rest)?.post.as_mut()?;
        post.push_str(", ");
        post.push_str(text);
        Some(())
    }

    fn post(&mut self, joint: Joint, post: String) -> Option<()> {
        let last = self.people.last_mut()?;
        if joint == Joint::Comma && last.name.is_some() && last.post.is_none() {
            last.post = Some(post);
        } else if joint == Joint::And && (last.name.is_some() || words(last.post.as_deref()) > 1) {
            self.people.push(CellPerson { name: None, post: Some(post) });
        } else {
            return None;
        }
        self.is_closed = false;
        Some(())
    }

    fn name(&mut self, at: usize, joint: Joint, name: String) -> Option<()> {
        let is_list = self.segments.iter().skip(1).any(|(joint, _)| *joint != Joint::Comma);
        let is_person_next = self.is_person_before(at + 1);
        let last = self.people.last_mut()?;
        let (is_open, is_long) = (!self.is_closed, words(Some(&name)) > 1);
        match joint {
            // Kepala Dinas Kesehatan, Ratna Contoh
            Joint::Comma if is_open && last.name.is_none() && (is_long || is_person_next) => {
                last.name = Some(name);
                self.is_closed = true;
                return Some(());
            }
            // Kepala Dinas Pemuda dan Olahraga
            Joint::And if is_open && !is_long && !is_person_next => {
                let post = last.post.as_mut()?;
                post.push_str(" dan ");
                post.push_str(&name);
                return Some(());
            }
            _ => {}
        }
        let is_certain = match joint {
            _ if is_person_next => true,
            Joint::Comma if is_open => is_long,
            Joint::Comma => is_list || is_long && words(last.name.as_deref()) > 1,
            Joint::And | Joint::Stroke => !is_open,
        };
        self.people.push(CellPerson { name: Some(name), post: None });
        self.is_closed = true;
        is_certain.then_some(())
    }

    /// Whether a segment is a degree or a post, so that the one before it is a person.
    fn is_person_before(&self, at: usize) -> bool {
        self.segments.get(at).is_some_and(|(joint, text)| {
            let is_said = |found: CellPerson| found.name.is_none_or(|name| is_degree(&name));
            *joint == Joint::Comma && is_said(person(text))
        })
    }
}

fn words(text: Option<&str>) -> usize {
    text.map_or(0, |text| text.split_whitespace().count())
}

/// Whether a text is the name of a person: a few words in capitals, none of which says otherwise.
fn is_name(text: &str) -> bool {
    /// Words of names and titles that have no capitals.
    const SMALL: &[&str] =
        &["bin", "binti", "van", "von", "de", "der", "al", "el", "dr", "drg", "drh", "alias", "ir"];
    let before = text.split(',').next().unwrap_or_default();
    let words: Vec<&str> = before.split_whitespace().collect();
    let is_capital =
        |word: &&str| word.starts_with(char::is_uppercase) || SMALL.contains(&fold(word).trim_matches('.'));
    (1..=7).contains(&words.len())
        && words.iter().all(is_capital)
        && !text.contains(|c: char| c.is_numeric() || "()/&:".contains(c))
        && !names_no_person(text)
        && !is_degree(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The people as `name | post`, or nothing if it is not certain.
    fn read(cell: &str) -> Vec<String> {
        let found = people(cell);
        if !found.uncertain.is_empty() {
            return Vec::new();
        }
        let text = |it: &CellPerson| match (&it.name, &it.post) {
            (Some(name), Some(post)) => format!("{name} | {post}"),
            (Some(name), None) => name.clone(),
            (None, post) => format!("| {}", post.as_deref().unwrap_or_default()),
        };
        found.people.iter().map(text).collect()
    }

    #[test]
    fn a_post_beside_a_name_is_told_apart() {
        for (cell, expected) in [
            ("Dr. Ratna Contoh, M.Si.", "Dr. Ratna Contoh, M.Si."),
            ("Bagus Susetyo, S.H., M.M.", "Bagus Susetyo, S.H., M.M."),
            ("Bagus Susetyo, SE, M. Si", "Bagus Susetyo, SE, M. Si"),
            ("Ratna Contoh, M.Si., Kepala Dinas Kesehatan", "Ratna Contoh, M.Si. | Kepala Dinas Kesehatan"),
            ("Ratna, Kepala Dinas Kesehatan", "Ratna | Kepala Dinas Kesehatan"),
            ("Ratna (Kepala Dinas)", "Ratna | Kepala Dinas"),
            ("Ratna Contoh, S.Sos. (Kepala Dinas)", "Ratna Contoh, S.Sos. | Kepala Dinas"),
            ("Kepala Dinas Kesehatan (Ratna)", "Ratna | Kepala Dinas Kesehatan"),
            ("Kepala Dinas (Ratna Contoh, S.Sos.)", "Ratna Contoh, S.Sos. | Kepala Dinas"),
            ("Kepala Dinas Kesehatan, Ratna Contoh, M.Si.", "Ratna Contoh, M.Si. | Kepala Dinas Kesehatan"),
            ("Kepala Dinas: Ratna Contoh", "Ratna Contoh | Kepala Dinas"),
            ("Ratna - Sekda", "Ratna | Sekda"),
            ("Wakil Wali Kota", "| Wakil Wali Kota"),
            ("Kepala Dinas Pemuda dan Olahraga", "| Kepala Dinas Pemuda dan Olahraga"),
            ("Ratna, Kepala Dinas Pemuda dan Olahraga", "Ratna | Kepala Dinas Pemuda dan Olahraga"),
            ("Ratna, Kepala Bidang Data, Dinas Kominfo", "Ratna | Kepala Bidang Data, Dinas Kominfo"),
            ("Dinas Penanaman Modal dan PTSP", "Dinas Penanaman Modal dan PTSP"),
        ] {
            assert_eq!(read(cell), [expected], "{cell}");
        }
    }

    #[test]
    fn several_people_are_told_apart_where_it_is_certain() {
        for (cell, expected) in [
            ("Ratna dan Bima", &["Ratna", "Bima"][..]),
            ("Ratna, Bima dan Sari", &["Ratna", "Bima", "Sari"]),
            ("Ratna, Bima, dan Sari", &["Ratna", "Bima", "Sari"]),
            ("Ratna / Bima", &["Ratna", "Bima"]),
            ("Ratna/Bima", &["Ratna", "Bima"]),
            ("Ratna & Bima", &["Ratna", "Bima"]),
            ("Ratna Contoh, Bima Contoh", &["Ratna Contoh", "Bima Contoh"]),
            ("Ratna, S.H., M.M. dan Bima, S.Sos.", &["Ratna, S.H., M.M.", "Bima, S.Sos."]),
            (
                "Ratna (Sekda) dan Bima (Kepala Dinas A dan B)",
                &["Ratna | Sekda", "Bima | Kepala Dinas A dan B"],
            ),
            ("1. Ratna, Sekda\n2. Bima; Sari", &["Ratna | Sekda", "Bima", "Sari"]),
            ("Ratna dan Kepala Dinas Kesehatan", &["Ratna", "| Kepala Dinas Kesehatan"]),
            ("Ratna, Sekda dan Bima, Kepala Dinas", &["Ratna | Sekda", "Bima | Kepala Dinas"]),
            ("Wali Kota dan Wakil Wali Kota", &["| Wali Kota", "| Wakil Wali Kota"]),
        ] {
            assert_eq!(read(cell), expected, "{cell}");
        }
    }

    #[test]
    fn organizations_are_told_apart_by_their_first_words() {
        let two = |one: &str, other: &str| Some(vec![one.to_owned(), other.to_owned()]);
        assert_eq!(organizations("Dinas Kesehatan, Bappeda"), two("Dinas Kesehatan", "Bappeda"));
        assert_eq!(organizations("Pemkot A dan DPRD A"), two("Pemkot A", "DPRD A"));
        for one in [
            "Dinas Koperasi, UKM dan Perdagangan",
            "Kota Contoh, Kalimantan",
            "Badan Perencanaan dan Rumah Tangga",
            "Dinas Kesehatan (Dinkes, Puskesmas)",
        ] {
            assert_eq!(organizations(one), Some(vec![one.to_owned()]));
        }
        assert_eq!(organizations("Dinas Koperasi, UKM dan Perdagangan, Bappeda"), None);
    }

    #[test]
    fn what_is_not_certain_stays_one() {
        for cell in [
            "Ratna dan rombongan",
            "Susetyo, Bagus",
            "Ratna Contoh dan 3 staf",
            "Ratna, Dinas Kesehatan",
            "Kepala Dinas Kesehatan dan Ratna Contoh",
            "Sekda / Asisten",
        ] {
            let found = people(cell);
            assert_eq!((found.people.len(), found.uncertain), (1, vec![cell.to_owned()]), "{cell}");
        }
    }
}
