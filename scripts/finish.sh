#!/usr/bin/env bash
# Trunk's post_build hook: makes the modules of a release smaller. They work without it too.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

if [ "$TRUNK_PROFILE" != release ]; then exit; fi
if ! wasm-opt --version >/dev/null 2>&1; then
  warn "without wasm-opt the bundle is about a quarter bigger"
  exit
fi
# Functions in the order of their names, whose like then stand together, compress better; then the
# names go. Nothing of Rust's stands in the first kilobyte, nor in memory before it starts.
for module in "$TRUNK_STAGING_DIR"/*.wasm; do
  wasm-opt --flatten --rereloop -Oz -Oz --reorder-functions-by-name --low-memory-unused \
    --zero-filled-memory --enable-bulk-memory --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --output "$module.small" "$module"
  mv "$module.small" "$module"
done
