//! One sitting, from its first question to its result.
//!
//! Apart from `progress`, which looks back over all sittings.

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

use super::{Attempt, AttemptId, Grade, Millis, Mode, Score, SessionId, Verdict};
use crate::question::{Answer, Form, Question, is_right};

/// One sitting: questions in the order they are asked, and the answers so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    id: SessionId,
    mode: Mode,
    items: Vec<Item>,
    answers: Vec<Attempt>,
    phase: Phase,
}

/// A question as this sitting shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The question.
    pub question: Question,
    /// The order in which its options stand: position on the page to index into `options`.
    pub order: Vec<usize>,
}

/// Where a sitting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The item is being asked since then.
    Asking {
        /// Index into the items.
        item: usize,
        /// When it was first shown.
        since: Millis,
    },
    /// The item has been answered and the verdict stands on the page.
    Judged {
        /// Index into the items.
        item: usize,
        /// The verdict.
        verdict: Verdict,
    },
    /// All are answered.
    Done,
}

impl Session {
    /// A sitting over `questions`, in that order, their options shuffled by `seed`. With no
    /// questions it is done at once.
    pub fn new(
        id: SessionId,
        mode: Mode,
        questions: Vec<Question>,
        seed: u64,
        now: Millis,
    ) -> Self {
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
        let items: Vec<_> = questions
            .into_iter()
            .map(|question| Item::shuffled(question, &mut chance))
            .collect();
        let phase = Phase::asking(0, items.len(), now);
        Session {
            id,
            mode,
            items,
            answers: Vec::new(),
            phase,
        }
    }

    /// Its name.
    pub fn id(&self) -> &SessionId {
        &self.id
    }

    /// What sort of sitting it is.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Where it stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The questions, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The question being asked, or judged; `None` when all are answered.
    pub fn current(&self) -> Option<&Item> {
        match self.phase {
            Phase::Asking { item, .. } | Phase::Judged { item, .. } => self.items.get(item),
            Phase::Done => None,
        }
    }

    /// The answers so far, in order.
    pub fn answers(&self) -> &[Attempt] {
        &self.answers
    }

    /// Judges the answer to the question being asked, and gives the attempt to keep; `None` when
    /// nothing is answered or nothing is being asked.
    ///
    /// A clock set back during the sitting counts as standing still.
    pub fn check(&mut self, answer: &Answer, now: Millis, chance: u64) -> Option<Attempt> {
        let Phase::Asking { item, since } = self.phase else {
            return None;
        };
        let question = &self.items.get(item)?.question;
        let answer = answer.to(question)?;
        let id = AttemptId::new(now.max(since), chance);
        let (grade, verdict) = match is_right(question, &answer) {
            true => (Grade::Good, Verdict::Right),
            false => (Grade::Again, Verdict::Wrong),
        };
        let attempt = Attempt {
            session: self.id.clone(),
            mode: self.mode,
            of: self.items.len(),
            article: question.article.clone(),
            question: question.id.clone(),
            at: id.at(),
            answer: answer.shortened(),
            grade,
            took: took(since, now),
            id,
        };
        self.phase = Phase::Judged { item, verdict };
        self.answers.push(attempt.clone());
        Some(attempt)
    }

    /// Takes the reader's word for it that what was typed is right, and gives the attempt as it now
    /// is, to be kept in place of the one there was; `None` where nothing typed was judged wrong.
    pub fn overrule(&mut self) -> Option<Attempt> {
        let Phase::Judged { item, verdict } = &mut self.phase else {
            return None;
        };
        let attempt = self.answers.get_mut(*item)?;
        let may_be = *verdict == Verdict::Wrong && matches!(attempt.answer, Answer::Typed(_));
        may_be.then(|| {
            *verdict = Verdict::Right;
            attempt.grade = Grade::Hard;
            attempt.clone()
        })
    }

    /// Goes on from a judged question to the next one, or to the result.
    pub fn next(&mut self, now: Millis) {
        if let Phase::Judged { item, .. } = self.phase {
            let answered = self.answers.last().map_or(now, |attempt| attempt.at);
            self.phase = Phase::asking(item + 1, self.items.len(), now.max(answered));
        }
    }

    /// The score so far, of all the questions.
    pub fn score(&self) -> Score {
        let right = |attempt: &&Attempt| attempt.verdict() == Some(Verdict::Right);
        Score {
            right: self.answers.iter().filter(right).count(),
            of: self.items.len(),
        }
    }

