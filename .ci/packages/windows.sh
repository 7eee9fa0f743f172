#!/usr/bin/env bash
# the program for Windows: a zip with esep.exe
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

# Debian's compiler carries the source of the standard library; the toolchain of the project carries Windows' no more
# than it does.
need /usr/lib/rustlib/src/rust/library rustc-web cargo-web rust-web-src
need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
need zip zip

RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_PROFILE_RELEASE_INCREMENTAL=false \
  /usr/bin/cargo build --release --bin esep --target-dir target/windows \
  -Zbuild-std=std,panic_abort --target x86_64-pc-windows-gnu

# What Windows itself has is all that the program may ask for.
foreign=$(x86_64-w64-mingw32-objdump -p "$windows" | awk '/DLL Name/ {print tolower($3)}' | grep -E 'gcc|stdc|pthread' || true)
[ -z "$foreign" ] || { echo "esep.exe needs $foreign"; exit 1; }

folder=esep-$version-windows-x64
rm -rf "${staged:?}/$folder" "$packages/$folder.zip"
shipped "$staged/$folder"
cp "$windows" "$staged/$folder/"
dated "$staged/$folder"
(cd "$staged" && find "$folder" | LC_ALL=C sort | TZ=UTC zip -q -X -@ "../../../$packages/$folder.zip")
