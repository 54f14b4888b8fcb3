/*
 * Files of speedscope, the flame graph viewer, which many profilers write
 * (https://www.speedscope.app/file-format-schema.json).  A file has frames and
 * profiles, which name frames by number; either may come first.
 *
 * A sampled profile is a list of stacks, root first, with a weight each.  An
 * evented one says when frames are entered and left: the time between two
 * events falls on what is open then.  Of either, equal stacks are one row.
 *
 * The unit of a profile makes the sample type: time in nanoseconds, whatever
 * it is counted in, space in bytes, or samples where there is none.  What does
 * not come out even is rounded.  Profiles of different units are different
 * sample types.  Where there are several profiles, which are mostly threads,
 * each has its name as the label "profile".
 */
#include "config.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "model/facts.h"
#include "model/format.h"
#include "model/jsonwalk.h"
#include "model/rows.h"

/* What units there are, and what they become. */
static const struct unit {
	const char *name;
	const char *type, *unit;
	long double factor;
} units[] = {
	{ "none", "samples", "count", 1 },
	{ "bytes", "space", "bytes", 1 },
	{ "nanoseconds", "time", "nanoseconds", 1 },
	{ "microseconds", "time", "nanoseconds", 1e3L },
	{ "milliseconds", "time", "nanoseconds", 1e6L },
	{ "seconds", "time", "nanoseconds", 1e9L },
};

enum kind { KIND_NONE, KIND_SAMPLED, KIND_EVENTED };

struct event {
	long double at;
	int64_t frame;
	bool is_open;
};

/* A profile of the file, as it is read; the order of its members is free. */
struct part {
	struct str_id name;
	enum kind kind;
	const struct unit *unit;
	long double end;		/* endValue */
	bool has_end;
	VEC(struct event) events;
	VEC(int64_t) frames;		/* of all stacks, root first */
	VEC(size_t) stack_ends;		/* in frames */
	VEC(long double) weights;
};

/* A profile that was read. */
struct thread {
	struct str_id name;
	const struct unit *unit;
	size_t type;			/* of the profile, once it has types */
};

struct speedscope {
	struct profile *profile;
	struct jsonwalk walk;
	struct tables tables;
	struct rows rows;
	VEC(struct loc_id) frames;	/* of the file, by number */
	struct part part;
	VEC(struct thread) threads;
	VEC(int64_t) open;		/* frames, root first */
	VEC(struct loc_id) stack;	/* numbers of frames, leaf first */
	VEC(int64_t) values;		/* by row */
};

static struct str_id intern(struct speedscope *s, const char *text)
{
	return tables_string(&s->tables, str_of(text));
}

static int take_frame(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;
	struct func func = { .start_line = 0 };
	struct location loc = { .mapping = { MAPPING_NONE }, .n_lines = 1 };
	struct line line = { .line = 0 };
	struct str text;

	if (!jsonitem_text(jsonitem_get(item, "name"), &text))
		return err_fail(err, "frame %zu has no name", s->frames.n);
	func.name = tables_string(&s->tables, text.n ? text :
				  str_of("(anonymous)"));
	func.system_name = tables_system_name(&s->tables, func.name);
	if (jsonitem_text(jsonitem_get(item, "file"), &text))
		func.filename = tables_string(&s->tables, text);
	jsonitem_int(jsonitem_get(item, "line"), &line.line);
	jsonitem_int(jsonitem_get(item, "col"), &line.column);
	line.func = tables_func(&s->tables, &func);
	*vec_push(s->profile->mem, &s->frames) =
		tables_location(&s->tables, loc, &line);
	return 0;
}

static int take_name(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;
	struct str text;

	(void)err;
	if (jsonitem_text(item, &text))
		s->part.name = tables_string(&s->tables, text);
	return 0;
}

static int take_type(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;
	struct str text = { "", 0 };

	jsonitem_text(item, &text);
	s->part.kind = str_is(text, "sampled") ? KIND_SAMPLED :
		       str_is(text, "evented") ? KIND_EVENTED : KIND_NONE;
	return s->part.kind ? 0 :
	       err_fail(err, "profile %zu is neither sampled nor evented",
			s->threads.n);
}

