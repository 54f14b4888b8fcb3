#include "config.h"

#include "model/paths.h"
#include "render/draft.h"
#include "render/report.h"

/*
 * Stacks as flame graph programs read them: a line a stack, "root;...;leaf 5",
 * in the order of names.  With a base there are two numbers, the base's first,
 * as difffolded.pl writes them.
 */
struct folded {
	const struct report *report;
	struct lens *lens;
	struct lanes lanes;
	struct paths all, paths;	/* of all rows, of those not dropped */
	struct draft draft;		/* of the names of all nodes */
	const char *names;
	size_t *starts;			/* n_nodes + 1 */
};

/*
 * What would end a name or a line becomes something else, also where nothing
 * else is escaped.
 */
static void add_safe(struct buf *out, struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.s[i];

		if (c == ';')
			buf_addc(out, ':');
		else
			buf_addc(out, c < ' ' || c == 0x7f ? ' ' : (char)c);
	}
}

static void names_init(struct folded *f)
{
	const struct nodes *nodes = &f->lens->nodes;
	size_t n = nodes->at.n;
	struct buf safe = BUF_INIT;

	draft_init(&f->draft, f->report, 0);
	f->starts = mem_alloc(nodes->mem, (n + 1) * sizeof(*f->starts));
	for (size_t i = 0; i < n; i++) {
		buf_clear(&safe);
		add_safe(&safe, nodes->at.at[i].name);
		report_name(&f->draft.out,
			    (struct str){ buf_str(&safe), safe.n });
		f->starts[i + 1] = draft_length(&f->draft);
	}
	f->names = draft_text(&f->draft).s;
	buf_release(&safe);
}

static void names_release(struct folded *f)
{
	size_t n = f->lens->nodes.at.n;

	mem_free(f->lens->nodes.mem, f->starts, (n + 1) * sizeof(*f->starts));
	draft_release(&f->draft);
}

/* The rows of one path from `lo` on end here. */
static size_t path_end(const struct paths *paths, size_t lo)
{
	uint32_t n = paths->rows[lo].n;
	size_t hi = lo + 1;

	while (hi < paths->n && paths->rows[hi].n == n &&
	       paths->shared[hi] == n)
		hi++;
	return hi;
}

static int64_t sum_of(const struct folded *f, int lane, size_t lo, size_t hi)
{
	int64_t sum = 0;

	for (size_t i = lo; i < hi && f->lanes.values[lane]; i++)
		sum = lanes_add(sum, f->lanes.values[lane][
						f->paths.rows[i].row]);
	return sum;
}

static void add_path(const struct folded *f, const struct paths_row *row)
{
	struct report_out *out = f->report->out;

	for (uint32_t i = 0; i < row->n; i++) {
		size_t start = f->starts[f->paths.nodes[row->first + i]];
		size_t end = f->starts[f->paths.nodes[row->first + i] + 1];

		if (i)
			buf_addc(&out->text, ';');
		buf_add(&out->text, f->names + start, end - start);
		report_step(out);
	}
}

/* Stacks that come to nothing are not written. */
static void add_line(const struct folded *f, size_t lo, size_t hi)
{
	struct buf *out = &f->report->out->text;
	const struct lanes *lanes = &f->lanes;
	bool has_base = lanes->values[1] && !lanes->is_mean;
	int64_t value = sum_of(f, 0, lo, hi), other = sum_of(f, 1, lo, hi);

	if (!value && (!other || !has_base))
		return;
	add_path(f, &f->paths.rows[lo]);
	buf_addc(out, ' ');
	if (has_base) {
		buf_addi(out, lanes_scale(other, lanes->ratio), 0);
		buf_addc(out, ' ');
	}
	buf_addi(out, lanes_scale(lanes_mean(lanes, value, other),
				  lanes->ratio), 0);
	buf_addc(out, '\n');
}

static void add_lines(const struct folded *f)
{
	size_t hi;

	for (size_t lo = 0; lo < f->paths.n && report_step(f->report->out);
	     lo = hi) {
		hi = path_end(&f->paths, lo);
		add_line(f, lo, hi);
	}
}

int report_folded(const struct report *report, struct err *err)
{
	struct folded f = { .report = report };
	int result = 0;

	f.lens = lens_new(report->profile, report->view, report->cancel, err);
	if (!f.lens)
		return -1;
	report_warn(report, f.lens);
	lens_merge_names(f.lens);
	lanes_init(&f.lanes, report->profile, report->view);
	names_init(&f);
	if (paths_init(&f.all, f.lens, NODE_NONE, report->cancel) &&
	    paths_select(&f.paths, &f.all, f.lens, report->cancel))
		add_lines(&f);
	else
		result = err_fail(err, "cancelled");
	paths_release(&f.paths);
	paths_release(&f.all);
	names_release(&f);
	lanes_release(&f.lanes);
	lens_free(f.lens);
	return result ? result : report_flush(report->out, err);
}
