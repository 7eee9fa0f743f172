#!/usr/bin/env bash
# the statistical base: Frictionless, DDI's schema, OpenXmlValidator, LibreOffice, in both editions
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
need xmllint libxml2-utils
need pdfinfo poppler-utils
need /usr/lib/libreoffice/program/libsclo.so libreoffice-calc-nogui
need_node
need_python
"$python" -m pip install --quiet frictionless==5.21.0 openpyxl==3.1.5

# DDI-Codebook 2.5 as the DDI Alliance published it; DDI_SCHEMAS names a folder that has its codebook.xsd.
schemas=${DDI_SCHEMAS:-$tools/ddi/2.5/schemas}
if [ ! -e "$schemas/codebook.xsd" ] && ! git clone --quiet --depth 1 https://github.com/ncrncornell/ddi-schemas "$tools/ddi"; then
  echo "codebook.xml is not held against its schema: the schema is not at hand and cannot be fetched"
fi

"$esep" build "$sample" --deliverable base --edition public --out "$made/base-public" --quiet
for folder in "$out" "$made/base-public"; do
  rm -rf "$made/package" && mkdir -p "$made/package"
  "$python" -m zipfile -e "$folder/base.zip" "$made/package"
  "$python" .ci/check-base.py "$made/package" "$folder"/base.*.xlsx
  if [ -e "$schemas/codebook.xsd" ]; then
    xmllint --noout --nonet --schema "$schemas/codebook.xsd" "$made/package/codebook.xml"
  fi
done
"$python" .ci/check-marks.py "$sample" "$out/base.zip"
node .ci/check-ooxml.mjs "$PWD/$tools/node" "$out"/base.*.xlsx "$made"/base-public/base.*.xlsx
convert pdf "$made/base-shown" "$out"/base.*.xlsx
for file in "$out"/base.*.xlsx; do
  shown=$made/base-shown/$(basename "${file%.xlsx}").pdf
  test -s "$shown" || { echo "LibreOffice cannot open $file"; exit 1; }
  echo "$file: $(pages "$shown") pages in LibreOffice"
done
