/*
 * Collapsed stacks: a line for each stack that differs in its names, in their
 * order, safe to take apart again, with the numbers of one side or of two.
 */
#include "config.h"

#include <stdlib.h>

#include "model/merge.h"
#include "render/report.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

static int write_text(void *data, const char *s, size_t n)
{
	buf_add(data, s, n);
	return 0;
}

static void print_folded(struct buf *text, const struct profile *p,
			 struct view *view, bool escapes)
{
	struct report_options options = { .unit = "minimum" };
	struct report_out out = {
		.write = write_text, .data = text, .escapes = escapes,
		.charset = TEXT_ASCII,
	};
	struct report report = { p, view, &options, &out, .cancel = NULL };
	struct err err;

	buf_adds(text, "");
	if (report_folded(&report, &err))
		buf_adds(text, err.text);
	buf_release(&out.text);
}

static void check_view(const char *name, const char *text, struct view view,
		       const char *want)
{
	struct buf got = BUF_INIT;
	struct profile p;

	build_from(&p, &mem, text);
	print_folded(&got, &p, &view, false);
	is(buf_str(&got), want, "%s", name);
	buf_release(&got);
	profile_release(&p);
	view_release(&view);
}

static void check(const char *name, const char *text, const char *want)
{
	check_view(name, text, (struct view){ .type = 0 }, want);
}

#define TABLES \
	"type n count\nmap 1 0 0 0 /bin/app -\nmap 2 0 0 0 /lib/app -\n" \
	"func 1 main m.go 1\nfunc 2 work w.go 2\nfunc 3 inner m.go 3\n" \
	"func 4 main other.go 4\nfunc 5 alloc - 5\n" \
	"loc 1 1 0x1 1:1\nloc 2 1 0x2 3:3 2:2\nloc 3 1 0x3 4:4\n" \
	"loc 4 1 0x4 5\nloc 5 1 0x5\nloc 6 2 0x6\n"

static struct view with_filter(enum filter_kind kind, const char *text)
{
	struct view view = { .type = 0 };

	filters_add(&view.filters, kind, text);
	return view;
}

static void test_stacks(void)
{
	check("root first, inlined calls within",
	      TABLES "row 4,2,1 7\n", "main;work;inner;alloc 7\n");
	check("in the order of names, a stack before what it is the start of",
	      TABLES "row 2,1 1\nrow 4,1 2\nrow 1 4\nrow 4 8\n",
	      "alloc 8\nmain 4\nmain;alloc 2\nmain;work;inner 1\n");
	check("equal names are one, wherever they are from",
	      TABLES "row 4,1 1\nrow 4,3 2\nrow 5 4\nrow 6 8\n"
		     "row 4,1 16 k=v\n",
	      "[app] 12\nmain;alloc 19\n");
	check("the same is said twice of recursion",
	      TABLES "row 1,1,1 3\n", "main;main;main 3\n");
	check("nothing of what comes to nothing, has no stack or no rows",
	      TABLES "row 1 3\nrow 3 -3\nrow - 5\nrow 4 0\n", "");
	check("a sign, and the largest",
	      TABLES "row 1 -9223372036854775808\nrow 4 9223372036854775807\n",
	      "alloc 9223372036854775807\nmain -9223372036854775808\n");
}

static void test_views(void)
{
	static const char text[] = TABLES "row 4,2,1 1\nrow 4,3 2\n";

	check_view("by file", text, (struct view){ .granularity = BY_FILE },
		   "m.go;w.go;m.go;[app] 1\nother.go;[app] 2\n");
	check_view("by line", text, (struct view){ .granularity = BY_LINE },
		   "main m.go:1;work w.go:2;inner m.go:3;alloc 1\n"
		   "main other.go:4;alloc 2\n");
	check_view("without inlined calls", text,
		   (struct view){ .no_inlines = true },
		   "main;alloc 2\nmain;work;alloc 1\n");
	check_view("in focus", text, with_filter(FILTER_FOCUS, "inner"),
		   "main;work;inner;alloc 1\n");
	check_view("without what is hidden", text,
		   with_filter(FILTER_HIDE, "alloc|work"),
		   "main 2\nmain;inner 1\n");
	check_view("from a match on", text,
		   with_filter(FILTER_SHOW_FROM, "work"),
		   "work;inner;alloc 1\n");
	check_view("no filter at all", text,
		   with_filter(FILTER_FOCUS, "(("),
		   "parsing focus regexp: error parsing regexp: missing "
		   "closing ), at byte 2");
}

