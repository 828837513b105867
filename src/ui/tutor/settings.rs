//! The scores as a whole in Settings: how they are reviewed, what is stored, carried to another
//! browser, taken in, erased.
//!
//! Apart from the other settings, since here something can be lost: all that takes much away is asked
//! twice, in place, and can be taken back.

use super::Pending;
use super::node::{Element, Node, el};
use super::overview::day;
use crate::study::{Facts, Hidden, Import, Ledger, Preferences, Terms};
use crate::ui::words;
use crate::words::{Word, count, fill, say, w};

/// What the section is told of.
pub(super) struct Scores<'a> {
    /// All that is stored.
    pub(super) ledger: &'a Ledger,
    /// The time, and what the reader has chosen.
    pub(super) terms: Terms<'a>,
    /// What waits for the reader's word.
    pub(super) pending: Option<&'a Pending>,
    /// How many deeds can be taken back.
    pub(super) made: usize,
    /// Whether the browser has promised to keep what is stored, where it says so.
    pub(super) kept: Option<bool>,
}

impl Scores<'_> {
    /// The section, but for its heading.
    pub(super) fn nodes(&self) -> Vec<Node> {
        let parts = [
            Some(el("p").add(say(w::SCORES_WHAT))),
            self.reminder(),
            Some(self.buttons()),
            self.question(),
            Some(self.facts()),
            self.hidden(),
            self.damaged(),
        ];
        parts.into_iter().flatten().map(Node::from).collect()
    }

    fn reminder(&self) -> Option<Element> {
        let facts = self.ledger.facts();
        let sittings = count(w::FACT_SITTINGS, facts.finished);
        let says = match facts.backup {
            Some(at) => fill(w::SCORES_SINCE_BACKUP, &[&sittings, &day(at, self.terms)]),
            None => fill(w::SCORES_NO_BACKUP, &[&sittings]),
        };
        facts.wants_backup().then(|| el("p").add(says))
    }

    /// What waits for a word has taken the id of its button, so that the focus goes there.
    fn buttons(&self) -> Element {
        let import = match self.pending {
            Some(Pending::Import(_)) => button(w::SCORES_IMPORT, "import"),
            _ => button(w::SCORES_IMPORT, "import").with("id", "import"),
        };
        let erase = button(w::SCORES_ERASE, "erase")
            .with("id", "erase")
            .with("data-rank", "grave");
        let is_erasing = matches!(self.pending, Some(Pending::Erasing));
        let undo = button(w::BUTTON_UNDO, "undo").with("id", "undo");
        row([
            button(w::SCORES_EXPORT, "export").with("id", "export"),
            import,
        ])
        .all((!is_erasing).then_some(erase))
        .all((self.made > 0 && !is_erasing).then_some(undo))
    }

    fn question(&self) -> Option<Element> {
        Some(match self.pending? {
            Pending::Import(import) => self.import(import),
            Pending::Erasing => self.erasing(),
        })
    }

    fn import(&self, import: &Import) -> Element {
        let until = import.latest.map(|at| day(at, self.terms));
        let until = until.map(|day| fill(w::SCORES_LATEST, &[&day]));
        let says: Vec<_> = would_add(import).into_iter().chain(until).collect();
        let add = button(w::SCORES_ADD, "go")
            .with("id", "import")
            .with("data-rank", "first");
        let choice = match import.is_empty() {
            true => row([button(w::BUTTON_CLOSE, "leave").with("id", "import")]),
            false => row([add, button(w::SCORES_LEAVE, "leave")]),
        };
        group(w::SCORES_IMPORTING)
            .add(el("p").add(says.join(" ")))
            .add(choice)
    }

    fn erasing(&self) -> Element {
        let answers = count(w::FACT_ANSWERS, self.ledger.facts().attempts);
        let says = fill(w::SCORES_ERASING_WHAT, &[&answers]);
        let erase = button(w::SCORES_ERASE_NOW, "go")
            .with("id", "undo")
            .with("data-rank", "grave");
        let keep = button(w::SCORES_KEEP, "leave").with("id", "erase");
        group(w::SCORES_ERASING)
            .add(el("p").add(says))
            .add(row([keep, erase]))
    }

    fn facts(&self) -> Element {
        let facts = self.ledger.facts();
        let stored = match facts.attempts {
            0 => say(w::SCORES_NONE).to_owned(),
            attempts => count(w::SCORES_STORED, attempts),
        };
        let since = facts.since.filter(|_| facts.attempts > 0);
        let since = since.map(|at| fill(w::SCORES_SINCE, &[&day(at, self.terms)]));
        let backup = match facts.backup {
            Some(at) => fill(w::SCORES_BACKUP_LAST, &[&day(at, self.terms)]),
            None => say(w::SCORES_BACKUP_NONE).to_owned(),
        };
        let facts = [Some(stored), since, Some(size(facts)), Some(backup)];
        let line = words::join(facts.into_iter().flatten());
        let promise = self.kept.map(|kept| match kept {
            true => w::SCORES_PROMISED,
            false => w::SCORES_AT_RISK,
        });
        let promise = promise.map(|word| format!(" {}", say(word)));
        quiet(format!("{line}.{}", promise.unwrap_or_default()))
    }

    fn hidden(&self) -> Option<Element> {
        let hidden = self.ledger.hidden();
        let number = hidden.len();
        let items = hidden.into_iter().enumerate().map(hidden_item);
        let items: Vec<_> = items.collect();
        let copy = button(w::SCORES_COPY, "copy").with("id", "copy");
        (number > 0).then(|| {
            details("hidden", count(w::SCORES_HIDDEN, number))
                .add(el("ul").all(items))
                .add(row([copy]))
        })
    }

    fn damaged(&self) -> Option<Element> {
        let damaged = self.ledger.damaged();
        let says = count(w::SCORES_DAMAGED, damaged.len());
        let items = damaged.iter().map(|(key, _)| damaged_item(key));
        (!damaged.is_empty()).then(|| {
            details("damaged", says)
                .add(quiet(say(w::SCORES_DAMAGED_WHAT)))
                .add(el("ul").all(items))
        })
    }
}

