//! What a reader is told of being somewhere in an article: where to go on, how much is left, and
//! what is to be read aloud.
//!
//! Apart from the article itself, which the page shows; and from `assets/reading.js`, which alone
//! knows what is in view: it is told here all that it needs, and has no words of its own.

use serde::Serialize;

use super::Tutor;
use super::message::Reply;
use super::node::{Element, Node, el};
use crate::article::{Article, Slug};
use crate::language::sentences;
use crate::study::{Millis, Position, Preferences};
use crate::ui::route::{Passage, Place, Route};
use crate::words::{fill, say, w};

/// So many words of a paragraph name it.
const WORDS_OF_NAME: usize = 6;

/// What the script is told, as JSON.
#[derive(Serialize)]
struct Told<'a> {
    /// The article.
    slug: &'a Slug,
    /// The ones before and after it on the shelf.
    before: Option<&'a Slug>,
    after: Option<&'a Slug>,
    /// The furthest paragraph that was reached, if any was.
    furthest: Option<usize>,
    /// What to say of the time that is left, from each paragraph on; one more for the end.
    left: Vec<String>,
    /// Where each sentence of each paragraph ends, in units of UTF-16.
    sentences: Vec<Vec<usize>>,
}

impl Tutor {
    /// The bar beneath an article.
    pub(super) fn reading(&self, slug: &str) -> Vec<Node> {
        let at = self.shelf.iter().position(|it| it.slug.as_str() == slug);
        let Some(at) = at else {
            return Vec::new();
        };
        let slug_at = |at: usize| self.shelf.get(at).map(|article| &article.slug);
        let reading = Reading {
            article: &self.shelf[at],
            before: at.checked_sub(1).and_then(slug_at),
            after: slug_at(at + 1),
            position: self.ledger.position(&self.shelf[at].slug),
            preferences: self.ledger.preferences(),
        };
        reading.nodes()
    }

    /// Notes that an article is being read at a paragraph; `with` is the article's name and the
    /// paragraph's number.
    pub(super) fn place(&self, with: &str, now: Millis) -> Reply {
        let read = || {
            let (slug, paragraph) = with.split_once(' ')?;
            let article = self.article(&slug.parse().ok()?)?;
            let of = places(article).count();
            let paragraph = paragraph.parse().ok().filter(|it| *it < of)?;
            let known = self.ledger.position(&article.slug);
            let known = known.filter(|known| known.of == of);
            Some(Position {
                article: article.slug.clone(),
                paragraph,
                furthest: known.map_or(paragraph, |known| known.furthest.max(paragraph)),
                of,
                at: now,
            })
        };
        let steps = read().map(|position| self.ledger.place(&position));
        Reply::default().steps(steps.unwrap_or_default())
    }

    /// Reads aloud at that speed, in percent, from now on.
    pub(super) fn hasten(&mut self, percent: &str) -> Reply {
        let speed = percent.parse().ok();
        let speed = speed.filter(|it| Preferences::SPEEDS.contains(it));
        let chosen = speed.map(|speed| Preferences {
            speed,
            ..self.ledger.preferences()
        });
        chosen.map_or_else(Reply::default, |chosen| self.set(chosen))
    }
}

struct Reading<'a> {
    article: &'a Article,
    before: Option<&'a Slug>,
    after: Option<&'a Slug>,
    position: Option<&'a Position>,
    preferences: Preferences,
}

