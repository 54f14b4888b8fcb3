/*
 * Numbers as text.  The expected texts of values, percentages, durations and
 * dates are what the reference and Go's own formatting print.
 */
#include "config.h"

#include <inttypes.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/mem.h"
#include "model/unit.h"
#include "render/number.h"
#include "tests/tap.h"

static void test_value(void)
{
	static const struct {
		int64_t value;
		const char *from, *to, *want;
	} cases[] = {
		{ 0, "bytes", "auto", "0" },
		{ 0, "widgets", "widgets", "0" },
		{ 1, "bytes", "auto", "1B" },
		{ 1536, "bytes", "auto", "1.50kB" },
		{ -1536, "bytes", "minimum", "-1.50kB" },
		{ 1025, "bytes", "auto", "1kB" },
		{ 1030, "bytes", "auto", "1.01kB" },
		{ 5, "bytes", "MB", "0" },
		{ -5, "bytes", "MB", "0" },
		{ 5243, "bytes", "MB", "0.01MB" },
		{ 5242, "bytes", "MB", "0" },
		{ 2097152, "kB", "MB", "2048MB" },
		{ 10000000, "ns", "seconds", "0.01s" },
		{ 1100000000, "nanoseconds", "s", "1.10s" },
		{ 7200, "s", "auto", "2hrs" },
		{ 500, "bytes", "count", "500B" },
		{ 1500, "ms", "bytes", "1.50s" },
		{ 250, "milligcu", "auto", "250m*GCU" },
		{ 11111, "cycles", "cycles", "11111cycles" },
		{ 11111, "cycles", "auto", "11111" },
		{ 42, "count", "count", "42" },
		{ 42, "count", "", "42" },
		{ INT64_MAX, "bytes", "B", "9223372036854775808B" },
		{ INT64_MIN, "bytes", "auto", "-9223372036854775808B" },
		{ INT64_MIN, "count", "auto", "-9223372036854775808" },
		{ INT64_MAX, "petabytes", "bytes",
		  "10384593717069655257060992658440192B" },
		{ INT64_MAX, "petagcu", "nanogcu",
		  "9223372036854775653257495089327465637609472n*GCU" },
	};
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		number_value(&out, cases[i].value, cases[i].from, cases[i].to);
		is(buf_str(&out), cases[i].want, "%lld %s in %s",
		   (long long)cases[i].value, cases[i].from, cases[i].to);
	}
	buf_release(&out);
}

/* What the C library makes of the value, as number_value should. */
static void want_value(char want[64], int64_t value, const char *to)
{
	const char *unit;
	double v = unit_scale(value, "bytes", to, &unit);
	size_t n = (size_t)snprintf(want, 64, "%.2f", v);

	if (!strcmp(want + n - 3, ".00"))
		n -= 3;
	snprintf(want + n, 64 - n, "%s", unit);
	if (!strncmp(want, "0B", 2) || !strncmp(want, "-0B", 3) ||
	    !strncmp(want, "0k", 2) || !strncmp(want, "-0k", 3) ||
	    !strncmp(want, "0M", 2) || !strncmp(want, "-0M", 3))
		strcpy(want, "0");
}

/*
 * The fast way to hundredths against the slow one: sizes of all magnitudes,
 * and values that lie on a half of the last digit or next to it.
 */
static void test_hundredths(void)
{
	static const char *const units[] = { "B", "kB", "MB" };
	struct buf out = BUF_INIT;
	uint64_t seed = 7;
	int n_wrong = 0;
	char want[64];

	for (int i = 0; i < 300000; i++) {
		int64_t value;

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		value = (int64_t)(seed >> (i % 48 + 10));
		if (i % 3 == 1)
			value = value / 256 * 256 + 128 + i % 5 - 2;
		if (i % 2)
			value = -value;
		buf_clear(&out);
		number_value(&out, value, "bytes", units[i % 3]);
		want_value(want, value, units[i % 3]);
		if (strcmp(buf_str(&out), want) && n_wrong++ < 5)
			printf("# %lld is %s and not %s\n", (long long)value,
			       buf_str(&out), want);
	}
	ok(!n_wrong, "as the C library rounds, in 300000 cases");
	buf_release(&out);
}

/* Shares of all sizes against what the C library makes of them. */
static void test_shares(void)
{
	struct buf out = BUF_INIT;
	int n_wrong = 0;
	char text[64], want[80];

	for (int64_t i = 0; i < 200000; i++) {
		int64_t total = i % 3 ? 200000 : 12345678;
		double share = (double)i / (double)total * 100;

		snprintf(text, sizeof(text), share >= 1 ? "%.2f" : "%.2g",
			 share);
		if (share >= 99.95)
			strcpy(text, "100");
		snprintf(want, sizeof(want), "%5s%%", text);
		buf_clear(&out);
		number_percent(&out, i, total);
		if (strcmp(buf_str(&out), want) && n_wrong++ < 5)
			printf("# %lld of %lld is %s and not %s\n",
			       (long long)i, (long long)total, buf_str(&out),
			       want);
	}
	ok(!n_wrong, "shares as the C library rounds, in 200000 cases");
	buf_release(&out);
}

