/*
 * The text of `perf script` (perfline.h has its lines).
 *
 * Each event has two sample types, named as perf_to_profile names them, which
 * the reference runs on perf.data, so that what was done with those profiles
 * is done with these: EVENT_sample, how many samples there are, and
 * EVENT_event, the sum of their periods: the events that they stand for.  That
 * one is only there when the text has periods.  Of clocks a period is a time,
 * and so is its unit.
 *
 * The name of the thread and the numbers of process, thread and processor are
 * the labels comm, pid, tid and cpu.  Samples of equal stacks and labels are
 * one row; perfstack.h has what becomes of frames.
 *
 * An empty line ends a sample once it has frames.  Records that are no samples
 * are passed over.  "# KEY : VALUE" lines in front, which --header prints, are
 * facts.  Other lines are counted among the bad ones.
 */
#include "config.h"

#include <string.h>

#include "model/facts.h"
#include "model/format.h"
#include "model/perfline.h"
#include "model/perfstack.h"
#include "model/rows.h"
#include "model/scanline.h"
#include "model/textlines.h"

enum {
	EVENTS_MAX = 256,	/* each costs two values a row */
	FACTS_MAX = 64,
	COMM_MAX = 15,		/* bytes of a thread's name in Linux */
	LABELS_MAX = 4,
	FILE_BITS = 31,		/* addresses of files have no more */
	NONE = UINT32_MAX,
};

struct sum {
	int64_t samples, events;
};

struct kind {
	struct str_id name;
	bool has_periods;
};

struct perf {
	struct profile *profile;
	struct textlines lines;
	struct tables tables;
	struct rows rows;
	struct perfstack stack;		/* of the sample at hand */
	VEC(struct kind) kinds;		/* of events */
	VEC(struct sum) sums;		/* by row */
	VEC(bool) is_comm;		/* by the number of a string */
	/* The sample at hand. */
	bool is_open;
	uint32_t kind;
	int64_t period;
	struct labels_id labels;
	int64_t first_time, last_time;
	bool has_time;
	size_t n_samples, n_facts;
};

static struct str_id intern(struct perf *p, const char *text)
{
	return tables_string(&p->tables, str_of(text));
}

static int end_sample(struct perf *p, struct err *err)
{
	struct rows_key key;
	struct sum *sum;
	uint32_t row;

	if (!p->is_open)
		return 0;
	p->is_open = false;
	perfstack_end(&p->stack);
	key = (struct rows_key){ p->stack.locs.at, p->stack.locs.n, p->labels,
				 p->kind };
	if (rows_number(&p->rows, &key, &row, err))
		return -1;
	if (row == p->sums.n)
		*vec_push(p->profile->mem, &p->sums) = (struct sum){ 0 };
	sum = &p->sums.at[row];
	sum->samples++;
	sum->events = rows_sum(sum->events, p->period);
	p->n_samples++;
	return 0;
}

/* The number of the event; NONE when there are too many. */
static uint32_t find_kind(struct perf *p, const struct perf_event *event)
{
	struct str_id name = tables_string(&p->tables, event->name);
	uint32_t i = 0;

	while (i < p->kinds.n && p->kinds.at[i].name.i != name.i)
		i++;
	if (i == EVENTS_MAX)
		return NONE;
	if (i == p->kinds.n)
		*vec_push(p->profile->mem, &p->kinds) = (struct kind){ name,
								       false };
	p->kinds.at[i].has_periods |= event->has_period;
	return i;
}

static void add_number(struct perf *p, struct label *label, const char *key,
		       int64_t number)
{
	*label = (struct label){
		.key = intern(p, key), .num = number, .is_num = true
	};
}

static struct labels_id label(struct perf *p, const struct perf_event *event)
{
	struct label labels[LABELS_MAX];
	struct str_id comm = tables_string(&p->tables, event->comm);
	size_t n = 0;

	labels[n++] = (struct label){
		.key = intern(p, "comm"), .str = comm
	};
	while (p->is_comm.n <= comm.i)
		*vec_push(p->profile->mem, &p->is_comm) = false;
	p->is_comm.at[comm.i] = true;
	if (event->has_pid)
		add_number(p, &labels[n++], "pid", event->pid);
	add_number(p, &labels[n++], "tid", event->tid);
	if (event->has_cpu)
		add_number(p, &labels[n++], "cpu", event->cpu);
	return tables_labels(&p->tables, labels, n);
}

static void note_time(struct perf *p, const struct perf_event *event)
{
	if (!event->has_time)
		return;
	if (!p->has_time || event->time < p->first_time)
		p->first_time = event->time;
	if (!p->has_time || event->time > p->last_time)
		p->last_time = event->time;
	p->has_time = true;
}

static int start_sample(struct perf *p, const struct perf_event *event,
			struct err *err)
{
	uint32_t kind = find_kind(p, event);

	if (kind == NONE)
		return textlines_fail(&p->lines, err,
				      "more than %d different events",
				      EVENTS_MAX);
	p->is_open = true;
	p->kind = kind;
	p->period = event->has_period ? event->period : 1;
	p->labels = label(p, event);
	perfstack_clear(&p->stack);
	note_time(p, event);
	if (perfline_is_frame(event->rest))
		perfstack_add(&p->stack, event->rest);
	return 0;
}