static int take_unit(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;
	struct str text = { "", 0 };

	jsonitem_text(item, &text);
	for (size_t i = 0; i < ARRAY_SIZE(units); i++) {
		if (str_is(text, units[i].name))
			s->part.unit = &units[i];
	}
	return s->part.unit ? 0 :
	       err_fail(err, "profile %zu has an unknown unit, \"%.40s\"",
			s->threads.n, text.s);
}

static int take_end(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;

	(void)err;
	s->part.has_end = jsonitem_number(item, &s->part.end);
	return 0;
}

static int take_event(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;
	struct event event;
	struct str type = { "", 0 };

	jsonitem_text(jsonitem_get(item, "type"), &type);
	event.is_open = str_is(type, "O");
	if ((!event.is_open && !str_is(type, "C")) ||
	    !jsonitem_int(jsonitem_get(item, "frame"), &event.frame) ||
	    !jsonitem_number(jsonitem_get(item, "at"), &event.at))
		return err_fail(err, "profile %zu, event %zu: no type, frame "
				"and time", s->threads.n, s->part.events.n);
	*vec_push(s->profile->mem, &s->part.events) = event;
	return 0;
}

static int take_sample(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;
	struct mem *mem = s->profile->mem;
	size_t n = jsonitem_count(item);
	int64_t frame;

	for (size_t i = 0; i < n; i++) {
		if (!jsonitem_int(jsonitem_at(item, i), &frame))
			return err_fail(err, "profile %zu, sample %zu: no "
					"number of a frame", s->threads.n,
					s->part.stack_ends.n);
		*vec_push(mem, &s->part.frames) = frame;
	}
	*vec_push(mem, &s->part.stack_ends) = s->part.frames.n;
	return 0;
}

static int take_weight(struct jsonitem item, void *data, struct err *err)
{
	struct speedscope *s = data;
	long double weight;

	if (!jsonitem_number(item, &weight))
		return err_fail(err, "profile %zu: weight %zu is no number",
				s->threads.n, s->part.weights.n);
	*vec_push(s->profile->mem, &s->part.weights) = weight;
	return 0;
}

static const struct jsonwalk_member part_members[] = {
	{ "name", .take = take_name },
	{ "type", .take = take_type },
	{ "unit", .take = take_unit },
	{ "endValue", .take = take_end },
	{ "events", .take_each = take_event },
	{ "samples", .take_each = take_sample },
	{ "weights", .take_each = take_weight },
	{ .key = NULL },
};

/* A number of the file in the unit of the model. */
static int scale(const struct speedscope *s, long double number,
		 int64_t *value, struct err *err)
{
	long double scaled = roundl(number * s->part.unit->factor);

	if (!(scaled > -0x1p63L && scaled < 0x1p63L))
		return err_fail(err, "profile %zu: %Lg %s do not fit in 64 "
				"bits", s->threads.n, number,
				s->part.unit->name);
	*value = (int64_t)scaled;
	return 0;
}

/*
 * Adds to the row of a stack, root first.  Frames are those of the file, which
 * may be read later; rows have their numbers until then.
 */
static int add_stack(struct speedscope *s, const int64_t *frames, size_t n,
		     int64_t value, struct err *err)
{
	struct mem *mem = s->profile->mem;
	struct rows_key key = { .kind = (uint32_t)s->threads.n };
	uint32_t row;

	s->stack.n = 0;
	vec_reserve(mem, &s->stack, n);
	while (n--) {
		if (frames[n] < 0 || frames[n] >= UINT32_MAX)
			return err_fail(err, "profile %zu: there is no frame %"
					PRId64, s->threads.n, frames[n]);
		s->stack.at[s->stack.n++].i = (uint32_t)frames[n];
	}
	key.frames = s->stack.at;
	key.n = s->stack.n;
	if (rows_number(&s->rows, &key, &row, err))
		return -1;
	if (row == s->values.n)
		*vec_push(mem, &s->values) = 0;
	s->values.at[row] = rows_sum(s->values.at[row], value);
	return 0;
}

