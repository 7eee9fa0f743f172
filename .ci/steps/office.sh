#!/usr/bin/env bash
# LibreOffice opens every DOCX and deck; the summary keeps its one sheet, the deck its slides
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by documents "$out/manifest.json"
need pdfinfo poppler-utils
need_office
# All in one start, under names that do not collide.
from=$made/office-in
rm -rf "$from" && mkdir -p "$from"
cp "$out"/*.docx "$from"
for file in "$out"/*.pptx; do cp "$file" "$from/deck.$(basename "$file")"; done
for theme in gost modern; do
  # With the fonts inside: this computer need not have them.
  "$esep" build "$sample" --deliverable summary --format docx --theme "$theme" --embed-fonts \
    --out "$made/sheet-$theme" --quiet
  for file in "$made/sheet-$theme"/*.docx; do cp "$file" "$from/sheet.$theme.$(basename "$file")"; done
done
convert pdf "$made/office" "$from"/*
for file in "$from"/*; do
  name=$(basename "$file")
  shown=$made/office/${name%.*}.pdf
  test -s "$shown" || { echo "LibreOffice cannot open $file"; exit 1; }
  case $name in
    sheet.*) wanted=1 ;;
    deck.*) wanted=$(pages "$out/$(basename "${name#deck.}" .pptx).pdf") ;;
    *) continue ;;
  esac
  [ "$(pages "$shown")" = "$wanted" ] ||
    { echo "$file: LibreOffice shows $(pages "$shown") pages of $wanted"; exit 1; }
done
