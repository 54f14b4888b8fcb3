#!/bin/sh
# Makes the seeds that are not text written by hand: those of proto, gzip,
# detect and cpu, from the small fixtures, and folded/steps.gz.  Run it at the top of the tree.
set -eu
cd "$(dirname "$0")/../.."
seeds=tests/fuzz/seeds
mkdir -p $seeds/proto $seeds/gzip $seeds/detect $seeds/cpu $seeds/folded
for name in tiny labels frames sparse units negative empty hostile; do
	gzip -dc fixtures/$name.pb.gz >$seeds/proto/$name.pb
done
cp fixtures/tiny.pb.gz fixtures/labels.pb.gz $seeds/gzip
cp fixtures/tiny.pb.gz $seeds/detect
cat fixtures/tiny.pb.gz fixtures/empty.pb.gz >$seeds/gzip/two-members
{ cat fixtures/tiny.pb.gz && printf '\0\0\0\0'; } >$seeds/gzip/zeros-after
{ cat fixtures/tiny.pb.gz && printf 'rest'; } >$seeds/gzip/garbage-after
head -c 100 fixtures/tiny.pb.gz >$seeds/gzip/cut
gzip -c <fixtures/tiny.pb.gz >$seeds/gzip/gzip-in-gzip
head -c 400000 /dev/zero | gzip -n >$seeds/gzip/zeros
# Lines of text that cross from one step of the input to the next.
awk 'BEGIN { for (i = 0; i < 20000; i++) print "main;work;name_" i % 9, i % 7 }' |
	gzip -n9 >$seeds/folded/steps.gz
# A header with every optional part: FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT.
printf '\037\213\010\037\0\0\0\0\0\3\4\0abcdname\0comment\0\0\0' \
	>$seeds/gzip/header
# CPU profiles: of 32 bits, of Java, of 64 bits cut in a sample, and the least
# that is one, both byte orders.
cp fixtures/gperf/cpu32.prof fixtures/gperf/java_cpu.prof $seeds/cpu
head -c 700 fixtures/gperf/cpu.prof >$seeds/cpu/cut64
tail -c 1200 fixtures/gperf/cpu.prof >$seeds/cpu/no-head
word() {
	for n; do
		printf '\0\0\0\0\0\0\0\'"$(printf %o "$n")"
	done
}
{ word 0 3 0 1 0 2 3 8 16 17 1 1 9 0 1 0 && echo '0-20 /app'; } \
	>$seeds/cpu/big64
word 0 3 0 1 0 1 2 255 0 3 4 5 >$seeds/cpu/no-end
{ printf '\0\0\0\0\3\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0' &&
	printf '\1\0\0\0\377\377\377\377\1\0\0\0'; } >$seeds/cpu/deep
