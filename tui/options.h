/*
 * What the command line says, and what `name=value` in the prompt may change.
 * Options are a table; -help, the prompt's completion and the manual come
 * from it.  The syntax is that of Go's flag package: one or two dashes,
 * -name=value or -name value, a boolean alone or with =, all before the
 * sources; "--" ends them.
 */
#ifndef TUI_OPTIONS_H
#define TUI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/filters.h"
#include "model/view.h"
#include "render/reports.h"

struct options {
	const struct report_kind *report;	/* NULL: the terminal views */
	struct report_options print;
	bool trim;			/* else print's limits are off */
	bool help, version, demo, is_series;

	/* Strings are argv's, or copies that options_release frees. */
	const char *base, *diff_base;
	const char *symbolize;
	const char *format;		/* of the sources; "": as found */
	bool all_frames;
	size_t max_input, max_memory;	/* max_memory 0: find out */

	const char *sample_index;
	bool mean, relative_percentages, drop_negative, normalize;
	double divide_by;
	const char *add_comment, *build_id;
	enum granularity granularity;
	bool no_inlines, show_columns;
	const char *source_path, *trim_path;
	const char *tag_root, *tag_leaf;	/* keys, commas between */
	struct filters filters;

	const char *output;		/* in the views: of the next report */
	const char *http;
	bool no_browser;
	const char *unused_text;

	/* How sources are fetched: model/fetch.h. */
	int64_t seconds, timeout;
	const char *tls_cert, *tls_key, *tls_ca, *header_file;
	bool is_insecure;
	const char *save, *save_dir;
	bool *has_saved;		/* the file of -save is written */

	const char *color, *escape;
	const char *script, *size;
	const char *keys;		/* a file, "" is none; NULL: default */

	const char **sources;		/* of argv; the binary is not there */
	bool *has_failed;		/* a source each: not readable */
	size_t n_sources;
	const char *binary;		/* NULL: none was named */

	struct buf notes;		/* lines to be said, not errors */
	char **copies;			/* of values given to options_set */
	size_t n_copies;
};

/* Everything at its default. */
void options_init(struct options *options);
void options_release(struct options *options);

/*
 * Takes argv apart, which stays borrowed.  Returns 0, or -1 with the reason:
 * an option that is not known, a value it cannot have, two that exclude each
 * other.
 */
int options_parse(struct options *options, int argc, char **argv,
		  struct err *err);

/*
 * Sets one by name, as the prompt's `name=value` does; value "" is what the
 * reference's shell takes for "unset".  Fails for those that only make sense
 * on the command line.
 */
int options_set(struct options *options, const char *name, const char *value,
		struct err *err);

/*
 * A copy for who reads a profile with them, later and maybe elsewhere.
 * Filters, notes and the sample type are left out, as reading does not need
 * them; strings, the list of sources and has_failed are shared.
 */
struct options options_to_read(const struct options *options);

/* Takes over the options that a profile is read anew for; shares strings. */
void options_take_reading(struct options *to, const struct options *from);

/*
 * The options that are fields of a view, from there to a view and back; both
 * share strings.
 */
void options_fill_view(const struct options *from, struct view *to);
void options_take_view(struct options *to, const struct view *from);

/*
 * Whether base, diff_base and normalize go together and there is such a
 * format; else -1 and the reason.
 */
int options_check_reading(const struct options *options, struct err *err);

/* The whole of -help, within 80 columns. */
void options_help(struct buf *out);

#endif
