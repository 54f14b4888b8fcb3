#!/bin/sh
# What make bench runs: pprowl beside go tool pprof on a large profile, grown
# from a small one and kept for the next time.  Prints figures, decides nothing.
#
#	REPORTS="-top -raw"	reports to compare, otherwise the five large ones
#	BENCH_RUNS=N		runs of the reference, 1; three of pprowl for each
#	BENCH_SAMPLES, BENCH_SEED	of the profile: 1000000, 1
#	BENCH_PROFILE		what it is grown from: the demo's heap
set -eu

builddir=$top_builddir
work=$builddir/.build-bench
grow=$builddir/tests/bench/grow
measure=$builddir/tests/bench/measure
samples=${BENCH_SAMPLES:-1000000}
seed=${BENCH_SEED:-1}
from=${BENCH_PROFILE:-$srcdir/fixtures/demo/after.pb.gz}
runs=${BENCH_RUNS:-1}
profile=$work/$(basename "$from" .pb.gz)-$seed-$samples.pb.gz

command -v go >/dev/null || {
	echo "bench: go is missing, and with it what to compare with" >&2
	exit 2
}

# Reports go to memory where there is a place for it: a disk is not measured.
memory=${TMPDIR:-/tmp}
test ! -w /dev/shm || memory=/dev/shm
out=$(mktemp -d "$memory/pprowl-bench.XXXXXX")
trap 'rm -rf "$out"' EXIT

grown() {
	mkdir -p "$work"
	if [ "$profile" -nt "$grow" ] && [ "$profile" -nt "$from" ]; then
		return
	fi
	echo "growing $profile"
	"$grow" "$seed" "$samples" "$from" >"$profile.tmp"
	mv "$profile.tmp" "$profile"
}

# run WHO REPORT COMMAND...: keeps the best time and the least memory of WHO.
run() {
	who=$1 report=$2
	shift 2
	"$measure" "$out/figures" "$@" "$report" -symbolize=none "$profile" \
		>"$out/$who" 2>"$out/$who.err" || {
		cat "$out/$who.err" >&2
		exit 1
	}
	cat "$out/figures" >>"$out/$who.figures"
}

compare() {
	rm -f "$out"/*.figures
	i=0
	while [ $i -lt "$runs" ]; do
		run pprowl "$1" "$PPROWL"
		run reference "$1" go tool pprof
		run pprowl "$1" "$PPROWL"
		run pprowl "$1" "$PPROWL"
		i=$((i + 1))
	done
	same=differs
	! cmp -s "$out/reference" "$out/pprowl" || same=same
	awk -v report="$1" -v same="$same" '
		{ who = FILENAME; sub(/.*\//, "", who); sub(/\..*/, "", who) }
		!(who in time) || $1 < time[who] { time[who] = $1 }
		!(who in size) || $2 < size[who] { size[who] = $2 }
		END {
			format = "%-8s  go tool pprof %7.2f s %6d MB" \
				"   pprowl %6.2f s %5d MB" \
				"   time 1/%.1f  memory 1/%.1f  output %s\n"
			printf format, report,
				time["reference"], size["reference"] / 1024,
				time["pprowl"], size["pprowl"] / 1024,
				time["reference"] / (time["pprowl"] + 1e-9),
				size["reference"] / (size["pprowl"] + 1e-9),
				same
		}' "$out/pprowl.figures" "$out/reference.figures"
}

grown
# The first call may build the reference, which is not to be measured.
go tool pprof -top "$srcdir/fixtures/tiny.pb.gz" >/dev/null 2>&1
for report in ${REPORTS:--top -tree -peek=. -raw -traces}; do
	compare "$report"
done

# How long the screen takes to follow a key, on the same profile.
echo
echo "keys on a screen of 80x24"
"$builddir/tests/bench/redraw" "$profile"
echo "keys on a screen of 200x50"
"$builddir/tests/bench/redraw" "$profile" large
