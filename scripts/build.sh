#!/usr/bin/env bash
# Builds the release into dist/.
# shellcheck source=scripts/common.sh
. "$(dirname "$0")/common.sh"

scripts/setup.sh build
exec trunk build --offline --release
