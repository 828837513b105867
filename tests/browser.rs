//! The room `browser`, in a real one.
//!
//! Apart from the native tests: run in the Chromium of the journeys, by `scripts/test.sh`.
#![cfg(all(target_arch = "wasm32", feature = "browser"))]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Promise, eval};
use readback::browser::address;
use readback::browser::chance::random_u64;
use readback::browser::clock;
use readback::browser::file;
use readback::browser::keyboard::{self, Key, Place, Used};
use readback::browser::storage::{self, Change, StorageError};
use readback::browser::text;
use readback::browser::tree;
use readback::browser::worker::{Worker, WorkerError};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What a callback was given, in order.
type Heard<T> = Rc<RefCell<Vec<T>>>;

fn js(script: &str) -> JsValue {
    eval(script).expect("the script runs")
}

async fn pause(ms: u32) {
    let timer = format!("new Promise(done => setTimeout(done, {ms}))");
    let timer = Promise::from(js(&timer));
    JsFuture::from(timer).await.expect("time passes");
}

/// Waits until a callback was given `count` things, at most two seconds.
async fn hear<T: Clone>(heard: &Heard<T>, count: usize) -> Vec<T> {
    for _ in 0..200 {
        if heard.borrow().len() >= count {
            break;
        }
        pause(10).await;
    }
    heard.borrow().clone()
}

fn listener<T: 'static>() -> (Heard<T>, impl Fn(T)) {
    let heard = Heard::default();
    let into = heard.clone();
    (heard, move |value| into.borrow_mut().push(value))
}

/// Has `script` run in the place of the window's own getter of `property` during `test`.
fn with_getter(property: &str, script: &str, test: impl FnOnce()) {
    js(&format!(
        "self.original = Object.getOwnPropertyDescriptor(window, '{property}');
         Object.defineProperty(window, '{property}', {{ ...original, get() {{ {script} }} }})"
    ));
    test();
    js(&format!(
        "Object.defineProperty(window, '{property}', original)"
    ));
}

/// Has `script` run in the place of a method of `owner` during `test`.
fn with_method(owner: &str, method: &str, script: &str, test: impl FnOnce()) {
    js(&format!(
        "self.original = {owner}.{method};
         {owner}.{method} = function () {{ {script} }}"
    ));
    test();
    js(&format!("{owner}.{method} = self.original"));
}

mod stored {
    use super::*;

