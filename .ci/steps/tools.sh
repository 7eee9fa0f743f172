#!/usr/bin/env bash
# the programs that steps need
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

need qpdf qpdf
need pandoc pandoc
need pdffonts poppler-utils
need hunspell hunspell
need shellcheck shellcheck
need_office
need_python
need_node
