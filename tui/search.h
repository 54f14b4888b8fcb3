/*
 * What is searched for: a regular expression that ignores case unless it has
 * an upper case letter.  There is one search for all panels; it says which
 * lines are hits, and steps from hit to hit over the lines that the focused
 * panel offers (struct panel_ops: lines, line, cursor, seek).
 *
 * A step costs a match for each line of the panel, because it counts.  Zeroes
 * are a search for nothing.
 */
#ifndef TUI_SEARCH_H
#define TUI_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/pattern.h"

struct app;

struct search {
	struct pattern *pattern;	/* NULL: nothing is searched for */
	struct buf text;		/* what was typed */
};

/*
 * Searches for text from now on; empty text is nothing.  Returns -1 when it is
 * no regexp, with the reason and the byte where, see pattern_new; the search
 * is then as it was.
 */
int search_set(struct search *search, const char *text, struct err *err,
	       size_t *where);

/* Searches for nothing and gives the memory back. */
void search_clear(struct search *search);

/* Whether something is searched for and some part of s[0..n) matches. */
bool search_hits(const struct search *search, const char *s, size_t n);

/* The same, and s[*from..*to) is the first match. */
bool search_find(const struct search *search, const char *s, size_t n,
		 size_t *from, size_t *to);

/* What search_hits says, for what is painted: data is the search. */
bool search_paints(void *data, const char *s, size_t n);

/* A step over lines, as search_walk finds it. */
struct search_step {
	size_t line;		/* the hit stepped to */
	size_t number;		/* which of the hits it is, from 1 */
	size_t n_hits, n_undecided;
	bool has_wrapped;
};

/* The text of line i, bytes, appended. */
typedef void search_line(void *data, size_t i, struct buf *out);

/*
 * Counts the hits in n lines and finds the next one after the cursor, or the
 * one before it; past the ends it wraps, so that the only hit may be the
 * cursor's own line.  Returns false when there is none; the counts are filled
 * in all the same.
 */
bool search_walk(const struct search *search, search_line *line, void *data,
		 size_t n, size_t cursor, bool is_forward,
		 struct search_step *step);

/*
 * Moves the focused panel's cursor to the next or the previous hit and says
 * how many there are, or why there is none.
 */
void search_step(struct app *app, bool is_forward);

#endif
