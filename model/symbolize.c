#include "config.h"

#include "model/symbolize.h"

#include <string.h>
#include <strings.h>

#include "model/asker.h"
#include "model/binary.h"
#include "model/cancel.h"
#include "model/clock.h"
#include "model/helper.h"
#include "model/symbols.h"
#include "model/tables.h"

enum { ALL_MS = 60 * 1000 };

/* A binary with what is asked of it. */
struct source {
	struct buf path;
	struct buf name;		/* for messages */
	bool is_chosen;			/* the user named it */
	VEC(struct ask) asks;
};

struct work {
	struct profile *profile;
	const struct symbolize *symbolize;
	struct mem *mem;
	struct tables tables;
	struct buf helper;		/* its path */
	struct loc_id *locations;	/* by mapping */
	size_t *firsts;			/* of a mapping's; one more */
	VEC(struct source) sources;
	int64_t end_ms;
	bool is_incomplete;		/* a binary could not be opened */
};

static bool is_wanted(const struct symbolize *s, const struct mapping *m)
{
	return s->mode.is_forced ||
	       !(m->has & (HAS_FUNCTIONS | HAS_FILENAMES | HAS_LINE_NUMBERS));
}

/* The mapping's number when the location is to be looked up. */
static uint32_t wanted_mapping(const struct profile *p,
			       const struct symbolize *s,
			       const struct location *loc)
{
	if (loc->mapping.i == MAPPING_NONE || !loc->address ||
	    (loc->n_lines && !s->mode.is_forced) ||
	    !is_wanted(s, &p->mappings.at[loc->mapping.i]))
		return MAPPING_NONE;
	return loc->mapping.i;
}

/* Whether there is an address to look up: cheap, and opens nothing. */
static bool is_needed(const struct profile *p, const struct symbolize *s)
{
	if (s->mode.is_off || !s->mode.is_local)
		return false;
	for (size_t i = 0; i < p->locations.n; i++) {
		if (wanted_mapping(p, s, &p->locations.at[i]) != MAPPING_NONE)
			return true;
	}
	return false;
}

static void say(const struct work *w, const char *what, struct str name,
		const char *why)
{
	struct err text;

	err_set(&text, "%s%.400s%s%s", what, name.s, *why ? ": " : "", why);
	w->symbolize->warn(w->symbolize->data, text.text);
}

/* Sorts what is to be looked up by mapping. */
static void sort_locations(struct work *w)
{
	const struct profile *p = w->profile;
	size_t n = p->mappings.n;

	w->locations = mem_alloc(w->mem, p->locations.n *
					 sizeof(*w->locations));
	w->firsts = mem_alloc(w->mem, (n + 2) * sizeof(*w->firsts));
	for (size_t i = 0; i < p->locations.n; i++) {
		uint32_t m = wanted_mapping(p, w->symbolize,
					    &p->locations.at[i]);

		if (m != MAPPING_NONE)
			w->firsts[m + 2]++;
	}
	for (size_t m = 1; m < n + 2; m++)
		w->firsts[m] += w->firsts[m - 1];
	for (size_t i = 0; i < p->locations.n; i++) {
		uint32_t m = wanted_mapping(p, w->symbolize,
					    &p->locations.at[i]);

		if (m != MAPPING_NONE)
			w->locations[w->firsts[m + 1]++].i = (uint32_t)i;
	}
}

/* As the reference names a binary in what it says. */
static void add_name(struct buf *out, const struct profile *p,
		     const struct mapping *m)
{
	struct str base = str_base(profile_str(p, m->file));
	struct str id = profile_str(p, m->build_id);

	buf_add(out, base.s, base.n);
	if (id.n)
		buf_addf(out, " (build ID %.200s)", id.s);
}

/* Whether it stands for the binary that the user named. */
static bool is_chosen(const struct work *w, const struct mapping *m)
{
	const struct profile *p = w->profile;
	const char *binary = w->symbolize->binary;

	return binary && m == p->mappings.at &&
	       str_is(profile_str(p, m->file), binary);
}

/* The source for a path, made when it is new. */
static struct source *source_for(struct work *w, const struct binary *binary,
				 const struct mapping *m)
{
	struct source *source;

	for (size_t i = 0; i < w->sources.n; i++) {
		if (buf_same(&w->sources.at[i].path, &binary->path))
			return &w->sources.at[i];
	}
	source = vec_push(w->mem, &w->sources);
	*source = (struct source){
		.path = buf_clone(&binary->path),
		.is_chosen = is_chosen(w, m),
	};
	add_name(&source->name, w->profile, m);
	return source;
}

