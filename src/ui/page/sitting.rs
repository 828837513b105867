//! A sitting on the page: one question after another, then the result.
//!
//! Apart from the quiz, the review and the article, which differ only in where their questions come
//! from.

use leptos::prelude::*;

use crate::browser::address;
use crate::browser::keyboard::{Key, Place, Used};
use crate::browser::storage;
use crate::question::{Answer, Form, QuestionId};
use crate::study::{Deed, Hint, Item, Mode, Phase, Session, SessionId, Verdict};
use crate::ui::keys;
use crate::ui::page::outcome::Outcome;
use crate::ui::part::{ASIDES, QuestionForm, Sheet, choose, live};
use crate::ui::state::{DeskName, DesksCtx};
use crate::ui::words;

/// The sitting of that name, which must have begun; `again` begins another one, or ends it.
#[component]
pub(crate) fn SittingView(name: DeskName, again: Callback<()>) -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    let name = StoredValue::new(name);
    let place = Memo::new(move |_| desks.with(&name.read_value(), |desk| place(&desk.session)));
    let notice = move || desks.with(&name.read_value(), |desk| notice(&desk.session));
    view! {
        <div class="sitting">
            <p class="notice quiet" role="status">
                {live(notice)}
            </p>
            {live(move || match place.get() {
                Some((_, Some((index, _)))) => view! { <Asking name index /> }.into_any(),
                Some((_, None)) => view! { <Outcome name again /> }.into_any(),
                None => ().into_any(),
            })}
        </div>
    }
}

/// The question at `index`, from the asking to the verdict.
#[component]
fn Asking(name: StoredValue<DeskName>, index: usize) -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    let (item, of, mode) = untrack(|| {
        desks.with(&name.read_value(), |desk| {
            let items = desk.session.items();
            let item = items.get(index).cloned()?;
            Some((item, items.len(), desk.session.mode()))
        })
    })??;
    let sheet = sheet(desks, name, item);
    let on_submit = Callback::new(move |()| submit(desks, &name.read_value()));
    answer_keys(sheet, on_submit);
    let go = if mode == Mode::Exam { "Next" } else { "Check" };
    Some(view! {
        <p class="progress">
            {format!("{} of {of}", index + 1)} {clock(desks, name)}
            <progress max=of value=index + 1 aria-hidden="true"></progress>
        </p>
        <QuestionForm sheet go on_submit />
    })
}

/// What the question's form needs, all of it following the sitting.
fn sheet(desks: DesksCtx, name: StoredValue<DeskName>, item: Item) -> Sheet {
    let answer = move || desks.with(&name.read_value(), |desk| desk.answer.clone());
    let verdict =
        Memo::new(move |_| desks.with(&name.read_value(), |desk| verdict(&desk.session))?);
    let hint = Memo::new(move |_| desks.with(&name.read_value(), |desk| hint(&desk.session))?);
    let may = move |deed| desks.with(&name.read_value(), |desk| desk.session.may(deed));
    Sheet {
        item: StoredValue::new(item),
        answer: Signal::derive(move || answer().unwrap_or(Answer::NONE)),
        verdict: verdict.into(),
        hint: hint.into(),
        on_answer: Callback::new(move |answer| desks.answer(&name.read_value(), answer)),
        may: Callback::new(move |deed| may(deed) == Some(true)),
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
    live(move || words::left(left.get())).into_any()
}

/// Number keys choose, letters stand for what can be done beside; Enter checks and goes on, but on
/// a link or button it means that.
fn answer_keys(sheet: Sheet, on_submit: Callback<()>) {
    keys::on_key(move |key| match option(key, sheet) {
        Some(index) if sheet.verdict.get_untracked().is_none() => {
            let answer = choose(&sheet.answer.read_untracked(), index, sheet.form());
            sheet.on_answer.run(answer);
            Used::Yes
        }
        None if key.name == "Enter" && key.place == Place::Page => {
            on_submit.run(());
            Used::Yes
        }
        None => match ASIDES.into_iter().find(|(_, _, name)| *name == key.name) {
            Some((deed, _, _)) => {
                sheet.on_deed.run(deed);
                Used::Yes
            }
            None => Used::No,
        },
        _ => Used::No,
    });
}

/// The option that a number key stands for; what is to be put in order, or struck out, is not
/// chosen.
fn option(key: &Key, sheet: Sheet) -> Option<usize> {
    let number: usize = key.name.parse().ok()?;
    let item = sheet.item.read_value();
    let index = *item.order.get(number.checked_sub(1)?)?;
    let can_be = item.question.form() != Form::Ordered && !untrack(|| sheet.is_out(index));
    can_be.then_some(index)
}

/// Checks the answer, or goes on.
fn submit(desks: DesksCtx, name: &DeskName) {
    let place = || untrack(|| desks.with(name, |desk| place(&desk.session)));
    let before = place();
    let is_judged = untrack(|| desks.with(name, |desk| verdict(&desk.session))).flatten();
    match is_judged {
        Some(_) => desks.next(name),
        None if !desks.check(name) => return,
        None => {}
    }
    let after = place();
    if let Some((_, None)) = after {
        storage::ask_promise();
    }
    arrive(name, after != before);
}

/// Does something beside answering. Where that leads to another question, so does the focus.
fn perform(desks: DesksCtx, name: &DeskName, deed: Deed) {
    let place = || untrack(|| desks.with(name, |desk| place(&desk.session)));
    let before = place();
    if !desks.perform(name, deed) {
        return;
    }
    let is_elsewhere = place() != before;
    match deed {
        Deed::Hint | Deed::Ease => {}
        Deed::Overrule => arrive(name, false),
        // The same question asked again is one to be answered.
        _ => arrive(name, is_elsewhere || deed == Deed::Undo),
    }
}

/// Moves the focus to what comes next: another question or the result, or the button that goes on
/// from the verdict.
fn arrive(name: &DeskName, is_elsewhere: bool) {
    if !is_elsewhere {
        address::focus(".question [type=submit]");
        return;
    }
    match name {
        DeskName::Checkpoint(..) => request_animation_frame(look_at_question),
        _ => look_ahead(),
    }
}

/// Moves the view and the focus to what comes next, once it stands.
pub(crate) fn look_ahead() {
    request_animation_frame(|| {
        address::scroll_to_top();
        look_at_question();
    });
}

/// Moves the focus to the question or the result.
pub(crate) fn look_at_question() {
    // Where there is something to type into, there; else on the whole question.
    if !address::focus(".question .field, #result") {
        address::focus(".question fieldset");
    }
}

/// Which sitting it is and which question it is at; no question when it is done.
fn place(session: &Session) -> (SessionId, Option<(usize, QuestionId)>) {
    let question = session.current().map(|item| item.question.id.clone());
    (session.id().clone(), session.at().zip(question))
}

fn verdict(session: &Session) -> Option<Verdict> {
    match session.phase() {
        Phase::Judged { verdict, .. } => Some(verdict),
        _ => None,
    }
}

fn hint(session: &Session) -> Option<Hint> {
    session.current()?.hint
}

/// What was just done, where it cannot be seen in the question.
fn notice(session: &Session) -> String {
    match (session.has_hidden(), hint(session), verdict(session)) {
        (true, _, _) => "Hidden for good".to_owned(),
        (_, Some(Hint::Begins(letter)), None) => format!("It begins with “{letter}”"),
        (_, Some(Hint::Not(_)), None) => "One wrong answer is struck out".to_owned(),
        _ => String::new(),
    }
}