    #[wasm_bindgen_test]
    fn values_are_kept_by_key_and_prefix() {
        storage::write("test.a.2", "zwei €").unwrap();
        storage::write("test.a.1", "one").unwrap();
        storage::write("test.b.1", "other").unwrap();
        assert_eq!(storage::read("test.a.2"), Ok(Some("zwei €".to_owned())));
        assert_eq!(storage::read("test.a.3"), Ok(None));
        let entries = storage::entries_json("test.b.");
        assert_eq!(entries.as_deref(), Ok(r#"[["test.b.1","other"]]"#));

        storage::remove("test.a.2").unwrap();
        assert_eq!(storage::read("test.a.2"), Ok(None));
        js("localStorage.clear()");
        assert_eq!(storage::entries_json("test.").as_deref(), Ok("[]"));
    }

    fn check_all_calls(expected: StorageError) {
        assert_eq!(storage::read("test.x"), Err(expected.clone()));
        assert_eq!(storage::write("test.x", "1"), Err(expected.clone()));
        assert_eq!(storage::remove("test.x"), Err(expected.clone()));
        assert_eq!(storage::entries_json("test."), Err(expected));
    }

    #[wasm_bindgen_test]
    fn denied_storage_is_an_error_and_no_panic() {
        let throws = "throw new DOMException('The operation is insecure.', 'SecurityError')";
        with_getter("localStorage", throws, || {
            check_all_calls(StorageError::Denied)
        });
        with_getter("localStorage", "return null", || {
            check_all_calls(StorageError::Denied)
        });
        let broken = StorageError::Failed("disk on fire".to_owned());
        with_getter("localStorage", "throw new Error('disk on fire')", || {
            check_all_calls(broken)
        });
    }

    #[wasm_bindgen_test]
    fn full_storage_is_an_error_and_loses_nothing() {
        storage::write("test.full.before", "kept").unwrap();
        let megabyte = "x".repeat(1 << 20);
        let filled = (0..20).map(|n| storage::write(&format!("test.full.{n}"), &megabyte));
        assert_eq!(
            filled.into_iter().find(Result::is_err),
            Some(Err(StorageError::Full))
        );
        assert_eq!(
            storage::read("test.full.before"),
            Ok(Some("kept".to_owned()))
        );
        js("localStorage.clear()");
    }

    #[wasm_bindgen_test]
    fn the_way_older_browsers_say_full_is_understood() {
        let old = "return { getItem: () => null, setItem() { \
            throw new DOMException('', 'NS_ERROR_DOM_QUOTA_REACHED') } }";
        with_getter("localStorage", old, || {
            assert_eq!(storage::write("test.x", "1"), Err(StorageError::Full));
        });
    }

    fn from_another_tab(fields: &str) {
        js(&format!(
            "dispatchEvent(new StorageEvent('storage', {{ {fields} }}))"
        ));
    }

    #[wasm_bindgen_test]
    fn changes_by_another_tab_are_heard_until_dropped() {
        let (heard, callback) = listener();
        let guard = storage::on_change("test.", callback);
        from_another_tab("key: 'test.a', newValue: '1'");
        from_another_tab("key: 'foreign', newValue: '1'");
        from_another_tab("key: 'test.a', newValue: null");
        from_another_tab("key: null");
        drop(guard);
        from_another_tab("key: 'test.a', newValue: '2'");
        let key = || "test.a".to_owned();
        let value = "1".to_owned();
        let expected = [
            Change::Set { key: key(), value },
            Change::Removed { key: key() },
            Change::Cleared,
        ];
        assert_eq!(*heard.borrow(), expected);
    }
}

mod clock_and_chance {
    use super::*;

    #[wasm_bindgen_test]
    fn the_clock_is_in_milliseconds() {
        let year_2020 = 1_577_836_800_000;
        let year_2200 = 7_258_118_400_000;
        assert!((year_2020..year_2200).contains(&clock::now_ms()));
    }

    #[wasm_bindgen_test]
    fn a_day_is_written_with_its_year() {
        let day = clock::format_date(2025, 8, 4);
        assert!(
            day.contains("2025") && day.contains('4') && !day.contains("00:"),
            "{day}"
        );
        assert_eq!(
            day,
            clock::format_day(js("+new Date(2025, 7, 4, 23)").as_f64().unwrap() as u64)
        );
        assert!(clock::format_date(1987, 2, 28).contains("1987"));
    }

    #[wasm_bindgen_test]
    fn a_browser_that_cannot_write_dates_still_says_the_day() {
        let throws = "throw new RangeError('locale')";
        let mut day = String::new();
        with_method("Date.prototype", "toLocaleDateString", throws, || {
            day = clock::format_date(2025, 8, 4);
        });
        assert_eq!(day, "Mon Aug 04 2025");
    }

    #[wasm_bindgen_test]
    fn chance_differs_with_and_without_crypto() {
        let mut drawn: Vec<_> = (0..20).map(|_| random_u64()).collect();
        with_getter("crypto", "return undefined", || {
            drawn.extend((0..20).map(|_| random_u64()));
        });
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn.len(), 40);
        // Both halves are drawn: no bit is the same in all forty.
        assert_eq!(drawn.iter().fold(0, |all, one| all | one), u64::MAX);
        assert_eq!(drawn.iter().fold(u64::MAX, |all, one| all & one), 0);
    }
}

mod page {
    use super::*;

    #[wasm_bindgen_test]
    async fn changes_of_the_hash_are_heard_until_dropped() {
        let before = address::hash();
        let (heard, callback) = listener();
        let guard = address::on_hash_change(callback);
        address::set_hash("#/read/tides");
        assert_eq!(address::hash(), "#/read/tides");
        assert_eq!(hear(&heard, 1).await, ["#/read/tides"]);
        drop(guard);
        address::set_hash(&before);
        pause(50).await;
        assert_eq!(heard.borrow().len(), 1);
    }

