//! Which questions stay in the bank, and in what order.
//!
//! Apart from `draw`, which chooses for one sitting.

mod fill;
mod swap;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Evidence, Form, KindName, Question};
use fill::{fill, top_up};
use swap::vary;

/// With so many questions for a thousand words a bank takes no second one from a sentence, and
/// nothing light.
const ENOUGH: usize = 30;

/// So many for a thousand words a bank should have: where there are fewer, a sentence of which a part is left out may be
/// judged whole too.
const LEAST: usize = 24;

/// So much of its score a question of little weight keeps: it comes after all others. None has more
/// than this.
pub(super) const LIGHT: f32 = 0.1;

/// Best first; of several that ask what one sentence says only the best, or the best of two kinds
/// where the text of so many words gives few; as many false claims as true ones, and no kind too
/// large a part. What is light, about a stray detail, and claims that can only be true, fill up what is
/// missing then; and if those are less than a bank should have at least, `more` does, and then what asks in another way
/// about a sentence that is asked about.
pub(crate) fn best(
    weighty: Vec<Rc<Question>>,
    mut light: Vec<Rc<Question>>,
    words: usize,
    more: impl FnOnce() -> Vec<Rc<Question>>,
) -> Vec<Question> {
    lighten(&mut light);
    let mut twins = Twins::of(weighty.iter().chain(&light));
    let (weighty, lone): (Vec<_>, Vec<_>) = weighty
        .into_iter()
        .partition(|question| !twins.is_lone(question));
    let (mut kept, seconds) = once(sorted(weighty));
    let (light, _) = once(sorted(light));
    let mut spare = sorted(lone);
    spare.extend(seconds.into_iter().chain(light));
    settle(&mut kept, &mut spare, &twins);
    let enough = ENOUGH * words / 1000;
    fill(&mut kept, &mut spare, enough, &twins);
    let least = (LEAST * words).div_ceil(1000);
    if kept.len() < least {
        let mut more = more();
        lighten(&mut more);
        twins.add(&more);
        spare.extend(sorted(more));
        fill(&mut kept, &mut spare, least, &twins);
    }
    if vary(&mut kept, &spare) {
        settle(&mut kept, &mut spare, &twins);
    }
    top_up(&mut kept, &spare, least, &twins);
    drop_printing(&mut kept);
    // The last to hold them, so that none is copied.
    drop((spare, twins));
    kept.into_iter().map(Rc::unwrap_or_clone).collect()
}

/// Drops those that quote, before their own sentence, one that another has judged: beside them it would be seen to be
/// true.
fn drop_printing(questions: &mut Vec<Rc<Question>>) {
    let judged: Vec<Place> = questions.iter().filter_map(|it| end_judged(it)).collect();
    questions.retain(|it| end_before(it).is_none_or(|end| !judged.contains(&end)));
}

/// Whether the first quotes, before its own sentence, one that the second has judged.
fn prints(first: &Question, second: &Question) -> bool {
    let before = end_before(first);
    before.is_some() && before == end_judged(second)
}

/// Where the sentence ends that is to be judged.
fn end_judged(question: &Question) -> Option<Place> {
    let evidence = &question.evidence;
    let is_judged = question.kind == KindName::Claim;
    is_judged.then_some((evidence.section, evidence.paragraph, evidence.end))
}

/// Where the sentence ends that it quotes before its own, of which a blank parts it.
fn end_before(question: &Question) -> Option<Place> {
    let evidence = &question.evidence;
    let end = evidence.start.checked_sub(1)?;
    let is_led = question.stem.matches('“').count() > 1;
    is_led.then_some((evidence.section, evidence.paragraph, end))
}

/// What is of little weight comes after all others.
fn lighten(questions: &mut [Rc<Question>]) {
    for question in questions {
        Rc::make_mut(question).score *= LIGHT;
    }
}

