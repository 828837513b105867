// Starts the worker's program; one that cannot be fetched ends as an error that the page hears of.
importScripts("./examiner.js");
wasm_bindgen({ module_or_path: "./examiner_bg.wasm" }).catch((error) => {
  setTimeout(() => {
    throw error;
  });
});
