//! Reads an article from its start to its end, and knows who spoke last.

use super::article::{Article, Token, sentences};
use super::attribution::{Attribution, Speaker, subject};
use super::clues::NameClues;
use super::found::{Indirect, Question, Statement};
use super::mention::{Gender, Mention, mention, mentions};
use super::passage::{Passage, Position};
use super::people::{Identity, People, label};
use super::words::{
    SpeechVerb, is_answer, is_function_word, is_indefinite, is_interview, is_listener_head, is_phrase_end,
    is_possessive, is_post, is_pronoun, is_relation, speech_verb,
};

/// The most tokens of the words that open a sentence, before its subject.
const LONGEST_OPENING: usize = 20;

/// The state of reading.
pub(super) struct Reader {
    pub(super) people: People,
    pub(super) clues: NameClues,
    /// The person a pronoun stands for.
    current: Option<usize>,
    /// Who answers the questions of an interview.
    interviewee: Option<usize>,
    /// To whom the quote that is being read is said: not its speaker.
    hearer: Option<usize>,
    /// The nouns of those who were introduced without a name: “seorang pasien”.
    introduced: Vec<String>,
    /// Everybody mentioned so far, the last one last.
    recent: Vec<usize>,
    /// The last statement: its place, and its last paragraph.
    last: Option<(usize, usize)>,
    pub(super) statements: Vec<Statement>,
    /// The numbers of paragraphs with a mark that has no counterpart.
    pub(super) unclosed: Vec<usize>,
    pub(super) indirect: Vec<Indirect>,
}

impl Reader {
    pub(super) fn new(people: People, clues: NameClues) -> Self {
        Self {
            people,
            clues,
            current: None,
            interviewee: None,
            hearer: None,
            introduced: Vec::new(),
            recent: Vec::new(),
            last: None,
            statements: Vec::new(),
            unclosed: Vec::new(),
            indirect: Vec::new(),
        }
    }

