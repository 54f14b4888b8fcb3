#include "config.h"

#include "model/memstats.h"

#include "model/buf.h"
#include "model/facts.h"
#include "model/scanline.h"

/* What is no FACT_TEXT; where two numbers stand behind a name, the first. */
static const struct {
	const char *name, *field;
	enum fact_kind kind;
	const char *second;
} fields[] = {
	{ "Alloc", "Alloc", FACT_BYTES, NULL },
	{ "TotalAlloc", "TotalAlloc", FACT_BYTES, NULL },
	{ "Sys", "Sys", FACT_BYTES, NULL },
	{ "Lookups", "Lookups", FACT_COUNT, NULL },
	{ "Mallocs", "Mallocs", FACT_COUNT, NULL },
	{ "Frees", "Frees", FACT_COUNT, NULL },
	{ "HeapAlloc", "HeapAlloc", FACT_BYTES, NULL },
	{ "HeapSys", "HeapSys", FACT_BYTES, NULL },
	{ "HeapIdle", "HeapIdle", FACT_BYTES, NULL },
	{ "HeapInuse", "HeapInuse", FACT_BYTES, NULL },
	{ "HeapReleased", "HeapReleased", FACT_BYTES, NULL },
	{ "HeapObjects", "HeapObjects", FACT_COUNT, NULL },
	{ "Stack", "StackInuse", FACT_BYTES, "StackSys" },
	{ "MSpan", "MSpanInuse", FACT_BYTES, "MSpanSys" },
	{ "MCache", "MCacheInuse", FACT_BYTES, "MCacheSys" },
	{ "BuckHashSys", "BuckHashSys", FACT_BYTES, NULL },
	{ "GCSys", "GCSys", FACT_BYTES, NULL },
	{ "OtherSys", "OtherSys", FACT_BYTES, NULL },
	{ "NextGC", "NextGC", FACT_BYTES, NULL },
	{ "LastGC", "LastGC", FACT_TIME, NULL },
	{ "NumGC", "NumGC", FACT_COUNT, NULL },
	{ "NumForcedGC", "NumForcedGC", FACT_COUNT, NULL },
	{ "MaxRSS", "MaxRSS", FACT_BYTES, NULL },
};

static void add_number(struct profile *p, const char *name,
		       enum fact_kind kind, int64_t number)
{
	facts_add_number(p, (struct fact_place){ MEMSTATS_GROUP, name }, kind,
			 number);
}

/*
 * Numbers of the kind that the field has.  False when they are none, or too
 * large: without garbage collection, NextGC has 64 bits.
 */
static bool add_field(struct profile *p, size_t field, struct str text)
{
	const char *second = fields[field].second;
	int64_t number, other = 0;

	if (!scanline_number(&text, &number))
		return false;
	if (second && (!scanline_word(&text, " / ") ||
		       !scanline_number(&text, &other)))
		return false;
	if (text.n)
		return false;
	/* There was no collection yet. */
	if (fields[field].kind == FACT_TIME && !number)
		return true;
	add_number(p, fields[field].field, fields[field].kind, number);
	if (second)
		add_number(p, second, fields[field].kind, other);
	return true;
}

static void take_pauses(struct memstats *stats, struct str text)
{
	stats->n_pauses = 0;
	scanline_char(&text, '[');
	while (stats->n_pauses < MEMSTATS_PAUSES &&
	       scanline_number(&text, &stats->pauses[stats->n_pauses])) {
		stats->n_pauses++;
		scanline_spaces(&text);
	}
}

/* Where the last pause is in the ring is told by how many there were. */
static void add_pauses(const struct memstats *stats, struct str text,
		       struct profile *p)
{
	int64_t number, longest = 0;

	if (stats->n_pauses < MEMSTATS_PAUSES ||
	    !scanline_number(&text, &number) || number <= 0)
		return;
	for (size_t i = 0; i < stats->n_pauses; i++) {
		if (stats->pauses[i] > longest)
			longest = stats->pauses[i];
	}
	add_number(p, "PauseNs, last", FACT_NANOSECONDS,
		   stats->pauses[(number - 1) % MEMSTATS_PAUSES]);
	add_number(p, "PauseNs, longest", FACT_NANOSECONDS, longest);
}

static void add_text(struct profile *p, struct str name, struct str text)
{
	struct buf copy = BUF_INIT;

	buf_add(&copy, name.s, name.n);
	facts_add_text(p, (struct fact_place){ MEMSTATS_GROUP,
					       buf_str(&copy) }, text);
	buf_release(&copy);
}

static void take_fact(struct memstats *stats, struct str name, struct str text,
		      struct profile *p)
{
	if (str_is(name, "PauseNs")) {
		take_pauses(stats, text);
		return;
	}
	if (str_is(name, "PauseEnd"))
		return;
	if (str_is(name, "NumGC"))
		add_pauses(stats, text, p);
	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		if (str_is(name, fields[i].name) && add_field(p, i, text))
			return;
	}
	add_text(p, name, text);
}

void memstats_take(struct memstats *stats, struct str comment,
		   struct profile *p)
{
	struct str name;
	const char *end;

	if (str_is(comment, "# " MEMSTATS_GROUP)) {
		stats->is_inside = true;
		return;
	}
	if (!stats->is_inside || !scanline_word(&comment, "# "))
		return;
	end = memmem(comment.s, comment.n, " = ", 3);
	if (!end || stats->n_lines == MEMSTATS_LINES)
		return;
	stats->n_lines++;
	name = (struct str){ comment.s, (size_t)(end - comment.s) };
	comment.s = end + 3;
	comment.n -= name.n + 3;
	take_fact(stats, name, comment, p);
}