static int add_samples(struct speedscope *s, struct err *err)
{
	const struct part *part = &s->part;
	size_t start = 0, end;
	int64_t value;

	if (part->weights.n != part->stack_ends.n)
		return err_fail(err, "profile %zu has %zu samples and %zu "
				"weights", s->threads.n, part->stack_ends.n,
				part->weights.n);
	for (size_t i = 0; i < part->weights.n; i++) {
		end = part->stack_ends.at[i];
		if (scale(s, part->weights.at[i], &value, err) ||
		    add_stack(s, end > start ? part->frames.at + start : NULL,
			      end - start, value, err))
			return -1;
		start = end;
	}
	return 0;
}

/* Adds the time up to now, which *last says, to what is open. */
static int add_time(struct speedscope *s, long double at, int64_t *last,
		    struct err *err)
{
	int64_t now, from = *last;

	if (scale(s, at, &now, err))
		return -1;
	*last = now;
	if (!s->open.n || now == from)
		return 0;
	if (now < from)
		return err_fail(err, "profile %zu: time runs backwards, to %Lg",
				s->threads.n, at);
	return add_stack(s, s->open.at, s->open.n, rows_sum(now, -from), err);
}

static int add_event(struct speedscope *s, const struct event *event,
		     struct err *err)
{
	if (event->is_open) {
		*vec_push(s->profile->mem, &s->open) = event->frame;
		return 0;
	}
	if (!s->open.n || s->open.at[s->open.n - 1] != event->frame)
		return err_fail(err, "profile %zu: frame %" PRId64 " is left "
				"at %Lg, and another is open", s->threads.n,
				event->frame, event->at);
	s->open.n--;
	return 0;
}

/* What is still open at the end is open until then. */
static int add_events(struct speedscope *s, struct err *err)
{
	const struct part *part = &s->part;
	int64_t last = 0;

	s->open.n = 0;
	for (size_t i = 0; i < part->events.n; i++) {
		if (add_time(s, part->events.at[i].at, &last, err) ||
		    add_event(s, &part->events.at[i], err))
			return -1;
	}
	return part->has_end ? add_time(s, part->end, &last, err) : 0;
}

static void clear_part(struct speedscope *s)
{
	struct mem *mem = s->profile->mem;

	vec_release(mem, &s->part.events);
	vec_release(mem, &s->part.frames);
	vec_release(mem, &s->part.stack_ends);
	vec_release(mem, &s->part.weights);
	s->part = (struct part){ .kind = KIND_NONE };
}

static int read_part(struct jsonwalk *walk, void *data, struct err *err)
{
	struct speedscope *s = data;

	clear_part(s);
	if (jsonwalk_members(walk, part_members, s, err))
		return -1;
	if (!s->part.unit || !s->part.kind)
		return err_fail(err, "profile %zu has no %s", s->threads.n,
				s->part.unit ? "type" : "unit");
	if (s->part.kind == KIND_SAMPLED ? add_samples(s, err) :
					   add_events(s, err))
		return -1;
	*vec_push(s->profile->mem, &s->threads) = (struct thread){
		.name = s->part.name, .unit = s->part.unit
	};
	return 0;
}

static int read_parts(struct jsonwalk *walk, void *data, struct err *err)
{
	return jsonwalk_array(walk, read_part, data, err);
}

static int read_shared(struct jsonwalk *walk, void *data, struct err *err)
{
	static const struct jsonwalk_member members[] = {
		{ "frames", .take_each = take_frame },
		{ .key = NULL },
	};

	return jsonwalk_members(walk, members, data, err);
}

static void add_fact(struct speedscope *s, const char *name,
		     struct jsonitem item)
{
	struct str text;

	if (jsonitem_text(item, &text))
		facts_add_text(s->profile,
			       (struct fact_place){ "speedscope", name },
			       text);
}

static int take_title(struct jsonitem item, void *data, struct err *err)
{
	(void)err;
	add_fact(data, "name", item);
	return 0;
}

static int take_exporter(struct jsonitem item, void *data, struct err *err)
{
	(void)err;
	add_fact(data, "exporter", item);
	return 0;
}

static const struct jsonwalk_member members[] = {
	{ "shared", .read = read_shared },
	{ "profiles", .read = read_parts },
	{ "name", .take = take_title },
	{ "exporter", .take = take_exporter },
	{ .key = NULL },
};

