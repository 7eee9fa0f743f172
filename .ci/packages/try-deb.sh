#!/usr/bin/env bash
# the Debian package in a folder that debootstrap made, with nothing but Debian's smallest system
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

need debootstrap debootstrap
package=$(ls "$packages"/esep_"$version"-*.deb)
place=$PWD/$staged/debian
mirror=$(awk '/^URIs:/ {print $2; exit} /^deb / {for (i = 2; i <= NF; i++) if ($i ~ /^http/) {print $i; exit}}' \
  /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null || true)
if [ ! -x "$place/usr/bin/dpkg" ]; then
  rm -rf "$place"
  debootstrap --variant=minbase bookworm "$place" "${mirror:-http://deb.debian.org/debian}" >"$staged/debootstrap.log" 2>&1 ||
    { tail -3 "$staged/debootstrap.log"; rm -rf "$place"; }
fi
if [ -x "$place/usr/bin/dpkg" ] && chroot "$place" true; then
  inside() { chroot "$place" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
  at=
else
  # A container without privileges can neither make nor enter a system: the package's files alone then.
  echo "no system of its own here: the package is unpacked into a plain folder, and nothing is installed"
  mkdir -p "$place/tmp"
  inside() {
    case $1 in
      dpkg) if [ "$2" = --install ]; then dpkg-deb --extract "$at$3" "$place"; else rm -r "${place:?}/usr"; fi ;;
      *) env -i PATH="$place/usr/bin:/usr/bin:/bin" LANG=C.UTF-8 "$@" ;;
    esac
  }
  at=$place
fi
cp "$package" "$place/tmp/esep.deb"
rm -rf "$place/tmp/study" "$place/tmp/made"
cp -r "$sample" "$place/tmp/study"
began=$SECONDS
inside dpkg --install /tmp/esep.deb
inside esep build "$at/tmp/study" --deliverable interim-1 --out "$at/tmp/made"
ls -l "$place/tmp/made"
printf 'from the file to the first report: %s s\n' "$((SECONDS - began))"
dpkg-deb --contents "$package" >"$staged/contents"
for file in usr/share/man/man1/esep.1.gz usr/share/man/ru/man1/esep-build.1.gz usr/share/man/kk/man1/esep-build.1.gz \
  usr/share/bash-completion/completions/esep usr/share/zsh/vendor-completions/_esep \
  usr/share/fish/vendor_completions.d/esep.fish; do
  # Smallest systems leave documentation out, the package does not.
  grep -q " ./$file$" "$staged/contents" || { echo "the package has no $file"; exit 1; }
done
inside dpkg --purge esep
[ ! -e "$place/usr/bin/esep" ]
