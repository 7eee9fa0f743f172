#!/usr/bin/env bash
# the program for Linux, with its man pages and completions
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

cargo build --release
rm -rf "$staged/man" "$staged/completions"
mkdir -p "$staged/man" "$staged/completions"
"$esep" man "$staged/man"
for shell in bash zsh fish powershell; do "$esep" completions "$shell" >"$staged/completions/esep.$shell"; done
