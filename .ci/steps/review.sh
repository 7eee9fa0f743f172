#!/usr/bin/env bash
# DOCX: a file that nobody touched has nothing to review
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
for file in "$out"/*.docx; do "$esep" review "$file" "$sample" >/dev/null; done
