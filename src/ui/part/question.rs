//! One question: its stem, the way to answer it, and the verdict.
//!
//! Apart from the sitting, which knows what comes before and after it.

use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use crate::browser::text::quoted;
use crate::browser::tree;
use crate::question::{Answer, Form, Question};
use crate::study::{Deed, Verdict};
use crate::ui::part::nodes::{asked, button, el, list, sign, told};
use crate::ui::part::options::Choice;
use crate::ui::part::order::Order;
use crate::ui::part::sheet::Sheet;
use crate::ui::part::{act, live, react};
use crate::ui::route::Route;
use crate::ui::words;
use crate::words::{Word, say, w};

/// What can be done beside answering, with the key for it; the last two only once there is a
/// verdict.
pub(crate) const DEEDS: [(Deed, &str, Word); 6] = [
    (Deed::Skip, "s", w::QUESTION_SKIP),
    (Deed::Hint, "h", w::QUESTION_HINT),
    (Deed::Undo, "u", w::BUTTON_UNDO),
    (Deed::Hide, "x", w::QUESTION_HIDE),
    (Deed::Overrule, "r", w::QUESTION_OVERRULE),
    (Deed::Ease, "e", w::QUESTION_EASE),
];

/// The ids of what is shown as nodes.
const ASIDES: &str = "asides";
const VERDICT: &str = "verdict";

/// A question to be answered; its verdict is there as soon as it has been judged, and `go` is what
/// the button says until then.
#[component]
pub(crate) fn QuestionForm(sheet: Sheet, go: Word, on_submit: Callback<()>) -> impl IntoView {
    let is_early = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        is_early.set(untrack(|| sheet.is_blank()));
        on_submit.run(());
    };
    let used = move |event: MouseEvent| {
        if let Some((name, _)) = tree::used(&event) {
            deed(&name)
                .into_iter()
                .for_each(|deed| sheet.on_deed.run(deed));
        }
    };
    react(move || tree::show(ASIDES, &asides(&sheet.may())));
    react(move || tree::show(VERDICT, &said(sheet, is_early.get())));
    view! {
        <form class="question" on:submit=act(submit) on:click=act(used)>
            <fieldset tabindex="-1" disabled=move || sheet.verdict().is_some()>
                <legend lang="en">{sheet.item.read_value().question.stem.clone()}</legend>
                {task(sheet.form()).map(quiet)}
                {way(sheet)}
            </fieldset>
            <div class="row">
                <button type="submit" class="button" data-rank="first">
                    {live(move || say(sheet.verdict().map_or(go, |_| w::QUESTION_NEXT)))}
                </button>
                <div id=ASIDES class="row"></div>
            </div>
            <div
                id=VERDICT
                role="status"
                class="verdict"
                data-verdict=move || sheet.verdict().map(Verdict::as_str)
            ></div>
        </form>
    }
}

/// What a key or the name of a button stands for.
pub(crate) fn deed(name: &str) -> Option<Deed> {
    let deed = DEEDS.iter().find(|(_, key, _)| *key == name);
    deed.map(|(deed, ..)| *deed)
}

/// The buttons that are always there: each stays where it is also while it would do nothing.
fn asides(may: &[Deed]) -> String {
    let buttons = DEEDS[..4].iter().map(|(deed, key, says)| {
        let idle = [("aria-disabled", "true")];
        let more = if may.contains(deed) { &[][..] } else { &idle };
        button("aside", (key, ""), say(*says), more)
    });
    list(&buttons.collect::<Vec<_>>())
}

/// The way to answer it.
fn way(sheet: Sheet) -> AnyView {
    match sheet.form() {
        Form::Typed => view! { <Typing sheet /> }.into_any(),
        Form::Ordered => view! { <Order sheet /> }.into_any(),
        _ => {
            let order = sheet.item.read_value().order.clone();
            let options = order.into_iter().enumerate();
            let options =
                options.map(|(position, index)| view! { <Choice sheet position index /> });
            options.collect_view().into_any()
        }
    }
}