/* The address of a kernel's _stext in its file, for the few that need it. */
static bool find_kernel(const struct work *w, const struct binary *binary,
			const struct mapping *m, uint64_t *kernel)
{
	struct symbols symbols;
	struct err why;
	bool result;

	if (!binary_needs_kernel(binary, m))
		return false;
	symbols_init(&symbols, w->mem);
	result = !symbols_load(&symbols, buf_str(&binary->path),
			       w->symbolize->cancel, &why) &&
		 symbols_find(&symbols, "_stext", kernel);
	symbols_release(&symbols);
	return result;
}

/* Whether an address of the mapping could be placed in the binary. */
static bool ask_mapping(struct work *w, size_t number,
			const struct binary *binary)
{
	const struct profile *p = w->profile;
	const struct mapping *m = &p->mappings.at[number];
	struct source *source = source_for(w, binary, m);
	uint64_t kernel, base;
	bool has_kernel = find_kernel(w, binary, m, &kernel);
	size_t n = source->asks.n;

	for (size_t i = w->firsts[number]; i < w->firsts[number + 1]; i++) {
		struct loc_id id = w->locations[i];
		uint64_t address = p->locations.at[id.i].address;

		if (binary_base(binary, m, has_kernel ? &kernel : NULL,
				address, &base))
			*vec_push(w->mem, &source->asks) =
				(struct ask){ id, address - base };
	}
	return source->asks.n > n;
}

/* Names that are addresses of servers, as Go's profiles may have them. */
static bool is_url(const struct profile *p, const struct mapping *m)
{
	struct str file = profile_str(p, m->file);
	const char *end = memmem(file.s, file.n, "://", 3);

	return !m->build_id.i && end && end - file.s >= 4 &&
	       !strncasecmp(file.s, "http", 4) &&
	       !memchr(file.s, '/', (size_t)(end - file.s));
}

static bool is_other_build(const struct profile *p, const struct mapping *m,
			   const struct elf *elf)
{
	return m->build_id.i && *elf->build_id &&
	       !str_is(profile_str(p, m->build_id), elf->build_id);
}

/* Opens the mapping's binary, and says why not. */
static bool open_binary(struct work *w, const struct mapping *m,
			struct binary *binary)
{
	const struct profile *p = w->profile;
	const struct symbolize *s = w->symbolize;
	struct str file = profile_str(p, m->file);
	struct binary_query query = {
		.profile = p, .mapping = m,
		.is_chosen = is_chosen(w, m),
		.is_special = binary_is_special(file) || is_url(p, m),
		.warn = s->warn, .data = s->data,
	};
	struct buf name = BUF_INIT;
	struct err why;
	bool result = !binary_open(binary, &query, &why);

	add_name(&name, p, m);
	if (result && is_other_build(p, m, &binary->elf)) {
		say(w, "Local symbolization failed for ",
		    str_of(buf_str(&name)), "build ID mismatch");
		result = false;
	} else if (!result && !query.is_special) {
		say(w, "Local symbolization failed for ",
		    str_of(buf_str(&name)), why.text);
		w->is_incomplete = true;
	}
	buf_release(&name);
	return result;
}

/* Whether what made the profile had names for some of a mapping's addresses. */
static bool has_names(const struct profile *p, size_t number)
{
	for (size_t i = 0; i < p->locations.n; i++) {
		if (p->locations.at[i].mapping.i == number &&
		    p->locations.at[i].n_lines)
			return true;
	}
	return false;
}

static void say_missing(struct work *w, size_t number)
{
	if (number)
		w->is_incomplete = true;
	else if (!has_names(w->profile, number))
		say(w, "Main binary filename not available.", str_of(""), "");
}

static void say_unplaced(struct work *w, const struct mapping *m,
			 const struct binary *binary)
{
	struct buf name = BUF_INIT;
	struct err why;

	err_set(&why, "its addresses could not be placed in %.400s",
		buf_str(&binary->path));
	add_name(&name, w->profile, m);
	say(w, "Local symbolization failed for ", str_of(buf_str(&name)),
	    why.text);
	buf_release(&name);
}

/* Whether a mapping has addresses to look up. */
static bool has_locations(const struct work *w, size_t number)
{
	return w->firsts[number] < w->firsts[number + 1];
}

static void look_at_mapping(struct work *w, size_t number)
{
	const struct mapping *m = &w->profile->mappings.at[number];
	struct binary binary;

	if (!open_binary(w, m, &binary)) {
		if (!m->file.i)
			say_missing(w, number);
	} else if (!ask_mapping(w, number, &binary)) {
		say_unplaced(w, m, &binary);
	}
	binary_release(&binary);
}

static bool has_found(const struct work *w, const struct source *source)
{
	for (size_t i = 0; i < source->asks.n; i++) {
		struct loc_id id = source->asks.at[i].location;

		if (w->profile->locations.at[id.i].n_lines)
			return true;
	}
	return false;
}

