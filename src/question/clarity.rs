//! Whether a run of words can be understood without what stands before it.
//!
//! Apart from the kinds, which all quote sentences.

mod antecedent;

use std::ops::Range;

use crate::language::lexicon::Sort;
use crate::language::{Number, Tag, Token, lexicon, small};

use super::definite::is_summary;
use super::reading::{At, Reading};
use super::referent::is_empty_it;
use antecedent::{
    has_person, has_place, is_led_by_phrase, is_said_to_be, is_subject_of_participle, names,
    without_subject,
};

/// Words that point to something said before, wherever they stand.
const POINTING: &[&str] = &[
    "above",
    "accordingly",
    "aforementioned",
    "afterwards",
    "again",
    "also",
    "another",
    "earlier",
    "either",
    "ensuing",
    "following",
    "former",
    "here",
    "herein",
    "i",
    "instead",
    "later",
    "latter",
    "likewise",
    "me",
    "meanwhile",
    "my",
    "next",
    "others",
    "our",
    "previous",
    "resulting",
    "same",
    "similar",
    "similarly",
    "so",
    "subsequent",
    "such",
    "that",
    "then",
    "these",
    "this",
    "those",
    "thus",
    "too",
    "us",
    "we",
    "you",
    "your",
];

/// Words that set a sentence against the one before and can be left out at its start.
const CONNECTIVES: &[&str] = &[
    "and",
    "but",
    "hence",
    "nevertheless",
    "so",
    "still",
    "then",
    "therefore",
    "thus",
    "yet",
];

/// Words that tie a sentence to the one before from its middle.
const LINKS: &[&str] = &[
    "by contrast",
    "consequently",
    "for example",
    "for instance",
    "furthermore",
    "however",
    "in contrast",
    "in turn",
    "moreover",
    "nevertheless",
    "nonetheless",
    "on the contrary",
    "on the other hand",
    "therefore",
];

/// The first token of the sentence proper, after "However," or "Yet".
pub(crate) fn beginning(reading: &Reading<'_>, at: At) -> usize {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let comma = tokens.iter().take(5).position(|token| token.is(text, ","));
    match (tokens.first(), comma) {
        (Some(first), _) if first.is_any(text, CONNECTIVES) => {
            1 + usize::from(tokens.get(1).is_some_and(|next| next.is(text, ",")))
        }
        // "Stranger still, the robins turned".
        (Some(_), Some(2)) if tokens[1].is(text, "still") => 3,
        (Some(first), Some(1)) if first.tag == Tag::ADV || first.of(text).ends_with("ly") => 2,
        (Some(first), Some(comma)) if first.is(text, "to") && comma < 4 => comma + 1,
        (Some(_), Some(comma)) if is_phrase_of_order(reading.run(at, 0..comma)) => comma + 1,
        _ => 0,
    }
}

/// Whether the run stands on its own: nothing in it points to what came before.
pub(crate) fn stands_alone(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let marks = ['"', '“', '”', '‘', '[', ']', '?', '!'];
    !reading.run(at, run.clone()).contains(marks)
        && !is_summary(reading, at, run.clone())
        && run
            .clone()
            .all(|token| is_clear(reading, at, run.start, token))
}

/// Whether a text, which has no connective at its start, is tied to what stands before it.
pub(crate) fn links(text: &str) -> bool {
    let stands = |link: &&str| {
        text.match_indices(*link).any(|(at, _)| {
            let joined = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
            !joined(text[..at].chars().next_back())
                && !joined(text[at + link.len()..].chars().next())
        })
    };
    LINKS.iter().any(stands)
}

/// Whether a run breaks off behind a comma: "the steamer sank near the outfalls, just".
pub(crate) fn trails(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let comma = run
        .end
        .checked_sub(2)
        .filter(|comma| *comma > run.start)
        .map(|comma| reading.tokens(at)[comma]);
    comma.is_some_and(|comma| comma.is(reading.text(at), ","))
}

/// Whether a claim denies something, or as good as denies it, which makes a bad stem.
pub(crate) fn denies(text: &str) -> bool {
    let negative = [
        "barely", "cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not",
        "nothing", "rarely", "scarcely", "seldom", "without",
    ];
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(small)
        .any(|word| negative.contains(&&*word) || word.ends_with("n't") || word.ends_with("n’t"))
}

/// Whether somebody does less than the verb says when one of these adverbs stands beside it, so that
/// the deed is not told without it: "the canal almost failed".
pub(crate) fn is_limited(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let limits = [
        "allegedly",
        "almost",
        "apparently",
        "nearly",
        "only",
        "ostensibly",
        "reportedly",
        "supposedly",
        "theoretically",
    ];
    let text = reading.text(at);
    denies(reading.run(at, run.clone()))
        || reading.tokens(at)[run]
            .iter()
            .any(|token| token.tag == Tag::ADV && token.is_any(text, &limits))
}

