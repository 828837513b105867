//! An article as the kinds of question see it: its analysis, what it is about, its stock of phrases.
//!
//! Apart from `language`, which does not know what a phrase is wanted for.

mod again;
mod claims;
mod evidence;
mod hold;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::language::{
    self, Analysis, Clause, Passage, Phrase, Sentence, Series, Stem, Stems, Tag, Token, stems,
};

use super::capital::{is_capital_only, lower_first, names, small_words};
use super::clarity::beginning;
use super::deed::{Deed, deeds_of};
use super::figure::last_year;
use super::gender::Genders;
use super::people::{Hero, Voices};
use super::quote::Quotes;
use super::register::Register;
use super::statement::{Being, Statement, statements_of};
use super::stock::{Stock, Store};

pub(crate) use claims::is_apparatus;

/// An article, read for asking.
pub(crate) struct Reading<'a> {
    pub(crate) article: &'a Article,
    pub(crate) analysis: Analysis<'a>,
    /// The deks of the articles on its shelf; none where nobody has told.
    pub(crate) deks: &'a [String],
    /// What the article is about: the stems of its title and dek.
    pub(crate) topic: Stems,
    /// The phrases that can be options.
    pub(crate) store: Store,
    /// What is done, in the order of the text.
    pub(crate) deeds: Vec<Deed>,
    /// What things are said to be, in the order of the text.
    pub(crate) beings: Vec<Being>,
    /// What is stated, in the order of the text.
    pub(crate) statements: Vec<Statement>,
    /// The clauses that could be read, main ones first.
    clauses: BTreeMap<At, Vec<Clause>>,
    claims: Vec<At>,
    pub(super) register: Register,
    /// No year is told of that is later.
    pub(super) last_year: u64,
    /// The people that are named.
    pub(super) people: BTreeSet<String>,
    hero: Option<Hero>,
    /// Who is "he" and who "she".
    pub(super) genders: Genders,
    voices: Voices,
    /// The words of four letters or more that stand somewhere without a capital.
    words: BTreeSet<String>,
    /// The sentences in which each stem stands.
    pub(super) places: FxHashMap<Stem, Vec<At>>,
    /// How often each noun's stem is spoken of as known, and in all.
    pub(super) mentions: FxHashMap<Stem, (usize, usize)>,
    /// The quotations that were made so far: several kinds ask for the same.
    pub(super) quotes: Quotes,
    /// The stems of each sentence, by passage.
    stems: Vec<Vec<Stems>>,
    /// The stems of each passage.
    said: Vec<Stems>,
    /// Words written with a capital inside a sentence, hence names.
    names: BTreeSet<&'a str>,
}

/// In so many sentences, a word needs no introduction.
pub(super) const OFTEN: usize = 4;

