#!/usr/bin/env bash
# answers to records: R's survey package agrees on three designs, pyreadstat on SPSS files, another program on a real survey
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
need Rscript r-cran-survey
for design in weights strata clusters; do
  rm -rf "$made/tabulate" && "$esep" new "$made/tabulate" >/dev/null
  python3 .ci/survey-oracle.py "$made/tabulate" "$design"
  "$esep" tabulate "$made/tabulate" --estimates "$made/estimates.csv" >/dev/null
  Rscript .ci/survey-oracle.R "$made/tabulate/answers.csv" "$made/estimates.csv" "$design"
done

need_python
"$python" .ci/spss-files.py "$esep" "$made/spss"

real=${ESEP_REAL_SURVEY:-../shared/real-survey}
if [ -f "$real/answers.csv" ]; then
  rm -rf "$made/real-answers" && "$esep" new "$made/real-answers" >/dev/null
  python3 .ci/real-survey.py "$real" "$made/real-answers"
  python3 .ci/real-survey-answers.py plan "$real" "$made/real-answers"
  "$esep" tabulate "$made/real-answers" >/dev/null
  python3 .ci/real-survey-answers.py compare "$real" "$made/real-answers"
fi
