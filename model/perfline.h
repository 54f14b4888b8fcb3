/*
 * The lines that `perf script` prints for samples, taken apart; all three in
 * the shapes that its -F option gives them (linux: tools/perf/
 * builtin-script.c, util/evsel_fprintf.c).
 *
 * An event starts a sample.  Between the name of the thread, which may have
 * blanks in it, and the event, all but a number is optional:
 *
 *	comm  [PID/]TID [CPU] SECONDS.FRACTION:  PERIOD EVENT: REST
 *
 * A frame follows, innermost first, with the address in hexadecimal:
 *
 *	\t  ADDRESS SYMBOL+0xOFFSET (DSO)
 *
 * where "(inlined)" stands for the DSO of a call that the compiler inlined into
 * the frame below, which has the same address.  Behind a frame its place may
 * have a line, with two blanks in front: "  FILE:LINE" or "  DSO[ADDRESS]".
 *
 * Each function returns false when the line is not like that.  What it fills
 * in is borrowed from the line.
 */
#ifndef MODEL_PERFLINE_H
#define MODEL_PERFLINE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/strings.h"

enum { PERFLINE_COLUMNS = 16 };	/* perf aligns addresses to these */

struct perf_event {
	struct str comm;	/* at most 64 bytes */
	int64_t pid, tid, cpu;
	int64_t time;		/* nanoseconds since some start */
	int64_t period;		/* what the sample stands for */
	bool has_pid, has_cpu, has_time, has_period;
	struct str name;
	struct str rest;	/* a frame, fields of the event or nothing */
};

struct perf_frame {
	uint64_t address;
	struct str symbol;	/* without its offset; empty: not known */
	struct str dso;		/* empty: not known */
	bool is_inlined;
};

struct perf_place {
	struct str file;	/* empty: not known */
	int64_t line;
	bool is_inlined;	/* the frame in front of it is */
};

bool perfline_event(struct str line, struct perf_event *event);
bool perfline_frame(struct str line, struct perf_frame *frame);
bool perfline_place(struct str line, struct perf_place *place);

/* Whether a line behind an event can be a frame and no field of the event. */
bool perfline_is_frame(struct str rest);

/* Whether it is of a record that is no sample ("PERF_RECORD_MMAP2 ..."). */
bool perfline_is_record(struct str line);

#endif
