// Before the first paint: the chosen look and language. For later: a word, and a way back, where the
// program cannot start, or comes to its end by mistake, of which it says no word of its own.
const root = document.documentElement;
let chosen = {};
const wear = (json) => {
  try {
    chosen = JSON.parse(json || "{}") ?? {};
  } catch {
    // Nothing that can be read: all is as it was.
  }
  for (const name of ["theme", "size", "leading", "width", "font", "align", "keys"]) {
    if (chosen[name]) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
};
try {
  wear(localStorage.getItem("readback.preferences"));
} catch {
  // Storage is denied: all is as it comes.
}
// What the browser draws around the page has the colour of its paper.
const frame = () => {
  const paper = getComputedStyle(root).backgroundColor;
  for (const meta of document.querySelectorAll("[name=theme-color]")) meta.content = paper;
};
// The program says what is chosen later on.
new MutationObserver(() => {
  const { language = "auto" } = chosen;
  wear(root.dataset.chosen);
  frame();
  if ((chosen.language ?? language) !== language) location.reload();
}).observe(root, { attributeFilter: ["data-chosen"] });
matchMedia("(prefers-color-scheme:dark)").addEventListener("change", frame);
addEventListener("DOMContentLoaded", frame);
// As chosen, or the first of the browser's that there is.
const spoken = [chosen.language, ...navigator.languages].map((code) => String(code).split("-")[0]);
// The file of a language's words, if there is one.
const fileOf = (code) => root.dataset.languages?.split(" ").find((name) => name.startsWith(`words.${code}.`));
root.lang = spoken.find((code) => code === "en" || fileOf(code)) ?? "en";
let lines = [];
let heard;
// Fetches the words of that language, once; where they cannot be had, English is spoken.
const hear = () => (heard ??= listen());
const listen = async () => {
  if (root.lang === "en") return;
  try {
    const answer = await fetch(`./${fileOf(root.lang)}`);
    if (!answer.ok) throw answer;
    self.words = await answer.text();
    // No text with a stroke in it: Trunk's own minifier doubles that.
    lines = self.words.split(/\n/);
  } catch {
    root.lang = "en";
  }
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = say(Number(element.dataset.word), element.textContent);
    delete element.dataset.word;
  }
};
// The word at that place, which is so in English. The first line says which build they are of.
const say = (at, english) => lines[at + 1] || english;
// Nobody has been here before: what this is stands above the Library, until the reader goes on.
const welcome = (visit) => Object.assign(root.dataset, { visit });
try {
  const isOurs = (key) => key.startsWith("readback.");
  if (/^#?\/?$/.test(location.hash) && !Object.keys(localStorage).some(isOurs)) {
    localStorage.setItem("readback.visited", "1");
    welcome("first");
  }
} catch {
  // It would be said at every visit.
}
addEventListener("hashchange", () => document.getElementById("welcome")?.remove());
const tell = ({ error, reason }) => {
  const broken = document.getElementById("broken");
  const shell = document.getElementById("shell");
  const fatal = String(error ?? reason).startsWith("RuntimeError");
  if (!broken || !(fatal || shell)) return;
  // What the build wrote can still be read.
  if (!shell) document.body.replaceChildren(broken);
  if (!self.WebAssembly) broken.firstElementChild.textContent = "words:broken.without";
  broken.hidden = false;
};
addEventListener("error", tell);
addEventListener("unhandledrejection", tell);
addEventListener("click", ({ target }) => {
  if (target.closest?.("#broken button")) location.reload();
  if (target.closest?.("[data-do=print]")) print();
  if (!target.closest?.("#welcome button")) return;
  welcome("");
  document.querySelector("h1").focus();
});
// Once the page has all it needs; the edition in one file has nothing to fetch.
const added = new Set();
const add = (name) => {
  if (added.has(name) || document.getElementById("edition")) return;
  added.add(name);
  const element = document.createElement(name.endsWith("css") ? "link" : "script");
  document.head.append(Object.assign(element, { rel: "stylesheet", href: name, src: name }));
};
// What the Library does without, and what only an article needs.
const read = () => {
  if (/^#\/./.test(location.hash)) add("late.css");
  if (/^#\/read/.test(location.hash)) add("reading.js");
};
addEventListener("load", () => {
  add("offline.js");
  read();
});
addEventListener("hashchange", read);
