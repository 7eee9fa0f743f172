# shellcheck shell=bash
# What the parts share: where packages lie, their version, and the date of everything in them.
# shellcheck disable=SC2034 # the parts use these
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

packages=target/packages
staged=target/ci/packages
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
windows=target/windows/x86_64-pc-windows-gnu/release/esep.exe
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
mkdir -p "$packages" "$staged"

# dated DIR: everything below DIR as of the last commit, so that archives of it are the same twice.
dated() { find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +; }

# need_cargo COMMAND CRATE VERSION: a tool from crates.io, beside the other tools of CI.
need_cargo() {
  if [ -x "$tools/cargo/bin/$1" ]; then return; fi
  cargo install --quiet --locked --root "$tools/cargo" "$2" --version "$3"
}

# need_wheels: a Python environment that makes wheels.
need_wheels() {
  if [ ! -x "$tools/wheels/bin/maturin" ]; then python3 -m venv "$tools/wheels"; fi
  "$tools/wheels/bin/python" -m pip install --quiet maturin==1.16.0 ziglang==0.17.1
}

# shipped DIR: what stands beside the program in an archive.
shipped() {
  mkdir -p "$1"
  cp README.md README.ru.md README.kk.md CHANGELOG.md "$1"
}
