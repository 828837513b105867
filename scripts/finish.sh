#!/usr/bin/env bash
# Trunk's post_build hook: makes the modules and scripts of a release smaller, without which they
# work too, and then the built files into a site.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

main() {
  if [ "$TRUNK_PROFILE" = release ]; then make_smaller; fi
  finish
}

# With the profile of the page, so that the two share what the build itself is made with; but with
# the library that comes with Rust, since this runs here and not in a browser.
finish() {
  env -u CARGO_UNSTABLE_BUILD_STD -u CARGO_UNSTABLE_BUILD_STD_FEATURES \
    cargo run --quiet --offline --profile web --bin readback -- finish "$TRUNK_STAGING_DIR"
}

make_smaller() {
  if ! have_binaryen; then
    warn "without wasm-opt the bundle is about a quarter bigger"
  elif ! have node; then
    warn "without Node.js the bundle is a few kB bigger"
    shrink_all
  else
    shrink_all --minify-imports-and-exports-and-modules
  fi
  minify_all
}

# All at the same time: much of what is done with each waits for itself.
shrink_all() {
  local module job jobs=() status=0
  for module in "$TRUNK_STAGING_DIR"/*_bg.wasm; do
    shrink_with_script "$module" "$@" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || status=$?; done
  return "$status"
}

# The script gets the short names that its module has then.
shrink_with_script() {
  local module=$1 names
  names=$(shrink "$@")
  if [ -n "$names" ]; then node scripts/names.mjs "${module%_bg.wasm}.js" <<<"$names"; fi
}

# Twice from the start: what the first time leaves is laid out better by the second. A function that is
# called from one place alone is put there, if it is not long: how long is best was tried for each. Compression
# likes loads and stores without hints of alignment, and functions in the order of their names, whose
# like then stand together. Nothing of Rust's stands in the first kilobyte, nor in memory before it
# starts.
shrink() {
  local module=$1 inlined=300
  shift
  case "${module##*/}" in examiner*) inlined=80 ;; esac
  wasm-opt --dealign --flatten --rereloop -Oz -Oz --flatten --rereloop -Oz -Oz \
    --one-caller-inline-max-function-size="$inlined" \
    --reorder-functions-by-name --low-memory-unused --zero-filled-memory --strip-producers \
    --strip-target-features "$@" --enable-bulk-memory --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --output "$module.small" "$module"
  mv "$module.small" "$module"
}

# Without the warnings of wasm-bindgen; and the page's own script, which stands in the page, without
# what only others would call.
minify_all() {
  if ! have_esbuild; then
    warn "without esbuild the scripts are about 3 kB bigger"
    return
  fi
  local script
  for script in "$TRUNK_STAGING_DIR"/*.js "$TRUNK_STAGING_DIR"/*.css; do
    minify "$script" "$script" --allow-overwrite
  done
  for script in "$TRUNK_STAGING_DIR"/app*.js; do
    printf 'export { default } from "./%s";' "${script##*/}" >"$script.entry.js"
    minify "$script.entry.js" "$script" --allow-overwrite --bundle --format=esm
    rm "$script.entry.js"
  done
}

minify() {
  local from=$1 to=$2
  shift 2
  esbuild "$from" --minify --drop:console --log-level=warning --outfile="$to" "$@"
}

main
