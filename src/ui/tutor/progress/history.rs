//! What was answered: the sittings with their questions, and the questions often missed.
//!
//! Apart from the figures, since here the questions themselves stand.

use super::{Past, heading, quiet};
use crate::question::{Answer, Question};
use crate::study::{Attempt, Grade, Lapse, Mode, Sitting};
use crate::ui::route::Route;
use crate::ui::tutor::node::{Element, Node, el};
use crate::ui::tutor::overview;
use crate::ui::words;
use crate::words::{Word, count, fill, say, w};

/// The most sittings listed.
const MOST: usize = 20;

/// The most questions listed as often missed.
const MOST_MISSED: usize = 5;

/// Questions missed again and again. Nothing where there are none.
pub(super) fn missed(past: &Past<'_>) -> Vec<Node> {
    let lapses = past.memories.lapses();
    let open = lapses
        .iter()
        .filter(|it| (past.can_be_asked)(it.article, it.question));
    let lines = open.filter_map(|lapse| {
        let question = past.question(lapse.article, lapse.question)?;
        Some(missed_line(past, lapse, question))
    });
    let lines: Vec<_> = lines.take(MOST_MISSED).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let list = el("ul").with("class", "sittings").all(lines);
    vec![heading(w::PROGRESS_MISSED), list.into()]
}

fn missed_line(past: &Past<'_>, lapse: &Lapse<'_>, question: &Question) -> Element {
    let title = past.article(lapse.article).map(|known| known.title.clone());
    let [wrong, of] = [lapse.wrong, lapse.of].map(|it| it.to_string());
    let wrong = fill(w::PROGRESS_MISSED_TIMES, &[&wrong, &of]);
    let facts = words::join(title.into_iter().chain([wrong]));
    el("li")
        .add(el("p").with("lang", "en").add(&*question.stem))
        .add(quiet(facts + " · ").add(evidence(question)))
}

/// The latest sittings.
pub(super) fn sittings(past: &Past<'_>) -> Vec<Node> {
    let sittings = past.progress.sittings();
    let latest = sittings.iter().take(MOST);
    let lines = latest.map(|sitting| line(past, sitting));
    let earlier = sittings.len().saturating_sub(MOST);
    let earlier = (earlier > 0).then(|| count(w::PROGRESS_BEFORE, earlier));
    let list = el("ul").with("class", "sittings").all(lines);
    let mut nodes = vec![heading(w::PROGRESS_SITTINGS), list.into()];
    nodes.extend(earlier.map(|text| quiet(text).into()));
    nodes
}

fn line(past: &Past<'_>, sitting: &Sitting<'_>) -> Element {
    let score = match sitting.is_finished() {
        true => words::score(sitting.score),
        false => broken_off(sitting),
    };
    let when = overview::day(sitting.when, past.terms);
    let facts = words::join([say(mode(sitting.mode)).to_owned(), score, when]);
    let answers = sitting.answers.iter().map(|attempt| told(past, attempt));
    let details = el("details")
        .with("id", format_args!("sitting-{}", sitting.id))
        .add(el("summary").add(count(w::FACT_QUESTIONS, sitting.answers.len())))
        .add(el("ol").all(answers));
    el("li")
        .add(el("p").add(titles(past, sitting)))
        .add(quiet(facts))
        .add(details)
}

fn broken_off(sitting: &Sitting<'_>) -> String {
    let numbers = [sitting.score.right, sitting.answers.len(), sitting.score.of];
    let [right, answered, of] = numbers.map(|it| it.to_string());
    fill(w::PROGRESS_BROKEN_OFF, &[&right, &answered, &of])
}

/// The article, and how many others there are.
fn titles(past: &Past<'_>, sitting: &Sitting<'_>) -> String {
    let known = past.article(&sitting.article);
    let first = known.map_or(say(w::PROGRESS_ARTICLE_GONE), |known| &known.title);
    let mut slugs: Vec<_> = sitting.answers.iter().map(|it| &it.article).collect();
    slugs.sort_unstable();
    slugs.dedup();
    match slugs.len() {
        0 | 1 => first.to_owned(),
        several => {
            let others = count(w::PROGRESS_OTHERS, several - 1);
            fill(w::PROGRESS_AND_OTHERS, &[first, &others])
        }
    }
}

fn mode(mode: Mode) -> Word {
    match mode {
        Mode::Quiz => w::PROGRESS_QUIZ,
        Mode::Retry => w::PROGRESS_AGAIN,
        Mode::Review => w::FRAME_REVIEW,
        Mode::Checkpoint => w::PROGRESS_CHECKPOINT,
        Mode::Exam => w::PROGRESS_EXAM,
    }
}

/// A question with how it was answered.
fn told(past: &Past<'_>, attempt: &Attempt) -> Element {
    let verdict = say(verdict(attempt.grade));
    let Some(question) = past.question(&attempt.article, &attempt.question) else {
        let gone = el("p").add(say(w::PROGRESS_QUESTION_GONE));
        return el("li").add(gone).add(quiet(verdict));
    };
    let answer = match &attempt.answer {
        Answer::Typed(text) => text.clone(),
        chosen => words::answer(question, chosen),
    };
    let right = words::right_answer(question);
    let right = (attempt.grade == Grade::Again).then(|| fill(w::PROGRESS_ANSWER_IS, &[&right]));
    let facts = words::join([format!("{verdict}: {answer}")].into_iter().chain(right));
    el("li")
        .add(el("p").with("lang", "en").add(&*question.stem))
        .add(quiet(facts + " · ").add(evidence(question)))
}

fn verdict(grade: Grade) -> Word {
    match grade {
        Grade::Good => w::QUESTION_CORRECT,
        Grade::Easy => w::PROGRESS_EASY,
        Grade::Hard => w::PROGRESS_HARD,
        Grade::Again => w::QUESTION_WRONG,
        Grade::Withdrawn => w::PROGRESS_WITHDRAWN,
    }
}

fn evidence(question: &Question) -> Element {
    let href = Route::evidence(&question.article, &question.evidence).href();
    el("a").with("href", href).add(say(w::QUESTION_EVIDENCE))
}
