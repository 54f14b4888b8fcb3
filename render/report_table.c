#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "render/table.h"
#include "render/tree.h"

/* -top, -tree and -peek as tables. */
struct node_table {
	struct table table;
	const struct top *top;
	const struct columns *columns;
	struct record record;
	char address[20];
	bool has_base;
};

static bool has_room(const struct node_table *t)
{
	return report_step(t->table.report->out);
}

/* Where the granularity has no file, that of a function of the node. */
static struct str file_of(const struct node_table *t, const struct node *node)
{
	const struct nodes *nodes = &t->top->lens->nodes;
	const struct profile *p = nodes->profile;

	if (node->info.file.i || node->func.i == NODE_NONE)
		return strings_at(&nodes->files, node->info.file);
	return profile_str(p, p->funcs.at[node->func.i].filename);
}

static void add_place(struct node_table *t, uint32_t number)
{
	const struct nodes *nodes = &t->top->lens->nodes;
	const struct node *node = &nodes->at.at[number];
	struct record *r = &t->record;

	record_text(r, "name", node->name);
	record_known(r, "function", profile_str(nodes->profile,
						node->info.name));
	record_known(r, "file", file_of(t, node));
	if (node->info.line)
		record_number(r, "line", node->info.line);
	else
		record_none(r, "line");
	snprintf(t->address, sizeof(t->address), "0x%" PRIx64,
		 node->info.address);
	record_known(r, "address",
		     str_of(node->info.address ? t->address : ""));
}

static void add_value(struct node_table *t, const char *name, int64_t value)
{
	record_number(&t->record, name,
		      lanes_scale(value, t->columns->ratio));
}

/* Lane 0 is what changed, lane 1 the base: as columns have it the other way. */
static struct column_row sides_of(const struct column_row *row)
{
	struct column_row sides = *row;

	sides.flat[0] = lanes_add(row->flat[0], row->flat[1]);
	sides.cum[0] = lanes_add(row->cum[0], row->cum[1]);
	return sides;
}

static void add_columns(struct node_table *t, const enum column_id *ids,
			size_t n, const struct column_row *row)
{
	for (size_t i = 0; i < n; i++) {
		const struct column *column = &column_table[ids[i]];

		if (row)
			add_value(t, column->name, column->value(row));
		else
			record_none(&t->record, column->name);
	}
}

/* Without a row, fields without values. */
static void add_values(struct node_table *t, const struct column_row *row)
{
	static const enum column_id plain[] = { COLUMN_FLAT, COLUMN_CUM };
	static const enum column_id compared[] = {
		COLUMN_BASE, COLUMN_CURRENT, COLUMN_CUM_BASE,
		COLUMN_CUM_CURRENT,
	};
	struct column_row sides;

	add_columns(t, plain, ARRAY_SIZE(plain), row);
	if (!t->has_base)
		return;
	if (row)
		sides = sides_of(row);
	add_columns(t, compared, ARRAY_SIZE(compared), row ? &sides : NULL);
}

static void add_mark(struct node_table *t, enum inline_mark mark)
{
	static const char *const marks[] = {
		[INLINE_NEVER] = "",
		[INLINE_ALWAYS] = "inline",
		[INLINE_SOMETIMES] = "partial-inline",
	};

	record_known(&t->record, "inline", str_of(marks[mark]));
}

static void add_unit(struct node_table *t)
{
	record_text(&t->record, "unit", str_of(t->columns->from));
}

static void begin(struct node_table *t, const struct report *report,
		  const char *name, const struct top *top,
		  const struct columns *columns)
{
	int64_t totals[2];

	*t = (struct node_table){
		.top = top, .columns = columns,
		.has_base = top->lanes->values[1] && !top->lanes->is_mean,
	};
	for (size_t i = 0; i < ARRAY_SIZE(totals); i++)
		totals[i] = lanes_scale(columns->totals[i], columns->ratio);
	table_begin(&t->table, report, name, totals, t->has_base);
}

static void fill_node(struct node_table *t, const struct column_row *row)
{
	add_place(t, row->node);
	add_mark(t, row->mark);
	add_values(t, row);
}

