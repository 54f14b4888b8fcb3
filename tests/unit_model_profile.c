/*
 * Sample types by name, the order of labels, and the lists that a view is
 * made of.
 */
#include "config.h"

#include <stdlib.h>

#include "model/err.h"
#include "model/view.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

static void find(const struct profile *p, const char *name, int want,
		 const char *want_err)
{
	struct err err = { "" };

	is_int(profile_type_find(p, name, &err), want, "the type \"%s\"",
	       name);
	is(err.text, want_err, "... with the reason \"%s\"", want_err);
}

static void test_types(void)
{
	static const char one_of[] =
		"must be one of: [space objects inuse_space 7up space]";
	struct profile p;
	char text[128];

	build_from(&p, &mem,
		   "type space bytes\ntype objects count\n"
		   "type inuse_space bytes\ntype 7up count\n"
		   "type space bytes\n");
	find(&p, "", 4, "");
	find(&p, "space", 0, "");
	find(&p, "objects", 1, "");
	find(&p, "inuse_space", 0, "");
	find(&p, "inuse_objects", 1, "");
	find(&p, "7up", 3, "");
	find(&p, "0", 0, "");
	find(&p, "4", 4, "");
	find(&p, "+4", 4, "");
	find(&p, "5", -1, "sample_index 5 is outside the range [0..4]");
	find(&p, "-1", -1, "sample_index -1 is outside the range [0..4]");
	snprintf(text, sizeof(text), "sample_index \"spac\" %s", one_of);
	find(&p, "spac", -1, text);
	snprintf(text, sizeof(text), "sample_index \" 1\" %s", one_of);
	find(&p, " 1", -1, text);
	snprintf(text, sizeof(text), "sample_index \"1x\" %s", one_of);
	find(&p, "1x", -1, text);
	snprintf(text, sizeof(text),
		 "sample_index \"99999999999999999999\" %s", one_of);
	find(&p, "99999999999999999999", -1, text);
	profile_release(&p);
}

static void find_default(const char *name, int want)
{
	char text[128];
	struct profile p;
	struct err err;

	snprintf(text, sizeof(text), "type a x\ntype b x\ntype c x\n"
		 "default %s\n", name);
	build_from(&p, &mem, text);
	is_int(profile_type_find(&p, "", &err), want, "the default \"%s\"",
	       name);
	profile_release(&p);
}

static void test_defaults(void)
{
	struct profile p;

	find_default("-", 2);
	find_default("a", 0);
	find_default("b", 1);
	find_default("inuse_a", 2);
	find_default("1", 2);
	build_from(&p, &mem, "");
	find(&p, "", -1, "profile has no samples");
	find(&p, "0", -1, "profile has no samples");
	profile_release(&p);
}

/* Names with a NUL are more than what is before it. */
static void test_nul_types(void)
{
	struct buf bytes = BUF_INIT;
	struct profile p;
	struct err err;

	buf_add(&bytes, "\x32\x00\x32\x03" "a\0b\x32\x03" "a\0c\x32\x01" "a",
		15);
	buf_add(&bytes, "\x0a\x02\x08\x01\x0a\x02\x08\x02\x0a\x02\x08\x03",
		12);
	buf_add(&bytes, "\x70\x02", 2);
	is(build_load(&p, &mem, &bytes, &err), "", "types with NULs");
	find(&p, "a", 2, "");
	find(&p, "", 1, "");
	profile_release(&p);
	buf_release(&bytes);
}

static void test_label_order(void)
{
	struct buf out = BUF_INIT;
	struct profile p;

	build_from(&p, &mem,
		   "type a x\n"
		   "row - 1 b#2 a=y b=z a#1kb b#1 a=x aa=1 b#3bytes\n"
		   "row - 1 b=z\n");
	build_dump(&out, &p);
	is(buf_str(&out),
	   "type a x\n"
	   "row - 1 a=y a=x aa=1 b=z a#1kb b#2 b#1 b#3bytes\n"
	   "row - 1 b=z\n",
	   "text before numbers, by key, values as they came");
	buf_release(&out);
	profile_release(&p);
}

static void add(struct filters *filters, enum filter_kind kind,
		const char *text)
{
	ok(filters_add(filters, kind, text), "%s=%s is added",
	   filter_name(kind), text);
}

static void test_filters(void)
{
	struct filters filters = { .n = 0 }, copy;
	bool is_good = true;

	add(&filters, FILTER_HIDE, "a");
	add(&filters, FILTER_FOCUS, "b");
	add(&filters, FILTER_HIDE, "c");
	filters_copy(&copy, &filters);
	ok(filters_equal(&copy, &filters), "a copy is equal");
	ok(copy.at[0].text != filters.at[0].text, "with texts of its own");
	filters_remove(&copy, 1);
	ok(copy.n == 2 && !strcmp(copy.at[1].text, "c"), "one is removed");
	ok(!filters_equal(&copy, &filters), "which makes a difference");
	filters_remove_kind(&filters, FILTER_HIDE);
	ok(filters.n == 1 && filters.at[0].kind == FILTER_FOCUS,
	   "all of a kind are removed");
	filters_remove_kind(&filters, FILTER_SHOW);
	ok(filters.n == 1, "of none nothing is");
	filters_clear(&filters);
	filters_clear(&copy);
	while (filters.n < FILTERS_MAX)
		is_good = is_good && filters_add(&filters, FILTER_SHOW, "x");
	ok(is_good && !filters_add(&filters, FILTER_SHOW, "x"),
	   "a list has an end");
	filters_clear(&filters);
	ok(filter_find("prune_from") == FILTER_PRUNE_FROM &&
	   filter_find("focus") == FILTER_FOCUS && filter_find("foc") == -1 &&
	   filter_find("") == -1, "kinds have names");
}

static void test_views(void)
{
	struct view view = { .type = 1, .granularity = BY_LINE }, copy;

	filters_add(&view.filters, FILTER_FOCUS, "x");
	view_copy(&copy, &view);
	ok(view_equal(&view, &copy), "a copy of a view is equal");
	copy.type = 2;
	copy.compare = COMPARE_BASE;
	copy.is_diff_base = true;
	ok(!view_equal(&view, &copy) && view_same_lens(&view, &copy),
	   "another metric looks through the same lens");
	copy.no_inlines = true;
	ok(!view_same_lens(&view, &copy), "without inlines it does not");
	copy.no_inlines = false;
	filters_add(&copy.filters, FILTER_HIDE, "x");
	ok(!view_same_lens(&view, &copy), "nor with another filter");
	view_release(&view);
	view_release(&copy);
}

int main(void)
{
	test_types();
	test_defaults();
	test_nul_types();
	test_label_order();
	test_filters();
	test_views();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
