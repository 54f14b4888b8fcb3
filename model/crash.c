#include "config.h"

#include "model/crash.h"

#include <string.h>

#include "model/facts.h"
#include "model/log_prefix.h"
#include "model/scanline.h"

enum { FACTS_MAX = 64 };	/* more crashes than anybody will read */

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
}

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

bool crash_end(struct crash *crash, struct profile *profile, struct str prefix)
{
	bool had_any = crash->n;

	for (size_t i = 0; i < crash->n; i++) {
		const struct crash_message *m = &crash->messages[i];
		struct fact_place place = { CRASH_GROUP, m->name };
		struct str text = { m->line.s + m->text, m->n };

		if (crash->n_facts == FACTS_MAX ||
		    (m->number != crash->n_lines && !is_at_start(m, prefix)) ||
		    is_known(profile, place, text))
			continue;
		facts_add_text(profile, place, text);
		crash->n_facts++;
	}
	crash->n = 0;
	return had_any;
}
