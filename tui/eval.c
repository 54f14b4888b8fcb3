#include "config.h"

#include "tui/eval.h"

#include <string.h>

#include "render/report.h"

static const double UNIT_FRACTION = 0.005;	/* what a plain -top keeps */

static void eval_free(struct job *job)
{
	struct eval *eval = (struct eval *)job;
	struct mem *mem = eval->profile->mem;

	top_release(&eval->top);
	lanes_release(&eval->lanes);
	if (!eval->is_lens_borrowed)
		lens_free(eval->lens);
	view_release(&eval->view);
	mem_free(mem, eval, sizeof(*eval));
}

static void set_columns(struct eval *eval)
{
	const struct profile *p = eval->profile;
	const char *from = profile_str(p, p->types.at[eval->view.type].unit).s;

	for (size_t i = 0; i < eval->lanes.n_rows; i++)
		eval->net = lanes_add(eval->net, eval->lanes.values[0][i]);
	eval->columns = (struct columns){
		.from = from,
		.unit = strcmp(eval->want_unit, "minimum") ? eval->want_unit :
			top_unit_above(&eval->top, from, UNIT_FRACTION),
		.ratio = eval->lanes.ratio,
		.totals = { eval->lanes.totals[0], eval->lanes.totals[1] },
	};
}

static void eval_run(struct job *job)
{
	struct eval *eval = (struct eval *)job;
	struct trim all = {
		.no_marks = true, .drop_negative = eval->view.drops_negative,
	};

	if (!eval->lens)
		eval->lens = lens_new(eval->profile, &eval->view,
				      &job->is_cancelled, &job->err);
	if (!eval->lens) {
		job->has_failed = true;
		return;
	}
	if (!eval->is_lens_borrowed)
		eval->tags_met = lens_tags_met(eval->lens);
	lanes_init(&eval->lanes, eval->profile, &eval->view);
	lanes_narrow(&eval->lanes, eval->lens, &eval->view);
	if (top_init(&eval->top, eval->lens, &eval->lanes, &all,
		     &job->is_cancelled))
		set_columns(eval);
	else
		job->is_cancelled = true;
}

struct eval *eval_new(const struct profile *profile, const struct view *view,
		      const char *want_unit, int slot)
{
	static const struct job_ops ops = { eval_run, eval_free };
	struct eval *eval = mem_alloc(profile->mem, sizeof(*eval));

	eval->job.ops = &ops;
	eval->job.slot = slot;
	eval->job.owner = -1;
	eval->profile = profile;
	eval->want_unit = want_unit;
	view_copy(&eval->view, view);
	return eval;
}

void eval_borrow_lens(struct eval *eval, const struct eval *from)
{
	if (!view_same_lens(&eval->view, &from->view))
		return;
	eval->lens = from->lens;
	eval->tags_met = from->tags_met;
	eval->is_lens_borrowed = true;
}

void eval_take_lens(struct eval *eval, struct eval *from)
{
	if (!eval->is_lens_borrowed)
		return;
	from->lens = NULL;
	eval->is_lens_borrowed = false;
	lens_adopt(eval->lens, &eval->view);
}

static bool has_filter(const struct filters *filters,
		       const struct filter *filter)
{
	for (size_t i = 0; i < filters->n; i++) {
		if (filters->at[i].kind == filter->kind &&
		    !strcmp(filters->at[i].text, filter->text))
			return true;
	}
	return false;
}

void eval_add_unmatched(const struct eval *eval, const struct filters *before,
			struct buf *out)
{
	const struct filters *filters = eval->lens->filters;
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < filters->n; i++) {
		buf_clear(&text);
		if (!has_filter(before, &filters->at[i]) &&
		    report_unmatched(eval->lens, i, eval->tags_met, &text))
			buf_addf(out, "%s%s", out->n ? "; " : "",
				 buf_str(&text));
	}
	buf_release(&text);
}

uint32_t eval_find(const struct eval *eval, const char *name, size_t n)
{
	const struct nodes *nodes = &eval->lens->nodes;

	for (uint32_t i = 0; i < nodes->at.n; i++) {
		struct str s = nodes->at.at[i].name;

		if (s.n == n && !memcmp(s.s, name, n))
			return i;
	}
	return NODE_NONE;
}
