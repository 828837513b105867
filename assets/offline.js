// Registers the service worker and says what comes of it: once, that the page opens without a
// network from now on; and when a new version waits, which comes in only when the reader asks for
// it. Not part of the program, so that a version mended arrives even where that cannot start.
{
  const HOUR = 3_600_000;
  const SHORTLY = 8_000;
  let READY;
  let NEW;
  const TOLD = `readback.offline.${new URL(".", location).pathname}`;

  const line = document.createElement("div");
  const button = document.createElement("button");
  line.className = "quiet row offline";
  line.setAttribute("role", "status");
  button.className = "button";

  let registration;
  let checked = Date.now();
  let told;
  // Whether another tab has asked for a new version while a quiz went on here.
  let stale = false;

  const start = async () => {
    const { serviceWorker } = navigator;
    registration = await serviceWorker.register("./service_worker.js");
    told = isTold();
    await hear();
    READY = "words:offline.ready";
    NEW = "words:offline.new";
    button.textContent = "words:broken.reload";
    document.body.append(line);
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    serviceWorker.addEventListener("message", ({ data }) => data === "reload" && goOn());
    button.addEventListener("click", accept);
    addEventListener("click", rescue, true);
    addEventListener("hashchange", show);
    addEventListener("online", check);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && Date.now() - checked > HOUR) check();
    });
    if (registration.active) check();
    show();
  };

  const watch = (worker) => worker?.addEventListener("statechange", show);

  const check = () => {
    checked = Date.now();
    registration.update().catch(() => {});
  };

  const show = () => {
    const text = message();
    if (text === line.firstChild?.data && line.isConnected) return;
    document.body.append(line);
    line.replaceChildren(...[text, text === NEW && button].filter(Boolean));
    if (text === READY) tell();
  };

  const message = () => {
    const { active, waiting } = registration;
    if (/^#\/(quiz\/|review)/.test(location.hash) || !active) return undefined;
    return waiting || stale ? NEW : told ? undefined : READY;
  };

  const accept = () => {
    if (registration.waiting) registration.waiting.postMessage("accept");
    else location.reload();
  };

  const goOn = () => {
    stale = true;
    show();
    if (line.contains(button)) location.reload();
  };

  // Where the program could not start, its own way back leads to the new version too.
  const rescue = (event) => {
    if (!registration.waiting || !event.target.closest?.("#broken button")) return;
    event.stopImmediatePropagation();
    accept();
  };

  // Where storage is denied nobody could know the next time, so it is not said at all.
  const isTold = () => {
    try {
      return localStorage.getItem(TOLD);
    } catch {
      return "denied";
    }
  };

  const tell = () => {
    try {
      localStorage.setItem(TOLD, "1");
    } catch {
      // Full: then it is said once more.
    }
    setTimeout(() => {
      told = "now";
      show();
    }, SHORTLY);
  };

  // There may be no service workers, or none allowed: then the page works as any other does.
  start().catch(() => {});
}
