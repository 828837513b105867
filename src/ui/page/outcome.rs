//! The result of a sitting: its score, and every question with its verdict.
//!
//! Apart from the asking, of which nothing is left on the page by then.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::text::quoted;
use crate::browser::tree;
use crate::question::Form;
use crate::study::{Deed, Item, Mode, Session, Verdict};
use crate::ui::page::sitting::look_ahead;
use crate::ui::part::nodes::{button, el, list, told};
use crate::ui::part::{act, link, name_of, react, word};
use crate::ui::route::Route;
use crate::ui::state::{DeskName, DesksCtx, Plan, shared};
use crate::ui::words;

/// The id of the result's element.
const OUTCOME: &str = "outcome";

/// The score, and each question with its verdict.
#[component]
pub(crate) fn Outcome(name: StoredValue<DeskName>, again: Callback<()>) -> impl IntoView {
    let desks = shared().desks;
    react(move || {
        if let Some(desk) = desks.get(&name.read_value()) {
            tree::show(OUTCOME, &result(&name.read_value(), &desk.session));
        }
    });
    let used = move |event: MouseEvent| {
        let Some((what, with)) = tree::used(&event) else {
            return;
        };
        match &*what {
            "retry" => retry(desks, &name.read_value()),
            "again" => again.run(()),
            "undo" => {
                desks.perform(&name.read_value(), Deed::Undo);
            }
            _ => return desks.overrule(&name.read_value(), with.parse().unwrap_or_default()),
        }
        look_ahead(&name.read_value());
    };
    view! { <section id=OUTCOME class="outcome" on:click=act(used)></section> }
}

fn retry(desks: DesksCtx, name: &DeskName) {
    if let Some(desk) = untrack(|| desks.get(name)) {
        let plan = Plan {
            mode: Mode::Retry,
            questions: desk.session.missed(),
            minutes: None,
        };
        desks.begin(name, plan);
    }
}

fn result(name: &DeskName, session: &Session) -> String {
    let score = session.score();
    let first = [("data-rank", "first")];
    let (retry, rank) = match score.right < score.of {
        true => (action("retry", "Retry missed", &first), &[][..]),
        false => (String::new(), &first[..]),
    };
    let again = match name {
        DeskName::Checkpoint(..) => action("again", "Close", rank),
        _ => action("again", "New quiz", rank),
    };
    let undo = match session.may(Deed::Undo) {
        true => action("undo", "Undo", &[]),
        false => String::new(),
    };
    let title = [
        ("id", "result"),
        ("class", "section-title"),
        ("tabindex", "-1"),
    ];
    let is_exam = session.mode() == Mode::Exam;
    let lines = session.items().iter().zip(0..);
    let lines: Vec<String> = lines.map(|(item, at)| line(item, at, is_exam)).collect();
    list(&[
        el("h2", &title, &[quoted("Result")]),
        told("p", "score", &score.to_string()),
        el("p", &[("class", "row")], &[retry, again, undo]),
        el("ol", &[], &lines),
    ])
}

fn action(deed: &str, says: &str, more: &[(&str, &str)]) -> String {
    button("button", (deed, ""), says, more)
}

/// One question. An exam has not told of it before: there it comes with its evidence, and what was
/// typed can be overruled.
fn line(item: &Item, at: usize, is_exam: bool) -> String {
    let question = &item.question;
    let evidence = Route::evidence(&question.article, &question.evidence).href();
    let verdict = item.verdict();
    let shown = verdict.unwrap_or(Verdict::Wrong);
    let given = item.answer.as_ref().map(|it| &it.answer);
    let given = given.filter(|_| shown == Verdict::Wrong || question.form() == Form::Typed);
    let given = given.map(|given| fact("Your answer", &words::answer(question, given)));
    let right = fact("Right answer", &words::right_answer(question));
    let quote = is_exam.then(|| told("blockquote", "", &question.evidence.text));
    let overrule = (is_exam && item.may_be_overruled())
        .then(|| button("button", ("overrule", &at.to_string()), "I was right", &[]));
    let parts = [
        word(shown, verdict.map_or("Not answered", name_of)),
        told("p", "stem", &question.stem),
        el("dl", &[], &[given.unwrap_or_default(), right]),
        quote.unwrap_or_default(),
        overrule.unwrap_or_default(),
        el("p", &[("class", "quiet")], &[link(&evidence)]),
    ];
    el("li", &[("data-verdict", shown.as_str())], &parts)
}

fn fact(name: &str, says: &str) -> String {
    el("div", &[], &[told("dt", "", name), told("dd", "", says)])
}
