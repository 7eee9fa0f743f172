#!/usr/bin/env bash
# DOCX: what python-docx and pandoc find in it, and what LibreOffice keeps of it
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
need pandoc pandoc
need_office
need_python
convert "docx:MS Word 2007 XML" "$made/rewritten" "$out"/*.docx
"$python" .ci/check-docx-readers.py "$out" "$made/rewritten"
