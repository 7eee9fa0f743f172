#!/usr/bin/env bash
# studies as workbooks and back, as they are written and as LibreOffice saves them: the same bytes
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
need_office
need /usr/lib/libreoffice/program/libsclo.so libreoffice-calc-nogui
books=$made/books
rm -rf "$books" && mkdir -p "$books"
"$esep" new "$books/new" >/dev/null
studies=("$sample" "$books/new")
real=${ESEP_REAL_SURVEY:-../shared/real-survey}
if [ -f "$real/records.json" ]; then
  "$esep" new "$books/real" >/dev/null
  python3 .ci/real-survey.py "$real" "$books/real"
  studies+=("$books/real")
fi
for study in "${studies[@]}"; do
  name=$(basename "$study")
  "$esep" convert "$study" --to json --out "$books/$name.json" >/dev/null
  "$esep" convert "$study" --to workbook --out "$books/$name.book" >/dev/null
  "$esep" convert "$books/$name.book" --to json --out "$books/$name.again" >/dev/null
  diff -r "$books/$name.json" "$books/$name.again"
  # What lies beside the workbook stays; the workbook is another program's.
  cp -r "$books/$name.book" "$books/$name.saved"
  convert xlsx "$books/saved" "$books/$name.book/study.xlsx"
  cp "$books/saved/study.xlsx" "$books/$name.saved/study.xlsx"
  "$esep" convert "$books/$name.saved" --to json --out "$books/$name.third" >/dev/null
  diff -r "$books/$name.json" "$books/$name.third"
  echo "$name: there and back twice, $(find "$books/$name.json" -type f | wc -l) files the same"
done