    #[wasm_bindgen_test]
    fn title_focus_and_theme_are_set() {
        js(
            "document.body.insertAdjacentHTML('beforeend', '<h1 id=\"top\" tabindex=\"-1\">Tides</h1>')",
        );
        address::set_title("Tides - Readback");
        address::set_root_attribute("data-theme", Some("dark"));
        assert!(address::focus("h1#top"));
        assert!(address::scroll_into_view("top"));
        let seen = "[document.title, document.documentElement.dataset.theme, document.activeElement.id].join()";
        assert_eq!(js(seen), "Tides - Readback,dark,top");

        address::set_root_attribute("data-theme", None);
        js("document.querySelector('#top').remove()");
        assert_eq!(
            js("document.documentElement.dataset.theme"),
            JsValue::UNDEFINED
        );
        assert!(!address::focus("h1#top"));
        assert!(!address::focus("no(selector"));
        assert!(!address::scroll_into_view("top"));
    }

    /// Presses a key on a new element of this kind; says whether the browser may act on it.
    fn press(element: &str, key: &str) -> bool {
        let script = format!(
            "document.body.insertAdjacentHTML('beforeend', '{element}');
             const target = document.body.lastElementChild;
             const event = new KeyboardEvent('keydown', {{ {key}, bubbles: true, cancelable: true }});
             target.dispatchEvent(event);
             target.remove();
             return !event.defaultPrevented"
        );
        js(&format!("(() => {{ {script} }})()")).is_truthy()
    }

    #[wasm_bindgen_test]
    fn keys_come_with_the_place_they_were_pressed_in() {
        let (heard, callback) = listener();
        let guard = keyboard::on_key(move |key: Key| {
            let used = if key.name == "1" { Used::Yes } else { Used::No };
            callback((key.name, key.place));
            used
        });
        assert!(!press("<p></p>", "key: \"1\""));
        assert!(press("<p></p>", "key: \"2\""));
        assert!(press("<input>", "key: \"a\""));
        assert!(press("<textarea></textarea>", "key: \"b\""));
        assert!(press("<div contenteditable></div>", "key: \"c\""));
        assert!(press("<input type=radio>", "key: \"Enter\""));
        assert!(press("<button></button>", "key: \"Enter\""));
        assert!(press("<p></p>", "key: \"x\", ctrlKey: true"));
        assert!(press("<p></p>", "key: \"y\", repeat: true"));
        drop(guard);
        assert!(press("<p></p>", "key: \"1\""));
        let expected = [
            ("1", Place::Page),
            ("2", Place::Page),
            ("a", Place::Field),
            ("b", Place::Field),
            ("c", Place::Field),
            ("Enter", Place::Page),
            ("Enter", Place::Control),
        ];
        assert_eq!(
            *heard.borrow(),
            expected.map(|(key, place)| (key.to_owned(), place))
        );
    }
}

mod files {
    use super::*;

    #[wasm_bindgen_test]
    async fn a_text_is_offered_under_its_name() {
        let keep = "self.offered = this";
        with_method("HTMLAnchorElement.prototype", "click", keep, || {
            file::offer("backup.json", "application/json", "{\"a\": \"é\"}").unwrap();
        });
        assert_eq!(js("offered.download"), "backup.json");
        let text = Promise::from(js("fetch(offered.href).then(it => it.text())"));
        assert_eq!(JsFuture::from(text).await.unwrap(), "{\"a\": \"é\"}");
    }

    /// Picks a file of this content as a reader would.
    fn pick(content: &str, limit: u64) -> Heard<Result<String, file::FileError>> {
        let (heard, callback) = listener();
        let choose = format!(
            "const picked = new DataTransfer();
             picked.items.add(new File([{content}], 'backup.json'));
             this.files = picked.files;
             this.dispatchEvent(new Event('change'))"
        );
        with_method("HTMLInputElement.prototype", "click", &choose, || {
            file::pick(".json", limit, callback).unwrap();
        });
        heard
    }

