//! What holds for every file, whatever its format: the seeds as a whole, invented articles of
//! other kinds, and any bytes at all.

use std::collections::BTreeMap;
use std::fmt::Write;

use expect_test::{Expect, expect, expect_file};
use proptest::prelude::*;

use super::text::{decode, is_unspaced};
use super::*;

/// An article as a person reviews it: all of its head, and of each paragraph how it begins.
fn digest(parsed: &Parsed) -> String {
    let Parsed { article, notices } = parsed;
    let mut out = format!("{}\n{}\n", article.title, article.slug);
    let date = article.date.map(|date| date.to_string());
    let fields = [&article.dek, &date, &article.category, &article.byline];
    for (name, value) in ["dek", "date", "category", "byline"].iter().zip(fields) {
        writeln!(out, "{name}: {}", value.as_deref().unwrap_or("-")).unwrap();
    }
    for section in &article.sections {
        writeln!(out, "# {}", section.heading.as_deref().unwrap_or("-")).unwrap();
        for paragraph in &section.paragraphs {
            let mark = match paragraph.style {
                Style::Prose => ' ',
                Style::Item => '-',
                Style::Quote => '>',
            };
            writeln!(out, "{mark} {}", ends(&paragraph.text)).unwrap();
        }
    }
    for related in &article.related {
        let date = related.date.map(|date| date.to_string());
        let (date, category) = (date.as_deref().unwrap_or("-"), related.category.as_deref());
        writeln!(
            out,
            "~ {date}, {}: {}",
            category.unwrap_or("-"),
            ends(&related.blurb)
        )
        .unwrap();
    }
    for notice in notices {
        writeln!(out, "! {:?} {}", notice.line, notice.text).unwrap();
    }
    out
}

/// The first and last words of a long text, and how many words it has.
fn ends(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    match words.as_slice() {
        words if words.len() <= 12 => text.to_owned(),
        [a, b, c, d, .., y, z] => format!("{a} {b} {c} {d} … {y} {z} ({} words)", words.len()),
        _ => text.to_owned(),
    }
}

#[track_caller]
fn check(name: &str, text: &str, expected: Expect) {
    expected.assert_eq(&digest(&parse(name, text.as_bytes())));
}

#[test]
fn the_seeds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.file_name()
                .is_some_and(|n| n.to_string_lossy().starts_with("00"))
        })
        .collect();
    paths.sort();
    assert_eq!(paths.len(), 5);
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let parsed = parse(&name, &std::fs::read(&path).unwrap());
        let expected = format!(
            "{}/tests/articles/{name}.digest",
            env!("CARGO_MANIFEST_DIR")
        );
        expect_file![expected].assert_eq(&digest(&parsed));
        let sections = &parsed.article.sections;
        let paragraphs: usize = sections.iter().map(|s| s.paragraphs.len()).sum();
        assert_eq!((sections.len(), paragraphs), (5, 12), "{name}");
        assert_eq!(parsed.article.related.len(), 20, "{name}");
        assert_eq!(parsed.notices, [], "{name}");
    }
}

