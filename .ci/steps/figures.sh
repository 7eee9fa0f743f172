#!/usr/bin/env bash
# the sample's figures are what the simulation gives
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

rm -rf "$made/sample" && cp -r "$sample" "$made/sample"
cargo run --release --quiet --example simulate_taraz -- "$made/sample"
diff -r "$sample" "$made/sample"