/// A sentence's place: index of the passage, index of the sentence in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    pub(crate) passage: usize,
    pub(crate) sentence: usize,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(article: &'a Article) -> Self {
        let analysis = language::analyse(article);
        let dek = article.dek.as_deref().unwrap_or_default();
        let mut reading = Reading {
            article,
            topic: stems(&format!("{} {dek}", article.title)),
            said: Vec::new(),
            stems: Vec::new(),
            names: names(&analysis),
            analysis,
            deks: &[],
            store: Store::default(),
            deeds: Vec::new(),
            statements: Vec::new(),
            beings: Vec::new(),
            clauses: BTreeMap::new(),
            claims: Vec::new(),
            register: Register::default(),
            last_year: 0,
            people: BTreeSet::new(),
            hero: None,
            genders: Genders::new(),
            voices: Voices::default(),
            words: BTreeSet::new(),
            places: FxHashMap::default(),
            mentions: FxHashMap::default(),
            quotes: Quotes::default(),
        };
        reading.words = small_words(&reading.analysis);
        let passages = reading.analysis.passages.iter();
        reading.stems = passages.map(stems_of_sentences).collect();
        let together = |all: &Vec<Stems>| all.iter().flat_map(|stems| stems.iter()).collect();
        reading.said = reading.stems.iter().map(together).collect();
        reading.claims = reading.find_claims();
        reading.places = reading.find_places();
        reading.mentions = reading.find_mentions();
        reading.voices = reading.find_voices();
        reading.last_year = last_year(&reading);
        let clauses = |at| (at, reading.read_clauses(at));
        reading.clauses = reading.claims().map(clauses).collect();
        reading.register = Register::of(&reading);
        reading.people = reading.register.people();
        reading.hero = reading.find_hero();
        reading.genders = reading.find_genders();
        reading.store = Store::of(&reading);
        reading.deeds = reading
            .claims()
            .flat_map(|at| deeds_of(&reading, at))
            .collect();
        reading.statements = reading
            .claims()
            .flat_map(|at| statements_of(&reading, at))
            .collect();
        reading.beings = reading
            .claims()
            .flat_map(|at| reading.beings_of(at))
            .collect();
        reading
    }

    /// Every sentence of the headings and paragraphs, in order.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = At> + '_ {
        self.analysis
            .passages
            .iter()
            .enumerate()
            .flat_map(|(passage, read)| {
                (0..read.sentences.len()).map(move |sentence| At { passage, sentence })
            })
    }

    /// Every sentence that says something, in order: see [`Reading::find_claims`].
    pub(crate) fn claims(&self) -> impl Iterator<Item = At> + '_ {
        self.claims.iter().copied()
    }

    fn beings_of(&self, at: At) -> Vec<Being> {
        let clauses = self.clauses(at).iter();
        clauses
            .filter_map(|clause| Being::of(self, at, clause))
            .collect()
    }

    /// The main clause of a sentence, if it could be read.
    pub(crate) fn clause(&self, at: At) -> Option<&Clause> {
        self.clauses(at).first()
    }

    /// The clauses of a sentence that could be read, the main one first.
    pub(crate) fn clauses(&self, at: At) -> &[Clause] {
        self.clauses.get(&at).map_or(&[], Vec::as_slice)
    }

    fn read_clauses(&self, at: At) -> Vec<Clause> {
        let (text, sentence) = (self.text(at), self.sentence(at));
        let run = beginning(self, at)..sentence.tokens.len().saturating_sub(1);
        let mut clauses = language::clauses(
            text,
            &sentence.tokens,
            &sentence.phrases,
            &sentence.series,
            run,
        );
        clauses.shrink_to_fit();
        clauses
    }

    /// The clause that a run of a sentence is, such as what follows "because".
    pub(crate) fn clause_in(&self, at: At, run: Range<usize>) -> Option<Clause> {
        let (text, sentence) = (self.text(at), self.sentence(at));
        let clauses = language::clauses(
            text,
            &sentence.tokens,
            &sentence.phrases,
            &sentence.series,
            run,
        );
        clauses.into_iter().next()
    }

    /// Who speaks and is spoken to.
    pub(crate) fn voices(&self) -> Voices {
        self.voices
    }

    /// The stems of a sentence.
    pub(crate) fn stems_of(&self, at: At) -> &Stems {
        &self.stems[at.passage][at.sentence]
    }

    /// The one person whom the article is about, if there is one.
    pub(crate) fn hero(&self) -> Option<&Hero> {
        self.hero.as_ref()
    }

    /// Whether a token stands in a noun phrase that goes on behind it.
    pub(crate) fn phrase_over(&self, at: At, token: usize) -> bool {
        let phrases = self.phrases(at).iter();
        let mut over = phrases
            .filter(|phrase| phrase.tokens.contains(&token) && token + 1 < phrase.tokens.end);
        over.next().is_some()
    }

    /// The people named in a sentence.
    pub(crate) fn people_in(&self, at: At) -> Vec<&str> {
        let words = self.words(at);
        let named = self
            .people
            .iter()
            .filter(|name| words.contains(name.as_str()));
        named.map(String::as_str).collect()
    }

    /// Whether a name is somebody's.
    pub(crate) fn is_person(&self, name: &str) -> bool {
        self.people
            .iter()
            .any(|known| known.split(' ').any(|part| part == name))
    }

    pub(crate) fn passage(&self, at: At) -> &Passage<'a> {
        &self.analysis.passages[at.passage]
    }

    pub(crate) fn sentence(&self, at: At) -> &Sentence {
        &self.passage(at).sentences[at.sentence]
    }

    pub(crate) fn tokens(&self, at: At) -> &[Token] {
        &self.sentence(at).tokens
    }

    pub(crate) fn phrases(&self, at: At) -> &[Phrase] {
        &self.sentence(at).phrases
    }

    pub(crate) fn series(&self, at: At) -> &[Series] {
        &self.sentence(at).series
    }

    /// The text that the sentence's spans point into.
    pub(crate) fn text(&self, at: At) -> &'a str {
        self.analysis.passages[at.passage].text
    }

    pub(crate) fn words(&self, at: At) -> &'a str {
        self.sentence(at).span.of(self.text(at))
    }

    /// The words of a run of the sentence's tokens.
    pub(crate) fn run(&self, at: At, tokens: Range<usize>) -> &'a str {
        self.sentence(at).span_of(tokens).of(self.text(at))
    }

    /// The same without a capital that only begins the sentence.
    pub(crate) fn lowered(&self, at: At, tokens: Range<usize>) -> String {
        let words = self.run(at, tokens.clone());
        let only_begins = self.tokens(at).get(tokens.start).is_some_and(|first| {
            let word = first.of(self.text(at));
            // "A": some name ends in it, as "Vitamin A", and yet it is an article here.
            // So does "New", as "New Zealand".
            // So may "In", as "Trust In Bread".
            let closed = matches!(first.tag, Tag::DET | Tag::ADP | Tag::SCONJ);
            let pronoun = first.tag == Tag::PRON && word != "I";
            let small = closed || pronoun || first.tag == Tag::ADJ && word.len() < 4;
            let named = !small && self.is_name(word);
            first.tag != Tag::PROPN && is_capital_only(word) && !named
        });
        if only_begins {
            lower_first(words)
        } else {
            words.to_owned()
        }
    }

    /// Whether a word written with a capital stands elsewhere without one.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }

    /// Whether a word somewhere stands with a capital inside a sentence.
    pub(crate) fn is_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// The phrase that begins at a token.
    pub(crate) fn phrase_from(&self, at: At, start: usize) -> Option<&Phrase> {
        self.phrases(at)
            .iter()
            .find(|phrase| phrase.tokens.start == start)
    }

    /// Whether two items of an enumeration share a word, so that one would echo the other.
    pub(crate) fn repeats(&self, at: At, series: &Series) -> bool {
        let mut seen = Stems::new();
        let mut items = series
            .items
            .iter()
            .map(|item| stems(self.run(at, item.clone())));
        items.any(|item| {
            let again = !item.is_disjoint(&seen);
            seen.extend(item);
            again
        })
    }

    /// The items of an enumeration as options; `None` unless all of them can stand as one.
    pub(crate) fn items(&self, at: At, series: &Series) -> Option<Vec<Stock>> {
        if self.repeats(at, series) {
            return None;
        }
        series
            .items
            .iter()
            .map(|item| Stock::item(self, at, item.clone()))
            .collect()
    }

    /// The stem of the noun that a clause from `start` on is about.
    pub(crate) fn subject(&self, at: At, start: usize) -> Option<Stem> {
        let phrase = self
            .phrases(at)
            .iter()
            .find(|phrase| phrase.tokens.start >= start)?;
        stems(self.tokens(at)[phrase.head].of(self.text(at))).into_first()
    }

    /// The stems of the paragraph or heading that a sentence stands in.
    pub(crate) fn said_around(&self, at: At) -> &Stems {
        &self.said[at.passage]
    }

    /// The stems of every paragraph and heading, with the section where it stands.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = (usize, &Stems)> {
        let sections = self.analysis.passages.iter().map(|passage| passage.section);
        sections.zip(&self.said)
    }

    /// The heading that a sentence stands under, as a question prints it.
    pub(crate) fn heading_over(&self, at: At) -> Option<&'a str> {
        let section = &self.article.sections[self.passage(at).section];
        section.heading.as_deref().map(bare_heading)
    }
}

/// Without the full stop or the colon behind it.
pub(crate) fn bare_heading(heading: &str) -> &str {
    heading.trim_end_matches(['.', ':', ',', ';', ' '])
}

fn stems_of_sentences(passage: &Passage<'_>) -> Vec<Stems> {
    let sentences = passage.sentences.iter();
    sentences
        .map(|sentence| stems(sentence.span.of(passage.text)).kept())
        .collect()
}
