//! A sitting on the page: one question after another, then the result.
//!
//! Apart from the quiz, the review and the article, which differ only in where their questions come
//! from.

use leptos::prelude::*;

use crate::browser::address;
use crate::browser::keyboard::{Key, Place, Used};
use crate::browser::storage;
use crate::question::{Answer, Form};
use crate::study::{Deed, Hint, Item, Mode, Phase};
use crate::ui::keys;
use crate::ui::page::outcome::Outcome;
use crate::ui::part::{DEEDS, QuestionForm, Sheet, State, choose, deed, live, watch};
use crate::ui::state::{Desk, DeskName, DesksCtx, shared};
use crate::ui::words;
use crate::words::{fill, say, w};

/// The sitting of that name, which must have begun; `again` begins another one, or ends it.
#[component]
pub(crate) fn SittingView(name: DeskName, again: Callback<()>) -> impl IntoView {
    let desks = shared().desks;
    let name = StoredValue::new(name);
    // Where it stands, whatever is answered there.
    let place = watch(move || {
        let state = desks.get(&name.read_value()).map(|desk| state(&desk))?;
        Some(State {
            answer: Answer::NONE,
            verdict: None,
            hint: None,
            may: Vec::new(),
            ..state
        })
    });
    let notice = move || desks.get(&name.read_value()).map(|desk| notice(&desk));
    view! {
        <div class="sitting">
            <p class="notice quiet" role="status">
                {live(move || notice().unwrap_or_default().into_any())}
            </p>
            {live(move || match place.get().map(|it| it.question) {
                Some(Some((index, _))) => view! { <Asking name index /> }.into_any(),
                Some(None) => view! { <Outcome name again /> }.into_any(),
                None => ().into_any(),
            })}
        </div>
    }
}

/// The question at `index`, from the asking to the verdict.
#[component]
fn Asking(name: StoredValue<DeskName>, index: usize) -> impl IntoView {
    let desks = shared().desks;
    let session = untrack(|| desks.get(&name.read_value()))?.session;
    let of = session.items().len();
    let item = session.items().get(index).cloned()?;
    let sheet = sheet(desks, name, item);
    let on_submit = Callback::new(move |()| submit(desks, &name.read_value()));
    answer_keys(sheet, on_submit);
    let go = match session.mode() {
        Mode::Exam => w::QUESTION_NEXT,
        _ => w::QUESTION_CHECK,
    };
    Some(view! {
        <p class="progress">
            {words::of(index + 1, of)} {clock(desks, name)}
            <progress max=of value=index + 1 aria-hidden="true"></progress>
        </p>
        <QuestionForm sheet go on_submit />
    })
}

/// What the question's form needs, all of it following the sitting.
fn sheet(desks: DesksCtx, name: StoredValue<DeskName>, item: Item) -> Sheet {
    Sheet {
        item: StoredValue::new(item),
        state: watch(move || desks.get(&name.read_value()).map(|desk| state(&desk))),
        on_answer: Callback::new(move |answer| desks.answer(&name.read_value(), answer)),
        on_deed: Callback::new(move |deed| perform(desks, &name.read_value(), deed)),
    }
}

/// The time that is left, where it is counted.
fn clock(desks: DesksCtx, name: StoredValue<DeskName>) -> AnyView {
    let tick = move || desks.tick(&name.read_value());
    let Some(left) = tick() else {
        return ().into_any();
    };
    let left = RwSignal::new(left);
    let each_second = move || {
        left.set(tick().unwrap_or(0));
    };
    if let Ok(handle) = set_interval_with_handle(each_second, std::time::Duration::from_secs(1)) {
        on_cleanup(move || handle.clear());
    }
    live(move || words::left(left.get()).into_any())
}

