//! An article in the making.
//!
//! Apart from the formats because they all end in it: here a title is found for what has none,
//! and nothing empty is let through.

use std::collections::HashMap;

use super::heading::usual_length;
use super::text::{ends_sentence, is_one_sentence, tidy, words};
use super::{Article, Date, Notice, Paragraph, Parsed, Related, Section, Slug, Style};

/// How many words a minute somebody reads.
pub(super) const WORDS_A_MINUTE: usize = 230;

/// The most words of a paragraph that is taken for a dek.
pub(super) const LONGEST_DEK: usize = 60;

/// In fewer words nothing is summed up: "A story."
const SHORTEST_DEK: usize = 6;

/// A heading of so many words tells as much as a dek.
const LONG_HEADING: usize = 9;

/// What stands alone under a title and is so many times shorter than the usual paragraph is a dek.
const SHORTER: usize = 2;

/// What a format has read so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<String>,
    pub(super) dek: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) category: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) sections: Vec<Section>,
    pub(super) related: Vec<Related>,
    pub(super) notices: Vec<Notice>,
}

impl Draft {
    /// Begins a section.
    pub(super) fn heading(&mut self, text: &str) {
        self.sections.push(Section {
            heading: non_empty(text),
            paragraphs: Vec::new(),
        });
    }

    /// Adds a paragraph to the last section; one without words is nothing.
    pub(super) fn paragraph(&mut self, text: &str, style: Style) {
        let Some(text) = non_empty(text) else {
            return;
        };
        if self.sections.is_empty() {
            self.heading("");
        }
        let section = self.sections.last_mut().expect("one was just added");
        section.paragraphs.push(Paragraph { text, style });
    }

    /// Adds a blurb of another article.
    pub(super) fn blurb(&mut self, text: &str) {
        self.related.extend(non_empty(text).map(|blurb| Related {
            blurb,
            date: None,
            category: None,
            article: None,
        }));
    }

    /// Takes for a dek the heading right below the title where it has more words than every other and more than a
    /// heading needs, as below the headline of a news release.
    pub(super) fn take_second_headline(&mut self) {
        let count = |section: &Section| section.heading.as_deref().map_or(0, words);
        let Some((first, rest)) = self.sections.split_first_mut() else {
            return;
        };
        let long = count(first);
        let sums_up = long >= LONG_HEADING && rest.iter().all(|it| count(it) < long);
        if self.title.is_some() && self.dek.is_none() && sums_up {
            self.dek = first.heading.take();
        }
    }

    /// Takes for a dek the one sentence between the title and the first heading that is much shorter than the
    /// paragraphs: it sums up what follows.
    fn take_lone_summary(&mut self) {
        let [lead, next, ..] = self.sections.as_slice() else {
            return;
        };
        let [only] = lead.paragraphs.as_slice() else {
            return;
        };
        let all = self.sections.iter().flat_map(|it| &it.paragraphs);
        let usual = usual_length(all.map(|it| words(&it.text)).collect());
        let long = words(&only.text);
        let sums_up = lead.heading.is_none()
            && next.heading.is_some()
            && only.style == Style::Prose
            && (SHORTEST_DEK..=LONGEST_DEK).contains(&long)
            && SHORTER * long <= usual
            && is_one_sentence(&only.text)
            && ends_sentence(&only.text);
        if self.title.is_some() && self.dek.is_none() && sums_up {
            let lead = self.sections.remove(0);
            self.dek = lead.paragraphs.into_iter().next().map(|it| it.text);
        }
    }

    /// The article, named after its file where it has no title. `first` are the notices of what
    /// came before the format.
    pub(super) fn finish(mut self, name: &str, first: Vec<Notice>) -> Parsed {
        self.take_lone_summary();
        let mut notices = first;
        let empty = self.sections.is_empty();
        notices.extend(self.notices);
        let title = self.title.unwrap_or_else(|| {
            if !empty {
                notices.push(Notice::of_file(
                    "no title found, so the file's name stands for it",
                ));
            }
            title_of_file(name)
        });
        let mut article = Article {
            slug: Slug::of_title(&title),
            title,
            dek: self.dek,
            date: self.date,
            category: self.category,
            byline: self.byline,
            sections: self.sections,
            related: self.related,
            minutes: 0,
        };
        article.minutes = article.words().div_ceil(WORDS_A_MINUTE);
        Parsed {
            article,
            notices: merged(notices),
        }
    }
}

/// The text without needless white space, if there is any text.
pub(super) fn non_empty(text: &str) -> Option<String> {
    Some(tidy(text)).filter(|text| !text.is_empty())
}

/// The notices in order, those that say the same as one, at the first of their lines.
fn merged(notices: Vec<Notice>) -> Vec<Notice> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut first: Vec<Notice> = Vec::new();
    for notice in notices {
        let count = counts.entry(notice.text.clone()).or_default();
        *count += 1;
        if *count == 1 {
            first.push(notice);
        }
    }
    for notice in &mut first {
        if let more @ 1.. = counts[&notice.text] - 1 {
            notice.text += &format!(", and {more} more of these further on");
        }
    }
    first
}

/// "03_the-red-kite.txt" as "The red kite": no folder, ending or leading number, spaces for
/// hyphens and underscores, a capital at the start.
fn title_of_file(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    };
    let spaced = tidy(&stem.replace(['-', '_'], " "));
    let words = spaced.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let words = if words.is_empty() { &spaced } else { words };
    capitalised(words).unwrap_or_else(|| "Untitled".to_owned())
}

fn capitalised(text: &str) -> Option<String> {
    let mut chars = text.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_give_their_name_as_a_title() {
        for (name, title) in [
            ("the-red-kite.txt", "The red kite"),
            ("seeds/03_the_red-kite.md", "The red kite"),
            ("C:\\texts\\Kite.TXT", "Kite"),
            ("1984.txt", "1984"),
            (".txt", ".txt"),
            ("", "Untitled"),
            ("---", "Untitled"),
        ] {
            assert_eq!(title_of_file(name), title, "{name}");
        }
    }
}