/// Answering in words. No browser is to complete or correct them.
#[component]
fn Typing(sheet: Sheet) -> impl IntoView {
    let write = move |event| {
        let text = event_target_value(&event);
        sheet.on_answer.run(Answer::Typed(text));
    };
    let before = untrack(|| sheet.answer().typed().to_owned());
    view! {
        <label class="typing">
            <span class="quiet">{say(w::QUESTION_ANSWER)}</span>
            <input
                type="text"
                class="field"
                autocomplete="off"
                on:input=act(write)
                {..custom_attribute("autocapitalize", "off")}
                {..custom_attribute("autocorrect", "off")}
                {..custom_attribute("spellcheck", "false")}
                {..custom_attribute("value", before)}
            />
        </label>
    }
}

/// What stands below the question.
fn said(sheet: Sheet, is_early: bool) -> String {
    match sheet.verdict() {
        Some(verdict) => judged(sheet, verdict, &sheet.may()),
        None if is_early && sheet.is_blank() => {
            list(&[told("p", "quiet", say(early(sheet.form())))])
        }
        None => list(&[]),
    }
}

/// What is said after the answer.
fn judged(sheet: Sheet, verdict: Verdict, may: &[Deed]) -> String {
    let item = sheet.item.read_value();
    let question = &item.question;
    let evidence = Route::evidence(&question.article, &question.evidence).href();
    let is_right = verdict == Verdict::Right;
    let strayed = words::strayed(question, &sheet.answer());
    list(&[
        word(verdict, name_of(verdict)),
        answer(question, is_right),
        own_words(may),
        paragraph(told, &strayed),
        paragraph(asked, &question.explanation),
        asked("blockquote", "", &question.evidence.text),
        el("p", &[], &[link(&evidence)]),
    ])
}

/// The verdict with its sign.
pub(crate) fn word(verdict: Verdict, name: Word) -> String {
    let sign = sign(verdict == Verdict::Right);
    el("p", &[("class", "word")], &[sign, quoted(say(name))])
}

/// The way to the evidence.
pub(crate) fn link(href: &str) -> String {
    el("a", &[("href", href)], &[quoted(say(w::QUESTION_EVIDENCE))])
}

fn paragraph(write: fn(&str, &str, &str) -> String, says: &str) -> String {
    match says {
        "" => String::new(),
        _ => write("p", "", says),
    }
}

/// The right answer, where the rows do not tell it.
fn answer(question: &Question, is_right: bool) -> String {
    match question.form() {
        Form::Typed => {}
        Form::Ordered if !is_right => {}
        _ => return String::new(),
    }
    let name = told("p", "quiet", say(w::QUESTION_RIGHT_ANSWER));
    let answer = asked("p", "answer", &words::right_answer(question));
    el("div", &[], &[name, answer])
}

/// What the reader may say of the answer.
fn own_words(may: &[Deed]) -> String {
    let said = DEEDS[4..].iter().filter(|(deed, ..)| may.contains(deed));
    let buttons = said.map(|(_, key, says)| button("aside", (key, ""), say(*says), &[]));
    buttons.collect::<Vec<_>>().join(",")
}

fn quiet(says: Word) -> AnyView {
    view! { <p class="quiet">{say(says)}</p> }.into_any()
}

/// What a verdict is called on the page.
pub(crate) fn name_of(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Right => w::QUESTION_CORRECT,
        Verdict::Wrong => w::QUESTION_WRONG,
    }
}

/// What is to be done, where the stem does not say it.
fn task(form: Form) -> Option<Word> {
    match form {
        Form::Several => Some(w::QUESTION_SEVERAL),
        Form::Ordered => Some(w::QUESTION_ORDER),
        Form::One | Form::Typed => None,
    }
}

/// What is missing where there is nothing to check.
fn early(form: Form) -> Word {
    match form {
        Form::One | Form::Several => w::QUESTION_CHOOSE_FIRST,
        Form::Ordered => w::QUESTION_MOVE_FIRST,
        Form::Typed => w::QUESTION_TYPE_FIRST,
    }
}
