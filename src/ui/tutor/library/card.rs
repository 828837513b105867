//! One article in the Library: what it is, why it was found, and how far the reader has come.
//!
//! Apart from their order. It has the structure of the one in `src/ui/page/library.rs`.

use std::ops::Range;

use crate::article::Article;
use crate::find::{Best, Passage};
use crate::ui::route::{self, Route};
use crate::ui::tutor::node::{Element, Node, el};
use crate::ui::words;

/// What a card shows.
pub(super) struct Card<'a> {
    /// How many stand before it.
    pub(super) at: usize,
    pub(super) article: &'a Article,
    /// The day of publication, in words.
    pub(super) date: Option<String>,
    /// What was done with it so far; empty where that is nothing.
    pub(super) line: &'a str,
    /// Why it was found, and the article with its text.
    pub(super) found: Option<(Best, &'a Article)>,
}

impl Card<'_> {
    pub(super) fn node(&self) -> Element {
        let article = self.article;
        let best = self.found.as_ref().map(|(best, _)| best);
        let title = marked(
            &article.title,
            0..article.title.len(),
            best.map(|it| &*it.title),
        );
        let link = el("a").with("id", format!("card-{}", self.at));
        let link = link.with("href", self.route().href()).all(title);
        let dek = article.dek.as_deref().map(|dek| {
            let marks = best.map(|it| &*it.dek);
            el("p")
                .with("class", "dek")
                .with("lang", "en")
                .all(marked(dek, 0..dek.len(), marks))
        });
        let quiet = || el("p").with("class", "quiet");
        let line = (!self.line.is_empty()).then(|| quiet().add(self.line));
        let card = el("article")
            .add(el("h2").with("lang", "en").add(link))
            .all(dek);
        card.all(self.sentence())
            .add(quiet().all(self.facts()))
            .all(line)
    }

    /// To the sentence, where one is shown.
    fn route(&self) -> Route {
        let passage = self.passage().map(|(passage, _)| {
            let place = &passage.place;
            route::Place::Words(route::Passage {
                section: place.section,
                paragraph: place.paragraph,
                start: place.bytes.start,
                end: place.bytes.end,
            })
        });
        Route::Read(self.article.slug.clone(), passage)
    }

    fn passage(&self) -> Option<(&Passage, &str)> {
        let (best, article) = self.found.as_ref()?;
        let passage = best.passage.as_ref()?;
        let section = article.sections.get(passage.place.section)?;
        let text = match passage.place.paragraph {
            Some(paragraph) => &section.paragraphs.get(paragraph)?.text,
            None => section.heading.as_deref()?,
        };
        Some((passage, text))
    }

    fn sentence(&self) -> Option<Element> {
        let (passage, text) = self.passage()?;
        let Passage {
            place,
            shown,
            marks,
        } = passage;
        let dots = |is_cut: bool| is_cut.then_some("…");
        let sentence = el("p")
            .with("class", "sentence")
            .with("lang", "en")
            .all(dots(place.bytes.start < shown.start));
        let sentence = sentence.all(marked(text, shown.clone(), Some(marks)));
        Some(sentence.all(dots(shown.end < place.bytes.end)))
    }

    fn facts(&self) -> Vec<Node> {
        let mut facts = vec![words::minutes(self.article.minutes).into()];
        if let (Some(words), Some(date)) = (&self.date, self.article.date) {
            let time = el("time").with("datetime", date).add(words.clone());
            facts.extend([" · ".into(), time.into()]);
        }
        facts
    }
}

/// A part of a text, with marks in it.
fn marked(text: &str, shown: Range<usize>, marks: Option<&[Range<usize>]>) -> Vec<Node> {
    let (mut nodes, mut at) = (Vec::new(), shown.start);
    for mark in marks.unwrap_or_default() {
        let before = text.get(at..mark.start).unwrap_or_default();
        let within = text.get(mark.clone()).unwrap_or_default();
        nodes.extend([before.into(), el("mark").add(within).into()]);
        at = mark.end;
    }
    nodes.push(text.get(at..shown.end).unwrap_or_default().into());
    nodes.retain(|node| *node != Node::from(""));
    nodes
}
