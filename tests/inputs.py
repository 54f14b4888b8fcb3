#!/usr/bin/env python3
"""Counts samples and values of a profile without any of pprowl's code.

    tests/inputs.py FILE...        a line a file, as in tests/inputs.tsv
    tests/inputs.py -check         pprowl against the table, as a test

The table has a line for each file of ../shared/corpus and of the old formats
in ../shared/conformance/legacy: its format, how many samples it has, what they
come to by sample type, and how that was found: here, where the last column
says "counted", or as it says.  A file that is refused has the reason instead.
"""
import collections
import glob
import gzip
import math
import os
import re
import struct
import subprocess
import sys

sys.dont_write_bytecode = True
# pylint: disable=wrong-import-position
import tap

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "..", "..", "shared")
TABLE = os.path.join(HERE, "inputs.tsv")

# What a reader makes of a file: samples (None where it groups them in a way
# that is not followed here) and a total by "type/unit".
Count = collections.namedtuple("Count", "format samples totals")


class Unknown(Exception):
    pass


def signed(value):
    return value - (1 << 64) if value >> 63 else value


def sums(types, rows):
    """The column sums of rows of values, by type."""
    totals = [0] * len(types)
    for row in rows:
        for i, value in enumerate(row):
            totals[i] = signed((totals[i] + value) & (1 << 64) - 1)
    return dict(zip(types, totals))


# profile.proto

def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7f) << shift
        shift += 7
        if byte < 0x80:
            return value & (1 << 64) - 1, at


def fields(data):
    """Number and value (an int or bytes) of each field."""
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        kind = tag & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 2:
            size, at = varint(data, at)
            value = data[at:at + size]
            if len(value) < size:
                raise Unknown("cut short")
            at += size
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
            value = 0
        else:
            raise Unknown("wire type")
        yield tag >> 3, value


def numbers(values):
    """Repeated numbers, packed or not."""
    for value in values:
        if isinstance(value, int):
            yield value
            continue
        at = 0
        while at < len(value):
            number, at = varint(value, at)
            yield number


def count_proto(data):
    types, rows, strings = [], [], []
    for number, value in fields(data):
        if number == 1:
            part = dict(fields(value))
            types.append((part.get(1, 0), part.get(2, 0)))
        elif number == 2:
            rows.append([signed(v) for v in numbers(
                v for n, v in fields(value) if n == 2)])
        elif number == 6:
            strings.append(value.decode("utf-8", "replace"))
    names = ["%s/%s" % (strings[a], strings[b]) for a, b in types]
    return Count("proto", len(rows), sums(names, rows))


# Texts

def unsample(count, size, rate):
    """google/pprof's scaleHeapSample."""
    if not count or not size:
        return 0, 0
    if rate <= 1:
        return count, size
    scale = 1 / (1 - math.exp(-(size / count) / rate))
    return int(count * scale), int(size * scale)


HEAP = re.compile(r"heap profile: *(\d+): *(\d+) *\[ *(\d+): *(\d+)\] *@ "
                  r"*(\w+)(?:/(\d+))?")
HEAP_ROW = re.compile(r"\s*(-?\d+): *(-?\d+) *\[ *(\d+): *(\d+)\] *@")


def count_heap(lines):
    head = HEAP.match(lines[0])
    if not head:
        raise Unknown("not a heap")
    rate = int(head[6] or 0)
    rate = {"heap": rate // 2, "heap_v2": rate, "heapz_v2": rate}.get(
        head[5], 1)
    both = head.group(1, 2) != head.group(3, 4) and any(
        int(v) for v in head.group(3, 4))
    rows = []
    for line in lines[1:]:
        row = HEAP_ROW.match(line)
        if not row:
            continue
        n, size, all_n, all_size = map(int, row.groups())
        rows.append((unsample(all_n, all_size, rate) if both else ()) +
                    unsample(n, size, rate))
    names = ["objects/count", "space/bytes"]
    if both:
        names = ["alloc_objects/count", "alloc_space/bytes",
                 "inuse_objects/count", "inuse_space/bytes"]
    return Count("heap", len(rows), sums(names, rows))


