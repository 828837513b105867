//! What the commands print, for people and as JSON.
//!
//! Apart from the commands because the JSON is a promise: its keys do not change with the types
//! they come from.

use std::io::{self, Write};

use readback::article::{Article, Date, Notice, Related, Section, Slug};
use readback::question::{self, Bank, Form, KindName, Question};
use serde::Serialize;

use crate::arguments::{Choice, Format};
use crate::sources::{Source, deks};

/// Prints what was read of each article.
pub(crate) fn articles(out: &mut impl Write, sources: &[Source], format: Format) -> io::Result<()> {
    match format {
        Format::Json => json(
            out,
            &sources.iter().map(ArticleJson::new).collect::<Vec<_>>(),
        ),
        Format::Person => sources.iter().try_for_each(|source| article(out, source)),
    }
}

/// Prints questions of each article.
pub(crate) fn questions(
    out: &mut impl Write,
    sources: &[Source],
    format: Format,
    choice: Choice,
) -> io::Result<()> {
    let mut all = Vec::new();
    let deks = deks(sources);
    for source in sources {
        let bank = question::bank(&source.article, &deks);
        let chosen = choose(&bank, choice);
        match format {
            Format::Json => all.extend(chosen),
            Format::Person => quiz(out, source, &bank, &chosen)?,
        }
    }
    match format {
        Format::Json => json(out, &all),
        Format::Person => Ok(()),
    }
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    slug: &'a Slug,
    title: &'a str,
    dek: Option<&'a str>,
    date: Option<Date>,
    category: Option<&'a str>,
    byline: Option<&'a str>,
    words: usize,
    minutes: usize,
    sections: Vec<SectionJson<'a>>,
    related: &'a [Related],
    notices: &'a [Notice],
}

#[derive(Serialize)]
struct SectionJson<'a> {
    heading: Option<&'a str>,
    paragraphs: Vec<&'a str>,
}

impl<'a> ArticleJson<'a> {
    fn new(source: &'a Source) -> Self {
        let article = &source.article;
        ArticleJson {
            slug: &article.slug,
            title: &article.title,
            dek: article.dek.as_deref(),
            date: article.date,
            category: article.category.as_deref(),
            byline: article.byline.as_deref(),
            words: article.words(),
            minutes: article.minutes,
            sections: article.sections.iter().map(SectionJson::new).collect(),
            related: &article.related,
            notices: &source.notices,
        }
    }
}

impl<'a> SectionJson<'a> {
    fn new(section: &'a Section) -> Self {
        SectionJson {
            heading: section.heading.as_deref(),
            paragraphs: section.paragraphs.iter().map(|p| p.text.as_str()).collect(),
        }
    }
}

fn json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    writeln!(out)
}

fn article(out: &mut impl Write, source: &Source) -> io::Result<()> {
    let article = &source.article;
    writeln!(out, "{}", article.title)?;
    writeln!(out, "  file      {}", source.file)?;
    writeln!(out, "  slug      {}", article.slug)?;
    let date = article.date.map(|date| date.to_string());
    field(out, "date", date.as_deref())?;
    field(out, "category", article.category.as_deref())?;
    field(out, "byline", article.byline.as_deref())?;
    field(out, "dek", article.dek.as_deref())?;
    writeln!(out, "  length    {}", length(article))?;
    writeln!(out, "  sections  {}", article.sections.len())?;
    for section in &article.sections {
        let heading = section.heading.as_deref().unwrap_or("(no heading)");
        writeln!(out, "    {:>3}  {heading}", section.paragraphs.len())?;
    }
    writeln!(out, "  related   {}\n", article.related.len())
}

fn field(out: &mut impl Write, name: &str, value: Option<&str>) -> io::Result<()> {
    value.map_or(Ok(()), |value| writeln!(out, "  {name:<9} {value}"))
}

fn length(article: &Article) -> String {
    let paragraphs: usize = article.sections.iter().map(|s| s.paragraphs.len()).sum();
    let (words, minutes) = (article.words(), article.minutes);
    format!("{words} words, {minutes} min, paragraphs: {paragraphs}")
}

