// Before the first paint: the chosen theme. And for later: a way back when the app has stopped.
try {
  const theme = JSON.parse(localStorage.getItem("readback.preferences")).theme;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Nothing chosen yet, or storage is denied: the system's theme.
}
document.addEventListener("click", (event) => {
  if (event.target.closest("#broken button")) location.reload();
});
