//! A claim with a word of direction, size, time or bound turned to its opposite.
//!
//! Apart from what is taken from elsewhere in the article: these words have their opposites in tables.

use std::ops::Range;

use super::exchange::{Exchange, TURNED};
use crate::language::lexicon::Sort;
use crate::language::{Tag, Token, lemma, lexicon};
use crate::question::quote::Quote;
use crate::question::reading::Reading;

/// What "more than" is turned to, and what it is beside what can be counted.
const LESS: &str = "less than";
const FEWER: &str = "fewer than";

/// Before a number.
const BOUNDS: &[([&str; 2], &str)] = &[
    (["at", "least"], "at most"),
    (["at", "most"], "at least"),
    (["fewer", "than"], "more than"),
    (["less", "than"], "more than"),
    (["more", "than"], LESS),
];

/// Words among the opposites that what is said beside them gives away.
const SEASONS: &[&str] = &["autumn", "spring", "summer", "winter"];

/// What goes with one season and not with its opposite.
const WEATHER: &[&str] = &[
    "bloom", "blossom", "cold", "flower", "flowers", "freeze", "freezes", "froze", "frost",
    "frosts", "frozen", "harvest", "heat", "hot", "ice", "melt", "melted", "mild", "snow", "snows",
    "sow", "sown", "thaw", "warm",
];

/// The one word of a sentence of no tone that can be turned: there both ways can be believed.
pub(super) fn turned(reading: &Reading<'_>, quote: &Quote) -> Option<Exchange> {
    let (text, tokens) = (reading.text(quote.at), reading.tokens(quote.at));
    let run = &tokens[..quote.run.end];
    let mut found = quote.run.clone().filter_map(|at| {
        let (tokens, put) = direction(text, tokens, at)
            .or_else(|| bound(text, run, at))
            .or_else(|| amount(text, run, at))?;
        let (tokens, put) = with_article(text, run, tokens, put);
        Some(Exchange {
            tokens,
            put,
            cost: TURNED,
        })
    });
    let first = found.next()?;
    let even = || lexicon::tone(reading.words(quote.at)) == 0;
    (found.next().is_none() && even()).then_some(first)
}

/// "A later start" is turned to "an earlier start", article and all.
fn with_article(
    text: &str,
    tokens: &[Token],
    turned: Range<usize>,
    put: &str,
) -> (Range<usize>, String) {
    let before = turned.start.checked_sub(1);
    let article = before.filter(|before| tokens[*before].is_any(text, &["a", "an"]));
    match article {
        Some(article) => {
            let fitting = if put.starts_with(['a', 'e', 'i', 'o', 'u']) {
                "an"
            } else {
                "a"
            };
            (article..turned.end, format!("{fitting} {put}"))
        }
        None => (turned, put.to_owned()),
    }
}

/// A word of direction, size, place or time, by the lexicon.
fn direction(text: &str, tokens: &[Token], at: usize) -> Option<(Range<usize>, &'static str)> {
    let put = lexicon::opposite(tokens[at].of(text))?;
    let word = Word { text, tokens, at };
    // "From lowest to highest", "spring back faster and travel faster": the other of the two would show it.
    let own = tokens[at].of(text);
    let paired = tokens.iter().any(|token| token.is(text, put))
        || tokens.iter().filter(|token| token.is(text, own)).count() > 1;
    let kept = paired || KEPT.iter().any(|is_kept| is_kept(word));
    (!kept).then_some((at..at + 1, put))
}

/// A word where it stands.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
}

