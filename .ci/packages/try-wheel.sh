#!/usr/bin/env bash
# the wheel in a bare environment, away from the project
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

wheel=$(ls "$PWD/$packages/esep-$version"-*manylinux*.whl)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -r "$sample" "$place/study"
python3 -m venv "$place/python"
began=$SECONDS
"$place/python/bin/pip" install --quiet --no-index "$wheel"
cd "$place"
env -i PATH=/usr/bin:/bin LANG=ru_RU.UTF-8 "$place/python/bin/esep" build study --deliverable interim-1 --out made
ls -l made
printf 'from the file to the first report: %s s\n' "$((SECONDS - began))"
