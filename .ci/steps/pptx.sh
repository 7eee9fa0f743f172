#!/usr/bin/env bash
# PPTX: OpenXmlValidator, python-pptx, other shapes and customers' decks
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
made_by new-study "$made/public-out"
need_python
need_node
"$esep" build "$sample" --deliverable slides --slides 4:3 --charts picture --out "$made/narrow" --quiet
"$python" .ci/make-reference-deck.py "$made/reference-wide.pptx" "$made/reference-narrow.pptx"
for shape in wide narrow; do
  "$esep" build "$sample" --deliverable slides --format pptx,docx --reference-pptx "$made/reference-$shape.pptx" \
    --out "$made/referred-$shape" --quiet
done
node .ci/check-ooxml.mjs "$PWD/$tools/node" "$out"/*.pptx \
  "$made"/{public-out,narrow,referred-wide,referred-narrow}/*.pptx
for folder in "$out" "$made/referred-wide" "$made/referred-narrow"; do
  "$python" .ci/check-deck-readers.py "$folder"
done
