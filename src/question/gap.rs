//! A key phrase left out at or near the end of a claim.
//!
//! Near the end, because there most of the claim has been read before the gap is met.

use crate::language::lexicon::Sort;
use crate::language::{Phrase, Tag, lexicon, stems};

use super::definite::is_summary_noun;
use super::distractor::{Wanted, choose};
use super::quote::Quote;
use super::rank::LIGHT;
use super::reading::{At, Reading};
use super::stock::{Stock, with_of};
use super::{Draft, Form, Kind, KindName};

/// How a gap is written.
pub(crate) const GAP: &str = "_____";

/// The fewest and the most words of the sentence.
const WORDS: std::ops::RangeInclusive<usize> = 8..=27;

/// So many tokens may stand behind the gap.
const BEHIND: usize = 12;

/// Words that say so much of what follows that it can be guessed.
const TELLING: &[&str] = &[
    "against",
    "alongside",
    "among",
    "besides",
    "between",
    "during",
    "like",
    "over",
    "than",
    "throughout",
    "versus",
];

/// Nouns that stand for anybody: to leave them out asks next to nothing.
const ANYBODY: &[&str] = &["human", "humans", "people", "person", "persons"];

/// Words of a claim that gives a reason, a condition or a consequence.
const REASONS: &[&str] = &[
    "because", "by ", "depend", "enable", "hinge", "if ", "lead", "reduce", "require", "rest on",
    "so that", "when ",
];

/// The kind.
pub(crate) struct Gap;

impl Kind for Gap {
    fn name(&self) -> KindName {
        KindName::Gap
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        reading
            .asked()
            .filter_map(|at| of_sentence(reading, at))
            .for_each(found);
    }
}

fn of_sentence(reading: &Reading<'_>, at: At) -> Option<Draft> {
    let quotes = Quote::parts_or_after(reading, at, WORDS);
    let drafts: Vec<Draft> = quotes
        .iter()
        .filter_map(|quote| of_quote(reading, quote))
        .collect();
    // To choose is better than to type.
    let choosing = drafts.iter().position(|draft| draft.form == Form::One);
    drafts.into_iter().nth(choosing.unwrap_or_default())
}

fn of_quote(reading: &Reading<'_>, quote: &Quote) -> Option<Draft> {
    let at = quote.at;
    let phrases = reading.phrases(at).iter().rev();
    let keys: Vec<Stock> = phrases
        .filter(|phrase| quote.holds(&phrase.tokens))
        .filter_map(|phrase| key_of(reading, quote, phrase))
        .collect();
    let chosen = keys.iter().find_map(|key| chosen(reading, quote, key));
    let words = |repeated: bool| {
        let phrases = reading.phrases(at).iter().rev();
        phrases
            .filter(|phrase| quote.holds(&phrase.tokens))
            .filter_map(move |phrase| word_of(reading, quote, phrase, repeated))
    };
    let rare = |key: &Stock| {
        let made = typed(reading, quote, key)?;
        Some(Draft {
            score: made.score * LIGHT,
            ..made
        })
    };
    chosen.or_else(|| {
        let typed = |key: &Stock| typed(reading, quote, key);
        keys.iter()
            .find_map(typed)
            .or_else(|| words(true).find_map(|key| typed(&key)))
            .or_else(|| words(false).find_map(|key| rare(&key)))
    })
}

/// The gap with phrases to choose from, when most of them name the same sort of thing.
fn chosen(reading: &Reading<'_>, quote: &Quote, key: &Stock) -> Option<Draft> {
    let said = quote.with(reading, key.tokens.clone(), GAP);
    let subject = reading.subject(quote.at, quote.run.start);
    let choice = choose(
        reading,
        &Wanted {
            key,
            at: quote.at,
            stem: &quote.with_lead(reading, &said),
            subject,
        },
    )
    .fitting();
    let good = choice.wrong.len() >= KindName::Gap.least_wrong();
    good.then(|| draft(reading, quote, key, &said, choice.wrong, Form::One))
}

