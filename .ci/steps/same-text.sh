#!/usr/bin/env bash
# DOCX: the same text as the PDF
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
need pdftotext poppler-utils
need_python
"$python" .ci/check-same-text.py "$out"
"$python" .ci/check-same-text.py "$made/modern" --floating
