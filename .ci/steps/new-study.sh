#!/usr/bin/env bash
# a new study: checked and built in both editions
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
rm -rf "$made/new" && "$esep" new "$made/new"
"$esep" check "$made/new" --deny-warnings
"$esep" build "$made/new" --out "$made/new-out" --quiet
"$esep" build "$made/new" --out "$made/public-out" --edition public --quiet
