//! What the tutor writes of a page.
//!
//! Apart from the views written here: it comes as nodes, is shown anew whenever something was
//! stored, and what is done with it goes back to the tutor.

use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;

use crate::browser::file::FileError;
use crate::browser::{clipboard, file, storage, tree};
use crate::study::Backup;
use crate::ui::part::{act, live, react, title};
use crate::ui::state::{TutorCtx, shared};
use crate::ui::trouble;
use crate::ui::tutor::message::Reply;
use crate::words::{Word, fill, say, w};

/// What the tutor shows under that name, which is the id of its element too, about whatever `with`
/// names. Outcomes are told in one place, so that a later one takes the place of an earlier.
#[component]
pub(crate) fn Told(name: &'static str, #[prop(optional, into)] with: String) -> impl IntoView {
    let tutor = shared().tutor;
    let said = RwSignal::new(String::new());
    let with = StoredValue::new(with);
    let show = move |kept| {
        // The page may have been left meanwhile.
        let Some(asked) = with.try_get_value() else {
            return;
        };
        tutor.view(name, &asked, kept, move |view| match view {
            // Or another page has come, and what is told there has the same name.
            _ if with.is_disposed() => {}
            Ok(nodes) => tree::show(name, &nodes),
            Err(why) => tell(said, fill(w::TOLD_NOT_SHOWN, &[&why])),
        });
    };
    react(move || {
        tutor.version();
        storage::promised(show);
    });
    let used = move |used: Option<(String, String)>| match used {
        Some((what, _)) if what == "import" => pick(tutor, said),
        Some((what, with)) if what == "place" => tutor.note(&what, &with),
        Some((what, with)) => tutor.act(&what, &with, move |reply| tell(said, outcome(reply))),
        None => {}
    };
    view! {
        <div
            id=name
            on:click=act(move |event: MouseEvent| used(tree::used(&event)))
            on:change=act(move |event: Event| used(tree::used(&event)))
        ></div>
        <p role="status">{live(move || said.get())}</p>
    }
}

/// A page of that class and title that the tutor writes.
pub(crate) fn written(
    class: &'static str,
    says: Word,
    name: &'static str,
    with: String,
) -> AnyView {
    view! {
        <div class=class>{title(says)} <Told name with /></div>
    }
    .into_any()
}

/// Says it, unless the page has been left meanwhile.
fn tell(said: RwSignal<String>, says: String) {
    let _ = said.try_set(says);
}

/// Takes a backup from the reader's own files.
fn pick(tutor: TutorCtx, said: RwSignal<String>) {
    let fail = move |error: FileError| {
        tell(said, fill(w::TOLD_NOT_IMPORTED, &[&trouble::file(&error)]));
    };
    let picked = move |text: Result<String, FileError>| match text {
        Ok(text) => tutor.import(&text, move |reply| tell(said, outcome(reply))),
        Err(error) => fail(error),
    };
    if let Err(error) = file::pick(".json,application/json", Backup::MAX_BYTES as u64, picked) {
        fail(error);
    }
}

/// Hands over what the reply has for the reader, and says what became of it.
fn outcome(reply: Reply) -> String {
    for (name, text) in &reply.file {
        let kind = match name.ends_with(".md") {
            true => "text/markdown",
            false => "application/json",
        };
        if let Err(error) = file::offer(name, kind, text) {
            return fill(w::TOLD_NOT_SAVED, &[&trouble::file(&error)]);
        }
    }
    if let Some(text) = &reply.copy
        && !clipboard::write(text)
    {
        return say(w::TOLD_NOT_COPIED).to_owned();
    }
    reply.says.unwrap_or_default()
}
