#!/usr/bin/env bash
# the Debian package in a folder that debootstrap made, with nothing but Debian's smallest system
# shellcheck source=SCRIPTDIR/common.sh
. "$(dirname "$0")/common.sh"

need debootstrap debootstrap
package=$(ls "$packages"/esep_"$version"-*.deb)
place=$PWD/$staged/debian
if [ ! -x "$place/usr/bin/dpkg" ]; then
  rm -rf "$place"
  mirror=$(awk '/^URIs:/ {print $2; exit} /^deb / {for (i = 2; i <= NF; i++) if ($i ~ /^http/) {print $i; exit}}' \
    /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null || true)
  debootstrap --variant=minbase bookworm "$place" "$mirror" >"$staged/debootstrap.log" ||
    { tail -5 "$staged/debootstrap.log"; exit 1; }
fi
cp "$package" "$place/tmp/esep.deb"
rm -rf "$place/tmp/study" "$place/tmp/made"
cp -r "$sample" "$place/tmp/study"
began=$SECONDS
chroot "$place" dpkg --install /tmp/esep.deb
chroot "$place" env -i PATH=/usr/bin:/bin LANG=C.UTF-8 esep build /tmp/study --deliverable interim-1 --out /tmp/made
ls -l "$place/tmp/made"
printf 'from the file to the first report: %s s\n' "$((SECONDS - began))"
for file in usr/share/man/man1/esep.1.gz usr/share/bash-completion/completions/esep \
  usr/share/zsh/vendor-completions/_esep usr/share/fish/vendor_completions.d/esep.fish; do
  [ -e "$place/$file" ] || { echo "the package has no $file"; exit 1; }
done
chroot "$place" dpkg --purge esep
[ ! -e "$place/usr/bin/esep" ]
