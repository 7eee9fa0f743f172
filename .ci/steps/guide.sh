#!/usr/bin/env bash
# the manual in both languages, twice the same
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
"$esep" guide --out "$made/guide" --quiet
"$esep" guide --out "$made/guide-2" --quiet
diff -r "$made/guide" "$made/guide-2"
rm -rf "$made/guide-2"
