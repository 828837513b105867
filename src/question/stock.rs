//! The phrases of an article that can be options, by their shape.
//!
//! Apart from `distractor`, which chooses among them: a key is stock as well.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::language::lexicon::Sort;
use crate::language::{self, Number, Phrase, Stem, Stems, Tag, Token, lexicon, stems};

use super::reading::{At, Reading};

/// The longest option, in bytes.
const LONGEST: usize = 80;

/// How many phrases of one shape are looked at for one question: so many make the choice good, and
/// more would make the cost grow with the square of the text.
const LOOKED_AT: usize = 120;

/// A phrase of the article that can be an option.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stock {
    /// The words, without a capital that only began the sentence.
    pub(crate) text: String,
    pub(crate) at: At,
    pub(crate) tokens: Range<usize>,
    pub(crate) shape: Shape,
    pub(crate) slot: Slot,
    /// Whether it sounds welcome, unwelcome or neither: see [`lexicon::tone`].
    pub(crate) tone: i8,
    /// What sort of thing its noun names.
    pub(crate) sort: Sort,
    pub(crate) stems: Stems,
    /// The stem of its noun: "rate" of "the natural rate".
    pub(crate) head: Option<Stem>,
    /// How many characters it has.
    chars: u32,
}

/// What all options of a question must have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shape {
    pub(crate) number: Number,
    pub(crate) opening: Opening,
    pub(crate) being: Being,
    /// Whether an "of" phrase hangs on behind.
    pub(crate) tail: bool,
    /// Whether it is one word that counts, or several.
    pub(crate) single: bool,
}

/// How a phrase begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Opening {
    Bare,
    Indefinite,
    Definite,
}

/// What sort of thing a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Being {
    Name,
    Person,
    Time,
    Place,
    Thing,
}

/// Where in its clause a phrase stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// In an enumeration.
    Item,
    /// After a verb.
    Object,
    /// After this preposition.
    After(Box<str>),
    /// Anywhere else, mostly before a verb.
    Subject,
}

/// All stock of an article.
#[derive(Debug, Default)]
pub(crate) struct Store {
    by_shape: BTreeMap<Shape, Vec<Stock>>,
}

impl Store {
    /// Every phrase of the paragraphs that can be an option.
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        let mut store = Store::default();
        for at in reading.claims() {
            for stock in stock_of(reading, at) {
                store.by_shape.entry(stock.shape).or_default().push(stock);
            }
        }
        store.by_shape.values_mut().for_each(Vec::shrink_to_fit);
        store
    }

    /// The phrases of one sentence, by shape.
    pub(crate) fn of_sentence(&self, at: At) -> impl Iterator<Item = &Stock> {
        self.by_shape.values().flat_map(move |all| {
            let start = all.partition_point(|stock| stock.at < at);
            all[start..].iter().take_while(move |stock| stock.at == at)
        })
    }

    /// The phrases of the key's shape, from the part of the article around it.
    pub(crate) fn alike(&self, key: &Stock) -> &[Stock] {
        let Some(all) = self.by_shape.get(&key.shape) else {
            return &[];
        };
        let place = all.partition_point(|stock| stock.at < key.at);
        let start = place
            .saturating_sub(LOOKED_AT / 2)
            .min(all.len().saturating_sub(LOOKED_AT));
        &all[start..all.len().min(start + LOOKED_AT)]
    }
}

impl Stock {
    /// An item of an enumeration as an option.
    pub(crate) fn item(reading: &Reading<'_>, at: At, tokens: Range<usize>) -> Option<Self> {
        Stock::with(reading, at, tokens, Slot::Item)
    }

    /// A phrase as an option; `None` when it could not stand as one.
    pub(crate) fn phrase(reading: &Reading<'_>, at: At, tokens: Range<usize>) -> Option<Self> {
        let slot = slot(reading, at, tokens.start);
        Stock::with(reading, at, tokens, slot)
    }

    /// One noun of a phrase, which alone is left out.
    pub(crate) fn word(reading: &Reading<'_>, at: At, token: usize) -> Option<Self> {
        let tokens = token..token + 1;
        let text = reading.run(at, tokens.clone()).to_owned();
        let noun =
            reading.tokens(at)[token].tag == Tag::NOUN && text.chars().all(char::is_alphabetic);
        let number = if lexicon::is_plural(&text) {
            Number::Plural
        } else {
            Number::Singular
        };
        noun.then(|| Stock {
            at,
            tokens,
            shape: Shape {
                number,
                opening: Opening::Bare,
                being: Being::Thing,
                tail: false,
                single: true,
            },
            slot: Slot::Subject,
            tone: lexicon::tone(&text),
            sort: lexicon::sort(&text),
            stems: stems(&text),
            head: stems(&text).into_first(),
            chars: text.chars().count() as u32,
            text,
        })
    }

