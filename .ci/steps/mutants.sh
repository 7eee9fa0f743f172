#!/usr/bin/env bash
# 2,000 mutated studies through check, and forty broken reference files of each kind
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
need_python
need_node
ESEP_MUTANTS=${ESEP_MUTANTS:-2000} cargo test --release --quiet --test suite -- --nocapture mutants::
for kind in docx pptx; do
  name=interim-1.ru.docx
  if [ "$kind" = pptx ]; then name=slides.ru.pptx; fi
  rm -rf "$made/mutated-$kind"
  "$python" .ci/mutate-references.py "$esep" "$sample" "$out/$name" "${ESEP_REFERENCES:-40}" "$name" "$made/mutated-$kind"
  node .ci/check-ooxml.mjs "$PWD/$tools/node" "$made/mutated-$kind"/[0-9]*
done
