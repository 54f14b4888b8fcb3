#include "config.h"

#include "tests/reading.h"

#include <inttypes.h>

#include "tests/build.h"
#include "tests/fuzz/check.h"
#include "tests/tap.h"

typedef void show_fn(struct buf *out, const struct profile *profile);

static void add_str(struct buf *out, const struct profile *p, struct str_id id)
{
	buf_add(out, profile_str(p, id).s, profile_str(p, id).n);
}

static void add_location(struct buf *out, const struct profile *p,
			 const struct location *loc)
{
	const struct line *lines = profile_lines(p, loc);

	if (!loc->n_lines)
		buf_addf(out, "0x%" PRIx64, loc->address);
	for (uint32_t i = loc->n_lines; i--;) {
		add_str(out, p, p->funcs.at[lines[i].func.i].name);
		if (i)
			buf_addc(out, '>');
	}
}

static void add_values(struct buf *out, const struct profile *p, size_t row)
{
	for (int side = 0; side < p->n_sides; side++) {
		for (size_t i = 0; i < p->types.n; i++) {
			buf_addc(out, i ? ',' : side ? '/' : ' ');
			buf_addi(out, profile_value(p, side, row, i), 0);
		}
	}
}

static void add_labels(struct buf *out, const struct profile *p,
		       struct label_set set)
{
	for (uint32_t i = 0; i < set.n; i++) {
		const struct label *label = &p->labels.at[set.first + i];

		buf_addc(out, ' ');
		add_str(out, p, label->key);
		buf_addc(out, label->is_num ? '#' : '=');
		if (label->is_num)
			buf_addi(out, label->num, 0);
		add_str(out, p, label->is_num ? label->unit : label->str);
	}
}

static void show_stacks(struct buf *out, const struct profile *p)
{
	buf_adds(out, "types");
	for (size_t i = 0; i < p->types.n; i++) {
		buf_addc(out, ' ');
		add_str(out, p, p->types.at[i].type);
		buf_addc(out, '/');
		add_str(out, p, p->types.at[i].unit);
	}
	buf_addc(out, '\n');
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct row *row = &p->rows.at[i];

		for (uint32_t k = row->depth; k--;) {
			add_location(out, p, &p->locations.at[
					p->frames.at[row->first + k].i]);
			if (k)
				buf_addc(out, ';');
		}
		add_values(out, p, i);
		add_labels(out, p, p->label_sets.at[row->labels.i]);
		buf_addc(out, '\n');
	}
}

static void add_warning(void *data, const char *text)
{
	buf_addf(data, "warning: %s\n", text);
}

static void show_facts(struct buf *out, const struct profile *p)
{
	static const char *const kinds[] = {
		[FACT_TEXT] = "text", [FACT_COUNT] = "count",
		[FACT_BYTES] = "bytes", [FACT_NANOSECONDS] = "nanoseconds",
		[FACT_TIME] = "time",
	};

	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];

		add_str(out, p, fact->group);
		buf_addc(out, '/');
		add_str(out, p, fact->name);
		buf_addf(out, " %s ", kinds[fact->kind]);
		if (fact->kind == FACT_TEXT)
			add_str(out, p, fact->text);
		else
			buf_addi(out, fact->number, 0);
		buf_addc(out, '\n');
	}
}

struct how {
	bool leaves_names, is_cancelled;
	show_fn *show;
};

static void show_checked(struct buf *out, const struct profile *p,
			 show_fn *show)
{
	check_profile(p);
	show(out, p);
}

static void read_bytes(struct buf *out, const struct format *format,
		       struct str bytes, struct how how)
{
	const _Atomic bool cancel = how.is_cancelled;
	struct mem mem = { 0 };
	struct input_limits limits = { .mem = &mem, .cancel = &cancel };
	struct profile profile;
	struct input input;
	struct reading reading = {
		.profile = &profile, .input = &input, .warn = add_warning,
		.data = out, .leaves_names = how.leaves_names,
	};
	struct err err;

	buf_clear(out);
	buf_adds(out, "");
	profile_init(&profile, &mem);
	if (input_open_memory(&input, "memory", (const uint8_t *)bytes.s,
			      bytes.n, &limits, &err) ||
	    format_read(format, &reading, &err))
		buf_addf(out, "error: %s\n", err.text);
	else
		show_checked(out, &profile, how.show);
	input_close(&input);
	profile_release(&profile);
	if (mem.used)
		buf_addf(out, "lost: %zu bytes\n", mem.used);
}

void reading_stacks(struct buf *out, const struct format *format,
		    struct str bytes)
{
	read_bytes(out, format, bytes, (struct how){ .show = show_stacks });
}

void reading_check(const struct format *format,
		   const struct reading_case *cases, size_t n)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		reading_stacks(&out, format, cases[i].text);
		is(buf_str(&out), cases[i].want, "%s", cases[i].name);
	}
	buf_release(&out);
}

void reading_dump(struct buf *out, const struct format *format,
		  struct str bytes)
{
	read_bytes(out, format, bytes, (struct how){ .show = build_dump });
}

void reading_bare(struct buf *out, const struct format *format,
		  struct str bytes)
{
	read_bytes(out, format, bytes, (struct how){
		.show = build_dump, .leaves_names = true
	});
}

void reading_cancelled(struct buf *out, const struct format *format,
		       struct str bytes)
{
	read_bytes(out, format, bytes, (struct how){
		.show = show_stacks, .is_cancelled = true
	});
}

void reading_facts(struct buf *out, const struct format *format,
		   struct str bytes)
{
	read_bytes(out, format, bytes, (struct how){ .show = show_facts });
}
