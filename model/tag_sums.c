#include "config.h"

#include "model/tag_sums.h"

#include "model/cancel.h"

/* What the rows of each label set come to. */
struct set_sums {
	struct graph_value *values;
	bool *is_there;
};

static bool sum_sets(struct set_sums *sets, const struct lens *lens,
		     const struct lanes *lanes, const _Atomic bool *cancel)
{
	const struct profile *p = lens->profile;
	const int64_t *second = lanes->values[1];
	struct lens_span span;

	for (size_t i = 0; i < p->rows.n; i++) {
		uint32_t set = p->rows.at[i].labels.i;

		if (cancel_at_row(cancel, i))
			return false;
		if (!set || !lens_row(lens, &p->rows.at[i], &span))
			continue;
		sets->is_there[set] = true;
		graph_value_add(&sets->values[set], &(struct graph_value){
			{ lanes->values[0][i], second ? second[i] : 0 },
		});
	}
	return true;
}

static bool sum_tags(struct tag_sums *sums, const struct set_sums *sets,
		     const struct lens *lens, const _Atomic bool *cancel)
{
	const struct profile *p = lens->profile;

	for (size_t i = 0; i < p->label_sets.n; i++) {
		struct label_set set = p->label_sets.at[i];
		const struct graph_value *value = &sets->values[i];

		if (cancel_at_row(cancel, i))
			return false;
		for (uint32_t k = 0; k < set.n && sets->is_there[i]; k++) {
			uint32_t tag = sums->tags.of[set.first + k];

			if (!tag_marks_show(&lens->tags,
					    sums->tags.at.at[tag].key))
				continue;
			sums->is_there[tag] = true;
			graph_value_add(&sums->values[tag], value);
		}
	}
	return true;
}

bool tag_sums_init(struct tag_sums *sums, const struct lens *lens,
		   const struct lanes *lanes, const _Atomic bool *cancel)
{
	const struct profile *p = lens->profile;
	size_t n = p->label_sets.n;
	struct set_sums sets;
	bool is_whole;

	tags_init(&sums->tags, p);
	sums->values = mem_alloc(p->mem,
				 sums->tags.at.n * sizeof(*sums->values));
	sums->is_there = mem_alloc(p->mem, sums->tags.at.n);
	sets.values = mem_alloc(p->mem, n * sizeof(*sets.values));
	sets.is_there = mem_alloc(p->mem, n);
	is_whole = sum_sets(&sets, lens, lanes, cancel) &&
		   sum_tags(sums, &sets, lens, cancel);
	mem_free(p->mem, sets.values, n * sizeof(*sets.values));
	mem_free(p->mem, sets.is_there, n);
	return is_whole;
}

void tag_sums_release(struct tag_sums *sums)
{
	const struct profile *p = sums->tags.profile;
	size_t n = sums->tags.at.n;

	mem_free(p->mem, sums->values, n * sizeof(*sums->values));
	mem_free(p->mem, sums->is_there, n);
	tags_release(&sums->tags);
}
