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
      for (const { refuse } of waiting) refuse(new Error("The articles cannot be fetched now."));
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

  // Nothing, or why it cannot be had. Of a name that no article has, the program says so.
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
    const timer = setTimeout(say, PATIENCE_MS, "Fetching…");
    for (;;) {
      const errors = (await Promise.all(slugs.map(bring))).filter(Boolean);
      clearTimeout(timer);
      if (location.hash !== hash) return;
      say("");
      // Where many are needed, the program makes do with those that are here.
      if (errors.length === 0 || slugs.length > 1) return;
      await askAgain(errors[0]);
      if (location.hash !== hash) return;
    }
  };

  const askAgain = (error) =>
    new Promise((again) => {
      say(error, makeButton("Try again", again));
      addEventListener("hashchange", again, { once: true });
    });

  const say = (text, ...more) => {
    line.replaceChildren(...(text ? [text, ...more] : []));
    document.body.append(line);
  };

  let isOurs = false;
  addEventListener("hashchange", (event) => {
    const { hash } = location;
    if (isOurs) return;
    say("");
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
  const goOn = makeButton("Show more", () => {
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
  let isKeeping = false;
  const toggle = makeButton("", () => {
    isWanted = !isWanted;
    // So that the browser does not throw away what took long to fetch.
    if (isWanted) navigator.storage?.persist?.().catch(() => {});
    keep();
  });
  bar.setAttribute("aria-label", "Articles kept");
  kept.setAttribute("role", "status");
  section.append(make("h2", "section-title", "Articles on this device"), about, bar, kept, toggle);

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
    about.textContent = canKeep
      ? `${count} articles${all && `, ${all}`}. Those that you open are kept on this device; all of them can be.`
      : `${count} articles. Here this browser keeps none of them: reload the page, or open it by https.`;
    for (const part of [bar, kept, toggle]) part.hidden = !canKeep || !all;
    Object.assign(bar, { max: count, value: state.kept });
    const isDone = state.kept === count;
    const share = `${state.kept} of ${count} kept, ${megabytes((state.bytes * state.kept) / count) || "0 MB"} of ${all}.`;
    const news = state.error ?? (isDone ? `All ${count} articles are kept, ${all}.` : share);
    if (kept.textContent !== news) kept.textContent = news;
    toggle.hidden ||= isDone;
    toggle.textContent = isWanted ? "Pause" : state.kept ? "Go on" : "Keep all articles on this device";
  };

  const megabytes = (bytes) => (bytes ? `${bytes < 1e7 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6)} MB` : "");

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