    fn with(reading: &Reading<'_>, at: At, tokens: Range<usize>, slot: Slot) -> Option<Self> {
        let text = reading.lowered(at, tokens.clone());
        let stems = stems(&text);
        let shape = shape(reading, at, &tokens, &stems)?;
        let marks = ['"', '“', '”', '(', ')', '[', ']', '—', '–', ';', ':'];
        let plain =
            !text.contains(marks) && !stems.is_empty() && text.len() <= LONGEST && !points(&text);
        let last = reading.tokens(at)[tokens.end - 1].of(reading.text(at));
        let dated = tokens.len() > 1 && PASSING.iter().any(|time| last.eq_ignore_ascii_case(time));
        if !plain || dated || is_misread(reading, at, &tokens) {
            return None;
        }
        let head = reading.phrase_from(at, tokens.start)?.head;
        let noun = reading.tokens(at)[head].of(reading.text(at));
        Some(Stock {
            tone: lexicon::tone(&text),
            sort: lexicon::sort(noun),
            head: language::stems(noun).into_first(),
            chars: text.chars().count() as u32,
            text,
            at,
            tokens,
            shape,
            slot,
            stems,
        })
    }

    /// How many words it has.
    pub(crate) fn words(&self) -> usize {
        self.tokens.len()
    }

    /// How many characters it has.
    pub(crate) fn chars(&self) -> usize {
        self.chars as usize
    }
}

/// Words that say when, and stand behind a phrase without being a part of it.
const PASSING: &[&str] = &["now", "today", "tomorrow", "tonight", "yesterday"];

/// The phrase with the "of" phrase behind it, if there is one.
pub(crate) fn with_of(reading: &Reading<'_>, at: At, phrase: &Phrase) -> Option<Range<usize>> {
    let of = reading
        .tokens(at)
        .get(phrase.tokens.end)?
        .is(reading.text(at), "of");
    let next = reading
        .phrase_from(at, phrase.tokens.end + 1)
        .filter(|_| of)?;
    Some(phrase.tokens.start..next.tokens.end)
}

/// The phrases of one sentence that can be options.
pub(crate) fn stock_of(reading: &Reading<'_>, at: At) -> Vec<Stock> {
    let items: Vec<&Range<usize>> = reading
        .series(at)
        .iter()
        .flat_map(|series| &series.items)
        .collect();
    let of_items = items
        .iter()
        .filter_map(|item| Stock::item(reading, at, (*item).clone()));
    let inside = |phrase: &Phrase| items.iter().any(|item| item.contains(&phrase.tokens.start));
    let others = reading
        .phrases(at)
        .iter()
        .filter(|phrase| !inside(phrase))
        .filter_map(|phrase| {
            let tokens = with_of(reading, at, phrase).unwrap_or_else(|| phrase.tokens.clone());
            Stock::phrase(reading, at, tokens)
        });
    of_items.chain(others).collect()
}

fn slot(reading: &Reading<'_>, at: At, start: usize) -> Slot {
    let before = start
        .checked_sub(1)
        .map(|before| &reading.tokens(at)[before]);
    match before.map(|token| (token.tag, token.of(reading.text(at)))) {
        Some((Tag::VERB | Tag::AUX, _)) => Slot::Object,
        Some((Tag::ADP | Tag::SCONJ | Tag::PART, word)) => Slot::After(word.to_lowercase().into()),
        _ => Slot::Subject,
    }
}

fn shape(reading: &Reading<'_>, at: At, tokens: &Range<usize>, stems: &Stems) -> Option<Shape> {
    let (text, all) = (reading.text(at), reading.tokens(at));
    let first = reading.phrase_from(at, tokens.start)?;
    let head = all[first.head];
    Some(Shape {
        number: first.number(text, all),
        opening: opening(text, &all[tokens.start])?,
        being: being(head.of(text), head.tag),
        tail: first.tokens.end < tokens.end,
        single: stems.len() == 1,
    })
}

