/*
 * Reports: what `go tool pprof -top` and its kin print, to the byte, from the
 * same results the screens show.  A report is given a profile of one side
 * (of a comparison: merged with the base's values negative, as the reference
 * has it) and a view; it writes to a report_out.
 */
#ifndef RENDER_REPORT_H
#define RENDER_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/lens.h"
#include "model/profile.h"
#include "model/sourcesearch.h"
#include "model/view.h"
#include "render/text.h"

/*
 * Where a report goes.  Text collects in `text` and is handed to write in
 * pieces; write returns -1 when it fails, after which the rest is dropped.
 */
struct report_out {
	struct buf text;
	size_t piece;		/* bytes worth handing on; 0: REPORT_PIECE */
	int (*write)(void *data, const char *s, size_t n);
	void *data;
	bool escapes;			/* names are made printable */
	/* Starts text of a style (render/style.h); NULL: there are none. */
	void (*style)(struct buf *to, uint8_t style);
	bool marks_names;		/* with REPORT_MARK, see below */
	enum text_charset charset;
	bool has_failed;
};

/*
 * Stands before and behind the name that a line is about, for whoever fits
 * lines into a screen.  No text has it that is made printable.
 */
#define REPORT_MARK '\x1e'

enum {
	REPORT_WIDTH_MIN = 20,
	REPORT_PIECE = 64 << 10,
};

struct report_options {
	int64_t node_count;		/* 0: all */
	double node_fraction, edge_fraction;
	bool by_cum;
	bool compact_labels;
	bool call_tree;			/* where there is a choice */
	bool csv, json;			/* one at the most */
	int64_t width;			/* columns; 0: 80 */
	const char *unit;		/* "minimum", "auto" or a name */
	const char *symbol;		/* the regexp of -peek; NULL: all */
	bool is_exact;			/* -list as the source view has it */
	const struct source_embedded *embedded;	/* sources it may name */
	size_t n_embedded;
	bool is_intel;			/* the syntax of -disasm */
	const char *binary;		/* of the command line; may be NULL */
};

struct report {
	const struct profile *profile;
	const struct view *view;
	const struct report_options *options;
	struct report_out *out;
	/* Is told, a line each, what is wrong but not fatal. */
	void (*warn)(void *data, const char *text);
	void *data;
	const _Atomic bool *cancel;	/* stops it early; may be NULL */
	bool knows_units;		/* of labels: they are not warned of */
};

/*
 * Each prints one report.  Returns 0, or -1 with the reason: a filter that is
 * no regexp, a profile without sample types, a write that failed.  Filters
 * that matched nothing are warned of.  What is cancelled fails, and nobody
 * reads its reason.
 */
typedef int report_print(const struct report *report, struct err *err);

report_print report_top, report_tree, report_raw, report_traces,
	     report_comments, report_proto, report_topproto,
	     report_folded, report_flame, report_list, report_dot,
	     report_callgrind, report_tags, report_disasm, report_info;

/* The same rows for programs: CSV, or JSON. */
report_print report_top_table, report_tree_table, report_tags_table,
	     report_info_table;

/*
 * Appends text from the profile, a name or a unit or what holds one, as the
 * out wants it; report_name to the report itself, report_marked between marks.
 * A file of some KB may ask for a long name any number of times, so those two
 * hand the text on (report_step): no place in it stays valid.
 */
void report_escape(const struct report_out *out, struct buf *to,
		   struct str text);
void report_name(struct report_out *out, struct str name);
void report_marked(struct report_out *out, struct str name);

/*
 * The same of a line of code, whose tabs are kept even where all else that
 * moves a cursor is not.
 */
void report_text(struct report_out *out, struct str text);

/* Appends what number_value makes of it, whose unit may be anything. */
void report_value(const struct report_out *out, struct buf *to, int64_t value,
		  const char *from, const char *unit);

/* The same of a value of the view's sample type, divided as the view asks. */
void report_sum(const struct report *report, struct buf *to, int64_t value,
		const char *unit);

/*
 * Hands the text on, report_step when there is enough of it.  Both return false
 * when more text would be dropped, so that it need not be made.
 */
bool report_hand_on(struct report_out *out);

static inline bool report_step(struct report_out *out)
{
	size_t piece = out->piece ? out->piece : REPORT_PIECE;

	return out->text.n >= piece ? report_hand_on(out) : !out->has_failed;
}

/* Adds text made elsewhere, likewise; much of it goes on uncopied. */
bool report_add(struct report_out *out, const char *s, size_t n);

/* Hands on the rest.  Returns -1 with the reason when something was dropped. */
int report_flush(struct report_out *out, struct err *err);

/*
 * Appends text right-aligned in width, counting characters as Go does: a byte
 * that is not UTF-8 is one.
 */
void report_pad(struct buf *out, struct str text, size_t width);

/* Right-aligns in width, likewise, what out holds from start on. */
void report_align(struct buf *out, size_t start, size_t width);

/*
 * The lines above a report that say what the profile is; the total is that of
 * the view, printed in unit.
 */
void report_labels(const struct report *report, int64_t total,
		   const char *unit);

/*
 * Appends that a filter of the lens matched no sample, and returns true, when
 * that is so; tags_met is what lens_tags_met says.
 */
bool report_unmatched(const struct lens *lens, size_t i, uint32_t tags_met,
		      struct buf *out);

/*
 * Warns of the filters of the lens that were taken for ranges, and of those
 * that matched no sample.
 */
void report_warn(const struct report *report, const struct lens *lens);

#endif