static void test_integers(void)
{
	struct buf out = BUF_INIT;

	buf_addi(&out, INT64_MIN, 0);
	buf_addc(&out, '|');
	buf_addi(&out, INT64_MAX, 22);
	buf_addc(&out, '|');
	buf_addi(&out, 0, 3);
	buf_addc(&out, '|');
	buf_addi(&out, -10, 3);
	buf_addc(&out, '|');
	buf_addi(&out, -10, 2);
	is(buf_str(&out), "-9223372036854775808|   9223372036854775807|  0|"
	   "-10|-10", "whole numbers in columns");
	buf_clear(&out);
	buf_addi(&out, -7, 40);
	buf_addu(&out, UINT64_MAX, 20);
	buf_addu(&out, 100, 40);
	buf_addc(&out, ' ');
	buf_addx(&out, 0);
	buf_addx(&out, UINT64_MAX);
	buf_addx(&out, 0x10a);
	is(buf_str(&out), "                                      -7"
	   "18446744073709551615                                     100 "
	   "0ffffffffffffffff10a", "wide ones, large ones and hexadecimal");
	buf_release(&out);
}

/* Numbers of each length, at both ends of it and anywhere, against printf. */
static void test_printf(void)
{
	struct buf out = BUF_INIT;
	uint64_t state = 1;
	char want[128];
	int bad = 0;

	for (int i = 0; i < 50000; i++) {
		uint64_t v, power = 1;
		int width = i % 45;

		for (int k = i % 20; k; k--)
			power *= 10;
		state = state * 6364136223846793005u + 1442695040888963407u;
		v = i % 3 ? power - (uint64_t)(i % 3 - 1) :
			    state >> (state >> 58);
		buf_clear(&out);
		buf_addu(&out, v, (size_t)width);
		buf_addi(&out, (int64_t)v, (size_t)width);
		buf_addx(&out, v);
		snprintf(want, sizeof(want), "%*" PRIu64 "%*" PRId64
			 "%" PRIx64, width, v, width, (int64_t)v, v);
		bad += strcmp(buf_str(&out), want) != 0;
	}
	is_int(bad, 0, "all numbers are as printf has them");
	buf_release(&out);
}

static void test_percent(void)
{
	static const struct {
		int64_t value, total;
		const char *want;
	} cases[] = {
		{ 0, 0, "    0%" },
		{ 5, 0, "    0%" },
		{ 0, 5, "    0%" },
		{ 5, 5, "  100%" },
		{ -5, 5, "  100%" },
		{ 9995, 10000, "  100%" },
		{ 9994, 10000, "99.94%" },
		{ 10005, 10000, "  100%" },
		{ 10006, 10000, "100.06%" },
		{ 1, 100, " 1.00%" },
		{ 1234, 10000, "12.34%" },
		{ -1234, 10000, "12.34%" },
		{ 89, 10000, " 0.89%" },
		{ 9, 1000, "  0.9%" },
		{ 999, 100000, "    1%" },
		{ 59, 1000000, "0.0059%" },
		{ 1, 1000000, "0.0001%" },
		{ 1, 10000000, "1e-05%" },
		{ 83, 10000000000, "8.3e-07%" },
		{ 1, INT64_MAX, "1.1e-17%" },
		{ INT64_MAX, 1, "922337203685477580800.00%" },
		{ INT64_MIN, INT64_MIN, "  100%" },
		{ INT64_MIN, -1, "922337203685477580800.00%" },
	};
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		number_percent(&out, cases[i].value, cases[i].total);
		is(buf_str(&out), cases[i].want, "%lld of %lld",
		   (long long)cases[i].value, (long long)cases[i].total);
	}
	buf_release(&out);
}

static void test_duration(void)
{
	static const struct {
		int64_t ns;
		const char *want;
	} cases[] = {
		{ 0, "0s" },
		{ 1, "1ns" },
		{ 999, "999ns" },
		{ 1000, "1\xc2\xb5s" },
		{ 100000, "100\xc2\xb5s" },
		{ 1001, "1.001\xc2\xb5s" },
		{ 999990, "999.99\xc2\xb5s" },
		{ 1000000, "1ms" },
		{ 1000001, "1.000001ms" },
		{ 999999999, "999.999999ms" },
		{ 1000000000, "1s" },
		{ 1003240000, "1.00324s" },
		{ 10000000001, "10.000000001s" },
		{ 60000000000, "1m0s" },
		{ 90500000000, "1m30.5s" },
		{ 3600000000000, "1h0m0s" },
		{ 3599999999999, "59m59.999999999s" },
		{ -1, "-1ns" },
		{ -1500000, "-1.5ms" },
		{ INT64_MAX, "2562047h47m16.854775807s" },
		{ INT64_MIN, "-2562047h47m16.854775808s" },
	};
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		number_go_duration(&out, cases[i].ns);
		is(buf_str(&out), cases[i].want, "%lld ns",
		   (long long)cases[i].ns);
	}
	buf_release(&out);
}

