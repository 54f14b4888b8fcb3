#include "config.h"

#include "model/view.h"

void view_copy(struct view *dst, const struct view *src)
{
	*dst = *src;
	filters_copy(&dst->filters, &src->filters);
}

void view_release(struct view *view)
{
	filters_clear(&view->filters);
}

bool view_same_lens(const struct view *a, const struct view *b)
{
	return a->granularity == b->granularity &&
	       a->no_inlines == b->no_inlines &&
	       a->show_columns == b->show_columns &&
	       a->object_names == b->object_names &&
	       a->keeps_paths == b->keeps_paths &&
	       a->trim_path == b->trim_path &&
	       a->source_path == b->source_path &&
	       filters_equal(&a->filters, &b->filters);
}

bool view_equal(const struct view *a, const struct view *b)
{
	return a->type == b->type && a->compare == b->compare &&
	       a->is_diff_base == b->is_diff_base &&
	       a->is_mean == b->is_mean && a->is_relative == b->is_relative &&
	       a->drops_negative == b->drops_negative &&
	       a->divide_by == b->divide_by && view_same_lens(a, b);
}

double view_ratio(const struct view *view)
{
	double ratio = view->divide_by != 0 ? 1 / view->divide_by : 1;

	return ratio > 0 && ratio != 1 ? ratio : 0;
}
