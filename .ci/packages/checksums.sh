#!/usr/bin/env bash
# SHA256SUMS of every package
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

sums=$(cd "$packages" && find . -type f ! -name SHA256SUMS -printf '%f\n' | LC_ALL=C sort | xargs sha256sum)
printf '%s\n' "$sums" >"$packages/SHA256SUMS"
cat "$packages/SHA256SUMS"
