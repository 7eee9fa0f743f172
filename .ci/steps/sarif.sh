#!/usr/bin/env bash
# SARIF of a broken study against the validator of its makers
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
need_node
rm -rf "$made/broken" && cp -r "$sample" "$made/broken"
sed 's/"severity": "high"/"severity": "hihg"/' "$sample/cases.json" >"$made/broken/cases.json"
if "$esep" check "$made/broken" --format sarif >"$made/check.sarif"; then
  echo "a broken study passed"
  exit 1
fi
"$tools/node/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool" validate "$made/check.sarif" |
  tee "$made/sarif.log"
if grep -q ' error ' "$made/sarif.log"; then exit 1; fi
