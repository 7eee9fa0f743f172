#!/usr/bin/env bash
# the sample's figures are what the simulation gives
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

rm -rf "$made/sample" && cp -r "$sample" "$made/sample"
cargo run --release --quiet --example simulate_taraz -- "$made/sample"
diff -r "$sample" "$made/sample"

# The library's example builds a report in the folder where it runs.
(cd target && cargo run --release --quiet --example build_report -- "../$sample" summary ru)
