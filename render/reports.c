#include "config.h"

#include "render/reports.h"

#include <string.h>

#include "model/mem.h"
#include "model/pattern.h"
#include "render/report_labels.h"

#define PICTURE(type)							\
	{ type, report_dot, GRANULARITY_ASKED, 80, .is_binary = true,	\
	  .extension = type, .format = type }

static const struct report_kind kinds[] = {
	{ "top", report_top, GRANULARITY_ASKED, 0,
	  .print_table = report_top_table, .is_short = true },
	{ "text", report_top, GRANULARITY_ASKED, 0,
	  .print_table = report_top_table, .is_short = true },
	{ "tree", report_tree, GRANULARITY_ASKED, 80,
	  .print_table = report_tree_table },
	{ "peek", report_tree, GRANULARITY_ASKED, 0, .no_trim = true,
	  .needs_symbol = true, .print_table = report_tree_table },
	{ "list", report_list, BY_LINE, 0, .no_trim = true,
	  .needs_symbol = true },
	{ "disasm", report_disasm, BY_ADDRESS, 0, .no_trim = true,
	  .needs_symbol = true },
	{ "traces", report_traces, GRANULARITY_ASKED, 80,
	  .keeps_paths = true },
	{ "tags", report_tags, GRANULARITY_ASKED, 80,
	  .print_table = report_tags_table },
	{ "raw", report_raw, GRANULARITY_ASKED, 0, .no_trim = true },
	{ "proto", report_proto, GRANULARITY_ASKED, 0, .no_trim = true,
	  .is_binary = true, .extension = "pb.gz" },
	{ "dot", report_dot, GRANULARITY_ASKED, 80, .no_trim = false },
	PICTURE("svg"),
	PICTURE("png"),
	PICTURE("pdf"),
	PICTURE("ps"),
	PICTURE("gif"),
	{ "callgrind", report_callgrind, BY_ADDRESS, 0, .no_trim = true,
	  .object_names = true, .extension = "callgraph.out" },
	{ "topproto", report_topproto, GRANULARITY_ASKED, 0,
	  .is_binary = true, .extension = "pb.gz" },
	{ "folded", report_folded, GRANULARITY_ASKED, 0, .no_trim = true,
	  .two_sides = true, .side_by_side = true },
	{ "flame", report_flame, GRANULARITY_ASKED, 0, .two_sides = true },
	{ "info", report_info, GRANULARITY_ASKED, 0, .no_trim = true,
	  .two_sides = true, .print_table = report_info_table },
	{ "comments", report_comments, GRANULARITY_ASKED, 80,
	  .no_trim = false },
};

const struct report_kind *report_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	}
	return NULL;
}

/*
 * The reference looks at the regexp of a report before it looks at filters,
 * unless those come before all.
 */
static int check_symbol(const char *text, const struct view *view,
			struct err *err)
{
	struct pattern *pattern;

	if (!text || view->is_relative)
		return 0;
	pattern = pattern_new(text, PATTERN_USER, err, NULL);
	if (!pattern)
		return err_within(err, "parsing argument regexp %s: error "
				  "parsing regexp", text);
	pattern_free(pattern);
	return 0;
}

static bool is_table(const struct report_options *options)
{
	return options->csv || options->json;
}

bool report_takes_sides(const struct report_kind *kind,
			const struct report_options *options)
{
	return kind->two_sides || (kind->print_table && is_table(options));
}

static int print_table(const struct report_kind *kind,
		       const struct report *report, struct err *err)
{
	if (kind->print_table)
		return kind->print_table(report, err);
	return err_fail(err, "-%s: not of -%s",
			report->options->csv ? "csv" : "json", kind->name);
}

int report_run(const struct report_kind *kind, const struct report *report,
	       struct err *err)
{
	struct report_options options = *report->options;
	struct view view = *report->view;
	struct report run = *report;

	if (kind->no_trim) {
		options.node_count = 0;
		options.node_fraction = options.edge_fraction = 0;
	} else if (options.node_count == NODE_COUNT_DEFAULT) {
		options.node_count = kind->node_count;
	}
	if (!kind->needs_symbol)
		options.symbol = NULL;
	if (kind->granularity != GRANULARITY_ASKED)
		view.granularity = (enum granularity)kind->granularity;
	view.keeps_paths = kind->keeps_paths;
	view.object_names = kind->object_names;
	if (report->profile->n_sides > 1)
		view.compare = kind->side_by_side ? COMPARE_BOTH :
						    COMPARE_DIFFERENCE;
	run.options = &options;
	run.view = &view;
	if (!report->knows_units)
		report_warn_units(&run);
	if (check_symbol(options.symbol, &view, err))
		return -1;
	return is_table(&options) ? print_table(kind, &run, err) :
				    kind->print(&run, err);
}
