#!/usr/bin/env bash
# rustfmt, and shellcheck of these scripts
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

cargo fmt --check
need shellcheck shellcheck
shellcheck --external-sources .ci/run .ci/package .ci/common.sh .ci/steps/*.sh .ci/packages/*.sh
