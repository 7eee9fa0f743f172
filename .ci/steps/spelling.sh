#!/usr/bin/env bash
# spelling of the Kazakh and the Russian
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

need hunspell hunspell
need /usr/share/hunspell/kk_KZ.dic hunspell-kk
need /usr/share/hunspell/ru_RU.dic hunspell-ru
python3 .ci/check-spelling.py
