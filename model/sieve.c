#include "config.h"

#include "model/sieve.h"

#include <string.h>

#include "model/cancel.h"
#include "model/pattern.h"
#include "model/prune.h"

enum answer { UNASKED, NO, YES };

/*
 * prune_from looks at names without their argument list, as the reference
 * does; the others at names and files as they are.
 */
static bool ask(struct sieve *sieve, size_t filter, struct str_id id)
{
	unsigned char *answer = &sieve->answers[filter][id.i];
	struct str s;

	if (*answer != UNASKED)
		return *answer == YES;
	s = profile_str(sieve->profile, id);
	if (sieve->filters->at[filter].kind == FILTER_PRUNE_FROM)
		s = prune_simplify(s);
	*answer = NO;
	switch (pattern_match(sieve->patterns[filter], s.s, s.n)) {
	case PATTERN_YES:
		*answer = YES;
		break;
	case PATTERN_UNDECIDED:
		sieve->matches[filter].n_undecided++;
		break;
	case PATTERN_NO:
		break;
	}
	return *answer == YES;
}

static bool line_matches(struct sieve *sieve, size_t filter,
			 const struct line *line)
{
	const struct func *func = &sieve->profile->funcs.at[line->func.i];

	return ask(sieve, filter, func->name) ||
	       ask(sieve, filter, func->filename);
}

static bool mapping_matches(struct sieve *sieve, size_t filter,
			    const struct location *loc)
{
	const struct profile *p = sieve->profile;

	return loc->mapping.i != MAPPING_NONE &&
	       ask(sieve, filter, p->mappings.at[loc->mapping.i].file);
}

static bool location_matches(struct sieve *sieve, size_t filter,
			     const struct location *loc)
{
	const struct line *lines = profile_lines(sieve->profile, loc);

	for (uint32_t i = 0; i < loc->n_lines; i++) {
		if (line_matches(sieve, filter, &lines[i]))
			return true;
	}
	return mapping_matches(sieve, filter, loc);
}

/* Keeps the lines for which line_matches is `wanted`. */
static void keep_lines(struct sieve *sieve, size_t filter, bool wanted)
{
	size_t n = 0;

	for (size_t i = 0; i < sieve->lines.n; i++) {
		if (line_matches(sieve, filter, &sieve->lines.at[i]) == wanted)
			sieve->lines.at[n++] = sieve->lines.at[i];
	}
	sieve->lines.n = n;
}

/* Returns whether the location is hidden as a whole. */
static bool hide_lines(struct sieve *sieve, size_t filter,
		       const struct location *loc)
{
	size_t before = sieve->lines.n;
	bool is_mapping = mapping_matches(sieve, filter, loc);

	if (is_mapping)
		sieve->lines.n = 0;
	else
		keep_lines(sieve, filter, false);
	if (!is_mapping && sieve->lines.n == before)
		return false;
	sieve->matches[filter].is_matched = true;
	return !sieve->lines.n;
}

/* A location without a symbol is never shown. */
static bool show_lines(struct sieve *sieve, size_t filter,
		       const struct location *loc)
{
	if (!mapping_matches(sieve, filter, loc))
		keep_lines(sieve, filter, true);
	if (sieve->lines.n)
		sieve->matches[filter].is_matched = true;
	return !sieve->lines.n;
}

/* Cuts the lines above the outermost match. */
static bool show_from_lines(struct sieve *sieve, size_t filter,
			    const struct location *loc)
{
	if (mapping_matches(sieve, filter, loc))
		return true;
	for (size_t i = sieve->lines.n; i--; ) {
		if (line_matches(sieve, filter, &sieve->lines.at[i])) {
			sieve->lines.n = i + 1;
			return true;
		}
	}
	return false;
}

/* Cuts the lines below the innermost match. */
static bool prune_from_lines(struct sieve *sieve, size_t filter)
{
	for (size_t i = 0; i < sieve->lines.n; i++) {
		const struct func *func =
			&sieve->profile->funcs.at[sieve->lines.at[i].func.i];

		if (!func->name.i || !ask(sieve, filter, func->name))
			continue;
		sieve->lines.n -= i;
		memmove(sieve->lines.at, sieve->lines.at + i,
			sieve->lines.n * sizeof(*sieve->lines.at));
		return true;
	}
	return false;
}

/*
 * Applies one filter to the lines at hand; returns whether it hides the
 * location.  What the filter matched becomes a bit, which lens_row reads.
 */
