//! A worker that answers texts with texts: the page's side of it and the worker's own.
//!
//! Apart because an answer can fail in many ways, and each of them has to end as a result.
//!
//! Trunk 0.21 writes a worker's `examiner.js` and `examiner_bg.wasm` beside the page, without a hash
//! since the page names them while it runs, and preloads nothing. `examiner.js` only defines
//! `wasm_bindgen`; `assets/examiner_loader.js` calls it, and is the script to start here. It stands in
//! the place of Trunk's own loader shim, which keeps to itself that the wasm could not be fetched and
//! warns in the console of deprecated parameters. The target is `no-modules`, for a classic worker.
//! On the built page `assets/worker.js` fetches the script before it starts it.
//!
//! The worker is ready only some time after its script has run, and what is posted before that
//! is lost. So it says when it is ready (by posting `true`), and until then questions wait here.
//! If it never does, the time limit ends the wait.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, ErrorEvent, Event, MessageEvent};

use super::words;

/// Why a worker gave no answer. It is stopped then: start another one to try again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkerError {
    /// The browser did not start it.
    Refused(String),
    /// It could not be loaded, or broke off at its work.
    Broken(String),
    /// It answered with something that is no text.
    Garbled,
    /// It did not answer within so many milliseconds.
    TooSlow(u32),
}

/// A running worker. Stopped when dropped.
pub struct Worker {
    inner: Rc<Inner>,
    _listeners: [EventListener; 3],
}

struct Inner {
    worker: web_sys::Worker,
    limit: u32,
    phase: Cell<Phase>,
    /// Questions not yet answered; when the worker is ready, it has the first one.
    waiting: RefCell<VecDeque<String>>,
    timer: RefCell<Option<Timeout>>,
    answer: Box<Answer>,
}

type Answer = dyn Fn(Result<String, WorkerError>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Starting,
    Ready,
    Stopped,
}

impl fmt::Display for WorkerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WorkerError::Refused(why) => write!(f, "the worker could not be started: {why}"),
            WorkerError::Broken(why) => write!(f, "the worker broke off: {why}"),
            WorkerError::Garbled => f.write_str("the worker answered with something unreadable"),
            WorkerError::TooSlow(limit) => {
                write!(f, "the worker gave no answer within {} s", limit / 1000)
            }
        }
    }
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").finish_non_exhaustive()
    }
}

impl Worker {
    /// Starts the worker of this script, whose address is relative to the page. Each question
    /// asked is answered by one call of `answer`, in the order of asking, until one is an error.
    /// An answer may take `limit` milliseconds, and so may the loading.
    ///
    /// # Errors
    /// When the browser does not even try, for instance on a page opened from a file.
    pub fn start(
        script: &str,
        limit: u32,
        answer: impl Fn(Result<String, WorkerError>) + 'static,
    ) -> Result<Self, WorkerError> {
        let worker =
            web_sys::Worker::new(script).map_err(|thrown| WorkerError::Refused(words(&thrown)))?;
        let inner = Rc::new(Inner {
            worker,
            limit,
            phase: Cell::new(Phase::Starting),
            waiting: RefCell::default(),
            timer: RefCell::default(),
            answer: Box::new(answer),
        });
        Ok(Worker {
            _listeners: listeners(&inner),
            inner,
        })
    }

    /// Asks; questions wait for each other. A stopped worker is asked in vain.
    pub fn ask(&self, question: impl Into<String>) {
        self.inner.ask(question.into());
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.inner.stop();
    }
}

/// In a worker: answers each text posted to it, for as long as the worker lives.
///
/// # Panics
/// When it is not called in a worker.
pub fn serve(answer: impl Fn(String) -> String + 'static) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global()
        .dyn_into()
        .expect("a worker is what this is called in");
    let page = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        if let Some(question) = data(event).as_string() {
            // Text can always be posted.
            let _ = page.post_message(&answer(question).into());
        }
    })
    .forget();
    let _ = scope.post_message(&JsValue::TRUE);
}

impl Inner {
    fn ask(self: &Rc<Self>, question: String) {
        if self.phase.get() == Phase::Stopped {
            return;
        }
        self.waiting.borrow_mut().push_back(question);
        if self.waiting.borrow().len() == 1 {
            self.time(0, Inner::take_up);
        }
    }

    /// Does that after so many milliseconds, in place of what was to be done by time until now. After
    /// none is after what the page shows of the event under way: posting takes long enough to be felt.
    fn time(self: &Rc<Self>, ms: u32, act: fn(&Rc<Inner>)) {
        let inner = Rc::downgrade(self);
        let timer = Timeout::new(ms, move || with(&inner, act));
        self.timer.replace(Some(timer));
    }

    /// Hands the first question to the worker if that is ready, and starts its time.
    fn take_up(self: &Rc<Self>) {
        if self.waiting.borrow().is_empty() {
            return;
        }
        self.time(self.limit, |inner| {
            inner.fail(WorkerError::TooSlow(inner.limit))
        });
        if self.phase.get() == Phase::Ready {
            self.post();
        }
    }

    fn post(&self) {
        if let Some(question) = self.waiting.borrow().front() {
            // Text can always be posted.
            let _ = self.worker.post_message(&question.as_str().into());
        }
    }

    fn receive(self: &Rc<Self>, data: &JsValue) {
        match (self.phase.get(), data.as_string()) {
            (Phase::Starting, None) if data.is_truthy() => {
                self.phase.set(Phase::Ready);
                self.take_up();
            }
            (Phase::Ready, Some(text)) => self.pass_on(text),
            (Phase::Stopped, _) => {}
            _ => self.fail(WorkerError::Garbled),
        }
    }

    fn pass_on(self: &Rc<Self>, text: String) {
        self.timer.take();
        if self.waiting.borrow_mut().pop_front().is_none() {
            return self.fail(WorkerError::Garbled);
        }
        self.take_up();
        (self.answer)(Ok(text));
    }

    fn fail(&self, error: WorkerError) {
        if self.phase.get() != Phase::Stopped {
            self.stop();
            (self.answer)(Err(error));
        }
    }

    fn stop(&self) {
        self.phase.set(Phase::Stopped);
        self.worker.terminate();
        self.waiting.take();
        self.timer.take();
    }
}

fn listeners(inner: &Rc<Inner>) -> [EventListener; 3] {
    let listen = |event, act: fn(&Rc<Inner>, &Event)| {
        let weak = Rc::downgrade(inner);
        EventListener::new(&inner.worker, event, move |event| {
            with(&weak, |inner| act(inner, event));
        })
    };
    [
        listen("message", |inner, event| inner.receive(&data(event))),
        listen("messageerror", |inner, _| inner.fail(WorkerError::Garbled)),
        listen("error", |inner, event| inner.fail(broken(event))),
    ]
}

fn with(inner: &Weak<Inner>, act: impl FnOnce(&Rc<Inner>)) {
    if let Some(inner) = inner.upgrade() {
        act(&inner);
    }
}

fn data(event: &Event) -> JsValue {
    event
        .dyn_ref::<MessageEvent>()
        .map_or(JsValue::UNDEFINED, MessageEvent::data)
}

/// A worker that cannot be loaded gives an event without words.
fn broken(event: &Event) -> WorkerError {
    let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
    let why = message.filter(|text| !text.is_empty());
    WorkerError::Broken(why.unwrap_or_else(|| "its script could not be loaded".to_owned()))
}
