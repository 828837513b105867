//! The page as a reader meets it: with nothing, with a little, and with articles that have gone.
//!
//! Apart from the page, because what was answered takes some lines to make.

use expect_test::{Expect, expect};

use super::*;
use crate::question::Answer;
use crate::study::sample::place::{Fixed, noon};
use crate::study::sample::{attempt, question, question_id, slug};
use crate::study::{Grade, Millis, Mode, Preferences};

/// A Monday.
const TODAY: u64 = 20_416;

/// An article of two sections with two questions each.
fn tides() -> Known {
    let questions = [1, 2, 3, 4].map(|number| {
        let mut question = question(number, &[0]);
        question.evidence.section = usize::from(number > 2);
        question
    });
    Known {
        slug: slug("tides"),
        title: "Tides".to_owned(),
        headings: vec![None, Some("Neap and spring".to_owned())],
        questions: questions.to_vec(),
    }
}

fn answer(days: u64, question: u64, grade: Grade) -> Attempt {
    attempt(noon(TODAY - days) + question, TODAY - days, question, grade)
}

/// A week of the article's questions: missed, learnt, missed.
fn week() -> Vec<Attempt> {
    vec![
        answer(7, 1, Grade::Again),
        answer(7, 2, Grade::Good),
        answer(3, 1, Grade::Again),
        answer(3, 3, Grade::Easy),
        answer(0, 2, Grade::Hard),
    ]
}

fn page(known: &[Known], attempts: &[Attempt]) -> String {
    page_hiding(9, Undo::Nothing, known, attempts)
}

/// The page where the question with that number is hidden.
fn page_hiding(hidden: u64, undo: Undo, known: &[Known], attempts: &[Attempt]) -> String {
    let terms = Terms {
        calendar: &Fixed(0),
        now: Millis(noon(TODAY)),
        preferences: Preferences::default(),
    };
    let can_be_asked = |_: &Slug, id: &QuestionId| *id != question_id(hidden);
    let past = Past::new(known, attempts, terms, &can_be_asked, undo);
    past.page().iter().map(Node::to_string).collect()
}

/// What is to be read between two texts of the page, a line for each element that ends, and without
/// the drawings and the tables of their figures.
fn between(page: &str, from: &str, to: &str) -> String {
    let after = page.split_once(from).expect("it begins so").1;
    let part = after.split_once(to).map_or(after, |(part, _)| part);
    let mut parts = part.to_owned();
    for (end, sign) in [
        ("</p>", "\n"),
        ("</summary>", "\n"),
        ("</tr>", "\n"),
        ("</th>", " | "),
        ("</td>", " | "),
    ] {
        parts = parts.replace(end, sign);
    }
    let mut text = String::new();
    for piece in parts.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    text.lines()
        .map(|line| line.trim_end_matches([' ', '|']).to_owned() + "\n")
        .collect()
}

#[track_caller]
fn check(page: &str, from: &str, to: &str, expected: Expect) {
    expected.assert_eq(&between(page, from, to));
}

