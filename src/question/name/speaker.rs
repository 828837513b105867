//! Who says what the article quotes.
//!
//! Apart from the other names, whose sentences must not hold quotation marks.

use std::ops::{Range, RangeInclusive};

use crate::language::{Tag, Token, stems};
use crate::question::clarity::points;
use crate::question::mention::{Mention, is_saying, is_speaker};
use crate::question::reading::{At, Reading};
use crate::question::referent::meaning;
use crate::question::register::Register;
use crate::question::{Draft, Evidence, Form};

use super::is_given_away;

/// The fewest and the most words of what is quoted.
const WORDS: RangeInclusive<usize> = 7..=30;

/// Words that speak of the one who speaks or is spoken to, and so need no name in a quotation.
const SPEAKING: &[&str] = &["i", "me", "my", "our", "us", "we", "you", "your"];

/// Words by which somebody who speaks goes on about what the sentence before told.
const GOING_ON: &[&str] = &["it", "it's", "it’s", "its", "that", "their", "them", "they"];

/// Marks that end a quotation of which what follows is no part.
const ENDING: [char; 5] = [',', '.', '?', '!', '…'];

/// "Whom does the article quote as saying this?" of every quotation whose speaker can be told.
pub(super) fn who_says<'a>(
    reading: &'a Reading<'_>,
    register: &'a Register,
) -> impl Iterator<Item = Draft> + 'a {
    let quoting = reading
        .sentences()
        .filter(|at| reading.words(*at).contains(['“', '"']));
    quoting.filter_map(|at| who_says_in(reading, register, at))
}

fn who_says_in(reading: &Reading<'_>, register: &Register, at: At) -> Option<Draft> {
    let quotation = Quotation::of(reading, at)?;
    let (said, last) = quotation.words(reading)?;
    let said = said.trim_end_matches([',', '.']);
    let (name, evidence) = quotation.speaker(reading, register)?;
    let evidence = reading.stretched(evidence, last);
    let stop = if said.ends_with(['?', '!', '…']) {
        ""
    } else {
        "."
    };
    let sound = !is_given_away(reading, &name, said)
        && !stems(said).is_empty()
        && WORDS.contains(&said.split_whitespace().count());
    sound.then(|| Draft {
        stem: format!("Whom does the article quote as saying this? “{said}{stop}”"),
        wrong: reading.others_like(&name, &evidence.text),
        explanation: format!("The article has it from {name}."),
        keys: vec![name],
        form: Form::One,
        evidence,
        score: 0.55 + 0.2 * reading.centrality(said),
    })
}

/// The words in quotation marks in a sentence, and those around them.
struct Quotation {
    at: At,
    first: Range<usize>,
    /// Where it goes on behind the name of its speaker.
    second: Option<Range<usize>>,
    /// The whole sentence behind, where all of it is quoted as well.
    next: Option<At>,
}

impl Quotation {
    fn of(reading: &Reading<'_>, at: At) -> Option<Self> {
        let first = quoted_from(reading, at, 0)?;
        let second = quoted_from(reading, at, first.end + 1);
        let next = At {
            sentence: at.sentence + 1,
            ..at
        };
        let next = (next.sentence < reading.passage(at).sentences.len())
            .then_some(next)
            .filter(|next| {
                let whole = 1..reading.tokens(*next).len().saturating_sub(1);
                quoted_from(reading, *next, 0) == Some(whole)
            });
        Some(Quotation {
            at,
            first,
            second,
            next,
        })
    }

    /// What is said, a whole sentence that points nowhere, or two, and the sentence in which it ends; `None` where
    /// it is less.
    fn words(&self, reading: &Reading<'_>) -> Option<(String, At)> {
        let (text, tokens) = (reading.text(self.at), reading.tokens(self.at));
        let first = whole(reading, self.at, &self.first)
            .filter(|first| first.starts_with(char::is_uppercase))?;
        let clear = |at: At, run: &Range<usize>, known: &[&str]| {
            let (text, tokens) = (reading.text(at), reading.tokens(at));
            run.clone().all(|at| {
                let token = tokens[at];
                token.is_any(text, SPEAKING)
                    || token.is_any(text, known)
                    || is_at_hand(text, &tokens[at..])
                    || !points(text, token)
            })
        };
        if !clear(self.at, &self.first, &[]) {
            return None;
        }
        if let Some(second) = &self.second {
            // "You can do it right," she says, "and they'll be back": the comma was the speaker's own.
            let opens = tokens.get(second.start)?;
            let joins = first.ends_with(',') && opens.tag == Tag::CCONJ;
            let small = opens.of(text).starts_with(char::is_lowercase);
            let goes_on = joins && small && clear(self.at, second, &[]);
            let second = whole(reading, self.at, second).filter(|_| goes_on)?;
            return Some((format!("{first} {second}"), self.at));
        }
        let more = self.next.and_then(|next| {
            let run = quoted_from(reading, next, 0)?;
            let more = whole(reading, next, &run)?;
            let first = first.strip_suffix(',')?;
            let said = format!("{first}. {more}");
            let short = WORDS.contains(&said.split_whitespace().count());
            (short && clear(next, &run, GOING_ON)).then_some((said, next))
        });
        Some(more.unwrap_or_else(|| (first.to_owned(), self.at)))
    }

