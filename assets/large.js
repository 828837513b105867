// What the page of a large library does beside the program, which has no article compiled in: it
// brings the program each article before that comes to it, and it keeps all articles when asked to.
// `assets/library.js` fetches them, in a worker. `src/ui/library.rs` takes what is brought.
{
  const data = document.getElementById("library");
  const { worker: script, count, cards } = JSON.parse(data.textContent);
  const PATIENCE_MS = 300;
  // An answer, and a block of answers, which lists its articles.
  const ANSWERED = /^readback\.(attempt|block)\./;
  const ARTICLES = /"(?:a":|articles":\[)("[a-z0-9-]+"(?:,"[a-z0-9-]+")*)/;

  const make = (name, className = "", text = "") =>
    Object.assign(document.createElement(name), { className, textContent: text });
  const makeButton = (text, press) => Object.assign(make("button", "button", text), { type: "button", onclick: press });

  // A worker to ask; after a mistake the next one to ask gets another.
  const hire = () => {
    let worker;
    let waiting = [];
    const fail = (event) => {
      event.preventDefault();
      for (const { refuse } of waiting) refuse(new Error("failed"));
      waiting = [];
      worker = undefined;
    };
    const start = () =>
      new Promise((ready, refuse) => {
        waiting.push({ answer: ready, refuse });
        const started = new Worker(script);
        // It says first that it is ready.
        started.addEventListener("message", ({ data }) => waiting.shift().answer(data === true ? started : JSON.parse(data)));
        started.addEventListener("error", fail);
      });
    return async (question) => {
      worker ??= start();
      const ready = await worker;
      return new Promise((answer, refuse) => {
        waiting.push({ answer, refuse });
        ready.postMessage(question);
      });
    };
  };
  const ask = hire();

  // Articles, each before the program comes to it.

  const brought = new Set();
  const line = make("div", "row offline");
  line.setAttribute("role", "status");

  const needed = (hash) => {
    const [, slug] = /^#\/(?:read|quiz)\/([a-z0-9-]+)/.exec(hash) ?? [];
    if (slug) return [slug];
    return /^#\/(?:review|progress)/.test(hash) ? quizzed() : [];
  };

  const quizzed = () => {
    try {
      const answered = Object.entries(localStorage).filter(([key]) => ANSWERED.test(key));
      const slugs = answered.flatMap(([, value]) => ARTICLES.exec(value)?.[1].match(/[a-z0-9-]+/g) ?? []);
      return [...new Set(slugs)];
    } catch {
      return [];
    }
  };

  // What is said of a failure, of which the worker tells the name only.
  const failure = (name) =>
    ({
      away: "words:large.away",
      gone: "words:large.gone",
      offline: "words:large.offline",
      full: "words:large.full",
    })[name] ?? "words:large.failed";

  // Nothing, or the name of why it cannot be had. Of a name that no article has, the program says so.
  const bring = async (slug) => {
    if (brought.has(slug)) return undefined;
    const { text, error } = await ask(`open\n${slug}`).catch(({ message }) => ({ error: message }));
    if (error) return error;
    brought.add(slug);
    if (!text) return undefined;
    const element = make("script", "", text);
    Object.assign(element, { type: "application/json", id: `article:${slug}` });
    document.body.append(element);
    return undefined;
  };

  // Until what an address needs is here, or the reader goes elsewhere.
  const fetchFor = async (hash) => {
    const slugs = needed(hash);
    await hear();
    const timer = setTimeout(tell, PATIENCE_MS, "words:large.fetching");
    for (;;) {
      const errors = (await Promise.all(slugs.map(bring))).filter(Boolean);
      clearTimeout(timer);
      if (location.hash !== hash) return;
      tell("");
      // Where many are needed, the program makes do with those that are here.
      if (errors.length === 0 || slugs.length > 1) return;
      await askAgain(errors[0]);
      if (location.hash !== hash) return;
    }
  };

  const askAgain = (error) =>
    new Promise((again) => {
      tell(failure(error), makeButton("words:library.again", again));
      addEventListener("hashchange", again, { once: true });
    });

  const tell = (text, ...more) => {
    line.replaceChildren(...(text ? [text, ...more] : []));
    document.body.append(line);
  };

  let isOurs = false;
  addEventListener("hashchange", (event) => {
    const { hash } = location;
    if (isOurs) return;
    tell("");
    if (needed(hash).every((slug) => brought.has(slug))) return;
    event.stopImmediatePropagation();
    fetchFor(hash).then(() => {
      if (location.hash === hash) pass(new Event("hashchange"), self);
    });
  });

  const pass = (event, target) => {
    isOurs = true;
    target.dispatchEvent(event);
    isOurs = false;
  };

  const fetchFirst = async () => {
    let hash;
    while (hash !== location.hash) {
      ({ hash } = location);
      await fetchFor(hash);
    }
  };

  // The program's own module comes when the first article is here.
  const first = fetchFirst();
  const plain = self.fetch;
  self.fetch = async (what, ...more) => {
    const answer = await plain(what, ...more);
    if (String(what.url ?? what).endsWith(".wasm")) await first;
    return answer;
  };

  // More than the first articles, which the tutor shows: it is asked by its own button, as soon as that
  // is there. Then the first of the new ones has the focus.

  const MORE = "[data-do=library-more]";
  const more = make("p", "row");
  const goOn = makeButton("", () => {
    const find = document.getElementById("find");
    let isAsked = false;
    const step = () => {
      const next = find.querySelector(isAsked ? `#card-${cards.length}` : MORE);
      if (!next) return;
      if (isAsked) {
        watch.disconnect();
        return next.focus();
      }
      isAsked = true;
      next.click();
    };
    const watch = new MutationObserver(step);
    watch.observe(find, { childList: true });
    step();
  });
  if (cards.length < count) more.append(goOn);
  hear().then(() => goOn.append("words:library.more"));

  customElements.define(
    "more-articles",
    class extends HTMLElement {
      connectedCallback() {
        this.append(more);
      }
    },
  );

  // All articles kept on the device, by a worker that goes on while other pages are read.

  const askKeeper = hire();
  const section = make("section");
  const about = make("p");
  const bar = make("progress");
  const kept = make("p", "quiet");
  let state = { kept: 0, bytes: 0 };
  let isWanted = false;
  let isBegun = false;
  let isKeeping = false;
  const toggle = makeButton("", () => {
    isWanted = !isWanted;
    isBegun = true;
    // So that the browser does not throw away what took long to fetch.
    if (isWanted) navigator.storage?.persist?.().catch(() => {});
    keep();
  });
  const title = make("h2", "section-title");
  kept.setAttribute("role", "status");
  section.append(title, about, bar, kept, toggle);

  const keep = async () => {
    showKept();
    if (isKeeping) return;
    isKeeping = true;
    do {
      const answer = askKeeper(isWanted ? "keep\ngo" : "keep\n");
      state = await answer.catch(({ message }) => ({ ...state, error: message }));
      if (state.error || state.kept === count) isWanted = false;
      showKept();
    } while (isWanted);
    isKeeping = false;
  };

  const showKept = () => {
    const all = megabytes(state.bytes);
    const canKeep = Boolean(navigator.serviceWorker?.controller);
    const number = [fill("words:large.count", count), all].filter(Boolean).join(", ");
    title.textContent = "words:large.title";
    bar.setAttribute("aria-label", "words:large.bar");
    about.textContent = `${number}. ${canKeep ? "words:large.can" : "words:large.cannot"}`;
    for (const part of [bar, kept, toggle]) part.hidden = !canKeep || !all;
    Object.assign(bar, { max: count, value: state.kept });
    const isDone = state.kept === count;
    const news = state.error ? failure(state.error) : isDone ? fill("words:large.done", count, all) : share(all);
    if (kept.textContent !== news) kept.textContent = news;
    toggle.hidden ||= isDone;
    toggle.textContent = isWanted ? "words:reading.pause" : isBegun ? "words:reading.go-on" : "words:large.keep";
  };

  const share = (all) => fill("words:large.share", state.kept, count, megabytes((state.bytes * state.kept) / count) || "0\u00a0MB", all);

  // What is said, with these in the places left for them.
  const fill = (text, ...all) => all.reduce((text, one) => text.replace("{}", () => local(one)), text);

  const local = (one) => (typeof one === "number" ? one.toLocaleString(root.lang) : one);

  const megabytes = (bytes) => {
    const digits = bytes < 1e7 ? 1 : 0;
    const number = (bytes / 1e6).toLocaleString(root.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return bytes ? `${number}\u00a0MB` : "";
  };

  customElements.define(
    "keep-all",
    class extends HTMLElement {
      connectedCallback() {
        this.append(section);
        keep();
      }
    },
  );
}
