#!/usr/bin/env bash
# every kind of chart with its hard cases, twice the same
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
"$esep" gallery --out "$made/gallery" >/dev/null
"$esep" gallery --out "$made/gallery-2" >/dev/null
diff -r "$made/gallery" "$made/gallery-2"
rm -rf "$made/gallery-2"
