#include "config.h"

#include "tui/options.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/mem.h"
#include "tui/limits.h"

enum kind {
	KIND_BOOL,	/* a bool that becomes what is said */
	KIND_REPORT,	/* the report of that name; one at the most */
	KIND_GRAIN,	/* the granularity is `number`; one at the most */
	KIND_SORT,	/* print.by_cum becomes `number`; one at the most */
	KIND_TYPE,	/* a bool: the sample type is to be `text` */
	KIND_REPORT_OF,	/* the same, of what matches the regexp given */
	KIND_INT,
	KIND_FLOAT,
	KIND_STRING,
	KIND_WHEN,	/* a string: auto, always or never */
	KIND_SIZE,
	KIND_FILTER,	/* of kind `number` */
};

enum where {
	AT_START = 1,	/* on the command line only */
	ANYWHERE = 2,
};

struct option {
	const char *name;
	enum kind kind;
	enum where where;
	size_t offset;
	int number;
	const char *text;
	const char *argument;	/* as -help names it */
	const char *help;	/* NULL starts a group: name is its title */
};

#define FIELD(field) offsetof(struct options, field)

static const struct option table[] = {
	{ .name = "Reports (without one: the terminal views)" },
	{ "top", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "functions by their own weight" },
	{ "text", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the same" },
	{ "tree", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "callers and callees of each function" },
	{ "peek", KIND_REPORT_OF, AT_START, 0, 0, NULL, "RE",
	  "the same of functions that match" },
	{ "traces", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "every sample with its labels and stack" },
	{ "raw", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the profile as it is stored" },
	{ "proto", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "what filters leave, as a profile in gzip" },
	{ "topproto", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the rows of -top, as a profile in gzip" },
	{ "folded", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "stacks, a line each, for flame graph programs" },
	{ "comments", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the comments of the profile" },

	{ .name = "Comparing" },
	{ "base", KIND_STRING, AT_START, FIELD(base), 0, NULL, "FILE",
	  "show what changed since FILE" },
	{ "diff_base", KIND_STRING, AT_START, FIELD(diff_base), 0, NULL,
	  "FILE", "the same, in shares of FILE's total" },

	{ "normalize", KIND_BOOL, AT_START, FIELD(normalize), 0, NULL, NULL,
	  "scale the profile to the base's totals" },
	{ "drop_negative", KIND_BOOL, ANYWHERE, FIELD(drop_negative), 0, NULL,
	  NULL, "leave out what has become less" },

	{ .name = "What is measured" },
	{ "sample_index", KIND_STRING, ANYWHERE, FIELD(sample_index), 0, NULL,
	  "TYPE", "sample type by name or number" },
	{ "total_delay", KIND_TYPE, AT_START, FIELD(asks_type[0]), 0, "delay", NULL,
	  "same as -sample_index=delay" },
	{ "mean_delay", KIND_TYPE, AT_START, FIELD(asks_type[1]), 0, "delay", NULL,
	  "same as -mean -sample_index=delay" },
	{ "contentions", KIND_TYPE, AT_START, FIELD(asks_type[2]), 0, "contentions", NULL,
	  "same as -sample_index=contentions" },
	{ "inuse_space", KIND_TYPE, AT_START, FIELD(asks_type[3]), 0, "inuse_space", NULL,
	  "same as -sample_index=inuse_space" },
	{ "inuse_objects", KIND_TYPE, AT_START, FIELD(asks_type[4]), 0, "inuse_objects", NULL,
	  "same as -sample_index=inuse_objects" },
	{ "alloc_space", KIND_TYPE, AT_START, FIELD(asks_type[5]), 0, "alloc_space", NULL,
	  "same as -sample_index=alloc_space" },
	{ "alloc_objects", KIND_TYPE, AT_START, FIELD(asks_type[6]), 0, "alloc_objects", NULL,
	  "same as -sample_index=alloc_objects" },
	{ "mean", KIND_BOOL, ANYWHERE, FIELD(mean), 0, NULL, NULL,
	  "divide by the first sample type" },
	{ "divide_by", KIND_FLOAT, ANYWHERE, FIELD(divide_by), 0, NULL, "F",
	  "divide what is shown by F" },
	{ "relative_percentages", KIND_BOOL, ANYWHERE,
	  FIELD(relative_percentages), 0, NULL, NULL,
	  "shares of what filters leave" },
	{ "unit", KIND_STRING, ANYWHERE, FIELD(print.unit), 0, NULL, "UNIT",
	  "unit of all values: MB, ms, auto, minimum" },

	{ .name = "What is counted together" },
	{ "functions", KIND_GRAIN, ANYWHERE, 0, BY_FUNCTION, NULL, NULL,
	  "by function name (default)" },
	{ "filefunctions", KIND_GRAIN, ANYWHERE, 0, BY_FILEFUNCTION, NULL,
	  NULL, "by file and function" },
	{ "files", KIND_GRAIN, ANYWHERE, 0, BY_FILE, NULL, NULL, "by file" },
	{ "lines", KIND_GRAIN, ANYWHERE, 0, BY_LINE, NULL, NULL,
	  "by source line" },
	{ "addresses", KIND_GRAIN, ANYWHERE, 0, BY_ADDRESS, NULL, NULL,
	  "by address" },
	{ "noinlines", KIND_BOOL, ANYWHERE, FIELD(no_inlines), 0, NULL, NULL,
	  "count inlined calls as their caller" },
	{ "showcolumns", KIND_BOOL, ANYWHERE, FIELD(show_columns), 0, NULL,
	  NULL, "tell columns of a line apart" },

	{ .name = "Filters (regular expressions on function and file names)" },
	{ "focus", KIND_FILTER, ANYWHERE, 0, FILTER_FOCUS, NULL, "RE",
	  "only stacks with a match" },
	{ "ignore", KIND_FILTER, ANYWHERE, 0, FILTER_IGNORE, NULL, "RE",
	  "only stacks without a match" },
	{ "hide", KIND_FILTER, ANYWHERE, 0, FILTER_HIDE, NULL, "RE",
	  "leave out matching frames" },
	{ "show", KIND_FILTER, ANYWHERE, 0, FILTER_SHOW, NULL, "RE",
	  "leave out all other frames" },
	{ "show_from", KIND_FILTER, ANYWHERE, 0, FILTER_SHOW_FROM, NULL, "RE",
	  "leave out frames above the first match" },
	{ "prune_from", KIND_FILTER, ANYWHERE, 0, FILTER_PRUNE_FROM, NULL,
	  "RE", "leave out frames below a match" },
	{ "all_frames", KIND_BOOL, AT_START, FIELD(all_frames), 0, NULL, NULL,
	  "keep frames the profile asks to drop" },

	{ .name = "Filters on labels (KEY=RE,RE; RE of KEY:TEXT; "
		  "KEY=10ms:1s)" },
	{ "tagfocus", KIND_FILTER, ANYWHERE, 0, FILTER_TAGFOCUS, NULL, "TAG",
	  "only samples with such a label" },
	{ "tagignore", KIND_FILTER, ANYWHERE, 0, FILTER_TAGIGNORE, NULL,
	  "TAG", "only samples without such a label" },
	{ "tagshow", KIND_FILTER, ANYWHERE, 0, FILTER_TAGSHOW, NULL, "RE",
	  "show no labels but those whose key matches" },
	{ "taghide", KIND_FILTER, ANYWHERE, 0, FILTER_TAGHIDE, NULL, "RE",
	  "show no labels whose key matches" },

	{ .name = "Text reports" },
	{ "flat", KIND_SORT, ANYWHERE, 0, 0, NULL, NULL,
	  "sort by own weight (default)" },
	{ "cum", KIND_SORT, ANYWHERE, 0, 1, NULL, NULL,
	  "sort by weight with callees" },
	{ "nodecount", KIND_INT, AT_START, FIELD(print.node_count), 0, NULL, "N",
	  "at most N rows" },
	{ "nodefraction", KIND_FLOAT, AT_START, FIELD(print.node_fraction), 0, NULL,
	  "F", "leave out rows below F of the sum (0.005)" },
	{ "edgefraction", KIND_FLOAT, AT_START, FIELD(print.edge_fraction), 0, NULL,
	  "F", "leave out calls below F of the sum (0.001)" },
	{ "trim", KIND_BOOL, AT_START, FIELD(trim), 0, NULL, NULL,
	  "false: leave nothing out" },
	{ "call_tree", KIND_BOOL, AT_START, FIELD(call_tree), 0, NULL, NULL,
	  "a node a call path, in -dot and -callgrind" },
	{ "compact_labels", KIND_BOOL, AT_START, FIELD(print.compact_labels), 0,
	  NULL, NULL, "no lines about the profile" },
	{ "escape", KIND_WHEN, AT_START, FIELD(escape), 0, NULL, "WHEN",
	  "control characters in names: auto, always, never" },

	{ .name = "Sources and symbols" },
	{ "source_path", KIND_STRING, ANYWHERE, FIELD(source_path), 0, NULL,
	  "DIRS", "where source files are looked for" },
	{ "trim_path", KIND_STRING, ANYWHERE, FIELD(trim_path), 0, NULL,
	  "DIRS", "prefixes cut off file names" },
	{ "add_comment", KIND_STRING, AT_START, FIELD(add_comment), 0, NULL,
	  "TEXT", "add a comment to the profile" },
	{ "symbolize", KIND_STRING, AT_START, FIELD(symbolize), 0, NULL,
	  "none", "names come from the profile alone" },

	{ .name = "Program" },
	{ "demo", KIND_BOOL, AT_START, FIELD(demo), 0, NULL, NULL,
	  "open a heap before and after a leak" },
	{ "max_input", KIND_SIZE, AT_START, FIELD(max_input), 0, NULL, "SIZE",
	  "refuse more when inflated (1GB)" },
	{ "max_memory", KIND_SIZE, AT_START, FIELD(max_memory), 0, NULL,
	  "SIZE", "use no more (half of what is free)" },
	{ "color", KIND_WHEN, AT_START, FIELD(color), 0, NULL, "WHEN",
	  "auto, always, never" },
	{ "script", KIND_STRING, AT_START, FIELD(script), 0, NULL, "FILE",
	  "run keys and : lines without a terminal" },
	{ "size", KIND_STRING, AT_START, FIELD(size), 0, NULL, "COLSxROWS",
	  "of the script's screen (80x24)" },
	{ "version", KIND_BOOL, AT_START, FIELD(version), 0, NULL, NULL,
	  "what this is and what it was built with" },
	{ "help", KIND_BOOL, AT_START, FIELD(help), 0, NULL, NULL,
	  "this text" },
};

void options_init(struct options *options)
{
	*options = (struct options){
		.symbolize = "", .sample_index = "",
		.print = {
			.node_count = NODE_COUNT_DEFAULT,
			.node_fraction = 0.005, .edge_fraction = 0.001,
			.unit = "minimum",
		},
		.trim = true, .divide_by = 1, .add_comment = "",
		.source_path = "", .trim_path = "",
		.color = "auto", .escape = "auto", .size = "80x24",
		.max_input = (size_t)1 << 30,
	};
}

void options_release(struct options *options)
{
	filters_clear(&options->filters);
	buf_release(&options->notes);
	free(options->sources);
	free(options->has_failed);
	options->sources = NULL;
	options->has_failed = NULL;
	while (options->n_copies)
		free(options->copies[--options->n_copies]);
	free(options->copies);
	options->copies = NULL;
}

static const struct option *find_option(const char *name, size_t n)
{
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		if (table[i].help && strlen(table[i].name) == n &&
		    !memcmp(table[i].name, name, n))
			return &table[i];
	}
	return NULL;
}

static bool is_switch(const struct option *option)
{
	return option->kind <= KIND_TYPE;
}

/* What Go's strconv.ParseBool takes; and y, yes, n, no of pprof's shell. */
static int parse_bool(const char *text, bool *value)
{
	static const char *const words[2][9] = {
		{ "0", "f", "F", "false", "FALSE", "False", "n", "no" },
		{ "1", "t", "T", "true", "TRUE", "True", "y", "yes", "" },
	};

	for (int truth = 0; truth < 2; truth++) {
		for (size_t i = 0; i < 9 && words[truth][i]; i++) {
			if (!strcmp(words[truth][i], text)) {
				*value = truth;
				return 0;
			}
		}
	}
	return -1;
}

static int parse_int(const char *text, int64_t *value)
{
	char *end;
	long long v;

	errno = 0;
	v = strtoll(text, &end, 10);
	if (errno || end == text || *end)
		return -1;
	*value = v;
	return 0;
}

static int parse_float(const char *text, double *value)
{
	char *end;
	double v;

	errno = 0;
	v = strtod(text, &end);
	if (errno || end == text || *end || !isfinite(v))
		return -1;
	*value = v;
	return 0;
}

static int set_filter(struct options *options, const struct option *option,
		      const char *value, struct err *err)
{
	enum filter_kind kind = (enum filter_kind)option->number;

	filters_remove_kind(&options->filters, kind);
	if (*value && !filters_add(&options->filters, kind, value))
		return err_fail(err, "more than %d filters", FILTERS_MAX);
	return 0;
}

/* Two that exclude each other on one command line. */
static int set_once(const char **by, const char *name, struct err *err)
{
	if (*by && strcmp(*by, name))
		return err_fail(err, "-%s and -%s exclude each other", *by,
				name);
	*by = name;
	return 0;
}

static int set_report(struct options *o, const struct option *option,
		      struct err *err)
{
	if (o->report && strcmp(o->report->name, option->name))
		return err_fail(err, "must set at most one output format");
	o->report = report_find(option->name);
	return 0;
}

/* What is switched off is as if it had not been said. */
static int choose(struct options *o, const struct option *option,
		  struct err *err)
{
	switch (option->kind) {
	case KIND_REPORT:
		return set_report(o, option, err);
	case KIND_GRAIN:
		o->granularity = (enum granularity)option->number;
		return set_once(&o->grain_by, option->name, err);
	default:
		o->print.by_cum = option->number;
		return set_once(&o->order_by, option->name, err);
	}
}

static int set_switch(struct options *o, const struct option *option,
		      bool value, struct err *err)
{
	if (option->kind != KIND_BOOL && option->kind != KIND_TYPE)
		return value ? choose(o, option, err) : 0;
	*(bool *)((char *)o + option->offset) = value;
	return 0;
}

static int set_when(const char **field, const char *value, struct err *err)
{
	static const char *const words[] = { "auto", "always", "never" };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (!strcmp(value, words[i])) {
			*field = value;
			return 0;
		}
	}
	return err_fail(err, "must be auto, always or never");
}

static int set_value(struct options *o, const struct option *option,
		     const char *value, struct err *err)
{
	char *field = (char *)o + option->offset;
	bool truth;

	switch (option->kind) {
	case KIND_REPORT_OF:
		o->print.symbol = value;
		return *value ? set_report(o, option, err) : 0;
	case KIND_INT:
		if (parse_int(value, (int64_t *)field))
			return err_fail(err, "not a whole number");
		return 0;
	case KIND_FLOAT:
		if (parse_float(value, (double *)field))
			return err_fail(err, "not a number");
		return 0;
	case KIND_STRING:
		*(const char **)field = value;
		return 0;
	case KIND_WHEN:
		return set_when((const char **)field, value, err);
	case KIND_SIZE:
		return limits_parse_size(value, (size_t *)field, err);
	case KIND_FILTER:
		return set_filter(o, option, value, err);
	default:
		if (parse_bool(value, &truth))
			return err_fail(err, "neither true nor false");
		return set_switch(o, option, truth, err);
	}
}

static int set_option(struct options *o, const struct option *option,
		      const char *value, struct err *err)
{
	if (set_value(o, option, value, err))
		return err_within(err, "-%s=%.80s", option->name, value);
	return 0;
}

static const char *keep_copy(struct options *o, const char *value)
{
	size_t size = (o->n_copies + 1) * sizeof(*o->copies);
	char **copies = realloc(o->copies, size);

	if (!copies)
		die("out of memory: an option");
	o->copies = copies;
	o->copies[o->n_copies] = strdup(value);
	if (!o->copies[o->n_copies])
		die("out of memory: an option");
	return o->copies[o->n_copies++];
}

int options_set(struct options *o, const char *name, const char *value,
		struct err *err)
{
	const struct option *option = find_option(name, strlen(name));

	if (!option)
		return err_fail(err, "%.80s: no such action or option; Tab "
				"completes their names", name);
	if (option->where != ANYWHERE)
		return err_fail(err, "%s: can only be set when pprowl starts",
				name);
	o->grain_by = o->order_by = NULL;
	return set_option(o, option, keep_copy(o, value), err);
}

static int fail_unknown(const char *name, struct err *err)
{
	return err_fail(err, "-%.80s: no such option; pprowl -help lists them",
			name);
}

/* Takes one option; *i is moved over a value in the next argument. */
static int parse_option(struct options *o, int argc, char **argv, int *i,
			struct err *err)
{
	const char *name = argv[*i] + 1 + (argv[*i][1] == '-');
	size_t n = strcspn(name, "=");
	const struct option *option = find_option(name, n);

	if (!option && (!strcmp(name, "h")))
		option = find_option("help", 4);
	if (!option)
		return fail_unknown(name, err);
	if (name[n] == '=')
		return set_option(o, option, name + n + 1, err);
	if (is_switch(option))
		return set_switch(o, option, true, err);
	if (++*i == argc)
		return err_fail(err, "-%s: needs a value; -%s=%s",
				option->name, option->name, option->argument);
	return set_option(o, option, argv[*i], err);
}

static bool is_elf(const char *path)
{
	char magic[4] = "";
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	bool result;

	if (fd < 0)
		return false;
	result = pread(fd, magic, 4, 0) == 4 && !memcmp(magic, "\177ELF", 4);
	close(fd);
	return result;
}

static void take_sources(struct options *o, int argc, char **argv, int i)
{
	if (argc - i > 1 && is_elf(argv[i]))
		o->binary = argv[i++];
	o->n_sources = (size_t)(argc - i);
	o->sources = calloc(o->n_sources + 1, sizeof(*o->sources));
	o->has_failed = calloc(o->n_sources + 1, sizeof(*o->has_failed));
	if (!o->sources || !o->has_failed)
		die("out of memory: the command line");
	for (size_t k = 0; k < o->n_sources; k++)
		o->sources[k] = argv[i + (int)k];
}

/*
 * -sample_index comes before the options that are a sample type, and those in
 * the order of the table, as the reference has it.
 */
static void choose_type(struct options *o)
{
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		const struct option *option = &table[i];

		if (!option->help || option->kind != KIND_TYPE ||
		    !*(bool *)((char *)o + option->offset))
			continue;
		if (*o->sample_index)
			buf_addf(&o->notes, "Multiple value selections, "
				 "ignoring -%s\n", option->name);
		else
			o->sample_index = option->text;
		if (!strcmp(option->name, "mean_delay"))
			o->mean = true;
	}
}

static bool is_given(const char *path)
{
	return path && *path;
}

static int check_options(const struct options *o, struct err *err)
{
	if (is_given(o->base) && is_given(o->diff_base))
		return err_fail(err, "-base and -diff_base flags cannot both "
				"be specified");
	if (o->help || o->version)
		return 0;
	if (o->normalize && !o->demo &&
	    !is_given(o->base) && !is_given(o->diff_base))
		return err_fail(err, "must have base profile to normalize by");
	if (o->demo && (o->n_sources || o->base || o->diff_base))
		return err_fail(err, "-demo brings its own profiles; leave "
				"the others out, or -demo");
	if (o->demo)
		return 0;
	if (!o->n_sources)
		return err_fail(err, "no profile source specified; pprowl "
				"FILE, pprowl -demo or pprowl -help");
	return 0;
}

int options_parse(struct options *o, int argc, char **argv, struct err *err)
{
	int i;

	for (i = 1; i < argc; i++) {
		if (argv[i][0] != '-' || !argv[i][1])
			break;
		if (!strcmp(argv[i], "--")) {
			i++;
			break;
		}
		if (parse_option(o, argc, argv, &i, err))
			return -1;
	}
	take_sources(o, argc, argv, i);
	choose_type(o);
	return check_options(o, err);
}

void options_help(struct buf *out)
{
	buf_adds(out,
		 "usage: pprowl [options] [BINARY] PROFILE...\n"
		 "       pprowl [options] -base OLD NEW\n"
		 "\n"
		 "Explore pprof profiles in the terminal.  PROFILE is a "
		 "profile.proto, gzip or\n"
		 "raw; - is standard input; several are merged.  Press ? "
		 "inside for the keys.\n");
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		const struct option *option = &table[i];
		size_t start = out->n;

		if (!option->help) {
			buf_addf(out, "\n%s:\n", option->name);
			continue;
		}
		buf_addf(out, "  -%s%s%s", option->name,
			 option->argument ? "=" : "",
			 option->argument ? option->argument : "");
		buf_pad(out, ' ', out->n - start < 26 ? 26 - (out->n - start) :
							1);
		buf_addf(out, "%s\n", option->help);
	}
	buf_adds(out, "\nExit status: 0 done, 2 an error.\n");
}

const char *options_name(size_t i)
{
	size_t n = 0;

	for (size_t k = 0; k < ARRAY_SIZE(table); k++) {
		if (table[k].help && n++ == i)
			return table[k].name;
	}
	return NULL;
}
