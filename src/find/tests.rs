//! What is found, in which order, and what is shown of it.

use std::ops::Range;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::token::tokens;
use super::*;
use crate::article::{Article, Paragraph, Section, Style};

const SHORTEST: usize = 2;

fn article(title: &str, dek: &str, text: &str) -> Article {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(heading) => sections.push(Section {
                heading: Some(heading.to_owned()),
                paragraphs: Vec::new(),
            }),
            None => {
                if sections.is_empty() {
                    sections.push(Section {
                        heading: None,
                        paragraphs: Vec::new(),
                    });
                }
                sections.last_mut().unwrap().paragraphs.push(Paragraph {
                    text: line.to_owned(),
                    style: Style::Prose,
                });
            }
        }
    }
    Article {
        slug: "a".parse().unwrap(),
        title: title.to_owned(),
        dek: Some(dek.to_owned()),
        date: None,
        category: None,
        byline: None,
        sections,
        related: Vec::new(),
        minutes: 1,
    }
}

/// After each full stop and its blank.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let ranges = text.split_inclusive(". ").map(|sentence| {
        let start = end;
        end += sentence.len();
        start..end
    });
    ranges.collect()
}

fn library() -> Vec<Article> {
    vec![
        article(
            "Harbours",
            "Where ships lie.",
            "Ships lie in a harbour. The tide lifts them twice a day. Naïve sailors don’t look.
             # The cost of well-being
             In 1,500 years nobody dredged the harbour. It cost 3.5 crowns. The lord mayor paid.",
        ),
        article(
            "Tides",
            "How the tide moves ships, and why.",
            "The moon pulls. The tide follows, and the tide turns. The mayor, a lord, sleeps.",
        ),
        article(
            "Straßen und Öle",
            "Κείμενο ΣΟΦΊΑΣ и Ёлка.",
            "Die Straße ist naß. 東京の港は大きい。 Ligatures: ﬁnd the ﬂow. Wellbeing counts.",
        ),
    ]
}

fn marked(text: &str, shown: Range<usize>, marks: &[Range<usize>]) -> String {
    let (mut out, mut at) = (String::new(), shown.start);
    for mark in marks {
        out += &format!("{}[{}]", &text[at..mark.start], &text[mark.clone()]);
        at = mark.end;
    }
    out + &text[at..shown.end]
}

fn text_of<'a>(article: &'a Article, place: &Place) -> &'a str {
    let section = &article.sections[place.section];
    match place.paragraph {
        Some(index) => &section.paragraphs[index].text,
        None => section.heading.as_deref().unwrap(),
    }
}

/// What is found, as it is shown.
fn shown(articles: &[Article], typed: &str) -> String {
    let query = Query::parse(typed, SHORTEST);
    let found = Index::of(articles).find(&query);
    let mut out = String::new();
    for number in &found.articles {
        let article = &articles[*number as usize];
        let best = best(article, &query, &found, split);
        out += &marked(&article.title, 0..article.title.len(), &best.title);
        if let (Some(dek), false) = (&article.dek, best.dek.is_empty()) {
            out += &format!(" / {}", marked(dek, 0..dek.len(), &best.dek));
        }
        if let Some(Passage {
            place,
            shown,
            marks,
        }) = &best.passage
        {
            out += &format!(
                ": {}",
                marked(text_of(article, place), shown.clone(), marks)
            );
        }
        out.push('\n');
    }
    found
        .unknown
        .iter()
        .for_each(|it| out += &format!("nothing has {it}\n"));
    out
}

#[track_caller]
fn check(typed: &str, expected: Expect) {
    expected.assert_eq(&shown(&library(), typed));
}