/// Those of which that is said, and the others, both in their order.
fn split(questions: Vec<Rc<Question>>, said: Vec<bool>) -> (Vec<Rc<Question>>, Vec<Rc<Question>>) {
    let mut said = said.into_iter();
    questions
        .into_iter()
        .partition(|_| said.next().unwrap_or_default())
}

/// Questions by where their evidence stands, so that of each only those are looked at that stand near it: a
/// paragraph may be as long as a book.
#[derive(Default)]
struct Places<'a>(BTreeMap<Place, Vec<&'a Question>>);

/// A section, a paragraph of it, and a stretch of that or a byte.
type Place = (usize, Option<usize>, usize);

impl<'a> Places<'a> {
    /// So many bytes of a paragraph are one place.
    const BYTES: usize = 512;

    fn of(evidence: &Evidence) -> impl Iterator<Item = Place> {
        let blocks = evidence.start / Self::BYTES..=evidence.end / Self::BYTES;
        let (section, paragraph) = (evidence.section, evidence.paragraph);
        blocks.map(move |block| (section, paragraph, block))
    }

    fn add(&mut self, question: &'a Question) {
        for place in Self::of(&question.evidence) {
            self.0.entry(place).or_default().push(question);
        }
    }

    /// Every one whose evidence overlaps that of a question, and a few more; some of them twice.
    fn near(&self, question: &Question) -> impl Iterator<Item = &'a Question> {
        let all = Self::of(&question.evidence).filter_map(|place| self.0.get(&place));
        all.flatten().copied()
    }
}

/// Best first.
fn by_score(a: &Question, b: &Question) -> Ordering {
    b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id))
}

/// By score, and without what a better one asks with the same right options of the same sentences.
fn sorted(mut questions: Vec<Rc<Question>>) -> Vec<Rc<Question>> {
    questions.sort_by(|one, two| by_score(one, two));
    let mut asked: Vec<(Evidence, BTreeSet<String>)> = Vec::new();
    questions.retain(|question| {
        if question.form() != Form::Several {
            return true;
        }
        let told = (question.evidence.clone(), key_texts(question).collect());
        let new = !asked.contains(&told);
        asked.push(told);
        new
    });
    questions
}

/// The right options.
fn key_texts(question: &Question) -> impl Iterator<Item = String> {
    let keys = question.keys.iter();
    keys.filter_map(|key| question.options.get(*key).cloned())
}

/// The first question of every sentence, and those left over; where something stands is a question
/// apart.
fn once(questions: Vec<Rc<Question>>) -> (Vec<Rc<Question>>, Vec<Rc<Question>>) {
    let mut taken = Places::default();
    let mut is_first = Vec::new();
    for question in &questions {
        let placed = |other: &Question| {
            (other.kind == KindName::Heading) == (question.kind == KindName::Heading)
        };
        let free = !taken
            .near(question)
            .any(|other| placed(other) && other.evidence.overlaps(&question.evidence));
        if free {
            taken.add(question);
        }
        is_first.push(free);
    }
    split(questions, is_first)
}

/// Whether the second asks something else: not the same words in the same way, nor for the same answer, and no
/// statement beside what leaves out a part of it.
fn is_other(first: &Question, second: &Question) -> bool {
    let claim = first.kind == KindName::Claim || second.kind == KindName::Claim;
    let beside = claim && first.evidence.overlaps(&second.evidence);
    is_another(first, second) && (!beside || is_placed(first) != is_placed(second))
}

/// The same, and a statement may stand beside others.
fn is_another(first: &Question, second: &Question) -> bool {
    if prints(first, second) || prints(second, first) {
        return false;
    }
    !first.evidence.overlaps(&second.evidence)
        || is_placed(first) != is_placed(second)
        || first.kind != second.kind && !shares_key(first, second)
}

/// Whether it asks where something stands.
fn is_placed(question: &Question) -> bool {
    question.kind == KindName::Heading
}

fn shares_key(first: &Question, second: &Question) -> bool {
    let key = |question: &Question| {
        let chosen = question
            .keys
            .first()
            .and_then(|key| question.options.get(*key));
        chosen.or(question.accepted.first()).cloned()
    };
    let (Some(one), Some(two)) = (key(first), key(second)) else {
        return false;
    };
    one.contains(&two) || two.contains(&one)
}

