/*
 * Filters on function names, file names and mapping names, and on labels, as a
 * value: a short list in the order they were given.  They are applied in the
 * reference's order, whatever that order was: focus, ignore, hide and show
 * together, then show_from, then those on labels (model/tag_marks.h), then
 * prune_from (google/pprof, profile/filter.go).  Of several of one kind: every
 * focus must match, any ignore or hide suffices, a line must match every show.
 */
#ifndef MODEL_FILTERS_H
#define MODEL_FILTERS_H

#include <stdbool.h>
#include <stddef.h>

/* X(enum suffix, option name) */
#define FILTER_LIST(X)			\
	X(FOCUS, "focus")		\
	X(IGNORE, "ignore")		\
	X(HIDE, "hide")			\
	X(SHOW, "show")			\
	X(SHOW_FROM, "show_from")	\
	X(TAGFOCUS, "tagfocus")		\
	X(TAGIGNORE, "tagignore")	\
	X(TAGSHOW, "tagshow")		\
	X(TAGHIDE, "taghide")		\
	X(PRUNE_FROM, "prune_from")

enum filter_kind {
#define X(suffix, name) FILTER_##suffix,
	FILTER_LIST(X)
#undef X
	FILTER_KINDS,
};

/* On labels, not on names. */
static inline bool filter_is_tag(enum filter_kind kind)
{
	return kind >= FILTER_TAGFOCUS && kind <= FILTER_TAGHIDE;
}

enum { FILTERS_MAX = 24 };	/* fits the bits of a lens_loc */

struct filter {
	enum filter_kind kind;
	char *text;		/* the regexp, owned by the list */
};

struct filters {
	struct filter at[FILTERS_MAX];
	size_t n;
};

/* The name of the option, "focus" and so on; the kind of a name, or -1. */
const char *filter_name(enum filter_kind kind);
int filter_find(const char *name);

/*
 * Whether a filter of that kind can be made of the text.  Returns 0, or -1
 * with the reason, which does not name the filter.
 */
struct err;
int filter_check(enum filter_kind kind, const char *text, struct err *err);

/* Appends; returns false when the list is full. */
bool filters_add(struct filters *filters, enum filter_kind kind,
		 const char *text);

/* Removes one, all of one kind, all. */
void filters_remove(struct filters *filters, size_t i);
void filters_remove_kind(struct filters *filters, enum filter_kind kind);
void filters_clear(struct filters *filters);

/* dst is overwritten, not released. */
void filters_copy(struct filters *dst, const struct filters *src);
bool filters_equal(const struct filters *a, const struct filters *b);

#endif
