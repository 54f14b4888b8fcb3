#include "config.h"

#include "keymap/keymap.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct sequence {
	struct key keys[KEYMAP_SEQUENCE_MAX];
	size_t n;
};

struct keymap_binding {
	enum map map;
	enum action action;
	struct sequence sequence;
};

struct word {
	const char *s;
	size_t n;
};

static const struct {
	const char *name;
	bool inherits;
} maps[MAP_COUNT] = {
#define MAP(suffix, name, inherits) [MAP_##suffix] = { name, inherits },
	MAPS(MAP)
};

/* Room for a sequence's longest name, its commas and the NUL included. */
#define SEQUENCE_NAME_MAX (KEYMAP_SEQUENCE_MAX * KEY_NAME_MAX)

__attribute__((format(printf, 2, 3)))
static bool fail(struct keymap_err *err, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, args);
	va_end(args);
	return false;
}

/* A reason that quotes a word, as much of it as leaves room for the why. */
static bool fail_word(struct keymap_err *err, struct word word, const char *why)
{
	return fail(err, "%.*s%s: %s", (int)(word.n < 40 ? word.n : 40), word.s,
		    word.n <= 40 ? "" : "...", why);
}

void keymap_init(struct keymap *km)
{
	*km = (struct keymap){ 0 };
}

void keymap_release(struct keymap *km)
{
	free(km->bindings);
	keymap_init(km);
}

const char *map_name(enum map map)
{
	assert((unsigned)map < MAP_COUNT);
	return maps[map].name;
}

/*
 * Takes the first key off a sequence's word.  A comma ends a name only where
 * what is before it is one, so that the comma key and M-, need no quoting.
 */
static bool sequence_take(struct word *word, struct key *key)
{
	for (size_t i = 1; i + 1 < word->n; i++) {
		if (word->s[i] == ',' && key_parse(word->s, i, key)) {
			word->s += i + 1;
			word->n -= i + 1;
			return true;
		}
	}
	if (!key_parse(word->s, word->n, key))
		return false;
	word->n = 0;
	return true;
}

static bool sequence_parse(struct sequence *sequence, struct word word,
			   struct keymap_err *err)
{
	struct word rest = word;

	sequence->n = 0;
	do {
		struct key key;

		if (!sequence_take(&rest, &key))
			return fail_word(err, word, "no key has this name");
		if (key_is_event(key))
			return fail_word(err, word, "not a key to press");
		if (sequence->n == KEYMAP_SEQUENCE_MAX)
			return fail_word(err, word, "too many keys; at most 4");
		sequence->keys[sequence->n++] = key;
	} while (rest.n);
	return true;
}

static size_t sequence_format(const struct sequence *sequence, char *buf)
{
	size_t n = 0;

	for (size_t i = 0; i < sequence->n; i++) {
		if (i)
			buf[n++] = ',';
		n += key_format(sequence->keys[i], buf + n);
	}
	return n;
}

/* Whether one is the same as the other, or begins it. */
static bool sequence_begins(const struct key *keys, size_t n,
			    const struct sequence *sequence)
{
	if (n > sequence->n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!key_same(keys[i], sequence->keys[i]))
			return false;
	return true;
}

static bool sequences_clash(const struct sequence *a, const struct sequence *b)
{
	return sequence_begins(a->keys, a->n, b) ||
	       sequence_begins(b->keys, b->n, a);
}

static bool reserve(struct keymap *km, size_t more, struct keymap_err *err)
{
	struct keymap_binding *grown;
	size_t cap = km->cap ? km->cap : 64;

	while (cap < km->n + more)
		cap *= 2;
	if (cap == km->cap)
		return true;
	grown = reallocarray(km->bindings, cap, sizeof(*grown));
	if (!grown)
		return fail(err, "keys: out of memory");
	km->bindings = grown;
	km->cap = cap;
	return true;
}

/* Binds, where there is room, in place of all that it clashes with. */
static void bind_key(struct keymap *km, const struct keymap_binding *new)
{
	size_t kept = 0;

	for (size_t i = 0; i < km->n; i++) {
		struct keymap_binding *old = &km->bindings[i];

		if (old->map != new->map ||
		    !sequences_clash(&old->sequence, &new->sequence))
			km->bindings[kept++] = *old;
	}
	km->bindings[kept] = *new;
	km->n = kept + 1;
}

static bool add_word(struct keymap *km, struct keymap_binding *binding,
		     struct word keys, struct keymap_err *err)
{
	if (!sequence_parse(&binding->sequence, keys, err) ||
	    !reserve(km, 1, err))
		return false;
	bind_key(km, binding);
	return true;
}

/* The next word of a line, which is left behind it; empty at its end. */
static struct word line_word(const char **line)
{
	static const char blanks[] = " \t\r\n";
	struct word word;

	word.s = *line + strspn(*line, blanks);
	word.n = strcspn(word.s, blanks);
	*line = word.s + word.n;
	return word;
}

static bool word_is(struct word word, const char *s)
{
	return strlen(s) == word.n && !memcmp(word.s, s, word.n);
}

static bool read_map(struct word word, enum map *map, struct keymap_err *err)
{
	for (int i = 0; i < MAP_COUNT; i++) {
		if (word_is(word, maps[i].name)) {
			*map = (enum map)i;
			return true;
		}
	}
	return fail_word(err, word, "no map has this name");
}

static bool read_action(struct word word, enum action *action,
			struct keymap_err *err)
{
	for (int i = 0; i < ACTION_COUNT; i++) {
		if (word_is(word, action_name((enum action)i))) {
			*action = (enum action)i;
			return true;
		}
	}
	return fail_word(err, word, "no action has this name");
}

