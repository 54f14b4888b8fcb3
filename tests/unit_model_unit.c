/*
 * Units: every alias of every family, the spelling rules, the choice of a unit,
 * and what can be merged.
 */
#include "config.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include "model/mem.h"
#include "model/unit.h"
#include "tests/tap.h"

static void check(int64_t value, const char *from, const char *to,
		  double want, const char *want_unit)
{
	const char *unit = NULL;
	double got = unit_scale(value, from, to, &unit);

	ok(got == want || fabs(got - want) <= fabs(want) * 1e-15,
	   "%lld %s in %s is %g", (long long)value, from, to, want);
	if (got != want)
		printf("#  got: %.17g\n# want: %.17g\n", got, want);
	is(unit, want_unit, "... in %s", want_unit);
}

/* One of each alias is so many of the family's first unit. */
static void test_aliases(void)
{
	static const struct {
		const char *alias, *base;
		double factor;
	} cases[] = {
		{ "b", "B", 1 },
		{ "byte", "B", 1 },
		{ "kb", "B", 1024 },
		{ "kbyte", "B", 1024 },
		{ "kilobyte", "B", 1024 },
		{ "mb", "B", 0x1p20 },
		{ "mbyte", "B", 0x1p20 },
		{ "megabyte", "B", 0x1p20 },
		{ "gb", "B", 0x1p30 },
		{ "gbyte", "B", 0x1p30 },
		{ "gigabyte", "B", 0x1p30 },
		{ "tb", "B", 0x1p40 },
		{ "tbyte", "B", 0x1p40 },
		{ "terabyte", "B", 0x1p40 },
		{ "pb", "B", 0x1p50 },
		{ "pbyte", "B", 0x1p50 },
		{ "petabyte", "B", 0x1p50 },
		{ "ns", "ns", 1 },
		{ "nanosecond", "ns", 1 },
		{ "us", "ns", 1e3 },
		{ "microsecond", "ns", 1e3 },
		{ "ms", "ns", 1e6 },
		{ "millisecond", "ns", 1e6 },
		{ "s", "ns", 1e9 },
		{ "sec", "ns", 1e9 },
		{ "second", "ns", 1e9 },
		{ "hr", "ns", 3600e9 },
		{ "hour", "ns", 3600e9 },
		{ "nanogcu", "GCU", 1e-9 },
		{ "microgcu", "GCU", 1e-6 },
		{ "milligcu", "GCU", 1e-3 },
		{ "gcu", "GCU", 1 },
		{ "kilogcu", "GCU", 1e3 },
		{ "megagcu", "GCU", 1e6 },
		{ "gigagcu", "GCU", 1e9 },
		{ "teragcu", "GCU", 1e12 },
		{ "petagcu", "GCU", 1e15 },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++)
		check(1, cases[i].alias, cases[i].base, cases[i].factor,
		      cases[i].base);
}

static void test_spelling(void)
{
	check(2048, "Bytes", "KILOBYTES", 2, "kB");
	check(1, "SECONDS", "ms", 1000, "ms");
	check(3600, "secs", "hrs", 1, "hrs");
	/* One s goes, and only from what is longer than two bytes. */
	check(5, "bs", "auto", 5, "");
	check(5, "kbs", "B", 5120, "B");
	check(5, "nss", "auto", 5, "ns");
	check(5, "ss", "auto", 5, "");
	check(5, "secs", "auto", 5, "s");
	check(5, "bytess", "auto", 5, "");
	/* The s of the alias itself goes too. */
	check(1, "\xce\xbcs", "auto", 1, "");
	check(1, "\xce\xbcss", "ns", 1000, "ns");
	check(1, "\xce\x9cSS", "ns", 1000, "ns");
	check(1, "\xc2\xb5ss", "auto", 1, "");
	/* Letters whose lower case is in ASCII. */
	check(1, "\xe2\x84\xaa" "B", "B", 1024, "B");
	check(1, "K\xc4\xb0lobytes", "B", 1024, "B");
	check(1, "", "auto", 1, "");
	check(1, "nanosecondsnanoseconds", "auto", 1, "");
	check(1, "minutes", "auto", 1, "");
}

