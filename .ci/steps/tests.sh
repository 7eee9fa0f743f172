#!/usr/bin/env bash
# the README's tests
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

cargo test --release