impl Word<'_> {
    fn is(self, words: &[&str]) -> bool {
        self.tokens[self.at].is_any(self.text, words)
    }

    fn before(self) -> Option<Token> {
        self.at.checked_sub(1).map(|at| self.tokens[at])
    }

    fn is_after(self, words: &[&str]) -> bool {
        let before = self.before();
        before.is_some_and(|before| before.is_any(self.text, words))
    }

    fn next(self) -> Option<Token> {
        self.tokens.get(self.at + 1).copied()
    }

    fn is_before(self, words: &[&str]) -> bool {
        let next = self.next();
        next.is_some_and(|next| next.is_any(self.text, words))
    }

    fn is_with(self, words: &[&str]) -> bool {
        self.tokens
            .iter()
            .any(|token| token.is_any(self.text, words))
    }

    fn ends_with(self, ending: &str) -> bool {
        self.tokens[self.at].of(self.text).ends_with(ending)
    }
}

/// What keeps a word from being turned.
const KEPT: [fn(Word<'_>) -> bool; 12] = [
    // "Later than", "north of", "from farther away".
    |word| word.is_before(&["away", "of", "than"]),
    |word| matches!(word.tokens[word.at].tag, Tag::VERB | Tag::SCONJ),
    // "Lower Ovanni" is called so.
    |word| {
        let cased = |token: Token| token.of(word.text).starts_with(char::is_uppercase);
        cased(word.tokens[word.at]) && (word.at > 0 || word.next().is_some_and(cased))
    },
    // "A little left over", "found it right".
    |word| word.is(&["left", "right"]) && !word.is_after(&["the"]),
    // "The longest fog on record lasted nineteen days": the shortest did not.
    |word| {
        word.ends_with("est")
            && word.is_with(&["ever", "known", "measured", "record", "recorded", "seen"])
    },
    // "The first mild day of spring, when the ice broke", "mild, or two if it is cold": the weather shows which.
    |word| {
        let others = word.tokens.iter().enumerate();
        let beside = |(at, it): (usize, &Token)| at != word.at && it.is_any(word.text, WEATHER);
        (word.is(SEASONS) || word.is(&["cold", "colder", "warm", "warmer"]))
            && others.into_iter().any(beside)
    },
    // "Between midnight and three in the morning".
    |word| {
        let hour = word.at.checked_sub(3).map(|at| word.tokens[at].tag);
        word.is(&["afternoon", "evening", "morning", "night"]) && hour == Some(Tag::NUM)
    },
    // "To repair the road or lower some other tax", "a site well inland".
    |word| {
        let object = word.next().is_some_and(|next| next.tag == Tag::DET);
        object && word.ends_with("er") && !word.is(SEASONS)
            || word.is_after(&["far", "farther", "further", "well"])
    },
    // "The spring yielded eleven litres".
    |word| word.is(SEASONS) && !is_season(word),
    |word| word.is(&["above", "after", "before", "below"]) && !is_placed(word),
    |word| word.is(&["early", "late"]) && !is_timed(word),
    // "The older view", "the oldest stones": of them nobody says "younger".
    |word| {
        let living = word
            .next()
            .is_some_and(|it| lexicon::is_person(it.of(word.text)));
        word.is(&["older", "oldest", "younger", "youngest"]) && !living
    },
];

/// "Before dawn", "above the quay": not "the day before", "before they left", "named after", "year after year" nor "drops
/// below", which can be nothing else.
fn is_placed(word: Word<'_>) -> bool {
    const BINDING: &[&str] = &[
        "call", "climb", "dip", "drop", "fall", "look", "name", "rise", "sink", "take",
    ];
    let base = |before: Token| lemma::base(&before.small(word.text));
    let bound = word.before().and_then(base);
    let bound = bound.is_some_and(|base| BINDING.contains(&base.as_str()));
    let beside = word.before().zip(word.next());
    let again = beside.is_some_and(|(one, other)| one.of(word.text) == other.of(word.text));
    let governs = |next: Token| {
        matches!(
            next.tag,
            Tag::DET | Tag::NOUN | Tag::PROPN | Tag::NUM | Tag::ADJ
        )
    };
    // "Which die after three weeks under water".
    let behind = &word.tokens[word.at + 1..];
    let is_time = |it: &Token| lexicon::sort(it.of(word.text)) == Sort::Time;
    let lasts =
        behind.iter().take(2).any(|it| it.tag == Tag::NUM) && behind.iter().take(4).any(is_time);
    // "A case comes before the court".
    let mut near = behind.iter().take_while(|it| it.tag != Tag::PUNCT).take(3);
    let heard = word.is(&["before"]) && near.any(|it| lexicon::is_person(it.of(word.text)));
    let governed = word.tokens[word.at].tag == Tag::ADP && word.next().is_some_and(governs);
    governed && !lasts && !heard && !bound && !again
}

/// "In late spring", "every autumn", "since the summer of 1846".
fn is_season(word: Word<'_>) -> bool {
    const WHEN: &[&str] = &[
        "by",
        "during",
        "each",
        "every",
        "for",
        "from",
        "in",
        "last",
        "next",
        "of",
        "one",
        "since",
        "that",
        "this",
        "through",
        "throughout",
        "to",
        "until",
    ];
    const BETWEEN: &[&str] = &["early", "following", "late", "mid", "the"];
    let before = word.tokens[..word.at].iter().rev();
    let mut before = before.skip_while(|token| token.is_any(word.text, BETWEEN));
    before
        .next()
        .is_some_and(|token| token.is_any(word.text, WHEN))
}

/// "Fourteen months late", "the early schools": not "deal with it late".
fn is_timed(word: Word<'_>) -> bool {
    let is_time = |before: Token| lexicon::sort(before.of(word.text)) == Sort::Time;
    word.before().is_some_and(is_time) || word.next().is_some_and(|next| next.tag == Tag::NOUN)
}

/// "Most of the doors are of poplar", "most towns": not "the most", "by most accounts" nor "most of what".
fn amount(text: &str, tokens: &[Token], at: usize) -> Option<(Range<usize>, &'static str)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|it| it.is_any(text, words));
    let of = is(at + 1, &["of"]) && is(at + 2, &["its", "the", "their"]);
    let noun = tokens.get(if of { at + 3 } else { at + 1 })?;
    let many = noun.tag == Tag::NOUN && lexicon::is_plural(noun.of(text));
    let opens = at == 0 || is(at - 1, &["that"]);
    (tokens[at].is(text, "most") && many && opens).then_some((at..at + 1, "few"))
}

/// "More than two hundred": not "more than they had".
fn bound(text: &str, tokens: &[Token], at: usize) -> Option<(Range<usize>, &'static str)> {
    let [first, second, number] = tokens.get(at..at + 3)? else {
        return None;
    };
    // "Has been quarried for at least two thousand years"; "fewer than forty lived, because of cats"; "is law unless at
    // least six vote against it".
    let reason = || {
        tokens
            .iter()
            .any(|token| token.is_any(text, &["because", "unless"]))
    };
    if at > 0 && tokens[at - 1].is(text, "for") || reason() {
        return None;
    }
    let (_, put) = BOUNDS
        .iter()
        .find(|([one, two], _)| first.is(text, one) && second.is(text, two))?;
    let counts = number.tag == Tag::NUM || number.is_any(text, &["half", "twice"]);
    let put = if *put == LESS && is_counted(text, &tokens[at + 2..]) {
        FEWER
    } else {
        put
    };
    let graded = at > 0 && tokens[at - 1].is_any(text, &["much", "no", "not"]);
    (counts && !graded).then_some((at..at + 2, put))
}

/// Parts of a whole, which are not counted.
const PARTS: &[&str] = &[
    "eighths", "fifths", "halves", "ninths", "quarters", "sevenths", "sixths", "tenths", "thirds",
];

/// "Two hundred carts", "6,000 had followed": not "40 percent", "two thirds" nor "three metres".
fn is_counted(text: &str, tokens: &[Token]) -> bool {
    let number = |token: &&Token| token.tag == Tag::NUM;
    let mut behind = tokens.iter().skip_while(number);
    match behind.find(|token| token.tag != Tag::ADJ) {
        Some(noun) if noun.tag == Tag::NOUN => {
            let word = noun.of(text);
            lexicon::is_plural(word)
                && word != "times"
                && !lexicon::is_measure(word)
                && !noun.is_any(text, PARTS)
                && lexicon::sort(word) != lexicon::Sort::Time
        }
        Some(next) => matches!(next.tag, Tag::VERB | Tag::AUX),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// The sentence with its one word turned; empty where there is none.
    #[track_caller]
    fn check(sentence: &str, expected: &str) {
        let article = article::parse("a.md", format!("# Tolls\n\n{sentence}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("a sentence");
        let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
        let turned = turned(&reading, &quote);
        let said = turned.map(|it| quote.with(&reading, it.tokens, &it.put));
        assert_eq!(said.unwrap_or_default(), expected, "{sentence}");
    }

    #[test]
    fn directions_and_amounts_are_turned() {
        check(
            "Merchants came to the harbour in summer with salted herring.",
            "Merchants came to the harbour in winter with salted herring.",
        );
        check(
            "Ferries carried more than two hundred carts to the island.",
            "Ferries carried fewer than two hundred carts to the island.",
        );
        check(
            "Ferries carried more than two hundred tons to the island.",
            "Ferries carried less than two hundred tons to the island.",
        );
        check(
            "Carts brought more than four times the salted herring.",
            "Carts brought less than four times the salted herring.",
        );
        check(
            "Carts brought more than two thirds of the salted herring.",
            "Carts brought less than two thirds of the salted herring.",
        );
    }

    #[test]
    fn places_times_and_most_are_turned() {
        check(
            "Carts of the bay came before the herring.",
            "Carts of the bay came after the herring.",
        );
        check(
            "Carts of the bay came fourteen months late.",
            "Carts of the bay came fourteen months early.",
        );
        check(
            "Most of the carts came from the bay.",
            "Few of the carts came from the bay.",
        );
        check("Carts of the bay were by most accounts slow.", "");
        check("The most carts came from the bay.", "");
        check("Carts came late and ferries came late to the bay.", "");
    }

    #[test]
    fn who_is_old_may_be_young() {
        check(
            "Older masons of the bay mended roads in town.",
            "Younger masons of the bay mended roads in town.",
        );
    }

    #[test]
    fn an_article_goes_with_the_word_behind_it() {
        check(
            "In town schools with a later start pupils came on time.",
            "In town schools with an earlier start pupils came on time.",
        );
    }

    #[test]
    fn how_long_something_lasts_is_left() {
        check(
            "Merchants have dug alabaster for at least two thousand years.",
            "",
        );
    }

    #[test]
    fn what_compares_is_left() {
        check("Carts paid more than they had paid in town.", "");
        check(
            "The spring of the old bay yielded eleven litres a second.",
            "",
        );
        check("The longest fog on record lasted nineteen days.", "");
        check(
            "Close the road for a week if it is mild, or two if it is cold.",
            "",
        );
        check("Masons built as many bridges as there were roads.", "");
        check("Merchants came in summer and herring came in autumn.", "");
        check("Masons of the bay wanted a quay well inland.", "");
        check("Carts of the bay came long before they were wanted.", "");
        check(
            "Herring of the bay keep well after three weeks in salt.",
            "",
        );
        check("Carts that drop below a hundred tons come in free.", "");
        check("Masons of the bay mended the quays much too late.", "");
        check("Carts of the bay came before the old court.", "");
        check("Masons of the bay saw herring from farther away.", "");
        check("The older view of the bay is told in town.", "");
        check(
            "Tolls of the bay remain unless at least six masons mend them.",
            "",
        );
        check("Masons of the bay can mend roads or lower some tolls.", "");
        check(
            "In winter some masons of the bay mend the quays.",
            "In summer some masons of the bay mend the quays.",
        );
        check("The first mild day of spring broke the grey ice.", "");
        check(
            "Four sheets were enough, with a little left over for repairs.",
            "",
        );
    }
}
