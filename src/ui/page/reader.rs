//! One article, set to be read.
//!
//! Apart from the Library, which lists them all.

use std::time::Duration;

use leptos::prelude::*;

use crate::article::{Article, Paragraph, Related, Section, Style};
use crate::browser::text::quoted;
use crate::browser::tree;
use crate::ui::examiner::Asked;
use crate::ui::page::Told;
use crate::ui::page::checkpoint::Checkpoint;
use crate::ui::part::nodes::{day, el, list};
use crate::ui::part::{Day, Watched, act, live, marked, react, watch};
use crate::ui::route::{Draw, Passage, Place, Route};
use crate::ui::state::{DeskName, shared};
use crate::ui::words;
use crate::words::{say, w};

/// The ids of what holds the contents, and of what holds the related articles.
const CONTENTS: &str = "toc";
const RELATED: &str = "more";

/// Questions are made in advance, but not before the text is on the page.
const AFTER_PAINT: Duration = Duration::from_millis(300);

/// The article, with what leads into it, through it and on from it.
#[component]
pub(crate) fn Reader(article: &'static Article) -> impl IntoView {
    let examiner = shared().examiner;
    set_timeout(move || examiner.ask(article), AFTER_PAINT);
    let route = shared().route.0;
    let passage = watch(move || asked_for(route.get()));
    let open = RwSignal::new(None);
    view! {
        <article class="reader">
            <Head article passage />
            <details class="look">
                <summary>{say(w::LOOK_TITLE)}</summary>
                <Told name="look" />
            </details>
            {contents(article)}
            <div class="prose" lang="en">
                {article
                    .sections
                    .iter()
                    .enumerate()
                    .map(|(index, section)| {
                        view! {
                            <Text article section index passage />
                            <Checkpoint article section=index open />
                        }
                            .into_any()
                    })
                    .collect_view()}
            </div>
            <p class="end row">
                <QuizMe article />
                <a href=Route::Sheet(article.slug.clone(), Draw::FIRST).href()>
                    {say(w::READER_SHEET)}
                </a>
            </p>
            <Told name="marks" with=article.slug.as_str() />
            <RelatedArticles article />
            <Return article />
            <Told name="reading" with=article.slug.as_str() />
        </article>
    }
}

#[component]
fn Head(article: &'static Article, passage: Watched<Option<Passage>>) -> impl IntoView {
    let category = article.category.as_deref().map(|name| format!("{name} · "));
    let byline = article.byline.as_deref().map(|name| format!(" · {name}"));
    let dek = article.dek.as_deref();
    let cited = move || passage.get().filter(|_| article.text_at(0, None) == dek);
    view! {
        <header>
            <h1 tabindex="-1" lang="en">{&*article.title}</h1>
            {dek.map(|dek| {
                let dek = marked(dek, move || span(cited()?, 0, None));
                view! { <p class="dek" lang="en">{dek}</p> }
            })}
            <div class="row">
                <p class="quiet">
                    {category} {article.date.map(|date| view! { <Day date /> " · " })} {words::minutes(article.minutes)}
                    {byline}
                </p>
                <QuizMe article />
            </div>
        </header>
    }
}

/// Going there by this link begins a new quiz where the last one has come to its end.
#[component]
fn QuizMe(article: &'static Article) -> impl IntoView {
    let desks = shared().desks;
    view! {
        <a
            class="button"
            data-rank="first"
            href=Route::Quiz(article.slug.clone()).href()
            on:click=act(move |_| desks.clear_if_done(&DeskName::Article(article.slug.clone())))
        >
            {say(w::READER_QUIZ)}
        </a>
    }
}

/// The headings, where there are several.
fn contents(article: &Article) -> Option<AnyView> {
    let mut links = Vec::new();
    for (index, section) in article.sections.iter().enumerate() {
        if let Some(heading) = &section.heading {
            let href = section_route(article, index).href();
            let link = el("a", &[("href", &href)], &[quoted(heading)]);
            links.push(el("li", &[], &[link]));
        }
    }
    let title = el(
        "h2",
        &[("id", "contents")],
        &[quoted(say(w::READER_CONTENTS))],
    );
    let nodes = list(&[title, el("ol", &[("lang", "en")], &links)]);
    (links.len() > 1).then(|| {
        react(move || tree::show(CONTENTS, &nodes));
        view! { <nav id=CONTENTS class="contents" aria-labelledby="contents"></nav> }.into_any()
    })
}