    #[wasm_bindgen_test]
    async fn a_picked_file_is_read_as_text() {
        let heard = pick("'{\"a\": \"é\"}'", 100);
        assert_eq!(hear(&heard, 1).await, [Ok("{\"a\": \"é\"}".to_owned())]);
        let heard = pick("new Uint8Array([97, 255, 98])", 100);
        assert_eq!(hear(&heard, 1).await, [Ok("a\u{fffd}b".to_owned())]);
    }

    #[wasm_bindgen_test]
    async fn a_file_over_the_limit_is_not_read() {
        let heard = pick("'x'.repeat(3000001)", 3_000_000);
        let message = hear(&heard, 1).await[0].clone().unwrap_err().to_string();
        assert_eq!(message, "this file has 4 MB, and at most 3 MB can be read");
    }
}

mod workers {
    use super::*;

    type Answers = Heard<Result<String, WorkerError>>;

    const ECHO: &str = "onmessage = e => postMessage('re: ' + e.data); postMessage(true);";

    fn start(script: &str, limit: u32) -> (Answers, Worker) {
        let (heard, callback) = listener();
        let address = js(&format!("URL.createObjectURL(new Blob([`{script}`]))"));
        let worker = Worker::start(&address.as_string().unwrap(), limit, callback);
        (heard, worker.unwrap())
    }

    async fn only_answer(script: &str, limit: u32) -> Result<String, WorkerError> {
        let (heard, worker) = start(script, limit);
        worker.ask("one");
        let answers = hear(&heard, 1).await;
        // What is asked after an error is asked in vain, and an error comes once.
        worker.ask("two");
        pause(50).await;
        let [answer] = &heard.borrow()[..] else {
            panic!("{:?}", heard.borrow());
        };
        assert_eq!(answers.first(), Some(answer));
        answer.clone()
    }

    #[wasm_bindgen_test]
    async fn questions_are_answered_in_order() {
        let (heard, worker) = start(ECHO, 2000);
        worker.ask("one");
        worker.ask("two");
        let expected = ["re: one", "re: two", "re: three"].map(|text| Ok(text.to_owned()));
        assert_eq!(hear(&heard, 2).await, expected[..2]);
        worker.ask("three");
        assert_eq!(hear(&heard, 3).await, expected);
    }

    #[wasm_bindgen_test]
    async fn questions_wait_until_the_worker_is_ready() {
        let late = format!("setTimeout(() => {{ {ECHO} }}, 100)");
        let (heard, worker) = start(&late, 2000);
        worker.ask("early");
        assert_eq!(hear(&heard, 1).await, [Ok("re: early".to_owned())]);
    }

    #[wasm_bindgen_test]
    async fn a_worker_that_throws_ends_as_an_error() {
        let throws = "onmessage = () => { throw new Error('no such page') }; postMessage(true);";
        let error = only_answer(throws, 2000).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the worker broke off: Uncaught Error: no such page"
        );
    }

    #[wasm_bindgen_test]
    async fn a_script_that_is_not_there_ends_as_an_error() {
        let (heard, callback) = listener();
        let worker = Worker::start("no-such-script.js", 2000, callback).unwrap();
        worker.ask("one");
        let answers = hear(&heard, 1).await;
        assert!(
            matches!(answers[..], [Err(WorkerError::Broken(_))]),
            "{answers:?}"
        );
    }

    #[wasm_bindgen_test]
    fn an_address_that_is_none_is_refused() {
        let error = Worker::start("http://[", 2000, |_| {}).unwrap_err();
        assert!(matches!(error, WorkerError::Refused(_)), "{error}");
    }

    #[wasm_bindgen_test]
    async fn silence_ends_at_the_limit() {
        assert_eq!(only_answer("", 50).await, Err(WorkerError::TooSlow(50)));
        let mute = "onmessage = () => {}; postMessage(true);";
        assert_eq!(only_answer(mute, 50).await, Err(WorkerError::TooSlow(50)));
    }

    #[wasm_bindgen_test]
    async fn an_answer_that_is_no_text_is_an_error() {
        let garbled = "onmessage = () => postMessage({ a: 1 }); postMessage(true);";
        assert_eq!(only_answer(garbled, 2000).await, Err(WorkerError::Garbled));
    }

