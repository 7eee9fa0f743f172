#!/usr/bin/env bash
# of killed builds, pages, surveys, digits and documents of broken studies all, of which the suite takes some
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

# The tests that ask for the one or the other.
taken=(causes:: pages:: prints:: rules:: verify_digits:: whole:: withheld::)
ESEP_ALL=1 ESEP_KILLS=${ESEP_KILLS:-60} cargo test --release --quiet --test suite -- --nocapture "${taken[@]}"