static void test_auto(void)
{
	static const char *const names[] = { "auto", "minimum" };
	size_t i;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		check(0, "bytes", names[i], 0, "B");
		check(1023, "bytes", names[i], 1023, "B");
		check(1024, "bytes", names[i], 1, "kB");
		check(-1536, "bytes", names[i], -1.5, "kB");
		check(INT64_MAX, "bytes", names[i], 8192, "PB");
		check(0, "ns", names[i], 0, "s");
		check(1, "ns", names[i], 1, "ns");
		check(90, "seconds", names[i], 90, "s");
		check(3600, "seconds", names[i], 1, "hrs");
		check(0, "milligcu", names[i], 0, "GCU");
		check(1500, "milligcu", names[i], 1.5, "GCU");
		check(7, "count", names[i], 7, "");
	}
	/* What has no opposite fits no unit. */
	check(INT64_MIN, "bytes", "auto", -0x1p63, "B");
	check(INT64_MIN, "ns", "auto", -0x1p63 / 1e9, "s");
	check(INT64_MIN, "count", "auto", -0x1p63, "");
	check(INT64_MIN + 1, "bytes", "auto", -8192, "PB");
}

static void test_foreign_targets(void)
{
	const char *unit, *to = "widgets";

	check(1500000000, "ns", "bytes", 1.5, "s");
	check(4096, "kB", "count", 4194304, "B");
	check(4096, "bytes", "", 4096, "B");
	check(5, "kilogcu", "ms", 5000, "GCU");
	check(11, "cycles", "cycles", 11, "cycles");
	check(11, "cycles", "B", 11, "B");
	check(11, "cycles", "", 11, "");
	check(11, "cycles", "count", 11, "");
	check(11, "cycles", "sample", 11, "");
	check(11, "cycles", "unit", 11, "");
	check(11, "cycles", "samples", 11, "samples");
	check(-11, "cycles", "Auto", -11, "Auto");
	unit_scale(1, "cycles", to, &unit);
	ok(unit == to, "an unknown unit is the caller's own string");
}

static void test_compatible(void)
{
	ok(unit_compatible("space", "bytes", "space", "bytes"), "equal");
	ok(unit_compatible("object", "count", "objects", "count"),
	   "types but for an s");
	ok(unit_compatible("", "", "s", ""), "an s against nothing");
	ok(!unit_compatible("as", "count", "asss", "count"), "one s only");
	ok(!unit_compatible("cpu", "ns", "wall", "ns"), "other types");
	ok(unit_compatible("cpu", "ns", "cpu", "seconds"), "one family");
	ok(unit_compatible("cpu", "gcu", "cpu", "MicroGCUs"), "of GCU too");
	ok(!unit_compatible("cpu", "ns", "cpu", "bytes"), "two families");
	ok(!unit_compatible("cpu", "count", "cpu", "counts"), "no family");
	ok(!unit_compatible("cpu", "ns", "cpu", "count"), "one without");
}

/* What is offered can be had, and nothing else is. */
static void test_list(void)
{
	static const char *const froms[] = { "bytes", "ns", "gcu", "count" };
	static const size_t counts[] = { 6, 5, 9, 20 };
	const char *name;

	for (size_t f = 0; f < ARRAY_SIZE(froms); f++) {
		size_t i = 0, n = 0;

		for (; (name = unit_at(froms[f], i)); i++)
			n += unit_has(froms[f], name);
		is_int(i, counts[f], "the units for %s", froms[f]);
		is_int(n, i, "are those that it has");
		ok(unit_has(froms[f], "auto") && unit_has(froms[f], "minimum"),
		   "and what finds one");
		ok(!unit_has(froms[f], "parsecs") && !unit_has(froms[f], ""),
		   "and no other");
	}
	ok(unit_has("bytes", "Megabytes") && unit_has("count", "count"),
	   "by any of its names, or as it is");
	ok(!unit_has("bytes", "ms") && !unit_has("ns", "MB"),
	   "not of another family");
}

int main(void)
{
	test_aliases();
	test_spelling();
	test_auto();
	test_foreign_targets();
	test_compatible();
	test_list();
	return tap_done();
}
