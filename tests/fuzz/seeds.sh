#!/bin/sh
# Makes the seeds that are not text written by hand: those of proto, gzip and
# detect, from the small fixtures.  Run it at the top of the tree.
set -eu
cd "$(dirname "$0")/../.."
seeds=tests/fuzz/seeds
mkdir -p $seeds/proto $seeds/gzip $seeds/detect
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
# A header with every optional part: FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT.
printf '\037\213\010\037\0\0\0\0\0\3\4\0abcdname\0comment\0\0\0' \
	>$seeds/gzip/header