/// How a phrase begins; `None` with a possessive, a number or another word that points elsewhere.
fn opening(text: &str, first: &Token) -> Option<Opening> {
    let pointing = [
        "such", "other", "own", "same", "many", "several", "few", "both", "certain",
    ];
    match first.tag {
        Tag::DET if first.is_any(text, &["a", "an"]) => Some(Opening::Indefinite),
        Tag::DET if first.is(text, "the") => Some(Opening::Definite),
        Tag::DET | Tag::PRON | Tag::NUM => None,
        _ => (!first.is_any(text, &pointing)).then_some(Opening::Bare),
    }
}

fn being(head: &str, tag: Tag) -> Being {
    match tag {
        Tag::PROPN => Being::Name,
        _ => being_of(lexicon::sort(head)),
    }
}

fn being_of(sort: Sort) -> Being {
    match sort {
        Sort::Person => Being::Person,
        Sort::Time => Being::Time,
        Sort::Place => Being::Place,
        Sort::Instrument | Sort::Doing | Sort::Quality | Sort::Other => Being::Thing,
    }
}

/// Whether a word of the phrase points to something else: "the effectiveness of these responses".
fn points(text: &str) -> bool {
    let pointing = ["its", "such", "that", "their", "these", "this", "those"];
    let pronouns = ["he", "i", "it", "she", "they", "we", "you"];
    let is_any = |word: &str, all: &[&str]| all.iter().any(|one| word.eq_ignore_ascii_case(one));
    text.split(' ').any(|word| {
        // "The week they've" is torn out of a clause.
        let run_together = word.split_once(['\'', '’']);
        is_any(word, &pointing)
            || run_together.is_some_and(|(pronoun, _)| is_any(pronoun, &pronouns))
    })
}

/// Whether what was taken for a phrase may hold a verb ("compliance fosters", "tracks advance",
/// "stability help protect", "safeguard critical infrastructure"), or its noun says nothing by itself ("the face").
fn is_misread(reading: &Reading<'_>, at: At, tokens: &Range<usize>) -> bool {
    let (text, all) = (reading.text(at), reading.tokens(at));
    let word = |token: usize| all[token].of(text);
    let is_base = |token: usize| lexicon::verb_base(word(token)) == Some(word(token));
    let acts = |token: usize| {
        let after_noun = token > tokens.start && all[token - 1].tag == Tag::NOUN;
        let third = word(token).ends_with('s') && lexicon::verb_base(word(token)).is_some();
        after_noun && (third || is_base(token) && lexicon::is_plural(word(token - 1)))
    };
    let goes_on = all
        .get(tokens.end)
        .is_some_and(|next| matches!(next.tag, Tag::VERB | Tag::DET));
    let heads_on = tokens.len() > 1 && is_base(tokens.end - 1) && goes_on;
    let orders = tokens.len() > 1 && is_base(tokens.start) && all[tokens.start + 1].tag == Tag::ADJ;
    let empty = |phrase: &Phrase| lexicon::is_empty_head(word(phrase.head));
    // "Brannoch five days" was never one.
    let counted = tokens.clone().skip(1).any(|token| {
        let named = matches!(all[token - 1].tag, Tag::NOUN | Tag::PROPN);
        all[token].tag == Tag::NUM && named
    });
    // "37 per cent more deficiencies".
    let shared = tokens.start > 0 && word(tokens.start - 1) == "per";
    // "A moderate fixed" has lost its noun.
    let last = word(tokens.end - 1);
    let headless =
        last.ends_with("ed") && lexicon::verb_base(last).is_some_and(|base| base != last);
    let does = tokens.len() > 1
        && all[tokens.start].tag == Tag::ADV
        && word(tokens.start + 1).ends_with("ing");
    // "Loosens clay" has an object.
    let first = word(tokens.start);
    let acts_first = tokens.len() > 1
        && all[tokens.start].tag != Tag::PROPN
        && first.ends_with('s')
        && lexicon::verb_base(first).is_some_and(|base| base != first);
    // "They clump bacteria, release proteins": what follows "and" or a comma there is done.
    let before = tokens.start.checked_sub(1).map(|before| &all[before]);
    let joined = before.is_some_and(|before| {
        before.is(text, ",") || before.tag == Tag::CCONJ || lexicon::is_plural(before.of(text))
    });
    let named = matches!(all[tokens.start].tag, Tag::NOUN | Tag::VERB);
    let does_next = tokens.len() > 1 && joined && named && is_base(tokens.start);
    let called = all[tokens.start].is_any(text, &["called", "known", "named", "termed"]);
    orders
        || does
        || does_next
        || called
        || counted
        || shared
        || acts_first
        || headless
        || heads_on
        || tokens.clone().any(acts)
        || reading.phrase_from(at, tokens.start).is_none_or(empty)
}