static void test_time(void)
{
	/* Zones by rule, since the tables of the system may be missing. */
	static const struct {
		const char *zone;
		int64_t ns;
		const char *header, *raw;
	} cases[] = {
		{ "UTC0", 0, "1970-01-01 00:00:00 UTC",
		  "1970-01-01 00:00:00 +0000 UTC" },
		{ "UTC0", 1234567890120000000, "2009-02-13 23:31:30 UTC",
		  "2009-02-13 23:31:30.12 +0000 UTC" },
		{ "UTC0", 1, "1970-01-01 00:00:00 UTC",
		  "1970-01-01 00:00:00.000000001 +0000 UTC" },
		{ "UTC0", -1, "1969-12-31 23:59:59 UTC",
		  "1969-12-31 23:59:59.999999999 +0000 UTC" },
		{ "UTC0", INT64_MIN, "1677-09-21 00:12:43 UTC",
		  "1677-09-21 00:12:43.145224192 +0000 UTC" },
		{ "UTC0", INT64_MAX, "2262-04-11 23:47:16 UTC",
		  "2262-04-11 23:47:16.854775807 +0000 UTC" },
		{ "EST5EDT,M3.2.0,M11.1.0", 1700000000000000000,
		  "2023-11-14 17:13:20 EST",
		  "2023-11-14 17:13:20 -0500 EST" },
		{ "EST5EDT,M3.2.0,M11.1.0", 1690000000000000000,
		  "2023-07-22 00:26:40 EDT",
		  "2023-07-22 00:26:40 -0400 EDT" },
		{ "IST-5:30", 1700000000000000000, "2023-11-15 03:43:20 IST",
		  "2023-11-15 03:43:20 +0530 IST" },
		{ "<-03>3", 1700000000000000000, "2023-11-14 19:13:20 -03",
		  "2023-11-14 19:13:20 -0300 -03" },
		{ "\x1b[2J", 0, "1970-01-01 00:00:00 +0000",
		  "1970-01-01 00:00:00 +0000 +0000" },
	};
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		setenv("TZ", cases[i].zone, 1);
		buf_clear(&out);
		number_go_time(&out, cases[i].ns, NUMBER_DATE_HEADER);
		is(buf_str(&out), cases[i].header, "a date, %zu", i);
		buf_clear(&out);
		number_go_time(&out, cases[i].ns, NUMBER_DATE_RAW);
		is(buf_str(&out), cases[i].raw, "... at length");
	}
	buf_release(&out);
}

static void test_ratio(void)
{
	static const struct {
		int64_t current, base;
		const char *want;
	} cases[] = {
		{ 0, 0, "" },
		{ 5, 0, "new" },
		{ -5, 0, "new" },
		{ 0, 5, "gone" },
		{ 334, 10, "33.4x" },
		{ 98, 100, "0.98x" },
		{ 5, 5, "1.00x" },
		{ 5, -5, "-1.00x" },
		{ 9994, 1000, "9.99x" },
		{ 9995, 1000, "10.0x" },
		{ 9994, 100, "99.9x" },
		{ 9995, 100, "100x" },
		{ 9999, 1, "9999x" },
		{ 10000, 1, ">9999x" },
		{ -10000, 1, "<-9999x" },
		{ 1, 100, "0.01x" },
		{ 1, 1000, "~0x" },
		{ -1, 1000, "~0x" },
		{ INT64_MIN, INT64_MIN, "1.00x" },
		{ INT64_MAX, INT64_MIN, "-1.00x" },
	};
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		number_ratio(&out, cases[i].current, cases[i].base);
		is(buf_str(&out), cases[i].want, "%lld against %lld",
		   (long long)cases[i].current, (long long)cases[i].base);
	}
	buf_release(&out);
}

static void test_context(void)
{
	struct buf out = BUF_INIT;

	buf_adds(&out, "<");
	number_value(&out, 1536, "bytes", "auto");
	buf_adds(&out, ">");
	is(buf_str(&out), "<1.50kB>", "what was there stays");
	if (!setlocale(LC_NUMERIC, "de_DE.UTF-8") &&
	    !setlocale(LC_NUMERIC, "fr_FR.UTF-8")) {
		ok(true, "a locale with a comma # SKIP there is none");
	} else {
		buf_clear(&out);
		number_value(&out, 1536, "bytes", "auto");
		number_percent(&out, 59, 1000000);
		number_ratio(&out, 3, 2);
		is(buf_str(&out), "1.50kB0.0059%1.50x", "a dot in any locale");
	}
	setlocale(LC_NUMERIC, "C");
	buf_release(&out);
}

int main(void)
{
	test_value();
	test_hundredths();
	test_shares();
	test_integers();
	test_printf();
	test_percent();
	test_duration();
	test_time();
	test_ratio();
	test_context();
	return tap_done();
}
