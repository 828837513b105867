#!/usr/bin/env bash
# Installs what the machine lacks: "build" for building and serving, "test" for the tests too.
# Programs go into the user's cache, by version, so that a second clone finds them. A second run
# does nothing and says nothing.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

main() {
  mkdir -p "$cache"
  wait_for_other_setup
  case "${1:-}" in
    build) for_build ;;
    test)
      for_build
      for_test
      ;;
    *) die "usage: scripts/setup.sh build|test" ;;
  esac
}

for_build() {
  rust
  wasm_target
  crates
  cargo_tool trunk "$trunk_version" "$trunk_home" trunk --locked --no-default-features
  cargo_tool wasm-bindgen-cli "$bindgen_version" "$bindgen_home" wasm-bindgen
  library
  have_binaryen || npm_tool binaryen "$binaryen_version" "$binaryen_home" ||
    warn "wasm-opt is missing, so the bundle will be a quarter bigger: install Node.js with npm, or binaryen ${binaryen_version%%.*}"
  have_esbuild || npm_tool esbuild "$esbuild_version" "$esbuild_home" ||
    warn "esbuild is missing, so the bundle will be 2 kB bigger: install Node.js with npm"
}

for_test() {
  component rustfmt
  component clippy
  node_packages
  browser
}

# Two at the same time would install everything twice.
wait_for_other_setup() {
  if ! have flock; then return; fi
  exec 9>"$cache/lock"
  if flock --nonblock 9; then return; fi
  say "waiting for another set-up to finish"
  flock 9
}

rust() {
  local wanted found
  have cargo || die "Rust is missing: install it from https://rustup.rs and run this again"
  have cc || die "a C linker is missing: install gcc or clang (Debian: apt-get install gcc libc6-dev; macOS: xcode-select --install)"
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  found=$(rustc --version | awk '{ print $2 }')
  if [ "$(printf '%s\n' "$wanted" "$found" | sort -t . -k 1,1n -k 2,2n | head -n 1)" != "$wanted" ]; then
    die "Rust $found is too old, $wanted or later is needed: run 'rustup update stable'"
  fi
}

wasm_target() {
  if [ -d "$(rustc --print sysroot)/lib/rustlib/$target" ]; then return; fi
  have rustup || die "the Rust target $target is missing, and without rustup it cannot be added here: install Rust from https://rustup.rs, or your system's package for that target"
  say "adding the Rust target $target"
  rustup target add "$target"
}

component() {
  if "cargo-${1/rustfmt/fmt}" --version >/dev/null 2>&1; then return; fi
  have rustup || die "$1 is missing: install it with your system's Rust, or Rust from https://rustup.rs"
  say "adding $1"
  rustup component add "$1"
}

# The builds run offline, so what they need is fetched here.
crates() {
  cargo fetch --quiet --locked --offline 2>/dev/null && return
  say "fetching the Rust packages"
  cargo fetch --locked
}

# cargo_tool PACKAGE VERSION FOLDER PROGRAM [OPTION…]; cargo puts the program in its place only
# when it is whole, so an interrupted build is simply done again.
cargo_tool() {
  local package=$1 version=$2 folder=$3 program=$4
  shift 4
  if [ -x "$folder/bin/$program" ]; then return; fi
  say "building $program $version into $folder, once for all clones: some minutes on two cores"
  env -u CARGO_TARGET_DIR cargo install "$package" --version "$version" --root "$folder" "$@" ||
    die "$program could not be built: see above; by hand: cargo install $package --version $version --root $folder $*"
}

# The build works without what follows, and the bundle is bigger: nothing there is an error.

library() {
  if (make_library); then return; fi
  if have rustup && [ ! -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
    say "adding the source of Rust's own library (rust-src), to make it smaller for the page"
    rustup component add rust-src || true
  fi
  (library_flags && cargo fetch --quiet --locked --target "$target") || true
  (make_library) || warn "Rust's own library cannot be made here, so the bundle will be a tenth bigger"
}

# npm_tool PACKAGE VERSION FOLDER
npm_tool() {
  local package=$1 version=$2 folder=$3
  have npm || return 1
  say "installing $package $version into $folder"
  rm -rf "$folder" "$folder.part"
  npm install --no-save --no-audit --no-fund --loglevel=error --prefix "$folder.part" "$package@$version" || return 1
  mv "$folder.part" "$folder"
}

node_packages() {
  if ! have npm || ! node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)'; then
    die "Node.js 20 or later with npm is needed for the browser tests: https://nodejs.org"
  fi
  if [ node_modules/.package-lock.json -nt package-lock.json ]; then return; fi
  say "installing the packages of the browser tests"
  npm ci --no-audit --no-fund --loglevel=error
}

browser() {
  if find_chromium >/dev/null; then return; fi
  if [ -n "${CHROME:-}" ]; then die "CHROME is set to $CHROME, which cannot be run"; fi
  if [ "$(id -u)" = 0 ] && have apt-get; then
    say "installing Chromium with apt-get"
    apt-get update -qq || warn "the list of packages could not be renewed"
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium || true
  fi
  find_chromium >/dev/null ||
    die "no Chromium was found: install Chromium or Chrome, or set CHROME to its program"
}

main "$@"
