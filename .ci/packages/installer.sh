#!/usr/bin/env bash
# the installer for Windows, for one user and without an administrator, in Kazakh, Russian and English
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

made_by windows "$windows"
need makensis nsis
folder=$staged/installed
rm -rf "$folder"
shipped "$folder"
cp "$windows" "$folder/"
dated "$folder"
here=.ci/packages/windows
makensis -V2 -NOCD "-DVERSION=$version" "-DSOURCE=$PWD/$folder" "-DTEXTS=$PWD/$here" \
  "-DOUTPUT=$PWD/$packages/esep-$version-setup.exe" "$here/installer.nsi"
