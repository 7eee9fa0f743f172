#!/usr/bin/env bash
# JSON Schemas against an independent validator
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by new-study "$made/new"
need_python
for language in kk ru en; do
  "$python" .ci/check-schemas.py "$esep" "$sample" "$language"
  "$python" .ci/check-schemas.py "$esep" "$made/new" "$language"
done
