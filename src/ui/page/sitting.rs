//! A sitting on the page: one question after another, then the result.
//!
//! Apart from the quiz and the review, which differ only in where their questions come from.

use leptos::prelude::*;

use crate::browser::address;
use crate::browser::keyboard::{Key, Place, Used};
use crate::question::{Answer, Form};
use crate::study::{Attempt, Item, Mode, Phase, Session, SessionId, Verdict};
use crate::ui::keys;
use crate::ui::part::{QuestionForm, Sign, act, choose, live, name_of};
use crate::ui::route::Route;
use crate::ui::state::{Desk, DeskName, DesksCtx, TutorCtx};
use crate::ui::words;

/// The sitting of that name, which must have begun; `again` begins another one.
#[component]
pub(crate) fn SittingView(name: DeskName, again: Callback<()>) -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    let name = StoredValue::new(name);
    let place = Memo::new(move |_| desks.with(&name.read_value(), |desk| place(&desk.session)));
    live(move || match place.get() {
        Some((_, Some(index))) => view! { <Asking name index /> }.into_any(),
        Some((_, None)) => view! { <Outcome name again /> }.into_any(),
        None => ().into_any(),
    })
}

/// The question at `index`, from the asking to the verdict.
#[component]
fn Asking(name: StoredValue<DeskName>, index: usize) -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    let tutor = expect_context::<TutorCtx>();
    let answer = move || desks.with(&name.read_value(), |desk| desk.answer.clone());
    let answer = Signal::derive(move || answer().unwrap_or(Answer::NONE));
    let verdict =
        Memo::new(move |_| desks.with(&name.read_value(), |desk| verdict(&desk.session))?);
    let on_answer = Callback::new(move |answer| desks.answer(&name.read_value(), answer));
    let on_submit = Callback::new(move |()| match verdict.get_untracked() {
        Some(_) => go_on(desks, &name.read_value()),
        None => judge(desks, tutor, &name.read_value(), Desk::check),
    });
    let on_overrule =
        Callback::new(move |()| judge(desks, tutor, &name.read_value(), Desk::overrule));
    let (item, of) = untrack(|| desks.with(&name.read_value(), |desk| item(&desk.session, index)))?;
    answer_keys(item.clone(), answer, verdict.into(), on_answer, on_submit);
    Some(view! {
        <p class="progress">
            {format!("{} of {of}", index + 1)}
            <progress max=of value=index + 1 aria-hidden="true"></progress>
        </p>
        <QuestionForm item answer verdict on_answer on_submit on_overrule />
    })
}

/// The score, and each question with its verdict.
#[component]
fn Outcome(name: StoredValue<DeskName>, again: Callback<()>) -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    let session = untrack(|| desks.with(&name.read_value(), |desk| desk.session.clone()))?;
    let missed = session.missed();
    let retry = (!missed.is_empty()).then(|| {
        let retry = move |_| {
            desks.begin(name.get_value(), Mode::Retry, missed.clone());
            look_ahead();
        };
        view! { <button type="button" class="button" data-rank="first" on:click=act(retry)>"Retry missed"</button> }
    });
    let rank = retry.is_none().then_some("first");
    let again = move |_| {
        again.run(());
        look_ahead();
    };
    let lines = session.items().iter().zip(session.answers());
    Some(view! {
        <section class="outcome">
            <h2 id="result" class="section-title" tabindex="-1">"Result"</h2>
            <p class="score">{session.score().to_string()}</p>
            <p class="row">
                {retry}
                <button type="button" class="button" data-rank=rank on:click=act(again)>"New quiz"</button>
            </p>
            <ol>{lines.map(|(item, answer)| line(item, answer)).collect_view()}</ol>
        </section>
    })
}

fn line(item: &Item, answer: &Attempt) -> AnyView {
    let question = &item.question;
    let evidence = Route::evidence(&question.article, &question.evidence);
    let verdict = answer.verdict().unwrap_or(Verdict::Wrong);
    let is_wrong = verdict == Verdict::Wrong;
    let is_typed = question.form() == Form::Typed;
    let given = (is_wrong || is_typed).then(|| {
        let given = words::answer(question, &answer.answer);
        view! { <div><dt>"Your answer"</dt><dd>{given}</dd></div> }
    });
    view! {
        <li data-verdict=verdict.as_str()>
            <p class="word">
                <Sign right=!is_wrong />
                {name_of(verdict)}
            </p>
            <p class="stem">{question.stem.clone()}</p>
            <dl>
                {given}
                <div>
                    <dt>"Right answer"</dt>
                    <dd>{words::right_answer(question)}</dd>
                </div>
            </dl>
            <p class="quiet">
                <a href=evidence.href()>"See it in the article"</a>
            </p>
        </li>
    }
    .into_any()
}

/// Number keys choose; Enter checks and goes on, but on a link or button it means that.
fn answer_keys(
    item: Item,
    answer: Signal<Answer>,
    verdict: Signal<Option<Verdict>>,
    on_answer: Callback<Answer>,
    on_submit: Callback<()>,
) {
    keys::on_key(move |key| match option(key, &item) {
        Some(index) if verdict.get_untracked().is_none() => {
            let form = item.question.form();
            on_answer.run(choose(&answer.read_untracked(), index, form));
            Used::Yes
        }
        None if key.name == "Enter" && key.place == Place::Page => {
            on_submit.run(());
            Used::Yes
        }
        _ => Used::No,
    });
}

/// The option that a number key stands for; what is to be put in order is not chosen.
fn option(key: &Key, item: &Item) -> Option<usize> {
    let number: usize = key.name.parse().ok()?;
    if item.question.form() == Form::Ordered {
        return None;
    }
    item.order.get(number.checked_sub(1)?).copied()
}

/// Keeps the answer first, then shows the verdict.
fn judge(desks: DesksCtx, tutor: TutorCtx, name: &DeskName, by: fn(&mut Desk) -> Option<Attempt>) {
    if let Some((desk, attempt)) = desks.judge(name, by) {
        tutor.keep(&attempt);
        desks.show(name, desk);
        address::focus(".question > button");
    }
}

fn go_on(desks: DesksCtx, name: &DeskName) {
    desks.next(name);
    look_ahead();
}

/// Moves the view and the focus to what comes next, once it stands.
pub(crate) fn look_ahead() {
    request_animation_frame(|| {
        address::scroll_to_top();
        // Where there is something to type into, there; else on the whole question.
        if !address::focus(".question .field, #result") {
            address::focus("fieldset");
        }
    });
}

/// Which sitting it is and which question it is at; no question when it is done.
fn place(session: &Session) -> (SessionId, Option<usize>) {
    let index = match session.phase() {
        Phase::Asking { item, .. } | Phase::Judged { item, .. } => Some(item),
        Phase::Done => None,
    };
    (session.id().clone(), index)
}

fn verdict(session: &Session) -> Option<Verdict> {
    match session.phase() {
        Phase::Judged { verdict, .. } => Some(verdict),
        _ => None,
    }
}

fn item(session: &Session, index: usize) -> (Item, usize) {
    let items = session.items();
    (items[index].clone(), items.len())
}