/// Whether a word by itself points to something said before: a pronoun or "such" and its like.
pub(crate) fn points(text: &str, token: Token) -> bool {
    let word = token.small(text);
    let relative = ["that", "which", "who", "whom", "whose", "what"].contains(&&*word);
    let linking = relative && token.tag != Tag::DET;
    let personal = token.tag == Tag::PRON && !word.ends_with("self") && !word.ends_with("selves");
    let whole = [
        "anybody",
        "anyone",
        "anything",
        "everybody",
        "everyone",
        "everything",
        "nobody",
        "nothing",
        "one",
        "somebody",
        "someone",
        "something",
    ];
    let known = whole.contains(&&*word);
    !linking && !known && (personal || POINTING.binary_search(&&*word).is_ok())
}

/// Whether a token of a run that begins at `start` points nowhere outside it.
pub(super) fn is_clear(reading: &Reading<'_>, at: At, start: usize, token: usize) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let word = &tokens[token];
    // "On ten bushels, that would be": no relative stands behind a comma.
    let relative = word.is(text, "that")
        && token > start
        && word.tag != Tag::DET
        && tokens[token - 1].tag != Tag::PUNCT
        && tokens
            .get(token + 1)
            .is_some_and(|next| next.tag != Tag::PUNCT);
    let before = start..token;
    if is_subject_of_participle(reading, at, start, token) {
        return false;
    }
    // "Save Our Lido": a word in a name points to nothing.
    let named = token > start
        && word.of(text).starts_with(char::is_uppercase)
        && !word.is(text, "i")
        && tokens[token - 1].tag != Tag::PUNCT;
    match &*word.small(text) {
        _ if named || relative || is_bound(text, tokens, token) => true,
        "it" | "they"
            if !is_empty_it(reading, at, token) && is_led_by_phrase(reading, at, token) =>
        {
            false
        }
        "them" => names(
            reading,
            at,
            without_subject(reading, at, before, token),
            Number::Plural,
        ),
        "they" | "their" | "theirs" | "themselves" => names(reading, at, before, Number::Plural),
        "it" if is_empty_it(reading, at, token) => true,
        "it" | "its" | "itself" => names(reading, at, before, Number::Singular),
        "he" | "him" | "his" | "himself" => has_person(reading, at, before, "he"),
        "she" | "her" | "hers" | "herself" => has_person(reading, at, before, "she"),
        // "From there", "seems to have been there": where? "There is", "is there" say no place.
        "there" => token == start || is_said_to_be(tokens, token) || has_place(reading, at, before),
        "beneath" => tokens
            .get(token + 1)
            .is_some_and(|next| !matches!(next.tag, Tag::PUNCT | Tag::AUX | Tag::VERB)),
        // "In the hours before", as "the floors beneath": before and beneath what?
        "before" | "after" => tokens
            .get(token + 1)
            .is_some_and(|next| next.tag != Tag::PUNCT || next.is_any(text, &["(", "“", "\""])),
        "adjacent" | "comparable" | "equivalent" => tokens[token + 1..]
            .iter()
            .take(3)
            .any(|next| next.is_any(text, &["to", "with"])),
        "own" => tokens
            .get(token + 1)
            .is_some_and(|next| matches!(next.tag, Tag::NOUN | Tag::ADJ | Tag::PROPN)),
        "you" | "your" => reading.voices().reader,
        "we" | "us" | "our" => reading.voices().everybody,
        "i" | "me" | "my" => reading.voices().author,
        pointing => POINTING.binary_search(&pointing).is_err(),
    }
}

/// Whether what stands around a word gives it its meaning: "so many", "those who", "one another".
fn is_bound(text: &str, tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let grades = next.is_some_and(|next| matches!(next.tag, Tag::ADJ | Tag::ADV));
    let is_next = |words: &[&str]| next.is_some_and(|next| next.is_any(text, words));
    match &*tokens[at].small(text) {
        "so" => {
            grades
                || is_next(&["that", "many", "much", "far"])
                || before.is_some_and(|before| before.is(text, ","))
        }
        "too" => grades,
        "either" => tokens[at..]
            .iter()
            .take(12)
            .any(|token| token.is(text, "or")),
        "those" => tokens[at + 1..].iter().take(3).any(|token| {
            token.is_any(
                text,
                &["who", "of", "that", "which", "where", "in", "with", "whose"],
            )
        }),
        "such" => is_next(&["as"]),
        "another" => before.is_some_and(|before| before.is(text, "one")),
        "others" => tokens[..at]
            .iter()
            .any(|token| token.is_any(text, &["some", "among", "unlike"])),
        "following" | "resulting" => !before.is_some_and(|before| before.is(text, "the")),
        "earlier" | "later" => is_next(&["than"]),
        "above" => {
            // "Everything above is": above what?
            let ends =
                next.is_none_or(|next| matches!(next.tag, Tag::PUNCT | Tag::AUX | Tag::VERB));
            let from = before.is_some_and(|before| before.tag == Tag::ADP);
            !before.is_some_and(|before| before.is_any(text, &["as", "the"])) && (!ends || from)
        }
        // "At the same time," at the start says: as what was told before.
        "same" => tokens[at + 1..]
            .iter()
            .take(6)
            .any(|token| token.is_any(text, &["as", "that"]) || at > 3 && token.is(text, "time")),
        "next" => {
            !before.is_some_and(|before| before.is(text, "the"))
                || at > 2
                || !is_time_at(text, tokens, at + 1)
        }
        _ => false,
    }
}

