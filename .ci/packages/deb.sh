#!/usr/bin/env bash
# the Debian package, held against lintian
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

made_by extras "$staged/changelog.Debian"
need_cargo cargo-deb cargo-deb 3.6.2
need lintian lintian
rm -f "$packages"/esep_*.deb
"$tools/cargo/bin/cargo-deb" --no-build --no-strip --quiet ${DEB_FAST:+--fast} --output "$packages/"
lintian --allow-root --fail-on error "$packages"/esep_"$version"-*.deb
