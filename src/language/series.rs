//! Enumerations: "A, B, and C".
//!
//! Apart from `phrase`, since what makes a series is the commas between phrases and what stands
//! before the first of them.

use std::ops::Range;

use super::{Phrase, Tag, Token, lexicon};

/// Prepositions that bind what follows so loosely that a series after them is theirs.
const OPENING: &[&str] = &[
    "across", "among", "between", "into", "through", "toward", "towards",
];

/// Prepositions, whatever a tagger calls them.
const PREPOSITIONS: &[&str] = &[
    "about", "at", "by", "for", "from", "in", "into", "of", "on", "over", "through", "to", "under",
    "upon", "with",
];

/// Three or more noun phrases in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The tokens of each item, with the prepositional phrases that belong to it.
    pub items: Vec<Range<usize>>,
    /// Where the series stands in its clause.
    pub place: Place,
}

/// Where a series stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It begins the clause, as the subject.
    Start,
    /// It follows a verb, or a preposition after one.
    AfterVerb,
    /// Anywhere else, as after "such as" or a dash.
    Elsewhere,
}

/// A noun phrase and the prepositional phrases behind it.
#[derive(Clone, Debug)]
struct Chain {
    tokens: Range<usize>,
    /// How many noun phrases it holds.
    links: usize,
}

/// The enumerations of a sentence, in order; `phrases` are its noun phrases. One whose first item
/// could be read in two ways ("the risk of war, famine and disease") is left out.
pub fn series(text: &str, tokens: &[Token], phrases: &[Phrase]) -> Vec<Series> {
    let reader = Reader {
        text,
        tokens,
        phrases,
    };
    let conjunctions = (0..tokens.len()).filter(|at| tokens[*at].is_any(text, &["and", "or"]));
    conjunctions.filter_map(|at| reader.around(at)).collect()
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    phrases: &'a [Phrase],
}