impl Reading<'_> {
    fn nodes(&self) -> Vec<Node> {
        let nodes = [
            Some(self.told()),
            Some(progress()),
            self.resume(),
            Some(el("p").with("class", "quiet").with("id", "left")),
            Some(aloud(self.preferences.speed)),
            Some(
                hidden("button", "place")
                    .with("type", "button")
                    .with("data-do", "place"),
            ),
        ];
        nodes.into_iter().flatten().map(Node::from).collect()
    }

    fn told(&self) -> Element {
        let told = Told {
            slug: &self.article.slug,
            before: self.before,
            after: self.after,
            furthest: self.position.map(|it| it.furthest),
            left: left(self.article),
            sentences: texts(self.article).map(ends).collect(),
        };
        let told = serde_json::to_string(&told).expect("these are numbers and texts");
        hidden("data", "reading-data").with("value", told)
    }

    /// The way on, where the article was left in its midst.
    fn resume(&self) -> Option<Element> {
        let position = self.position?;
        let of = places(self.article).count();
        let paragraph = position.paragraph.min(of.checked_sub(1)?);
        let here = Position {
            furthest: paragraph,
            of,
            ..position.clone()
        };
        if paragraph == 0 || here.is_finished() {
            return None;
        }
        let (section, at) = places(self.article).nth(paragraph)?;
        let (place, name) = self.name(section, at);
        let says = say(w::READING_CONTINUE);
        let (before, after) = says.split_once("{}").unwrap_or((says, ""));
        let href = Route::Read(self.article.slug.clone(), Some(place)).href();
        let link = el("a")
            .with("id", "resume")
            .with("data-paragraph", paragraph)
            .with("href", href)
            .add(before)
            .add(el("span").with("lang", "en").add(name))
            .add(after);
        Some(link)
    }

    /// The heading, where a section begins there; else the first words.
    fn name(&self, section: usize, at: usize) -> (Place, String) {
        let whole = &self.article.sections[section];
        if let (Some(heading), 0) = (&whole.heading, at) {
            return (Place::Section(section), heading.clone());
        }
        let text = &whole.paragraphs[at].text;
        let mut spaces = text.match_indices(' ').map(|(space, _)| space);
        let end = spaces.nth(WORDS_OF_NAME - 1);
        let more = if end.is_some() { "…" } else { "" };
        let end = end.unwrap_or(text.len());
        let passage = Passage {
            section,
            paragraph: Some(at),
            start: 0,
            end,
        };
        (Place::Words(passage), format!("{}{more}", &text[..end]))
    }
}

fn hidden(name: &'static str, id: &str) -> Element {
    el(name).with("hidden", "").with("id", id)
}

/// Along the top of the view.
fn progress() -> Element {
    el("progress")
        .with("id", "so-far")
        .with("aria-label", say(w::READING_SO_FAR))
        .with("max", 100)
        .with("value", 0)
}

/// What reads aloud, to be shown where there is a voice. What is told in `data-` is what a button
/// says then.
fn aloud(speed: u8) -> Element {
    let button = |id, text| {
        el("button")
            .with("type", "button")
            .with("class", "aside")
            .with("id", id)
            .add(text)
    };
    let speeds = Preferences::SPEEDS.map(|it| {
        let option = el("option").with("value", it);
        let option = match it == speed {
            true => option.with("selected", ""),
            false => option,
        };
        option.add(format!("{} ×", f64::from(it) / 100.0))
    });
    let start = button("aloud", say(w::READING_ALOUD))
        .with("data-off", say(w::READING_ALOUD))
        .with("data-on", say(w::READING_PAUSE))
        .with("data-paused", say(w::READING_GO_ON));
    let speed = select("speed", say(w::READING_SPEED))
        .with("data-do", "speed")
        .all(speeds);
    let voice = select("voice", say(w::READING_VOICE)).with("data-online", say(w::READING_ONLINE));
    let while_reading = hidden("div", "voices")
        .with("class", "row")
        .add(button("hush", say(w::READING_STOP)))
        .add(speed)
        .add(voice);
    hidden("div", "speech")
        .with("class", "row")
        .add(start)
        .add(while_reading)
}

fn select(id: &str, name: &str) -> Element {
    el("select")
        .with("class", "field")
        .with("id", id)
        .with("aria-label", name)
}

/// The section of each paragraph, and its place there.
fn places(article: &Article) -> impl Iterator<Item = (usize, usize)> {
    let sections = article.sections.iter().enumerate();
    sections.flat_map(|(section, it)| (0..it.paragraphs.len()).map(move |at| (section, at)))
}

fn texts(article: &Article) -> impl Iterator<Item = &str> {
    let sections = article.sections.iter();
    sections.flat_map(|section| section.paragraphs.iter().map(|it| &*it.text))
}

fn left(article: &Article) -> Vec<String> {
    let minutes = article.minutes_left().into_iter();
    let texts = minutes.map(|minutes| fill(w::READING_LEFT, &[&minutes.to_string()]));
    texts.chain([say(w::READING_END).to_owned()]).collect()
}

