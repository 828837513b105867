//! The scores as a whole: carried to another browser, taken in, erased.
//!
//! Apart from the other settings, since here something can be lost.

use leptos::html;
use leptos::prelude::*;

use crate::browser::{clock, file};
use crate::study::{Backup, Preferences};
use crate::ui::keys::hold;
use crate::ui::part::{act, live};
use crate::ui::state::{DesksCtx, Import, PreferencesCtx, ScoresCtx};
use crate::ui::words;

const FILE: &str = "readback-backup.json";

/// What can be done with the scores. Outcomes are told in one place, so that a later one takes
/// the place of an earlier.
#[component]
pub(super) fn Scores() -> impl IntoView {
    let scores = expect_context::<ScoresCtx>();
    let message = RwSignal::new(String::new());
    let import = RwSignal::new(None);
    view! {
        <section>
            <h2 class="section-title">"Scores"</h2>
            <p>"Scores stay in this browser. A backup carries them to another one."</p>
            <div class="row">
                <button type="button" class="button" on:click=act(move |_| export(scores, message))>
                    "Export backup"
                </button>
                <button type="button" class="button" on:click=act(move |_| pick(scores, import, message))>
                    "Import backup"
                </button>
                <Erase message />
            </div>
            {live(move || import.get().map(|found| view! { <Confirm found import message /> }))}
            <p role="status">{live(move || message.get())}</p>
            <p class="quiet">{live(move || unreadable(scores.unreadable()))}</p>
        </section>
    }
}

/// What an import would do, before it is done.
#[component]
fn Confirm(
    found: Import,
    import: RwSignal<Option<Import>>,
    message: RwSignal<String>,
) -> impl IntoView {
    let scores = expect_context::<ScoresCtx>();
    let until = found
        .latest
        .map(|at| format!(", up to {},", clock::format_day(at.0)));
    let says = format!(
        "This backup{} has {} that {} not here yet, and {} that already are.",
        until.unwrap_or_default(),
        words::count(found.new.len(), "answer"),
        if found.new.len() == 1 { "is" } else { "are" },
        found.known,
    );
    let number = found.new.len();
    let add = (number > 0).then(|| {
        let add = move |_| {
            scores.keep(found.new.clone());
            message.set(format!("{} added.", words::count(number, "answer")));
            import.set(None);
        };
        view! { <button type="button" class="button" data-rank="first" on:click=act(add)>"Add them"</button> }
    });
    view! {
        <div role="group" aria-label="Import">
            <p>{says}</p>
            <p class="row">
                {add}
                <button type="button" class="button" on:click=act(move |_| import.set(None))>
                    {if number > 0 { "Leave it" } else { "Close" }}
                </button>
            </p>
        </div>
    }
}

#[component]
fn Erase(message: RwSignal<String>) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let scores = expect_context::<ScoresCtx>();
    let desks = expect_context::<DesksCtx>();
    let preferences = expect_context::<PreferencesCtx>();
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // Throws only where it is open already.
            let _ = dialog.show_modal();
        }
    };
    let erase = move |_| {
        scores.erase();
        desks.clear_all();
        preferences.show(Preferences::default());
        message.set("Everything was erased.".to_owned());
    };
    let goes = move || {
        let answers = words::count(scores.progress().read().attempts().len(), "answer");
        format!(
            "{answers}, all scores and these settings go from this browser, and cannot be brought back without a backup."
        )
    };
    view! {
        <button type="button" class="button" data-rank="grave" on:click=act(open)>"Erase all data"</button>
        <dialog node_ref=dialog aria-labelledby="erase" on:keydown=act(hold)>
            <h2 id="erase">"Erase all data?"</h2>
            <p>{live(goes)}</p>
            <form method="dialog" class="row">
                <button class="button" autofocus>"Keep everything"</button>
                <button class="button" data-rank="grave" on:click=act(erase)>"Erase"</button>
            </form>
        </dialog>
    }
}

/// Offers the backup as a download.
fn export(scores: ScoresCtx, message: RwSignal<String>) {
    let offered = file::offer(FILE, "application/json", &scores.backup());
    message.set(match offered {
        Ok(()) => String::new(),
        Err(error) => format!("Nothing was exported: {error}."),
    });
}

/// Lets the reader pick a backup, and notes what it would add or why it cannot be read.
fn pick(scores: ScoresCtx, import: RwSignal<Option<Import>>, message: RwSignal<String>) {
    let refuse = move |why: String| message.set(format!("Nothing was imported: {why}."));
    let limit = Backup::MAX_BYTES as u64;
    let picked = file::pick(".json,application/json", limit, move |text| {
        let text = text.map_err(|error| error.to_string());
        match text.and_then(|text| scores.compare(&text)) {
            Ok(found) => {
                message.set(String::new());
                import.set(Some(found));
            }
            Err(why) => refuse(why),
        }
    });
    if let Err(error) = picked {
        refuse(error.to_string());
    }
}

fn unreadable(number: usize) -> Option<String> {
    (number > 0).then(|| {
        let values = words::count(number, "stored value");
        format!("{values} could not be read by this version of Readback, and left alone.")
    })
}
