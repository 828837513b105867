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
    vec![heading("Often missed"), list.into()]
}

fn missed_line(past: &Past<'_>, lapse: &Lapse<'_>, question: &Question) -> Element {
    let title = past.article(lapse.article).map(|known| known.title.clone());
    let wrong = format!("missed {} of {} times", lapse.wrong, lapse.of);
    let facts = words::join(title.into_iter().chain([wrong]));
    el("li")
        .add(el("p").add(&*question.stem))
        .add(quiet(facts + " · ").add(evidence(question)))
}

/// The latest sittings.
pub(super) fn sittings(past: &Past<'_>) -> Vec<Node> {
    let sittings = past.progress.sittings();
    let latest = sittings.iter().take(MOST);
    let lines = latest.map(|sitting| line(past, sitting));
    let earlier = sittings.len().saturating_sub(MOST);
    let earlier = (earlier > 0).then(|| format!("and {} before", words::count(earlier, "sitting")));
    let list = el("ul").with("class", "sittings").all(lines);
    let mut nodes = vec![heading("Sittings"), list.into()];
    nodes.extend(earlier.map(|text| quiet(text).into()));
    nodes
}

fn line(past: &Past<'_>, sitting: &Sitting<'_>) -> Element {
    let score = match sitting.is_finished() {
        true => sitting.score.to_string(),
        false => format!(
            "{} right, {} answered of {}",
            sitting.score.right,
            sitting.answers.len(),
            sitting.score.of
        ),
    };
    let when = overview::day(sitting.when, past.terms);
    let facts = words::join([mode(sitting.mode).to_owned(), score, when]);
    let answers = sitting.answers.iter().map(|attempt| told(past, attempt));
    let details = el("details")
        .with("id", format_args!("sitting-{}", sitting.id))
        .add(el("summary").add(words::count(sitting.answers.len(), "question")))
        .add(el("ol").all(answers));
    el("li")
        .add(el("p").add(titles(past, sitting)))
        .add(quiet(facts))
        .add(details)
}

/// The article, and how many others there are.
fn titles(past: &Past<'_>, sitting: &Sitting<'_>) -> String {
    let known = past.article(&sitting.article);
    let first = known.map_or("An article that is no longer here", |known| &known.title);
    let mut slugs: Vec<_> = sitting.answers.iter().map(|it| &it.article).collect();
    slugs.sort_unstable();
    slugs.dedup();
    match slugs.len() {
        0 | 1 => first.to_owned(),
        several => format!(
            "{first}, and {}",
            words::count(several - 1, "other article")
        ),
    }
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Quiz => "Quiz",
        Mode::Retry => "Missed questions again",
        Mode::Review => "Review",
        Mode::Checkpoint => "Section check",
        Mode::Exam => "Exam",
    }
}

/// A question with how it was answered.
fn told(past: &Past<'_>, attempt: &Attempt) -> Element {
    let verdict = verdict(attempt.grade);
    let Some(question) = past.question(&attempt.article, &attempt.question) else {
        let gone = "A question that is not asked any more";
        return el("li").add(el("p").add(gone)).add(quiet(verdict));
    };
    let answer = match &attempt.answer {
        Answer::Typed(text) => text.clone(),
        chosen => words::answer(question, chosen),
    };
    let right = words::right_answer(question);
    let right = (attempt.grade == Grade::Again).then(|| format!("The answer is {right}"));
    let facts = words::join([format!("{verdict}: {answer}")].into_iter().chain(right));
    el("li")
        .add(el("p").add(&*question.stem))
        .add(quiet(facts + " · ").add(evidence(question)))
}

fn verdict(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "Correct",
        Grade::Easy => "Correct, and easy",
        Grade::Hard => "Correct, with help",
        Grade::Again => "Not quite",
        Grade::Withdrawn => "Taken back",
    }
}

fn evidence(question: &Question) -> Element {
    let href = Route::evidence(&question.article, &question.evidence).href();
    el("a").with("href", href).add("See it in the article")
}
