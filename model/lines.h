/*
 * Weights by line of source: what a source view puts beside the text, and
 * what the reference's -list prints.
 *
 * `struct lines` has them for all of a profile in a view.  A part is what is
 * looked at in one go: a function in one file, all of a file, or everything
 * without a name in one mapping.  A place is a line of a part, and for what
 * has no name an address.  Each place and each part counts once a row, however
 * often it recurs on the stack, at whatever columns or addresses, where the
 * reference adds the lines of a function up.  So the flat values of a part's
 * places sum to that of the part, and its cum is at most the sum of theirs.
 *
 * Making it is a pass over all frames of all rows and 4 bytes a node; a
 * `struct listing`, the parts of one key, is a pass over the places.
 */
#ifndef MODEL_LINES_H
#define MODEL_LINES_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/graph.h"
#include "model/sourcefile.h"

/* What the parts are. */
enum lines_by {
	LINES_BY_FUNCTION,	/* functions with a name, in one file each */
	LINES_BY_FILE,		/* files with a name */
	LINES_BY_OBJECT,	/* addresses without a name, by mapping */
};

struct lines_place {
	uint32_t part;
	uint32_t node;		/* one of the lens it stands for */
	uint32_t callee;	/* one inlined into it, or NODE_NONE */
	bool is_inlined;	/* somewhere it is an inlined call */
	int64_t line;
	uint64_t address;	/* by object only */
	struct graph_value flat, cum;
};

struct lines_part {
	struct str_id name, object;	/* of the profile's strings */
	struct str_id file;		/* of the lens's */
	struct str_id path;		/* its file as the profile names it */
	int64_t start_line;		/* the least known; 0: none is */
	struct graph_value cum;
};

struct lines {
	struct mem *mem;
	const struct lens *lens;	/* borrowed */
	enum lines_by by;
	VEC(struct lines_place) places;
	VEC(struct lines_part) parts;
	uint32_t *place_of;		/* of a node; NODE_NONE is none */
};

/* Changes a view to the one whose lens lines are made from. */
void lines_view(struct view *view, enum lines_by by);

/*
 * Fills lines from a lens of such a view.  Returns false when it was
 * cancelled; release it all the same.
 */
bool lines_init(struct lines *lines, const struct lens *lens,
		const struct lanes *lanes, enum lines_by by,
		const _Atomic bool *cancel);
void lines_release(struct lines *lines);

/* Which parts: of a function, a file or an object, as `by` says. */
struct lines_key {
	enum lines_by by;
	struct str_id name, object;	/* of the profile's strings */
	struct str file;		/* as lenses clean it up; borrowed */
};

/* A line with its weights; strings are the profile's. */
struct listing_row {
	uint32_t part, rank;		/* rank: place in `ranked` */
	int64_t line;
	uint64_t address;
	struct graph_value flat, cum;
	struct str name, callee;	/* callee.n 0: none is inlined here */
	bool is_inlined;
};

struct listing_part {
	struct str file;		/* to show; lives in the arena */
	struct str path;		/* to look for; the profile's */
	int64_t start_line;		/* 0: not known */
	struct graph_value flat, cum;
	uint32_t number;		/* of the part of the lines */
	size_t first, n;		/* in rows, by address, else by line */
};

/*
 * The parts of a key, the heaviest first, then by file.  It borrows from the
 * profile only, so that the lines may go.
 */
struct listing {
	struct mem *mem;
	struct arena text;
	VEC(struct listing_row) rows;
	VEC(struct listing_part) parts;
	VEC(uint32_t) ranked;		/* rows with a weight, hottest first */
	bool by_cum, is_both;		/* what they are ranked by */
	int64_t weight;			/* sum of listing_weight over rows */
};

enum { LISTING_UNRANKED = UINT32_MAX };

/* Empty, without parts, when the lines have none of that key. */
void listing_init(struct listing *listing, const struct lines *lines,
		  const struct lines_key *key);
void listing_release(struct listing *listing);

/*
 * Ranks rows by |flat| or |cum|; side by side (is_both) by how much it differs
 * between the two, which is what one looks for there.  Rows alike in that go by
 * the other of flat and cum.  Where no row has the one, by_cum becomes the
 * other.
 */
void listing_rank(struct listing *listing, bool by_cum, bool is_both);

/* What rows are ranked by; signed. */
int64_t listing_weight(const struct listing *listing,
		       const struct listing_row *row);

/* The first row of a part with this line or a later one, rows.n when none. */
size_t listing_find(const struct listing *listing, size_t part, int64_t line);

/* Lines [first, last] of a function. */
struct lines_range {
	int64_t first, last;
};

/*
 * The lines of a part's function: from where it starts, else its first line
 * with a weight, to its last one, and from there, if the file is at hand (it
 * may be NULL), to where the indentation says that it ends.
 */
struct lines_range listing_range(const struct listing *listing, size_t part,
				 const struct source_file *file);

#endif
