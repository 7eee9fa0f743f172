#!/usr/bin/env bash
# the study on a page, in a real browser
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

need /usr/bin/chromium chromium
need pandoc pandoc
need_browser_tools
mkdir -p "$made/serve"
node .ci/check-serve.mjs "$esep" "$sample" "$made/serve"
