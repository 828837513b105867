//! What was typed, as words to be found.
//!
//! Apart from the index, which finds them.

use super::token::tokens;

/// What is looked for. All of it must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Each in the order of typing; what was typed twice comes once.
    pub clauses: Vec<Clause>,
}

/// A word, or words that must follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// As it was typed.
    pub typed: String,
    /// Ways in which it may stand in a text; any of them will do.
    pub ways: Vec<Vec<Term>>,
}

/// A word of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// The word itself.
    Word(String),
    /// It, and all words that begin with it.
    Beginning(String),
}

impl Query {
    /// A word with so many letters finds those that begin with it too, wherever it stands.
    pub const LONG: usize = 4;

    /// Reads what was typed. The last word finds those that begin with it if it has `shortest` letters:
    /// with fewer it is passed over, as long as nothing follows it.
    pub fn parse(typed: &str, shortest: usize) -> Query {
        let mut query = Query::default();
        for (quoted, part) in parts(typed) {
            let is_last = is_end(part, typed);
            match quoted {
                true => query.add(phrase(part, is_last, shortest)),
                false => words(part, is_last, shortest).for_each(|clause| query.add(clause)),
            }
        }
        query
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// All words of all ways.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.clauses
            .iter()
            .flat_map(|clause| clause.ways.iter().flatten())
    }

    fn add(&mut self, clause: Clause) {
        if !clause.ways.is_empty() && !self.clauses.iter().any(|it| it.ways == clause.ways) {
            self.clauses.push(clause);
        }
    }
}

impl Term {
    /// Its letters.
    pub fn letters(&self) -> &str {
        match self {
            Term::Word(letters) | Term::Beginning(letters) => letters,
        }
    }

    /// How well a word of a text fits: 1 for the same; nothing where it does not fit.
    pub(super) fn fit(&self, term: &str) -> Option<f32> {
        match self {
            Term::Word(letters) => (letters == term).then_some(1.0),
            Term::Beginning(letters) if letters == term => Some(1.0),
            Term::Beginning(letters) => term.starts_with(&**letters).then_some(BEGUN),
        }
    }

    fn of(letters: String, from: usize) -> Option<Term> {
        match letters.chars().count() >= from {
            true => Some(Term::Beginning(letters)),
            false => Some(Term::Word(letters)),
        }
    }
}

/// How much a word counts that only begins like the one looked for.
const BEGUN: f32 = 0.5;

/// Whether a part of a text is its end.
fn is_end(part: &str, text: &str) -> bool {
    part.as_bytes().as_ptr_range().end == text.as_bytes().as_ptr_range().end
}

/// What stands between quotation marks, or before, between and after, and which it is. Whoever types
/// has not closed the last ones yet.
fn parts(typed: &str) -> impl Iterator<Item = (bool, &str)> {
    let marks = ['"', '“', '”', '„', '«', '»'];
    let parts = typed.split(marks).enumerate();
    parts.map(|(index, part)| (index % 2 == 1, part))
}

fn words(part: &str, is_last: bool, shortest: usize) -> impl Iterator<Item = Clause> {
    let words = part.split_whitespace();
    words.map(move |word| {
        let ends = is_end(word, part);
        clause(word, is_last && ends, shortest)
    })
}

/// A word as it was typed, which may be several with hyphens between.
fn clause(typed: &str, is_last: bool, shortest: usize) -> Clause {
    let (mut way, mut joined) = (Vec::new(), Vec::new());
    tokens(typed, |token| match token.place as usize == way.len() {
        true => way.push(token.term.to_owned()),
        false => joined.push(token.term.to_owned()),
    });
    let is_only = way.len() == 1;
    let ways = [way]
        .into_iter()
        .chain(joined.into_iter().map(|it| vec![it]));
    let ways = ways.filter_map(|way| read(way, is_last, is_only, shortest));
    Clause {
        typed: typed.to_owned(),
        ways: ways.collect(),
    }
}

/// The words of a way, of which the last one may have only begun. Nothing where there are none, or
/// only one that is too short.
fn read(mut way: Vec<String>, is_last: bool, is_only: bool, shortest: usize) -> Option<Vec<Term>> {
    let last = way.pop()?;
    let is_short = last.chars().count() < shortest && last.is_ascii();
    if is_last && is_short && is_only {
        return None;
    }
    let from = if is_last { shortest } else { Query::LONG };
    let before = way.into_iter().map(Term::Word);
    Some(before.chain(Term::of(last, from)).collect())
}

fn phrase(typed: &str, is_last: bool, shortest: usize) -> Clause {
    let mut way = Vec::new();
    tokens(typed, |token| {
        if token.place as usize == way.len() {
            way.push(token.term.to_owned());
        }
    });
    let last = way.pop();
    let from = if is_last { shortest } else { usize::MAX };
    let before = way.into_iter().map(Term::Word);
    let way: Vec<_> = before
        .chain(last.and_then(|last| Term::of(last, from)))
        .collect();
    Clause {
        typed: typed.trim().to_owned(),
        ways: if way.is_empty() {
            Vec::new()
        } else {
            vec![way]
        },
    }
}
