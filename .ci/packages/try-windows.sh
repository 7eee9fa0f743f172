#!/usr/bin/env bash
# the installer and the program under wine: installed, used as a grantee would, compared with Linux, taken out again
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

setup=$PWD/$packages/esep-$version-setup.exe
made_by installer "$setup"
made_by linux "$esep"
made_by windows "$packages/esep-$version-windows-x64.zip"
need wine wine wine64
need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
export WINEPREFIX=$PWD/$staged/wine WINEDEBUG=-all LC_ALL=C.UTF-8
unset DISPLAY
rm -rf "$WINEPREFIX" "$staged/try"
place=$PWD/$staged/try
mkdir -p "$place"

wineboot --init >/dev/null 2>&1
began=$SECONDS
wine "$setup" /S
installed=$(find "$WINEPREFIX/drive_c/users" -path '*Programs/esep/esep.exe')
[ -n "$installed" ] || { echo "the installer left no esep.exe"; exit 1; }
x86_64-w64-mingw32-gcc -shared -O2 -o "$(dirname "$installed")/bcryptprimitives.dll" \
  .ci/packages/windows/bcryptprimitives.c -ladvapi32
run() { WINEDLLOVERRIDES=bcryptprimitives=n wine "$installed" "$@"; }
wine reg query 'HKCU\Environment' /v Path | grep -i 'Programs.esep'

echo "-- the version, and words in Kazakh"
run --version
run --help --ui-lang kk >"$place/help.txt"
head -3 "$place/help.txt"

echo "-- the sample, in a folder with spaces and Cyrillic letters, has the bytes of Linux"
study="$place/Мой отчёт 2026"
cp -r "$sample" "$study"
at=$SECONDS
"$esep" build "$study" --out "$place/linux" --quiet
linux=$((SECONDS - at))
at=$SECONDS
run build "$(winepath -w "$study")" --out "$(winepath -w "$place/Готово")" --quiet
took=$((SECONDS - at))
echo "Linux $linux s, wine $took s; from the installer to the last report $((SECONDS - began)) s"
[ "$took" -le $((3 * (linux + 1))) ] || { echo "that is more than three times as long"; exit 1; }
diff -r "$place/linux" "$place/Готово"
echo "$(find "$place/linux" -type f | wc -l) files are the same"
echo "side by side, the first of Linux:"
for file in final.kk.pdf final.kk.docx slides.kk.pptx base.kk.xlsx manifest.json; do
  sha256sum "$place/linux/$file" "$place/Готово/$file" | cut -c1-64 | paste -sd' ' | sed "s/$/ $file/"
done

echo "-- the page is served"
run serve "$(winepath -w "$study")" --no-open --ui-lang kk >"$place/serve.txt" &
server=$!
address=
for _ in $(seq 120); do
  address=$(grep -o 'http://[0-9.:]*' "$place/serve.txt" || true)
  if [ -n "$address" ]; then break; fi
  sleep 1
done
python3 - "$address" <<'PYTHON'
import json, sys, urllib.request
study = json.load(urllib.request.urlopen(sys.argv[1] + "/api/study?ui=kk", timeout=120))
pages = json.load(urllib.request.urlopen(sys.argv[1] + "/api/document/summary.kk", timeout=300))["pages"]
print(len(study["deliverables"]), "deliverables on the page,", len(pages), "page of the summary")
assert study["deliverables"] and pages
PYTHON
kill "$server" 2>/dev/null || true
wineserver -k || true

echo "-- the program of the zip is the one of the installer"
python3 -m zipfile -e "$packages/esep-$version-windows-x64.zip" "$place/zip"
cmp "$place/zip/esep-$version-windows-x64/esep.exe" "$installed"

echo "-- line ends of Windows"
cp -r "$study" "$place/crlf"
find "$place/crlf" \( -name '*.csv' -o -name '*.json' -o -name '*.md' \) -exec sed -i 's/$/\r/' {} +
run check "$(winepath -w "$place/crlf")" >"$place/check.txt" 2>&1 || { cat "$place/check.txt"; exit 1; }

echo "-- a study of one's own, on the root of a drive, and below a long path"
rm -rf "$WINEPREFIX/drive_c/исследование"
run new 'C:\исследование' --quiet 2>/dev/null || run new 'C:\исследование'
run check 'C:\исследование' --data-only
# A name has at most 255 bytes on the disk below wine.
long=$(printf 'ұзақ-атау-%.0s' {1..12})
run new "C:\\$long\\$long\\$long" >/dev/null
run check "C:\\$long\\$long\\$long" --data-only

echo "-- review of what came back"
run review "$(winepath -w "$place/Готово/interim-1.ru.docx")" "$(winepath -w "$study")"

echo "-- a file that another program holds open is told, and nothing is half written"
cat >"$place/hold.c" <<'C'
#include <windows.h>
int wmain(int count, wchar_t **words)
{
    HANDLE file = CreateFileW(words[1], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (count < 2 || file == INVALID_HANDLE_VALUE) return 1;
    Sleep(INFINITE);
    return 0;
}
C
x86_64-w64-mingw32-gcc -municode -o "$place/hold.exe" "$place/hold.c"
(cd "$place/Готово" && sha256sum -- *) >"$place/before"
wine "$place/hold.exe" "$(winepath -w "$place/Готово/interim-1.ru.pdf")" &
holder=$!
sleep 3
sed -i 's/"Тараз/"Тараз /' "$study/study.json"
code=0
run build "$(winepath -w "$study")" --out "$(winepath -w "$place/Готово")" --deliverable interim-1 >"$place/held.txt" 2>&1 || code=$?
kill "$holder" 2>/dev/null || true
wineserver -k || true
cat "$place/held.txt"
[ "$code" = 2 ] || { echo "it ended with $code"; exit 1; }
(cd "$place/Готово" && sha256sum --quiet --check "$place/before")

echo "-- and out again"
rm "$(dirname "$installed")/bcryptprimitives.dll"
wine "$(dirname "$installed")/uninstall.exe" /S
for _ in $(seq 60); do
  [ -e "$(dirname "$installed")" ] || break
  sleep 1
done
[ ! -e "$(dirname "$installed")" ] || { echo "left behind:"; ls "$(dirname "$installed")"; exit 1; }
if wine reg query 'HKCU\Environment' /v Path 2>/dev/null | grep -i 'Programs.esep'; then exit 1; fi
echo "nothing is left"