/// Balances the claims and the kinds; what is dropped as one too many of a kind is spare, before all others.
fn settle(questions: &mut Vec<Rc<Question>>, spare: &mut Vec<Rc<Question>>, twins: &Twins) {
    balance(questions, twins);
    // Where few of one kind are left, others are too many beside them.
    let mut dropped = Vec::new();
    loop {
        let more = spread(questions, twins);
        if more.is_empty() {
            break;
        }
        dropped.extend(more);
    }
    spare.splice(0..0, sorted(dropped));
    balance(questions, twins);
}

/// The largest share that one kind may have, in percent.
const LARGEST_SHARE: usize = 35;

/// So many questions of one kind an article may have, however few others there are.
const FREE: usize = 5;

/// So many of a kind there may be beside so many others.
fn most_of_kind(others: usize) -> usize {
    FREE.max(others * LARGEST_SHARE / (100 - LARGEST_SHARE))
}

/// Drops the lowest questions of a kind that would be too large a part of the bank, of statements those of which
/// neither version is good; the last one of a section goes only when there are no others. Gives those that go.
fn spread(questions: &mut Vec<Rc<Question>>, twins: &Twins) -> Vec<Rc<Question>> {
    let mut dropped = Vec::new();
    questions.sort_by(|one, two| twins.best(two).total_cmp(&twins.best(one)));
    let mut sections = Sections::of(questions);
    for kind in KindName::ALL {
        let is_own = |question: &Question| question.kind == kind;
        let own = questions.iter().filter(|it| is_own(it)).count();
        let others = questions.len() - own;
        let mut spare = own.saturating_sub(most_of_kind(others));
        for last_of_section in [false, true] {
            for at in (0..questions.len()).rev() {
                let left = sections.count(questions[at].evidence.section);
                if spare > 0 && is_own(&questions[at]) && (*left == 1) == last_of_section {
                    *left -= 1;
                    spare -= 1;
                    dropped.push(questions.remove(at));
                }
            }
        }
    }
    dropped
}

/// How many questions each section has.
struct Sections(Vec<usize>);

impl Sections {
    fn of(questions: &[Rc<Question>]) -> Self {
        let mut sections = Sections(Vec::new());
        for question in questions {
            *sections.count(question.evidence.section) += 1;
        }
        sections
    }

    fn count(&mut self, section: usize) -> &mut usize {
        if self.0.len() <= section {
            self.0.resize(section + 1, 0);
        }
        &mut self.0[section]
    }

    fn has(&self, section: usize) -> bool {
        self.0.get(section).is_some_and(|count| *count > 0)
    }
}

/// Statements by where they stand and which answer is right: most are there true and false.
struct Twins(BTreeMap<(usize, Option<usize>, usize, usize), Rc<Question>>);

impl Twins {
    fn of<'a>(questions: impl Iterator<Item = &'a Rc<Question>>) -> Self {
        let mut twins = Twins(BTreeMap::new());
        twins.add(questions);
        twins
    }

    fn add<'a>(&mut self, questions: impl IntoIterator<Item = &'a Rc<Question>>) {
        let placed = |question: &Rc<Question>| {
            let evidence = &question.evidence;
            let key = *question.keys.first()?;
            let place = (evidence.section, evidence.paragraph, evidence.start, key);
            Some((place, question.clone()))
        };
        let statements = questions.into_iter().filter(|it| is_statement(it));
        self.0.extend(statements.filter_map(placed));
    }

    /// Whether it is a statement that is there with one answer alone.
    fn is_lone(&self, question: &Question) -> bool {
        is_statement(question) && self.twin(question).is_none()
    }

    /// How good a question is, or the better version of it.
    fn best(&self, question: &Question) -> f32 {
        let twin = Some(question).filter(|it| is_statement(it));
        let twin = twin.and_then(|it| self.twin(it));
        twin.map_or(question.score, |twin| twin.score.max(question.score))
    }

    /// The same statement with the other answer.
    fn twin(&self, claim: &Question) -> Option<&Rc<Question>> {
        let evidence = &claim.evidence;
        let other = usize::from(claim.keys == [0]);
        let place = (evidence.section, evidence.paragraph, evidence.start, other);
        self.0.get(&place)
    }
}

