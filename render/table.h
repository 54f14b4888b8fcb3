/*
 * Reports for programs: -csv and -json.  Numbers are whole and in the unit of
 * the sample type, which is named beside them; what is not known is empty in
 * CSV and null in JSON.  Rows, their order and what is trimmed are those of
 * the text report; so are the numbers, but for their unit.
 *
 * A node has these fields (a "*": only of a comparison):
 *
 *	name		as the text report prints it
 *	function	its name alone, where functions are told apart
 *	file, line	of the function, where the granularity has no file
 *	address		0x..., by address
 *	inline		"inline", "partial-inline", as -top marks rows and
 *			-tree calls
 *	flat, cum	of a comparison what changed
 *	base, current, cum_base, cum_current	*
 *	unit
 *
 * CSV starts with a line of these names.  -tree and -peek have three fields
 * more: `kind`, which is node, caller or callee, in front, with `of`, the node
 * that a caller or callee belongs to; and `weight` (* weight_base,
 * weight_current) of the call before the unit.
 *
 * -tags has a row for each key, of `kind` key, and for each of its tags, of
 * kind tag: key, tag, low and high (the numbers that are shown as this tag),
 * tag_unit, value (* base, current), unit.
 *
 * -info has a row for each of its rows (render/info.h): group, name, source,
 * kind (text, number, duration, time), value (* base, current), unit.
 *
 * JSON is an object: report, type, value ("sum", or "mean" with -mean), unit,
 * total (of a comparison base_total too), granularity, filters, file,
 * build_id, doc, time_nanos, duration_nanos, comments, and rows.  A row of
 * -tree and -peek has lists `callers` and `callees`, one of -tags is a key
 * with a list `tags`.
 */
#ifndef RENDER_TABLE_H
#define RENDER_TABLE_H

#include "render/record.h"
#include "render/report_graph.h"

struct table {
	const struct report *report;
	struct csv csv;
	struct json json;
	bool is_json;
	bool has_names;			/* the first line of CSV is there */
};

/* What is above the rows; has_base: the totals are two. */
void table_begin(struct table *table, const struct report *report,
		 const char *name, const int64_t totals[2], bool has_base);
void table_end(struct table *table);

/* Puts a row of no lists. */
void table_row(struct table *table, const struct record *record);

/* The line of names, once. */
void table_names(struct table *table, const struct record *record);

#endif