fn choose(bank: &Bank, choice: Choice) -> Vec<Question> {
    match choice {
        Choice::All => bank.questions.clone(),
        Choice::Drawn { seed, count } => question::draw(&bank.questions, seed, count, &[]),
    }
}

fn quiz(out: &mut impl Write, source: &Source, bank: &Bank, chosen: &[Question]) -> io::Result<()> {
    writeln!(out, "{}", source.article.title)?;
    let (shown, all) = (chosen.len(), bank.questions.len());
    writeln!(out, "  {}: {shown} of {all} questions", source.file)?;
    if let Some(shortage) = bank.shortage {
        writeln!(out, "  {shortage}")?;
    }
    writeln!(out)?;
    for (index, question) in chosen.iter().enumerate() {
        one(out, index + 1, question)?;
    }
    Ok(())
}

fn one(out: &mut impl Write, number: usize, question: &Question) -> io::Result<()> {
    writeln!(out, "{number:>3}. {}", question.stem)?;
    let ordered = question.form() == Form::Ordered;
    for (index, option) in question.options.iter().enumerate() {
        let key = question.keys.iter().position(|key| *key == index);
        let mark = match key {
            Some(at) if ordered => (at + 1).to_string(),
            Some(_) => "*".to_owned(),
            None => String::new(),
        };
        writeln!(out, "  {mark:>2} {option}")?;
    }
    if question.form() == Form::Typed {
        writeln!(out, "   * {}", question.accepted.join(" | "))?;
    }
    writeln!(out, "     {}", question.explanation)?;
    writeln!(
        out,
        "     {}: {:?}",
        place(question),
        question.evidence.text
    )?;
    let kind = serde_json::to_value(question.kind).unwrap_or_default();
    let kind = kind.as_str().unwrap_or("?");
    writeln!(
        out,
        "     {kind}, score {:.2}, {}\n",
        question.score, question.id
    )
}

/// Where the answer stands, counted from 1 as a person counts.
fn place(question: &Question) -> String {
    let section = question.evidence.section + 1;
    match question.evidence.paragraph {
        Some(paragraph) => format!("section {section}, paragraph {}", paragraph + 1),
        None if question.kind == KindName::Gist => "dek".to_owned(),
        None => format!("section {section}, heading"),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    /// `how` are the fields that say how it is answered.
    #[track_caller]
    fn check(how: &str, expected: Expect) {
        let json = format!(
            r#"{{"id":"0000000000a1","article":"tides","stem":"Which?",{how},"evidence":{{"section":0,
            "paragraph":0,"start":0,"end":4,"text":"Ebb."}},"explanation":"So it is.","score":0.5}}"#
        );
        let question = serde_json::from_str(&json).expect("a question");
        let mut out = Vec::new();
        one(&mut out, 1, &question).expect("memory takes everything");
        let text = String::from_utf8(out).expect("text");
        let answer: Vec<_> = text
            .lines()
            .take_while(|line| !line.contains("So it"))
            .map(|line| line.strip_prefix("  ").unwrap_or(line))
            .collect();
        expected.assert_eq(&answer.join("\n"));
    }

    #[test]
    fn every_form_shows_what_is_right() {
        check(
            r#""kind":"list","options":["ebb","flood","neap"],"keys":[2,0],"accepted":[]"#,
            expect![[r#"
                  1. Which?
                   * ebb
                     flood
                   * neap"#]],
        );
        check(
            r#""kind":"order","options":["ebb","flood","neap"],"keys":[2,0,1],"accepted":[]"#,
            expect![[r#"
                  1. Which?
                   2 ebb
                   3 flood
                   1 neap"#]],
        );
        check(
            r#""kind":"name","options":[],"keys":[],"accepted":["Moon","the Moon"]"#,
            expect![[r#"
                  1. Which?
                   * Moon | the Moon"#]],
        );
    }
}