static int read_event(struct perf *p, struct str line, struct err *err)
{
	struct perf_event event;
	bool is_event = perfline_event(line, &event);

	if (is_event)
		return end_sample(p, err) || start_sample(p, &event, err) ?
		       -1 : 0;
	if (perfline_is_record(line))
		return end_sample(p, err);
	textlines_refuse(&p->lines, "neither an event of perf script nor a "
			 "frame of one");
	return 0;
}

/*
 * Whether a line can be a frame, before it is looked up.  An event without
 * frames has blanks in front, too, and the name of a thread, "add" or "a b",
 * may start as an address does.
 */
static bool is_like_frame(struct str line)
{
	struct perf_event event;
	struct str rest = line;
	uint64_t address;
	bool is_aligned;

	if (!scanline_blank(&rest) || !scanline_hex(&rest, &address))
		return false;
	if (!rest.n)
		return true;
	is_aligned = line.n - rest.n >= PERFLINE_COLUMNS;
	if (!scanline_blank(&rest))
		return false;
	if (is_aligned && (!rest.n || !memchr("-0123456789", *rest.s, 11)))
		return true;
	return !perfline_event(line, &event);
}

/* Takes a line with blanks in front for a frame or a place if it is one. */
static bool read_inner(struct perf *p, struct str line)
{
	if (!p->is_open)
		return false;
	if (is_like_frame(line))
		return perfstack_add(&p->stack, line);
	return perfstack_place(&p->stack, line);
}

/* Adds what --header prints: "# cmdline : perf record -g ./a.out". */
static void read_comment(struct perf *p, struct str line)
{
	struct buf key = BUF_INIT;
	struct str value = { line.s + 1, line.n - 1 };
	struct str name = value;

	while (value.n > 1 && (value.s[0] != ':' || value.s[1] != ' ')) {
		value.s++;
		value.n--;
	}
	if (value.n < 2 || p->n_samples || p->is_open ||
	    p->n_facts == FACTS_MAX)
		return;
	name.n -= value.n;
	name = scanline_trim(name);
	value = scanline_trim((struct str){ value.s + 1, value.n - 1 });
	buf_add(&key, name.s, name.n);
	facts_add_text(p->profile, (struct fact_place){ "perf", buf_str(&key) },
		       value);
	buf_release(&key);
	p->n_facts++;
}

static int read_line(struct perf *p, struct str line, struct err *err)
{
	if (!scanline_trim(line).n)
		return perfstack_is_empty(&p->stack) ? 0 :
		       end_sample(p, err);
	if (*line.s == '#') {
		read_comment(p, line);
		return 0;
	}
	if ((*line.s == ' ' || *line.s == '\t') && read_inner(p, line))
		return 0;
	return read_event(p, line, err);
}

static int read_lines(struct perf *p, struct err *err)
{
	struct str line;
	int more;

	while ((more = textlines_next(&p->lines, &line, err)) > 0) {
		if (read_line(p, line, err))
			return -1;
	}
	return more ? more : end_sample(p, err);
}

/* Clocks count nanoseconds. */
static const char *unit_of(struct str event)
{
	static const char *const clocks[] = { "cpu-clock", "task-clock" };
	const char *colon = event.n ? memchr(event.s, ':', event.n) : NULL;

	if (colon)
		event.n = (size_t)(colon - event.s);
	for (size_t i = 0; i < ARRAY_SIZE(clocks); i++) {
		if (str_is(event, clocks[i]))
			return "nanoseconds";
	}
	return "count";
}

static void add_type(struct perf *p, const struct kind *kind,
		     const char *ending, const char *unit)
{
	struct str name = profile_str(p->profile, kind->name);
	struct buf type = BUF_INIT;

	buf_add(&type, name.s, name.n);
	buf_adds(&type, ending);
	tables_add_type(&p->tables, (struct str){ type.s, type.n }, unit);
	buf_release(&type);
}

/* Gives the profile its types, and returns where those of each event start. */
static void add_types(struct perf *p, size_t starts[EVENTS_MAX])
{
	for (size_t i = 0; i < p->kinds.n; i++) {
		const struct kind *kind = &p->kinds.at[i];

		starts[i] = p->profile->types.n;
		add_type(p, kind, "_sample", "count");
		if (kind->has_periods)
			add_type(p, kind, "_event", unit_of(profile_str(
						p->profile, kind->name)));
	}
}

static void add_values(struct perf *p)
{
	size_t starts[EVENTS_MAX], n;
	int64_t *values, *at;

	add_types(p, starts);
	n = p->profile->types.n;
	values = rows_values(&p->rows);
	for (size_t i = 0; i < p->profile->rows.n; i++) {
		uint32_t kind = p->rows.kinds.at[i];

		at = values + i * n + starts[kind];
		at[0] = p->sums.at[i].samples;
		if (p->kinds.at[kind].has_periods)
			at[1] = p->sums.at[i].events;
	}
}

