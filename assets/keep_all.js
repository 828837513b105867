// "Articles on this device", in the Settings of a large library: all of them kept when asked to.
// Apart from the program, since only a large library has it. `assets/library.js` does the fetching,
// in a worker that goes on while other pages are read.
{
  const { worker: script, count } = JSON.parse(document.getElementById("library").textContent);

  // What the worker said last; whether the reader wants all; whether the worker is asked.
  let state = { kept: 0, count, bytes: 0 };
  let isWanted = false;
  let isAsked = false;
  let worker;

  const section = document.createElement("section");
  const [title, about, bar, line, row, button] = ["h2", "p", "progress", "p", "p", "button"].map((name) =>
    document.createElement(name),
  );
  title.className = "section-title";
  title.textContent = "Articles on this device";
  bar.setAttribute("aria-label", "Articles kept");
  line.setAttribute("role", "status");
  row.className = "row";
  button.type = "button";
  button.className = "button";
  row.append(button);
  section.append(title, about, bar, line, row);

  button.addEventListener("click", () => {
    isWanted = !isWanted;
    // So that the browser does not throw away what took long to fetch.
    if (isWanted) navigator.storage?.persist?.().catch(() => {});
    ask();
    show();
  });

  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    if (worker) post();
    else worker = start();
  };

  const post = () => worker.postMessage(isWanted ? "keep\ngo" : "keep\n");

  const start = () => {
    const started = new Worker(script);
    // It says first that it is ready.
    started.addEventListener("message", ({ data }) => (data === true ? post() : hear(JSON.parse(data))));
    started.addEventListener("error", () => {
      worker = undefined;
      hear({ ...state, error: "The articles cannot be fetched now: try again later." });
    });
    return started;
  };

  const hear = (said) => {
    state = said;
    isAsked = false;
    if (state.error || state.kept === state.count) isWanted = false;
    if (isWanted) ask();
    show();
  };

  const show = () => {
    const canKeep = Boolean(navigator.serviceWorker?.controller);
    const { kept, bytes, error } = state;
    for (const part of [bar, line, row]) part.hidden = !canKeep || !bytes;
    const space = `${megabytes(bytes)} MB`;
    if (!canKeep) return say(about, `${count} articles. This browser keeps none of them here for reading offline.`);
    say(about, `${count} articles${bytes ? `, ${space}` : ""}. Those that you open are kept on this device; all of them can be.`);
    bar.max = count;
    bar.value = kept;
    const share = `${megabytes((bytes * kept) / count)} of ${space}`;
    say(line, error ?? (kept === count ? `All ${count} articles are kept.` : `${kept} of ${count} kept, ${share}.`));
    row.hidden = kept === count;
    say(button, isWanted ? "Pause" : kept ? "Go on" : "Keep all articles on this device");
  };

  const say = (part, text) => {
    if (part.textContent !== text) part.textContent = text;
  };

  const megabytes = (bytes) => (bytes < 1e7 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6));

  customElements.define(
    "keep-all",
    class extends HTMLElement {
      connectedCallback() {
        this.append(section);
        show();
        ask();
      }
    },
  );
}
