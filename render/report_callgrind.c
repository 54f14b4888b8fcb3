#include "config.h"

#include "render/report_graph.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/ends.h"
#include "model/unit.h"
#include "render/callgrind.h"

/* Nodes and their callees for callgrind (google/pprof, printCallgrind). */

struct grind {
	const struct report *report;
	const struct picture *picture;
	const struct columns *columns;
	struct callgrind names;
	struct ends callees;
	/* Of each kind those that were printed: later ones are numbers. */
	struct strings objects, files, functions;
	const struct node_info *last;	/* of the node above; NULL: none */
	struct buf text;
};

static struct str object_of(const struct grind *g,
			    const struct node_info *info)
{
	return profile_str(g->report->profile, info->object);
}

static struct str name_of(const struct grind *g, const struct node_info *info)
{
	return profile_str(g->report->profile, info->name);
}

static struct str file_of(const struct grind *g, const struct node_info *info)
{
	return strings_at(&g->picture->top.lens->nodes.files, info->file);
}

/* "(3) name" the first time, "(3)" later. */
static void print_once(const struct grind *g, const char *key,
		       struct strings *known, struct str name)
{
	struct report_out *out = g->report->out;
	size_t n = known->at.n;

	buf_adds(&out->text, key);
	if (name.n) {
		uint32_t number = strings_intern(known, name.s, name.n).i;

		buf_addf(&out->text, "(%" PRIu32 ")", number);
		if (number == n) {
			buf_addc(&out->text, ' ');
			report_name(out, name);
		}
	}
	buf_addc(&out->text, '\n');
	report_step(out);
}

/* In the shortest form: how far it is from the node above, or as it is. */
static void print_address(const struct grind *g, uint64_t address)
{
	char whole[32], distance[32];
	uint64_t last = g->last ? g->last->address : 0;
	const char *shortest = whole;

	snprintf(whole, sizeof(whole), "0x%" PRIx64, address);
	snprintf(distance, sizeof(distance), "%+" PRId64,
		 (int64_t)(address - last));
	if (g->last && last == address)
		shortest = "*";
	else if (g->last && strlen(distance) < strlen(whole))
		shortest = distance;
	buf_adds(&g->report->out->text, shortest);
}

/* Callgrind knows whole numbers only. */
static int64_t scale(const struct grind *g, int64_t value)
{
	const char *spelling;

	return lanes_cut(unit_scale(value, g->columns->from, g->columns->unit,
				    &spelling));
}

static void print_call(struct grind *g, const struct edge *edge)
{
	const struct node_info *callee =
		&top_node(&g->picture->top, edge->to)->info;
	struct buf *out = &g->report->out->text;

	print_once(g, "cfl=", &g->files, file_of(g, callee));
	buf_clear(&g->text);
	callgrind_add_name(&g->names, &g->text, edge->to);
	print_once(g, "cfn=", &g->functions,
		   (struct str){ buf_str(&g->text), g->text.n });
	buf_adds(out, "calls=0 ");
	print_address(g, callee->address);
	buf_addf(out, " %" PRId64 "\n* * %" PRId64 "\n", callee->line,
		 scale(g, edge->weight.v[0]));
}

static bool is_in_last(const struct grind *g, const struct node_info *info)
{
	return g->last && g->last->object.i == info->object.i &&
	       g->last->file.i == info->file.i &&
	       g->last->name.i == info->name.i;
}

static void print_node(struct grind *g, uint32_t node)
{
	const struct top *top = &g->picture->top;
	const struct node_info *info = &top_node(top, node)->info;
	const size_t *starts = g->callees.starts;
	struct buf *out = &g->report->out->text;

	if (!is_in_last(g, info)) {
		buf_addc(out, '\n');
		print_once(g, "ob=", &g->objects, object_of(g, info));
		print_once(g, "fl=", &g->files, file_of(g, info));
		print_once(g, "fn=", &g->functions, name_of(g, info));
	}
	print_address(g, info->address);
	buf_addf(out, " %" PRId64 " %" PRId64 "\n", info->line,
		 scale(g, top_flat(top, node)));
	for (size_t i = starts[node]; i < starts[node + 1]; i++)
		print_call(g, g->callees.edges[i]);
	g->last = info;
}

static void print_head(const struct grind *g)
{
	const struct profile *p = g->report->profile;
	const struct view *view = g->report->view;
	struct report_out *out = g->report->out;
	const char *unit = g->columns->unit;

	buf_adds(&out->text, "positions: instr line\nevents: ");
	buf_adds(&out->text, view->is_mean ? "mean_" : "");
	report_name(out, profile_str(p, p->types.at[view->type].type));
	buf_addc(&out->text, '(');
	report_name(out, (struct str){ unit, strlen(unit) });
	buf_adds(&out->text, ")\n");
}

static void print_all(struct grind *g)
{
	const struct top *top = &g->picture->top;

	callgrind_init(&g->names, g->picture);
	ends_init(&g->callees, top, ENDS_BY_CALLER);
	strings_init(&g->objects, top->mem);
	strings_init(&g->files, top->mem);
	strings_init(&g->functions, top->mem);
	print_head(g);
	for (size_t i = 0; i < top->order.n; i++) {
		print_node(g, top->order.at[i]);
		if (!report_step(g->report->out))
			break;
	}
	strings_release(&g->objects);
	strings_release(&g->files);
	strings_release(&g->functions);
	ends_release(&g->callees);
	callgrind_release(&g->names);
	buf_release(&g->text);
}

static int print_callgrind(const struct report *report,
			   const struct picture *picture,
			   const struct columns *columns, struct err *err)
{
	struct grind grind = {
		.report = report, .picture = picture, .columns = columns,
	};

	(void)err;
	print_all(&grind);
	return 0;
}

int report_callgrind(const struct report *report, struct err *err)
{
	return report_picture(report, false, print_callgrind, err);
}