def count_count(lines):
    head = re.match(r"(\w+) profile: total (\d+)", lines[0])
    if not head:
        raise Unknown("not a count")
    rows = [[int(m[1])] for m in (re.match(r"(\d+) @", line)
                                  for line in lines) if m]
    return Count("count", len(rows), sums([head[1] + "/count"], rows))


def attributes(lines):
    pairs = (line.split("=", 1) for line in lines if "=" in line)
    return {key.strip(): value.strip() for key, value in pairs}


def count_contention(lines):
    if not re.match(r"--- (contentionz |mutex:|contention:)", lines[0]):
        raise Unknown("not contention")
    head = attributes(lines[:8])
    period = int(head.get("sampling period", 1))
    rate = int(head.get("cycles/second", 0))
    java = head.get("format") == "java"
    unit = head.get("resolution", "nanoseconds") if java else "nanoseconds"
    rows = []
    for line in lines[1:]:
        row = re.match(r"\s*(\d+)\s+(\d+) @", line)
        if not row:
            continue
        delay, n = int(row[1]) * period, int(row[2]) * period
        if rate and not java:
            delay = int(delay / (rate / 1e9))
        rows.append((n, delay))
    return Count("java" if java else "contention", len(rows),
                 sums(["contentions/count", "delay/" + unit], rows))


def count_threadz(lines):
    if not re.match(r"--- (threadz|Thread)", lines[0]):
        raise Unknown("not threadz")
    n = sum(line.startswith("--- Thread") for line in lines)
    return Count("threadz", n, {"thread/count": n})


GOROUTINE = re.compile(r"goroutine \d+ .*\[.*\]:$")


def count_goroutines(lines):
    n = sum(1 for line in lines if GOROUTINE.match(line))
    if not n:
        raise Unknown("no goroutines")
    return Count("goroutines", None, {"goroutine/count": n})


def count_perf(lines):
    """By event the samples and what they stand for, of perf script."""
    types, rows, row = {}, set(), None
    for line in lines:
        event = re.match(r"\s*(\S.*?)\s+(\d+(?:/\d+)?)\s+(\[\d+\])?\s*"
                         r"\d+\.\d+:\s+(\d+)?\s*(\S+):\s*(\S.*)?$", line)
        if event:
            rows.add(row)
            *who, period, name, frame = event.groups()
            row = (*who, name, frame)
            types.setdefault(name + "_sample/count", 0)
            types[name + "_sample/count"] += 1
            if period:
                unit = "nanoseconds" if "clock" in name else "count"
                key = "%s_event/%s" % (name, unit)
                types[key] = types.get(key, 0) + int(period)
        elif row and re.match(r"\s+[0-9a-f]+ ", line):
            row += (line,)
    if not types:
        raise Unknown("no event of perf script")
    return Count("perf", len((rows | {row}) - {None}), types)


def count_folded(lines):
    stacks = collections.Counter()
    rows = [re.match(r"(.*\S)\s+(\d+)$", line.strip()) for line in lines]
    for row in rows:
        if row:
            stacks[row[1]] += int(row[2])
    if rows.count(None) * 10 > len(rows):
        raise Unknown("not folded")
    return Count("folded", len(stacks),
                 {"samples/count": sum(stacks.values())})


# gperftools' CPU profiles

def count_cpu(data):
    for order, size in (("<I", 4), (">I", 4), ("<Q", 8), (">Q", 8)):
        n = len(data) // size
        words = struct.unpack(order[0] + str(n) + order[1], data[:n * size])
        if words[:2] == (0, 3) and words[2] in (0, 1) and words[4] == 0:
            break
    else:
        raise Unknown("not a CPU profile")
    period, at, rows = words[3] * 1000, 5, []
    while at + 1 < n:
        count, depth = words[at:at + 2]
        if (count, depth, words[at + 2]) == (0, 1, 0):
            break
        rows.append((count, count * period))
        at += 2 + depth
    return Count("cpu", len(rows),
                 sums(["samples/count", "cpu/nanoseconds"], rows))