fn ends(text: &str) -> Vec<usize> {
    let units = |text: &str| text.encode_utf16().count();
    let lengths = sentences(text).into_iter();
    let lengths = lengths.map(|span| units(&text[span.start..span.end]));
    let sum = |sum: &mut usize, length| {
        *sum += length;
        Some(*sum)
    };
    lengths.scan(0, sum).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    const TIDES: &str = "# Tides\n\nThe sea comes. It goes 🌊 twice. \"Why?\" he asked.\n\n## The moon draws it\n\nThe moon stands over one side.\n\nThere the water rises, and on the far side it rises as well.\n\n## It lags\n\n- Land is in the way.\n- So is depth.\n";

    #[track_caller]
    fn check(position: Option<(usize, usize)>, expected: Expect) {
        let article = crate::article::parse("tides.md", TIDES.as_bytes()).article;
        let position = position.map(|(paragraph, of)| Position {
            article: article.slug.clone(),
            paragraph,
            furthest: paragraph,
            of,
            at: Millis(1),
        });
        let reading = Reading {
            article: &article,
            before: None,
            after: Some(&article.slug),
            position: position.as_ref(),
            preferences: Preferences::default(),
        };
        let resume = reading.resume().map(Node::from);
        let resume = resume.map_or("nothing".to_owned(), |it| it.to_string());
        expected.assert_eq(&resume);
    }

    #[test]
    fn an_article_left_in_its_midst_is_gone_on_with() {
        check(None, expect!["nothing"]);
        check(Some((0, 5)), expect!["nothing"]);
        check(
            Some((1, 5)),
            expect![[
                r##"<a id="resume" data-paragraph="1" href="#/read/tides?at=1">Continue at “<span lang="en">The moon draws it</span>”</a>"##
            ]],
        );
        check(
            Some((2, 5)),
            expect![[
                r##"<a id="resume" data-paragraph="2" href="#/read/tides?at=1.1.0-29">Continue at “<span lang="en">There the water rises, and on…</span>”</a>"##
            ]],
        );
        check(Some((4, 5)), expect!["nothing"]);
    }

    #[test]
    fn an_article_that_has_changed_is_gone_on_with_as_well_as_can_be() {
        check(
            Some((2, 40)),
            expect![[
                r##"<a id="resume" data-paragraph="2" href="#/read/tides?at=1.1.0-29">Continue at “<span lang="en">There the water rises, and on…</span>”</a>"##
            ]],
        );
        check(Some((30, 40)), expect!["nothing"]);
    }

    #[test]
    fn the_script_is_told_what_it_has_no_words_for() {
        let article = crate::article::parse("tides.md", TIDES.as_bytes()).article;
        let reading = Reading {
            article: &article,
            before: None,
            after: None,
            position: None,
            preferences: Preferences::default(),
        };
        let nodes: String = reading.nodes().iter().map(Node::to_string).collect();
        expect![[r#"
            <data hidden="" id="reading-data" value="{"slug":"tides","before":null,"after":null,"furthest":null,"left":["1 min left","1 min left","1 min left","1 min left","1 min left","Read to the end"],"sentences":[[15,33,49],[30],[60],[19],[12]]}">
            </data>
            <progress id="so-far" aria-label="Read so far" max="100" value="0">
            </progress>
            <p class="quiet" id="left">
            </p>
            <div hidden="" id="speech" class="row">
            <button type="button" class="aside" id="aloud" data-off="Read aloud" data-on="Pause" data-paused="Go on">Read aloud</button>
            <div hidden="" id="voices" class="row">
            <button type="button" class="aside" id="hush">Stop</button>
            <select class="field" id="speed" aria-label="Speed" data-do="speed">
            <option value="75">0.75 ×</option>
            <option value="100" selected="">1 ×</option>
            <option value="125">1.25 ×</option>
            <option value="150">1.5 ×</option>
            <option value="175">1.75 ×</option>
            <option value="200">2 ×</option>
            </select>
            <select class="field" id="voice" aria-label="Voice" data-online="Voices that need a network">
            </select>
            </div>
            </div>
            <button hidden="" id="place" type="button" data-do="place">
            </button>"#]].assert_eq(&nodes.replace("><", ">\n<"));
    }
}
