#include "config.h"

#include "render/report_labels.h"

#include <stdlib.h>

#include "model/label_units.h"
#include "render/draft.h"

/* A file may name any number of units. */
enum { UNITS_SAID = 5 };

static int text_order(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
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

static bool is_listed(const struct label_list *list, const struct label *label)
{
	return label->is_num == list->is_num &&
	       tag_marks_show(&list->lens->tags, label->key);
}

/* The only key of that kind, which is what most sets have; false: more. */
static bool print_only(const struct report *report,
		       const struct label_list *list, label_print *print)
{
	struct label_set set = list->set;
	const struct label *labels = report->profile->labels.at + set.first;
	struct label_group only = { NULL, 0 };
	struct buf *out = &report->out->text;

	for (uint32_t at = 0, end; at < set.n; at = end) {
		end = group_end(labels, set.n, at);
		if (!is_listed(list, &labels[at]))
			continue;
		if (only.n)
			return false;
		only = (struct label_group){ labels + at, end - at };
	}
	if (!only.n)
		return true;
	buf_adds(out, list->before);
	print(report, list, &only);
	buf_adds(out, list->after);
	return true;
}

/* Prints each key to the draft; says how long each is. */
static size_t draft_groups(struct draft *draft, const struct report *report,
			   const struct label_list *list, label_print *print,
			   struct str *texts)
{
	struct label_set set = list->set;
	const struct label *labels = report->profile->labels.at + set.first;
	struct report group = *report;
	size_t n = 0;

	group.out = &draft->out;
	for (uint32_t at = 0, end; at < set.n; at = end) {
		size_t start = draft_length(draft);

		end = group_end(labels, set.n, at);
		if (!is_listed(list, &labels[at]))
			continue;
		print(&group, list, &(struct label_group){ labels + at,
							   end - at });
		texts[n++].n = draft_length(draft) - start;
	}
	return n;
}

static void find_texts(struct draft *draft, struct str *texts, size_t n)
{
	const char *at = draft_text(draft).s;

	for (size_t i = 0; i < n; i++) {
		texts[i].s = at;
		at += texts[i].n;
	}
}

void report_label_groups(const struct report *report,
			 const struct label_list *list, label_print *print)
{
	struct mem *mem = report->profile->mem;
	struct report_out *out = report->out;
	struct draft draft;
	struct str *texts;
	size_t n;

	if (print_only(report, list, print))
		return;
	texts = mem_alloc(mem, list->set.n * sizeof(*texts));
	draft_init(&draft, report, 0);
	n = draft_groups(&draft, report, list, print, texts);
	find_texts(&draft, texts, n);
	qsort(texts, n, sizeof(*texts), text_order);
	for (size_t i = 0; i < n; i++) {
		buf_adds(&out->text, i ? list->between : list->before);
		report_add(out, texts[i].s, texts[i].n);
	}
	buf_adds(&out->text, list->after);
	draft_release(&draft);
	mem_free(mem, texts, list->set.n * sizeof(*texts));
}

/* A message ends at a NUL, so those of a name are spelled out. */
static void add_str(const struct profile *p, struct str_id id,
		    struct buf *out)
{
	struct str s = profile_str(p, id);

	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i])
			buf_addc(out, s.s[i]);
		else
			buf_adds(out, "\\x00");
	}
}

/* Appends what is said of the key of clashes[0..n). */
static void add_clashes(const struct label_units *units,
			const struct label_clash *clashes, size_t n,
			struct buf *out)
{
	const struct profile *p = units->profile;

	buf_adds(out, "For tag ");
	add_str(p, clashes[0].key, out);
	buf_addf(out, " used unit %s, also encountered unit(s) ",
		 label_units_of(units, clashes[0].key));
	for (size_t i = 0; i < n && i < UNITS_SAID; i++) {
		buf_adds(out, i ? ", " : "");
		add_str(p, clashes[i].unit, out);
	}
	if (n > UNITS_SAID)
		buf_addf(out, " and %zu more", n - UNITS_SAID);
}

/* The reference has no order among keys; ours have that of their bytes. */
void report_warn_units(const struct report *report)
{
	struct label_units units;
	struct buf text = BUF_INIT;

	label_units_init(&units, report->profile);
	for (size_t i = 0, end; i < units.clashes.n; i = end) {
		const struct label_clash *at = units.clashes.at;

		for (end = i + 1; end < units.clashes.n; end++) {
			if (at[end].key.i != at[i].key.i)
				break;
		}
		buf_clear(&text);
		add_clashes(&units, at + i, end - i, &text);
		report->warn(report->data, buf_str(&text));
	}
	label_units_release(&units);
	buf_release(&text);
}