/* Names of fields are known without a row, too. */
static void add_place_names(struct node_table *t)
{
	static const char *const names[] = {
		"name", "function", "file", "line", "address", "inline",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		record_none(&t->record, names[i]);
}

static void put_top_names(struct node_table *t)
{
	add_place_names(t);
	add_values(t, NULL);
	add_unit(t);
	table_names(&t->table, &t->record);
}

static int print_top(const struct report *report, const struct top *top,
		     const struct columns *columns, struct err *err)
{
	struct node_table t;
	int64_t running = 0;

	(void)err;
	begin(&t, report, "top", top, columns);
	put_top_names(&t);
	for (size_t i = 0; i < top->order.n && report_step(report->out); i++) {
		struct column_row row = column_row(top, i, &running);

		t.record.n = 0;
		fill_node(&t, &row);
		add_unit(&t);
		table_row(&t.table, &t.record);
	}
	table_end(&t.table);
	return 0;
}

int report_top_table(const struct report *report, struct err *err)
{
	return report_graph(report, false, print_top, err);
}

/* Of an edge; without one, fields without values. */
static void add_weights(struct node_table *t, const struct edge *edge)
{
	static const char *const names[] = {
		"weight", "weight-base", "weight-current",
	};
	int64_t values[3] = { 0 };

	if (edge) {
		values[0] = edge->weight.v[0];
		values[1] = edge->weight.v[1];
		values[2] = lanes_add(values[0], values[1]);
	}
	for (size_t i = 0; i < (t->has_base ? 3 : 1); i++) {
		if (edge)
			add_value(t, names[i], values[i]);
		else
			record_none(&t->record, names[i]);
	}
}

static void fill_edge(struct node_table *t, const struct edge *edge,
		      uint32_t other)
{
	add_place(t, other);
	add_mark(t, edge->is_inline ? INLINE_ALWAYS : INLINE_NEVER);
}

/* CSV has a line for each of them, which says whose it is. */
static void put_kind(struct node_table *t, const char *kind, struct str of)
{
	t->record.n = 0;
	record_text(&t->record, "kind", str_of(kind));
	record_known(&t->record, "of", of);
}

static void put_tree_names(struct node_table *t)
{
	put_kind(t, "", str_of(""));
	add_place_names(t);
	add_values(t, NULL);
	add_weights(t, NULL);
	add_unit(t);
	table_names(&t->table, &t->record);
}

static void put_csv_edges(struct node_table *t, const struct ends *ends,
			  const struct column_row *row, bool callers)
{
	for (size_t i = ends->starts[row->node];
	     i < ends->starts[row->node + 1] && has_room(t); i++) {
		const struct edge *edge = ends->edges[i];

		put_kind(t, callers ? "caller" : "callee", row->name);
		fill_edge(t, edge, callers ? edge->from : edge->to);
		add_values(t, NULL);
		add_weights(t, edge);
		add_unit(t);
		table_row(&t->table, &t->record);
	}
}

static void put_csv_node(struct node_table *t, const struct tree *tree,
			 const struct column_row *row)
{
	put_csv_edges(t, &tree->callers, row, true);
	put_kind(t, "node", str_of(""));
	fill_node(t, row);
	add_weights(t, NULL);
	add_unit(t);
	table_row(&t->table, &t->record);
	put_csv_edges(t, &tree->callees, row, false);
}

static void put_json_edges(struct node_table *t, const struct ends *ends,
			   uint32_t node, bool callers)
{
	struct json *json = &t->table.json;

	json_open(json, callers ? "callers" : "callees", '[');
	for (size_t i = ends->starts[node];
	     i < ends->starts[node + 1] && has_room(t); i++) {
		const struct edge *edge = ends->edges[i];

		t->record.n = 0;
		fill_edge(t, edge, callers ? edge->from : edge->to);
		add_weights(t, edge);
		add_unit(t);
		json_open(json, NULL, '{');
		record_json(&t->record, json);
		json_close(json);
	}
	json_close(json);
}

static void put_json_node(struct node_table *t, const struct tree *tree,
			  const struct column_row *row)
{
	struct json *json = &t->table.json;

	t->record.n = 0;
	fill_node(t, row);
	add_unit(t);
	json_open(json, NULL, '{');
	record_json(&t->record, json);
	put_json_edges(t, &tree->callers, row->node, true);
	put_json_edges(t, &tree->callees, row->node, false);
	json_close(json);
}

static void put_tree(struct node_table *t, const struct tree *tree)
{
	struct report_out *out = t->table.report->out;
	int64_t running = 0;

	put_tree_names(t);
	for (size_t i = 0; i < tree->shown.n && report_step(out); i++) {
		struct column_row row = column_row(tree->top,
						   tree->shown.at[i],
						   &running);

		/* As in the text, a node is called inline in its calls only. */
		row.mark = INLINE_NEVER;
		if (t->table.is_json)
			put_json_node(t, tree, &row);
		else
			put_csv_node(t, tree, &row);
	}
}

static int print_tree(const struct report *report, const struct top *top,
		      const struct columns *columns, struct err *err)
{
	const char *symbol = report->options->symbol;
	struct node_table t;
	struct tree tree;
	int result = tree_init(&tree, top, symbol, err);

	if (!result) {
		begin(&t, report, symbol ? "peek" : "tree", top, columns);
		put_tree(&t, &tree);
		table_end(&t.table);
	}
	tree_release(&tree);
	return result;
}

int report_tree_table(const struct report *report, struct err *err)
{
	return report_graph(report, true, print_tree, err);
}
