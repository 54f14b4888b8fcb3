/*
 * Which keys mean which action, where.
 *
 * There is a map for each view, one for prompts, one for lists to choose from,
 * and the general one, which counts wherever the map in front of it says
 * nothing; only a prompt has nothing behind it, because there a key is text.
 *
 * A binding is a map, a sequence of keys and an action.  In a line a sequence
 * is one word, its keys joined by commas, and a line may give an action several
 * sequences; the defaults are such lines and so is the user's file:
 *
 *	# map  keys...      action
 *	general j Down C-n  down
 *	general Q Z,Z       quit
 *	top q               none
 *
 * The action `none` takes a key away.  The last binding wins: within a map a
 * new binding replaces every one that is the same sequence, or starts with it,
 * or that it starts with, so that each key typed either is a binding or may
 * still become one, and no binding needs a clock.
 *
 * Lookups walk all bindings, about a hundred.
 */
#ifndef KEYMAP_KEYMAP_H
#define KEYMAP_KEYMAP_H

#include "keymap/action.h"
#include "keymap/key.h"

#include <stdbool.h>
#include <stddef.h>

/* X(suffix of the enumerator, name, whether the general map is behind it) */
#define MAPS(X)			\
	X(GENERAL, "general", false)	\
	X(TOP, "top", true)		\
	X(SOURCE, "source", true)	\
	X(PEEK, "peek", true)		\
	X(FLAME, "flame", true)		\
	X(TAGS, "tags", true)		\
	X(INFO, "info", true)		\
	X(HELP, "help", true)		\
	X(PROMPT, "prompt", false)	\
	X(LIST, "list", true)		\
	X(REPORT, "report", true)

enum map {
#define MAP_ENUMERATOR(suffix, name, inherits) MAP_##suffix,
	MAPS(MAP_ENUMERATOR)
#undef MAP_ENUMERATOR
	MAP_COUNT
};

/* Keys a sequence may have. */
#define KEYMAP_SEQUENCE_MAX 4

/* Zeroes are an empty one; keymap_release gives the memory back. */
struct keymap {
	struct keymap_binding *bindings;
	size_t n, cap;
};

/*
 * Why a binding is refused, in the form of model's struct err.  What it quotes
 * from a line is in it as it came, so whoever shows it escapes it.
 */
struct keymap_err {
	char text[160];
};

enum keymap_found {
	KEYMAP_NONE,	/* forget the keys so far, the last one too */
	KEYMAP_PREFIX,	/* wait for another key */
	KEYMAP_FOUND
};

void keymap_init(struct keymap *km);
void keymap_release(struct keymap *km);

/* The name of a map: "general". */
const char *map_name(enum map map);

/*
 * Binds what a line says; an empty line and one that starts with # say nothing.
 * False with the reason and the keymap unchanged when any of its words is
 * wrong.
 */
bool keymap_load_line(struct keymap *km, const char *line,
		      struct keymap_err *err);

/* The default keys, as lines, by number; NULL after the last. */
const char *keymap_default(size_t i);

/* Binds the default keys.  Only running out of memory makes it fail. */
bool keymap_load_defaults(struct keymap *km, struct keymap_err *err);

/*
 * What the n keys typed so far mean in a map, the general map behind it
 * included.  *action is ACTION_NONE unless the answer is KEYMAP_FOUND.
 */
enum keymap_found keymap_find(const struct keymap *km, enum map map,
			      const struct key *keys, size_t n,
			      enum action *action);

/*
 * The first action after the given one, in help order, that has a key in this
 * map or in the general one behind it; ACTION_NONE after the last.  Start with
 * ACTION_NONE.
 */
enum action keymap_next(const struct keymap *km, enum map map,
			enum action after);

/*
 * Writes the sequences that lead to an action from a map, "j Down C-n", those
 * of the map itself first, as many as fit whole into size bytes, and returns
 * the length.  Keys that the map uses for something else are left out.
 */
size_t keymap_keys_of(const struct keymap *km, enum map map, enum action action,
		      char *buf, size_t size);

/* The same, but only the first sequence, "j", as footers show it. */
size_t keymap_key_of(const struct keymap *km, enum map map, enum action action,
		     char *buf, size_t size);

#endif
