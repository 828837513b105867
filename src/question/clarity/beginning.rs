//! Where a sentence proper begins, behind what only ties it to the one before.
//!
//! Apart from `clarity`, which asks of each word from there on whether it needs something before it.

use crate::language::{Tag, Token, lexicon};
use crate::question::reading::{At, Reading};

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

/// Words before a colon that only say how to take what follows.
const LABELS: &[&str] = &["caution", "hint", "important", "note", "tip", "warning"];

/// Words behind "so" that it grades.
const SO_MUCH: &[&str] = &["far", "few", "little", "long", "many", "much", "that"];

/// Adverbs before a comma that only order or comment on what follows: without "alone" or "usually" it
/// would say something else.
const COMMENTS: &[&str] = &[
    "accordingly",
    "additionally",
    "also",
    "alternatively",
    "anyway",
    "besides",
    "clearly",
    "consequently",
    "conversely",
    "critically",
    "crucially",
    "curiously",
    "finally",
    "firstly",
    "fortunately",
    "further",
    "furthermore",
    "hence",
    "however",
    "importantly",
    "indeed",
    "inevitably",
    "instead",
    "interestingly",
    "ironically",
    "lastly",
    "likewise",
    "meanwhile",
    "moreover",
    "naturally",
    "nevertheless",
    "next",
    "nonetheless",
    "notably",
    "obviously",
    "oddly",
    "predictably",
    "remarkably",
    "sadly",
    "second",
    "secondly",
    "significantly",
    "similarly",
    "simultaneously",
    "still",
    "strangely",
    "subsequently",
    "surprisingly",
    "then",
    "therefore",
    "third",
    "thirdly",
    "thus",
    "ultimately",
    "unfortunately",
    "unsurprisingly",
];

/// The first token of the sentence proper, after "However," or "Yet" or "Second, and".
pub(crate) fn beginning(reading: &Reading<'_>, at: At) -> usize {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let start = behind_tie(reading, at);
    let joined = start > 0
        && tokens
            .get(start)
            .is_some_and(|it| it.is_any(text, &["and", "but"]));
    start + usize::from(joined)
}

fn behind_tie(reading: &Reading<'_>, at: At) -> usize {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let comma = tokens.iter().take(5).position(|token| token.is(text, ","));
    let is_colon = |token: Option<&Token>| token.is_some_and(|token| token.is(text, ":"));
    if let Some(behind) = behind_dateline(text, tokens) {
        return behind;
    }
    match (tokens.first(), comma) {
        // "Note: the old format is gone".
        (Some(first), _) if first.is_any(text, LABELS) && is_colon(tokens.get(1)) => 2,
        // "Then came the glass wicks".
        (Some(first), _) if first.is(text, "then") && is_verb(tokens.get(1)) => 0,
        // "So far each ship had sailed", "so few came".
        (Some(first), _)
            if first.is(text, "so")
                && tokens.get(1).is_some_and(|next| next.is_any(text, SO_MUCH)) =>
        {
            0
        }
        (Some(first), _) if first.is_any(text, CONNECTIVES) => {
            1 + usize::from(tokens.get(1).is_some_and(|next| next.is(text, ",")))
        }
        // "Stranger still, the robins turned".
        (Some(_), Some(2)) if tokens[1].is(text, "still") => 3,
        (Some(first), Some(1)) if first.is_any(text, COMMENTS) => 2,
        (Some(first), Some(comma)) if first.is(text, "to") && comma < 4 => comma + 1,
        (Some(_), Some(comma)) if is_phrase_of_order(reading.run(at, 0..comma)) => comma + 1,
        _ => 0,
    }
}

fn is_verb(token: Option<&Token>) -> bool {
    token.is_some_and(|token| matches!(token.tag, Tag::VERB | Tag::AUX))
}

/// Behind the place that a newspaper writes from: "ST IVES — At dawn the doors opened".
fn behind_dateline(text: &str, tokens: &[Token]) -> Option<usize> {
    let capitals = |token: &&Token| {
        let word = token.of(text);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    };
    let place = tokens.iter().take_while(capitals).count();
    let dash = tokens
        .get(place)
        .is_some_and(|dash| dash.is_any(text, &["—", "–"]));
    (place > 0 && dash).then_some(place + 1)
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
        "in response",
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