/// "This backup would add 12 new answers.", "3 answers are here already."
fn would_add(import: &Import) -> Vec<String> {
    let named = |number: usize, word| (number > 0).then(|| count(word, number));
    let adds = [
        named(import.new, w::SCORES_NEW),
        named(import.regraded, w::SCORES_REGRADED),
        named(import.hidden, w::SCORES_HIDDEN),
        named(import.positions, w::SCORES_PLACES),
        named(import.marks, w::MARKS_NUMBER),
    ];
    let adds: Vec<_> = adds.into_iter().flatten().collect();
    let adds = match adds.is_empty() {
        true => say(w::SCORES_ADDS_NOTHING).to_owned(),
        false => fill(w::SCORES_ADDS, &[&adds.join(", ")]),
    };
    let known = named(import.known, w::SCORES_HERE);
    [Some(adds), known].into_iter().flatten().collect()
}

fn hidden_item((at, hidden): (usize, &Hidden)) -> Element {
    let again = button(w::SCORES_ASK_AGAIN, "unhide")
        // By its place, so that the focus goes to the next one.
        .with("id", format!("again-{at}"))
        .with("data-with", hidden.question.as_str())
        .with("aria-label", fill(w::SCORES_ASK_AGAIN_OF, &[&hidden.stem]));
    let stem = el("p").with("lang", "en").add(&*hidden.stem);
    el("li").add(stem).add(row([again]))
}

fn damaged_item(key: &str) -> Element {
    let download = button(w::SCORES_DOWNLOAD, "download")
        .with("id", format!("download-{key}"))
        .with("data-with", key)
        .with("aria-label", fill(w::SCORES_DOWNLOAD_OF, &[key]));
    el("li").add(el("p").add(key)).add(row([download]))
}

/// How scores are reviewed. Apart from what is stored, which is shown anew whenever it changes, but not
/// while a number is being typed.
pub(super) fn reviewing(preferences: Preferences) -> Node {
    let retention = number("retention", preferences.retention.into())
        .with("min", Preferences::RETENTIONS.start())
        .with("max", Preferences::RETENTIONS.end());
    let daily = number("daily", preferences.daily).with("min", 1);
    let legend = el("legend").with("class", "section-title");
    el("fieldset")
        .add(legend.add(say(w::FRAME_REVIEW)))
        .add(labelled(w::SCORES_RETENTION, retention))
        .add(labelled(w::SCORES_DAILY, daily))
        .add(quiet(say(w::SCORES_REVIEWING)))
        .into()
}

fn number(what: &'static str, value: u16) -> Element {
    el("input")
        .with("type", "number")
        .with("id", what)
        .with("inputmode", "numeric")
        .with("required", "")
        .with("value", value)
        .with("data-do", what)
}