/// Whether a word for a stretch of time stands at a token.
fn is_time_at(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens.get(at);
    token.is_some_and(|token| lexicon::sort(token.of(text)) == Sort::Time)
}

/// "In the end", "For example": words that only order the text.
fn is_phrase_of_order(words: &str) -> bool {
    let known = [
        "above all",
        "after all",
        "as a result",
        "at the same time",
        "by contrast",
        "first of all",
        "for example",
        "for instance",
        "for this reason",
        "in addition",
        "in contrast",
        "in fact",
        "in many contexts",
        "in other words",
        "in parallel",
        "in particular",
        "in practice",
        "in short",
        "in some cases",
        "in that case",
        "in the end",
        "in the long run",
        "in this way",
        "in turn",
        "of course",
        "on the contrary",
        "on the other hand",
        "over time",
        "to that end",
        "to this end",
    ];
    let words = words.to_lowercase();
    known.binary_search(&words.as_str()).is_ok() || lexicon::is_function_word(&words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[track_caller]
    fn alone(claim: &str) -> bool {
        let text = format!(
            "Title\n\n{claim} It is followed by a second sentence that makes the paragraph long.\n"
        );
        let article = article::parse("a.md", format!("# {text}").as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.sentences().next().expect("the claim is a sentence");
        let end = reading.tokens(at).len();
        stands_alone(&reading, at, beginning(&reading, at)..end)
    }

    #[test]
    fn what_points_back_does_not_stand_alone() {
        for claim in [
            "These moves strengthen regional resilience and reduce dependency.",
            "The outcome hinges on credible signaling.",
            "It creates measurable milestones for every voter.",
            "On January 10 of that winter, she wrote a letter to him.",
            "Such arrangements tend to be gradual in the region.",
            "The result is a shared environment for trade.",
            "London's own, begun in that year, ended in June.",
            "London saw traffic fall by a comparable share within a year.",
            "Some machines can pick out small tremors in the hours before.",
            "The families left the narrow streets for the hills above.",
            "Every animal on the floors beneath has to be supplied from above.",
            "The boats were loaded with grain that came from there.",
            "The engineer does not seem to have been there.",
            "According to one account, it forms above a plume of hot rock.",
            "Last year it handled more than a thousand wagons of grain.",
            "On a thousand bushels, that would be a loss of three dollars.",
            "At about the same time, robins were kept in a closed room.",
            "The next winter the ships tried a different method of paying out.",
            "Some in the northern towns would rather talk about that.",
            "Geologists now regard them as a part of the system.",
            "The deep valley reaches down to the adjacent northern trench.",
            "At around 8,200 metres the fluid in their bodies turns salty.",
        ] {
            assert!(!alone(claim), "{claim}");
        }
    }

    #[test]
    fn what_says_what_it_means_does() {
        for claim in [
            "However, Citizens observe how partnerships translate into protections.",
            "When states perceive a threat, they invest in shared measures.",
            "Regulatory institutions depend on their record of fairness.",
            "Regional frameworks that codify information exchange help partners.",
            "States perceive that their own security hinges on neighbors.",
            "The new toll is comparable to that of Stockholm.",
            "The air above the sea is cold before dawn.",
            "Nobody can settle the question, so everybody has to argue.",
            "In winter there are no lamps on the long wooden pier.",
            "Merchants who came to the harbour found no lamps there.",
        ] {
            assert!(alone(claim), "{claim}");
        }
    }

    #[test]
    fn a_link_is_whole_words() {
        assert!(links("the earth, moreover, is free of weeds"));
        assert!(links("for example, a lock"));
        assert!(!links("investors believed in turnover"));
    }

    #[test]
    fn tables_are_sorted_for_the_search() {
        assert!(POINTING.is_sorted());
    }
}