static bool apply_filter(struct sieve *sieve, size_t filter,
			 const struct location *loc, uint32_t *bits)
{
	bool is_match = false;

	switch (sieve->filters->at[filter].kind) {
	case FILTER_HIDE:
		return hide_lines(sieve, filter, loc);
	case FILTER_SHOW:
		return show_lines(sieve, filter, loc);
	case FILTER_SHOW_FROM:
		is_match = show_from_lines(sieve, filter, loc);
		break;
	case FILTER_PRUNE_FROM:
		is_match = prune_from_lines(sieve, filter);
		break;
	case FILTER_TAGFOCUS:
	case FILTER_TAGIGNORE:
	case FILTER_TAGSHOW:
	case FILTER_TAGHIDE:
	case FILTER_KINDS:
		break;
	case FILTER_FOCUS:
	case FILTER_IGNORE:
		is_match = location_matches(sieve, filter, loc);
		break;
	}
	if (is_match)
		*bits |= UINT32_C(1) << filter;
	return false;
}

/* Applies the filters in the order of their kinds. */
static bool apply_filters(struct sieve *sieve, const struct location *loc,
			  uint32_t *bits)
{
	const struct filters *filters = sieve->filters;
	bool is_hidden = false;

	for (int kind = 0; kind < FILTER_KINDS; kind++) {
		for (size_t i = 0; i < filters->n; i++) {
			if (filters->at[i].kind == (enum filter_kind)kind &&
			    apply_filter(sieve, i, loc, bits))
				is_hidden = true;
		}
	}
	return is_hidden;
}

/* A location that matches an ignore does not count as a match of a focus. */
static void note_matches(struct sieve *sieve, uint32_t bits)
{
	const struct filters *filters = sieve->filters;
	bool is_ignored = false;

	for (size_t i = 0; i < filters->n; i++) {
		if (filters->at[i].kind == FILTER_IGNORE && bits >> i & 1)
			is_ignored = true;
	}
	for (size_t i = 0; i < filters->n; i++) {
		if (bits >> i & 1 &&
		    !(is_ignored && filters->at[i].kind == FILTER_FOCUS))
			sieve->matches[i].is_matched = true;
	}
}

/* Counts the function names a filter matches, asked about already or not. */
static void count_funcs(struct sieve *sieve, size_t filter)
{
	const struct profile *p = sieve->profile;
	unsigned char *seen = mem_alloc(p->mem, p->strings.at.n);
	bool has_files = sieve->filters->at[filter].kind != FILTER_PRUNE_FROM;

	for (size_t i = 0; i < p->funcs.n; i++) {
		if (cancel_is_set(sieve->cancel))
			break;
		const struct func *func = &p->funcs.at[i];

		if (seen[func->name.i])
			continue;
		seen[func->name.i] = ask(sieve, filter, func->name) ||
				     (has_files &&
				      ask(sieve, filter, func->filename));
		sieve->matches[filter].n_funcs += seen[func->name.i];
	}
	mem_free(p->mem, seen, p->strings.at.n);
}

static int compile_filters(struct sieve *sieve, struct err *err)
{
	const struct filters *filters = sieve->filters;
	size_t where;

	for (size_t i = 0; i < filters->n; i++) {
		const char *text = filters->at[i].text;

		if (filter_is_tag(filters->at[i].kind))
			continue;
		sieve->patterns[i] = pattern_new(text, PATTERN_USER, err,
						 &where);
		if (!sieve->patterns[i])
			return err_within(err, "parsing %s regexp: error "
					  "parsing regexp",
					  filter_name(filters->at[i].kind));
		sieve->answers[i] = mem_alloc(sieve->profile->mem,
					  sieve->profile->strings.at.n);
	}
	return 0;
}

int sieve_init(struct sieve *sieve, const struct profile *profile,
	       const struct filters *filters, const _Atomic bool *cancel,
	       struct err *err)
{
	*sieve = (struct sieve){
		.profile = profile, .filters = filters, .cancel = cancel,
	};
	return compile_filters(sieve, err);
}

void sieve_release(struct sieve *sieve)
{
	struct mem *mem = sieve->profile->mem;

	for (size_t i = 0; i < sieve->filters->n; i++) {
		if (sieve->answers[i])
			mem_free(mem, sieve->answers[i],
				 sieve->profile->strings.at.n);
		pattern_free(sieve->patterns[i]);
	}
	vec_release(mem, &sieve->lines);
}

bool sieve_location(struct sieve *sieve, struct loc_id id, uint32_t *bits)
{
	const struct profile *p = sieve->profile;
	const struct location *loc = &p->locations.at[id.i];
	bool is_hidden;

	sieve->lines.n = 0;
	vec_reserve(p->mem, &sieve->lines, loc->n_lines + 1);
	if (loc->n_lines)
		memcpy(sieve->lines.at, profile_lines(p, loc),
		       loc->n_lines * sizeof(*sieve->lines.at));
	sieve->lines.n = loc->n_lines;
	is_hidden = apply_filters(sieve, loc, bits);
	note_matches(sieve, *bits);
	return is_hidden;
}

void sieve_count(struct sieve *sieve)
{
	for (size_t i = 0; i < sieve->filters->n; i++) {
		if (!filter_is_tag(sieve->filters->at[i].kind))
			count_funcs(sieve, i);
	}
}
