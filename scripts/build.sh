#!/usr/bin/env bash
# Builds the release into dist/.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

choose_seeds
scripts/setup.sh build
make_library || true
exec trunk build --offline --release
