//! Short texts that the page makes from values: counts, lines of facts, a passage cut out.
//!
//! Apart from the views, so that they are tested without a browser.

use crate::article::Article;
use crate::question::KindName;
use crate::study::Record;

/// The text before the passage, the passage, and the text after it; `None` where the offsets do
/// not fit the text, as in an old link to an article that has changed.
pub fn cut(text: &str, start: usize, end: usize) -> Option<[&str; 3]> {
    if start >= end {
        return None;
    }
    Some([text.get(..start)?, text.get(start..end)?, text.get(end..)?])
}

/// "6 min".
pub fn minutes(article: &Article) -> String {
    format!("{} min", article.minutes())
}

/// "1 article", "2 articles".
pub fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}

/// "Last 6 of 8 · best 7 of 8", as far as any quiz was finished.
pub fn scores(record: &Record) -> String {
    let last = record.last.map(|score| format!("Last {score}"));
    let best = record.best.map(|score| format!("best {score}"));
    join([last, best].into_iter().flatten())
}

/// Facts on one line.
pub fn join(facts: impl IntoIterator<Item = String>) -> String {
    facts.into_iter().collect::<Vec<_>>().join(" · ")
}

/// How a kind of question is called where it can be chosen.
pub fn kind(kind: KindName) -> &'static str {
    match kind {
        KindName::Heading => "Headings",
        KindName::List => "Lists",
        KindName::Gap => "Missing words",
        KindName::Figure => "Numbers and years",
        KindName::Name => "Names",
        KindName::Claim => "True or false",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::{Millis, Score};

    #[test]
    fn a_passage_is_cut_out() {
        assert_eq!(cut("abcd", 1, 3), Some(["a", "bc", "d"]));
    }

    #[test]
    fn a_passage_that_does_not_fit_is_none() {
        for (start, end) in [(1, 9), (3, 1), (2, 2), (0, 1)] {
            assert_eq!(cut("é", start, end), None, "{start}-{end}");
        }
    }

    #[test]
    fn scores_tell_what_is_known() {
        let score = |right| Some(Score { right, of: 8 });
        let mut record = Record {
            when: Millis(0),
            last: score(6),
            best: score(7),
        };
        assert_eq!(scores(&record), "Last 6 of 8 · best 7 of 8");
        record.last = None;
        record.best = None;
        assert_eq!(scores(&record), "");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(count(1, "article"), "1 article");
        assert_eq!(count(0, "article"), "0 articles");
    }
}
