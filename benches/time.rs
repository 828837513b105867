//! How long sentences, tags and questions take, and how that grows with the text.
//!
//! Apart from the tests, which measure no time: a slow machine is no fault.

mod corpus;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, SamplingMode};
use readback::article::Article;
use readback::{language, question, shelf};

/// What an article of 1,200 words may take, and how much more than linear growth.
const BUDGET: Duration = Duration::from_millis(15);
const GROWTH: f64 = 1.2;

/// How often each work is measured in turns.
const ROUNDS: usize = 12;

/// At least so many articles are read in each turn, or a short one would oftener find a quiet moment.
const LEAST_ARTICLES: usize = 10;

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Work {
    Sentences,
    Bank,
}

/// How a text grows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Growth {
    Articles,
    Length,
}

/// The shortest time of each measurement.
type Times = BTreeMap<(Growth, Work, usize), Duration>;

const WORKS: [Work; 2] = [Work::Sentences, Work::Bank];
const GROWTHS: [Growth; 2] = [Growth::Articles, Growth::Length];

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600))
        .configure_from_args();
    shelf_articles(&mut criterion);
    for growth in GROWTHS {
        grown(&mut criterion, growth);
    }
    summary(&in_turns());
    criterion.final_summary();
}

fn shelf_articles(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("shelf");
    for article in shelf::articles() {
        for work in WORKS {
            let id = BenchmarkId::new(work.name(), &article.slug);
            group.bench_function(id, |bencher| bencher.iter(|| work.run(article)));
        }
    }
}

fn grown(criterion: &mut Criterion, growth: Growth) {
    let mut group = criterion.benchmark_group(growth.name());
    group.sampling_mode(SamplingMode::Flat);
    for &size in growth.sizes() {
        let articles = growth.text(size);
        for work in WORKS {
            let id = BenchmarkId::new(work.name(), size);
            group.bench_function(id, |bencher| {
                bencher.iter(|| articles.iter().for_each(|article| work.run(article)));
            });
        }
    }
}

/// The shortest time of each work on each size, all of them measured in turns: growth is a ratio, and times
/// taken minutes apart would tell how busy the machine was.
fn in_turns() -> Times {
    let mut times = Times::new();
    let all: Vec<(Growth, usize, Vec<Article>)> = GROWTHS
        .iter()
        .flat_map(|&growth| growth.sizes().iter().map(move |&size| (growth, size)))
        .map(|(growth, size)| (growth, size, growth.text(size)))
        .collect();
    for _ in 0..ROUNDS {
        for (growth, size, articles) in &all {
            let times_over = LEAST_ARTICLES / size;
            for work in WORKS {
                let each = time(work, articles, times_over);
                let least = times.entry((*growth, work, *size)).or_insert(each);
                *least = each.min(*least);
            }
        }
    }
    times
}

/// How long the work on all these articles takes, of so many times in the mean.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn time(work: Work, articles: &[Article], times_over: usize) -> Duration {
    let start = Instant::now();
    for _ in 0..times_over.max(1) {
        articles.iter().for_each(|article| work.run(article));
    }
    start.elapsed() / u32::try_from(times_over.max(1)).unwrap_or(u32::MAX)
}

/// Time per article, and how it grows.
fn summary(times: &Times) {
    println!(
        "\nPer {} words, the shortest of {ROUNDS} rounds that measure all in turns",
        corpus::WORDS
    );
    for ((growth, work, size), taken) in times {
        let each = *taken / u32::try_from(*size).unwrap_or(u32::MAX);
        let first = times.get(&(*growth, *work, 1)).unwrap_or(&each);
        let ratio = each.as_secs_f64() / first.as_secs_f64();
        let over = match (
            ratio > GROWTH,
            *work == Work::Bank && *size == 1 && each > BUDGET,
        ) {
            (true, _) => "  grows faster than the text",
            (_, true) => "  over the budget",
            _ => "",
        };
        println!(
            "  {:<10}{:<12}{size:>5} times {:>9.2} ms  growth {ratio:.2}{over}",
            work.name(),
            growth.name(),
            each.as_secs_f64() * 1000.0
        );
    }
    println!("  budget: a bank in {BUDGET:?}, growth at most {GROWTH}");
}

impl Work {
    fn name(self) -> &'static str {
        match self {
            Work::Sentences => "sentences",
            Work::Bank => "bank",
        }
    }

    fn run(self, article: &Article) {
        match self {
            Work::Sentences => {
                black_box(language::analyse(article));
            }
            Work::Bank => {
                black_box(question::bank(article, &[]));
            }
        }
    }
}

impl Growth {
    fn name(self) -> &'static str {
        match self {
            Growth::Articles => "articles",
            Growth::Length => "length",
        }
    }

    /// How many times as much; a thousand articles, which take minutes, only where `LONG` is set.
    fn sizes(self) -> &'static [usize] {
        match self {
            Growth::Articles if std::env::var_os("LONG").is_some() => &[1, 10, 100, 1000],
            _ => &[1, 10, 100],
        }
    }

    /// So many articles, or one so many times as long.
    fn text(self, size: usize) -> Vec<Article> {
        match self {
            Growth::Articles => (0..size as u64)
                .map(corpus::articles(corpus::WORDS))
                .collect(),
            Growth::Length => vec![corpus::articles(size * corpus::WORDS)(0)],
        }
    }
}