/* A binary of another program has answers for nothing, which is no failure. */
static void check_chosen(const struct work *w, const struct source *source)
{
	if (source->is_chosen && !has_found(w, source))
		say(w, "", str_of(buf_str(&source->name)),
		    "no function of it is at the profile's addresses; is it "
		    "the right binary?");
}

static void ask_sources(struct work *w)
{
	const struct asker asker = {
		.profile = w->profile, .tables = &w->tables,
		.helper = buf_str(&w->helper), .mem_end = mem_half(w->mem),
		.cancel = w->symbolize->cancel,
	};
	struct err why;

	for (size_t i = 0; i < w->sources.n; i++) {
		const struct source *source = &w->sources.at[i];

		if (cancel_is_set(w->symbolize->cancel))
			return;
		err_set(&why, "there was no time left for it");
		if (!source->asks.n)
			continue;
		if (clock_ms() > w->end_ms ||
		    asker_ask(&asker, buf_str(&source->path), source->asks.at,
			      source->asks.n, &why))
			say(w, "Local symbolization failed for ",
			    str_of(buf_str(&source->name)), why.text);
		else
			check_chosen(w, source);
	}
}

static void release(struct work *w)
{
	size_t n = w->profile->mappings.n + 2;

	for (size_t i = 0; i < w->sources.n; i++) {
		buf_release(&w->sources.at[i].path);
		buf_release(&w->sources.at[i].name);
		vec_release(w->mem, &w->sources.at[i].asks);
	}
	vec_release(w->mem, &w->sources);
	mem_free(w->mem, w->locations, w->profile->locations.n *
				       sizeof(*w->locations));
	mem_free(w->mem, w->firsts, n * sizeof(*w->firsts));
	tables_release(&w->tables);
	buf_release(&w->helper);
}

static bool has_asks(const struct work *w)
{
	for (size_t i = 0; i < w->sources.n; i++) {
		if (w->sources.at[i].asks.n)
			return true;
	}
	return false;
}

/* Looks at what is wanted, and says of how many there was no time to. */
static void look_at_mappings(struct work *w)
{
	size_t n_left = 0;
	struct err text;

	for (size_t i = 0; i < w->profile->mappings.n; i++) {
		if (cancel_is_set(w->symbolize->cancel))
			return;
		if (!has_locations(w, i))
			continue;
		if (clock_ms() > w->end_ms)
			n_left++;
		else
			look_at_mapping(w, i);
	}
	if (!n_left)
		return;
	err_set(&text, "Local symbolization failed for %zu mapping%s: there "
		"was no time left for %s", n_left, n_left > 1 ? "s" : "",
		n_left > 1 ? "them" : "it");
	w->symbolize->warn(w->symbolize->data, text.text);
}

/*
 * Finds what there is to ask, and whom, and says what is not to be found.
 * Returns whether there is something; release it all the same.
 */
static bool prepare(struct work *w, struct profile *p,
		    const struct symbolize *s)
{
	*w = (struct work){
		.profile = p, .symbolize = s, .mem = p->mem,
		.end_ms = clock_ms() +
			  (s->milliseconds ? s->milliseconds : ALL_MS),
	};
	tables_init(&w->tables, p);
	sort_locations(w);
	look_at_mappings(w);
	if (!has_asks(w))
		return false;
	if (helper_find(&w->helper, "pprowl-symbolize"))
		return true;
	say(w, "Local symbolization failed: this pprowl has no "
	    "pprowl-symbolize, which is built with elfutils", str_of(""), "");
	return false;
}

static void finish(struct work *w)
{
	if (w->is_incomplete) {
		say(w, "Some binary filenames not available. Symbolization "
		    "may be incomplete.", str_of(""), "");
		say(w, "Try setting PPROF_BINARY_PATH to the search path for "
		    "local binaries.", str_of(""), "");
	}
	release(w);
}

bool symbolize_is_useful(struct profile *p, const struct symbolize *s)
{
	struct work w;
	bool result;

	if (!is_needed(p, s))
		return false;
	result = prepare(&w, p, s);
	finish(&w);
	return result;
}

static void look_up(struct profile *p, const struct symbolize *s)
{
	struct work w;

	if (prepare(&w, p, s))
		ask_sources(&w);
	finish(&w);
}

void symbolize_profile(struct profile *p, const struct symbolize *s)
{
	const struct demangle demangle = {
		.mode = s->mode.demangle, .is_forced = s->mode.is_forced,
		.cancel = s->cancel,
	};
	struct err text;
	size_t n;

	if (s->mode.is_off)
		return;
	if (is_needed(p, s))
		look_up(p, s);
	n = demangle_profile(p, &demangle);
	if (!n)
		return;
	err_set(&text, "%zu names stay as linkers have them: to make all "
		"readable would take too long or too much memory", n);
	s->warn(s->data, text.text);
}
