#include "config.h"

#include "model/origin.h"

#include <string.h>

#include "model/buf.h"
#include "model/facts.h"
#include "model/lanes.h"
#include "model/unit.h"

static struct fact_place place_of(const char *name)
{
	return (struct fact_place){ ORIGIN_GROUP, name };
}

/* What is not said is no fact. */
static void add_text(struct profile *p, const char *name, struct str text)
{
	if (text.n)
		facts_add_text(p, place_of(name), text);
}

static void add_number(struct profile *p, const char *name,
		       enum fact_kind kind, int64_t number)
{
	if (number)
		facts_add_number(p, place_of(name), kind, number);
}

static void add_file(const struct reading *reading)
{
	const struct input *input = reading->input;
	struct profile *p = reading->profile;
	struct buf format = BUF_INIT;

	add_text(p, "file", str_of(input->name));
	buf_addf(&format, "%s%s", reading->format->title,
		 input_is_gzip(input) ? ", gzip" : "");
	add_text(p, "format", (struct str){ format.s, format.n });
	buf_release(&format);
	add_number(p, input_is_gzip(input) ? "size, inflated" : "size",
		   FACT_BYTES, (int64_t)input_offset(input));
}

/* The unit that a fact can have for it; the ratio of both, 0: none has. */
static double period_ratio(const char *unit, enum fact_kind *kind)
{
	static const struct {
		const char *unit, *spelling;
		enum fact_kind kind;
	} known[] = {
		{ "nanoseconds", "ns", FACT_NANOSECONDS },
		{ "bytes", "B", FACT_BYTES },
	};
	const char *spelling;

	for (size_t i = 0; i < ARRAY_SIZE(known); i++) {
		double ratio = unit_scale(1, unit, known[i].unit, &spelling);

		*kind = known[i].kind;
		if (!strcmp(spelling, known[i].spelling))
			return ratio;
	}
	*kind = FACT_COUNT;
	return 1;
}

/* "period (cpu)": the unit of its type is that of the number. */
static void add_period(struct profile *p)
{
	struct str type = profile_str(p, p->period_type.type);
	struct buf name = BUF_INIT;
	enum fact_kind kind;
	double ratio = period_ratio(profile_str(p, p->period_type.unit).s,
				    &kind);

	buf_adds(&name, "period");
	if (type.n) {
		buf_adds(&name, " (");
		buf_add(&name, type.s, type.n);
		buf_addc(&name, ')');
	}
	/* Of what is counted one by one there is nothing to say. */
	if (kind != FACT_COUNT || p->period != 1)
		add_number(p, buf_str(&name), kind,
			   lanes_cut((double)p->period * ratio));
	buf_release(&name);
}

void origin_add(const struct reading *reading, const char *note)
{
	struct profile *p = reading->profile;

	add_file(reading);
	add_number(p, "taken", FACT_TIME, p->time_nanos);
	add_number(p, "duration", FACT_NANOSECONDS, p->duration_nanos);
	add_period(p);
	if (p->mappings.n) {
		const struct mapping *main = &p->mappings.at[0];

		add_text(p, "binary", profile_str(p, main->file));
		add_text(p, "build id", profile_str(p, main->build_id));
	}
	facts_add_number(p, place_of("samples"), FACT_COUNT,
			 (int64_t)p->rows.n);
	add_text(p, "documentation", profile_str(p, p->doc_url));
	add_text(p, "note", str_of(note));
}
