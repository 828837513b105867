//! The room `browser` in a real browser: what it gives, and what it says when it is denied.
//!
//! Apart from the native tests, since nothing here runs without a page: `scripts/test.sh` starts it.

#![cfg(all(target_arch = "wasm32", feature = "browser"))]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Promise, eval};
use readback::browser::keyboard::{Key, Place, Used};
use readback::browser::storage::{StorageError, Written};
use readback::browser::worker::{Worker, WorkerError};
use readback::browser::{address, chance, clock, keyboard, storage};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn what_is_written_is_read_again() {
    let key = "readback.test.value";
    assert_eq!(storage::write(key, "ä\u{1F600}"), Ok(()));
    assert_eq!(storage::read(key), Ok(Some("ä\u{1F600}".to_owned())));
    assert_eq!(storage::remove(key), Ok(()));
    assert_eq!(storage::read(key), Ok(None));
}

#[wasm_bindgen_test]
fn what_is_written_once_is_never_replaced() {
    let key = "readback.test.once";
    assert_eq!(storage::write_new(key, "a"), Ok(Written::New));
    assert_eq!(storage::write_new(key, "a"), Ok(Written::Same));
    assert_eq!(storage::write_new(key, "b"), Ok(Written::Other));
    assert_eq!(storage::read(key), Ok(Some("a".to_owned())));
    assert_eq!(storage::remove(key), Ok(()));
}

#[wasm_bindgen_test]
fn keys_of_others_are_not_seen() {
    let ours = ["readback.test.list.b", "readback.test.list.a"];
    for key in ours.iter().chain(&["another.key"]) {
        assert_eq!(storage::write(key, key), Ok(()));
    }
    let entry = |key: &str| (key.to_owned(), key.to_owned());
    assert_eq!(
        storage::entries_with_prefix("readback.test.list."),
        Ok(vec![entry(ours[1]), entry(ours[0])])
    );
    for key in ours.iter().chain(&["another.key"]) {
        assert_eq!(storage::remove(key), Ok(()));
    }
}

#[wasm_bindgen_test]
fn denied_storage_is_an_error() {
    let _patch = Patch::new(
        "const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
         Object.defineProperty(window, 'localStorage', {
             configurable: true,
             get() { throw new DOMException('denied', 'SecurityError'); },
         });",
        "Object.defineProperty(window, 'localStorage', own)",
    );
    assert_eq!(storage::read("a"), Err(StorageError::Denied));
    assert_eq!(storage::write("a", "b"), Err(StorageError::Denied));
    assert_eq!(storage::keys_with_prefix(""), Err(StorageError::Denied));
}

#[wasm_bindgen_test]
fn full_storage_is_an_error() {
    let _patch = Patch::new(
        "const own = Storage.prototype.setItem;
         Storage.prototype.setItem = () => {
             throw new DOMException('full', 'QuotaExceededError');
         };",
        "Storage.prototype.setItem = own",
    );
    assert_eq!(
        storage::write_new("readback.test.full", "b"),
        Err(StorageError::Full)
    );
    assert_eq!(storage::read("readback.test.full"), Ok(None));
}

#[wasm_bindgen_test]
fn chance_differs_each_time() {
    assert_ne!(chance::random_u64(), chance::random_u64());
}

#[wasm_bindgen_test]
fn days_are_written_out() {
    let day = clock::format_date(2025, 8, 4);
    assert!(day.contains("2025") && day.contains('4'), "{day}");
    let today = clock::format_day(clock::now_ms());
    assert!(today.contains("20"), "{today}");
}

#[wasm_bindgen_test]
async fn a_change_of_the_address_is_told() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let _listener = address::on_hash_change({
        let heard = heard.clone();
        move |hash| heard.borrow_mut().push(hash)
    });
    address::set_hash("#/read/a");
    assert_eq!(address::hash(), "#/read/a");
    until(|| !heard.borrow().is_empty()).await;
    assert_eq!(*heard.borrow(), ["#/read/a"]);
    address::set_hash("");
}

#[wasm_bindgen_test]
fn focus_says_whether_there_was_anything() {
    let _patch = Patch::new(
        "const field = document.body.appendChild(document.createElement('input'));
         field.id = 'field';",
        "field.remove()",
    );
    assert!(address::focus("#field"));
    assert!(!address::focus("#nowhere"));
    assert!(!address::focus("not a selector ["));
}

#[wasm_bindgen_test]
fn keys_say_where_they_were_pressed() {
    let pressed = keys_pressed(
        "press(document.body, '1');
         press(element('input'), '2');
         press(element('input', { type: 'radio' }), '3');
         press(element('button'), 'Enter');
         press(element('textarea'), '?');",
    );
    let expected = [
        ("1", Place::Page),
        ("2", Place::Field),
        ("3", Place::Page),
        ("Enter", Place::Control),
        ("?", Place::Field),
    ];
    assert_eq!(pressed, expected.map(|(name, place)| key(name, place)));
}

