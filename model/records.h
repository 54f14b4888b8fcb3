/*
 * Old profiles that are text: a head, then records of values and addresses,
 * then perhaps a memory map.
 *
 *	goroutine profile: total 3
 *	2 @ 0x42d836 0x45da85 0x462461		a record
 *	# labels: {"job":"index"}		comments of it, which only Go
 *	#	0x45da84	main.f+0x24 ...	writes (gostack.h)
 *
 *	# runtime.MemStats			of the heap (memstats.h)
 *	# Alloc = 1234
 *
 * A reader takes lines with records_next, opens a record for each that it
 * understands, adds what belongs to it, and finishes.  Empty lines and those
 * that start with # are comments: they are taken here, for the record that is
 * open, or passed over when names are to be left out.
 */
#ifndef MODEL_RECORDS_H
#define MODEL_RECORDS_H

#include "model/format.h"
#include "model/gostack.h"
#include "model/memstats.h"
#include "model/textlines.h"

enum { RECORD_VALUES = 4 };	/* of a record, at most */

struct records {
	struct reading *reading;	/* borrowed */
	struct textlines lines;
	struct tables tables;
	struct gostack stack;
	struct memstats stats;
	VEC(struct label) labels;	/* of the record */
	int64_t values[RECORD_VALUES];
	bool is_open;
	/* What the first line counts, and what is not there of it so far. */
	int64_t expected, missing;
	const char *counted;		/* what that is: " objects" */
};

void records_init(struct records *records, struct reading *reading);
void records_release(struct records *records);

/* Adds a sample type. */
void records_type(struct records *records, struct str type, const char *unit);

/* Sets the period and its type. */
void records_period(struct records *records, struct str type,
		    const char *unit, int64_t period);

/*
 * Takes the next line that is no comment.  Returns 1, 0 at the end, -1 with
 * the reason.  The line is borrowed until the next call.
 */
int records_next(struct records *records, struct str *line, struct err *err);

/*
 * Closes the record that is open, if any, and opens the next, whose values are
 * 0 until the reader sets them.
 */
void records_open(struct records *records);

/* Adds the addresses of a line to the record: all that start with 0x. */
int records_addresses(struct records *records, struct str line,
		      struct err *err);

/*
 * The first line has a total of what all records have.  A text that was cut
 * between two of them looks whole but for that: what is missing in the end is
 * told to the reading, unless names are left out, for the reference is silent.
 */
void records_expect(struct records *records, int64_t total,
		    const char *counted);

/* A record has so much of it. */
void records_count(struct records *records, int64_t count);

/* Adds a label that is a number. */
void records_label(struct records *records, const char *key, int64_t number);

/*
 * Closes the last record and reads the memory map, if any, from the line at
 * hand on.  What was wrong but not fatal is told to the reading.
 */
int records_finish(struct records *records, struct err *err);

#endif
