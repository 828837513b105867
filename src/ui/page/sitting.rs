//! A sitting on the page: one question after another, then the result.
//!
//! Apart from the quiz and the review, which differ only in where their questions come from.

use leptos::prelude::*;

use crate::browser::address;
use crate::browser::keyboard::{Key, Place, Used};
use crate::question::Question;
use crate::study::{Attempt, Item, Mode, Phase, Session, SessionId, Verdict};
use crate::ui::keys;
use crate::ui::part::{QuestionForm, Sign, act, choose, is_several, live, name_of};
use crate::ui::route::Route;
use crate::ui::state::{DeskName, DesksCtx, ScoresCtx};

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
    let scores = expect_context::<ScoresCtx>();
    let choice = move || desks.with(&name.read_value(), |desk| desk.choice.clone());
    let choice = Signal::derive(move || choice().unwrap_or_default());
    let verdict =
        Memo::new(move |_| desks.with(&name.read_value(), |desk| verdict(&desk.session))?);
    let on_choose = Callback::new(move |choice| desks.choose(&name.read_value(), choice));
    let on_submit = Callback::new(move |()| match verdict.get_untracked() {
        Some(_) => go_on(desks, &name.read_value()),
        None => check(desks, scores, &name.read_value()),
    });
    let (item, of) = untrack(|| desks.with(&name.read_value(), |desk| item(&desk.session, index)))?;
    answer_keys(item.clone(), choice, verdict.into(), on_choose, on_submit);
    Some(view! {
        <p class="progress">
            {format!("{} of {of}", index + 1)}
            <progress max=of value=index + 1 aria-hidden="true"></progress>
        </p>
        <QuestionForm item choice verdict on_choose on_submit />
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
            look_at("fieldset");
        };
        view! { <button type="button" class="button" data-rank="first" on:click=act(retry)>"Retry missed"</button> }
    });
    let rank = retry.is_none().then_some("first");
    let again = move |_| {
        again.run(());
        look_at("fieldset");
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
    let chosen = (answer.verdict == Verdict::Wrong).then(|| {
        let chosen = options(question, &answer.choice);
        view! { <div><dt>"Your answer"</dt><dd>{chosen}</dd></div> }
    });
    view! {
        <li data-verdict=answer.verdict.as_str()>
            <p class="word">
                <Sign right=answer.verdict == Verdict::Right />
                {name_of(answer.verdict)}
            </p>
            <p class="stem">{question.stem.clone()}</p>
            <dl>
                {chosen}
                <div>
                    <dt>"Right answer"</dt>
                    <dd>{options(question, &question.keys)}</dd>
                </div>
            </dl>
            <p class="quiet">
                <a href=evidence.href()>"See it in the article"</a>
            </p>
        </li>
    }
    .into_any()
}

fn options(question: &Question, indices: &[usize]) -> String {
    let options = indices
        .iter()
        .filter_map(|&index| question.options.get(index));
    options.map(String::as_str).collect::<Vec<_>>().join("; ")
}

/// Number keys choose; Enter checks and goes on, but on a link or button it means that.
fn answer_keys(
    item: Item,
    choice: Signal<Vec<usize>>,
    verdict: Signal<Option<Verdict>>,
    on_choose: Callback<Vec<usize>>,
    on_submit: Callback<()>,
) {
    keys::on_key(move |key| match option(key, &item) {
        Some(index) if verdict.get_untracked().is_none() => {
            let several = is_several(&item.question);
            on_choose.run(choose(&choice.read_untracked(), index, several));
            Used::Yes
        }
        None if key.name == "Enter" && key.place == Place::Page => {
            on_submit.run(());
            Used::Yes
        }
        _ => Used::No,
    });
}

/// The option that a number key stands for.
fn option(key: &Key, item: &Item) -> Option<usize> {
    let number: usize = key.name.parse().ok()?;
    item.order.get(number.checked_sub(1)?).copied()
}

/// Keeps the answer first, then shows the verdict.
fn check(desks: DesksCtx, scores: ScoresCtx, name: &DeskName) {
    if let Some((desk, attempt)) = desks.check(name) {
        scores.keep(vec![attempt]);
        desks.show(name, desk);
        address::focus(".question > button");
    }
}

fn go_on(desks: DesksCtx, name: &DeskName) {
    desks.next(name);
    look_at("fieldset, #result");
}

/// Moves the view and the focus to what comes next, once it stands.
pub(crate) fn look_at(selector: &'static str) {
    request_animation_frame(move || {
        address::scroll_to_top();
        address::focus(selector);
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
