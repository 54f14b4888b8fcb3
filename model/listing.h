/*
 * A listing: the lines of one function, file or object with their weights,
 * ranked.  It is made from lines by a pass over their places and borrows from
 * the profile only, so that the lines may go.
 */
#ifndef MODEL_LISTING_H
#define MODEL_LISTING_H

#include "model/lines.h"
#include "model/sourcefile.h"

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
	int64_t start_line;		/* of its function; 0: not known */
	uint64_t address;
	struct graph_value flat, cum;
	struct str name, callee;	/* callee.n 0: none is inlined here */
	bool is_inlined;
};

struct listing_part {
	struct str name;		/* of the function; the profile's */
	struct str file;		/* to show; lives in the arena */
	struct str path;		/* to look for; the profile's */
	int64_t start_line;		/* 0: not known */
	struct graph_value flat, cum;
	uint32_t number;		/* of the part of the lines */
	size_t first, n;		/* in rows, by address, else by line */
};

/*
 * Parts are in order of their weight, then of their file; those of a listing
 * of several names in that of their names, then of their files.
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

/*
 * The same of all parts of the lines for whose number `wanted` is true,
 * whatever they are called.
 */
void listing_init_all(struct listing *listing, const struct lines *lines,
		      const bool *wanted);

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