#[component]
fn Text(
    article: &'static Article,
    section: &'static Section,
    index: usize,
    passage: Watched<Option<Passage>>,
) -> impl IntoView {
    let marked =
        move |text, paragraph| marked(text, move || span(passage.get()?, index, paragraph));
    let heading = section.heading.as_deref().map(|heading| {
        let id = section_route(article, index).to_string();
        view! {
            <h2 id=id tabindex="-1">
                {marked(heading, None)}
            </h2>
        }
    });
    let mut blocks = Vec::new();
    let mut from = 0;
    for paragraphs in section.paragraphs.chunk_by(same_list) {
        let texts = paragraphs.iter().zip(from..);
        let texts = texts.map(|(paragraph, at)| marked(&paragraph.text, Some(at)));
        blocks.push(block(paragraphs[0].style, texts.collect()));
        from += paragraphs.len();
    }
    view! { <section>{heading} {blocks}</section> }
}

/// A paragraph, a quotation, or all items of one list.
fn block(style: Style, texts: Vec<AnyView>) -> AnyView {
    match style {
        Style::Item => {
            let items = texts.into_iter().map(|item| view! { <li>{item}</li> });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
        Style::Quote => view! { <blockquote>{texts}</blockquote> }.into_any(),
        Style::Prose => view! { <p>{texts}</p> }.into_any(),
    }
}

fn same_list(one: &Paragraph, next: &Paragraph) -> bool {
    (one.style, next.style) == (Style::Item, Style::Item)
}

/// What the source has at its end, which may come only with the questions.
#[component]
fn RelatedArticles(article: &'static Article) -> impl IntoView {
    let examiner = shared().examiner;
    react(move || {
        let nodes = match examiner.asked(&article.slug) {
            Some(Asked::Ready(_, related)) if article.related.is_empty() => related_list(&related),
            _ => related_list(&article.related),
        };
        tree::show(RELATED, &nodes);
    });
    view! { <div id=RELATED></div> }
}

fn related_list(related: &[Related]) -> String {
    let mut items = Vec::new();
    for item in related {
        let mut blurb = quoted(&item.blurb);
        if let Some(slug) = &item.article {
            let href = Route::Read(slug.clone(), None).href();
            blurb = el("a", &[("href", &href)], &[blurb]);
        }
        let mut facts: Vec<String> = item.date.map(day).into_iter().collect();
        if let Some(category) = &item.category {
            if !facts.is_empty() {
                facts.push(quoted(" · "));
            }
            facts.push(quoted(category));
        }
        let facts = el("p", &[("class", "quiet")], &facts);
        items.push(el("li", &[], &[el("p", &[], &[blurb]), facts]));
    }
    if items.is_empty() {
        return list(&[]);
    }
    let title = el(
        "h2",
        &[("id", "related")],
        &[quoted(say(w::READER_RELATED))],
    );
    let aside = [("class", "related"), ("aria-labelledby", "related")];
    let all = el("ul", &[("lang", "en")], &items);
    list(&[el("aside", &aside, &[title, all])])
}

/// The way back to the quiz that led here.
#[component]
fn Return(article: &'static Article) -> impl IntoView {
    let desks = shared().desks;
    let route = shared().route.0;
    let back = move || desks.way_back(&article.slug, asked_for(route.get()).is_some());
    live(move || match back() {
        Some((to, name)) => view! {
            <p class="return">
                <a href=to.href()>{name}</a>
            </p>
        }
        .into_any(),
        None => ().into_any(),
    })
}

fn section_route(article: &Article, index: usize) -> Route {
    Route::Read(article.slug.clone(), Some(Place::Section(index)))
}

fn asked_for(route: Option<Route>) -> Option<Passage> {
    match route? {
        Route::Read(_, Some(Place::Words(passage))) => Some(passage),
        _ => None,
    }
}

fn span(passage: Passage, section: usize, paragraph: Option<usize>) -> Option<(usize, usize)> {
    let is_here = passage.section == section && passage.paragraph == paragraph;
    is_here.then_some((passage.start, passage.end))
}
