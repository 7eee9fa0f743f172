#!/usr/bin/env bash
# clippy on everything, warnings are errors; no broken link in the documentation
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

cargo clippy --release --all-targets -- -D warnings
cargo doc --release --no-deps
