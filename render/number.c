#include "config.h"

#include "render/number.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "model/mem.h"
#include "model/unit.h"

enum {
	/* The largest double without a fraction, a sign and decimals. */
	DIGITS_MAX = 330,
	NS_PER_SECOND = 1000000000,
};

/* Puts a dot where the locale has a decimal point of its own, of any size. */
static void point_normalise(char *text)
{
	char *point = text + strspn(text, "+-0123456789"), *digits;

	if (!*point || *point == 'e')
		return;
	digits = point + strcspn(point, "0123456789");
	*point++ = '.';
	memmove(point, digits, strlen(digits) + 1);
}

/*
 * What "%.2f" makes of v, several times as fast; returns false where the
 * hundredths of v are too many or too close to a half to be sure.
 */
static bool text_hundredths(char text[DIGITS_MAX], double v)
{
	double hundredths = fabs(v) * 100, rest;
	char digits[16], *at = digits + sizeof(digits);
	uint64_t n;

	if (!(hundredths < 1e11))
		return false;
	n = (uint64_t)hundredths;
	rest = hundredths - (double)n;
	if (fabs(rest - 0.5) < 1e-3)
		return false;
	n += rest > 0.5;
	for (int i = 0; i < 3 || n; i++, n /= 10) {
		if (i == 2)
			*--at = '.';
		*--at = (char)('0' + n % 10);
	}
	if (signbit(v))
		*text++ = '-';
	n = (uint64_t)(digits + sizeof(digits) - at);
	memcpy(text, at, n);
	text[n] = '\0';
	return true;
}

static void text_fixed(char text[DIGITS_MAX], double v, int decimals)
{
	if (decimals == 2 && text_hundredths(text, v))
		return;
	snprintf(text, DIGITS_MAX, "%.*f", decimals, v);
	point_normalise(text);
}

/*
 * Two significant digits: of tenths those are hundredths, whose last 0 is not
 * written.
 */
static void text_significant(char text[DIGITS_MAX], double v)
{
	if (v >= 0.1 && v < 0.99 && text_hundredths(text, v)) {
		if (text[3] == '0')
			text[3] = '\0';
		return;
	}
	snprintf(text, DIGITS_MAX, "%.2g", v);
	point_normalise(text);
}

void number_value(struct buf *out, int64_t value, const char *from,
		  const char *to)
{
	const char *unit;
	char text[DIGITS_MAX];
	size_t n;

	text_fixed(text, unit_scale(value, from, to, &unit), 2);
	n = strlen(text);
	if (!strcmp(text + n - 3, ".00"))
		text[n -= 3] = '\0';
	if (!strcmp(text, "0") || !strcmp(text, "-0")) {
		buf_addc(out, '0');
		return;
	}
	buf_add(out, text, n);
	buf_adds(out, unit);
}

void number_percent(struct buf *out, int64_t value, int64_t total)
{
	double share = 0;
	char text[DIGITS_MAX];
	size_t n;

	if (total)
		share = fabs((double)value / (double)total) * 100;
	if (share >= 99.95 && share <= 100.05)
		strcpy(text, "100");
	else if (share >= 1)
		text_fixed(text, share, 2);
	else
		text_significant(text, share);
	n = strlen(text);
	if (n < 5)
		buf_pad(out, ' ', 5 - n);
	buf_add(out, text, n);
	buf_addc(out, '%');
}

void number_share(struct buf *out, int64_t value, int64_t total)
{
	struct buf text = BUF_INIT;

	number_percent(&text, value, total);
	buf_adds(out, buf_str(&text) + strspn(buf_str(&text), " "));
	buf_release(&text);
}

/* Appends u / 10^decimals without trailing zeros. */
static void add_decimal(struct buf *out, uint64_t u, int decimals)
{
	uint64_t scale = 1;
	int i;

	for (i = 0; i < decimals; i++)
		scale *= 10;
	buf_addf(out, "%llu", (unsigned long long)(u / scale));
	u %= scale;
	if (!u)
		return;
	for (; u % 10 == 0; u /= 10)
		decimals--;
	buf_addf(out, ".%0*llu", decimals, (unsigned long long)u);
}

