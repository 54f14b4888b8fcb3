#include "config.h"

#include "model/records.h"

#include <inttypes.h>

#include "model/goquote.h"
#include "model/legacy.h"
#include "model/procmaps.h"
#include "model/scanline.h"

void records_init(struct records *records, struct reading *reading)
{
	*records = (struct records){ .reading = reading };
	textlines_init(&records->lines, reading->input);
	tables_init(&records->tables, reading->profile);
	gostack_init(&records->stack, &records->tables);
}

void records_release(struct records *records)
{
	gostack_release(&records->stack);
	tables_release(&records->tables);
	textlines_release(&records->lines);
	vec_release(records->reading->profile->mem, &records->labels);
}

void records_type(struct records *records, struct str type, const char *unit)
{
	tables_add_type(&records->tables, type, unit);
}

void records_period(struct records *records, struct str type,
		    const char *unit, int64_t period)
{
	struct profile *p = records->reading->profile;

	p->period_type = tables_type(&records->tables, type, unit);
	p->period = period;
}

/* Comments. */

static void add_label(struct records *records, const struct buf *key,
		      const struct buf *value)
{
	*vec_push(records->reading->profile->mem, &records->labels) =
		(struct label){
			.key = tables_string(&records->tables,
					     (struct str){ key->s, key->n }),
			.str = tables_string(&records->tables, (struct str){
						     value->s, value->n }),
		};
}

/* Takes {"key":"value", "key":"value"}. */
static void take_labels(struct records *records, struct str line)
{
	struct buf key = BUF_INIT, value = BUF_INIT;
	size_t n = records->labels.n;
	bool is_good = scanline_char(&line, '{');

	while (is_good && !str_is(line, "}")) {
		is_good = goquote_pair(&line, &key, &value);
		if (is_good)
			add_label(records, &key, &value);
		is_good = is_good && (scanline_word(&line, ", ") ||
				      str_is(line, "}"));
	}
	if (!is_good) {
		records->labels.n = n;
		textlines_refuse(&records->lines, "labels are {\"KEY\":"
				 "\"VALUE\", ...}");
	}
	buf_release(&key);
	buf_release(&value);
}

static void take_comment(struct records *records, struct str comment)
{
	memstats_take(&records->stats, comment, records->reading->profile);
	if (!records->is_open || records->reading->leaves_names)
		return;
	if (scanline_word(&comment, "# labels: "))
		take_labels(records, comment);
	else
		gostack_comment(&records->stack, comment);
}

int records_next(struct records *records, struct str *line, struct err *err)
{
	struct str trimmed;
	int more;

	while ((more = textlines_next(&records->lines, line, err)) > 0) {
		trimmed = scanline_trim(*line);
		if (trimmed.n && *trimmed.s != '#')
			break;
		if (trimmed.n)
			take_comment(records, trimmed);
	}
	return more;
}

/* Records. */

static void close_record(struct records *records)
{
	struct gostack *stack = &records->stack;
	struct labels_id labels;

	if (!records->is_open)
		return;
	records->is_open = false;
	gostack_build(stack);
	labels = tables_labels(&records->tables, records->labels.at,
			       records->labels.n);
	tables_row(&records->tables, stack->frames.at, stack->frames.n, labels,
		   records->values);
}

void records_open(struct records *records)
{
	close_record(records);
	gostack_clear(&records->stack);
	records->labels.n = 0;
	memset(records->values, 0, sizeof(records->values));
	records->is_open = true;
}

int records_addresses(struct records *records, struct str line,
		      struct err *err)
{
	uint64_t address;
	int found;

	while ((found = scanline_address(&line, &address)) > 0)
		gostack_add(&records->stack, address);
	return found < 0 ? textlines_fail(&records->lines, err, "an address of "
					  "more than 64 bits") : 0;
}

void records_label(struct records *records, const char *key, int64_t number)
{
	struct label label = {
		.key = tables_string(&records->tables, str_of(key)),
		.is_num = true, .num = number,
	};

	*vec_push(records->reading->profile->mem, &records->labels) = label;
}

/* The total of the first line. */

void records_expect(struct records *records, int64_t total,
		    const char *counted)
{
	records->expected = records->missing = total;
	records->counted = counted;
}

void records_count(struct records *records, int64_t count)
{
	records->missing -= count < records->missing ? count :
						       records->missing;
}

static void tell_missing(const struct records *records)
{
	const struct reading *reading = records->reading;
	struct err note;

	if (records->missing <= 0 || reading->leaves_names)
		return;
	err_set(&note, "%" PRId64 " of the %" PRId64 "%s of its first line are "
		"there: cut short?", records->expected - records->missing,
		records->expected, records->counted);
	reading->warn(reading->data, note.text);
}

/* The end. */

int records_finish(struct records *records, struct err *err)
{
	struct profile *p = records->reading->profile;

	close_record(records);
	if (procmaps_finish(&records->lines, p, err))
		return -1;
	gostack_finish(&records->stack);
	/* With names it is what Go would have written as profile.proto. */
	if (!gostack_has_names(&records->stack))
		legacy_set_frames(p);
	tell_missing(records);
	reading_tell(records->reading, &records->lines);
	return 0;
}
