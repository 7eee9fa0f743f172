#!/usr/bin/env bash
# man pages, completions and licences, written by the program for Linux
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

made_by linux "$esep"
rm -rf "$staged/man" "$staged/completions"
mkdir -p "$staged/man" "$staged/completions"
"$esep" man "$staged/man"
for shell in bash zsh fish powershell; do "$esep" completions "$shell" >"$staged/completions/esep.$shell"; done
"$esep" licences >"$staged/licences.txt"
cat >"$staged/changelog.Debian" <<END
esep ($version-1) stable; urgency=low

  * Version $version; changelog.gz tells what is new.

 -- the esep authors <esep@packages.invalid>  $(TZ=UTC date --rfc-email --date="@$SOURCE_DATE_EPOCH")
END