    /// The questions answered wrong, in order.
    pub fn missed(&self) -> Vec<Question> {
        let asked = self.items.iter().zip(&self.answers);
        asked
            .filter(|(_, attempt)| attempt.grade == Grade::Again)
            .map(|(item, _)| item.question.clone())
            .collect()
    }
}

impl Item {
    fn shuffled(question: Question, chance: &mut Xoshiro256PlusPlus) -> Self {
        let mut order: Vec<_> = (0..question.options.len()).collect();
        if !question.kind.is_ordered() {
            order.shuffle(chance);
        }
        // What is to be put in order is not in order.
        if question.form() == Form::Ordered && order == question.keys {
            order.rotate_left(1);
        }
        Item { question, order }
    }
}

impl Phase {
    fn asking(item: usize, of: usize, since: Millis) -> Self {
        if item < of {
            Phase::Asking { item, since }
        } else {
            Phase::Done
        }
    }
}

fn took(since: Millis, now: Millis) -> u32 {
    let elapsed = now.0.saturating_sub(since.0);
    u32::try_from(elapsed).map_or(Attempt::MAX_TOOK, |took| took.min(Attempt::MAX_TOOK))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{question, typed_question};
    use super::*;
    use crate::question::KindName;

    const BEGIN: Millis = Millis(1_000_000);

    fn session(questions: Vec<Question>) -> Session {
        let id = SessionId::new(BEGIN, 1);
        Session::new(id, Mode::Quiz, questions, 7, BEGIN)
    }

    fn chosen(options: &[usize]) -> Answer {
        Answer::Chosen(options.to_vec())
    }

    fn typed(text: &str) -> Answer {
        Answer::Typed(text.to_owned())
    }

    fn later(seconds: u64) -> Millis {
        Millis(BEGIN.0 + seconds * 1000)
    }

    #[test]
    fn a_sitting_goes_from_its_first_question_to_its_score() {
        let mut session = session(vec![question(1, &[0]), question(2, &[1])]);
        assert_eq!(session.current(), session.items().first());

        let first = session.check(&chosen(&[0]), later(4), 1).unwrap();
        assert_eq!((first.grade, first.took, first.of), (Grade::Good, 4000, 2));
        session.next(later(9));
        let second = session.check(&chosen(&[3]), later(11), 2).unwrap();
        assert_eq!((second.grade, second.took), (Grade::Again, 2000));
        session.next(later(12));

        assert_eq!(session.phase(), Phase::Done);
        assert_eq!(session.current(), None);
        assert_eq!(session.score().to_string(), "1 of 2");
        assert_eq!(session.missed(), [question(2, &[1])]);
        assert_eq!(session.answers(), [first, second]);
    }

    #[test]
    fn without_questions_it_is_done_at_once() {
        assert_eq!(session(Vec::new()).phase(), Phase::Done);
    }

    #[track_caller]
    fn check_verdict(keys: &[usize], choice: &[usize], expected: Option<Grade>) {
        let mut session = session(vec![question(1, keys)]);
        let attempt = session.check(&chosen(choice), later(1), 1);
        assert_eq!(attempt.map(|attempt| attempt.grade), expected);
    }

    #[test]
    fn right_is_every_key_and_nothing_else() {
        check_verdict(&[2], &[2], Some(Grade::Good));
        check_verdict(&[0, 2], &[2, 0], Some(Grade::Good));
        check_verdict(&[0, 2], &[2, 2, 0], Some(Grade::Good));
        check_verdict(&[0, 2], &[0], Some(Grade::Again));
        check_verdict(&[0, 2], &[0, 1, 2], Some(Grade::Again));
        check_verdict(&[0], &[], None);
        check_verdict(&[0], &[4], None);
    }

    #[test]
    fn what_is_typed_is_judged_with_indulgence_and_kept_as_it_was() {
        let mut session = session(vec![typed_question(1, "the spring tide")]);
        assert_eq!(session.check(&typed("  "), later(1), 1), None);
        let attempt = session
            .check(&typed(" Spring  tides"), later(2), 2)
            .unwrap();
        assert_eq!(attempt.answer, typed("Spring tides"));
        assert_eq!(attempt.grade, Grade::Good);
    }

    #[test]
    fn a_long_answer_is_judged_whole_and_kept_short() {
        let long = "neap ".repeat(12);
        let mut session = session(vec![typed_question(1, &long)]);
        let attempt = session.check(&typed(&long), later(1), 1).unwrap();
        assert_eq!(attempt.grade, Grade::Good);
        assert_eq!(attempt.answer.typed().len(), 39);
    }

    #[test]
    fn what_was_typed_can_be_overruled_once_and_stays_one_attempt() {
        let mut session = session(vec![typed_question(1, "ebb"), typed_question(2, "neap")]);
        assert_eq!(session.overrule(), None, "nothing is judged");
        let wrong = session.check(&typed("low water"), later(1), 1).unwrap();
        let right = session.overrule().unwrap();
        let expected = Attempt {
            grade: Grade::Hard,
            ..wrong.clone()
        };
        assert_eq!(right, expected);
        assert!(right < wrong, "what is overruled counts");
        assert_eq!(session.overrule(), None);
        assert_eq!(session.answers(), [right]);
        assert_eq!(session.missed(), []);
        session.next(later(2));
        assert_eq!(session.overrule(), None, "that question is past");
    }

    #[test]
    fn what_was_chosen_cannot_be_overruled() {
        let mut session = session(vec![question(1, &[0])]);
        session.check(&chosen(&[1]), later(1), 1);
        assert_eq!(session.overrule(), None);
    }

    #[test]
    fn what_is_to_be_put_in_order_never_is_so_from_the_start() {
        let order = |number, keys: &[usize]| Question {
            kind: KindName::Order,
            ..question(number, keys)
        };
        let questions = (0..100).map(|number| order(number, &[2, 0, 3, 1]));
        let mut session = session(questions.collect());
        let mut items = session.items().iter();
        assert!(items.all(|item| item.order != item.question.keys));
        assert_eq!(session.check(&Answer::NONE, later(1), 1), None);
        let attempt = session.check(&chosen(&[2, 0, 3, 1]), later(1), 1).unwrap();
        assert_eq!(attempt.answer, chosen(&[2, 0, 3, 1]));
        assert_eq!(attempt.grade, Grade::Good);
    }

    #[test]
    fn only_the_first_check_of_a_question_counts() {
        let mut session = session(vec![question(1, &[0])]);
        session.check(&chosen(&[1]), later(1), 1);
        let judged = session.clone();
        assert_eq!(session.check(&chosen(&[0]), later(2), 2), None);
        assert_eq!(session, judged);
    }

    #[test]
    fn a_question_is_not_passed_over() {
        let mut session = session(vec![question(1, &[0]), question(2, &[0])]);
        let asking = session.clone();
        session.next(later(1));
        assert_eq!(session, asking);
    }

    #[test]
    fn a_clock_set_back_neither_reorders_answers_nor_counts_as_time() {
        let mut session = session(vec![question(1, &[0]), question(2, &[0])]);
        let first = session.check(&chosen(&[0]), later(60), 9).unwrap();
        session.next(Millis(0));
        let second = session.check(&chosen(&[0]), Millis(5), 10).unwrap();
        assert_eq!(second.took, 0);
        assert!(first.id < second.id);
    }

    #[test]
    fn a_page_left_open_counts_as_an_hour() {
        let mut session = session(vec![question(1, &[0])]);
        let attempt = session.check(&chosen(&[0]), Millis(u64::MAX), 1).unwrap();
        assert_eq!(attempt.took, Attempt::MAX_TOOK);
    }

    #[test]
    fn options_stand_in_an_order_that_the_seed_alone_decides() {
        let orders = |seed| -> Vec<_> {
            let questions = (0..4).map(|number| question(number, &[0])).collect();
            let session =
                Session::new(SessionId::new(BEGIN, 1), Mode::Quiz, questions, seed, BEGIN);
            session
                .items()
                .iter()
                .map(|item| item.order.clone())
                .collect()
        };
        // As on every machine, so that a quiz can be asked again from its seed.
        let first = [[3, 2, 0, 1], [2, 0, 1, 3], [2, 1, 0, 3], [2, 1, 0, 3]];
        assert_eq!(orders(1), first);
        assert_ne!(orders(1), orders(2));
    }

    #[test]
    fn every_option_comes_first_about_as_often() {
        let questions = (0..400).map(|number| question(number, &[0])).collect();
        let session = session(questions);
        for option in 0..4 {
            let first = session
                .items()
                .iter()
                .filter(|item| item.order[0] == option);
            assert!((70..130).contains(&first.count()));
        }
    }
}
