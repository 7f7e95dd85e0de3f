//! Where the post ends and the name begins in a phrase without commas: “Kepala Dinas Kesehatan Awan Ratna Kencana”.

use super::article::Token;
use super::clues::{NameClues, is_named_thing};
use super::words::{
    is_address, is_degree_word, is_indefinite, is_minister, is_name_particle, is_name_prefix, is_name_title,
    is_office, is_person_noun, is_place_head, is_possessive, is_post, is_relation,
};

/// Whether all words are capitalized, and none names an office.
pub(super) fn is_plain_name(tokens: &[Token<'_>]) -> bool {
    let is_name =
        |it: &Token<'_>| it.is_capitalized() && !is_office(it.text) && !is_post(it.text) && !it.is_acronym();
    !tokens.is_empty()
        && tokens.iter().all(|it| is_name(it) || is_name_title(it.text) || is_name_particle(it.text))
}

/// The post and the name of a part without commas.
pub(super) fn split<'t, 'a>(
    segment: &'t [Token<'a>],
    clues: &NameClues,
) -> (&'t [Token<'a>], &'t [Token<'a>]) {
    let segment = without_degrees(segment);
    // “kata orang tua Rizal”.
    if matches!(segment, [one, two, ..] if one.lower() == "orang" && two.text == "tua") {
        return (segment, &[]);
    }
    // “ajudan Debora”: whoever is named does not speak.
    let is_other = |it: &Token<'_>| is_indefinite(it.text) || is_relation(it.text);
    if segment.first().is_some_and(is_other) {
        return (segment, &[]);
    }
    // “Okafor's husband”, “Ms Coyle's husband Dermot”.
    let owner = segment.iter().position(|it| is_possessive(it.text)).map_or(0, |at| at + 1);
    let Some(post) = segment.iter().skip(owner).position(|token| is_post(token.text)).map(|at| at + owner)
    else {
        // “Labour's Tariq Bellamy-Shah”.
        if let Some(name) =
            segment.get(owner..).filter(|name| owner == 1 && name.len() > 1 && is_plain_name(name))
        {
            return (segment.get(..owner).unwrap_or_default(), name);
        }
        if owner > 0 {
            return (segment, &[]);
        }
        return split_without_post(segment, clues);
    };
    // “Prof Dr H Moh Nasir SE MT Rektor Universitas Segara”: the name stands before the post, without a comma.
    if let Some((name, office)) = segment.split_at_checked(post).filter(|_| !clues.is_english && owner == 0) {
        let name = without_degrees(name);
        let words = name.iter().filter(|it| !is_name_title(it.text) && !is_address(it.text));
        if words.count() >= 2 && is_plain_name(name) && !name.iter().any(|it| is_name_prefix(it.text)) {
            return (office, name);
        }
    }
    // “Mayor Earl Whitcomb of Stony Ridge”.
    let of = segment
        .iter()
        .skip(post + 1)
        .position(|it| matches!(it.text, "of" | "from" | "at"))
        .map(|of| of + post + 1);
    let of = of.filter(|of| segment.get(post + 1..*of).is_some_and(is_plain_name));
    let segment = of.and_then(|of| segment.get(..of)).unwrap_or(segment);
    let mut start = name_start(segment, post, clues);
    while start > post + 1
        && start < segment.len()
        && segment.get(start - 1).is_some_and(|it| is_name_prefix(it.text))
    {
        start -= 1;
    }
    segment.split_at(start)
}

/// The post and the name of a part without a word that is known to begin a post.
fn split_without_post<'t, 'a>(
    segment: &'t [Token<'a>],
    clues: &NameClues,
) -> (&'t [Token<'a>], &'t [Token<'a>]) {
    // “Prof. Ada Nwosu of Lakeside University”.
    let of = segment.iter().position(|it| matches!(it.text, "of" | "from" | "at"));
    if let Some(name) = of.and_then(|of| segment.get(..of)).filter(|name| is_plain_name(name)) {
        return (&[], name);
    }
    // “Watch keeper Nkechi Dunmore”.
    let last = segment.iter().rposition(|it| !it.is_capitalized() && !is_name_particle(it.text));
    if let Some(last) = last.filter(|_| clues.is_english) {
        let joins =
            segment.get(last).is_some_and(|it| ["of", "for", "and", "the", "at", "in"].contains(&it.text));
        return segment.split_at(if joins { segment.len() } else { last + 1 });
    }
    // “Patient Linda Groves”.
    if let [noun, name @ ..] = segment
        && clues.is_english
        && is_person_noun(noun.text)
        && is_plain_name(name)
    {
        return segment.split_at(1);
    }
    let is_title = |it: &Token<'_>| is_name_title(it.text);
    let is_office = segment.iter().any(|it| (is_office(it.text) || it.is_acronym()) && !is_title(it));
    if is_office { (segment, &[]) } else { (&[], segment) }
}

