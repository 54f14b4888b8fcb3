#include "config.h"

#include "tui/flame_job.h"

#include <string.h>

#include "tui/app.h"

static struct flame_source *source_new(struct mem *mem,
				       const struct view *view,
				       const struct buf *pivot)
{
	struct flame_source *source = mem_alloc(mem, sizeof(*source));

	source->mem = source->paths.mem = mem;
	view_copy(&source->view, view);
	buf_add(&source->pivot, buf_str(pivot), pivot->n);
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
	paths_release(&source->paths);
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
	source->keys = paths_keys(&lens->nodes);
	return paths_init(&source->paths, lens, pivot, &j->job.is_cancelled);
}

static void flame_job_run(struct job *job)
{
	struct flame_job *j = (struct flame_job *)job;

	if (j->is_fresh && !sort_paths(j)) {
		job->is_cancelled = true;
		return;
	}
	if (j->has_sums)
		path_sums_init(&j->sums, &j->source->paths, &j->eval->lanes);
	j->query.paths = &j->source->paths;
	j->query.sums = j->has_sums ? &j->sums : &j->source->sums;
	j->query.keys = j->source->keys;
	j->flame = flame_new(&j->query);
	if (!j->flame)
		job->is_cancelled = true;
}

static void flame_job_free(struct job *job)
{
	struct flame_job *j = (struct flame_job *)job;

	if (j->is_fresh)
		flame_source_free(j->source);
	if (j->has_sums)
		path_sums_release(&j->sums);
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
	if (!j->has_sums)
		return source;
	path_sums_release(&source->sums);
	source->sums = j->sums;
	j->has_sums = false;
	view_release(&source->view);
	view_copy(&source->view, &j->eval->view);
	return source;
}

static void choose_source(struct flame_job *j, const struct flame_ask *ask)
{
	const struct view *view = &j->eval->view;
	struct flame_source *had = ask->source;

	j->is_fresh = !had || !view_same_lens(&had->view, view) ||
		      had->pivot.n != ask->pivot->n ||
		      memcmp(buf_str(&had->pivot), buf_str(ask->pivot),
			     had->pivot.n);
	j->has_sums = j->is_fresh || !view_equal(&had->view, view);
	j->source = j->is_fresh ? source_new(j->mem, view, ask->pivot) : had;
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
	copy->fold = j->keys + zoom->n_path;
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
		j->query.columns.totals[i] = eval->top.graph.shown[i];
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