    /// The narrator's sentences: whoever is the subject of a verb of speaking, or the first person of a sentence, is current.
    pub(super) fn narrate(&mut self, piece: &[Token<'_>], paragraph: usize, follows_quote: bool) {
        for (number, sentence) in sentences(piece).enumerate() {
            let Some(first) = sentence.iter().position(Token::is_word) else { continue };
            let words = sentence.get(first..).unwrap_or_default();
            for pair in sentence.windows(2) {
                if let [article, noun] = pair
                    && article.lower() == "seorang"
                    && noun.text.chars().all(char::is_lowercase)
                {
                    self.introduced.push(noun.text.to_owned());
                }
            }
            for found in mentions(sentence, &self.clues) {
                if let Identity::One(person) = self.identify(&found) {
                    self.recent.push(person);
                }
            }
            if let Some(gender) =
                words.first().filter(|it| is_pronoun(it.text)).and_then(|it| Gender::of(it.text))
            {
                self.person_of(Some(gender));
            }
            let verb = words.iter().position(|it| speech_verb(it.text).is_some() && !it.is_capitalized());
            self.learn_post(words);
            self.learn_interviewee(words);
            let topics = self.topics(words, verb);
            let known = topics.iter().find_map(|found| match self.identify(found) {
                Identity::One(person) => Some(person),
                _ => None,
            });
            let topic = known
                .or_else(|| topics.iter().find_map(|found| self.person_in_narration(found)))
                .or_else(|| self.newcomer(words, verb));
            if let Some(person) = topic.or_else(|| self.only_person(sentence)) {
                self.current = Some(person);
            }
            // Directly behind a quote stands its attribution.
            if number > 0 || !follows_quote {
                self.note_indirect(words, verb, paragraph);
            }
        }
    }

    /// The person of a sentence that mentions only one, unless a pronoun is its subject.
    fn only_person(&self, sentence: &[Token<'_>]) -> Option<usize> {
        if sentence.iter().take(6).any(|it| is_pronoun(it.text)) {
            return None;
        }
        let found = mentions(sentence, &self.clues);
        let [one] = found.as_slice() else { return None };
        let before = sentence.iter().rev().find(|it| it.end() <= one.start);
        if before.is_some_and(|it| is_listener_head(it.text)) {
            return None;
        }
        if let Identity::One(person) = self.identify(one) { Some(person) } else { None }
    }

    /// “Mereka ditunggu Liem Hok Sun. Ketua Kebun Raya ini …”: a post of whoever was mentioned last.
    fn learn_post(&mut self, words: &[Token<'_>]) {
        let is_definite = words.iter().take(8).any(|it| ["ini", "itu", "tersebut"].contains(&it.text));
        let Some(found) = mention(words, &self.clues).filter(|it| it.name.is_none() && is_definite) else {
            return;
        };
        let Some(post) = found.post.filter(|post| self.people.with_head(post).is_none() && !is_new(post))
        else {
            return;
        };
        if let Some(person) =
            self.recent.last().and_then(|at| self.people.0.get_mut(*at)).filter(|it| it.post.is_none())
        {
            person.set_post(post);
        }
    }

    /// “Berikut wawancara kami dengan Direktur RSUD …”, “In an interview with …”.
    fn learn_interviewee(&mut self, words: &[Token<'_>]) {
        let Some(interview) = words.iter().position(|it| is_interview(it.text)) else { return };
        let with = words.iter().rposition(|it| ["dengan", "bersama", "with"].contains(&it.text));
        let Some(with) = with.filter(|with| *with > interview) else { return };
        let found = words.get(with + 1..).and_then(|rest| mention(rest, &self.clues));
        if let Some(Identity::One(person)) = found.map(|it| self.identify(&it)) {
            self.interviewee = Some(person);
        }
    }

    /// Whether a quote is a paragraph of its own below a question of the interviewer, who uses no marks.
    fn answers_interviewer(&self, article: &Article<'_>, passage: &Passage<'_>) -> bool {
        let Some(before) = passage.paragraph.checked_sub(1) else { return false };
        let question = article.paragraphs.get(before).map(|it| article.str(it.range.clone()));
        passage.position == Position::First
            && self.last.is_none_or(|(_, paragraph)| paragraph < before)
            && question.is_some_and(|it| it.trim_end().ends_with('?'))
    }

    /// Whom a sentence of the narrator may be about, the likeliest first: the speaker of its verb, or whoever it begins with.
    fn topics(&self, words: &[Token<'_>], verb: Option<usize>) -> Vec<Mention> {
        let is_passive =
            |at: &usize| words.get(*at).is_some_and(|it| speech_verb(it.text) == Some(SpeechVerb::Passive));
        let at = |at: usize| words.get(at..).and_then(|rest| mention(rest, &self.clues));
        let Some(first) = words.first() else { return Vec::new() };
        let mut found = Vec::new();
        match verb.filter(is_passive) {
            Some(verb) => {
                let by = usize::from(words.get(verb + 1).is_some_and(|it| it.text == "oleh"));
                found.extend(at(verb + 1 + by));
            }
            None if first.lower() == "menurut" => found.extend(at(1)),
            None if first.text == "According" => found.extend(at(2)),
            // “It was Winterbourne who had the last word.”
            None if first.text == "It" && words.get(1).is_some_and(|it| it.text == "was") => {
                found.extend(at(2));
            }
            None if first.is_capitalized() => {
                found.extend(at(0));
                // “Sementara Markus berencana …”.
                let is_name = |it: &Token<'_>| it.is_capitalized() && !is_post(it.text);
                let leads = is_function_word(first.text) && !is_phrase_end(&first.lower());
                if leads && !is_listener_head(first.text) && words.get(1).is_some_and(is_name) {
                    found.extend(at(1));
                }
            }
            None => {}
        }
        // “Begitu pula dengan Siti Rohmah, ia menyebut …”, “Pendapat serupa datang dari Rukmini.”
        let likens = |it: &Token<'_>| {
            ["senada", "serupa", "sama", "halnya", "pula", "juga", "berbeda"].contains(&it.lower().as_str())
        };
        if words.iter().take(4).any(likens) {
            let with =
                words.iter().take(7).position(|it| ["dengan", "dari", "oleh", "bagi"].contains(&it.text));
            found.extend(with.and_then(|with| at(with + 1)));
        }
        // “There is no trick, according to Yolanda Spruill.”
        let source = words.iter().enumerate().skip(1).find_map(|(place, it)| match it.text {
            "menurut" => at(place + 1),
            "according" => at(place + 2),
            _ => None,
        });
        found.extend(source);
        if let Some(Speaker::Named(subject)) =
            verb.and_then(|verb| subject(words.get(..verb)?, &self.clues, &self.people))
        {
            found.push(subject);
        }
        // “Back on the bus, Mulcahy puts the stopwatch away.”
        let commas = words.iter().enumerate().take(LONGEST_OPENING).filter(|(_, it)| it.text == ",");
        let is_name = |at: &usize| words.get(*at).is_some_and(|it| it.is_capitalized() || is_post(it.text));
        found.extend(commas.map(|(comma, _)| comma + 1).filter(is_name).filter_map(at));
        found
    }

    /// A sentence in which a person says something, without marks, is indirect speech.
    fn note_indirect(&mut self, words: &[Token<'_>], verb: Option<usize>, paragraph: usize) {
        let Some(verb) = verb.filter(|at| *at > 0 && words.len() > at + 3).and_then(|at| words.get(at))
        else {
            return;
        };
        let ends = words.last().is_some_and(|it| matches!(it.text, "." | "!" | "?"));
        if let (true, Some(who)) = (ends, self.current.and_then(|it| self.people.0.get(it))) {
            self.indirect.push(Indirect {
                who: label(who).to_owned(),
                verb: verb.text.to_owned(),
                paragraph,
            });
        }
    }

    fn person_in_narration(&mut self, found: &Mention) -> Option<usize> {
        match (self.identify(found), &found.post) {
            (Identity::One(person), _) => Some(person),
            (Identity::Nobody, Some(post)) if found.name.is_none() && is_new(post) => {
                Some(self.people.add_unnamed(post))
            }
            _ => None,
        }
    }

    /// “Wakil ketua tim menambahkan …”: the subject of a verb of speaking, by a post that nobody has who was named.
    fn newcomer(&mut self, words: &[Token<'_>], verb: Option<usize>) -> Option<usize> {
        let subject = words.get(..verb?)?;
        let found = mention(subject, &self.clues).filter(|it| it.name.is_none())?;
        let post = found.post.filter(|post| post.split(' ').next().is_some_and(is_post))?;
        let is_whole = subject.first()?.start == found.start && subject.last()?.end() == found.end;
        let current = self.people.0.get(self.current?)?;
        let is_other = current.has_other_post(&post) && self.people.with_head(&post).is_none();
        let is_unknown = self.people.with_post(&post) == Identity::Nobody;
        (is_whole && is_other && is_unknown).then(|| self.people.add_unnamed(&post))
    }

    fn identify(&self, mention: &Mention) -> Identity {
        match (&mention.name, &mention.post) {
            (Some(name), _) => self.people.find(name, mention.gender),
            (None, Some(post)) => self.people.with_post(post),
            (None, None) => Identity::Nobody,
        }
    }

    /// A quote: decides whose it is.
    pub(super) fn take(&mut self, article: &Article<'_>, passage: &Passage<'_>, attribution: &Attribution) {
        let text = passage.words(article);
        let number = |paragraph: usize| article.paragraphs.get(paragraph).map_or(0, |it| it.number);
        // “A,” kata Ratna, “b.”: one utterance.
        if passage.is_interrupted
            && let Some((at, paragraph)) = self.last
            && paragraph == passage.paragraph
            && text.starts_with(char::is_lowercase)
            && let Some(statement) = self.statements.get_mut(at)
        {
            statement.text = format!("{} … {text}", statement.text);
            statement.paragraphs.1 = number(passage.last_paragraph);
            return;
        }
        if !passage.is_complete && passage.parts.len() == 1 {
            self.unclosed.push(number(passage.paragraph));
            return;
        }
        let (speaker, is_stated, question) = self.speaker(article, passage, attribution);
        let on_behalf_of = self.represented(passage).filter(|it| Some(*it) != speaker);
        self.current = speaker.or(self.current);
        self.last = Some((self.statements.len(), passage.last_paragraph));
        self.statements.push(Statement {
            text,
            paragraphs: (number(passage.paragraph), number(passage.last_paragraph)),
            speaker,
            is_stated,
            on_behalf_of,
            attribution: attribution.text.clone(),
            question,
        });
    }

    /// The speaker of a quote, whether the attribution states it, and what is left to decide.
    fn speaker(
        &mut self,
        article: &Article<'_>,
        passage: &Passage<'_>,
        attribution: &Attribution,
    ) -> (Option<usize>, bool, Option<Question>) {
        self.hearer = self.hearer(passage);
        let (speaker, is_stated) = match &attribution.speaker {
            Speaker::Named(found) => match self.identify(found) {
                Identity::One(person) => {
                    (Some(person), found.name.is_some() && passage_names(passage, found))
                }
                Identity::Several(people) => {
                    // The one who spoke last, if it is one of them.
                    let Some(recent) = self.current.filter(|it| people.contains(it)) else {
                        return (None, false, Some(Question::OneOf(people)));
                    };
                    (Some(recent), false)
                }
                Identity::Nobody => match &found.post {
                    Some(post) if found.name.is_none() => {
                        (Some(self.unnamed(post, found.gender, Reference::of(passage, found))), false)
                    }
                    _ => (None, false),
                },
            },
            Speaker::Unread => return (None, false, Some(Question::Speaker)),
            Speaker::Pronoun(gender) => {
                (self.answerer(attribution).or_else(|| self.person_of(*gender)), false)
            }
            Speaker::Unsaid => (self.continued(article, passage), false),
        };
        (speaker, is_stated, speaker.is_none().then_some(Question::Speaker))
    }

    /// “kata Andhika Rumpun, mewakili Wali Kota Joko Purwa”, “said Ms Prior, speaking for the mayor”.
    fn represented(&mut self, passage: &Passage<'_>) -> Option<usize> {
        let named = |tokens: &[Token<'_>]| {
            let behind = tokens.windows(2).enumerate().find_map(|(at, pair)| {
                let [one, other] = pair else { return None };
                match (one.lower().as_str(), other.text) {
                    ("mewakili", _) => Some(at + 1),
                    ("atas", "nama") | ("behalf", "of") | ("speaking", "for") => Some(at + 2),
                    _ => None,
                }
            })?;
            mention(tokens.get(behind..)?, &self.clues)
        };
        let found = named(&passage.after).or_else(|| named(&passage.before))?;
        match (self.identify(&found), &found.post) {
            (Identity::One(person), _) => Some(person),
            (Identity::Nobody, Some(post)) if found.name.is_none() && post.split(' ').any(is_post) => {
                Some(self.people.add_unnamed(post))
            }
            _ => None,
        }
    }

    /// “kata dia kepada Ratna”.
    fn hearer(&self, passage: &Passage<'_>) -> Option<usize> {
        let to = passage.after.iter().position(|it| ["kepada", "to"].contains(&it.text))?;
        match self.identify(&mention(passage.after.get(to + 1..)?, &self.clues)?) {
            Identity::One(person) => Some(person),
            _ => None,
        }
    }

    /// “jawabnya” behind a question of the person who spoke last: whoever spoke before.
    fn answerer(&self, attribution: &Attribution) -> Option<usize> {
        let answers = attribution.text.as_deref().is_some_and(|it| it.split(' ').any(is_answer));
        let asks = |it: &Statement| {
            let says = it.attribution.as_deref().unwrap_or_default();
            says.split(' ').any(|word| ["tanya", "tanyanya", "bertanya", "asked"].contains(&word))
        };
        let question = self.statements.last().filter(|it| it.text.ends_with('?') && (answers || asks(it)))?;
        let asker = question.speaker.filter(|asker| Some(*asker) == self.current)?;
        let mut speakers = self.statements.iter().rev().filter_map(|it| it.speaker);
        speakers.find(|it| *it != asker)
    }

    /// Whom a pronoun means: the current person, or the last one mentioned of this gender.
    fn person_of(&mut self, gender: Option<Gender>) -> Option<usize> {
        let Some(gender) = gender else { return self.current };
        let of = |at: &usize| self.people.0.get(*at).and_then(|it| it.gender);
        let fits = |at: &&usize| of(at).is_none_or(|known| known == gender) && Some(**at) != self.hearer;
        let found = self.current.iter().find(fits).or_else(|| self.recent.iter().rev().find(fits)).copied();
        if let Some(person) = found.and_then(|at| self.people.0.get_mut(at)) {
            person.gender = Some(gender);
        }
        found
    }

    /// Who is meant by a post alone: somebody new if it says so (“seorang petugas”), or else the person with such a post.
    fn unnamed(&mut self, post: &str, gender: Option<Gender>, reference: Reference) -> usize {
        let last = self.person_of(gender).filter(|at| match reference {
            Reference::Back => true,
            // “sang kepala dinas” is not the mayor.
            Reference::ToPost => self.people.0.get(*at).is_none_or(|person| !person.has_other_post(post)),
            Reference::Open => false,
        });
        let known = match reference {
            // “ajak istri bupati itu”: whoever spoke last, but for the one to whom she is married.
            Reference::Back if is_relation(post.split(' ').next().unwrap_or_default()) => {
                last.filter(|at| self.people.0.get(*at).is_some_and(|it| !it.shares_words(post)))
            }
            _ if is_new(post) => None,
            // “jawab pasien itu” behind “ranjang seorang pasien”.
            Reference::Back | Reference::ToPost
                if self.introduced.iter().any(|noun| post.split(' ').next() == Some(noun)) =>
            {
                None
            }
            // “lanjut wakil rakyat tersebut” is nobody who was not mentioned yet.
            Reference::Back => self
                .people
                .with_head(post)
                .filter(|at| self.recent.contains(at) || last == Some(*at))
                .or(last),
            _ => self.people.with_head(post).or(last),
        };
        known.unwrap_or_else(|| self.people.add_unnamed(post))
    }

    /// Whose speech a quote without an attribution continues: that of the sentence before it, or of the quote before it.
    fn continued(&self, article: &Article<'_>, passage: &Passage<'_>) -> Option<usize> {
        if let Some(person) = self.interviewee.filter(|_| self.answers_interviewer(article, passage)) {
            return Some(person);
        }
        let (_, last) = self.last.unwrap_or((0, passage.paragraph));
        // “All of it?” “All of it.”: somebody else.
        if passage.position == Position::Adjacent
            && self.statements.last().is_some_and(|it| it.text.ends_with('?'))
        {
            return None;
        }
        // In a dialogue a question is answered by somebody else.
        let is_line =
            passage.position == Position::First && passage.after.is_empty() && passage.paragraph > last;
        let words = passage.words(article);
        let is_question = words.ends_with('?') && !words.contains(['.', ',', ':', ';']);
        let answers = is_question || self.statements.last().is_some_and(|it| it.text.ends_with('?'));
        if is_line && answers && passage.paragraph == last + 1 {
            let mut speakers = self.statements.iter().rev().filter_map(|it| it.speaker);
            let latest = speakers.next();
            return speakers.find(|it| Some(*it) != latest);
        }
        (passage.paragraph.saturating_sub(last) <= 2).then_some(self.current).flatten()
    }
}

/// How a mention without a name refers to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reference {
    /// “kata perempuan 47 tahun itu”, “ujar mantan bupati tersebut”: to whoever spoke last.
    Back,
    /// “said the minister”: to whoever has the post.
    ToPost,
    Open,
}

impl Reference {
    fn of(passage: &Passage<'_>, found: &Mention) -> Self {
        let is_demonstrative = |it: &Token<'_>| ["itu", "ini", "tersebut"].contains(&it.text);
        let is_article = |it: &Token<'_>| ["the", "sang"].contains(&it.lower().as_str());
        let behind = |tokens: &[Token<'_>]| {
            let from = tokens.partition_point(|it| it.start < found.end);
            tokens.iter().skip(from).take(8).any(is_demonstrative)
        };
        let before = |tokens: &[Token<'_>]| {
            let at = tokens.partition_point(|it| it.start < found.start);
            at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(is_article)
        };
        if behind(&passage.after) || behind(&passage.before) {
            Self::Back
        } else if before(&passage.after) || before(&passage.before) {
            Self::ToPost
        } else {
            Self::Open
        }
    }
}

/// Whether a post alone means somebody who was not mentioned before: “seorang petugas”, “a spokesman”.
fn is_new(post: &str) -> bool {
    let mut words = post.split(' ');
    let first = words.next().unwrap_or_default();
    // “suami Debora” is another than Debora; “istri bupati itu” was mentioned.
    let of_name = words.next().is_some_and(|it| it.starts_with(char::is_uppercase));
    is_indefinite(first) || is_relation(first) && of_name || is_possessive(first)
}

/// Whether the attribution stands in the sentence of the passage: always, but for one that it only follows.
fn passage_names(passage: &Passage<'_>, found: &Mention) -> bool {
    let tokens = passage.before.iter().chain(&passage.after);
    tokens.into_iter().any(|token| token.start >= found.start && token.end() <= found.end)
}
