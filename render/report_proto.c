#include "config.h"

#include <string.h>

#include "model/hash.h"
#include "model/index.h"
#include "model/remains.h"
#include "model/unit.h"
#include "model/write.h"
#include "render/report_graph.h"

/* Profiles as reports: nothing goes through the text of the out. */

int report_proto(const struct report *report, struct err *err)
{
	struct remains remains;
	int result = remains_init(&remains, report->profile, report->view,
				  report->cancel, err);

	if (!result) {
		report_warn(report, remains.lens);
		result = write_profile(&remains, view_ratio(report->view),
				       report->out->write, report->out->data,
				       err);
	}
	remains_release(&remains);
	return result;
}

/* A list of nodes on its way into a profile of its own. */
struct top_profile {
	struct profile profile;
	struct index funcs;
	uint64_t seed;
};

struct wanted {
	const struct top_profile *t;
	const struct func *func;
};

static bool same_func(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct func *a = w->func, *b = &w->t->profile.funcs.at[number];

	return a->name.i == b->name.i && a->filename.i == b->filename.i &&
	       a->start_line == b->start_line;
}

static struct func_id find_func(struct top_profile *t, const struct func *func)
{
	struct wanted wanted = { t, func };
	struct profile *p = &t->profile;
	uint64_t hash = hash_mix(hash_mix(hash_mix(t->seed, func->name.i),
					  func->filename.i),
				 (uint64_t)func->start_line);
	uint32_t number = index_find(&t->funcs, hash, same_func, &wanted);

	if (number == INDEX_NONE) {
		number = (uint32_t)p->funcs.n;
		*vec_push(p->mem, &p->funcs) = *func;
		index_add(&t->funcs, hash, number);
	}
	return (struct func_id){ number };
}

static struct str_id take_str(struct profile *p, struct str s)
{
	return strings_intern(&p->strings, s.s, s.n);
}

/* A node is a location of one line. */
static void add_location(struct top_profile *t, const struct nodes *nodes,
			 const struct node_info *info)
{
	struct profile *p = &t->profile;
	struct func func = {
		.name = take_str(p, profile_str(nodes->profile, info->name)),
		.filename = take_str(p, strings_at(&nodes->files,
						   info->file)),
		.start_line = info->start_line,
	};
	uint32_t number = (uint32_t)p->locations.n;

	*vec_push(p->mem, &p->lines) = (struct line){
		find_func(t, &func), info->line, info->column
	};
	*vec_push(p->mem, &p->locations) = (struct location){
		.id = (uint64_t)number + 1, .address = info->address,
		.mapping.i = MAPPING_NONE, .first_line = number, .n_lines = 1,
	};
	*vec_push(p->mem, &p->frames) = (struct loc_id){ number };
	*vec_push(p->mem, &p->rows) = (struct row){ .first = number,
						    .depth = 1 };
}

static void add_value(struct profile *p, const struct columns *c,
		      int64_t value)
{
	const char *spelling;

	*vec_push(p->mem, &p->values[SIDE_CURRENT]) =
		lanes_cut(unit_scale(value, c->from, c->unit, &spelling));
}

static void add_header(struct profile *p, const struct profile *from,
		       const struct columns *c)
{
	static const struct str names[] = { { "cum", 3 }, { "flat", 4 } };
	struct str unit = { c->unit, strlen(c->unit) };

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		*vec_push(p->mem, &p->types) = (struct value_type){
			take_str(p, names[i]), take_str(p, unit)
		};
	p->time_nanos = from->time_nanos;
	p->duration_nanos = from->duration_nanos;
	p->period = from->period;
	p->period_type.type = take_str(p, profile_str(from,
						from->period_type.type));
	p->period_type.unit = take_str(p, profile_str(from,
						from->period_type.unit));
}

static void add_nodes(struct top_profile *t, const struct top *top,
		      const struct columns *c)
{
	const struct nodes *nodes = &top->lens->nodes;
	int64_t running = 0;

	for (size_t i = 0; i < top->order.n; i++) {
		struct column_row row = column_row(top, i, &running);

		add_location(t, nodes, &nodes->at.at[row.node].info);
		add_value(&t->profile, c, row.cum[0]);
		add_value(&t->profile, c, row.flat[0]);
	}
}

static int write_all(const struct profile *p, const struct report_out *out,
		     struct err *err)
{
	struct view all = { .granularity = BY_ADDRESS };
	struct remains remains;
	int result = remains_init(&remains, p, &all, NULL, err);

	if (!result)
		result = write_profile(&remains, 1, out->write, out->data,
				       err);
	remains_release(&remains);
	return result;
}

static int print_topproto(const struct report *report, const struct top *top,
			  const struct columns *c, struct err *err)
{
	struct top_profile t = { .seed = hash_seed() };
	int result;

	profile_init(&t.profile, top->mem);
	index_init(&t.funcs, top->mem);
	add_header(&t.profile, report->profile, c);
	add_nodes(&t, top, c);
	result = write_all(&t.profile, report->out, err);
	index_release(&t.funcs);
	profile_release(&t.profile);
	return result;
}

int report_topproto(const struct report *report, struct err *err)
{
	return report_graph(report, false, print_topproto, err);
}
