#include "config.h"

#include "model/crash.h"

#include <inttypes.h>
#include <string.h>

#include "model/facts.h"
#include "model/log_prefix.h"
#include "model/scanline.h"

enum {
	FACTS_MAX = 64,		/* more crashes than anybody will read */
	/* Of a panic behind its first line: what a row can still show. */
	MORE_LINES = 4,
	MORE_BYTES = 400,
};

struct kind {
	const char *start, *name;
	bool keeps_start;		/* it is part of what is said */
};

static const struct kind kinds[] = {
	{ "panic: ", "panic", false },
	{ "http: panic serving ", "panic", true },
	{ "fatal error: ", "fatal error", false },
	{ "[signal ", "signal", false },
	{ "SIGQUIT: ", "signal", true },
	{ "SIGABRT: ", "signal", true },
	{ "SIGSEGV: ", "signal", true },
	{ "SIGBUS: ", "signal", true },
	{ "SIGILL: ", "signal", true },
	{ "SIGFPE: ", "signal", true },
	{ "SIGTRAP: ", "signal", true },
	{ "SIGSYS: ", "signal", true },
};

void crash_release(struct crash *crash)
{
	for (size_t i = 0; i < CRASH_MESSAGES; i++)
		buf_release(&crash->messages[i].line);
	buf_release(&crash->place);
}

/* Messages. */

/* Room for one more; the oldest goes. */
static struct crash_message *add_message(struct crash *crash)
{
	struct crash_message oldest = crash->messages[0];

	if (crash->n < CRASH_MESSAGES)
		return &crash->messages[crash->n++];
	memmove(crash->messages, crash->messages + 1,
		(CRASH_MESSAGES - 1) * sizeof(oldest));
	crash->messages[CRASH_MESSAGES - 1] = oldest;
	return &crash->messages[CRASH_MESSAGES - 1];
}

static void keep(struct crash *crash, struct str line, const struct kind *kind,
		 size_t start)
{
	struct crash_message *message = add_message(crash);

	message->name = kind->name;
	buf_clear(&message->line);
	buf_add(&message->line, line.s, line.n);
	message->start = start;
	message->text = start + (kind->keeps_start ? 0 : strlen(kind->start));
	message->n = line.n - message->text;
	if (*kind->start == '[' && message->n && line.s[line.n - 1] == ']')
		message->n--;
	message->number = crash->n_lines;
	message->goes_on = !strcmp(kind->name, "panic");
	message->is_of_log = kind->keeps_start;
	message->lines_left = MORE_LINES;
	message->bytes_left = MORE_BYTES;
}

/* Puts a line behind a message, or says, once, that there are more. */
static void add_line(struct crash_message *message, struct str line)
{
	size_t n = message->line.n;

	if (message->lines_left && line.n <= message->bytes_left) {
		buf_adds(&message->line, " / ");
		buf_add(&message->line, line.s, line.n);
		message->lines_left--;
		message->bytes_left -= line.n;
	} else if (message->bytes_left) {
		buf_adds(&message->line, " / ...");
		message->bytes_left = 0;
	}
	message->n += message->line.n - n;
}

/* A line of no kind: of the last message, unless one came in between. */
static void go_on(struct crash *crash, struct str line)
{
	struct crash_message *m = crash->n ? &crash->messages[crash->n - 1] :
					     NULL;

	if (!m || !m->goes_on)
		return;
	m->goes_on = log_prefix_cut((struct str){ m->line.s, m->start },
				    &line) || m->is_of_log;
	line = scanline_trim(line);
	if (!line.n)
		m->goes_on = false;
	if (!m->goes_on)
		return;
	add_line(m, line);
	m->number = crash->n_lines;
}

void crash_see(struct crash *crash, struct str line)
{
	line = scanline_trim(line);
	crash->n_lines += line.n > 0;
	if (line.n > CRASH_LINE_MAX)
		line.n = CRASH_LINE_MAX;
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		const char *start = kinds[i].start;
		const char *at = line.n ? memmem(line.s, line.n, start,
						 strlen(start)) : NULL;

		if (!at)
			continue;
		keep(crash, line, &kinds[i], (size_t)(at - line.s));
		return;
	}
	go_on(crash, line);
}

/* Whether it starts a line of what the program itself prints. */
static bool is_at_start(const struct crash_message *message, struct str prefix)
{
	struct str line = { message->line.s, message->line.n }, rest = line;

	if (!message->start)
		return true;
	return log_prefix_cut(scanline_trim(prefix), &rest) &&
	       scanline_trim(rest).s == line.s + message->start;
}

static bool is_known(const struct profile *p, struct fact_place place,
		     struct str text)
{
	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];

		if (str_is(profile_str(p, fact->group), place.group) &&
		    str_is(profile_str(p, fact->name), place.name) &&
		    str_same(profile_str(p, fact->text), text))
			return true;
	}
	return false;
}

static void add_fact(struct crash *crash, struct profile *profile,
		     const char *name, struct str text)
{
	struct fact_place place = { CRASH_GROUP, name };

	if (crash->n_facts == FACTS_MAX || is_known(profile, place, text))
		return;
	facts_add_text(profile, place, text);
	crash->n_facts++;
}

bool crash_end(struct crash *crash, struct profile *profile, struct str prefix)
{
	bool had_any = crash->n;

	for (size_t i = 0; i < crash->n; i++) {
		const struct crash_message *m = &crash->messages[i];
		struct str text = { m->line.s + m->text, m->n };

		if (m->number != crash->n_lines && !is_at_start(m, prefix))
			continue;
		add_fact(crash, profile, m->name, text);
		crash->awaits_place = true;
		crash->is_behind_idle = false;
	}
	crash->n = 0;
	return had_any;
}

/* The place. */

/*
 * A signal that comes in C, or in the scheduler, finds goroutine 0, which has
 * frames of the runtime alone; the one that was on the thread follows, if any.
 */
void crash_goroutine(struct crash *crash,
		     const struct traceback_header *header)
{
	if (crash->is_behind_idle && !str_is(header->state, "running") &&
	    !str_is(header->state, "syscall"))
		crash->awaits_place = false;
	crash->id = header->id;
	buf_clear(&crash->place);
}

/* Also what other packages have of the runtime: "sync.runtime_Semacquire". */
static bool is_runtime(struct str name)
{
	static const char linked[] = ".runtime_";

	return str_starts(name, "runtime.") || str_starts(name, "runtime/") ||
	       str_starts(name, "internal/") ||
	       memmem(name.s, name.n, linked, strlen(linked));
}

static void add_cut(struct buf *out, struct str text)
{
	buf_add(out, text.s, text.n < CRASH_LINE_MAX ? text.n : CRASH_LINE_MAX);
}

void crash_frame(struct crash *crash, struct str name,
		 const struct traceback_place *place)
{
	struct buf *out = &crash->place;

	if (!crash->awaits_place)
		return;
	if (str_is(name, "runtime.gopanic"))
		buf_clear(out);
	if (out->n || is_runtime(name))
		return;
	add_cut(out, name);
	if (place->file.n) {
		buf_addc(out, ' ');
		add_cut(out, place->file);
		buf_addf(out, ":%" PRId64, place->line);
	}
	buf_addf(out, ", goroutine %" PRId64, crash->id);
}

void crash_place(struct crash *crash, struct profile *profile)
{
	struct str place = { buf_str(&crash->place), crash->place.n };

	if (!crash->awaits_place)
		return;
	if (place.n)
		add_fact(crash, profile, "at", place);
	crash->is_behind_idle = !place.n && !crash->id;
	crash->awaits_place = crash->is_behind_idle;
}