#[wasm_bindgen_test]
fn keys_meant_for_others_are_left_alone() {
    let pressed = keys_pressed(
        "press(document.body, '1', { ctrlKey: true });
         press(document.body, '2', { altKey: true });
         press(document.body, '3', { metaKey: true });
         press(document.body, '4', { repeat: true });
         press(document.body, '5', { isComposing: true });",
    );
    assert_eq!(pressed, []);
}

#[wasm_bindgen_test]
async fn a_worker_answers_in_order() {
    let (_worker, answers) = ask(
        "postMessage(true); onmessage = ({ data }) => postMessage(data + '!');",
        &["a", "b"],
    );
    until(|| answers.borrow().len() == 2).await;
    let said = |text: &str| Ok(text.to_owned());
    assert_eq!(*answers.borrow(), [said("a!"), said("b!")]);
}

#[wasm_bindgen_test]
async fn a_worker_that_breaks_off_is_an_error() {
    let (_worker, answers) = ask(
        "postMessage(true); onmessage = () => { throw new Error('broken'); };",
        &["a"],
    );
    until(|| !answers.borrow().is_empty()).await;
    let answer = answers.borrow()[0].clone();
    assert!(matches!(answer, Err(WorkerError::Broken(_))), "{answer:?}");
}

#[wasm_bindgen_test]
async fn a_silent_worker_is_an_error() {
    let (_worker, answers) = ask("postMessage(true);", &["a"]);
    until(|| !answers.borrow().is_empty()).await;
    assert_eq!(*answers.borrow(), [Err(WorkerError::TooSlow(LIMIT_MS))]);
}

#[wasm_bindgen_test]
async fn a_garbled_answer_is_an_error() {
    let (_worker, answers) = ask(
        "postMessage(true); onmessage = () => postMessage(7);",
        &["a"],
    );
    until(|| !answers.borrow().is_empty()).await;
    assert_eq!(*answers.borrow(), [Err(WorkerError::Garbled)]);
}

const LIMIT_MS: u32 = 1000;

type Answers = Rc<RefCell<Vec<Result<String, WorkerError>>>>;

/// A worker of this script, already asked; its answers come in later.
fn ask(script: &str, questions: &[&str]) -> (Worker, Answers) {
    let address = run(&format!("URL.createObjectURL(new Blob([`{script}`]))"))
        .as_string()
        .expect("an address is text");
    let answers = Answers::default();
    let worker = Worker::start(&address, LIMIT_MS, {
        let answers = answers.clone();
        move |answer| answers.borrow_mut().push(answer)
    })
    .expect("the browser starts a worker");
    for question in questions {
        worker.ask(*question);
    }
    (worker, answers)
}

fn key(name: &str, place: Place) -> Key {
    Key {
        name: name.to_owned(),
        place,
    }
}

/// What is heard of keys while `script` presses some.
fn keys_pressed(script: &str) -> Vec<Key> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listener = keyboard::on_key({
        let heard = heard.clone();
        move |key| {
            heard.borrow_mut().push(key);
            Used::Yes
        }
    });
    run(&format!(
        "(() => {{
             const element = (name, properties) =>
                 document.body.appendChild(Object.assign(document.createElement(name), properties));
             const press = (target, key, more) => target.dispatchEvent(new KeyboardEvent(
                 'keydown', {{ key, bubbles: true, cancelable: true, ...more }}));
             {script}
         }})()"
    ));
    drop(listener);
    heard.take()
}

/// Something of the browser's changed by a script, until this is dropped.
struct Patch(js_sys::Function);

impl Patch {
    fn new(script: &str, undo: &str) -> Self {
        Patch(
            run(&format!(
                "(() => {{ {script} return () => {{ {undo} }}; }})()"
            ))
            .into(),
        )
    }
}

impl Drop for Patch {
    fn drop(&mut self) {
        self.0.call0(&self.0).expect("the undo does not throw");
    }
}

fn run(script: &str) -> wasm_bindgen::JsValue {
    eval(script).expect("the script does not throw")
}

/// Waits for something that another turn of the browser brings about.
async fn until(done: impl Fn() -> bool) {
    for _ in 0..500 {
        if done() {
            return;
        }
        let turn = run("new Promise((done) => setTimeout(done, 10))");
        JsFuture::from(Promise::from(turn))
            .await
            .expect("a timer does not fail");
    }
    panic!("it never came about");
}
