//! What a sentence lists, among what another list of the article has.
//!
//! Apart from the kind, whose other questions take single phrases for wrong options.

use super::several;
use crate::language::{Number, Series, Stem, Stems, stems};
use crate::question::Draft;
use crate::question::draft::hash;
use crate::question::reading::{At, Reading};
use crate::question::rival::around;
use crate::question::stock::{Opening, Stock};

/// So many items must be left of a list, and so many wrong ones stand beside them.
const FEWEST: usize = 2;

/// No more wrong ones than this.
const MOST_WRONG: usize = 3;

/// Every enumeration of an article, in order.
pub(super) struct Lists(Vec<List>);

/// An enumeration.
struct List {
    at: At,
    start: usize,
    /// The stem of whom or what it is of: the subject of the clause before it.
    owner: Option<Stem>,
    /// The items that can stand as options.
    items: Vec<Stock>,
}

impl Lists {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let claims = reading.claims();
        let all = claims.flat_map(|at| {
            let series = reading.series(at).iter();
            series.map(move |series| List::of(reading, at, series))
        });
        Lists(all.collect())
    }

    /// "Colleges bring instructors, credentials and prestige; libraries bring access and trust." Of both lists
    /// stand here what has one shape, so that no article tells one from the other. `whole` makes the question for
    /// all items.
    pub(super) fn beside_another(
        &self,
        reading: &Reading<'_>,
        at: At,
        subject: Stem,
        series: &Series,
        whole: impl Fn(&[Stock]) -> Option<String>,
    ) -> Option<Draft> {
        let near = around(&self.0, at, |list| list.at);
        let start = series.items[0].start;
        let is_this = |list: &&List| list.at == at && list.start == start;
        let this = near.iter().find(is_this)?;
        let shape = commonest(&this.items)?;
        let own = alike(&this.items, shape);
        let stem = whole(&own)?;
        let said: Stems = stems(&stem);
        let here: Stems = this
            .items
            .iter()
            .flat_map(|item| item.stems.iter())
            .collect();
        let fits = |other: &Stock| {
            other.stems.is_disjoint(&said)
                && other.stems.is_disjoint(&here)
                && own.iter().any(|item| (item.tone < 0) == (other.tone < 0))
                && own.iter().any(|item| item.shape.being == other.shape.being)
        };
        let others = near.iter().filter_map(|list| {
            if is_this(&list) || list.owner? == subject {
                return None;
            }
            let mut wrong = alike(&list.items, shape);
            wrong.retain(fits);
            wrong.truncate(MOST_WRONG);
            let near = usize::from(list.at.passage != at.passage) + usize::from(list.at != at);
            let apart = length(&own).abs_diff(length(&wrong)) / 4;
            (wrong.len() >= FEWEST && apart < 3).then_some((near + apart, wrong))
        });
        let (_, wrong) =
            others.min_by_key(|(apart, wrong)| (*apart, hash(&[&stem, &wrong[0].text])))?;
        let wrong = wrong.into_iter().map(|it| it.text).collect();
        Some(several(reading, at, stem, &own, wrong))
    }
}

impl List {
    fn of(reading: &Reading<'_>, at: At, series: &Series) -> Self {
        let start = series.items[0].start;
        let clauses = reading.clauses(at).iter();
        let before = clauses.map(|clause| clause.subject.start);
        let subject = before.filter(|subject| *subject <= start).max();
        let items = series.items.iter();
        let items = items.filter_map(|item| Stock::item(reading, at, item.clone()));
        List {
            at,
            start,
            owner: subject.and_then(|subject| reading.subject(at, subject)),
            items: items.collect(),
        }
    }
}

/// How most of the items begin, and in which number they are.
fn commonest(items: &[Stock]) -> Option<(Opening, Number)> {
    let all = items.iter().map(shape);
    all.max_by_key(|shape| count(items, *shape))
        .filter(|shape| count(items, *shape) >= FEWEST)
}

fn shape(item: &Stock) -> (Opening, Number) {
    (item.shape.opening, item.shape.number)
}

fn count(items: &[Stock], wanted: (Opening, Number)) -> usize {
    items.iter().filter(|item| shape(item) == wanted).count()
}

fn alike(items: &[Stock], wanted: (Opening, Number)) -> Vec<Stock> {
    let alike = items.iter().filter(|item| shape(item) == wanted);
    alike.cloned().collect()
}

/// How many characters an item has in the mean.
fn length(items: &[Stock]) -> usize {
    items.iter().map(Stock::chars).sum::<usize>() / items.len().max(1)
}
