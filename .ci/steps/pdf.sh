#!/usr/bin/env bash
# PDF: UA-1, A-3a, fonts, qpdf
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
made_by new-study "$made/public-out"
made_by gallery "$made/gallery"
made_by guide "$made/guide"
need qpdf qpdf
need pdffonts poppler-utils
need_python
"$python" .ci/check-pdf.py "$out"/*.pdf "$made"/{new-out,public-out,gallery,guide,modern}/*.pdf
printf '%s\0' "$out"/*.pdf "$made"/modern/*.pdf | xargs -0 -n1 -P"$(nproc)" qpdf --check >/dev/null
