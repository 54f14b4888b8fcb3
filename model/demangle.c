#include "config.h"

#include "model/demangle.h"

#include <string.h>

#include "model/cancel.h"
#include "model/demangle_cxx.h"
#include "model/demangle_rust.h"

/* All names of a profile: a few seconds. */
enum { STEPS_MAX = 1 << 27 };

/* A block of clang's: "___Z", the function it is in, "_block_invoke_2". */
static bool demangle_block(struct buf *out, struct str name,
			   enum demangle_mode mode, size_t *steps)
{
	static const char mark[] = "_block_invoke";
	const size_t n = sizeof(mark) - 1;
	size_t at, end;

	for (at = name.n; at-- > 4; ) {
		if (name.n - at >= n && !memcmp(name.s + at, mark, n))
			break;
	}
	if (at < 4 || at > name.n)
		return false;
	end = at + n;
	if (end < name.n && name.s[end] == '_')
		end++;
	while (end < name.n && name.s[end] >= '0' && name.s[end] <= '9')
		end++;
	if (end < name.n && name.s[end] != '.')
		return false;
	buf_adds(out, "invocation function for block in ");
	return demangle_cxx(out, (struct str){ name.s + 2, at - 2 }, mode,
			    steps);
}

/* What runs before or after main: "_GLOBAL__I_" and what it is named for. */
static bool demangle_global(struct buf *out, struct str name,
			    enum demangle_mode mode, size_t *steps)
{
	static const char start[] = "_GLOBAL__I_";
	const size_t n = sizeof(start) - 1;
	struct str key = { name.s + n, name.n - n };

	if (name.n <= n || !strchr("_.$", name.s[n - 3]) ||
	    !strchr("ID", name.s[n - 2]) || name.s[n - 1] != '_')
		return false;
	buf_adds(out, name.s[n - 2] == 'I' ? "global constructors keyed to " :
					     "global destructors keyed to ");
	if (str_starts(key, "_Z"))
		return demangle_cxx(out, key, mode, steps);
	buf_add(out, key.s, key.n);
	return true;
}

static bool demangle_any(struct buf *out, struct str name,
			 enum demangle_mode mode, size_t *steps)
{
	size_t start = out->n;

	if (str_starts(name, "_R"))
		return demangle_rust(out, name, mode != DEMANGLE_DEFAULT,
				     steps);
	if (str_starts(name, "_ZN") && demangle_old_rust(out, name))
		return true;
	if (out->s)
		out->s[out->n = start] = '\0';
	if (str_starts(name, "_GLOBAL_"))
		return demangle_global(out, name, mode, steps);
	if (str_starts(name, "___Z"))
		return demangle_block(out, name, mode, steps);
	return demangle_cxx(out, name, mode, steps);
}

/* Appends s without what is between brackets, up to one that opens nothing. */
static void drop_between(struct buf *out, struct str s, char open, char close)
{
	size_t depth = 0, first = 0, kept = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == open) {
			if (!depth++)
				first = i;
		} else if (s.s[i] == close) {
			if (!depth)
				break;
			if (--depth)
				continue;
			buf_add(out, s.s + kept, first - kept);
			kept = i + 1;
		}
	}
	buf_add(out, s.s + kept, s.n - kept);
}

static bool has(struct str s, const char *part)
{
	return s.n && memmem(s.s, s.n, part, strlen(part));
}

/* Whether a name was C++ before somebody demangled it; Java and Go are not. */
static bool looks_like_cxx(struct str s)
{
	static const char brackets[] = "<>[]";
	bool result = has(s, "::");

	for (size_t i = 0; i < s.n && !result; i++)
		result = s.s[i] && strchr(brackets, s.s[i]);
	return result && !has(s, ".<") && !has(s, "]).");
}

static void shorten(struct buf *out, struct str name, enum demangle_mode mode)
{
	struct buf text = BUF_INIT;

	if (mode == DEMANGLE_FULL || !looks_like_cxx(name)) {
		buf_add(out, name.s, name.n);
		return;
	}
	drop_between(&text, name, '(', ')');
	if (mode == DEMANGLE_DEFAULT)
		drop_between(out, (struct str){ text.s, text.n }, '<', '>');
	else
		buf_add(out, text.s, text.n);
	buf_release(&text);
}

size_t demangle_name(struct buf *out, struct str name,
		     enum demangle_mode mode)
{
	struct str at = name;
	struct buf text = BUF_INIT;
	bool is_done = false;
	size_t steps = name.n;		/* for reading it */

	/* Some linkers put one more "_" in front of every name. */
	for (int i = 0; i < 2 && !is_done && str_starts(at, "_"); i++) {
		buf_clear(&text);
		is_done = demangle_any(&text, at, mode, &steps);
		at = (struct str){ at.s + 1, at.n - 1 };
	}
	if (is_done)
		buf_add(out, text.s, text.n);
	else
		shorten(out, name, mode);
	buf_release(&text);
	return steps;
}

/* A profile on its way to readable names. */
struct naming {
	struct profile *profile;
	const struct demangle *demangle;
	struct str_id *names;		/* a linker's name each; 0: not done */
	size_t n_names;
	size_t steps;
	size_t mem_end;			/* how much memory may be used */
	size_t n_left;
	struct buf text;
};

/* Most names of most profiles. */
static bool is_readable(struct str name)
{
	return !str_starts(name, "_") && !looks_like_cxx(name);
}

/* What one name says is small beside the other half of the memory. */
static bool is_over(const struct naming *naming)
{
	const struct profile *p = naming->profile;

	return naming->steps > STEPS_MAX ||
	       p->mem->used + strings_growth(&p->strings) > naming->mem_end;
}

static struct str_id readable(struct naming *naming, struct str_id id)
{
	struct profile *p = naming->profile;
	struct str_id *name = &naming->names[id.i];

	if (name->i || !id.i)
		return *name;
	if (is_readable(profile_str(p, id)))
		return *name = id;
	if (is_over(naming)) {
		naming->n_left++;
		return *name = id;
	}
	buf_clear(&naming->text);
	naming->steps += demangle_name(&naming->text, profile_str(p, id),
				       naming->demangle->mode);
	*name = strings_intern(&p->strings, buf_str(&naming->text),
			       naming->text.n);
	return *name;
}

static void name_func(struct naming *naming, struct func *func)
{
	if (naming->demangle->is_forced && func->name.i && func->system_name.i)
		func->name = func->system_name;
	if (naming->demangle->mode != DEMANGLE_NONE &&
	    (!func->name.i || func->name.i == func->system_name.i))
		func->name = readable(naming, func->system_name);
}

size_t demangle_profile(struct profile *p, const struct demangle *demangle)
{
	struct naming naming = {
		.profile = p, .demangle = demangle, .n_names = p->strings.at.n,
	};
	size_t size = naming.n_names * sizeof(*naming.names);

	naming.names = mem_alloc(p->mem, size);
	naming.mem_end = mem_half(p->mem);
	for (size_t i = 0; i < p->funcs.n; i++) {
		if (cancel_is_set(demangle->cancel))
			break;
		name_func(&naming, &p->funcs.at[i]);
	}
	mem_free(p->mem, naming.names, size);
	buf_release(&naming.text);
	return naming.n_left;
}
