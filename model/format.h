/*
 * The formats that profiles come in, and what reads each into the same tables.
 * A format is one row of the table in format.c and one file, read_NAME.c.
 *
 * Which format a file has is told from its start.  Each format is asked how
 * much that looks like it; the first that is sure is taken, else the first
 * that may be, else the first that is unlikely.  What has been taken is read to
 * its end: a reader that meets something else fails, with the place, and no
 * other is tried, so that a wrong guess is never passed over in silence.  The
 * user may name the format instead.
 */
#ifndef MODEL_FORMAT_H
#define MODEL_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/err.h"
#include "model/input.h"
#include "model/profile.h"

enum { HEAD_MAX = 64 * 1024 };	/* bytes of a file that are looked at */

/* The start of a file; all of it is borrowed. */
struct head {
	struct str bytes;	/* up to HEAD_MAX */
	bool is_whole;		/* the file ends there */
	/*
	 * The same as text: whole lines in UTF-8, without a byte order mark.
	 * Empty when it is none: text has no control characters but tabs,
	 * line ends, form feeds and escapes.
	 */
	struct str text;
};

enum likeness {
	LIKENESS_NONE,
	/* No sign of it so far, but it may come later: a log with a crash. */
	LIKENESS_UNLIKELY,
	LIKENESS_MAYBE,
	LIKENESS_SURE,
};

/* One file as it is read. */
struct reading {
	struct profile *profile;	/* to be filled; empty at first */
	struct input *input;		/* at its start */
	const struct format *format;	/* what it is read as; set here */
	/*
	 * Names that the reference does not read (the comments of Go's texts)
	 * are left out, as -symbolize=none asks.
	 */
	bool leaves_names;
	/* Is told, a line each, what is wrong but not fatal; not NULL. */
	void (*warn)(void *data, const char *text);
	void *data;
};

struct format {
	const char *name;	/* for -format: "proto" */
	const char *title;	/* for messages: "Go heap text" */
	enum likeness (*match)(const struct head *head);
	/*
	 * Fills the profile; one with two sides is a difference in itself.
	 * Returns 0, or -1 with the reason, which has the place in it but
	 * neither the file's name nor the title; the profile is then only good
	 * for profile_release.
	 */
	int (*read)(struct reading *reading, struct err *err);
};

/* By place, NULL behind the last; by name, NULL when there is none. */
const struct format *format_at(size_t i);
const struct format *format_find(const char *name);

/* Whether it is an object of JSON, as far as its first byte tells. */
bool head_is_object(const struct head *head);

/* The format of what starts so; NULL when it is like none. */
const struct format *format_detect(const struct head *head);

/*
 * Reads a profile in the format, in the one it is found to have when that is
 * NULL.  Returns 0, or -1 with the reason, as read does.
 */
int format_read(const struct format *format, struct reading *reading,
		struct err *err);

/* Says which lines a reader has left out, if any (textlines.h). */
struct textlines;
void reading_tell(const struct reading *reading,
		  const struct textlines *lines);

/* The rows of the table, each at the end of its file. */
extern const struct format format_proto;
extern const struct format format_goroutines;
extern const struct format format_cpu;
extern const struct format format_heap;
extern const struct format format_count;
extern const struct format format_threadz;
extern const struct format format_contention;
extern const struct format format_java;
extern const struct format format_perf;
extern const struct format format_folded;
extern const struct format format_speedscope;
extern const struct format format_v8;

#endif