def text_of(data):
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
                           (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return data.decode("latin-1")


TEXTS = (count_heap, count_count, count_contention, count_threadz,
         count_goroutines, count_perf, count_folded)


def count_file(path):
    with open(path, "rb") as file:
        data = file.read()
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    lines = text_of(data).splitlines() or [""]
    counters = [lambda c=counter: c(lines) for counter in TEXTS]
    if re.search(rb"[\0-\x08]", data) and data[:1] not in b"\xff\xfe":
        counters = [lambda: count_cpu(data), lambda: count_proto(data)]
    for counter in counters:
        try:
            return counter()
        except (Unknown, IndexError, struct.error):
            pass
    raise Unknown("not counted here")


def row_of(count):
    totals = " ".join("%s=%d" % pair for pair in count.totals.items())
    samples = "-" if count.samples is None else str(count.samples)
    return "\t".join((count.format, samples, totals, "counted"))


# What pprowl says, of its -raw report.

def read_raw(text):
    """Samples and totals from the text of -raw."""
    lines = iter(text.splitlines())
    for line in lines:
        if line == "Samples:":
            break
    names = [name.replace("[dflt]", "") for name in next(lines).split()]
    rows = []
    for line in lines:
        if line == "Locations":
            break
        row = re.match(r"\s*(-?\d+(?: +-?\d+)*):", line)
        if row:
            rows.append([int(value) for value in row[1].split()])
    return len(rows), sums(names, rows)


def run(pprowl, path, *options):
    return subprocess.run([pprowl, "-raw", *options, path],
                          stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, errors="replace", check=False)


def check_row(pprowl, path, row):
    name = os.path.basename(path)
    what, samples, totals = row[:3]
    result = run(pprowl, path)
    if what == "refused":
        tap.ok(result.returncode and totals in result.stderr,
               name + " is refused", result.stderr or "it was read")
        return
    if not tap.ok(not result.returncode, name + " opens", result.stderr):
        return
    forced = run(pprowl, path, "-format=" + what)
    tap.ok(forced.stdout == result.stdout, "%s is %s" % (name, what),
           forced.stderr)
    got_samples, got = read_raw(result.stdout)
    if samples != "-":
        tap.same(str(got_samples), samples, name + " has its samples")
    tap.same(" ".join("%s=%d" % pair for pair in got.items()), totals,
             name + " has its totals")


def read_table():
    with open(TABLE, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def check():
    pprowl = tap.need("PPROWL")
    rows = list(read_table())
    if not os.path.isdir(SHARED):
        print("1..0 # SKIP ../shared is not there")
        return
    listed = set()
    for row in rows:
        path = os.path.join(SHARED, row[0])
        listed.add(os.path.realpath(path))
        if tap.ok(os.path.exists(path), row[0] + " is there"):
            check_row(pprowl, path, row[1:])
    missing = [path for path in all_files()
               if os.path.realpath(path) not in listed]
    tap.same(missing, [], "every file is in the table")
    tap.done()


def all_files():
    for folder in ("corpus", "conformance/legacy"):
        for path in sorted(glob.glob(os.path.join(SHARED, folder, "*"))):
            if os.path.basename(path) != "README.md":
                yield path


def main():
    if sys.argv[1:] == ["-check"]:
        check()
        return
    for path in sys.argv[1:] or all_files():
        try:
            row = row_of(count_file(path))
        except Unknown as error:
            row = "refused\t-\t%s\t" % error
        print(os.path.relpath(path, SHARED) + "\t" + row)


if __name__ == "__main__":
    main()