#[test]
fn the_best_comes_first_with_the_sentence_that_has_most() {
    check(
        "tide",
        expect![[r#"
        [Tides] / How the [tide] moves ships, and why.
        Harbours: The [tide] lifts them twice a day.
    "#]],
    );
    check(
        "harbour tide",
        expect![[r#"
        [Harbours]: Ships lie in a [harbour].
    "#]],
    );
    check(
        "mayor paid",
        expect![[r#"
        Harbours: The lord [mayor] [paid].
    "#]],
    );
}

#[test]
fn capitals_accents_and_ligatures_make_no_difference() {
    for typed in ["naive", "NAÏVE", "nai\u{308}ve"] {
        assert!(shown(&library(), typed).contains("[Naïve]"), "{typed}");
    }
    for (typed, word) in [
        ("strasse", "Straßen"),
        ("STRAẞE", "Straßen"),
        ("ole", "Öle"),
        ("nass", "naß"),
        ("find", "ﬁnd"),
        ("flow", "ﬂow"),
        ("σοφιας", "ΣΟΦΊΑΣ"),
        ("ΚΕΙΜΕΝΟ", "Κείμενο"),
        ("елка", "Ёлка"),
        ("东", ""),
        ("東京", "東京"),
        ("港", "港"),
    ] {
        let shown = shown(&library(), typed);
        assert!(
            shown.contains(&format!("[{word}]")) || word.is_empty(),
            "{typed}: {shown}"
        );
        assert_eq!(shown.contains("nothing has"), word.is_empty(), "{typed}");
    }
}

#[test]
fn words_begin_like_the_last_and_like_long_ones() {
    check(
        "ha",
        expect![[r#"
        [Harbours]
    "#]],
    );
    check(
        "harb dredg",
        expect![[r#"
        [Harbours]: In 1,500 years nobody [dredged] the [harbour].
    "#]],
    );
    // A short one that is not the last is a word by itself.
    check(
        "ti moon",
        expect![[r#"
        nothing has ti
    "#]],
    );
    check(
        "ti",
        expect![[r#"
        [Tides] / How the [tide] moves ships, and why.
        Harbours: The [tide] lifts them twice a day.
    "#]],
    );
}

#[test]
fn a_single_letter_at_the_end_waits_for_the_next() {
    assert!(Query::parse("t", SHORTEST).is_empty());
    assert_eq!(
        Query::parse("moon t", SHORTEST),
        Query::parse("moon", SHORTEST).finished()
    );
    check(
        "a day",
        expect![[r#"
        Harbours: The tide lifts them twice [a] [day].
    "#]],
    );
}

impl Query {
    /// As if a blank followed.
    fn finished(self) -> Query {
        Query::parse(&format!("{} ", self.clauses[0].typed), SHORTEST)
    }
}

#[test]
fn a_phrase_stands_in_this_order() {
    check(
        "\"lord mayor\"",
        expect![[r#"
        Harbours: The [lord mayor] paid.
    "#]],
    );
    check(
        "“mayor a lord",
        expect![[r#"
        Tides: The [mayor, a lord], sleeps.
    "#]],
    );
    check(
        "\"ships where\"",
        expect![[r#"
        nothing has ships where
    "#]],
    );
    // Not from the title into the dek.
    check(
        "\"harbours where\"",
        expect![[r#"
        nothing has harbours where
    "#]],
    );
}

#[test]
fn joined_words_are_found_apart_and_together() {
    for typed in [
        "well-being",
        "wellbeing",
        "well being",
        "\"well being\"",
        "being",
    ] {
        assert!(
            shown(&library(), typed).contains("Harbours: The cost of "),
            "{typed}: {}",
            shown(&library(), typed)
        );
    }
    check(
        "well-being",
        expect![[r#"
        Harbours: The cost of [well-being]
        Straßen und Öle: [Wellbeing] counts.
    "#]],
    );
    for (typed, word) in [
        ("don't", "don’t"),
        ("dont", "don’t"),
        ("1500", "1,500"),
        ("1,500", "1,500"),
        ("3.5", "3.5"),
    ] {
        assert!(
            shown(&library(), typed).contains(&format!("[{word}]")),
            "{typed}"
        );
    }
}

#[test]
fn what_no_article_has_is_told() {
    check(
        "harbour xyzzy \"the mayor paid\" plugh",
        expect![[r#"
        nothing has xyzzy
        nothing has the mayor paid
        nothing has plugh
    "#]],
    );
    check("moon dredged", expect![[r#""#]]);
    check("  ", expect![[r#""#]]);
    check("?! \"\" —", expect![[r#""#]]);
}

#[test]
fn a_long_sentence_is_cut_around_what_was_found() {
    let far = "word after another ".repeat(40);
    let text = format!("{far}then the treasure and {far}end.");
    let articles = [article("Long", "", &text)];
    let shown = shown(&articles, "treasure");
    assert!(
        shown.len() < 400 && shown.contains(" the [treasure] and "),
        "{shown}"
    );
}

#[test]
fn pieces_together_are_the_whole() {
    let articles = library();
    let whole = Index::of(&articles);
    let mut again = Index::with(whole.lengths().to_vec());
    cut(&whole)
        .into_iter()
        .for_each(|shard| again.add(shard.terms()));
    assert_eq!(again, whole);
}

#[test]
fn a_query_wants_the_pieces_that_have_its_words() {
    let firsts = ["1", "boat", "harbour", "mayor"];
    let wanted = |typed: &str| {
        let query = Query::parse(typed, SHORTEST);
        let nexts = firsts.iter().skip(1).map(|it| Some(*it)).chain([None]);
        let all = firsts.iter().zip(nexts);
        let wanted = all.filter(|(first, next)| is_wanted(&query, first, *next));
        wanted
            .map(|(first, _)| *first)
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (typed, pieces) in [
        ("ha", "boat harbour"),
        ("ha ", "boat"),
        ("mayor", "mayor"),
        ("zebra abacus", "1 mayor"),
        ("b", ""),
        ("bo", "1 boat"),
    ] {
        assert_eq!(wanted(typed), pieces, "{typed}");
    }
}

#[test]
fn bytes_that_are_no_index_find_nothing() {
    for bytes in [vec![0xff; 9], vec![1, 200], vec![0, 1, 0], vec![1, 3, 4]] {
        let mut index = Index::with(vec![[1, 0, 0, 1]]);
        index.add([("tide".into(), bytes)]);
        assert!(index.find(&Query::parse("tide", SHORTEST)).articles.len() < 2);
    }
}

/// Texts of few words, so that they meet, with what may trouble.
fn any_text() -> impl Strategy<Value = String> {
    const WORDS: [&str; 13] = [
        "tide",
        "tides",
        "the",
        "Été",
        "naß",
        "ﬁn",
        "well-being",
        "don’t",
        "1,500",
        "東京",
        "İ",
        "Ελ",
        "a\u{301}",
    ];
    const ENDS: [&str; 10] = [" ", " ", " ", ", ", ". ", "? ", "-", "’", " “", "” "];
    let word = (
        prop::sample::select(&WORDS[..]),
        prop::sample::select(&ENDS[..]),
    );
    let texts = prop::collection::vec(word, 1..24);
    prop_oneof![
        4 => texts.prop_map(|all| all.into_iter().map(|(word, end)| format!("{word}{end}")).collect()),
        1 => "\\PC{0,40}",
    ]
}

fn any_library() -> impl Strategy<Value = Vec<Article>> {
    let one = (any_text(), any_text()).prop_map(|(dek, text)| article("Some tides", &dek, &text));
    prop::collection::vec(one, 1..5)
}

fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    tokens(text, |token| {
        words.push((token.place, token.term.to_owned()))
    });
    let mut next = 0;
    words.retain(|(place, _)| {
        let is_single = *place == next;
        next += u32::from(is_single);
        is_single
    });
    words.into_iter().map(|(_, word)| word).collect()
}

proptest! {
    #[test]
    fn all_that_is_shown_can_be_cut_out(articles in any_library(), typed in any_text()) {
        let query = Query::parse(&typed, SHORTEST);
        let found = Index::of(&articles).find(&query);
        for number in &found.articles {
            let article = &articles[*number as usize];
            let best = best(article, &query, &found, split);
            let dek = article.dek.as_deref().unwrap();
            marked(&article.title, 0..article.title.len(), &best.title);
            marked(dek, 0..dek.len(), &best.dek);
            if let Some(Passage { place, shown, marks }) = &best.passage {
                let text = text_of(article, place);
                prop_assert!(!marks.is_empty());
                prop_assert!(place.bytes.start <= shown.start && shown.end <= place.bytes.end);
                prop_assert!(marks.iter().all(|it| it.start >= shown.start && it.end <= shown.end));
                marked(text, shown.clone(), marks);
                prop_assert!(text.get(place.bytes.clone()).is_some());
            }
            prop_assert!(best.passage.is_some() || !best.title.is_empty() || !best.dek.is_empty());
        }
    }

    #[test]
    fn a_phrase_is_found_where_it_stands_and_only_there(articles in any_library(), at in 0..20_usize, many in 1..4_usize) {
        let words = words_of(articles[0].dek.as_deref().unwrap());
        let phrase = words.iter().skip(at).take(many).cloned().collect::<Vec<_>>();
        prop_assume!(phrase.len() == many);
        let query = Query::parse(&format!("\"{}\"", phrase.join(" ")), SHORTEST);
        let found = Index::of(&articles).find(&query).articles;
        let has = |article: &Article| {
            let paragraphs = article.sections.iter().flat_map(|it| &it.paragraphs);
            let headings = article.sections.iter().filter_map(|it| it.heading.as_deref());
            let mut texts = paragraphs.map(|it| &*it.text).chain(headings).chain([&*article.title]).chain(article.dek.as_deref());
            texts.any(|text| words_of(text).windows(many).any(|window| window == phrase))
        };
        for (article, number) in articles.iter().zip(0..) {
            prop_assert_eq!(has(article), found.contains(&number), "{:?}", phrase);
        }
    }

    #[test]
    fn a_beginning_finds_what_the_word_finds(articles in any_library(), typed in "(ti|tid|tide|we|well|15|ete)") {
        let index = Index::of(&articles);
        let find = |typed: &str| index.find(&Query::parse(typed, SHORTEST)).articles;
        let words = index.terms().map(|(term, _)| term).filter(|term| term.starts_with(&typed));
        for word in words {
            let begun = find(&typed);
            prop_assert!(find(&format!("{word} ")).iter().all(|it| begun.contains(it)), "{}", word);
        }
    }

    #[test]
    fn the_same_is_found_in_the_same_order_from_pieces(articles in any_library(), typed in any_text()) {
        let query = Query::parse(&typed, SHORTEST);
        let whole = Index::of(&articles);
        let mut pieces = Index::with(whole.lengths().to_vec());
        cut(&whole).into_iter().for_each(|shard| pieces.add(shard.terms()));
        prop_assert_eq!(pieces.find(&query), whole.find(&query));
    }
}