/// The gap to be typed, with the first letters given: then only the article's words fit. It asks for
/// words more than for what is said, and comes after all else.
fn typed(reading: &Reading<'_>, quote: &Quote, key: &Stock) -> Option<Draft> {
    let words: Vec<&str> = key.text.split(' ').collect();
    let plain = |word: &&str| word.chars().all(char::is_alphabetic) && word.chars().count() > 3;
    let sound = words.len() <= 3 && words.iter().all(plain);
    let letters = words.iter().filter_map(|word| word.chars().next());
    let gaps: Vec<String> = letters.map(|letter| format!("{letter}{GAP}")).collect();
    let said = quote.with(reading, key.tokens.clone(), &gaps.join(" "));
    let fresh = stems(&quote.with_lead(reading, &said)).is_disjoint(&key.stems);
    let made = draft(reading, quote, key, &said, Vec::new(), Form::Typed);
    let worth = if ANYBODY.contains(&&*key.text) {
        LIGHT * LIGHT
    } else {
        LIGHT
    };
    (sound && fresh).then_some(Draft {
        score: made.score * worth,
        ..made
    })
}

/// A noun near the end of the quotation, to be typed, that the article uses again and again or only there.
fn word_of(reading: &Reading<'_>, quote: &Quote, phrase: &Phrase, repeated: bool) -> Option<Stock> {
    let at = quote.at;
    let near = quote.run.end - phrase.tokens.end.min(quote.run.end) <= BEHIND
        && phrase.head >= quote.run.start + 4;
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let word = tokens[phrase.head].of(text);
    // "On condition that".
    let is = |at: usize, word| tokens.get(at).is_some_and(|token| token.is(text, word));
    let joins = || is(phrase.head - 1, "on") && is(phrase.head + 1, "that");
    let sort = lexicon::sort(word);
    let telling = near
        && word.len() > 5
        && sort != Sort::Time
        && !joins()
        && word.starts_with(char::is_lowercase)
        // "Law c_____", "about 1.1 m_____".
        && !matches!(tokens[phrase.head - 1].tag, Tag::NOUN | Tag::NUM)
        && !lexicon::is_empty_head(word)
        && !is_summary_noun(word)
        && reading.is_repeated(word) == repeated;
    let key = Stock::word(reading, at, phrase.head).filter(|_| telling)?;
    (!key.stems.is_subset(&reading.topic)).then_some(key)
}

fn draft(
    reading: &Reading<'_>,
    quote: &Quote,
    key: &Stock,
    said: &str,
    wrong: Vec<String>,
    form: Form,
) -> Draft {
    let words = key.text.split(' ').count();
    let asked = match form {
        // Then "climates" is none where "countries" is asked for.
        Form::Typed if words == 1 => {
            let letters = key.text.chars().count();
            format!("word of {letters} letters completes")
        }
        _ if words == 1 => "word completes".to_owned(),
        _ => "words complete".to_owned(),
    };
    Draft {
        stem: quote.completing(reading, &asked, said),
        keys: vec![key.text.clone()],
        form,
        wrong,
        evidence: reading.evidence(key.at),
        explanation: format!("The article has “{}” there.", key.text),
        score: 0.3 + 0.3 * reading.centrality(said) + if gives_reason(said) { 0.1 } else { 0.0 }
            - quote.cost(reading),
    }
}

/// The phrase as a key, when it stands near the end of the quotation, governed by a verb or a
/// preposition, and has words enough.
fn key_of(reading: &Reading<'_>, quote: &Quote, phrase: &Phrase) -> Option<Stock> {
    let (at, tokens) = (quote.at, reading.tokens(quote.at));
    let text = reading.text(at);
    let whole = with_of(reading, at, phrase).unwrap_or_else(|| phrase.tokens.clone());
    let before = tokens.get(whole.start.checked_sub(1)?)?;
    let after = tokens.get(whole.end)?;
    if !quote.holds(&whole) {
        return None;
    }
    let near = quote.run.end - whole.end <= BEHIND && whole.start >= quote.run.start + 4;
    let telling = before.is_any(text, TELLING) || before.is(text, "of");
    let governed = !telling && matches!(before.tag, Tag::VERB | Tag::ADP | Tag::SCONJ | Tag::AUX);
    // "Turns to a handsome straw yellow" goes on behind what was taken for the whole phrase.
    let closed = !matches!(after.tag, Tag::ADJ | Tag::CCONJ | Tag::NOUN | Tag::PART)
        && !after.is_any(text, &[",", "of", "who", "whose"]);
    let contrasted = reading
        .run(at, quote.run.start..whole.start)
        .contains(" rather than ");
    let sound = near && governed && closed && !contrasted && whole.len() > 1;
    let key = Stock::phrase(reading, at, whole).filter(|_| sound)?;
    (key.stems.len() > 1 && !key.stems.is_subset(&reading.topic)).then_some(key)
}

