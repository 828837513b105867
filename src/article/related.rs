//! The blurbs of other articles that a page prints under its own.
//!
//! Apart from the site format because this part has an order of its own: perhaps a category,
//! then the blurb, perhaps a dash, then a day.

use std::collections::HashMap;

use super::block::Block;
use super::furniture;
use super::text::ends_sentence;
use super::{Article, Notice, Related, Slug};

/// No category has more words.
const MAX_CATEGORY: usize = 6;

/// Tells each blurb which article of the same shelf it is of: the one that has it as its dek, as far
/// as there is no more than one.
pub fn link(articles: &mut [Article]) {
    let mut by_dek: HashMap<String, Option<Slug>> = HashMap::new();
    for article in articles.iter() {
        let Some(dek) = &article.dek else { continue };
        let only = by_dek.entry(plain(dek));
        only.and_modify(|slug| *slug = None)
            .or_insert_with(|| Some(article.slug.clone()));
    }
    for article in articles {
        for related in &mut article.related {
            let of = by_dek.get(&plain(&related.blurb)).cloned().flatten();
            related.article = of.filter(|slug| *slug != article.slug);
        }
    }
}

/// The same for two texts that differ only in how their blanks and quotation marks are set.
fn plain(text: &str) -> String {
    let straight = text.replace(['\u{2018}', '\u{2019}'], "'");
    let straight = straight.replace(['\u{201c}', '\u{201d}'], "\"");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blurbs, and a notice of what is said of them that has no place.
pub(super) fn read(blocks: &[&Block]) -> (Vec<Related>, Option<Notice>) {
    let mut list = List::default();
    for (at, block) in blocks.iter().enumerate() {
        list.block(block, blocks.get(at + 1).copied());
    }
    list.finish()
}

#[derive(Default)]
struct List {
    related: Vec<Related>,
    /// The category of the next blurb.
    category: Option<String>,
    /// Lines about blurbs that have no place, and where the first one is.
    spare: Vec<String>,
    spare_line: Option<usize>,
}

impl List {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        let date = furniture::meta(&block.text).map(|m| (m.published.or(m.updated), m.byline));
        match (date, self.related.last_mut()) {
            (Some((Some(Ok(date)), None)), Some(last)) if last.date.is_none() => {
                last.date = Some(date);
            }
            (Some(_), _) => {
                self.spare_line.get_or_insert(block.line);
                self.spare.push(block.text.clone());
            }
            (None, _) if is_category(block, next) => self.category = Some(block.text.clone()),
            (None, _) => self.blurb(block),
        }
    }

    fn blurb(&mut self, block: &Block) {
        self.related.push(Related {
            blurb: block.text.clone(),
            date: None,
            category: self.category.take(),
            article: None,
        });
    }

    fn finish(self) -> (Vec<Related>, Option<Notice>) {
        let text = format!(
            "left out of the related articles: {}",
            self.spare.join("; ")
        );
        let notice = self.spare_line.map(|line| Notice::at(line, text));
        (self.related, notice)
    }
}

/// Whether the block is a few words above a blurb that is much longer.
fn is_category(block: &Block, next: Option<&Block>) -> bool {
    let next_is_blurb = next.is_some_and(|next| {
        next.words >= 2 * block.words && next.words > 5 && furniture::meta(&next.text).is_none()
    });
    block.words <= MAX_CATEGORY && !ends_sentence(&block.text) && next_is_blurb
}

#[cfg(test)]
mod tests {
    use crate::article::{self, Slug};

    /// Two articles, of which the first has the second's dek, set otherwise, among its blurbs.
    fn shelf(blurb: &str, deks: [&str; 2]) -> Vec<Option<Slug>> {
        let text = |dek: &str, blurb: &str| {
            format!(
                "---\ntitle: Tides\ndek: {dek}\n---\n\nWater rises.\n\n\
                 ## Related Articles\n\n- {blurb}\n"
            )
        };
        let files = [("one.md", deks[0], blurb), ("two.md", deks[1], "Another.")];
        let parse = |(name, dek, blurb)| article::parse(name, text(dek, blurb).as_bytes()).article;
        let mut articles: Vec<_> = files.map(parse).into();
        article::make_unique(&mut articles);
        article::link(&mut articles);
        let related = articles[0].related.iter();
        related.map(|related| related.article.clone()).collect()
    }

    #[test]
    fn a_blurb_that_is_another_article_s_dek_leads_to_it() {
        let found = shelf(
            "What the moon’s pull does.",
            ["Why.", "What the  moon's pull does."],
        );
        assert_eq!(found, ["tides-2".parse().ok()]);
    }

    #[test]
    fn a_blurb_of_an_article_that_is_not_here_or_of_more_than_one_leads_nowhere() {
        assert_eq!(shelf("What else there is.", ["Why.", "How."]), [None]);
        assert_eq!(shelf("Why.", ["Why.", "Why."]), [None]);
        assert_eq!(shelf("Why.", ["Why.", "How."]), [None]);
    }
}
