#!/usr/bin/env bash
# Runs every suite, also after one has failed, and ends with one line over all of them.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

wasm="--target $target"
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0
failed=0
summary=""

main() {
  if ! scripts/setup.sh test; then
    printf '\n0 passed, 1 failed\n'
    exit 1
  fi
  CHROME=$(find_chromium)
  export CHROME

  suite "Format" as_one cargo fmt --check
  suite "Lints" as_one cargo clippy --all-targets -- -D warnings
  suite "Lints of the page" as_one lint_page
  suite "Rules" as_cargo cargo test --no-fail-fast
  # shellcheck disable=SC2086
  suite "Browser room" as_cargo cargo test --no-default-features --features browser $wasm --test browser \
    --config 'target.wasm32-unknown-unknown.runner = ["node", "tests/journeys/wasm-runner.mjs"]'
  suite "Build" as_one scripts/build.sh
  if [ "$suite_failed" = 0 ]; then
    suite "Budgets" as_node tests/budgets.test.mjs
    suite "Journeys" as_node tests/journeys/*.test.mjs
  else
    suite "Budgets and journeys" as_one no_build
  fi

  printf '\n%s\n%s passed, %s failed\n' "$summary" "$passed" "$failed"
  [ "$failed" = 0 ]
}

# suite NAME COUNTER COMMAND…: a counter runs the command and sets what passed and what failed.
suite() {
  local name=$1 counter=$2 status=0
  shift 2
  suite_passed=0
  suite_failed=0
  printf '\n'
  say "$name"
  "$counter" "$@" || status=$?
  # A suite that broke off, or ran nothing, must not pass for one without failures.
  if [ "$suite_failed" = 0 ] && { [ "$status" != 0 ] || [ "$suite_passed" = 0 ]; }; then
    suite_failed=1
  fi
  passed=$((passed + suite_passed))
  failed=$((failed + suite_failed))
  summary+=$(printf '%-22s%4s passed%4s failed' "$name" "$suite_passed" "$suite_failed")$'\n'
}

# With the profile and the compiler of the build, so that the two share the macros they are made
# with; but with the library that comes with Rust, since tests need panics that say something.
lint_page() (
  if (make_library); then export RUSTC_BOOTSTRAP=1; fi
  # shellcheck disable=SC2086
  cargo clippy --no-default-features --features web $wasm --profile web --lib --bins --test browser -- -D warnings
)

# A command that counts as one test.
as_one() {
  "$@" || return
  suite_passed=1
}

as_cargo() {
  local status=0
  "$@" 2>&1 | tee "$logs/cargo" || status=$?
  read -r suite_passed suite_failed < <(
    awk '/^test result: / { passed += $4; failed += $6 } END { print passed + 0, failed + 0 }' "$logs/cargo"
  )
  return "$status"
}

as_node() {
  local status=0
  node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$logs/node" "$@" || status=$?
  read -r suite_passed suite_failed < <(
    awk '/^# pass / { passed += $3 } /^# (fail|cancelled) / { failed += $3 } END { print passed + 0, failed + 0 }' "$logs/node"
  )
  return "$status"
}

no_build() {
  printf 'not run: there is no build\n'
  return 1
}

main
