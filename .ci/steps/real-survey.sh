#!/usr/bin/env bash
# a real survey's records in a new study, where they lie beside the project
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

real=${ESEP_REAL_SURVEY:-../shared/real-survey}
if [ ! -f "$real/records.json" ]; then
  echo "no records in $real"
  exit
fi
made_by tests "$esep"
need_python
need pdffonts poppler-utils
rm -rf "$made/real" && "$esep" new "$made/real"
python3 .ci/real-survey.py "$real" "$made/real"
"$esep" check "$made/real" --deny-warnings
"$esep" build "$made/real" --out "$made/real-out" --quiet
# Every number read back out of the files, and every print of a document against the records, counted without esep's facts.
"$esep" verify "$made"/real-out/*.pdf "$made"/real-out/*.docx "$made"/real-out/*.pptx --study "$made/real"
ESEP_STUDY=$PWD/$made/real cargo test --release --test suite -- --ignored --nocapture a_study_of_one_s_own | grep -F against_records
"$python" .ci/check-schemas.py "$esep" "$made/real" en
"$python" .ci/check-pdf.py "$made"/real-out/*.pdf