#[test]
fn a_news_report_of_short_paragraphs() {
    check(
        "news.txt",
        r##"World
City votes to close its oldest bridge
Engineers found cracks in two piers; repairs may take four years
By Ana de la Cruz
June 3, 2024 - 2 min read
Facebook X Reddit
The city council voted on Tuesday to close the Millbrook Bridge, the oldest crossing of the river, after engineers found deep cracks in two of its piers.
The vote was nine to two.
"We had no choice," said Mayor Helen Park. "Nobody wants to be the one who waited."
About 14,000 cars cross the bridge each day, and shop owners on the east bank fear that their customers will stay away during the repairs.
"It will be a long winter for us," said Tom Reyes, who runs a bakery on Quay Street.
The council expects to spend $38 million on the work.
X Linkedin Facebook Reddit Email Bluesky
ADVERTISEMENT
Critics say that the city has known of the damage since 2019, when a diver photographed rust on the reinforcing bars under the second pier.
An inquiry is to report in the autumn.
Related Articles
New ferry line opens
June 1, 2024
World
Why old bridges fail, and what engineers do about it when nobody is looking.
-
May 28, 2024
"##,
        expect![[r#"
            City votes to close its oldest bridge
            city-votes-to-close-its-oldest-bridge
            dek: Engineers found cracks in two piers; repairs may take four years
            date: 2024-06-03
            category: World
            byline: Ana de la Cruz
            # -
              The city council voted … its piers. (27 words)
              The vote was nine to two.
              "We had no choice," … who waited." (16 words)
              About 14,000 cars cross … the repairs. (25 words)
              "It will be a … Quay Street. (18 words)
              The council expects to spend $38 million on the work.
              Critics say that the … second pier. (25 words)
              An inquiry is to report in the autumn.
            ~ 2024-06-01, -: New ferry line opens
            ~ 2024-05-28, World: Why old bridges fail, … is looking. (14 words)
        "#]],
    );
}

#[test]
fn a_biography_with_short_paragraphs_and_headings() {
    check(
        "bio.txt",
        r##"Mary Anning

Mary Anning was an English fossil collector and dealer. She became known for finds she made in the cliffs along the Channel at Lyme Regis.

Early life

Anning was born in Lyme Regis in 1799. Her father was a cabinetmaker who added to his income by mining the coastal fossil beds near the town. He sold his finds to tourists.

He died in 1810.

First finds

In 1811 her brother Joseph found a skull. She dug up the rest of the skeleton some months later. It was an ichthyosaur.

What did the men of science say?

Few of them named her in their papers. The Geological Society did not admit women.

Death and legacy

She died in 1847. In 2010 the Royal Society included her in a list of ten British women.
"##,
        expect![[r#"
            Mary Anning
            mary-anning
            dek: -
            date: -
            category: -
            byline: -
            # -
              Mary Anning was an … Lyme Regis. (25 words)
            # Early life
              Anning was born in … to tourists. (33 words)
              He died in 1810.
            # First finds
              In 1811 her brother … an ichthyosaur. (23 words)
            # What did the men of science say?
              Few of them named … admit women. (15 words)
            # Death and legacy
              She died in 1847. … British women. (18 words)
        "#]],
    );
}

#[test]
fn a_how_to_with_numbered_headings_and_lists() {
    check(
        "howto.txt",
        r##"How to plant a hedge
Published by Mark Bennett
March 1, 2023
A hedge is cheaper than a fence and outlives it. With a spade, a line and a free weekend you can plant twenty metres.
You will need:
- a spade
- a garden line
- 100 young plants
1. Choose the line
Stretch the line where the middle of the hedge is to be. Keep half a metre from the path. A hedge grows wider than you think.
2. Dig the trench
Dig one spade deep and two wide. Loosen the bottom with a fork. Remove every root of couch grass.
3. Plant
Set five plants to the metre. Firm them with your boot. Water well.
Steps in short:
1. Mark the line.
2. Dig.
3. Plant and water.
"##,
        expect![[r#"
            How to plant a hedge
            how-to-plant-a-hedge
            dek: -
            date: 2023-03-01
            category: -
            byline: Mark Bennett
            # -
              A hedge is cheaper … twenty metres. (24 words)
            # You will need:
            - a spade
            - a garden line
            - 100 young plants
            # Choose the line
              Stretch the line where … you think. (26 words)
            # Dig the trench
              Dig one spade deep … couch grass. (19 words)
            # Plant
              Set five plants to … Water well. (13 words)
            # Steps in short:
            - Mark the line.
            - Dig.
            - Plant and water.
        "#]],
    );
}

#[test]
fn a_wrapped_text() {
    check(
        "wrap.txt",
        r##"The Lighthouse of Skerry Point

by A. Keeper

The lighthouse at Skerry Point was built in 1868, when the herring fleet
lost eleven boats in one night. Its lamp burned whale oil at first, later
paraffin, and could be seen for nineteen miles. The keepers lived in two
low cottages below the tower with their families and a cow.

THE LONG WINTER

In 1895 the sea froze along the shore. No boat came for nine weeks. The
keepers burned the furniture, and in the end the stairs of the second
cottage. Mrs. Tait wrote in the log: "We have potatoes and the light. That
is enough."

The log survives. It is kept at the museum.

The end of the light

The lamp was made electric in 1931 and automatic in 1978. The last keeper
left on a Tuesday; he took the cat.
"##,
        expect![[r#"
            The Lighthouse of Skerry Point
            the-lighthouse-of-skerry-point
            dek: -
            date: -
            category: -
            byline: A. Keeper
            # -
              The lighthouse at Skerry … a cow. (51 words)
            # THE LONG WINTER
              In 1895 the sea … is enough." (44 words)
              The log survives. It is kept at the museum.
            # The end of the light
              The lamp was made … the cat. (22 words)
        "#]],
    );
}

#[test]
fn a_summary_in_emphasis_under_the_title() {
    check(
        "canal.md",
        "# The Tarn Canal\n\n*How a town of weavers dug a canal and lost it.*\n\n## Water\n\nThe locks were dug by hand.\n",
        expect![[r#"
            The Tarn Canal
            the-tarn-canal
            dek: How a town of weavers dug a canal and lost it.
            date: -
            category: -
            byline: -
            # Water
              The locks were dug by hand.
        "#]],
    );
    check(
        "canal.md",
        "# The Tarn Canal\n\n*How* a town of weavers dug a canal and *lost* it.\n\n## Water\n\nThe locks were dug.\n",
        expect![[r#"
            The Tarn Canal
            the-tarn-canal
            dek: -
            date: -
            category: -
            byline: -
            # -
              How a town of weavers dug a canal and lost it.
            # Water
              The locks were dug.
        "#]],
    );
}

#[test]
fn a_wrapped_book_with_chapters() {
    check(
        "gutenberg.txt",
        r##"Title: The Grey Mill
Author: John Someone
Release date: May 1, 2001

*** START OF THE BOOK ***

CHAPTER I.

  It was a dark evening when the miller came home, and the wheel
stood still. He called for his wife, but nobody answered him, and
the dog did not bark.
  "Where is she?" he said.
  Nobody knew.

CHAPTER II. In which the wheel turns

  The next morning the water rose. The wheel began to turn by
itself, slowly at first, then faster, and the miller ran out in
his shirt.

       *       *       *       *       *

  He was never seen again, though some say that on such nights one
can hear the wheel.
"##,
        expect![[r#"
            The Grey Mill
            the-grey-mill
            dek: -
            date: 2001-05-01
            category: -
            byline: John Someone
            # -
              *** START OF THE BOOK ***
            # CHAPTER I.
              It was a dark … not bark. (30 words)
              "Where is she?" he said.
              Nobody knew.
            # CHAPTER II. In which the wheel turns
              The next morning the … his shirt. (26 words)
              He was never seen … the wheel. (17 words)
        "#]],
    );
}

#[test]
fn an_interview() {
    check(
        "interview.txt",
        r##""I never wanted to be a conductor": a talk with Lena Holm
The director of the city orchestra on silence, mistakes and trams.
Published March 4, 2022 by Sam Field
Lena Holm has led the city orchestra for eleven years. We met her in her office above the tram depot. She made coffee and apologised for the noise.
How did you come to music?
By accident. My aunt had a piano that nobody played. I was told not to touch it, so I did. After a year I could play all the songs of the radio.
And when did you first conduct?
In school. The teacher was ill. I had never held a baton, and I held it the wrong way round for the whole concert.
What do you tell young players?
Listen. Most of what we do is listening.
Do you ever get tired of it?
Never. Perhaps in February, when the heating fails and the brass players wear gloves. But then somebody plays one good bar, and I forget the cold.
"##,
        expect![[r#"
            "I never wanted to be a conductor": a talk with Lena Holm
            i-never-wanted-to-be-a-conductor-a-talk
            dek: The director of the city orchestra on silence, mistakes and trams.
            date: 2022-03-04
            category: -
            byline: Sam Field
            # -
              Lena Holm has led … the noise. (28 words)
            # How did you come to music?
              By accident. My aunt … the radio. (32 words)
            # And when did you first conduct?
              In school. The teacher … whole concert. (24 words)
            # What do you tell young players?
              Listen. Most of what we do is listening.
            # Do you ever get tired of it?
              Never. Perhaps in February, … the cold. (26 words)
        "#]],
    );
}

#[test]
fn the_site_format_with_all_its_variants() {
    check(
        "variant.txt",
        r##"Sanctions & export controls
How ports adapt to new controls
Ports change their routines when controls arrive, and small ones change first because they have the least to lose.
Published by Mark Bennett
July 18, 2025 - 3 min Read
Facebook X Reddit Pinterest Email
Ports are old institutions with long memories. They have seen blockades, embargoes and wars come and go. When new controls arrive, the harbour master reads them, sighs and calls the customs office. What follows is a negotiation about paper, and paper is what ports are good at.
X Linkedin Facebook Reddit Email Bluesky
Small ports move first
The small port has three cranes and one customs officer. It cannot afford a department for compliance. So it does what small institutions do: it asks a bigger neighbour for its forms, and copies them. In a month it has a routine, while the neighbour is still writing a strategy.
ADVERTISEMENT
ADVERTISEMENT
Large ports wait and see
The large port has lawyers. They disagree about what the text means, and each of them writes a memorandum. In the end the port does what it did before, with one more stamp. The stamp is blue, and everybody is proud of it for a year or two.
Facebook
X
Reddit
Related Articles
Sanctions & export controls
A long look at how customs officers learn, and what they forget when the rules change every summer.
-
July 31, 2025
Published by Ann Lee
"##,
        expect![[r#"
            How ports adapt to new controls
            how-ports-adapt-to-new-controls
            dek: Ports change their routines when controls arrive, and small ones change first because they have the least to lose.
            date: 2025-07-18
            category: Sanctions & export controls
            byline: Mark Bennett
            # -
              Ports are old institutions … good at. (47 words)
            # Small ports move first
              The small port has … a strategy. (50 words)
            # Large ports wait and see
              The large port has … or two. (48 words)
            ~ 2025-07-31, Sanctions & export controls: A long look at … every summer. (18 words)
            ! Some(23) left out of the related articles: Published by Ann Lee
        "#]],
    );
}

#[test]
fn verse_has_no_headings() {
    check(
        "verse.txt",
        r##"The Tide

The tide goes out at evening
And leaves the sand to me
A crab, a shell, a bottle
The leavings of the sea

The tide comes in at morning
And takes them all away
"##,
        expect![[r#"
            The Tide
            the-tide
            dek: -
            date: -
            category: -
            byline: -
            # -
              The tide goes out at evening
              And leaves the sand to me
              A crab, a shell, a bottle
              The leavings of the sea
              The tide comes in at morning
              And takes them all away
        "#]],
    );
}

#[test]
fn an_essay_without_a_title() {
    check(
        "notitle.txt",
        r##"The river rises in the hills above the town and runs for forty miles to the sea. On its way it drives three mills. Two of them still grind corn for the bakers of the valley.

Nobody knows who dug the canal beside it. The oldest map shows it already. A Roman coin was found in its bed in 1921, but coins travel.

Today the canal is a home to herons. The council cleans it once a year. Children catch sticklebacks there with nets.
"##,
        expect![[r#"
            Notitle
            notitle
            dek: -
            date: -
            category: -
            byline: -
            # -
              The river rises in … the valley. (36 words)
              Nobody knows who dug … coins travel. (27 words)
              Today the canal is … with nets. (21 words)
            ! None no title found, so the file's name stands for it
        "#]],
    );
}

#[test]
fn a_title_alone() {
    check(
        "only.txt",
        r##"Only a title here"##,
        expect![[r#"
        Only a title here
        only-a-title-here
        dek: -
        date: -
        category: -
        byline: -
    "#]],
    );
}

#[test]
fn one_sentence_alone_under_the_title_is_the_dek() {
    let dek_and_sections = |name: &str, lead: &str, heading: &str| {
        let long =
            "The river rises in the hills and turns a dozen wheels on its way down to the sea. ";
        let body = format!("{heading}\n\n{}\n\n{}\n", long.repeat(3), long.repeat(4));
        let title = if name.ends_with(".md") {
            "# The mills"
        } else {
            "The mills"
        };
        let text = format!("{title}\n\n{lead}\n\n{body}");
        let article = parse(name, text.as_bytes()).article;
        (article.dek.clone(), article.sections.len())
    };
    let sum = "A river that turned forty mills turns none today.";
    for (name, heading) in [("a.md", "## The wheels"), ("a.txt", "The wheels")] {
        let known = (Some(sum.to_owned()), 1);
        assert_eq!(dek_and_sections(name, sum, heading), known, "{name}");
        let two = format!("{sum} The last wheel stopped in 1931.");
        assert_eq!(dek_and_sections(name, &two, heading), (None, 2), "{name}");
        let long = format!(
            "{} none today.",
            "A river that turned forty mills turns".repeat(6)
        );
        assert_eq!(dek_and_sections(name, &long, heading), (None, 2), "{name}");
    }
    assert_eq!(dek_and_sections("a.md", sum, ""), (None, 1));
}

#[test]
fn a_second_headline_is_the_dek() {
    let dek_and_heading = |line: &str, heading: &str| {
        let long =
            "The river rises in the hills and turns a dozen wheels on its way down to the sea. ";
        let text = format!(
            "THE MILLS OPEN AGAIN\n\n{line}\n\n{}\n\n{heading}\n\n{}\n",
            long.repeat(3),
            long.repeat(4)
        );
        let article = parse("mills.txt", text.as_bytes()).article;
        (article.dek, article.sections[0].heading.clone())
    };
    let line = "Pupils and millers will help to mend forty wheels by the spring";
    assert_eq!(
        dek_and_heading(line, "THE WHEELS"),
        (Some(line.to_owned()), None)
    );
    assert_eq!(
        dek_and_heading("A river and its mills", "THE WHEELS"),
        (None, Some("A river and its mills".to_owned()))
    );
    let longer = "Millers and their pupils will help to mend forty old wheels by the spring";
    assert_eq!(dek_and_heading(line, longer), (None, Some(line.to_owned())));
}

#[test]
fn a_title_of_two_sentences() {
    let text = "The Levy Was Meant to Close the Mills. It Is Filling Them\n\nThe river rises in the hills and turns a \
                dozen wheels on its way down to the sea, and every wheel has its own mill.\n";
    let article = parse("levy.txt", text.as_bytes()).article;
    assert_eq!(
        article.title,
        "The Levy Was Meant to Close the Mills. It Is Filling Them"
    );
}

#[test]
fn a_single_long_line() {
    check(
        "oneline.txt",
        r##"This is a file with one long line. It has several sentences. None of them is a title, and the file ends without a line end."##,
        expect![[r#"
            Oneline
            oneline
            dek: -
            date: -
            category: -
            byline: -
            # -
              This is a file … line end. (26 words)
            ! None no title found, so the file's name stands for it
        "#]],
    );
}

#[test]
fn a_text_without_spaces() {
    check(
        "cjk.txt",
        r##"日本の四季

日本には四つの季節があります。春は桜が咲き、人々は公園で花見をします。夏は暑く、海や山へ出かける人が多いです。

秋の楽しみ

秋になると山は赤や黄色に染まります。食べ物もおいしくなり、読書をする人も増えます。空は高く、夜は月がきれいです。
"##,
        expect![[r#"
            日本の四季
            article-43119789
            dek: -
            date: -
            category: -
            byline: -
            # -
              日本には四つの季節があります。春は桜が咲き、人々は公園で花見をします。夏は暑く、海や山へ出かける人が多いです。
            # 秋の楽しみ
              秋になると山は赤や黄色に染まります。食べ物もおいしくなり、読書をする人も増えます。空は高く、夜は月がきれいです。
        "#]],
    );
}

#[test]
fn a_text_from_right_to_left() {
    check(
        "ar.txt",
        r##"تاريخ القهوة
وصلت القهوة إلى اليمن في القرن الخامس عشر. كان الناس يشربونها ليبقوا مستيقظين في الليل. ثم انتشرت في مكة والقاهرة وإسطنبول، وأصبحت المقاهي أماكن للحديث والشعر.
المقاهي الأولى
افتتحت أولى المقاهي في إسطنبول سنة 1554. جلس فيها الشعراء والتجار معا. لم يحب السلطان ذلك، فأغلقها مرات كثيرة، لكنها عادت دائما.
"##,
        expect![[r#"
            تاريخ القهوة
            article-362ec361
            dek: -
            date: -
            category: -
            byline: -
            # -
              وصلت القهوة إلى اليمن … للحديث والشعر. (26 words)
            # المقاهي الأولى
              افتتحت أولى المقاهي في … عادت دائما. (22 words)
        "#]],
    );
}

#[test]
fn a_markdown_document() {
    check(
        "blog.md",
        r##"---
layout: post
title: "Why I *still* write on paper"
date: 2024-11-05T08:00:00+01:00
author: Jane Doe
description: >
  Notes on ink,
  paper and patience.
tags: [writing, paper]
---

<!-- draft 3 -->
# Why I still write on paper

I bought my first [fountain pen](https://example.org/pen "A pen") in **1998**. It leaked.
It still does.\
But I _love_ it.

![A blue pen](pen.jpg)

## What paper does

> The pen is
> mightier.

1. It is slow.
2. It is `quiet`, and 2 * 3 * 4 = 24.
   More of it.
   - nested item
* [x] done

Setext heading
--------------

See [the note][n] and [sic] and snake_case_name &amp; more[^1].

| Pen | Price |
|-----|------:|
| A   | 3     |

```rust
let x = 5;
```

[n]: https://example.org
[^1]: A footnote.

### Related articles

- [Another post](x.html)
"##,
        expect![[r#"
            Why I still write on paper
            why-i-still-write-on-paper
            dek: Notes on ink, paper and patience.
            date: 2024-11-05
            category: writing
            byline: Jane Doe
            # -
              I bought my first … love it. (17 words)
              A blue pen
            # What paper does
            > The pen is mightier.
            - It is slow.
            - It is quiet, and … of it. (14 words)
            - nested item
            - done
            # Setext heading
              See the note and [sic] and snake_case_name & more.
            - Pen; Price
            - A; 3
              let x = 5;
              A footnote.
            ~ -, -: Another post
            ! Some(1) front matter not used: layout: post; tags: paper
            ! Some(12) a comment is left out
            ! Some(37) a table is shown as a list of its rows
            ! Some(41) code is shown as a plain paragraph
        "#]],
    );
}

#[test]
fn news_with_paragraphs_as_short_as_headings() {
    check(
        "news2.txt",
        r##"Storm leaves thousands without power
Published August 04, 2025
Facebook X Reddit
A storm crossed the coast on Monday night.
About 40,000 homes lost power.
"It sounded like a train," said Maria Lopez, 61.
Roads closed
Three roads are closed until Wednesday, the county said.
Trucks are asked to use the northern bypass.
Schools stay open
All schools open at the usual hour, though two have no warm meals.
Parents may keep children at home, the board said.
"##,
        expect![[r#"
            Storm leaves thousands without power
            storm-leaves-thousands-without-power
            dek: -
            date: 2025-08-04
            category: -
            byline: -
            # -
              A storm crossed the coast on Monday night.
              About 40,000 homes lost power.
              "It sounded like a train," said Maria Lopez, 61.
            # Roads closed
              Three roads are closed until Wednesday, the county said.
              Trucks are asked to use the northern bypass.
            # Schools stay open
              All schools open at … warm meals. (13 words)
              Parents may keep children at home, the board said.
        "#]],
    );
}

#[test]
fn headings_that_are_sentences_between_blank_lines() {
    check(
        "blank.txt",
        r##"What do we owe to rivers?

A river is not a pipe. For most of the last century we treated it as one, straightened it, walled it and asked it to carry our waste to the sea. The bill has arrived.

Straight rivers flood faster than bent ones.

When a river is straightened, its water runs faster and its floods come sooner. The towns downstream learn this first. In the valley of the Aller the peak now comes nine hours earlier than it did in 1950, and the dikes have been raised four times since then.

Bends are cheaper than dikes.

A bend costs land, and land has owners. But a dike costs land too, and stone, and a pump house, and men to watch it at night. Where the bends came back, the pumps have been silent for years. It was not magic. It was room.

It was enough.

The council has now bought the last of the meadows along the lower reach. In ten years the river will have chosen its own bed, and the maps will follow it.
"##,
        expect![[r#"
            What do we owe to rivers?
            what-do-we-owe-to-rivers
            dek: -
            date: -
            category: -
            byline: -
            # -
              A river is not … has arrived. (35 words)
            # Straight rivers flood faster than bent ones.
              When a river is … since then. (48 words)
            # Bends are cheaper than dikes.
              A bend costs land, … was room. (46 words)
              It was enough.
              The council has now … follow it. (31 words)
        "#]],
    );
}

#[test]
fn questions_with_short_answers() {
    check(
        "faq.txt",
        r##"Frequently asked questions about the tram
Is it safe?
Yes. Trams are the safest way to cross the city.
How much is a ticket?
Two euros. Children ride for free.
Can I bring my dog?
Yes, on a lead.
"##,
        expect![[r#"
            Frequently asked questions about the tram
            frequently-asked-questions-about-the
            dek: -
            date: -
            category: -
            byline: -
            # Is it safe?
              Yes. Trams are the safest way to cross the city.
            # How much is a ticket?
              Two euros. Children ride for free.
            # Can I bring my dog?
              Yes, on a lead.
        "#]],
    );
}

#[test]
fn a_wrapped_text_with_underlined_headings_and_a_list() {
    check(
        "under.txt",
        r##"           A SHORT HISTORY OF SALT
           =======================

Salt was money once. Soldiers were paid in it, or so the story goes, and
towns grew where it could be dug or boiled.

Mines
-----

The oldest mine still worked is in the Alps. People there have dug salt for
seven thousand years:

  * with antler picks, which have been found in great number in the
    oldest galleries;
  * with bronze;
  * with water.

Taxes
-----
The gabelle was hated. It fell on the poor most of all, since they ate as
much salt as the rich.  In 1790 it was
abolished.
"##,
        expect![[r#"
            A SHORT HISTORY OF SALT
            a-short-history-of-salt
            dek: -
            date: -
            category: -
            byline: -
            # -
              Salt was money once. … or boiled. (24 words)
            # Mines
              The oldest mine still … thousand years: (18 words)
            - with antler picks, which … oldest galleries; (14 words)
            - with bronze;
            - with water.
            # Taxes
              The gabelle was hated. … was abolished. (26 words)
        "#]],
    );
}

#[test]
fn a_page_with_two_days_and_a_picture() {
    check(
        "site.txt",
        r##"Technology
The quiet return of the paper map
Why walkers fold and unfold again
By Nora Blum
Updated August 6, 2025
Published August 04, 2025
5 min read
X Linkedin Facebook Reddit Email Bluesky
Photo: Alpine Club
The map shop on Kirchgasse sold eleven sheets a week in 2019. Last year it sold ninety. The owner does not know why, but he has ordered more shelves. Walkers come in, he says, unfold the sheet on the counter and smell it.
Batteries fail where paths begin
A phone in the cold lasts two hours. A sheet lasts until it rains, and a good one longer. Rescue teams in three cantons now ask for a paper map in every rucksack, and print a small one on the back of the hut ticket.
Read more: The last cartographer
ADVERTISEMENT
A map shows what you did not ask for
The screen shows the path. The sheet shows the valley behind it, the other hut, the name of a chapel. People who plan on paper, a study in Bern found, change their plans more often and get lost less.
Nora Blum is a writer in Bern.
Facebook X Reddit
Related articles:
How to read contour lines
-
July 1, 2025
"##,
        expect![[r#"
            The quiet return of the paper map
            the-quiet-return-of-the-paper-map
            dek: Why walkers fold and unfold again
            date: 2025-08-04
            category: Technology
            byline: Nora Blum
            # -
              Photo: Alpine Club
              The map shop on … smell it. (43 words)
            # Batteries fail where paths begin
              A phone in the … hut ticket. (45 words)
              Read more: The last cartographer
            # A map shows what you did not ask for
              The screen shows the … lost less. (39 words)
              Nora Blum is a writer in Bern.
            ~ 2025-07-01, -: How to read contour lines
        "#]],
    );
}

#[test]
fn a_diary() {
    check(
        "diary.txt",
        r##"A winter in the hut
December 1, 2021
We came up with two sledges and the dog. The stove works.
December 4, 2021
Snow to the window. We read aloud and mended the snowshoes, and in the evening Jon played his harmonica until the dog objected.
December 9, 2021
The water froze in the pipe. We melt snow now, four buckets for one of water, and nobody washes more than he must.
"##,
        expect![[r#"
            A winter in the hut
            a-winter-in-the-hut
            dek: -
            date: 2021-12-01
            category: -
            byline: -
            # -
              We came up with two sledges and the dog. The stove works.
            # December 4, 2021
              Snow to the window. … dog objected. (23 words)
            # December 9, 2021
              The water froze in … he must. (23 words)
        "#]],
    );
}

#[test]
fn a_markdown_readme() {
    check(
        "readme.md",
        r##"[![build](https://x/y.svg)](https://x) ![cov](c.svg)

# Tidy tool

Tidy is a tool. It tidies.

# Install

Run `make`:

    make install

Then see <https://example.org> or <b>docs</b>.<br>Line two.

# Use

Call `tidy <file>` and 3 < 4 > 2. Use <name> as you like.

* a
* b

  continued

1. x
1. y

Term
: definition

***Bold italic*** and **bold *nested* text**. A\*star. http://a_b_c.org/_x_

![only image](a.png "Title here")

<div align="center">
<p>Centred <em>text</em></p>
</div>

Line with trailing  
break. ~~gone~~ [link with (parens)](http://x.org/a_(b)) [bad](see the note below).
"##,
        expect![[r#"
            Tidy tool
            tidy-tool
            dek: -
            date: -
            category: -
            byline: -
            # -
              build cov
              Tidy is a tool. It tidies.
            # Install
              Run make:
              make install
              Then see https://example.org or docs. Line two.
            # Use
              Call tidy <file> and … you like. (14 words)
            - a
            - b
              continued
            - x
            - y
              Term : definition
              Bold italic and bold nested text. A*star. http://a_b_c.org/x
              only image
              Centred text
              Line with trailing break. gone link with (parens) [bad](see the note below).
        "#]],
    );
}

#[test]
fn front_matter_with_lists() {
    check(
        "two.md",
        r##"---
title: Winter birds
categories:
  - nature
  - birds
authors:
  - name: A. Finch
  - B. Wren
date: 12 January 2023
draft: false
summary: "What stays: and why"
---
*By someone else*

Some birds stay. They fluff.

## Robins

They sing.
> "Sing," said the robin.
lazy

## Related posts

- [Summer birds](s.html)
- [Owls](o.html)

## Notes

Done.
"##,
        expect![[r#"
            Winter birds
            winter-birds
            dek: What stays: and why
            date: 2023-01-12
            category: nature
            byline: A. Finch, B. Wren
            # -
              By someone else
              Some birds stay. They fluff.
            # Robins
              They sing.
            > "Sing," said the robin. lazy
            # Notes
              Done.
            ~ -, -: Summer birds
            ~ -, -: Owls
            ! Some(1) front matter not used: categories: birds; draft: false
        "#]],
    );
}

#[test]
fn front_matter_in_toml() {
    check(
        "toml.md",
        r##"+++
title = "Toml post"
date = 2023-01-12
tags = ["a", "b"]
[extra]
x = 1
+++
Text here. It is short.
"##,
        expect![[r#"
            Toml post
            toml-post
            dek: -
            date: 2023-01-12
            category: a
            byline: -
            # -
              Text here. It is short.
            ! Some(1) front matter not used: tags: b, [extra]; x: 1
        "#]],
    );
}

#[test]
fn short_headings_and_numbered_ones() {
    check(
        "long.txt",
        r##"The Making of a Violin: Wood, Varnish and Patience in a Small Workshop Behind the Station
A violin begins with a tree that grew slowly, on the shaded side of a valley, in poor soil. The rings of such a tree lie close together, and its wood rings when it is struck. The maker buys it in wedges, writes the year on the end and leaves it in the loft for ten years or more.
The Wood
Spruce is for the belly and maple for the back. It has been so since the sixteenth century, and those who tried other woods went back. "You can argue with fashion," says the maker. "You cannot argue with spruce."
The Varnish
Everybody asks about the varnish. It protects the wood; beyond that, nobody agrees. In blind tests players cannot tell an old Italian instrument from a good new one. They do not like to hear it.
1. The ground
First comes the ground, a thin coat that closes the pores. Some use egg white, some glue, some volcanic ash. It is dry in a day.
2. The colour
Then come the coats with colour, eight of them or twelve. Between them the instrument hangs on a wire in the light.
Patience
The maker finishes six violins a year. He could make ten, he says, if people stopped coming in to talk.
"##,
        expect![[r#"
            The Making of a Violin: Wood, Varnish and Patience in a Small Workshop Behind the Station
            the-making-of-a-violin-wood-varnish-and
            dek: -
            date: -
            category: -
            byline: -
            # -
              A violin begins with … or more. (59 words)
            # The Wood
              Spruce is for the … with spruce." (39 words)
            # The Varnish
              Everybody asks about the … hear it. (35 words)
            # The ground
              First comes the ground, … a day. (26 words)
            # The colour
              Then come the coats … the light. (22 words)
            # Patience
              The maker finishes six … to talk. (20 words)
        "#]],
    );
}

#[test]
fn files_without_text_say_so() {
    for bytes in [&b""[..], b"\n \n\t", b"\xef\xbb\xbf\r\n"] {
        let Parsed { article, notices } = parse("the-kite.txt", bytes);
        assert_eq!(
            (article.title.as_str(), article.sections.len()),
            ("The kite", 0)
        );
        assert_eq!((article.words(), article.minutes), (0, 0));
        assert_eq!(notices, [Notice::of_file("the file is empty")]);
    }
}

#[test]
fn minutes_are_rounded_up() {
    let minutes = |words: usize| {
        let text = format!("Title\n\n{}", "word ".repeat(words));
        parse("a.txt", text.as_bytes()).article.minutes
    };
    assert_eq!([minutes(1), minutes(230), minutes(231)], [1, 1, 2]);
}

/// The words of a text: runs of letters and digits, and each character of an unspaced script.
fn words_of(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for run in text.split(|c: char| !c.is_alphanumeric()) {
        for word in run.split_inclusive(is_unspaced) {
            *words.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    words
}

/// Everything a reader or publisher gets to see of a file.
fn shown(parsed: &Parsed) -> String {
    let article = &parsed.article;
    let head = [&article.dek, &article.category, &article.byline];
    let sections = article.sections.iter().flat_map(|section| {
        let paragraphs = section.paragraphs.iter().map(|p| p.text.clone());
        section.heading.clone().into_iter().chain(paragraphs)
    });
    let related = article.related.iter().flat_map(|r| {
        let date = r.date.map(|date| date.to_string());
        [Some(r.blurb.clone()), r.category.clone(), date]
    });
    let mut all = vec![article.title.clone()];
    all.extend(head.into_iter().flatten().cloned());
    all.extend(sections);
    all.extend(related.flatten());
    all.extend(parsed.notices.iter().map(|notice| notice.text.clone()));
    all.join("\n")
}

/// Whether a line is one whose words are left out by design.
fn is_furniture(line: &str) -> bool {
    let line = text::tidy(line);
    furniture::is_dropped(&line)
        || furniture::is_network(&line)
        || furniture::is_related_heading(&line)
        || furniture::meta(&line).is_some()
}

#[track_caller]
fn keeps_words(name: &str, text: &str, is_prose: fn(&str) -> bool) {
    let parsed = parse(name, text.as_bytes());
    let kept = words_of(&shown(&parsed));
    let (decoded, _) = decode(text.as_bytes());
    let prose: Vec<&str> = decoded
        .split('\n')
        .filter(|line| !is_furniture(line))
        .collect();
    for (word, count) in words_of(&prose.join("\n")) {
        let found = kept.get(&word).copied().unwrap_or(0);
        assert!(
            found >= count || !is_prose(&word),
            "{word:?} is lost of {text:?}: {parsed:#?}"
        );
    }
}

#[track_caller]
fn is_sound(name: &str, bytes: &[u8]) {
    let Parsed { article, notices } = parse(name, bytes);
    assert!(!article.title.trim().is_empty());
    assert_eq!(article.slug.as_str().parse(), Ok(article.slug.clone()));
    for (index, section) in article.sections.iter().enumerate() {
        assert!(index == 0 || section.heading.is_some());
        for paragraph in &section.paragraphs {
            assert!(!paragraph.text.is_empty());
            assert_eq!(paragraph.text, text::tidy(&paragraph.text));
        }
    }
    let lines = 1 + bytes.iter().filter(|&&b| b == b'\n' || b == b'\r').count();
    assert!(
        notices
            .iter()
            .all(|n| n.line.is_none_or(|line| (1..=lines).contains(&line)))
    );
}

/// Lines of the kinds that formats know, with `{}` where a word goes.
const LINES: &[&str] = &[
    "{}",
    "{} {} {} {} {} {} {} {} {} {} {} {} {}. {} {} {} {}.",
    "{} {}.",
    "{} {}?",
    "{} {}:",
    "# {}",
    "## {} {} ##",
    "> {} {}",
    ">> {}",
    "- {}",
    "1. {} {}",
    "  * {} {}",
    "    {} {}",
    "{} *{}* **{} {}**",
    "_{}_ `{}` [{}][{}]",
    "[{}] {}",
    "| {} | {} |",
    "|---|---|",
    "```",
    "~~~",
    "---",
    "===",
    "+++",
    "***",
    "",
    "",
    "",
    "Facebook X Reddit",
    "ADVERTISEMENT",
    "July 26, 2025",
    "Related Articles",
    "-",
    "<b>{}</b> {}",
    "<{} {}> {}",
    "-->",
    "&amp; {} &{}",
    "\\{} {}\\",
    "`` {} ` {}",
    "![{}",
    "{}] {}",
    "[^1]: {}",
    "title: {}",
    "tags: [{}, {}]",
    "\t{}",
    "{},",
    "{}-",
];

/// A text of such lines, in which every word is another.
fn structured() -> impl Strategy<Value = String> {
    let line = (0..LINES.len(), any::<bool>());
    proptest::collection::vec(line, 0..30).prop_map(|lines| {
        let mut number = 0;
        let mut text = String::new();
        for (index, capital) in lines {
            let mut parts = LINES[index].split("{}");
            text.push_str(parts.next().unwrap());
            for part in parts {
                number += 1;
                let letter = if capital { 'W' } else { 'w' };
                write!(text, "{letter}ord{number}x{part}").unwrap();
            }
            text.push('\n');
        }
        text
    })
}

#[test]
fn big_and_hostile_files_are_read_in_linear_time() {
    let repeated = [
        "The quick brown fox. ",
        "a\n",
        ">",
        "[",
        "[](",
        "*a _b ~~c ",
        "<a",
        "<!--\n",
        "`",
        "a|b\n-|-\n",
        "```\n",
        "- a\n  - b\n",
        "By A\n",
        "the quick brown fox jumps over the dog\n",
    ];
    for part in repeated {
        let text = part.repeat(1_000_000 / part.len());
        is_sound("a.txt", text.as_bytes());
        is_sound("a.md", text.as_bytes());
        is_sound("a.md", format!("{text}]").as_bytes());
    }
}

proptest! {
    // A failure prints its smallest case: that becomes a test of its own here, not a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_sound_article(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        is_sound("a.txt", &bytes);
        is_sound("a.md", &bytes);
    }

    #[test]
    fn any_text_keeps_its_words(text in "(\\PC{0,60}[\r\n]{0,2}){0,8}") {
        is_sound("a.txt", text.as_bytes());
        is_sound("a.md", text.as_bytes());
        // A number may count the items of a list.
        keeps_words("a.txt", &text, |word| !word.bytes().all(|b| b.is_ascii_digit()));
    }

    #[test]
    fn structured_text_keeps_its_words(text in structured()) {
        is_sound("a.txt", text.as_bytes());
        is_sound("a.md", text.as_bytes());
        // All other words are marks and furniture.
        keeps_words("a.txt", &text, |word| word.starts_with("word"));
        keeps_words("a.md", &text, |word| word.starts_with("word"));
    }

    #[test]
    fn line_ends_and_marks_change_nothing(text in structured()) {
        for name in ["a.txt", "a.md"] {
            let plain = parse(name, text.as_bytes());
            prop_assert_eq!(&plain, &parse(name, text.replace('\n', "\r\n").as_bytes()));
            prop_assert_eq!(&plain, &parse(name, text.replace('\n', "\r").as_bytes()));
            prop_assert_eq!(&plain, &parse(name, format!("\u{feff}{text}").as_bytes()));
        }
    }
}

#[test]
fn the_time_that_is_left_is_told_for_each_paragraph() {
    let words = |number: usize| "word ".repeat(number);
    let text = format!(
        "# Tides\n\n{}\n\n## Ebb\n\n{}\n\n{}\n",
        words(230),
        words(229),
        words(1)
    );
    let article = parse("tides.md", text.as_bytes()).article;
    assert_eq!(article.minutes_left(), [3, 2, 1]);
    assert_eq!(article.minutes_left()[0], article.minutes);
}
