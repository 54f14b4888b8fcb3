#include "config.h"

#include "model/remains.h"

int remains_init(struct remains *r, const struct profile *profile,
		 const struct view *view, const _Atomic bool *cancel,
		 struct err *err)
{
	*r = (struct remains){
		.profile = profile, .view = view, .cancel = cancel,
	};
	r->lens = lens_new_for_rows(profile, view, cancel, err);
	if (!r->lens)
		return -1;
	return sieve_init(&r->sieve, profile, &view->filters, cancel, err);
}

void remains_release(struct remains *r)
{
	if (r->lens)
		sieve_release(&r->sieve);
	lens_free(r->lens);
}

bool remains_are_whole(const struct remains *r)
{
	return !r->view->filters.n && !r->view->no_inlines;
}

const struct line *remains_lines(struct remains *r, struct loc_id id,
				 size_t *n)
{
	const struct location *loc = &r->profile->locations.at[id.i];
	struct line *lines;
	uint32_t bits = 0;
	size_t skip;

	if (remains_are_whole(r)) {
		*n = loc->n_lines;
		return profile_lines(r->profile, loc);
	}
	sieve_location(&r->sieve, id, &bits);
	lines = r->sieve.lines.at;
	skip = r->view->no_inlines && r->sieve.lines.n ?
	       r->sieve.lines.n - 1 : 0;
	*n = r->sieve.lines.n - skip;
	if (r->view->no_inlines && !r->view->show_columns && *n)
		lines[skip].column = 0;
	return lines + skip;
}

unsigned remains_has(const struct remains *r, const struct mapping *mapping)
{
	return r->view->no_inlines ?
	       mapping->has & ~(unsigned)HAS_INLINE_FRAMES : mapping->has;
}