static void add_clock(struct buf *out, uint64_t u)
{
	uint64_t minutes = u / NS_PER_SECOND / 60;

	if (minutes >= 60)
		buf_addf(out, "%lluh", (unsigned long long)(minutes / 60));
	if (minutes)
		buf_addf(out, "%llum", (unsigned long long)(minutes % 60));
	add_decimal(out, u - minutes * 60 * NS_PER_SECOND, 9);
	buf_addc(out, 's');
}

void number_go_duration(struct buf *out, int64_t ns)
{
	static const struct {
		uint64_t below;
		int decimals;
		const char *unit;
	} small[] = {
		{ 1, 0, "s" },
		{ 1000, 0, "ns" },
		{ 1000000, 3, "\xc2\xb5s" },
		{ NS_PER_SECOND, 6, "ms" },
	};
	uint64_t u = ns < 0 ? -(uint64_t)ns : (uint64_t)ns;
	size_t i;

	if (ns < 0)
		buf_addc(out, '-');
	for (i = 0; i < ARRAY_SIZE(small); i++) {
		if (u >= small[i].below)
			continue;
		add_decimal(out, u, small[i].decimals);
		buf_adds(out, small[i].unit);
		return;
	}
	add_clock(out, u);
}

/* Appends the zone's distance from UTC, "+0130". */
static void add_offset(struct buf *out, long seconds)
{
	long minutes = seconds / 60;

	buf_addc(out, minutes < 0 ? '-' : '+');
	if (minutes < 0)
		minutes = -minutes;
	buf_addf(out, "%02ld%02ld", minutes / 60, minutes % 60);
}

static void add_zone(struct buf *out, const struct tm *tm)
{
	if (tm->tm_zone && tm->tm_zone[0])
		buf_adds(out, tm->tm_zone);
	else
		add_offset(out, tm->tm_gmtoff);
}

static void add_fraction(struct buf *out, int64_t ns)
{
	int decimals = 9;

	if (!ns)
		return;
	for (; ns % 10 == 0; ns /= 10)
		decimals--;
	buf_addf(out, ".%0*lld", decimals, (long long)ns);
}

void number_go_time(struct buf *out, int64_t ns, enum number_date layout)
{
	int64_t seconds = ns / NS_PER_SECOND, rest = ns % NS_PER_SECOND;
	time_t when;
	struct tm tm;

	if (rest < 0) {
		rest += NS_PER_SECOND;
		seconds--;
	}
	when = (time_t)seconds;
	tzset();
	if (when != seconds || !localtime_r(&when, &tm)) {
		buf_adds(out, "unknown date");
		return;
	}
	buf_addf(out, "%04d-%02d-%02d %02d:%02d:%02d", tm.tm_year + 1900,
		 tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
	if (layout == NUMBER_DATE_RAW) {
		add_fraction(out, rest);
		buf_addc(out, ' ');
		add_offset(out, tm.tm_gmtoff);
	}
	buf_addc(out, ' ');
	add_zone(out, &tm);
}

/* Appends a ratio other than 0, with the decimals its size deserves. */
static void add_ratio(struct buf *out, double ratio)
{
	double size = fabs(ratio);
	char text[DIGITS_MAX];

	if (size < 0.005) {
		buf_adds(out, "~0x");
		return;
	}
	if (size >= 9999.5) {
		buf_adds(out, ratio < 0 ? "<-9999x" : ">9999x");
		return;
	}
	text_fixed(text, ratio, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
	buf_addf(out, "%sx", text);
}

void number_ratio(struct buf *out, int64_t current, int64_t base)
{
	if (current && base)
		add_ratio(out, (double)current / (double)base);
	else if (current)
		buf_adds(out, "new");
	else if (base)
		buf_adds(out, "gone");
}
