//! What was done so far.
//!
//! Apart from the Library, which says of each article only the last and the best.

use leptos::prelude::*;

use crate::article::{Article, Slug};
use crate::study::{Mode, Progress, Record, Score, Sitting};
use crate::ui::library;
use crate::ui::part::{day, live};
use crate::ui::route::Route;
use crate::ui::state::ScoresCtx;
use crate::ui::words;

/// The most sittings listed.
const MOST: usize = 20;

/// Scores by article, and the latest sittings.
#[component]
pub(crate) fn ProgressPage() -> impl IntoView {
    let progress = expect_context::<ScoresCtx>().progress();
    view! {
        <div class="records">
            <h1 class="page-title" tabindex="-1">
                "Progress"
            </h1>
            {live(move || {
                let progress = progress.read();
                match progress.sittings() {
                    sittings if sittings.is_empty() => view! { <Nothing /> }.into_any(),
                    sittings => view! { {table(&progress)} {list(&sittings)} }.into_any(),
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

fn table(progress: &Progress) -> impl IntoView + use<> {
    let rows = articles(progress).into_iter().filter_map(|slug| {
        let record = progress.record(slug)?;
        Some(row(
            library::find(slug)?,
            &record,
            progress.seen(slug).len(),
        ))
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

fn row(article: &'static Article, record: &Record, seen: usize) -> impl IntoView + use<> {
    let href = Route::Read(article.slug.clone(), None).href();
    view! {
        <tr>
            <th scope="row">
                <a href=href>{&*article.title}</a>
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

fn list(sittings: &[Sitting]) -> impl IntoView + use<> {
    let lines = sittings.iter().take(MOST).map(line).collect_view();
    let earlier = sittings.len().saturating_sub(MOST);
    let earlier = (earlier > 0).then(|| format!("and {} before", words::count(earlier, "sitting")));
    view! {
        <h2 class="section-title">"Sittings"</h2>
        <ul class="sittings">{lines}</ul>
        <p class="quiet">{earlier}</p>
    }
}

fn line(sitting: &Sitting) -> impl IntoView + use<> {
    let title = library::find(&sitting.article).map(|article| article.title.as_str());
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
            <p>{title.unwrap_or("An article that is no longer here")}</p>
            <p class="quiet">{words::join(facts)}</p>
        </li>
    }
}
