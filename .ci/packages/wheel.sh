#!/usr/bin/env bash
# the wheel of Python's index form, for Linux
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

need_wheels
# The objects of the build, linked anew against the symbols of an older glibc, so that it runs on older systems too.
wheels=$PWD/$tools/wheels
linker=$PWD/$staged/manylinux-cc
cat >"$linker" <<SCRIPT
#!/bin/sh
exec "$wheels/bin/python" -m ziglang cc -target x86_64-linux-gnu.2.28 "\$@"
SCRIPT
chmod +x "$linker"
rm -f "$packages"/esep-*manylinux*.whl
PATH=$wheels/bin:$PATH "$wheels/bin/maturin" build --quiet --release --bindings bin --out "$packages" \
  --compatibility manylinux_2_28 -- -C "linker=$linker" -C linker-features=-lld