/*
 * The words between the map and the action: their number, and the action's
 * word, the last.
 */
static size_t count_keys(const char *line, struct word *last)
{
	size_t n = 0;

	*last = line_word(&line);
	for (struct word word = line_word(&line); word.n; n++) {
		*last = word;
		word = line_word(&line);
	}
	return n;
}

bool keymap_load_line(struct keymap *km, const char *line,
		      struct keymap_err *err)
{
	struct keymap_binding binding = { 0 };
	struct word map = line_word(&line), last;
	size_t n = count_keys(line, &last);
	const char *again = line;

	if (!map.n || *map.s == '#')
		return true;
	if (!read_map(map, &binding.map, err))
		return false;
	if (!n)
		return fail(err, "a line is MAP KEY... ACTION");
	if (!read_action(last, &binding.action, err) || !reserve(km, n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!sequence_parse(&binding.sequence, line_word(&again), err))
			return false;
	for (size_t i = 0; i < n; i++)
		if (!add_word(km, &binding, line_word(&line), err))
			return false;
	return true;
}

/* In one map a sequence is at most one binding's, see bind_key. */
static enum keymap_found find_in(const struct keymap *km, enum map map,
				 const struct key *keys, size_t n,
				 const struct keymap_binding **found)
{
	enum keymap_found result = KEYMAP_NONE;

	for (size_t i = 0; i < km->n; i++) {
		const struct keymap_binding *binding = &km->bindings[i];

		if (binding->map != map ||
		    !sequence_begins(keys, n, &binding->sequence))
			continue;
		if (n == binding->sequence.n) {
			*found = binding;
			return KEYMAP_FOUND;
		}
		result = KEYMAP_PREFIX;
	}
	return result;
}

static enum keymap_found find(const struct keymap *km, enum map map,
			      const struct key *keys, size_t n,
			      const struct keymap_binding **found)
{
	enum keymap_found result = find_in(km, map, keys, n, found);

	if (result == KEYMAP_NONE && maps[map].inherits)
		result = find_in(km, MAP_GENERAL, keys, n, found);
	return result;
}

enum keymap_found keymap_find(const struct keymap *km, enum map map,
			      const struct key *keys, size_t n,
			      enum action *action)
{
	const struct keymap_binding *found = NULL;
	enum keymap_found result = n ? find(km, map, keys, n, &found)
				     : KEYMAP_NONE;

	*action = result == KEYMAP_FOUND ? found->action : ACTION_NONE;
	if (result == KEYMAP_FOUND && *action == ACTION_NONE)
		return KEYMAP_NONE;
	return result;
}

/* Whether typing the binding's keys in this map leads to just this binding. */
static bool binding_is_reachable(const struct keymap *km, enum map map,
				 const struct keymap_binding *binding)
{
	const struct sequence *sequence = &binding->sequence;
	const struct keymap_binding *found = NULL;

	for (size_t n = 1; n < sequence->n; n++)
		if (find(km, map, sequence->keys, n, &found) != KEYMAP_PREFIX)
			return false;
	return find(km, map, sequence->keys, sequence->n, &found) ==
		       KEYMAP_FOUND && found == binding;
}

/* The bindings that lead to an action from a map: its own, then the general. */
struct walk {
	const struct keymap *km;
	enum map map;
	enum action action;
	size_t i;
};

static const struct keymap_binding *walk_next(struct walk *walk)
{
	size_t n = walk->km->n;
	size_t end = maps[walk->map].inherits ? 2 * n : n;

	while (walk->i < end) {
		const struct keymap_binding *binding =
			&walk->km->bindings[walk->i % n];
		enum map in = walk->i++ < n ? walk->map : MAP_GENERAL;

		if (binding->map == in && binding->action == walk->action &&
		    binding_is_reachable(walk->km, walk->map, binding))
			return binding;
	}
	return NULL;
}

enum action keymap_next(const struct keymap *km, enum map map,
			enum action after)
{
	for (int i = (int)after + 1; i < ACTION_COUNT; i++) {
		struct walk walk = { km, map, (enum action)i, 0 };

		if (walk_next(&walk))
			return (enum action)i;
	}
	return ACTION_NONE;
}

/* Adds a sequence's name to buf[0..n), which stays as it is when it is full. */
static size_t add_name(const struct sequence *sequence, char *buf, size_t n,
		       size_t size)
{
	char name[SEQUENCE_NAME_MAX];
	size_t len = sequence_format(sequence, name), gap = n != 0;

	if (n + gap + len >= size)
		return n;
	if (gap)
		buf[n] = ' ';
	memcpy(buf + n + gap, name, len);
	n += gap + len;
	buf[n] = '\0';
	return n;
}

size_t keymap_keys_of(const struct keymap *km, enum map map, enum action action,
		      char *buf, size_t size)
{
	struct walk walk = { km, map, action, 0 };
	const struct keymap_binding *binding;
	size_t n = 0, before;

	assert(size);
	buf[0] = '\0';
	do {
		before = n;
		binding = walk_next(&walk);
		if (binding)
			n = add_name(&binding->sequence, buf, n, size);
	} while (n > before);
	return n;
}

size_t keymap_key_of(const struct keymap *km, enum map map, enum action action,
		     char *buf, size_t size)
{
	struct walk walk = { km, map, action, 0 };
	const struct keymap_binding *binding = walk_next(&walk);

	assert(size);
	buf[0] = '\0';
	return binding ? add_name(&binding->sequence, buf, 0, size) : 0;
}