impl Reader<'_> {
    /// The series whose last item follows the conjunction at `at`.
    fn around(&self, at: usize) -> Option<Series> {
        let last = self.phrase_from(at + 1)?;
        let last = self.with_of(last.tokens.clone())?;
        if self.goes_on(last.end) {
            return None;
        }
        let parted = self.is_comma(at.checked_sub(1)?);
        let mut end = if parted { at - 1 } else { at };
        let mut items = vec![last];
        while let Some(comma) = self.comma_before(end) {
            let Some(chain) = self.chain_between(comma + 1, end) else {
                break;
            };
            items.push(chain.tokens);
            end = comma;
        }
        let (first, place) = self.first_item(end, &items)?;
        items.push(first);
        items.reverse();
        let whole = items.len() > 2
            && !self.is_clauses(place, &items)
            && (parted || !self.is_name_of_two(&items));
        whole.then_some(Series { items, place })
    }

    /// "Makers of gates, Corrin and Daughters": the last two are one name, and say who the makers are.
    fn is_name_of_two(&self, items: &[Range<usize>]) -> bool {
        let named = |item: &Range<usize>| {
            let mut words = self.tokens[item.clone()]
                .iter()
                .map(|token| token.of(self.text));
            words.any(|word| word.starts_with(char::is_uppercase))
        };
        let (before, last) = items.split_at(items.len() - 2);
        last.iter().all(named) && !before.iter().all(named)
    }

    /// Whether these are clauses taken for phrases: "cooperation slows, and outcomes emerge".
    fn is_clauses(&self, place: Place, items: &[Range<usize>]) -> bool {
        let last = items.last().map_or(0, |item| item.end);
        let verb_after = self
            .tokens
            .get(last)
            .is_some_and(|next| matches!(next.tag, Tag::VERB | Tag::AUX));
        let acting = items.iter().filter(|item| self.ends_in_verb(item)).count();
        let ordering = items.iter().any(|item| self.begins_with_verb(item));
        acting > 1 || ordering || place != Place::Start && verb_after && !self.is_aside(items)
    }

    /// Whether a dash or a comma opens before the series, so that it may stand inside a clause.
    fn is_aside(&self, items: &[Range<usize>]) -> bool {
        let before = items.first().and_then(|item| item.start.checked_sub(1));
        before.is_some_and(|at| self.tokens[at].is_any(self.text, &["as", "including", "—", "–"]))
    }

    fn ends_in_verb(&self, item: &Range<usize>) -> bool {
        let last = self.tokens[item.end - 1].of(self.text);
        item.len() == 2 && last.ends_with('s') && lexicon::verb_base(last).is_some()
    }

    fn begins_with_verb(&self, item: &Range<usize>) -> bool {
        let first = self.tokens[item.start].of(self.text);
        let adjective = self
            .tokens
            .get(item.start + 1)
            .is_some_and(|next| next.tag == Tag::ADJ);
        item.len() > 1 && adjective && lexicon::verb_base(first) == Some(first)
    }

    fn is_comma(&self, at: usize) -> bool {
        self.tokens[at].is(self.text, ",")
    }

    /// The last comma before `end`, when nothing but phrases can be between.
    fn comma_before(&self, end: usize) -> Option<usize> {
        (0..end).rev().find(|at| self.is_comma(*at))
    }

    fn phrase_from(&self, start: usize) -> Option<&Phrase> {
        self.phrases
            .iter()
            .find(|phrase| phrase.tokens.start == start)
    }

    fn phrase_to(&self, end: usize) -> Option<&Phrase> {
        self.phrases.iter().find(|phrase| phrase.tokens.end == end)
    }

    /// By the word as well as by the tag: before a list, taggers take "on" for a conjunction.
    fn is_preposition(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.tag == Tag::ADP
            || matches!(token.tag, Tag::SCONJ | Tag::PART | Tag::ADV)
                && token.is_any(self.text, PREPOSITIONS)
    }

    /// The phrase and an "of" phrase right behind it; `None` when "of" takes something else.
    fn with_of(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let of = self
            .tokens
            .get(phrase.end)
            .is_some_and(|token| token.is(self.text, "of"));
        match self.phrase_from(phrase.end + 1).filter(|_| of) {
            Some(next) => Some(phrase.start..next.tokens.end),
            None => (!of).then_some(phrase),
        }
    }

    /// Whether what stands at `at` shows that the item before it was cut short.
    fn goes_on(&self, at: usize) -> bool {
        let tag = |at: usize| self.tokens.get(at).map(|token| token.tag);
        let comma = self
            .tokens
            .get(at)
            .is_some_and(|token| token.is(self.text, ","));
        comma && matches!(tag(at + 1), Some(Tag::ADJ | Tag::NOUN))
            || matches!(tag(at), Some(Tag::NOUN | Tag::PROPN | Tag::ADJ | Tag::NUM))
            || self
                .tokens
                .get(at)
                .is_some_and(|token| token.of(self.text).ends_with("ing"))
    }

    /// The longest chain that ends at `end`.
    fn chain_to(&self, end: usize) -> Option<Chain> {
        let phrase = self.phrase_to(end)?;
        let mut chain = Chain {
            tokens: phrase.tokens.clone(),
            links: 1,
        };
        while let Some(preposition) = chain
            .tokens
            .start
            .checked_sub(1)
            .filter(|at| self.is_preposition(*at))
        {
            let Some(before) = self.phrase_to(preposition) else {
                break;
            };
            chain = Chain {
                tokens: before.tokens.start..end,
                links: chain.links + 1,
            };
        }
        Some(chain)
    }

    /// The chain that is all there is between `start` and `end`.
    fn chain_between(&self, start: usize, end: usize) -> Option<Chain> {
        self.chain_to(end)
            .filter(|chain| chain.tokens.start == start)
    }

    /// The first item, which ends at `end`, by what stands before it.
    fn first_item(&self, end: usize, others: &[Range<usize>]) -> Option<(Range<usize>, Place)> {
        let chain = self.chain_to(end)?;
        let plain = others.iter().all(|item| !self.has_preposition(item));
        let place = self.place_of(chain.tokens.start);
        match place {
            Place::Start if chain.links == 1 || !plain => Some((chain.tokens, place)),
            Place::Start => None,
            _ if chain.links == 1 => Some((chain.tokens, place)),
            _ => self.bound_phrase(&chain, plain).map(|first| (first, place)),
        }
    }

    fn has_preposition(&self, item: &Range<usize>) -> bool {
        item.clone().any(|at| self.is_preposition(at))
    }

    /// Of "resources toward diplomatic outreach", what the series goes on with; `None` in doubt.
    fn bound_phrase(&self, chain: &Chain, others_plain: bool) -> Option<Range<usize>> {
        let last = self.phrase_to(chain.tokens.end)?;
        let preposition = last.tokens.start.checked_sub(1)?;
        let opening = self.tokens[preposition].is_any(self.text, OPENING);
        match (opening, others_plain) {
            (true, true) => Some(last.tokens.clone()),
            (false, false) => Some(chain.tokens.clone()),
            _ => None,
        }
    }

    fn place_of(&self, start: usize) -> Place {
        let Some(before) = start.checked_sub(1) else {
            return Place::Start;
        };
        let verb = |at: usize| matches!(self.tokens[at].tag, Tag::VERB | Tag::AUX);
        let after_verb = verb(before)
            || self.is_preposition(before) && before > 0 && verb(before - 1)
            || self.tokens[before].tag == Tag::ADV && before > 0 && verb(before - 1);
        if after_verb {
            Place::AfterVerb
        } else {
            Place::Elsewhere
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{phrases, read_sentence};
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let tokens = read_sentence(text);
        let phrases = phrases(text, &tokens);
        let show = |item: &Range<usize>| {
            &text[tokens[item.start].span().start..tokens[item.end - 1].span().end]
        };
        let lines: Vec<String> = series(text, &tokens, &phrases)
            .iter()
            .map(|found| {
                let items: Vec<&str> = found.items.iter().map(show).collect();
                format!("{:?}: {}", found.place, items.join(" | "))
            })
            .collect();
        expected.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn after_a_verb() {
        check(
            "Countries accumulate exchange agreements, cross-border drills, and standards that help.",
            expect!["AfterVerb: exchange agreements | cross-border drills | standards"],
        );
        check(
            "The plan rests on trust, transparency and predictable processes.",
            expect!["AfterVerb: trust | transparency | predictable processes"],
        );
    }

    #[test]
    fn a_name_of_two_closes_no_list() {
        check(
            "The town has makers of sluice gates, Corrin and Daughters.",
            expect![[""]],
        );
        check(
            "The road runs through Arle, Corrin and Dunmore.",
            expect!["AfterVerb: Arle | Corrin | Dunmore"],
        );
    }

    #[test]
    fn as_the_subject() {
        check(
            "Joint procurement pools for essential goods, regional stockpiles of critical materials, and export controls become instruments.",
            expect![[""]],
        );
    }

    #[test]
    fn an_opening_preposition_takes_the_series() {
        check(
            "Actors move resources toward outreach, modernization, and planning.",
            expect![[""]],
        );
    }

    #[test]
    fn in_doubt_nothing() {
        check(
            "They fear the risk of war, famine, and disease.",
            expect![[""]],
        );
        check("The report was long, and the readers left.", expect![[""]]);
    }
}
