//! The result of a sitting: its score, and every question with its verdict.
//!
//! Apart from the asking, of which nothing is left on the page by then.

use std::time::Duration;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::text::quoted;
use crate::browser::tree;
use crate::question::Form;
use crate::study::{Deed, Item, Mode, Session, Verdict};
use crate::ui::page::sitting::look_ahead;
use crate::ui::part::nodes::{asked, button, el, list, told};
use crate::ui::part::{act, link, name_of, react, word};
use crate::ui::route::Route;
use crate::ui::state::{Desk, DeskName, DesksCtx, Plan, shared};
use crate::ui::words;
use crate::words::{Word, say, w};

/// The ids of what is shown as nodes.
const SCORE: &str = "score";
const LINES: &str = "lines";

/// The score, and each question with its verdict.
#[component]
pub(crate) fn Outcome(name: StoredValue<DeskName>, again: Callback<()>) -> impl IntoView {
    let desks = shared().desks;
    react(move || {
        let Some(Desk { session, .. }) = desks.get(&name.read_value()) else {
            return;
        };
        tree::show(SCORE, &score(&name.read_value(), &session));
        // The score is seen at once, what stands below it follows.
        set_timeout(move || tree::show(LINES, &lines(&session)), Duration::ZERO);
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
    view! {
        <section class="outcome" on:click=act(used)>
            <div id=SCORE></div>
            <ol id=LINES></ol>
        </section>
    }
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

/// The score, and how to go on.
fn score(name: &DeskName, session: &Session) -> String {
    let score = session.score();
    let first = [("data-rank", "first")];
    let (retry, rank) = match score.right < score.of {
        true => (action("retry", w::RESULT_RETRY, &first), &[][..]),
        false => (String::new(), &first[..]),
    };
    let again = match name {
        DeskName::Checkpoint(..) => action("again", w::BUTTON_CLOSE, rank),
        _ => action("again", w::RESULT_NEW, rank),
    };
    let undo = match session.may(Deed::Undo) {
        true => action("undo", w::BUTTON_UNDO, &[]),
        false => String::new(),
    };
    let title = [
        ("id", "result"),
        ("class", "section-title"),
        ("tabindex", "-1"),
    ];
    list(&[
        el("h2", &title, &[quoted(say(w::RESULT_TITLE))]),
        told("p", "score", &words::score(score)),
        el("p", &[("class", "row")], &[retry, again, undo]),
    ])
}

fn lines(session: &Session) -> String {
    let is_exam = session.mode() == Mode::Exam;
    let lines = session.items().iter().zip(0..);
    let lines: Vec<String> = lines.map(|(item, at)| line(item, at, is_exam)).collect();
    list(&lines)
}

fn action(deed: &str, says: Word, more: &[(&str, &str)]) -> String {
    button("button", (deed, ""), say(says), more)
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
    let given = given.map(|given| fact(w::QUESTION_ANSWER, &words::answer(question, given)));
    let right = fact(w::QUESTION_RIGHT_ANSWER, &words::right_answer(question));
    let quote = is_exam.then(|| asked("blockquote", "", &question.evidence.text));
    let overrule = (is_exam && item.may_be_overruled()).then(|| {
        button(
            "button",
            ("overrule", &at.to_string()),
            say(w::QUESTION_OVERRULE),
            &[],
        )
    });
    let parts = [
        word(shown, verdict.map_or(w::RESULT_UNANSWERED, name_of)),
        asked("p", "stem", &question.stem),
        el("dl", &[], &[given.unwrap_or_default(), right]),
        quote.unwrap_or_default(),
        overrule.unwrap_or_default(),
        el("p", &[("class", "quiet")], &[link(&evidence)]),
    ];
    el("li", &[("data-verdict", shown.as_str())], &parts)
}

fn fact(name: Word, says: &str) -> String {
    el(
        "div",
        &[],
        &[told("dt", "", say(name)), asked("dd", "", says)],
    )
}
