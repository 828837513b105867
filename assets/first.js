// Before the first paint: the chosen theme. For later: a way back where the program cannot start,
// or comes to its end by mistake, of which it says no word of its own.
try {
  const { theme } = JSON.parse(localStorage.getItem("readback.preferences"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Nothing is chosen yet, or storage is denied: the theme is the system's.
}
const tell = ({ error, reason }) => {
  const fatal = (error ?? reason) instanceof WebAssembly.RuntimeError;
  const broken = document.getElementById("broken");
  if (!broken || !(fatal || !document.querySelector("main"))) return;
  document.body.replaceChildren(broken);
  broken.hidden = false;
};
addEventListener("error", tell);
addEventListener("unhandledrejection", tell);
addEventListener("click", ({ target }) => {
  if (target.closest?.("#broken button")) location.reload();
});
// Once the page has all it needs; the edition in one file has nothing to fetch.
addEventListener("load", () => {
  if (self.readback) return;
  const offline = document.createElement("script");
  offline.src = "./offline.js";
  document.head.append(offline);
});
