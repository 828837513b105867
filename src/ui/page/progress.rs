//! What was done so far.
//!
//! Apart from the Library, which says of each article only the last and the best.

use leptos::prelude::*;

use crate::article::Slug;
use crate::study::{Mode, Progress, Record, Score, Sitting};
use crate::ui::part::{day, live};
use crate::ui::route::Route;
use crate::ui::state::{LibraryCtx, Opened, ScoresCtx};
use crate::ui::words;

/// The most sittings listed.
const MOST: usize = 20;

/// Scores by article, and the latest sittings.
#[component]
pub(crate) fn ProgressPage() -> impl IntoView {
    let progress = expect_context::<ScoresCtx>().progress();
    let library = expect_context::<LibraryCtx>();
    Effect::new(move || {
        articles(&progress.read())
            .into_iter()
            .for_each(|it| library.open(it))
    });
    view! {
        <div class="records">
            <h1 class="page-title" tabindex="-1">
                "Progress"
            </h1>
            {live(move || {
                let progress = progress.read();
                match progress.sittings() {
                    sittings if sittings.is_empty() => view! { <Nothing /> }.into_any(),
                    sittings => view! { {table(&progress, library)} {list(&sittings, library)} }.into_any(),
                }
            })}
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <p class="lede">"No quiz yet."</p>
        <p>
            "Your scores come here. " <a href=Route::Library.href()>"Choose an article in the Library"</a>
        </p>
    }
}

/// The articles of all attempts, each once, the latest first.
fn articles(progress: &Progress) -> Vec<&Slug> {
    let mut articles = Vec::new();
    for attempt in progress.attempts().iter().rev() {
        if !articles.contains(&&attempt.article) {
            articles.push(&attempt.article);
        }
    }
    articles
}

fn table(progress: &Progress, library: LibraryCtx) -> impl IntoView + use<> {
    let rows = articles(progress).into_iter().filter_map(|slug| {
        let title = &library.find(slug)?.title;
        let record = progress.record(slug)?;
        Some(row(slug, title, &record, progress.seen(slug).len()))
    });
    let rows = rows.collect_view();
    view! {
        <table>
            <caption class="section-title">"Articles"</caption>
            <thead>
                <tr>
                    <th scope="col">"Article"</th>
                    <th scope="col">"Last"</th>
                    <th scope="col">"Best"</th>
                    <th scope="col">"When"</th>
                    <th scope="col">"Questions seen"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(slug: &Slug, title: &'static str, record: &Record, seen: usize) -> impl IntoView + use<> {
    let href = Route::Read(slug.clone(), None).href();
    view! {
        <tr>
            <th scope="row">
                <a href=href>{title}</a>
            </th>
            <td data-name="Last">{score(record.last)}</td>
            <td data-name="Best">{score(record.best)}</td>
            <td data-name="When">{day(record.when)}</td>
            <td data-name="Questions seen">{seen}</td>
        </tr>
    }
}

fn score(score: Option<Score>) -> String {
    score.map_or("–".to_owned(), |score| score.to_string())
}

fn list(sittings: &[Sitting], library: LibraryCtx) -> impl IntoView + use<> {
    let lines = sittings.iter().take(MOST);
    let lines = lines.map(|sitting| line(sitting, library)).collect_view();
    let earlier = sittings.len().saturating_sub(MOST);
    let earlier = (earlier > 0).then(|| format!("and {} before", words::count(earlier, "sitting")));
    view! {
        <h2 class="section-title">"Sittings"</h2>
        <ul class="sittings">{lines}</ul>
        <p class="quiet">{earlier}</p>
    }
}

fn line(sitting: &Sitting, library: LibraryCtx) -> impl IntoView + use<> {
    let title = match library.opened(&sitting.article) {
        Opened::Here(article, _) => article.title.as_str(),
        Opened::Missing => "An article that is no longer here",
        Opened::Fetching | Opened::Failed(_) => "An article that is not on this device",
    };
    let what = match sitting.mode {
        Mode::Quiz => "Quiz",
        Mode::Retry => "Missed questions again",
        Mode::Review => "Review",
    };
    let score = match sitting.is_finished() {
        true => sitting.score.to_string(),
        false => format!(
            "{} right, {} answered of {}",
            sitting.score.right, sitting.answered, sitting.score.of
        ),
    };
    let facts = [what.to_owned(), score, day(sitting.when)];
    view! {
        <li>
            <p>{title}</p>
            <p class="quiet">{words::join(facts)}</p>
        </li>
    }
}
