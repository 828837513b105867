//! Which blocks of a plain text are headings.
//!
//! Apart from the site format because nothing marks such a heading: it is known by its length
//! beside the paragraphs', by being one sentence, and by where it stands.

use super::block::{Block, Shape};
use super::text::{ends_sentence, is_one_sentence, last_mark};

/// How a block could be a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Underlined in the source: there is no doubt.
    Marked,
    /// A line without a full stop.
    Bare,
    /// A question.
    Question,
    /// A question that leans on what was said before, as in an interview.
    Reply,
    /// A short sentence with its full stop, as short paragraphs have too.
    Sentence,
}

/// No heading has more words.
const MAX_WORDS: usize = 15;
/// A heading that is a sentence is at least so many times shorter than the usual paragraph, and
/// than the one that follows it.
const SHORTER: usize = 3;

/// What a sentence begins with that leans on the one before, as no heading does.
const LEANING: [&str; 22] = [
    "and", "because", "but", "however", "or", "so", "still", "then", "yet", "he", "she", "it",
    "they", "this", "that", "these", "those", "his", "her", "their", "its", "we",
];

/// Labels before a colon that belong to pictures and links.
const LABELS: [&str; 10] = [
    "photo",
    "image",
    "picture",
    "credit",
    "source",
    "video",
    "caption",
    "read more",
    "see also",
    "also read",
];

/// For every block, whether it is a heading.
pub(super) fn headings(blocks: &[&Block]) -> Vec<bool> {
    let looks = looks(blocks);
    let mut is_heading = vec![false; blocks.len()];
    for at in (0..blocks.len()).rev() {
        is_heading[at] = match looks[at] {
            Some(Look::Marked) => true,
            Some(_) if is_crowded(&looks, at) => false,
            Some(look) => {
                let leads = is_led_by(look, blocks[at], blocks.get(at + 1).copied());
                leads || (look == Look::Bare && is_heading.get(at + 1) == Some(&true))
            }
            None => false,
        };
    }
    drop_doubtful(&looks, &mut is_heading);
    is_heading
}

/// The length of the usual paragraph in words: half of all words stand in paragraphs this long
/// or longer.
pub(super) fn usual_words(blocks: &[&Block]) -> usize {
    usual_length(blocks.iter().map(|b| b.words).collect())
}

/// The same of paragraphs of so many words.
pub(super) fn usual_length(mut lengths: Vec<usize>) -> usize {
    lengths.sort_unstable();
    let half = lengths.iter().sum::<usize>() / 2;
    let mut sum = 0;
    let reaches_half = |&length: &usize| {
        sum += length;
        sum > half
    };
    lengths.into_iter().find(reaches_half).unwrap_or(0)
}

fn looks(blocks: &[&Block]) -> Vec<Option<Look>> {
    let usual = usual_words(blocks);
    let counts = |at: usize| blocks.get(at).is_some_and(|b| b.shape == Shape::Numbered);
    let look_at = |(at, block): (usize, &&Block)| match block.shape {
        Shape::Underlined => Some(Look::Marked),
        Shape::Bullet => None,
        Shape::Numbered if counts(at.wrapping_sub(1)) || counts(at + 1) => None,
        Shape::Plain | Shape::Numbered => look(block, usual),
    };
    blocks.iter().enumerate().map(look_at).collect()
}

fn look(block: &Block, usual: usize) -> Option<Look> {
    let text = block.text.as_str();
    let first = text.chars().next()?;
    let may_begin = first.is_alphanumeric() && !first.is_lowercase() || first == '¿';
    if block.words > MAX_WORDS || !may_begin || !is_one_sentence(text) || is_label(text) {
        return None;
    }
    match last_mark(text)? {
        '?' | '？' | '؟' if leans(text) => Some(Look::Reply),
        '?' | '？' | '؟' => Some(Look::Question),
        '.' if is_upper_case(text) => Some(Look::Bare),
        '.' | '!' | '。' | '۔' | '।' if !leans(text) => {
            (SHORTER * block.words <= usual).then_some(Look::Sentence)
        }
        ':' => (block.words <= 3).then_some(Look::Bare),
        c if c.is_alphanumeric() || c == '%' => Some(Look::Bare),
        _ => None,
    }
}

/// Whether more than two blocks that look like headings stand together: verse, or a list without
/// bullets.
fn is_crowded(looks: &[Option<Look>], at: usize) -> bool {
    let before = looks[..at].iter().rev().take(2).take_while(|l| l.is_some());
    let after = looks[at + 1..].iter().take(2).take_while(|l| l.is_some());
    before.count() + after.count() >= 2
}

/// Whether what follows is text that the heading could stand over.
fn is_led_by(look: Look, heading: &Block, next: Option<&Block>) -> bool {
    let Some(next) = next else {
        return false;
    };
    match look {
        _ if is_item(next.shape) => look != Look::Sentence,
        Look::Sentence => next.words >= SHORTER * heading.words,
        Look::Question | Look::Reply => ends_sentence(&next.text),
        _ => next.words > heading.words && last_mark(&next.text) != Some(','),
    }
}

/// Where most headings have no full stop, a short sentence with one is a short paragraph; and
/// unless other questions are headings, one that leans on the text is part of it.
fn drop_doubtful(looks: &[Option<Look>], is_heading: &mut [bool]) {
    let count = |look: Look| {
        let both = looks.iter().zip(is_heading.iter());
        both.filter(|(l, is)| **l == Some(look) && **is).count()
    };
    let sentences = count(Look::Sentence) > count(Look::Bare) + count(Look::Marked);
    let replies = count(Look::Question) >= 2;
    for (look, is) in looks.iter().zip(is_heading) {
        *is &= sentences || *look != Some(Look::Sentence);
        *is &= replies || *look != Some(Look::Reply);
    }
}

/// Whether it is all capitals, as "CHAPTER I."
fn is_upper_case(text: &str) -> bool {
    !text.contains(char::is_lowercase) && text.contains(char::is_uppercase)
}

fn is_item(shape: Shape) -> bool {
    matches!(shape, Shape::Bullet | Shape::Numbered)
}

fn leans(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphabetic()).next();
    first.is_some_and(|word| LEANING.iter().any(|l| word.eq_ignore_ascii_case(l)))
}

fn is_label(text: &str) -> bool {
    let label = text.split_once(':').map(|(label, _)| label);
    label.is_some_and(|label| LABELS.iter().any(|l| label.eq_ignore_ascii_case(l)))
}