static void test_numbers(void)
{
	static const char text[] =
		"type n count\ntype cpu ns\nfunc 1 main m.go 1\n"
		"loc 1 0 0x1 1:1\nrow 1 2,9\nrow 1 3,12\nrow 1,1 0,5\n";

	check_view("means", text, (struct view){ .type = 1, .is_mean = true },
		   "main 4\nmain;main 5\n");
	check_view("divided", text,
		   (struct view){ .type = 1, .divide_by = 2 },
		   "main 10\nmain;main 2\n");
}

/* Names that would end something. */
static void test_names(void)
{
	static const char odd[] = "a;b\nc\r\x01\x7f\0z \xff;";
	struct view view = { .type = 0 };
	struct buf got = BUF_INIT;
	struct profile p;

	build_from(&p, &mem, TABLES "row 1 3\n");
	p.funcs.at[0].name = strings_intern(&p.strings, odd, sizeof(odd) - 1);
	print_folded(&got, &p, &view, false);
	is(buf_str(&got), "a:b c    z \xff: 3\n", "an odd name is one name");
	buf_clear(&got);
	print_folded(&got, &p, &view, true);
	is(buf_str(&got), "a:b c    z \\xff: 3\n", "... and can be escaped");
	buf_release(&got);
	profile_release(&p);
}

static void check_pair(const char *name, enum compare compare,
		       const char *want)
{
	struct view view = { .compare = compare };
	struct profile now, base, both;
	struct merge_source sources[] = {
		{ .profile = &now }, { .profile = &base, .side = SIDE_BASE },
	};
	struct buf got = BUF_INIT;
	struct err err;

	build_from(&now, &mem, TABLES "row 1 5\nrow 4,1 7\nrow 2 3\n");
	build_from(&base, &mem, TABLES "row 1 2\nrow 3 2\nrow 4 9\nrow 2 3\n");
	profile_init(&both, &mem);
	if (merge_profiles(&both, sources, 2, &err))
		die("%s", err.text);
	print_folded(&got, &both, &view, false);
	is(buf_str(&got), want, "%s", name);
	buf_release(&got);
	profile_release(&both);
	profile_release(&base);
	profile_release(&now);
}

static void test_pairs(void)
{
	check_pair("the base's number and the current one", COMPARE_BOTH,
		   "alloc 9 0\nmain 4 5\nmain;alloc 0 7\nwork;inner 3 3\n");
	check_pair("what changed", COMPARE_DIFFERENCE,
		   "alloc -9\nmain 1\nmain;alloc 7\n");
	check_pair("the base alone", COMPARE_BASE,
		   "alloc 9\nmain 4\nwork;inner 3\n");
}

static void test_cancelled(void)
{
	struct view view = { .type = 0 };
	struct report_options options = { .unit = "minimum" };
	struct buf text = BUF_INIT;
	struct report_out out = { .write = write_text, .data = &text };
	_Atomic bool cancel = true;
	struct profile p;
	struct err err;
	struct report report = { &p, &view, &options, &out,
				 .cancel = &cancel };

	build_from(&p, &mem, TABLES "row 1 5\n");
	is_int(report_folded(&report, &err), -1, "it can be cancelled");
	is_int(text.n, 0, "... and then says nothing");
	buf_release(&out.text);
	profile_release(&p);
}

int main(void)
{
	test_stacks();
	test_views();
	test_numbers();
	test_names();
	test_pairs();
	test_cancelled();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
