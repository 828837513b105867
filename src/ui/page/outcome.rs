//! The result of a sitting: its score, and every question with its verdict.
//!
//! Apart from the asking, of which nothing is left on the page by then.

use leptos::prelude::*;

use crate::question::Form;
use crate::study::{Deed, Item, Mode, Session, Verdict};
use crate::ui::page::sitting::look_ahead;
use crate::ui::part::{Sign, act, live, name_of};
use crate::ui::route::Route;
use crate::ui::state::{DeskName, DesksCtx, Plan};
use crate::ui::words;

/// The score, and each question with its verdict.
#[component]
pub(crate) fn Outcome(name: StoredValue<DeskName>, again: Callback<()>) -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    live(move || {
        let session = desks.with(&name.read_value(), |desk| desk.session.clone())?;
        Some(result(desks, name, &session, again))
    })
}

fn result(
    desks: DesksCtx,
    name: StoredValue<DeskName>,
    session: &Session,
    again: Callback<()>,
) -> AnyView {
    let missed = session.missed();
    let retry = (!missed.is_empty()).then(|| {
        let retry = move || {
            let plan = Plan {
                mode: Mode::Retry,
                questions: missed.clone(),
                minutes: None,
            };
            desks.begin(&name.read_value(), plan);
        };
        button("Retry missed", Some("first"), Box::new(retry))
    });
    let undo = session.may(Deed::Undo).then(|| {
        let undo = move || {
            desks.perform(&name.read_value(), Deed::Undo);
        };
        button("Undo", None, Box::new(undo))
    });
    let rank = retry.is_none().then_some("first");
    let says = match *name.read_value() {
        DeskName::Checkpoint(..) => "Close",
        _ => "New quiz",
    };
    let again = button(says, rank, Box::new(move || again.run(())));
    let lines = session.items().iter().zip(0..);
    let is_exam = session.mode() == Mode::Exam;
    let lines = lines.map(|(item, index)| {
        let overrule = Callback::new(move |()| desks.overrule(&name.read_value(), index));
        line(item, is_exam.then_some(overrule))
    });
    view! {
        <section class="outcome">
            <h2 id="result" class="section-title" tabindex="-1">"Result"</h2>
            <p class="score">{session.score().to_string()}</p>
            <p class="row">{retry} {again} {undo}</p>
            <ol>{lines.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn button(says: &'static str, rank: Option<&'static str>, then: Box<dyn Fn() + Send>) -> AnyView {
    let press = move |_| {
        then();
        look_ahead();
    };
    view! { <button type="button" class="button" data-rank=rank on:click=act(press)>{says}</button> }
        .into_any()
}

/// One question; `overrule` is there where nothing was said of it before.
fn line(item: &Item, overrule: Option<Callback<()>>) -> AnyView {
    let question = &item.question;
    let evidence = Route::evidence(&question.article, &question.evidence);
    let verdict = item.verdict();
    let is_right = verdict == Some(Verdict::Right);
    let given = item.answer.as_ref().map(|it| &it.answer);
    let given = given.filter(|_| !is_right || question.form() == Form::Typed);
    let given = given.map(|given| fact("Your answer", words::answer(question, given)));
    let new = overrule.filter(|_| item.may_be_overruled());
    let quote =
        overrule.map(|_| view! { <blockquote>{question.evidence.text.clone()}</blockquote> });
    view! {
        <li data-verdict=verdict.unwrap_or(Verdict::Wrong).as_str()>
            <p class="word">
                <Sign right=is_right />
                {verdict.map_or("Not answered", name_of)}
            </p>
            <p class="stem">{question.stem.clone()}</p>
            <dl>{given} {fact("Right answer", words::right_answer(question))}</dl>
            {quote}
            <p class="row quiet">
                <a href=evidence.href()>"See it in the article"</a>
                {new.map(|new| button("I was right", None, Box::new(move || new.run(()))))}
            </p>
        </li>
    }
    .into_any()
}

fn fact(name: &'static str, says: String) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{says}</dd></div> }.into_any()
}