/* Whether a thread is named like the binary, as main threads are. */
static bool is_main(struct perf *p, const struct mapping *mapping)
{
	struct strings *strings = &p->profile->strings;
	struct str base = str_base(strings_at(strings, mapping->file));
	struct str_id comm;

	if (base.n > COMM_MAX)
		base.n = COMM_MAX;
	comm = strings_intern(strings, base.s, base.n);
	return comm.i < p->is_comm.n && p->is_comm.at[comm.i];
}

/*
 * The first mapping is the main binary's.  Where that is not known it is one
 * without a name, as perf_to_profile has it.
 */
static void order_mappings(struct perf *p)
{
	struct profile *profile = p->profile;
	uint32_t n = (uint32_t)profile->mappings.n, at = 0;
	struct mapping main;

	while (at < n && !is_main(p, &profile->mappings.at[at]))
		at++;
	if (n && at == n)
		*vec_push(profile->mem, &profile->mappings) =
			(struct mapping){ 0 };
	if (!at)
		return;
	main = profile->mappings.at[at];
	profile->mappings.at[at] = profile->mappings.at[0];
	profile->mappings.at[0] = main;
	profile->mappings.at[0].id = 1;
	profile->mappings.at[at].id = at + 1;
	for (size_t i = 0; i < profile->locations.n; i++) {
		struct map_id *mapping = &profile->locations.at[i].mapping;

		if (!mapping->i || mapping->i == at)
			mapping->i = mapping->i ? 0 : at;
	}
}

/*
 * Some addresses are those of memory (without call chains, and all of some
 * versions of perf), and where a binary was in it is not said.  Such a binary
 * is one whose names have been looked up: another try would find wrong ones.
 */
static void mark_mappings(struct profile *profile)
{
	for (size_t i = 0; i < profile->locations.n; i++) {
		const struct location *loc = &profile->locations.at[i];

		if (loc->mapping.i != MAPPING_NONE && loc->address >> FILE_BITS)
			profile->mappings.at[loc->mapping.i].has |=
				HAS_FUNCTIONS;
	}
}

static int read_all(struct perf *p, const struct reading *reading,
		    struct err *err)
{
	if (read_lines(p, err))
		return -1;
	if (!p->n_samples)
		return err_fail(err, "there is no sample%s%s",
				p->lines.n_bad ? "; " : "",
				p->lines.first_bad.text);
	add_values(p);
	order_mappings(p);
	mark_mappings(p->profile);
	p->profile->duration_nanos = p->last_time - p->first_time;
	reading_tell(reading, &p->lines);
	return 0;
}

static int read_perf(struct reading *reading, struct err *err)
{
	struct perf p = { .profile = reading->profile };
	struct mem *mem = reading->profile->mem;
	int result;

	textlines_init(&p.lines, reading->input);
	tables_init(&p.tables, reading->profile);
	rows_init(&p.rows, &p.tables, reading->input->limits.cancel);
	perfstack_init(&p.stack, &p.tables);
	result = read_all(&p, reading, err);
	perfstack_release(&p.stack);
	rows_release(&p.rows);
	tables_release(&p.tables);
	textlines_release(&p.lines);
	vec_release(mem, &p.kinds);
	vec_release(mem, &p.sums);
	vec_release(mem, &p.is_comm);
	return result;
}

/* What the lines at the start of a file are. */
struct survey {
	size_t n_events, n_frames, n_bad;
	bool is_perf;		/* a header says so */
};

static void survey_line(struct survey *s, struct str line)
{
	static const char header[] = "# perf version : ";
	struct perf_event event;
	struct perf_frame frame;
	struct perf_place place;

	if (*line.s == '#') {
		s->is_perf = s->is_perf || (line.n >= sizeof(header) - 1 &&
			!memcmp(line.s, header, sizeof(header) - 1));
	} else if (s->n_events && is_like_frame(line) &&
		   perfline_frame(line, &frame)) {
		s->n_frames++;
	} else if (perfline_event(line, &event)) {
		s->n_events++;
		s->n_frames += perfline_is_frame(event.rest);
	} else if (!perfline_is_record(line) &&
		   !(s->n_frames && perfline_place(line, &place))) {
		s->n_bad++;
	}
}

/*
 * A header that names perf is enough, and events with frames are nothing else.
 * Events without any are like lines of a log, so that all lines have to be.
 */
static enum likeness match_perf(const struct head *head)
{
	struct str text = head->text, line;
	struct survey s = { 0 };

	while (scanline_next(&text, &line)) {
		if (scanline_trim(line).n)
			survey_line(&s, line);
	}
	if (s.is_perf)
		return s.n_events || !s.n_bad ? LIKENESS_SURE : LIKENESS_NONE;
	if (!s.n_frames)
		return s.n_bad || !s.n_events ? LIKENESS_NONE : LIKENESS_MAYBE;
	return s.n_bad * 10 < s.n_events + s.n_frames ? LIKENESS_SURE :
							LIKENESS_NONE;
}

const struct format format_perf = {
	.name = "perf",
	.title = "text of perf script",
	.match = match_perf,
	.read = read_perf,
};
