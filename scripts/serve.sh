#!/usr/bin/env bash
# Builds the release and serves it on this machine alone, until Ctrl-C. Trunk serves because it
# needs nothing that the build does not, and rebuilds when an article, the code or a style changes.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

port=${PORT:-8080}
address=http://127.0.0.1:$port

main() {
  case $port in
    '' | *[!0-9]*) die "PORT must be a number, not '$port'" ;;
  esac
  if answers; then
    die "port $port is in use: choose another one, for example 'make serve PORT=$((port + 1))'"
  fi
  choose_seeds
  scripts/setup.sh build
  make_library || true
  # An older build must not answer in place of one that failed.
  rm -rf dist
  say "building the release"
  announce $$ &
  exec trunk --quiet serve --offline --release \
    --address 127.0.0.1 --port "$port" --disable-address-lookup \
    --watch "${READBACK_SEEDS:-seeds}" --watch src --watch build --watch style --watch assets --watch index.html
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

# Trunk begins to serve after the first build, even after one that failed.
announce() {
  local server=$1
  until answers; do
    kill -0 "$server" 2>/dev/null || return 0
    sleep 0.2
  done
  if [ -f dist/index.html ]; then
    say "Readback is at $address (Ctrl-C ends it)"
  else
    printf 'error: the build failed: see above\n' >&2
    kill "$server"
  fi
}

main
