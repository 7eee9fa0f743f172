#!/usr/bin/env bash
# the program for Linux
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

cargo build --release --bin esep
