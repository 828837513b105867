// Before the first paint: the chosen theme. For later: a word, and a way back, where the program
// cannot start, or comes to its end by mistake, of which it says no word of its own.
try {
  const { theme } = JSON.parse(localStorage.getItem("readback.preferences"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Nothing is chosen yet, or storage is denied: the theme is the system's.
}
// Nobody has been here before: what this is stands above the Library, until the reader goes on.
const welcome = (visit) => Object.assign(document.documentElement.dataset, { visit });
try {
  const isOurs = (key) => key.startsWith("readback.");
  if (/^#?\/?$/.test(location.hash) && !Object.keys(localStorage).some(isOurs)) {
    localStorage.setItem("readback.visited", "1");
    welcome("first");
  }
} catch {
  // It would be said at every visit.
}
addEventListener("hashchange", () => welcome(""));
const tell = ({ error, reason }) => {
  const broken = document.getElementById("broken");
  const shell = document.getElementById("shell");
  const fatal = String(error ?? reason).startsWith("RuntimeError");
  if (!broken || !(fatal || shell)) return;
  // What the build wrote can still be read.
  if (!shell) document.body.replaceChildren(broken);
  if (!self.WebAssembly) broken.firstElementChild.textContent = "Without WebAssembly there are no quizzes and no scores: the articles can be read.";
  broken.hidden = false;
};
addEventListener("error", tell);
addEventListener("unhandledrejection", tell);
addEventListener("click", ({ target }) => {
  if (target.closest?.("#broken button")) location.reload();
  if (!target.closest?.("#welcome button")) return;
  welcome("");
  document.querySelector("h1").focus();
});
// Once the page has all it needs; the edition in one file has nothing to fetch.
addEventListener("load", () => {
  if (document.getElementById("edition")) return;
  const read = () => {
    if (self.reading || !location.hash.startsWith("#/read/")) return;
    self.reading = document.createElement("script");
    self.reading.src = "./marks.js";
    document.head.append(self.reading);
  };
  addEventListener("hashchange", read);
  read();
  const offline = document.createElement("script");
  offline.src = "./offline.js";
  document.head.append(offline);
});