#[test]
fn without_an_answer_the_library_is_shown() {
    let page = page(&[tides()], &[answer(0, 1, Grade::Withdrawn)]);
    expect![[r##"<p class="lede">No quiz yet.</p><p>Your scores come here. <a href="#/">Choose an article in the Library</a></p>"##]].assert_eq(&page);
}

#[test]
fn the_page_says_what_is_due_first() {
    let page = page(&[tides()], &week());
    check(
        &page,
        "",
        "<h2",
        expect![[r#"
        1 question is due.
        Review
    "#]],
    );
    let known = super::tests::page(&[tides()], &[answer(0, 1, Grade::Easy)]);
    check(
        &known,
        "",
        "<h2",
        expect![[r#"
        Nothing due; next on day 20424.
    "#]],
    );
}

#[test]
fn articles_and_sections_tell_what_is_known() {
    let page = page(&[tides()], &week());
    check(
        &page,
        "Articles</h2>",
        "<h2",
        expect![[r#"
            Article | Seen | Known | Mastery | Answers
            TidesLast 1 of 2 · best 1 of 2 · today · 1 due
             | 3 of 4 | 2 | 49% | Reset
            Known: right the last time, and not yet due. Mastery: the share of all the questions of an article that you would be likely to answer right today.
            Tides, by section
            Section | Seen | Known | Mastery
            Before the first heading | 2 of 2 | 1 | 50%
            Neap and spring | 1 of 2 | 1 | 48%
        "#]],
    );
}

#[test]
fn an_article_can_be_reset_by_its_name() {
    let page = page(&[tides()], &week());
    let button = r#"aria-label="Reset Tides" data-do="reset" data-with="tides">Reset</button>"#;
    assert!(page.contains(button), "{page}");
}

#[test]
fn what_is_no_longer_there_is_said_to_be_so() {
    let gone = Attempt {
        article: slug("moon"),
        ..answer(1, 8, Grade::Good)
    };
    let page = page(&[tides()], &[answer(2, 9, Grade::Again), gone]);
    check(
        &page,
        "likely to answer right today.</p>",
        "<h2",
        expect![[r#"
            Tides, by section
            Section | Seen | Known | Mastery
            Before the first heading | 0 of 2 | 0 | 0%
            Neap and spring | 0 of 2 | 0 | 0%
            1 question answered before: not asked any more.
            moon: 1 answer. The article is no longer here, or not read yet.Reset
        "#]],
    );
    check(
        &page,
        "Sittings</h2>",
        "none",
        expect![[r#"
            An article that is no longer here
            Quiz · 1 right, 1 answered of 2 · yesterday
            1 question
            A question that is not asked any more
            Correct
            Tides
            Quiz · 0 right, 1 answered of 2 · day 20414
            1 question
            A question that is not asked any more
            Not quite
        "#]],
    );
    assert!(page.contains(r#"data-with="moon""#), "{page}");
}

#[test]
fn every_chart_has_its_name_its_words_and_its_figures() {
    let page = page(&[tides()], &week());
    for id in ["forecast", "kinds", "days", "remembered"] {
        for part in [
            format!(r#"role="img" aria-labelledby="{id}-title" aria-describedby="{id}-says""#),
            format!(r#"<title id="{id}-title">"#),
            format!(r#"<desc id="{id}-says">"#),
            format!(r#"<details id="{id}-figures">"#),
            format!(r#"<table aria-labelledby="{id}-title">"#),
        ] {
            assert!(page.contains(&part), "{part}");
        }
    }
}

#[test]
fn ids_stand_once() {
    let page = page(&[tides()], &week());
    let ids = page
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next());
    let mut ids: Vec<_> = ids.flatten().collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn figures_say_what_the_charts_show() {
    let page = page(&[tides()], &week());
    check(
        &page,
        "forecast-figures\">",
        "</table>",
        expect![[r#"
            As a table
            Day | Questions due
            Today | 1
            Tomorrow | 0
            Wednesday | 0
            Thursday | 0
            Friday | 0
            Saturday | 1
            Sunday | 0
            day 20423 | 0
            day 20424 | 0
            day 20425 | 0
            day 20426 | 0
            day 20427 | 0
            day 20428 | 0
            day 20429 | 0
        "#]],
    );
    check(
        &page,
        "kinds-figures\">",
        "</table>",
        expect![[r#"
            As a table
            Kind | Right
            Missing words | 3 of 5, 60%
        "#]],
    );
    check(
        &page,
        "days-figures\">",
        "</tr><tr><th scope=\"row\">day 20395",
        expect![[r#"
            As a table
            Week from | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
            day 20416 | 1
            day 20409 | 2 | 0 | 0 | 0 | 2 | 0 | 0
            day 20402 | 0 | 0 | 0 | 0 | 0 | 0 | 0
        "#]],
    );
    check(
        &page,
        "later day</h2>",
        "<svg",
        expect![[r#"
        2 answers: 50% right, 72% expected. The line marks what was expected.
    "#]],
    );
    check(
        &page,
        "remembered-figures\">",
        "</table>",
        expect![[r#"
            As a table
            Answers | Expected | Right
            Expected under 70% | 63% | 0 of 1, 0%
            Expected 80 to 90% | 81% | 1 of 1, 100%
        "#]],
    );
}

#[test]
fn where_nothing_was_asked_on_a_later_day_that_is_said() {
    let page = page(&[tides()], &[answer(0, 1, Grade::Good)]);
    check(
        &page,
        "later day</h2>",
        "<h2",
        expect![[r#"
        Nothing yet: this holds answers given on a later day against what was expected.
    "#]],
    );
}

#[test]
fn sittings_tell_their_questions_and_where_the_answers_stand() {
    let mut typed = answer(0, 2, Grade::Again);
    typed.answer = Answer::Typed("flod".to_owned());
    let mut elsewhere = answer(0, 8, Grade::Good);
    elsewhere.article = slug("moon");
    typed.mode = Mode::Review;
    elsewhere.mode = Mode::Review;
    let page = page(&[tides()], &[answer(7, 1, Grade::Good), typed, elsewhere]);
    check(
        &page,
        "Sittings</h2>",
        "none",
        expect![[r#"
            Tides, and 1 other article
            Review · 1 of 2 · today
            2 questions
            Question 2?
            Not quite: flod · The answer is ebb · See it in the article
            A question that is not asked any more
            Correct
            Tides
            Quiz · 1 right, 1 answered of 2 · day 20409
            1 question
            Question 1?
            Correct: ebb · See it in the article
        "#]],
    );
    assert!(page.contains("href=\"#/read/tides?at=0.0.0-5\""), "{page}");
}

#[test]
fn a_question_missed_twice_is_listed() {
    let page = page(&[tides()], &week());
    check(
        &page,
        "Often missed</h2>",
        "<h2",
        expect![[r#"
        Question 1?
        Tides · missed 2 of 2 times · See it in the article
    "#]],
    );
}

#[test]
fn of_many_sittings_the_latest_are_listed() {
    let many: Vec<_> = (0..23).map(|days| answer(days, 1, Grade::Good)).collect();
    let page = page(&[tides()], &many);
    assert!(page.contains("and 3 sittings before"), "{page}");
    assert_eq!(page.matches("id=\"sitting-").count(), 20);
}

#[test]
fn a_hidden_question_is_no_part_of_its_article() {
    let page = page_hiding(1, Undo::Nothing, &[tides()], &week());
    check(
        &page,
        "Articles</h2>",
        "Known:",
        expect![[r#"
        Article | Seen | Known | Mastery | Answers
        TidesLast 1 of 2 · best 1 of 2 · today
         | 2 of 3 | 2 | 65% | Reset
    "#]],
    );
    assert!(
        !page.contains("Often missed") && !page.contains("not asked any more"),
        "{page}"
    );
}

#[test]
fn what_was_done_can_be_taken_back() {
    let button = r#"data-do="undo">Undo</button>"#;
    for attempts in [week(), Vec::new()] {
        assert!(!page(&[tides()], &attempts).contains(button));
        assert!(page_hiding(9, Undo::Possible, &[tides()], &attempts).contains(button));
    }
}