    /// Whose words they are, by name or by a pronoun beside a verb of saying, and where that is told.
    fn speaker(&self, reading: &Reading<'_>, register: &Register) -> Option<(String, Evidence)> {
        let at = self.at;
        let person = |mention: &&Mention| {
            !self.holds(mention.tokens.start) && register.is_person(&mention.text)
        };
        let mut named = register.mentions_in(at).iter().filter(person);
        if let Some(mention) = named.next() {
            let speaks = is_speaker(reading, mention) || self.is_introduced(reading, mention);
            let alone = speaks && named.next().is_none();
            return alone.then(|| (mention.text.clone(), reading.evidence(at)));
        }
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        // "She says", "said he".
        let pair = self.first.end + 1..self.first.end + 3;
        let is = |token: usize| tokens[token].is_any(text, &["he", "she"]);
        let pronoun = pair
            .clone()
            .find(|token| *token < tokens.len() && is(*token))?;
        let verb = pair.start + pair.end - 1 - pronoun;
        let says = tokens.get(verb).is_some_and(|verb| is_saying(text, *verb));
        let name = meaning(reading, at, pronoun).filter(|_| says)?;
        let evidence = reading.evidence_naming(at, &name)?;
        Some((name, evidence))
    }

    /// "Said its secretary, Milos Brandt".
    fn is_introduced(&self, reading: &Reading<'_>, mention: &Mention) -> bool {
        let (text, tokens) = (reading.text(self.at), reading.tokens(self.at));
        let verb = self.first.end + 1;
        let describes = |token: &Token| {
            matches!(token.tag, Tag::ADJ | Tag::DET | Tag::NOUN | Tag::PRON) || token.is(text, ",")
        };
        let between = tokens.get(verb + 1..mention.tokens.start);
        between.is_some_and(|between| between.iter().all(describes))
            && is_saying(text, tokens[verb])
    }

    fn holds(&self, token: usize) -> bool {
        let second = self.second.as_ref();
        self.first.contains(&token) || second.is_some_and(|second| second.contains(&token))
    }
}

/// "This room", "there are": what who speaks has before the eyes, or what points nowhere.
fn is_at_hand(text: &str, tokens: &[Token]) -> bool {
    let (Some(first), Some(next)) = (tokens.first(), tokens.get(1)) else {
        return false;
    };
    let shown = first.is_any(text, &["these", "this"]) && next.tag == Tag::NOUN;
    let exists = first.is(text, "there") && next.tag == Tag::AUX;
    shown || exists
}

/// The words of a run, if they end as a sentence that somebody quotes does.
fn whole<'a>(reading: &'a Reading<'_>, at: At, run: &Range<usize>) -> Option<&'a str> {
    let words = reading.run(at, run.clone());
    words.ends_with(ENDING).then_some(words)
}

/// The tokens between the next pair of quotation marks.
fn quoted_from(reading: &Reading<'_>, at: At, start: usize) -> Option<Range<usize>> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is_mark = |token: &usize, marks: &[&str]| tokens[*token].is_any(text, marks);
    let open = (start..tokens.len()).find(|token| is_mark(token, &["“", "\""]))?;
    let close = (open + 1..tokens.len()).find(|token| is_mark(token, &["”", "\""]))?;
    Some(open + 1..close)
}

#[cfg(test)]
mod tests {
    use crate::question::name::tests::check_among_others;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(paragraph: &str, expected: Expect) {
        check_among_others(paragraph, "Whom", &expected);
    }

    #[test]
    fn somebody_among_the_others_that_are_named() {
        check(
            "\"We lost the boats, and nobody came back to the school,\" said Martin Grieve, who kept the light.",
            expect![[r#"
                Whom does the article quote as saying this? “We lost the boats, and nobody came back to the school.”
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
    }

    #[test]
    fn a_second_sentence_goes_on() {
        check(
            "\"Nobody in this town came back to the school,\" said its teacher, Martin Grieve. \
             \"It was a house of wind.\"",
            expect![[r#"
                Whom does the article quote as saying this? “Nobody in this town came back to the school. It was a house of wind.”
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
        check(
            "In old days the light was kept by Martin Grieve. \"We lost the boats,\" he says, \
             \"and nobody came back to the school.\"",
            expect![[r#"
                Whom does the article quote as saying this? “We lost the boats, and nobody came back to the school.”
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
    }

    #[test]
    fn what_points_elsewhere_or_has_no_name_is_not_asked() {
        check(
            "\"This was the first of the things that we lost,\" said Martin Grieve, who kept the light.",
            expect![[""]],
        );
        check(
            "\"We lost the boats, and nobody came back to the school,\" said an old man.",
            expect![[""]],
        );
        check(
            "\"We lost the boats to the great storm,\" said Martin Grieve, \"of the year when nobody came back.\"",
            expect![[""]],
        );
    }
}
