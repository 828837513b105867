//! The page's side of the examiner: one worker, asked once for each article.
//!
//! Apart from the quiz, since questions are asked for while the article is still being read.

use std::sync::Arc;

use leptos::prelude::*;

use crate::article::{Article, Related, Slug};
use crate::browser::worker::{Worker, WorkerError};
use crate::question::Bank;
use crate::shelf;
use crate::ui::exchange;
use crate::ui::state::TutorCtx;
use crate::ui::trouble;

const SCRIPT: &str = "./examiner_loader.js";

/// How long an answer may take, the loading of the worker on a slow line included.
const LIMIT_MS: u32 = 60_000;

/// How far a request has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Asked {
    /// The worker is at it.
    Waiting,
    /// The questions, and the related articles where they are no part of the article.
    Ready(Arc<Bank>, Arc<[Related]>),
    /// Why there are none.
    Failed(String),
}

/// What was asked of the examiner so far.
#[derive(Clone, Copy)]
pub(crate) struct ExaminerCtx {
    tutor: TutorCtx,
    asked: RwSignal<Vec<(Slug, Asked)>>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl ExaminerCtx {
    /// Nothing asked; the worker starts with the first question. What it answers is told to the
    /// tutor too.
    pub(crate) fn new(tutor: TutorCtx) -> Self {
        ExaminerCtx {
            tutor,
            asked: RwSignal::default(),
            worker: StoredValue::new_local(None),
        }
    }

    /// Asks for an article's questions, unless they are here or on their way. After a failure
    /// this tries again.
    pub(crate) fn ask(self, article: &Article) {
        let slug = &article.slug;
        if let Some(Asked::Waiting | Asked::Ready(..)) = untrack(|| self.asked(slug)) {
            return;
        }
        self.note(slug.clone(), Asked::Waiting);
        let request = shelf::json(slug).unwrap_or_default();
        if let Err(error) = self.post(request.to_owned()) {
            self.fail(&trouble::worker(&error));
        }
    }

    /// How far the request for an article has come; `None` before it is made.
    pub(crate) fn asked(self, article: &Slug) -> Option<Asked> {
        let asked = self.asked.read();
        let request = asked.iter().find(|(slug, _)| slug == article);
        request.map(|(_, asked)| asked.clone())
    }

    fn post(self, request: String) -> Result<(), WorkerError> {
        if self.worker.with_value(Option::is_none) {
            let worker = Worker::start(SCRIPT, LIMIT_MS, move |answer| self.receive(answer))?;
            self.worker.set_value(Some(worker));
        }
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                worker.ask(request);
            }
        });
        Ok(())
    }

    fn receive(self, answer: Result<String, WorkerError>) {
        let examined = answer
            .map_err(|error| trouble::worker(&error))
            .and_then(|text| Ok((exchange::read(&text)?, text)));
        match examined {
            Ok(((bank, related), text)) => {
                self.tutor.know(&bank.article, &text);
                self.note(
                    bank.article.clone(),
                    Asked::Ready(bank.into(), related.into()),
                );
            }
            Err(why) => self.fail(&why),
        }
    }

    /// All who wait are told; the next one to ask gets another worker.
    fn fail(self, why: &str) {
        self.worker.set_value(None);
        self.asked.update(|asked| {
            let waiting = asked.iter_mut().filter(|(_, it)| *it == Asked::Waiting);
            waiting.for_each(|(_, it)| *it = Asked::Failed(why.to_owned()));
        });
    }

    fn note(self, article: Slug, asked: Asked) {
        let mut all = self.asked.write();
        all.retain(|(slug, _)| slug != &article);
        all.push((article, asked));
    }
}
