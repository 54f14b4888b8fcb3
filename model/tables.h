/*
 * Fills the tables of a profile so that equal things are there once:
 * mappings by size, offset and name, functions by all they say, locations by
 * their place in the mapping and their lines, label sets by their labels.  What
 * is new is numbered in the order in which it comes.
 *
 * For readers, which make a profile from scratch, and for merging.  What a
 * thing refers to must be in the tables already.  Every lookup costs one hash
 * and, mostly, one comparison.
 */
#ifndef MODEL_TABLES_H
#define MODEL_TABLES_H

#include "model/index.h"
#include "model/profile.h"

struct tables {
	struct profile *profile;
	struct index mappings, funcs, locations, labels;
	uint64_t seed;
};

/* The profile is borrowed until tables_release; what it holds is not found. */
void tables_init(struct tables *tables, struct profile *profile);
void tables_release(struct tables *tables);

struct str_id tables_string(struct tables *tables, struct str text);

/* The two names; nothing is appended. */
struct value_type tables_type(struct tables *tables, struct str type,
			      const char *unit);

/* Appends a sample type, and returns its number. */
size_t tables_add_type(struct tables *tables, struct str type,
		       const char *unit);

/* A mapping keeps the start, the flags and so on of the first of its kind. */
struct map_id tables_mapping(struct tables *tables,
			     const struct mapping *mapping);

struct func_id tables_func(struct tables *tables, const struct func *func);

/*
 * The system name of a function of which a text has one name.  That of a
 * linker is its own system name, so that it is made readable (demangle.h);
 * another has none, so that it stays what it is: "<jit stub>", "f(int)".
 */
struct str_id tables_system_name(const struct tables *tables,
				 struct str_id name);

/* A location with lines[0..location.n_lines); id and first_line are made. */
struct loc_id tables_location(struct tables *tables, struct location location,
			      const struct line *lines);

/* Sorts labels[0..n) in place. */
struct labels_id tables_labels(struct tables *tables, struct label *labels,
			       size_t n);

/*
 * Appends a row: frames leaf first, values of side 0, one per sample type.
 * Numbers of frames and rows have 32 bits, 16 GiB of frames: more end the
 * program, as running out of memory does.
 */
void tables_row(struct tables *tables, const struct loc_id *frames, size_t n,
		struct labels_id labels, const int64_t *values);

/*
 * The most memory that the lines and functions of TABLES_PIECE bytes of text
 * take, for those who would rather do without them than end the program: each
 * table that they go into may have to grow.
 */
enum { TABLES_PIECE = 16 << 10 };
size_t tables_growth(const struct tables *tables);

#endif
