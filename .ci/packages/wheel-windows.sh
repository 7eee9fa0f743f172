#!/usr/bin/env bash
# the wheel of Python's index form, for Windows
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

made_by windows "$windows"
need_wheels
wheels=$PWD/$tools/wheels
rm -f "$packages"/esep-*win_amd64.whl
RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_PROFILE_RELEASE_INCREMENTAL=false PATH=/usr/bin:$PATH \
  "$wheels/bin/maturin" build --quiet --release --bindings bin --out "$packages" --target-dir target/windows \
  --target x86_64-pc-windows-gnu -Z build-std=std,panic_abort