    #[wasm_bindgen_test]
    async fn the_limit_is_for_each_answer() {
        let slow = "onmessage = e => setTimeout(postMessage, 150, e.data); postMessage(true);";
        let (heard, worker) = start(slow, 400);
        for question in ["one", "two", "three", "four"] {
            worker.ask(question);
        }
        let answers = hear(&heard, 4).await;
        assert!(
            answers.len() == 4 && answers.iter().all(Result::is_ok),
            "{answers:?}"
        );
    }

    #[wasm_bindgen_test]
    fn a_dropped_worker_is_silent_and_stopped() {
        js("self.stopped = 0");
        let count = "self.stopped += 1; self.original.call(this)";
        with_method("Worker.prototype", "terminate", count, || {
            for _ in 0..20 {
                let (heard, worker) = start(ECHO, 2000);
                worker.ask("one");
                drop(worker);
                assert_eq!(Rc::strong_count(&heard), 1, "the callback is let go");
            }
        });
        assert_eq!(js("stopped"), 20);
    }

    #[wasm_bindgen_test]
    async fn a_worker_may_be_dropped_by_its_own_answer() {
        let slot: Rc<RefCell<Option<Worker>>> = Rc::default();
        let (heard, callback) = listener();
        let address = js(&format!("URL.createObjectURL(new Blob([`{ECHO}`]))"));
        let own = slot.clone();
        let worker = Worker::start(&address.as_string().unwrap(), 2000, move |answer| {
            own.take();
            callback(answer);
        });
        slot.replace(worker.ok());
        slot.borrow().as_ref().unwrap().ask("one");
        assert_eq!(hear(&heard, 1).await, [Ok("re: one".to_owned())]);
        pause(20).await;
        assert!(slot.borrow().is_none());
    }
}

/// What stands in the element with the id "tree", which is made anew where it is not there.
fn in_tree() -> String {
    js("if (!document.getElementById('tree')) {
          const tree = document.createElement('div');
          tree.id = 'tree';
          document.body.append(tree);
        }
        document.getElementById('tree').innerHTML")
    .as_string()
    .unwrap()
}

#[wasm_bindgen_test]
fn a_tree_is_shown_with_its_texts_as_texts() {
    in_tree();
    tree::show(
        "tree",
        r#"[["p",[["class","x"]],["<i>",["b",[],["bold"]]]],["svg",[],[["path",[],[]]]]]"#,
    );
    let shown = r#"<p class="x">&lt;i&gt;<b>bold</b></p><svg><path></path></svg>"#;
    assert_eq!(in_tree(), shown);
    let space = js("document.querySelector('#tree path').namespaceURI").as_string();
    assert_eq!(space.as_deref(), Some("http://www.w3.org/2000/svg"));
    tree::show("tree", "[[");
    assert_eq!(in_tree(), shown, "what cannot be read changes nothing");
    tree::show("nowhere", "[]");
    tree::show("tree", "[]");
    assert_eq!(in_tree(), "");
}

#[wasm_bindgen_test]
fn what_had_the_focus_or_was_open_is_so_again() {
    in_tree();
    let nodes =
        r#"[["details",[["id","d"]],[["summary",[],["more"]]]],["button",[["id","go b"]],["go"]]]"#;
    tree::show("tree", nodes);
    js("document.getElementById('d').open = true; document.getElementById('go b').focus()");
    tree::show("tree", nodes);
    assert_eq!(js("document.getElementById('d').open"), JsValue::TRUE);
    assert_eq!(
        js("document.activeElement.id").as_string().as_deref(),
        Some("go b")
    );
    tree::show("tree", "[]");
}

#[wasm_bindgen_test]
fn all_entries_of_one_prefix_are_told_as_json() {
    js("localStorage.clear();
        localStorage.setItem('readback.a', '\"1\"\\n');
        localStorage.setItem('other.b', '2')");
    let entries = storage::entries_json("readback.");
    assert_eq!(entries.as_deref(), Ok(r#"[["readback.a","\"1\"\n"]]"#));
    js("localStorage.clear()");
}

#[wasm_bindgen_test]
fn any_text_can_be_quoted() {
    assert_eq!(text::quoted("a\"\n\u{1}é"), r#""a\"\n\u0001é""#);
}