/// So much of its score a claim may lose for the sake of one more of the other sort.
const LITTLE: f32 = 0.6;

/// Asks those claims of the larger half with the other answer that lose least by it, and drops the
/// lowest of those that have none.
fn balance(questions: &mut Vec<Rc<Question>>, twins: &Twins) {
    let count = |key: usize| questions.iter().filter(|it| is_claim(it, key)).count();
    let (yes, no) = (count(0), count(1));
    let larger = usize::from(no > yes);
    let mut apart = yes.abs_diff(no);
    // Of an odd number it is the length of the bank that says of which there is one more, or in every article it
    // would be those that are true.
    let odd = yes + no > 1 && larger != questions.len() % 2;
    let claims = (0..questions.len())
        .rev()
        .filter(|at| is_claim(&questions[*at], larger));
    let twin = |at: usize| {
        let twin = twins.twin(&questions[at])?;
        let loss = 1.0 - twin.score / questions[at].score.max(f32::MIN_POSITIVE);
        Some((loss, at, twin.clone()))
    };
    let mut alone = Vec::new();
    let mut losses: Vec<(f32, usize, Rc<Question>)> = Vec::new();
    for at in claims {
        match twin(at) {
            Some(loss) => losses.push(loss),
            None => alone.push(at),
        }
    }
    losses.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (loss, at, twin) in losses {
        if apart > 1 || apart == 1 && odd && loss <= LITTLE {
            questions[at] = twin;
            apart = apart.saturating_sub(2);
        } else {
            break;
        }
    }
    // The lowest stand last.
    for at in alone.into_iter().take(apart.saturating_sub(1)) {
        questions.remove(at);
    }
    questions.sort_by(|one, two| by_score(one, two));
}

/// Whether a question asks whether one statement is so.
fn is_statement(question: &Question) -> bool {
    is_claim(question, 0) || is_claim(question, 1)
}

