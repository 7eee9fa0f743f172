#!/usr/bin/env bash
# the sample, built as in the README, twice the same, and in the other theme
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

# The program that the tests were built with: `cargo run` has other features and would compile it once more.
made_by tests "$esep"
"$esep" build "$sample"
"$esep" build "$sample" --out "$made/second" --quiet
diff -r "$out" "$made/second"
rm -rf "$made/second"
echo "two builds: the same bytes"
"$esep" build "$sample" --theme modern --out "$made/modern" --quiet
"$esep" check "$sample" --deny-warnings --ui-lang ru