fn labelled(label: Word, field: Element) -> Element {
    let label = el("label").with("class", "choice").add(say(label));
    el("p").add(label.add(field))
}

/// In kilobytes or megabytes of UTF-16.
fn size(facts: Facts) -> String {
    match facts.units * 2 {
        bytes @ ..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        bytes => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

fn button(text: Word, what: &str) -> Element {
    el("button")
        .with("type", "button")
        .with("class", "button")
        .with("data-do", what)
        .add(say(text))
}

fn row(nodes: impl IntoIterator<Item = Element>) -> Element {
    el("div").with("class", "row").all(nodes)
}

fn group(name: Word) -> Element {
    el("div")
        .with("role", "group")
        .with("aria-label", say(name))
}

fn quiet(text: impl Into<Node>) -> Element {
    el("p").with("class", "quiet").add(text)
}

/// It stays open by its id.
fn details(id: &str, summary: String) -> Element {
    el("details").with("id", id).add(el("summary").add(summary))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::question::QuestionId;
    use crate::study::sample::place::{Fixed, noon};
    use crate::study::{META_KEY, Meta, Millis};

    const NOW: Millis = Millis(20_310 * 86_400_000);

    fn ledger(values: &[(&str, &str)]) -> Ledger {
        let mut ledger = Ledger::default();
        for (key, value) in values {
            ledger.take((*key).to_owned(), Some((*value).to_owned()));
        }
        ledger
    }

    /// One answered question for each of so many sittings.
    fn answered(sittings: u64) -> Ledger {
        let mut ledger = Ledger::default();
        for number in 0..sittings {
            let key = format!("readback.attempt.1k1t6v9r0{number:013}");
            let value = format!(
                r#"{{"v":2,"s":"1k1t6v9r0{number:013}q1","a":"tides","q":"0123456789ab","c":"0","g":3,"t":1500}}"#
            );
            ledger.take(key, Some(value));
        }
        ledger
    }

    fn shown(
        ledger: &Ledger,
        pending: Option<&Pending>,
        made: usize,
        kept: Option<bool>,
    ) -> String {
        let scores = Scores {
            ledger,
            terms: Terms {
                calendar: &Fixed(0),
                now: NOW,
                preferences: ledger.preferences(),
            },
            pending,
            made,
            kept,
        };
        let nodes = scores.nodes().into_iter().map(|node| node.to_string());
        nodes.collect::<Vec<_>>().join("\n")
    }

    /// The lines that have these words in them.
    #[track_caller]
    fn check(shown: &str, with: &str, expected: Expect) {
        let lines = shown.lines().filter(|line| line.contains(with));
        expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn nothing_stored_is_told_as_such() {
        expect![[r#"
            <p>Scores stay in this browser. A backup carries them to another one.</p>
            <div class="row"><button type="button" class="button" data-do="export" id="export">Export backup</button><button type="button" class="button" data-do="import" id="import">Import backup</button><button type="button" class="button" data-do="erase" id="erase" data-rank="grave">Erase all data</button></div>
            <p class="quiet">No answers are stored yet · 0 kB · no backup yet.</p>"#]]
        .assert_eq(&shown(&Ledger::default(), None, 0, None));
    }

    #[test]
    fn how_scores_are_reviewed_is_chosen_in_numbers() {
        expect![[r#"
            <fieldset><legend class="section-title">Review</legend><p><label class="choice">Remember, in percent<input type="number" id="retention" inputmode="numeric" required="" value="90" data-do="retention" min="80" max="97"></input></label></p><p><label class="choice">Most questions to review in a day<input type="number" id="daily" inputmode="numeric" required="" value="50" data-do="daily" min="1"></input></label></p><p class="quiet">Questions come back when that share of them would still be answered right. More to remember means more to review.</p></fieldset>"#]]
        .assert_eq(&reviewing(Preferences::default()).to_string());
    }

    #[test]
    fn what_is_stored_is_told_with_the_browser_s_promise() {
        let mut stored = answered(3);
        let meta = Meta {
            backup: Some(Millis(NOW.0 - 86_400_000)),
            ..Meta::new(Millis(noon(20_304)))
        };
        stored.take(META_KEY.to_owned(), Some(meta.to_json()));
        check(
            &shown(&stored, None, 0, Some(true)),
            "stored",
            expect![[
                r#"<p class="quiet">3 answers stored · since day 20304 · 1 kB · last backup yesterday. This browser has promised to keep them.</p>"#
            ]],
        );
        check(
            &shown(&stored, None, 0, Some(false)),
            "stored",
            expect![[
                r#"<p class="quiet">3 answers stored · since day 20304 · 1 kB · last backup yesterday. This browser may remove them when it runs out of room.</p>"#
            ]],
        );
    }

    #[test]
    fn ten_sittings_call_for_a_backup() {
        check(
            &shown(&answered(9), None, 0, None),
            "keeps them safe",
            expect![[r#""#]],
        );
        check(
            &shown(&answered(10), None, 0, None),
            "keeps them safe",
            expect!["<p>10 sittings and no backup yet. A backup keeps them safe.</p>"],
        );
    }

    #[test]
    fn erasing_is_asked_twice_and_taken_back() {
        let erasing = shown(&answered(3), Some(&Pending::Erasing), 1, None);
        check(&erasing, "data-do=\"erase\"", expect![[r#""#]]);
        check(
            &erasing,
            "Keep everything",
            expect![[
                r#"<div role="group" aria-label="Erase all data?"><p>3 answers, all scores, highlights, notes and these settings go from this browser. Once this page is closed, only a backup brings them back.</p><div class="row"><button type="button" class="button" data-do="leave" id="erase">Keep everything</button><button type="button" class="button" data-do="go" id="undo" data-rank="grave">Erase</button></div></div>"#
            ]],
        );
        let erased = shown(&Ledger::default(), None, 1, None);
        assert!(erased.contains(r#"id="undo">Undo</button>"#));
    }

    #[test]
    fn an_import_is_told_before_it_is_made() {
        let backup = answered(3).backup();
        let import = |ledger: &Ledger| {
            let import = ledger.import(&backup, NOW).unwrap();
            shown(ledger, Some(&Pending::Import(import)), 0, None)
        };
        check(
            &import(&answered(1)),
            "role=\"group\"",
            expect![[
                r#"<div role="group" aria-label="Import"><p>This backup would add 2 new answers. 1 answer is here already. Its last answer was given day 20304.</p><div class="row"><button type="button" class="button" data-do="go" id="import" data-rank="first">Add them</button><button type="button" class="button" data-do="leave">Leave it</button></div></div>"#
            ]],
        );
        check(
            &import(&answered(3)),
            "role=\"group\"",
            expect![[
                r#"<div role="group" aria-label="Import"><p>This backup adds nothing new. 3 answers are here already. Its last answer was given day 20304.</p><div class="row"><button type="button" class="button" data-do="leave" id="import">Close</button></div></div>"#
            ]],
        );
    }

    #[test]
    fn hidden_questions_are_listed() {
        let hidden = Hidden {
            question: QuestionId::new("0123456789ab".to_owned()),
            article: "tides".parse().unwrap(),
            stem: "Why <b>?".to_owned(),
            at: NOW,
        };
        let stored = ledger(&[(&hidden.key(), &hidden.to_json())]);
        check(
            &shown(&stored, None, 0, None),
            "details",
            expect![[
                r#"<details id="hidden"><summary>1 hidden question</summary><ul><li><p lang="en">Why <b>?</p><div class="row"><button type="button" class="button" data-do="unhide" id="again-0" data-with="0123456789ab" aria-label="Ask again: Why <b>?">Ask again</button></div></li></ul><div class="row"><button type="button" class="button" data-do="copy" id="copy">Copy as text</button></div></details>"#
            ]],
        );
    }

    #[test]
    fn what_is_damaged_can_be_had() {
        let stored = ledger(&[("readback.aside.7.readback.meta", "?")]);
        check(
            &shown(&stored, None, 0, None),
            "details",
            expect![[
                r#"<details id="damaged"><summary>1 stored value cannot be read</summary><p class="quiet">They count for nothing, and are kept as they are.</p><ul><li><p>readback.aside.7.readback.meta</p><div class="row"><button type="button" class="button" data-do="download" id="download-readback.aside.7.readback.meta" data-with="readback.aside.7.readback.meta" aria-label="Download readback.aside.7.readback.meta">Download</button></div></li></ul></details>"#
            ]],
        );
    }

    #[test]
    fn sizes_are_rounded_up() {
        let size_of = |units| {
            size(Facts {
                units,
                ..Ledger::default().facts()
            })
        };
        assert_eq!(
            [0, 1, 499_999, 1_300_000].map(size_of),
            ["0 kB", "1 kB", "1000 kB", "2.6 MB"]
        );
    }
}