fn gives_reason(claim: &str) -> bool {
    let claim = claim.to_lowercase();
    REASONS.iter().any(|mark| claim.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    /// Other claims of the article, from whose ends wrong options come.
    const OTHERS: &str = "Merchants of the old towns paid the pilots with copper coins.\n\n\
        The fishermen of the bay caught herring with fine nets.\n\n\
        Every autumn the carpenters repaired the boats with oak planks.";

    #[track_caller]
    fn check(sentence: &str, expected: Expect) {
        let text = format!("# Harbours\n\n{sentence}\n\n{OTHERS}\n");
        let all = drafts(&Gap, &text);
        let first = all
            .split("\n\n")
            .find(|draft| draft.contains(sentence.get(..12).unwrap_or_default()));
        expected.assert_eq(first.unwrap_or("nothing"));
    }

    #[test]
    fn what_the_sentence_before_shows_is_not_left_out() {
        let led = |before: &str| {
            let text = format!(
                "# Harbours\n\n{before} In Hull and in Wick they sold the pilots of the bay.\n\n{OTHERS}\n"
            );
            let all = drafts(&Gap, &text);
            all.split("\n\n")
                .filter(|it| it.starts_with("After"))
                .any(|it| it.contains("p_____"))
        };
        assert!(led(
            "Northern merchants bought thirty boats of salted fish."
        ));
        assert!(!led(
            "Northern merchants bought thirty pilots of salted fish."
        ));
    }

    #[test]
    fn the_phrase_at_the_end_is_left_out() {
        check(
            "The harbour masters of the north lit the towers with smoky torches.",
            expect![[r#"
                Which words complete this sentence? “The harbour masters of the north lit the towers with _____.”
                * smoky torches
                copper coins
                oak planks"#]],
        );
    }

    #[test]
    fn what_points_back_is_not_quoted() {
        check(
            "They lit the towers of the northern harbours with smoky torches.",
            expect!["nothing"],
        );
        check(
            "Harbours of this sort were lit at night with smoky torches.",
            expect!["nothing"],
        );
    }

    #[test]
    fn a_word_for_anybody_is_left_out_last() {
        let article = article::parse(
            "a.md",
            b"# Harbours\n\nThe bells of the north were heard at night by many people.\n\n\
              In the bay people sang, and people danced.\n\nThe bells of the bay were heard at night by many pilots.\n\n\
              In the harbour pilots sang, and pilots danced.\n",
        );
        let reading = Reading::of(&article.article);
        let mut scores: Vec<(f32, String)> = Vec::new();
        Gap.drafts(&reading, &mut |draft| {
            scores.push((draft.score, draft.keys.concat()))
        });
        scores.sort_by(|one, two| two.0.total_cmp(&one.0));
        let keys: Vec<&str> = scores.iter().map(|(_, key)| &**key).collect();
        assert_eq!(keys, ["pilots", "people"]);
    }

    #[test]
    fn what_goes_on_behind_the_phrase_is_not_cut_in_two() {
        check(
            "The harbour masters of the north painted the towers in smoky torches yellow.",
            expect![[r#"
                Which word of 6 letters completes this sentence? “The harbour masters of the north painted the t_____ in smoky torches yellow.”
                * towers"#]],
        );
    }

    #[test]
    fn a_likeness_is_not_asked_for() {
        check(
            "The harbour masters of the north lit towers that shone like smoky torches.",
            expect![[r#"
                Which word of 6 letters completes this sentence? “The harbour masters of the north lit t_____ that shone like smoky torches.”
                * towers"#]],
        );
    }

    #[test]
    fn what_can_be_guessed_is_not_asked() {
        check(
            "The harbour masters of the north chose cheap pitch rather than costly oil.",
            expect![[r#"
                Which words complete this sentence? “The harbour masters of the north chose c_____ p_____ rather than costly oil.”
                * cheap pitch"#]],
        );
        check(
            "The harbour masters of the north lit the towers during stormy nights.",
            expect![[r#"
                Which word of 6 letters completes this sentence? “The harbour masters of the north lit the t_____ during stormy nights.”
                * towers"#]],
        );
    }
}
