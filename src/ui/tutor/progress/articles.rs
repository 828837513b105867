//! What is known of each article, and of each of its sections.
//!
//! Apart from the charts: here something can be done, too.

use super::{Past, heading, quiet};
use crate::article::Slug;
use crate::study::Mastery;
use crate::ui::route::{Place, Route};
use crate::ui::tutor::chart::table;
use crate::ui::tutor::node::{Element, Node, el};
use crate::ui::tutor::{Known, overview};
use crate::ui::words;
use crate::words::{count, fill, say, w};

/// A table of all articles ever quizzed, the latest first; then their sections.
pub(super) fn articles(past: &Past<'_>) -> Vec<Node> {
    let slugs = slugs(past);
    let here: Vec<&Known> = slugs.iter().filter_map(|slug| past.article(slug)).collect();
    let head = [
        w::PROGRESS_ARTICLE,
        w::PROGRESS_SEEN,
        w::PROGRESS_KNOWN,
        w::PROGRESS_MASTERY,
        w::PROGRESS_ANSWERS,
    ];
    let head = head.map(|word| say(word).to_owned());
    let table = table(&head, here.iter().map(|known| row(past, known)));
    let sections = here.iter().map(|known| sections(past, known).into());
    let mut nodes = vec![heading(w::PROGRESS_ARTICLES)];
    if !here.is_empty() {
        nodes.push(table.with("aria-label", say(w::PROGRESS_ARTICLES)).into());
        nodes.push(quiet(say(w::PROGRESS_EXPLAINED)).into());
        nodes.extend(sections);
    }
    nodes.extend(no_longer_asked(past));
    let gone = slugs.iter().filter(|slug| past.article(slug).is_none());
    nodes.extend(gone.map(|slug| no_longer_here(past, slug)));
    nodes.extend(past.undo());
    nodes
}

/// The articles of all answers, each once, the latest first.
fn slugs<'a>(past: &'a Past<'_>) -> Vec<&'a Slug> {
    let mut slugs = Vec::new();
    let attempts = past.progress.attempts().iter().rev();
    for attempt in attempts.filter(|attempt| attempt.verdict().is_some()) {
        if !slugs.contains(&&attempt.article) {
            slugs.push(&attempt.article);
        }
    }
    slugs
}

fn row(past: &Past<'_>, known: &Known) -> [Node; 5] {
    let href = Route::Read(known.slug.clone(), None).href();
    let name = el("div")
        .add(el("a").with("href", href).add(&*known.title))
        .add(quiet(facts(past, &known.slug)));
    let mastery = past.memories.mastery(past.questions(known));
    let [seen, questions, share] = figures(mastery);
    let reset = reset(&known.slug, &known.title);
    [name.into(), seen, questions, share, reset.into()]
}

/// "Last 6 of 8 · best 7 of 8 · today · 3 due".
fn facts(past: &Past<'_>, slug: &Slug) -> String {
    let record = past.progress.record(slug);
    let scores = record.as_ref().map(words::scores);
    let when = record.map(|record| overview::day(record.when, past.terms));
    let today = past.terms.today();
    let questions = past.memories.all().filter(|(other, ..)| *other == slug);
    let can_be_asked = questions.filter(|(_, id, _)| (past.can_be_asked)(slug, id));
    let due = can_be_asked
        .filter(|(.., memory)| memory.is_due(today))
        .count();
    let due = (due > 0).then(|| fill(w::FACT_DUE, &[&due.to_string()]));
    let facts = [scores, when, due].into_iter().flatten();
    words::join(facts.filter(|fact| !fact.is_empty()))
}

/// Seen, known, and mastery.
fn figures(mastery: Mastery) -> [Node; 3] {
    let seen = words::of(mastery.seen, mastery.of);
    let share = words::percent(mastery.share);
    [seen, mastery.known.to_string(), share].map(Node::from)
}

fn sections(past: &Past<'_>, known: &Known) -> Element {
    let head = [
        w::PROGRESS_SECTION,
        w::PROGRESS_SEEN,
        w::PROGRESS_KNOWN,
        w::PROGRESS_MASTERY,
    ];
    let head = head.map(|word| say(word).to_owned());
    let rows = known
        .headings
        .iter()
        .enumerate()
        .filter_map(|(at, heading)| {
            let questions = past.questions(known);
            let of_section = questions.filter(|question| question.evidence.section == at);
            let mastery = past.memories.mastery(of_section);
            let href = Route::Read(known.slug.clone(), Some(Place::Section(at))).href();
            let name = heading.as_deref().unwrap_or(say(w::PROGRESS_BEGINNING));
            let [seen, questions, share] = figures(mastery);
            let name = el("a").with("href", href).add(name).into();
            (mastery.of > 0).then_some([name, seen, questions, share])
        });
    let name = fill(w::PROGRESS_BY_SECTION, &[&known.title]);
    let table = table(&head, rows).with("aria-label", &name);
    el("details")
        .with("id", format_args!("sections-{}", known.slug))
        .add(el("summary").add(name))
        .add(table)
}

fn reset(slug: &Slug, title: &str) -> Element {
    el("button")
        .with("class", "button")
        .with("id", format_args!("reset-{slug}"))
        .with("aria-label", fill(w::PROGRESS_RESET_OF, &[title]))
        .with("data-do", "reset")
        .with("data-with", slug)
        .add(say(w::PROGRESS_RESET))
}

/// Says how many questions were answered that the articles, as they are now, do not give.
fn no_longer_asked(past: &Past<'_>) -> Option<Node> {
    let answered = past.memories.all();
    let lost = answered
        .filter(|(slug, id, _)| past.article(slug).is_some() && past.question(slug, id).is_none());
    let number = lost.count();
    (number > 0).then(|| quiet(count(w::PROGRESS_NOT_ASKED, number)).into())
}

/// An article with answers, but without questions: it may come back, so its answers stay until the
/// reader has had enough of them.
fn no_longer_here(past: &Past<'_>, slug: &Slug) -> Node {
    let answers = past.answers(slug);
    let text = fill(w::PROGRESS_GONE, &[slug.as_str(), &answers]);
    el("p")
        .with("class", "row")
        .add(el("span").with("class", "quiet").add(text))
        .add(reset(slug, slug.as_str()))
        .into()
}
