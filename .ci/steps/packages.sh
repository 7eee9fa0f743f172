#!/usr/bin/env bash
# the .deb and the wheel of the program that the tests were built with, each tried in a bare place
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
# Packed fast: what is released, .ci/package packs tightly.
DEB_FAST=1 .ci/package extras deb wheel components checksums try-deb try-wheel
