//! The order of what is found: BM25F.
//!
//! Apart from the index, which knows where words stand and not what that is worth.

use super::{Clause, Field, Index, Query};

/// From how many on a word's being there once more counts little.
const SATURATION: f32 = 1.2;

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The numbers of the articles that have all that was looked for, best first; of two as good, the
    /// lower one first.
    pub articles: Vec<u32>,
    /// How much each part of the query counts: the rarer, the more.
    pub weights: Vec<f32>,
    /// The parts of the query that no article has at all, as they were typed.
    pub unknown: Vec<String>,
}

/// What a part of the query counts in each article.
struct Counted {
    of: Vec<f32>,
    weight: f32,
}

impl Index {
    /// The articles that have all that is looked for; none where nothing is.
    pub fn find(&self, query: &Query) -> Found {
        let norms = self.norms();
        let counted: Vec<_> = query
            .clauses
            .iter()
            .map(|clause| self.count(clause, &norms))
            .collect();
        let unknown = query.clauses.iter().zip(&counted);
        let unknown = unknown.filter(|(_, counted)| counted.of.iter().all(|it| *it == 0.0));
        Found {
            articles: order(&counted, self.lengths().len()),
            weights: counted.iter().map(|it| it.weight).collect(),
            unknown: unknown.map(|(clause, _)| clause.typed.clone()).collect(),
        }
    }

    fn count(&self, clause: &Clause, norms: &[[f32; 4]]) -> Counted {
        let all = self.lengths().len();
        let mut of = vec![0.0; all];
        for way in &clause.ways {
            self.each(way, &mut |article, at, fit| {
                let article = article as usize;
                if let (Some(sum), Some(norms)) = (of.get_mut(article), norms.get(article)) {
                    *sum += fit * norms[at.field() as usize];
                }
            });
        }
        let having = of.iter().filter(|it| **it > 0.0).count() as f32;
        let weight = (1.0 + (all as f32 - having + 0.5) / (having + 0.5)).ln();
        Counted { of, weight }
    }

    /// What a word counts once in each field of each article.
    fn norms(&self) -> Vec<[f32; 4]> {
        let lengths = self.lengths();
        let mean = |field: Field| {
            let sum: u64 = lengths.iter().map(|of| u64::from(of[field as usize])).sum();
            (sum as f32 / lengths.len() as f32).max(1.0)
        };
        let means = Field::ALL.map(mean);
        let norm = |of: &[u32; 4]| {
            Field::ALL.map(|field| {
                let share = of[field as usize] as f32 / means[field as usize];
                field.boost() / (1.0 - field.slope() + field.slope() * share)
            })
        };
        lengths.iter().map(norm).collect()
    }
}

impl Counted {
    fn score(&self, article: usize) -> f32 {
        let count = self.of[article];
        self.weight * count / (SATURATION + count)
    }
}

fn order(counted: &[Counted], all: usize) -> Vec<u32> {
    let has_all = |article: &usize| counted.iter().all(|it| it.of[*article] > 0.0);
    let articles = (0..all).filter(|article| !counted.is_empty() && has_all(article));
    let score = |article: usize| counted.iter().map(|it| it.score(article)).sum::<f32>();
    let mut scored: Vec<_> = articles
        .map(|article| (score(article), article as u32))
        .collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    scored.into_iter().map(|(_, article)| article).collect()
}
