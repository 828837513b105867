//! How much memory the making of questions needs, as a multiple of the text.
//!
//! Apart from the times, which counting every piece of memory would make longer.

mod corpus;

use std::hint::black_box;

use peak_alloc::PeakAlloc;
use readback::article::Article;
use readback::question;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many times the text it may need.
const BUDGET: f64 = 40.0;

fn main() {
    // What is made once for all articles is no part of it.
    black_box(question::bank(&corpus::articles(corpus::WORDS)(0), &[]));
    println!("Most memory while a bank is made; the budget is {BUDGET} times the text");
    for times in [1, 10, 100] {
        let article = corpus::articles(times * corpus::WORDS)(0);
        let (most, text) = (most(&article), bytes(&article));
        let ratio = most as f64 / text as f64;
        let over = if ratio > BUDGET {
            "  over the budget"
        } else {
            ""
        };
        let (most, text) = (most / 1000, text / 1000);
        println!(
            "  length {times:>5} times {text:>8} kB of text {most:>8} kB, {ratio:>6.1} times{over}"
        );
    }
}

/// The most bytes held at once beyond those held before.
fn most(article: &Article) -> usize {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    black_box(question::bank(article, &[]));
    MEMORY.peak_usage() - before
}

/// The bytes of its paragraphs.
fn bytes(article: &Article) -> usize {
    let paragraphs = article.sections.iter().flat_map(|s| &s.paragraphs);
    paragraphs.map(|paragraph| paragraph.text.len()).sum()
}
