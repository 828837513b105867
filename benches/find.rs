//! What a key typed into the search costs, and the index, in libraries of 5, 100 and 1,000 articles.
//!
//! Apart from the tests, which measure no time. The longest of all keys of the queries counts.

mod corpus;

use std::hint::black_box;
use std::ops::Range;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion};
use readback::article::Article;
use readback::find::{Index, Query, best, cut};
use readback::{language, shelf};

/// As the tutor has it: so many articles are shown with a sentence where the library is large.
const SHORTEST: usize = 2;
const SHOWN: usize = 10;
const SIZES: [usize; 3] = [5, 100, 1000];
/// So many words make 1,000 articles about 15 MB.
const WORDS: usize = 2 * corpus::WORDS;
const QUERIES: [&str; 3] = [
    "the alliance procurement",
    "security in coun",
    "\"in the first years",
];

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(1000))
        .configure_from_args();
    for size in SIZES {
        let library = library(size);
        let index = Index::of(&library);
        tell(size, &library, &index);
        let mut group = criterion.benchmark_group("index");
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| black_box(Index::of(&library)));
        });
        group.finish();
        let mut group = criterion.benchmark_group("key");
        for typed in QUERIES.iter().flat_map(|query| keys(query)) {
            group.bench_function(BenchmarkId::new(typed, size), |bencher| {
                bencher.iter(|| key(&library, &index, typed));
            });
        }
    }
    criterion.final_summary();
}

fn library(size: usize) -> Vec<Article> {
    match size {
        5 => shelf::articles().to_vec(),
        _ => (0..size as u64).map(corpus::articles(WORDS)).collect(),
    }
}

/// What was typed after the second, the fourth … letter.
fn keys(query: &str) -> impl Iterator<Item = &str> {
    (2..=query.len()).step_by(4).map(move |end| &query[..end])
}

fn key(library: &[Article], index: &Index, typed: &str) {
    let query = Query::parse(typed, SHORTEST);
    let found = index.find(&query);
    for number in found.articles.iter().take(SHOWN) {
        black_box(best(&library[*number as usize], &query, &found, split));
    }
}

fn split(text: &str) -> Vec<Range<usize>> {
    let sentences = language::sentences(text).into_iter();
    sentences.map(|span| span.start..span.end).collect()
}

/// How big the index is.
fn tell(size: usize, library: &[Article], index: &Index) {
    let texts = library
        .iter()
        .flat_map(|it| &it.sections)
        .flat_map(|it| &it.paragraphs);
    let text: usize = texts.map(|paragraph| paragraph.text.len()).sum();
    let places: usize = index.terms().map(|(_, places)| places.len()).sum();
    let pieces = cut(index);
    let longest = pieces.iter().map(|it| {
        it.terms
            .iter()
            .map(|(term, places)| term.len() + places.len() + 6)
            .sum()
    });
    println!(
        "{size} articles, {text} bytes of text: {} words, {places} bytes of places, {} pieces, the longest {} bytes",
        index.terms().count(),
        pieces.len(),
        longest.max().unwrap_or(0_usize),
    );
}
