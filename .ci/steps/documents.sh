#!/usr/bin/env bash
# the sample, as the README builds it, twice the same, and in the other theme
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

cargo run --release -- build "$sample"
"$esep" build "$sample" --out "$made/second" --quiet
diff -r "$out" "$made/second"
rm -rf "$made/second"
echo "two builds: the same bytes"
"$esep" build "$sample" --theme modern --out "$made/modern" --quiet
"$esep" check "$sample" --deny-warnings --ui-lang ru
