#include "config.h"

#include "model/sides.h"

#include "model/cancel.h"
#include "model/lanes.h"
#include "model/transfer.h"

enum { SIDE_NONE = -1 };

/* Takes rows over as a side minus another. */
struct pass {
	int plus, minus;		/* sides, or SIDE_NONE */
	bool is_base;
};

struct joiner {
	struct profile *out;
	const struct profile *two;
	struct transfer tables;
	const _Atomic bool *cancel;
	int64_t *values;		/* of the row at hand */
};

static struct str_id take_str(struct profile *out, const struct profile *two,
			      struct str_id id)
{
	struct str s = profile_str(two, id);

	return strings_intern(&out->strings, s.s, s.n);
}

static struct value_type take_type(struct profile *out,
				   const struct profile *two,
				   struct value_type type)
{
	return (struct value_type){
		take_str(out, two, type.type), take_str(out, two, type.unit)
	};
}

static void take_headers(struct profile *out, const struct profile *two)
{
	for (size_t i = 0; i < two->types.n; i++)
		*vec_push(out->mem, &out->types) =
			take_type(out, two, two->types.at[i]);
	for (size_t i = 0; i < two->comments.n; i++)
		*vec_push(out->mem, &out->comments) =
			take_str(out, two, two->comments.at[i]);
	out->drop_frames = take_str(out, two, two->drop_frames);
	out->keep_frames = take_str(out, two, two->keep_frames);
	out->default_type = take_str(out, two, two->default_type);
	out->doc_url = take_str(out, two, two->doc_url);
	out->period_type = take_type(out, two, two->period_type);
	out->period = two->period;
	out->time_nanos = two->time_nanos;
	out->duration_nanos = two->duration_nanos;
}

static int64_t value_of(const struct joiner *j, int side, size_t row,
			size_t type)
{
	return side == SIDE_NONE ? 0 : profile_value(j->two, side, row, type);
}

/* Returns false when all values of the row are zero. */
static bool take_values(struct joiner *j, const struct pass *pass, size_t row)
{
	bool is_zero = true;

	for (size_t i = 0; i < j->two->types.n; i++) {
		j->values[i] = lanes_sub(value_of(j, pass->plus, row, i),
					 value_of(j, pass->minus, row, i));
		is_zero = is_zero && !j->values[i];
	}
	return !is_zero;
}

static void take_row(struct joiner *j, const struct row *row)
{
	struct profile *out = j->out;
	const struct loc_id *frames = j->two->frames.at + row->first;
	size_t n = j->two->types.n;

	if (row->depth > UINT32_MAX - out->frames.n)
		die("more than 4294967295 frames in the joined profile");
	*vec_push(out->mem, &out->rows) = (struct row){
		(uint32_t)out->frames.n, row->depth,
		transfer_labels(&j->tables, row->labels)
	};
	vec_reserve(out->mem, &out->frames, row->depth);
	for (uint32_t i = 0; i < row->depth; i++)
		out->frames.at[out->frames.n++] =
			transfer_location(&j->tables, frames[i]);
	vec_reserve(out->mem, &out->values[0], n);
	for (size_t i = 0; i < n; i++)
		out->values[0].at[out->values[0].n++] = j->values[i];
}

static void run_pass(struct joiner *j, const struct pass *pass)
{
	const struct profile *two = j->two;

	transfer_start(&j->tables, two, pass->is_base);
	for (size_t i = 0; i < two->rows.n; i++) {
		if (cancel_at_row(j->cancel, i))
			break;
		if (take_values(j, pass, i))
			take_row(j, &two->rows.at[i]);
	}
	transfer_end(&j->tables);
}

bool sides_join(struct profile *out, const struct profile *two,
		enum compare compare, bool is_diff_base,
		const _Atomic bool *cancel)
{
	static const struct pass passes[] = {
		[COMPARE_CURRENT] = { SIDE_CURRENT, SIDE_NONE, false },
		[COMPARE_DIFFERENCE] = { SIDE_CURRENT, SIDE_BASE, false },
		[COMPARE_BOTH] = { SIDE_CURRENT, SIDE_BASE, false },
		[COMPARE_BASE] = { SIDE_BASE, SIDE_NONE, false },
	};
	static const struct pass base = { SIDE_NONE, SIDE_BASE, true };
	struct joiner j = { .out = out, .two = two, .cancel = cancel };
	size_t size = two->types.n * sizeof(*j.values);
	bool is_apart = is_diff_base && (compare == COMPARE_DIFFERENCE ||
					 compare == COMPARE_BOTH);

	j.values = mem_alloc(out->mem, size);
	take_headers(out, two);
	transfer_init(&j.tables, out);
	run_pass(&j, &passes[is_apart ? COMPARE_CURRENT : compare]);
	if (is_apart)
		run_pass(&j, &base);
	transfer_release(&j.tables);
	mem_free(out->mem, j.values, size);
	return !cancel_is_set(cancel);
}