/* Turns numbers of frames into locations, now that all are there. */
static int join_frames(struct speedscope *s, struct err *err)
{
	struct profile *p = s->profile;

	for (size_t i = 0; i < p->frames.n; i++) {
		uint32_t frame = p->frames.at[i].i;

		if (frame >= s->frames.n)
			return err_fail(err, "there is no frame %" PRIu32
					", only %zu", frame, s->frames.n);
		p->frames.at[i] = s->frames.at[frame];
	}
	return 0;
}

/* The sample type of a unit, which is added unless it is there. */
static size_t find_type(struct speedscope *s, const struct unit *unit)
{
	struct profile *p = s->profile;
	struct str_id type = intern(s, unit->type);
	size_t i = 0;

	while (i < p->types.n && p->types.at[i].type.i != type.i)
		i++;
	if (i == p->types.n)
		tables_add_type(&s->tables, str_of(unit->type), unit->unit);
	return i;
}

static void add_values(struct speedscope *s)
{
	struct profile *p = s->profile;
	int64_t *values;

	for (size_t i = 0; i < s->threads.n; i++)
		s->threads.at[i].type = find_type(s, s->threads.at[i].unit);
	values = rows_values(&s->rows);
	for (size_t i = 0; i < p->rows.n; i++) {
		size_t type = s->threads.at[s->rows.kinds.at[i]].type;

		values[i * p->types.n + type] = s->values.at[i];
	}
}

/* Rows of a thread are next to each other. */
static void add_labels(struct speedscope *s)
{
	struct profile *p = s->profile;
	struct labels_id labels = { 0 };
	struct label label = { .key = intern(s, "profile") };
	uint32_t thread = UINT32_MAX;

	if (s->threads.n < 2)
		return;
	for (size_t i = 0; i < p->rows.n; i++) {
		if (s->rows.kinds.at[i] != thread) {
			thread = s->rows.kinds.at[i];
			label.str = s->threads.at[thread].name;
			labels = tables_labels(&s->tables, &label, 1);
		}
		p->rows.at[i].labels = labels;
	}
}

static int read_all(struct speedscope *s, struct reading *reading,
		    struct err *err)
{
	struct jsonwalk *walk = &s->walk;

	if (jsonwalk_open(walk, reading->input, s->profile->mem, err) ||
	    jsonwalk_members(walk, members, s, err) ||
	    jsonwalk_end(walk, err))
		return -1;
	if (!s->threads.n)
		return err_fail(err, "there are no profiles");
	if (join_frames(s, err))
		return -1;
	add_values(s);
	add_labels(s);
	return 0;
}

static int read_speedscope(struct reading *reading, struct err *err)
{
	struct speedscope s = { .profile = reading->profile };
	struct mem *mem = reading->profile->mem;
	int result;

	tables_init(&s.tables, reading->profile);
	rows_init(&s.rows, &s.tables, reading->input->limits.cancel);
	result = read_all(&s, reading, err);
	jsonwalk_release(&s.walk);
	clear_part(&s);
	rows_release(&s.rows);
	tables_release(&s.tables);
	vec_release(mem, &s.frames);
	vec_release(mem, &s.threads);
	vec_release(mem, &s.open);
	vec_release(mem, &s.stack);
	vec_release(mem, &s.values);
	return result;
}

/* The schema is named first or last; without it there are other keys. */
static enum likeness match_speedscope(const struct head *head)
{
	struct str text = head->text;

	if (!head_is_object(head))
		return LIKENESS_NONE;
	if (str_has(text, "speedscope.app/file-format-schema") ||
	    (str_has(text, "\"profiles\"") &&
	     (str_has(text, "\"evented\"") || str_has(text, "\"sampled\""))))
		return LIKENESS_SURE;
	return str_has(text, "\"shared\"") && str_has(text, "\"frames\"") ?
	       LIKENESS_MAYBE : LIKENESS_NONE;
}

const struct format format_speedscope = {
	.name = "speedscope",
	.title = "speedscope file",
	.match = match_speedscope,
	.read = read_speedscope,
};
