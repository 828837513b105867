//! Answering by putting in order, with buttons or keys.
//!
//! Apart from the other ways to answer.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::address;
use crate::question::Answer;
use crate::ui::part::sheet::{Mark, Sheet, note};
use crate::ui::part::{Down, Up, act, live};
use crate::words::{fill, say, w};

/// A place in the order, counted from 0.
#[derive(Clone, Copy)]
struct Place {
    sheet: Sheet,
    position: usize,
    of: usize,
}

#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

/// All items, each in its place.
#[component]
pub(crate) fn Order(sheet: Sheet) -> impl IntoView {
    let of = sheet.item.read_value().order.len();
    let row = |position| {
        row(Place {
            sheet,
            position,
            of,
        })
    };
    view! {
        <ol class="order" role="list">
            {(0..of).map(row).collect_view()}
        </ol>
    }
}

/// The item that stands there now.
fn row(place: Place) -> AnyView {
    let key = move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" if event.alt_key() => Way::Up,
            "ArrowDown" if event.alt_key() => Way::Down,
            _ => return,
        };
        event.prevent_default();
        place.shift(way);
    };
    view! {
        <li
            class="option"
            data-state=move || place.mark().map(|(name, _)| name)
            on:keydown=act(key)
        >
            <span class="key" aria-hidden="true">
                {place.position + 1}
            </span>
            <span class="words" lang="en">{live(move || place.text())}</span>
            <span class="moves">{button(place, Way::Up)} {button(place, Way::Down)}</span>
            {note(Box::new(move || place.mark()))}
        </li>
    }
    .into_any()
}

/// None where the item cannot go further.
fn button(place: Place, way: Way) -> AnyView {
    if place.beside(way).is_none() {
        return ().into_any();
    }
    let (arrow, word) = match way {
        Way::Up => (view! { <Up /> }.into_any(), w::QUESTION_UP),
        Way::Down => (view! { <Down /> }.into_any(), w::QUESTION_DOWN),
    };
    let [stands, of] = [place.position + 1, place.of].map(|it| it.to_string());
    view! {
        <button type="button" class="move" data-way=way.name() on:click=act(move |_| place.shift(way))>
            {arrow}
            <span class="unseen">
                {live(move || fill(word, &[&place.text(), &stands, &of]))}
            </span>
        </button>
    }
    .into_any()
}

impl Place {
    /// The items as they stand now: indices into the options.
    fn order(self) -> Vec<usize> {
        match self.sheet.answer().chosen() {
            [] => self.sheet.item.read_value().order.clone(),
            moved => moved.to_vec(),
        }
    }

    fn text(self) -> String {
        self.sheet.option(self.order()[self.position])
    }

    fn mark(self) -> Option<Mark> {
        self.sheet.verdict()?;
        let here = self.order()[self.position];
        let keys = &self.sheet.item.read_value().question.keys;
        let right = keys.iter().position(|&key| key == here)?;
        Some(match right == self.position {
            true => ("right", say(w::QUESTION_IN_PLACE).to_owned()),
            false => {
                let belongs = fill(w::QUESTION_BELONGS, &[&(right + 1).to_string()]);
                ("wrong", belongs)
            }
        })
    }

    /// The place above or below.
    fn beside(self, way: Way) -> Option<usize> {
        let to = match way {
            Way::Up => self.position.checked_sub(1)?,
            Way::Down => self.position + 1,
        };
        (to < self.of).then_some(to)
    }

    /// Moves the item there by one, and the focus with it: to the same button, or at the end of
    /// the way to the other.
    fn shift(self, way: Way) {
        let Some(to) = self.beside(way) else {
            return;
        };
        let mut order = untrack(|| self.order());
        order.swap(self.position, to);
        self.sheet.on_answer.run(Answer::Chosen(order));
        let any = format!(".order > :nth-child({}) .move", to + 1);
        let same = format!("{any}[data-way={}]", way.name());
        if !address::focus(&same) {
            address::focus(&any);
        }
    }
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Way::Up => "up",
            Way::Down => "down",
        }
    }
}
