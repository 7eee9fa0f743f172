#!/usr/bin/env bash
# DOCX: OpenXmlValidator on the sample, every block, and every option
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
made_by new-study "$made/public-out"
made_by guide "$made/guide"
need_python
need_node
rm -rf "$made/blocks" && mkdir -p "$made/blocks"
ESEP_DUMP="$PWD/$made/blocks" cargo test --release --quiet --lib dump_docx -- --ignored >/dev/null
"$esep" build "$sample" --deliverable interim-2 --format docx --embed-fonts --out "$made/fonts" --quiet
"$python" .ci/make-reference.py "$made/reference.docx"
"$esep" build "$sample" --format docx --reference-docx "$made/reference.docx" --out "$made/referred" --quiet
"$esep" build "$sample" --deliverable interim-1 --format docx --plain --out "$made/plain" --quiet
node .ci/check-ooxml.mjs "$PWD/$tools/node" "$out"/*.docx \
  "$made"/{public-out,guide,modern,blocks,fonts,referred,plain}/*.docx
