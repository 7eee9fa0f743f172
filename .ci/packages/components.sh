#!/usr/bin/env bash
# the list of parts (CycloneDX) of the program, as maturin wrote it into the wheel
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

need unzip unzip
wheel=$(ls "$packages"/esep-"$version"-*manylinux*.whl)
unzip -p "$wheel" 'esep-*.dist-info/sboms/*.cyclonedx.json' >"$packages/esep-$version.cdx.json"
python3 - "$packages/esep-$version.cdx.json" <<'PYTHON'
import json, sys
parts = json.load(open(sys.argv[1], encoding="utf-8"))
names = {part["name"] for part in parts["components"]}
assert parts["bomFormat"] == "CycloneDX" and {"typst", "docx-rs", "plotters", "tera", "clap"} <= names, sorted(names)
unlicensed = [part["name"] for part in parts["components"] if not part.get("licenses")]
print(len(names), "parts, without a licence:", unlicensed or "none")
PYTHON
