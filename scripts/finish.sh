#!/usr/bin/env bash
# Trunk's post_build hook: makes the modules of a release smaller. They work without it too.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

if [ "$TRUNK_PROFILE" != release ]; then exit; fi
if ! wasm-opt --version >/dev/null 2>&1; then
  warn "without wasm-opt the bundle is a little bigger"
  exit
fi
for module in "$TRUNK_STAGING_DIR"/*.wasm; do
  wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --output "$module.small" "$module"
  mv "$module.small" "$module"
done
