#!/usr/bin/env bash
# Measures what making questions costs: time and memory natively, and time in the worker where there
# is a build and a browser to run it.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

cargo bench --bench time --bench find --bench memory

if [ -f dist/index.html ] && [ -d node_modules/playwright-core ] && CHROME=$(find_chromium); then
  export CHROME
  node benches/worker.mjs
else
  printf '\nNot measured in the worker: it needs make build, and what make test sets up\n'
fi
