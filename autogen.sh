#!/bin/sh
# Makes ./configure and Makefile.in in a checkout; a tarball has them.
set -e
cd "$(dirname "$0")"
exec autoreconf --install "$@"
