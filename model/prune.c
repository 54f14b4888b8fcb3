#include "config.h"

#include "model/prune.h"

#include <string.h>

#include "model/buf.h"
#include "model/pattern.h"

enum mark { UNKNOWN, KEEP, DROP };

enum { CUT_AT = 1, CUT_BELOW = 2 };	/* what becomes of a stack there */

struct prune {
	struct profile *profile;
	struct pattern *drop, *keep;	/* keep may be NULL */
	unsigned char *marks;		/* an enum mark per string */
	unsigned char *cuts;		/* CUT_* per location */
	size_t n_undecided;
};

static size_t reserved_length(struct str s)
{
	static const char *const reserved[] = {
		"(anonymous namespace)", "operator()"
	};

	for (size_t i = 0; i < ARRAY_SIZE(reserved); i++) {
		if (str_starts(s, reserved[i]))
			return strlen(reserved[i]);
	}
	return 0;
}

struct str prune_simplify(struct str name)
{
	size_t at = 0, skip;

	if (name.n && name.s[0] == '.')
		name = (struct str){ name.s + 1, name.n - 1 };
	while (at < name.n) {
		skip = reserved_length((struct str){ name.s + at,
						     name.n - at });
		if (!skip && name.s[at] == '(')
			return (struct str){ name.s, at };
		at += skip ? skip : 1;
	}
	return name;
}

static bool matches(struct prune *prune, struct pattern *pattern,
		    struct str name)
{
	switch (pattern_match(pattern, name.s, name.n)) {
	case PATTERN_YES:
		return true;
	case PATTERN_UNDECIDED:
		prune->n_undecided++;
		return false;
	case PATTERN_NO:
		break;
	}
	return false;
}

static bool is_dropped(struct prune *prune, struct func_id id)
{
	const struct profile *p = prune->profile;
	struct str_id name = p->funcs.at[id.i].name;
	unsigned char *mark = &prune->marks[name.i];
	struct str simple;

	if (!name.i)
		return false;
	if (*mark == UNKNOWN) {
		simple = prune_simplify(profile_str(p, name));
		*mark = matches(prune, prune->drop, simple) &&
			!(prune->keep && matches(prune, prune->keep, simple)) ?
			DROP : KEEP;
	}
	return *mark == DROP;
}

/* Looks from the outermost line inward. */
static void prune_location(struct prune *prune, size_t number)
{
	struct profile *p = prune->profile;
	struct location *loc = &p->locations.at[number];
	const struct line *lines = profile_lines(p, loc);

	for (uint32_t i = loc->n_lines; i--; ) {
		if (!is_dropped(prune, lines[i].func))
			continue;
		if (i == loc->n_lines - 1) {
			prune->cuts[number] = CUT_AT;
			return;
		}
		prune->cuts[number] = CUT_BELOW;
		loc->first_line += i + 1;
		loc->n_lines -= i + 1;
		return;
	}
}

static void prune_row(const struct prune *prune, struct row *row)
{
	const struct loc_id *frames = prune->profile->frames.at + row->first;
	bool found_user = false;
	uint32_t cut;

	for (uint32_t i = row->depth; i--; ) {
		unsigned char how = prune->cuts[frames[i].i];

		if (how && found_user) {
			cut = how == CUT_AT ? i + 1 : i;
			row->first += cut;
			row->depth -= cut;
			return;
		}
		found_user = found_user || !how;
	}
}

static void prune_all(struct prune *prune)
{
	struct profile *p = prune->profile;

	prune->marks = mem_alloc(p->mem, p->strings.at.n);
	prune->cuts = mem_alloc(p->mem, p->locations.n);
	for (size_t i = 0; i < p->locations.n; i++)
		prune_location(prune, i);
	for (size_t i = 0; i < p->rows.n; i++)
		prune_row(prune, &p->rows.at[i]);
	mem_free(p->mem, prune->marks, p->strings.at.n);
	mem_free(p->mem, prune->cuts, p->locations.n);
}

static struct pattern *whole_pattern(const struct profile *p,
				     struct str_id text, const char *what,
				     struct err *err)
{
	struct str s = profile_str(p, text);
	struct buf whole = BUF_INIT;
	struct pattern *pattern;
	size_t where;

	buf_adds(&whole, "^(");
	buf_add(&whole, s.s, s.n);
	buf_adds(&whole, ")$");
	pattern = pattern_new(buf_str(&whole), PATTERN_PROFILE, err, &where);
	buf_release(&whole);
	if (!pattern)
		err_prefix(err, "the profile's %s are not applied", what);
	return pattern;
}

int prune_profile(struct profile *p, struct err *err)
{
	struct prune prune = { .profile = p };
	int result = -1;

	if (!p->drop_frames.i)
		return 0;
	prune.drop = whole_pattern(p, p->drop_frames, "drop_frames", err);
	if (!prune.drop)
		return -1;
	if (p->keep_frames.i) {
		prune.keep = whole_pattern(p, p->keep_frames, "keep_frames",
					   err);
		if (!prune.keep)
			goto done;
	}
	prune_all(&prune);
	result = prune.n_undecided ?
		 err_fail(err, "the profile's drop_frames: %zu names could "
			  "not be decided and are kept", prune.n_undecided) :
		 0;
done:
	pattern_free(prune.drop);
	pattern_free(prune.keep);
	return result;
}
