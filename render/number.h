/*
 * Numbers as text: values with units, percentages, durations, dates, ratios.
 * All of it is the same in every locale: the decimal point is a dot.  Each
 * function appends to out.
 *
 * Units the tables do not know are printed as they came (see model/unit.h), so
 * a text made with one is escaped like a name.
 */
#ifndef RENDER_NUMBER_H
#define RENDER_NUMBER_H

#include <stdint.h>

#include "model/buf.h"

/* Layouts of a date, named for where the reference prints them. */
enum number_date {
	NUMBER_DATE_HEADER,	/* 2006-01-02 15:04:05 MST */
	NUMBER_DATE_RAW,	/* 2006-01-02 15:04:05.999999999 -0700 MST */
};

/*
 * The value in the unit `to` (or "auto", "minimum"), two decimals unless they
 * are ".00", then the unit; "0" without one for what rounds to that.
 */
void number_value(struct buf *out, int64_t value, const char *from,
		  const char *to);

/* A + in front of what has grown; what has shrunk brings its own sign. */
static inline void number_sign(struct buf *out, int64_t change)
{
	if (change > 0)
		buf_addc(out, '+');
}

/*
 * The share of value in total without its sign, right-aligned, six columns
 * where it fits: "  100%", "12.34%", " 0.89%", "8.3e-07%", and "    0%" for a
 * total of 0.
 */
void number_percent(struct buf *out, int64_t value, int64_t total);

/* The same without blanks in front, for the middle of a sentence. */
void number_share(struct buf *out, int64_t value, int64_t total);

/* A Go duration: "1m30.5s", "100µs", "0s". */
void number_go_duration(struct buf *out, int64_t ns);

/*
 * Nanoseconds since 1970 as a date in the local zone (TZ); "unknown date" when
 * the system cannot tell.
 */
void number_go_time(struct buf *out, int64_t ns, enum number_date layout);

/*
 * current in terms of base, in seven columns at most: "33.4x", "0.98x"; "new"
 * against a base of 0, "gone" when nothing is left, nothing when both are 0.
 * "~0x" and ">9999x" stand for what two decimals and four digits cannot show.
 */
void number_ratio(struct buf *out, int64_t current, int64_t base);

#endif