/// Number keys choose, letters stand for what can be done beside; Enter checks and goes on, but on
/// a link or button it means that.
fn answer_keys(sheet: Sheet, on_submit: Callback<()>) {
    keys::on_key(move |key| {
        if let Some(index) = option(key, sheet) {
            let answer = choose(&untrack(|| sheet.answer()), index, sheet.form());
            sheet.on_answer.run(answer);
        } else if let Some(deed) = deed(&key.name) {
            sheet.on_deed.run(deed);
        } else if key.name == "Enter" && key.place == Place::Page {
            on_submit.run(());
        } else {
            return Used::No;
        }
        Used::Yes
    });
}

/// The option that a number key stands for; what is to be put in order, or struck out, is not
/// chosen.
fn option(key: &Key, sheet: Sheet) -> Option<usize> {
    let number: usize = key.name.parse().ok()?;
    let item = sheet.item.read_value();
    let index = *item.order.get(number.checked_sub(1)?)?;
    let is_open = untrack(|| sheet.verdict().is_none() && !sheet.is_out(index));
    (is_open && item.question.form() != Form::Ordered).then_some(index)
}

/// Checks the answer, or goes on.
fn submit(desks: DesksCtx, name: &DeskName) {
    let before = untrack(|| desks.get(name));
    match before.as_ref().map(|desk| desk.session.phase()) {
        Some(Phase::Judged { .. }) => desks.next(name),
        _ if !desks.check(name) => return,
        _ => {}
    }
    let now = untrack(|| desks.get(name));
    if now.as_ref().is_some_and(|desk| desk.session.at().is_none()) {
        storage::ask_promise();
    }
    let at = |desk: Option<Desk>| desk.map(|it| it.session.at());
    arrive(name, at(now) != at(before));
}

/// Does something beside answering. Where that leads to another question, so does the focus.
fn perform(desks: DesksCtx, name: &DeskName, deed: Deed) {
    if !desks.perform(name, deed) {
        return;
    }
    match deed {
        Deed::Hint | Deed::Ease => {}
        Deed::Overrule => arrive(name, false),
        Deed::Skip | Deed::Undo | Deed::Hide => arrive(name, true),
    }
}

/// Moves the focus to what comes next: another question or the result, or the button that goes on
/// from the verdict.
fn arrive(name: &DeskName, is_elsewhere: bool) {
    match is_elsewhere {
        true => look_ahead(name),
        // Not at once: that would have the browser lay out what is about to change.
        false => request_animation_frame(|| {
            address::focus(".question [type=submit]");
        }),
    }
}

/// Moves the view and the focus to what comes next, once it stands; within an article the view
/// stays.
pub(crate) fn look_ahead(name: &DeskName) {
    let is_page = !matches!(name, DeskName::Checkpoint(..));
    request_animation_frame(move || {
        if is_page {
            address::scroll_to_top();
        }
        look_at_question();
    });
}

/// Moves the focus to the question or the result.
fn look_at_question() {
    // Where there is something to type into, there; else on the whole question.
    if !address::focus(".question .field, #result") {
        address::focus(".question fieldset");
    }
}

fn state(desk: &Desk) -> State {
    let session = &desk.session;
    let current = session.current();
    let id = current.map(|item| item.question.id.clone());
    let may = DEEDS.into_iter().map(|(deed, ..)| deed);
    State {
        session: session.id().clone(),
        question: session.at().zip(id),
        answer: desk.answer.clone(),
        verdict: match session.phase() {
            Phase::Judged { verdict, .. } => Some(verdict),
            _ => None,
        },
        hint: current.and_then(|item| item.hint),
        may: may.filter(|deed| session.may(*deed)).collect(),
    }
}

/// What was just done, where it cannot be seen in the question.
fn notice(desk: &Desk) -> String {
    let State { verdict, hint, .. } = state(desk);
    match (desk.session.has_hidden(), hint, verdict) {
        (true, _, _) => say(w::QUESTION_HIDDEN).to_owned(),
        (_, Some(Hint::Begins(letter)), None) => fill(w::QUESTION_BEGINS, &[&letter.to_string()]),
        (_, Some(Hint::Not(_)), None) => say(w::QUESTION_STRUCK).to_owned(),
        _ => String::new(),
    }
}
