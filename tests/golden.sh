#!/bin/sh
# Rewrites the goldens from the program that was built: all of them, or those
# of the key scripts and report tests that are named.  The difference is to be
# read before it is committed.
#
#	tests/golden.sh [NAME...]
#	tests/golden.sh --reference [NAME...]	reports from go tool pprof instead
set -eu
if [ $# = 0 ]; then
	"$srcdir/tests/wrong.test" --golden
fi
if [ "${1-}" = --reference ]; then
	"$srcdir/tests/report.test" "$@"
else
	"$srcdir/tests/report.test" --golden "$@"
	"$srcdir/tests/screen.test" --golden "$@"
fi
cd "$srcdir"
git --no-pager diff --stat -- tests/report tests/screen 2>/dev/null || :