fn is_claim(question: &Question, key: usize) -> bool {
    question.kind == KindName::Claim && question.keys == [key]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(questions: Vec<Question>) -> Vec<Rc<Question>> {
        questions.into_iter().map(Rc::new).collect()
    }
    use crate::question::tests::question;

    /// A question of its own about a section.
    fn about(section: usize, stem: &str, score: f32) -> Question {
        let mut made = question(stem, &["ebb", "flow", "neap"]);
        made.evidence.section = section;
        Question { score, ..made }
    }

    /// A question about one of the places that [`statement`] tells of.
    fn about_place(place: usize, stem: &str, score: f32) -> Question {
        let mut made = about(0, stem, score);
        made.evidence.start = 1000 * place;
        made.evidence.end = 1000 * place + 4;
        made
    }

    #[track_caller]
    fn check(weighty: &[Question], light: &[Question], words: usize, expected: &[&str]) {
        let kept = best(
            shared(weighty.to_vec()),
            shared(light.to_vec()),
            words,
            Vec::new,
        );
        let stems: Vec<&str> = kept.iter().map(|question| &*question.stem).collect();
        assert_eq!(stems, expected);
    }

    #[test]
    fn what_is_quoted_before_a_question_is_judged_by_no_other() {
        let mut judged = question("“Ports grew.”", &["True", "False"]);
        judged.kind = KindName::Claim;
        let behind = |stem: &str| {
            let mut next = question(stem, &["stone", "sand", "silt"]);
            next.evidence.start = judged.evidence.end + 1;
            next.evidence.end = next.evidence.start + 20;
            next
        };
        let led = behind("After “Ports grew”, which word? “They need _____.”");
        let alone = behind("Which word? “They need _____.”");
        let mut questions = shared(vec![judged.clone(), led.clone(), alone.clone()]);
        drop_printing(&mut questions);
        assert_eq!(questions, shared(vec![judged, alone]));
        let mut without = shared(vec![led.clone()]);
        drop_printing(&mut without);
        assert_eq!(without, shared(vec![led]));
    }

    #[test]
    fn what_is_light_comes_last_and_only_where_there_is_room() {
        let weighty = [about(0, "A?", 0.2), about(0, "B?", 0.5)];
        let light = [about(0, "C?", 0.9)];
        check(&weighty, &light, 100, &["B?", "A?", "C?"]);
        check(&weighty, &light, 70, &["B?", "A?"]);
    }

    #[test]
    fn a_thin_bank_judges_a_sentence_of_which_it_leaves_out_a_part() {
        let mut gap = about_place(1, "Which word?", 0.9);
        gap.kind = KindName::Gap;
        let all: Vec<Question> = [gap].into_iter().chain(statement(1, 0.5)).collect();
        // Of 30 words one question is enough.
        check(&all, &[], 30, &["Which word?"]);
        check(&all, &[], 90, &["Which word?", "Statement 1 1?"]);
    }

    /// A statement that is true or false, in both versions.
    fn statement(place: usize, score: f32) -> [Question; 2] {
        [0, 1].map(|key| {
            let mut made = about_place(place, &format!("Statement {place} {key}?"), score);
            made.kind = KindName::Claim;
            made.options = vec!["True".into(), "False".into()];
            made.keys = vec![key];
            made.score -= key as f32 * 0.001;
            made
        })
    }

    #[test]
    fn a_statement_too_many_of_one_answer_is_asked_with_the_other() {
        let all: Vec<Question> = (1..=6)
            .flat_map(|place| statement(place, 0.9 - 0.1 * place as f32))
            .collect();
        let kept = best(shared(all), Vec::new(), 100, Vec::new);
        let keys: Vec<usize> = kept.iter().map(|question| question.keys[0]).collect();
        assert_eq!(keys.len(), FREE);
        assert!(keys.contains(&0) && keys.contains(&1), "{keys:?}");
    }

    #[test]
    fn the_statement_that_loses_least_is_asked_with_the_other_answer() {
        let mut all: Vec<Question> = [1, 2]
            .into_iter()
            .flat_map(|place| statement(place, 0.5))
            .collect();
        // Changed, the first is worth little.
        all[1].score = 0.2;
        let kept = best(shared(all), Vec::new(), 100, Vec::new);
        let asked: Vec<&str> = kept.iter().map(|question| &*question.stem).collect();
        assert_eq!(asked, ["Statement 1 0?", "Statement 2 1?"]);
    }

    #[test]
    fn a_statement_is_not_dropped_because_its_other_version_is_poor() {
        let mut all: Vec<Question> = (1..=6).flat_map(|at| statement(at, 0.6)).collect();
        // The good ones lose less than the others, and so are asked with the other answer.
        for (at, question) in all.iter_mut().enumerate() {
            question.score = match (at / 2 < 3, at % 2) {
                (true, 0) => 0.9,
                (true, _) => 0.5,
                (false, 0) => 0.6,
                (false, _) => 0.3,
            };
        }
        let kept = best(shared(all), Vec::new(), 100, Vec::new);
        assert_eq!(kept.len(), FREE);
        for place in [1, 2, 3] {
            let mut asked = kept.iter().map(|it| it.evidence.start / 1000);
            assert!(asked.any(|at| at == place), "{place}");
        }
    }

    #[test]
    fn statements_that_can_only_be_true_are_at_most_half() {
        let mut all: Vec<Question> = [1, 2, 3]
            .into_iter()
            .map(|place| statement(place, 0.9)[0].clone())
            .collect();
        all.extend(statement(4, 0.5));
        let kept = best(shared(all), Vec::new(), 1000, Vec::new);
        let keys: Vec<usize> = kept.iter().map(|question| question.keys[0]).collect();
        assert_eq!(keys, [0, 1]);
    }

    #[test]
    fn a_kind_that_is_missing_takes_the_place_of_one_with_others() {
        let figure = |place: usize| Question {
            kind: KindName::Figure,
            ..about_place(place, "How many?", 0.1)
        };
        let kinds = |statements: usize| {
            let mut all: Vec<Question> =
                (1..=statements).flat_map(|at| statement(at, 0.9)).collect();
            all.push(figure(1));
            // Of so few words that nothing is missing.
            let kept = best(shared(all), Vec::new(), 80, Vec::new);
            let of = |kind: KindName| kept.iter().filter(|it| it.kind == kind).count();
            (of(KindName::Claim), of(KindName::Figure))
        };
        assert_eq!(kinds(4), (3, 1));
        assert_eq!(kinds(2), (2, 0));
    }

    /// So many statements, and a figure about the place of each.
    fn statements_and_figures(places: usize) -> Vec<Question> {
        let figure = |place: usize| Question {
            kind: KindName::Figure,
            ..about_place(place, &format!("How many at {place}?"), 0.2)
        };
        let pairs = (1..=places).map(|place| (statement(place, 0.9), figure(place)));
        pairs
            .flat_map(|([yes, no], figure)| [yes, no, figure])
            .collect()
    }

    #[test]
    fn beside_more_of_two_other_kinds_there_may_be_more_of_each() {
        let kinds_of = |words: usize| {
            let mut all = statements_and_figures(20);
            all.extend((40..60).map(|place| Question {
                kind: KindName::Heading,
                ..about_place(place, &format!("Where is {place}?"), 0.5)
            }));
            let kept = best(shared(all), Vec::new(), words, Vec::new);
            let of = |kind: KindName| kept.iter().filter(|it| it.kind == kind).count();
            (of(KindName::Claim), of(KindName::Figure), kept.len())
        };
        let (claims, figures, all) = kinds_of(1000);
        assert!(
            all >= LEAST && figures > 5 && claims > 5,
            "{claims} {figures} {all}"
        );
        let (claims, figures, _) = kinds_of(300);
        assert!(claims > figures, "{claims} {figures}");
    }

    #[test]
    fn what_was_one_too_many_comes_back_when_there_is_room() {
        let mut all: Vec<Question> = (1..=9).flat_map(|at| statement(at, 0.9)).collect();
        let beside = (20..34).map(|place| Question {
            kind: KindName::Figure,
            ..about_place(place, &format!("How many at {place}?"), 0.5)
        });
        let light: Vec<Question> = beside.collect();
        all.extend((40..48).map(|place| Question {
            kind: KindName::Name,
            ..about_place(place, &format!("Who at {place}?"), 0.4)
        }));
        let kept = best(shared(all), shared(light), 1000, Vec::new);
        let claims = kept.iter().filter(|it| it.kind == KindName::Claim).count();
        // At first they are five beside the five names, then there are figures besides.
        assert!(claims > FREE, "{claims} of {}", kept.len());
    }

    #[test]
    fn more_is_asked_for_only_where_there_is_room() {
        let some = || shared(vec![about(0, "A?", 0.5), about(1, "B?", 0.4)]);
        let kept = best(some(), Vec::new(), 70, || panic!("there is no room"));
        assert_eq!(kept.len(), 2);
        let more = || shared(vec![about(2, "C?", 0.9)]);
        let kept = best(some(), Vec::new(), 100, more);
        let stems: Vec<&str> = kept.iter().map(|question| &*question.stem).collect();
        assert_eq!(stems, ["A?", "B?", "C?"]);
    }

    #[test]
    fn what_room_there_is_goes_to_a_section_that_has_nothing() {
        let weighty = [about(0, "A?", 0.5)];
        let light = [about(0, "B?", 0.9), about(1, "C?", 0.1)];
        check(&weighty, &light, 70, &["A?", "C?"]);
    }
}
