#include "config.h"

#include "render/report_labels.h"

#include <stdlib.h>

static int text_order(const void *a, const void *b)
{
	const struct buf *x = a, *y = b;

	return str_cmp((struct str){ x->s, x->n }, (struct str){ y->s, y->n });
}

/* The labels of one key stand together, string labels before numbers. */
static uint32_t group_end(const struct label *labels, uint32_t n, uint32_t at)
{
	uint32_t end = at + 1;

	while (end < n && labels[end].key.i == labels[at].key.i &&
	       labels[end].is_num == labels[at].is_num)
		end++;
	return end;
}

/* The only key of that kind, which is what most sets have; false: more. */
static bool print_only(const struct report *report, struct label_set set,
		       bool is_num, label_print *print, size_t *n)
{
	const struct label *labels = report->profile->labels.at + set.first;
	struct label_group only = { NULL, 0 };

	for (uint32_t at = 0, end; at < set.n; at = end) {
		end = group_end(labels, set.n, at);
		if (labels[at].is_num != is_num)
			continue;
		if (only.n)
			return false;
		only = (struct label_group){ labels + at, end - at };
	}
	if (only.n)
		print(report, &only, &report->out->text);
	*n = only.n > 0;
	return true;
}

static size_t print_groups(const struct report *report, struct label_set set,
			   bool is_num, label_print *print, struct buf *texts)
{
	const struct label *labels = report->profile->labels.at + set.first;
	size_t n = 0;

	for (uint32_t at = 0, end; at < set.n; at = end) {
		end = group_end(labels, set.n, at);
		if (labels[at].is_num != is_num)
			continue;
		print(report, &(struct label_group){ labels + at, end - at },
		      &texts[n++]);
	}
	return n;
}

size_t report_label_groups(const struct report *report, struct label_set set,
			   bool is_num, label_print *print,
			   const char *between)
{
	struct mem *mem = report->profile->mem;
	struct report_out *out = report->out;
	struct buf *texts;
	size_t n;

	if (print_only(report, set, is_num, print, &n))
		return n;
	texts = mem_alloc(mem, set.n * sizeof(*texts));
	n = print_groups(report, set, is_num, print, texts);
	qsort(texts, n, sizeof(*texts), text_order);
	for (size_t i = 0; i < n; i++) {
		buf_adds(&out->text, i ? between : "");
		buf_add(&out->text, buf_str(&texts[i]), texts[i].n);
		buf_release(&texts[i]);
	}
	mem_free(mem, texts, set.n * sizeof(*texts));
	return n;
}
