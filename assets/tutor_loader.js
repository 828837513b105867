// Starts the worker's program, which the build puts in the place of the first line. The page that
// starts the worker says where it stands; a module that cannot be fetched ends as an error that the
// page hears of.
importScripts("./tutor.js");
wasm_bindgen({ module_or_path: new URL("tutor_bg.wasm", self.home) }).catch((error) => {
  setTimeout(() => {
    throw error;
  });
});
