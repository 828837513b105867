# shellcheck shell=bash
# What all scripts share: where the tools stand, and how to speak. Sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Trunk takes NO_COLOR only as true or false; everybody else writes 1.
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; fi

trunk_version=0.21.14
binaryen_version=132.0.0
bindgen_version=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)

cache=${XDG_CACHE_HOME:-$HOME/.cache}/readback
trunk_home=$cache/trunk-$trunk_version
bindgen_home=$cache/wasm-bindgen-$bindgen_version
binaryen_home=$cache/binaryen-$binaryen_version

# The project's own tools come first, whatever else is installed.
export PATH="$trunk_home/bin:$bindgen_home/bin:$binaryen_home/node_modules/.bin:$PATH"

say() { printf '==> %s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Prints the Chromium to test with; fails where there is none.
find_chromium() {
  local candidate
  if [ -n "${CHROME:-}" ]; then
    command -v "$CHROME"
    return
  fi
  for candidate in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if command -v "$candidate"; then return; fi
  done
  return 1
}
