#include "config.h"

#include "tui/flame_job.h"

#include <string.h>

#include "tui/app.h"

static struct flame_source *source_new(struct mem *mem,
				       const struct eval *eval,
				       const struct flame_ask *ask)
{
	struct flame_source *source = mem_alloc(mem, sizeof(*source));

	source->mem = source->all.mem = mem;
	source->profile = eval->profile;
	source->seed = ask->seed;
	view_copy(&source->view, &eval->view);
	buf_add(&source->pivot, buf_str(ask->pivot), ask->pivot->n);
	return source;
}

void flame_source_free(struct flame_source *source)
{
	struct mem *mem;

	if (!source)
		return;
	mem = source->mem;
	view_release(&source->view);
	buf_release(&source->pivot);
	paths_release(&source->chosen);
	paths_release(&source->all);
	path_sums_release(&source->sums);
	mem_free(mem, source->keys, source->n_keys * sizeof(*source->keys));
	mem_free(mem, source, sizeof(*source));
}

/* A pivot that the view does not have has no paths. */
static bool sort_paths(struct flame_job *j)
{
	struct flame_source *source = j->source;
	const struct lens *lens = j->eval->lens;
	uint32_t pivot = NODE_NONE;

	if (source->pivot.n) {
		pivot = eval_find(j->eval, source->pivot.s, source->pivot.n);
		if (pivot == NODE_NONE)
			return true;
	}
	source->n_keys = lens->nodes.at.n;
	source->keys = paths_keys(&lens->nodes, source->seed);
	return paths_init(&source->all, lens, pivot, &j->job.is_cancelled);
}

static bool choose_paths(struct flame_job *j)
{
	const struct lens *lens = j->eval->lens;

	return !lens_chooses(lens) ||
	       paths_select(&j->chosen, &j->source->all, lens,
			    &j->job.is_cancelled);
}

/* Makes what is missing and points the query to it; false when cancelled. */
static bool find_paths(struct flame_job *j)
{
	struct flame_source *source = j->source;
	const struct paths *chosen = &source->chosen;

	if (j->is_fresh && !sort_paths(j))
		return false;
	if (j->has_chosen) {
		if (!choose_paths(j))
			return false;
		chosen = &j->chosen;
	}
	j->query.paths = chosen->mem ? chosen : &source->all;
	if (j->has_sums)
		path_sums_init(&j->sums, j->query.paths, &j->eval->lanes);
	j->query.sums = j->has_sums ? &j->sums : &source->sums;
	j->query.keys = source->keys;
	return true;
}

static void flame_job_run(struct job *job)
{
	struct flame_job *j = (struct flame_job *)job;

	if (find_paths(j))
		j->flame = flame_new(&j->query);
	if (!j->flame)
		job->is_cancelled = true;
}

static void flame_job_free(struct job *job)
{
	struct flame_job *j = (struct flame_job *)job;

	path_sums_release(&j->sums);
	paths_release(&j->chosen);
	if (j->is_fresh)
		flame_source_free(j->source);
	mem_free(j->mem, j->keys, j->n_keys * sizeof(*j->keys));
	flame_free(j->flame);
	mem_free(j->mem, j, sizeof(*j));
}

struct flame_source *flame_job_take(struct flame_job *j,
				    struct flame_source *had)
{
	struct flame_source *source = had;

	if (j->is_fresh) {
		flame_source_free(had);
		source = j->source;
		j->is_fresh = false;
	}
	if (j->has_chosen) {
		paths_release(&source->chosen);
		source->chosen = j->chosen;
		j->chosen = (struct paths){ .mem = NULL };
	}
	if (j->has_sums) {
		path_sums_release(&source->sums);
		source->sums = j->sums;
		j->sums = (struct path_sums){ .mem = NULL };
		view_release(&source->view);
		view_copy(&source->view, &j->eval->view);
	}
	return source;
}

/* A borrowed copy without the filters that only choose among rows. */
static struct view without_choice(const struct view *view)
{
	struct view copy = *view;

	copy.filters.n = 0;
	for (size_t i = 0; i < view->filters.n; i++) {
		if (view->filters.at[i].kind != FILTER_FOCUS &&
		    view->filters.at[i].kind != FILTER_IGNORE &&
		    !filter_is_tag(view->filters.at[i].kind))
			copy.filters.at[copy.filters.n++] =
				view->filters.at[i];
	}
	return copy;
}

static bool has_order(const struct flame_source *had, const struct eval *eval,
		      const struct buf *pivot)
{
	struct view a, b;

	if (!had || had->profile != eval->profile ||
	    had->pivot.n != pivot->n ||
	    memcmp(buf_str(&had->pivot), buf_str(pivot), pivot->n))
		return false;
	a = without_choice(&had->view);
	b = without_choice(&eval->view);
	return view_same_lens(&a, &b);
}

static void choose_source(struct flame_job *j, const struct flame_ask *ask)
{
	const struct view *view = &j->eval->view;
	struct flame_source *had = ask->source;

	j->is_fresh = !has_order(had, j->eval, ask->pivot);
	j->has_chosen = j->is_fresh || !view_same_lens(&had->view, view);
	j->has_sums = j->has_chosen || !view_equal(&had->view, view);
	j->source = j->is_fresh ? source_new(j->mem, j->eval, ask) : had;
}

static void copy_zoom(struct flame_job *j, const struct flame_zoom *zoom)
{
	struct flame_zoom *copy = &j->query.zoom;

	j->n_keys = zoom->n_path + zoom->n_fold;
	j->keys = mem_alloc(j->mem, j->n_keys * sizeof(*j->keys));
	if (zoom->n_path)
		memcpy(j->keys, zoom->path,
		       zoom->n_path * sizeof(*j->keys));
	if (zoom->n_fold)
		memcpy(j->keys + zoom->n_path, zoom->fold,
		       zoom->n_fold * sizeof(*j->keys));
	*copy = *zoom;
	copy->path = j->keys;
	copy->fold = j->keys ? j->keys + zoom->n_path : NULL;
}

static void fill_query(struct flame_job *j, const struct flame_ask *ask)
{
	const struct eval *eval = j->eval;
	bool of_shown = ask->app->share == SHARE_SHOWN;

	j->query = (struct flame_query){
		.nodes = &eval->lens->nodes,
		.name_ranks = eval->lens->nodes.ranks,
		.columns = eval->columns,
		.share = of_shown ? "shown" : "total",
		.is_callers = ask->pivot->n > 0,
		.is_difference = eval->view.compare == COMPARE_DIFFERENCE,
		.cols = ask->cols,
		.charset = ask->app->charset,
		.cancel = &j->job.is_cancelled,
	};
	for (int i = 0; i < 2 && of_shown; i++)
		j->query.columns.totals[i] = top_shown(&eval->top, i);
}

struct flame_job *flame_job_new(const struct flame_ask *ask)
{
	static const struct job_ops ops = { flame_job_run, flame_job_free };
	struct mem *mem = ask->app->limits.mem;
	struct flame_job *j = mem_alloc(mem, sizeof(*j));

	j->job.ops = &ops;
	j->job.slot = SLOT_FLAME;
	j->job.owner = PANEL_FLAME;
	j->mem = mem;
	j->eval = ask->app->eval;
	fill_query(j, ask);
	copy_zoom(j, &ask->zoom);
	choose_source(j, ask);
	return j;
}
