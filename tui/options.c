#include "config.h"

#include "tui/options.h"

#include <stdlib.h>
#include <string.h>

#include "model/format.h"
#include "model/mem.h"
#include "render/reports.h"
#include "tui/option.h"

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
	{ "list", KIND_REPORT_OF, AT_START, 0, 0, NULL, "RE",
	  "source lines of functions that match" },
	{ "disasm", KIND_REPORT_OF, AT_START, 0, 0, NULL, "RE",
	  "machine code of symbols that match; or 0xADDR" },
	{ "exact", KIND_BOOL, IN_REPORTS, FIELD(print.is_exact), 0, NULL, NULL,
	  "with -list: recursion counts once" },
	{ "traces", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "every sample with its labels and stack" },
	{ "tags", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "values by label" },
	{ "raw", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the profile as it is stored" },
	{ "dot", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the graph of calls, for Graphviz" },
	{ "svg", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the graph as SVG, drawn by Graphviz's dot" },
	{ "png", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the graph as PNG, drawn likewise" },
	{ "pdf", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the graph as PDF, drawn likewise" },
	{ "ps", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the graph as PostScript, drawn likewise" },
	{ "gif", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the graph as GIF, drawn likewise" },
	{ "callgrind", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "costs by address, for KCachegrind" },
	{ "proto", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "what filters leave, as a profile in gzip" },
	{ "topproto", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the rows of -top, as a profile in gzip" },
	{ "folded", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "stacks, a line each, for flame graph programs" },
	{ "flame", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the flame graph as text" },
	{ "width", KIND_INT, IN_REPORTS, FIELD(print.width), 0, NULL, "N",
	  "its columns (the terminal's, or 80)" },
	{ "comments", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "the comments of the profile" },
	{ "info", KIND_REPORT, AT_START, 0, 0, NULL, NULL,
	  "what is known of the profile: its files, its process" },
	{ "csv", KIND_BOOL, IN_REPORTS, FIELD(print.csv), 0, NULL, NULL,
	  "rows of -top, -tree, -peek, -tags, -info as CSV" },
	{ "json", KIND_BOOL, IN_REPORTS, FIELD(print.json), 0, NULL, NULL,
	  "the same as JSON, with facts of the profile" },

	{ "output", KIND_STRING, IN_REPORTS, FIELD(output), 0, NULL, "FILE",
	  "write the report to FILE once it is whole" },

	{ .name = "Comparing" },
	{ "base", KIND_STRING, BY_READING, FIELD(base), 0, NULL, "PROFILE",
	  "show what changed since PROFILE" },
	{ "diff_base", KIND_STRING, BY_READING, FIELD(diff_base), 0, NULL,
	  "PROFILE", "the same, in shares of its total" },

	{ "series", KIND_BOOL, AT_START, FIELD(is_series), 0, NULL, NULL,
	  "profiles one after the other: not yet" },
	{ "normalize", KIND_BOOL, BY_READING, FIELD(normalize), 0, NULL, NULL,
	  "scale the profile to the base's totals" },
	{ "drop_negative", KIND_BOOL, ANYWHERE, FIELD(drop_negative), 0, NULL,
	  NULL, "leave out what has become less" },

	{ .name = "What is measured" },
	{ "sample_index", KIND_STRING, ANYWHERE, FIELD(sample_index), 0, NULL,
	  "TYPE", "sample type by name or number" },
	{ "total_delay", KIND_TYPE, AT_START, 0, 0, "delay", NULL,
	  "same as -sample_index=delay" },
	{ "mean_delay", KIND_TYPE, AT_START, 0, 0, "delay", NULL,
	  "same as -mean -sample_index=delay" },
	{ "contentions", KIND_TYPE, AT_START, 0, 0, "contentions", NULL,
	  "same as -sample_index=contentions" },
	{ "inuse_space", KIND_TYPE, AT_START, 0, 0, "inuse_space", NULL,
	  "same as -sample_index=inuse_space" },
	{ "inuse_objects", KIND_TYPE, AT_START, 0, 0, "inuse_objects", NULL,
	  "same as -sample_index=inuse_objects" },
	{ "alloc_space", KIND_TYPE, AT_START, 0, 0, "alloc_space", NULL,
	  "same as -sample_index=alloc_space" },
	{ "alloc_objects", KIND_TYPE, AT_START, 0, 0, "alloc_objects", NULL,
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
	{ "all_frames", KIND_BOOL, BY_READING, FIELD(all_frames), 0, NULL, NULL,
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
	{ "tagroot", KIND_STRING, BY_READING, FIELD(tag_root), 0, NULL, "KEYS",
	  "frames of labels above the root" },
	{ "tagleaf", KIND_STRING, BY_READING, FIELD(tag_leaf), 0, NULL, "KEYS",
	  "frames of labels below the leaf" },

	{ .name = "Text reports" },
	{ "flat", KIND_SORT, ANYWHERE, 0, 0, NULL, NULL,
	  "sort by own weight (default)" },
	{ "cum", KIND_SORT, ANYWHERE, 0, 1, NULL, NULL,
	  "sort by weight with callees" },
	{ "nodecount", KIND_INT, IN_REPORTS, FIELD(print.node_count), 0,
	  NULL, "N", "at most N rows" },
	{ "nodefraction", KIND_FLOAT, IN_REPORTS, FIELD(print.node_fraction), 0,
	  NULL, "F", "leave out rows below F of the sum (0.005)" },
	{ "edgefraction", KIND_FLOAT, IN_REPORTS, FIELD(print.edge_fraction), 0,
	  NULL, "F", "leave out calls below F of the sum (0.001)" },
	{ "trim", KIND_BOOL, IN_REPORTS, FIELD(trim), 0, NULL, NULL,
	  "false: leave nothing out" },
	{ "intel_syntax", KIND_BOOL, IN_REPORTS, FIELD(print.is_intel), 0, NULL,
	  NULL, "with -disasm: Intel's syntax" },
	{ "call_tree", KIND_BOOL, IN_REPORTS, FIELD(print.call_tree), 0,
	  NULL, NULL, "a node a call path, in -dot and -callgrind" },
	{ "compact_labels", KIND_BOOL, IN_REPORTS, FIELD(print.compact_labels), 0,
	  NULL, NULL, "no lines about the profile" },
	{ "escape", KIND_WHEN, AT_START, FIELD(escape), 0, NULL, "WHEN",
	  "control characters in names: auto, always, never" },

	{ .name = "Sources and symbols" },
	{ "source_path", KIND_STRING, ANYWHERE, FIELD(source_path), 0, NULL,
	  "DIRS", "where source files are looked for" },
	{ "trim_path", KIND_STRING, ANYWHERE, FIELD(trim_path), 0, NULL,
	  "DIRS", "prefixes cut off file names" },
	{ "add_comment", KIND_STRING, BY_READING, FIELD(add_comment), 0, NULL,
	  "TEXT", "add a comment to the profile" },
	{ "symbolize", KIND_STRING, BY_READING, FIELD(symbolize), 0, NULL,
	  "MODE", "where names are looked up, and how they are shown" },

	{ "format", KIND_STRING, BY_READING, FIELD(format), 0, NULL, "NAME",
	  "what the profiles are written in" },
	{ "buildid", KIND_STRING, BY_READING, FIELD(build_id), 0, NULL, "ID",
	  "of a binary whose build id is not known" },

	{ .name = "Fetching (PROFILE is a URL or HOST:PORT/PATH)" },
	{ "seconds", KIND_INT, AT_START, FIELD(seconds), 0, NULL, "N",
	  "ask the server to profile for N seconds" },
	{ "timeout", KIND_INT, AT_START, FIELD(timeout), 0, NULL, "N",
	  "wait for N seconds at the most" },
	{ "header_file", KIND_STRING, AT_START, FIELD(header_file), 0, NULL,
	  "FILE", "send its lines of \"Name: value\"" },
	{ "tls_cert", KIND_STRING, AT_START, FIELD(tls_cert), 0, NULL, "FILE",
	  "show this certificate, and" },
	{ "tls_key", KIND_STRING, AT_START, FIELD(tls_key), 0, NULL, "FILE",
	  "its private key" },
	{ "tls_ca", KIND_STRING, AT_START, FIELD(tls_ca), 0, NULL, "FILE",
	  "trust those whom these certificates sign" },
	{ "insecure", KIND_BOOL, AT_START, FIELD(is_insecure), 0, NULL, NULL,
	  "do not check the server's certificate" },
	{ "save", KIND_STRING, AT_START, FIELD(save), 0, NULL, "FILE",
	  "keep what was fetched in a new FILE" },
	{ "save_dir", KIND_STRING, AT_START, FIELD(save_dir), 0, NULL, "DIR",
	  "in DIR, named by host, path and time" },

	{ .name = "Program" },
	{ "demo", KIND_BOOL, AT_START, FIELD(demo), 0, NULL, NULL,
	  "open a heap before and after a leak" },
	{ "max_input", KIND_SIZE, AT_START, FIELD(max_input), 0, NULL, "SIZE",
	  "refuse more when inflated (1GB)" },
	{ "max_memory", KIND_SIZE, AT_START, FIELD(max_memory), 0, NULL,
	  "SIZE", "use no more (half of what is free)" },
	{ "color", KIND_WHEN, AT_START, FIELD(color), 0, NULL, "WHEN",
	  "auto, always, never" },
	{ "keys", KIND_STRING, AT_START, FIELD(keys), 0, NULL, "FILE",
	  "keys; without it ~/.config/pprowl/keys" },
	{ "script", KIND_STRING, AT_START, FIELD(script), 0, NULL, "FILE",
	  "run keys and : lines without a terminal" },
	{ "size", KIND_STRING, AT_START, FIELD(size), 0, NULL, "COLSxROWS",
	  "of the script's screen (80x24)" },
	{ "version", KIND_BOOL, AT_START, FIELD(version), 0, NULL, NULL,
	  "what this is and what it was built with" },
	{ "help", KIND_BOOL, AT_START, FIELD(help), 0, NULL, NULL,
	  "this text" },

	{ .name = "Of pprof, for its command lines (what is not done is said)" },
	{ "web", KIND_ELSEWHERE, AT_START, 0, 0, "no browser is opened; "
	  "-svg -output=FILE makes the picture, pprowl FILE shows views in "
	  "the terminal", NULL, "see -svg" },
	{ "weblist", KIND_ELSEWHERE_OF, AT_START, 0, 0, "no browser is opened; "
	  "-list=RE prints source lines, pprowl FILE has a source view", "RE",
	  "see -list" },
	{ "http", KIND_STRING, AT_START, FIELD(http), 0, NULL, "ADDR",
	  "no web server: the views are in the terminal" },
	{ "no_browser", KIND_BOOL, AT_START, FIELD(no_browser), 0, NULL, NULL,
	  "of -http" },
	{ "gv", KIND_ELSEWHERE, AT_START, 0, 0, "no viewer is opened; -ps "
	  "-output=FILE makes a file for it", NULL, "see -ps" },
	{ "evince", KIND_ELSEWHERE, AT_START, 0, 0, "no viewer is opened; "
	  "-pdf -output=FILE makes a file for it", NULL, "see -pdf" },
	{ "eog", KIND_ELSEWHERE, AT_START, 0, 0, "no viewer is opened; -svg "
	  "-output=FILE makes a file for it", NULL, "see -svg" },
	{ "kcachegrind", KIND_ELSEWHERE, AT_START, 0, 0, "no viewer is opened; "
	  "-callgrind -output=FILE makes a file for it", NULL,
	  "see -callgrind" },
	{ "tools", KIND_STRING, AT_START, FIELD(unused_text), 0,
	  "other programs are looked for in $PATH", "DIRS",
	  "of programs that look up names" },
};

void options_init(struct options *options)
{
	*options = (struct options){
		.symbolize = "", .format = "", .sample_index = "",
		.print = {
			.node_count = NODE_COUNT_DEFAULT,
			.node_fraction = 0.005, .edge_fraction = 0.001,
			.unit = "minimum",
		},
		.output = "", .http = "", .build_id = "",
		.tls_cert = "", .tls_key = "", .tls_ca = "",
		.header_file = "", .save = "", .save_dir = "",
		.trim = true, .divide_by = 1, .add_comment = "",
		.source_path = "", .trim_path = "",
		.tag_root = "", .tag_leaf = "",
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
	free(options->has_saved);
	options->sources = NULL;
	options->has_failed = options->has_saved = NULL;
	while (options->n_copies)
		free(options->copies[--options->n_copies]);
	free(options->copies);
	options->copies = NULL;
}

struct options options_to_read(const struct options *options)
{
	struct options copy = *options;

	copy.filters = (struct filters){ .n = 0 };
	copy.notes = (struct buf)BUF_INIT;
	copy.sample_index = "";
	copy.copies = NULL;
	copy.n_copies = 0;
	return copy;
}

static size_t field_size(const struct option *option)
{
	return option->kind == KIND_BOOL ? sizeof(bool) : sizeof(const char *);
}

void options_take_reading(struct options *to, const struct options *from)
{
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		size_t at = table[i].offset;

		if (table[i].help && table[i].where == BY_READING)
			memcpy((char *)to + at, (const char *)from + at,
			       field_size(&table[i]));
	}
}

/* What an option is called in a view, and here. */
#define VIEW_OPTIONS(each)			\
	each(is_mean, mean)			\
	each(is_relative, relative_percentages)	\
	each(drops_negative, drop_negative)	\
	each(divide_by, divide_by)		\
	each(granularity, granularity)		\
	each(no_inlines, no_inlines)		\
	each(show_columns, show_columns)

/* A view has NULL where an option is empty. */
#define VIEW_TEXTS(each)			\
	each(trim_path)				\
	each(source_path)

void options_fill_view(const struct options *from, struct view *to)
{
#define FILL(field, option) to->field = from->option;
#define FILL_TEXT(field) to->field = *from->field ? from->field : NULL;
	VIEW_OPTIONS(FILL)
	VIEW_TEXTS(FILL_TEXT)
#undef FILL
#undef FILL_TEXT
}

void options_take_view(struct options *to, const struct view *from)
{
#define TAKE(field, option) to->option = from->field;
#define TAKE_TEXT(field) to->field = from->field ? from->field : "";
	VIEW_OPTIONS(TAKE)
	VIEW_TEXTS(TAKE_TEXT)
#undef TAKE
#undef TAKE_TEXT
}

const struct option *option_at(size_t i)
{
	/* Where it was said is noted in as many places. */
	_Static_assert(ARRAY_SIZE(table) <= OPTIONS_MAX, "too many options");
	return i < ARRAY_SIZE(table) ? &table[i] : NULL;
}

const struct option *option_find(const char *name, size_t n)
{
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		if (table[i].help && strlen(table[i].name) == n &&
		    !memcmp(table[i].name, name, n))
			return &table[i];
	}
	return NULL;
}

/* What there is in the views for options that are of the start. */
static const struct {
	const char *name, *instead;
} instead_of[] = {
	{ "save", "; proto >FILE writes the profile" },
	{ "save_dir", "; proto >FILE writes the profile" },
};

int option_fail_live(const struct option *option, struct err *err)
{
	const char *instead = "";

	for (size_t i = 0; i < ARRAY_SIZE(instead_of); i++) {
		if (!strcmp(option->name, instead_of[i].name))
			instead = instead_of[i].instead;
	}
	return err_fail(err, "%s: can only be set when pprowl starts%s",
			option->name, instead);
}

bool option_is_report(const struct option *option)
{
	return option->help && (option->kind == KIND_REPORT ||
				option->kind == KIND_REPORT_OF) &&
	       report_find(option->name);
}

const struct option_choice *option_choice_at(size_t i)
{
	static const struct option_choice choices[] = {
		{ "granularity", KIND_GRAIN }, { "sort", KIND_SORT },
	};

	return i < ARRAY_SIZE(choices) ? &choices[i] : NULL;
}

const struct option_choice *option_choice_find(const char *name, size_t n)
{
	const struct option_choice *choice;
	size_t i = 0;

	while ((choice = option_choice_at(i)) &&
	       (strlen(choice->name) != n || memcmp(choice->name, name, n)))
		i++;
	return choice;
}

const struct option *option_choice_value(const struct option_choice *choice,
					 size_t i)
{
	for (size_t k = 0; k < ARRAY_SIZE(table); k++) {
		if (table[k].help && table[k].kind == choice->kind && !i--)
			return &table[k];
	}
	return NULL;
}

void options_help(struct buf *out)
{
	buf_adds(out,
		 "usage: pprowl [options] [BINARY] PROFILE...\n"
		 "       pprowl [options] -base OLD NEW\n"
		 "\n"
		 "Explore profiles in the terminal.  PROFILE is a file of pprof "
		 "or one of\n"
		 "-format; - is standard input; URL, HOST:PORT/PATH and "
		 "unix:SOCKET:/PATH are\n"
		 "fetched; several are merged.  Press ? inside for the keys.\n");
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
	buf_adds(out, "\nFormats, told apart by how a file starts:\n");
	for (size_t i = 0; format_at(i); i++)
		buf_addf(out, "  %-23s %s\n", format_at(i)->name,
			 format_at(i)->title);
	buf_adds(out, "\nExit status: 0 done, 2 an error.\n");
}