/// Without degrees at the end that no comma separates: “Salmah Basyir SE MM”.
pub(super) fn without_degrees<'t, 'a>(segment: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let is_degree =
        |it: &Token<'_>| is_degree_word(it.text) && it.text.chars().filter(|c| c.is_uppercase()).count() > 1;
    let kept = segment.iter().rposition(|it| !is_degree(it)).map_or(0, |at| at + 1);
    segment.get(..kept).filter(|it| !it.is_empty()).unwrap_or(segment)
}

/// What has a Roman number, folded.
const NUMBERED: &[&str] =
    &["komisi", "dapil", "wilayah", "regional", "pansus", "asisten", "bidang", "kelas", "golongan"];

/// Where the name begins behind a post, in tokens; the length of the part if there is no name.
fn name_start(segment: &[Token<'_>], post: usize, clues: &NameClues) -> usize {
    let is_title = |it: &Token<'_>| is_name_title(it.text) && !is_post(it.text);
    let is_thing = |it: &Token<'_>| {
        !is_title(it) && (is_named_thing(it) || !(it.is_capitalized() || is_name_particle(it.text)))
    };
    let low = segment.iter().rposition(is_thing).map_or(post, |at| at.max(post)) + 1;
    // “Wakil Ketua Komisi I H. Sulaiman”.
    let is_numbered = |at: usize| {
        let head = at.checked_sub(1).and_then(|at| segment.get(at));
        head.is_some_and(|it| NUMBERED.contains(&it.lower().as_str()))
            && segment.get(at).is_some_and(|it| it.text.chars().all(|c| "IVX".contains(c)))
    };
    let low = if is_numbered(low) { low + 1 } else { low };
    // “Mahesa Taruna”: a word of offices may also be one of a name.
    let is_named_from = |at: &usize| {
        segment.get(*at).is_some_and(|it| clues.is_anchor(it) && !is_thing(it))
            && segment.len() - at <= 4
            && segment.iter().skip(*at).all(Token::is_capitalized)
    };
    if low > segment.len() - 1
        && let Some(at) = (post + 1..segment.len()).find(is_named_from)
    {
        return at;
    }
    let rest = segment.get(low..).unwrap_or_default();
    let Some(head) = segment.get(low - 1).filter(|_| !rest.is_empty()) else { return segment.len() };
    let place = clues.place_at(rest);
    // “Bupati Rawa Jernih Drs. H. Sulaiman”, but “RSUD dr. Soemantri”.
    let title = rest.iter().enumerate().position(|(at, it)| is_title(it) && at >= place);
    if let Some(title) = title {
        return low + title;
    }
    // “Secretary for Sport Desmond Quek”: a field, then a full name.
    let field = segment.get(..low).unwrap_or_default().iter().rposition(|it| it.text == "for");
    let names = segment.get(low..).unwrap_or_default();
    if field.is_some() && names.len() > 1 && names.iter().all(Token::is_capitalized) {
        let is_next = field == Some(low - 1);
        if !is_next || names.len() > 2 {
            return low + usize::from(is_next);
        }
    }
    // “mayor of Coral Province”: what follows is the place, up to the comma.
    if ["of", "for", "at", "the", "in"].contains(&head.text) {
        return segment.len();
    }
    if place > 0 {
        return low + place;
    }
    // “Menteri Desa Johan Kalalo” is no minister of a village.
    let of_ministry = segment.get(..low).unwrap_or_default().iter().any(|it| is_minister(it.text));
    let is_place = is_place_head(head.text) && !of_ministry;
    let anchor = rest.iter().position(|it| clues.is_anchor(it));
    match (anchor, rest.len()) {
        (Some(0), _) => low,
        // “Kepala Dinas Kesehatan Agus Wira”, of whom the text goes on to say “kata Wira”.
        (Some(1), 2) if !is_place => low,
        (Some(at), _) => low + at,
        (None, 1) if rest.first().is_some_and(|it| clues.is_name_word(it)) => low,
        (None, 1) if is_place || rest.first().is_some_and(|it| clues.is_place(it)) => segment.len(),
        (None, _) => low + usize::from(is_place || rest.first().is_some_and(|it| clues.is_place(it))),
    }
}
