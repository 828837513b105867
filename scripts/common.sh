# shellcheck shell=bash
# What all scripts share: where the tools stand, and how to speak. Sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Trunk takes NO_COLOR only as true or false; everybody else writes 1.
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; fi

trunk_version=0.21.14
binaryen_version=132.0.0
esbuild_version=0.28.2
bindgen_version=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)

cache=${XDG_CACHE_HOME:-$HOME/.cache}/readback
trunk_home=$cache/trunk-$trunk_version
bindgen_home=$cache/wasm-bindgen-$bindgen_version
binaryen_home=$cache/binaryen-$binaryen_version
esbuild_home=$cache/esbuild-$esbuild_version

# The project's own tools come first, whatever else is installed.
export PATH="$trunk_home/bin:$bindgen_home/bin:$binaryen_home/node_modules/.bin:$esbuild_home/node_modules/.bin:$PATH"

target=wasm32-unknown-unknown

say() { printf '==> %s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }
have_binaryen() { wasm-opt --version 2>/dev/null | grep -q "version ${binaryen_version%%.*}\b"; }
have_esbuild() { [ "$(esbuild --version 2>/dev/null)" = "$esbuild_version" ]; }

# From here on cargo makes Rust's own library together with the page, since the one that comes with
# Rust is a tenth too big for it. Fails, and changes nothing, where this Rust cannot do that: it is
# not stable yet.
make_library() {
  if ! (library_flags && cargo fetch --quiet --locked --offline --target "$target" 2>/dev/null); then return 1; fi
  library_flags
}

library_flags() {
  grep -qs '^optimize_for_size' "$(rustc --print sysroot)/lib/rustlib/src/rust/library/sysroot/Cargo.toml" || return 1
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  # A panic ends the program and says nothing. Cargo joins these to what .cargo/config.toml has.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none"
  # shellcheck disable=SC2086
  rustc --target "$target" $CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS --print cfg >/dev/null 2>&1
}

# SEEDS=folder in the place of seeds/: from here on the build reads that.
choose_seeds() {
  if [ -z "${SEEDS:-}" ]; then return; fi
  [ -d "$SEEDS" ] || die "there is no folder '$SEEDS': SEEDS names the one with the articles"
  if [ -z "$(find "$SEEDS/" -maxdepth 1 -type f \( -iname '*.txt' -o -iname '*.md' -o -iname '*.markdown' \) -print -quit)" ]; then
    die "there is no article in '$SEEDS': put .txt or .md files there"
  fi
  READBACK_SEEDS=$(cd "$SEEDS" && pwd)
  export READBACK_SEEDS
}

# Prints the Chromium to test with; fails where there is none. Programs alone count, whatever else the
# shell calls by such a name.
find_chromium() {
  local candidate
  if [ -n "${CHROME:-}" ]; then
    type -P "$CHROME"
    return
  fi
  for candidate in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if type -P "$candidate"; then return; fi
  done
  return 1
}
